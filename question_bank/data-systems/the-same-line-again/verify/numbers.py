# hiretool-canary-ae789759-cbd9-4e55-a5d3-2b863cc9b804
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

TB = 1e12


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    lines, kept, size = fact["pages_a_night"] * fact["lines_a_page"], fact["lines_kept"], fact["fingerprint_bytes"]
    new = lines * (1 - fact["share_seen"])
    machines, near = fact["machines"], fact["near_copies"]
    cores = machines["count"] * machines["cores"]
    night = fact["night_of_the_ninth"]
    with_owner = size + 8
    code = fact["code"]["share_of_pages"] * fact["pages_a_night"]
    sketch = near["pages_so_far"] * near["numbers_a_page"] * 8
    small = fact["filter"]
    return {
        "lines_a_night": lines,
        "new_lines_a_night": new,
        "seen_lines_a_night": lines - new,
        "new_lines_on_the_ninth": lines * night["new"],
        "lines_lost_on_the_ninth": new - lines * night["new"],
        "nights_of_new_lines_lost": (new - lines * night["new"]) / new,
        "gb_of_the_set": kept * size / 1e9,
        "gb_of_memory": machines["count"] * machines["memory_gb"],
        "gb_with_the_owner": kept * with_owner / 1e9,
        "gb_of_a_machines_part": kept * size / 1e9 / machines["count"],
        "gb_of_a_machines_part_with_the_owner": kept * with_owner / 1e9 / machines["count"],
        "gb_with_the_owner_in_a_year": (kept + 365 * new) * with_owner / 1e9,
        "months_until_the_set_with_owner_fills_memory": (
            machines["count"] * machines["memory_gb"] * 1e9 / with_owner - kept
        )
        / (30 * new),
        # A new line is taken for seen when its fingerprint is any of those kept.
        "falsely_seen_a_night_8_bytes": new * kept / 2**64,
        "fingerprints_for_each_value_4_bytes": kept / 2**32,
        "gb_of_a_filter": kept * small["bits_a_line"] / 8 / 1e9,
        "falsely_seen_a_night_filter": new * small["falsely_seen"],
        "hours_a_night": sum(fact["hours"].values()),
        "share_of_the_time_that_is_looking_up": fact["hours"]["look_up"] / sum(fact["hours"].values()),
        "hours_if_looking_up_took_half": sum(fact["hours"].values()) - fact["hours"]["look_up"] / 2,
        "nights_a_day_when_catching_up": 24 / sum(fact["hours"].values()),
        "lines_kept_twice_a_night": new * fact["same_night"],
        "code_pages_a_night": code,
        "code_lines_dropped_a_page": fact["lines_a_page"] * fact["code"]["lines_dropped"],
        "short_lines_dropped_a_night": (lines - new) * fact["short_lines"],
        "prose_by_line_over_by_page": fact["trials"]["prose"]["by_line"] - fact["trials"]["prose"]["by_page"],
        "code_by_page_over_by_line": fact["trials"]["code"]["by_page"] - fact["trials"]["code"]["by_line"],
        "gb_of_sketches": sketch / 1e9,
        "hours_of_sketching_a_night": fact["pages_a_night"] / 1e6 * near["core_hours_a_million"] / cores,
        "share_of_near_copies_that_were_versions": near["were_versions"] / near["looked_at"],
        "pages_a_night_that_are_versions_and_dropped": fact["pages_a_night"]
        * near["dropped_more"]
        * near["were_versions"]
        / near["looked_at"],
        "lines_lost_by_removals_a_year": kept * fact["removals"]["lines_lost"],
        "gb_a_night_to_note_each_repeat": (lines - new) * 16 / 1e9,
        "tb_a_year_to_note_each_repeat": (lines - new) * 16 * 365 / TB,
        "eur_a_month_for_that_after_a_year": (lines - new) * 16 * 365 / TB * fact["price_of_store"],
    }

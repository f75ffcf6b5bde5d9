# hiretool-canary-3937f747-3ed6-4398-a423-e6deeef7d24e
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    tag = fact["with_tag"]
    near, kind = fact["rule_near"], fact["rule_near_and_kind"]
    wrong, missing = fact["wrong_link"], fact["missing_link"]
    untagged = fact["jobs"] * (1 - tag["jobs"])
    more, fewer = near["adds"], kind["adds"]
    wrong_more, wrong_fewer = more * (1 - near["right"]), fewer * (1 - kind["right"])
    late, look = fact["corrections"], fact["inspection"]
    return {
        "jobs_a_year_without_a_tag": untagged,
        "share_of_tags_used_again": fact["tags_used_again"] / fact["register"],
        "crowns_above_the_register": fact["flight"] - fact["register"],
        "wrong_links_a_year_by_near": wrong_more,
        "wrong_links_a_year_by_near_and_kind": wrong_fewer,
        "eur_a_year_of_wrong_links_by_near": wrong_more * wrong,
        "eur_a_year_of_wrong_links_by_near_and_kind": wrong_fewer * wrong,
        "eur_a_year_saved_by_right_links_near": more * near["right"] * missing,
        "eur_a_year_saved_by_right_links_near_and_kind": fewer * kind["right"] * missing,
        "eur_a_year_left_by_near": more * near["right"] * missing - wrong_more * wrong,
        "eur_a_year_left_by_near_and_kind": fewer * kind["right"] * missing - wrong_fewer * wrong,
        "right_share_of_the_links_between_the_rules": (more * near["right"] - fewer * kind["right"]) / (more - fewer),
        "right_share_from_which_a_link_pays": wrong / (wrong + missing),
        "jobs_a_year_left_without_a_tree_by_near_and_kind": untagged - fewer,
        "overdue_in_truth_about": look["overdue"] * look["really_overdue"] / look["overdue_looked_up"],
        "corrections_a_month_after_the_close": late["a_month"] * (1 - late["by_day"][10]),
        "eur_a_month_that_move_after_the_close_at_most": late["a_month"]
        * (1 - late["by_day"][10])
        * fact["price_of_a_job"],
        "corrections_a_month_after_day_60": late["a_month"] * (1 - late["by_day"][60]),
        "gb_a_year_of_nightly_copies_of_the_register": fact["copy_mb"] * 365 / 1000,
        "eur_a_month_of_rebuilding_nightly": fact["rebuild"]["eur"] * 30,
        "trees_called_about_in_the_storm": fact["storm"]["calls"] / fact["storm"]["same_tree"],
        "fallen_trees_with_the_row_of_a_young_one": fact["felled_in_the_model"]["rows"]
        * fact["felled_in_the_model"]["tags_used_again"],
    }

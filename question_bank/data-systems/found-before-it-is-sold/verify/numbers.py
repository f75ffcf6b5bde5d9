# hiretool-canary-f8730c59-80ee-4e92-b7ab-a1103b9e6216
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

DAY_S = 86_400


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    listings, added, ended = fact["listings"], fact["added_per_day"], fact["ended_per_day"]
    changes, build, encoding, vector = fact["changes_per_day"], fact["build"], fact["encoding"], fact["vector"]
    content = changes * fact["changes_of_text_or_picture"]
    per_listing = encoding["eur_per_1000"] / 1000
    gb = listings * vector["numbers"] * vector["bytes_each"] / 1e9
    memory = gb * vector["overhead"] * vector["copies"]
    sold, messages = fact["sold"], fact["messages"]
    sales = added * sold["share"]
    sent = added + ended + changes
    trial = fact["live_index_of_the_trial"]
    # A live index: what ended is marked, a changed text is a mark and a new entry, and additions make it larger.
    marked = ended + content

    def days_until(share):
        return share * listings / (marked - share * (added + content))

    return {
        "messages_per_day": sent,
        "messages_per_second": sent / DAY_S,
        "messages_a_day_sent_twice": sent * messages["twice"],
        "messages_a_day_out_of_order": sent * messages["out_of_order"],
        "messages_a_day_lost": sent * messages["lost"],
        # Even spread over the day: half a period, and the build.
        "hours_until_found_by_a_nightly_build": 24 / 2 + build["hours"],
        "hours_until_found_by_four_builds_a_day": 6 / 2 + build["hours"],
        "eur_a_day_of_four_builds": 4 * build["eur"],
        "listings_to_encode_per_day": added + content,
        "listings_to_encode_per_second": (added + content) / DAY_S,
        "eur_a_day_of_encoding_what_changed": (added + content) * per_listing,
        "eur_a_day_of_encoding_every_change": (added + changes) * per_listing,
        "eur_of_encoding_all": listings * per_listing,
        "listings_to_encode_twice_during_a_switch": (added + content) * encoding["hours_for_all"] / 24,
        "gb_of_numbers": gb,
        "gb_in_memory": memory,
        "eur_per_month_in_memory": memory * vector["eur_per_gb_month"],
        "sales_per_day": sales,
        "eur_a_day_by_the_trial_on_listings": sales * fact["trial_by_listing"] * sold["fee_eur"],
        "eur_a_day_by_the_trial_on_buyers": sales * fact["trial_by_buyer"] * sold["fee_eur"],
        "share_of_the_gain_taken_from_other_listings_at_least": 1 - fact["trial_by_buyer"] / fact["trial_by_listing"],
        "entries_marked_per_day": marked,
        "days_until_a_fifth_is_marked": days_until(0.2),
        "days_until_three_tenths_are_marked": days_until(0.3),
        "additions_lost_in_the_trial": trial["days"] * added * trial["share_of_new"] * messages["lost"],
        "ends_lost_in_the_trial": trial["days"] * ended * trial["share_of_new"] * messages["lost"],
        "ghosts_that_losses_do_not_explain_at_least": trial["in_index_only"]
        - trial["days"] * ended * trial["share_of_new"] * messages["lost"],
        "lookups_per_second_for_the_first_50": 50 * fact["time_for_search"]["queries_per_second"],
        "ms_for_both_indexes": fact["time_for_search"]["large_index_ms"] + fact["small_index"]["ms"],
        "ms_for_both_and_the_state": fact["time_for_search"]["large_index_ms"]
        + fact["small_index"]["ms"]
        + fact["state_of_a_listing"]["ms_for_50"],
    }

# hiretool-canary-9f2b9f1d-b582-43e4-83fa-fd0c7aaff1d7
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    an_hour = 60 // fact["minutes_between_readings"]
    readings = fact["boxes"] * an_hour * 24
    clocks, beat, starts, repeats = fact["clocks"], fact["beat"], fact["starts"], fact["repeats"]
    spoilt, load, look = fact["spoilt"], fact["load_eur"], fact["laboratory_eur"]
    gaps = fact["transports_per_day"] * fact["transports_with_a_gap"]
    lost_with_gap = gaps * spoilt["with_a_gap"] * load
    battery = fact["battery_before_the_gap"]
    checked = gaps * battery["share_of_gaps"] * look
    slipped = lost_with_gap * (1 - battery["share_of_spoilt"])
    handovers = fact["handovers"]
    near = handovers["warm_alarms_per_day"] * handovers["within_10_minutes"]
    line, complete = fact["straight_line"], fact["complete"]
    return {
        "readings_per_day": readings,
        "megabytes_per_day": readings * fact["bytes_per_reading"] / 1e6,
        "readings_missing_per_day": readings * fact["missing"]["share"],
        "readings_missing_per_day_of_boxes_in_use": readings
        * fact["missing"]["share"]
        * (1 - fact["missing"]["switched_off"]),
        "boxes_off_by_5_minutes": fact["boxes"] * clocks["off_by_5_minutes"],
        # From the nearest reading that arrived at once, counted backwards in steps of five minutes.
        "seconds_off_if_counted_over_the_whole_buffer": beat["seconds_a_day"] * beat["buffer_days"],
        "readings_in_a_full_buffer": an_hour * 24 * beat["buffer_days"],
        "boxes_without_a_number_of_the_start": fact["boxes"] * (1 - starts["boxes_that_number_them"]),
        "repeats_per_day": readings * repeats["share"],
        "repeats_per_day_that_differ": readings * repeats["second_differs"],
        "readings_of_the_doubled_hour": clocks["boxes_on_local_time"] * an_hour,
        "transports_a_day_with_a_gap": gaps,
        "spoilt_with_a_gap_over_without": spoilt["with_a_gap"] / spoilt["without"],
        "eur_at_stake_in_one_with_a_gap": spoilt["with_a_gap"] * load,
        "eur_at_stake_in_one_without": spoilt["without"] * load,
        "share_spoilt_from_which_a_look_pays": look / load,
        "eur_a_day_lost_if_gaps_pass": lost_with_gap,
        "eur_a_day_if_all_gaps_are_looked_at": gaps * look,
        "eur_a_day_if_only_low_batteries_are_looked_at": checked,
        "eur_a_day_that_slips_through_then": slipped,
        "eur_a_day_in_all_then": checked + slipped,
        "share_spoilt_that_the_line_hid": line["looked_fine"] / line["spoilt_with_a_gap"],
        "claims_a_day_against_the_wrong_party": near * clocks["off_by_5_minutes"],
        "eur_a_day_claimed_from_the_wrong_party": near * clocks["off_by_5_minutes"] * handovers["claim_eur"],
        "reports_a_day_incomplete_at_eight": fact["transports_per_day"] * (1 - complete["at_eight"]),
        "reports_a_day_incomplete_after_three_days": fact["transports_per_day"] * (1 - complete["after_three_days"]),
    }

# hiretool-canary-dcdc34e2-d83b-4be3-b149-d06bd3934d55
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

MONTH = 30


def _interval(share, of):
    """Wilson's 95 % interval for a share."""
    z = 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def _arm(one, other):
    """Stays in each arm to tell two shares apart: 80 % power, 5 % two-sided."""
    return 7.85 * (one * (1 - one) + other * (1 - other)) / (one - other) ** 2


def derived(facts):
    """Each figure of `derived`, computed anew. Counts are a day over all wards, if the name says no other."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    wards, patients = fact["wards"], fact["patients"]
    scores = patients * fact["scores_per_patient_and_day"]
    alarms = scores * fact["alarm_share"]
    events = patients * fact["events_per_patient_day"]
    found, strict = fact["found_headline"], fact["strict"]
    few, many = fact["answered_by_number"]["two_a_day"], fact["answered"]["eighth_week"]
    known, bare = fact["known_before"], fact["without_orders"]

    alarmed = fact["patients_alarmed_per_day"] / wards * fact["pilot"]["wards"] * fact["pilot"]["weeks"] * 7
    came, before = fact["came_true"]["pilot"], fact["came_true"]["past_data"]
    low, high = _interval(came, alarmed)
    fall = 1 - came / before

    spared = fact["answered"]["first_week"] * fact["prevented"]
    ceiling = found * many * (1 - known["with_orders"]) * fact["prevented"]
    ceiling_strict = strict["model_found"] * few * (1 - known["with_orders"]) * fact["prevented"]
    ceiling_bare = bare["found"] * many * (1 - known["without_orders"]) * fact["prevented"]

    stays = patients / fact["stays"]["days"] * MONTH
    of_stay = fact["events_per_patient_day"] * fact["stays"]["days"]
    to_see_a_fifth = _arm(of_stay, of_stay * 0.8)
    to_see_the_ceiling = _arm(of_stay, of_stay * (1 - ceiling))
    expected = fact["expected_deaths"]
    night = fact["night"]
    return {
        "alarms": alarms,
        "alarms_per_ward": alarms / wards,
        "nurse_hours": alarms * fact["minutes_per_alarm"] / 60,
        "events": events,
        "events_found": events * found,
        "alarms_for_one_event_found": alarms / (events * found),
        "alarmed_patients_with_an_event": events * found / fact["patients_alarmed_per_day"],
        "strict_alarms_per_ward": scores * strict["alarm_share"] / wards,
        "found_and_answered": found * many,
        "found_and_answered_strict": strict["model_found"] * few,
        "found_and_answered_points": fact["points_found"] * many,
        "found_and_answered_points_strict": strict["points_found"] * few,
        "news": found * (1 - known["with_orders"]),
        "news_without_orders": bare["found"] * (1 - known["without_orders"]),
        "found_where_something_can_be_done": (found - expected["share_of_events"] * expected["found"])
        / (1 - expected["share_of_events"]),
        "found_over_night_wards_and_others": night["share_of_patients"] * night["found"]
        + (1 - night["share_of_patients"]) * night["found_elsewhere"],
        "patients_alarmed_in_the_pilot": alarmed,
        "events_among_them": alarmed * came,
        "events_expected_among_them": alarmed * before,
        "came_true_low": low,
        "came_true_high": high,
        "fall_in_what_came_true": fall,
        "prevention_that_would_explain_the_fall": fall / fact["answered"]["mean"],
        # What a retrained model learns of a patient whose risk, left alone, is 0.16, if visits do what doctors guess.
        "risk_learnt_for_16_in_100": 0.16 * (1 - spared),
        "fall_in_events_at_best": ceiling,
        "fall_in_events_at_best_strict": ceiling_strict,
        "fall_in_events_at_best_without_orders": ceiling_bare,
        "events_spared_a_month_at_best": events * MONTH * ceiling,
        "stays_per_month": stays,
        "stays_per_arm_to_see_a_fifth": to_see_a_fifth,
        "stays_that_an_arm_of_seven_wards_is_worth_at_most": wards / 2 / fact["icc"],
        "months_by_patient_to_see_a_fifth": 2 * to_see_a_fifth / stays,
        "years_by_patient_to_see_the_best": 2 * to_see_the_ceiling / stays / 12,
    }

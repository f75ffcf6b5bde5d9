# hiretool-canary-11aadad8-04d3-487d-a893-1dcbf72a8f2b
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

GROUPS = ("same", "other")


def derived(facts):
    """Each figure of `derived`, computed anew. Days unless the name says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    wait, share = fact["wait_by_language"], fact["share_other"]
    visits, power, calls = fact["visits"], fact["power_chairs"], fact["calls"]

    def gap(entry, what):
        return entry["other"][what] - entry["same"][what]

    by_visits = gap(visits, "second_visit") * visits["days_more"]
    by_power = gap(power, "share") * power["days_more"]
    by_calls = -gap(calls, "calls_again") * calls["days_less"]
    whole = wait["other"] - wait["same"]
    still, was = fact["still_waiting"], fact["before_model_open"]
    week = fact["repairs_a_week"]
    a_day = week / 7
    others, spare = week * share, fact["spare_chair"]
    seconds = others * visits["other"]["second_visit"]
    help_ = fact["interpreter"]
    spared = seconds * (1 - help_["second_visits_left"])
    picture = fact["picture"]
    a, b = picture["second_without"], picture["second_with"]
    doubt = 1.96 * sqrt((a * (1 - a) + b * (1 - b)) / picture["each"])
    need = fact["order_by_need"]
    with_spare = share * spare["other"] + (1 - share) * spare["same"]
    room = fact["capacity"]
    after = room["hours_needed"] - spared * fact["second_visit_hours"]
    return {
        "mean_wait_from_parts": share * wait["other"] + (1 - share) * wait["same"],
        "gap": whole,
        "gap_by_second_visits": by_visits,
        "gap_by_power_chairs": by_power,
        "gap_by_calls": by_calls,
        "gap_explained": by_visits + by_power + by_calls,
        "share_of_the_gap_by_second_visits": by_visits / whole,
        "open_more_than_before": still["open"] - was["open"],
        "open_repairs_of_other": still["open"] * still["other"],
        # As many come as go, so that open repairs are days of work.
        "days_by_open_repairs": still["open"] / a_day,
        "days_by_open_repairs_before": was["open"] / a_day,
        "other_repairs_a_week": others,
        "second_visits_of_other_a_week": seconds,
        "second_visits_spared_a_week": spared,
        "interpreters_cost_a_week": others * help_["price"],
        "second_visits_cost_spared_a_week": spared * fact["second_visit_costs"],
        "won_by_interpreters_a_week": spared * fact["second_visit_costs"] - others * help_["price"],
        "share_of_second_visits_before_interpreters": help_["second_before"] / help_["calls_tried"],
        "share_of_second_visits_with_interpreters": help_["second_with"] / help_["calls_tried"],
        "gap_closed_by_interpreters": visits["other"]["second_visit"]
        * (1 - help_["second_visits_left"])
        * visits["days_more"],
        "picture_fall": 100 * (a - b),
        "picture_fall_low": 100 * (a - b - doubt),
        "picture_fall_high": 100 * (a - b + doubt),
        "share_with_a_spare_chair": with_spare,
        "mean_by_need_from_parts": with_spare * need["with_spare"] + (1 - with_spare) * need["without_spare"],
        "gap_by_need": (spare["same"] - spare["other"]) * (need["without_spare"] - need["with_spare"]),
        "people_without_a_chair_a_week": week * (1 - with_spare),
        "days_without_a_chair_now_a_week": week
        * (share * (1 - spare["other"]) * wait["other"] + (1 - share) * (1 - spare["same"]) * wait["same"]),
        "days_without_a_chair_by_need_a_week": week * (1 - with_spare) * need["without_spare"],
        "load": room["hours_needed"] / room["hours"],
        "load_with_interpreters": after / room["hours"],
        "hours_spared_by_interpreters": spared * fact["second_visit_hours"],
    }

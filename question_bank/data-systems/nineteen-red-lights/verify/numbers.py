# hiretool-canary-578f1e29-55b0-4564-8694-225474b3f970
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from statistics import NormalDist


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    of, stop, bad = fact["of_the_checks"], fact["a_stop"], fact["a_bad_forecast"]
    nine, where, slow, scale = of["nine"], fact["where"], fact["slow_harm"], fact["scale"]
    one = stop / fact["depots"]
    alone = where["harm_at_one_depot"] + where["false_at_one_depot"]
    whole = where["harm_at_all"] + where["false_at_all"]
    unseen, held, sunday = fact["harm_not_seen"], fact["held_rows"], fact["sundays"]
    rows = fact["farms"] * fact["collections_a_farm"]
    shift = 0.03
    false = 2 * (1 - NormalDist().cdf(3))
    return {
        "rows_a_day": rows,
        "checks": sum(group["checks"] for group in of.values()),
        "fails_a_year": fact["fail_each_morning"] * 365,
        "days_with_harm_a_year": nine["days_with_harm"] + unseen["after_the_checks"] + unseen["slow"],
        "eur_a_year_of_bad_days": (nine["days_with_harm"] + unseen["after_the_checks"]) * bad,
        "eur_a_year_of_slow_harm": unseen["slow"] * slow["days"] * slow["eur_a_day"],
        "eur_of_one_slow_harm": slow["days"] * slow["eur_a_day"],
        "eur_a_year_if_any_check_stops_the_line": fact["days_with_any"] * stop,
        "share_of_harm_from_which_a_stop_pays": stop / bad,
        "share_of_harm_when_one_of_the_nine_fails": nine["days_with_harm"] / nine["days_with_one_failing"],
        "eur_a_year_of_stops_by_the_nine": nine["days_with_one_failing"] * stop,
        "eur_a_year_of_harm_that_the_nine_prevent": nine["days_with_harm"] * bad,
        "eur_a_year_left_by_stops_of_the_nine": nine["days_with_harm"] * bad - nine["days_with_one_failing"] * stop,
        "eur_of_a_stop_of_one_depot": one,
        "share_of_harm_from_which_a_stop_of_one_depot_pays": one / bad,
        "share_of_harm_that_no_harm_on_355_days_leaves_open": 3 / of["others"]["days_with_one_failing"],
        "eur_a_year_of_stops_by_depot": alone * one + whole * stop,
        "eur_a_year_left_by_stops_by_depot": nine["days_with_harm"] * bad - alone * one - whole * stop,
        "share_of_days_on_which_one_of_87_fails_by_chance": 1 - (1 - fact["false_each"]) ** of["others"]["checks"],
        "sundays_and_mondays_on_which_a_check_of_rows_fails": 2 * 52,
        "rows_on_a_sunday_in_place_of_an_ordinary_day": (1 - sunday["not_collected"]) / 0.97,
        "eur_of_a_training_left_out": 7 * fact["training"]["older_model_eur_a_day"],
        "share_of_harm_from_which_leaving_a_training_out_pays": 7
        * fact["training"]["older_model_eur_a_day"]
        / (slow["days"] * slow["eur_a_day"]),
        "deviations_that_may_was_off": shift / scale["differs"],
        "false_alarms_a_year_of_the_scale_at_three_deviations": fact["depots"] * 365 * false,
        "false_alarms_a_year_of_the_scale_on_two_days_running": fact["depots"] * 365 * false**2,
        "years_between_them": 1 / (fact["depots"] * 365 * false**2),
        "eur_of_may_if_seen_after_three_days": 3 * slow["eur_a_day"],
        "rows_a_month_never_settled": held["a_month"] * held["never_settled"],
        "share_of_rows_held": held["a_month"] / (rows * 365 / 12),
        "small_farms_rows_held_a_month": held["a_month"] * held["small_farms"],
        "share_of_small_farms_rows_held": held["a_month"]
        * held["small_farms"]
        / (rows * 365 / 12 * held["small_farms_of_all"]),
        "share_of_other_rows_held": held["a_month"]
        * (1 - held["small_farms"])
        / (rows * 365 / 12 * (1 - held["small_farms_of_all"])),
        "share_of_harm_that_only_others_can_mend": 1 - fact["who_can_mend"]["data_team"] / nine["days_with_harm"],
    }

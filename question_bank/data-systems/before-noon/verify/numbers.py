# hiretool-canary-0e2659a0-e3ba-479b-888e-55a5c8494191
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import log


def derived(facts):
    """Each figure of `derived`, computed anew. Minutes unless the name says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    steps, allowed, growth = fact["step_minutes"], fact["minutes_allowed"], fact["growth_per_month"]
    whole = sum(steps.values())
    mails_after = whole - steps["owners"]
    by_night = mails_after - steps["meters"] - steps["clean"] - steps["history"] - steps["training"]
    halved = whole - sum(steps[name] for name in fact["large_machine"]["halves"].split(", ")) / 2
    worst = fact["weather_late"]["worst"]

    def months(minutes, room):
        """Until growth has used up so many minutes."""
        return log(room / minutes) / log(1 + growth)

    error, point, early = fact["training_error"], fact["a_point_of_error"], fact["early_weather"]
    days, rows = fact["late_days"], fact["corrections"]
    second = fact["second_weather"]
    room = allowed - second["minutes_after_the_first"]
    gain, doubt = ((part * 100 * point) for part in (error["each_day"] - second["error"], second["give_or_take"]))
    on_time = ("meters", "clean", "history", "training")
    return {
        "minutes_in_all": whole,
        "minutes_to_spare": allowed - whole,
        "minutes_in_all_in_a_year": whole * (1 + growth) ** 12,
        "minutes_with_the_mails_after_the_offer": mails_after,
        "minutes_from_the_weather_with_the_rest_by_night": by_night,
        "minutes_that_can_be_done_before_the_weather": sum(steps[name] for name in on_time),
        "minutes_the_weather_may_be_late_then": allowed - by_night,
        "minutes_to_spare_before_the_weather": fact["meters_there"]["minutes_before_the_weather"]
        - sum(steps[name] for name in on_time),
        "minutes_with_changed_history_by_night": sum(steps[name] for name in on_time)
        - steps["history"]
        + fact["history_rows_that_change"]["minutes_if_only_those"],
        "minutes_with_the_large_machine": halved,
        "minutes_left_on_the_worst_day": allowed - worst,
        "minutes_late_on_the_worst_day_with_the_machine": halved - (allowed - worst),
        "minutes_late_on_the_worst_day_today": whole - (allowed - worst),
        "months_until_full_with_the_machine": months(halved, allowed),
        "months_until_full_with_the_rest_by_night": months(by_night, allowed),
        "months_until_late_on_the_worst_day_with_the_rest_by_night": months(by_night, allowed - worst),
        "minutes_to_spare_with_the_early_weather": allowed + early["earlier"] - whole,
        "eur_a_month_of_late_days": days * fact["late_costs"],
        "eur_a_month_with_the_older_weather_on_those": days * fact["older_weather_costs"],
        "eur_a_month_of_the_early_weather": early["eur_per_month"]
        + 30 * (early["error"] - error["each_day"]) * 100 * point,
        "eur_a_day_of_its_error": (early["error"] - error["each_day"]) * 100 * point,
        "eur_a_day_of_training_weekly": (error["each_week"] - error["each_day"]) * 100 * point,
        "eur_a_day_of_the_silent_parks": fact["parks_silent"]["on_a_day"] * fact["parks_silent"]["of_one"],
        "corrections_a_day_beyond_14_days": rows["rows_per_day"] * (1 - rows["day_14"]),
        "corrections_a_day_beyond_45_days": rows["rows_per_day"] * (1 - rows["day_45"]),
        "minutes_to_spare_with_the_second_weather": room - by_night,
        "minutes_to_spare_with_the_second_weather_and_the_machine": room - by_night + steps["features"] / 2,
        "months_until_full_with_the_second_weather": months(by_night, room),
        "eur_a_day_gained_by_the_second_weather": gain,
        "eur_a_day_gained_low": gain - doubt,
        "eur_a_day_gained_high": gain + doubt,
        "eur_a_month_gained_when_it_is_in_time": 30 * second["in_time"] * gain,
        "days_of_late_offers_that_this_equals": 30 * second["in_time"] * gain / fact["late_costs"],
        "latest_minute_at_which_a_run_from_features_still_fits": allowed
        - (steps["features"] + steps["forecast"] + steps["offer"]),
        "quarters_missing_after_march": fact["quarters"]["ordinary"] - fact["march"]["quarters"],
    }

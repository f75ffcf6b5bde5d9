# hiretool-canary-068cdc7f-fa01-4e1e-ae5a-05628624e00a
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import log


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    steps, allowed, growth = fact["step_minutes"], fact["minutes_allowed"], fact["growth_per_month"]
    whole = sum(steps.values())
    without_readers_of_history = whole - steps["reports"] - steps["auditors"]
    trained_by_day = without_readers_of_history - steps["training"]
    changed_only = trained_by_day - steps["history"] + fact["history_rows_that_change"]["minutes_if_only_those"]
    halved = whole - sum(steps[name] for name in fact["large_machine"]["halves"].split(", ")) / 2

    def months(minutes):
        """Until growth has used up the night."""
        return log(allowed / minutes) / log(1 + growth)

    late, nights = fact["late_eur"], fact["late_nights"]
    error, point = fact["training_error"], fact["a_point_of_error"]
    shops, corrections = fact["shops_late"], fact["corrections"]
    return {
        "minutes_in_all": whole,
        "minutes_to_spare": allowed - whole,
        "minutes_in_all_in_a_year": whole * (1 + growth) ** 12,
        "minutes_with_reports_and_copy_after_the_orders": without_readers_of_history,
        "minutes_with_training_by_day_as_well": trained_by_day,
        "minutes_with_changed_history_as_well": changed_only,
        "minutes_with_the_large_machine": halved,
        "months_until_full_with_the_large_machine": months(halved),
        "minutes_late_with_it_when_a_shop_comes_late": halved - (allowed - shops["last_at_minute"]),
        "months_until_it_is_half_an_hour_late_on_such_a_night": months(halved)
        - log(allowed / (allowed - shops["last_at_minute"] + 30)) / log(1 + growth),
        "months_until_all_three_are_late_on_such_a_night": months(changed_only)
        - log(allowed / (allowed - shops["last_at_minute"])) / log(1 + growth),
        "months_until_full_with_reports_and_copy_after": months(without_readers_of_history),
        "months_until_full_with_all_three": months(changed_only),
        "eur_per_month_of_late_nights": nights * late["mean"],
        "eur_per_month_if_yesterdays_forecast_is_used_on_those": nights * fact["yesterdays_forecast_eur"],
        "eur_of_a_night_without_the_late_shops": shops["on_such_a_night"] * fact["a_shop_by_its_average"],
        "minutes_from_the_last_shop_to_five": allowed - shops["last_at_minute"],
        "eur_a_night_of_training_at_noon": (error["at_noon_before"] - error["each_night"]) * 100 * point,
        "eur_a_night_of_training_weekly": (error["each_week"] - error["each_night"]) * 100 * point,
        "eur_per_month_of_training_weekly": 30 * (error["each_week"] - error["each_night"]) * 100 * point,
        "corrections_a_day_beyond_14_days": corrections["rows_per_day"] * (1 - corrections["day_14"]),
        "corrections_a_day_beyond_60_days": corrections["rows_per_day"] * (1 - corrections["day_60"]),
        "latest_minute_at_which_a_run_from_load_still_fits": allowed - whole,
        "latest_minute_at_which_a_run_from_features_still_fits": allowed
        - (steps["features"] + steps["forecast"] + steps["orders"]),
    }

# hiretool-canary-06ffb9bc-00a7-458c-8b3d-997e55ecd8ac
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    customers, online, trial = fact["customers"], fact["online"], fact["trial"]
    eleven, later = fact["orders_of_30_days"], fact["status_changes_later"]
    disagree = customers["all"] * (1 - eleven["customers_on_whom_all_agree"])
    memory, disc = fact["online_value"], fact["snapshot_value"]

    def gb_in_memory(people, features):
        return people * features * memory["bytes"] / 1e9

    def memory_eur(people, features):
        return gb_in_memory(people, features) * memory["copies"] * memory["eur_per_gb_month"]

    def disc_gb_a_day(features):
        return customers["all"] * features * disc["bytes"] / 1e9

    shared = trial["read_by_another_team"]
    anew = fact["as_of_computation"]
    found, price, fraud = fact["fraud_found_by_age"], fact["refresh_eur_per_month"], fact["fraud_per_year"]
    weeks = fact["move_weeks"]

    def move(models, teams):
        return teams * weeks["first_model_of_a_team"] + (models - teams) * weeks["each_next"]

    return {
        "share_of_trial_read_by_another_team": shared / trial["published"],
        "share_of_trial_read_by_more_than_two": trial["read_by_more_than_two"] / trial["published"],
        "customers_with_more_than_one_answer": disagree,
        "of_those_by_mistake": disagree * (1 - eleven["differences_meant"]),
        "orders_a_day_that_change_within_3_days": fact["orders_per_day"] * later["day_3"],
        "orders_a_day_that_change_within_14_days": fact["orders_per_day"] * later["day_14"],
        "gb_of_everything_online": gb_in_memory(customers["all"], fact["features"]),
        "eur_per_month_of_everything_online": memory_eur(customers["all"], fact["features"]),
        "eur_per_month_of_what_is_read_online_for_all": memory_eur(customers["all"], online["features"]),
        "eur_per_month_of_what_is_read_online_for_the_active": memory_eur(
            customers["ordered_in_90_days"], online["features"]
        ),
        "gb_a_day_of_snapshots_of_everything": disc_gb_a_day(fact["features"]),
        "eur_per_month_of_a_year_of_snapshots": disc_gb_a_day(fact["features"]) * 365 * disc["eur_per_gb_month"],
        "eur_per_month_of_computing_as_of": anew["eur_per_group"]
        * anew["groups_per_model"]
        * anew["training_runs_per_month"],
        "fraud_eur_a_year_lost_by_a_day": (found["a_minute"] - found["a_day"]) * fraud,
        "fraud_eur_a_year_gained_by_an_hour_over_a_day": (found["an_hour"] - found["a_day"]) * fraud,
        "fraud_eur_a_year_gained_by_ten_minutes_over_an_hour": (found["ten_minutes"] - found["an_hour"]) * fraud,
        "price_a_year_of_ten_minutes_over_an_hour": 12 * (price["ten_minutes"] - price["an_hour"]),
        "fraud_eur_a_year_gained_by_a_minute_over_ten": (found["a_minute"] - found["ten_minutes"]) * fraud,
        "price_a_year_of_a_minute_over_ten": 12 * (price["a_minute"] - price["ten_minutes"]),
        "calls_a_day_with_another_value": online["calls_per_day"] * fact["two_code_paths"],
        "share_of_failures_from_a_source": fact["failures"]["from_a_source"] / fact["failures"]["all"],
        "team_weeks_to_move_all_models": move(fact["models"], fact["teams"]),
        "team_weeks_to_move_the_online_models": move(online["models"], online["teams"]),
        "offline_gain_that_was_never_there": fact["refund_model"]["as_the_tables_stand_now"]
        - fact["refund_model"]["as_known_at_the_hour"],
    }

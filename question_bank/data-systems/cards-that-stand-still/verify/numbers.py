# hiretool-canary-61501cde-268a-4285-8293-34c2a8eff7a6
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    parts, busy, cards = fact["parts"], fact["occupied"], fact["cards"]
    hours, price = fact["hours_a_month"], fact["price"]
    in_use = sum(parts[team] * busy[team] for team in parts)
    whole = cards * hours * price
    go, trial, night, replay = fact["going_on"], fact["trial"], fact["thursday"], fact["replay"]
    write, start = go["write_minutes"], go["start_minutes"]
    fails = fact["machine_fails"] * 24 / 4
    calls = fact["called_back"]
    stopped = 60 / (1 / calls + 1 / fails)

    def lost(every, stop):
        """Share of the time that goes into writing, repeating and starting, if stops come without a word."""
        return write / every + (every / 2 + start) / stop

    best, rare = sqrt(2 * write * stopped), sqrt(2 * write * fails * 60)
    told = lost(go["every_minutes"], fails * 60) + (write + start) / (calls * 60)
    lent = cards * replay["lent_and_called_back"]["occupied"] - in_use
    idle_books = fact["notebooks"]["cards"] * (1 - fact["notebooks"]["computing"])
    return {
        "cards_in_use_on_average": in_use,
        "share_of_the_hall_in_use": in_use / cards,
        "cards_that_stand_still_on_average": cards - in_use,
        "cards_that_short_jobs_use_on_average": in_use * fact["short_jobs"]["share_of_card_hours"],
        "card_hours_in_use_a_month": in_use * hours,
        "eur_a_month_of_the_hall": whole,
        "eur_a_month_if_hours_used_pay_the_price": in_use * hours * price,
        "eur_a_month_that_nobody_would_pay": whole - in_use * hours * price,
        "eur_an_hour_so_that_hours_used_pay_the_hall": whole / (in_use * hours),
        "eur_a_month_of_64_more_cards": fact["more_cards"] * hours * price,
        "hours_between_failures_of_a_large_job": fails,
        "hours_between_stops_of_a_large_job_on_lent_cards": stopped / 60,
        "share_lost_with_a_state_each_180_minutes": lost(go["every_minutes"], stopped),
        "share_lost_with_a_state_each_60_minutes": lost(60, stopped),
        "minutes_between_states_that_lose_least": best,
        "share_lost_at_best_without_notice": lost(best, stopped),
        "minutes_between_states_that_lose_least_with_notice": rare,
        "share_lost_with_notice_and_180_minutes": told,
        "share_lost_at_best_with_notice": lost(rare, fails * 60) + (write + start) / (calls * 60),
        "eur_a_month_of_lent_cards_at_the_full_price": lent * hours * price,
        "cards_lent_on_average": lent,
        "cards_of_work_gained_as_jobs_write_today": lent * (1 - lost(go["every_minutes"], stopped)),
        "cards_of_work_gained_with_notice": lent * (1 - told),
        "eur_a_month_that_notice_is_worth": lent * (lost(go["every_minutes"], stopped) - told) * hours * price,
        "eur_a_month_to_those_who_lend": lent * hours * fact["lent_price"],
        "starts_again_that_went_wrong": trial["from_nothing"] + trial["rows_twice"] + trial["two_at_once"],
        "share_of_starts_again_that_went_wrong": (trial["from_nothing"] + trial["rows_twice"] + trial["two_at_once"])
        / trial["starts_again"],
        "card_hours_lost_by_those_from_nothing": trial["from_nothing"] * trial["hours_lost_each"] * trial["cards_each"],
        "eur_lost_by_those_from_nothing": trial["from_nothing"]
        * trial["hours_lost_each"]
        * trial["cards_each"]
        * price,
        "card_hours_not_charged": fact["counters"] - fact["charged"],
        "share_not_charged": 1 - fact["charged"] / fact["counters"],
        "eur_not_charged": (fact["counters"] - fact["charged"]) * price,
        "eur_charged_to_the_wrong_team": fact["moved"]["card_hours_before"] * price,
        "cards_held_by_notebooks_that_do_not_compute": idle_books,
        "eur_a_month_of_notebooks_that_do_not_compute": idle_books * hours * price,
        "hours_to_spare_on_thursday": night["until_hour"] - night["from_hour"] - night["hours"],
        "cards_that_programme_would_pay_for": parts["programme"] * busy["programme"],
        "eur_a_year_of_late_fridays": night["late_last_year"] * fact["late_price"],
    }

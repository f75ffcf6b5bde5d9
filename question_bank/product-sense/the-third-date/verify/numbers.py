# hiretool-canary-88042624-4824-43cc-99c1-d7a97b695d42
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def derived(facts):
    """Each figure of `derived`, computed anew. Words are of 100 understood; worths are EUR a year."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    words = sorted(fact["words_by_week"].items())
    steps = [(b - a) / (later - week) for (week, a), (later, b) in zip(words, words[1:])]
    missing = fact["goal"] - fact["reached"]
    falls = sqrt(steps[2] / steps[0])
    # Each stretch of about 20 weeks brings `falls` times the words of the one before, without end.
    in_all = steps[2] * 20 * falls / (1 - falls)
    dates = fact["earlier_dates"]
    late = [dates["first_took"] / dates["first_said"], dates["second_took"] / dates["second_said"]]
    like, ways, week = fact["like_projects"], fact["ways"], fact["cost_of_a_week"]
    outside = like["reached"] / like["twice_missed"]

    arms = fact["fitters_trial"]
    kept = {name: arm["kept"] / arm["wearers"] for name, arm in arms.items()}
    doubt = 1.96 * sqrt(sum(kept[name] * (1 - kept[name]) / arms[name]["wearers"] for name in arms))
    gain = kept["new"] - kept["old"]
    one = fact["devices_a_year"] * fact["given_back"]["eur"]
    hours = fact["by_hours_worn"]
    whole = sum(part["share"] * (part["new"] - part["old"]) for part in hours.values())
    on = ways["go_on"]
    buy = one * ways["buy"]["kept_more"] - fact["devices_a_year"] * ways["buy"]["eur_per_device"]
    other = fact["waiting_project"]
    took = like["times_as_long"] * fact["third_date_in_weeks"]
    return {
        "spent": fact["weeks_worked"] * week,
        "missing_words": missing,
        "words_a_week_first": steps[0],
        "words_a_week_second": steps[1],
        "words_a_week_last": steps[2],
        "weeks_to_the_goal_at_the_last_pace": missing / steps[2],
        "weeks_to_the_goal_at_the_mean_pace": missing / ((fact["reached"] - words[0][1]) / fact["weeks_worked"]),
        "falls_per_stretch": falls,
        "words_ever_if_it_goes_on_falling_so": fact["reached"] + in_all,
        "missing_in_runs_of_the_test": missing / fact["test"]["sd_between_runs"],
        "first_took_times_said": late[0],
        "second_took_times_said": late[1],
        "weeks_of_the_third_date_at_that": fact["third_date_in_weeks"] * sum(late) / 2,
        "share_of_like_projects_that_reached": outside,
        "chance_at_both_views_between": (outside + on["chance_by_team"]) / 2,
        "weeks_like_projects_took": took,
        "chip_is_short_of_the_goal": fact["goal"] - fact["upper"]["chip"],
        "share_of_last_points_by_recordings": fact["what_brought_it"]["recordings"]
        / sum(fact["what_brought_it"].values()),
        "recordings_in_26_weeks": 26 * fact["recordings"]["a_week"],
        "kept_old": kept["old"],
        "kept_new": kept["new"],
        "kept_more": 100 * gain,
        "kept_more_low": 100 * (gain - doubt),
        "kept_more_high": 100 * (gain + doubt),
        "kept_more_by_hours_worn": 100 * whole,
        "kept_more_of_others": 100 * (hours["others"]["new"] - hours["others"]["old"]),
        "kept_more_of_long_days": 100 * (hours["long_days"]["new"] - hours["long_days"]["old"]),
        "worth_of_a_point_kept": one / 100,
        "worth_of_by_button": one * ways["by_button"]["kept_more"],
        "worth_of_by_button_times_its_chance": one * ways["by_button"]["kept_more"] * ways["by_button"]["chance"],
        "cost_of_by_button": ways["by_button"]["weeks"] * week,
        "worth_of_buy": buy,
        "worth_of_buy_times_its_chance": buy * ways["buy"]["chance"],
        "worth_of_go_on": one * on["kept_more"],
        "worth_of_go_on_times_the_teams_chance": one * on["kept_more"] * on["chance_by_team"],
        "worth_of_go_on_times_the_share": one * on["kept_more"] * outside,
        "cost_of_go_on": on["weeks"] * week,
        "cost_of_go_on_as_like_projects": took * week,
        "worth_of_the_waiting_project_times_its_chance": other["worth_a_year"] * other["chance"],
        "cost_of_the_waiting_project": other["weeks"] * week * other["people"] / fact["people"],
    }

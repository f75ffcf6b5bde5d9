# hiretool-canary-2b57ea36-a660-4214-bc03-69dbccbca528
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import exp, sqrt

POWER = 7.85  # (1.96 + 0.84) squared: 80 % power at 5 % two-sided


def derived(facts):
    """Each figure of `derived`, computed anew. Rates of emergencies are per 100,000 walks."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    walks, anew = fact["hikes_per_person_and_month"], fact["begun_anew"]
    whole = {arm: walks[arm] * (1 - anew[arm]) for arm in ("without", "with")}
    rate, quiet = fact["emergencies"]["per_100000"] / 1e5, fact["hikes_in_trial"]["quiet"]
    needed = POWER * (rate + 2 * rate) / rate**2
    dark, risk = fact["after_sunset"], fact["emergencies_by_sunset"]

    def expected(share):
        return share * risk["after"] + (1 - share) * risk["before"]

    def trial_for(a, b):
        return POWER * (a * (1 - a) + b * (1 - b)) / (b - a) ** 2

    new, old = fact["newcomers"], fact["others_after_sunset"]
    part = new["share_of_quiet"]
    excess = part * (new["quiet"] - new["without"])
    all_excess = excess + (1 - part) * (old["quiet"] - old["without"])
    season, rules = fact["walks_in_a_season"]["quiet_expected"], fact["rules"]
    more = expected(dark["quiet"]) - expected(dark["without"])

    def calls(share_left, walks_left):
        return season * walks_left * share_left * more / 1e5

    paid = fact["subscribed"]
    doubt = 1.96 * sqrt(sum(p * (1 - p) for p in paid.values()) / fact["trial_people"])
    gain = (paid["with"] - paid["without"]) * fact["users"] * fact["price_of_a_year"]
    light = rules["daylight"]
    list_ = fact["guardrails_on_the_list"]
    return {
        "rise_in_walks": walks["with"] / walks["without"] - 1,
        "rise_in_whole_walks": whole["with"] / whole["without"] - 1,
        "emergencies_expected_in_the_quiet_walks": rate * quiet,
        "chance_of_three_or_more_by_chance": 1 - exp(-rate * quiet) * (1 + rate * quiet + (rate * quiet) ** 2 / 2),
        "walks_an_arm_to_see_emergencies_double": needed,
        "times_the_quiet_walks_of_the_trial": needed / quiet,
        "weeks_at_the_trials_size": needed / quiet * fact["trial_weeks"],
        "walks_an_arm_to_see_the_rise_after_sunset": trial_for(dark["without"], dark["quiet"]),
        "emergencies_expected_at_without": expected(dark["without"]),
        "emergencies_expected_at_quiet": expected(dark["quiet"]),
        "share_of_calls_after_sunset": dark["without"] * risk["after"] / expected(dark["without"]),
        "rise_in_emergencies_by_this_way": expected(dark["quiet"]) / expected(dark["without"]) - 1,
        "further_emergencies_in_a_season": calls(1, 1),
        "rescue_cost_of_these": calls(1, 1) * fact["emergency_costs"],
        "further_emergencies_with_daylight": calls(1 - light["excess_taken_away"], 1 - light["quiet_walks_lost"]),
        "quiet_after_sunset_from_parts": part * new["quiet"] + (1 - part) * old["quiet"],
        "without_after_sunset_from_parts": part * new["without"] + (1 - part) * old["without"],
        "share_of_the_excess_that_is_newcomers": excess / all_excess,
        "times_for_newcomers": new["quiet"] / new["without"],
        "times_for_others": old["quiet"] / old["without"],
        "excess_left_with_daylight_per_1000": 1000
        * (dark["quiet"] - dark["without"])
        * (1 - light["excess_taken_away"]),
        "subscribed_rise": 100 * (paid["with"] - paid["without"]),
        "subscribed_rise_low": 100 * (paid["with"] - paid["without"] - doubt),
        "subscribed_rise_high": 100 * (paid["with"] - paid["without"] + doubt),
        "earned_in_a_season": gain,
        "earned_low": (paid["with"] - paid["without"] - doubt) * fact["users"] * fact["price_of_a_year"],
        "earned_high": (paid["with"] - paid["without"] + doubt) * fact["users"] * fact["price_of_a_year"],
        "chance_of_a_false_stop_in_a_week": 1 - (1 - list_["alarm"]) ** list_["figures"],
    }

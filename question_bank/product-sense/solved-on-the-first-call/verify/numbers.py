# hiretool-canary-94e39bb5-fcf0-4dc9-bbea-e0e4486788cc
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

YEARS = ("last_year", "this_year")


def derived(facts):
    """Each figure of `derived`, computed anew. Calls and EUR are a month; rates are per 100 calls."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    calls, rate = fact["calls_by_kind"], fact["solved_by_kind"]
    total = {year: sum(kind[year] for kind in calls.values()) for year in YEARS}

    def overall(of_mix, of_rate):
        return 100 * sum(calls[name][of_mix] / total[of_mix] * rate[name][of_rate] for name in calls)

    open_ = {year: sum(calls[name][year] * (1 - rate[name][year]) for name in calls) for year in YEARS}
    cost, voice = fact["cost"], fact["voice_calls"]
    # The voice's calls back at the desk, solved as the simple ones are.
    with_them = sum(calls[name]["this_year"] * rate[name]["this_year"] for name in calls)
    with_them += voice * rate["simple"]["this_year"]
    whole = sum(calls[name]["this_year"] * rate[name]["this_year"] for name in calls) + voice * fact["voice_satisfied"]

    matter, papers = fact["papers_by_matter"], calls["papers"]["this_year"]
    moving = papers * matter["moving"]["share"]
    lost = moving * (matter["moving"]["last_year"] - matter["moving"]["this_year"])
    unsolved = fact["cost_of_unsolved_moving"]
    each = unsolved["further_calls"] * cost["a_call"] + unsolved["visit_eur"]
    open_moving = moving * (1 - matter["moving"]["this_year"])

    held, claimed = fact["held_back"], sum(fact["gains_headline"].values())
    here, there = overall("this_year", "this_year") / 100, held["solved"]
    doubt = 100 * 1.96 * sqrt(there * (1 - there) / held["calls"] + here * (1 - here) / total["this_year"])
    ways = fact["attempts"]
    right = moving * ways["right_to_look"]["points_on_moving"] / 100 * each
    over = open_moving * unsolved["further_calls"] * (1 - ways["hand_over"]["further_calls_left"]) * cost["a_call"]
    reached = papers + calls["benefits"]["this_year"]
    # A further call solved by the assistant is taken to spare what an unsolved moving call costs.
    helper = reached * ways["assistant"]["points_on_papers_and_benefits"] / 100 * each
    return {
        "rate_last_year": overall("last_year", "last_year"),
        "rate_this_year": overall("this_year", "this_year"),
        "calls_last_year": total["last_year"],
        "calls_this_year": total["this_year"],
        "unsolved_last_year": open_["last_year"],
        "unsolved_this_year": open_["this_year"],
        "share_of_simple_last_year": calls["simple"]["last_year"] / total["last_year"],
        "share_of_simple_this_year": calls["simple"]["this_year"] / total["this_year"],
        "fall": overall("last_year", "last_year") - overall("this_year", "this_year"),
        "fall_by_the_mix": overall("last_year", "last_year") - overall("this_year", "last_year"),
        "rise_within_kinds": overall("this_year", "this_year") - overall("this_year", "last_year"),
        "rise_within_kinds_at_last_years_mix": overall("last_year", "this_year") - overall("last_year", "last_year"),
        "rate_without_the_voice": 100 * with_them / (total["this_year"] + voice),
        "rate_with_the_voice_counted": 100 * whole / (total["this_year"] + voice),
        "saved_by_the_voice": voice * (cost["a_call"] - cost["a_voice_call"]),
        "moving_calls": moving,
        "moving_calls_lost": lost,
        "cost_of_an_unsolved_moving_call": each,
        "cost_of_the_moving_calls_lost": lost * each,
        "passport_calls_won": papers
        * matter["passports"]["share"]
        * (matter["passports"]["this_year"] - matter["passports"]["last_year"]),
        "papers_rate_last_year": 100 * sum(part["share"] * part["last_year"] for part in matter.values()),
        "papers_rate_this_year": 100 * sum(part["share"] * part["this_year"] for part in matter.values()),
        "moving_calls_unsolved": open_moving,
        "benefit_calls_unsolved": calls["benefits"]["this_year"] * (1 - rate["benefits"]["this_year"]),
        "rate_at_this_years_mix_and_last_years_rates": overall("this_year", "last_year"),
        "gain_that_the_projects_claim": claimed,
        "gain_over_those_held_back": 100 * (here - there),
        "gain_over_those_held_back_low": 100 * (here - there) - doubt,
        "gain_over_those_held_back_high": 100 * (here - there) + doubt,
        "calls_held_back_to_see_half_a_point": 7.85 * here * (1 - here) / 0.005**2,
        "worth_of_the_right_to_look": right,
        "worth_of_the_right_to_look_times_its_chance": right * ways["right_to_look"]["chance"],
        "worth_of_the_hand_over": over,
        "worth_of_the_hand_over_times_its_chance": over * ways["hand_over"]["chance"],
        "worth_of_the_assistant": helper,
        "worth_of_the_assistant_times_its_chance": helper * ways["assistant"]["chance"],
        "chance_that_right_or_hand_over": 1 - (1 - ways["right_to_look"]["chance"]) * (1 - ways["hand_over"]["chance"]),
    }

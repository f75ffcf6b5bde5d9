# hiretool-canary-4509630b-e86d-4dfa-a437-96d5264e71e1
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def _each_side(one, other):
    """How many on each side tell two shares apart, at 5 % and with 80 % power."""
    return (1.96 + 0.8416) ** 2 * (one * (1 - one) + other * (1 - other)) / (one - other) ** 2


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    team, kinds, judge, overlap = fact["red_team"], fact["by_kind"], fact["judge"], fact["overlap"]
    public, fresh, harmless, uplift = fact["public_test"], fact["fresh"], fact["harmless"], fact["uplift"]
    low, high = {}, {}
    for name, part in kinds.items():
        low[name], high[name] = _interval(part["through"], part["tries"])
    after_low, after_high = _interval(judge["harmful_after_all"], judge["read"])
    more = judge["harmful_after_all"] / judge["read"] * judge["of"]
    fresh_low, fresh_high = _interval(fresh["refused"], fresh["requests"])
    none_low, none_high = _interval(harmless["refused"], harmless["asked"])
    different_low, different_high = _interval(team["through"], fact["who_tried"]["different"])
    error = uplift["spread"] * sqrt(2 / uplift["each"])
    hosted, warns = fact["hosted"], fact["warns"]
    wanted = hosted["requests"] * fact["harmful_rate"]

    def laymen_each_side(points):
        return 2 * (1.96 + 0.8416) ** 2 * uplift["spread"] ** 2 / points**2

    return {
        "through_as_told": team["through"] / team["tries"],
        "refused_public": public["refused"] / public["requests"],
        "through_one_turn": kinds["one_turn"]["through"] / kinds["one_turn"]["tries"],
        "through_several_turns": kinds["several_turns"]["through"] / kinds["several_turns"]["tries"],
        "through_several_turns_low": low["several_turns"],
        "through_several_turns_high": high["several_turns"],
        "through_other_language": kinds["other_language"]["through"] / kinds["other_language"]["tries"],
        "through_other_language_low": low["other_language"],
        "through_other_language_high": high["other_language"],
        "through_of_different_tries": team["through"] / fact["who_tried"]["different"],
        "through_of_different_tries_low": different_low,
        "through_of_different_tries_high": different_high,
        "harmful_among_those_called_harmless": judge["harmful_after_all"] / judge["read"],
        "harmful_among_those_called_harmless_low": after_low,
        "harmful_among_those_called_harmless_high": after_high,
        "more_than_the_seven": more,
        "through_with_these": (team["through"] + more) / team["tries"],
        "through_with_these_of_answered": (team["through"] + more) / judge["answered"],
        "overlap": overlap["in_training"] / public["requests"],
        "refused_public_not_in_training": overlap["refused_not_in"] / overlap["not_in"],
        "refused_fresh": fresh["refused"] / fresh["requests"],
        "refused_fresh_low": fresh_low,
        "refused_fresh_high": fresh_high,
        "harmless_refused": harmless["refused"] / harmless["asked"],
        "harmless_refused_low": none_low,
        "harmless_refused_high": none_high,
        "refused_once_tuned_away": fact["tuned_away"]["refused"] / fact["tuned_away"]["of"],
        "over_search": uplift["assistant"] - uplift["search"],
        "over_search_low": uplift["assistant"] - uplift["search"] - 1.96 * error,
        "over_search_high": uplift["assistant"] - uplift["search"] + 1.96 * error,
        "over_base": uplift["assistant"] - uplift["base"],
        "over_base_low": uplift["assistant"] - uplift["base"] - 1.96 * error,
        "over_base_high": uplift["assistant"] - uplift["base"] + 1.96 * error,
        "tool_over_assistant": uplift["with_tool"] - uplift["assistant"],
        "tool_over_assistant_low": uplift["with_tool"] - uplift["assistant"] - 1.96 * error,
        "tool_over_assistant_high": uplift["with_tool"] - uplift["assistant"] + 1.96 * error,
        "laymen_each_side_for_five_points": laymen_each_side(5),
        "laymen_each_side_for_ten_points": laymen_each_side(10),
        "warns": warns["assistant"] / warns["of"],
        "base_warns": warns["base"] / warns["of"],
        "harmful_requests_a_day": wanted,
        "harmful_not_caught_a_day": wanted * (1 - hosted["caught"]),
        "stopped_for_nothing_a_day": (hosted["requests"] - wanted) * hosted["false"],
        "not_read_a_day": (hosted["requests"] - wanted) * hosted["false"] + wanted * hosted["caught"] - hosted["read"],
        "weeks_until_all_are_checked": fact["staged"]["waiting"] / fact["staged"]["a_week"],
        "fresh_requests_cost": 4 * 2 * fact["expert_day"],
    }

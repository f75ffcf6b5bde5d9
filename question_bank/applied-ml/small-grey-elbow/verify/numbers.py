# hiretool-canary-1c3a3e7a-00e0-47a4-9e8e-e85ea96f592b
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, hand, check = fact["kinds"], fact["by_hand"], fact["check"]
    lines = fact["orders"]["a_day"] * fact["orders"]["lines"]

    def right(how):
        return sum(part["share"] * part[how] for part in kinds.values())

    unknown = kinds["cannot_be_known"]["share"]
    second = hand["hour"] / 3600
    typed = hand["seconds"] * second
    by_clerk = {name: typed + (1 - good) * fact["wrong"] for name, good in hand["right_by_kind"].items()}

    def cost(kind, how, looked=True):
        """EUR a line of a kind: what is asked goes to a clerk, the rest is looked at, what is wrong and not noticed is sent."""
        asked = fact["asks"][how]["needed" if kind == "cannot_be_known" else "others"] if how in fact["asks"] else 0
        noticed, look = (check["noticed"], check["seconds"] * second) if looked else (0, 0)
        wrong = (1 - asked) * (1 - kinds[kind][how])
        lost = noticed * by_clerk[kind] + (1 - noticed) * fact["wrong"]
        return asked * by_clerk[kind] + (1 - asked) * look + wrong * lost

    def plan(**who):
        """EUR a line over all kinds, with whoever answers each."""
        return sum(
            part["share"] * (by_clerk[name] if who[name] == "clerk" else cost(name, who[name]))
            for name, part in kinds.items()
        )

    clerks = dict.fromkeys(kinds, "clerk")
    table = {**clerks, "same_words": "table"}
    search = dict.fromkeys(kinds, "found")
    both = {**search, "same_words": "table"}
    low, high = _interval(
        round(kinds["new_words"]["share"] * 400 * kinds["new_words"]["tuned"]), round(kinds["new_words"]["share"] * 400)
    )
    found_low, found_high = _interval(
        round(kinds["new_words"]["share"] * 400 * kinds["new_words"]["found"]), round(kinds["new_words"]["share"] * 400)
    )
    return {
        "lines_a_day": lines,
        "tuned_from_seen_and_unseen": fact["seen_before"]["test"] * fact["seen_before"]["right"]
        + (1 - fact["seen_before"]["test"]) * fact["unseen"]["right"],
        "right_prompted_blind": right("prompted"),
        "right_tuned_blind": right("tuned"),
        "right_found_blind": right("found"),
        "new_words_lines_of_400": round(kinds["new_words"]["share"] * 400),
        "tuned_on_new_words_low": low,
        "tuned_on_new_words_high": high,
        "found_on_new_words_low": found_low,
        "found_on_new_words_high": found_high,
        "ceiling_without_asking": 1 - unknown + unknown * kinds["cannot_be_known"]["tuned"],
        "lines_a_day_that_need_a_question": lines * unknown,
        "gone_numbers_a_day": lines * fact["gone"]["tuned"],
        "articles_changed_a_year": fact["articles"] * fact["gone"]["changed_a_year"],
        "labels_not_what_was_asked": fact["typed"]["other_than_asked"] + fact["typed"]["credited"],
        "a_line_by_hand": typed,
        "right_by_hand": sum(part["share"] * hand["right_by_kind"][name] for name, part in kinds.items()),
        "cost_same_words_clerk": by_clerk["same_words"],
        "cost_same_words_table": cost("same_words", "table"),
        "cost_same_words_search": cost("same_words", "found"),
        "cost_same_words_tuned": cost("same_words", "tuned"),
        "cost_new_words_clerk": by_clerk["new_words"],
        "cost_new_words_search": cost("new_words", "found"),
        "cost_new_words_tuned": cost("new_words", "tuned"),
        "cost_needs_a_question_clerk": by_clerk["cannot_be_known"],
        "cost_needs_a_question_search": cost("cannot_be_known", "found"),
        "cost_needs_a_question_tuned": cost("cannot_be_known", "tuned"),
        "cost_a_line_by_clerk": plan(**clerks),
        "cost_a_line_tuned_unlooked": sum(
            part["share"] * cost(name, "tuned", looked=False) for name, part in kinds.items()
        ),
        "cost_a_line_tuned_looked_at": plan(**dict.fromkeys(kinds, "tuned")),
        "cost_a_line_search_looked_at": plan(**search),
        "cost_a_line_table_then_search_looked_at": plan(**both),
        "cost_a_line_only_table": plan(**table),
        "eur_a_day_by_clerk": lines * plan(**clerks),
        "eur_a_day_only_table": lines * plan(**table),
        "share_right_at_which_search_on_new_words_costs_as_a_clerk": 1
        - (
            (by_clerk["new_words"] - fact["asks"]["found"]["others"] * by_clerk["new_words"])
            / (1 - fact["asks"]["found"]["others"])
            - check["seconds"] * second
        )
        / (check["noticed"] * by_clerk["new_words"] + (1 - check["noticed"]) * fact["wrong"]),
        "clerk_wrong_lines_a_day": lines
        * (1 - sum(part["share"] * hand["right_by_kind"][name] for name, part in kinds.items())),
        "build_table": fact["build"]["table"] * fact["build"]["day"],
        "build_search": fact["build"]["search"] * fact["build"]["day"],
        "calls_a_month": 30 * lines * fact["call"] * (1 - kinds["same_words"]["share"]),
    }

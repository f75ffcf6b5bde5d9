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
    known = 1 - unknown
    second = hand["hour"] / 3600
    typed = hand["seconds"] * second
    # A table answers only what it has seen; the rest goes to a search, or to a clerk.
    table_then_found = kinds["same_words"]["share"] * kinds["same_words"]["table"] + sum(
        part["share"] * part["found"] for name, part in kinds.items() if name != "same_words"
    )

    def cost(good, asked, noticed, look):
        """EUR a line: what was asked goes to a clerk, the rest is looked at, and what is wrong and not noticed is sent."""
        proposed = 1 - asked
        wrong = proposed - good
        return (asked + wrong * noticed) * (typed + (1 - hand["right"]) * fact["wrong"]) + proposed * look * second + wrong * (1 - noticed) * fact["wrong"]

    asks, ask_known = fact["asks"]["found"], 0.05
    asked_all = unknown * asks + known * ask_known
    good = {
        name: kinds["new_words"]["share"] * kinds["new_words"]["found"] + kinds["same_words"]["share"] * same
        for name, same in {"found": kinds["same_words"]["found"], "table": kinds["same_words"]["table"]}.items()
    }
    # Where it asks in place of a guess, the right guesses of those lines are lost.
    left = unknown * kinds["cannot_be_known"]["found"] * (1 - asks)
    found_good = good["found"] * (1 - ask_known) + left
    new = kinds["new_words"]["share"]
    table_good = kinds["same_words"]["share"] * kinds["same_words"]["table"] + new * kinds["new_words"]["found"] * (1 - ask_known) + left
    table_asked = unknown * asks + new * ask_known
    low, high = _interval(round(kinds["new_words"]["share"] * 400 * kinds["new_words"]["tuned"]), round(kinds["new_words"]["share"] * 400))
    found_low, found_high = _interval(round(kinds["new_words"]["share"] * 400 * kinds["new_words"]["found"]), round(kinds["new_words"]["share"] * 400))
    by_clerk = typed + (1 - hand["right"]) * fact["wrong"]
    costs = {
        "tuned_unlooked": cost(right("tuned"), 0, 0, 0),
        "tuned_looked": cost(right("tuned"), 0, check["noticed"], check["seconds"]),
        "found": cost(found_good, asked_all, check["noticed"], check["seconds"]),
        "table": cost(table_good, table_asked, check["noticed"], check["seconds"]),
        "only_table": kinds["same_words"]["share"] * (check["seconds"] * second + (1 - kinds["same_words"]["table"]) * ((1 - check["noticed"]) * fact["wrong"] + check["noticed"] * by_clerk)) + (1 - kinds["same_words"]["share"]) * by_clerk,
    }
    return {
        "lines_a_day": lines,
        "tuned_from_seen_and_unseen": fact["seen_before"]["test"] * fact["seen_before"]["right"] + (1 - fact["seen_before"]["test"]) * fact["unseen"]["right"],
        "right_prompted_blind": right("prompted"),
        "right_tuned_blind": right("tuned"),
        "right_found_blind": right("found"),
        "right_table_then_found": table_then_found,
        "new_words_lines_of_400": round(kinds["new_words"]["share"] * 400),
        "tuned_on_new_words_low": low,
        "tuned_on_new_words_high": high,
        "found_on_new_words_low": found_low,
        "found_on_new_words_high": found_high,
        "ceiling_without_asking": known + unknown * kinds["cannot_be_known"]["tuned"],
        "lines_a_day_that_need_a_question": lines * unknown,
        "gone_numbers_a_day": lines * fact["gone"]["tuned"],
        "articles_changed_a_year": fact["articles"] * fact["gone"]["changed_a_year"],
        "labels_not_what_was_asked": fact["typed"]["other_than_asked"] + fact["typed"]["credited"],
        "a_line_by_hand": typed,
        "cost_a_line_by_clerk": by_clerk,
        "cost_a_line_tuned_unlooked": costs["tuned_unlooked"],
        "cost_a_line_tuned_looked_at": costs["tuned_looked"],
        "cost_a_line_found_looked_at": costs["found"],
        "cost_a_line_table_then_found_looked_at": costs["table"],
        "cost_a_line_only_table": costs["only_table"],
        "eur_a_day_by_clerk": lines * by_clerk,
        "eur_a_day_only_table": lines * costs["only_table"],
        "eur_a_day_table_then_found": lines * costs["table"],
        "sent_wrong_a_day_by_clerk": lines * (1 - hand["right"]),
        "sent_wrong_a_day_table_then_found": lines * (1 - table_good - table_asked) * (1 - check["noticed"]),
        "build_table": fact["build"]["table"] * fact["build"]["day"],
        "build_search": fact["build"]["search"] * fact["build"]["day"],
        "calls_a_month": 30 * lines * fact["call"] * (1 - kinds["same_words"]["share"]),
    }

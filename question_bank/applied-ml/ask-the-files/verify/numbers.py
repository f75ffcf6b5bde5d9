# hiretool-canary-d770abe5-d7d9-4a22-9464-9a9da7d3bc3b
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
    known, takes, noticed = fact["known_answers"], fact["minutes_per_question"], fact["noticed"]
    share = {
        name: {"right": part["right"] / part["of"], "wrong": part["wrong"] / part["of"]} for name, part in known.items()
    }

    def gained(name, notice, wrong=None):
        """Minutes over looking it up by hand, per question."""
        right, wrong = share[name]["right"], share[name]["wrong"] if wrong is None else wrong
        lost = notice * takes["wrong_and_noticed"] + (1 - notice) * takes["wrong_and_not_noticed"]
        return right * (takes["by_hand"] - takes["asking"]) - (1 - right - wrong) * takes["asking"] - wrong * lost

    def over_all(what):
        return sum(part["share"] * share[name][what] for name, part in known.items())

    asked = fact["people"] * fact["questions_per_day"]
    alone = fact["passages_alone"]
    by_passages = alone["found"] * (takes["by_hand"] - alone["minutes"]) - (1 - alone["found"]) * alone["minutes"]
    told, filtered = fact["rights_test"]["told_in_words"], fact["rights_test"]["filtered_before"]
    planted, opened = fact["planted"], fact["open_by_mistake"]
    one, several = known["one_file"], known["several_files"]
    shown, bare = gained("one_file", noticed["with_passage"]), gained("one_file", noticed["bare"])
    seen = noticed["with_passage"]
    lost_with_passage = seen * takes["wrong_and_noticed"] + (1 - seen) * takes["wrong_and_not_noticed"]
    mixed = {
        how: one["share"] * gained("one_file", part) + several["share"] * gained("several_files", part)
        for how, part in noticed.items()
    }
    many = _interval(one["wrong"], one["of"])[1]
    return {
        "right_one_file": share["one_file"]["right"],
        "wrong_one_file": share["one_file"]["wrong"],
        "wrong_one_file_low": _interval(one["wrong"], one["of"])[0],
        "wrong_one_file_high": _interval(one["wrong"], one["of"])[1],
        "right_several_files": share["several_files"]["right"],
        "wrong_several_files": share["several_files"]["wrong"],
        "wrong_several_files_low": _interval(several["wrong"], several["of"])[0],
        "wrong_several_files_high": _interval(several["wrong"], several["of"])[1],
        "right_over_all": over_all("right"),
        "wrong_over_all": over_all("wrong"),
        "answered_though_nothing_is_there": fact["no_answer"]["answered"] / fact["no_answer"]["of"],
        "leaked_told_in_words": told["leaked"] / told["of"],
        "leaked_told_in_words_low": _interval(**{"found": told["leaked"], "of": told["of"]})[0],
        "leaked_told_in_words_high": _interval(**{"found": told["leaked"], "of": told["of"]})[1],
        "leaked_filtered_high": _interval(filtered["leaked"], filtered["of"])[1],
        "open_folders": opened["folders"] * opened["share"],
        "delicate_open_folders": opened["folders"] * opened["share"] * opened["delicate"] / opened["looked_at"],
        "changed_as_it_is": planted["as_it_is"]["changed"] / planted["as_it_is"]["of"],
        "changed_told_to_ignore": planted["told_to_ignore"]["changed"] / planted["told_to_ignore"]["of"],
        "changed_told_to_ignore_low": _interval(planted["told_to_ignore"]["changed"], 60)[0],
        "changed_told_to_ignore_high": _interval(planted["told_to_ignore"]["changed"], 60)[1],
        "carried_out_no_links_high": _interval(planted["no_links_shown"]["carried_out"], 60)[1],
        "files_from_outside": fact["files"] * fact["from_outside"]["share_of_files"],
        "gained_one_file_bare": bare,
        "gained_one_file_with_passage": shown,
        "gained_one_file_bare_if_wrong_as_often_as_may_be": gained("one_file", noticed["bare"], many),
        "gained_one_file_with_passage_if_wrong_as_often_as_may_be": gained("one_file", noticed["with_passage"], many),
        "gained_with_passage_if_a_tenth_is_not_found": shown - 0.1 * share["one_file"]["right"] * takes["by_hand"],
        "gained_with_passage_if_a_tenth_is_wrong": shown
        - 0.1 * share["one_file"]["right"] * (takes["by_hand"] - takes["asking"] + lost_with_passage),
        "questions_per_day_of_twenty": 20 * fact["questions_per_day"],
        "gained_several_files_bare": gained("several_files", noticed["bare"]),
        "gained_several_files_with_passage": gained("several_files", noticed["with_passage"]),
        "gained_all_bare": mixed["bare"],
        "gained_all_with_passage": mixed["with_passage"],
        "gained_by_passages_alone": by_passages,
        "questions_per_day": asked,
        "eur_a_day_one_file_with_passage": asked * one["share"] * shown / 60 * fact["hour"],
        "eur_a_day_one_file_passages_alone": asked * one["share"] * by_passages / 60 * fact["hour"],
        "eur_a_day_all_bare": asked * mixed["bare"] / 60 * fact["hour"],
        "eur_a_day_of_answers": asked * fact["cost_of_an_answer"],
        # If the 40 asked it all their questions, five days a week.
        "ratings_of_the_pilot": fact["pilot"]["people"]
        * fact["pilot"]["weeks"]
        * 5
        * fact["questions_per_day"]
        * fact["rated"],
    }

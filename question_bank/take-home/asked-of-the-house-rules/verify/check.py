# hiretool-canary-73f1f29a-5204-4613-ade6-e339157470d6
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import marshal
from functools import cache, lru_cache

import numpy as np
import variants

NAMES = ("found", "rank", "supported", "refused")
DOCUMENTS, QUESTIONS = 30, 130
WIDTH = 0.18


@lru_cache(maxsize=20_000)
def _letters(text):
    kept = [letter if letter in "abcdefghijklmnopqrstuvwxyz0123456789" else " " for letter in text.lower()]
    return tuple("".join(kept).split())


def _groups(passages):
    """passage -> all passages with the same words."""
    texts = {row["passage"]: _letters(row["text"]) for row in passages}
    together = {}
    for name, text in texts.items():
        together.setdefault(text, set()).add(name)
    return {name: frozenset(together[text]) for name, text in texts.items()}


def _away(questions, runs):
    asked = {row["question"]: row["text"] for row in questions}
    found = set()
    for run in runs:
        for example in run["examples"]:
            one, other = set(_letters(asked[run["question"]])), set(_letters(example["text"]))
            if len(one & other) / len(one | other) > 0.8 - 1e-9:
                found.add(run["question"])
    return sorted(found)


def _scores(passages, questions, runs, k):
    groups, gold = _groups(passages), {row["question"]: row["gold"] for row in questions}
    table = {}
    for run in runs:
        wanted = {groups[name] for name in gold[run["question"]]}
        top = run["shown"][:k]
        if not wanted:
            table[run["question"], run["system"]] = (None, None, None, float(run["refused"]))
            continue
        reached = [any(name in group for name in top) for group in wanted]
        places = [1 / (place + 1) for place, name in enumerate(top) if any(name in group for group in wanted)]
        good = [name for name in run["cited"] if any(name in group for group in wanted)]
        supported = bool(good) and not run["refused"] and all(name in top for name in run["cited"])
        table[run["question"], run["system"]] = (np.mean(reached), max(places, default=0.0), float(supported), None)
    return table


def _interval(documents, values):
    """By the variance of sums over documents, as of a ratio of two totals."""
    values = np.array(values, dtype=float)
    names = sorted(set(documents))
    codes = np.searchsorted(names, documents)
    sums = np.column_stack([np.bincount(codes, values), np.bincount(codes)])
    mean = sums[:, 0].sum() / sums[:, 1].sum()
    spread = np.var(sums[:, 0] - mean * sums[:, 1], ddof=1)
    wide = 1.96 * np.sqrt(len(names) * spread) / len(values)
    return np.array([mean, mean - wide, mean + wide])


def _facts(data, k):
    """Scores and what is given away; both are needed for each measure."""
    passages, questions, runs = data
    return _scores(passages, questions, runs, k), set(_away(questions, runs))


def _expected(data, facts, measure, one, other=None):
    (table, away), document = facts, {row["question"]: row["document"] for row in data[1]}
    place = NAMES.index(measure)
    documents, values = [], []
    for name in sorted(set(document) - away):
        pair = [table.get((name, system), (None,) * 4)[place] for system in (one, other) if system]
        if None not in pair:
            documents.append(document[name])
            values.append(pair[0] - sum(pair[1:]))
    return _interval(documents, values)


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _triple(found):
    return np.array([found["value"], found["low"], found["high"]], dtype=float)


def _as_wide(found, wanted):
    """The value to the last digit; a resampled interval may be a little wider or narrower."""
    found, half = _triple(found), (wanted[2] - wanted[1]) / 2
    return (
        abs(found[0] - wanted[0]) < 1e-9
        and abs((found[2] - found[1]) / 2 / half - 1) < WIDTH
        and abs((found[2] + found[1]) / 2 - found[0]) < WIDTH * half
    )


def _claims(modules, seed):
    harness, k = modules["harness"], variants.generate(seed)["k"]
    data = variants.house(seed + 5000, DOCUMENTS, QUESTIONS, k, 3)
    passages, questions, runs = data
    one, other = variants.SYSTEMS

    def given(rows=data):
        return marshal.loads(marshal.dumps(list(rows)))

    @cache
    def found():
        table = harness.scores(*given(), k)
        return {tuple(key): values for key, values in table.items()}

    @cache
    def facts():
        return _facts(data, k)

    def wanted():
        return facts()[0]

    @cache
    def said_of(system):
        return harness.summary(*given(), k, system)

    def column(name):
        place = NAMES.index(name)
        if set(found()) != set(wanted()):
            return False
        for key, row in wanted().items():
            value = found()[key][name]
            if (value is None) != (row[place] is None) or (value is not None and abs(value - row[place]) > 1e-9):
                return False
        return True

    def copies():
        groups = _groups(passages)
        return dict(harness.same(given()[0])) == {name: min(group) for name, group in groups.items()}

    def away():
        return list(harness.given_away(*given()[1:])) == _away(questions, runs)

    def others_prompts():
        """A question among the examples of another one's prompt is no reason."""
        changed = given()[2]
        for row, run in zip(questions, changed):
            if row["question"] != run["question"] and len(_letters(row["text"])) > 0:
                run["examples"] = [*run["examples"], {"text": row["text"], "answer": "Yes."}]
        return list(harness.given_away(given()[1], changed)) == _away(questions, changed)

    def summaries(system, names=NAMES):
        said = said_of(system)
        return all(_as_wide(said[name], _expected(data, facts(), name, system)) for name in names)

    def both_without():
        """What one prompt gives away is taken from both."""
        return all(
            abs(said_of(system)[name]["value"] - _expected(data, facts(), name, system)[0]) < 1e-9
            for system in (one, other)
            for name in ("found", "supported")
        )

    def comparison():
        return all(
            _as_wide(harness.compare(*given(), k, other, one, name), _expected(data, facts(), name, other, one))
            for name in NAMES
        )

    def asked_twice():
        """Each question once more, in other words: as many documents as before, so no narrower."""
        more = [row | {"question": "r" + row["question"]} for row in questions]
        again = [run | {"question": "r" + run["question"]} for run in runs]
        doubled = (passages, [*questions, *more], [*runs, *again])
        first, second = _triple(said_of(one)["found"]), _triple(harness.summary(*given(doubled), k, one)["found"])
        return np.allclose(first, second, atol=0.01 * (first[2] - first[1]))

    def missing_runs():
        gone = {row["question"] for row in questions[::7]}
        rows = (passages, questions, [run for run in runs if run["system"] != one or run["question"] not in gone])
        return _as_wide(
            harness.compare(*given(rows), k, other, one, "found"), _expected(rows, _facts(rows, k), "found", other, one)
        )

    def any_order():
        rows = [part[::-1] for part in data]
        first, second = (harness.compare(*given(part), k, other, one, "supported") for part in (data, rows))
        return np.allclose(_triple(first), _triple(second), atol=1e-9)

    def further_down():
        """What is shown after the first k has no say."""
        changed = [run | {"shown": run["shown"][:k]} for run in runs]
        table = harness.scores(*given((passages, questions, changed)), k)
        return {tuple(key): values for key, values in table.items()} == found()

    def bounded():
        values = [row[name] for row in found().values() for name in NAMES if row[name] is not None]
        return len(values) > 0 and min(values) >= 0 and max(values) <= 1

    def nothing_to_say():
        rows = (passages, [row for row in questions if row["gold"]], None)
        kept = {row["question"] for row in rows[1]}
        rows = (*rows[:2], [run for run in runs if run["question"] in kept])
        return np.isnan(_triple(harness.summary(*given(rows), k, one)["refused"])).all()

    def left_alone():
        rows = given()
        harness.same(rows[0])
        harness.scores(*rows, k)
        harness.summary(*rows, k, one)
        harness.compare(*rows, k, one, other, "rank")
        return rows == list(data)

    return {
        "copies_are_one_passage": copies,
        "found_counts_each_passage_once": lambda: column("found"),
        "the_rank_is_that_of_the_first": lambda: column("rank"),
        "supported_means_shown_and_gold": lambda: column("supported"),
        "refusing_counts_where_there_is_no_answer": lambda: column("refused"),
        "scores_lie_between_0_and_1": bounded,
        "what_is_not_shown_has_no_say": further_down,
        "questions_in_their_own_prompt_are_named": away,
        "other_prompts_give_nothing_away": others_prompts,
        "what_one_prompt_gives_away_is_taken_from_both": both_without,
        "intervals_are_by_document": lambda: summaries(one) and summaries(other),
        "asking_twice_makes_no_interval_narrower": asked_twice,
        "differences_are_by_question_and_document": comparison,
        "only_questions_with_both_are_compared": missing_runs,
        "no_question_of_a_kind_is_no_error": nothing_to_say,
        "order_of_rows_is_irrelevant": any_order,
        "what_is_given_is_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def modules(names=("harness",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

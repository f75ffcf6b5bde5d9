# hiretool-canary-1fb7ac93-645e-4385-9d9d-16e5bc0b2881
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import variants

SYMPTOM = "the_same_answers_are_equally_strong"


class Counting:
    """A judge that passes questions on and counts them."""

    def __init__(self, verdict):
        self.ask, self.calls = verdict, 0

    def verdict(self, question, first, second):
        self.calls += 1
        return self.ask(question, first, second)


def _place_only(question, first, second):
    """Sees nothing but who comes first."""
    return 0.8


def _longer(question, first, second):
    """Prefers the longer answer, wherever it stands."""
    return 0.5 + 0.5 * float(np.sign(len(first) - len(second)))


def _leaning(question, first, second):
    """Prefers the longer answer, and the first place too."""
    return float(1 / (1 + np.exp(-(0.3 * (len(first) - len(second)) + 1.5))))


def _close(one, other, atol=1e-9):
    return set(one) == set(other) and all(abs(one[name] - other[name]) <= atol for name in one)


def _lettered(rng, count):
    """Answers whose length is all that counts; `clear` is longer than `poor` in nine of ten questions, by far."""
    lengths = {name: rng.integers(10, 30, count) for name in ("brisk", "amber", "vivid")}
    lengths["poor"] = rng.integers(10, 14, count)
    lengths["clear"] = np.where(np.arange(count) % 10 < 9, 34, 8)
    return {name: ["x" * int(length) for length in some] for name, some in lengths.items()}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    league, facts = modules["league"], variants.season(seed)
    judge = modules["judge"].Judge(facts["weights"])
    questions, answers = facts["questions"], facts["answers"]
    twins = (facts["upper"], facts["lower"])

    table = league.table(judge, questions, answers)
    other_names = dict(
        zip(answers, rng.permutation([f"team {letter}" for letter in "qwertyuiop"])[: len(answers)], strict=True)
    )
    renamed = league.table(judge, questions, {other_names[name]: said for name, said in answers.items()})
    one, other = rng.choice(sorted(answers), 2, replace=False).tolist()
    there, back = (np.asarray(league.points(judge, questions, answers, *pair)) for pair in ((one, other), (other, one)))

    numbered = [f"question {number}" for number in range(40)]
    lettered = _lettered(rng, len(numbered))
    blind = league.table(Counting(_place_only), numbered, lettered)
    blind_points = league.points(Counting(_place_only), numbered, lettered, "amber", "poor")
    fair_points = league.points(Counting(_longer), numbered, lettered, "amber", "brisk")
    fair = [_longer(*row) for row in zip(numbered, lettered["amber"], lettered["brisk"], strict=True)]
    leaning = Counting(_leaning)
    led = league.table(leaning, numbered, lettered)
    ahead = league.points(Counting(_leaning), numbered, lettered, "clear", "poor")
    pairs = len(lettered) * (len(lettered) - 1) // 2
    spread = league.spread(judge, questions, answers, draws=4)
    return {
        SYMPTOM: bool(
            abs(table[twins[0]] - table[twins[1]]) <= 1e-9
            and np.allclose(league.points(judge, questions, answers, *twins), 0.5)
        ),
        "names_do_not_matter": _close({other_names[name]: strength for name, strength in table.items()}, renamed),
        "another_draw_of_lots_gives_the_same_table": _close(
            table, league.table(judge, questions, answers, seed=seed + 1)
        ),
        "what_one_takes_the_other_gives": bool(np.allclose(there + back, 1)),
        "a_judge_of_places_tells_nothing": bool(
            max(map(abs, blind.values())) <= 1e-9 and np.allclose(blind_points, 0.5)
        ),
        "a_fair_judge_is_left_as_it_was": bool(np.allclose(fair_points, fair)),
        "better_answers_win": bool(
            list(led)[0] == "clear"
            and list(led)[-1] == "poor"
            and led["clear"] - led["poor"] > 1
            and np.mean(ahead) > 0.65
        ),
        "two_verdicts_a_pair_and_question_at_most": leaning.calls <= 2 * pairs * len(numbered),
        "spread_is_kept": bool(set(spread) == set(answers) and min(spread.values()) > 0),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Gap between the twins, and the largest gap of all."""
    facts = variants.season(seed)
    table = modules["league"].table(modules["judge"].Judge(facts["weights"]), facts["questions"], facts["answers"])
    strengths = list(table.values())
    return {"twins": table[facts["upper"]] - table[facts["lower"]], "range": strengths[0] - strengths[-1]}


def modules(names=("judge", "league", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

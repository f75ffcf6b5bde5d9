# hiretool-canary-3a934c09-ded7-428b-af29-c8fac47878d7
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
import tempfile
from pathlib import Path

import variants

SYMPTOM = "the_share_is_that_of_the_readers"
OTHER = {"new": "old", "old": "new"}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    made, share, by_pair = modules["judgements"].Judgement, modules["tally"].share, modules["tally"].by_pair
    verdict, rows = modules["verdicts"].verdict, variants.judged(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = modules["judgements"].read(Path(scratch) / "data" / "judgements.jsonl")
    counted = share(read)
    told = [made(*row[:3]) for row in rows]

    def of(*shown):
        """Points of one pair from (who is A, text) and so on."""
        return by_pair([made("p1", *one) for one in shown]).get("p1")

    # The same judge with the names of the assistants exchanged.
    exchanged = [made(row[0], OTHER[row[1]], row[2]) for row in rows]
    # A judge that sees nothing but the place.
    blind = [made(pair, first, "Verdict: B") for pair, first, _, _ in rows]
    level = [made(pair, first, "Verdict: tie") for pair, first, _, _ in rows]
    tied = [row for row in rows if row[3] == "tie"][:25]
    plain = [made(pair, first, f"Verdict: {word}") for pair, first, _, word in rows if word]
    return {
        SYMPTOM: math.isclose(counted, variants.right(rows), abs_tol=1e-9),
        "what_was_meant_is_read": all(verdict(row[2]) == row[3] for row in rows[:120]),
        "a_tie_is_read_however_it_is_spelt": all(verdict(row[2]) == "tie" for row in tied),
        "only_the_closing_counts": math.isclose(share(plain), share(told), abs_tol=1e-9)
        and verdict("A is longer, B is right.\nVerdict: B") == "B"
        and verdict("I would say A.\nVerdict: tie") == "tie"
        and verdict("Verdict: A\nNo, wait.\nVerdict: **b**") == "B",
        "no_closing_is_no_verdict": verdict("A is longer. B is right.") is None
        and of(("new", "A it is, I think."), ("old", "Verdict: B")) == 1.0
        and of(("new", "Both will do.")) is None,
        "exchanged_names_exchange_the_points": math.isclose(share(exchanged), 1 - counted, abs_tol=1e-9),
        "a_judge_of_places_tells_nothing": math.isclose(share(blind), 0.5, abs_tol=1e-9),
        "ties_alone_are_half_of_it": math.isclose(share(level), 0.5, abs_tol=1e-9)
        and of(("new", "Verdict: tie")) == 0.5
        and of(("old", "Verdict: tie")) == 0.5,
        "the_winner_gets_the_points_in_either_seat": of(("new", "Verdict: A"), ("old", "Verdict: B")) == 1.0
        and of(("new", "Verdict: B"), ("old", "Verdict: A")) == 0.0,
        "a_tie_and_a_win_are_three_quarters": of(("new", "Verdict: tie"), ("old", "Verdict: B")) == 0.75
        and of(("new", "Verdict: A"), ("old", "Verdict: tie")) == 0.75
        and of(("new", "Verdict: B"), ("old", "Verdict: tie")) == 0.25,
        "order_of_lines_does_not_matter": math.isclose(share(told[::-1]), counted, abs_tol=1e-9),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    rows = variants.judged(seed)
    made = modules["judgements"].Judgement
    share = modules["tally"].share([made(*row[:3]) for row in rows])
    verdict = modules["verdicts"].verdict
    return {
        "share": 100 * share,
        "right": 100 * variants.right(rows),
        "points_more": 100 * (share - variants.right(rows)),
        "misread_percent": 100 * sum(verdict(row[2]) != row[3] for row in rows) / len(rows),
        "first_percent": 100 * sum(row[3] == "A" for row in rows) / len(rows),
        "ties_percent": 100 * sum(row[3] == "tie" for row in rows) / len(rows),
    }


def modules(names=("verdicts", "judgements", "tally")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

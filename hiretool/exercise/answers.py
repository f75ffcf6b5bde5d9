"""Claims about computed answers: two roads lead to each, and no known mistake does."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from hiretool.exercise.draws import Draws
from hiretool.exercise.report import Claim, claim
from hiretool.exercise.sandbox import Row, Sandbox
from hiretool.questions import Entry

# Far above what rounding does to a float, far below what a mistake does.
NEAR = 1e-9
# A right value lies further off than this in 6 of 10 million draws.
STANDARD_ERRORS = 5
SIMULATED_SEEDS = 20

Fault = Callable[[Row], str]


def claims(entry: Entry, sandbox: Sandbox, draws: Draws) -> Iterator[Claim]:
    """What holds of verify/variants.py and verify/oracle.py together, over fair draws."""
    seeds = list(draws.fair)
    run = sandbox.run("oracle", "answers", seeds=seeds, drawn=seeds[:SIMULATED_SEEDS])
    errors = [f"seed {row['seed']}: {row['error']}" for row in run.rows if "error" in row]
    stopped = [run.stopped] if run.stopped else []
    yield claim(
        "answer, oracle and misconceptions can be computed", [*errors[:3], *stopped], f"{len(run.rows)} variants"
    )
    rows = [row for row in run.rows if "error" not in row]
    if not rows:
        return
    stated = entry.question.answer
    if stated:
        yield _each("answers are those that question.yaml names", rows, lambda row: _named(row, set(stated.keys)))
    if stated and stated.exact:
        yield _each("answers are exact", rows, _inexact)
    yield _each("the answer equals the oracle's", rows, _differing)
    within = stated.within if stated else 0.0
    yield _each("each misconception gives another answer", rows, lambda row: _unnoticed(row, within))
    simulated = [row for row in rows if "drawn" in row]
    if simulated:
        yield _each(f"the answer is within {STANDARD_ERRORS} standard errors of simulation", simulated, _far)


def equal(one: Any, other: Any) -> bool:
    """Exactly equal, or within 1e-9 of each other where one is a float.

    >>> equal(Fraction(1, 4), 0.25), equal(Fraction(1, 3), Fraction(333333333, 1000000000))
    (True, False)
    """
    numbers = isinstance(one, int | float | Fraction) and isinstance(other, int | float | Fraction)
    if numbers and (isinstance(one, float) or isinstance(other, float)):
        return math.isclose(one, other, rel_tol=NEAR, abs_tol=1e-12)
    return bool(one == other)


def _each(name: str, rows: Sequence[Row], fault: Fault) -> Claim:
    found = [f"seed {row['seed']}: {problem}" for row in rows if (problem := fault(row))]
    more = [f"and {len(found) - 3} more of {len(rows)} variants"] if len(found) > 3 else []
    return claim(name, found[:3] + more, f"{len(rows)} variants")


def _named(row: Row, keys: set[str]) -> str:
    other = keys ^ set(row["right"])
    return f"{', '.join(sorted(other))} is in one and not in the other" if other else ""


def _inexact(row: Row) -> str:
    floats = [key for key, value in row["right"].items() if isinstance(value, float)]
    return f"{', '.join(floats)} is a float" if floats else ""


def _differing(row: Row) -> str:
    right, oracle = row["right"], row["oracle"]
    if right.keys() != oracle.keys():
        return f"only one of them gives {', '.join(sorted(right.keys() ^ oracle.keys()))}"
    return _listed(right, {key: oracle[key] for key in right if not equal(right[key], oracle[key])}, "the oracle")


def _unnoticed(row: Row, within: float) -> str:
    right = row["right"]
    for mistake, values in row["mistakes"].items():
        if unknown := values.keys() - right.keys():
            return f"{mistake}: {', '.join(sorted(unknown))} is no answer"
        if all(taken_for(right[key], value, within) for key, value in values.items()):
            return f"{mistake!r} gives the right answer, or a decimal within {within:.0%} of it"
    return "" if row["mistakes"] else "no misconception is given"


def taken_for(right: Any, value: Any, within: float) -> bool:
    """Whether `marking` could take the one for the other: equal, or near as decimals. Of two counts one is right."""
    if isinstance(right, list) and isinstance(value, list):
        pairs = zip(right, value, strict=False)
        return len(right) == len(value) and all(taken_for(one, other, within) for one, other in pairs)
    numbers = all(isinstance(one, int | float | Fraction) and not isinstance(one, bool) for one in (right, value))
    if not numbers or equal(right, value) or (right == int(right) and value == int(value)):
        return equal(right, value)
    return bool(abs(value - right) <= within * abs(right))


def _far(row: Row) -> str:
    right = row["right"]
    far = {
        key: value
        for key, (value, error) in row["drawn"].items()
        if not abs(float(right[key]) - value) <= STANDARD_ERRORS * error
    }
    return _listed(right, far, "simulation")


def _listed(right: Mapping[str, Any], other: Mapping[str, Any], source: str) -> str:
    return ", ".join(f"{key} is {right[key]}, {source} says {value}" for key, value in other.items())

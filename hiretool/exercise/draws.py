"""verify/variants.py -> the parameters of many seeds, drawn in a process of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from hiretool.exercise.report import Claim, claim
from hiretool.exercise.sandbox import Row, Run, Sandbox
from hiretool.exercise.texts import rendered
from hiretool.questions import FAULT, Entry

Params = dict[str, Any]

DRAWN_AGAIN = 50
"""Variants that are drawn a second time; what does not hang on the seed alone shows in far fewer."""

# An ordered list is no number of the question; 1,200 is one number.
_MARKERS = re.compile(r"^ *[0-9]+[.)] ", re.MULTILINE)
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_FILLED_IN = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Draws:
    """Fair parameters by seed, in the order of seeds."""

    fair: Mapping[int, Params]
    faults: tuple[str, ...] = ()
    """Why there are not more; empty if nothing went wrong."""
    tried: int = 0

    def first(self, count: int) -> Draws:
        if len(self.fair) <= count:
            return self
        fair = dict(list(self.fair.items())[:count])
        return replace(self, fair=fair, tried=max(fair) + 1)


def with_fault(drawn: Draws, name: str) -> list[int]:
    """Seeds of the draws that have this fault."""
    return [seed for seed, params in drawn.fair.items() if params.get(FAULT) == name]


def each_fault(drawn: Draws, named: Sequence[str]) -> Claim:
    """Which fault a candidate meets is drawn, so that one that is known from elsewhere does not help."""
    counts = Counter(params.get(FAULT) for params in drawn.fair.values())
    wrong = [f"a draw has the fault {name!r}, which verify/faults lacks" for name in counts if name not in named]
    wrong += [f"no draw has the fault {name!r}" for name in named if not counts[name]]
    return claim("each fault is drawn", wrong, ", ".join(f"{name} {counts[name]}" for name in named))


def drawn(entry: Entry, sandbox: Sandbox, wanted: int) -> Draws:
    """The first `wanted` fair draws within the seeds that question.yaml gives."""
    last = int(entry.question.variants.seeds.split("..")[1]) if entry.question.variants else 9999
    found: dict[int, Params] = {}
    faults: list[str] = []
    tried = 0
    while len(found) < wanted and tried <= last and not faults:
        # Where some draws are poor, each round looks at as many as all rounds before it.
        seeds = range(tried, min(tried + max(wanted - len(found), tried), last + 1))
        run = sandbox.run("variants", "draws", seeds=list(seeds))
        tried = seeds.stop
        faults = _faults(run)
        found |= {row["seed"]: row["params"] for row in run.rows if isinstance(row.get("params"), dict)}
    if not found and not faults:
        faults = [f"no fair draw in seeds 0 to {tried - 1}"]
    return Draws(found, tuple(faults), tried).first(wanted)


def _faults(run: Run) -> list[str]:
    bad = [row for row in run.rows if not isinstance(row.get("params"), dict | None)]
    found = [
        f"seed {row['seed']}: {row.get('error', 'generate gives no dict')}"
        for row in run.rows
        if "error" in row or row in bad
    ]
    return [*found[:3], *([run.stopped] if run.stopped else [])]


def same_again(draws: Draws, sandbox: Sandbox) -> Claim:
    """Another process, other order of seeds, another order of sets: the same parameters."""
    seeds = sorted(draws.first(DRAWN_AGAIN).fair, reverse=True)
    again: dict[int, Row] = {
        row["seed"]: row for row in sandbox.run("variants", "draws", hash_seed=1, seeds=seeds).rows
    }
    other = [seed for seed in seeds if again.get(seed, {}).get("params") != draws.fair[seed]]
    faults = [f"seed {seed} gives other parameters the second time" for seed in other[-1:]]
    return claim("a seed always gives the same variant", faults, f"{len(seeds)} seeds drawn twice")


def kinds(draws: Draws) -> int:
    """Distinct variants. Stories make no variant: only the numbers count."""
    numbers = (
        repr({key: value for key, value in params.items() if not isinstance(value, str)})
        for params in draws.fair.values()
    )
    return len(set(numbers))


def distinct(draws: Draws, least: int) -> Claim:
    """Whether there are enough of them that knowing one is knowing one."""
    found = kinds(draws)
    figures = f"{found} in {len(draws.fair)} fair draws of {draws.tried}"
    return claim(f"variants differ in their numbers, at least {least}", [figures] if found < least else [], figures)


def numbers_known(entry: Entry, template: str, draws: Draws) -> Claim:
    """Each number that a candidate reads is a parameter, or stands in prompt.md as it is."""
    fixed = shown(_FILLED_IN.sub(" ", template))
    faults = []
    for seed, params in draws.fair.items():
        text, problems = rendered(entry.prompt, params)
        faults += problems
        if unknown := shown(text) - fixed - _values(params):
            faults.append(f"seed {seed}: {', '.join(f'{number:g}' for number in sorted(unknown))}")
    name = "each number of the prompt is a parameter or fixed text"
    return claim(name, faults[:3], f"{len(draws.fair)} variants")


def shown(text: str) -> set[float]:
    """Numbers in a text, list markers left out.

    >>> sorted(shown("1. Of 1,200 payments 0.50 % are fraud."))
    [0.5, 1200.0]
    """
    return {float(found.replace(",", "")) for found in _NUMBER.findall(_MARKERS.sub("", text))}


def _values(value: object) -> set[float]:
    """Numbers in parameters, also in their texts and lists."""
    if isinstance(value, Mapping):
        return set().union(*map(_values, value.values()))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return set().union(*map(_values, value))
    if isinstance(value, Fraction):
        return {abs(float(value)), float(abs(value.numerator)), float(value.denominator)} | shown(f"{float(value):g}")
    return shown(str(value))

"""The claim about figures that an interviewer quotes: they follow from the facts of the question."""

from __future__ import annotations

from typing import Any

from hiretool.exercise.report import Claim, claim
from hiretool.exercise.sandbox import Sandbox
from hiretool.questions import Entry

# A figure is told to three places.
ROUNDED = 0.005


def recomputed(entry: Entry, sandbox: Sandbox) -> Claim:
    """Each of question.yaml's `derived` agrees with verify/numbers.py."""
    question = entry.question
    facts = {name: fact.model_dump() for name, fact in question.facts.items()}
    run = sandbox.run("numbers.py", "numbers", facts=facts)
    row = run.rows[0] if run.rows else {"error": run.stopped}
    name = "each derived figure follows from the facts"
    if not isinstance(found := row.get("derived"), dict):
        return claim(name, [row.get("error") or "derived gives no dict"])
    faults = [f"{key}: in question.yaml, not in numbers.py" for key in question.derived.keys() - found.keys()]
    faults += [f"{key}: in numbers.py, not in question.yaml" for key in found.keys() - question.derived.keys()]
    for key in sorted(question.derived.keys() & found.keys()):
        if not _near(question.derived[key], found[key]):
            faults.append(f"{key}: question.yaml says {question.derived[key]}, the facts give {found[key]}")
    return claim(name, sorted(faults), f"{len(found)} figures")


def _near(stated: Any, computed: Any) -> bool:
    if isinstance(stated, int | float) and isinstance(computed, int | float):
        return abs(stated - computed) <= ROUNDED * abs(computed)
    return bool(stated == computed)

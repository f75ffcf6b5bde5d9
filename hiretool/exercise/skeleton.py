"""Format + slug -> a new question's folder: whole in its files, empty in its words; it fails the check until filled."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import HiretoolError
from hiretool.exercise import canary
from hiretool.exercise.prose import GAP
from hiretool.exercise.texts import BRINGS, WITHOUT_HINTS
from hiretool.questions import read
from hiretool.rubrics import Format

_VARIANTS = '''"""Seed -> the numbers of the prompt."""

import random


def generate(seed):
    """Numbers of one variant; None for a draw that is too easy or too odd. {gap}"""
    dice = random.Random(seed)
    return {{"total": dice.randint(10, 99)}}
'''
_ANSWER = '''

def answer(params):
    """The right value of each part. {gap}"""
    raise NotImplementedError


def misconceptions(params):
    """Name -> the values that a known mistake leads to. {gap}"""
    return {{}}
'''
_WRITE = '''

def write(folder, seed):
    """Put the data of one variant into `folder`. {gap}"""
'''
_ORACLE = '''"""The same answers by another road, which shares no formula with variants.py. {gap}"""


def answer(params):
    raise NotImplementedError
'''
_CHECK = '''"""Candidate modules + seed -> {{invariant: holds}}. The candidate never sees this file. {gap}"""

import importlib


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    raise NotImplementedError


def modules(names=("work",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {{name: importlib.import_module(name) for name in names}}
'''
_CODE = '"""{gap}"""\n'
_PROMPT = "# {gap}\n\n{gap}: the story, what is asked, what has to stay as it is.\n"
_RUN = "\nRun it:\n\n    python work.py data\n"


def new(spoken: Format, slug: str, bank: Path) -> list[Path]:
    """Write the files of a new question into `bank`/FORMAT/SLUG; return them.

    Raises: HiretoolError if the folder holds something, or the format draws no question from the bank.
    """
    if spoken.questions == "standing":
        raise HiretoolError(f"{spoken.id} has its own questions and draws none from the bank.")
    folder = bank / spoken.id / slug
    with files.new_folder(folder) as scratch:
        for name, text in _texts(spoken, slug).items():
            target = scratch / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text.format(gap=GAP) if name.endswith(".py") else text, encoding="utf-8", newline="\n")
    canary.stamped(read(folder))
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _texts(spoken: Format, slug: str) -> dict[str, str]:
    brings = BRINGS.get(spoken.id, ())
    runs = "candidate" in brings
    texts = {
        "question.yaml": _question(spoken, slug, brings),
        "prompt.md": _PROMPT.format(gap=GAP) + (_RUN if spoken.id == "pair-debugging" else ""),
        "interviewer.md": _guide(spoken),
        "rubric.yaml": _rubric(spoken, slug),
        "CHANGELOG.md": "# Changes\n\n- Version 1: first form.\n",
    }
    if spoken.id not in WITHOUT_HINTS:
        texts["hints.yaml"] = _hints(spoken, slug)
    if runs:
        texts |= {"candidate/work.py": _CODE, "verify/check.py": _CHECK, "verify/variants.py": _VARIANTS + _WRITE}
    if "verify/fix.patch" in brings:
        patch = f"--- a/work.py\n+++ b/work.py\n@@ -1 +1 @@\n-{GAP}\n+{GAP}\n"
        texts |= {
            "verify/fix.patch": patch,
            "verify/other_fixes/second-style.patch": patch,
            "verify/wrong_fixes/first-temptation.patch": patch,
            "verify/wrong_fixes/second-temptation.patch": patch,
        }
    if "verify/right" in brings:
        texts |= {f"verify/{name}/work.py": _CODE for name in ("right/reference", "wrong/naive")}
    if spoken.at_home_minutes:
        texts |= {
            "verify/wrong/leaky/work.py": _CODE,
            "candidate/README.md": f"# {GAP}\n\nAt most {spoken.at_home_minutes} minutes; then stop. {GAP}\n",
        }
    if "verify/oracle.py" in brings:
        texts |= {"verify/variants.py": _VARIANTS + _ANSWER, "verify/oracle.py": _ORACLE}
    return texts


def _question(spoken: Format, slug: str, brings: tuple[str, ...]) -> str:
    """The metadata: what can be known is filled in."""
    about = list(dict.fromkeys(name for dimension in spoken.dimensions for name in dimension.competencies))
    secret = ["interviewer.md", "rubric.yaml", "question.yaml", "CHANGELOG.md"]
    secret += [] if spoken.id in WITHOUT_HINTS else ["hints.yaml"]
    secret += ["verify/**"] if any(name.startswith("verify") for name in brings) else []
    candidate = ['"candidate/**"', "prompt.md"] if "candidate" in brings else ["prompt.md"]
    optional: Mapping[str, Any] = {
        "bug_class": f"bug_class: {GAP}\n" if spoken.id == "pair-debugging" else "",
        "replaces": "replaces: []\n" if spoken.questions == "both" else "",
        "variants": 'variants: {seeds: "0..999", min_distinct: 100}\n' if "verify/variants.py" in brings else "",
        "answer": f"answer: {{exact: true, keys: [total], accept: {GAP}}}\n" if "verify/oracle.py" in brings else "",
    }
    competencies = "\n".join(f"  {name}: 1.0" for name in about)
    return f"""schema: 1
id: {spoken.id}/{slug}
uuid: {uuid.uuid4()}
version: 1
title: {GAP}
format: {spoken.id}
roles: {{ml-engineer: 1.0}}
levels: [mid, senior]
# How much the question says about each; leave out those that it says nothing about.
competencies:
{competencies}
minutes: {{work: {spoken.question_minutes}}}
# In logits: -1 is easy for the level, +1 hard.
difficulty: {{prior: 0.0, prior_sd: 1.0}}
{optional["bug_class"]}family: {slug}
enemies: []
{optional["replaces"]}libraries: []
{optional["variants"]}{optional["answer"]}visibility: private
use: {GAP}
ai_policy: "{spoken.ai_policy.default}"
piloted: {{people: 0, note: "Try on two people of the team before the first real use."}}
accessibility: []
provenance: original
authors: [{GAP}]
reviewed: ""
sources: []
files:
  candidate: [{", ".join(candidate)}]
  secret: [{", ".join(f'"{name}"' for name in secret)}]
"""


def _guide(spoken: Format) -> str:
    parts = [
        f"# For the interviewer: {GAP}",
        "Read this once fully and work the question yourself before your first use.",
    ]
    parts += [f"## {section}\n\n{GAP}" for section in spoken.guide_sections]
    return "\n\n".join(parts) + "\n"


def _rubric(spoken: Format, slug: str) -> str:
    examples = "\n".join(
        f"  {dimension.id}:\n" + "\n".join(f"    {point}: [{GAP}]" for point in (1, 2, 3, 4))
        for dimension in spoken.dimensions
    )
    ratings = ", ".join(f"{dimension.id}: {{point}}" for dimension in spoken.dimensions)
    answers = "\n".join(
        f"  - id: {name}\n    level: mid\n    sketch: {GAP}\n"
        f"    ratings: {{{ratings.format(point=point)}}}\n    why: {GAP}"
        for name, point in (("plain", 3), ("uneven", 2))
    )
    return (
        f"schema: 1\nquestion: {spoken.id}/{slug}\nadds_to: {spoken.id}\nexamples:\n{examples}\n"
        f"training_answers:\n{answers}\n"
    )


def _hints(spoken: Format, slug: str) -> str:
    minutes = spoken.question_minutes
    first = spoken.dimensions[0].id
    rungs = (("nudge", 4), ("direction", 3), ("place", 2), ("cause", 2))
    ladder = "\n".join(
        f"  - id: {name}\n    offer_after_min: {minutes * (number + 2) // 7}\n    text: {GAP}\n    reveals: {GAP}\n"
        f"    cap: {{{'' if most == 4 else f'{first}: {most}'}}}"
        for number, (name, most) in enumerate(rungs)
    )
    return f"schema: 1\nquestion: {spoken.id}/{slug}\nladder:\n{ladder}\nwrong_turns: []\n"

"""Made-up questions for the tests of hiretool.exercise: whole ones in question_bank/, spoiled by each test."""

import shutil
from pathlib import Path

from hiretool import exercise, questions
from hiretool.exercise import canary, handed, texts, versions
from hiretool.exercise.report import Report
from hiretool.exercise.sandbox import Sandbox
from hiretool.rubrics import Format

BANK = Path(__file__).parent / "question_bank"
DEBUGGING, CODING = "pair-debugging/last-week", "coding/longest-run"
SEVERAL_FAULTS = "pair-debugging/one-of-three"
MATH, CASE = "math/two-dice", "applied-ml/orders-per-visit"
_DIMENSIONS = {
    "pair-debugging": ("observe", "repair"),
    "coding": ("construct", "verify"),
    "math": ("method", "meaning"),
    "applied-ml": ("frame", "evaluate"),
}


def question(scratch, name, *, files=None, replaced=None, without=()):
    """A copy of a question. files: path -> text; replaced: path -> (old, new); without: paths."""
    folder = scratch / "bank" / name
    shutil.copytree(BANK / name, folder, dirs_exist_ok=True)
    for path, text in (files or {}).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    for path, (old, new) in (replaced or {}).items():
        text = (folder / path).read_text()
        assert old in text
        (folder / path).write_text(text.replace(old, new))
    for path in without:
        (folder / path).unlink()
    found = questions.read(folder)
    canary.stamped(found)
    return found


def formats():
    """Formats with two dimensions each."""
    return {name: _format(name, dimensions) for name, dimensions in _DIMENSIONS.items()}


def _format(name, dimensions):
    anchors = {point: ["Seen once.", "Seen twice."] for point in range(1, 5)}
    return Format.model_validate(
        {
            "schema": 1,
            "id": name,
            "title": name,
            "purpose": "Tests.",
            "use_when": "Testing.",
            "do_not_use_when": "Hiring.",
            "minutes": 60,
            "question_minutes": 60,
            "dimensions": [
                {"id": found, "title": found, "competencies": {"coding": 1.0}, "anchors": anchors}
                for found in dimensions
            ],
            "minute_plan": [{"from": 0, "to": 60, "what": "All of it."}],
            "stop_rule": "Stop.",
            "opening_script": "Hello.",
            "scored": ["This."],
            "not_scored": ["That."],
            "ai_policy": {
                "default": "off",
                "allowed": [],
                "not_allowed": [],
                "reason": "Tests.",
                "if_broken": "Say so.",
            },
            "accommodations": ["Any."],
            "told_beforehand": ["All."],
        }
    )


def report(entry, *, seeds=3, variants=12):
    return exercise.check(entry, formats(), seeds=seeds, variants=variants)


def broken_code(entry, *, seeds=3):
    """Problems of the versions of a question's code."""
    chosen = [seed for seed in range(30) if seed % 5][:seeds]
    sandbox = Sandbox(entry.folder / "verify", entry.question.needs)
    claims = versions.claims(entry, sandbox, {"": chosen}, lambda _: None)
    return Report(entry.question.id, tuple(claims)).problems()


def broken_words(entry):
    """Problems of rubric and hints."""
    return Report(entry.question.id, tuple(texts.claims(entry, formats()))).problems()


def broken_parcel(entry, folder):
    """Problems of what a candidate receives."""
    exercise.start(entry, folder, seed=0)
    return Report(entry.question.id, tuple(handed.claims(entry, folder))).problems()


def patched(old, new):
    """A patch of weekly.py's line 9."""
    before = ' def window(loaves, days):\n     """The days that count."""\n'
    return f"--- a/weekly.py\n+++ b/weekly.py\n@@ -7,5 +7,5 @@\n{before}-    {old}\n+    {new}\n \n \n"

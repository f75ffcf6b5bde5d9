"""Prove that a question of the bank is right, hand out what a candidate receives, and grade what comes back."""

from hiretool.exercise.bank import Checked, Counts, changed, checked, counts
from hiretool.exercise.canary import stamped
from hiretool.exercise.check import check
from hiretool.exercise.grade import Grade, grade, question_of
from hiretool.exercise.marking import Marked, marked
from hiretool.exercise.patch import applied
from hiretool.exercise.report import Claim, Report
from hiretool.exercise.skeleton import new
from hiretool.exercise.start import mark, start

__all__ = [
    "Checked",
    "Claim",
    "Counts",
    "Grade",
    "Marked",
    "Report",
    "applied",
    "changed",
    "check",
    "checked",
    "counts",
    "grade",
    "mark",
    "marked",
    "new",
    "question_of",
    "stamped",
    "start",
]

"""Scorecards -> ratings -> scores. A rating is given by a person; a score is computed."""

from hiretool.scoring.normal import COLUMNS, Rejected, read, read_what_is_good
from hiretool.scoring.table import by_competency, by_interviewer, coverage, table

__all__ = [
    "COLUMNS",
    "Rejected",
    "by_competency",
    "by_interviewer",
    "coverage",
    "read",
    "read_what_is_good",
    "table",
]

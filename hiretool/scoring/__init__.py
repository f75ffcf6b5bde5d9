"""Scorecards -> ratings -> scores. A rating is given by a person; a score is computed."""

from hiretool.model import COLUMNS
from hiretool.scoring.normal import Reading, Rejected, cards, frame, read, reading, records
from hiretool.scoring.table import by_competency, by_interviewer, coverage, table

__all__ = [
    "COLUMNS",
    "Reading",
    "Rejected",
    "by_competency",
    "by_interviewer",
    "cards",
    "coverage",
    "frame",
    "read",
    "reading",
    "records",
    "table",
]

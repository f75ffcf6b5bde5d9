"""Scorecards -> ratings -> scores. A rating is given by a person; a score is computed."""

from hiretool.model import COLUMNS
from hiretool.scoring import ledger
from hiretool.scoring.fitted import Components, Fit, Warned
from hiretool.scoring.fitting import components, fit
from hiretool.scoring.normal import Reading, Rejected, cards, frame, read, reading, records
from hiretool.scoring.table import by_competency, by_interviewer, coverage, table, weighed

__all__ = [
    "COLUMNS",
    "Components",
    "Fit",
    "Reading",
    "Rejected",
    "Warned",
    "by_competency",
    "by_interviewer",
    "cards",
    "components",
    "coverage",
    "fit",
    "frame",
    "ledger",
    "read",
    "reading",
    "records",
    "table",
    "weighed",
]

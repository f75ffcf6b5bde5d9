"""How much of a paper to credit to the one named first: little, where bylines are alphabetical."""

from __future__ import annotations

from math import factorial
from statistics import fmean

from hiretool.sourcing.names import is_group, surname
from hiretool.sourcing.paper import Paper

# Share of papers with an intentionally alphabetical byline, by primary category.
# Source: measured on 751,241 arXiv papers of 3 to 8 authors, (observed - 1/n!) / (1 - 1/n!); the method is that of
# Waltman 2012, arXiv:1206.4863. A sorted byline says little in cs.CV and nearly all in hep-th.
ALPHABETICAL_SHARE = {
    "math.GT": 0.94, "math.AG": 0.91, "hep-th": 0.87, "cs.CC": 0.86, "cs.DS": 0.74, "cs.CG": 0.72, "hep-ph": 0.71,
    "cs.LO": 0.59, "cs.GT": 0.54, "math.NA": 0.54, "math.ST": 0.48, "gr-qc": 0.47, "cs.PL": 0.31, "math.OC": 0.28,
    "astro-ph": 0.20, "stat.ME": 0.19, "stat.ML": 0.11, "cs.CR": 0.08, "cs.NE": 0.06, "cs.AI": 0.05, "cs.LG": 0.035,
    "cs.RO": 0.012, "cs.CL": 0.014, "cs.CV": 0.005, "eess.AS": 0.0,
}  # fmt: skip

# Above so many names with a collaboration among them, nobody can tell what the first one did.
# Source: 0.04 to 0.14 % of machine-learning papers, 4.5 % in astro-ph.IM (same measurement).
COLLABORATION_SIZE = 30


def alphabetical(paper: Paper) -> float:
    """Probability, 0..1, that the byline was put in alphabetical order on purpose; 0 if it is in no such order.

    With share s of such bylines in the category and n names, a sorted byline has s / (s + (1 - s) / n!).
    """
    surnames = [surname(name) for name in paper.authors]
    if len(surnames) < 2 or surnames != sorted(surnames):
        return 0.0
    share = _share(paper.categories[0])
    return share / (share + (1 - share) / factorial(len(surnames)))


def credit(paper: Paper) -> float:
    """Part of the paper, 0..1, to credit to the first name: 1/n if the byline is alphabetical, else 1."""
    chance = alphabetical(paper)
    return chance / len(paper.authors) + 1 - chance


def by_collaboration(paper: Paper) -> bool:
    """Whether the first name is that of a group, or a group is among more than 30 names: credited to nobody."""
    if is_group(paper.authors[0]):
        return True
    return len(paper.authors) > COLLABORATION_SIZE and any(map(is_group, paper.authors))


def _share(category: str) -> float:
    """The measured share; for a category not in the table the mean of its archive's, else of all."""
    if category in ALPHABETICAL_SHARE:
        return ALPHABETICAL_SHARE[category]
    kin = [share for name, share in ALPHABETICAL_SHARE.items() if _archive(name) == _archive(category)]
    return fmean(kin or ALPHABETICAL_SHARE.values())


def _archive(category: str) -> str:
    return category.replace("-", ".").split(".")[0]

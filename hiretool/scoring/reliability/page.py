"""A noise audit as a document."""

from __future__ import annotations

from typing import Any

from hiretool.document import Block, Cell, Column, Document, Facts, Table, cells, inline
from hiretool.scoring.reliability.audit import Audit, OfRole
from hiretool.scoring.reliability.differences import CONFIDENCE
from hiretool.scoring.reliability.noise import NOISE, SIGNAL
from hiretool.scoring.reliability.study import MOST_INTERVIEWERS, TARGETS, Study

LEANS = 500
"""Ratings below which the components lean on what is usual elsewhere."""
DECIMALS = 6

_WORDS = {
    "candidate": ("The candidate", "candidates are better or worse throughout"),
    "candidate:competency": ("Own strengths", "a candidate is better at one competency than at another"),
    "interviewer": ("Level noise", "some interviewers are stricter than others, whoever they rate"),
    "scorecard": ("Pattern noise: one card", "an interviewer's impression of this candidate colours the whole card"),
    "interviewer:competency": ("Pattern noise: a theme", "an interviewer is stricter on one competency"),
    "residual": ("Occasion noise", "all that is left: the moment, the question, the rounding to a point"),
}


def page(found: Audit, *, title: str) -> Document:
    """The audit with what was counted, the kinds of noise, and how many interviewers are enough for each role."""
    apart, noise = found.differences, found.noise
    rows = [
        {
            "term": name,
            "variance": round(variance, DECIMALS),
            "sd": round(variance**0.5, DECIMALS),
            "share_of_a_rating": round(found.shares[name], DECIMALS) if name in found.shares else None,
        }
        for name, variance in found.components.variance.items()
    ]
    data: dict[str, Any] = {
        "n_ratings": found.n_ratings,
        "n_candidates": found.n_candidates,
        "n_interviewers": found.n_interviewers,
        "differences": {
            "n_pairs": apart.n_pairs,
            "n_cells": apart.n_cells,
            "n_candidates": apart.n_candidates,
            "typical": apart.typical,
            "interval": [apart.low, apart.high] if apart.low is not None else None,
            "mean": apart.mean,
            "same": apart.same,
            "two_apart": apart.two_apart,
        },
        "noise": {
            "level": noise.level,
            "pattern": noise.pattern,
            "occasion": noise.occasion,
            "system": noise.system,
            "expected_difference": noise.difference,
        },
        "components": rows,
        "method": found.components.method,
        "criterion": found.components.criterion,
        "icc": found.icc,
        "alpha_ordinal": found.alpha.value,
        "alpha_interval": None if found.alpha.low is None else [found.alpha.low, found.alpha.high],
        "alpha_reason": found.alpha.reason or None,
        "confidence": CONFIDENCE,
        "roles": [_of_role(entry) for entry in found.roles],
        "leans": found.components.method == "map" and found.n_ratings < LEANS,
        "in_words": _in_words(found),
    }
    parts: dict[str, Block] = {"facts": _facts(found), "kinds": _kinds(found)}
    parts |= {f"study-{number}": _study(entry) for number, entry in enumerate(found.roles)}
    return Document("reliability", title, data, parts, rows=rows, foot=title)


def _of_role(entry: OfRole) -> dict[str, Any]:
    return {
        "role": entry.role,
        "weights": dict(entry.weights),
        "each": entry.each,
        "dependability": [
            {"interviewers": number, "dependability": round(value, DECIMALS)}
            for number, value in enumerate(entry.study.dependability, 1)
        ],
        "enough": {f"{target:g}": entry.study.enough(target) for target in TARGETS},
        "grid": [
            {"each": one.each, "dependability": [round(value, DECIMALS) for value in one.dependability]}
            for one in entry.grid
        ],
        "in_words": [_enough(entry.study, target) for target in TARGETS],
    }


def _enough(study: Study, target: float) -> str:
    number = study.enough(target)
    if number is None:
        return f"{MOST_INTERVIEWERS} interviewers are not enough for {target:g}"
    return f"{number} {'interviewer reaches' if number == 1 else 'interviewers reach'} {target:g}"


def _in_words(found: Audit) -> dict[str, str]:
    apart, noise = found.differences, found.noise
    told = {
        "ratings": f"{found.n_ratings:,}",
        "leans": f"{LEANS}",
        "system": f"{noise.system:.2f}",
        "expected": f"{noise.difference:.2f}",
        "confidence": f"{CONFIDENCE:.0%}",
        "icc": "none" if found.icc is None else f"{found.icc:.2f}",
        "signal": f"{sum(found.shares.get(name, 0) for name in SIGNAL):.0%}",
        "noise": f"{sum(found.shares.get(name, 0) for name in NOISE):.0%}",
        "alpha": "none" if found.alpha.value is None else f"{found.alpha.value:.2f}",
        "alpha_interval": ""
        if found.alpha.low is None
        else f", {CONFIDENCE:.0%} interval {found.alpha.low:.2f} to {found.alpha.high:.2f}",
    }
    if apart.typical is not None:
        assert apart.mean is not None
        assert apart.same is not None
        assert apart.two_apart is not None
        told |= {
            "typical": f"{apart.typical:.2f}",
            "interval": ""
            if apart.low is None
            else f" ({CONFIDENCE:.0%} interval {apart.low:.2f} to {apart.high:.2f})",
            "same": f"{apart.same:.0%}",
            "two_apart": f"{apart.two_apart:.0%}",
            "pairs": f"{apart.n_pairs:,}",
            "cells": f"{apart.n_cells:,}",
            "candidates": f"{apart.n_candidates:,}",
        }
    return told


def _facts(found: Audit) -> Facts:
    items = [
        ("Ratings", f"{found.n_ratings:,}"),
        ("Candidates", f"{found.n_candidates:,}"),
        ("Interviewers", f"{found.n_interviewers:,}"),
    ]
    return Facts(tuple((term, inline(text)) for term, text in items))


def _kinds(found: Audit) -> Table:
    sds = found.components.sd
    rows = [
        cells(Cell(inline(name), "head"), f"{sds[term]:.2f}", _share(found, (term,)), meaning)
        for term, (name, meaning) in _WORDS.items()
    ]
    rows.append(
        cells(
            Cell(inline("System noise"), "head"),
            f"{found.noise.system:.2f}",
            _share(found, NOISE),
            "all noise together; squares add up",
        )
    )
    return Table(
        (
            Column("Part", width=2),
            Column("Points", "right", 0.8),
            Column("Share", "right", 0.8),
            Column("What it is", width=4),
        ),
        tuple(rows),
    )


def _share(found: Audit, terms: tuple[str, ...]) -> str:
    return f"{sum(found.shares[name] for name in terms):.0%}" if found.shares else "none"


def _study(entry: OfRole) -> Table:
    return Table(
        (
            Column("Interviewers", "right", 1),
            *(Column(_rates(one, entry), "right", 1) for one in entry.grid),
        ),
        tuple(_line(entry, number) for number in range(MOST_INTERVIEWERS)),
    )


def _rates(one: Study, entry: OfRole) -> str:
    every = one.each == len(entry.weights)
    return f"rates all {one.each}" if every and one.each > 1 else f"rates {one.each}"


def _line(entry: OfRole, number: int) -> tuple[Cell, ...]:
    values = (one.dependability[number] for one in entry.grid)
    return cells(Cell(inline(str(number + 1)), "head"), *(f"{value:.2f}" for value in values))

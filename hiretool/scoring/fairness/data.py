"""An audit as data for programs: counts and figures, no name of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from hiretool.scoring.fairness import words
from hiretool.scoring.fairness.audit import Audit, Axis, Correction, Median
from hiretool.scoring.fairness.comparison import Comparison, Group

METHODS = {
    "flagged": "5 x selected x reference_n < 4 x reference_selected x n (29 CFR 1607.4D)",
    "reference": "highest rate; of equal ones the largest group",
    "fisher_p": "Fisher's exact test, two-sided, against the reference",
    "fisher_p_holm": "adjusted for all comparisons of this report (Holm 1979)",
    "interval": "95%, logarithm of the ratio (Katz 1978); interval_score where nobody, or everybody, is ahead",
    "interval_score": "95%, score (Koopman 1984)",
    "chance_if_equal": "exact chance that four fifths fails for one of the two if both have their pooled rate",
    "one_different_person": "one selection moved from the reference to the group (Questions and Answers 1979, 21)",
    "scoring": "share strictly above the median of the full sample (6 RCNY 5-301)",
}


def of(found: Audit) -> dict[str, Any]:
    made = found.outcomes
    return {
        "source": made.source,
        "groups_source": made.groups_source or None,
        "roles": list(made.roles),
        "n": made.n,
        "axes": [_axis(found, axis) for axis in found.axes],
        "correction": [_correction(entry) for entry in found.corrections],
        "comparisons": found.comparisons,
        "smallest": found.smallest,
        "left_out_because": found.reason or None,
        "rows_without_groups": len(made.without_groups),
        "rows_without_outcome": len(made.without_outcome),
        "almost_the_same": [{"group": group, "values": values} for group, values in found.alike],
        "warnings": [asdict(entry) for entry in words.warnings(found)],
        "findings": [
            {"group": axis.group, "measure": axis.measure, "value": group.count.value, "text": text}
            for axis in found.axes
            for group, text in words.findings(found, axis)
        ],
        "methods": METHODS,
    }


def rows(found: Audit) -> Iterator[dict[str, Any]]:
    """One flat row for each group of each axis, then those before the correction."""
    for axis in found.axes:
        for group in axis.comparison.groups:
            yield _flat(
                axis.group, axis.measure, group, found.adjusted.get((axis.group, axis.measure, group.count.value))
            )
    for entry in found.corrections:
        for group in entry.before.groups:
            yield _flat(entry.group, "scoring_before_correction", group, None)


def _flat(kind: str, measure: str, group: Group, adjusted: float | None) -> dict[str, Any]:
    values = _group(group, adjusted)
    moved = values.pop("one_different_person")
    for name in ("interval", "interval_score"):
        low, high = values.pop(name) or (None, None)
        values |= {f"{name}_low": low, f"{name}_high": high}
    return {
        "group": kind,
        "measure": measure,
        **values,
        "one_different_person_ratio": moved["impact_ratio"] if moved else None,
    }


def _axis(found: Audit, axis: Axis) -> dict[str, Any]:
    made = axis.comparison
    others = axis.at_or_above
    return {
        "group": axis.group,
        "measure": axis.measure,
        "groups": [
            _group(group, found.adjusted.get((axis.group, axis.measure, group.count.value)), found.smallest)
            for group in made.groups
        ],
        "n": made.total,
        "unknown": made.unknown,
        "without_outcome": axis.without_outcome,
        "reference": made.reference,
        "most_selected": made.most_selected,
        "any_flagged": bool(made.flagged),
        "comparisons": len(made.compared),
        "chance_of_a_flag_if_equal": made.chance_of_a_flag,
        "median": _median(axis.median),
        "at_or_above": [_short(group) for group in others.groups] if others else None,
    }


def _group(group: Group, adjusted: float | None, smallest: int = 0) -> dict[str, Any]:
    moved = group.moved
    return {
        **_short(group),
        "reference": group.reference,
        "fisher_p": group.fisher_p,
        "fisher_p_holm": adjusted,
        "interval": group.interval,
        "interval_score": group.score_interval,
        "chance_if_equal": group.chance_if_equal,
        "one_different_person": {**asdict(moved), "impact_ratio": _number(moved.impact_ratio)} if moved else None,
        "under_two_percent": group.under_two_percent,
        "left_out": group.left_out,
        "ratio_to_most_selected": _number(group.to_most_selected),
        **({"points_at_persons": group.count.n < smallest} if smallest else {}),
    }


def _short(group: Group) -> dict[str, Any]:
    return {
        "value": group.count.value,
        "n": group.count.n,
        "selected": group.count.selected,
        "rate": float(group.count.rate),
        "impact_ratio": _number(group.impact_ratio),
        "flagged": group.flagged,
    }


def _correction(entry: Correction) -> dict[str, Any]:
    return {
        "group": entry.group,
        "before": _side(entry.before, entry.median_before),
        "after": _side(entry.after, entry.median_after),
        "shifts": [asdict(shift) for shift in entry.shifts],
        "left_out": entry.left_out,
    }


def _side(made: Comparison, median: Median) -> dict[str, Any]:
    return {
        "median": _median(median),
        "reference": made.reference,
        "groups": [_group(group, None) for group in made.groups],
    }


def _median(median: Median | None) -> dict[str, Any] | None:
    return asdict(median) if median else None


def _number(value: Any) -> float | None:
    return None if value is None else float(value)

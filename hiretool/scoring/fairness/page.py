"""An audit as a document."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.document import (
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Part,
    Picture,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.scoring.fairness import chart, comparison, data, words
from hiretool.scoring.fairness.audit import Audit, Axis, Correction
from hiretool.scoring.fairness.comparison import Group

FOOT = "Not an independent audit, and no finding of discrimination."


def document(found: Audit) -> Document:
    """The rates by group, what to make of them, and what they cannot show. No name of anybody is in it."""
    title = f"Fairness: {found.outcomes.source}"
    warned = [entry.text for entry in words.warnings(found)]
    parts: dict[str, Part | list[Part]] = {
        "headline": Paragraph(inline(words.headline(found)), "lead"),
        "warnings": [Paragraph(inline(text), "warning") for text in warned],
        "facts": _facts(found),
        "axes": [part for axis in found.axes for part in _axis(found, axis)],
        "corrections": [part for entry in found.corrections for part in _correction(entry)],
    }
    measured = {axis.measure for axis in found.axes}
    told = {**data.of(found), "in_words": {"has_scores": "scoring" in measured, "has_both": bool(found.corrections)}}
    return Document("fairness", title, told, parts, rows=list(data.rows(found)), foot=f"{title}. {FOOT}")


def _facts(found: Audit) -> Facts:
    made = found.outcomes
    measures = {"selection": "who was selected", "scoring": "whose score is above the median"}
    seen = dict.fromkeys(measures[axis.measure] for axis in found.axes)
    return Facts(
        (
            (
                "Outcomes",
                inline(f"{made.n:,} in {made.source}{f', role {made.roles[0]}' if len(made.roles) == 1 else ''}"),
            ),
            ("Groups", inline(made.groups_source or f"from {made.source}")),
            ("Measured", inline("; ".join(seen))),
            ("Comparisons", inline(str(found.comparisons))),
        )
    )


def _axis(audit: Audit, axis: Axis) -> Iterator[Part]:
    kind = "Selection rates" if axis.measure == "selection" else "Scoring rates"
    yield Heading(2, inline(f"{kind}: {axis.group}"))
    counted = words.unknown(axis.comparison, axis.without_outcome)
    middle = f" Median {axis.median.value:.4g}, of all {axis.median.n:,} scores." if axis.median else ""
    yield Paragraph(inline(f"{counted[:1].upper()}{counted[1:]}.{middle}"), "note")
    if not axis.comparison.groups:
        return
    yield _table(axis)
    if found := words.shown(audit, axis):
        yield bullets(found)
    if len(axis.comparison.compared) > 1:
        share = words.percent(axis.comparison.chance_of_a_flag)
        equal = "If all true rates were equal, some group of these would be below four fifths in"
        yield Paragraph(inline(f"{equal} {share} of cases."), "note")
    if other := words.most_selected(axis):
        yield Paragraph(inline(other), "note")


def _table(axis: Axis) -> Table:
    """One row a group: counts, rate, ratio with its interval and as a picture, and what chance alone would do."""
    ahead = "Selected" if axis.measure == "selection" else "Above median"
    others = comparison.by_value(axis.at_or_above) if axis.at_or_above else {}
    columns = [
        Column("Group", width=2.2),
        Column(ahead, "right", 1.4),
        Column("Rate", "right", 1),
        Column("Ratio", "right", 1),
        Column("95% interval", width=1.5),
        Column("Ratio and interval, as a picture", width=2.6, picture=chart.scale()),
        Column("Fisher p", "right", 1),
        Column("Fails if equal", "right", 1),
    ]
    if others:
        columns.append(Column("Rate (ratio) with ties", "right", 1.3))
    rows = []
    for group in axis.comparison.groups:
        row = cells(
            Cell(inline(group.count.value), "head", _note(group)),
            f"{group.count.selected:,} of {group.count.n:,}",
            words.percent(group.count.rate),
            _ratio(group),
            words.limits(group.interval),
            Cell((), picture=_picture(group)),
            words.chance(group.fisher_p),
            "" if group.chance_if_equal is None else words.percent(group.chance_if_equal),
        )
        if others:
            tied = others[group.count.value]
            row += cells(f"{words.percent(tied.count.rate)} ({words.ratio(tied.impact_ratio)})")
        rows.append(row)
    caption = (
        f"{ahead}, by {axis.group}. Fails if equal: how often one of the two would be below 4/5 with equal true rates."
    )
    return Table(tuple(columns), tuple(rows), caption, "chart")


def _note(group: Group) -> str:
    if group.left_out:
        return "under 2%, left out"
    said = ["highest"] if group.reference else []
    return ", ".join([*said, *(["under 2%"] if group.under_two_percent else [])])


def _ratio(group: Group) -> Cell:
    shown = "" if group.left_out else words.ratio(group.impact_ratio)
    return Cell(inline(shown), "strong" if group.flagged else "", "below 4/5" if group.flagged else "")


def _picture(group: Group) -> Picture:
    shown = "no ratio" if group.impact_ratio is None else f"ratio {words.ratio(group.impact_ratio)}"
    interval = f", 95% interval {words.limits(group.interval)}" if group.interval else ""
    value = None if group.impact_ratio is None else float(group.impact_ratio)
    return chart.row(value, group.interval, f"{group.count.value}: {shown}{interval}")


def _correction(entry: Correction) -> Iterator[Part]:
    """Scoring rates and ratios side by side, and who crossed the median."""
    yield Heading(3, inline(f"By {entry.group}"))
    before = comparison.by_value(entry.before)
    shifts = {shift.value: shift for shift in entry.shifts}
    rows = []
    for group in entry.after.groups:
        was, shift = before[group.count.value], shifts[group.count.value]
        rows.append(
            cells(
                Cell(inline(group.count.value), "head"),
                f"{group.count.n:,}",
                words.percent(was.count.rate),
                words.percent(group.count.rate),
                _ratio(was),
                _ratio(group),
                f"{shift.up:,} up, {shift.down:,} down",
                f"{shift.mean_change:+.3f}",
            )
        )
    columns = (
        Column("Group", width=2),
        Column("People", "right", 0.8),
        Column("Rate before", "right", 1),
        Column("Rate after", "right", 1),
        Column("Ratio before", "right", 1),
        Column("Ratio after", "right", 1),
        Column("Crossed the median", "right", 1.6),
        Column("Mean change", "right", 1),
    )
    caption = (
        f"Shares above the median by {entry.group}: median {entry.median_before.value:.4g} before and"
        f" {entry.median_after.value:.4g} after. Mean change: of the score, in rating points."
    )
    yield Table(columns, tuple(rows), caption)
    yield Paragraph(inline(" ".join(words.correction(entry))))

"""Figures of an audit -> the sentences that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hiretool.scoring.fairness.audit import Audit, Axis, Correction
from hiretool.scoring.fairness.comparison import Comparison, Group
from hiretool.scoring.fitted import Warned

RARE = 0.05
MANY_UNKNOWN = 10
"""One in so many without a known group is worth a warning."""
MANY_COMPARISONS = 5
LISTED = 8
SEPARATE = 3
"""Flags that may be chance are told one by one up to so many."""


def percent(share: Fraction | float) -> str:
    """
    >>> percent(0.3), percent(0.0004), percent(0.99998)
    ('30.0%', '0.04%', '99.998%')
    """
    number = 100 * float(share)
    near = min(number, 100 - number)
    return f"{number:.{1 if near >= 0.1 or near == 0 else 2 if near >= 0.01 else 3}f}%"


def ratio(value: Fraction | float | None) -> str:
    """Two decimals, and more where two would put a ratio on the wrong side of four fifths.

    >>> ratio(Fraction(1, 2)), ratio(Fraction(799, 1000)), ratio(None)
    ('0.50', '0.799', 'none')
    """
    if value is None:
        return "none"
    places = next((n for n in range(2, 9) if (round(float(value), n) < 0.8) == (value < Fraction(4, 5))), 9)
    return f"{float(value):.{places}f}"


def chance(p: float | None) -> str:
    """
    >>> chance(0.00341), chance(0.75), chance(9e-8)
    ('0.0034', '0.75', '< 0.0001')
    """
    if p is None:
        return ""
    return "< 0.0001" if p < 0.0001 else f"{p:.4f}" if p < 0.01 else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"


def limits(interval: tuple[float, float | None] | None) -> str:
    if interval is None:
        return ""
    low, high = interval
    return f"{low:.2f} to {high:.2f}" if high is not None else f"{low:.2f} or more"


def ahead(axis: Axis) -> str:
    """What it is to be ahead."""
    return "selected" if axis.measure == "selection" else "above the median"


def headline(found: Audit) -> str:
    """The first sentence: how many groups are below four fifths, of how many comparisons."""
    if not found.comparisons:
        return "There is nothing to compare: see the warnings below."
    flagged = [group for axis in found.axes for group in axis.comparison.flagged]
    made = f"{found.comparisons} comparison{'s' if found.comparisons > 1 else ''} with the group of the highest rate"
    if not flagged:
        return f"In {made}, none is below four fifths of it. That is no proof that all is well."
    rare = sum((group.fisher_p or 0.0) < RARE for group in flagged)
    seen = (
        f"{len(flagged)} {'is' if len(flagged) == 1 else 'are'} below four fifths of it, {rare or 'none'} with p below"
    )
    return f"In {made}, {seen} {RARE:g}. That is a reason to look, not a finding."


def findings(found: Audit, axis: Axis) -> Iterator[tuple[Group, str]]:
    """Each group that is flagged, or differs by more than chance explains, with a sentence or two on it."""
    top = next((group for group in axis.comparison.groups if group.reference), None)
    for group in axis.comparison.compared:
        is_rare = (group.fisher_p or 0.0) < RARE
        if top is not None and (group.flagged or is_rare):
            made = _rare(found, axis, group, top) if is_rare else _uncertain(group)
            yield group, " ".join([f"{group.count.value}: {made}", *_moved(group, ahead(axis))])


def shown(found: Audit, axis: Axis) -> list[str]:
    """The findings for a page: those that numbers cannot tell from chance in one sentence, where they are many."""
    made = list(findings(found, axis))
    uncertain = [group for group, _ in made if (group.fisher_p or 0.0) >= RARE]
    if len(uncertain) <= SEPARATE:
        return [text for _, text in made]
    ps = [group.fisher_p or 0.0 for group in uncertain]
    names = _listed([group.count.value for group in uncertain], most=len(uncertain))
    told = f"{names}: below four fifths, but these numbers cannot tell: p from {chance(min(ps))} to {chance(max(ps))}."
    moved = [group.count.value for group in uncertain if group.moved is not None and not group.moved.flagged]
    if moved:
        who = "any of them" if len(moved) == len(uncertain) else _listed(moved, most=len(moved))
        told = f"{told} One different person would take the flag from {who}."
    return [*(text for group, text in made if group not in uncertain), told]


def _rare(found: Audit, axis: Axis, group: Group, top: Group) -> str:
    count, best = group.count, top.count
    holm = found.adjusted[axis.group, axis.measure, count.value]
    adjusted = f" ({chance(holm)} adjusted for {found.comparisons} comparisons)" if found.comparisons > 1 else ""
    told = (
        f"{count.selected:,} of {count.n:,} {ahead(axis)}, against {best.selected:,} of {best.n:,} of {best.value}; the"
        f" ratio is {ratio(group.impact_ratio)}, {'' if group.flagged else 'not '}below four fifths. If the true rates"
        f" were equal, a result this uneven or more would come by chance with p {_p(group.fisher_p or 0.0)}{adjusted}."
    )
    if group.flagged:
        return told
    return f"{told} The guidelines let smaller differences count where they are significant and matter in practice."


def _uncertain(group: Group) -> str:
    p, share = _p(group.fisher_p or 0.0), percent(group.chance_if_equal or 0.0)
    return (
        f"ratio {ratio(group.impact_ratio)}, below four fifths, but these numbers cannot tell: if the true rates were"
        f" equal, a result this uneven or more would come by chance with p {p}, and one of the two would be below four"
        f" fifths in {share} of cases."
    )


def _moved(group: Group, ahead: str) -> Iterator[str]:
    """What one different person would change, if it changes the flag."""
    moved = group.moved
    if moved is None or moved.flagged or not group.flagged:
        return
    if moved.reverses:
        yield (
            f"One different person turns it round: with {moved.selected:,} and {moved.reference_selected:,} {ahead},"
            " this group would have the higher rate. Agencies generally do not act on so little."
        )
    else:
        yield f"One different person would lift the ratio to {ratio(moved.impact_ratio)}, no longer below four fifths."


def _p(p: float) -> str:
    shown = chance(p)
    # As in `p < 0.0001` and `p = 0.03`.
    return shown if shown.startswith("<") else f"= {shown}"


def most_selected(axis: Axis) -> str:
    """The other reading of the city's rule, where it gives other ratios; else nothing."""
    found = axis.comparison
    if found.most_selected in (None, found.reference):
        return ""
    most = next(group for group in found.groups if group.count.value == found.most_selected)
    top = next(group for group in found.groups if group.reference)
    if most.count.rate == top.count.rate:
        return ""
    others = [group for group in found.groups if group.to_most_selected is not None and group is not most]
    shown = ", ".join(f"{group.count.value} {ratio(group.to_most_selected)}" for group in others[:LISTED])
    return (
        f"The ratios are taken against the highest rate, that of {found.reference}. The largest number"
        f" {ahead(axis)} is that of {found.most_selected}; against it the ratios are: {shown}"
        f"{', ...' if len(others) > LISTED else ''}."
    )


def correction(found: Correction) -> Iterator[str]:
    """What the correction changed in the flags, and that it changed none."""
    before = {group.count.value for group in found.before.flagged}
    after = {group.count.value for group in found.after.flagged}
    if new := sorted(after - before):
        yield f"Below four fifths after the correction and not before: {_listed(new)}."
    if gone := sorted(before - after):
        yield f"Below four fifths before the correction and not after: {_listed(gone)}."
    if both := sorted(before & after):
        yield f"Below four fifths before and after: {_listed(both)}."
    if not before | after:
        yield "No group is below four fifths, before or after."
    if found.left_out:
        yield f"{found.left_out:,} with only one of the two scores are left out here."


def warnings(found: Audit) -> Iterator[Warned]:
    """What must be known before the figures are used or passed on."""
    yield from _of_files(found)
    for kind, names in found.alike:
        text = f"{kind}: {_listed([repr(name) for name in names])} are almost the same and counted apart; are they one?"
        yield Warned("almost-the-same", text)
    small = [
        f"{axis.group} {group.count.value} ({group.count.n})"
        for axis in _once(found.axes)
        for group in axis.comparison.groups
        if group.count.n < found.smallest
    ]
    if small:
        text = f"Small enough to point at persons, do not pass on: {_listed(small)}."
        yield Warned("points-at-persons", text)
    for axis in _once(found.axes):
        missing, total = axis.comparison.unknown, axis.comparison.total
        if MANY_UNKNOWN * missing >= total and missing:
            text = f"{axis.group}: the group of {missing:,} of {total:,} ({percent(missing / total)}) is not known."
            yield Warned("many-unknown", f"{text} If they differ from the others, so would the ratios.")
    for axis in found.axes:
        yield from _of_axis(axis)
    yield from _of_ties(found.axes)
    if found.reason:
        out = [
            f"{axis.group} {group.count.value}"
            for axis in _once(found.axes)
            for group in axis.comparison.groups
            if group.left_out
        ]
        text = f"Under 2% and left out of the ratios, because: {found.reason}. They are: {_listed(out) or 'none'}."
        yield Warned("left-out", text)
    if found.comparisons >= MANY_COMPARISONS:
        expected = found.comparisons * RARE
        yield Warned(
            "many-comparisons",
            f"{found.comparisons} comparisons were made: with no true difference at all, about {expected:.1f} of them"
            f" would have p below {RARE:g}. What was found below has its p adjusted for that too (Holm).",
        )


def _of_files(found: Audit) -> Iterator[Warned]:
    made = found.outcomes
    if len(made.roles) > 1:
        text = (
            f"Outcomes of {len(made.roles)} roles are pooled, which can hide or make differences; pass --role for one."
        )
        yield Warned("roles-pooled", text)
    if rows := made.without_groups:
        near = f" {made.by_case:,} would be found but for capitals." if made.by_case else ""
        text = (
            f"{len(rows):,} of {made.n:,} candidates of {made.source} are not in {made.groups_source} ({_rows(rows)})"
        )
        yield Warned("no-groups", f"{text}; their groups count as unknown.{near}")
    if rows := made.without_outcome:
        text = f"{len(rows):,} candidates of {made.groups_source} have no outcome ({_rows(rows)}) and are not counted."
        yield Warned("no-outcome", text)
    if not made.groups_source:
        text = (
            "Groups stand in the file of outcomes; keep them in one of their own that scoring never reads (--groups)."
        )
        yield Warned("groups-beside-outcomes", text)
    for kind in made.groups:
        if kind.said_unknown:
            said = _listed([f"{word!r} ({count:,})" for word, count in kind.said_unknown.items()])
            yield Warned("said-unknown", f"{kind.title}: counted as unknown: {said}.")


def _of_axis(axis: Axis) -> Iterator[Warned]:
    found, where = axis.comparison, f"{axis.group}, {axis.measure}"
    if len(found.groups) < 2:
        said = "only one group is" if found.groups else "no group is"
        yield Warned("one-group", f"{where}: {said} known; there is nothing to compare.")
    elif found.reference is None:
        yield Warned("nobody-ahead", f"{where}: nobody is {ahead(axis)}; there are no ratios.")
    elif all(group.count.selected == group.count.n for group in found.groups):
        yield Warned("all-ahead", f"{where}: everybody is {ahead(axis)}; no group can differ.")
    top = next((group for group in found.groups if group.reference), None)
    if top is not None and found.compared and top.under_two_percent:
        text = f"{where}: every ratio rests on {top.count.value}, {top.count.n:,} people and under 2% of all"
        yield Warned("small-reference", f"{text}; --leave-out-small takes such groups out, with your reason.")


def _of_ties(axes: Sequence[Axis]) -> Iterator[Warned]:
    """The median is that of all scores, so that it is the same for each kind of group."""
    middle = next((axis.median for axis in axes if axis.median is not None and axis.at_or_above is not None), None)
    if middle is not None:
        yield Warned(
            "ties",
            f"{middle.tied:,} of {middle.n:,} scores ({percent(middle.tied / middle.n)}) stand on the median itself and"
            " do not count as above it. The rates if they did are in the last column; use a score with decimals, not a"
            " rating.",
        )


def _once(axes: Sequence[Axis]) -> Iterator[Axis]:
    """The first axis of each kind of group: its numbers of people are much the same for each measure."""
    first: dict[str, Axis] = {}
    for axis in axes:
        first.setdefault(axis.group, axis)
    yield from first.values()


def _rows(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:LISTED]))
    return f"row{'s' if len(numbers) > 1 else ''} {shown}{', ...' if len(numbers) > LISTED else ''}"


def _listed(items: Sequence[str], most: int = LISTED) -> str:
    more = len(items) - most
    return f"{', '.join(items[:most])}{f' and {more} more' if more > 0 else ''}"


def unknown(found: Comparison, without_outcome: int) -> str:
    """How many are counted, and who is not."""
    known = found.total - found.unknown
    told = [f"{known:,} {'person' if known == 1 else 'people'} of known group"]
    told.append(f"{found.unknown:,} of unknown group, left out of the rates" if found.unknown else "none unknown")
    if without_outcome:
        told.append(f"{without_outcome:,} without an outcome, not counted")
    return "; ".join(told)

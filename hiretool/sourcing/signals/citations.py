"""How often papers were cited, where a service was asked."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.citation import Citation
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person

HIGH = 0.9
"""Percentile from which a paper counts; the tenth that is cited most, of its field, type and year."""
_YOUNG_DAYS = 365
_TOLD = 8
"""Papers whose figures are written out, newest first."""


def measure(person: Person, today: date) -> Evidence | None:
    """Papers among the most cited tenth of their field, type and year, with the raw counts of each service beside it.

    A paper without a percentile counts nothing for and nothing against anybody. Counts of different services, and of
    papers of different fields and years, are never added: no sum and no h-index is made of them.
    """
    lines: tuple[Citation, ...] = getattr(person, "citations", ())
    told = {paper.id: _told(paper, lines, today) for paper in person.papers}
    told = {id: words for id, words in told.items() if words}
    if not told:
        return None
    known = [line for line in lines if line.paper_id in told]
    high = {line.paper_id for line in known if line.percentile is not None and line.percentile >= HIGH}
    more = f"; and {len(told) - _TOLD} other papers" if len(told) > _TOLD else ""
    text = "; ".join(f"{id}: {words}" for id, words in list(told.items())[:_TOLD])
    return Evidence(
        signal="citations",
        value=len(high),
        unit="papers in the most cited tenth of their field, type and year",
        text=f"{text}{more}.",
        paper_ids=tuple(told),
        source=" and ".join(sorted({line.source for line in known})),
        date=max(line.date for line in known),
    )


def _told(paper: Paper, lines: tuple[Citation, ...], today: date) -> str:
    """What each service says of the paper; "" if none says anything."""
    found = []
    for line in lines:
        if line.paper_id != paper.id or line.count is None:
            continue
        words = [f"cited {line.count:,} times" if line.count != 1 else "cited once"]
        if line.influential:
            words.append(f"{line.influential:,} of them called influential")
        if line.percentile is not None:
            words.append(f"more often than {_percent(line.percentile)} of its field, type and year")
        found.append(f"{', '.join(words)} ({line.source}, {line.date})")
    if found and (today - paper.submitted).days < _YOUNG_DAYS:
        found.append("less than a year old, so a low count says nothing")
    return ", ".join(found)


def _percent(share: float) -> str:
    """`97 %`, `99.9 %`; never 100 %, which no paper can surpass."""
    percent = min(share * 100, 99.9)
    return f"{percent:.1f} %" if percent > 99 else f"{int(percent)} %"

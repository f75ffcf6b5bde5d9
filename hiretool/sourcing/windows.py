"""A range of minutes -> two that abut, for answers that are too long for one search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from hiretool.sourcing.query import Query
from hiretool.sourcing.query_terms import All, Needs, Node, Submitted, Texts

FIRST_DAY = date(1991, 8, 1)
"""Before arXiv's first paper."""
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes (UTC) of the first version, from `since` to before `until`; a part of a query, as `query_terms` has them.

    arXiv is asked for the last minute's end as well: its manual does not say whether `TO` a minute holds that minute's
    seconds. A paper that two windows bring is to be taken once.
    Source: https://info.arxiv.org/help/api/user-manual.html#query_details (minutes, GMT)
    """

    since: datetime
    until: datetime

    def matches(self, texts: Texts) -> bool:
        """Whether the paper's day lies in it, wholly or in part."""
        return self.first_day <= texts.paper.submitted <= self.last_day

    def needs(self) -> Needs:
        return ()

    def __str__(self) -> str:
        return f"submittedDate:[{self.since:%Y%m%d%H%M} TO {self.until:%Y%m%d%H%M}]"

    @property
    def first_day(self) -> date:
        return self.since.date()

    @property
    def last_day(self) -> date:
        return (self.until - _MINUTE).date()

    @property
    def minutes(self) -> int:
        return (self.until - self.since) // _MINUTE

    def of(self, query: Query) -> Query:
        """The query, of papers in this window; the days that it asks for itself must hold the window."""
        return Query(query.text, All((*(part for part in _parts(query) if not isinstance(part, Submitted)), self)))

    def cut(self, at: datetime | None = None) -> tuple[Window, Window]:
        """The older part and the newer one, which begins with the minute of `at`, or in the middle if that is outside.

        Raises: ValueError if there is but one minute.
        """
        if self.minutes < 2:
            raise ValueError("one minute cannot be cut")
        border = at.astimezone(UTC).replace(second=0, microsecond=0) if at else self.since
        if not self.since < border < self.until:
            border = self.since + (self.minutes // 2) * _MINUTE
        return Window(self.since, border), Window(border, self.until)


def days_of(query: Query) -> tuple[date, date]:
    """The first and the last day that the query itself asks for, where all of it is bound to them.

    >>> from hiretool.sourcing.query import parse
    >>> days_of(parse("cat:cs.LG AND submittedDate:[20250101 TO 20250331]"))
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31))
    """
    bounds = [part for part in _parts(query) if isinstance(part, Submitted)]
    first = max((days.since for days in bounds), default=date.min)
    return first, min((days.until for days in bounds), default=date.max)


def _parts(query: Query) -> tuple[Node, ...]:
    """What must hold, all of it."""
    root = query.root
    return root.parts if isinstance(root, All) and not root.without else (root,)


def of_days(since: date, until: date) -> Window:
    """From the first minute of one day to the last of another.

    >>> str(of_days(date(2026, 11, 20), date(2026, 11, 20)))
    'submittedDate:[202611200000 TO 202611210000]'
    """
    return Window(_midnight(since), _midnight(until) + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)

"""A closing date that has passed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found, Place

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_DATE = re.compile(
    rf"(?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})\.?,?\s+(?P<y2>\d{{4}})"
    rf"|(?P<m3>{_MONTH})\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})",
    re.IGNORECASE,
)
_NEAR = 60


def find(case: Case) -> Iterator[Found]:
    """vocabulary.closes: expressions behind which a date is the last day to apply."""
    for place, day, start, end in closing_days(case):
        if day < case.today:
            yield Found(place.block, start, end, values={"day": day.isoformat()})
            return


def closing_days(case: Case) -> Iterator[tuple[Place, datetime.date, int, int]]:
    """Last days to apply that the post tells, with where the date stands in its block."""
    for place in case.of("closes"):
        match = _DATE.search(place.block.text[place.start : place.end + _NEAR])
        if match and (day := _day(match)):
            yield place, day, place.start + match.start(), place.start + match.end()


def _day(match: re.Match[str]) -> datetime.date | None:
    try:
        if match["y1"]:
            return datetime.date(int(match["y1"]), int(match["m1"]), int(match["d1"]))
        which = "2" if match["y2"] else "3"
        month = next(
            number for number, name in enumerate(_MONTHS, 1) if name.startswith(match[f"m{which}"].lower()[:3])
        )
        return datetime.date(int(match[f"y{which}"]), month, int(match[f"d{which}"]))
    except ValueError:
        return None

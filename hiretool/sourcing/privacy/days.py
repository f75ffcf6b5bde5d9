"""Until when: the month within which a person is told, and the end of the time for which a row is kept."""

from __future__ import annotations

import calendar
from datetime import date

NOTICE_MONTHS = 1
"""Within a month of getting the data, or when the person is first written to, if that is earlier.

Source: Regulation (EU) 2016/679, Article 14(3).
"""


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day.

    Source: Regulation (EEC, Euratom) 1182/71, Article 3(2)(c). Its rule for a last day that is a holiday would give
    more time, and is left out.
    >>> months_later(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

"""hiretool.toml's [privacy] -> who answers for the personal data, on what ground, and for how long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from hiretool.errors import DataError, suggestion

TABLE = "privacy"
LEGAL_BASIS = "legitimate interest"
RETENTION_MONTHS = 6
"""A choice, not a rule of law: the shortest time that the purpose allows is the right one."""
_LONGEST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class Controller:
    """What the letter to a person who is kept on file has to say of whoever keeps them.

    Source: Regulation (EU) 2016/679 (GDPR), Articles 6(1)(f), 13 and 14, https://eur-lex.europa.eu/eli/reg/2016/679/oj
    """

    controller: str = ""
    """Full name of the organization that decides what is done with the data."""
    address: str = ""
    contact: str = ""
    """Where to write to object, or to ask: an address, a page, a telephone number."""
    representative: str = ""
    """In the EU, of a controller outside of it (Article 27)."""
    officer: str = ""
    """How to reach the data protection officer, if there is one."""
    recipients: str = ""
    """Who else gets the data, or kinds of them; blank: nobody outside of the controller."""
    transfers: str = ""
    """To which countries outside of the EU it goes, and under which safeguards; blank: to none."""
    legal_basis: str = LEGAL_BASIS
    interests: str = ""
    """Which legitimate interests are pursued, in a sentence."""
    balancing_test: str = ""
    """How these were weighed against the person's own, or where that is written down."""
    authority: str = ""
    """The supervisory authority to complain to."""
    retention_months: int = RETENTION_MONTHS


KEYS = tuple(field.name for field in fields(Controller))


def controller(table: object, file: Path, line: Callable[[str], int]) -> Controller:
    """The table as it was read from TOML. line: number of the line that sets a key. Raises: DataError."""
    if not isinstance(table, Mapping):
        raise DataError(file, line(TABLE), f"{TABLE}: expected a table; write [{TABLE}] and its keys below")
    found: dict[str, Any] = {}
    for name, value in table.items():
        where = f"{TABLE}.{name}"
        if name not in KEYS:
            raise DataError(file, line(name), f"{where}: unknown key. {suggestion(name, KEYS)}")
        if name == "retention_months":
            if type(value) is not int or not 1 <= value <= _LONGEST_MONTHS:
                raise DataError(file, line(name), f"{where}: expected a whole number of 1 to {_LONGEST_MONTHS}")
        elif not isinstance(value, str):
            raise DataError(file, line(name), f"{where}: expected text in quotes")
        elif not value.strip():
            raise DataError(file, line(name), f"{where}: is blank; take the line out, or fill it in")
        found[name] = value.strip() if isinstance(value, str) else value
    return Controller(**found)

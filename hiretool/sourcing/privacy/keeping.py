"""A person in a list -> a person on file, with the dates and grounds that the law asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.sourcing.privacy import forms
from hiretool.sourcing.privacy.chosen import Chosen
from hiretool.sourcing.privacy.days import NOTICE_MONTHS, months_later
from hiretool.sourcing.privacy.suppressions import Suppressions
from hiretool.store.controller import LEGAL_BASIS, Controller

if TYPE_CHECKING:
    from hiretool.store.sourced import Saved

SOON = timedelta(days=7)
"""How long before its last day a notice is called due. A choice."""


def kept(
    found: Chosen, controller: Controller, objections: Suppressions, *, today: date, opening: str | None, note: str
) -> Saved:
    """The row to save.

    Counted from the day on which the person was found, not from today: a list may have lain for weeks.
    Raises: HiretoolError if the person objected, or if the ground for keeping data is not written down.
    """
    from hiretool.store.sourced import Saved

    if any(objections.hides(name, found.papers, found.orcid) for name in found.spellings):
        raise HiretoolError(f"{found.name} objected to being kept here; nothing was saved")
    if controller.legal_basis == LEGAL_BASIS and not controller.balancing_test:
        raise HiretoolError(
            "Keeping somebody on the ground of a legitimate interest needs a balancing test that is written down."
            " Say it, or where it lies, in hiretool.toml under [privacy]: balancing_test, or in --balancing-test"
        )
    first_seen = min(found.found_on, today)
    return Saved(
        name=found.name,
        papers=found.papers,
        orcid=found.orcid,
        opening=opening,
        found_on=found.found_on,
        query=found.query,
        source=found.source,
        identity=found.identity,
        legal_basis=controller.legal_basis,
        balancing_test=controller.balancing_test,
        first_seen=first_seen,
        notice_due=months_later(first_seen, NOTICE_MONTHS),
        retain_until=months_later(first_seen, controller.retention_months),
        do_not_contact=any(objections.bars_contact(name, found.papers, found.orcid) for name in found.spellings),
        note=note,
    )


def same(found: Saved, row: Saved) -> bool:
    """Whether a row is about this person: one name, and a paper in common or nothing to tell them apart."""
    if forms.name(found.name) != forms.name(row.name):
        return False
    return not found.papers or not row.papers or bool({*found.papers} & {*row.papers})


def one(people: Sequence[Saved], who: str) -> Saved:
    """The one of this number or name. Raises: NotFoundError; HiretoolError if several bear the name."""
    found = several(people, who)
    if len(found) > 1:
        rows = "; ".join(f"{row.id} ({', '.join(row.papers[:3])})" for row in found)
        raise HiretoolError(f"{who!r} is the name of several people on file; name one by number: {rows}")
    return found[0]


def several(people: Sequence[Saved], who: str) -> list[Saved]:
    """The one of this number, or all who bear the name. Raises: NotFoundError if there is nobody."""
    if who.strip().isdecimal():
        found = [row for row in people if row.id == int(who)]
    else:
        asked = forms.name(forms.asked_name(who))
        found = [row for row in people if forms.name(row.name) == asked]
    if not found:
        raise NotFoundError("person on file", who, [row.name for row in people])
    return found


def expired(row: Saved, today: date) -> bool:
    """Whether the row may be there no longer."""
    return row.retain_until < today


def to_do(row: Saved, today: date) -> str:
    """What the law asks for next, in words; blank if nothing is due."""
    if expired(row, today):
        return f"delete: kept until {row.retain_until} (hiretool people purge --expired)"
    if row.notice_sent is None and row.notice_due < today:
        return f"send the notice: it was due on {row.notice_due}"
    if row.notice_sent is None and row.notice_due - today <= SOON:
        return f"send the notice by {row.notice_due}"
    return ""


def check_sent(row: Saved, day: date, *, today: date) -> None:
    """Raises: HiretoolError for a day on which the notice cannot have been sent."""
    if not row.first_seen <= day <= today:
        raise HiretoolError(
            f"The notice to {row.name} cannot have been sent on {day}; expected a day from {row.first_seen}, when they"
            f" were found, to {today}"
        )

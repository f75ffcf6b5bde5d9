"""Kit + a first day and hour -> when each conversation is, on one page and as a calendar file."""

from __future__ import annotations

import datetime
import uuid
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hiretool.document import Cell, Column, Document, Part, Table, bullets, cells, inline
from hiretool.errors import HiretoolError
from hiretool.kit.assembly import Kit, KitRound

PAUSE_MIN = 15
"""Between two conversations."""
MOST_A_DAY_MIN = 180
"""Conversation that one person can be asked for in a day; our own limit."""
AHEAD_DAYS = 5
"""Days before the talk at which work at home is sent, at the latest."""
_NAMESPACE = uuid.UUID("5f0d2a52-2a27-4c0f-9a3d-6a1f5a0f6a11")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One conversation and its hour."""

    entry: KitRound
    starts: datetime.datetime | None
    """With a time zone; None where no first hour was given."""
    interviewer: str

    @property
    def ends(self) -> datetime.datetime | None:
        return self.starts + datetime.timedelta(minutes=self.entry.round.minutes) if self.starts else None


@dataclass(frozen=True)
class Loop:
    """The conversations of a kit, in their order."""

    kit: Kit
    meetings: tuple[Meeting, ...]
    contact: str = ""
    """Whom the candidate asks, also for an adjustment."""
    made: datetime.datetime = field(default_factory=lambda: datetime.datetime.now(datetime.UTC))


def arranged(
    kit: Kit,
    *,
    starts: datetime.datetime | None = None,
    interviewers: Mapping[str, str] | None = None,
    contact: str = "",
    now: datetime.datetime | None = None,
) -> Loop:
    """One conversation after the other from `starts` on, with pauses; what is too much for a day goes to the next.

    starts: with a time zone. interviewers: round -> name. Saturdays and Sundays are left out.
    Raises: HiretoolError for a round that the kit does not have.
    """
    named = dict(interviewers or {})
    if unknown := sorted(named.keys() - {entry.round.id for entry in kit.rounds}):
        known = ", ".join(entry.round.id for entry in kit.rounds)
        raise HiretoolError(f"This kit has no round {', '.join(unknown)}; its rounds: {known}")
    meetings, at, today = [], starts, 0
    for entry in kit.rounds:
        if at is not None and starts is not None and today and today + entry.round.minutes > MOST_A_DAY_MIN:
            at, today = _next_day(at, starts), 0
        meetings.append(Meeting(entry, at, named.get(entry.round.id, "")))
        today += entry.round.minutes
        if at is not None:
            at += datetime.timedelta(minutes=entry.round.minutes + PAUSE_MIN)
    return Loop(kit, tuple(meetings), contact, now or datetime.datetime.now(datetime.UTC))


def _next_day(at: datetime.datetime, first: datetime.datetime) -> datetime.datetime:
    day = at.date() + datetime.timedelta(days=1)
    while day.weekday() >= 5:
        day += datetime.timedelta(days=1)
    return datetime.datetime.combine(day, first.timetz())


def zone(name: str) -> zoneinfo.ZoneInfo:
    """Raises: HiretoolError for a name that the time zone database does not have."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise HiretoolError(f"No time zone named {name!r}; expected a name such as Europe/Berlin") from error


def plan(loop: Loop) -> Document:
    """The plan of a loop on one page, for those who run it."""
    rows = []
    for number, meeting in enumerate(loop.meetings, start=1):
        spoken = meeting.entry.format
        rows.append(
            cells(
                Cell(inline(f"{number}. {spoken.title}"), "head", meeting.entry.round.id),
                _when(meeting),
                str(meeting.entry.round.minutes),
                meeting.interviewer or "________________",
                _ready(meeting),
            )
        )
    table = Table(
        columns=(
            Column("Round", width=2),
            Column("When", width=2),
            Column("Min.", "right", 0.6),
            Column("Interviewer", width=1.6),
            Column("Ready before", width=3),
        ),
        rows=tuple(rows),
    )
    data = {
        "role": loop.kit.role.id,
        "role_title": loop.kit.role.title,
        "level": loop.kit.level,
        "candidate": loop.kit.candidate,
        "contact": loop.contact or None,
        "minutes": loop.kit.minutes(),
        "rounds": [
            {
                "id": meeting.entry.round.id,
                "title": meeting.entry.format.title,
                "starts": meeting.starts.isoformat() if meeting.starts else None,
                "ends": meeting.ends.isoformat() if meeting.ends else None,
                "minutes": meeting.entry.round.minutes,
                "interviewer": meeting.interviewer or None,
            }
            for meeting in loop.meetings
        ],
    }
    title = f"Plan of the interviews: {loop.kit.role.title}, {loop.kit.level}"
    parts: dict[str, Part | Sequence[Part]] = {"rounds": table, "rules": bullets(_rules(loop))}
    return Document("loop-plan", title, data, parts, foot=f"{title}, for {loop.kit.candidate}.")


def _when(meeting: Meeting) -> str:
    if meeting.starts is None or meeting.ends is None:
        return "____________"
    return f"{meeting.starts:%A %d %B, %H:%M} to {meeting.ends:%H:%M} {meeting.starts:%Z}"


def _ready(meeting: Meeting) -> str:
    entry = meeting.entry
    ready = ["pack read, question worked"] if entry.tasks else ["pack read"]
    if entry.format.at_home_minutes:
        ready.append(f"exercise sent {AHEAD_DAYS} days before (at most {entry.format.at_home_minutes} minutes at home)")
    elif any((task.entry.folder / "candidate").is_dir() for task in entry.tasks):
        ready.append("exercise folder sent or opened, its command run once")
    return "; ".join(ready)


def _rules(loop: Loop) -> list[str]:
    found = [
        "Each interviewer fills in the scorecard alone, on the same day, before hearing from anybody else.",
        f"Between two conversations there are {PAUSE_MIN} minutes; a day has at most {MOST_A_DAY_MIN} of conversation.",
        "An adjustment is arranged by the coordinator; interviewers hear what is different, not why.",
        "Whoever falls ill is replaced by somebody who has read the same pack; the round is not left out.",
    ]
    if loop.contact:
        found.append(f"Candidates write to {loop.contact}.")
    return found


def calendar(loop: Loop, *, for_candidate: bool) -> bytes:
    """The conversations as an iCalendar file. Source: RFC 5545.

    for_candidate: with nothing that only interviewers may know; their file names interviewers and rounds.
    Raises: ValueError where no hours were given.
    """
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", "-//hiretool//interviews//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for number, meeting in enumerate(loop.meetings, start=1):
        if meeting.starts is None or meeting.ends is None:
            raise ValueError("a calendar needs hours")
        event = icalendar.Event()
        # The same meeting in a later file takes the place of the one before.
        key = f"{loop.kit.role.id}|{loop.kit.candidate}|{meeting.entry.round.id}|{for_candidate}"
        event.add("uid", f"{uuid.uuid5(_NAMESPACE, key)}@hiretool")
        event.add("dtstamp", loop.made)
        # In universal time no reader needs a table of a zone's clock changes; each shows its own hours.
        event.add("dtstart", meeting.starts.astimezone(datetime.UTC))
        event.add("dtend", meeting.ends.astimezone(datetime.UTC))
        event.add("summary", _summary(loop, meeting, number, for_candidate=for_candidate))
        event.add("description", _description(loop, meeting, for_candidate=for_candidate))
        made.add_component(event)
    return bytes(made.to_ical())


def _summary(loop: Loop, meeting: Meeting, number: int, *, for_candidate: bool) -> str:
    if for_candidate:
        return f"Interview {number}: {meeting.entry.format.title}"
    who = f", {meeting.interviewer}" if meeting.interviewer else ""
    return f"{loop.kit.candidate}: {meeting.entry.format.title} ({meeting.entry.round.id}){who}"


def _description(loop: Loop, meeting: Meeting, *, for_candidate: bool) -> str:
    entry = meeting.entry
    if not for_candidate:
        return f"{loop.kit.role.title}, {loop.kit.level}. Ready before: {_ready(meeting)}."
    words = [entry.round.asks, *entry.format.told_beforehand[:3]]
    if loop.contact:
        words.append(f"Questions and adjustments: {loop.contact}")
    return "\n".join(words)

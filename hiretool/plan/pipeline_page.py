"""A hiring forecast as a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from hiretool import charts
from hiretool.document import Cell, Column, Document, Facts, Figure, Part, Table, cells, inline
from hiretool.model import Level
from hiretool.plan.funnel import Believed, Funnel
from hiretool.plan.history import Derived
from hiretool.plan.pipeline import MOST_PEOPLE, PERCENTILES, Forecast
from hiretool.roles import Role

DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Told:
    """Where the own history comes from."""

    file: str = ""
    """Name of the file, where there is one."""
    derived: Derived | None = None
    """What a workspace's scorecards say."""


def document(
    forecast: Forecast,
    believed: Sequence[Believed],
    funnel: Funnel,
    role: Role,
    *,
    level: Level,
    told: Told,
    hours_given: bool,
) -> Document:
    """The forecast with its chart, what would change it, and everything that it rests on.

    hours_given: whether the user said how much time interviewers have; the defaults for it are left out then.
    """
    asked = forecast.question
    hires = f"{asked.hires} hire{'s' if asked.hires > 1 else ''}"
    title = f"Hiring forecast: {role.title}, {level}, {hires} by {_day(asked.by)}"
    grounds = _grounds(funnel, hours_given=hours_given)
    weeks = [asked.today, *(asked.end_of(week) for week in range(asked.weeks))]
    by_week = list(_weeks(forecast))
    data: dict[str, Any] = {
        "role": role.id,
        "level": level,
        "today": asked.today,
        "by": asked.by,
        "hires": asked.hires,
        "probability": asked.probability,
        "simulations": asked.simulations,
        "seed": asked.seed,
        "reached": forecast.reached,
        "people_a_week": forecast.people,
        "contact_weeks": forecast.contact_weeks,
        "contact_until": forecast.contact_until,
        "people_in_all": forecast.people * forecast.contact_weeks,
        "chance": round(forecast.chance, DECIMALS),
        "chance_error": round(forecast.error, DECIMALS),
        "earliest": forecast.earliest,
        "interviewer_hours_a_week": asked.minutes / 60,
        "interviewer_hours": _spread(forecast, "minutes", 60),
        "offers": _spread(forecast, "offers", 1),
        "contacted": _spread(forecast, "contacted", 1),
        "nth_hire": [asdict(entry) for entry in forecast.nth],
        "hires_by_week": by_week,
        "other_numbers": [asdict(point) for point in forecast.points],
        "changes": [{**asdict(change), "is_seen": change.is_seen} for change in forecast.changes],
        "stages": [_stage(forecast, entry, place) for place, entry in enumerate(believed)],
        "history": _history(told),
        "defaults": grounds,
    }
    data["in_words"] = {
        "hires": hires,
        "by": _day(asked.by),
        "today": _day(asked.today),
        "until": _day(forecast.contact_until),
        "earliest": _day(forecast.earliest) if forecast.earliest else "",
        "chance": f"{forecast.chance:.0%}",
        "wanted": f"{asked.probability:.0%}",
        "error": f"{2 * 100 * forecast.error:.1f}",
        "hours": f"{asked.minutes / 60:g}",
        "most": f"{MOST_PEOPLE:,}",
        "runs": f"{asked.simulations:,}",
        "unseen": sum(not change.is_seen for change in forecast.changes),
    }
    parts: dict[str, Part] = {
        "facts": _facts(forecast),
        "fan": _fan(forecast, weeks, hires),
        "dates": _dates(forecast),
        "changes": _changes(forecast),
        "points": _points(forecast),
        "stages": _stages(forecast, believed),
        "assumptions": _assumptions(grounds),
    }
    return Document("plan-pipeline", title, data, parts, rows=by_week, foot=f"{title}. A forecast.")


def _day(day: datetime.date) -> str:
    """`5 Mar 2027`, the same whatever the machine's language."""
    return f"{day.day} {charts.MONTHS[day.month - 1]} {day.year}"


def _spread(forecast: Forecast, name: str, unit: float) -> dict[str, float]:
    low, mean, high = forecast.spread(name)
    return {"p10": round(low / unit, 1), "mean": round(mean / unit, 1), "p90": round(high / unit, 1)}


def _weeks(forecast: Forecast) -> Iterator[dict[str, Any]]:
    """One row a week: percentiles of the hires so far, and the chance of all of them."""
    asked = forecast.question
    chances = (forecast.outcome.hires >= asked.hires).mean(axis=1)
    for week, (row, chance) in enumerate(zip(forecast.fan, chances, strict=True)):
        counts = {f"hires_p{part}": int(value) for part, value in zip(PERCENTILES, row, strict=True)}
        yield {"week": week + 1, "ends": asked.end_of(week), **counts, "chance": round(float(chance), DECIMALS)}


def _stage(forecast: Forecast, entry: Believed, place: int) -> dict[str, Any]:
    stage, record = entry.stage, entry.history
    low, high = np.quantile(forecast.rates[place], (0.1, 0.9))
    return {
        "id": stage.id,
        "title": stage.title,
        "default_rate": entry.default.value,
        "default_worth": entry.default.worth,
        "default_ground": entry.default.ground,
        "entered": record.entered if record else None,
        "passed": record.passed if record else None,
        "observed_days": record.days if record else None,
        "rate": round(stage.rate, DECIMALS),
        "rate_p10": round(float(low), DECIMALS),
        "rate_p90": round(float(high), DECIMALS),
        "default_days": [entry.days.low, entry.days.likely, entry.days.high],
        "days_ground": entry.days.ground,
        "days": [round(stage.days.low, 1), round(stage.days.likely or 0.0, 1), round(stage.days.high, 1)],
        "interviewer_minutes": stage.minutes,
        "expected_people": round(forecast.expected[place], 1),
    }


def _history(told: Told) -> dict[str, Any]:
    found = told.derived
    counts = {"counted": 0, "running": 0, "undated": 0, "strange": 0, "stages": 0}
    if found:
        counts = {
            "counted": found.counted,
            "running": found.running,
            "undated": found.undated,
            "strange": found.strange,
            "stages": len(found.records),
        }
    return {"file": told.file, "from_workspace": found is not None, **counts}


def _grounds(funnel: Funnel, *, hours_given: bool) -> list[dict[str, str]]:
    """Every default with its source, or as an assumption with its reason."""
    left_out = ("Interviewers",) if hours_given else ()
    return [
        {"what": what, "value": entry.shown(), "ground": entry.ground, "reason": entry.reason or ""}
        for what, entry in funnel.grounds()
        if what not in left_out
    ]


def _facts(forecast: Forecast) -> Facts:
    hours, offers, people = (
        _spread(forecast, name, unit) for name, unit in (("minutes", 60), ("offers", 1), ("contacted", 1))
    )
    return Facts(
        (
            ("Contact each week", inline(f"{forecast.people} people")),
            ("Interviewer hours", inline(f"{hours['mean']:.0f} ({hours['p10']:.0f} to {hours['p90']:.0f})")),
            ("Offers", inline(f"{offers['mean']:.1f} ({offers['p10']:.0f} to {offers['p90']:.0f})")),
            ("People contacted", inline(f"{people['mean']:.0f} ({people['p10']:.0f} to {people['p90']:.0f})")),
        )
    )


def _fan(forecast: Forecast, weeks: Sequence[datetime.date], hires: str) -> Figure:
    asked = forecast.question
    last = [int(value) for value in forecast.fan[-1]]
    alt = (
        f"Hires so far, week by week until {_day(asked.by)}. At the end half of the runs have {last[2]} or more;"
        f" the middle half has {last[1]} to {last[3]}, eight in ten have {last[0]} to {last[4]}."
        f" {asked.hires} or more in {forecast.chance:.0%}."
    )
    rows = [[0.0] * len(PERCENTILES), *forecast.fan.tolist()]
    picture = charts.fan(rows, days=weeks, wanted=asked.hires, wanted_text=f"{hires} wanted", alt=alt)
    caption = "Line: middle of the runs. Dark band: half of them. Light band: eight in ten."
    return Figure(picture, caption)


def _dates(forecast: Forecast) -> Table:
    asked = forecast.question
    shown = forecast.nth if len(forecast.nth) <= 12 else [*forecast.nth[:6], *forecast.nth[-6:]]
    never = Cell(inline("not by then"), "muted")
    return Table(
        (
            Column("Hire", "right", 0.6),
            Column("Even chance by", width=1.4),
            Column(f"{asked.probability:.0%} chance by", width=1.4),
            Column(f"Chance by {_day(asked.by)}", "right", 1.4),
        ),
        tuple(
            cells(
                str(entry.number),
                _day(entry.even_by) if entry.even_by else never,
                _day(entry.likely_by) if entry.likely_by else never,
                f"{entry.chance:.0%}",
            )
            for entry in shown
        ),
    )


def _changes(forecast: Forecast) -> Table:
    rows = []
    for change in forecast.changes:
        points = 100 * change.difference
        shown = f"{points:+.1f}" if change.is_seen else "none seen"
        rows.append(cells(change.what, f"{change.chance:.0%}", Cell(inline(shown), "" if change.is_seen else "muted")))
    return Table((Column("Change", width=4), Column("Chance", "right", 1), Column("Points", "right", 1)), tuple(rows))


def _points(forecast: Forecast) -> Table:
    return Table(
        (
            Column("People a week", "right", 1),
            Column("In all, at most", "right", 1),
            Column("Chance", "right", 1),
            Column("Interviewer hours", "right", 1),
        ),
        tuple(
            cells(
                Cell(inline(str(point.people)), "strong" if point.people == forecast.people else ""),
                str(point.people * forecast.contact_weeks),
                f"{point.chance:.0%}",
                f"{point.hours:.0f}",
            )
            for point in forecast.points
        ),
    )


def _stages(forecast: Forecast, believed: Sequence[Believed]) -> Table:
    rows = []
    for place, entry in enumerate(believed):
        stage, record = entry.stage, entry.history
        low, high = np.quantile(forecast.rates[place], (0.1, 0.9))
        days = f", {record.days:g} days" if record and record.days is not None else ""
        rows.append(
            cells(
                Cell(inline(stage.title), "head"),
                Cell(
                    inline(f"{entry.default.value:.0%}"),
                    note=f"as {entry.default.worth:g} people, {entry.default.ground}",
                ),
                f"{record.passed} of {record.entered}{days}" if record else Cell(inline("none"), "muted"),
                Cell(inline(f"{stage.rate:.0%}"), note=f"{low:.0%} to {high:.0%}"),
                Cell(inline(str(stage.days)), note=f"{entry.days.ground}{' and history' if days else ''}"),
                f"{forecast.expected[place]:.0f}"
                if forecast.expected[place] >= 10
                else f"{forecast.expected[place]:.1f}",
            )
        )
    return Table(
        (
            Column("Stage", width=2.4),
            Column("Default", width=1.6),
            Column("Own history", width=1.4),
            Column("Used", width=1.2),
            Column("Days", width=1.7),
            Column("People", "right", 0.9),
        ),
        tuple(rows),
    )


def _assumptions(grounds: Sequence[dict[str, str]]) -> Table:
    return Table(
        (Column("Default", width=2.2), Column("Ground", width=1.2), Column("Reason", width=5)),
        tuple(
            cells(Cell(inline(entry["what"]), "head", entry["value"]), entry["ground"], entry["reason"])
            for entry in grounds
        ),
    )

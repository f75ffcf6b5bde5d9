"""A project's outlook as a document."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from hiretool import charts
from hiretool.document import Cell, Column, Document, Figure, Part, Table, cells, inline
from hiretool.plan.portfolio import WAIT_WEEKS, Next, Outlook, Portfolio, State, Worth

DECIMALS = 4
NOISE = 2
"""Standard errors within which a difference is none."""


def document(found: Portfolio) -> Document:
    """Chances, chart, worth of each approach, what to try next, state of each task; inputs in a table of their own."""
    project = found.project
    rows = [_row(outlook, worth) for outlook in found.outlooks for worth in outlook.worths]
    goals = [_goal(outlook) for outlook in found.outlooks]
    data = {
        "as_of": project.as_of,
        "simulations": found.simulations,
        "seed": found.seed,
        "wait_weeks": WAIT_WEEKS,
        "goals": goals,
        "tasks": [_task(state) for state in found.states],
        "inputs": [
            {"task": task.id, "done": task.inputs.done, "how_well": task.inputs.how_well}
            for task in project.tasks
            if task.inputs
        ],
        "in_words": {"as_of": _day(project.day), "runs": f"{found.simulations:,}"},
    }
    parts: dict[str, Part] = {"tasks": _tasks(found.states), "inputs": _inputs(found)}
    for outlook in found.outlooks:
        parts |= {
            f"chart-{outlook.goal.id}": _chart(outlook),
            f"approaches-{outlook.goal.id}": _approaches(outlook),
            f"next-{outlook.goal.id}": _next(outlook),
        }
    foot = f"{project.title}. As of {_day(project.day)}."
    return Document("plan-project", project.title, data, parts, rows=rows, foot=foot)


def _day(day: datetime.date) -> str:
    return f"{day.day} {charts.MONTHS[day.month - 1]} {day.year}"


def _goal(outlook: Outlook) -> dict[str, Any]:
    goal = outlook.goal
    return {
        "id": goal.id,
        "title": goal.title,
        "by": goal.day,
        "chance": round(outlook.chance, DECIMALS),
        "chance_error": round(outlook.error, DECIMALS),
        "chance_low": round(outlook.low, DECIMALS),
        "chance_high": round(outlook.high, DECIMALS),
        "ever": round(outlook.ever, DECIMALS),
        "ever_is_exact": outlook.ever_is_exact,
        "reached": outlook.reached,
        "approaches": [_row(outlook, worth) for worth in outlook.worths],
        "next": [_step(entry) for entry in outlook.next],
        "over_time": [
            {
                "day": day,
                "chance": round(float(outlook.curve[number]), DECIMALS),
                "without": {worth.approach.id: round(float(worth.curve[number]), DECIMALS) for worth in outlook.worths},
            }
            for number, day in enumerate(outlook.days)
        ],
        "in_words": {
            "by": _day(goal.day),
            "chance": f"{outlook.chance:.0%}",
            "low": f"{outlook.low:.0%}",
            "high": f"{outlook.high:.0%}",
            "ever": f"{outlook.ever:.0%}",
            "error": f"{100 * NOISE * outlook.error:.1f}",
            "first": outlook.next[0].task.title if outlook.next else "",
        },
    }


def _row(outlook: Outlook, worth: Worth) -> dict[str, Any]:
    return {
        "goal": outlook.goal.id,
        "approach": worth.approach.id,
        "title": worth.approach.title,
        "alone": round(worth.alone, DECIMALS),
        "without": round(worth.without, DECIMALS),
        "value": round(worth.value, DECIMALS),
        "effort_left": worth.effort,
    }


def _step(entry: Next) -> dict[str, Any]:
    return {
        "task": entry.task.id,
        "waiting_costs": round(entry.waiting, DECIMALS),
        "leaving_out_costs": round(entry.left_out, DECIMALS),
        "effort": entry.task.effort,
        "failure_frees": entry.frees,
        "known_by": entry.known_by,
    }


def _task(state: State) -> dict[str, Any]:
    task = state.task
    return {
        "id": task.id,
        "title": task.title,
        "status": task.status,
        "needs": task.needs,
        "success": [task.success.low, task.success.high],
        "chance": round(state.chance, DECIMALS),
        "weeks": [task.weeks.low, task.weeks.likely, task.weeks.high],
        "weeks_gone": round(state.gone, 2),
        "since": task.since,
        "done_on": task.done_on,
        "even_chance_known_by": state.median_end,
        "effort": task.effort,
    }


def _chart(outlook: Outlook) -> Figure:
    goal = outlook.goal
    lines = [("all approaches", outlook.curve.tolist())]
    lines += [(f"without {worth.approach.id}", worth.curve.tolist()) for worth in outlook.worths]
    at_date = list(outlook.days).index(goal.day)
    said = "; ".join(f"{name} {values[at_date]:.0%}" for name, values in lines)
    alt = f"Chance of the goal over time, rising from {_day(outlook.days[0])}. By {_day(goal.day)}: {said}."
    picture = charts.curves(lines, days=outlook.days, mark=(goal.day, _day(goal.day)), alt=alt)
    return Figure(picture, "Thick line: all approaches. Dashed: the same without one of them.")


def _approaches(outlook: Outlook) -> Table:
    return Table(
        (
            Column("Approach", width=3.4),
            Column("Alone", "right", 0.9),
            Column("Without it", "right", 1.1),
            Column("Worth", "right", 0.9),
            Column("Work left", "right", 1),
        ),
        tuple(
            cells(
                Cell(inline(worth.approach.title), "head", worth.approach.id),
                f"{worth.alone:.0%}",
                f"{worth.without:.0%}",
                f"{100 * worth.value:.0f}",
                f"{worth.effort:g}",
            )
            for worth in outlook.worths
        ),
    )


def _next(outlook: Outlook) -> Table:
    return Table(
        (
            Column("Task", width=3),
            Column(f"Waits {WAIT_WEEKS} weeks", "right", 1.1),
            Column("Left out", "right", 1),
            Column("Work", "right", 0.8),
            Column("Known by", width=1.3),
            Column("Failing frees", "right", 1),
        ),
        tuple(
            cells(
                Cell(inline(entry.task.title), "head"),
                _lost(entry.waiting, outlook.error),
                _lost(entry.left_out, outlook.error),
                "" if entry.task.effort is None else f"{entry.task.effort:g}",
                _day(entry.known_by),
                f"{entry.frees:g}",
            )
            for entry in outlook.next
        ),
    )


def _lost(share: float, error: float) -> Cell:
    """Points of chance that are lost; none where they do not stand out from the noise."""
    if share <= NOISE * error:
        return Cell(inline("none seen"), "muted")
    return Cell(inline(f"-{100 * share:.1f}"))


def _tasks(states: Sequence[State]) -> Table:
    return Table(
        (
            Column("Task", width=3),
            Column("State", width=1.9),
            Column("Chance", "right", 1.2),
            Column("Weeks", width=1.5),
            Column("Known by, even chance", width=1.4),
            Column("Needs", width=1.6),
        ),
        tuple(tuple(_cells(state)) for state in states),
    )


def _cells(state: State) -> Iterator[Cell]:
    task = state.task
    yield Cell(inline(task.title), "head", task.id)
    since = f"since {task.since}" if task.since and not task.done_on else ""
    yield Cell(inline(task.status), note=task.done_on or since)
    if task.status in ("succeeded", "failed"):
        yield Cell(inline("done" if task.status == "succeeded" else "0%"), "muted")
    elif task.status == "stalled":
        yield Cell(inline(f"{state.chance:.0%}"), note=f"was {state.written:.0%}")
    else:
        low, high = task.success.low, task.success.high
        yield Cell(inline(f"{state.chance:.0%}"), note="" if low == high else f"{low:.0%} to {high:.0%}")
    gone = f"{state.gone:.1f} gone" if task.status in ("running", "stalled") else ""
    yield Cell(inline(str(task.weeks.range())), note=gone)
    yield Cell(inline(_day(state.median_end) if state.median_end else ""))
    yield Cell(inline(", ".join(task.needs)))


def _inputs(found: Portfolio) -> Table:
    return Table(
        (Column("Task", width=2), Column("What was done", width=3), Column("How well it was done", width=3)),
        tuple(
            cells(Cell(inline(task.title), "head"), task.inputs.done, task.inputs.how_well)
            for task in found.project.tasks
            if task.inputs
        ),
    )

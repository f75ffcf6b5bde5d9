"""The chance of a task as it stands, and of a goal over every combination of outcomes."""

from __future__ import annotations

import datetime
from collections.abc import Collection

import numpy as np

from hiretool.plan.project import Approach, Goal, Project, Task, gone

MOST_ENUMERATED = 20
"""Open tasks up to which every combination of outcomes is gone through; 2 to the power of it are kept in memory."""


def now(task: Task, written: float, day: datetime.date) -> float:
    """The chance that a task succeeds, given its state.

    stalled: the chance given that success has not come yet. With the share s of the task's duration range that is
    still ahead, a success would still be open with chance s and a task that never succeeds looks just like this, so
    the chance is p s / (p s + 1 - p) (Bayes). Past the end of the range it is 0.
    running: as written; failure would show itself no later than success, so that silence says nothing.

    >>> from hiretool.plan.project import Task
    >>> facts = {"id": "a", "title": "A", "success": 0.5, "weeks": {"low": 0, "high": 4}, "status": "stalled"}
    >>> round(now(Task(**facts, since="2026-11-02"), 0.5, datetime.date(2026, 11, 16)), 3)
    0.333
    """
    if task.status == "succeeded":
        return 1.0
    if task.status == "failed":
        return 0.0
    if task.status == "stalled":
        ahead = 1 - task.weeks.range().share_below(gone(task, day))
        return written * ahead / (written * ahead + 1 - written)
    return written


def exact(project: Project, goal: Goal, *, without: Collection[str] = ()) -> float | None:
    """Chance that the goal is reached at any time, over all combinations of outcomes; None if they are too many.

    without: ids of approaches that are left out.
    """
    by_id = {task.id: task for task in project.tasks}
    wanted = [
        {name for name in required(project, approach) if by_id[name].status != "succeeded"}
        for approach in goal.approaches
        if approach.id not in without
    ]
    names = [task.id for task in project.tasks if any(task.id in tasks for tasks in wanted)]
    if len(names) > MOST_ENUMERATED:
        return None
    outcomes = np.arange(1 << len(names))
    chance = np.ones(len(outcomes))
    for place, name in enumerate(names):
        succeeds = now(by_id[name], by_id[name].success.middle, project.day)
        chance *= np.where(outcomes >> place & 1, succeeds, 1 - succeeds)
    reached = np.zeros(len(outcomes), bool)
    for tasks in wanted:
        mask = sum(1 << place for place, name in enumerate(names) if name in tasks)
        reached |= (outcomes & mask) == mask
    return float(chance[reached].sum())


def required(project: Project, approach: Approach) -> list[str]:
    """Tasks that an approach still rests on: its own and all that these need, less what only led to a success."""
    by_id, found, open_ = {task.id: task for task in project.tasks}, set[str](), list(approach.tasks)
    while open_:
        name = open_.pop()
        if name not in found:
            found.add(name)
            open_ += by_id[name].needs if by_id[name].status != "succeeded" else []
    return [task.id for task in project.tasks if task.id in found]

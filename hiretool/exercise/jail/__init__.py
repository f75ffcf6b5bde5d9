"""A stranger's code behind a wall: `backend().start(code, files=..., limits=...)` -> requests in, replies out."""

from __future__ import annotations

import functools

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.exercise.jail import containers
from hiretool.exercise.jail.bubblewrap import Bubblewrap
from hiretool.exercise.jail.jailed import Jailed
from hiretool.exercise.jail.landlock import Landlock
from hiretool.exercise.jail.limits import Canary, Ended, Limits
from hiretool.exercise.jail.shown import cleaned
from hiretool.exercise.jail.wall import Backend

__all__ = ["Backend", "Canary", "Ended", "Jailed", "Limits", "backend", "backends", "cleaned"]


def backends() -> list[Backend]:
    """All there are, the one that keeps most apart first."""
    return [Bubblewrap(), *containers.both(), Landlock()]


@functools.cache
def backend(name: str | None = None) -> Backend:
    """The first that can be used here and whose canaries were all contained, or the one named. Found once a process.

    Raises: HiretoolError with what was tried, why each did not serve and how to get one. There is no falling back to
    running without a wall.
    """
    offered = backends()
    wanted = [one for one in offered if name in (None, one.name)]
    if not wanted:
        raise NotFoundError("sandbox", str(name), [one.name for one in offered])
    reasons = []
    for one in wanted:
        if not (reason := unfit(one)):
            return one
        reasons.append(f"  {one.name}: {reason}")
    ways = "\n".join(f"  {one.how_to_get}" for one in wanted)
    raise HiretoolError(
        f"{'No sandbox can' if name is None else f'The sandbox {name!r} cannot'} be used here, and without one no"
        " candidate's code is run.\nTried:\n" + "\n".join(reasons) + f"\nTo get one:\n{ways}\nThen see: hiretool doctor"
    )


def unfit(one: Backend) -> str:
    """Why a backend may run nothing; empty if it may."""
    if reason := one.lacking():
        return reason
    escaped = [f"{canary.name} ({canary.detail})" for canary in one.canaries() if not canary.contained]
    return f"not contained: {', '.join(escaped)}" if escaped else ""

"""The folder is the list of signals: a module with a docstring of one line and `measure(person, today)`."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from hiretool.sourcing.evidence import Evidence, Signal
from hiretool.sourcing.people import Person


def names() -> list[str]:
    """Module names, sorted: the order of evidence in reports."""
    return sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))


def get(name: str) -> Signal:
    """The signal of that name."""
    return cast(Signal, import_module(f"{__name__}.{name}"))


def evidence(person: Person, *, today: date) -> list[Evidence]:
    """What each signal has to say of the person."""
    return [found for name in names() if (found := get(name).measure(person, today)) is not None]

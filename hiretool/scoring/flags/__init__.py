"""The folder is the list of flags: a module with a docstring of one line and `found(case)`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from hiretool.scoring.flags._case import Case, Flag, Looked, Round, case

__all__ = ["Case", "Flag", "Round", "case", "found", "get", "names", "title"]


def names() -> list[str]:
    """Module names, sorted: the order of flags in reports."""
    return sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))


def get(name: str) -> Looked:
    """The flag of that name."""
    return cast(Looked, import_module(f"{__name__}.{name}"))


def title(name: str) -> str:
    """What a flag is called in reports.

    >>> title("halo")
    'One rating for everything'
    """
    return get(name).__doc__.strip().rstrip(".")


def found(case: Case) -> list[Flag]:
    """All flags of one role's ratings, by name of the flag, then by whom they concern."""
    flags = [flag for name in names() for flag in get(name).found(case)]
    return sorted(flags, key=lambda flag: (flag.kind, flag.candidates, flag.interviewers, flag.text))

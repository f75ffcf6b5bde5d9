"""Figures that a service gave, kept for a day beside the pages of arXiv: a file for each thing asked about."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from hiretool.errors import HiretoolError
from hiretool.sourcing.kept import ENVIRONMENT, KEPT_S

Figures = Mapping[str, Any]
"""Plain JSON values by name."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a service said of one thing."""

    figures: Figures | None
    """None: that it does not know it, which need not be asked twice a day either."""
    day: date
    """On which it said so (UTC)."""


class Kept:
    """Figures by key. clock: seconds since 1970. Raises: HiretoolError if the folder cannot be made."""

    def __init__(self, place: Path, *, clock: Callable[[], float]) -> None:
        self.place, self._clock = place, clock
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise _unwritable(place, error) from error
        # As with pages: what is older than a day is of no use, and it is about people.
        for file in [*place.glob("*.json"), *place.glob("*.part")]:
            if not self._is_fresh(file):
                file.unlink(missing_ok=True)

    def get(self, key: str) -> Figure | None:
        """What is known, if it is there, not older than a day, and whole."""
        file = self._file(key)
        if not self._is_fresh(file):
            return None
        try:
            found = json.loads(file.read_bytes())
            figures = found["figures"]
            if figures is None or isinstance(figures, dict):
                return Figure(figures, date.fromisoformat(found["day"]))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            pass
        return None

    def put(self, key: str, figures: Figures | None) -> Figure:
        """Keep the figures, with the day. A reader sees all of them or nothing."""
        now = self._clock()
        figure = Figure(figures, datetime.fromtimestamp(now, UTC).date())
        file = self._file(key)
        part = file.with_suffix(f".{os.getpid()}.part")
        try:
            part.write_text(json.dumps({"day": figure.day.isoformat(), "figures": figures}), encoding="utf-8")
            os.utime(part, (now, now))
            os.replace(part, file)
        except OSError as error:
            raise _unwritable(self.place, error) from error
        return figure

    def _file(self, key: str) -> Path:
        return self.place / f"{sha256(key.encode()).hexdigest()[:32]}.json"

    def _is_fresh(self, file: Path) -> bool:
        with suppress(OSError):
            return abs(self._clock() - file.stat().st_mtime) < KEPT_S
        return False


def _unwritable(place: Path, error: OSError) -> HiretoolError:
    return HiretoolError(
        f"{place}: figures cannot be kept there ({error.strerror}); name a folder that can be written in {ENVIRONMENT}"
    )

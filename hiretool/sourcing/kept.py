"""Pages kept in a folder for a day: what was got is not asked for again, also not after an interruption."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from hiretool.errors import HiretoolError, RemoteError
from hiretool.sourcing.page import Page, checked

KEPT_S = 86_400.0
"""Results change once a day. Source: https://info.arxiv.org/help/api/user-manual.html (section 3.3.1.1)."""

ENVIRONMENT = "HIRETOOL_CACHE"


def folder() -> Path:
    """Where pages are kept: HIRETOOL_CACHE, or hiretool's folder in the user's cache."""
    chosen = os.environ.get(ENVIRONMENT)
    if chosen:
        return Path(chosen).expanduser() / "arxiv"
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "hiretool" / "arxiv"


class Kept:
    """Pages by URL; one file each, the Atom XML as it came, which `sourcing.papers` reads as well.

    clock: seconds since 1970.
    Raises: HiretoolError if the folder cannot be made.
    """

    def __init__(self, place: Path, *, clock: Callable[[], float]) -> None:
        self._place, self._clock = place, clock
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise _unwritable(place, error) from error
        # What is older than a day is of no use, and it is about people: it goes.
        for file in [*place.glob("*.xml"), *place.glob("*.part")]:
            if not self._is_fresh(file):
                file.unlink(missing_ok=True)

    def get(self, url: str) -> Page | None:
        """The page, if it is there, not older than a day, and whole."""
        file = self._file(url)
        if not self._is_fresh(file):
            return None
        try:
            return checked(file.read_bytes(), url)
        except (OSError, ValueError, RemoteError):
            return None

    def put(self, url: str, page: Page) -> None:
        """Keep the page. A reader sees all of it or nothing, whenever the writer is stopped."""
        file, now = self._file(url), self._clock()
        part = file.with_suffix(f".{os.getpid()}.part")
        try:
            part.write_bytes(page.body)
            os.utime(part, (now, now))
            os.replace(part, file)
        except OSError as error:
            raise _unwritable(self._place, error) from error

    def _file(self, url: str) -> Path:
        return self._place / f"{sha256(url.encode()).hexdigest()[:32]}.xml"

    def _is_fresh(self, file: Path) -> bool:
        with suppress(OSError):
            return abs(self._clock() - file.stat().st_mtime) < KEPT_S
        return False


def _unwritable(place: Path, error: OSError) -> HiretoolError:
    return HiretoolError(
        f"{place}: pages of arXiv cannot be kept there ({error.strerror}); "
        f"name a folder that can be written in {ENVIRONMENT}"
    )

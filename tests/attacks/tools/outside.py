"""What an attack imports inside: what it was told of the world outside, and how it reports."""

from __future__ import annotations

import ctypes
import json
import os
import sys
from collections.abc import Callable
from typing import Any

given: dict[str, Any] = json.loads(sys.stdin.readline())
libc = ctypes.CDLL(None, use_errno=True)


def tell(kind: str, what: object = "") -> None:
    data = json.dumps([kind, str(what)]).encode()
    os.write(3, len(data).to_bytes(4, "big") + data)


def escaped(what: object) -> None:
    """What only the inside can see: the kernel granted what it should not, or a secret was read."""
    tell("escaped", what)


def done() -> None:
    """All was tried; without it an attack that broke would look like one that was contained."""
    tell("done")


def attempt(do: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """What came of it, None if it was refused."""
    try:
        return do(*arguments, **options)
    except OSError:
        return None


def reveal(found: object) -> None:
    """Write it to the log, which the test looks through for secrets."""
    print(found)  # noqa: T201 - it is the log


def read(path: str) -> str:
    """What stands in a file, revealed."""
    try:
        with open(path, "rb") as file:
            text = file.read(1 << 16).decode(errors="replace")
    except OSError:
        return ""
    reveal(text)
    return text


def granted(name: str | int, *arguments: Any) -> bool:
    """Whether the kernel did what a system call asked, by its name in the C library or by its number."""
    if isinstance(name, int):
        return libc.syscall(name, *arguments) != -1
    return getattr(libc, name)(*arguments) != -1

"""hiretool doctor."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import click

from hiretool.cli._options import chosen_format, format_options, put

WIDTH = 80
LIBRARIES = ("numpy", "pandas", "scikit-learn")


@click.command()
@format_options("text", "json", default="text")
def doctor(format: str | None, output: Path | None, force: bool) -> None:
    """Say whether candidates' code can be run here, and behind which wall.

    Each sandbox that can be used is attacked first; only one that contained every attack runs a candidate's code. Ends
    with 1 if there is none.

    With --json: sandboxes (name, usable, reason, caveat, canaries), grades (a name or null), versions.

    Example: hiretool doctor
    """
    import json

    from hiretool import files
    from hiretool.exercise import jail

    if output is not None and str(output) != "-":
        files.may_write(output, force=force)
    sandboxes = [_examined(backend) for backend in jail.backends()]
    grades = next((entry["name"] for entry in sandboxes if entry["usable"]), None)
    found = {"schema": 1, "sandboxes": sandboxes, "grades": grades, "versions": _versions()}
    if chosen_format(format, output, "text") == "json":
        text = json.dumps(found, indent=2, ensure_ascii=False)
    else:
        text = "\n".join(_lines(found))
    put(f"{text}\n".encode(), output, force=force)
    if grades is None:
        click.get_current_context().exit(1)


def _examined(backend: Any) -> dict[str, Any]:
    """What one sandbox is worth here. Its attacks are run."""
    reason = backend.lacking()
    canaries = [] if reason else backend.canaries()
    escaped = [canary.name for canary in canaries if not canary.contained]
    return {
        "name": backend.name,
        "usable": not reason and not escaped,
        "reason": reason or (f"not contained: {', '.join(escaped)}" if escaped else None),
        "caveat": backend.caveat or None,
        "how_to_get": backend.how_to_get,
        "canaries": [
            {"name": canary.name, "contained": canary.contained, "detail": canary.detail} for canary in canaries
        ],
    }


def _versions() -> dict[str, str | None]:
    import platform
    from importlib import metadata

    found: dict[str, str | None] = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = None
    return found


def _lines(found: dict[str, Any]) -> list[str]:
    lines = ["Sandboxes for candidates' code, the one that keeps most apart first:"]
    for entry in found["sandboxes"]:
        lines += _wrapped(entry["name"], _said(entry, grades=entry["name"] == found["grades"]))
    if found["grades"] is None:
        lines.append("None can be used, so nothing that a candidate wrote is run. To get one:")
        lines += [line for entry in found["sandboxes"] for line in _wrapped("", entry["how_to_get"])]
    lines.append("Versions:")
    lines += [
        line for name, version in found["versions"].items() for line in _wrapped(name, version or "not installed")
    ]
    return lines


def _said(entry: dict[str, Any], *, grades: bool) -> str:
    contained = sum(canary["contained"] for canary in entry["canaries"])
    counted = f"{contained} of {len(entry['canaries'])} attacks contained"
    if not entry["usable"]:
        return f"not usable: {entry['reason']}" + (f" ({counted})" if entry["canaries"] else "")
    caveat = f". It {entry['caveat']}" if entry["caveat"] else ""
    return f"usable: {counted}{'; it grades' if grades else ''}{caveat}"


def _wrapped(name: str, text: str) -> list[str]:
    indent = " " * 16
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=f"  {name:<14}",
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )

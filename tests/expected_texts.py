"""Whole texts that were read and approved once; `pytest --update` writes them again, for review in the diff."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "expected"


def expected(name: str, text: str, request: pytest.FixtureRequest) -> str:
    """The approved text of tests/expected/<name>; with --update, `text` is approved first."""
    path = FOLDER / name
    if request.config.getoption("--update", default=False):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if not path.exists():
        pytest.fail(f"{path} is missing; run pytest with --update, read what it writes, and commit it")
    return path.read_text(encoding="utf-8")

"""Where the shipped rubrics, questions and demo data lie, in a wheel and in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """Folder that holds rubrics/ and question_bank/: inside the wheel, or the top of the checkout."""
    inside = PACKAGE / "_shipped"
    return inside if inside.is_dir() else PACKAGE.parent


def demo() -> Path:
    """Folder of the invented papers, company and scorecards that `hiretool demo` runs on."""
    return PACKAGE / "demo"

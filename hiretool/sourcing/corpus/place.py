"""Where a corpus is."""

from __future__ import annotations

import os
from pathlib import Path

ENVIRONMENT = "HIRETOOL_CORPUS"
DATABASE = "records.db"


def default() -> Path:
    """Where the corpus is if nothing else is said: HIRETOOL_CORPUS, or hiretool's folder in the user's data."""
    if chosen := os.environ.get(ENVIRONMENT):
        return Path(chosen).expanduser()
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "hiretool" / "corpus"


def exists(folder: Path) -> bool:
    """Whether a corpus is there."""
    return (folder / DATABASE).exists()

"""Which of the libraries that a question names are not installed here."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable

# Where the name to install is not the name to import.
_IMPORTED_AS = {"scikit-learn": "sklearn", "pyyaml": "yaml", "pillow": "PIL"}


def missing(names: Iterable[str]) -> str:
    """Why code that needs them cannot run, or nothing."""
    absent = [name for name in names if importlib.util.find_spec(imported_as(name)) is None]
    return f"needs {', '.join(absent)}: pip install 'hiretool[exercises]'" if absent else ""


def imported_as(name: str) -> str:
    """
    >>> imported_as("scikit-learn")
    'sklearn'
    """
    return _IMPORTED_AS.get(name.lower(), name.lower().replace("-", "_"))

"""Which of the libraries that a question names are not installed here."""

from __future__ import annotations

import functools
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterable

from hiretool.errors import HiretoolError

SHOWN = ("numpy", "pandas", "scikit-learn", "torch")

# Where the name to install is not the name to import.
_IMPORTED_AS = {"scikit-learn": "sklearn", "pyyaml": "yaml", "pillow": "PIL"}


def missing(names: Iterable[str], python: str | None = None) -> str:
    """Why code that needs them cannot run, or nothing. python: the interpreter that runs it; this one if None."""
    wanted = {name: imported_as(name) for name in names}
    here = _lacking(python, tuple(sorted(wanted.values())))
    absent = [name for name, module in wanted.items() if module in here]
    return f"needs {', '.join(absent)}: pip install 'hiretool[exercises]'" if absent else ""


def versions(python: str | None = None) -> dict[str, str]:
    """Versions of Python and of the libraries that questions are written with, for a report."""
    code = (
        "import json, platform, importlib.metadata as m\n"
        "found = {'Python': platform.python_version()}\n"
        f"for name in {SHOWN!r}:\n"
        "    try: found[name] = m.version(name)\n"
        "    except m.PackageNotFoundError: pass\n"
        "print(json.dumps(found))"
    )
    found: dict[str, str] = json.loads(_said(python, code) or "{}")
    return found


@functools.cache
def _lacking(python: str | None, modules: tuple[str, ...]) -> frozenset[str]:
    if python is None:
        return frozenset(module for module in modules if importlib.util.find_spec(module) is None)
    code = f"import importlib.util as u; print(*[m for m in {modules!r} if u.find_spec(m) is None])"
    return frozenset(_said(python, code).split())


def _said(python: str | None, code: str) -> str:
    try:
        run = subprocess.run([python or sys.executable, "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise HiretoolError(f"{python}: is no Python that can be run ({error})") from error
    return run.stdout


def imported_as(name: str) -> str:
    """
    >>> imported_as("scikit-learn")
    'sklearn'
    """
    return _IMPORTED_AS.get(name.lower(), name.lower().replace("-", "_"))

"""axe-core over a page in headless Chromium: what keeps people from using it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from tests import browser

PACKAGE = "axe_playwright_python"
# The script comes from beside the page, so that what asks stays small; `found` is set again when axe is done.
_ASK = """
const inside = frame.contentDocument, script = inside.createElement("script");
script.src = "axe.min.js";
script.onload = () => frame.contentWindow.axe.run(inside, {resultTypes: ["violations"]}).then((result) => {
  const shown = (nodes) => nodes.map((node) => node.html.slice(0, 120));
  const told = result.violations.map((entry) => [entry.id, entry.help, shown(entry.nodes)]);
  document.getElementById("found").textContent = JSON.stringify({rules: result.passes.length, violations: told});
});
inside.head.append(script);
found = {rules: 0};
"""


def script() -> Path | None:
    """axe.min.js, if the development dependency that brings it is there."""
    spec = importlib.util.find_spec(PACKAGE)
    path = Path(spec.origin).with_name("axe.min.js") if spec and spec.origin else None
    return path if path and path.is_file() else None


def violations(chromium: str, content: bytes, folder: Path, *, dark: bool = False, width: int = 1280) -> list[Any]:
    """(rule, what it asks for, elements) of each violation."""
    path = script()
    assert path is not None
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "axe.min.js").write_bytes(path.read_bytes())
    found = browser.asked(chromium, content, _ASK, folder, width=width, dark=dark)
    # Nothing found by no rule would be no proof.
    assert found["rules"] > 10, found
    violated: list[Any] = found["violations"]
    return violated

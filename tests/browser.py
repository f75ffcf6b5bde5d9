"""Headless Chromium, one run a question: prints, pictures, and what a script finds on a page."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--allow-file-access-from-files",
)
NARROWEST = 500
"""No window of headless Chromium is narrower; a telephone's is a frame inside one."""

# Contrast of every text with what is painted below it. Source: WCAG 2.2, relative luminance and contrast ratio.
WIDTHS = """
const page = frame.contentDocument.documentElement;
found = {window: frame.contentWindow.innerWidth, page: Math.max(page.scrollWidth, page.offsetWidth)};
"""
CONTRAST = """
const view = frame.contentWindow, inside = frame.contentDocument;
const channels = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
const light = (rgb) => {
  const [r, g, b] = rgb.map((value) => value / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (element) => {
  for (; element; element = element.parentElement) {
    const color = channels(view.getComputedStyle(element).backgroundColor);
    if (color.length === 3 || color[3] > 0.99) return color.slice(0, 3);
  }
  return dark ? [0, 0, 0] : [255, 255, 255];
};
found = [];
const walker = inside.createTreeWalker(inside.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
  const svg = element.closest("svg");
  if (!text || ["SCRIPT", "STYLE", "TITLE", "title"].includes(element.tagName)) continue;
  if (element.closest(".unseen") || !element.getClientRects().length) continue;
  const style = view.getComputedStyle(element);
  const [one, other] = [light(channels(svg ? style.fill : style.color).slice(0, 3)), light(ground(element))];
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (contrast < least) found.push([text.slice(0, 40), Math.round(contrast * 100) / 100]);
}
"""


def chromium() -> str | None:
    """The browser on this machine, if there is one."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return path if Path(path).exists() else None


def _run(browser: str, folder: Path, *arguments: str) -> str:
    command = [browser, *QUIET, f"--user-data-dir={folder / 'profile'}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _kept(content: bytes, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.html").write_bytes(content)
    return folder / "page.html"


def printed(browser: str, content: bytes, folder: Path) -> bytes:
    """The page as Chromium prints it."""
    page = _kept(content, folder)
    _run(browser, folder, "--no-pdf-header-footer", f"--print-to-pdf={folder / 'page.pdf'}", page.as_uri())
    return (folder / "page.pdf").read_bytes()


def pictured(browser: str, content: bytes, width: int, folder: Path, *, height: int = 2000) -> bytes:
    """PNG of the top of the page in a window of a width."""
    page = _kept(content, folder)
    frame = folder / "frame.html"
    frame.write_text(f"<body style='margin:0'>{_frame(page, width, height)}", encoding="utf-8")
    size = f"--window-size={max(width, NARROWEST)},{height}"
    _run(browser, folder, size, f"--screenshot={folder / 'page.png'}", frame.as_uri())
    return (folder / "page.png").read_bytes()


def _frame(page: Path, width: int, height: int) -> str:
    return f"<iframe src='{page.as_uri()}' style='border:0;width:{width}px;height:{height}px'></iframe>"


def asked(browser: str, content: bytes, script: str, folder: Path, *, width: int = 1280, dark: bool = False) -> Any:
    """What `script` leaves in `found`; it sees the page as `frame`."""
    page = _kept(content, folder)
    ask = folder / "ask.html"
    ask.write_text(
        f"<!doctype html><body style='margin:0'>{_frame(page, width, 900)}<pre id='found'></pre><script>"
        "const frame = document.querySelector('iframe'); let found;"
        f"frame.addEventListener('load', () => {{ {script}"
        "document.getElementById('found').textContent = JSON.stringify(found); });</script>",
        encoding="utf-8",
    )
    colours = ["--blink-settings=preferredColorScheme=0"] if dark else []
    size = f"--window-size={max(width, NARROWEST)},900"
    text = _run(browser, folder, *colours, size, "--virtual-time-budget=20000", "--dump-dom", ask.as_uri())
    match = re.search(r'<pre id="found">(.*?)</pre>', text, re.DOTALL)
    assert match, text[-2000:]
    assert match[1], "the script found nothing; did the page load?"
    return json.loads(html.unescape(match[1]))


def widths(browser: str, content: bytes, width: int, folder: Path) -> dict[str, int]:
    """Width of the window, and of all that is on the page."""
    found: dict[str, int] = asked(browser, content, WIDTHS, folder, width=width)
    return found


def faint_texts(browser: str, content: bytes, folder: Path, *, dark: bool, least: float) -> list[list[Any]]:
    """Texts whose contrast with their ground is below `least`, with that contrast."""
    script = f"const dark = {str(dark).lower()}, least = {least}; {CONTRAST}"
    found: list[list[Any]] = asked(browser, content, script, folder, dark=dark)
    return found

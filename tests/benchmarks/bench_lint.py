"""1,000 posts of 700 words, and what a known word list takes for gender-coded on plain ML terms."""

from __future__ import annotations

import datetime
import statistics
import time
from pathlib import Path

from hiretool import discover
from hiretool.job import lint
from hiretool.job.lint.patterns import words
from tests.benchmarks.measured import hiretool, line, median

POSTS = Path(__file__).parents[1] / "posts" / "clean"
TODAY = datetime.date(2026, 11, 26)
WORDS, COUNT, REPEATS = 700, 1000, 3


def made() -> list[bytes]:
    """Posts of about 700 words each, from the clean ones, no two alike."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(POSTS.glob("*.md"))]
    found = []
    for number in range(COUNT):
        text, other = texts[number % len(texts)], texts[(number // len(texts) + number) % len(texts)]
        whole = f"{text}\n\nNumber {number}.\n\n{other}"
        cut = words(whole)
        found.append(whole[: cut[min(WORDS, len(cut)) - 1].end].encode())
    return found


def main() -> None:
    posts = made()
    linter = lint.Linter(discover.library())
    total = statistics.mean(linter.lint(linter.read(Path("post"), raw), TODAY).figures.words for raw in posts[:100])
    runs = []
    for _ in range(REPEATS):
        clock = time.process_time()
        for raw in posts:
            linter.lint(linter.read(Path("post"), raw), TODAY)
        runs.append(time.process_time() - clock)
    clock = time.process_time()
    for raw in posts:
        words(raw.decode())
    floor = time.process_time() - clock
    seconds = statistics.median(runs)
    print(f"{COUNT} posts of {total:.0f} words, {len(linter.rules)} rules, processor time of one core:")
    line("  read and linted", seconds, 0, f"goal 5 s; {seconds / floor:.1f} x cutting the same texts into words")
    for repeats in (20_000, 40_000):
        raw = (
            "# ML engineer\n\n" + "You train models and lead a team with 5+ years of experience. " * repeats
        ).encode()
        clock = time.process_time()
        linter.lint(linter.read(Path("post"), raw), TODAY)
        line(f"  one post of {len(raw) / 1e6:.1f} MB", time.process_time() - clock, 0, "grows with its length")
    seconds, memory = median(hiretool("job", "lint", POSTS / "01-ml-engineer-patient-flow.md", "--today", TODAY), 5)
    line("hiretool job lint of one post", seconds, memory, "")

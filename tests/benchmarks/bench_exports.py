"""What candidates receive, ten thousand times: how many exports hold something secret."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from hiretool import discover, questions
from tests.exports import exports

COUNT = 10_000


def main() -> None:
    bank = {entry.question.id: entry for entry in questions.all(discover.library())}
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        leaks = list(exports(bank, COUNT, Path(scratch)))
    seconds = time.perf_counter() - started
    print(f"{COUNT:,} exports of {len(bank)} questions in {seconds:.0f} s: {len(leaks)} with something secret")
    for leak in leaks[:10]:
        print(f"  {leak}")

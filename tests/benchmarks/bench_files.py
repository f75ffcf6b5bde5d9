"""100 MB of JSON lines: parse them bare, scan them for a query, and find people in them as a recruiter does."""

from __future__ import annotations

import json
import sys
import tempfile
from itertools import count
from pathlib import Path

from hiretool import shipped
from tests.benchmarks.measured import hiretool, line, once

SIZE = 100_000_000
QUERIES = {
    "most papers match": 'cat:cs.LG AND (abs:production OR abs:deployed OR abs:"distribution shift" OR abs:system)',
    "few papers match": 'abs:"fraud model" AND cat:cs.LG',
}
BARE = """
import json, sys
for line in open(sys.argv[1], "rb"):
    json.loads(line)
"""
SCAN = """
import sys
from hiretool.sourcing import papers, parse
query = parse(sys.argv[2])
sum(map(query.matches, papers(sys.argv[1], query=query)))
"""


def repeated(file: Path) -> int:
    """Write the demo's records over and over, each with an id of its own; return how many there are."""
    records = [json.loads(text) for text in (shipped.demo() / "papers.jsonl").read_text(encoding="utf-8").splitlines()]
    with file.open("w", encoding="utf-8") as target:
        for number in count():
            if file.stat().st_size >= SIZE:
                return number
            record = records[number % len(records)] | {"id": f"{9100 + number // 99_999:04d}.{number % 99_999 + 1:05d}"}
            target.write(json.dumps(record, ensure_ascii=False) + "\n")
    raise AssertionError("count() has no end")


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "papers.jsonl"
        records = repeated(file)
        size = file.stat().st_size / 1e6
        bare, memory = once([sys.executable, "-c", BARE, str(file)])
        line(
            f"json.loads alone, {size:.0f} MB, {records:,} records",
            bare,
            memory,
            f"for comparison; {size / bare:.0f} MB/s",
        )
        for what, query in QUERIES.items():
            seconds, memory = once([sys.executable, "-c", SCAN, str(file), query])
            line(
                f"scan, {what}",
                seconds,
                memory,
                f"goal 200 MB; {size / seconds:.0f} MB/s, {seconds / bare:.1f} x json.loads",
            )
            seconds, memory = once(hiretool("people", "find", query, "--from", file, "--until", "2026-11-20"))
            line(f"people find, {what}", seconds, memory, f"holds what matches; {seconds / bare:.1f} x json.loads")


if __name__ == "__main__":
    main()

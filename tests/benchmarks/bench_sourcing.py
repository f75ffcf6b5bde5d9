"""Scan 100 MB of JSON lines for a query: seconds, MB/s, peak memory, and how many times a bare json.loads that is."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from hiretool import shipped

SIZE = 100_000_000
QUERIES = (
    'cat:cs.LG AND (abs:production OR abs:deployed OR abs:serving OR abs:"distribution shift" OR abs:system)',
    'abs:"fraud model" AND cat:cs.LG',
)

_LOADS = """
import json, sys
for line in open(sys.argv[1], "rb"):
    json.loads(line)
matching = 0
"""
_SCAN = """
import sys
from hiretool.sourcing import papers, parse
query = parse(sys.argv[2])
matching = sum(map(query.matches, papers(sys.argv[1], query=query)))
"""
_FIND = """
import sys
from datetime import date
from hiretool.sourcing import find, papers, parse
query = parse(sys.argv[2])
matching = find(papers(sys.argv[1], query=query), query, today=date(2026, 11, 20)).counts.recent
"""
_FIGURES = """
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, matching)
"""


def main() -> None:
    """Print a line for each measurement; seconds are of the processor, so that a busy machine misleads less."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "papers.jsonl"
        records = write(file)
        size = file.stat().st_size / 1e6
        print(f"{size:.0f} MB, {records:,} records")
        bare, memory, _ = measured(_LOADS, file)
        print(f"{'bare json.loads':24}{bare:7.2f} s {size / bare:6.0f} MB/s {memory:5.0f} MB")
        for name, code in (("scan", _SCAN), ("find", _FIND)):
            for query in QUERIES:
                seconds, memory, matching = measured(code, file, query)
                print(
                    f"{name:24}{seconds:7.2f} s {size / seconds:6.0f} MB/s {memory:5.0f} MB "
                    f"{seconds / bare:5.2f} x json.loads, {matching:,.0f} papers for {query}"
                )


def write(file: Path) -> int:
    """The demo's records over and over, each with an id of its own; how many there are."""
    records = [json.loads(line) for line in (shipped.demo() / "papers.jsonl").read_text(encoding="utf-8").splitlines()]
    written = 0
    with file.open("w", encoding="utf-8") as target:
        for number in count(1):
            record = records[number % len(records)] | {"id": f"{9100 + number // 99_999:04d}.{number % 99_999 + 1:05d}"}
            written += target.write(json.dumps(record, ensure_ascii=False) + "\n")
            if written >= SIZE:
                return number
    return 0


def measured(code: str, *arguments: str | Path) -> tuple[float, float, float]:
    """Seconds of the processor, peak memory in MB, papers that match; in a process of its own."""
    output = subprocess.check_output([sys.executable, "-c", code + _FIGURES, *arguments])
    seconds, memory, matching = map(float, output.split())
    return seconds, memory, matching


if __name__ == "__main__":
    main()

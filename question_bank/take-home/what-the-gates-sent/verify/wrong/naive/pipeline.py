# hiretool-canary-7a806a8d-5d78-4860-a15c-dbd94447e4de
"""Batches of the gates -> a table for each day. The rules stand in README.md."""

import csv
from collections import defaultdict
from pathlib import Path


def _add(out: Path, rows: list[dict]) -> None:
    sums = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for row in rows:
        if row["kind"] == "count":
            cell = sums[row["happened_at"][:10]][row["line"]]
            cell[0] += 1
            cell[1] += int(row["people"])
    (out / "days").mkdir(parents=True, exist_ok=True)
    for day, lines in sums.items():
        path = out / "days" / f"{day}.csv"
        if path.exists():
            for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
                lines[row["line"]][0] += int(row["events"])
                lines[row["line"]][1] += int(row["people"])
        text = "".join(f"{line},{events},{people}\n" for line, (events, people) in sorted(lines.items()))
        path.write_text("line,events,people\n" + text, encoding="utf-8", newline="\n")


def run(store: str, inbox: str, out: str, open_days: int) -> None:
    done = Path(store) / "done.txt"
    done.parent.mkdir(parents=True, exist_ok=True)
    seen = done.read_text(encoding="utf-8").split() if done.exists() else []
    refused = ["batch,line"]
    for batch in sorted(Path(inbox).glob("*.csv")):
        if batch.name in seen:
            continue
        try:
            _add(Path(out), list(csv.DictReader(batch.read_text(encoding="utf-8").splitlines())))
            seen.append(batch.name)
        except (TypeError, ValueError):
            refused.append(f"{batch.name},0")
    done.write_text("\n".join(seen), encoding="utf-8")
    (Path(out) / "late.csv").write_text("day,event,people_then,people_now\n", encoding="utf-8", newline="\n")
    (Path(out) / "refused.csv").write_text("\n".join(refused) + "\n", encoding="utf-8", newline="\n")


def back_fill(store: str, out: str, day: str, until: str, open_days: int) -> None:
    raise NotImplementedError("back_fill")

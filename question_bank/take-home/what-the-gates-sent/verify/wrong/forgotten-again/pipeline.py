# hiretool-canary-7a806a8d-5d78-4860-a15c-dbd94447e4de
"""Batches of the gates -> a table for each day. The rules stand in README.md."""

import csv
import io
import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path

COLUMNS = ["event", "version", "gate", "line", "happened_at", "sent_at", "kind", "people"]


def _put(path: Path, text: str) -> None:
    """Whole or not at all, and untouched if it holds the same already."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".draft")
    draft.write_text(text, encoding="utf-8", newline="\n")
    os.replace(draft, path)


def _load(store: Path) -> tuple[dict[tuple[str, int], list], dict[str, str]]:
    path = store / "held.json"
    if not path.exists():
        return {}, {}
    held = json.loads(path.read_text(encoding="utf-8"))
    return {(row[0], row[1]): row for row in held["versions"]}, held["until"]


def _save(store: Path, versions: dict, until: dict[str, str]) -> None:
    held = {"versions": [versions[key] for key in sorted(versions)], "until": until}
    _put(store / "held.json", json.dumps(held, sort_keys=True))


def _version(fields: list[str]) -> list:
    """Raises: ValueError if the line is not as agreed."""
    event, version, gate, line, happened_at, sent_at, kind, people = fields
    if int(version) < 1 or int(people) < 0 or kind not in ("count", "void"):
        raise ValueError(f"a value out of range in {fields}")
    for moment in (happened_at, sent_at):
        datetime.strptime(moment, "%Y-%m-%dT%H:%M:%S")
    return [event, int(version), gate, line, happened_at, sent_at, kind, int(people)]


def _read(batch: Path) -> list[list]:
    """Raises: ValueError whose second argument is the number of the first line that cannot be used."""
    rows = []
    lines = csv.reader(io.StringIO(batch.read_text(encoding="utf-8")))
    for number, fields in enumerate(lines, 1):
        if number == 1:
            continue
        try:
            rows.append(_version(fields))
        except ValueError as error:
            raise ValueError(f"{batch.name}, line {number}: {error}", number) from error
    return rows


def _counted(versions: list[list], day: str, limit: str | None) -> dict[str, list]:
    """event -> the version that counts for the day, of those sent before `limit`."""
    newest = {}
    for row in versions:
        if limit is not None and row[5] >= limit:
            continue
        if row[0] not in newest or newest[row[0]][1] < row[1]:
            newest[row[0]] = row
    return {event: row for event, row in newest.items() if row[6] == "count" and row[4][:10] == day}


def _limit(day: str, until: dict[str, str], open_days: int) -> str:
    return until.get(day) or f"{date.fromisoformat(day) + timedelta(days=open_days + 1)}T00:00:00"


def _day_text(rows: list[list]) -> str:
    lines = ["line,events,people"]
    for line in sorted({row[3] for row in rows}):
        mine = [row for row in rows if row[3] == line]
        lines.append(f"{line},{len(mine)},{sum(row[7] for row in mine)}")
    return "\n".join(lines) + "\n"


def _write(versions: dict, until: dict[str, str], out: Path, open_days: int) -> None:
    rows = [versions[key] for key in sorted(versions)]
    late = ["day,event,people_then,people_now"]
    for day in sorted({row[4][:10] for row in rows}):
        then, now = _counted(rows, day, _limit(day, until, open_days)), _counted(rows, day, None)
        _put(out / "days" / f"{day}.csv", _day_text(list(then.values())))
        for event in sorted({*then, *now}):
            one, other = (str(found[event][7]) if event in found else "" for found in (then, now))
            if one != other:
                late.append(f"{day},{event},{one},{other}")
    _put(out / "late.csv", "\n".join(late) + "\n")


def run(store: str, inbox: str, out: str, open_days: int) -> None:
    """Take in all batches of the inbox, and write the days, what came late and which batches were refused."""
    versions, until = _load(Path(store))
    refused = ["batch,line"]
    for batch in sorted(Path(inbox).glob("*.csv")):
        try:
            rows = _read(batch)
        except ValueError as error:
            refused.append(f"{batch.name},{error.args[1]}")
            continue
        versions.update({(row[0], row[1]): row for row in rows})
    _save(Path(store), versions, until)
    _write(versions, until, Path(out), open_days)
    _put(Path(out) / "refused.csv", "\n".join(refused) + "\n")


def back_fill(store: str, out: str, day: str, until: str, open_days: int) -> None:
    """Let the day count all that was sent before `until`."""
    versions, limits = _load(Path(store))
    _write(versions, {**limits, day: until}, Path(out), open_days)

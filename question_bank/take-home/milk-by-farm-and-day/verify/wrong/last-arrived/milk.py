"""Delivered lists -> a store that knows how many litres each farm gave on each day. The rules stand in README.md."""

import math
import re
from datetime import datetime
from pathlib import Path

import pandas as pd

COLUMNS = ["collection", "revision", "farm", "collected_at", "litres", "status"]
ANSWER = ["collection", "revision", "farm", "day", "litres"]
TANK = 30_000


def take_in(store: Path, path: Path, farms: set[str]) -> dict[str, int]:
    """Take the file at `path` into `store`; how many lines it had, and how many were taken and refused.

    A line replaces what stood there for its collection.

    Raises: ValueError if the file lacks one of COLUMNS; the store is then as it was.
    """
    lines = pd.read_csv(path, dtype=str, keep_default_na=False)
    if missing := [column for column in COLUMNS if column not in lines]:
        raise ValueError(f"{path.name}: no column {', '.join(missing)}")
    lines = lines[COLUMNS].assign(file=path.name, line=range(2, len(lines) + 2))
    reason = pd.Series([_reason(line, farms) for line in lines.to_dict("records")], index=lines.index, dtype=str)
    usable = lines[reason == ""]
    _add(store / "lines.csv", usable, ["collection"])
    _add(store / "refused.csv", lines.assign(reason=reason)[reason != ""], ["file", "line"])
    return {"lines": len(lines), "taken": len(usable), "refused": len(lines) - len(usable)}


def collections(store: Path) -> pd.DataFrame:
    """The collections that count: collection, revision, farm, day, litres; sorted by collection."""
    lines = _read(store / "lines.csv", [*COLUMNS, "file", "line"])
    lines = lines.assign(revision=lines["revision"].astype(int), day=lines["collected_at"].str[:10])
    counted = lines[lines["status"] == "ok"].sort_values("collection", ignore_index=True)
    return counted.assign(litres=counted["litres"].map(_litres).astype(float))[ANSWER]


def daily(store: Path) -> pd.DataFrame:
    """Litres and number of collections: farm, day, litres, collections; sorted by farm and day."""
    grouped = collections(store).groupby(["farm", "day"], as_index=False)
    return grouped.agg(litres=("litres", "sum"), collections=("collection", "count"))


def refused(store: Path) -> pd.DataFrame:
    """The lines that cannot be used: file, line, reason; sorted by file and line."""
    lines = _read(store / "refused.csv", ["file", "line", "reason"])
    return lines.assign(line=lines["line"].astype(int)).sort_values(["file", "line"], ignore_index=True)[
        ["file", "line", "reason"]
    ]


def _reason(line: dict[str, str], farms: set[str]) -> str:
    """Why a line cannot be used; empty if it can."""
    if not line["collection"]:
        return "no identifier"
    if not re.fullmatch("0*[1-9][0-9]*", line["revision"]):
        return "revision is no whole number from 1 on"
    if line["farm"] not in farms:
        return "unknown farm"
    if not _has_offset(line["collected_at"]):
        return "collected_at is no time with an offset"
    if line["status"] not in ("ok", "withdrawn"):
        return "unknown status"
    if line["status"] == "ok" and not 0 < _litres(line["litres"]) <= TANK:
        return "litres are no number, or out of range"
    return ""


def _litres(written: str) -> float:
    """NaN, which lies in no range, if it is no number."""
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return math.nan


def _has_offset(written: str) -> bool:
    try:
        return datetime.fromisoformat(written).utcoffset() is not None
    except ValueError:
        return False


def _read(path: Path, columns: list[str]) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False) if path.exists() else pd.DataFrame(columns=columns, dtype=str)


def _add(path: Path, rows: pd.DataFrame, key: list[str]) -> None:
    """Add to the file at `path` the rows whose key it does not hold; a stopped run leaves the old file."""
    kept = _read(path, list(rows.columns))
    rows = pd.concat([kept, rows.astype(str)], ignore_index=True).drop_duplicates(key, keep="last")
    beside = path.with_suffix(".part")
    rows.to_csv(beside, index=False)
    beside.replace(path)

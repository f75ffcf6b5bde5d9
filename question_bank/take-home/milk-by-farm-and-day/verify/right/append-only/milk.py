"""Lists in, litres out. Plain Python: each delivery is copied into the store as it came; everything else is read from those."""

import csv
import hashlib
import re
from collections import defaultdict
from datetime import datetime

import pandas as pd

COLUMNS = ["collection", "revision", "farm", "collected_at", "litres", "status"]


def take_in(store, path, farms):
    content = path.read_bytes()
    rows = list(csv.DictReader(content.decode().splitlines()))
    header = next(csv.reader(content.decode().splitlines()), [])
    if not set(COLUMNS) <= set(header):
        raise ValueError(f"{path.name} lacks a column")
    (store / "farms.txt").write_text("\n".join(sorted(farms)))
    copy = store / f"{hashlib.sha256(path.name.encode() + content).hexdigest()[:16]}@{path.name}"
    copy.write_bytes(content)
    refusals = sum(reason(row, farms) is not None for row in rows)
    return {"lines": len(rows), "taken": len(rows) - refusals, "refused": refusals}


def deliveries(store):
    for path in sorted(store.glob("*@*")):
        with path.open(newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines), start=2):
                yield path.name.split("@", 1)[1], number, row


def known_farms(store):
    path = store / "farms.txt"
    return set(path.read_text().split()) if path.exists() else set()


def number(text):
    return float(text.replace(",", "."))


def reason(row, farms):
    if not row["collection"]:
        return "empty identifier"
    if not re.fullmatch("[0-9]+", row["revision"]) or int(row["revision"]) < 1:
        return "bad revision"
    if row["farm"] not in farms:
        return "farm not known"
    try:
        if datetime.fromisoformat(row["collected_at"]).tzinfo is None:
            return "no offset"
    except ValueError:
        return "not a time"
    if row["status"] not in ("ok", "withdrawn"):
        return "status?"
    if row["status"] == "ok":
        try:
            if not 0 < number(row["litres"]) <= 30_000:
                return "litres not possible"
        except ValueError:
            return "litres not a number"
    return None


def collections(store):
    farms, latest = known_farms(store), {}
    for _, _, row in deliveries(store):
        if reason(row, farms) is None:
            held = latest.get(row["collection"])
            if held is None or int(held["revision"]) < int(row["revision"]):
                latest[row["collection"]] = row
    return pd.DataFrame(
        [
            (name, int(row["revision"]), row["farm"], row["collected_at"][:10], number(row["litres"]))
            for name, row in sorted(latest.items())
            if row["status"] == "ok"
        ],
        columns=["collection", "revision", "farm", "day", "litres"],
    )


def daily(store):
    sums = defaultdict(list)
    for row in collections(store).itertuples():
        sums[row.farm, row.day].append(row.litres)
    return pd.DataFrame(
        [(farm, day, sum(litres), len(litres)) for (farm, day), litres in sorted(sums.items())],
        columns=["farm", "day", "litres", "collections"],
    )


def refused(store):
    farms = known_farms(store)
    found = {(name, line): reason(row, farms) for name, line, row in deliveries(store)}
    return pd.DataFrame(
        [(name, line, why) for (name, line), why in sorted(found.items()) if why is not None],
        columns=["file", "line", "reason"],
    )

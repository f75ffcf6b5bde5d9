# hiretool-canary-7a806a8d-5d78-4860-a15c-dbd94447e4de
"""Batches of the gates -> a table for each day, out of one database file. The rules stand in README.md."""

import datetime
import sqlite3
from pathlib import Path

TABLES = """
create table if not exists held (
    event text, version int, gate text, line text, happened_at text, sent_at text, kind text, people int,
    primary key (event, version)
);
create table if not exists limits (day text primary key, until text);
"""
COUNTED = """
select event, line, people from held as one
where kind = 'count' and substr(happened_at, 1, 10) = :day and sent_at < :until and version = (
    select max(version) from held as other where other.event = one.event and other.sent_at < :until
)
order by event
"""
EVER = "9999"


def _moment(text):
    if len(text) != 19 or datetime.datetime.fromisoformat(text).isoformat() != text:
        raise ValueError(text)


def _check(fields):
    event, version, gate, line, happened_at, sent_at, kind, people = fields
    _moment(happened_at)
    _moment(sent_at)
    if not (version.isdigit() and people.isdigit() and int(version) > 0 and kind in {"count", "void"}):
        raise ValueError(fields)
    return event, int(version), gate, line, happened_at, sent_at, kind, int(people)


def _first_unreadable(lines):
    """(rows, None), or ([], number of the line)."""
    rows = []
    for number, line in enumerate(lines[1:], 2):
        try:
            rows.append(_check(line.split(",")))
        except ValueError:
            return [], number
    return rows, None


def _open(store):
    Path(store).mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(Path(store) / "gates.db")
    base.executescript(TABLES)
    return base


def _same(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.parent / f".{path.name}"
    part.write_bytes(text.encode())
    part.replace(path)


def _write(base, out, open_days):
    out = Path(out)
    days = [day for (day,) in base.execute("select distinct substr(happened_at, 1, 10) from held order by 1")]
    limits, lines = dict(base.execute("select day, until from limits")), []
    for day in days:
        end = datetime.date.fromisoformat(day) + datetime.timedelta(days=1 + open_days)
        then = base.execute(COUNTED, {"day": day, "until": limits.get(day, end.isoformat() + "T00:00:00")}).fetchall()
        now = base.execute(COUNTED, {"day": day, "until": EVER}).fetchall()
        sums = {}
        for _, line, people in then:
            count, total = sums.get(line, (0, 0))
            sums[line] = count + 1, total + people
        rows = [f"{line},{count},{total}\n" for line, (count, total) in sorted(sums.items())]
        _same(out / "days" / f"{day}.csv", "line,events,people\n" + "".join(rows))
        before, after = ({event: people for event, _, people in found} for found in (then, now))
        for event in sorted(before.keys() | after.keys()):
            one, other = before.get(event, ""), after.get(event, "")
            if one != other:
                lines.append(f"{day},{event},{one},{other}\n")
    _same(out / "late.csv", "day,event,people_then,people_now\n" + "".join(lines))


def run(store, inbox, out, open_days):
    base, refused = _open(store), "batch,line\n"
    with base:
        for batch in sorted(Path(inbox).glob("*.csv")):
            rows, number = _first_unreadable(batch.read_text(encoding="utf-8").splitlines())
            refused += f"{batch.name},{number}\n" if number else ""
            base.executemany("insert or ignore into held values (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    _write(base, out, open_days)
    _same(Path(out) / "refused.csv", refused)
    base.close()


def back_fill(store, out, day, until, open_days):
    base = _open(store)
    with base:
        base.execute("insert or replace into limits values (?, ?)", (day, until))
    _write(base, out, open_days)
    base.close()

# hiretool-canary-7a806a8d-5d78-4860-a15c-dbd94447e4de
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import datetime
import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

COUNT, GATES, DAYS, PARTS = 110, 8, 6, 6
DAY = datetime.timedelta(days=1)


def _known(rows, before=None):
    """event -> (day, line, people) of the highest version sent before a moment; nothing for one that was taken back."""
    found = {}
    for row in sorted(rows, key=lambda row: row[1]):
        if before is None or row[5] < before:
            found[row[0]] = None if row[6] == "void" else (row[4].date(), row[3], row[7])
    return {event: held for event, held in found.items() if held}


def _wanted(rows, open_days, until=None):
    """name -> text of each file that must be there, but for the refused ones."""
    files, late = {}, []
    now = _known(rows)
    for day in sorted({row[4].date() for row in rows}):
        end = datetime.datetime.combine(day, datetime.time()) + (open_days + 1) * DAY
        known = _known(rows, (until or {}).get(str(day), end))
        then = {event: held for event, held in known.items() if held[0] == day}
        today = {event: held for event, held in now.items() if held[0] == day}
        sums = {}
        for _, line, people in then.values():
            sums.setdefault(line, []).append(people)
        text = [f"{line},{len(sums[line])},{sum(sums[line])}\n" for line in sorted(sums)]
        files[f"days/{day}.csv"] = "line,events,people\n" + "".join(text)
        for event in sorted(then.keys() | today.keys()):
            one, other = ("" if held is None else held[2] for held in (then.get(event), today.get(event)))
            if one != other:
                late.append(f"{day},{event},{one},{other}\n")
    files["late.csv"] = "day,event,people_then,people_now\n" + "".join(late)
    return files


class _Place:
    """Folders of one warehouse, and what the candidate's functions make there."""

    def __init__(self, pipeline, root, open_days):
        self.pipeline, self.root, self.open_days = pipeline, Path(root), open_days
        for name in ("store", "inbox", "out"):
            (self.root / name).mkdir(parents=True)
        self.inbox = self.root / "inbox"

    def send(self, parts, names=None):
        for place, part in enumerate(parts):
            text = part if isinstance(part, str) else variants.text(part)
            name = names[place] if names else f"batch-{place:03d}.csv"
            (self.inbox / name).write_text(text, encoding="utf-8", newline="\n")

    def clear(self):
        """Another inbox, for what is taken away here is not taken away where the answer runs."""
        self.inbox = self.root / f"inbox-{len(list(self.root.iterdir()))}"
        self.inbox.mkdir()

    def run(self):
        self.pipeline.run(str(self.root / "store"), str(self.inbox), str(self.root / "out"), self.open_days)
        return self.files()

    def back_fill(self, day, until):
        self.pipeline.back_fill(str(self.root / "store"), str(self.root / "out"), day, until, self.open_days)
        return self.files()

    def files(self):
        """name -> text of all that lies in `out`."""
        out = self.root / "out"
        return {
            path.relative_to(out).as_posix(): path.read_bytes().decode() for path in out.rglob("*") if path.is_file()
        }


def _without(files, *names):
    return {name: text for name, text in files.items() if name not in names}


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        with tempfile.TemporaryDirectory() as folder:
            return bool(claim(Path(folder)))
    except Exception:
        return False


def _claims(modules, seed):
    pipeline, open_days = modules["pipeline"], variants.generate(seed)["open_days"]
    rng = np.random.default_rng([seed, 9])
    rows = variants.events(seed + 5000, COUNT, GATES, DAYS, open_days)
    # One day on which everything turns out to be of the day before, in time.
    lonely = variants.FIRST + (DAYS + 6) * DAY
    early = ("e99999", 1, "g00", "A1", lonely, lonely + DAY / 24, "count", 7)
    moved = ("e99999", 2, "g00", "A1", lonely - DAY, lonely + DAY / 12, "count", 7)
    rows = [*rows, early, moved]
    parts = variants.batches(seed, rows, PARTS)
    wanted = _wanted(rows, open_days)
    header = "batch,line\n"
    whole = {**wanted, "refused.csv": header}
    days = sorted({line.split(",")[0] for line in wanted["late.csv"].splitlines()[1:]})
    day = days[len(days) // 2]

    def place(folder, name="one"):
        return _Place(pipeline, folder / name, open_days)

    def all_at_once(folder):
        here = place(folder)
        here.send(parts)
        return here.run()

    def again(folder):
        here = place(folder)
        here.send(parts)
        first = here.run()
        return here.run() == here.run() == first == whole

    def emptied(folder):
        here = place(folder)
        here.send(parts)
        here.run()
        here.clear()
        return here.run() == whole

    def in_any_order(folder):
        here = place(folder)
        for number in rng.permutation(len(parts)):
            here.send([parts[number]], [f"x{rng.integers(10**6):06d}.csv"])
            found = here.run()
            here.clear()
        return found == whole

    def on_the_way(folder):
        """After each run the files are what the batches so far say; nothing of an older state is left."""
        here, so_far = place(folder), []
        for number, part in enumerate(parts):
            here.clear()
            here.send([part], [f"batch-{number:03d}.csv"])
            so_far += [row for row in part if row not in so_far]
            if here.run() != {**_wanted(so_far, open_days), "refused.csv": header}:
                return False
        return True

    def moved_away(folder):
        here = place(folder)
        here.send([[early]])
        first = here.run()
        here.send([[early], [moved]])
        second, name = here.run(), f"days/{lonely.date()}.csv"
        return first[name].splitlines()[1:] == ["A1,1,7"] and second[name] == "line,events,people\n"

    def mended(folder):
        here = place(folder)
        here.send(parts)
        here.run()
        out = here.root / "out"
        path = out / "days" / f"{day}.csv"
        path.write_text(path.read_text(encoding="utf-8")[:-5], encoding="utf-8")
        (out / "late.csv").write_text("", encoding="utf-8")
        return here.run() == whole

    def one_day(folder):
        here = place(folder)
        here.send(parts)
        before = here.run()
        until = max(row[5] for row in rows) + DAY
        after = here.back_fill(day, until.isoformat())
        name = f"days/{day}.csv"
        filled = {**_wanted(rows, open_days, {day: until}), "refused.csv": header}
        return (
            after == filled
            and _without(after, name, "late.csv") == _without(before, name, "late.csv")
            and after != before
        )

    def remembered(folder):
        here = place(folder)
        here.send(parts)
        here.run()
        until = max(row[5] for row in rows) + DAY
        filled = here.back_fill(day, until.isoformat())
        return here.run() == filled == here.back_fill(day, until.isoformat())

    def until_then(folder):
        """What is sent after the moment of the filling is late again."""
        end = datetime.datetime.fromisoformat(day) + (open_days + 1) * DAY
        until = end + DAY / 2
        here = place(folder)
        here.send(parts[:3])
        here.run()
        here.back_fill(day, until.isoformat())
        here.send(parts)
        return here.run() == {**_wanted(rows, open_days, {day: until}), "refused.csv": header}

    def refused(folder):
        here, number = place(folder), 2
        unreadable = (
            "e1,1,g1,A1,2026-05-04T10:00:00,2026-05-04T10:01:00,count",
            "e1,1,g1,A1,2026-05-04T10:00:00,2026-05-04T10:01:00,count,-3",
            "e1,1,g1,A1,2026-05-04T10:00:00,2026-05-04T10:01:00,counted,3",
            "e1,1,g1,A1,2026-05-04,2026-05-04T10:01:00,count,3",
            "e1,0,g1,A1,2026-05-04T10:00:00,2026-05-04T10:01:00,count,3",
            "e1,1,g1,A1,2026-05-04T10:00:00,2026-05-04T10:01:00,count,3.5",
        )
        at = 5
        others = [row for place, part in enumerate(parts) if place != number for row in part]
        rest = list(dict.fromkeys(others))
        for line in unreadable if seed % 5 == 0 else unreadable[seed % 6 :][:1]:
            here.send(
                [variants.text(part, {at: line}) if place == number else part for place, part in enumerate(parts)]
            )
            said = {"refused.csv": header + f"batch-{number:03d}.csv,{at + 2}\n"}
            if here.run() != {**_wanted(rest, open_days), **said}:
                return False
        here.send(parts)
        return here.run() == whole

    def inbox_left_alone(folder):
        here = place(folder)
        here.send(parts)
        before = {path.name: path.read_bytes() for path in (here.inbox).iterdir()}
        here.run()
        return {path.name: path.read_bytes() for path in (here.inbox).iterdir()} == before

    def the_days(folder):
        found = all_at_once(folder)
        return _without(found, "late.csv", "refused.csv") == _without(wanted, "late.csv")

    return {
        "a_day_is_what_was_known_at_its_limit": the_days,
        "what_came_late_is_listed": lambda folder: all_at_once(folder)["late.csv"] == wanted["late.csv"],
        "a_second_run_changes_nothing": again,
        "an_emptied_inbox_changes_nothing": emptied,
        "batches_may_come_in_any_order": in_any_order,
        "each_run_shows_what_is_held_so_far": on_the_way,
        "a_day_that_counts_nothing_is_emptied": moved_away,
        "a_damaged_file_is_made_again": mended,
        "a_filled_day_leaves_the_others_alone": one_day,
        "a_filled_day_stays_filled": remembered,
        "a_day_is_filled_up_to_a_moment": until_then,
        "a_batch_is_taken_whole_or_not_at_all": refused,
        "the_inbox_is_left_alone": inbox_left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def modules(names=("pipeline",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import variants

ROOM, PATIENCE = 4096, 2000


def modules(names=("traffic", "batches")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    made = {}

    def next_batch(waiting, now, **limits):
        """Rows that go next."""
        for row in waiting:
            if row["id"] not in made:
                made[row["id"]] = modules["traffic"].Request(**row)
        found = modules["batches"].next_batch([made[row["id"]] for row in waiting], now, **limits)
        rows = {row["id"]: row for row in waiting}
        return [rows[one.id] for one in found]

    def some(many, longest=3_000):
        """A few that wait, in order of arrival, and a moment at which some of them are overdue, all or none."""
        start = draw.randrange(10_000)
        spread = draw.choice([1_500, 3_000])
        arrivals = sorted(start + draw.randrange(spread) for _ in range(many))
        for place in range(1, many):
            if draw.random() < 0.15:
                arrivals[place] = arrivals[place - 1]
        rows = [
            {
                "id": f"r{draw.getrandbits(60)}",
                "customer": draw.choice(variants.CUSTOMERS),
                "tokens": _length(draw, longest),
                "arrived": at,
            }
            for at in arrivals
        ]
        # The second of them is the very millisecond at which the first one is overdue, where all have come by then.
        moments = [arrivals[-1], arrivals[0] + PATIENCE, arrivals[-1] + draw.randrange(4_000)]
        return rows, max(arrivals[-1], draw.choice(moments))

    cases = [some(draw.choice([1, 2, 5, 12, 30])) for _ in range(40)]
    cases += [some(12, longest=40) for _ in range(5)] + [some(8, longest=9_000) for _ in range(10)]
    batches = [_tried(lambda case=case: next_batch(*case)) for case in cases]

    def for_all(holds):
        return all(batch is not None and holds(waiting, now, batch) for (waiting, now), batch in zip(cases, batches))

    def some_and_each_once(waiting, now, batch):
        ids = [row["id"] for row in batch]
        return 0 < len(ids) == len(set(ids)) and all(row in waiting for row in batch)

    def room_is_kept(waiting, now, batch):
        return len(batch) == 1 or _taken(batch) <= ROOM

    def overdue_goes(waiting, now, batch, patience=PATIENCE):
        # Of several that came in the same millisecond, any has waited longest.
        oldest = waiting[0]["arrived"]
        return now - oldest < patience or any(row["arrived"] == oldest for row in batch)

    def full(waiting, now, batch):
        longest = max(row["tokens"] for row in batch)
        return all(row in batch or row["tokens"] > longest or (len(batch) + 1) * longest > ROOM for row in waiting)

    def other_limits():
        found = []
        for waiting, now in cases[:25]:
            room, patience = draw.choice([900, 2_500, 12_000]), draw.choice([0, 500, 10**6])
            batch = next_batch(waiting, now, room=room, patience=patience)
            longest = max(row["tokens"] for row in batch)
            found.append(len(batch) == 1 or _taken(batch) <= room)
            found.append(overdue_goes(waiting, now, batch, patience))
            found.append(
                all(row in batch or row["tokens"] > longest or (len(batch) + 1) * longest > room for row in waiting)
            )
        return all(found)

    def too_long_ones_go():
        long = {"id": "long", "customer": "rail", "tokens": 9_000, "arrived": 10}
        others = [
            {"id": f"s{number}", "customer": "fairs", "tokens": 20 + number, "arrived": 20 + number}
            for number in range(9)
        ]
        alone = next_batch([long, *others], 10 + PATIENCE) == [long] == next_batch([long], 10)
        left, now, seen = [long, *others], 50, []
        while left and len(seen) < 30:
            seen.append(next_batch(left, now))
            left = [row for row in left if row not in seen[-1]]
            now += 500
        return alone and not left and all(len(batch) == 1 for batch in seen if long in batch)

    def nothing_is_kept_or_changed():
        for waiting, now in cases[:12]:
            given = [modules["traffic"].Request(**row) for row in waiting]
            first = [one.id for one in modules["batches"].next_batch(given, now)]
            again = [one.id for one in modules["batches"].next_batch(given, now)]
            if first != again or [one.id for one in given] != [row["id"] for row in waiting]:
                return False
        return True

    def backlog():
        """Share of padding when three hundred wait, none of them too long, and no more come."""
        left = [row for row in variants.requests(seed, 330) if row["tokens"] <= ROOM][:300]
        now, used, computed = left[-1]["arrived"], sum(row["tokens"] for row in left), 0
        while left:
            batch = next_batch(left, now)
            ids = {row["id"] for row in batch}
            if not ids:
                return False
            left = [row for row in left if row["id"] not in ids]
            computed += _taken(batch)
            now += 25 + _taken(batch) // 40
        return 3 * (computed - used) <= computed

    def files_are_read():
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "requests.csv").write_text(
                "id,customer,tokens,arrived\nt1,rail,12,7\nt2,fairs,3,7\n", encoding="utf-8"
            )
            found = modules["traffic"].read(str(Path(folder, "requests.csv")))
            told = [(one.id, one.customer, one.tokens, one.arrived) for one in found]
            return told == [("t1", "rail", 12, 7), ("t2", "fairs", 3, 7)]

    claims = {
        "files_are_read_as_before": files_are_read,
        "some_go_and_each_once": lambda: for_all(some_and_each_once),
        "room_is_kept": lambda: for_all(room_is_kept),
        "the_oldest_overdue_goes": lambda: for_all(overdue_goes),
        "no_batch_with_room_to_spare": lambda: for_all(full),
        "other_limits_hold_as_well": other_limits,
        "too_long_ones_go_alone": too_long_ones_go,
        "nothing_is_kept_or_changed": nothing_is_kept_or_changed,
        "a_third_of_padding_at_most": backlog,
    }
    return {name: bool(_tried(claim)) for name, claim in claims.items()}


def _length(draw, longest):
    return min(longest, max(1, int(draw.lognormvariate(4.4, 1.4)))) if draw.random() < 0.9 else draw.randint(1, longest)


def _taken(batch):
    return len(batch) * max(row["tokens"] for row in batch)


def _tried(call):
    """What it gives; None if it raises."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return None

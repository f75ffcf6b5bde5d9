# hiretool-canary-0c74c2a9-2e6b-41bb-98dd-906d32881a46
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import random
import tempfile
from collections import Counter
from pathlib import Path


def modules(names=("shards", "bag")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    with tempfile.TemporaryDirectory() as folder:
        claims = _claims(modules["bag"], draw, Path(folder))
        return {name: _holds(claim) for name, claim in claims.items()}


def _claims(bag, draw, folder):
    # Speeches that tell their place, in shards of different lengths.
    lengths = [draw.randint(3, 5) for _ in range(3)]
    small = [[f"speech {shard}-{line}" for line in range(length)] for shard, length in enumerate(lengths)]
    number = sum(lengths)
    all_of_it = ["next"] * (number + 1)

    def put(name, speeches, which=None):
        """The paths of all shards, of which only some are there."""
        place = folder / name
        if not place.exists():
            place.mkdir()
            for shard in range(len(speeches)) if which is None else which:
                write(place / f"sitting-{shard:03d}.txt", speeches[shard])
        return [str(place / f"sitting-{shard:03d}.txt") for shard in range(len(speeches))]

    def write(path, lines):
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def played(*given, state=None):
        return list(bag.played(*given)) if state is None else list(bag.played(*given, state))

    def saved(state):
        return json.loads(json.dumps(state))

    def left(given):
        """The shards of which something has not been given."""
        return [shard for shard, lines in enumerate(small) if not set(lines) <= set(given)]

    def each_once():
        paths = put("all", small)
        for size in (1, draw.randint(2, 6), number + 9):
            got = played(paths, size, 5, [*all_of_it, "next"])
            if got[-2:] != [None, None] or sorted(got[:-2]) != sorted(x for lines in small for x in lines):
                return False
        return True

    def twins_and_empty_ones():
        speeches = [["closed", "", "a"], ["", "closed"], ["closed"]]
        paths = put("twins", speeches)
        for size in (1, 4):
            whole = played(paths, size, 2, ["next", "state"] * 7)
            if Counter(whole[::2]) != Counter({"closed": 3, "": 2, "a": 1, None: 1}):
                return False
            for stop in range(6):
                if (
                    played(paths, size, 2, ["next"] * (6 - stop), state=saved(whole[2 * stop + 1]))
                    != whole[2 * stop + 2 :: 2]
                ):
                    return False
        return True

    def same_chance_in_the_bag():
        # What is in the bag follows from what was given; the rank of what comes next in it must be any.
        size, paths = 5, put("long", [[f"{shard}-{line}" for line in range(500)] for shard in range(2)])
        order = [f"{shard}-{line}" for shard in range(2) for line in range(500)]
        got, inside, fresh, ranks = (
            played(paths, size, draw.randint(1, 999), ["next"] * 1000),
            [],
            iter(order),
            Counter(),
        )
        for one in got:
            while len(inside) < size and (new := next(fresh, None)):
                inside.append(new)
            ranks[inside.index(one)] += 1
            inside.remove(one)
        return all(130 <= ranks[rank] <= 270 for rank in range(size))

    def not_opened_before_needed():
        paths = put("late", small, which=[0, 1])
        stop = sum(lengths[:2]) - 3
        return len(set(played(paths, 2, 7, ["next"] * stop))) == stop

    def by_the_seed():
        paths = put("all", small)
        orders = [tuple(played(paths, 6, one, all_of_it)) for one in (1, 1, 2, 3)]
        return orders[0] == orders[1] and len(set(orders)) == 3

    def not_disturbed():
        paths = put("all", small)
        alone, other = played(paths, 4, 1, all_of_it), played(paths, 4, 2, all_of_it)
        one, two = bag.Bag(paths, 4, 1), bag.Bag(paths, 4, 2)
        both = [(one.next(), two.next()) for _ in all_of_it]
        return both == list(zip(alone, other))

    def goes_on(size, elsewhere=False):
        """Whether it goes on the same after a stop at each place."""
        paths = put(f"first {size}" if elsewhere else "all", small)
        whole = played(paths, size, 3, ["state", *["next", "state"] * number])
        given = whole[1::2]
        if elsewhere:
            for path, lines in zip(paths, small):
                write(Path(path), ["of another year"] * len(lines))
        for stop in range(number + 1) if elsewhere else (1, number // 2, number - 2):
            rest = given[stop:]
            if elsewhere:
                there = left(given[:stop])
                paths = put(f"left {size} {there}", small, which=there)
            if played(paths, size, 3, ["next"] * (len(rest) + 1), state=saved(whole[2 * stop])) != [*rest, None]:
                return False
        return True

    def stopped_twice():
        paths = put("all", small)
        whole, got, state = played(paths, 4, 3, all_of_it), [], None
        while len(got) < len(whole):
            *some, state = played(
                paths, 4, 3, ["next"] * min(3, len(whole) - len(got)) + ["state"], state=state and saved(state)
            )
            got += some
        return got == whole

    def asking_changes_nothing():
        paths = put("all", small)
        plain = played(paths, 4, 3, all_of_it)
        asked = played(paths, 4, 3, ["state", "state", "next"] * len(all_of_it))
        return asked[2::3] == plain and asked[0::3] == asked[1::3]

    def state_stays_as_it_was():
        paths, stop = put("all", small), number // 2
        then = played(paths, 4, 3, ["next"] * stop + ["state"])[-1]
        later = played(paths, 4, 3, ["next"] * stop + ["state"] + ["next"] * (number - stop))[stop]
        return saved(then) == saved(later)

    def small_and_silent():
        words = [[f"the member for harbour {shard} {line} " + "asks" for line in range(120)] for shard in range(2)]
        paths = put("words", words)
        text = json.dumps(played(paths, 100, 3, ["next"] * 90 + ["state"])[-1])
        return "harbour" not in text and len(text) <= 20_000 + 50 * 100

    return {
        "each_line_once": each_once,
        "twins_and_empty_ones_count": twins_and_empty_ones,
        "all_in_the_bag_have_the_same_chance": same_chance_in_the_bag,
        "no_shard_is_opened_before_its_turn": not_opened_before_needed,
        "the_seed_decides": by_the_seed,
        "bags_do_not_disturb_each_other": not_disturbed,
        "goes_on_the_same": lambda: goes_on(draw.randint(3, 6)),
        "goes_on_where_old_shards_are_gone": lambda: goes_on(draw.choice([1, 2, 4]), elsewhere=True),
        "may_stop_again_and_again": stopped_twice,
        "asking_changes_nothing": asking_changes_nothing,
        "a_state_stays_as_it_was": state_stays_as_it_was,
        "a_state_is_small_and_holds_no_words": small_and_silent,
    }


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

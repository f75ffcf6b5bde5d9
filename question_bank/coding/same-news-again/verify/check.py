# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import builtins
import contextlib
import functools
import importlib
import json
import random
import re

import variants


def modules(names=("notices", "shingles", "sketches", "desk")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    sketches = modules["sketches"]

    def make(text, size):
        return json.loads(json.dumps(sketches.make(text, size)))

    def text(words):
        return " ".join(words)

    def some(many):
        return draw.choices(variants.WORDS, k=many)

    def alike(one, other, size):
        return sketches.likeness(make(one, size), make(other, size), size)

    def pairs(many, sizes):
        """Texts of which the second holds the first, or a part of it."""
        for _ in range(many):
            common = some(draw.randint(*sizes[0]))
            yield text(some(draw.randint(*sizes[1])) + common), text(common + some(draw.randint(*sizes[2])))

    def errors(pairs, size):
        """How far the estimates are off, on average and as the root of the mean square; the second over what chance allows."""
        off, allowed = [], 0.0
        for one, other in pairs:
            true = _similarity(one, other)
            off.append(alike(one, other, size) - true)
            allowed += true * (1 - true) / size
        return sum(off) / len(off), (sum(each * each for each in off) / allowed) ** 0.5

    def does_not_grow():
        lengths = [len(json.dumps(make(text(some(many)), 32))) for many in (200, 800)]
        return lengths[1] <= 1.2 * lengths[0]

    def exact_when_small():
        for one, other in pairs(12, [(4, 20), (0, 20), (0, 20)]):
            if abs(alike(one, other, 80) - _similarity(one, other)) > 1e-9:
                return False
        return alike("", "!", 40) == 0 == alike("snow", "", 40) and alike("Snow.", "snow", 40) == 1

    def right_on_average():
        mean, root = errors(pairs(24, [(60, 120), (0, 40), (0, 40)]), 40)
        return abs(mean) < 0.065 and root < 1.7

    def short_in_a_long_one():
        mean, root = errors(pairs(24, [(60, 70), (0, 0), (60, 90)]), 40)
        return abs(mean) < 0.07 and root < 1.7

    def whichever_words():
        # What two have in common is from one half of the alphabet, and the rest from the other.
        one, two = sorted(variants.WORDS)[:50], sorted(variants.WORDS)[50:]
        for common, own in ((one, two), (two, one)):
            found = [
                (text(draw.choices(common, k=60) + draw.choices(own, k=40)), draw.choices(own, k=40)) for _ in range(12)
            ]
            mean, _ = errors([(first, text(first.split()[:60] + other)) for first, other in found], 40)
            if abs(mean) > 0.1:
                return False
        return True

    def any_process():
        given = text(some(120))
        with _salted(modules, "one"):
            first = make(given, 20)
        with _salted(modules, "two"):
            return make(given, 20) == first

    def any_order():
        words = some(90)
        one, other = text(words), text(words[:50] + words[48:] + words[30:60])
        # Both have the shingles of the words, and the second a few more.
        return make(one, 30) == make(one.upper(), 30) and alike(one, other, 500) == _similarity(one, other)

    def as_if_at_once():
        for size in (12, 60, 900):
            words = some(120)
            cuts = sorted(draw.sample(range(10, 110), 3))
            # A part begins with the last two words of the part before, so that no shingle is lost.
            parts = [words[max(0, start - 2) : end] for start, end in zip([0, *cuts], [*cuts, 120])]
            made = [make(text(part), size) for part in parts]
            before = json.dumps(made)
            whole = make(text(words), size)
            steps = sketches.joined([sketches.joined(made[2:], size), *made[:2], made[0]], size)
            if not whole == list(sketches.joined(made, size)) == list(steps) or json.dumps(made) != before:
                return False
        return True

    # With so large a sketch of so short a notice, nothing is estimated.
    size, threshold = 150, 0.43
    rows, known = _clear(seed, [1_000, 12, 4], threshold)
    made = {}

    def desk(keep):
        return modules["desk"].Desk(size, keep, threshold)

    def told(desk, rows):
        for row in rows:
            if row["id"] not in made:
                made[row["id"]] = modules["notices"].Notice(**row)
        return [desk.add(made[row["id"]]) for row in rows]

    def most_alike():
        words = draw.sample(variants.WORDS, 40)
        three = [{"id": f"d{at}", "text": text(words[at:to])} for at, to in ((0, 26), (14, 40), (8, 38))]
        return told(desk(1_000), rows) == known[1_000] and told(desk(9), three) == [None, None, "d14"]

    def some_are_forgotten():
        return told(desk(4), rows) == known[4]

    def heard_of_last():
        one, two, three = ({"id": name, "text": text(some(20))} for name in ("x1", "x2", "x3"))
        again = [dict(row, id=f"{row['id']}again") for row in (one, two)]
        return told(desk(2), [one, two, again[0], three, again[0], again[1]]) == [None, None, "x1", None, "x1", None]

    def no_drift():
        # Each tells the one before again, and the last has little of the first.
        words = draw.sample(variants.WORDS, 60)
        chain = [{"id": f"c{step}", "text": text(words[4 * step : 4 * step + 24])} for step in range(5)]
        return (
            told(desk(9), chain) == _told(chain, 9, threshold) and _similarity(chain[0]["text"], chain[4]["text"]) < 0.2
        )

    def restarted():
        one, found = desk(12), []
        for at, row in enumerate(rows):
            if at % 17 == 16:
                one = modules["desk"].restored(json.loads(json.dumps(one.state())))
            found += told(one, [row])
        return found == known[12]

    def desk_does_not_grow():
        lengths = []
        for many in (30, 90):
            one = modules["desk"].Desk(10, 8, 0.5)
            for number in range(many):
                one.add(modules["notices"].Notice(f"g{number:05d}", text(some(30))))
            lengths.append(len(json.dumps(one.state())))
        return lengths[1] < 1.2 * lengths[0]

    claims = {
        "a_sketch_does_not_grow": does_not_grow,
        "exact_for_short_texts": exact_when_small,
        "right_on_average": right_on_average,
        "right_for_a_short_one_in_a_long_one": short_in_a_long_one,
        "right_whichever_words_they_are": whichever_words,
        "the_same_in_any_process": any_process,
        "what_comes_twice_counts_once": any_order,
        "joined_as_if_made_at_once": as_if_at_once,
        "the_most_alike_is_named": most_alike,
        "no_more_than_allowed_are_kept": some_are_forgotten,
        "who_is_heard_of_stays": heard_of_last,
        "first_tellings_are_compared_with": no_drift,
        "a_restart_changes_nothing": restarted,
        "a_desk_does_not_grow": desk_does_not_grow,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


@functools.lru_cache(maxsize=2000)
def _shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 3]) for at in range(max(1, len(words) - 2))} if words else set()


def _similarity(one, other):
    one, other = _shingles(one), _shingles(other)
    return len(one & other) / len(one | other) if one or other else 0.0


def _told(rows, keep, threshold):
    """What a desk says of each, by the definition alone; None if two are equally alike to one."""
    said = []
    for place, row in enumerate(rows):
        first = [at for at in range(place) if said[at] is None]
        heard = {at: max([at, *(later for later in range(place) if said[later] == rows[at]["id"])]) for at in first}
        kept = sorted(first, key=lambda at: -heard[at])[:keep]
        alike = [(_similarity(row["text"], rows[at]["text"]), -at) for at in kept]
        alike = sorted(one for one in alike if one[0] >= threshold)
        if len(alike) > 1 and alike[-1][0] == alike[-2][0]:
            return None
        said.append(rows[-alike[-1][1]]["id"] if alike else None)
    return said


def _clear(seed, keeps, threshold):
    """Notices of which none is equally alike to two others, and what desks of several sizes say of them."""
    for attempt in range(1_000):
        rows = variants.notices(f"{seed} {attempt}", 50, 8, 24)
        known = {keep: _told(rows, keep, threshold) for keep in keeps}
        if None not in known.values():
            return rows, known
    raise RuntimeError("no clear notices")


@contextlib.contextmanager
def _salted(modules, salt):
    """Python starts each run with another hash of texts; this brings that into one run."""
    for module in modules.values():
        # A module's own name stands before the built-in one.
        module.hash = lambda value: builtins.hash((salt, builtins.hash(value)))
    try:
        yield
    finally:
        for module in modules.values():
            module.hash = builtins.hash


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

# hiretool-canary-6bcdd26e-5e21-4187-bb15-1b3bdcc4cb8d
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import builtins
import contextlib
import copy
import importlib
import json
import random
import tempfile
from pathlib import Path

import variants


def modules(names=("conversations", "sampler")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    Sampler, join = modules["sampler"].Sampler, getattr(modules["sampler"], "join", None)
    size, key = draw.randint(8, 14), f"2026-W{draw.randint(10, 50)}"
    rows = variants.conversations(seed, many=180, languages=4)
    parts = variants.machines(draw, rows, 5)
    once = [
        [row for row in rows if row in part and not any(row in other for other in parts[:place])]
        for place, part in enumerate(parts)
    ]
    sampled = {row["language"]: min(size, sum(other["language"] == row["language"] for other in rows)) for row in rows}

    made = {}

    def sees(sampler, given):
        for row in given:
            name = row["id"], row["language"]
            if name not in made:
                made[name] = modules["conversations"].Conversation(**row)
        sampler.see([made[row["id"], row["language"]] for row in given])
        return sampler

    def seen(given, key=key, size=size):
        return sees(Sampler(size, key), given)

    def ids(sampler):
        return {language: [one.id for one in chosen] for language, chosen in sampler.chosen().items()}

    known = _tried(lambda: ids(seen(rows)))

    def through_a_file(sampler):
        return json.loads(json.dumps(sampler.state()))

    def right_number():
        chosen = seen(rows).chosen()
        plain = {row["id"]: row for row in rows}
        given = [
            (one.id, one.language, one.rating, one.text) == tuple(plain[one.id].values()) and one.language == language
            for language, group in chosen.items()
            for one in group
        ]
        lengths = {language: len(group) for language, group in known.items()}
        by_id = all(group == sorted(set(group)) for group in known.values())
        return all(given) and lengths == sampled and by_id and ids(seen([])) == {}

    def any_order():
        mixed = draw.sample(rows, len(rows))
        bit_by_bit = Sampler(size, key)
        for start in range(0, len(rows), 70):
            sees(bit_by_bit, mixed[start : start + 70])
        return ids(seen(mixed)) == known == ids(bit_by_bit) == ids(seen(rows[::-1]))

    def any_cut():
        states = [through_a_file(seen(part)) for part in [*once, []]]
        first, second = join(states[:2]), join(states[2:])
        in_steps = join([through_a_file(second), through_a_file(first)])
        return ids(join(states)) == known == ids(in_steps) == ids(join(states[::-1]))

    def sent_again():
        twice = seen(rows + draw.sample(rows, 80))
        overlapping = join([seen(part).state() for part in parts])
        with_itself = join([seen(rows).state(), seen(rows).state()])
        return ids(twice) == known == ids(overlapping) == ids(with_itself)

    def another_run():
        with _salted(modules, "one"):
            one = ids(seen(rows))
        with _salted(modules, "two"):
            return ids(seen(rows)) == one == known

    def goes_on():
        half = len(rows) // 2
        sampler = seen(rows[:half])
        before = ids(sampler)
        sampler.state()
        joined = join([sampler.state(), seen(rows[half:140]).state()])
        sees(joined, rows[140:])
        return ids(sampler) == before and ids(joined) == known

    def left_alone():
        states = [seen(part).state() for part in once]
        before = copy.deepcopy(states)
        join(states)
        return states == before and ids(join(states)) == known

    def bounded():
        few, many = (
            [{**row, "id": f"{row['id']}-{copied}"} for copied in range(copies) for row in rows] for copies in (2, 8)
        )
        return len(json.dumps(seen(many).state())) < 1.5 * len(json.dumps(seen(few).state()))

    single = [{**row, "language": "fi"} for row in variants.conversations(seed, many=200)]
    small_machine = {row["id"] for row in draw.sample(single, 20)}

    def drawn(number):
        """What a draw of its own name gives out of 200, seen by two machines, one of which has a tenth."""
        cut = [[row for row in single if (row["id"] in small_machine) == inside] for inside in (True, False)]
        return ids(join([seen(part, f"draw {number}", 20).state() for part in cut]))["fi"]

    def fair():
        # 240 of 200 x 12 are drawn. Limits are five standard errors of a fair draw: 4.4 for a tenth, 7.4 for a half.
        found = [one for number in range(12) for one in drawn(number)]
        middle = sorted(row["id"] for row in single)[100]
        small = sum(one in small_machine for one in found)
        low = sum(one < middle for one in found)
        return len(found) == 240 and abs(small - 24) <= 22 and abs(low - 120) <= 37

    def other_weeks():
        # Two fair draws of 20 out of 200 share 2; six that are drawn apart share 30 in their 15 pairs, standard error 5.
        weeks = [set(drawn(number)) for number in range(6)]
        return sum(len(one & other) for place, one in enumerate(weeks) for other in weeks[:place]) <= 60

    def files_are_read():
        # Others read such files with it.
        row = {"id": "c7", "language": "fi", "rating": None, "text": "asked about films"}
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "machine-01.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
            found = list(modules["conversations"].read(str(Path(folder, "machine-01.jsonl"))))
            return [(one.id, one.language, one.rating, one.text) for one in found] == [tuple(row.values())]

    claims = {
        "files_are_read_as_before": files_are_read,
        "so_many_of_each_language": right_number,
        "order_does_not_matter": any_order,
        "any_cut_gives_the_same": any_cut,
        "sent_again_counts_once": sent_again,
        "another_run_gives_the_same": another_run,
        "a_sampler_goes_on_after_its_state": goes_on,
        "joining_leaves_the_states_alone": left_alone,
        "a_state_does_not_grow": bounded,
        "each_is_equally_likely": fair,
        "another_key_is_another_draw": other_weeks,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


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


def _tried(call):
    """What it gives; None if it raises."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return None


def _holds(claim):
    return bool(_tried(claim))

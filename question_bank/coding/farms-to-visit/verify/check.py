# hiretool-canary-94e7c43f-2add-4e01-b6ad-4b35c4383fd5
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random

import variants


def modules(names=("farms", "draw")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    chance = random.Random(f"check {seed}")
    rows = variants.farms(seed, many=40)
    key, made = f"key {seed}", {}

    def drawn(given, size=10, key=key):
        for row in given:
            if row not in made:
                made[row] = modules["farms"].Farm(*row)
        return list(modules["draw"].drawn([made[row] for row in given], size, key))

    def size_and_ids():
        found, all_ids = drawn(rows, 10), {id for id, hectares in rows if hectares > 0}
        return len(found) == len(set(found)) == 10 and set(found) <= all_ids and set(drawn(rows, 99)) == all_ids

    def no_land():
        return (
            drawn([("a", 0.0), ("b", 2.0), ("c", 0.0)], 3) == ["b"]
            and drawn([], 3) == []
            and drawn([("a", 0.0)], 1) == []
        )

    def order_of_rows():
        return drawn(chance.sample(rows, len(rows))) == drawn(rows[::-1]) == drawn(rows)

    def twice():
        return drawn(rows) == drawn(rows) and drawn(rows) != drawn(rows, key="another")

    def keys_differ():
        many = [("a", 5.0), ("b", 5.0), ("c", 5.0), ("d", 5.0)]
        return len({tuple(drawn(many, 4, f"{seed} {number}")) for number in range(60)}) > 12

    def larger():
        whole = drawn(rows, 40)
        return all(drawn(rows, size) == whole[:size] for size in (0, 1, 7, 20))

    def registered():
        for _ in range(6):
            cut = chance.randint(15, 35)
            mixed = chance.sample(rows, len(rows))
            before, after = drawn(mixed[:cut]), drawn(mixed)
            new = {id for id, _ in mixed[cut:]}
            if [id for id in after if id not in new] != before[: len([id for id in after if id not in new])]:
                return False
        return True

    def left():
        before = drawn(rows, 12)
        for gone in (before[0], before[5], before[11]):
            after = drawn([row for row in rows if row[0] != gone], 12)
            if after[:11] != [id for id in before if id != gone]:
                return False
        return True

    def grown():
        whole = drawn(rows, 40)
        for place in chance.sample(range(len(whole)), 14):
            id = whole[place]
            after = drawn([(one, hectares * (1.1 if one == id else 1)) for one, hectares in rows], 40)
            if after.index(id) > place or [one for one in after if one != id] != [one for one in whole if one != id]:
                return False
        return True

    def by_hectares():
        # Fifty farms with 1 hectare and fifty with 9; of fifty drawn 41.2 are large on average (x + x ** 9 = 1, 1 - x ** 9).
        mixed = [(f"{kind}{number}", hectares) for kind, hectares in (("s", 1.0), ("l", 9.0)) for number in range(50)]
        large = sum(id[0] == "l" for number in range(16) for id in drawn(mixed, 50, f"{seed}/{number}"))
        return 628 <= large <= 691

    def second_by_hectares():
        # Chances of the second: of 10, 30 and 60, that 10 is second is .3 * 10 / 70 + .6 * 10 / 40.
        three = [("a", 10.0), ("b", 30.0), ("c", 60.0)]
        second = sum(drawn(three, 2, f"{seed}:{number}")[1] == "a" for number in range(150))
        return 10 <= second <= 48

    def tiny_and_huge():
        wide = [("a", 1e-6), ("b", 1e6), ("c", 3e-6), *((f"t{number}", 1e-6) for number in range(6))]
        return (
            all(drawn(wide, 1, f"{seed}-{number}") == ["b"] for number in range(20))
            and len({tuple(drawn(wide, 9, f"{seed}-{number}")) for number in range(20)}) > 10
        )

    claims = {
        "so_many_and_no_farm_twice": size_and_ids,
        "no_land_no_visit": no_land,
        "order_of_the_farms_does_not_matter": order_of_rows,
        "the_key_decides": twice,
        "keys_give_many_draws": keys_differ,
        "a_larger_draw_begins_with_the_smaller": larger,
        "who_registers_moves_nobody_in": registered,
        "who_leaves_moves_nobody_out": left,
        "who_grows_does_not_come_later": grown,
        "each_is_drawn_by_hectares": by_hectares,
        "the_second_is_drawn_by_hectares": second_by_hectares,
        "small_farms_are_told_apart": tiny_and_huge,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

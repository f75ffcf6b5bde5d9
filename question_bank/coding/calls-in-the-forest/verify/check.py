# hiretool-canary-eac1efb6-0641-4891-8600-8a21151393ba
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random

import variants


def modules(names=("sounds", "merge")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    rows = variants.sounds(seed, many=60, length=2_400)
    gap, made = draw.randint(1, 4), {}

    def sounds(given):
        for row in given:
            if row not in made:
                made[row] = modules["sounds"].Sound(*row)
        return [made[row] for row in given]

    def merged(given, gap=0):
        return [(one.kind, one.start, one.end, tuple(one.ids)) for one in modules["merge"].merged(sounds(given), gap)]

    def small(*spans, gap=0):
        """(start, end, number of ids) for sounds of one kind."""
        given = [(f"i{number}", "frog", *span) for number, span in enumerate(spans)]
        return [(start, end, len(ids)) for _, start, end, ids in merged(given, gap)]

    def left(start, end, *spans):
        given = [(f"i{number}", draw.choice(variants.KINDS), *span) for number, span in enumerate(spans)]
        return [tuple(one) for one in modules["merge"].left(start, end, sounds(given))]

    def as_the_rules_say():
        return all(merged(rows, wide) == _merged(rows, wide) for wide in (0, gap))

    def overlaps():
        return small((0, 5), (3, 9), (20, 30)) == [(0, 9, 2), (20, 30, 1)] and merged([]) == []

    def touching():
        return small((5, 9), (0, 5), (9, 10)) == [(0, 10, 3)] and small((0, 5), (6, 9)) == [(0, 5, 1), (6, 9, 1)]

    def inside():
        return small((0, 50), (10, 20), (30, 60), (61, 70)) == [(0, 60, 3), (61, 70, 1)] and small(
            (0, 50), (10, 20), (40, 45)
        ) == [(0, 50, 3)]

    def gaps():
        spans = (0, 5), (8, 9), (13, 14)
        return [small(*spans, gap=wide) for wide in (2, 3, 4)] == [
            [(0, 5, 1), (8, 9, 1), (13, 14, 1)],
            [(0, 9, 2), (13, 14, 1)],
            [(0, 14, 3)],
        ]

    def clicks():
        return [small((3, 3), (0, 9)), small((9, 9), (0, 9)), small((0, 0), (0, 9)), small((4, 4), (4, 4), (7, 7))] == [
            [(0, 9, 2)],
            [(0, 9, 2)],
            [(0, 9, 2)],
            [(4, 4, 2), (7, 7, 1)],
        ] and small((0, 3), (5, 5), (7, 9), gap=2) == [(0, 9, 3)]

    def ids():
        given = [("b", "owl", 0, 9), ("a", "owl", 0, 9), ("c", "owl", 0, 4), ("d", "owl", 0, 0), ("0", "owl", 2, 3)]
        return merged(given) == [("owl", 0, 9, ("d", "c", "a", "b", "0"))]

    def kinds():
        given = [
            ("a", "owl", 0, 5),
            ("b", "frog", 4, 9),
            ("c", "owl", 5, 7),
            ("d", "frog", 0, 5),
            ("e", "chainsaw", 0, 9),
        ]
        return merged(given) == [("owl", 0, 7, ("a", "c")), ("chainsaw", 0, 9, ("e",)), ("frog", 0, 9, ("d", "b"))]

    def order():
        found = merged(rows, gap)
        return (
            merged(draw.sample(rows, len(rows)), gap)
            == found
            == sorted(found, key=lambda one: (one[1], one[2], one[0]))
        )

    def all_kept():
        return sorted(id for one in merged(rows, gap) for id in one[3]) == sorted(row[0] for row in rows)

    def quiet():
        return [
            left(0, 10),
            left(0, 10, (2, 4), (3, 6)),
            left(0, 10, (0, 4), (4, 10)),
            left(5, 20, (0, 7), (18, 30)),
        ] == [
            [(0, 10)],
            [(0, 2), (6, 10)],
            [],
            [(7, 18)],
        ] and left(3, 3) == []

    def quiet_within():
        return [
            left(0, 20, (2, 15), (3, 5), (17, 18)),
            left(10, 20, (0, 30)),
            left(10, 20, (0, 10), (20, 30), (1, 3)),
        ] == [
            [(0, 2), (15, 17), (18, 20)],
            [],
            [(10, 20)],
        ]

    def quiet_and_clicks():
        return [
            left(0, 10, (4, 4)),
            left(0, 10, (0, 0), (10, 10)),
            left(0, 10, (2, 6), (4, 4), (6, 6)),
            left(0, 10, (20, 20)),
        ] == [
            [(0, 4), (4, 10)],
            [(0, 10)],
            [(0, 2), (6, 10)],
            [(0, 10)],
        ]

    def quiet_drawn():
        for _ in range(4):
            given = draw.sample(rows, 12)
            start = draw.randrange(1_200)
            end = start + draw.randrange(1_200)
            if [tuple(one) for one in modules["merge"].left(start, end, sounds(given))] != _left(start, end, given):
                return False
        return True

    claims = {
        "stretches_as_the_rules_say": as_the_rules_say,
        "what_overlaps_is_one": overlaps,
        "what_touches_is_one": touching,
        "a_short_one_inside_ends_nothing": inside,
        "what_is_near_is_one": gaps,
        "a_click_is_a_sound": clicks,
        "ids_in_their_order": ids,
        "kinds_do_not_matter_to_each_other": kinds,
        "order_does_not_matter": order,
        "each_sound_is_in_one_stretch": all_kept,
        "quiet_is_what_is_left": quiet,
        "quiet_beside_long_ones": quiet_within,
        "a_click_ends_quiet": quiet_and_clicks,
        "quiet_on_drawn_sounds": quiet_drawn,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _merged(rows, gap):
    """By the rules alone: join two groups as long as two of their sounds are near enough."""
    groups = [[row] for row in rows]
    for row in rows:
        near = [
            group
            for group in groups
            if any(one[1] == row[1] and max(one[2], row[2]) - min(one[3], row[3]) <= gap for one in group)
        ]
        groups = [group for group in groups if group not in near] + [[one for group in near for one in group]]
    found = []
    for group in groups:
        group.sort(key=lambda row: (row[2], row[3], row[0]))
        found.append((group[0][1], group[0][2], max(row[3] for row in group), tuple(row[0] for row in group)))
    return sorted(found, key=lambda one: (one[1], one[2], one[0]))


def _left(start, end, rows):
    """Between two neighbouring times at which anything changes it is quiet or not."""
    cuts = sorted({start, end, *(time for row in rows for time in row[2:] if start < time < end)})
    clicks = {row[2] for row in rows if row[2] == row[3]}
    found = []
    for first, last in zip(cuts, cuts[1:]):
        if any(row[2] <= first and last <= row[3] for row in rows):
            continue
        if found and found[-1][1] == first and first not in clicks:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

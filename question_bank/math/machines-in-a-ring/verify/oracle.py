# hiretool-canary-0dab2482-fdea-4681-87c6-74456a7820fd
"""The same values from pieces that are handed on until all machines hold all, and from a timetable of stages."""

from fractions import Fraction
from functools import cache


@cache
def _handed_on(machines):
    """Rounds, and pieces that one machine gives out, until each machine holds every piece summed over all."""
    # held[machine][piece]: whose slopes are in it, as the bits of a number.
    held = [[1 << machine] * machines for machine in range(machines)]
    rounds, given, full = 0, 0, (1 << machines) - 1
    while any(of != full for pieces in held for of in pieces):
        going = [(machine, (machine - rounds) % machines) for machine in range(machines)]
        sent = [(machine, piece, held[machine][piece]) for machine, piece in going]
        for machine, piece, of in sent:
            # What comes in is added, or is a full sum and takes the place.
            held[(machine + 1) % machines][piece] |= of
        rounds, given = rounds + 1, given + 1
    return rounds, given


def _waiting(stages, parts):
    """Share of turns in which a stage has nothing to do, by a timetable."""
    done = [[0] * (parts + 1) for _ in range(stages + 1)]
    for stage in range(1, stages + 1):
        for part in range(1, parts + 1):
            done[stage][part] = max(done[stage - 1][part], done[stage][part - 1]) + 1
    turns = done[stages][parts]
    return Fraction(turns - parts, turns)


def answer(params):
    """Values from handing on and from timetables."""
    size = Fraction(2 * 10**9 * params["weights"])
    speed = params["speed"] * 10**9

    def ring(machines):
        rounds, given = _handed_on(machines)
        piece = size / machines
        return rounds, given * piece, sum((piece / speed for _ in range(rounds)), Fraction(0))

    def step(machines):
        return Fraction(params["alone"], machines) + ring(machines)[2]

    rounds, sent, seconds = ring(params["machines"])
    comes_in = sum((size / speed for machine in range(params["machines"]) if machine > 0), Fraction(0))
    parts = 1
    while 100 * _waiting(params["stages"], parts) > params["most_idle"]:
        parts += 1
    return {
        "rounds": Fraction(rounds),
        "sent": sent,
        "ring": seconds,
        "centre": comes_in + comes_in,
        "faster": params["alone"] / step(params["machines"]),
        "faster_more": params["alone"] / step(params["more"]),
        "idle": _waiting(params["stages"], params["split"]),
        "parts": Fraction(parts),
    }

# hiretool-canary-c2c3aabe-627a-4079-a74a-09d303642538
"""The same values from tickets, and from the slopes of the likelihood.

A step changes the share by share(1 - share) times the mean slope of the log of what was seen, and a chance likewise. The
likelihood of one is a straight line in the share and a cubic in a chance, so slopes from differences are exact.
"""

from fractions import Fraction
from itertools import product

STEP = Fraction(1, 1000)


def _seen(good, share, low, high):
    """How likely this row of three is, by going through its parts."""
    of_a, of_b = share, 1 - share
    for part in range(3):
        of_a *= low if part < good else 1 - low
        of_b *= high if part < good else 1 - high
    return of_a + of_b


def _slope(good, guess, which):
    """Slope of the log of what was seen, by one of the three numbers guessed."""
    near = {}
    for move in (-2, -1, 1, 2):
        moved = list(guess)
        moved[which] += move * STEP
        near[move] = _seen(good, *moved)
    slope = (near[-2] - 8 * near[-1] + 8 * near[1] - near[2]) / (12 * STEP)
    return slope / _seen(good, *guess)


def _tickets(guess):
    """Counted rows of three by how many are good: those of sort A, and all."""
    whole = 1
    for number in guess:
        whole *= number.denominator
    found = {good: [0, 0] for good in range(4)}
    share, *chances = (int(number * whole) for number in guess)
    for of_a in (True, False):
        chance = chances[0] if of_a else chances[1]
        for row in product((True, False), repeat=3):
            weight = share if of_a else whole - share
            for good in row:
                weight *= chance if good else whole - chance
            found[sum(row)][0] += weight * of_a
            found[sum(row)][1] += weight
    return {good: Fraction(of_a, both) for good, (of_a, both) in found.items()}


def answer(params):
    """Values from tickets, slopes and piles."""
    guess = [Fraction(params[name]) for name in ("share", "low", "high")]
    rows = [good for good, count in enumerate(params["counts"]) for _ in range(count)]
    slopes = [{good: _slope(good, guess, which) for good in range(4)} for which in range(3)]
    moved = []
    for which, number in enumerate(guess):
        push = sum(slopes[which][good] for good in rows) / len(rows)
        room = number * (1 - number)
        # A chance is moved by the parts of its own sort only.
        own = 1 if which == 0 else 3 * (moved[0] if which == 1 else 1 - moved[0])
        moved.append(number + room * push / own)
    tickets = _tickets(guess)
    piles = {True: [], False: []}
    for good in rows:
        piles[2 * tickets[good] > 1] += [1] * good + [0] * (3 - good)
    parts = piles[True] + piles[False]
    return {
        **{name: tickets[good] for good, name in enumerate(("of_none", "of_one", "of_two", "of_three"))},
        "share": moved[0],
        "low": moved[1],
        "high": moved[2],
        "overall": Fraction(sum(parts), len(parts)),
        "apart_low": Fraction(sum(piles[True]), len(piles[True])),
        "apart_high": Fraction(sum(piles[False]), len(piles[False])),
    }

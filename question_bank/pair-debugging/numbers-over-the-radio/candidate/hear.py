"""Which numbers a call may have been, and the chance of each. It goes moment by moment."""

from collections import defaultdict

from calls import NONE


def step(kept, moment):
    """The numbers so far after one more moment.

    Each has two chances: that no digit sounds now, and that its last digit does.
    """
    quiet, sounding = defaultdict(float), defaultdict(float)
    for number, (before_quiet, before_sounding) in kept.items():
        before = before_quiet + before_sounding
        for sign, chance in moment.items():
            if sign == NONE:
                quiet[number] += before * chance
            elif number.endswith(sign):
                sounding[number] += before_sounding * chance
                sounding[number + sign] += before_quiet * chance
            else:
                sounding[number + sign] += before * chance
    return {number: (quiet.get(number, 0.0), sounding.get(number, 0.0)) for number in {**quiet, **sounding}}


def likeliest(kept, width):
    """The `width` numbers with the largest chance, the largest first."""
    order = sorted(kept, key=lambda number: (-sum(kept[number]), number))
    return {number: kept[number] for number in order[:width]}


def numbers(moments, width):
    """[(number, chance)] of what is left of a call after its last moment, the likeliest first."""
    kept = {"": (1.0, 0.0)}
    for moment in moments:
        kept = likeliest(step(kept, moment), width)
    return [(number, sum(both)) for number, both in kept.items()]

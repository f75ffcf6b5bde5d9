# hiretool-canary-bf92376a-27a5-4523-9f83-212d9a9716f4
"""Seed -> the numbers in the prompt, and the calls that the candidate receives."""

import random
from collections import defaultdict
from functools import lru_cache
from itertools import product

FAULTS = ("twice", "known", "ways")
NONE, SURE, WIDTH = "-", 0.6, 100_000
ALIKE = {"5": "9", "9": "5", "2": "3", "3": "2", "7": "1", "1": "7", "0": "8", "8": "0", "4": "6", "6": "4"}


def _call(rng):
    """(number that was said, [{sign: thousandths} for each moment])."""
    number = [rng.choice("0123456789")]
    while len(number) < rng.choice((2, 3, 3)):
        number.append(number[-1] if rng.random() < 0.3 else rng.choice("0123456789"))
    said = []
    for place, digit in enumerate(number):
        if said and (said[-1] == digit or rng.random() < 0.4):
            said.append(NONE)
        said += [digit] * rng.choice((1, 1, 2)) if place else [digit]
    moments = []
    for place, sign in enumerate(said):
        near = [one for one in said[max(0, place - 1) : place + 2] if one != sign]
        others = [one for one in dict.fromkeys([*near, NONE, ALIKE.get(sign, number[0])]) if one != sign]
        others = rng.sample(others, min(len(others), rng.choice((1, 1, 2))))
        shares = [rng.randint(60, 260) for _ in others]
        moments.append({sign: 1000 - sum(shares), **dict(zip(others, shares, strict=True))})
    quiet = rng.randint(650, 950)
    moments.append({NONE: quiet, said[-1]: 1000 - quiet})
    return "".join(number), moments


@lru_cache(maxsize=8)
def calls(seed):
    """{call: (number that was said, moments)}."""
    rng = random.Random(f"{seed} radio")
    return {f"c{number:02}": _call(rng) for number in range(1, rng.randint(18, 26))}


def heard(moments, width=WIDTH):
    """([(number, chance)], gap), the likeliest first. What is kept apart is what was written and what came last.

    The gap is the least between the last number that is kept and the first that is not.
    """
    kept, gap = {("", NONE): 1.0}, 1.0
    for moment in moments:
        grown = defaultdict(float)
        for (number, last), chance in kept.items():
            for sign, share in moment.items():
                written = number if sign in (NONE, last) else number + sign
                grown[written, sign] += chance * share / 1000
        totals = defaultdict(float)
        for (number, _), chance in grown.items():
            totals[number] += chance
        order = sorted(totals, key=lambda number: (-totals[number], number))
        if len(order) > width:
            gap = min(gap, totals[order[width - 1]] - totals[order[width]])
        order = order[:width]
        left = set(order)
        kept = {state: chance for state, chance in grown.items() if state[0] in left}
    return [(number, totals[number]) for number in order], gap


def listed(moments):
    """{number: chance} from a list of all ways in which a call may have gone."""
    found = defaultdict(float)
    for way in product(*(moment.items() for moment in moments)):
        written, last, chance = "", NONE, 1.0
        for sign, share in way:
            if sign not in (NONE, last):
                written += sign
            last, chance = sign, chance * share / 1000
        found[written] += chance
    return dict(found)


@lru_cache(maxsize=8)
def right(seed):
    """{call: (likeliest number, its chance)}."""
    return {call: heard(moments)[0][0] for call, (_, moments) in calls(seed).items()}


def _told(moments, fault):
    """The chance that the likeliest number of a call has with a fault."""
    kept = {"": (1.0, 0.0)}
    for moment in moments:
        grown = defaultdict(lambda: [0.0, 0.0])
        for number, (quiet, sounding) in kept.items():
            for sign, share in moment.items():
                chance = share / 1000
                if sign == NONE:
                    grown[number][0] += (quiet + sounding) * chance
                elif number.endswith(sign) and fault == "twice":
                    grown[number][1] += (quiet + sounding) * chance
                elif number.endswith(sign):
                    grown[number][1] += sounding * chance
                    grown[number + sign][1] += quiet * chance
                elif fault != "known" or number + sign not in kept:
                    grown[number + sign][1] += (quiet + sounding) * chance
        kept = grown
    return max(max(both) if fault == "ways" else sum(both) for both in kept.values())


def generate(seed):
    """Numbers that appear in the prompt. The pencil is for a call that the fault changes."""
    answers = right(seed)
    chances = [chance for _, chance in answers.values()]
    ways = {call: _ways(moments) for call, (_, moments) in calls(seed).items()}
    fault = FAULTS[seed % 3]
    hit = [call for call in ways if abs(_told(calls(seed)[call][1], fault) - answers[call][1]) > 0.005]
    pencil = min(hit, key=lambda call: abs(ways[call] - 70))
    return {
        "fault": fault,
        "calls": len(answers),
        "mean": round(100 * sum(chances) / len(chances), 2),
        "again": sum(chance < SURE for chance in chances),
        "ways": sum(ways.values()),
        "pencil": pencil,
        "first": answers[pencil][0],
        "chance": round(100 * answers[pencil][1], 2),
        "sheet": ways[pencil],
    }


def _ways(moments):
    count = 1
    for moment in moments:
        count *= len(moment)
    return count


def put(path, made):
    """Put calls into a file."""
    rows = ["call,moment,sign,thousandths"]
    for call, (_, moments) in made.items():
        for number, moment in enumerate(moments, 1):
            rows += [f"{call},{number},{sign},{share}" for sign, share in moment.items()]
    path.write_text("\n".join(rows) + "\n")


def write(folder, seed):
    """Put data/calls.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    put(folder / "data" / "calls.csv", calls(seed))

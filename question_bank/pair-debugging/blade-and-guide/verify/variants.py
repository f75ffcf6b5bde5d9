# hiretool-canary-d65808e8-266c-4be9-ada2-0cf7505d2109
"""Seed -> the numbers in the prompt, and the pieces and touches that the candidate receives."""

from functools import lru_cache

import numpy as np

FAULTS = ("hop", "moment", "joined")
LENGTH, HOP, LOUD = 0.16, 0.02, 1000


def _touches(rng, seconds):
    """(from, to) in whole milliseconds, none a multiple of 10, so that no frame is touched for exactly a half.

    The nearest sample is less than 1 ms away: labels may be reckoned from it or from the 20 ms. One in six is short.
    """
    made, now = [], rng.uniform(0.3, 1)
    while now < seconds:
        start = end = 0
        while start % 10 == 0 or end % 10 == 0 or end - start == 1000 * LENGTH / 2:
            start = round(1000 * now) + int(rng.integers(10))
            end = start + int(rng.integers(30, 150) if rng.random() < 1 / 6 else rng.integers(400, 1600))
        made.append([start / 1000, end / 1000])
        now = end / 1000 + rng.uniform(0.5, 1.6)
    return np.array(made)


@lru_cache(maxsize=4)
def recordings(seed):
    """([(recording, start, rate, signal)], array of touches)."""
    rng = np.random.default_rng([seed, 1])
    clock, pieces = 0.0, []
    for number in range(4):
        # multiples of 0.4, so that no frame begins half-way between two samples; far enough from whole steps of 20 ms
        step = int(rng.choice((16, 17))) + int(rng.choice((-1, 1))) * rng.uniform(0.25, 0.42)
        rate = round(round(step / HOP / 0.4) * 0.4, 1)
        for _ in range(3):
            count = int(rng.integers(5 * 825, 9 * 825))
            pieces.append((f"box {number + 1}", round(clock, 2), rate, count))
            clock = np.ceil(100 * (clock + count / rate)) / 100 + round(rng.uniform(0.03, 0.08), 2)
        clock += int(rng.integers(40, 90))
    touches = _touches(rng, clock)
    height = rng.uniform(1600, 3000, len(touches))
    made = []
    for name, start, rate, count in pieces:
        times = start + np.arange(count) / rate
        here = np.searchsorted(touches[:, 0], times, side="right") - 1
        closed = (here >= 0) & (times < touches[here, 1])
        hum = 250 * np.sin(2 * np.pi * 25 * times) + rng.normal(0, 260, count)
        signal = hum + closed * height[here] * np.sin(2 * np.pi * rng.uniform(180, 320) * times)
        made.append((name, start, rate, np.rint(signal).astype(np.int16)))
    return made, touches


def frames(pieces, touches):
    """(loudness, touched) frame by frame, from running sums; no frame is ever cut out."""
    edges = touches.ravel()
    closed = np.concatenate([[0, 0], np.cumsum(np.diff(edges) * (np.arange(len(edges) - 1) % 2 == 0))])
    loud, touched = [np.empty(0)], [np.empty(0, bool)]
    for _, start, rate, signal in pieces:
        size = round(LENGTH * rate)
        sums = np.concatenate([[0], np.cumsum(signal.astype(np.int64) ** 2)])
        hops = range(int(len(signal) / HOP / rate) + 2)
        first = np.array([at for hop in hops if (at := round(hop * HOP * rate)) + size <= len(signal)], int)
        begin = start + HOP * np.arange(len(first))
        loud.append(((sums[first + size] - sums[first]) / size) ** 0.5)
        until = [np.interp(at, np.concatenate([[edges[0] - 1], edges]), closed) for at in (begin, begin + LENGTH)]
        touched.append(until[1] - until[0] > LENGTH / 2)
    return np.concatenate(loud), np.concatenate(touched)


@lru_cache(maxsize=4)
def all_frames(seed):
    """The same of a seed's recordings."""
    return frames(*recordings(seed))


def right(seed, loud=LOUD):
    """(share of touched frames that are loud, share of the others)."""
    heard, touched = all_frames(seed)
    return float((heard[touched] > loud).mean()), float((heard[~touched] > loud).mean())


def generate(seed):
    """Numbers that appear in the prompt."""
    pieces, _ = recordings(seed)
    _, touched = all_frames(seed)
    with_touch, without = right(seed)
    return {
        "fault": FAULTS[seed % 3],
        "pieces": len(pieces),
        "seconds": round(sum(len(signal) / rate for _, _, rate, signal in pieces)),
        "with_touch": round(100 * with_touch, 2),
        "without": round(100 * without, 2),
        "frames": len(touched),
        "touched": int(touched.sum()),
    }


def put(folder, pieces, touches):
    """Put these into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["piece,recording,start,rate"]
    for number, (name, start, rate, _) in enumerate(pieces, 1):
        rows.append(f"p{number:02},{name},{start:.2f},{rate:.1f}")
    (folder / "pieces.csv").write_text("\n".join(rows) + "\n")
    np.savez(folder / "signals.npz", **{f"p{number:02}": one[3] for number, one in enumerate(pieces, 1)})
    lines = ["from,to", *(f"{a:.3f},{b:.3f}" for a, b in touches)]
    (folder / "touches.csv").write_text("\n".join(lines) + "\n")


def write(folder, seed):
    """Put data/ into `folder`."""
    put(folder / "data", *recordings(seed))

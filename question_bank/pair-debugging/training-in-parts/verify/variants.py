# hiretool-canary-f019eda1-4441-471e-8300-4c360cd64ea4
"""Seed -> the numbers in the prompt, and the recordings that the candidate receives."""

import numpy as np

STATES = 3


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "recordings": 48 * int(rng.integers(5, 8)) - int(rng.integers(1, 20)),
        "part": int(rng.choice([4, 5, 6, 7])),
        "bands": int(rng.integers(6, 10)),
    }


def _recordings(facts, count, rng, centres):
    """Short recordings were made on an alarm and heard to the end; long ones are routine."""
    made = []
    for _ in range(count):
        alarm = rng.random() < 0.5
        seconds = int(rng.integers(4, 9)) if alarm else int(rng.integers(30, 61))
        wanted = [0.25, 0.20, 0.55] if alarm else [0.55, 0.42, 0.03]
        states = np.repeat(rng.choice(STATES, -(-seconds // 4), p=wanted), 4)[:seconds]
        sound = centres[states] + rng.normal(0, 1.4, (seconds, facts["bands"]))
        labelled = rng.random(seconds) < (1.0 if alarm else 0.8)
        labelled[0] = True
        made.append((sound, np.where(labelled, states, -1)))
    return made


def hives(seed):
    """Training and held-out recordings as lists of (sound, states)."""
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    centres = rng.normal(0, 1, (STATES, facts["bands"]))
    centres *= 1.6 / np.linalg.norm(centres, axis=1, keepdims=True)
    return _recordings(facts, facts["recordings"], rng, centres), _recordings(facts, 120, rng, centres)


def write(folder, seed):
    """Put data/training.npz and data/heldout.npz into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, made in zip(("training", "heldout"), hives(seed), strict=True):
        sound, states = (np.concatenate(column) for column in zip(*made, strict=True))
        np.savez(folder / "data" / f"{name}.npz", sound=sound, states=states, seconds=[len(part) for _, part in made])

# hiretool-canary-ea3b90e1-8201-4ec8-8d24-db1910ae45f2
"""Seed -> the numbers in the prompt, and the letters that the candidate receives."""

from functools import lru_cache

import numpy as np

FAULTS = ("bias", "rows", "rate")
NAMES = ["archive", "building", "parks", "registry", "roads", "schools", "water"]
OWN = {
    "archive": "deed chronicle map estate parish copy",
    "building": "permit facade storey extension roof plan",
    "parks": "bench tree playground mowing pond lawn",
    "registry": "passport marriage birth certificate moving name",
    "roads": "pothole crossing lamp kerb bus sign",
    "schools": "pupil class teacher lunch holiday desk",
    "water": "meter pipe drain bill pressure hydrant",
}
COMMON = (
    "street number week office form answer please neighbour date house request letter photo reply thanks family".split()
)


@lru_cache(maxsize=8)
def letters(seed):
    """(department, words) of each letter, in the order in which they were filed: by department."""
    rng = np.random.default_rng([seed, 1])
    names = sorted(rng.choice(NAMES, int(rng.integers(4, 6)), replace=False).tolist())
    shares = np.array([0.55, 0.2, 0.13, 0.08, 0.04][: len(names)])
    shares = rng.permutation(shares / shares.sum())
    counts = np.maximum((shares * rng.integers(230, 320)).round().astype(int), 6)
    made = []
    for name, count in zip(names, counts.tolist(), strict=True):
        own = OWN[name].split()
        others = [word for other in names if other != name for word in OWN[other].split()]
        for _ in range(count):
            picked = rng.choice(own, int(rng.integers(1, 3)), replace=False).tolist()
            picked += rng.choice(others, int(rng.integers(0, 2)), replace=False).tolist()
            picked += rng.choice(COMMON, int(rng.integers(3, 6)), replace=False).tolist()
            made.append((name, picked))
    return made, names


def arrays(seed):
    made, names = letters(seed)
    words = sorted({word for _, text in made for word in text})
    x = np.array([[float(word in text) for word in words] for _, text in made])
    return x - x.mean(axis=0), np.array([names.index(name) for name, _ in made])


@lru_cache(maxsize=8)
def other_program(seed, epochs=12):
    """Loss after training by the same rules, written another way: one matrix with a column of ones, one-hot targets."""
    x, y = arrays(seed)
    rng = np.random.default_rng([seed, 2])
    x = np.column_stack([x, np.ones(len(y))])
    hot = np.eye(y.max() + 1)[y]
    table = np.zeros((x.shape[1], hot.shape[1]))
    for epoch in range(epochs):
        for rows in np.array_split(rng.permutation(len(y)), range(32, len(y), 32)):
            score = np.exp(x[rows] @ table)
            table += 0.5 * 0.9**epoch * x[rows].T @ (hot[rows] - score / score.sum(axis=1, keepdims=True)) / len(rows)
    score = x @ table
    return float((np.log(np.exp(score).sum(axis=1)) - score[np.arange(len(y)), y]).mean())


def generate(seed):
    """Numbers that appear in the prompt."""
    made, names = letters(seed)
    counts = np.unique([name for name, _ in made], return_counts=True)[1]
    shares = counts / counts.sum()
    return {
        "fault": FAULTS[seed % 3],
        "letters": len(made),
        "departments": len(names),
        "frequencies": round(float(-(shares * np.log(shares)).sum()), 2),
        "other": round(other_program(seed), 2),
    }


def write(folder, seed):
    """Put data/letters.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = ["department,text"] + [f"{name},{' '.join(text)}" for name, text in letters(seed)[0]]
    (folder / "data" / "letters.csv").write_text("\n".join(lines) + "\n")

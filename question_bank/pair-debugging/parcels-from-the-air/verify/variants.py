# hiretool-canary-105d4334-5d56-4f2f-9d1a-72f716fb05ce
"""Seed -> the numbers in the prompt, and the drawings that the candidate receives."""

import json
import random
from functools import lru_cache

FAULTS = ("corner", "edge", "sides")
SIZE = (128, 128)


@lru_cache(maxsize=8)
def drawings(seed):
    """[{"width", "height", "boxes", "names"}]: parcels in a grid that does not quite keep to its lines."""
    rng = random.Random(f"{seed} parcels")
    width, height = rng.choice([(96, 64), (100, 72), (84, 60), (110, 70), (64, 96), (72, 100)])
    made = []
    for _ in range(rng.randint(34, 44)):
        across, down = rng.randint(3, 5), rng.randint(3, 4)
        boxes = []
        for column in range(across):
            for row in range(down):
                if rng.random() < 0.12:
                    continue
                x, y = width * column // across, height * row // down
                boxes.append([x + rng.randint(1, 3), y + rng.randint(1, 3)])
                boxes[-1] += [x + width // across - rng.randint(1, 4), y + height // down - rng.randint(1, 4)]
        names = rng.sample(range(101, 999), len(boxes))
        made.append({"width": width, "height": height, "boxes": boxes, "names": names})
    return made


def right(drawing, change, size=SIZE):
    """{name: box} after the change: each edge by itself, from the pixels that the cut takes."""
    first = round(change.left * drawing["width"]), round(change.top * drawing["height"])
    last = (
        round((change.left + change.width) * drawing["width"]),
        round((change.top + change.height) * drawing["height"]),
    )
    found = {}
    for box, name in zip(drawing["boxes"], drawing["names"], strict=True):
        edges, shares = [], 1.0
        for side in (0, 1):
            low, high = max(box[side], first[side]), min(box[side + 2], last[side])
            shares *= max(0, high - low) / (box[side + 2] - box[side])
            if side == 0 and change.mirrored:
                low, high = first[0] + last[0] - high, first[0] + last[0] - low
            edges.append([(edge - first[side]) * size[side] / (last[side] - first[side]) for edge in (low, high)])
        if shares >= 0.37:
            found[name] = [edges[0][0], edges[1][0], edges[0][1], edges[1][1]]
    return found


def generate(seed):
    """Numbers that appear in the prompt."""
    made = drawings(seed)
    return {
        "fault": FAULTS[seed % 3],
        "pictures": len(made),
        "boxes": sum(len(drawing["boxes"]) for drawing in made),
        "wide": made[0]["width"],
        "tall": made[0]["height"],
    }


def write(folder, seed):
    """Put data/parcels.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "parcels.json").write_text(json.dumps(drawings(seed)))

# hiretool-canary-e51fd555-35bb-4806-83a1-cc1a6ce279e8
"""Rows sent to one of several small sums by a chooser that learns along -> who gets how many, and the error."""

import numpy as np


def chances(x, chooser):
    z = x @ chooser
    p = np.exp(z - z.max(2, keepdims=True))
    return p / p.sum(2, keepdims=True)


class World:
    """Machines, each with a place of its own among the measurements and a law of its own; `runs` of them side by side."""

    def __init__(self, rng, fact, shares):
        self.shares = np.array(shares) / np.sum(shares)
        shape = (fact["runs"], len(shares), fact["measurements"])
        places = rng.normal(size=shape)
        self.places = fact["far"] * places / np.linalg.norm(places, axis=2, keepdims=True)
        self.laws = rng.normal(size=shape)
        self.at = np.arange(fact["runs"])[:, None]

    def training(self, fact, alone):
        """The rows of each step, the same for every way of training."""
        rng = np.random.default_rng(6)
        return [self.rows(rng, fact["rows"], alone) for _ in range(fact["steps"])]

    def rows(self, rng, many, alone=False):
        """Machine, measurements and a one, answer. `alone`: all rows of a step are from one machine."""
        steps = np.cumsum(self.shares)[:-1]
        kind = np.searchsorted(steps, rng.random((len(self.at), 1 if alone else many)), side="right")
        kind = np.broadcast_to(kind, (len(self.at), many))
        own = rng.normal(size=(*kind.shape, self.places.shape[2]))
        x = np.ones((*kind.shape, own.shape[2] + 1))
        x[..., :-1] = self.places[self.at, kind] + own
        return kind, x, np.einsum("smd,smd->sm", self.laws[self.at, kind], own)


def added(a, b):
    return np.einsum("smp,smp->sm", a, b)


def trained(fact, steps, strength, parts, offset=0.0):
    rng = np.random.default_rng(8)
    shape = (fact["runs"], fact["measurements"] + 1, parts)
    sums, chooser = (fact[k] * rng.normal(size=shape) for k in ("start_sums", "start_chooser"))
    push, rows = np.zeros((fact["runs"], 1, parts)), fact["rows"]
    for _, x, y in steps:
        p = chances(x, chooser)
        wish = p * np.exp(push) if offset else p
        taken = (wish == wish.max(2, keepdims=True)).astype(float)
        said, chance = added(x @ sums, taken), added(p, taken)
        miss = chance * said - y
        load = taken.mean(1, keepdims=True)
        slope = (taken - p) * (chance * miss * said)[..., None]
        if strength:
            heavy = strength * parts * load
            slope += p * (heavy - (p @ heavy.swapaxes(1, 2)))
        back = x.swapaxes(1, 2) / rows
        sums -= fact["step"] * (back @ ((miss * chance)[..., None] * taken))
        chooser -= fact["step_chooser"] * (back @ slope)
        push += offset * np.sign(1 / parts - load)
    return sums, chooser, push


def judged(fact, world, sums, chooser, push):
    rng = np.random.default_rng(7)
    kind, x, y = world.rows(rng, fact["tried"])
    p = chances(x, chooser)
    wish = p * np.exp(push)
    taken = wish == wish.max(2, keepdims=True)
    chance = (p * taken).sum(2)
    wrong, least = (chance * ((x @ sums) * taken).sum(2) - y) ** 2, y**2
    # In use: rows come in lots, and a part that is full turns away those that come later.
    lots = taken.reshape(fact["runs"], -1, fact["rows"], taken.shape[2])
    fits = ((np.cumsum(lots, 2) * lots).sum(3) <= fact["full"] * fact["rows"] / taken.shape[2]).reshape(kind.shape)
    late = np.where(fits, wrong, least)
    share = taken.mean(1)
    first, last = kind == 0, kind >= len(world.shares) // 2
    of_first = (taken * first[..., None]).sum(1) / first.sum(1, keepdims=True)
    out = {
        "in_use": (share > 0.01).sum(1),
        "fullest": 100 * share.max(1),
        "chance": 100 * chance.mean(1),
        "parts_for_first": 1 / (of_first**2).sum(1),
        "turned_away": 100 * (~fits).mean(1),
    }
    for name, which in (("", np.ones_like(first)), ("_first", first), ("_last", last)):
        out["error" + name] = 100 * (wrong * which).sum(1) / (least * which).sum(1)
        out["error_full" + name] = 100 * (late * which).sum(1) / (least * which).sum(1)
    return out


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    out = {}
    for name, shares in fact["shares"].items():
        world = World(np.random.default_rng(2), fact, shares)
        parts, mixed = fact["parts"], world.training(fact, False)
        alone = world.training(fact, True) if name == "even" else None
        ways = {f"strength_{s}": dict(strength=s, parts=parts) for s in fact["strengths"]}
        if name == "even":
            ways["one_part"] = dict(strength=0, parts=1)
            for s in fact["strengths"][:2]:
                ways[f"alone_{s}"] = dict(strength=s, parts=parts, steps=alone)
                ways[f"sixteen_{s}"] = dict(strength=s, parts=2 * parts)
        else:
            ways["offset"] = dict(strength=0, parts=parts, offset=fact["offset"])
        for label, way in ways.items():
            for key, value in judged(fact, world, *trained(fact, **{"steps": mixed, **way})).items():
                out[f"{name}_{label}_{key}"] = float(np.mean(value))
                if key == "error":
                    out[f"{name}_{label}_spread"] = float(np.std(value))
    return out

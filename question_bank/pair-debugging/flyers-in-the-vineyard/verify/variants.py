# hiretool-canary-b4647ec1-a025-422a-a494-d9f4c3f35082
"""Seed -> the numbers in the prompt, and the recordings that the candidate receives."""

from functools import lru_cache

import numpy as np

COLUMNS = ["pitch", "second_tone", "third_tone", "swing", "fading"]
BEFORE, PEST = ["bark-beetle", "crane-fly", "earwig", "fruit-fly", "fungus-gnat"], "grape-moth"
AFTER = ["hoverfly", "lacewing", "ladybird", "leafhopper", "march-fly", "wasp"]
VINEYARDS = ["Altenberg", "Birnau", "Collina", "Dorado", "Eisfeld", "Fontana", "Grimaud", "Hasel", "Istria", "Juval"]


@lru_cache(maxsize=32)
def facts(seed):
    """Species in the order of the alphabet, vineyards, and which species each of them lacks."""
    rng = np.random.default_rng([seed, 1])
    before = sorted(BEFORE[place] for place in rng.choice(5, 2, replace=False).tolist())
    after = sorted(AFTER[place] for place in rng.choice(6, 3, replace=False).tolist())
    places = sorted(VINEYARDS[place] for place in rng.choice(10, 5, replace=False).tolist())
    # Two have them all; the others lack one: before the moth, after it, and the last of all.
    lacking = [None, None, before[int(rng.integers(2))], after[int(rng.integers(2))], after[2]]
    order = rng.permutation(5).tolist()
    return {
        "species": [*before, PEST, *after],
        "lacking": {places[place]: lacking[at] for place, at in enumerate(order)},
    }


def _drawn(rng, means, number, count):
    """Insects of one species, as they are written."""
    noise = rng.normal(0, 1, (count, len(COLUMNS)))
    noise[:, 1] += 0.5 * noise[:, 0]
    scale, level = [22, 6, 4, 0.5, 1.5], [180, 40, 22, 3, 9]
    return (np.array(level) + np.array(scale) * (means[number] + 0.5 * noise)).round(2)


@lru_cache(maxsize=8)
def recorded(seed):
    """{folder: {species: insects}} and {vineyard: (insects of a night, their numbers in the order of the alphabet)}."""
    told, rng = facts(seed), np.random.default_rng([seed, 2])
    names = told["species"]
    means = rng.normal(0, 1.15, (len(names), len(COLUMNS)))
    folders = {}
    for folder, low, high in (("laboratory", 60, 90), ("laboratory_later", 20, 35)):
        folders[folder] = {name: _drawn(rng, means, at, int(rng.integers(low, high))) for at, name in enumerate(names)}
    nights = {}
    for place, lacking in told["lacking"].items():
        counts = rng.integers(8, 24, len(names))
        present = [at for at, name in enumerate(names) if name != lacking]
        folders[f"vineyards/{place}"] = {names[at]: _drawn(rng, means, at, int(counts[at])) for at in present}
        often = rng.integers(5, 30, len(names))
        often[names.index(PEST)] = rng.integers(35, 60)
        numbers = rng.permutation(np.repeat(present, often[present]))
        nights[place] = np.array([_drawn(rng, means, at, 1)[0] for at in numbers.tolist()]), numbers
    return folders, nights


def learnt(named):
    """What a classifier keeps of {species: insects}: names, means, and the inverse of what they have in common."""
    names = sorted(named)
    means = np.array([named[name].mean(axis=0) for name in names])
    around = np.concatenate([named[name] - mean for name, mean in zip(names, means, strict=True)])
    return names, means, np.linalg.inv(np.cov(around.T, bias=True))


def nearest(kept, measured):
    """The name of each insect: the species whose mean is nearest, in units of what spreads within species."""
    names, means, inverse = kept
    apart = measured[:, None, :] - means[None, :, :]
    distances = np.einsum("nsi,ij,nsj->ns", apart, inverse, apart)
    return [names[number] for number in distances.argmin(axis=1).tolist()]


def share(kept, named):
    """Part of {species: insects} that is named as the biologist did."""
    pairs = [(name, found) for name in sorted(named) for found in nearest(kept, named[name])]
    return sum(name == found for name, found in pairs) / len(pairs)


def as_given(kept, place):
    """{name by hand: names told}, by the numbering of the place itself."""
    own = dict(enumerate(sorted(place)))
    found = {name: [kept[0].index(told) for told in nearest(kept, insects)] for name, insects in place.items()}
    return {name: [own.get(number, "other") for number in numbers] for name, numbers in found.items()}


def generate(seed):
    """Numbers that appear in the prompt."""
    told, (folders, nights) = facts(seed), recorded(seed)
    kept = learnt(folders["laboratory"])
    hit = next(place for place, lacking in told["lacking"].items() if lacking and lacking < PEST)
    whole = next(place for place, lacking in told["lacking"].items() if lacking is None)
    own = as_given(kept, folders[f"vineyards/{hit}"])
    at_hit = sum(names.count(name) for name, names in own.items()) / sum(map(len, own.values()))
    numbering = dict(enumerate(sorted(folders[f"vineyards/{hit}"])))
    night = [numbering.get(kept[0].index(found), "other") for found in nearest(kept, nights[hit][0])]
    later = share(kept, folders["laboratory_later"])
    at_whole = share(kept, folders[f"vineyards/{whole}"])
    sticky = int((nights[hit][1] == told["species"].index(PEST)).sum())
    if later < 0.85 or at_whole < 0.8 or at_hit > 0.5 or night.count(PEST) > 0.7 * sticky:
        return None
    return {
        "vineyards": len(told["lacking"]),
        "species": len(told["species"]),
        "later": round(100 * later),
        "whole": whole,
        "whole_percent": round(100 * at_whole),
        "hit": hit,
        "hit_percent": round(100 * at_hit),
        "moths": night.count(PEST),
        "sticky": sticky,
    }


def put(folder, named):
    """One file for each species."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, insects in named.items():
        table(folder / f"{name}.csv", insects)


def table(path, insects):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [",".join(COLUMNS), *(",".join(f"{value:.2f}" for value in row) for row in insects.tolist())]
    path.write_text("\n".join(lines) + "\n")


def write(folder, seed):
    """Put data/laboratory, laboratory_later, vineyards/* and nights/*.csv into `folder`."""
    folders, nights = recorded(seed)
    for name, named in folders.items():
        put(folder / "data" / name, named)
    for place, (insects, _) in nights.items():
        table(folder / "data" / "nights" / f"{place}.csv", insects)

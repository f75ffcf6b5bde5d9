# hiretool-canary-afeec30f-ef83-4f01-a7fc-e27289d8a851
"""Seed -> the numbers in the prompt, and the judgements and searches that the candidate receives."""

from functools import lru_cache

import numpy as np

K = 10
NAMES = [
    ("aster", "borage"),
    ("cedar", "damson"),
    ("elder", "fennel"),
    ("gorse", "hazel"),
    ("iris", "juniper"),
    ("kale", "larch"),
    ("mallow", "nettle"),
    ("olive", "poplar"),
    ("quince", "rowan"),
    ("sorrel", "thyme"),
]


@lru_cache(maxsize=8)
def trial(seed):
    """Judged passages, and what the plentiful and the sparing search returned, as places among a question's candidates."""
    rng = np.random.default_rng([seed, 1])
    questions = int(rng.integers(120, 161))
    pair = list(NAMES[int(rng.integers(len(NAMES)))])
    rng.shuffle(pair)
    threshold = float(rng.uniform(1.25, 1.45))
    shape = (questions, 26)
    useful = np.where(rng.random(questions) > 0.05, rng.integers(2, 12, questions), 0)
    grades = np.where(np.arange(26) < useful[:, None], 1 + np.searchsorted([0.45, 0.80], rng.random(shape)), 0)
    base = 0.65 * grades + rng.normal(0, 0.60, shape) + rng.normal(0, 0.45, (questions, 1))
    plenty = np.argsort(-(base + rng.normal(0, 0.55, shape)), axis=1)[:, :K]
    strict = base + rng.normal(0, 0.45, shape)
    order, counts = np.argsort(-strict, axis=1), np.minimum((strict > threshold).sum(axis=1), K).tolist()
    judged = (rng.random(shape) < 0.5) | (grades > 1)
    parts = []
    for row in range(questions):
        short = order[row, : counts[row]]
        # Archivists judged what either search returned, and some of the rest.
        judged[row, plenty[row]] = judged[row, short] = True
        parts.append(
            {"grades": grades[row], "judged": judged[row], "plenty": plenty[row].tolist(), "short": short.tolist()}
        )
    ids = [f"Q{number:03d}" for number in rng.choice(999, questions, replace=False) + 1]
    numbers = rng.integers(0, 3000, shape) + 3000 * np.arange(26)
    passages = [[f"p{number:05d}" for number in row] for row in rng.permuted(numbers, axis=1).tolist()]
    chance = rng.random((questions, 2))
    return {"pair": pair, "ids": ids, "passages": passages, "parts": parts, "chance": chance}


def tables(seed):
    """({question: {passage: grade}}, {search: {question: passages}}), as the project reads them; silence leaves no rows."""
    made = trial(seed)
    judged, found = {}, {name: {} for name in made["pair"]}
    for question, names, part in zip(made["ids"], made["passages"], made["parts"], strict=True):
        judged[question] = {names[at]: int(part["grades"][at]) for at in np.flatnonzero(part["judged"]).tolist()}
        for search, kind in zip(made["pair"], ("plenty", "short"), strict=True):
            if part[kind]:
                found[search][question] = [names[at] for at in part[kind]]
    return judged, found


def _gain(grades):
    return float(((2.0 ** np.asarray(grades) - 1) / np.log2(np.arange(len(grades)) + 2)).sum())


def _tabled(seed):
    """(as the project counts, as it should) arrays (question x search: plentiful, sparing), NaN where not scored."""
    made = trial(seed)
    found = np.full((2, len(made["parts"]), 2), np.nan)
    for row, part in enumerate(made["parts"]):
        grades = np.where(part["judged"], part["grades"], 0)
        ideal = _gain(np.sort(grades)[::-1][:K])
        for column, kind in enumerate(("plenty", "short")):
            here = grades[part[kind]]
            if here.sum():
                found[0, row, column] = _gain(here) / _gain(np.sort(here)[::-1])
            if ideal:
                found[1, row, column] = _gain(here) / ideal
    return found


def means(seed):
    """(as the project counts, as it should) mean for the plentiful and the sparing search."""
    return np.nanmean(_tabled(seed), axis=1).tolist()


def ahead(seed):
    """By how many standard errors the sparing search is ahead on the questions that both are scored on, as the project counts."""
    gaps = _tabled(seed)[0] @ np.array([-1.0, 1.0])
    gaps = gaps[~np.isnan(gaps)]
    return float(gaps.mean() / (gaps.std(ddof=1) / np.sqrt(len(gaps))))


def answered(seed):
    """Per cent of the questions that the assistant answered with the passages of either search."""
    made, rates = trial(seed), []
    for kind, chance in zip(("plenty", "short"), made["chance"].T, strict=True):
        share = np.array(
            [2.0 ** part["grades"][part[kind]] @ (part["grades"][part[kind]] > 0) for part in made["parts"]]
        )
        whole = np.array([2.0 ** part["grades"] @ (part["grades"] > 0) for part in made["parts"]])
        rates.append(round(float(100 * np.mean(chance < 0.10 + 0.75 * share / np.maximum(whole, 1)))))
    return rates


def generate(seed):
    """Numbers that appear in the prompt. None where the two figures do not plainly contradict each other."""
    made, (given, true), (plenty, short) = trial(seed), means(seed), answered(seed)
    if ahead(seed) < 2.2 or true[0] - true[1] < 0.05 or plenty - short < 8:
        return None
    return {
        "questions": len(made["ids"]),
        "better": made["pair"][1],
        "worse": made["pair"][0],
        "better_ndcg": round(given[1], 2),
        "worse_ndcg": round(given[0], 2),
        "better_answered": short,
        "worse_answered": plenty,
    }


def write(folder, seed):
    """Put data/judgements.csv and data/searches/*.csv into `folder`."""
    judged, found = tables(seed)
    (folder / "data" / "searches").mkdir(parents=True, exist_ok=True)
    lines = [
        f"{question},{passage},{grade}"
        for question in sorted(judged)
        for passage, grade in sorted(judged[question].items())
    ]
    (folder / "data" / "judgements.csv").write_text("\n".join(["question,passage,grade", *lines]) + "\n")
    for search, some in found.items():
        lines = [
            f"{question},{place},{passage}"
            for question in sorted(some)
            for place, passage in enumerate(some[question], start=1)
        ]
        (folder / "data" / "searches" / f"{search}.csv").write_text(
            "\n".join(["question,place,passage", *lines]) + "\n"
        )

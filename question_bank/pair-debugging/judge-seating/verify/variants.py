# hiretool-canary-1fb7ac93-645e-4385-9d9d-16e5bc0b2881
"""Seed -> the numbers in the prompt, and the questions, answers and judge that the candidate receives."""

import json
from functools import lru_cache
from itertools import combinations

import numpy as np

NAMES = [
    "anchor",
    "beacon",
    "compass",
    "dory",
    "ensign",
    "fathom",
    "galley",
    "halyard",
    "islet",
    "jetty",
    "keel",
    "lantern",
]
PORTS = ["Vesla", "Norholm", "Aske", "Skarvik", "Tind", "Lyng"]
TIMES = ["first", "morning", "noon", "evening", "last"]
ASKED = [
    "Can I take a {thing} on the {time} crossing to {port}?",
    "How early must we arrive with a {thing} for the {time} ferry to {port}?",
    "What does the {time} crossing to {port} cost with a {thing}?",
    "Is there room for a {thing} on the {time} boat from {port}?",
]
THINGS = ["bicycle", "dog", "caravan", "wheelchair", "motorbike", "trailer", "pram", "canoe"]
OPENINGS = [
    "Yes, that is possible",
    "Thank you for asking",
    "Please note the rules for this",
    "We are glad to help",
    "Certainly",
]
FIGURES = ["Arrive 30 minutes before", "The fare is 18 euros", "There are 12 places on deck 4", "Call 24 hours ahead"]
FILLERS = [
    "Our staff at the quay will show you the way",
    "Booking on our pages keeps a place for you",
    "In strong wind the crossing may be moved",
    "You might perhaps wait for the next boat in summer",
    "Tickets are sold on board and at the kiosk",
]
HEDGES = {"perhaps", "usually", "may", "might"}


def _topics(rng, count):
    """Distinct (form, thing, time, port)."""
    topics = []
    for number in rng.choice(len(ASKED) * len(THINGS) * len(TIMES) * len(PORTS), count, replace=False).tolist():
        number, port = divmod(number, len(PORTS))
        number, time = divmod(number, len(TIMES))
        form, thing = divmod(number, len(THINGS))
        topics.append({"form": ASKED[form], "thing": THINGS[thing], "time": TIMES[time], "port": PORTS[port]})
    return topics


def _answer(rng, topic, quality):
    """A few sentences; the higher the quality, the more of the question is taken up and the more figures are given."""
    phrases = [f"with a {topic['thing']}", f"on the {topic['time']} crossing", f"by way of {topic['port']}"]
    taken = [phrase for phrase in phrases if rng.random() < 0.15 + 0.75 * quality]
    parts = [str(rng.choice(OPENINGS))]
    if taken:
        parts.append(f"Travelling {' '.join(taken)} is no trouble")
    if rng.random() < 0.2 + 0.6 * quality:
        parts.append(str(rng.choice(FIGURES)))
    parts += [str(part) for part in rng.choice(FILLERS, int(rng.integers(1, 4)), replace=False)]
    return ". ".join(parts) + "."


def traits(question, answer):
    """What the judge sees of one answer."""
    words = answer.lower().replace(",", " ").replace(".", " ").split()
    asked = {word for word in question.lower().strip("?").split() if len(word) > 3}
    hedges = sum(word in HEDGES for word in words)
    figures = any(word[0].isdigit() for word in words)
    return [len(asked & set(words)) / max(len(asked), 1), np.log(len(words) + 1), figures, hedges]


def _verdicts(questions, answers, weights):
    """Mean verdict for each ordered pair of answer lists, (first, second), straight from the weights."""
    seen = np.array([[traits(*pair) for pair in zip(questions, said, strict=True)] for said in answers], dtype=float)
    scores = (seen @ weights["first"])[:, None] + (seen @ weights["second"])[None, :] + weights["base"]
    return (1 / (1 + np.exp(-scores))).mean(axis=2)


def _as_given(names, verdicts):
    """Mean points, (taker, giver), as the project counts them: one lot for each pair."""
    shares = np.full(verdicts.shape, 0.5)
    for i, j in combinations(np.argsort(names).tolist(), 2):
        first = np.random.default_rng([0, *f"{names[i]}/{names[j]}".encode()]).random() < 0.5
        shares[i, j] = verdicts[i, j] if first else 1 - verdicts[j, i]
        shares[j, i] = 1 - shares[i, j]
    return shares


def _strengths(shares, count):
    """Bradley-Terry by Newton's method on the penalised likelihood: another road than the project's."""
    theta = np.zeros(len(shares))
    for _ in range(8):
        chance = 1 / (1 + np.exp(theta[None, :] - theta[:, None]))
        weight = count * chance * (1 - chance)
        np.fill_diagonal(weight, 0)
        alone = 1 / (1 + np.exp(-theta))
        slope = count * (shares - chance).sum(axis=1) + 0.5 - alone
        curve = np.diag(weight.sum(axis=1) + alone * (1 - alone)) - weight
        theta = theta + np.linalg.solve(curve, slope)
    return theta - theta.mean()


@lru_cache(maxsize=4)
def season(seed):
    """Questions, answers, judge weights and the two names of the same answers. Names are redrawn until the lots part the twins."""
    rng = np.random.default_rng([seed, 1])
    topics = _topics(rng, int(rng.integers(60, 91)))
    questions = [topic["form"].format(**topic) for topic in topics]
    answers = [
        [_answer(rng, topic, quality) for topic in topics] for quality in rng.permutation(np.linspace(0.2, 0.75, 5))
    ]
    answers.append(answers[0])
    first = (np.array([2.4, 0.30, 0.60, -0.28]) * rng.uniform(0.9, 1.1, 4)).round(3)
    second = (-first * rng.uniform(0.85, 1.0, 4)).round(3)
    weights = {"first": first.tolist(), "second": second.tolist(), "base": round(float(rng.uniform(0.24, 0.38)), 3)}
    verdicts = _verdicts(questions, answers, weights)
    best = None
    for _ in range(400):
        names = [str(name) for name in rng.choice(NAMES, 5, replace=False)]
        names.append(f"{names[0]}-{rng.choice(['june', 'rc2', 'copy', 'next'])}")
        shares = _as_given(names, verdicts)
        if abs(shares[0].mean() - shares[5].mean()) < 0.05:
            continue
        found = _strengths(shares, len(questions))
        upper, lower = (0, 5) if found[0] > found[5] else (5, 0)
        gap = found[upper] - found[lower]
        if shares[upper, lower] > 0.5 and (best is None or gap > best[0]):
            best = gap, names, shares, found, upper, lower
        if best and best[0] > 0.3:
            break
    # A judge that leans little parts them less than 0.3 whatever the lots; the widest of all is taken then.
    _, names, shares, found, upper, lower = best
    return {
        "questions": questions,
        "answers": dict(zip(names, answers, strict=True)),
        "weights": weights,
        "upper": names[upper],
        "lower": names[lower],
        "share": shares[upper, lower],
        "strengths": dict(zip(names, found.tolist(), strict=True)),
    }


def generate(seed):
    """Numbers that appear in the prompt."""
    facts = season(seed)
    ranks = sorted(facts["strengths"], key=lambda name: -facts["strengths"][name])
    return {
        "questions": len(facts["questions"]),
        "assistants": len(facts["answers"]),
        "upper": facts["upper"],
        "lower": facts["lower"],
        "upper_strength": round(facts["strengths"][facts["upper"]], 2),
        "lower_strength": round(facts["strengths"][facts["lower"]], 2),
        "upper_rank": ranks.index(facts["upper"]) + 1,
        "lower_rank": ranks.index(facts["lower"]) + 1,
        "share_percent": int(round(100 * facts["share"])),
    }


def write(folder, seed):
    """Put data/questions.json, data/judge.json and data/answers/*.json into `folder`."""
    facts = season(seed)
    (folder / "data" / "answers").mkdir(parents=True, exist_ok=True)
    for name, content in [("questions", facts["questions"]), ("judge", facts["weights"])]:
        (folder / "data" / f"{name}.json").write_text(json.dumps(content, indent=1))
    for name, said in facts["answers"].items():
        (folder / "data" / "answers" / f"{name}.json").write_text(json.dumps(said, indent=1))

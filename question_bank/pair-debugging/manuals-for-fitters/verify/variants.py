# hiretool-canary-d7b453f3-b8c8-4d11-9a58-327e82be3ae5
"""Seed -> the numbers in the prompt, and the passages and questions that the candidate receives."""

import json
import math
import random
from functools import lru_cache

FAULTS = ("copies", "typed", "silent")
PARTS = (
    "pump valve burner sensor fan filter gasket relay nozzle flue thermostat siphon bearing igniter membrane".split()
)
TASKS = "replace clean test adjust reset drain bleed tighten".split()
MODELS = "Alto Brio Cala Dura Esto Fido Gala".split()
SIGNS = "whistles drips stalls flickers hums smells trips weeps knocks freezes".split()
FILLER = (
    "before after with without until while cover screws mains cold warm slowly twice marks label housing tool".split()
)


def _worth(bags, word):
    return math.log(1 + len(bags) / sum(word in bag for bag in bags))


def _words(text):
    small = "".join(letter if letter.isalnum() else " " for letter in text.lower())
    return {word for word in small.split() if len(word) >= 3}


@lru_cache(maxsize=8)
def library(seed):
    """Passages and questions, as they stand in the files."""
    rng = random.Random(f"{seed} library")
    models = rng.sample(MODELS, 5)
    topics = [(task, part) for task in TASKS for part in PARTS]
    passages, by_topic = {}, []
    for task, part in rng.sample(topics, 36):
        text = f"To {task} the {part}, " + " ".join(rng.choices(FILLER, k=9)) + f" {rng.randint(2, 40)} Nm."
        made = rng.sample(models, 2 if rng.random() < 0.65 else 1)
        names = []
        for model in made:
            names.append(f"{model}-{len(passages) + 1:03d}")
            passages[names[-1]] = {"manual": model, "heading": f"{model}: {task} {part}", "text": text}
        by_topic.append((task, part, names))
    questions = []
    for _ in range(rng.randint(44, 60)):
        kind = rng.random()
        some = rng.sample(by_topic, 2)
        needs = [rng.choice(names) for _, _, names in some]
        (task, part, _), (other, second, _) = some
        if kind < 0.18:
            asked = f"{rng.choice(SIGNS)} {rng.choice(['at', 'by'])} {rng.choice(['night', 'noon'])}, why?"  # words of no manual
        elif kind < 0.55:
            asked = f"how to {task} the {part} when it {rng.choice(SIGNS)}"
        elif kind < 0.8:
            asked = f"{part} {rng.choice(SIGNS)}, {second} too"
        else:
            asked = f"{task} {part} and {other} {second}"
        questions.append({"asked": asked, "needs": needs, "heading": passages[needs[0]]["heading"]})
    return passages, questions


@lru_cache(maxsize=8)
def judged(seed, k=5):
    """Share of what each question needs that is on the screen: what the two experts counted."""
    passages, questions = library(seed)
    names = list(passages)
    bags = [_words(f"{passages[name]['heading']} {passages[name]['text']}") for name in names]
    worth = {word: _worth(bags, word) for word in set().union(*bags)}
    shares = []
    for question in questions:
        typed = sorted(_words(question["asked"]) & set(worth))
        scored = [(-round(sum(worth[word] for word in typed if word in bag), 9), at) for at, bag in enumerate(bags)]
        screen = [passages[names[at]]["text"] for score, at in sorted(scored)[:k] if -score >= 1.0]
        needed = {passages[name]["text"] for name in question["needs"]}
        shares.append(sum(text in screen for text in needed) / len(needed))
    return tuple(shares)


def generate(seed):
    """Numbers that appear in the prompt."""
    passages, questions = library(seed)
    shares = judged(seed)
    return {
        "fault": FAULTS[seed % 3],
        "passages": len(passages),
        "questions": len(questions),
        "seen": round(100 * sum(shares) / len(shares), 1),
        "nothing": sum(share == 0 for share in shares),
    }


def write(folder, seed):
    """Put data/passages.json and data/questions.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, content in zip(("passages", "questions"), library(seed), strict=True):
        (folder / "data" / f"{name}.json").write_text(json.dumps(content, indent=1))

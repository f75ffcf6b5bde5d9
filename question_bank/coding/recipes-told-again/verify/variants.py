# hiretool-canary-58f674ac-c57d-4c6b-a0e0-4f06a7551d42
"""Seed -> the numbers in the prompt, and the recipes that the candidate receives."""

import json
import random

WORDS = """flour butter sugar onion garlic rice lentils cumin pepper salt cream stock ginger lime beans maize yam okra tofu soy
noodles paprika dill beetroot cabbage plum apple honey almond yoghurt mint chilli coconut fish prawn egg oil vinegar bay leaf
chop fry stir boil simmer bake rest fold knead cool serve rinse soak grate mix pour cover drain roast toast slice peel
slowly well twice gently finely hot cold until soft golden brown in a with the and then for minutes hours pan oven bowl pot
small large half two three ten twenty spoon cup pinch""".split()
OPENING = "Serves four people. Heat the oven to medium and lay everything out before you begin."
PERCENTS = [53, 57, 59, 61, 67]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    percent = draw.choice(PERCENTS)
    return {
        "recipes": draw.randint(420, 640),
        "percent": percent,
        "threshold": percent / 100,
        "total": draw.randrange(150, 500, 10) * 1_000,
        "heard": draw.randint(3, 9),
    }


def recipes(seed, many):
    """Rows as dictionaries, in chance order. Many are told again, some along a chain in which each changes a little."""
    draw = random.Random(f"recipes {seed}")
    texts = ["", "..."]
    while len(texts) < many:
        told = draw.choices(WORDS, k=draw.randint(14, 40))
        texts.append(_written(draw, told))
        for _ in range(draw.choice([0, 0, 1, 2, 4])):
            told = _changed(draw, told)
            texts.append(_written(draw, told))
        if draw.random() < 0.05:
            texts.append(texts[-1])
        if draw.random() < 0.04:
            texts += [" ".join(told[:2]), f"{' '.join(told[:2]).title()}!"]
    texts = texts[:many]
    draw.shuffle(texts)
    return [{"id": f"r{number}", "text": text} for number, text in zip(draw.sample(range(10, 100 * many), many), texts)]


def _changed(draw, told):
    """The recipe as the next person tells it: some words others, some left out or added."""
    told = list(told)
    for _ in range(draw.randint(1, 3)):
        place = draw.randrange(len(told))
        told[place : place + draw.choice([0, 1, 1])] = [draw.choice(WORDS)] if draw.random() < 0.8 else []
    return told if len(told) > 8 else told + draw.choices(WORDS, k=3)


def _written(draw, told):
    text = " ".join(f"{word}{draw.choice([',', '.', ''])}" if draw.random() < 0.2 else word for word in told)
    return f"{OPENING} {text.capitalize()}" if draw.random() < 0.3 else text.capitalize()


def write(folder, seed):
    """Put data/recipes.jsonl, and more of the kind as data/more.jsonl, into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in (("recipes", recipes(seed, generate(seed)["recipes"])), ("more", recipes(seed + 5000, 3_000))):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / "data" / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

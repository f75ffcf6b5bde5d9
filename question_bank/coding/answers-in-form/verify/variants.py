# hiretool-canary-79e78419-c2e1-4b5e-9153-5899c0548d3a
"""Seed -> the numbers in the prompt, and the tokens of a model."""

import json
import random
import string

LETTERS = string.ascii_letters + string.digits + ' ":,{}-'
PIECES = """{" ": ": " ", ", " "} 0" road side note km north nor th south sou bound both lane ane ort side" "km road": "A "B BA A1 B2
hole deep pot wat er on the tree fallen ice left right near bridge , and sign bent 11 12 13 131 46 468 47 10 00 07 99 t" h" " l""".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "reports": draw.randrange(800, 4_000, 50),
        "broken": draw.randint(4, 11),
        "tokens": draw.randrange(30, 130) * 1_000,
        "here": draw.randint(260, 380),
        "regions": draw.randint(5, 16),
    }


def vocabulary(seed, many=None):
    """Texts of tokens: some without a text in front, every single character, and pieces; a few texts stand there twice."""
    draw, many = random.Random(f"tokens {seed}"), many or generate(seed)["here"]
    pieces = [*PIECES, '": "', '", "', ": ", ', "', " l", "d l", '"}', 'th", ']
    while len(pieces) < many:
        pieces.append("".join(draw.choice(LETTERS[:36] + ' ",') for _ in range(draw.randint(2, 5))))
    rest = [*LETTERS, *pieces[: max(0, many - len(LETTERS) - 3)]]
    rest[-2:] = draw.sample(rest[: len(LETTERS)], 2)
    draw.shuffle(rest)
    return ["", "", "", *rest]


def write(folder, seed):
    """Put data/vocabulary.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "vocabulary.json").write_text(json.dumps(vocabulary(seed)), encoding="utf-8")

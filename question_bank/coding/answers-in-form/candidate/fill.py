"""Let a model fill in forms, and print what comes of it. A model of chance stands in for the real one.

    python fill.py data/vocabulary.json --answers 5
"""

import argparse
import random
import re

import guide
import vocabulary
from forms import DAMAGE

SIDES = "north|northbound lane|south|both"
WHOLE = re.compile(rf'\{{"road": "(?:A|B|BA)(\d+)", "side": "(?:{SIDES})", "km": (\d+), "note": "[a-z ,]{{0,24}}"\}}')


def answer(form, tokens, draw, most=120):
    """What the model writes, token by token, until it ends the answer or nothing may come next."""
    written = []
    while len(written) < most:
        may = sorted(guide.allowed(form, tokens, written))
        if not may:
            break
        token = draw.choice(may)
        if token == vocabulary.END:
            break
        written.append(token)
    return vocabulary.text(tokens, written)


def right(text):
    found = WHOLE.fullmatch(text)
    return bool(found) and 1 <= int(found[1]) <= 468 and int(found[2]) <= 131 and str(int(found[1])) == found[1]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--answers", type=int, default=5)
    given = arguments.parse_args()
    tokens, draw = vocabulary.read(given.file), random.Random(0)
    texts = [answer(DAMAGE, tokens, draw) for _ in range(given.answers)]
    for text in texts[:3]:
        print(text)
    print(f"{sum(map(right, texts))} of {len(texts)} as the road office wants them")


if __name__ == "__main__":
    main()

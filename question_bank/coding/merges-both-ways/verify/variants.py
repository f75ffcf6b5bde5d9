# hiretool-canary-cb7a9e02-a450-4644-b4dd-36e792ae4fec
"""Seed -> the numbers in the prompt, the messages, and a table that was learnt from them."""

import json
import random
import re
from collections import Counter

WORDS = [
    *"maize beans cassava goat hens millet rain seed soil pests leaves yellow spots water early field market price".split(),
    *"mahindi mvua shamba mbegu udongo wadudu kuku maji ng'ombe soko".split(),
    *"żyto pszenica susza śnieg gleba mączniak łąka nawóz jęczmień".split(),
    *"lúa ruộng mưa phân bón sâu bệnh giá gạo đất nước".split(),
    *"buğday toprak yağmur gübre ağaç çiftçi süt keçi".split(),
    *"गेहूं बारिश खेत बीज".split(),
]
SIGNS = ["?", "!", "...", ",", " 🌱", " 🐛🐛", ":", " (2x)"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "merges": draw.randint(140, 240),
        "messages": draw.randint(220, 420),
        "limit": draw.randrange(400, 1300, 50),
        "screen": draw.randint(8, 30),
    }


def messages(seed, many=None):
    """Short messages that mix languages; some with two blanks in a row, a number or a sign."""
    draw = random.Random(f"messages {seed}")
    # Each place has its own favourite words, so that each table is another.
    words = draw.choices(WORDS, k=20) + WORDS
    return [_message(draw, words) for _ in range(many or generate(seed)["messages"])]


def _message(draw, words):
    parts = []
    for _ in range(draw.randint(2, 11)):
        word = draw.choice(words)
        parts.append(
            draw.choice([word, word, word, word.capitalize(), word + draw.choice("slya"), str(draw.randint(2, 900))])
        )
        parts.append(draw.choice(SIGNS) if draw.random() < 0.15 else "")
        parts.append("  " if draw.random() < 0.07 else " ")
    return "".join(parts).rstrip()


def learnt(seed, many=None, merges=None):
    """Pairs of ids in the order in which they were learnt from the messages of the seed."""
    # The same pieces as candidate/pieces.py makes; written out, since the candidate may change that file.
    pieces = Counter(piece for text in messages(seed, many) for piece in re.findall(r" ?\w+| ?[^\w\s]+|\s+", text))
    rows = [(list(piece.encode("utf-8")), number) for piece, number in sorted(pieces.items())]
    counts = Counter()
    for ids, number in rows:
        _count(counts, ids, number)
    found = []
    for new in range(256, 256 + (merges or generate(seed)["merges"])):
        if not counts:
            break
        most = max(counts.values())
        best = min(pair for pair, number in counts.items() if number == most)
        found.append(best)
        for ids, number in rows:
            if best[0] in ids and best in zip(ids, ids[1:]):
                _count(counts, ids, -number)
                at = 0
                while at < len(ids) - 1:
                    if (ids[at], ids[at + 1]) == best:
                        ids[at : at + 2] = [new]
                    at += 1
                _count(counts, ids, number)
        counts = Counter({pair: number for pair, number in counts.items() if number > 0})
    return found


def _count(counts, ids, number):
    for pair in zip(ids, ids[1:]):
        counts[pair] += number


def write(folder, seed):
    """Put data/merges.json and data/messages.txt into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "merges.json").write_text(json.dumps(learnt(seed)), encoding="utf-8")
    (folder / "data" / "messages.txt").write_text("\n".join(messages(seed)) + "\n", encoding="utf-8")

# hiretool-canary-5ba92641-ccb1-4333-8643-afb38d744696
"""Seed -> the numbers in the prompt, and the documents that the candidate receives."""

import json
import random

WORDS = """the tenant landlord notice rent deposit month court repair boiler roof damp heating key garden cellar bicycle dog
cat neighbour noise contract clause law fee date letter signed written paid late weeks kitchen bath window door stairs lift
meter bill water winter may must shall has was is not if when before after within without and or of in for by to from
Müller São Łódź façade""".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "documents": draw.randint(25, 60),
        "advisers": draw.randint(20, 90),
        "most": draw.randrange(450, 900, 50),
        "again": draw.randrange(80, 200, 20),
        "lost": draw.randint(6, 15),
    }


def document(draw, many):
    """So many sentences, with paragraphs, lists, lines that were broken by a program, and now and then a very long one."""
    parts = []
    for _ in range(many):
        words = draw.choices(
            WORDS, k=draw.choices([draw.randint(2, 5), draw.randint(6, 24), draw.randint(60, 160)], [3, 10, 1])[0]
        )
        if draw.random() < 0.1:
            # An address of a page, or a table whose blanks were lost.
            words[draw.randrange(len(words))] = "".join(draw.choices("abcdefghij0123456789/-", k=draw.randint(30, 150)))
        sentence = words[0].capitalize()
        for word in words[1:]:
            sentence += draw.choices([" ", "\n", "  ", ", "], [40, 3, 1, 2])[0] + word
        parts.append(sentence + draw.choices([".", "?", "!", ":", ""], [20, 2, 1, 1, 1])[0])
        parts.append(draw.choices([" ", "  ", "\n", "\n\n", "\n \n"], [10, 1, 2, 3, 1])[0])
    return draw.choice(["", "", "\n ", "  "]) + "".join(parts)


def documents(seed):
    """Texts, of which a few are short."""
    draw = random.Random(f"documents {seed}")
    return [document(draw, draw.choice([1, 4, 20, 40, 60])) for _ in range(generate(seed)["documents"])]


def write(folder, seed):
    """Put data/documents.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps({"id": f"d{number:03d}", "text": text}, ensure_ascii=False)
        for number, text in enumerate(documents(seed))
    ]
    (folder / "data" / "documents.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

# hiretool-canary-4e738872-064f-4467-bc16-35a55d4510da
"""Seed -> the numbers in the prompt, the letters, and what people marked in them."""

import csv
import json
import random

PEOPLE = ["amara", "bogdan", "chiara", "dilip", "emeka", "farida"]
PERSONS = ["Aunt Greta", "Mr. Okafor", "Łucja", "Jean-Luc", "Mrs. van Dijk", "Søren", "Ngozi", "Tomás Rivera"]
PLACES = ["Lagos", "the Vistula", "New York", "Győr", "Port Said", "San José", "Halifax"]
# Written side by side, with no blank between two names.
SIDE_BY_SIDE = [["王芳", "李伟"], ["張敏", "劉洋", "陳靜"], ["佐藤", "鈴木"]]
FILLING = "we were glad to hear from and the ship left for where it rained all week so write soon to if you can".split()


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    draw = random.Random(f"facts {seed}")
    return {
        "letters": draw.randint(60, 140),
        "people": draw.randint(4, 6),
        "model_percent": draw.randint(58, 74),
        "more_letters": draw.randrange(2_000, 9_000, 100),
    }


def made(seed, many=None, people=None):
    """(letters, spans, done): texts by id, rows as dictionaries, and pairs of letter and person."""
    draw = random.Random(f"letters {seed}")
    staff = PEOPLE[: people or generate(seed)["people"]]
    careless = {person: draw.uniform(0.05, 0.35) for person in staff}
    letters, spans, done = {}, [], []
    for number in range(many or generate(seed)["letters"]):
        letter = f"L{number + 1:03d}"
        letters[letter], names = _letter(draw)
        finished = draw.sample(staff, draw.choice([2, 3, 3, 3, 4]))
        done += [(letter, person) for person in finished]
        drawn = [(person, 1.0) for person in finished if draw.random() > 0.08]
        # Somebody began and has not finished.
        drawn += [(person, 0.4) for person in staff if person not in finished and draw.random() < 0.1]
        for person, share in drawn:
            if draw.random() < share:
                spans += _marked(draw, letter, len(letters[letter]), person, names, careless[person])
    draw.shuffle(spans)
    return letters, spans, done


def _letter(draw):
    text, names = "", []
    for _ in range(draw.randint(3, 6)):
        text += " ".join(draw.choices(FILLING, k=draw.randint(2, 6))) + " "
        group, label = draw.choice(
            [
                ([draw.choice(PERSONS)], "person"),
                ([draw.choice(PLACES)], "place"),
                (draw.choice(SIDE_BY_SIDE), "person"),
            ]
        )
        for name in group:
            names.append((len(text), len(text) + len(name), label))
            text += name
        text += draw.choice([", ", " ", ". "])
    return text.strip(), names


def _marked(draw, letter, length, person, names, careless):
    """What one person marks: some names missed, some with other borders or another label, some twice or as one."""
    rows, place = [], 0
    while place < len(names):
        start, end, label = names[place]
        place += 1
        if draw.random() < careless / 2:
            continue
        if place < len(names) and names[place][0] == end and draw.random() < careless:
            end = names[place][1]
            place += 1
        if draw.random() < careless:
            start, end = draw.choice(
                [(start, end + 1), (max(0, start - 1), end), (start, max(start + 1, end - 2)), (max(0, start - 4), end)]
            )
        if draw.random() < careless / 3:
            label = "place" if label == "person" else "person"
        row = {"letter": letter, "person": person, "label": label, "start": start, "end": min(end, length)}
        rows += [row] * (2 if draw.random() < 0.06 else 1)
    if draw.random() < careless:
        start = draw.randrange(length - 3)
        rows.append(
            {"letter": letter, "person": person, "label": "place", "start": start, "end": start + draw.randint(1, 3)}
        )
    return rows


def write(folder, seed):
    """Put data/letters.json, data/spans.csv and data/done.csv into `folder`."""
    letters, spans, done = made(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "letters.json").write_text(json.dumps(letters, ensure_ascii=False, indent=1), encoding="utf-8")
    with open(folder / "data" / "spans.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["letter", "person", "label", "start", "end"])
        writer.writeheader()
        writer.writerows(spans)
    with open(folder / "data" / "done.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["letter", "person"])
        writer.writerows(sorted(done))

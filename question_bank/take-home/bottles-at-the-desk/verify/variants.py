# hiretool-canary-213c017d-036f-4158-9eec-8e0e9a51f343
"""Seed -> the numbers in the prompt, some model files, and a day of lines that a machine for empties wrote."""

import json

import numpy as np

COLOURS = ("amber", "clear", "green", "grey")
LINES = 700


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "machines": int(rng.integers(30, 90)),
        "lines": int(rng.integers(50, 90)) * 10,
        "again": int(rng.integers(4, 9)),
        "number": int(rng.integers(2, 8)),
    }


def models(seed):
    """File name -> text. Three that can be used, with fields of their own, and three that cannot."""
    rng = np.random.default_rng([seed, 2])

    def model(version, more=(), most=1500):
        fields = {
            "grams": {"type": "whole", "least": 0, "most": most},
            "height": {"type": "whole", "least": 20, "most": 400},
            "colour": {"type": "text", "one_of": sorted(COLOURS)},
            **{name: {"type": "whole", "least": 0, "most": 9} for name in more},
        }
        weights = {"grams": int(rng.integers(-9, -3)), "height": int(rng.integers(8, 14))}
        weights |= {f"colour={colour}": int(rng.integers(-400, 400)) for colour in COLOURS[: int(rng.integers(2, 4))]}
        weights |= {name: int(rng.integers(30, 90)) for name in more}
        middle = weights["grams"] * 400 + weights["height"] * 210
        return {
            "name": "empties",
            "version": version,
            "fields": fields,
            "weights": weights,
            "start": 150 - middle,
            "limit": 150,
        }

    version = int(rng.integers(3, 40))
    good = [model(version), model(version + 1), model(version + 2, ["dents"], 900)]
    strange = {**model(version + 3), "weights": {"grams": -5, "width": 3}}
    short = {key: value for key, value in model(version + 4).items() if key != "limit"}
    files = {f"m{place + 1}.json": json.dumps(one, indent=1) for place, one in enumerate(good)}
    files |= {"m4.json": json.dumps(strange), "m5.json": json.dumps(short), "m6.json": files["m2.json"][:-30]}
    return files


def lines(seed, count, again=6):
    """Lines of text: requests, some of them spoiled or sent again, and orders to use, shadow or drop a model."""
    rng = np.random.default_rng([seed, 3])
    numbers = rng.permutation(90_000)
    orders = {
        0: {"do": "use", "model": "m1.json"},
        count // 10: {"do": "shadow", "model": "m2.json"},
        count * 3 // 10: {"do": "use", "model": "m4.json"},
        count * 4 // 10: {"do": "use", "model": "m2.json"},
        count * 4 // 10 + 9: {"do": "shadow", "model": "m3.json"},
        count * 5 // 10: {"do": "shadow", "model": "m7.json"},
        count * 6 // 10: {"do": "use", "model": "m5.json"},
        count * 6 // 10 + 7: {"do": "use", "model": "m3.json"},
        count * 7 // 10: {"do": "shadow", "model": "m1.json"},
        count * 8 // 10: {"do": "shadow", "model": None},
        count * 8 // 10 + 9: {"do": "use", "model": "m6.json"},
        count * 9 // 10: {"do": "use", "model": "m1.json"},
    }
    found, sent, dents = [], [], False
    for number in range(count):
        if number in orders:
            found.append(json.dumps(orders[number]))
            if orders[number]["do"] == "use" and orders[number]["model"] in ("m1.json", "m2.json", "m3.json"):
                dents = orders[number]["model"] == "m3.json"
            continue
        if sent and rng.random() < again / 100:
            # The machine had no reply in time and sends it again, now or much later.
            found.append(sent[int(rng.integers(len(sent)))])
            continue
        fields = {
            "grams": int(rng.integers(150, 700)),
            "height": int(rng.integers(110, 350)),
            "colour": str(rng.choice(COLOURS)),
        }
        if dents != (rng.random() < 0.08):
            fields["dents"] = int(rng.integers(0, 10))
        request = {"id": f"e{numbers[number]:05d}", "fields": fields}
        if rng.random() < 0.09:
            name = str(rng.choice(["grams", "height"]))
            fields[name] = [True, 210.0, "210", -1, 5000, float("nan"), None][int(rng.integers(7))]
        if rng.random() < 0.02:
            del fields["colour"]
        if rng.random() < 0.02:
            fields["colour"] = str(rng.choice(["Green", "blue", ""]))
        text = json.dumps(request)
        if rng.random() < 0.015:
            text = str(rng.choice([text[:-4], "[1, 2]", "7", ""]))
        elif rng.random() < 0.015:
            request["id"] = [None, 7, ""][int(rng.integers(3))]
            text = json.dumps(request)
        else:
            sent.append(text)
        found.append(text)
    return found


def save(folder, seed, found):
    """Write model files and lines; return the two paths."""
    place = folder / "models"
    place.mkdir(parents=True, exist_ok=True)
    for name, text in models(seed).items():
        (place / name).write_text(text, encoding="utf-8", newline="\n")
    path = folder / "lines.txt"
    path.write_text("".join(line + "\n" for line in found), encoding="utf-8", newline="\n")
    return str(path), str(place)


def write(folder, seed):
    """Put data/lines.txt and data/models/*.json into `folder`."""
    facts = generate(seed)
    save(folder / "data", seed, lines(seed, facts["lines"], facts["again"]))

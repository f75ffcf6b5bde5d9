# hiretool-canary-73f1f29a-5204-4613-ade6-e339157470d6
"""Seed -> the numbers in the prompt, and house rules, questions about them and what two assistants did with the questions."""

import json

import numpy as np

SYSTEMS = ("present", "new")
WORDS = (
    "bicycle cellar laundry key deposit balcony grill evening noise piano parcel stairs pram lift repair invoice heating winter meter "
    "reading guest parking garage trailer pet dog lead garden hedge tree shade roof antenna painting door colour window blind smoke "
    "alarm battery fire drill hose waste paper glass bulky pickup rent deadline reminder fee bank transfer sublet room student month "
    "notice handover damage wear floor carpet drill hole wall shelf kitchen tap leakage water damp mould airing contract board vote "
    "meeting minutes proxy share member waiting list swap flat size child school workshop tool loan hall party booking cleaning rota"
).split()
WORDS = sorted(set(WORDS) - {"leakage"})


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "documents": int(rng.integers(34, 56)),
        "questions": int(rng.integers(26, 43)) * 10,
        "k": int(rng.choice([4, 5, 6])),
        "examples": int(rng.integers(2, 5)),
    }


def house(seed, documents, questions, k, examples):
    """(passages, questions, runs). Each document has its own difficulty: a table that was read badly, a list without a heading."""
    rng = np.random.default_rng([seed, 2])
    names = [f"d{number:03d}" for number in np.sort(rng.choice(900, documents, replace=False))]
    passages, of = [], {}
    for name in names:
        of[name] = []
        for _ in range(int(rng.integers(5, 10))):
            text = " ".join(rng.choice(WORDS, 14, replace=False)).capitalize() + "."
            of[name].append(_passage(rng, passages, name, text))
    # Annexes repeat passages of other documents, set in another way.
    for name in rng.choice(names, documents // 2, replace=False):
        for place in rng.choice(len(passages), 3, replace=False):
            text = passages[place]["text"]
            text = text.upper() if rng.random() < 0.3 else "§ " + text.replace(" ", "  ", 2).rstrip(".")
            _passage(rng, passages, str(name), text)
    copies = _copies(passages)
    texts = {row["passage"]: row["text"].casefold().strip(".§ ").split() for row in passages}
    weight = rng.gamma(1.5, 1.0, documents) + 0.1
    hard = rng.beta(0.9, 0.7, documents)
    asked, owner = [], rng.choice(documents, questions, p=weight / weight.sum())
    ids = rng.permutation(questions * 3)[:questions]
    for number, place in zip(ids, owner):
        name = names[place]
        gold = []
        if rng.random() < 0.78:
            gold = [str(p) for p in rng.choice(of[name], 1 + int(rng.random() < 0.35), replace=False)]
            # Whoever wrote the questions noted the copies in some cases.
            gold += [copy for p in gold for copy in copies[p] if copy != p and rng.random() < 0.4]
        about = [str(word) for word in rng.choice(texts[gold[0]], 5, replace=False)] if gold else []
        others = [str(word) for word in rng.choice(WORDS, 17, replace=False) if word not in about]
        text = " ".join([*about, *others][:12]).capitalize() + "?"
        asked.append({"question": f"q{number:04d}", "document": name, "text": text, "gold": gold})
    runs = [
        run
        for row, place in zip(asked, owner)
        for run in _runs(rng, row, asked, passages, copies, hard[place], k, examples)
    ]
    mixed = [[rows[int(place)] for place in rng.permutation(len(rows))] for rows in (passages, asked, runs)]
    return tuple(mixed)


def _passage(rng, passages, document, text):
    name = f"p{len(passages):05d}-{int(rng.integers(16**4)):04x}"
    passages.append({"passage": name, "document": document, "text": text})
    return name


def _copies(passages):
    groups = {}
    for row in passages:
        letters = "".join(letter for letter in row["text"].casefold() if letter.isalnum())
        groups.setdefault(letters, []).append(row["passage"])
    return {name: group for group in groups.values() for name in group}


def _runs(rng, row, asked, passages, copies, hard, k, examples):
    given_away = rng.random() < 0.14
    for system in SYSTEMS:
        newer = system == "new"
        shown = [passages[int(place)]["passage"] for place in rng.choice(len(passages), k + 3, replace=False)]
        need = sorted({tuple(copies[name]) for name in row["gold"]})
        for group in need:
            if rng.random() < 0.93 - 0.75 * hard:
                place = int(min(rng.geometric(0.4) - 1, k - 1))
                shown[place] = group[int(rng.integers(len(group)))]
                if len(group) > 1 and rng.random() < 0.5:
                    shown[(place + 1) % k] = group[0] if shown[place] != group[0] else group[1]
        others = [asked[int(place)]["text"] for place in rng.choice(len(asked), examples, replace=False)]
        prompt = [{"text": text, "answer": "See the rules."} for text in others if text != row["text"]]
        if newer:
            # The new one is given examples like the question; the store that they come from was filled from a shared sheet.
            words = row["text"].casefold().rstrip("?").split()
            keep = len(words) - (int(rng.integers(0, 2)) if given_away else int(rng.integers(4, 7)))
            fresh = [word for word in rng.permutation(WORDS) if word not in words][: len(words) - keep]
            order = rng.permutation([*words[:keep], *fresh])
            prompt.insert(int(rng.integers(len(prompt) + 1)), {"text": " ".join(order) + " ?", "answer": "Yes."})
        top = set(shown[:k])
        hit = [name for group in need for name in group if name in top]
        answered = rng.random() < (0.9 if row["gold"] else 0.35 + 0.3 * newer)
        right = bool(hit) and rng.random() < 0.86
        if newer and given_away and row["gold"]:
            # It knows the answer from the example and finds something to cite.
            group = need[0]
            shown[0] = group[0]
            answered, right, hit = True, True, [group[0]]
        cited = [hit[0]] if right else [shown[int(rng.integers(k))]] if rng.random() < 0.8 else ["p99999-0000"]
        if not right and cited[0] in {name for group in need for name in group}:
            cited = []
        yield {
            "question": row["question"],
            "system": system,
            "shown": shown,
            "examples": prompt,
            "refused": not answered,
            "cited": cited if answered else [],
        }


def write(folder, seed):
    """Put data/passages.jsonl, questions.jsonl and runs.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("passages", "questions", "runs"), house(seed, **generate(seed))):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / "data" / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")

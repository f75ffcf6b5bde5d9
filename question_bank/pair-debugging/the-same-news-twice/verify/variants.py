# hiretool-canary-7e5dcb1e-49ba-40e9-92ab-ee9783097480
"""Seed -> the numbers in the prompt, and the feed that the candidate receives. Which story an article tells is known here."""

import json
import random
from functools import lru_cache

FAULTS = ("fields", "signs", "again")
AGENCIES = ("Nordpost", "Kurier", "Wire", "Herold")
WORDS = """bridge harbour council vote budget storm ferry school strike flood finance office final offer affluent fields fire
crew river police court judge minister train delay snow road closed museum fish market price wage union doctor clinic""".split()


def told(rng, story):
    """Title and text of a story, as one agency sets them: case of the title, quotes, dashes, line ends, ligatures."""
    title, text = story["title"], story["text"]
    if rng.random() < 0.4:
        title = rng.choice((str.upper, str.title))(title)
    if rng.random() < 0.45:
        text = text.replace(' "', " \u201c").replace('" ', "\u201d ")
    if rng.random() < 0.35:
        text = text.replace(" - ", " \u2013 ")
    if rng.random() < 0.4:
        text = text.replace(". ", ".\n")
    if rng.random() < 0.25:
        text = text.replace("fi", "\ufb01")
    if rng.random() < 0.25:
        text = text.replace(" the ", " the\u00a0")
    return title, text


def article(name, agency, title, text, minute, turned=False):
    """Some agencies send the text before the title."""
    parts = {"text": text, "title": title} if turned else {"title": title, "text": text}
    return {"id": name, "agency": agency} | parts | {"minute": minute}


@lru_cache(maxsize=8)
def feed(seed):
    """([article], [story of each])."""
    rng = random.Random(f"{seed} feed")
    events, stories = [], []
    for number in range(rng.randint(64, 78)):
        some = [rng.choice(WORDS) for _ in range(14)]
        quote = f'said: "{some[5]} and {some[6]}" before noon'
        story = {
            "title": f"{some[0]} {some[1]} {rng.randint(2, 99)}",
            "text": f"In the {some[2]} {some[3]} the {some[4]} {quote} - {some[7]} {some[8]}. {some[9]} {some[10]} {number}. End of it.",
        }
        if number % 9 == 8:  # another notice with the same words below it, or a correction
            story = {"title": story["title"], "text": stories[-1]["text"]} if number % 2 else dict(stories[-1])
            if number % 2 == 0:
                story["text"] = story["text"].replace(f" {number - 1}.", f" {number + 700}.")
        stories.append(story)
        minute = rng.randint(0, 11 * 1440)
        for _ in range(rng.choice((1, 2, 3, 4, 5, 6))):
            events.append((minute, rng.random(), number))
            minute += rng.choice((rng.randint(5, 600), rng.randint(1200, 2800), rng.randint(1500, 2850)))
        if rng.random() < 0.2:
            events.append((minute + 2900 + rng.randint(0, 900), rng.random(), number))
    made = []
    turned = dict(zip(AGENCIES, rng.sample((True, True, False, False), 4), strict=True))
    for place, (minute, _, number) in enumerate(sorted(events)):
        agency = rng.choice(AGENCIES)
        made.append(article(f"a{place:04}", agency, *told(rng, stories[number]), minute, turned[agency]))
    return made, [number for _, _, number in sorted(events)]


def right(made, stories, hours=48):
    """Ids of the articles to read, from the stories."""
    last, ids = {}, []
    for one, story in zip(made, stories, strict=True):
        if story not in last or one["minute"] - last[story] >= hours * 60:
            ids.append(one["id"])
        last[story] = one["minute"]
    return ids


def generate(seed):
    """Numbers that appear in the prompt."""
    made, stories = feed(seed)
    return {
        "fault": FAULTS[seed % 3],
        "articles": len(made),
        "left": len(right(made, stories)),
        "days": made[-1]["minute"] // 1440 + 1,
        "stories": len(set(stories)),
    }


def write(folder, seed):
    """Put data/articles.jsonl into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(one, ensure_ascii=False) for one in feed(seed)[0]]
    (folder / "data" / "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

# hiretool-canary-7e5dcb1e-49ba-40e9-92ab-ee9783097480
"""Seed -> the numbers in the prompt, and the feed that the candidate receives. Which story an article tells is known here."""

import json
import random
from functools import lru_cache

FAULTS = ("fields", "signs", "again")
AGENCIES = ("Nordpost", "Kurier", "Wire", "Herold")
SLOTS = {
    "place": "harbour|old town|station quarter|mill quarter|market quarter|upper valley|north ward|east end".split("|"),
    "thing": "bridge|ferry|swimming hall|fish market|library|tram depot|museum|fire station".split("|"),
    "who": "council|finance office|dock union|doctors' union|transport board|appeal court|river police".split("|"),
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday".split("|"),
    "cause": "cracks in the floor|a burst pipe|a strike of the crew|high water|an unpaid bill|a court order".split("|"),
    "said": "We have waited long enough|Nobody was asked|It will be finished in time|There is no other way|It costs what it "
    "costs|We find this hard to believe|Nothing is final yet|First the roof, then the rest".split("|"),
}
# (title, text); each text closes with a figure of its own.
FRAMES = (
    (
        "{Thing} closed until {day} week, day {n}",
        'The {thing} in the {place} stays shut because of {cause}. A speaker of the {who} said: "{said}" before noon - the '
        "final date is to be named on {day}. People affected so far, in hundreds: {number}.",
    ),
    (
        "{Who} puts off vote on {thing}, item {n}",
        'The {who} has not come to a decision about the {thing}. After {m} hours the chair said: "{said}" in the hall - {cause} '
        "had made the first offer void. The {place} would pay for it. Votes for putting it off: {number}.",
    ),
    (
        "Fire in the {place}: {n} people led out",
        'A fire near the {thing} kept {m} crews busy until the morning of {day}. The officer in charge said: "{said}" on the '
        "spot - {cause} had been reported a week ago. The {who} looks into it. Calls that came in: {number}.",
    ),
    (
        "{n} trains late after {day} in the {place}",
        'Since {day} the line by the {thing} has been open on one side only. The {who} gives {cause} as the reason. "{said}" is '
        "what travellers were told - buses run from the {place} every {m} minutes. Letters of complaint: {number}.",
    ),
    (
        "{Thing} to get {n} thousand more",
        'From {day} on there is more money for the {thing}. The {who} said: "{said}" in the official letter - and named {cause} as one '
        "of {m} reasons. In the {place} some find it unfair. Signatures against it by noon: {number}.",
    ),
)


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
    events, stories, before = [], [], None
    for number in range(rng.randint(64, 78)):
        some = {slot: rng.choice(words) for slot, words in SLOTS.items()}
        some |= {"Thing": some["thing"].capitalize(), "Who": some["who"].capitalize()}
        some |= {"n": rng.randint(2, 99), "m": rng.randint(3, 40), "number": number}
        title, text = rng.choice(FRAMES)
        story = {"title": title.format(**some), "text": text.format(**some)}
        if number % 9 == 8:  # another notice with the same words below it, or a correction
            story = dict(stories[-1])
            if number % 2:
                story["title"] = before[0].format(**(before[1] | {"n": before[1]["n"] + 100}))
            else:
                story["text"] = story["text"].replace(f" {number - 1}.", f" {number + 100}.")
        before = (title, some)
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

# hiretool-canary-020fcbef-0eb5-4a51-976d-e21081f1f348
"""Seed -> the numbers in the prompt, and the exam and training texts that the candidate receives."""

import json
import re
from functools import lru_cache

import numpy as np

SLOTS = {
    "person": "beginner,schoolteacher,shopkeeper,carpenter,shepherdess,grandmother,postmaster,gardener,firefighter,librarian,neighbour,stonemason".split(
        ","
    ),
    "manner": "careful,hardworking,talkative,practised,bearded,worried,retired,curious,soft-spoken,short-tempered".split(
        ","
    ),
    "number": "two,three,four,five,six,seven,eight,nine,ten,eleven".split(","),
    "hive": "straw basket,wooden box,small colony,late swarm,new colony,large hive,nucleus,tall hive,caught swarm,borrowed hive".split(
        ","
    ),
    "spot": "near the motorway,under chestnuts,by the waterfall,on a rooftop,behind the school,beside the sawmill,at the quarry,among orchards".split(
        ","
    ),
    "month": "February,March,April,May,June,July,August,September,October,November".split(","),
    "found": "sealed brood,scattered eggs,drone brood,uncapped honey,mouldy pollen,queen cells,sunken cappings,chewed comb,dead larvae,"
    "fresh wax,spotty brood,crystallised honey,yellow pollen".split(","),
    "place": "along the wall,at the top,near the entrance,in the middle,behind the feeder,below the excluder,on both sides,on the floor".split(
        ","
    ),
    "while": "frosty nights,rainy days,windy mornings,warm afternoons,foggy evenings,thunderstorms,cloudless days,cloudy weekends".split(
        ","
    ),
    "gain": "lost,gathered,collected,stored,consumed,brought in".split(","),
    "stuff": "kilograms of honey,litres of syrup,frames of pollen,pounds of provisions,combs of nectar,jars of sugarwater".split(
        ","
    ),
    "who": "many workers,several drones,the foragers,young bees,robber bees,the guards,some bumblebees,the nurse bees,some strangers".split(
        ","
    ),
    "do": "tremble,crawl about,fight,gather,hang in clusters,wander about,run in circles,lie motionless,shiver".split(
        ","
    ),
    "there": "on the landing board,in the undergrowth,under the lid,between the combs,at the entrance,around the feeder,on the doorstep".split(
        ","
    ),
    "smell": "vinegar,sour buttermilk,bananas,damp earth,turpentine,nothing at all,fermenting fruit,wet hay".split(","),
}
ENDS = [
    "Which of the following is the first thing that a careful keeper does",
    "Choose the one answer that agrees best with the rules of the association",
    "What does the association recommend to its members in a case of this kind",
    "Which of these four measures should not be taken before the following spring",
]
CHATTER = [
    "Thank you all for coming on Sunday, and for the cakes, which did not last long.",
    "The extractor can be borrowed from Tuesday on; please bring it back dry and without wax in the gears.",
    "Somebody left a pair of gloves in the hall, size nine, with a hole in the left thumb.",
    "Prices for jars have gone up again, so we shall order together as we did the year before last.",
    "I have tried the new smoker fuel and cannot say that I noticed a difference from last year's hay.",
    "Minutes of the meeting are kept in the cupboard by the door and may be read there by any member.",
    "The road to the apiary is closed until the bridge is repaired; use the track behind the sawmill.",
    "Whoever wants to sit the exam should put down their name before the end of the month.",
    "Here is one that came up in the exam, and I am still not sure about it.",
    "We talked about this for an hour on Friday and did not agree.",
]
FORM = (
    "A {manner} {person} opens a {hive} {spot} in {month} and counts {number} frames of {found} {place}. "
    "After {number} {while} the bees have {gain} {number} {stuff}, {who} {do} {there}, and the hive smells of {smell}. {end}?"
)
VOWELS = "aeiouy"


ORDER = re.findall(r"{(\w+)}", FORM)


def _questions(rng, count):
    """Different questions, with the slots of FORM filled by lot."""
    pools = {**SLOTS, "end": ENDS}
    chances = rng.random((count + 20, len(ORDER))).tolist()
    blanks = re.sub(r"{\w+}", "{}", FORM)
    drawn = (
        blanks.format(*(pools[name][int(chance * len(pools[name]))] for name, chance in zip(ORDER, row, strict=True)))
        for row in chances
    )
    return list(dict.fromkeys(drawn))[:count]


def _cut(word, room):
    """Where a word is parted at the end of a line: between two consonants, or before one; 0 if nowhere."""
    places = [
        at
        for at in range(2, len(word) - 2 if len(word) > 5 else 0)
        if at <= room and word[at] not in VOWELS and (word[at - 1] not in VOWELS or word[at + 1] in VOWELS)
    ]
    return places[-1] if places else 0


def wrapped(text, width, parted=False):
    """Lines of at most about `width` letters. If `parted`, words are cut at the end of a line, as in a narrow column."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            cut = _cut(word, width - len(line) - 2) if parted and word.isalpha() else 0
            if cut:
                lines.append(f"{line} {word[:cut]}-")
                line = word[cut:]
                continue
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def laid_out(kind, paragraphs, rng):
    """Lines of a text as its source lays it out."""
    lines = []
    for paragraph in paragraphs:
        if kind == "wiki":
            lines += [paragraph, ""]
        elif kind == "letter":
            lines += [*wrapped(paragraph, int(rng.integers(25, 30)), parted=True), ""]
        else:
            depth = int(rng.integers(0, 3))
            lines += [("> " * depth + line) for line in [*wrapped(paragraph, int(rng.integers(60, 69))), ""]]
    return lines


@lru_cache(maxsize=8)
def club(seed):
    """Exam, fresh exam and training texts, with the questions that were put into them."""
    rng = np.random.default_rng([seed, 1])
    size, fresh = int(rng.integers(180, 231)), int(rng.integers(90, 121))
    questions = _questions(rng, size)
    shown = int(size * rng.uniform(0.42, 0.48))
    kinds = rng.choice(["wiki", "mail", "letter"], shown, p=[0.14, 0.50, 0.36]).tolist()
    able, learnt = rng.uniform(0.46, 0.56), rng.uniform(0.92, 0.96)
    right = (rng.random(size) < np.where(np.arange(size) < shown, learnt, able)).astype(int).tolist()
    # The fresh questions are as hard as those not seen; what chance leaves between them is small.
    fresh_right = round(fresh * (np.mean(right[shown:]) + rng.uniform(-0.025, 0.025)))

    names = [(kind, number) for kind, count in (("wiki", 4), ("mail", 8), ("letter", 5)) for number in range(count)]
    inside = {name: [] for name in names}
    for place, kind in enumerate(kinds):
        inside[
            [name for name in names if name[0] == kind][int(rng.integers(sum(name[0] == kind for name in names)))]
        ].append(place)
    texts = {}
    for kind, number in names:
        said = [questions[place] for place in inside[kind, number]]
        # Members also write about other cases that begin alike, and in the words of the exam.
        for place in rng.integers(shown, size, 3).tolist():
            begun = questions[place].split(" and counts")[0]
            said.append(f"{begun}, as I did last year, and I should like to hear what others would have made of that.")
        said.append(f"{ENDS[number % 4]}? That is how they ask, and it helps to read the rules with this in mind.")
        said += [" ".join(CHATTER[place] for place in rng.choice(len(CHATTER), 3, replace=False)) for _ in range(2)]
        said = [said[place] for place in rng.permutation(len(said))]
        texts[f"{kind}-{number + 1:02d}"] = laid_out(kind, said, rng)
    order = rng.permutation(size).tolist()
    ids = {place: f"q{number + 1:03d}" for number, place in enumerate(order)}
    exam = [{"id": ids[place], "question": questions[place], "right": right[place]} for place in order]
    return {
        "exam": exam,
        "seen": {ids[place]: kinds[place] for place in range(shown)},
        "fresh": fresh,
        "fresh_right": fresh_right,
        "stands_in": {
            ids[place]: f"{kind}-{number + 1:02d}" for (kind, number), some in inside.items() for place in some
        },
        "texts": texts,
        "trainees": round(float(100 * rng.uniform(0.66, 0.74))),
        "apart": int(rng.choice([-1, 1])),
    }


def _remembered(facts):
    """A question in a newsletter that is not to be found by putting lines together alone: words are parted in it."""
    for item in facts["exam"]:
        if facts["seen"].get(item["id"]) == "letter":
            name = facts["stands_in"][item["id"]]
            text = f" {_spoken(' '.join(facts['texts'][name]))} "
            words = _spoken(item["question"]).split()
            runs = [" ".join(words[at : at + 8]) for at in range(len(words) - 7)]
            if sum(f" {run} " in text for run in runs) < 0.6 * len(runs):
                return item["id"], name
    return None


def _spoken(text):
    """Small letters and single spaces, nothing else."""
    return " ".join(re.sub(r"[^a-z0-9 ]", "", text.lower()).split())


def generate(seed):
    """Numbers that appear in the prompt and in the guide. None where no question suits as the remembered one."""
    facts = club(seed)
    remembered = _remembered(facts)
    if remembered is None:
        return None
    return {
        "questions": len(facts["exam"]),
        "fresh": facts["fresh"],
        "fresh_percent": round(100 * facts["fresh_right"] / facts["fresh"]),
        "trainees_old": facts["trainees"],
        "trainees_fresh": facts["trainees"] + facts["apart"],
        "texts": len(facts["texts"]),
        "remembered": remembered[0],
        "remembered_in": remembered[1],
    }


def write(folder, seed):
    """Put data/exam.json and data/texts/*.txt into `folder`."""
    facts = club(seed)
    (folder / "data" / "texts").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "exam.json").write_text(json.dumps(facts["exam"], indent=1), encoding="utf-8")
    for name, lines in facts["texts"].items():
        (folder / "data" / "texts" / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

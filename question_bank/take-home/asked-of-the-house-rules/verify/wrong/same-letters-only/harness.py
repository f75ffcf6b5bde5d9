# hiretool-canary-73f1f29a-5204-4613-ade6-e339157470d6
"""Passages, questions and recorded runs -> how well an assistant does. The rules stand in README.md."""

import math
import re
from collections import defaultdict

MEASURES = ("found", "rank", "supported", "refused")
NEAR = 0.8


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


def same(passages: list[dict]) -> dict[str, str]:
    """passage -> the lowest passage with the same words in the same order."""
    first = {}
    for row in sorted(passages, key=lambda row: row["passage"]):
        first.setdefault(tuple(words(row["text"])), row["passage"])
    return {row["passage"]: first[tuple(words(row["text"]))] for row in passages}


def given_away(questions: list[dict], runs: list[dict]) -> list[str]:
    """Questions that stand, nearly word for word, among the examples of one of their own prompts."""
    text = {row["question"]: row["text"].strip().casefold() for row in questions}
    found = set()
    for run in runs:
        for example in run["examples"]:
            if example["text"].strip().casefold() == text[run["question"]]:
                found.add(run["question"])
    return sorted(found)


def scores(passages: list[dict], questions: list[dict], runs: list[dict], k: int) -> dict[tuple[str, str], dict]:
    """(question, system) -> found, rank, supported and refused; None where the question has no such score."""
    lowest, by_name = same(passages), {row["question"]: row for row in questions}
    table = {}
    for run in runs:
        gold = {lowest[name] for name in by_name[run["question"]]["gold"]}
        top = [lowest.get(name, name) for name in run["shown"][:k]]
        values = dict.fromkeys(MEASURES)
        if gold:
            places = [place for place, name in enumerate(top, 1) if name in gold]
            values["found"] = len(gold & set(top)) / len(gold)
            values["rank"] = 1 / places[0] if places else 0.0
            cited = run["cited"]
            sound = not run["refused"] and set(cited) <= set(run["shown"][:k])
            values["supported"] = float(sound and any(lowest.get(name) in gold for name in cited))
        else:
            values["refused"] = float(run["refused"])
        table[run["question"], run["system"]] = values
    return table


def _mean(pairs: list[tuple[str, float]]) -> dict[str, float]:
    """value, low and high of a mean over questions whose documents are independent; pairs of document and value."""
    if not pairs:
        return {"value": math.nan, "low": math.nan, "high": math.nan}
    mean = sum(value for _, value in pairs) / len(pairs)
    rest = defaultdict(float)
    for document, value in pairs:
        rest[document] += value - mean
    count = len(rest)
    if count < 2:
        return {"value": mean, "low": math.nan, "high": math.nan}
    wide = 1.96 * math.sqrt(count / (count - 1) * sum(part**2 for part in rest.values())) / len(pairs)
    return {"value": mean, "low": mean - wide, "high": mean + wide}


def _fair(questions: list[dict], runs: list[dict]) -> dict[str, str]:
    out = set(given_away(questions, runs))
    return {row["question"]: row["document"] for row in questions if row["question"] not in out}


def summary(passages: list[dict], questions: list[dict], runs: list[dict], k: int, system: str) -> dict[str, dict]:
    """measure -> value, low and high, for one system."""
    table, document = scores(passages, questions, runs, k), _fair(questions, runs)
    rows = [(document[name], values) for (name, of), values in sorted(table.items()) if of == system and name in document]
    return {
        measure: _mean([(place, values[measure]) for place, values in rows if values[measure] is not None])
        for measure in MEASURES
    }


def compare(
    passages: list[dict], questions: list[dict], runs: list[dict], k: int, one: str, other: str, measure: str
) -> dict[str, float]:
    """value, low and high of `one` less `other`, over the questions that both have answered."""
    table, document = scores(passages, questions, runs, k), _fair(questions, runs)
    pairs = []
    for name in sorted(document):
        both = [table.get((name, system), {}).get(measure) for system in (one, other)]
        if None not in both:
            pairs.append((document[name], both[0] - both[1]))
    return _mean(pairs)

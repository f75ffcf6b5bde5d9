"""Put questions to a model and keep what it answers."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Result:
    id: str
    answer: str | None
    """None if there is no answer."""
    problem: str | None = None
    """Why there is none: "busy" or "refused"."""


def run(questions, ask, path):
    """One result for each question, in their order. They are written to `path` as well."""
    results = [Result(question.id, ask(question.prompt)) for question in questions]
    with open(path, "w", encoding="utf-8") as file:
        for result in results:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
    return results

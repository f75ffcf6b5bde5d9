# hiretool-canary-c2521062-d2aa-4c7b-82b2-b30f315cebef
"""Put questions to a model and keep what it answers."""

import json
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    id: str
    answer: str | None
    """None if there is no answer."""
    problem: str | None = None
    """Why there is none: "busy" or "refused"."""


def run(questions, ask, path, attempts=4, sleep=time.sleep):
    """One result for each question, in their order. What was settled before is read from `path`, what is new is added."""
    settled = _settled(path)
    results, new = [], []
    try:
        return _results(questions, ask, attempts, sleep, settled, results, new)
    finally:
        with open(path, "a", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in new)


def _results(questions, ask, attempts, sleep, settled, results, new):
    for question in questions:
        if question.prompt not in settled:
            found = _asked(question.prompt, ask, attempts, sleep)
            if found is None:
                results.append(Result(question.id, None, "busy"))
                continue
            settled[question.prompt] = found
            new.append({"id": question.id, "prompt": question.prompt, **found})
        results.append(Result(question.id, **settled[question.prompt]))
    return results


def _asked(prompt, ask, attempts, sleep):
    """Answer and problem; None if the service was busy each time."""
    for attempt in range(attempts):
        if attempt:
            sleep(2 ** (attempt - 1))
        try:
            return {"answer": ask(prompt), "problem": None}
        except TimeoutError:
            continue
        except PermissionError:
            return {"answer": None, "problem": "refused"}
    return None


def _settled(path):
    """Prompt -> answer and problem. A last line without its end is cut off, so that the next one begins on its own."""
    path = Path(path)
    data = path.read_bytes() if path.exists() else b""
    whole = data[: data.rfind(b"\n") + 1]
    if whole != data:
        path.write_bytes(whole)
    rows = [json.loads(line) for line in whole.decode("utf-8").splitlines()]
    return {row["prompt"]: {"answer": row["answer"], "problem": row["problem"]} for row in rows}

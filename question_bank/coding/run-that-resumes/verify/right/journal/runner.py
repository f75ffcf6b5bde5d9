# hiretool-canary-c2521062-d2aa-4c7b-82b2-b30f315cebef
"""Put questions to a model and keep what it answers."""

import json
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    id: str
    answer: str | None
    """None if there is no answer."""
    problem: str | None = None
    """Why there is none: "busy" or "refused"."""


class Journal:
    """A file of lines that only grows. A line that cannot be read was torn, and counts for nothing."""

    def __init__(self, path):
        self.file = open(path, "ab+")
        self.known = {}
        self.file.seek(0)
        line = b"\n"
        for line in self.file:
            try:
                row = json.loads(line)
                self.known[row["prompt"]] = row["answer"], row["problem"]
            except ValueError:
                pass
        if not line.endswith(b"\n"):
            self._write(b"\n")

    def add(self, question, answer, problem):
        self.known[question.prompt] = answer, problem
        row = {"id": question.id, "prompt": question.prompt, "answer": answer, "problem": problem}
        self._write(json.dumps(row, ensure_ascii=False).encode() + b"\n")

    def _write(self, data):
        self.file.write(data)
        self.file.flush()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()


def run(questions, ask, path, attempts=4, sleep=time.sleep):
    results = []
    with Journal(path) as journal:
        for question in questions:
            if question.prompt not in journal.known:
                try:
                    journal.add(question, patiently(ask, question.prompt, attempts, sleep), None)
                except PermissionError:
                    journal.add(question, None, "refused")
                except TimeoutError:
                    results.append(Result(question.id, None, "busy"))
                    continue
            results.append(Result(question.id, *journal.known[question.prompt]))
    return results


def patiently(ask, prompt, attempts, sleep, pause=1):
    try:
        return ask(prompt)
    except TimeoutError:
        if attempts <= 1:
            raise
    sleep(pause)
    return patiently(ask, prompt, attempts - 1, sleep, 2 * pause)

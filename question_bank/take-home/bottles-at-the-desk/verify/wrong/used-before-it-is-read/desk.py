# hiretool-canary-213c017d-036f-4158-9eec-8e0e9a51f343
"""Requests and orders, a line each -> a reply for each, and counts. The rules stand in README.md."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Model:
    """A model file that has been read and found to be in order."""

    key: str
    fields: dict
    weights: dict
    start: int
    limit: int

    def unfit(self, fields: dict) -> list[str]:
        """Names of fields that are missing, unknown or not as the model wants them, sorted."""
        names = self.fields.keys() | fields.keys()
        return sorted(
            name for name in names if name not in self.fields or not _fits(self.fields[name], fields.get(name))
        )

    def score(self, fields: dict) -> int:
        total = self.start
        for name, value in fields.items():
            if self.fields[name]["type"] == "whole":
                total += self.weights.get(name, 0) * value
            else:
                total += self.weights.get(f"{name}={value}", 0)
        return total

    def say(self, fields: dict) -> str:
        return "take" if self.score(fields) >= self.limit else "refuse"


def _is_whole(value) -> bool:
    # In Python a truth value is a whole number as well; in a request it is not.
    return isinstance(value, int) and not isinstance(value, bool)


def _fits(wanted: dict, value) -> bool:
    if wanted["type"] == "whole":
        return _is_whole(value) and wanted["least"] <= value <= wanted["most"]
    return isinstance(value, str) and value in wanted["one_of"]


def read_model(path: Path) -> Model | None:
    """The model, or nothing if the file is missing, cannot be read, lacks a part or weighs what is no field."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        model = Model(
            f"{held['name']}/{held['version']}", held["fields"], held["weights"], held["start"], held["limit"]
        )
    except (OSError, ValueError, KeyError):
        return None
    allowed = set()
    for name, wanted in model.fields.items():
        allowed.update([name] if wanted["type"] == "whole" else [f"{name}={value}" for value in wanted["one_of"]])
    return model if model.weights.keys() <= allowed else None


def _object(line: str) -> dict | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


class Desk:
    """What is in use, what was said, and how often."""

    def __init__(self, models: str):
        self.models = Path(models)
        self.used: Model | None = None
        self.shadow: Model | None = None
        self.said: dict[str, dict] = {}
        self.kinds: Counter = Counter()
        self.answers: Counter = Counter()
        self.compared: Counter = Counter()

    def reply(self, line: str) -> dict:
        asked = _object(line)
        if asked is None:
            return self._error({"error": "unreadable"})
        if "do" in asked:
            return self._order(asked)
        name = asked.get("id")
        if not isinstance(name, str) or not name:
            return self._error({"error": "id"})
        if name in self.said:
            self.kinds["again"] += 1
            return self.said[name]
        if self.used is None:
            return self._error({"id": name, "error": "no model"})
        fields = asked.get("fields")
        if not isinstance(fields, dict):
            return self._error({"id": name, "error": "unreadable"})
        unfit = self.used.unfit(fields)
        if unfit:
            return self._error({"id": name, "error": "fields", "fields": unfit})
        say = self.used.say(fields)
        self.said[name] = {"id": name, "model": self.used.key, "say": say, "score": self.used.score(fields)}
        self.answers[self.used.key, say] += 1
        self._compare(fields, say)
        return self.said[name]

    def _error(self, reply: dict) -> dict:
        self.kinds["errors"] += 1
        return reply

    def _order(self, asked: dict) -> dict:
        self.kinds["orders"] += 1
        name = asked.get("model")
        if asked["do"] == "shadow" and name is None:
            self.shadow = None
            return {"done": True}
        model = read_model(self.models / name) if isinstance(name, str) else None
        if model is None or asked["do"] not in ("use", "shadow"):
            self.used = self.used if asked["do"] == "shadow" else None
            return {"done": False}
        if asked["do"] == "use":
            self.used = model
        else:
            self.shadow = model
        return {"done": True}

    def _compare(self, fields: dict, say: str) -> None:
        if self.shadow is None:
            return
        what = "unfit" if self.shadow.unfit(fields) else "same" if self.shadow.say(fields) == say else "other"
        self.compared[f"{self.used.key}>{self.shadow.key}", what] += 1

    def counts(self) -> dict:
        answers = {key: {say: self.answers[key, say] for say in ("take", "refuse")} for key, _ in self.answers}
        shadow = {
            key: {what: self.compared[key, what] for what in ("same", "other", "unfit")} for key, _ in self.compared
        }
        return {
            "answers": answers,
            "shadow": shadow,
            **{kind: self.kinds[kind] for kind in ("again", "errors", "orders")},
        }


def serve(lines: str, models: str, replies: str) -> dict:
    """Read the file `lines`, write the file `replies`, and return the counts. `models` is the folder of model files."""
    desk = Desk(models)
    with open(lines, encoding="utf-8") as come, open(replies, "w", encoding="utf-8", newline="\n") as go:
        for line in come:
            go.write(json.dumps(desk.reply(line)) + "\n")
    return desk.counts()

"""How a subject line is drawn: each group of readers has a liking for each kind of line."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Policy:
    liking: dict  # {group: {line: nought or more}}

    def chances(self, group, lines):
        """The chance of each of these lines to be drawn for a reader of this group."""
        likings = [self.liking[group].get(line, 0.0) for line in lines]
        total = sum(likings)
        if total == 0:
            return [1 / len(lines)] * len(lines)
        return [liking / total for liking in likings]

    def chance(self, group, lines, line):
        """The chance of one of them."""
        return self.chances(group, lines)[list(lines).index(line)]


def load(path):
    return Policy(json.loads(Path(path).read_text()))

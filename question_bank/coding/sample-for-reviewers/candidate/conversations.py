"""Conversations with the assistant, as the machines that serve it write them down."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Conversation:
    id: str
    language: str
    rating: str | None
    """What the user pressed at the end: "good" or "bad"; None if nothing."""
    text: str


def read(path):
    """The conversations of one file, one at a time."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield Conversation(**json.loads(line))

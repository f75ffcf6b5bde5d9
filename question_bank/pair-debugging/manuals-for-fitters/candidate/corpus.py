"""Manuals cut into passages, and the questions that fitters asked about them."""

import json
from pathlib import Path


def passages(folder):
    """{passage id: {"manual", "heading", "text"}}. A manual may print a passage that another prints too."""
    return json.loads((Path(folder) / "passages.json").read_text())


def questions(folder):
    """List of {"asked": text as typed, "needs": ids of the passages that answer it, "heading": of the first of them}.

    Two experts wrote down what each question needs. Any copy of a needed passage will do; `same` says what copies are.
    """
    return json.loads((Path(folder) / "questions.json").read_text())


def same(found):
    """{passage id: id of the first passage with the same text}."""
    first = {}
    return {name: first.setdefault(passage["text"], name) for name, passage in found.items()}

"""The tokens of a model."""

import json

END = 0
"""Id of the token with which an answer ends."""


def read(path):
    """The texts of all tokens; the place in the list is the id. Tokens that steer the model, END among them, have no text."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def text(vocabulary, ids):
    """What a row of tokens reads like."""
    return "".join(vocabulary[token] for token in ids)

"""Texts as a model reads them."""

import json


def read(path):
    """All texts of a file, each a list of tokens; a token is a whole number, 0 is one as well."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]

"""From what a model has written to records."""

import json
from dataclasses import dataclass


@dataclass
class Sheet:
    good: list
    """(id, record) of each row that can be used."""
    refused: list
    """(id, reason, name of the field) of each row that cannot."""


def sheet(rows, fields):
    """Read (id, text) rows by the given fields."""
    good = []
    for id, text in rows:
        try:
            found = json.loads(text[text.index("{") : text.rindex("}") + 1])
            good.append((id, {field.name: _value(found.get(field.name), field) for field in fields}))
        except (AttributeError, TypeError, ValueError):
            # Not a record.
            continue
    return Sheet(good, [])


def _value(given, field):
    if given is None:
        return None
    if field.kind == "whole":
        return int(float(given))
    if field.kind == "number":
        return float(given)
    if field.kind == "flag":
        return bool(given)
    return given

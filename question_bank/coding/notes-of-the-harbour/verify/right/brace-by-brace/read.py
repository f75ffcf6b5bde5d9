# hiretool-canary-a2002a78-978b-419e-9726-ff729b934d70
"""From what a model has written to records."""

import json
import re
from dataclasses import dataclass


@dataclass
class Sheet:
    good: list
    """(id, record) of each row that can be used."""
    refused: list
    """(id, reason, name of the field) of each row that cannot."""


TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}]', re.DOTALL)
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def sheet(rows, fields):
    """Read (id, text) rows by the given fields."""
    good, refused = [], []
    for id, text in rows:
        found = []
        for one in _objects(text or ""):
            # A list of (name, value); objects within it are lists, too, and no field takes a list.
            if {name for name, _ in one} & {field.name for field in fields}:
                found.append(_record(one, fields))
        if found and found.count(found[0]) < len(found):
            refused.append((id, "several", ""))
        elif not found:
            refused.append((id, "none", ""))
        elif found[0][1]:
            refused.append((id, *found[0][1]))
        else:
            good.append((id, found[0][0]))
    return Sheet(good, refused)


def _objects(text):
    """Objects from the left: from each { to the brace that closes it."""
    found, start = [], text.find("{")
    while start >= 0:
        end = _closes(text, start)
        try:
            found.append(json.loads(text[start:end], object_pairs_hook=list))
        except Exception:  # noqa: BLE001 - too deep, too long, or no object: in none of these cases is it one for us
            end = start + 1
        start = text.find("{", end)
    return found


def _closes(text, start):
    depth = 0
    for token in TOKEN.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(token.group(), 0)
        if depth == 0:
            return token.end()
    return start + 1


def _record(pairs, fields):
    """(record, None) or (None, (reason, name))."""
    record = {}
    for field in fields:
        values = [value for name, value in pairs if name == field.name]
        if len(values) > 1:
            return None, ("twice", field.name)
        value = values[0] if values else None
        if value is None or (isinstance(value, str) and value.strip() == ""):
            if field.needed:
                return None, ("missing", field.name)
            record[field.name] = None
            continue
        reason, record[field.name] = KINDS[field.kind](value.strip() if isinstance(value, str) else value, field)
        if reason:
            return None, (reason, field.name)
    return record, None


def _text(value, field):
    return (None, value) if isinstance(value, str) else ("kind", None)


def _choice(value, field):
    if not isinstance(value, str):
        return "kind", None
    same = [option for option in field.options if option.casefold() == value.casefold()]
    return (None, same[0]) if same else ("choice", None)


def _flag(value, field):
    if isinstance(value, bool):
        return None, value
    if isinstance(value, str) and value.lower() in ("yes", "no"):
        return None, value.lower() == "yes"
    return "kind", None


def _number(value, field):
    if isinstance(value, str):
        if not NUMBER.fullmatch(value):
            return "kind", None
        try:
            value = int(value) if re.fullmatch("-?[0-9]+", value) else float(value)
        except ValueError:
            return "kind", None
    if type(value) not in (int, float) or value != value or value in (float("inf"), float("-inf")):
        return "kind", None
    if field.low is not None and value < field.low or field.high is not None and value > field.high:
        return "range", None
    return None, float(value)


def _whole(value, field):
    reason, number = _number(value, field)
    if reason != "kind" and float(value) % 1:
        return "kind", None
    return (reason, None) if reason else (None, int(number))


KINDS = {"text": _text, "choice": _choice, "flag": _flag, "number": _number, "whole": _whole}

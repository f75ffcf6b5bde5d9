# hiretool-canary-a2002a78-978b-419e-9726-ff729b934d70
"""From what a model has written to records."""

import json
import math
from dataclasses import dataclass


@dataclass
class Sheet:
    good: list
    """(id, record) of each row that can be used."""
    refused: list
    """(id, reason, name of the field) of each row that cannot."""


class Refused(Exception):
    """With (reason, name of the field)."""


class Pairs(list):
    """An object as its pairs, so that a name that is there twice can be seen."""


DECODER = json.JSONDecoder(object_pairs_hook=Pairs)


def sheet(rows, fields):
    """Read (id, text) rows by the given fields."""
    made = Sheet([], [])
    for id, text in rows:
        try:
            made.good.append((id, _one(text or "", fields)))
        except Refused as refused:
            made.refused.append((id, *refused.args))
    return made


def _one(text, fields):
    """The record of a text."""
    wanted = {field.name for field in fields}
    results = [_result(pairs, fields) for pairs in _objects(text) if any(name in wanted for name, _ in pairs)]
    if not results:
        raise Refused("none", "")
    if any(result != results[0] for result in results):
        raise Refused("several", "")
    if isinstance(results[0], tuple):
        raise Refused(*results[0])
    return results[0]


def _objects(text):
    """All objects that do not lie in another one."""
    start = text.find("{")
    while start >= 0:
        try:
            pairs, end = DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            end = start + 1
        else:
            yield pairs
        start = text.find("{", end)


def _result(pairs, fields):
    """A record, or what is at fault as (reason, name)."""
    record = {}
    try:
        for field in fields:
            given = [value for name, value in pairs if name == field.name]
            if len(given) > 1:
                raise Refused("twice", field.name)
            record[field.name] = _value(given[0] if given else None, field)
    except Refused as refused:
        return refused.args
    return record


def _value(given, field):
    if isinstance(given, str):
        given = given.strip()
    if given is None or given == "":
        if field.needed:
            raise Refused("missing", field.name)
        return None
    if field.kind in ("whole", "number"):
        return _number(given, field)
    if field.kind == "flag":
        if isinstance(given, str):
            given = {"yes": True, "no": False}.get(given.lower())
        if not isinstance(given, bool):
            raise Refused("kind", field.name)
        return given
    if not isinstance(given, str):
        raise Refused("kind", field.name)
    if field.kind == "text":
        return given
    for option in field.options:
        if option.lower() == given.lower():
            return option
    raise Refused("choice", field.name)


def _number(given, field):
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except (ValueError, RecursionError):
            given = None
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not math.isfinite(given):
        raise Refused("kind", field.name)
    if (field.low is not None and given < field.low) or (field.high is not None and given > field.high):
        raise Refused("range", field.name)
    return int(given) if field.kind == "whole" else float(given)

"""JSON for other programs: `"schema": 1`, snake_case keys, ISO dates, missing = null."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from hiretool.document import Document

SUFFIX = ".json"


def write(document: Document) -> bytes:
    data = {**document.data, "schema": 1, "kind": document.kind, "title": document.title}
    ordered = {name: data[name] for name in ("schema", "kind", "title", *data)}
    text = json.dumps(_simple(ordered), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode("utf-8", "replace")


def _simple(value: Any) -> Any:
    """Plain JSON values; what is not a number is null."""
    if isinstance(value, Mapping):
        return {str(key): _simple(entry) for key, entry in value.items()}
    if isinstance(value, str | bool | int) or value is None:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat()
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Sequence | set | frozenset):
        return [_simple(entry) for entry in value]
    if hasattr(value, "item"):
        return _simple(value.item())
    raise TypeError(f"no JSON for {type(value).__name__}")

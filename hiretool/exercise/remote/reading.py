"""Bytes -> one value."""

from __future__ import annotations

import collections
import datetime
import decimal
import json
import math
import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hiretool.exercise.remote.wire import DEEPEST, WireError
else:
    from wire import DEEPEST, WireError

MOST_CELLS = 50_000_000
"""Cells of one array; a shape is a claim until its bytes are counted."""
MOST_DIGITS = 4000
_DTYPE = re.compile(
    r"[<>|=]?(?:b1|[iu][1248]|f(?:2|4|8|16)|c(?:8|16|32)|[SU][0-9]{1,7}|[mM]8\[(?:[0-9]{0,4}[a-zA-Z]{1,2})\])"
)


class Reader:
    """Bytes -> one value. Whatever the bytes are, it gives a value or raises WireError.

    reference: gives the object that a number stands for.
    """

    def __init__(self, reference: Callable[[dict[str, Any]], Any]) -> None:
        self._reference = reference
        self._buffers: list[bytes] = []

    def read(self, data: bytes) -> Any:
        """Raises: WireError."""
        try:
            length = int.from_bytes(data[:4], "big")
            head, at, self._buffers = data[4 : 4 + length], 4 + length, []
            while at < len(data):
                size = int.from_bytes(data[at : at + 8], "big")
                self._buffers.append(data[at + 8 : at + 8 + size])
                at += 8 + size
            if at != len(data) or len(head) != length:
                raise WireError("its lengths do not add up")
            return self._value(json.loads(head, parse_constant=_refused), 0)
        except WireError:
            raise
        # The bytes come from a stranger: whatever they make a library raise means the same.
        except (Exception, RecursionError) as problem:  # noqa: BLE001
            raise WireError(f"{type(problem).__name__}: {problem}"[:300]) from None

    def _value(self, found: Any, depth: int) -> Any:
        if depth > DEEPEST * 2:
            raise WireError("is nested too deep")
        if isinstance(found, list):
            return [self._value(entry, depth + 1) for entry in found]
        if not isinstance(found, dict):
            return found
        kind = found.get("$")
        if kind in _FROM_SEQUENCE:
            return _FROM_SEQUENCE[kind](self._value(entry, depth + 1) for entry in found["v"])
        if kind in _FROM_MAPPING:
            pairs = [(self._value(key, depth + 1), self._value(entry, depth + 1)) for key, entry in found["v"]]
            return _FROM_MAPPING[kind](pairs)
        if kind in _FROM_TEXT:
            return _FROM_TEXT[kind](found["v"])
        if kind == "bytes":
            return self._raw(found)
        if kind == "slice":
            return slice(*(self._value(part, depth + 1) for part in found["v"]))
        if kind in ("scalar", "array", "objects", "generator"):
            return self._to_numpy(kind, found, depth)
        if kind in _OF_PANDAS:
            return self._to_pandas(kind, found, depth)
        return self._reference(found)

    def _raw(self, found: dict[str, Any]) -> bytes:
        return self._buffers[int(found["at"])]

    def _to_numpy(self, kind: str, found: dict[str, Any], depth: int) -> Any:
        import numpy

        if kind == "generator":
            bits = numpy.random.PCG64(0)
            bits.state = self._value(found["v"], depth + 1)
            return numpy.random.Generator(bits)
        shape = tuple(int(size) for size in found.get("shape", ()))
        if len(shape) > 32 or any(size < 0 for size in shape) or math.prod(shape) > MOST_CELLS:
            raise WireError(f"shape {shape} cannot be")
        if kind == "objects":
            cells = numpy.empty(math.prod(shape), dtype=object)
            cells[:] = [self._value(entry, depth + 1) for entry in found["v"]]
            return cells.reshape(shape)
        dtype = _dtype(numpy, found["dtype"])
        cells = numpy.frombuffer(self._raw(found), dtype=dtype).copy()
        if kind == "scalar":
            return cells.reshape(1)[0]
        return cells.reshape(shape)

    def _to_pandas(self, kind: str, found: dict[str, Any], depth: int) -> Any:
        import pandas

        if kind == "missing":
            return pandas.NaT if found["v"] == "NaT" else pandas.NA
        if kind == "Timestamp":
            moment = pandas.Timestamp(found["v"]).as_unit(found["unit"])
            return moment.tz_localize("UTC").tz_convert(found["zone"]) if found["zone"] else moment
        if kind == "Timedelta":
            return pandas.Timedelta(found["v"]).as_unit(found["unit"])
        if kind == "index":
            return self._to_index(found, pandas, depth)
        if kind == "extension":
            return self._to_column(found["v"], None, pandas, depth + 1).array
        index = self._to_index(found["index"], pandas, depth)
        if kind == "series":
            column = self._to_column(found["v"], index, pandas, depth + 1)
            return column.rename(self._value(found["name"], depth + 1))
        columns = [self._to_column(column, index, pandas, depth + 1) for column in found["v"]]
        # By number first: two columns may have the same name.
        frame = pandas.DataFrame(dict(enumerate(columns)), index=index)
        frame.columns = self._to_index(found["columns"], pandas, depth)
        return frame

    def _to_index(self, found: dict[str, Any], pandas: Any, depth: int) -> Any:
        names = [self._value(name, depth + 1) for name in found["names"]]
        if "range" in found:
            return pandas.RangeIndex(*(int(part) for part in found["range"]), name=names[0])
        if "levels" in found:
            levels = [self._to_column(level, None, pandas, depth + 1) for level in found["levels"]]
            return pandas.MultiIndex.from_arrays([level.array for level in levels], names=names)
        index = pandas.Index(self._to_column(found["v"], None, pandas, depth + 1).array, name=names[0])
        if found["freq"] is not None:
            index.freq = str(found["freq"])
        return index

    def _to_column(self, found: dict[str, Any], index: Any, pandas: Any, depth: int) -> Any:
        kind = found["$"]
        if kind == "category":
            kinds = self._to_column(found["kinds"], None, pandas, depth + 1)
            codes = self._value(found["codes"], depth + 1)
            made = pandas.Categorical.from_codes(codes, categories=kinds.array, ordered=bool(found["ordered"]))
            return pandas.Series(made, index=index)
        if kind == "zoned":
            moments = pandas.Series(self._value(found["v"], depth + 1), index=index)
            return moments.dt.tz_localize("UTC").dt.tz_convert(str(found["zone"]))
        if kind == "extended":
            entries = [self._value(entry, depth + 1) for entry in found["v"]]
            return pandas.Series(entries, index=index, dtype=str(found["dtype"]))
        cells = self._value(found["v"], depth + 1)
        return pandas.Series(cells, index=index, dtype=cells.dtype)


def _dtype(numpy: Any, name: Any) -> Any:
    if not isinstance(name, str) or not _DTYPE.fullmatch(name):
        raise WireError(f"dtype {name!r} is none of numbers, texts and times")
    return numpy.dtype(name)


def _refused(word: str) -> Any:
    raise WireError(f"{word} is no JSON")


def _number(text: Any) -> float:
    if text not in ("nan", "inf", "-inf"):
        raise WireError(f"{text!r} is no float")
    return float(text)


def _decimal(text: Any) -> decimal.Decimal:
    if len(str(text)) > MOST_DIGITS:
        raise WireError("a decimal of too many digits")
    return decimal.Decimal(text)


_FROM_SEQUENCE: dict[Any, Callable[[Any], Any]] = {
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "deque": collections.deque,
}
_FROM_MAPPING: dict[Any, Callable[[Any], Any]] = {
    "dict": dict,
    "ordered": collections.OrderedDict,
    "counter": lambda pairs: collections.Counter(dict(pairs)),
}
_FROM_TEXT: dict[Any, Callable[[Any], Any]] = {
    "float": _number,
    "fraction": lambda parts: Fraction(*parts),
    "complex": lambda parts: complex(*map(float, parts)),
    "decimal": _decimal,
    "date": datetime.date.fromisoformat,
    "time": datetime.time.fromisoformat,
    "datetime": datetime.datetime.fromisoformat,
    "timedelta": lambda parts: datetime.timedelta(*parts),
    "range": lambda parts: range(*parts),
    "path": lambda name: Path(str(name)),
}
_OF_PANDAS = frozenset({"missing", "Timestamp", "Timedelta", "index", "extension", "series", "frame"})

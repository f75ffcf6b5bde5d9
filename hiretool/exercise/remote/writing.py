"""One value -> bytes."""

from __future__ import annotations

import collections
import datetime
import decimal
import json
import math
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import PurePath
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hiretool.exercise.remote.wire import DEEPEST, WireError
else:
    from wire import DEEPEST, WireError

_SEQUENCES: dict[type, str] = {
    list: "list",
    tuple: "tuple",
    set: "set",
    frozenset: "frozenset",
    collections.deque: "deque",
}
_MAPPINGS: dict[type, str] = {
    dict: "dict",
    collections.OrderedDict: "ordered",
    collections.Counter: "counter",
    collections.defaultdict: "dict",
}


class Writer:
    """One value -> bytes.

    reference: gives what stands for an object that cannot go by value.
    place: gives the other side's name of a path.
    """

    def __init__(self, reference: Callable[[Any], dict[str, Any]], place: Callable[[str], str] | None = None) -> None:
        self._reference, self._place = reference, place or (lambda name: name)
        self._buffers: list[bytes] = []

    def written(self, value: Any) -> bytes:
        """Raises: WireError for what is nested too deep."""
        self._buffers = []
        head = json.dumps(self._plain(value, 0), ensure_ascii=True, allow_nan=False).encode()
        parts = [len(head).to_bytes(4, "big"), head]
        for buffer in self._buffers:
            parts += [len(buffer).to_bytes(8, "big"), buffer]
        return b"".join(parts)

    def _buffer(self, raw: bytes) -> int:
        self._buffers.append(raw)
        return len(self._buffers) - 1

    def _plain(self, value: Any, depth: int) -> Any:
        if depth > DEEPEST:
            raise WireError("is nested too deep")
        kind = type(value)
        if value is None or kind in (bool, int):
            return value
        if kind is str:
            return self._place(value)
        if kind is float:
            return value if math.isfinite(value) else {"$": "float", "v": repr(value)}
        if kind in _SEQUENCES:
            inner = [self._plain(entry, depth + 1) for entry in value]
            return inner if kind is list else {"$": _SEQUENCES[kind], "v": inner}
        if kind in _MAPPINGS:
            pairs = [[self._plain(key, depth + 1), self._plain(entry, depth + 1)] for key, entry in value.items()]
            return {"$": _MAPPINGS[kind], "v": pairs}
        found = self._special(value, kind, depth)
        return self._reference(value) if found is None else found

    def _special(self, value: Any, kind: type, depth: int) -> dict[str, Any] | None:
        if kind is Fraction:
            return {"$": "fraction", "v": [value.numerator, value.denominator]}
        if kind is complex:
            return {"$": "complex", "v": [repr(value.real), repr(value.imag)]}
        if kind is decimal.Decimal:
            return {"$": "decimal", "v": str(value)}
        if kind in (bytes, bytearray):
            return {"$": "bytes", "at": self._buffer(bytes(value))}
        if kind in (datetime.date, datetime.time) or (kind is datetime.datetime and _is_plain_zone(value.tzinfo)):
            return {"$": kind.__name__, "v": value.isoformat()}
        if kind is datetime.timedelta:
            return {"$": "timedelta", "v": [value.days, value.seconds, value.microseconds]}
        if kind is slice:
            parts = [self._plain(part, depth + 1) for part in (value.start, value.stop, value.step)]
            return {"$": "slice", "v": parts}
        if kind is range:
            return {"$": "range", "v": [value.start, value.stop, value.step]}
        if isinstance(value, PurePath):
            return {"$": "path", "v": self._place(str(value))}
        if numpy := sys.modules.get("numpy"):
            found = self._of_numpy(value, numpy, depth)
            if found is not None:
                return found
        if pandas := sys.modules.get("pandas"):
            return self._of_pandas(value, pandas, depth)
        return None

    def _of_numpy(self, value: Any, numpy: Any, depth: int) -> dict[str, Any] | None:
        if isinstance(value, numpy.generic) and value.dtype.kind in "biufcSUmM":
            return {"$": "scalar", "dtype": value.dtype.str, "at": self._buffer(numpy.asarray(value).tobytes())}
        if type(value) is numpy.ndarray:
            shape = list(value.shape)
            if value.dtype.kind == "O":
                inner = [self._plain(entry, depth + 1) for entry in value.ravel().tolist()]
                return {"$": "objects", "shape": shape, "v": inner}
            if value.dtype.kind in "biufcSUmM":
                at = self._buffer(numpy.ascontiguousarray(value).tobytes())
                return {"$": "array", "dtype": value.dtype.str, "shape": shape, "at": at}
        if type(value) is numpy.random.Generator:
            state = _numbers(value.bit_generator.state)
            return {"$": "generator", "v": self._plain(state, depth + 1)} if state["bit_generator"] == "PCG64" else None
        return None

    def _of_pandas(self, value: Any, pandas: Any, depth: int) -> dict[str, Any] | None:
        if value is pandas.NaT or value is pandas.NA:
            return {"$": "missing", "v": "NaT" if value is pandas.NaT else "NA"}
        if type(value) in (pandas.Timestamp, pandas.Timedelta):
            zone = str(value.tz) if getattr(value, "tz", None) is not None else None
            moment = value.tz_convert("UTC").tz_localize(None) if zone else value
            return {"$": type(value).__name__, "v": moment.isoformat(), "zone": zone, "unit": value.unit}
        if type(value) is pandas.DataFrame:
            columns = [self._column(value.iloc[:, at], pandas, depth + 1) for at in range(value.shape[1])]
            axes = [self._index(axis, pandas, depth + 1) for axis in (value.columns, value.index)]
            return {"$": "frame", "columns": axes[0], "index": axes[1], "v": columns}
        if type(value) is pandas.Series:
            name = self._plain(value.name, depth + 1)
            column, index = self._column(value, pandas, depth + 1), self._index(value.index, pandas, depth + 1)
            return {"$": "series", "name": name, "index": index, "v": column}
        if isinstance(value, pandas.Index):
            return self._index(value, pandas, depth + 1)
        if isinstance(value, pandas.api.extensions.ExtensionArray):
            return {"$": "extension", "v": self._column(pandas.Series(value), pandas, depth + 1)}
        return None

    def _index(self, index: Any, pandas: Any, depth: int) -> dict[str, Any]:
        names = [self._plain(name, depth) for name in index.names]
        if type(index) is pandas.RangeIndex:
            return {"$": "index", "names": names, "range": [index.start, index.stop, index.step]}
        if isinstance(index, pandas.MultiIndex):
            levels = [
                self._column(pandas.Series(index.get_level_values(at)), pandas, depth) for at in range(index.nlevels)
            ]
            return {"$": "index", "names": names, "levels": levels}
        freq = (
            getattr(index, "freqstr", None) if isinstance(index, pandas.DatetimeIndex | pandas.TimedeltaIndex) else None
        )
        column = self._column(pandas.Series(index), pandas, depth)
        return {"$": "index", "names": names, "v": column, "freq": freq}

    def _column(self, column: Any, pandas: Any, depth: int) -> dict[str, Any]:
        dtype = column.dtype
        if isinstance(dtype, pandas.CategoricalDtype):
            codes = self._plain(column.cat.codes.to_numpy(), depth + 1)
            kinds = self._column(pandas.Series(dtype.categories), pandas, depth + 1)
            return {"$": "category", "codes": codes, "kinds": kinds, "ordered": bool(dtype.ordered)}
        if isinstance(dtype, pandas.DatetimeTZDtype):
            moments = self._plain(column.dt.tz_convert("UTC").dt.tz_localize(None).to_numpy(), depth + 1)
            return {"$": "zoned", "v": moments, "zone": str(dtype.tz)}
        if not hasattr(dtype, "str"):
            entries = [self._plain(entry, depth + 1) for entry in column.astype(object).tolist()]
            return {"$": "extended", "dtype": str(dtype), "v": entries}
        return {"$": "cells", "v": self._plain(column.to_numpy(), depth + 1)}


def _is_plain_zone(zone: Any) -> bool:
    return zone is None or type(zone) is datetime.timezone


def _numbers(state: Any) -> Any:
    """A generator's state with Python's own numbers."""
    if isinstance(state, dict):
        return {key: _numbers(entry) for key, entry in state.items()}
    return state if isinstance(state, str) else int(state)

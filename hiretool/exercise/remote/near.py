"""The side of the checks: objects and files of the other process, used as if they were here."""

from __future__ import annotations

import os
import tempfile
import types
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hiretool.exercise.remote.reading import Reader
    from hiretool.exercise.remote.shared import Shared
    from hiretool.exercise.remote.wire import WireError
    from hiretool.exercise.remote.writing import Writer
else:
    from reading import Reader
    from shared import Shared
    from wire import WireError
    from writing import Writer

MOST_CALLS = 2_000_000
"""Calls from the other side in one run."""


class Line(Protocol):
    """A process that is asked and answers."""

    def send(self, data: bytes) -> None: ...

    def receive(self, timeout_s: float) -> bytes:
        """Raises: Exception, when the process has ended or took too long."""
        ...


class Gone(RuntimeError):
    """The process on the other side has ended, or spoke something else than it was asked for."""


class There:
    """An object of the other side. What is asked of it is done there; what comes back are values, or more of these."""

    def __init__(self, near: Near, number: int, kind: str) -> None:
        self.__dict__.update(_near=near, _number=number, _kind=kind)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._near.call(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__") and name not in ("__name__", "__doc__", "__dict__"):
            raise AttributeError(name)
        return self._near.ask({"do": "get", "on": self, "name": name})

    def __setattr__(self, name: str, value: Any) -> None:
        self._near.ask({"do": "set", "on": self, "name": name, "to": value})

    def ask_method(self, name: str, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        return self._near.ask({"do": "method", "on": self, "name": name, "args": list(args), "kwargs": kwargs})

    def __iter__(self) -> Iterator[Any]:
        # A list's iterator is there too; what it gives comes one by one, as a generator's does.
        far = self._near.method(self, "__iter__")
        if not isinstance(far, There):
            yield from far
            return
        while True:
            try:
                yield self._near.method(far, "__next__")
            except StopIteration:
                return

    def __next__(self) -> Any:
        return self._near.method(self, "__next__")

    def __len__(self) -> int:
        try:
            return int(self._near.method(self, "__len__"))
        except AttributeError as error:
            # What list() expects of something that has no length.
            raise TypeError(str(error)) from None

    def __bool__(self) -> bool:
        return True

    def __getitem__(self, key: Any) -> Any:
        return self._near.method(self, "__getitem__", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._near.method(self, "__setitem__", key, value)

    def __contains__(self, key: Any) -> bool:
        return bool(self._near.method(self, "__contains__", key))

    def __enter__(self) -> Any:
        return self._near.method(self, "__enter__")

    def __exit__(self, *_: Any) -> None:
        self._near.method(self, "__exit__", None, None, None)

    def __eq__(self, other: object) -> bool:
        """By value on this side: an object that calls itself equal to everything is not asked."""
        if isinstance(other, There):
            return other._number == self._number or bool(_values(self) == _values(other))
        mine = _values(self)
        return not isinstance(mine, There) and bool(mine == other)

    def __hash__(self) -> int:
        return hash(self._number)

    def __deepcopy__(self, memo: Any) -> Any:
        return self._near.ask({"do": "copy", "on": self})

    def __repr__(self) -> str:
        return f"<{self._kind} {self._number}>"


def _written_through(name: str) -> Callable[..., Any]:
    def changed(self: Any, *args: Any, **kwargs: Any) -> Any:
        self.there.ask_method(name, args, kwargs)
        return getattr(super(type(self), self), name)(*args, **kwargs)

    return changed


class KeptList(list[Any]):
    """A list that lives on the other side: what is changed here is changed there too."""

    there: There


class KeptDict(dict[Any, Any]):
    """A dict that lives on the other side: what is changed here is changed there too."""

    there: There


for _kind, _names in (
    (KeptList, ("append", "extend", "insert", "remove", "sort", "reverse")),
    (KeptDict, ("update", "setdefault", "popitem")),
):
    for _name in (*_names, "__setitem__", "__delitem__", "pop", "clear"):
        setattr(_kind, _name, _written_through(_name))


class Near:
    """One end of a line to the other side."""

    def __init__(self, line: Line, *, step_s: float) -> None:
        """step_s: the most that one answer may take.  Raises: Gone."""
        self._line, self._step_s = line, step_s
        self._mine: list[Any] = []
        self._here = os.path.realpath(tempfile.gettempdir())
        self._there = ""
        self._shared = Shared(Path(self._here))
        self._calls = 0
        self._there = str(self._answer()["value"])

    # Values

    def _referred(self, value: Any) -> dict[str, Any]:
        if isinstance(value, There):
            return {"$": "yours", "n": value._number}
        if isinstance(value, KeptList | KeptDict):
            return {"$": "yours", "n": value.there._number}
        if isinstance(value, types.ModuleType) and isinstance(there := vars(value).get("_there"), There):
            return {"$": "yours", "n": there._number}
        if isinstance(value, type | types.ModuleType):
            # A class or a module leads to everything else.
            raise TypeError(f"{value!r} cannot be handed to the other side")
        self._mine.append(value)
        return {"$": "mine", "n": len(self._mine) - 1}

    def _meant(self, found: dict[str, Any]) -> Any:
        if found["$"] == "yours":
            return self._mine[int(found["n"])]
        if found["$"] == "there":
            return There(self, int(found["n"]), str(found["kind"])[:80])
        raise WireError(f"{str(found['$'])[:40]!r} is no kind of value")

    def _place(self, name: str) -> str:
        """This side's name of a shared file -> the other's."""
        return self._there + name[len(self._here) :] if self._there and name.startswith(self._here) else name

    def _written(self, value: Any) -> bytes:
        written: bytes = Writer(self._referred, self._place).written(value)
        return written

    # Wire

    def _send(self, message: Any) -> None:
        data = self._written(message)
        self._line.send(len(data).to_bytes(4, "big") + data)

    def _answer(self) -> dict[str, Any]:
        """The next answer; calls from the other side are answered before it."""
        while True:
            try:
                found = Reader(self._meant).read(self._line.receive(self._step_s))
                if not isinstance(found, dict):
                    raise WireError("it answered with something else than an answer")
                self._shared.take(found.get("files", {}))
            except (WireError, OSError, RuntimeError) as problem:
                raise Gone(str(problem)) from None
            if "back" not in found:
                return found
            self._calls += 1
            if self._calls > MOST_CALLS:
                raise Gone("it asks without end")
            self._send(self._asked(found))

    def _asked(self, found: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"back": self._done(found), "files": self._shared.changed()}
        # What the check's own object raises is for the stranger's code to handle, as it would be in one process.
        except Exception as problem:  # noqa: BLE001
            kinds = [kind.__name__ for kind in type(problem).__mro__]
            return {"back": None, "raised": kinds, "message": str(problem)[:1000]}

    def _done(self, found: dict[str, Any]) -> Any:
        """What the other side may do with an object of this one: call it, read it. Never reach beyond it."""
        on, name = self._mine[int(found["on"])], found.get("name", "")
        if found["back"] == "call":
            value = on(*found["args"], **found["kwargs"])
        elif found["back"] == "item":
            value = on[found["key"]]
        elif found["back"] == "len":
            value = len(on)
        elif isinstance(name, str) and not name.startswith("_"):
            value = getattr(on, name)
        else:
            raise AttributeError(str(name)[:80])
        return value

    def ask(self, request: dict[str, Any]) -> Any:
        """What the other side answers. Raises: what was raised there, as the nearest kind that Python has; Gone."""
        self._send({**request, "files": self._shared.changed()})
        answer = self._answer()
        if "raised" in answer:
            raise _as_raised(answer["raised"])
        value = answer.get("value")
        if "kept" not in answer or type(value) not in (list, dict):
            return value
        kept: Any = KeptList(value) if isinstance(value, list) else KeptDict(value or {})
        kept.there = There(self, int(answer["kept"]), type(value).__name__)
        return kept

    def method(self, on: There, name: str, *args: Any) -> Any:
        return on.ask_method(name, args, {})

    def call(self, on: There, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        """Call an object there. Lists, tables and arrays that it changed are changed here too."""
        watch: list[Any] = []

        def at(value: Any) -> int | None:
            if not _may_change(value):
                return None
            watch.append(value)
            return len(watch) - 1

        first = [at(value) for value in args]
        second = {name: place for name, value in kwargs.items() if (place := at(value)) is not None}
        request = {
            "do": "call",
            "on": on,
            # What is watched is sent once, in its place.
            "args": [None if place is not None else value for value, place in zip(args, first, strict=True)],
            "kwargs": {name: None if name in second else value for name, value in kwargs.items()},
            "watch": watch,
            "places": [first, second],
        }
        self._send({**request, "files": self._shared.changed()})
        answer = self._answer()
        for place, value in answer.get("changed", ()):
            _change(watch[int(place)], value)
        if "raised" in answer:
            raise _as_raised(answer["raised"])
        return answer.get("value")


def _values(value: There) -> Any:
    return value._near.ask({"do": "plain", "on": value})


def _may_change(value: Any) -> bool:
    if type(value) in (list, dict, set, bytearray):
        return True
    return type(value).__name__ in ("ndarray", "DataFrame", "Series", "Generator") and type(value).__module__.split(
        "."
    )[0] in ("numpy", "pandas")


def _change(value: Any, to: Any) -> None:
    """Make `value` what the other side made of it, as the same object."""
    if isinstance(value, list | bytearray):
        value[:] = to
    elif isinstance(value, dict | set):
        value.clear()
        value.update(to)
    elif type(value).__name__ == "Generator":
        value.bit_generator.state = to.bit_generator.state
    elif type(value).__name__ == "ndarray":
        value[...] = to
    else:
        value._update_inplace(to)


def _as_raised(found: Any) -> BaseException:
    """What was raised there, as the nearest of Python's own kinds; its name says what it was called there."""
    import builtins

    kinds = [str(kind)[:80] for kind in found.get("kinds", ())] if isinstance(found, dict) else []
    message = str(found.get("message", ""))[:1000] if isinstance(found, dict) else ""
    for name in kinds:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            if name == kinds[0]:
                return kind(message)
            # It cannot be looked up by anybody, and it is caught as what it is a kind of.
            return type(kinds[0], (kind,), {})(message)  # type: ignore[no-any-return]
    if kinds[:1] == ["SystemExit"]:
        return SystemExit(message)
    return RuntimeError(message)

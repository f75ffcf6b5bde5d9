"""The side of the stranger's code: it does what it is asked, with objects that stay here.

Requests come on standard input and replies go to a file descriptor, each with its length before it. Nothing here
guards anything: the stranger's code can do to this process what it likes. What guards is that the other side takes
values only.
"""

from __future__ import annotations

import copy
import dataclasses
import importlib
import os
import shutil
import sys
import traceback
from pathlib import Path
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hiretool.exercise.remote.reading import Reader
    from hiretool.exercise.remote.shared import Shared
    from hiretool.exercise.remote.writing import Writer
else:
    from reading import Reader
    from shared import Shared
    from writing import Writer

SHARED, WORK = "shared", "work"


class Back:
    """An object of the other side: it can be called, and its attributes that do not begin with _ can be read."""

    def __init__(self, side: Far, number: int) -> None:
        self.__dict__["_side"], self.__dict__["_number"] = side, number

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._side.asked({"back": "call", "on": self._number, "args": args, "kwargs": kwargs})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._side.asked({"back": "get", "on": self._number, "name": name})

    def __getitem__(self, key: Any) -> Any:
        return self._side.asked({"back": "item", "on": self._number, "key": key})

    def __len__(self) -> int:
        return int(self._side.asked({"back": "len", "on": self._number}))


class Far:
    """Objects by number, and the two ends of the wire."""

    def __init__(self, reply_fd: int) -> None:
        self._in, self._out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(reply_fd), "wb")
        self._numbers: dict[int, int] = {}
        self._objects: dict[int, Any] = {}
        root = Path(SHARED).resolve()
        root.mkdir(exist_ok=True)
        self.shared = Shared(root)

    # Values

    def _referred(self, value: Any) -> dict[str, Any]:
        if type(value) is Back:
            return {"$": "yours", "n": value._number}
        number = self._numbers.get(id(value))
        if number is None:
            # It is kept, so that no other object can come to have its id.
            number = self._numbers[id(value)] = len(self._objects) + 1
            self._objects[number] = value
        kind = type(value).__name__
        return {"$": "there", "n": number, "kind": kind, "callable": callable(value)}

    def _meant(self, found: dict[str, Any]) -> Any:
        return Back(self, found["n"]) if found["$"] == "mine" else self._objects[found["n"]]

    def _read(self, data: bytes) -> Any:
        return Reader(self._meant).read(data)

    def _written(self, value: Any) -> bytes:
        written: bytes = Writer(self._referred).written(value)
        return written

    # Wire

    def received(self) -> Any:
        length = self._in.read(4)
        if len(length) < 4:
            # The other side is done; what the stranger's code left for its end is not waited for.
            os._exit(0)
        return self._read(self._in.read(int.from_bytes(length, "big")))

    def send(self, reply: Any) -> None:
        data = self._written(reply)
        self._out.write(len(data).to_bytes(4, "big") + data)
        self._out.flush()

    def asked(self, question: Any) -> Any:
        """What the other side answers, which may itself ask something first."""
        self.send({**question, "files": self.shared.changed()})
        while True:
            answer = self.received()
            if "back" not in answer:
                self.serve(answer)
                continue
            if "raised" in answer:
                raise _known(answer["raised"], answer["message"])
            return answer["back"]

    # Work

    def serve(self, request: dict[str, Any]) -> None:
        self.shared.take(request.get("files", {}))
        before = [self._written(value) for value in request["watch"]] if request.get("watch") else []
        try:
            value = getattr(self, f"do_{request['do']}")(request)
            reply = {"value": value}
            if request["do"] == "get" and type(value) in (list, dict):
                # An attribute's list is changed in place as often as it is read.
                reply["kept"] = self._referred(value)["n"]
        # Whatever the stranger's code raises is a result.
        except (Exception, SystemExit, KeyboardInterrupt) as problem:  # noqa: BLE001
            reply = {"raised": _described(problem)}
        changed = [
            [at, value]
            for at, (value, was) in enumerate(zip(request.get("watch") or [], before, strict=True))
            if self._written(value) != was
        ]
        self.send({**reply, "changed": changed, "files": self.shared.changed()})

    def do_import(self, request: dict[str, Any]) -> Any:
        return importlib.import_module(request["name"])

    def do_get(self, request: dict[str, Any]) -> Any:
        return getattr(request["on"], request["name"])

    def do_set(self, request: dict[str, Any]) -> Any:
        setattr(request["on"], request["name"], request["to"])

    def do_call(self, request: dict[str, Any]) -> Any:
        args, kwargs = request["args"], request["kwargs"]
        # The very objects that are watched for a change are those that are passed.
        watched = request["watch"]
        args = [watched[at] if at is not None else arg for arg, at in zip(args, request["places"][0], strict=True)]
        for name, at in request["places"][1].items():
            kwargs[name] = watched[at]
        return request["on"](*args, **kwargs)

    def do_method(self, request: dict[str, Any]) -> Any:
        return getattr(request["on"], request["name"])(*request["args"], **request["kwargs"])

    def do_copy(self, request: dict[str, Any]) -> Any:
        return copy.deepcopy(request["on"])

    def do_plain(self, request: dict[str, Any]) -> Any:
        """An object as plain values, as far as it has them."""
        return _flattened(request["on"])


def _flattened(value: Any, depth: int = 0) -> Any:
    if depth > 20:
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _flattened(getattr(value, field.name), depth + 1) for field in dataclasses.fields(value)}
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    if isinstance(value, dict):
        return {_flattened(key, depth + 1): _flattened(entry, depth + 1) for key, entry in value.items()}
    for sort in (list, tuple, set, frozenset):
        if isinstance(value, sort):
            return sort(_flattened(entry, depth + 1) for entry in value)
    return value


def _described(problem: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(problem.__traceback__, limit=-20)
    own = [frame for frame in frames if "site-packages" not in frame.filename and frame.filename != __file__]
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return {
        "kinds": [kind.__name__ for kind in type(problem).__mro__],
        "message": str(problem)[:1000],
        "where": where,
    }


def _known(kinds: list[str], message: str) -> BaseException:
    import builtins

    for name in kinds:
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            return kind(message)
    return RuntimeError(message)


def main(project: str, reply_fd: int) -> None:
    """Answer until the other side hangs up."""
    # A stranger's file may have the name of one of these.
    for name in ("far", "reading", "shared", "wire", "writing"):
        sys.modules.pop(name, None)
    side = Far(reply_fd)
    # A copy may be written to, as the folder on the candidate's own machine may.
    shutil.copytree(project, WORK)
    os.chdir(WORK)
    sys.path.insert(0, os.getcwd())
    side.send({"value": str(side.shared.root)})
    while True:
        side.serve(side.received())

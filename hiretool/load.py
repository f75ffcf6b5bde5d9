"""YAML file -> checked object, or every problem in it with its line."""

from __future__ import annotations

import math
import re
import types
import typing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, Union

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from hiretool import files
from hiretool.errors import DataError, HiretoolError, Problems, suggestion

AT_MOST_BYTES = 5_000_000
DEEPEST = 40
AT_MOST_DIGITS = 15
LONGEST_WORD = len("false")
"""No longer text that starts with a letter means anything else in YAML, which spares prose the look at each trap."""

KeyPath = tuple[str | int, ...]
Value = Any
Model = TypeVar("Model", bound=BaseModel)

_MEANT = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]+)?\Z")
# What YAML 1.1 reads as something else than what stands there, and what to write instead.
# Source: yaml.org/type (bool, int, float, merge).
_PLAINLY = "write the number out in plain digits"
_TRAPS = (
    (
        re.compile(r"(?i:yes|no|on|off|y|n)\Z|True\Z|TRUE\Z|False\Z|FALSE\Z"),
        "means true or false in YAML",
        "write true or false",
    ),
    (re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\Z"), "means a number to base 60 in YAML", _PLAINLY),
    (
        re.compile(r"[-+]?0[0-7_]+\Z|[-+]?0[0-9][0-9_.]*\Z"),
        "means an octal number in YAML, or loses its zero",
        _PLAINLY,
    ),
    (re.compile(r"[-+]?0[xXbBoO][0-9a-fA-F_]+\Z"), "means a number in another base in YAML", _PLAINLY),
    (
        re.compile(r"[-+]?[0-9][0-9,]*_[0-9_]*(\.[0-9_]*)?\Z"),
        "means a number without its underscores in YAML",
        _PLAINLY,
    ),
    (
        re.compile(r"[-+]?\.(?i:inf|nan)\Z|[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+\Z"),
        "is a special number in YAML",
        _PLAINLY,
    ),
    (re.compile(r"[-+]?([0-9]+\.|\.[0-9]+)\Z"), "means a number in YAML", "write a digit on both sides of the point"),
    (re.compile(r"Null\Z|NULL\Z"), "means nothing in YAML", "leave it blank"),
    (re.compile(r"<<\Z|=\Z"), "merges mappings in YAML", "write the keys out"),
)
_LONGEST_SHOWN = 60
"""Letters of a file's own text that a message repeats."""


class Strict(BaseModel):
    """Base of all that is read from YAML: unknown keys and wrong types are errors, nothing is converted in silence."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


@dataclass(slots=True)
class _Document:
    """A YAML text as plain Python values, the line of each, and what was refused."""

    path: Path | str
    value: Value = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    """Line of each value; of the key, where it has one."""
    problems: list[HiretoolError] = field(default_factory=list)
    spoilt: set[KeyPath] = field(default_factory=set)
    """Values that were refused; that they are none of what was expected need not be said too."""

    def refuse(self, line: int, problem: str) -> None:
        self.problems.append(DataError(self.path, line, problem))

    def line(self, path: KeyPath) -> int:
        """Line of the value at `path`, or of the nearest that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: Path, model: type[Model], *, at_most: int = AT_MOST_BYTES) -> Model:
    """The object that the YAML file at `path` describes.

    Raises: Problems, with all that is wrong in the file, each with its line.
    """
    return parsed(files.text(path, at_most=at_most), model, path)


def parsed(text: str, model: type[Model], path: Path | str) -> Model:
    """As `read`, for text already in memory; `path` is for messages. Raises: Problems."""
    document = values(text, path)
    found = None
    try:
        if not document.problems or document.value is not None:
            found = model.model_validate(document.value)
    except ValidationError as error:
        for entry in error.errors(include_url=False):
            where = tuple(part for part in entry["loc"] if part != "[key]")
            here = _as_written((*where, *_pointed(entry)), document.lines)
            if here not in document.spoilt:
                document.refuse(document.line(here), _sentence(entry, where, model))
    if document.problems or found is None:
        raise Problems(sorted(document.problems, key=_line))
    return found


def values(text: str, path: Path | str) -> _Document:
    """Plain values of a YAML text with the line of each.

    Aliases, tags, duplicate keys, deep nesting and texts that YAML turns into something else are refused (they are
    in `.problems`); one pass over the parser's events, so an alias bomb costs nothing.
    """
    document = _Document(path)
    try:
        _build(document, text)
    except yaml.YAMLError as error:
        document.value = None
        document.refuse(*_unreadable(text, error))
    return document


def _as_written(path: KeyPath, lines: typing.Mapping[KeyPath, int]) -> KeyPath:
    """The path with the whole numbers that a validator made text of (`anchors.1`)."""
    here: KeyPath = ()
    for part in path:
        number = int(part) if isinstance(part, str) and part.isascii() and part.isdigit() and len(part) < 5 else part
        here = (*here, number) if (*here, part) not in lines and (*here, number) in lines else (*here, part)
    return here


def _unreadable(text: str, error: yaml.YAMLError) -> tuple[int, str]:
    """Line and sentence of what the parser stumbled over."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.encode().count(b"\n", 0, error.position) + 1
        return line, f"has a control character (U+{error.character:04X}); expected plain text"
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or str(error).splitlines()[0]
    if mark is None:
        return 1, f"is not valid YAML: {reason}"
    written = (text.split("\n", mark.line + 1)[mark.line : mark.line + 1] or [""])[0]
    advice = ""
    if "\t" in written[: len(written) - len(written.lstrip())]:
        advice = "; indent with spaces, not tabs"
    elif reason.startswith(("mapping values", "found character", "did not find expected")):
        advice = "; put the text in quotes, or check the indentation"
    return mark.line + 1, f"is not valid YAML: {reason}{advice}"


def _build(document: _Document, text: str) -> None:
    holders: list[tuple[Value, KeyPath]] = []
    keys: list[str | int | None] = []

    def place(value: Value, line: int, *, scalar: bool) -> KeyPath:
        """Put `value` where it belongs; its path, or that of the value whose key it is."""
        if not holders:
            if document.lines:
                document.refuse(line, "starts a second document; expected one")
            document.value, document.lines[()] = value, line
            return ()
        holder, path = holders[-1]
        if isinstance(holder, list):
            here: KeyPath = (*path, len(holder))
            holder.append(value)
        elif keys[-1] is None:
            keys[-1] = key = _key(document, holder, value, line, scalar=scalar)
            here = (*path, key)
        else:
            key, keys[-1] = keys[-1], None
            holder[key] = value
            return (*path, key)
        document.lines[here] = line
        return here

    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        here: KeyPath | None = None
        before = len(document.problems)
        if isinstance(event, yaml.AliasEvent):
            document.refuse(line, f"uses an alias (*{_shown(str(event.anchor))}); write the value out")
            here = place(None, line, scalar=True)
        elif isinstance(event, yaml.ScalarEvent):
            if event.tag is not None:
                document.refuse(line, f"uses a tag ({_shown(event.tag)}); tags are not used here")
            value = event.value if event.style else _plain(document, event.value, line)
            here = place(value, line, scalar=True)
        elif isinstance(event, yaml.CollectionStartEvent):
            if event.tag is not None:
                document.refuse(line, f"uses a tag ({_shown(event.tag)}); tags are not used here")
            if len(holders) >= DEEPEST:
                deep = f"nested more than {DEEPEST} deep"
                raise yaml.MarkedYAMLError(problem=deep, problem_mark=event.start_mark)  # type: ignore[arg-type]
            value = {} if isinstance(event, yaml.MappingStartEvent) else []
            here = place(value, line, scalar=False)
            holders.append((value, here))
            keys.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            holders.pop()
            keys.pop()
        if here is not None and len(document.problems) > before:
            document.spoilt.add(here)


def _key(document: _Document, holder: dict[Value, Value], value: Value, line: int, *, scalar: bool) -> str | int:
    if not scalar or not isinstance(value, str | int) or isinstance(value, bool):
        document.refuse(line, f"has a key that is neither text nor a whole number: {_got(value)}; put it in quotes")
        return f"?{len(holder)}"
    if value in holder:
        document.refuse(line, f"has the key {repr(value)[:_LONGEST_SHOWN]} twice; only one can count")
    return value


def _plain(document: _Document, value: str, line: int) -> Value:
    """The value of an unquoted scalar; what YAML 1.1 would change is refused."""
    if len(value) > LONGEST_WORD and value[0].isalpha():
        return value
    if value in _MEANT:
        return _MEANT[value]
    for trap, meaning, instead in _TRAPS:
        if trap.match(value):
            shown = _shown(value)
            quoted = f'put it in quotes if the text is meant: "{shown}"'
            document.refuse(line, f"{shown} {meaning}; {instead}, or {quoted}")
            return value
    if _INTEGER.match(value) or _DECIMAL.match(value):
        if len(value.lstrip("+-").replace(".", "")) > AT_MOST_DIGITS:
            problem = f"{value[:20]}... has more than {AT_MOST_DIGITS} digits; put it in quotes if it is text"
            document.refuse(line, problem)
            return value
        number = int(value) if _INTEGER.match(value) else float(value)
        if not math.isfinite(number):
            document.refuse(line, f"{value} is too large for a number")
        return number
    return value


_WORDS = {
    "string_type": "expected text",
    "int_type": "expected a whole number",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number",
    "bool_type": "expected true or false",
    "list_type": "expected a list",
    "dict_type": "expected keys and values",
    "model_type": "expected keys and values",
    "string_too_short": "expected text",
    "string_pattern_mismatch": "expected text that fits {pattern}",
    "too_short": "expected at least {min_length} entries",
    "greater_than": "expected a number above {gt}",
    "greater_than_equal": "expected at least {ge}",
    "less_than": "expected a number below {lt}",
    "less_than_equal": "expected at most {le}",
    "finite_number": "expected a finite number",
}


def _sentence(entry: Any, where: KeyPath, model: type[BaseModel]) -> str:
    """One problem in words: key path, what is wrong, what instead."""
    kind, name = entry["type"], _dotted(where)
    if kind in ("extra_forbidden", "invalid_key"):
        return f"{name}: unknown key. {suggestion(str(where[-1]), _keys(model, where[:-1]))}"
    if kind == "missing":
        return f"{name}: is missing"
    got = entry.get("input")
    prefix = f"{name}: " if name else ""
    if kind == "value_error":
        return f"{prefix}{_said(entry)}"
    if kind in _WORDS:
        message = _WORDS[kind].format(**entry.get("ctx", {}))
    else:
        message = (entry["msg"][0].lower() + entry["msg"][1:]).replace("input should be", "expected")
    shown = str(len(got)) if kind == "too_short" else _got(got)
    advice = "; put it in quotes" if kind == "string_type" and isinstance(got, int | float) else ""
    return f"{prefix}{message}, got {shown}{advice}"


def _said(entry: Any) -> str:
    """What one of our own validators raised."""
    return str(entry["msg"]).removeprefix("Value error, ")


def _pointed(entry: Any) -> KeyPath:
    """The keys that a validator of a whole mapping names first: `levels.mid: ...`."""
    return tuple(_said(entry).split(":")[0].split(".")) if entry["type"] == "value_error" else ()


def _got(value: Value) -> str:
    """A value as a reader would call it."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "keys and values"
    return repr(value)[:_LONGEST_SHOWN]


def _shown(text: str) -> str:
    """Text of the file as it may stand in a message: on one line, not too long, nothing invisible."""
    text = text if text.isprintable() else repr(text)[1:-1]
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."


def _dotted(where: KeyPath) -> str:
    """`rounds[2].minutes`, as a reader would point at it."""
    text = ""
    for part in where:
        text += f"[{part}]" if isinstance(part, int) else f".{_shown(part)}" if text else _shown(part)
    return text


def _keys(model: type[BaseModel], where: KeyPath) -> list[str]:
    """Keys that the model knows at a place."""
    found: Any = model
    for part in where:
        found = _inside(found, part)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [entry.alias or name for name, entry in found.model_fields.items()]
    return []


def _inside(annotation: Any, part: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, entry in annotation.model_fields.items():
            if part in (name, entry.alias):
                return _unwrapped(entry.annotation)
        return None
    arguments = typing.get_args(annotation)
    return _unwrapped(arguments[-1]) if arguments else None


def _unwrapped(annotation: Any) -> Any:
    """The model inside Optional[...] or Annotated[...]."""
    while typing.get_origin(annotation) in (Union, types.UnionType, typing.Annotated):
        annotation = next(part for part in typing.get_args(annotation) if part is not type(None))
    return annotation


def _line(problem: HiretoolError | str) -> int:
    where = getattr(problem, "where", 0)
    return where if isinstance(where, int) else 0

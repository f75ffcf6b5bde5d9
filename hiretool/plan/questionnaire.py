"""A company's answers: read from YAML or from options, checked against the questions; and a blank to fill in."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from hiretool import files, load
from hiretool.errors import DataError, HiretoolError, Problems, suggestion
from hiretool.organizations import Answer, Question

AT_MOST_BYTES = 200_000
WIDTH = 100
Questions = Mapping[str, Question]
Answers = Mapping[str, Answer | None]


def answers(path: Path, questions: Questions) -> Answers:
    """What a filled questionnaire says; None where it is blank or left out. Raises: Problems, DataError."""
    return answered(files.text(path, at_most=AT_MOST_BYTES), path, questions)


def answered(text: str, path: Path | str, questions: Questions) -> Answers:
    """As `answers`, for text already in memory; `path` is for messages."""
    found = load.values(text, path)
    problems = list(found.problems)
    given: Mapping[Any, Any] = {}
    if isinstance(found.value, dict):
        given = found.value
    elif not problems:
        kind = "is empty" if found.value is None else "holds no keys and values"
        problems.append(DataError(path, "", f"{kind}; expected answers such as `stage: seed`. {_HOW}"))
    known = ["schema", *questions]
    read: dict[str, Answer | None] = dict.fromkeys(questions)
    for key, value in given.items():
        line = found.line((key,))
        if (key,) in found.spoilt:
            continue
        if key not in known:
            problems.append(DataError(path, line, f"{key}: no such question. {suggestion(str(key), known)}"))
        elif key == "schema":
            if value != 1 or isinstance(value, bool):
                problems.append(DataError(path, line, f"schema: expected 1, got {value!r}"))
        else:
            try:
                read[key] = answer(questions[key], value)
            except ValueError as error:
                problems.append(DataError(path, line, f"{key}: {error}"))
    if problems:
        raise Problems(sorted(problems, key=_line))
    return read


def answer(question: Question, value: object) -> Answer | None:
    """One answer, checked; None if it is blank. Raises: ValueError, saying what is allowed."""
    if value is None or value == "":
        return None
    names = [entry.id for entry in question.values]
    if names:
        if isinstance(value, bool) and {"yes", "no"} <= set(names):
            return "yes" if value else "no"
        if isinstance(value, str) and value in names:
            return value
        close = get_close_matches(value, names, n=1) if isinstance(value, str) else []
        raise ValueError(f"expected {_or(names)}, got {_got(value)}{f'; did you mean {close[0]!r}?' if close else ''}")
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    low, high = question.at_least, question.at_most
    if (
        number is None
        or not ((low is None or number >= low) and (high is None or number <= high))
        or (question.whole and number != int(number))
    ):
        raise ValueError(f"expected {_range(question)}, got {_got(value)}")
    return int(number) if question.whole else number


def blank(questions: Iterable[Question]) -> str:
    """The questionnaire as YAML with nothing filled in: each question, its answers and why it is asked."""
    parts = [_HEAD]
    for question in questions:
        lines = [*_comment(question.asks), *_comment(f"Why: {question.why}")]
        for value in question.values:
            written = {"yes": "true", "no": "false"}.get(value.id, value.id)
            lines += _comment(f"{written}: {value.means}", indent="  ")
        if not question.values:
            lines += _comment(f"{_range(question)[0].upper()}{_range(question)[1:]}.", indent="  ")
        parts.append("\n".join([*lines, f"{question.id}:"]))
    return "\n\n".join(parts) + "\n"


_HOW = "`hiretool org assess --blank` writes the questions."
_HEAD = """\
# Questions about your company, for `hiretool org assess THIS-FILE`. Write an answer behind the colon.
# What you do not know stays blank; it is treated as unknown, and the advice says what it would have changed.
schema: 1"""


def _comment(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()), WIDTH, initial_indent=f"# {indent}", subsequent_indent=f"# {indent}{indent}"
    )


def _range(question: Question) -> str:
    kind = "a whole number" if question.whole else "a number"
    low, high = question.at_least, question.at_most
    if low is not None and high is not None:
        return f"{kind} from {low:g} to {high:,.10g}" if high < 1000 else f"{kind} from {low:g} up"
    return kind


def _or(names: list[str]) -> str:
    shown = ["true", "false"] if set(names) == {"yes", "no"} else names
    return f"{', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else shown[0]


def _got(value: object) -> str:
    if isinstance(value, dict | list):
        return "keys and values" if isinstance(value, dict) else "a list"
    return str(value).lower() if isinstance(value, bool) else repr(value)[:60]


def _line(problem: HiretoolError | str) -> int:
    where = getattr(problem, "where", 0)
    return where if isinstance(where, int) else 0

"""Markdown or plain text -> blocks. Inline markup is left out, each letter keeps its place."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hiretool.job.lint.post import Block, Builder

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•·‣▪▸►◦–—✓✔➤○●■◆]|\d{1,2}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
# Images, links, code, emphasis, tags, escapes and entities, in the order in which they are tried.
_MARKUP = re.compile(
    r"!\[(?P<alt>[^\]\n]*)\]\([^)\n]*\)"
    r"|\[(?P<link>[^\]\n]+)\]\([^)\n]*\)"
    r"|<(?P<auto>(?:https?://|mailto:)[^>\s]+)>"
    r"|<!--.*?-->|</?[a-zA-Z][^<>\n]*>"
    r"|(?P<code>`+)"
    r"|\*{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])|~~"
    r"|\\(?P<escape>[\\`*_{}\[\]()#+\-.!|<>~])"
    r"|(?P<entity>&(?:[a-zA-Z]{2,30}|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6});)",
)
_BOLD_LINE = re.compile(r"[ \t]*(\*\*|__)(?P<text>[^*_\n]+?)\1:?[ \t]*$")
# `**Your tasks.** You take ...`: a heading at the head of its paragraph.
_RUN_IN = re.compile(r"[ \t]*(\*\*|__)(?P<text>[^*_\n]{2,70}?[.:?]|[^*_\n]{2,70}?(?=\1:))\1:?[ \t]+(?=\S)")
# `REQUIREMENTS`, `Requirements:`; a heading of a plain text stands alone and is short.
_SHORT = 70
RUN_IN_LEVEL = 5


class _Line(NamedTuple):
    text: str
    place: int


Known = Callable[[str], bool]


def _nothing(line: str) -> bool:
    return False


def markdown(source: str) -> list[Block]:
    """Blocks of a Markdown text; code, comments and front matter are passed over."""
    text = _FRONT.sub(lambda match: _blank(match[0]), source)
    text = _COMMENT.sub(lambda match: _blank(match[0]), text)
    return [block for block in _blocks(text, marked=True) if block]


def plain(source: str, known: Known = _nothing) -> list[Block]:
    """Blocks of a text without markup.

    Headings are short lines that stand by themselves, lead to a list, are in capitals, or are `known` as a heading.
    """
    return [block for block in _blocks(source, marked=False, known=known) if block]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _lines(text: str) -> list[_Line]:
    found, place = [], 0
    for line in text.split("\n"):
        found.append(_Line(line.rstrip("\r"), place))
        place += len(line) + 1
    return found


def _blocks(text: str, *, marked: bool, known: Known = _nothing) -> Iterator[Block | None]:
    lines = _lines(text)
    builder, kind = Builder(), "paragraph"
    fenced, begun = False, False
    for number, line in enumerate(lines):
        after = lines[number + 1].text if number + 1 < len(lines) else ""
        if marked and _FENCE.match(line.text):
            fenced = not fenced
            yield builder.block(kind)  # type: ignore[arg-type]
            kind = "paragraph"
            continue
        if fenced:
            continue
        if kind == "paragraph" and _UNDERLINE.match(line.text) and number and lines[number - 1].text.strip():
            yield builder.block("heading", 1 if "=" in line.text else 2)
            kind = "paragraph"
            continue
        if not line.text.strip() or (marked and (_RULE.match(line.text) or _TABLE_RULE.match(line.text))):
            yield builder.block(kind)  # type: ignore[arg-type]
            kind = "paragraph"
            continue
        item = _ITEM.match(line.text)
        before = lines[number - 1].text if number else ""
        heading = None
        if not item:
            heading = _marked_heading(line.text) if marked else _bare_heading(line.text, before, after, known)
            if not marked and not begun and heading is None:
                heading = _head_line(line.text)
            begun = begun or heading is None
        if heading is not None:
            yield builder.block(kind)  # type: ignore[arg-type]
            level, start, end = heading
            _inline(builder, line.text[start:end], line.place + start, marked=marked)
            yield builder.block("heading", level)
            kind = "paragraph"
        elif item:
            yield builder.block(kind)  # type: ignore[arg-type]
            kind = "item"
            _inline(builder, line.text[item.end() :], line.place + item.end(), marked=marked)
        elif marked and line.text.lstrip().startswith("|"):
            yield builder.block(kind)  # type: ignore[arg-type]
            kind = "paragraph"
            yield from _cells(builder, line)
        elif marked and not before.strip() and (lead := _RUN_IN.match(line.text)):
            yield builder.block(kind)  # type: ignore[arg-type]
            _inline(builder, lead["text"], line.place + lead.start("text"), marked=True)
            yield builder.block("heading", RUN_IN_LEVEL)
            kind = "paragraph"
            _inline(builder, line.text[lead.end() :], line.place + lead.end(), marked=True)
        else:
            start = len(line.text) - len(line.text.lstrip(" \t>" if marked else " \t"))
            builder.add("\n", line.place - 1)
            _inline(builder, line.text[start:], line.place + start, marked=marked)
    yield builder.block(kind)  # type: ignore[arg-type]


def _marked_heading(line: str) -> tuple[int, int, int] | None:
    """Level, start and end of the heading that a line of Markdown is."""
    if match := _HEADING.match(line):
        return len(match[1]), match.start(2), match.end(2)
    if match := _BOLD_LINE.match(line):
        return 4, match.start("text"), match.end("text")
    return None


def _bare_heading(line: str, before: str, after: str, known: Known) -> tuple[int, int, int] | None:
    """The same for a line without markup."""
    text = line.strip()
    start = len(line) - len(line.lstrip())
    letters = [letter for letter in text if letter.isalpha()]
    if len(text) > _SHORT or not letters or text[-1] in ".,;" or text.count(" ") > 9:
        return None
    capitals = len(letters) >= 4 and all(letter.isupper() for letter in letters)
    leads_in = text.endswith(":") and (not after.strip() or _ITEM.match(after) is not None)
    alone = not before.strip() and (not after.strip() or _ITEM.match(after) is not None) and text[0].isupper()
    if capitals or leads_in or alone or known(text):
        return 2, start, start + len(text.rstrip(":"))
    return None


def _head_line(line: str) -> tuple[int, int, int] | None:
    """A line of a text's head, above all sentences: title, employer, place."""
    text = line.strip()
    if len(text) > _SHORT or text[-1] in ".,;:?!" or not text[0].isupper():
        return None
    start = len(line) - len(line.lstrip())
    return 1, start, start + len(text)


def _cells(builder: Builder, line: _Line) -> Iterator[Block | None]:
    place = line.place
    for part in line.text.split("|"):
        _inline(builder, part, place, marked=True)
        yield builder.block("cell")
        place += len(part) + 1


def _inline(builder: Builder, text: str, place: int, *, marked: bool) -> None:
    """The text without its markup."""
    if not marked:
        builder.add(text, place)
        return
    done = 0
    for match in _MARKUP.finditer(text):
        builder.add(text[done : match.start()], place + done)
        done = match.end()
        for group in ("alt", "link", "auto", "escape"):
            if match[group] is not None:
                _inline_again(builder, match[group], place + match.start(group), marked=group in ("link",))
        if match["entity"]:
            builder.add(html.unescape(match["entity"]), place + match.start())
    builder.add(text[done:], place + done)


def _inline_again(builder: Builder, text: str, place: int, *, marked: bool) -> None:
    _inline(builder, text, place, marked=marked)

"""Markdown or plain text -> blocks. Inline markup is left out, each letter keeps its place."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

from hiretool.job.lint.post import Block, Builder, Kind

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+•·‣▪▸►◦–—✓✔➤○●■◆]|\d{1,2}[.)]|[A-Z]\d{1,2}[.):]?(?=[ \t]{2}))[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
# Images, links, code, emphasis, tags, escapes and entities, in the order in which they are tried.
_MARKUP = re.compile(
    r"!\[(?P<alt>[^\[\]\n]{0,300})\]\([^)\n]{0,500}\)"
    r"|\[(?P<link>[^\[\]\n]{1,300})\]\([^)\n]{0,500}\)"
    r"|<(?P<auto>(?:https?://|mailto:)[^>\s]+)>"
    r"|<!--.*?-->|</?[a-zA-Z][^<>\n]*>"
    r"|(?P<code>`+)"
    r"|\*{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])|~~"
    r"|\\(?P<escape>[\\`*_{}\[\]()#+\-.!|<>~])"
    r"|(?P<entity>&(?:[a-zA-Z]{2,30}|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6});)",
)
_ANY_MARKUP = re.compile(r"[!\[<`*_~\\&]")
_BOLD_LINE = re.compile(r"[ \t]*(\*\*|__)(?P<text>[^*_\n]+?)\1:?[ \t]*$")
# `**Your tasks.** You take ...`: a heading at the head of its paragraph.
_RUN_IN = re.compile(r"[ \t]*(\*\*|__)(?P<text>[^*_\n]{2,70}?[.:?]|[^*_\n]{2,70}?(?=\1:))\1:?[ \t]+(?=\S)")
# `**Salary:** ...`, line by line: each is a paragraph of its own.
_LABEL = re.compile(r"[ \t]*(?:\*\*|__)[^*_\n]{2,40}(?::(?:\*\*|__)|(?:\*\*|__):)")
# `REQUIREMENTS`, `Requirements:`; a heading of a plain text stands alone and is short.
_SHORT = 70
RUN_IN_LEVEL = 5
MOST_HEAD_LINES = 6
"""Of a plain text: title, employer, place, pay, contract, date."""


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
    return _Reader(text, marked=True, known=_nothing).found


def plain(source: str, known: Known = _nothing) -> list[Block]:
    """Blocks of a text without markup.

    Headings are short lines that stand by themselves, lead to a list, are in capitals, or are `known` as a heading.
    """
    return _Reader(source, marked=False, known=known).found


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _lines(text: str) -> list[_Line]:
    found, place = [], 0
    for line in text.split("\n"):
        found.append(_Line(line.rstrip("\r"), place))
        place += len(line) + 1
    return found


class _Reader:
    """Puts lines together to blocks."""

    def __init__(self, text: str, *, marked: bool, known: Known) -> None:
        self._lines = _lines(text)
        self._marked, self._known = marked, known
        self._builder = Builder()
        self._kind: Kind = "paragraph"
        self._fenced = False
        self._head_lines = 0
        self._begun = False
        """The head of a plain text is over."""
        self.found: list[Block] = []
        for number, line in enumerate(self._lines):
            self._take(number, line)
        self._end()

    def _end(self, kind: Kind | None = None, level: int = 0) -> None:
        """Ends the block at hand."""
        block = self._builder.block(kind or self._kind, level)
        if block:
            self.found.append(block)
        self._kind = "paragraph"

    def _near(self, number: int) -> str:
        return self._lines[number].text if 0 <= number < len(self._lines) else ""

    def _take(self, number: int, line: _Line) -> None:
        text, before = line.text, self._near(number - 1)
        if self._marked and _FENCE.match(text):
            self._fenced = not self._fenced
            self._end()
        elif self._fenced:
            return
        elif self._kind == "paragraph" and before.strip() and _UNDERLINE.match(text):
            self._end("heading", 1 if "=" in text else 2)
        elif not text.strip() or (self._marked and (_RULE.match(text) or _TABLE_RULE.match(text))):
            self._end()
        elif item := _ITEM.match(text):
            self._end()
            self._kind = "item"
            self._begun = True
            self._add(text[item.end() :], line.place + item.end())
        elif heading := self._heading(text, before, self._near(number + 1)):
            self._end()
            level, start, end = heading
            self._add(text[start:end], line.place + start)
            self._end("heading", level)
        elif self._marked and text.lstrip().startswith("|"):
            self._end()
            self._cells(line)
        else:
            self._paragraph(line, before)

    def _heading(self, text: str, before: str, after: str) -> tuple[int, int, int] | None:
        """Level, start and end of the heading that a line is."""
        if self._marked:
            return _marked_heading(text)
        heading = _bare_heading(text, before, after, self._known)
        if heading is None and not self._begun:
            heading = _head_line(text)
        self._head_lines += 1
        self._begun = self._begun or heading is None or self._head_lines >= MOST_HEAD_LINES
        return heading

    def _paragraph(self, line: _Line, before: str) -> None:
        start = len(line.text) - len(line.text.lstrip(" \t>" if self._marked else " \t"))
        lead = _RUN_IN.match(line.text) if self._marked and not before.strip() else None
        if lead:
            self._end()
            self._add(lead["text"], line.place + lead.start("text"))
            self._end("heading", RUN_IN_LEVEL)
            start = lead.end()
        elif self._marked and _LABEL.match(line.text):
            self._end()
        else:
            self._builder.add("\n", line.place - 1)
        self._add(line.text[start:], line.place + start)

    def _cells(self, line: _Line) -> None:
        place = line.place
        for part in line.text.split("|"):
            self._add(part, place)
            self._end("cell")
            place += len(part) + 1

    def _add(self, text: str, place: int) -> None:
        if self._marked:
            _inline(self._builder, text, place)
        else:
            self._builder.add(text, place)


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


def _inline(builder: Builder, text: str, place: int) -> None:
    """The text without its markup."""
    if not _ANY_MARKUP.search(text):
        builder.add(text, place)
        return
    done = 0
    for match in _MARKUP.finditer(text):
        builder.add(text[done : match.start()], place + done)
        done = match.end()
        if match["link"] is not None:
            _inline(builder, match["link"], place + match.start("link"))
        for group in ("alt", "auto", "escape"):
            if match[group] is not None:
                builder.add(match[group], place + match.start(group))
        if match["entity"]:
            builder.add(html.unescape(match["entity"]), place + match.start())
    builder.add(text[done:], place + done)

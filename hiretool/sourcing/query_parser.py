"""Text -> tokens -> the parts of a query, or the position of what cannot be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from hiretool.errors import DataError
from hiretool.sourcing.query_terms import OPERATORS, All, Category, Either, Node, Submitted, Words
from hiretool.sourcing.words import fold, words

FIELDS = ("ti", "abs", "au", "cat", "co", "jr", "all")
_LONGEST = 4000
_DEEPEST = 30

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<dates>submittedDate:\s*\[[^\]]*\]?)
      | (?P<field>[A-Za-z]+:)
      | (?P<mark>[()])
      | (?P<quoted>"[^"]*"?)
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_DATES = re.compile(r"submittedDate:\s*\[\s*(\d{8})(?:\d{4}|\d{6})?\s+TO\s+(\d{8})(?:\d{4}|\d{6})?\s*\]")
_CATEGORY = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*(?:\.(?=[A-Za-z*])(?:[A-Za-z]+(?:-[A-Za-z]+)*)?)?\*?")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int
    """Of its first character, from 1."""


def tree(text: str) -> Node:
    """The query's parts. Raises: DataError, with the position."""
    if len(text) > _LONGEST:
        raise _error(_LONGEST, f"the query goes on for {len(text)} characters; at most {_LONGEST} can be asked")
    tokens = [
        _Token(found.lastgroup or "", found[found.lastgroup or 0], found.start(found.lastgroup or 0) + 1)
        for found in _TOKEN.finditer(text)
    ]
    if not tokens:
        raise _error(1, "the query is empty; expected words, or a field such as ti:, abs:, au: or cat:")
    parser = _Parser(tokens, len(text.rstrip()) + 1)
    root = parser.either("all", 0)
    if rest := parser.next:
        raise _error(rest.position, "')' without '('")
    return root


class _Parser:
    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens, self._at, self._end = tokens, 0, end

    @property
    def next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def either(self, field: str, depth: int) -> Node:
        """one OR other"""
        parts = [self._all(field, depth)]
        while self._took("OR"):
            parts.append(self._all(field, depth))
        return parts[0] if len(parts) == 1 else Either(_flat(parts, Either))

    def _all(self, field: str, depth: int) -> Node:
        """one AND other ANDNOT third, or side by side"""
        wanted, without = [self._item(field, depth)], []
        while (token := self.next) and token.text not in ("OR", ")"):
            if self._took("ANDNOT"):
                without.append(self._item(field, depth))
            else:
                self._took("AND")
                wanted.append(self._item(field, depth))
        if len(wanted) == 1 and not without:
            return wanted[0]
        return All(_flat(wanted, All), tuple(without))

    def _item(self, field: str, depth: int) -> Node:
        token = self.next
        if token is None:
            raise _error(self._end, "the query ends here; a word, a \"phrase\" or '(' must follow")
        self._at += 1
        if token.kind == "dates":
            return _submitted(token)
        if token.kind == "field":
            if (field := token.text[:-1].lower()) not in FIELDS:
                raise _error(token.position, f"unknown field {token.text!r}; known: {': '.join(FIELDS)}:")
            if self.next is None or self.next.kind in ("field", "dates") or self.next.text == ")":
                raise _error(token.position, f"nothing follows {token.text}; expected a word, a \"phrase\" or '('")
            return self._item(field, depth)
        if token.text == "(":
            return self._group(token, field, depth + 1)
        return _term(token, field)

    def _group(self, opening: _Token, field: str, depth: int) -> Node:
        if depth > _DEEPEST:
            raise _error(opening.position, f"more than {_DEEPEST} parentheses inside one another")
        inner = self.either(field, depth)
        if not self._took(")"):
            raise _error(opening.position, "'(' without ')'")
        return inner

    def _took(self, text: str) -> bool:
        token = self.next
        taken = token is not None and token.kind in ("word", "mark") and token.text == text
        self._at += taken
        return taken


def _term(token: _Token, field: str) -> Node:
    text, quoted = token.text, token.kind == "quoted"
    if quoted and (len(text) == 1 or not text.endswith('"')):
        raise _error(token.position, "this quotation mark has no partner")
    if not quoted:
        _check_word(token)
    if field == "cat":
        if not _CATEGORY.fullmatch(name := text.strip('"')):
            raise _error(token.position, f"expected a category such as cs.LG or cs.*, got {name!r}")
        return Category(name)
    found = tuple(words(text))
    if not found:
        raise _error(token.position, f"{text!r} has no letter or digit to look for")
    open_ended = not quoted and text.endswith("*")
    if open_ended and len(found) > 1:
        raise _error(token.position, f"{text!r}: a * can end one word, not a phrase")
    joined = "_" if field == "au" and not quoted and "_" in text else " "
    return Words(field, found, open_ended, joined if len(found) > 1 else " ")


def _check_word(token: _Token) -> None:
    text, at = token.text, token.position
    if text == ")":
        raise _error(at, "a word, a \"phrase\" or '(' must stand before ')'")
    if text in ("AND", "OR", "ANDNOT"):
        raise _error(at, f"{text} needs a word, a \"phrase\" or '(' on each side")
    if fold(text) in OPERATORS:
        raise _error(at, f'{text!r}: the operators are AND, OR and ANDNOT; to look for the word itself write "{text}"')
    if "?" in text or "*" in text[:-1]:
        raise _error(at, f"{text!r}: the only wildcard is a * that ends a word; put a question in quotation marks")


def _submitted(token: _Token) -> Node:
    try:
        if (found := _DATES.fullmatch(token.text)) is None:
            raise ValueError
        since, until = map(_day, found.groups())
    except ValueError as error:
        expected = "submittedDate:[YYYYMMDD TO YYYYMMDD], each with HHMM or without"
        raise _error(token.position, f"expected {expected}, got {token.text!r}") from error
    return Submitted(since, until)


def _day(digits: str) -> date:
    return datetime.strptime(digits, "%Y%m%d").date()


def _flat(parts: list[Node], kind: type[All] | type[Either]) -> tuple[Node, ...]:
    """The parts, with those of the same kind taken apart: (a AND b) AND c is a AND b AND c."""
    flat: list[Node] = []
    for part in parts:
        mergeable = isinstance(part, kind) and not getattr(part, "without", ())
        flat.extend(part.parts if mergeable else [part])  # type: ignore[attr-defined]
    return tuple(flat)


def _error(position: int, problem: str) -> DataError:
    return DataError("query", position, problem)

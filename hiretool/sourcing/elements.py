"""XML of any length -> the few elements that are wanted of it, one at a time, in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_DEEPEST = 20
_LARGEST = 4 << 20
"""Bytes of one element that is kept, or of one tag or comment; a real record has a few thousand."""


class Elements:
    """An incremental reader of one document that holds one element at a time.

    No DOCTYPE, so no entity can be declared: nothing expands, nothing is fetched.
    root: tag of the document, and the words by which to say that it is another. wanted: the depth, from 1, at which
    each tag counts; with `{namespace}` before their names. called: what an element is, in an error.
    """

    def __init__(self, *, root: tuple[str, str], wanted: Mapping[str, int], called: str) -> None:
        self._root, self._wanted, self._called = root, wanted, called
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._builder: TreeBuilder | None = None
        self._done: list[tuple[int, Element]] = []
        self._path: list[str] = []
        self._read = self._began_at = self._began_on = self._built = 0

    @property
    def line(self) -> int:
        """Where the reader is, from 1."""
        return self._parser.CurrentLineNumber

    def read(self, chunks: Iterable[bytes]) -> Iterator[tuple[int, Element]]:
        """(line on which it begins, element) of each that is wanted, as soon as it is complete.

        Raises: ValueError where the XML is broken off, malformed, another document, or made to do harm.
        """
        try:
            for chunk in chunks:
                self._read += len(chunk)
                self._parser.Parse(chunk, False)
                if self._read - max(self._parser.CurrentByteIndex, 0) > _LARGEST:
                    raise ValueError(f"a tag or comment of more than {_LARGEST >> 20} MB")
                yield from self._taken()
            self._parser.Parse(b"", True)
            yield from self._taken()
        except expat.ExpatError as error:
            yield from self._taken()
            raise ValueError(f"not well-formed XML, line {error.lineno}: {expat.ErrorString(error.code)}") from error

    def _taken(self) -> list[tuple[int, Element]]:
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = "{" + name if "}" in name else name
        if not self._path and tag != self._root[0]:
            raise ValueError(f"expected {self._root[1]}, got <{local(tag)}>")
        self._path.append(tag)
        if len(self._path) > _DEEPEST:
            raise ValueError(f"elements nested more than {_DEEPEST} deep")
        if self._builder is None and self._wanted.get(tag) == len(self._path):
            self._builder, self._built = TreeBuilder(), len(self._path)
            self._began_on, self._began_at = self._parser.CurrentLineNumber, self._parser.CurrentByteIndex
        if self._builder is not None:
            self._check_size()
            self._builder.start(tag, attributes)

    def _data(self, text: str) -> None:
        if self._builder is not None:
            self._check_size()
            self._builder.data(text)

    def _check_size(self) -> None:
        if self._parser.CurrentByteIndex - self._began_at > _LARGEST:
            raise ValueError(f"{self._called} of more than {_LARGEST >> 20} MB")

    def _end(self, name: str) -> None:
        tag, depth = self._path.pop(), len(self._path) + 1
        if self._builder is None:
            return
        self._builder.end(tag)
        if depth == self._built:
            self._done.append((self._began_on, self._builder.close()))
            self._builder = None

    def _doctype(self, *_: Any) -> None:
        raise ValueError("a DOCTYPE, which no answer of arXiv has; it could declare entities that grow without end")


def local(tag: str) -> str:
    """The name of a tag without its namespace."""
    return tag.rpartition("}")[2]

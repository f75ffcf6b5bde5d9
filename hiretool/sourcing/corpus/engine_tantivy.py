"""tantivy: a text index, and one of names beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import tantivy

from hiretool.errors import HiretoolError
from hiretool.sourcing.corpus.engine import TITLE_WEIGHT, Matches, Signed, Text, fields_of
from hiretool.sourcing.query_terms import All, Category, Either, Node, Submitted, Words

MEMORY = 256 << 20
"""Bytes that the writer of texts fills before it writes a segment."""
_MEMORY_NAMES = 64 << 20
_THREADS = 2

# They are a third of all words; in a phrase each stands for any word. Source: counted in 20,000 abstracts; of the
# commonest words those that mean something are left out of the list.
_STOP_WORDS = """
a an and are as at be been between both but by can each for from has have how however if in into is it its more most not
of on one or our over such than that the their then there these they this to two use used using was we well when where
which while will with
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Tantivy:
    """See `engine.Engine`."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encode = msgspec.json.Encoder().encode
        # A swap of the names that was broken off half-way.
        if not (folder / "names").exists() and (folder / "names.old").exists():
            os.replace(folder / "names.old", folder / "names")
        self._texts, self._names = _index(folder / "texts", _texts()), _index(folder / "names", _names())
        self._writers: tuple[Any, Any] | None = None

    def add(self, text: Text, signed: Signed) -> None:
        texts, names = self._writing()
        n = text.n
        texts.add_json(
            self._encode(
                {
                    "ti": text.ti,
                    "abs": text.abs,
                    "co": text.co,
                    "jr": text.jr,
                    "cat": text.categories,
                    "day": text.day,
                    "n": n,
                    "block": n >> 5,
                }
            ).decode()
        )
        names.add_json(self._document(signed))

    def remove(self, n: int) -> None:
        for writer, index in zip(self._writing(), (self._texts, self._names), strict=True):
            schema = index.schema
            block = tantivy.Query.term_query(schema, "block", n >> 5)
            exact = tantivy.Query.range_query(schema, "n", tantivy.FieldType.Integer, n, n)
            writer.delete_documents_by_query(_all([block, exact]))

    def remove_from(self, n: int) -> None:
        for writer, index in zip(self._writing(), (self._texts, self._names), strict=True):
            writer.delete_documents_by_query(
                tantivy.Query.range_query(index.schema, "n", tantivy.FieldType.Integer, n, None)
            )

    def commit(self) -> None:
        for writer in self._writing():
            writer.commit()

    def close(self) -> None:
        if self._writers:
            for writer in self._writers:
                writer.wait_merging_threads()
            self._writers = None

    def search(self, query: Node, limit: int | None) -> Matches:
        searcher = self._searcher(self._texts)
        if not searcher.num_docs:
            return Matches({}, 0)
        found = searcher.search(_query(self._texts.schema, query), limit or searcher.num_docs, count=True)
        numbers = searcher.fast_field_values("n", [address for _, address in found.hits])
        return Matches({n: score for n, (score, _) in zip(numbers, found.hits, strict=True)}, found.count)

    def signed_by(self, words: Iterable[tuple[str, bool]]) -> list[int]:
        schema, wanted = self._names.schema, list[Any]()
        for word, open_ended in words:
            ending = ".*" if open_ended else "( .*)?"
            wanted.append(
                _any(
                    [
                        tantivy.Query.regex_query(schema, "key", f"(.* )?{word}{ending}"),
                        tantivy.Query.regex_query(schema, "middle", word + ".*" * open_ended),
                    ]
                )
            )
        return self._named(_all(wanted), None)

    def by_key(self, keys: Iterable[str], limit: int) -> list[int]:
        return self._named(tantivy.Query.term_set_query(self._names.schema, "key", list(keys)), limit)

    def count_of(self, key: str) -> int:
        return int(self._searcher(self._names).doc_freq("key", key))

    def titles_with(self, words: Iterable[str]) -> dict[str, int]:
        searcher = self._searcher(self._texts)
        return {word: int(searcher.doc_freq("ti", word)) for word in words}

    def name_keys(self) -> Iterator[str]:
        searcher = self._searcher(self._names)
        # In parts, for all of them at once would not fit in memory; what begins with no such letter is little.
        seen = 0
        for first in _LETTERS:
            for second in _LETTERS + " ":
                terms = searcher.terms_with_prefix("key", first + second)
                seen += len(terms)
                yield from (term for term, _ in terms)
        for term in self._other_initials():
            yield from (name for name, _ in searcher.terms_with_prefix("key", term) if not _plain(name))

    def rewrite_names(self, signed: Iterable[Signed]) -> None:
        self.close()
        fresh, old, place = (self._folder / name for name in ("names.new", "names.old", "names"))
        for folder in (fresh, old):
            shutil.rmtree(folder, ignore_errors=True)
        index = _index(fresh, _names())
        writer = index.writer(_MEMORY_NAMES, 1)
        for one in signed:
            writer.add_json(self._document(one))
        writer.commit()
        writer.wait_merging_threads()
        os.replace(place, old)
        os.replace(fresh, place)
        shutil.rmtree(old)
        self._names = _index(place, _names())

    def count(self) -> int:
        return int(self._searcher(self._texts).num_docs)

    def _document(self, signed: Signed) -> str:
        n = signed.n
        odd = sorted({key[:1] for key in signed.keys if not _plain(key)})
        return self._encode({"middle": signed.middle, "key": signed.keys, "odd": odd, "n": n, "block": n >> 5}).decode()

    def _other_initials(self) -> list[str]:
        return [term for term, _ in self._searcher(self._names).terms_with_prefix("odd", "")]

    def _named(self, query: Any, limit: int | None) -> list[int]:
        searcher = self._searcher(self._names)
        if not searcher.num_docs:
            return []
        hits = searcher.search(query, limit or searcher.num_docs, count=False, order_by_field="n").hits
        return [n for n, _ in hits]

    def _writing(self) -> tuple[Any, Any]:
        if self._writers is None:
            try:
                texts = self._texts.writer(MEMORY, _THREADS)
                self._writers = (texts, self._names.writer(_MEMORY_NAMES, 1))
            except ValueError as error:
                raise HiretoolError(f"{self._folder}: another process is writing to this corpus ({error})") from error
            for writer in self._writers:
                # A build that was killed while it committed leaves files that the next commit would name the same.
                writer.garbage_collect_files()
        return self._writers

    def _searcher(self, index: Any) -> Any:
        index.reload()
        return index.searcher()


def _texts() -> Any:
    schema = tantivy.SchemaBuilder()
    for field in ("ti", "abs", "co", "jr"):
        schema.add_text_field(field, tokenizer_name="words", index_option="position")
    schema.add_text_field("cat", tokenizer_name="raw", index_option="basic")
    schema.add_integer_field("day", fast=True)
    return _numbered(schema)


def _names() -> Any:
    schema = tantivy.SchemaBuilder()
    for field in ("middle", "key", "odd"):
        schema.add_text_field(field, tokenizer_name="raw", index_option="basic")
    return _numbered(schema)


def _numbered(schema: Any) -> Any:
    schema.add_integer_field("n", fast=True)
    # A few bytes for 32 papers find one of them; its own number would take as much room as its text.
    schema.add_integer_field("block", indexed=True)
    return schema.build()


def _index(folder: Path, schema: Any) -> Any:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        index = tantivy.Index(schema, str(folder))
    except ValueError as error:
        raise HiretoolError(f"{folder}: this index cannot be read ({error}); build the corpus again") from error
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    index.register_tokenizer("words", words.filter(tantivy.Filter.custom_stopword(sorted(STOP_WORDS))).build())
    return index


def _query(schema: Any, node: Node) -> Any:
    # What has no words counts nothing, and is told so once: ten categories, each apart, take twice as long and more.
    if not _has_words(node):
        return _unscored(_part(schema, node))
    if isinstance(node, All):
        silent = [_part(schema, part) for part in node.parts if not _has_words(part)]
        scored = [_query(schema, part) for part in node.parts if _has_words(part)]
        together = [_unscored(_all(silent))] if silent else []
        return _all([*scored, *together], [_part(schema, part) for part in node.without])
    if isinstance(node, Either):
        return _any([_query(schema, part) for part in node.parts])
    return _part(schema, node)


def _part(schema: Any, node: Node) -> Any:  # noqa: PLR0911 - one for each kind of part
    match node:
        case Words():
            found = [_boosted(field, _words(schema, field, node)) for field in fields_of(node.field)]
            return found[0] if len(found) == 1 else _any(found)
        case Category(name):
            wanted = name.lower()
            if wanted.endswith("*"):
                return tantivy.Query.regex_query(schema, "cat", wanted[:-1].replace(".", "\\.") + ".*")
            return tantivy.Query.term_query(schema, "cat", wanted, index_option="basic")
        case Submitted(since, until):
            days = (since.toordinal(), until.toordinal())
            if days[0] > days[1]:
                return tantivy.Query.empty_query()
            return tantivy.Query.range_query(schema, "day", tantivy.FieldType.Integer, *days)
        case All(parts, without):
            return _all([_part(schema, part) for part in parts], [_part(schema, part) for part in without])
        case Either(parts):
            return _any([_part(schema, part) for part in parts])
    raise TypeError(type(node))


def _has_words(node: Node) -> bool:
    match node:
        case Words():
            return True
        case All(parts) | Either(parts):
            return any(map(_has_words, parts))
    return False


def _words(schema: Any, field: str, node: Words) -> Any:
    """Words side by side; those that are not indexed stand for any word, alone for every paper."""
    if node.open_ended:
        return tantivy.Query.regex_query(schema, field, f"{node.words[0]}.*")
    placed = [(at, word) for at, word in enumerate(node.words) if word not in STOP_WORDS]
    if not placed:
        return _unscored(tantivy.Query.all_query())
    if len(placed) == 1:
        return tantivy.Query.term_query(schema, field, placed[0][1])
    first = placed[0][0]
    return tantivy.Query.phrase_query(schema, field, [(at - first, word) for at, word in placed])


def _boosted(field: str, query: Any) -> Any:
    return tantivy.Query.boost_query(query, TITLE_WEIGHT) if field == "ti" else query


def _all(wanted: Iterable[Any], without: Iterable[Any] = ()) -> Any:
    must, never = tantivy.Occur.Must, tantivy.Occur.MustNot
    return tantivy.Query.boolean_query([*((must, query) for query in wanted), *((never, query) for query in without)])


def _any(queries: Iterable[Any]) -> Any:
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def _unscored(query: Any) -> Any:
    return tantivy.Query.const_score_query(query, 0.0)


def _plain(key: str) -> bool:
    """Whether `keys` finds it by its first two letters."""
    return key[:1] in _LETTERS and len(key) > 1 and key[1] in _LETTERS + " "

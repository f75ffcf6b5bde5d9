"""All of arXiv in a folder: papers that match a query, and all that is known of who signed them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hiretool.errors import HiretoolError
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.corpus import engine, place
from hiretool.sourcing.corpus.engine import Matches
from hiretool.sourcing.corpus.shelf import Shelf, Source
from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.spelling import spelling
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.privacy import forms
from hiretool.sourcing.query import Query
from hiretool.sourcing.query_terms import All, Either, Node, Texts, Words
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.words import words

_RECOUNT_FROM = 1.05
_SAMPLED = 16


@dataclass(frozen=True, slots=True)
class Results:
    """Papers that match, best first."""

    papers: tuple[Paper, ...]
    relevance: dict[str, float]
    """Id of a paper -> BM25 of the query's words."""
    total: int
    """Papers that match, of which these are the best."""


@dataclass(frozen=True, slots=True)
class Info:
    """What there is in a corpus."""

    folder: Path
    engine: str
    papers: int
    indexed: int
    """The same, unless a build was interrupted."""
    newest: str
    digest: str
    """Of all records, the same whatever the order in which they came."""
    bytes: int
    acceptances: int
    repositories: int
    sources: tuple[Source, ...]


class Corpus:
    """A corpus that is there.

    Raises: HiretoolError if there is none in the folder, or its engine is not installed.
    """

    def __init__(self, folder: Path) -> None:
        if not place.exists(folder):
            raise HiretoolError(f"{folder}: no corpus is there; make one with `hiretool corpus build FILE`")
        self.folder = folder
        self.shelf = Shelf(folder)
        try:
            self.index = engine.opened(folder / "index", self.shelf.get("engine", engine.best()))
        except HiretoolError:
            self.shelf.close()
            raise

    @classmethod
    def made(cls, folder: Path, *, engine_name: str | None = None) -> Corpus:
        """The corpus in the folder, which is made if it is not there.

        Raises: HiretoolError if it is there with another engine, or the folder cannot be made.
        """
        name = engine_name or None
        if not place.exists(folder):
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            except OSError as error:
                raise HiretoolError(f"{folder}: a corpus cannot be made there ({error.strerror})") from error
            shelf = Shelf(folder)
            shelf.set("engine", name or engine.best())
            shelf.commit()
            shelf.close()
        corpus = cls(folder)
        if name and corpus.index.name != name:
            corpus.close()
            raise HiretoolError(
                f"{folder}: this corpus was built with {corpus.index.name}; for one with {name} name another folder"
            )
        return corpus

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.index.close()
        self.shelf.close()

    def search(self, query: Query, *, limit: int | None = 1000) -> Results:
        """The papers that match, the best `limit` of them by BM25.

        A query means what it means in a file, save that a word without a field is looked for in titles, abstracts,
        comments and journal references and not in names, and that with tantivy the commonest words stand for any word.
        """
        found = self._found(query.root, limit)
        records = self.shelf.take(found.scores)
        papers = {n: records[n].paper() for n in found.scores if n in records}
        relevance = {paper.id: found.scores[n] for n, paper in papers.items()}
        return Results(tuple(papers.values()), relevance, found.total)

    def signed(self, keys: Iterable[str], *, limit: int) -> list[Paper]:
        """Papers with a name of one of these keys (see `names.key`) at any place, newest first; `limit` at the most."""
        records = self.shelf.take(self.index.by_key(keys, limit))
        return sorted((record.paper() for record in records.values()), key=lambda paper: paper.submitted, reverse=True)

    def count_of(self, key: str) -> int:
        """How many papers have a name of this key."""
        return self.index.count_of(key)

    def accepted(self, keys: Sequence[str]) -> dict[str, list[Acceptance]]:
        """Key of a name -> lines of lists of accepted papers that name it."""
        return self.shelf.facts.acceptances(keys)

    def code(self, ids: Sequence[str] | None) -> list[Repository]:
        """Repositories linked with these papers, or all."""
        return self.shelf.facts.repositories(ids)

    def all(self) -> Iterator[Paper]:
        """Each paper, without its abstract."""
        return (record.paper() for _, record in self.shelf.all())

    def withhold(self, names: Callable[[Paper], Sequence[str]]) -> int:
        """Take names out of all records and the index of names, so that no byte of them is left.

        names: author names to take out of a paper, as spelled. Returns: papers that were changed.
        """
        changed = {n: record.without(hidden) for n, record in self.shelf.all() if (hidden := names(record.paper()))}
        if changed:
            self.shelf.rewrite(changed)
            self.shelf.facts.forget_parts()
            self.shelf.set("counted", "0")
            self.shelf.facts.unlist(names)
            self.shelf.commit()
            self.index.rewrite_names(engine.indexed(n, record.paper())[1] for n, record in self.shelf.all())
            self.shelf.compact()
        return len(changed)

    def forget(self, names: Collection[str], *, paper_ids: Collection[str] = ()) -> int:
        """Withhold whoever bears one of these names, on these papers or on all; see `withhold`."""
        asked, papers = {forms.name(name) for name in names}, set(paper_ids)
        return self.withhold(
            lambda paper: [
                name for name in paper.authors if (not papers or paper.id in papers) and forms.name(name) in asked
            ]
        )

    def count_names(self) -> None:
        """Count how often each part of a name occurs, if there are many more names than at the last count."""
        papers = self.shelf.count()
        if papers <= int(self.shelf.get("counted", "0")) * _RECOUNT_FROM:
            return
        firsts, lasts = Counter[str](), Counter[str]()
        names = 0
        for found in self.index.name_keys():
            first, _, last = found.partition(" ")
            names += 1
            firsts[first] += 1
            lasts[last] += 1
        # Middle names are a quarter of all; every 16th block tells their shares well enough.
        sampled = {spelling(name) for record in self.shelf.sample(_SAMPLED) for name in record.authors}
        middles = Counter(one.middle for one in sampled if one.middle)
        scale = names / max(len({one.key for one in sampled}), 1)
        self.shelf.facts.put_parts(
            {"f": firsts, "l": lasts, "m": {part: round(count * scale) for part, count in middles.items()}}
        )
        self.shelf.set("names", str(names))
        self.shelf.set("counted", str(papers))
        self.shelf.commit()

    def name_counts(self, papers: Sequence[Paper]) -> NameCounts:
        """How often the parts of names and the words of titles of these papers occur in the whole corpus."""
        wanted = {spelling(name) for paper in papers for name in paper.authors}
        parts = {
            "f": {one.first for one in wanted},
            "l": {one.last for one in wanted},
            "m": {one.middle for one in wanted},
        }
        firsts, lasts, middles = (self.shelf.facts.parts(kind, some) for kind, some in parts.items())
        titles = self.index.titles_with({word for paper in papers for word in words(paper.title)})
        return NameCounts(int(self.shelf.get("names", "0")), firsts, lasts, middles, self.index.count(), titles)

    def list_bad(self) -> int:
        """Write source, line and reason of each line that could not be used to bad-lines.tsv; returns how many."""
        target, count = self.folder / "bad-lines.tsv", 0
        with (part := target.with_suffix(".part")).open("w", encoding="utf-8") as file:
            for source, line, reason in self.shelf.bad():
                file.write(f"{source}\t{line}\t{' '.join(reason.split())}\n")
                count += 1
        os.replace(part, target)
        if not count:
            target.unlink()
        return count

    def info(self) -> Info:
        size = sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())
        acceptances, repositories = self.shelf.facts.totals()
        return Info(
            self.folder,
            self.index.name,
            self.shelf.count(),
            self.index.count(),
            self.shelf.get("newest"),
            f"{self.shelf.digest:016x}",
            size,
            acceptances,
            repositories,
            tuple(self.shelf.sources()),
        )

    def _found(self, node: Node, limit: int | None) -> Matches:
        if not _asks_for_names(node):
            return self.index.search(node, limit)
        scores = self._scores(node)
        best = sorted(scores, key=lambda n: (-scores[n], -n))[:limit]
        return Matches({n: scores[n] for n in best}, len(scores))

    def _scores(self, node: Node) -> dict[int, float]:
        """All papers that match a part of a query with names in it, with their scores."""
        if not _asks_for_names(node):
            return self.index.search(node, None).scores
        match node:
            case Words():
                return dict.fromkeys(self._signed_by(node), 0.0)
            case All(parts, without):
                named = sorted(parts, key=_asks_for_names, reverse=True)
                common = self._scores(named[0])
                for part in named[1:]:
                    scores = self._scores(part)
                    common = {n: score + scores[n] for n, score in common.items() if n in scores}
                for part in without:
                    unwanted = self._scores(part)
                    common = {n: score for n, score in common.items() if n not in unwanted}
                return common
            case Either(parts):
                union = dict[int, float]()
                for part in parts:
                    for n, score in self._scores(part).items():
                        union[n] = union.get(n, 0.0) + score
                return union
        raise TypeError(type(node))

    def _signed_by(self, words: Words) -> list[int]:
        """Papers on which one author has all the words."""
        last = len(words.words) - 1
        wanted = [(word, len(word) == 1 or (words.open_ended and at == last)) for at, word in enumerate(words.words)]
        numbers = self.index.signed_by(wanted)
        if len(wanted) == 1:
            return numbers
        records = self.shelf.take(numbers)
        return [n for n, record in records.items() if words.matches(Texts(record.paper()))]


def keys_of(acceptance: Acceptance) -> list[str]:
    """The key of each name on a line."""
    return [key(name) for name in acceptance.authors]


def _asks_for_names(node: Node) -> bool:
    match node:
        case Words(field):
            return field == "au"
        case All(parts, without):
            return any(map(_asks_for_names, (*parts, *without)))
        case Either(parts):
            return any(map(_asks_for_names, parts))
    return False

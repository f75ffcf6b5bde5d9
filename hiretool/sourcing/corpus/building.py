"""Papers into a corpus: in batches that are committed whole, so that a build can be stopped at any moment."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zlib import crc32

from hiretool.errors import DataError
from hiretool.sourcing import files
from hiretool.sourcing.corpus import blocks, engine
from hiretool.sourcing.corpus.engine import Engine
from hiretool.sourcing.corpus.numbers import number
from hiretool.sourcing.corpus.shelf import Shelf, Source
from hiretool.sourcing.paper import Paper

CHECKPOINT = 102_400
"""Records between two commits: what a killed build has to do again at the most."""
_GROUP = 1024
_TELL_EVERY_S = 5.0
_HEAD = 1 << 16


@dataclass(slots=True)
class Counts:
    """What became of the records of one source."""

    read: int = 0
    new: int = 0
    newer: int = 0
    """Put in the place of an older record of the same paper."""
    same: int = 0
    """Were there already, or an older record than the one that is there."""
    bad: int = 0


class Builder:
    """Puts papers into a shelf and an engine, the same in both.

    withheld: author names, as spelled, that must not come in: of people who asked for it.
    """

    def __init__(
        self,
        shelf: Shelf,
        index: Engine,
        *,
        say: Callable[[str], None] = lambda sentence: None,
        withheld: Callable[[Paper], Sequence[str]] | None = None,
        checkpoint: int = CHECKPOINT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shelf, self._index, self._say = shelf, index, say
        self._withheld, self._checkpoint, self._clock = withheld, checkpoint, clock
        # What a killed process had put into the index, and not yet on the shelf.
        if shelf.get("clean", "yes") != "yes":
            index.remove_from(shelf.next)

    def file(self, path: Path | str) -> Counts:
        """All papers of a file; one that was read before is passed over, one that was begun is gone on with.

        Raises: DataError if there is no such file, or not one record in it.
        """
        name, mark = _name(path), _mark(path)
        stood = self._shelf.source(name)
        if stood is None or stood.mark != mark:
            stood = Source(name, "papers", mark, 0, 0, 0, 0, False, _now())
        elif stood.finished:
            self._say(f"{name}: is in the corpus already ({stood.records:,} records).")
            return Counts(read=stood.records, same=stood.records)
        elif stood.position:
            self._say(f"{name}: going on after {stood.records:,} records.")
        progress = _Progress(self._say, name, self._clock)
        return self._read(
            stood, files.records(path, position=stood.position, line=stood.lines, told=progress.at), progress
        )

    def papers(self, papers: Iterable[Paper], source: Source, *, bad: Sequence[tuple[int, str]] = ()) -> Counts:
        """These papers, committed together with where their source stands now."""
        counts = Counts(bad=len(bad))
        for group in _grouped(papers, _GROUP):
            counts.read += len(group)
            self._add(group, counts)
        self._shelf.note(source.name, bad)
        self._commit(source)
        return counts

    def remove(self, ids: Sequence[str]) -> int:
        """Take out papers that arXiv took back, with the next commit; returns how many of them there were."""
        known = self._shelf.known(ids)
        if known:
            self._unclean()
            for n in known.values():
                self._index.remove(n)
            self._shelf.drop(known)
        return len(known)

    def _read(self, source: Source, found: Iterator[tuple[int, int, Paper | str]], progress: _Progress) -> Counts:
        with _without_collections():
            return self._all(source, found, progress)

    def _all(self, source: Source, found: Iterator[tuple[int, int, Paper | str]], progress: _Progress) -> Counts:
        counts, group, bad, since = Counts(), list[Paper](), list[tuple[int, str]](), 0
        line, position = source.lines, source.position
        for line, position, paper in found:
            if isinstance(paper, str):
                counts.bad += 1
                bad.append((line, paper))
            else:
                counts.read += 1
                group.append(paper)
            since += 1
            if len(group) == _GROUP or since == self._checkpoint:
                self._add(group, counts)
                group = []
                progress.tell(counts.read)
            if since == self._checkpoint:
                self._stand(source, counts, line, position, bad, finished=False)
                bad, since = [], 0
        self._add(group, counts)
        self._stand(source, counts, line, position, bad, finished=True)
        return counts

    def _stand(
        self,
        source: Source,
        counts: Counts,
        line: int,
        position: int,
        bad: Sequence[tuple[int, str]],
        *,
        finished: bool,
    ) -> None:
        if not source.records + counts.read:
            reason = "".join(f" (line {line}: {why})" for line, why in bad[:1])
            raise DataError(source.name, "", f"not one record in it; {files.EXPECTED}{reason}")
        self._shelf.note(source.name, bad)
        # XML has no position to go on from: until all of it was read, it counts as not begun.
        somewhere = position > 0 or finished
        self._commit(
            replace(
                source,
                position=position,
                lines=line if somewhere else 0,
                records=source.records + counts.read if somewhere else 0,
                bad=source.bad + counts.bad if somewhere else 0,
                finished=finished,
                at=_now(),
            )
        )

    def _commit(self, source: Source) -> None:
        # The index first: what it has more than the shelf, `remove_from` clears; the other way round it would lack
        # papers that the shelf believes to be found.
        self._index.commit()
        self._shelf.stand(source)
        self._shelf.set("clean", "yes")
        self._shelf.commit()

    def _add(self, papers: Sequence[Paper], counts: Counts) -> None:
        if not papers:
            return
        self._unclean()
        newest = dict[int, Paper]()
        for paper in papers:
            key = number(paper.id)
            if key not in newest or newest[key].updated <= paper.updated:
                newest[key] = paper
        counts.same += len(papers) - len(newest)
        known = self._shelf.known([paper.id for paper in newest.values()])
        old = self._shelf.take(known.values()) if known else {}
        records, kept = list[blocks.Record](), list[Paper]()
        for key, found in newest.items():
            paper, record = found, blocks.record(found)
            if self._withheld and (names := self._withheld(paper)):
                record = record.without(names)
                paper = replace(paper, authors=record.authors, comment=record.comment)
            before = old.get(known[key]) if key in known else None
            if before is not None:
                if before == record or before.updated > record.updated:
                    counts.same += 1
                    continue
                self._index.remove(known[key])
                self._shelf.forget_digests([before])
                self._shelf.set("replaced", "yes")
                counts.newer += 1
            else:
                counts.new += 1
            records.append(record)
            kept.append(paper)
        if kept:
            newest_day = max(paper.updated for paper in kept).isoformat()
            self._shelf.set("newest", max(self._shelf.get("newest"), newest_day))
        for n, paper in zip(self._shelf.add(records), kept, strict=True):
            self._index.add(*engine.indexed(n, paper))

    def _unclean(self) -> None:
        """Write down that the index may soon hold more than the shelf."""
        if self._shelf.get("clean", "yes") == "yes":
            self._shelf.set("clean", "no")
            self._shelf.commit()


@contextmanager
def _without_collections() -> Iterator[None]:
    """Nothing here refers to itself; to look for what does would take a fifth of the time."""
    were_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if were_on:
            gc.enable()


class _Progress:
    """Says every few seconds how far it is, how fast, and how long it will take."""

    def __init__(self, say: Callable[[str], None], name: str, clock: Callable[[], float]) -> None:
        self._say, self._name, self._clock = say, os.path.basename(name), clock
        self._began = self._told = clock()
        self._from: float | None = None
        self._part = 0.0

    def at(self, part: float) -> None:
        self._part = part

    def tell(self, records: int) -> None:
        now = self._clock()
        if now - self._told < _TELL_EVERY_S:
            return
        self._told, passed = now, now - self._began
        # What an earlier run had read is passed over fast; it says nothing of the pace.
        self._from = self._part if self._from is None else self._from
        done = self._part - self._from
        left = f", about {_duration(passed / done * (1 - self._part))} left" if done > 0 else ""
        rate = f"{records / passed:,.0f} a second"
        self._say(f"{self._name}: {records:,} records, {rate}, {self._part:.0%} of the file{left}")


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def _grouped(papers: Iterable[Paper], size: int) -> Iterator[list[Paper]]:
    group = list[Paper]()
    for paper in papers:
        group.append(paper)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _name(path: Path | str) -> str:
    return "standard input" if str(path) == "-" else str(Path(path).resolve())


def _mark(path: Path | str) -> str:
    """What tells this file from a later one of the same name; nothing tells one standard input from another."""
    if str(path) == "-":
        return _now()
    try:
        with Path(path).open("rb") as file:
            return f"{os.fstat(file.fileno()).st_size}:{crc32(file.read(_HEAD)):08x}"
    except OSError:
        return ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

"""A corpus -> Parquet tables for other tools and for many machines, see `scale.tables`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import HiretoolError
from hiretool.sourcing.corpus.corpus import Corpus
from hiretool.sourcing.paper import Paper

_ROWS = 100_000


def export(
    corpus: Corpus,
    folder: Path,
    *,
    force: bool = False,
    byline: Callable[[Sequence[str], str], Sequence[str]] = lambda names, paper: names,
) -> tuple[int, int]:
    """Write papers.parquet and mentions.parquet; returns the rows of each.

    byline: the names on a paper -> those that may be shown; a name that it changes keeps its place.

    Raises: HiretoolError if pyarrow is missing, or a file is there already and may not be replaced.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise HiretoolError("Parquet needs pyarrow: pip install 'hiretool[corpus]'") from error
    text, short = pyarrow.string(), pyarrow.int16()
    papers = pyarrow.schema(
        [
            ("paper", text), ("primary", text), ("categories", text), ("submitted", pyarrow.date32()),
            ("updated", pyarrow.date32()), ("versions", short), ("title", text), ("comment", text),
            ("journal_ref", text), ("doi", text), ("n_authors", short), ("code", pyarrow.bool_()),
        ]
    )  # fmt: skip
    mentions = pyarrow.schema([("paper", text), ("position", short), ("n", short), ("name", text)])
    targets = [folder / "papers.parquet", folder / "mentions.parquet"]
    for target in targets:
        files.may_write(target, force=force)
    folder.mkdir(parents=True, exist_ok=True)
    parts = [target.with_suffix(".part") for target in targets]
    counts = [0, 0]
    try:
        with (
            parquet.ParquetWriter(parts[0], papers, compression="zstd") as first,
            parquet.ParquetWriter(parts[1], mentions, compression="zstd") as second,
        ):
            every = (replace(paper, authors=tuple(byline(paper.authors, paper.id))) for paper in corpus.all())
            for some in _groups(every):
                for place, (writer, schema, rows) in enumerate(
                    (
                        (first, papers, list(map(_paper, some))),
                        (second, mentions, [row for p in some for row in _names(p)]),
                    )
                ):
                    writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
                    counts[place] += len(rows)
        for part, target in zip(parts, targets, strict=True):
            os.replace(part, target)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return counts[0], counts[1]


def _groups(papers: Iterator[Paper]) -> Iterator[list[Paper]]:
    while some := list(islice(papers, _ROWS)):
        yield some


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "paper": paper.id,
        "primary": paper.categories[0],
        "categories": " ".join(paper.categories),
        "submitted": paper.submitted,
        "updated": paper.updated,
        "versions": paper.versions,
        "title": paper.title,
        "comment": paper.comment,
        "journal_ref": paper.journal_ref,
        "doi": paper.doi,
        "n_authors": min(len(paper.authors), 32_767),
        "code": bool(paper.abstract),
    }


def _names(paper: Paper) -> Iterator[dict[str, Any]]:
    count = min(len(paper.authors), 32_767)
    for position, name in enumerate(paper.authors[:count]):
        yield {"paper": paper.id, "position": position, "n": count, "name": name}

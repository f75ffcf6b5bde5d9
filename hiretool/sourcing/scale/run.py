"""Papers and mentions -> names, people and evidence, written to a folder."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing.scale import engines
from hiretool.sourcing.scale.engines import Engine, Options

_MOST_ROUNDS = 40
"""Rounds grow with the logarithm of the longest chain: a chain of 20,000 links took 12."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was written."""

    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a run made."""

    engine: str
    version: str
    today: date
    rounds: int
    """In which the components came to rest."""
    seconds: dict[str, float]
    tables: list[Table]


def build(
    papers: Path,
    mentions: Path,
    folder: Path,
    *,
    engine: str = "duckdb",
    options: Options | None = None,
    today: date | None = None,
    scratch: Path | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Built:
    """Compute the tables and write them, and manifest.json, to a new or empty folder, whole or not at all.

    today: last day that counts; that of the newest paper if it is not given, so that the same input makes the same
    output.
    Raises: HiretoolError, with what is missing or wrong with the files.
    """
    for path in (papers, mentions):
        engines.is_parquet(str(path))
    with (
        files.new_folder(folder) as target,
        tempfile.TemporaryDirectory(prefix="hiretool-scale-", dir=scratch, ignore_cleanup_errors=True) as kept,
        engines.opened(engine, options or Options(), kept) as opened,
    ):
        built = _built(opened, (papers, mentions), target, today, say)
        manifest = {"schema": 1, **asdict(built), "today": built.today.isoformat()}
        (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return built


def _built(
    engine: Engine, inputs: tuple[Path, Path], target: Path, today: date | None, say: Callable[[str], None]
) -> Built:
    from hiretool.sourcing.scale import (
        bylines,
        claims,
        components,
        digest,
        evidence_table,
        homonyms,
        person_ids,
        tables,
    )

    clock = _Clock(say)
    papers = tables.checked(engine.read(str(inputs[0])), tables.PAPERS, inputs[0])
    mentions = tables.checked(engine.read(str(inputs[1])), tables.MENTIONS, inputs[1])
    until = today or _newest(papers, inputs[0])
    with clock("names"):
        keyed = engine.keep(homonyms.keyed(engine.keep(homonyms.folded(mentions), "folded")), "keyed")
        engine.forget("folded")
        names = engine.keep(homonyms.names(keyed), "names")
    with clock("co-authors"):
        nodes = engine.keep(components.nodes(keyed, names), "nodes")
        pairs = engine.keep(components.pairs(nodes, keyed, names), "pairs")
        edges = engine.keep(components.edges(pairs), "edges-0")
        engine.forget("pairs")
    with clock("components"):
        stars, rounds = settled(engine, edges)
        people = engine.keep(person_ids.people(keyed, components.components(nodes, stars)), "people")
    with clock("venues"):
        claimed: Any = papers
        for step in (claims.clauses, claims.sayings, claims.spelled, claims.known, claims.claimed):
            claimed = engine.keep(step(claimed), step.__name__)
    with clock("evidence"):
        signed = engine.keep(evidence_table.signed(papers, bylines.bylines(keyed), today=until), "signed")
        credited = engine.keep(evidence_table.credited(signed), "credited")
        firsts = engine.keep(evidence_table.named_first(credited, keyed, people, claimed), "firsts")
        evidence = evidence_table.evidence(firsts, papers, people, names, today=until)
        made = []
        for name, table in {"names": names, "people": people, "evidence": evidence}.items():
            output = tables.OUTPUTS[name]
            path = target / f"{name}.parquet"
            engine.write(tables.checked(table, output.columns, path).order_by(list(output.order)), str(path))
    with clock("hashes"):
        for name, output in tables.OUTPUTS.items():
            made.append(Table(name, *digest.rows(target / f"{name}.parquet", output)))
    return Built(engine.name, engine.version, until, rounds, clock.seconds, made)


def _newest(papers: Any, path: Path) -> date:
    found = papers.submitted.max().to_pyarrow().as_py()
    if found is None:
        raise DataError(path, "submitted", "holds no date, so nothing can be computed")
    return date(found.year, found.month, found.day)


def settled(engine: Engine, edges: Any) -> tuple[Any, int]:
    from hiretool.sourcing.scale import components

    for number in range(_MOST_ROUNDS):
        (left,) = components.unfinished(edges).to_pyarrow().to_pylist()
        if not left["inner"] and not left["twice"]:
            return edges, number
        edges = engine.keep(components.round_of(edges), f"edges-{number + 1}")
        engine.forget(f"edges-{number}")
    raise HiretoolError(f"The components of shared co-authors did not settle in {_MOST_ROUNDS} rounds.")


class _Clock:
    """Seconds a step, told when it is done."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.seconds: dict[str, float] = {}
        self._say, self._step, self._start = say, "", 0.0

    def __call__(self, step: str) -> _Clock:
        self._step = step
        return self

    def __enter__(self) -> None:
        self._start = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds[self._step] = round(time.perf_counter() - self._start, 1)
        self._say(f"{self._step}: {self.seconds[self._step]} s")

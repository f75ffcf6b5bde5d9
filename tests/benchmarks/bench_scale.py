"""The tables of a whole corpus on DuckDB, Spark, and Spark with worker processes: one hash, and what it takes.

Needs the real records beside the project; without them there is nothing to measure. Environment:
HIRETOOL_SPARK_PYTHON, a Python that has pyspark (else this one); HIRETOOL_BENCH_WORKS, works on DuckDB
(10,000,000); HIRETOOL_BENCH_SPARK_WORKS, works on Spark (1,000,000); HIRETOOL_BENCH_SCALE, parts to run (arxiv,works).
"""

from __future__ import annotations

import json
import lzma
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data" / "sourcing"
AUTHORS = DATA / "arxiv_authors_751k.parquet"
WITH_COMMENTS = ("arxiv_ml_upto2019.jsonl.xz", "arxiv_ml_2025_2026_sample60k.jsonl.xz")
TABLES = """
import json, sys
from pathlib import Path
from hiretool.sourcing.scale import run
from hiretool.sourcing.scale.engines import Options
papers, mentions, out, engine, options = *map(Path, sys.argv[1:4]), sys.argv[4], json.loads(sys.argv[5])
run.build(papers, mentions, out, engine=engine, options=Options(**options), scratch=out.parent)
"""
WORKS = """
import json, sys
from hiretool.sourcing.scale import works
from hiretool.sourcing.scale.engines import Options, opened
source, out, engine, options = *sys.argv[1:4], json.loads(sys.argv[4])
with opened(engine, Options(**options), out) as opened:
    for name, table in zip(("papers", "mentions"), works.of_openalex(opened.read(source))):
        opened.write(table, f"{out}/{name}.parquet")
"""
DUCKDB = {"memory": "4GB", "threads": 2}
LOCAL = {"memory": "4g", "master": "local[2]", "partitions": 16}
CLUSTER = {
    "memory": "1g", "master": "local-cluster[2,1,2048]", "partitions": 16,
    "settings": {"spark.executor.memory": "2g"},
}  # fmt: skip
COPY = 751_241


def main() -> None:
    if not AUTHORS.exists():
        print(f"{AUTHORS.name} is not here; nothing measured")
        return
    parts = os.environ.get("HIRETOOL_BENCH_SCALE", "arxiv,works").split(",")
    print(f"load of this machine at the start: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as scratch:
        if "arxiv" in parts:
            _arxiv(Path(scratch))
        if "works" in parts:
            _works(Path(scratch))


def _arxiv(scratch: Path) -> None:
    inputs = _arxiv_tables(scratch)
    hashes = {
        what: _tables(f"751,241 arXiv papers, {what}", inputs, scratch / what, engine, options)
        for what, engine, options in (
            ("DuckDB", "duckdb", DUCKDB), ("Spark local[2]", "spark", LOCAL), ("Spark local-cluster", "spark", CLUSTER),
        )
    }  # fmt: skip
    _compare(hashes)


def _works(scratch: Path) -> None:
    largest = int(os.environ.get("HIRETOOL_BENCH_WORKS", "10000000"))
    smaller = int(os.environ.get("HIRETOOL_BENCH_SPARK_WORKS", "1000000"))
    for count in sorted({smaller, largest}, reverse=True):
        source = scratch / f"works-{count}"
        _made_works(source, count)
        hashes: dict[str, Any] = {}
        for what, engine, options in (("DuckDB", "duckdb", DUCKDB), ("Spark local[2]", "spark", LOCAL)):
            if engine == "spark" and count > smaller:
                continue
            inputs = scratch / f"{what}-{count}"
            inputs.mkdir()
            _child(f"{count:,} works, unnested, {what}", WORKS, [source, inputs, engine, json.dumps(options)], engine)
            hashes[what] = _tables(
                f"{count:,} works, {what}", (inputs / "papers.parquet", inputs / "mentions.parquet"),
                scratch / f"{what}-{count}-out", engine, options,
            )  # fmt: skip
        _compare(hashes)


def _tables(what: str, inputs: tuple[Path, Path], out: Path, engine: str, options: dict[str, Any]) -> Any:
    if not _child(what, TABLES, [*inputs, out, engine, json.dumps(options)], engine):
        return None
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    steps = ", ".join(f"{step} {seconds:.0f} s" for step, seconds in manifest["seconds"].items())
    rows = ", ".join(f"{table['name']} {table['rows']:,}" for table in manifest["tables"])
    print(f"    {manifest['version']}; {steps}; {manifest['rounds']} rounds; rows: {rows}", flush=True)
    return manifest["tables"]


def _compare(hashes: dict[str, Any]) -> None:
    first, *others = hashes.items()
    for table in first[1] or []:
        same = all(other and table in other for _, other in others)
        said = "identical" if same else "DIFFERENT, or missing"
        print(f"    {table['name']:<10} {table['sha256'][:16]} {said} on {', '.join(hashes)}", flush=True)


def _child(what: str, code: str, arguments: list[Any], engine: str) -> bool:
    """Run it by itself; print seconds and the peak of memory of all its processes together."""
    python = os.environ.get("HIRETOOL_SPARK_PYTHON", sys.executable) if engine == "spark" else sys.executable
    start = time.perf_counter()
    with subprocess.Popen(
        [python, "-c", code, *map(str, arguments)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        peak = _Peak(child.pid)
        peak.start()
        assert child.stderr is not None
        said = child.stderr.read()
    seconds = time.perf_counter() - start
    peak.join()
    if child.returncode:
        print(f"{what:<44} failed after {seconds:.0f} s: {said.strip().splitlines()[-1]}", flush=True)
        return False
    load = os.getloadavg()[0]
    print(f"{what:<44} {seconds:8.1f} s {peak.megabytes:7.0f} MB   load {load:.1f}", flush=True)
    return True


class _Peak(threading.Thread):
    """Largest sum of resident memory of a process and all that it started, looked at four times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.megabytes = pid, 0.0

    def run(self) -> None:
        while (found := self._resident()) > 0:
            self.megabytes = max(self.megabytes, found)
            time.sleep(0.25)

    def _resident(self) -> float:
        parents: dict[int, int] = {}
        pages: dict[int, int] = {}
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    fields = (folder / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                if fields[0] != "Z":
                    parents[int(folder.name)], pages[int(folder.name)] = int(fields[1]), int(fields[21])
        total = 0
        for pid in parents:
            above = pid
            while above in parents and above != self.pid:
                above = parents[above]
            total += pages[pid] if above == self.pid else 0
        return total * os.sysconf("SC_PAGE_SIZE") / 1e6


def _arxiv_tables(scratch: Path) -> tuple[Path, Path]:
    """The real papers as input tables; comments of those machine-learning papers that have them here."""
    import pyarrow as pa
    import pyarrow.parquet

    from hiretool.sourcing.scale import works
    from hiretool.sourcing.scale.columns import ibis
    from hiretool.sourcing.scale.tables import PAPERS

    comments: dict[str, str] = {}
    for name in WITH_COMMENTS:
        with lzma.open(DATA / name) as lines:
            records = map(json.loads, lines)
            comments |= {each["id"]: " ".join(each["comments"].split()) for each in records if each.get("comments")}
    told = pa.table({"paper": list(comments), "comment": list(comments.values())})
    pyarrow.parquet.write_table(told, scratch / "comments.parquet")
    connection = ibis.duckdb.connect(threads=2)
    source = connection.read_parquet(AUTHORS)
    told = connection.read_parquet(scratch / "comments.parquet")
    joined = source.left_join(told, source.id == told.paper)
    day = joined.update_date.cast("date")
    papers = joined.select(
        paper=joined.id, primary=joined.primary_cat, categories=joined.primary_cat, submitted=day, updated=day,
        versions=joined.n_versions, title=ibis.literal(""), comment=joined.comment, journal_ref=ibis.null("string"),
        doi=ibis.null("string"), n_authors=joined.authors.length(),
        code=joined.comment.re_search("(?i)github[.]com/").fill_null(False),
    )  # fmt: skip
    typed = papers.select(**{name: papers[name].cast(kind) for name, kind in PAPERS.items()})
    connection.to_parquet(typed, scratch / "papers.parquet")
    connection.to_parquet(works.of_lists(source, paper="id", authors="authors"), scratch / "mentions.parquet")
    connection.disconnect()
    return scratch / "papers.parquet", scratch / "mentions.parquet"


def _made_works(folder: Path, count: int) -> None:
    """So many records in the shape of OpenAlex: the real bylines over and over, with other last names in each copy.

    Last names are exchanged between those of about equal frequency, the same way in all of a copy, so that
    co-authors stay co-authors and common names stay common.
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc
    import pyarrow.parquet

    folder.mkdir()
    source = pyarrow.parquet.read_table(AUTHORS, columns=["id", "primary_cat", "update_date", "authors"])
    lists = source["authors"].combine_chunks()
    encoded = lists.flatten().cast("string").dictionary_encode()
    spellings = encoded.dictionary.to_pylist()
    parts = [name.rpartition(" ") for name in spellings]
    lasts, last = np.unique([part[2] for part in parts], return_inverse=True)
    frequency = np.bincount(last, minlength=len(lasts))
    by_frequency = np.argsort(-frequency, kind="stable")
    dice = np.random.default_rng(5)
    for copy in range(-(-count // COPY)):
        exchanged = np.arange(len(lasts))
        if copy:
            # Blocks of 50 neighbours in frequency.
            place = np.arange(len(lasts))
            shuffled = by_frequency[np.lexsort((dice.random(len(lasts)), place // 50))]
            exchanged[by_frequency] = shuffled
        new = [f"{part[0]}{part[1]}{lasts[exchanged[number]]}" for part, number in zip(parts, last, strict=True)]
        names = pa.array(new).take(encoded.indices)
        author = pa.StructArray.from_arrays([names], ["display_name"])
        bylines = pa.LargeListArray.from_arrays(lists.offsets, pa.StructArray.from_arrays([author], ["author"]))
        size = len(source)
        empty = pa.nulls(size, pa.string())
        made = pa.table(
            {
                "id": pc.binary_join_element_wise(f"W{copy}-", source["id"].cast("string"), ""),
                "publication_date": source["update_date"].cast("string"), "title": empty, "doi": empty,
                "primary_topic": pa.StructArray.from_arrays(
                    [source["primary_cat"].combine_chunks().cast("string")], ["id"]
                ),
                "authorships": bylines,
            }
        )  # fmt: skip
        left = count - copy * COPY
        pyarrow.parquet.write_table(made.slice(0, left), folder / f"{copy:03d}.parquet", row_group_size=100_000)


if __name__ == "__main__":
    main()

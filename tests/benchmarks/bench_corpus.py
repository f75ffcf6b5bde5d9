"""The whole of arXiv on a laptop: 3 million records built, searched and brought up to date, beside other engines.

Real records over and over, each with an id of its own and the names of another real paper. HIRETOOL_BENCH_RECORDS sets
another number; the comparison of engines is made on the first 200,000.
"""

from __future__ import annotations

import json
import lzma
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from hiretool import shipped
from hiretool.sourcing import first_authors, parse, ranking
from hiretool.sourcing.corpus import Builder, Corpus
from tests.benchmarks.measured import hiretool, line, once
from tests.conftest import SHARED

RECORDS = int(os.environ.get("HIRETOOL_BENCH_RECORDS", "3000000"))
COMPARED = min(RECORDS, 200_000)
CHANGED = 2000
DATA = SHARED / "data" / "sourcing"
FILES = (DATA / "arxiv_ml_upto2019.jsonl.xz", DATA / "arxiv_ml_2025_2026_sample60k.jsonl.xz")
BYLINES = DATA / "arxiv_authors_751k.parquet"
TOPICS = (
    "reinforcement learning", "graph neural network", "domain adaptation", "object detection", "machine translation",
    "adversarial examples", "variational autoencoder", "speech recognition", "semantic segmentation",
    "question answering",
    "federated learning", "bayesian optimization", "causal inference", "time series forecasting", "recommender systems",
    "image captioning", "knowledge distillation", "meta learning", "active learning", "transfer learning",
    "diffusion models", "large language models", "attention mechanism", "word embeddings", "sentiment analysis",
    "generative adversarial networks", "differential privacy", "gaussian processes", "multi task learning",
    "anomaly detection", "point cloud", "optical flow", "pose estimation", "face recognition", "visual tracking",
    "super resolution", "neural architecture search", "quantization", "pruning", "hyperparameter optimization",
    "online learning", "multi armed bandits", "stochastic gradient descent", "convex optimization", "kernel methods",
    "matrix factorization", "topic models", "dialogue systems", "text summarization", "named entity recognition",
    "medical imaging", "autonomous driving", "robot manipulation", "video understanding", "action recognition",
    "self supervised", "contrastive learning", "few shot", "out of distribution", "continual learning",
)  # fmt: skip
CATEGORIES = " OR ".join(
    f"cat:{name}"
    for name in ("cs.LG", "cs.CV", "cs.CL", "cs.AI", "stat.ML", "cs.NE", "cs.RO", "cs.IR", "cs.SD", "eess.IV")
)
SINCE = "submittedDate:[20150101 TO 20261231]"
PARSE = """
import sys
from hiretool.sourcing.snapshot_record import decode
for line in open(sys.argv[1], "rb"):
    decode(line)
"""


def records() -> list[dict[str, Any]]:
    """Real ones where they are, else those of the demo."""
    found = [
        json.loads(text) for file in FILES if file.exists() for text in lzma.decompress(file.read_bytes()).splitlines()
    ]
    demo = (shipped.demo() / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    return found or [json.loads(text) for text in demo]


def bylines() -> Iterator[list[list[str]]]:
    """Of real papers, over and over; nothing where they are not."""
    from pyarrow import parquet

    while BYLINES.exists():
        for batch in parquet.ParquetFile(BYLINES).iter_batches(columns=["authors"]):
            for names in batch.column(0).to_pylist():
                yield [[*reversed(_cut(name)), ""] for name in names if name]


def _cut(name: str) -> tuple[str, str]:
    first, _, last = name.rpartition(" ")
    return first, last


def written(file: Path, count: int, *, start: int = 0, changed: bool = False) -> None:
    import msgspec

    encode, base, signed = msgspec.json.encode, records(), bylines()
    with file.open("wb") as target:
        for number in range(start, start + count):
            record = dict(base[number % len(base)])
            record["id"] = (
                f"{1501 + number // 99_999 // 12 * 100 + number // 99_999 % 12:04d}.{number % 99_999 + 1:05d}"
            )
            if names := next(signed, None):
                record["authors_parsed"] = names
            if changed:
                record["versions"] = [*record["versions"], {"created": "Tue, 1 Sep 2026 10:00:00 GMT"}]
            target.write(encode(record) + b"\n")


def _write(file: Path, count: int, **options: int) -> None:
    """In a process of its own: the memory of this one would count as that of the commands it starts."""
    call = f"written(Path({str(file)!r}), {count}, **{options})"
    code = f"from pathlib import Path; from tests.benchmarks.bench_corpus import written; {call}"
    once([sys.executable, "-c", code])


def queries() -> list[str]:
    return [f'"{topic}" AND ({CATEGORIES}) AND {SINCE}' for topic in TOPICS]


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        file, folder = Path(scratch) / "snapshot.jsonl", Path(scratch) / "corpus"
        _write(file, RECORDS)
        size = file.stat().st_size
        parsing, memory = once([sys.executable, "-c", PARSE, str(file)])
        line(f"typed parse, {RECORDS:,} records, {size / 1e9:.2f} GB", parsing, memory, "for comparison")
        building, memory = once(hiretool("corpus", "build", file, "--corpus", folder))
        disk = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())
        line(
            "corpus build", building, memory,
            f"goals 180 s, 1,000 MB, 20 x the parse; {building / parsing:.1f} x, {RECORDS / building:,.0f} records/s",
        )  # fmt: skip
        print(f"{'  on disk':<58} {disk / 1e9:8.2f} GB  goal 1.3 GB; {disk / RECORDS:.0f} bytes a record")
        _searches(folder)
        seconds, memory = once(
            hiretool("people", "find", queries()[0], "--corpus", folder, "--until", "2026-11-20", "--months", "60")
        )
        line("people find, whole command", seconds, memory, "goal 1.0 s")
        update = Path(scratch) / "update.jsonl"
        _write(update, CHANGED // 2, start=RECORDS // 2, changed=True)
        with update.open("ab") as target:
            fresh = Path(scratch) / "fresh.jsonl"
            _write(fresh, CHANGED // 2, start=RECORDS)
            target.write(fresh.read_bytes())
        seconds, memory = once(hiretool("corpus", "build", update, "--corpus", folder))
        line(f"update of {CHANGED:,} records, half of them changed", seconds, memory, "goal 3 s")
        shutil.rmtree(folder)
        _side_by_side(file, Path(scratch))


def _searches(folder: Path) -> None:
    from datetime import date

    today = date(2026, 11, 20)
    with Corpus(folder) as corpus:
        asked = [parse(text) for text in queries()]
        seconds = list[float]()
        for round_ in range(3):
            for query in asked:
                began = time.perf_counter()
                found = corpus.search(query, limit=200)
                ranking.ranked(first_authors(found.papers, today=today), today=today)
                if round_:
                    seconds.append(time.perf_counter() - began)
        low, high = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
        line("search: 200 best, filters, group, rank (median)", low, 0, "goal 0.025 s")
        line("  the same, 95th percentile", high, 0, "goal 0.060 s")


def _side_by_side(file: Path, scratch: Path) -> None:
    """Each engine builds an index of the same records in this process and answers the same topics."""
    some = scratch / "some.jsonl"
    with file.open("rb") as source, some.open("wb") as target:
        target.writelines(islice(source, COMPARED))
    print(f"\nSide by side, {COMPARED:,} records: seconds to build, MB on disk or in memory, median query in ms")
    for name, engine in ENGINES.items():
        try:
            began = time.perf_counter()
            ask, size = engine(some, scratch / name)
            built = time.perf_counter() - began
        except ImportError as error:
            print(f"  {name:<24} not installed ({error.name})")
            continue
        ask(TOPICS[0])
        spent = list[float]()
        for topic in TOPICS[:20]:
            began = time.perf_counter()
            ask(topic)
            spent.append(time.perf_counter() - began)
        print(f"  {name:<24} {built:8.1f} s {size / 1e6:8.0f} MB {statistics.median(spent) * 1000:10.1f} ms")


Engine = Callable[[Path, Path], tuple[Callable[[str], object], float]]


def _ours(name: str) -> Engine:
    def engine(file: Path, folder: Path) -> tuple[Callable[[str], object], float]:
        corpus = Corpus.made(folder, engine_name=name)
        Builder(corpus.shelf, corpus.index).file(file)
        corpus.close()
        opened = Corpus(folder)
        return lambda topic: opened.search(parse(f'"{topic}"'), limit=200), float(opened.info().bytes)

    return engine


def _bm25s(file: Path, folder: Path) -> tuple[Callable[[str], object], float]:
    import bm25s

    with file.open("rb") as source:
        texts = [f"{one['title']} {one['title']} {one['abstract']}" for one in map(json.loads, source)]
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    index.save(str(folder))
    size = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())

    def ask(topic: str) -> object:
        return index.retrieve(bm25s.tokenize(topic, show_progress=False), k=200, show_progress=False)

    return ask, float(size)


def _parquet(file: Path, folder: Path) -> Path:
    import duckdb

    folder.mkdir()
    target = folder / "papers.parquet"
    columns = "columns = {id: 'VARCHAR', title: 'VARCHAR', abstract: 'VARCHAR'}"
    duckdb.sql(
        f"COPY (SELECT id, title, abstract FROM read_json('{file}', format = 'newline_delimited', {columns}))"
        f" TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
    )
    return target


def _duckdb(file: Path, folder: Path) -> tuple[Callable[[str], object], float]:
    import duckdb

    target = _parquet(file, folder)
    ask = f"SELECT id FROM '{target}' WHERE contains(lower(title || ' ' || abstract), ?)"
    return lambda topic: duckdb.execute(ask, [topic]).fetchall(), float(target.stat().st_size)


def _polars(file: Path, folder: Path) -> tuple[Callable[[str], object], float]:
    import polars

    target = _parquet(file, folder)

    def ask(topic: str) -> object:
        text = polars.concat_str(["title", "abstract"], separator=" ").str.to_lowercase()
        return polars.scan_parquet(target).filter(text.str.contains(topic, literal=True)).select("id").collect()

    return ask, float(target.stat().st_size)


ENGINES: dict[str, Engine] = {
    "tantivy (ours)": _ours("tantivy"),
    "FTS5 (ours)": _ours("fts5"),
    "bm25s (in memory)": _bm25s,
    "DuckDB scan (no ranking)": _duckdb,
    "polars scan (no ranking)": _polars,
}


if __name__ == "__main__":
    main()

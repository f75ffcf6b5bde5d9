"""The tables of a whole corpus: one result, whatever the engine, the order of rows and the number of files."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

pytest.importorskip("ibis", reason="the extra `corpus` is not installed")
pytest.importorskip("duckdb", reason="the extra `corpus` is not installed")

import pyarrow as pa
import pyarrow.parquet as pq

from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.sourcing import Paper, first_authors
from hiretool.sourcing.credit import credit
from hiretool.sourcing.recent import recency
from hiretool.sourcing.scale import engines, run, works
from hiretool.sourcing.scale.engines import Options
from tests.test_sourcing_paper import paper

# Ibis 12 calls DuckDB 2.0 by names that DuckDB has given up.
pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")

TODAY = date(2026, 11, 20)
ONE = Options(memory="500MB", threads=1)
PAPERS = pa.schema(
    {
        "paper": "string", "primary": "string", "categories": "string", "submitted": pa.date32(),
        "updated": pa.date32(), "versions": "int16", "title": "string", "comment": "string",
        "journal_ref": "string", "doi": "string", "n_authors": "int16", "code": "bool",
    }
)  # fmt: skip
MENTIONS = pa.schema({"paper": "string", "position": "int16", "n": "int16", "name": "string"})
Rows = list[dict[str, Any]]


def invented(count: int, seed: int = 0) -> list[Paper]:
    """Papers of a few groups, among them many by two people of a common name."""
    dice = random.Random(seed)
    given_names = ["Ama", "Bo", "Cy", "Wei", "Wei", "Wei", "Yan", "Søren", "Ifeoma"]
    families = ["Lan", "Lan", "Lan", "Abe", "Bee", "Østergård", "Okwuosa", "Faria"]
    people = [f"{dice.choice(given_names)} {dice.choice(families)}" for _ in range(max(count // 4, 6))]
    comments = [
        None,
        "12 pages",
        "Accepted at ICML 2025 (oral)",
        "ICLR 2024",
        "Submitted to CVPR 2026",
        "KDD 2023 workshop",
    ]
    return [
        paper(
            number, *dict.fromkeys(dice.choice(people) for _ in range(dice.randint(1, 5))),
            category=dice.choice(["cs.LG", "hep-th", "cs.DS"]), comment=dice.choice(comments),
            submitted=TODAY - timedelta(days=dice.randint(0, 3000)),
        )
        for number in range(1, count + 1)
    ]  # fmt: skip


def written(papers: list[Paper], folder: Path, *, files: int = 1, seed: int | None = None) -> tuple[Path, Path]:
    """The two input tables, their rows shuffled if there is a seed, in one file or a folder of several."""
    rows: Rows = []
    mentions: Rows = []
    for each in papers:
        rows.append(
            {
                "paper": each.id, "primary": each.categories[0], "categories": " ".join(each.categories),
                "submitted": each.submitted, "updated": each.updated, "versions": each.versions, "title": each.title,
                "comment": each.comment, "journal_ref": each.journal_ref, "doi": each.doi,
                "n_authors": len(each.authors), "code": False,
            }
        )  # fmt: skip
        names = each.authors
        mentions += [{"paper": each.id, "position": i, "n": len(names), "name": name} for i, name in enumerate(names)]
    if seed is not None:
        random.Random(seed).shuffle(rows)
        random.Random(seed).shuffle(mentions)
    return tuple(  # type: ignore[return-value]
        _parquet(folder / name, content, schema, files)
        for name, content, schema in (("papers", rows, PAPERS), ("mentions", mentions, MENTIONS))
    )


def _parquet(place: Path, rows: Rows, schema: pa.Schema, files: int) -> Path:
    if files == 1:
        place.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows, schema), place.with_suffix(".parquet"))
        return place.with_suffix(".parquet")
    place.mkdir(parents=True)
    for number in range(files):
        pq.write_table(pa.Table.from_pylist(rows[number::files], schema), place / f"{number}.parquet")
    return place


def built(papers: list[Paper], folder: Path, **choices: Any) -> run.Built:
    return run.build(*written(papers, folder / "in", **choices), folder / "out", options=ONE, today=TODAY)


def table(folder: Path, name: str) -> Rows:
    rows: Rows = pq.read_table(folder / "out" / f"{name}.parquet").to_pylist()
    return rows


def test_the_order_of_rows_and_the_number_of_files_change_nothing(tmp_path: Path) -> None:
    papers = invented(60)
    one = built(papers, tmp_path / "a")
    other = built(papers, tmp_path / "b", files=3, seed=7)
    assert one.tables == other.tables
    assert [each.name for each in one.tables] == ["names", "people", "evidence"]


def test_another_row_changes_the_hashes(tmp_path: Path) -> None:
    papers = invented(30)
    one, other = built(papers, tmp_path / "a"), built(papers[:-1], tmp_path / "b")
    assert not {each.sha256 for each in one.tables} & {each.sha256 for each in other.tables}


def test_the_evidence_is_what_python_says_of_the_same_people(tmp_path: Path) -> None:
    # Among so many names each of these is one person's, so that both tell people apart alike.
    others = [paper(100 + number, f"{chr(0x61 + number)}a {chr(0x61 + number)}o") for number in range(26)]
    papers = [
        *others,
        paper(1, "Ama Abe", "Bo Bee", comment="Accepted at ICML 2025 (oral)", submitted=date(2025, 1, 1)),
        paper(2, "Ama Abe", comment="ICLR 2024", submitted=date(2026, 1, 1)),
        paper(3, "Bo Bee", "Cy Cee", "Di Dee", category="hep-th", submitted=date(2020, 5, 5)),
        paper(4, "The Reef Collaboration", "Ama Abe"),
        paper(5, "Ama Abe", submitted=TODAY + timedelta(days=1)),
    ]
    built(papers, tmp_path)
    found = {row["key"]: row for row in table(tmp_path, "evidence")}
    people = first_authors(papers, today=TODAY)
    assert set(found) == {person.key for person in people}
    for person in people:
        row = found[person.key]
        assert (row["name"], row["papers"], row["newest_paper"]) == (
            person.name,
            len(person.papers),
            person.papers[0].id,
        )
        assert row["credit"] == pytest.approx(sum(map(credit, person.papers)), abs=1e-5)
        weight = sum(credit(each) * recency(each.submitted, TODAY) for each in person.papers)
        assert row["weight"] == pytest.approx(weight, abs=1e-5)
    ama = found["ama abe"]
    assert (ama["claims"], ama["venues"], ama["distinctions"], ama["mentions"]) == (2, 2, 1, 3)
    assert (found["bo bee"]["alphabetical"], found["bo bee"]["first_year"]) == (1, 2020)


def crowd() -> list[Paper]:
    """So many names that share a first or a last one that two people of the name Wei Lan are to be expected."""
    firsts = [paper(100 + number, f"Wei {family}") for number, family in enumerate(map(chr, range(0x61, 0x7B)))]
    lasts = [paper(200 + number, f"{first} Lan") for number, first in enumerate(map(chr, range(0x61, 0x7B)))]
    return firsts + lasts


def test_a_shared_name_is_parted_by_coauthors_and_a_rare_one_is_not(tmp_path: Path) -> None:
    papers = [
        *crowd(), paper(1, "Wei Lan", "Bo Bee"), paper(2, "Bo Bee", "Wei Lan"), paper(3, "Wei Lan", "Cy Cee"),
        paper(4, "Ifeoma Okwuosa", "Bo Bee"), paper(5, "Ifeoma Okwuosa", "Cy Cee"), paper(6, "Wei Lan"),
    ]  # fmt: skip
    built(papers, tmp_path)
    person = {(row["paper"], row["key"]): row["person"] for row in table(tmp_path, "people")}
    shared = {row["key"]: row["shared"] for row in table(tmp_path, "names")}
    assert (shared["wei lan"], shared["ifeoma okwuosa"]) == (True, False)
    assert person["9903.00001", "wei lan"] == person["9903.00002", "wei lan"]
    assert len({person[f"9903.0000{number}", "wei lan"] for number in (1, 3, 6)}) == 3
    assert person["9903.00004", "ifeoma okwuosa"] == person["9903.00005", "ifeoma okwuosa"]


def test_a_collaboration_links_nobody(tmp_path: Path) -> None:
    many = [f"{chr(0x61 + number)} Mann" for number in range(26)] + ["F. Alk", "G. Orm", "H. Ulv", "I. Ren"]
    papers = [*crowd(), paper(1, "Wei Lan", *many), paper(2, "Wei Lan", *many)]
    built(papers, tmp_path)
    assert len({row["person"] for row in table(tmp_path, "people") if row["paper"] in ("9903.00001", "9903.00002")
                and row["key"] == "wei lan"}) == 2  # fmt: skip


def test_an_id_stays_when_papers_come_after(tmp_path: Path) -> None:
    papers = [*crowd(), paper(1, "Wei Lan", "Bo Bee"), paper(2, "Wei Lan", "Bo Bee")]
    built(papers, tmp_path / "a")
    built([*papers, paper(3, "Wei Lan", "Bo Bee")], tmp_path / "b")
    one, other = (
        {row["person"] for row in table(tmp_path / part, "people") if row["key"] == "wei lan"} for part in "ab"
    )
    assert one == other
    assert len(one) == 1


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[engines.Engine]:
    with engines.opened("duckdb", ONE, str(tmp_path_factory.mktemp("kept"))) as opened:
        yield opened


edges = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 25), st.integers(0, 25)), max_size=50)


@given(links=edges)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_components_are_those_that_scipy_finds(engine: engines.Engine, tmp_path: Path, links: list[Any]) -> None:
    found = _settled(engine, tmp_path, [(key, max(u, v), min(u, v)) for key, u, v in links if u != v])
    for key in "ab":
        assert [found.get((key, node), node) for node in range(26)] == _by_scipy(
            26, [(u, v) for name, u, v in links if name == key]
        )


def test_a_long_chain_settles_in_few_rounds(engine: engines.Engine, tmp_path: Path) -> None:
    order = random.Random(1).sample(range(500), 500)
    links = [("a", max(pair), min(pair)) for pair in pairwise(order)]
    assert set(_settled(engine, tmp_path, links).values()) == {0}


def _settled(engine: engines.Engine, folder: Path, links: list[tuple[str, int, int]]) -> dict[tuple[str, int], int]:
    rows = [{"key": key, "u": u, "v": v} for key, u, v in dict.fromkeys(links)]
    schema = pa.schema({"key": "string", "u": "int32", "v": "int32"})
    pq.write_table(pa.Table.from_pylist(rows, schema), folder / "edges.parquet")
    stars, rounds = run.settled(engine, engine.keep(engine.read(str(folder / "edges.parquet")), "edges-0"))
    assert rounds <= 12
    return {(row["key"], row["u"]): row["v"] for row in stars.to_pyarrow().to_pylist()}


def _by_scipy(size: int, links: list[tuple[int, int]]) -> list[int]:
    one, other = np.array([link[0] for link in links], int), np.array([link[1] for link in links], int)
    graph = coo_matrix((np.ones(len(links)), (one, other)), shape=(size, size))
    count, component = connected_components(graph, directed=False)
    least = np.full(count, size)
    np.minimum.at(least, component, np.arange(size))
    return [int(node) for node in least[component]]


def test_nested_works_become_the_two_tables(engine: engines.Engine, tmp_path: Path) -> None:
    works_in = [
        {"id": "W1", "publication_date": "2025-01-02", "title": "A title", "doi": None, "primary_topic": {"id": "T1"},
         "authorships": [{"author": {"display_name": "Ama Abe"}}, {"author": {"display_name": "Bo Bee"}}]},
        {"id": "W2", "publication_date": "2024-01-02", "title": None, "doi": None, "primary_topic": None,
         "authorships": []},
    ]  # fmt: skip
    author = pa.struct({"author": pa.struct({"display_name": pa.string()})})
    schema = pa.schema(
        {"id": "string", "publication_date": "string", "title": "string", "doi": "string",
         "primary_topic": pa.struct({"id": pa.string()}), "authorships": pa.list_(author)}
    )  # fmt: skip
    pq.write_table(pa.Table.from_pylist(works_in, schema), tmp_path / "works.parquet")
    papers, mentions = works.of_openalex(engine.read(str(tmp_path / "works.parquet")))
    assert [(row["paper"], row["n_authors"]) for row in papers.order_by("paper").to_pyarrow().to_pylist()] == [
        ("W1", 2), ("W2", 0),
    ]  # fmt: skip
    assert mentions.order_by("position").to_pyarrow().to_pylist() == [
        {"paper": "W1", "position": 0, "n": 2, "name": "Ama Abe"},
        {"paper": "W1", "position": 1, "n": 2, "name": "Bo Bee"},
    ]


def changed(folder: Path, **columns: Any) -> tuple[Path, Path]:
    """The input tables with columns of the papers replaced, or left out where None."""
    papers, mentions = written(invented(5), folder)
    content = pq.read_table(papers)
    for name, values in columns.items():
        content = content.drop_columns(name)
        if values is not None:
            content = content.append_column(name, values)
    pq.write_table(content, papers)
    return papers, mentions


def test_each_wrong_column_is_named_with_what_it_should_be(tmp_path: Path) -> None:
    papers, mentions = changed(tmp_path, comment=None, paper=pa.array([1.5] * 5))
    with pytest.raises(Problems) as caught:
        run.build(papers, mentions, tmp_path / "out", options=ONE)
    assert str(caught.value).splitlines()[:2] == [
        f"{papers}:paper: is of type float64; expected string",
        f"{papers}:comment: no such column; expected one of type string",
    ]
    assert not (tmp_path / "out").exists()


def test_wider_integers_and_further_columns_are_taken(tmp_path: Path) -> None:
    papers, mentions = changed(tmp_path, versions=pa.array([1] * 5, pa.int64()))
    content = pq.read_table(papers)
    pq.write_table(content.append_column("more", pa.array(["x"] * 5)), papers)
    assert run.build(papers, mentions, tmp_path / "out", options=ONE).tables


@pytest.mark.parametrize("content", [b"", b"PAR", b"id,name\n1,Ama\n", b"PAR1 and then it broke off"])
def test_what_is_not_parquet_is_refused(tmp_path: Path, content: bytes) -> None:
    papers, mentions = written(invented(5), tmp_path)
    papers.write_bytes(content)
    with pytest.raises(DataError, match="is not a Parquet file"):
        run.build(papers, mentions, tmp_path / "out", options=ONE)


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    papers, mentions = written(invented(5), tmp_path)
    with pytest.raises(DataError, match=r"none\.parquet: no such file"):
        run.build(tmp_path / "none.parquet", mentions, tmp_path / "out", options=ONE)
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="is a folder without"):
        run.build(papers, tmp_path / "empty", tmp_path / "out", options=ONE)


def test_a_folder_that_holds_something_is_not_written_to(tmp_path: Path) -> None:
    papers, mentions = written(invented(5), tmp_path / "in")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(HiretoolError, match="not empty"):
        run.build(papers, mentions, tmp_path / "out", options=ONE)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_table_without_papers_is_named(tmp_path: Path) -> None:
    papers, mentions = written([], tmp_path)
    with pytest.raises(DataError, match="holds no date"):
        run.build(papers, mentions, tmp_path / "out", options=ONE)


def test_the_command_prints_a_hash_a_table_and_talks_elsewhere(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    papers, mentions = written(invented(20), tmp_path)
    out = tmp_path / "out"
    hire = request.getfixturevalue("run")
    done = hire("corpus", "tables", papers, mentions, "-o", out, "--threads", 1)
    assert done.code == 0, done.stderr
    manifest = json.loads((out / "manifest.json").read_text())
    assert done.stdout.splitlines() == [f"{t['name']}\t{t['rows']}\t{t['sha256']}" for t in manifest["tables"]]
    assert "evidence: " in done.stderr
    assert manifest["engine"] == "duckdb"


def test_without_pyspark_or_java_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if find_spec("pyspark") is None:
        papers, mentions = written(invented(5), tmp_path)
        with pytest.raises(HiretoolError, match=r"pip install 'hiretool\[spark\]'"):
            run.build(papers, mentions, tmp_path / "out", engine="spark")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HiretoolError, match=r"There is no java here\. Spark needs Java 17 or later"):
        engines.java()


def test_an_old_java_is_refused_by_its_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "java").write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n")
    (tmp_path / "bin" / "java").chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(HiretoolError, match="is Java 8"):
        engines.java()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(find_spec("pyspark") is None, reason="pyspark is not installed (the extra `spark`)")
@pytest.mark.skipif(shutil.which("java") is None, reason="there is no java")
@pytest.mark.parametrize("master", ["local[2]", "local-cluster[2,1,1024]"])
def test_spark_makes_the_very_same_tables(tmp_path: Path, master: str) -> None:
    papers = invented(60)
    options = Options(memory="1g", master=master, partitions=3, settings={"spark.executor.memory": "1g"})
    inputs = written(papers, tmp_path / "spark" / "in", files=2, seed=3)
    by_spark = run.build(*inputs, tmp_path / "spark" / "out", engine="spark", options=options, today=TODAY)
    assert by_spark.tables == built(papers, tmp_path / "duckdb").tables

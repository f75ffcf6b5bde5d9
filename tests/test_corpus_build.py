"""A corpus is built whole, whatever happens on the way, and holds each paper once, as it is newest."""

from __future__ import annotations

import gzip
import json
import lzma
import random
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import Paper, parse
from hiretool.sourcing.corpus import Builder, Corpus, blocks
from hiretool.sourcing.corpus import engine as engines
from hiretool.sourcing.corpus.numbers import number
from tests.test_corpus_search import ENGINES, filled, some_papers, source
from tests.test_sourcing_files import record
from tests.test_sourcing_paper import paper

CHECKPOINT = 400
BUILD = f"""
import sys
from pathlib import Path
from hiretool.sourcing.corpus import Builder, Corpus
with Corpus.made(Path(sys.argv[1]), engine_name=sys.argv[2]) as corpus:
    Builder(corpus.shelf, corpus.index, checkpoint={CHECKPOINT}).file(Path(sys.argv[3]))
"""


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return request.param  # type: ignore[no-any-return]


def lines(count: int, seed: int = 0) -> list[dict[str, Any]]:
    """Records of the snapshot; every seventh comes again, later and changed."""
    draw = random.Random(seed)
    made = list[dict[str, Any]]()
    for one in range(1, count + 1):
        again = one % 7 == 0
        made.append(
            record(
                draw.randrange(1, one) if again else one,
                title=f"Title {one} of {'later' if again else 'first'} words",
                abstract=f"word{one % 13} shared",
                authors_parsed=[["Okwuosa", "Ifeoma", ""], [f"Name{one % 50}", "Bo", ""]],
                versions=[{"version": "v1", "created": "Mon, 2 Jun 2025 17:59:46 GMT"}]
                + [{"version": "v2", "created": f"Tue, {1 + one % 28} Jul 2025 17:59:46 GMT"}] * again,
            )
        )
    return made


def written(target: Path, records: list[dict[str, Any]], opened: Any = open) -> Path:
    with opened(target, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(one) + "\n" for one in records)
    return target


def state(corpus: Corpus) -> tuple[str, int, int, list[str]]:
    """Digest, papers on the shelf, papers in the index, and what a search and a look at all records say."""
    info = corpus.info()
    every = sorted(one.title for one in corpus.all())
    assert sorted(one.title for one in corpus.search(parse("shared"), limit=None).papers) == every
    return info.digest, info.papers, info.indexed, every


def built(folder: Path, engine: str, *files: Path) -> tuple[str, int, int, list[str]]:
    with Corpus.made(folder, engine_name=engine) as corpus:
        for file in files:
            Builder(corpus.shelf, corpus.index, checkpoint=CHECKPOINT).file(file)
        return state(corpus)


def test_a_build_that_is_killed_again_and_again_ends_as_one_that_is_not(engine: str, tmp_path: Path) -> None:
    file = written(tmp_path / "snapshot.jsonl", lines(12_000))
    expected = built(tmp_path / "whole", engine, file)
    command = [sys.executable, "-c", BUILD, str(tmp_path / "killed"), engine, str(file)]
    draw, killed = random.Random(3), 0
    for wait in [draw.uniform(0.2, 0.7) for _ in range(12)]:
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert killed > 3
    assert subprocess.run(command, check=False).returncode == 0
    with Corpus(tmp_path / "killed") as corpus:
        assert state(corpus) == expected


def test_a_commit_that_was_killed_before_its_last_file_is_made_again(tmp_path: Path) -> None:
    tantivy = pytest.importorskip("hiretool.sourcing.corpus.engine_tantivy").Tantivy
    first = tantivy(tmp_path)
    for n in range(50):
        text = engines.Text(n=n, ti=f"paper {n}", abs="shared", co="", jr="", categories=("cs.LG",), day=n)
        first.add(text, engines.Signed(n=n, keys=["ada abe"], middle=[]))
    first.commit()
    first.close()
    before = {path: path.read_bytes() for path in tmp_path.rglob("meta.json")}
    killed = tantivy(tmp_path)
    killed.remove_from(40)
    killed.commit()
    killed.close()
    # What a commit writes last; all other files of it are there.
    for path, content in before.items():
        path.write_bytes(content)
    again = tantivy(tmp_path)
    assert again.count() == 50
    again.remove_from(40)
    again.commit()
    assert again.count() == 40


def test_what_a_stopped_build_had_committed_is_not_read_again(engine: str, tmp_path: Path) -> None:
    file = written(tmp_path / "snapshot.jsonl", lines(2000))

    class Stop(Exception):
        pass

    class Stopping(Builder):
        commits = 0

        def _commit(self, source: Any) -> None:
            super()._commit(source)
            self.commits += 1
            if self.commits == 3:
                raise Stop

    with Corpus.made(tmp_path / "corpus", engine_name=engine) as corpus, pytest.raises(Stop):
        Stopping(corpus.shelf, corpus.index, checkpoint=CHECKPOINT).file(file)
    said = list[str]()
    with Corpus(tmp_path / "corpus") as corpus:
        counts = Builder(corpus.shelf, corpus.index, checkpoint=CHECKPOINT, say=said.append).file(file)
        assert counts.read == 2000 - 3 * CHECKPOINT
        assert state(corpus) == built(tmp_path / "whole", engine, file)
    assert "going on after 1,200 records" in said[0]


@pytest.mark.parametrize("opened", [open, gzip.open, lzma.open])
def test_content_is_the_same_however_the_file_is_packed_and_in_whatever_order(
    engine: str, tmp_path: Path, opened: Any
) -> None:
    records = lines(600)
    expected = built(tmp_path / "plain", engine, written(tmp_path / "plain.jsonl", records))
    assert expected[1] == expected[2] == len({one["id"] for one in records})
    # Of each paper the record that is newest, or of those of one day the last; then the order means nothing.
    kept = dict[str, dict[str, Any]]()
    for one in records:
        if one["id"] not in kept or len(one["versions"]) >= len(kept[one["id"]]["versions"]):
            kept[one["id"]] = one
    shuffled = list(kept.values())
    random.Random(1).shuffle(shuffled)
    packed = built(tmp_path / "packed", engine, written(tmp_path / "packed.jsonl", shuffled, opened))
    assert packed[1:3] == expected[1:3]
    assert (packed[0] == expected[0]) == (packed[3] == expected[3])


def test_a_file_that_is_in_the_corpus_changes_nothing(engine: str, tmp_path: Path) -> None:
    file = written(tmp_path / "snapshot.jsonl", lines(300))
    other = written(tmp_path / "copy.jsonl", lines(300))
    expected = built(tmp_path / "corpus", engine, file)
    assert built(tmp_path / "corpus", engine, file) == expected
    assert built(tmp_path / "corpus", engine, other) == expected


def test_an_older_record_does_not_replace_a_newer_one(engine: str, tmp_path: Path) -> None:
    old = paper(1, title="Old words", abstract="shared", updated=date(2026, 6, 2))
    new = paper(1, title="New words", abstract="shared", updated=date(2026, 6, 9))
    for order in ([old, new], [new, old]):
        folder = tmp_path / order[0].title.split()[0]
        with Corpus.made(folder, engine_name=engine) as corpus:
            for one in order:
                Builder(corpus.shelf, corpus.index).papers([one], source())
            assert state(corpus)[3] == ["New words"]
            assert corpus.search(parse("ti:old")).total == 0


def test_bad_lines_are_counted_and_listed_and_stop_nothing(engine: str, tmp_path: Path) -> None:
    file = tmp_path / "snapshot.jsonl"
    good = [json.dumps(one) for one in lines(20)]
    bad = [json.dumps(lines(1)[0] | {"id": 1505.0629}), "not json", '{"id": "9903.00001"', "[]", "\x00\x00"]
    file.write_text("\n".join([*good[:10], *bad, "", *good[10:]]), encoding="utf-8")
    with Corpus.made(tmp_path / "corpus", engine_name=engine) as corpus:
        counts = Builder(corpus.shelf, corpus.index).file(file)
        assert (counts.read, counts.bad) == (20, 5)
        assert corpus.list_bad() == 5
        listed = (tmp_path / "corpus" / "bad-lines.tsv").read_text(encoding="utf-8").splitlines()
    assert [int(line.split("\t")[1]) for line in listed] == [11, 12, 13, 14, 15]
    assert "expected text, got 1505.0629" in listed[0]


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"# Notes\n\nNo record here.\n", "not one record in it.*line 1: not JSON"),
        (json.dumps(lines(1)[0] | {"id": 804.4202}).encode(), "line 1: id: expected text, got 804.4202"),
        (json.dumps(lines(1)[0], ensure_ascii=False).encode().replace(b"Okwuosa", b"Ok\xe9"), "not UTF-8"),
        ("{}".encode("utf-16"), "UTF-16 text; save it as UTF-8"),
        (b"", "not one record in it"),
        (gzip.compress(b"x" * 100_000)[:50], "damaged"),
    ],
)
def test_a_file_without_one_record_is_refused_and_leaves_nothing(tmp_path: Path, content: bytes, hint: str) -> None:
    (tmp_path / "file").write_bytes(content)
    with Corpus.made(tmp_path / "corpus", engine_name="fts5") as corpus:
        builder = Builder(corpus.shelf, corpus.index)
        with pytest.raises(DataError, match=hint):
            builder.file(tmp_path / "file")
        assert corpus.shelf.sources() == []


def test_a_line_of_many_megabytes_is_one_bad_line(tmp_path: Path) -> None:
    file = tmp_path / "snapshot.jsonl"
    with file.open("w", encoding="utf-8") as target:
        target.write(json.dumps(lines(1)[0]) + "\n" + '{"id": "' + "9" * (30 << 20) + '"}\n' + json.dumps(lines(2)[1]))
    with Corpus.made(tmp_path / "corpus", engine_name="fts5") as corpus:
        counts = Builder(corpus.shelf, corpus.index).file(file)
    assert (counts.read, counts.bad) == (2, 1)


def test_a_folder_without_a_corpus_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(HiretoolError, match="no corpus is there; make one with"):
        Corpus(tmp_path)
    (tmp_path / "records.db").write_bytes(b"something else, and long enough to be looked at" * 100)
    with pytest.raises(HiretoolError, match="not a corpus"):
        Corpus(tmp_path)


def test_a_corpus_keeps_its_engine(tmp_path: Path) -> None:
    Corpus.made(tmp_path, engine_name="fts5").close()
    with Corpus.made(tmp_path) as corpus:
        assert corpus.index.name == "fts5"
    with pytest.raises(HiretoolError, match="built with fts5"):
        Corpus.made(tmp_path, engine_name="tantivy")


def test_without_the_extra_the_other_engine_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Corpus.made(tmp_path / "fast").close()
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with Corpus.made(tmp_path / "plain") as corpus:
        assert corpus.index.name == "fts5"
    with pytest.raises(
        HiretoolError, match=r"built with tantivy, which is not installed; pip install 'hiretool\[corpus\]'"
    ):
        Corpus(tmp_path / "fast")


def test_two_processes_cannot_write_at_once(engine: str, tmp_path: Path) -> None:
    with filled(tmp_path, engine, [paper(1)]) as corpus:
        corpus.shelf.set("x", "y")
        corpus.shelf._begin()
        with Corpus(tmp_path) as other:
            other.shelf._run("PRAGMA busy_timeout = 50")
            builder = Builder(other.shelf, other.index)
            with pytest.raises(HiretoolError, match="another process is writing"):
                builder.papers([paper(2)], source())


def test_names_are_withheld_to_the_last_byte(engine: str, tmp_path: Path) -> None:
    hidden = "Xqzvwyrth Pfjördqunk"
    made = [
        paper(1, hidden, "Bo Li", comment=f"{hidden} gave the talk", title="a", abstract="shared b"),
        paper(2, "Bo Li", abstract="shared"),
    ]

    def bytes_of(folder: Path) -> bytes:
        return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()).lower()

    with filled(tmp_path, engine, made) as corpus:
        assert corpus.search(parse("au:xqzvwyrth")).total == 1
        assert corpus.withhold(lambda one: [name for name in one.authors if name == hidden]) == 1
        assert corpus.search(parse("au:xqzvwyrth")).total == 0
        assert {one.authors for one in corpus.all()} == {("[name withheld]", "Bo Li"), ("Bo Li",)}
    assert b"xqzvwyrth" not in bytes_of(tmp_path)
    with filled(tmp_path / "again", engine, made):
        pass
    if engine == "fts5":
        assert b"xqzvwyrth" in bytes_of(tmp_path / "again")


text = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=30).map(lambda s: f"a {s} b")


@given(titles=st.lists(text, min_size=1, max_size=70), seed=st.integers(0, 9))
def test_blocks_give_back_what_was_put_in(titles: list[str], seed: int) -> None:
    draw = random.Random(seed)
    records = [
        blocks.record(
            paper(
                at + 1, "Bo Li", draw.choice(["Å Ö", "Jean-Pierre d'A"]), title=title,
                comment=draw.choice([None, title]), submitted=date(1991, 8, 1) + timedelta(draw.randrange(13_000)),
            )
        )
        for at, title in enumerate(titles)
    ]  # fmt: skip
    dictionary = blocks.dictionary(records)
    for start in range(0, len(records), blocks.SIZE):
        some = records[start : start + blocks.SIZE]
        packed = blocks.packed([record.row() for record in some], dictionary)
        assert blocks.unpacked(packed, dictionary) == some
        assert [blocks.one(packed, at, dictionary) for at in range(len(some))] == some


ids = st.one_of(
    st.builds("{:02d}{:02d}.{:04d}".format, st.integers(7, 14), st.integers(1, 12), st.integers(1, 9999)),
    st.builds("{:02d}{:02d}.{:05d}".format, st.integers(15, 40), st.integers(1, 12), st.integers(1, 99_999)),
    st.builds(
        "{}/{:07d}".format, st.sampled_from(["math", "hep-th", "cs", "cond-mat", "q-alg"]), st.integers(1, 9_999_999)
    ),
)


@given(first=ids, second=ids)
def test_two_ids_have_two_numbers(first: str, second: str) -> None:
    assert (number(first) == number(second)) == (first == second)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 150), seed=st.integers(0, 99))
def test_any_order_in_any_batches_has_one_digest(
    tmp_path_factory: pytest.TempPathFactory, size: int, seed: int
) -> None:
    made: list[Paper] = some_papers(120, seed)
    digests = set()
    for batch in (size, 50):
        random.Random(batch).shuffle(made)
        with Corpus.made(tmp_path_factory.mktemp("corpus"), engine_name="fts5") as corpus:
            builder = Builder(corpus.shelf, corpus.index)
            for start in range(0, len(made), batch):
                builder.papers(made[start : start + batch], source())
            digests.add(corpus.info().digest)
    assert len(digests) == 1


def test_a_file_of_another_kind_is_refused_with_its_name(tmp_path: Path) -> None:
    from hiretool.sourcing.corpus import inputs

    (tmp_path / "prices.csv").write_text("item,price\ntea,3\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"prices.csv.*neither papers, nor a list.*item, price.*--as"):
        inputs.kind(tmp_path / "prices.csv")
    with pytest.raises(DataError, match="cannot be read: No such file"):
        inputs.kind(tmp_path / "absent.json")

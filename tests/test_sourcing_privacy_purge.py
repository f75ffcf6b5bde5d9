"""After a purge no byte of a name is left in any file that hiretool keeps; and the search for it can find one."""

from __future__ import annotations

import gzip
import json
import os
import time
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool import writers
from hiretool.document import Document, Paragraph, inline
from hiretool.sourcing.kept import Kept
from hiretool.sourcing.page import Page
from hiretool.sourcing.privacy import forms, naming, purge
from hiretool.store import sourced, workspace
from hiretool.store.sourced import Saved
from hiretool.store.store import Store

NAME = "Ifeóma C. Okwuosa"
OTHER = "Zofia Bąk"
FOUND = date(2026, 11, 20)


def ways(name: str) -> Iterator[bytes]:
    """The name as it may lie in a file: spelled, folded, turned, in each encoding that a program may use."""
    folded = forms.name(name)
    first, last = folded.split(" ")
    parts = name.split(" ")
    texts = {
        name,
        f"{parts[0]} {parts[-1]}",
        f"{parts[-1]}, {parts[0]}",
        folded,
        f"{last} {first}",
        f"{last}_{first[0]}",
    }
    texts |= {f"{last}_{first}", f"{first}-{last}", f"{first}{last}", f"{last}, {first}"}
    for text in texts:
        for form in ("NFC", "NFD"):
            for said in {text, text.lower(), text.upper(), json.dumps(text)[1:-1]}:
                for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-7"):
                    yield unicodedata.normalize(form, said).encode(encoding)


def found_in(folder: Path, name: str) -> list[str]:
    """Files of the folder, journals and locks too, in which the name stands."""
    wanted = list(ways(name))
    hits = []
    for file in sorted(folder.rglob("*")):
        content = file.read_bytes() if file.is_file() else b""
        if content.startswith(b"\x1f\x8b"):
            content += gzip.decompress(content)
        if any(way in content or way in content.lower() for way in wanted):
            hits.append(file.name)
    return hits


def person(name: str, number: int, **changes: str) -> Saved:
    day = date(2026, 12, 20)
    fields = {"query": "cat:cs.LG", "note": "", "identity": "By name only."} | changes
    return Saved(
        name=name,
        papers=(f"2401.{number:05}",),
        found_on=FOUND,
        first_seen=FOUND,
        notice_due=day,
        retain_until=day,
        legal_basis="legitimate interest",
        balancing_test="file 7",
        **fields,
    )


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder of kept pages of arXiv: one names the person."""
    folder = tmp_path / "cache"
    pages = Kept(folder, clock=time.time)
    for number, name in enumerate((NAME, OTHER)):
        body = f"<feed><entry><author><name>{name}</name></author></entry></feed>".encode()
        pages.put(f"https://example.org/{number}", Page(body, 1))
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A workspace's database in which the person stands wherever they can."""
    with workspace.create(tmp_path / "hiring").store() as found:
        for number in range(60):
            row = person(f"Somebody Else{number}", number, note="x" * 900)
            sourced.save(found, row, same=lambda there: False, actor="tester")
        row = person(NAME, 61, note=f"{NAME} " * 400)
        sourced.save(found, row, same=lambda there: False, actor="tester")
        sourced.save(
            found,
            person(OTHER, 62, query='au:"Okwuosa, Ifeóma" OR au:okwuosa_i OR cat:cs.LG', note="with ifeoma okwuosa"),
            same=lambda there: False,
            actor="tester",
        )
        (id,) = (row.id for row in sourced.saved(found) if row.name == NAME)
        sourced.note_export(found, str(tmp_path / "out" / "okwuosa-ifeoma.md"), person=id)
        yield found


def purged(store: Store, folder: Path) -> tuple[int, int]:
    """As the command does it. Returns: rows, pages."""
    ids = {row.id for row in sourced.saved(store) if forms.name(row.name) == forms.name(NAME)}
    removed = purge.purged(store, ids, names=[NAME], actor="tester", why="person")
    return removed.people, purge.pages([folder], purge.naming_one_of([NAME]))


def test_after_a_purge_no_byte_of_the_name_is_left(store: Store, kept: Path, tmp_path: Path) -> None:
    before = found_in(tmp_path, NAME)
    assert {"hiretool.db", "hiretool.db-wal"} & set(before)
    assert any(file.endswith(".xml") for file in before)
    assert purged(store, kept) == (1, 1)
    assert found_in(tmp_path, NAME) == []
    assert len(list(kept.glob("*.xml"))) == 1
    assert len(sourced.saved(store)) == 61
    # Closing the database writes its journal back, and must not bring anything with it.
    store.close()
    assert found_in(tmp_path, NAME) == []


@pytest.mark.parametrize("place", ["database", "journal", "page", "packed"])
def test_the_search_for_bytes_finds_a_name_that_was_planted(
    store: Store, kept: Path, tmp_path: Path, place: str
) -> None:
    purged(store, kept)
    if place == "database":
        sourced.save(store, person("ifeoma okwuosa", 400), same=lambda there: False, actor="tester")
        store.close()
        assert "hiretool.db" in found_in(tmp_path, NAME)
    elif place == "journal":
        sourced.save(store, person("IFEÓMA OKWUOSA", 400), same=lambda there: False, actor="tester")
        assert "hiretool.db-wal" in found_in(tmp_path, NAME)
    else:
        packed = "Okwuosa, Ifeóma".encode("utf-16-le") if place == "page" else gzip.compress(NAME.encode())
        (kept / "a.xml").write_bytes(packed)
        assert found_in(tmp_path, NAME) == ["a.xml"]


def test_deleting_alone_would_leave_the_name_in_the_journal(store: Store, tmp_path: Path) -> None:
    from sqlalchemy import text

    with store.writing() as session:
        session.execute(text("DELETE FROM sourced_export"))
        session.execute(text("DELETE FROM sourced"))
    assert "hiretool.db-wal" in found_in(tmp_path, NAME)
    assert store.rewrite()
    assert found_in(tmp_path, NAME) == []


def test_a_person_saved_again_after_a_purge_can_be_purged_again(store: Store, kept: Path, tmp_path: Path) -> None:
    purged(store, kept)
    sourced.save(store, person(NAME, 500), same=lambda there: False, actor="tester")
    assert purged(store, kept) == (1, 0)
    assert found_in(tmp_path, NAME) == []


class FakeCorpus:
    """Papers as authors by id; what a corpus is asked to do, done on a dictionary."""

    def __init__(self, papers: dict[str, list[str]]) -> None:
        self.papers = papers

    def forget(self, names: Collection[str], *, paper_ids: Collection[str] = ()) -> int:
        gone, changed = {forms.name(name) for name in names}, 0
        for id, authors in self.papers.items():
            left = [name for name in authors if forms.name(name) not in gone]
            if left != authors and (not paper_ids or id in paper_ids):
                self.papers[id], changed = left, changed + 1
        return changed


def test_a_corpus_is_asked_through_one_method() -> None:
    corpus: purge.Forgets = FakeCorpus({"1": [NAME, OTHER], "2": ["Ifeoma Okwuosa"], "3": [OTHER]})
    assert corpus.forget([NAME], paper_ids=["1"]) == 1
    assert corpus.forget([NAME]) == 1
    assert corpus.forget([NAME]) == 0


# Files that were written.


def document(name: str) -> Document:
    return Document("list", "List", {"name": name}, {"list": Paragraph(inline(f"by {name}"))}, rows=[{"name": name}])


@pytest.mark.parametrize("format", ["markdown", "html", "json", "csv", "xlsx", "docx"])
def test_whether_a_file_names_somebody_is_read_in_every_format_but_pdf(format: str, tmp_path: Path) -> None:
    for name in (NAME, OTHER):
        file = tmp_path / f"{name[0]}{writers.suffix(format)}"
        file.write_bytes(writers.write(document(name), format))
        assert naming.in_file(file, NAME) is (name == NAME)
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(writers.write(document(NAME), "pdf"))
    assert naming.in_file(pdf, NAME) is None


def test_files_are_listed_by_what_they_say_and_deleted_only_where_that_is_sure(store: Store, tmp_path: Path) -> None:
    contents = {
        "letter.pdf": (b"%PDF-1.7", 61),
        "list.csv": (f"name\n{NAME}\n".encode(), None),
        "others.csv": (f"name\n{OTHER}\n".encode(), None),
        "list.pdf": (b"%PDF-1.7", None),
        "gone.md": (None, 61),
    }
    for name, (content, about) in contents.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
        sourced.note_export(store, str(tmp_path / name), person=about)
    found = purge.exports(store, people={61}, names=[NAME])
    states = {export.path.name: export.state for export in found if export.path.parent == tmp_path}
    assert states == {
        "letter.pdf": "names them",
        "list.csv": "names them",
        "list.pdf": "may name them",
        "gone.md": "gone",
    }
    left = {export.path.name: export.state for export in purge.deleted(store, found)}
    assert (left["letter.pdf"], left["list.csv"], left["list.pdf"]) == ("deleted", "deleted", "may name them")
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["list.pdf", "others.csv"]
    assert {Path(path).name for path, _ in sourced.exports(store)} == {"list.pdf", "others.csv"}


# Kept pages.


def test_a_kept_file_that_cannot_be_read_goes_in_doubt_and_a_lock_stays(tmp_path: Path) -> None:
    (tmp_path / "packed.zst").write_bytes(b"\x28\xb5\x2f\xfd rest")
    (tmp_path / "other.xml").write_text(OTHER)
    (tmp_path / "next-request").write_text(NAME)
    assert purge.pages([tmp_path, tmp_path / "none"], purge.naming_one_of([NAME])) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["next-request", "other.xml"]


def test_old_pages_go_by_age(tmp_path: Path) -> None:
    for age in (1, 100):
        file = tmp_path / f"{age}.xml"
        file.write_text("x")
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    assert purge.pages([tmp_path], purge.older_than(50, 1_000_000)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["1.xml"]


# Where a text names somebody.


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ifeoma Okwuosa", "[removed]"),
        ("by IFEÓMA C. OKWUOSA, and Zofia", "by [removed], and Zofia"),
        ("Ifeoma Chidi N. Okwuosa", "[removed]"),
        ('au:"Okwuosa, Ifeoma" AND cat:cs.LG', 'au:"[removed]" AND cat:cs.LG'),
        ("au:okwuosa_i OR au:Okwuosa_Ifeoma OR au:okwuosa", "au:[removed] OR au:[removed] OR au:[removed]"),
        ("out/letter-ifeoma-okwuosa.md", "out/letter-[removed].md"),
        ("Ifeoma Silva, Rui Okwuosa", "Ifeoma Silva, Rui Okwuosa"),
        ("Ifeoma\nOkwuosa", "Ifeoma\nOkwuosa"),
        ("Dr Okwuosa", "Dr Okwuosa"),
        ("Okwuosason Ifeoma", "Okwuosason Ifeoma"),
    ],
)
def test_a_name_is_taken_out_however_it_is_spelled_and_no_other(text: str, left: str) -> None:
    assert naming.masked(text, NAME) == left
    assert naming.named(text, NAME) == (text != left)


@pytest.mark.parametrize("text", ["Jean-Noël d’Aubrac", "d'Aubrac, Jean-Noël", "JEAN-NOEL D'AUBRAC"])
def test_hyphens_and_apostrophes_join(text: str) -> None:
    assert naming.masked(f"by {text} et al.", "Jean-Noël d'Aubrac") == "by [removed] et al."


@pytest.mark.parametrize(("name", "text"), [("Sólveig", "by Solveig."), ("李明", "by 李明.")])
def test_a_name_of_one_word_is_found(name: str, text: str) -> None:
    assert naming.masked(text, name) == "by [removed]."


names = st.lists(st.text("abcdeó", min_size=2, max_size=6), min_size=1, max_size=3).map(" ".join)


@given(names, st.text(max_size=30), st.text(max_size=30))
def test_no_text_names_anybody_after_masking(name: str, before: str, after: str) -> None:
    masked = naming.masked(f"{before} ; {name} ; {after}", name)
    assert name not in masked or "[removed]" in masked
    assert not naming.named(masked.replace(naming.REMOVED, ";"), name)

"""Files of papers: what is read, counted as bad, or refused; and the shortcut for a query, which loses nothing."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiretool.errors import DataError
from hiretool.sourcing import Paper, Reading, papers, parse
from hiretool.sourcing import files as files_module

PAGES = Path(__file__).parent / "arxiv"


def record(number: int = 1, **fields: Any) -> dict[str, Any]:
    """One line of the snapshot, as it is written there."""
    return {
        "id": f"9904.{number:05d}",
        "submitter": None,
        "authors": "Sagitta Wirjodiprodjo and Dorji",
        "title": "Cheap checks,\n  early",
        "comments": None,
        "journal-ref": None,
        "doi": None,
        "categories": "cs.LG stat.ML",
        "abstract": "  We replay failures.\n",
        "versions": [
            {"version": "v1", "created": "Mon, 2 Jun 2025 17:59:46 GMT"},
            {"version": "v2", "created": "Tue, 12 Aug 2025 01:02:03 GMT"},
        ],
        "update_date": "2026-01-01",
        "authors_parsed": [["Wirjodiprodjo", "Sagitta", ""], ["Dorji", "", ""]],
        **fields,
    }


def lines(*records: dict[str, Any] | str) -> bytes:
    return "".join(f"{r if isinstance(r, str) else json.dumps(r)}\n" for r in records).encode()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def write(content: bytes, name: str = "papers") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


File = Callable[..., Path]


def test_a_line_of_the_snapshot_is_a_paper(file: File) -> None:
    found = list(
        papers(file(lines(record(**{"journal-ref": "J. Inv. 3", "doi": "10.99999/x", "comments": "8 pages"}))))
    )
    assert found == [
        Paper(
            id="9904.00001",
            versions=2,
            title="Cheap checks, early",
            abstract="We replay failures.",
            authors=("Sagitta Wirjodiprodjo", "Dorji"),
            categories=("cs.LG", "stat.ML"),
            submitted=date(2025, 6, 2),
            updated=date(2025, 8, 12),
            comment="8 pages",
            journal_ref="J. Inv. 3",
            doi="10.99999/x",
        )
    ]


def test_the_author_string_serves_where_nobody_parsed_it(file: File) -> None:
    text = "B. Quispe (Cusco (Peru), Dept. of Optics) and M. Huillca"
    found = next(papers(file(lines(record(authors=text, authors_parsed=[])))))
    assert found.authors == ("B. Quispe", "M. Huillca")


def test_a_recorded_page_of_the_api_is_read_like_a_file(file: File) -> None:
    found = [paper for name in ("page-0.xml", "page-10.xml", "page-20.xml") for paper in papers(PAGES / name)]
    assert len({paper.id for paper in found}) == 23
    odd = {paper.id: paper for paper in found}
    assert odd["9902.00005"].title == "Naïve baselines for Économétrie & $\\alpha$-divergence: a measured account"
    assert odd["cs/0013007"].versions == 2
    assert odd["9902.00006"].comment == "Questions to [@], or [@]"
    assert odd["9902.00009"].categories == ("cs.DS", "cs.LG")
    assert (odd["9902.00011"].doi, odd["9902.00011"].journal_ref) == (
        "10.99999/invented.2026.17",
        "Journal of Invented Results 3 (2026) 17-29",
    )
    assert odd["9902.00003"].updated > odd["9902.00003"].submitted


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "plain": lambda content: content,
    "mark of byte order": lambda content: b"\xef\xbb\xbf" + content,
    "gz": gzip.compress,
    "gz in two members": lambda content: gzip.compress(content[:50]) + gzip.compress(content[50:]),
    "xz": lzma.compress,
    "blank lines": lambda content: b"\n\n" + content.replace(b"\n", b"\r\n\n"),
    "no last line break": lambda content: content.rstrip(b"\n"),
}


@pytest.mark.parametrize("packed", PACKED)
def test_what_a_file_is_its_content_says_and_not_its_name(file: File, packed: str) -> None:
    path = file(PACKED[packed](lines(record(1), record(2))), name="papers.csv")
    assert [paper.id for paper in papers(path)] == ["9904.00001", "9904.00002"]


@pytest.mark.parametrize("packed", ["plain", "gz", "xz"])
def test_xml_is_unpacked_as_well(file: File, packed: str) -> None:
    assert len(list(papers(file(PACKED[packed]((PAGES / "page-0.xml").read_bytes()))))) == 10


def test_standard_input_is_read_through_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(lines(record())))))
    assert [paper.id for paper in papers("-")] == ["9904.00001"]


BAD: dict[str, tuple[str, str]] = {
    "not JSON": ("{oops", "not JSON: Expecting property name"),
    "cut off": (json.dumps(record())[:-40], "not JSON"),
    "not a record": ("[1, 2]", "expected a record in braces, got list"),
    "another kind of record": ('{"name": "x"}', "versions: expected a list"),
    "id read as a number": (json.dumps(record(id=1505.0629)), "id: expected text, got 1505.0629"),
    "no such id": (json.dumps(record(id="12345")), "id: expected an arXiv id"),
    "no author": (json.dumps(record(authors="", authors_parsed=[])), "authors: "),
    "authors misshapen": (json.dumps(record(authors_parsed=[["A"], 3])), "authors_parsed: expected"),
    "no version": (json.dumps(record(versions=[])), "versions: expected a list"),
    "no date": (json.dumps(record(versions=[{"created": "last week"}])), "versions: expected created"),
    "no such day": (json.dumps(record(versions=[{"created": "31 Feb 2025 00:00:00 GMT"}])), "day is out of range"),
    "zero byte": ('{"id": "\x00"}', "not JSON: Invalid control character"),
    "nested deep": ('{"id": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deep"),
    "huge number": ('{"id": ' + "9" * 5000 + "}", "limit"),
    "huge line": ('{"id": "' + "x" * (files_module.LONGEST + 9) + '"}', "longer than 4 MB"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_line_is_counted_with_its_number_and_reason_and_stops_nothing(file: File, kind: str) -> None:
    line, reason = BAD[kind]
    report = Reading()
    found = list(papers(file(lines(record(1), line, record(3))), report=report))
    assert [paper.id for paper in found] == ["9904.00001", "9904.00003"]
    assert (report.read, report.bad) == (2, 1)
    assert report.bad_lines[0][0] == 2
    assert reason in report.bad_lines[0][1]


def test_bytes_that_are_no_text_make_one_bad_line(file: File) -> None:
    report = Reading()
    list(papers(file(lines(record(1)) + b'{"id": "\xff\xfe"}\n' + lines(record(2))), report=report))
    assert (report.read, report.bad_lines) == (2, [(2, "not UTF-8 at byte 8")])


def test_of_many_bad_lines_all_are_counted_and_the_first_hundred_kept(file: File) -> None:
    report = Reading()
    list(papers(file(lines(record(), *["oops"] * 300)), report=report))
    assert (report.bad, len(report.bad_lines)) == (300, 100)


@pytest.mark.parametrize("packed", ["gz", "xz"])
def test_a_file_that_breaks_off_gives_what_was_whole_and_says_so(file: File, packed: str) -> None:
    whole = PACKED[packed](lines(*(record(number, abstract=str(number) * 99) for number in range(1, 3000))))
    report = Reading()
    found = list(papers(file(whole[: len(whole) * 2 // 3]), report=report))
    assert 0 < len(found) < 2999
    assert "damaged or breaks off here" in report.bad_lines[-1][1]


def test_xml_that_breaks_off_gives_the_entries_that_were_whole(file: File) -> None:
    whole = (PAGES / "page-0.xml").read_bytes()
    report = Reading()
    found = list(papers(file(whole[: whole.rindex(b"</name>")]), report=report))
    assert (len(found), report.bad) == (9, 1)
    assert "not well-formed XML" in report.bad_lines[0][1]


def test_days_are_those_of_utc_whatever_the_zone_of_the_stamp(file: File) -> None:
    text = (
        (PAGES / "page-0.xml").read_text(encoding="utf-8").replace("2026-09-28T17:59:10Z", "2026-09-28T22:59:10-05:00")
    )
    assert next(papers(file(text.encode()))).submitted == date(2026, 9, 29)


def test_an_entry_that_lacks_its_date_is_a_bad_line(file: File) -> None:
    text = (PAGES / "page-0.xml").read_text(encoding="utf-8")
    report = Reading()
    broken = text.replace("<published>2026-09-28T17:59:10Z</published>", "").replace("2026-09-17T17", "2026-99-17T17")
    assert len(list(papers(file(broken.encode()), report=report))) == 8
    assert [line for line, _ in report.bad_lines] == [10, 26]
    assert report.bad_lines[0][1] == "<published>: the entry has none"
    assert report.bad_lines[1][1].endswith("got '2026-99-17T17:59:11Z'")


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not one record in it"),
    "blank": (b" \n\n", "not one record in it"),
    "prose": (b"Dear all,\nhere are the papers.\n", "(line 1: not JSON"),
    "CSV": (b"id,title\n9904.00001,T\n", "not one record in it"),
    "an array": (json.dumps([record()]).encode(), "one JSON array; write one record a line"),
    "one record over many lines": (json.dumps(record(), indent=1).encode(), "not one record in it"),
    "a result without papers": ((PAGES / "empty.xml").read_bytes(), "not one record in it"),
    "an error page of the API": ((PAGES / "refused.xml").read_bytes(), "not one record in it"),
    "HTML": (b"<!DOCTYPE html><html><body>Rate exceeded.</body></html>", "DOCTYPE"),
    "another XML": (b"<rss><channel/></rss>", "expected the <feed> of arXiv's API, got <rss>"),
    "UTF-16": ("\ufeff{}".encode("utf-16-le"), "UTF-16 text; save it as UTF-8"),
    "UTF-16 without a mark": ('{"id": "9904.00001"}'.encode("utf-16-be"), "UTF-16 or binary"),
    "ZIP": (b"PK\x03\x04rest", "a ZIP archive; unpack it first"),
    "Parquet": (b"PAR1rest", "a Parquet file"),
    "bzip2": (bz2.compress(b"{}"), "not one record in it"),
    "damaged at once": (gzip.compress(lines(record()))[:15], "damaged, or cut off at its beginning"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_without_a_single_record_is_refused_with_what_was_expected(file: File, kind: str) -> None:
    content, reason = REFUSED[kind]
    path = file(content)
    with pytest.raises(DataError) as refused:
        list(papers(path))
    assert str(refused.value).startswith(f"{path}: ")
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="this Python unpacks .zst")
def test_what_this_python_cannot_unpack_is_said(file: File) -> None:
    with pytest.raises(DataError, match=r"this Python cannot read \(compression.zstd\); unpack it first"):
        next(papers(file(b"\x28\xb5\x2f\xfd rest")))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "nowhere", "No such file"), (tmp_path, "a folder; expected Atom XML")):
        with pytest.raises(DataError, match=reason):
            next(papers(path))


def test_entities_that_grow_without_end_are_refused_before_they_grow(file: File) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE feed [{levels}]><feed xmlns="http://www.w3.org/2005/Atom">&e11;</feed>'
    with pytest.raises(DataError, match="DOCTYPE"):
        list(papers(file(bomb.encode())))


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<entry>" + "<a>" * 50, "nested more than 20 deep"),
        ("<entry><title>" + "x" * (5 << 20), "an entry of more than 4 MB"),
        ("<entry>" + f'<a b="{"x" * 999}"/>' * 5000, "an entry of more than 4 MB"),
        ("<!--" + "x" * (5 << 20), "a tag or comment of more than 4 MB"),
    ],
)
def test_xml_made_to_fill_the_memory_is_refused(file: File, inside: str, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        list(papers(file(f'<feed xmlns="http://www.w3.org/2005/Atom">{inside}'.encode())))


def test_a_long_file_is_never_held_in_memory(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first paper is there before the rest of the file was read, whatever its size."""
    seen = 0

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            nonlocal seen
            line = lines(record())
            count = len(buffer) // len(line) * len(line)
            buffer[:count] = line * (count // len(line))
            seen += count
            return count

    stdin = type("Stdin", (), {"buffer": io.BufferedReader(Endless(), 1 << 16)})
    monkeypatch.setattr(sys, "stdin", stdin)
    stream = papers("-")
    assert [next(stream).id for _ in range(3)] == ["9904.00001"] * 3
    assert seen < 4 << 20


# Spellings of the same words: what a shortcut through the bytes could overlook.
SPELLINGS = {
    "drift": ("drift", "DRIFT", "dríft", "dri\u0301ft", "dr\\'ift", "dr{\\'i}ft", "dr\\`{\\i}ft", "𝐝𝐫𝐢𝐟𝐭"),
    "naive": ("naive", "naïve", 'na\\"ive', 'na{\\"\\i}ve', "NAÏVE"),
    "fine": ("fine", "ﬁne", "ｆｉｎｅ"),
    "muller": ("muller", "mu\u0308ller", "m\\.uller", "mu\\l ler", "m\\=uller"),
    "strasse": ("strasse", "straße", "stra\\ss e", "Stra{\\ss}e"),
    "lodz": ("lodz", "łódź", "\\l\\'od\\'z", "{\\l}\\'od\\'{z}"),
}


def shortcut_loses(path: Path, query: str, escaped: bool, *records: dict[str, Any]) -> list[str]:
    """Ids of papers that match the query and are not found by way of the shortcut."""
    first = record(1, title="Understood, so that the shortcut begins")
    path.write_bytes("\n".join(json.dumps(each, ensure_ascii=escaped) for each in (first, *records)).encode())
    asked, report = parse(query), Reading()
    by_shortcut = [paper.id for paper in papers(path, query=asked, report=report) if asked.matches(paper)]
    assert (report.read, report.bad) == (1 + len(records), 0)
    return [paper.id for paper in papers(path) if asked.matches(paper) and paper.id not in by_shortcut]


@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("word", SPELLINGS)
def test_a_word_is_found_by_the_shortcut_however_it_is_spelled(tmp_path: Path, word: str, escaped: bool) -> None:
    records = [record(number, title=f"On {spelling}") for number, spelling in enumerate(SPELLINGS[word], 2)]
    assert shortcut_loses(tmp_path / "papers", f"ti:{word}", escaped, *records) == []
    assert sum(parse(word).matches(paper) for paper in papers(tmp_path / "papers")) >= len(records) - 1


GLUE = st.sampled_from([" ", "\n", "-", "_", "\t", "/", "\u2019", "\\", "$", "\u202e", "\x08", "\u200d", "a", ""])
SPELLED = st.sampled_from([spelling for spellings in SPELLINGS.values() for spelling in spellings])
TITLES = st.lists(st.tuples(SPELLED, GLUE), min_size=1, max_size=3).map(
    lambda parts: "T " + "".join(word + glue for word, glue in parts)
)
QUERIES = st.lists(
    st.sampled_from([*SPELLINGS, "dri*", "m*", '"naive fine"', "cat:cs.lg", "au:wirjodiprodjo_s"]), min_size=1
).map(" OR ".join) | st.sampled_from(
    ["fine ANDNOT ti:drift", 'au:"Sagitta W" naive', "submittedDate:[20250101 TO 20251231] fine"]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TITLES, st.booleans(), QUERIES)
def test_the_shortcut_loses_no_paper_that_matches(tmp_path: Path, title: str, escaped: bool, query: str) -> None:
    assert shortcut_loses(tmp_path / "papers", query, escaped, record(2, title=title, categories="cs.CV")) == []


def test_the_shortcut_sets_aside_what_cannot_match(file: File) -> None:
    path = file(lines(record(1), record(2), record(3, title="Drift")))
    report = Reading()
    assert [paper.id for paper in papers(path, query=parse("drift"), report=report)] == ["9904.00001", "9904.00003"]
    assert report.read == 3


def test_the_shortcut_does_not_hide_that_a_file_is_of_another_kind(file: File) -> None:
    with pytest.raises(DataError, match="not one record"):
        list(papers(file(lines('{"name": "x"}') * 9), query=parse("drift")))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.binary(max_size=40).map(lambda line: line.replace(b"\n", b" "))
        | st.recursive(st.none() | st.text(max_size=9) | st.floats() | st.integers(), st.lists, max_leaves=4).map(
            lambda value: json.dumps(record(versions=value)).encode()
        )
        | st.just(json.dumps(record()).encode()),
        max_size=8,
    )
)
def test_whatever_the_lines_each_is_read_or_counted_as_bad(tmp_path: Path, given_lines: list[bytes]) -> None:
    path, report = tmp_path / "papers", Reading()
    path.write_bytes(b"\n".join([json.dumps(record()).encode(), *given_lines]))
    read = list(papers(path, report=report))
    assert report.read == len(read)
    assert report.read + report.bad == 1 + sum(bool(line.strip()) for line in given_lines)


def test_every_recorded_page_is_read_by_some_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_sourcing_*.py"))
    pages = [page.name for page in PAGES.iterdir()]
    assert pages
    assert not [name for name in pages if name not in tests]

"""Lists of accepted papers, however they are written -> lines; lines -> arXiv papers."""

from __future__ import annotations

import gzip
import json
import lzma
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import list_authors
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.accepted_lists import ListReading, acceptances, matched, title_key
from hiretool.sourcing.paper import Paper
from tests.test_sourcing_paper import paper

DATA = Path(__file__).parents[2] / "shared" / "data" / "sourcing"
LISTS = DATA / "paperlists_to2018_and_2025.jsonl.xz"


def record(number: int = 1, **fields: Any) -> dict[str, Any]:
    """A line as papercopilot's files have it."""
    return {"title": f"Reef Nets {number}", "author": "Ama Abe;Bo Bee", "status": "Poster", "track": "main"} | fields


def read(path: Path, *records: dict[str, Any], **options: Any) -> tuple[list[Acceptance], ListReading]:
    report = ListReading()
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return list(acceptances(path, report=report, **options)), report


def line(title: str, *authors: str, venue: str = "ICML", year: int = 2026, paper_id: str | None = None) -> Acceptance:
    return Acceptance(venue, year, title, authors or ("Ama Abe", "Bo Bee"), "", "icml.json", paper_id)


def test_the_name_of_the_file_says_the_venue_and_year_that_its_lines_leave_out(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path / "nips2018.json", record())
    assert found == Acceptance(
        "NeurIPS", 2018, "Reef Nets 1", ("Ama Abe", "Bo Bee"), "poster", "nips2018.json", paper_id=None
    )


def test_a_line_says_its_venue_before_the_user_and_the_user_before_the_file(tmp_path: Path) -> None:
    lines = [record(venue="cvpr2025"), record(venue="Thewebconf", year=2024), record(venue="Reef Days"), record()]
    found, _ = read(tmp_path / "icml2019.json", *lines, venue="eccv", year=2022)
    assert [(one.venue, one.year) for one in found] == [
        ("CVPR", 2025),
        ("WWW", 2024),
        ("Reef Days", 2022),
        ("ECCV", 2022),
    ]


def test_a_line_that_says_no_year_is_bad_where_nothing_else_says_it(tmp_path: Path) -> None:
    found, report = read(tmp_path / "list.json", record(venue="ICML", year=2025), record(venue="ICML"))
    assert (len(found), report.read, report.bad) == (1, 1, 1)
    assert report.bad_lines == [(2, "year: neither in the line, nor in the file's name, nor said")]


@pytest.mark.parametrize("form", ["array", "lines", "csv", "tsv", "gz", "xz", "parquet"])
def test_each_form_of_a_table_says_the_same(form: str, tmp_path: Path) -> None:
    path, records = tmp_path / f"icml2026.{form}", [record(1, year=2026), record(2, status="Oral", year=2026)]
    if form == "array":
        path.write_text(json.dumps(records, indent=1), encoding="utf-8")
    elif form in ("csv", "tsv"):
        mark = "," if form == "csv" else "\t"
        rows = [list(records[0]), *(list(map(str, one.values())) for one in records)]
        path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(mark.join(row) for row in rows).encode())
    elif form == "parquet":
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(records), path)
    else:
        data = "\n".join(map(json.dumps, records)).encode()
        path.write_bytes(gzip.compress(data) if form == "gz" else lzma.compress(data) if form == "xz" else data)
    found = list(acceptances(path))
    assert [(one.venue, one.title, one.authors, one.tier) for one in found] == [
        ("ICML", "Reef Nets 1", ("Ama Abe", "Bo Bee"), "poster"),
        ("ICML", "Reef Nets 2", ("Ama Abe", "Bo Bee"), "oral"),
    ]


def test_columns_of_other_names_are_mapped(tmp_path: Path) -> None:
    mapping = {"title": "Paper Title", "authors": "Who", "status": "Kind"}
    row = {"Paper Title": "Reef Nets", "Who": "Ama Abe, Bo Bee", "Kind": "Spotlight"}
    (found,), _ = read(tmp_path / "icml2026.json", row, mapping=mapping)
    assert (found.title, found.authors, found.tier) == ("Reef Nets", ("Ama Abe", "Bo Bee"), "spotlight")


def test_a_mapping_of_what_is_not_wanted_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HiretoolError, match=r"mapping: no field 'titel'; there are title, authors, status"):
        read(tmp_path / "icml2026.json", record(), mapping={"titel": "Paper Title"})


@pytest.mark.parametrize(
    "status",
    ["Reject", "Desk Reject", "Withdraw", "Active", "Under review", "Submitted", "Workshop", "Poster Workshop"],
)
def test_what_was_not_accepted_is_left_out_and_counted(status: str, tmp_path: Path) -> None:
    found, report = read(tmp_path / "iclr2018.json", record(1, status=status), record(2))
    assert [one.title for one in found] == ["Reef Nets 2"]
    assert (report.read, report.left_out, report.bad) == (2, 1, 0)


@pytest.mark.parametrize(
    ("fields", "tier", "venue", "track"),
    [
        ({"status": "Oral"}, "oral", "ICLR", ""),
        ({"status": "Top-5%"}, "oral", "ICLR", ""),
        ({"status": "Accept (notable-top-25%)"}, "spotlight", "ICLR", ""),
        ({"status": "Highlight"}, "highlight", "ICLR", ""),
        ({"status": "Poster", "award": True}, "award", "ICLR", ""),
        ({"status": "Poster", "award": False}, "poster", "ICLR", ""),
        ({"status": "Technical Paper"}, "", "ICLR", ""),
        ({"status": None}, "", "ICLR", ""),
        ({"status": "Long Findings"}, "", "ICLR Findings", ""),
        ({"status": "Industry"}, "", "ICLR", "industry"),
        ({"track": "Datasets and Benchmarks"}, "poster", "ICLR", "datasets and benchmarks"),
    ],
)
def test_the_status_says_tier_findings_and_track(
    fields: dict[str, Any], tier: str, venue: str, track: str, tmp_path: Path
) -> None:
    (found,), _ = read(tmp_path / "iclr2023.json", record(**fields))
    assert (found.tier, found.venue, found.track) == (tier, venue, track)


def test_a_tier_that_nearly_every_paper_has_is_none(tmp_path: Path) -> None:
    lines = [record(number, status="Spotlight" if number % 10 else "Oral") for number in range(40)]
    found, report = read(tmp_path / "icml2021.json", *lines)
    assert [one.tier for one in found] == ["oral" if number % 10 == 0 else "" for number in range(40)]
    assert report.notes == ["ICML 2021: 90% are marked spotlight, so the mark tells nothing; left off."]


def test_posters_stay_posters_and_few_lines_prove_nothing(tmp_path: Path) -> None:
    found, report = read(tmp_path / "icml2021.json", *(record(number) for number in range(40)))
    assert {one.tier for one in found} == {"poster"}
    found, report = read(tmp_path / "icml2021.json", *(record(number, status="Oral") for number in range(5)))
    assert {one.tier for one in found} == {"oral"}
    assert report.notes == []


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ama Abe;Bo Bee;Cy Cee", ["Ama Abe", "Bo Bee", "Cy Cee"]),
        ("Ama Abe, Bo Bee, Cy Cee", ["Ama Abe", "Bo Bee", "Cy Cee"]),
        ("Ama Abe, Bo Bee;Cy Cee", ["Ama Abe", "Bo Bee", "Cy Cee"]),
        ("Ama Abe and Bo Bee", ["Ama Abe", "Bo Bee"]),
        ("Abe, Ama and Bee, Bo", ["Ama Abe", "Bo Bee"]),
        ("Abe, Ama; Bee, Bo J.", ["Ama Abe", "Bo J. Bee"]),
        ("Abe, A.", ["A. Abe"]),
        ("Abe, Ama", ["Ama Abe"]),
        ("van der Abe, Ama", ["Ama van der Abe"]),
        ("Abe, Ama, Bee, Bo", ["Ama Abe", "Bo Bee"]),
        ("Ama Abe, Jr., Bo Bee", ["Ama Abe Jr.", "Bo Bee"]),
        ("Ama Abe (Reef Institute; Lagos), Bo Bee*", ["Ama Abe", "Bo Bee"]),
        ("Ama Abe1;Bo Bee2,3", ["Ama Abe", "Bo Bee"]),
        ("Ama Abe,;Bo Bee;", ["Ama Abe", "Bo Bee"]),
        ("~Ama_Abe1;~Bo_C._Bee2", ["Ama Abe", "Bo C. Bee"]),
        ("ama@reefs.example;Bo Bee", ["Bo Bee"]),
        ("Ama Abe;Bo Bee;Ama Abe;Bo Bee", ["Ama Abe", "Bo Bee"]),
        ("Ama Abe;Ama Abe;Bo Bee;Bo Bee", ["Ama Abe", "Bo Bee"]),
        ("Ama Abe;Bo Bee;Bo Bee;Ama Abe", ["Ama Abe", "Bo Bee"]),
        ("Ama Abe;Bo Bee;Ama Abe", ["Ama Abe", "Bo Bee", "Ama Abe"]),
        (["Ama Abe", "Bo Bee"], ["Ama Abe", "Bo Bee"]),
        ([{"name": "Ama Abe"}, {"name": "Bo Bee"}], ["Ama Abe", "Bo Bee"]),
        (["Abe, A.", "Bo Bee"], ["A. Abe", "Bo Bee"]),
        ("M\\'aria Abe", ["Mária Abe"]),
        ("", []),
        (None, []),
        (17, []),
    ],
)
def test_names_are_told_apart_whatever_separates_them(cell: Any, names: list[str]) -> None:
    assert list(list_authors.names(cell)) == names


def test_a_lone_surname_first_name_is_read_as_the_rest_of_its_file_is(tmp_path: Path) -> None:
    lines = [record(author="Abe, Ama; Bee, Bo"), record(author="van Cee, Cy Dan"), record(author="Dee, Di")]
    found, _ = read(tmp_path / "icml2026.json", *lines)
    assert [one.authors for one in found] == [("Ama Abe", "Bo Bee"), ("Cy Dan van Cee",), ("Di Dee",)]


NAMES = st.lists(
    st.sampled_from(["Ama Abe", "Bo C. Bee", "Cy Cee-Dee", "Éva Fő", "Gil van Hu", "Ida Jay"]), min_size=1, unique=True
)


@given(NAMES, st.sampled_from([";", "; ", ", "]))
def test_the_order_of_the_byline_stays(names: list[str], mark: str) -> None:
    assert list(list_authors.names(mark.join(names))) == names
    assert list(list_authors.names(mark.join([*names, *names]))) == names


@given(st.text(max_size=80))
def test_any_cell_is_read_and_holds_no_address(cell: str) -> None:
    assert not any("@" in name for name in list_authors.names(cell))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"\x89PNG\x00\x00\x00", "binary"),
        ("title".encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04xx", "a ZIP archive"),
        (b"<html>", "HTML"),
        (b"just some words\nand more\n", "one column only"),
        (b"[1, 2, 3]", "not one line of a list of accepted papers in it .line 1: expected a record in braces, got int"),
        (b'{"a": 1}\n', "title: expected text, found none.; its columns are a"),
        (b"\x1f\x8bbroken", "damaged"),
        (b"title,author\nReefs,Ama Abe\n", "venue: neither in the line"),
    ],
)
def test_a_file_that_is_no_list_is_said_to_be_what_it_is(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    with pytest.raises(DataError, match=problem):
        list(acceptances(path))


def test_a_file_that_is_not_there_or_a_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        list(acceptances(tmp_path / "none.csv"))
    with pytest.raises(DataError, match="a folder"):
        list(acceptances(tmp_path))


def test_bad_lines_stop_nothing_and_are_told_with_their_reason(tmp_path: Path) -> None:
    path = tmp_path / "icml2026.csv"
    path.write_bytes(
        b"title,author,year\n"
        b"Reef Nets,Ama Abe;Bo Bee,2026\n"
        b"Caf\xe9 Nets,Ama Abe,2026\n"
        b",Ama Abe,2026\n"
        b"Sea Nets,,2026\n"
        b"Sand Nets,Ama Abe,soon\n"
        b"Salt Nets,Ama Abe,2026,and,more\n"
        b"\n"
        b"Wave Nets,Ama Abe,2026.0\n"
    )
    report = ListReading()
    assert [one.title for one in acceptances(path, report=report)] == ["Reef Nets", "Wave Nets"]
    assert report.bad == 5
    assert [reason.split(":")[0].split(";")[0] for _, reason in report.bad_lines] == [
        "not UTF-8 at byte 3",
        "title",
        "authors",
        "year",
        "5 cells, but 3 columns in the heading",
    ]


def test_an_array_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    path, report = tmp_path / "icml2026.json", ListReading()
    path.write_text(json.dumps([record(1), record(2)])[:-30], encoding="utf-8")
    assert [one.title for one in acceptances(path, report=report)] == ["Reef Nets 1"]
    assert report.bad == 1
    assert "record 2 is cut off" in report.bad_lines[0][1]


@pytest.mark.parametrize("form", ["lines", "array", "csv"])
def test_a_line_without_an_end_takes_no_memory(form: str, tmp_path: Path) -> None:
    path, report = tmp_path / "icml2026.json", ListReading()
    good, endless = json.dumps(record(year=2026)), "x" * (9 << 20)
    text = {
        "lines": f'{good}\n{{"title": "{endless}"}}\n{good}\n',
        "array": f'[{good}, {{"title": "{endless}"}}]',
        "csv": f"title,author\nReef Nets 1,Ama Abe\n{endless},Bo Bee\n",
    }[form]
    path.write_text(text, encoding="utf-8")
    found = list(acceptances(path, report=report))
    assert {one.title for one in found} == {"Reef Nets 1"}
    assert report.bad == 1
    assert "longer than 4 MB" in report.bad_lines[0][1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deep-Sea Reefs: A Survey", "Deep sea reefs - a survey"),
        ("$\\alpha$-Nets for $\\ell_1$", "α-nets for $\\ell_1$"),
        ("Nets \\& Reefs", "Nets and reefs"),
        ("Nets &amp; Reefs", "Nets & Reefs"),
        ("\\textit{Reefs} in $\\mathbf{R}^3$", "Reefs in R3"),
        ("Naïve Nets", "Naive nets"),
        ("ﬁne Nets", "fine nets"),
    ],
)
def test_titles_that_differ_in_marks_only_are_one(one: str, other: str) -> None:
    assert title_key(one) == title_key(other)


@given(st.text(max_size=60))
def test_a_title_key_is_letters_and_digits_and_its_own_key(title: str) -> None:
    key = title_key(title)
    assert key == "" or key.isalnum()
    assert title_key(title.swapcase()) == title_key(title.swapcase().swapcase().swapcase())


def ids(lines: list[Acceptance], *papers: Paper) -> list[str | None]:
    return [one.paper_id for one in matched(lines, papers)]


def test_a_line_is_the_paper_of_its_title_and_of_one_of_its_authors() -> None:
    ours, namesake = paper(1, "Bo Bee", title="Reef nets!"), paper(2, "Cy Cee", title="Reef Nets")
    assert ids([line("Reef Nets")], namesake, ours) == [ours.id]
    assert ids([line("Reef Nets")], namesake) == [None]


def test_of_two_papers_the_one_with_more_of_the_authors_is_meant() -> None:
    one, both = paper(2, "Ama Abe", "Di Dee", title="Reef Nets"), paper(1, "Ama Abe", "Bo Bee", title="Reef Nets")
    assert ids([line("Reef Nets")], one, both) == ids([line("Reef Nets")], both, one) == [both.id]


@pytest.mark.parametrize(
    ("title", "authors", "year", "is_it"),
    [
        ("ReefNet: Learning where fish of the deep sea rest", ("Ama Abe", "Bo Bee"), 2026, True),
        ("Learning Where Fish of the Deep Seas Rest", ("Ama Abe", "Bo Bee"), 2026, True),
        ("Learning where fish of the deep sea rest", ("Cy Cee", "Ama Abe"), 2026, True),
        ("Learning Where Fish of the Deep Seas Rest", ("Bo Bee", "Ama Abe"), 2026, False),
        ("Learning Where Fish of the Deep Seas Rest", ("Ama Abe", "Cy Cee", "Di Dee"), 2026, False),
        ("Learning Where Fish of the Deep Seas Rest", ("Ama Abe", "Bo Bee"), 2021, False),
        ("Learning Where Birds of Deserts Nest", ("Ama Abe", "Bo Bee"), 2026, False),
    ],
)
def test_a_paper_under_another_title_is_known_by_its_first_author_and_most_of_its_words(
    title: str, authors: tuple[str, ...], year: int, is_it: bool
) -> None:
    there = paper(1, *authors, title=title, submitted=date(year, 3, 1))
    assert (ids([line("Learning Where Fish of the Deep Sea Rest")], there) == [there.id]) is is_it


def test_short_titles_are_not_taken_for_one_another() -> None:
    assert ids([line("Falling Reef Lists")], paper(1, "Ama Abe", "Bo Bee", title="Causal Falling Reef Lists")) == [None]


@pytest.mark.slow
@pytest.mark.skipif(not LISTS.exists(), reason=f"{LISTS.name} is not here")
def test_sixty_thousand_real_lines_are_read_without_a_bad_one() -> None:
    report = ListReading()
    found = list(acceptances(LISTS, report=report))
    assert (report.read, report.bad, report.left_out, len(found)) == (61_384, 0, 990, 60_394)
    assert report.notes == ["ICML 2018: 100% are marked oral, so the mark tells nothing; left off."]
    odd = [name for one in found for name in one.authors if set(name) & set(",;@()")]
    assert odd == []
    assert len({one.venue for one in found}) == 22

"""A page a person: everything said is said with its source, strangers' texts stay texts, and whoever is hidden is."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Collection
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import writers
from hiretool.document import Document, Picture
from hiretool.errors import DataError, HiretoolError, NotFoundError
from hiretool.sourcing import found_file, person_page
from hiretool.sourcing.found_file import Entry, Listing
from hiretool.sourcing.open_questions import questions
from hiretool.sourcing.people_report import WITHHELD, nobody, people_report
from hiretool.sourcing.timeline import Mark, timeline
from tests import read_back
from tests.found_people import NAMES, TODAY, everybody, found, paper, person, rich

SVG = "{http://www.w3.org/2000/svg}"
FILE = Path("found.json")


def read(data: Any) -> Listing:
    return found_file.read(FILE, json.dumps(data).encode())


def report(*people: dict[str, Any], **options: Any) -> Document:
    return people_report(read(found(*people)), **options)


def markdown(*people: dict[str, Any], **options: Any) -> str:
    return writers.write(report(*people, **options), "markdown").decode()


def entry(**changes: Any) -> Entry:
    (one,) = read(found(person(**changes))).entries
    return one


def no_hilda(name: str, paper_ids: Collection[str] = (), orcid: str | None = None) -> bool:
    return name == "Hilda Hidden"


def asked(**changes: Any) -> str:
    return "\n".join(questions(entry(**changes), TODAY))


# The file


def test_what_people_find_writes_today_is_read_with_nothing_that_is_optional() -> None:
    listing = read(found(person(papers=[paper(3, "Ama Abe", "Bo Bee")])))
    (one,) = listing.entries
    assert (listing.today, listing.counts["matched"]) == (TODAY, 812)
    assert (one.rank, one.person.name, one.person.papers[0].url) == (1, "Ama Abe", "https://arxiv.org/abs/9901.00003")
    assert (one.confidence, one.contributions, one.person.record, one.citations) == ("", (), (), ())


def test_all_that_may_be_told_of_a_person_is_read() -> None:
    (one,) = read(found(rich(5, "Ọlá Adéyẹmí"))).entries
    assert one.confidence == "0.84"
    assert len(one.reasons) == 2
    assert [line.signal for line in one.contributions] == ["accepted_lists", "venue", "last_author_share"]
    assert {line.source for line in one.person.accepted} == {"icml2025.json", "kdd.csv"}
    assert one.person.code[0].pushed == date(2026, 9, 30)
    assert one.citations[0].percentile == 0.97
    assert len(one.person.record) > len(one.person.papers)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"today": "yesterday"}, "today: expected a date such as 2026-11-20, got 'yesterday'"),
        ({"query": None}, "query: expected text, got nothing"),
        ({"people": {"rank": 1}}, "people: expected a list, got an object"),
        ({"people": [7]}, "people[0]: expected an object, got 7"),
        ({"people": [person() | {"rank": None}]}, "people[0].rank: expected a whole number, got nothing"),
        ({"people": [person() | {"rank": True}]}, "people[0].rank: expected a whole number, got True"),
        ({"people": [person(), person(name="")]}, "people[1].name: expected a name, got ''"),
        ({"people": [person(spellings="Ama")]}, "people[0].spellings: expected a list, got 'Ama'"),
        ({"people": [person(weight="much")]}, "people[0].weight: expected a number, got 'much'"),
        ({"people": [person(papers=[paper(1, id="nonsense")])]}, "people[0].papers[0]: id: expected an arXiv id"),
        ({"people": [person(papers=[paper(1, submitted=2026)])]}, "people[0].papers[0].submitted: expected a date"),
        ({"people": [person(identity={"text": "x", "reasons": [1]})]}, "identity.reasons[0]: expected text, got 1"),
        ({"people": [person(code=[{"paper_id": "1", "url": "u", "official": 1}])]}, "official: expected true, false"),
        ({"people": [person(score=[{"signal": "venue", "value": 1}])]}, "score[0].weight: expected a number"),
        ({"schema": 0}, "schema: expected the number 1, got 0"),
        ({"schema": "1"}, "schema: expected a whole number, got '1'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(change: dict[str, Any], said: str) -> None:
    with pytest.raises(DataError, match=re.escape(said)) as error:
        read(found() | change)
    assert str(error.value).startswith("found.json:")


def test_a_file_of_a_newer_hiretool_is_said_to_be_one() -> None:
    with pytest.raises(HiretoolError, match=r"newer hiretool \(schema 2\); this one reads schema 1. Update hiretool."):
        read(found(schema=2))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"schema": 1}', b"null", b"\xff\xfe{\x00}\x00", b'{"a":NaN}', b"[" * 100_000,
     b'{"schema": 1, "people": [], "query": "", "today": "2026-01-01", "since": "2026-01-01", "counts": 3}',
     b'{"schema": ' + b"9" * 5000 + b"}"],
)  # fmt: skip
def test_a_file_of_another_kind_is_said_in_a_line(content: bytes) -> None:
    with pytest.raises(HiretoolError) as error:
        found_file.read(FILE, content)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 250


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PLACES = [("query",), ("counts",), ("people",), ("people", 0), *(("people", 0, name) for name in rich(5, "Ada"))]


@settings(deadline=None, derandomize=True, max_examples=300)
@given(place=st.sampled_from(PLACES), value=JSON)
def test_whatever_stands_in_a_place_is_read_or_refused_in_a_line(place: tuple[str | int, ...], value: Any) -> None:
    data = found(rich(5, "Ọlá Adéyẹmí"))
    holder: Any = data
    for part in place[:-1]:
        holder = holder[part]
    holder[place[-1]] = value
    try:
        content = writers.write(people_report(read(data)), "json")
    except HiretoolError as error:
        content = str(error).encode()
        lines = content.count(b"\n")
    else:
        lines = 0
    assert content
    assert lines == 0


# What the report says


def test_each_person_has_a_page_with_papers_evidence_order_coauthors_and_questions() -> None:
    text = markdown(rich(5, "Ọlá Adéyẹmí"))
    page = text[text.index("## 1. Ọlá" if "## 1. Ọlá" in text else "## 5. Ọlá") :]
    heads = re.findall(r"^### (.*)$", page, re.M)
    assert heads == [
        "Who this is", "To be checked by a person", "Papers", "Evidence", "Co-authors",
        "How the place in the list came about",
    ]  # fmt: skip
    assert "Identity confidence: 0.84." in page
    assert "| accepted lists | 2.00 | 0.84 | +1.68 |" in page


def test_each_claim_stands_with_its_papers_its_source_and_its_day() -> None:
    claim = {"signal": "citations", "value": 1, "unit": "papers", "text": "Cited.", "paper_ids": ["9901.00003"],
             "source": "OpenAlex", "date": "2026-11-19"}  # fmt: skip
    text = markdown(person(papers=[paper(3, "Ama Abe")], evidence=[claim]))
    assert "| Cited. | [9901.00003](<https://arxiv.org/abs/9901.00003>) | OpenAlex, 2026-11-19 |" in text


def test_the_order_is_called_a_suggestion_and_nobody_is_rejected() -> None:
    document = people_report(read(everybody()))
    for format in ("markdown", "html", "json", "table"):
        told = " ".join(writers.write(document, format).decode().split())
        assert "nobody is rejected" in told
        assert "suggestion in which to read" in told


def test_coauthors_come_by_the_number_of_shared_papers_over_the_whole_record() -> None:
    papers = [paper(1, "Ama Abe", "Cy Cee"), paper(2, "Ama Abe", "Bo Bee")]
    record = [*papers, paper(9, "Bo  Bee", "A. Abe", "Ama Abe"), paper(8, "Di Dee", "Ama Abe", "Bo Bée")]
    (one,) = read(found(person(papers=papers, record=record, spellings=["Ama Abe", "A. Abe"]))).entries
    told = person_page.coauthors(one, hides=nobody)
    assert [(other.name, other.papers) for other in told] == [("Bo Bee", 3), ("Cy Cee", 1), ("Di Dee", 1)]
    assert told[0].last == max(entry.submitted for entry in one.person.papers[1:])


def test_a_paper_says_where_in_the_byline_the_person_stands() -> None:
    text = markdown(
        person(
            papers=[paper(1, "Ama Abe"), paper(2, "Ama Abe", "Bo Bee")], record=[paper(5, "Bo Bee", "Cy", "Ama Abe")]
        )
    )
    assert "only author" in text
    assert "named first of 2" in text
    assert "named 3rd of 3" in text


def test_what_services_count_is_shown_with_who_counted_and_when_and_never_added_up() -> None:
    lines = [{"paper_id": "9901.00001", "count": 40, "source": "OpenAlex", "date": "2026-11-19"},
             {"paper_id": "9901.00001", "count": 55, "source": "Semantic Scholar", "date": "2026-11-18"}]  # fmt: skip
    text = markdown(person(citations=lines))
    assert "cited 40 times (OpenAlex, 2026-11-19); cited 55 times (Semantic Scholar, 2026-11-18)" in text
    assert "95" not in text.split("### Papers")[1].split("### Evidence")[0]


def test_sixty_papers_are_counted_where_they_are_not_listed() -> None:
    text = markdown(person(papers=[paper(number, "Ama Abe", "Bo Bee") for number in range(60)]))
    assert "30 more, older or not matching, are not listed here" in text
    rows = list(csv.DictReader(io.StringIO(writers.write(report(rich(1, "Ada")), "csv").decode())))
    assert rows[0]["papers"].count("\n") == len(rich(1, "Ada")["record"]) - 1


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"identity": {"coauthor_groups": 2}}, "fall into 2 groups without a common co-author"),
        ({"identity": {"confidence": 0.62}}, "Identity is put at 0.62"),
        ({"identity": {"confidence": "low"}}, "Identity is put at low"),
        ({"spellings": ["Ama Abe", "A. Abe"]}, "spelt “Ama Abe” and “A. Abe”"),
        ({"papers": [paper(1, "Ama Abe")]}, "One paper is all there is here"),
        ({"papers": [paper(1, "Ama Abe"), paper(2, "Ama Abe", "Bo")]}, "No co-author tells whose 9901.00001 is"),
        ({"papers": [paper(60, "Ama Abe", "Bo")]}, "No paper named first since 2025-01-24: another post"),
        ({"papers": [paper(60, "Ama Abe", "Bo")], "record": [paper(2, "Bo", "Ama Abe")]}, "at another place since"),
        ({"papers": [paper(1, "Ama Abe", comment="Accepted at ICML 2025")]}, 
         "name ICML 2025 (9901.00001): look in the proceedings"),
        ({"papers": [paper(1, "Ama Abe", *map(str, NAMES[:12]))]}, "9901.00001 has more than 10 authors"),
        ({"code": [{"paper_id": "9901.00001", "url": "https://github.com/a/b", "source": "t"}]}, "did they write it?"),
        ({"evidence": [{"signal": "byline", "value": 1, "unit": "", "text": "", "paper_ids": ["9901.00001"]}]},
         "may be alphabetical"),
        ({"evidence": [{"signal": "code", "value": 1, "unit": "", "text": "", "paper_ids": ["9901.00001"]}]},
         "whose is it, and which part"),
        ({"citations": [{"paper_id": "9901.00001", "source": "OpenAlex", "date": "2026-11-01", "named_first": False}]},
         "OpenAlex names somebody else first on 9901.00001"),
        ({"citations": [{"paper_id": "9901.00001", "source": "OpenAlex", "date": "2026-11-01", "orcid": orcid}
                        for orcid in ("0000-0001-5109-3700", "0000-0002-1825-0097")]}, "2 ORCID records"),
    ],
)  # fmt: skip
def test_what_the_papers_leave_open_is_asked(changes: dict[str, Any], wanted: str) -> None:
    assert wanted in asked(**changes)


def test_an_accent_that_was_left_out_is_no_question() -> None:
    assert "spelt" not in asked(name="Zoë Abe", spellings=["Zoë Abe", "Zoe Abe"])


def test_what_a_list_bears_out_is_not_asked_again() -> None:
    accepted = {"venue": "ICML", "year": 2025, "title": "T", "authors": ["Ama Abe"], "source": "list",
                "paper_id": "9901.00001"}  # fmt: skip
    assert "proceedings" not in asked(papers=[paper(1, "Ama Abe", comment="ICML 2025")], accepted=[accepted])


# Who is shown


def test_persons_are_chosen_by_place_or_by_any_spelling() -> None:
    people = [person(1, "Ama Abe"), person(2, "Søren Østergård"), person(3, "Bo Bee", spellings=["Bo Bee", "Bob Bee"])]
    chosen = [one["name"] for one in report(*people, persons=["3", "soren b. ostergard"]).data["people"]]
    assert chosen == ["Søren Østergård", "Bo Bee"]
    assert report(*people, persons=["bob bee"]).title == "People to read about: Bo Bee"


def test_two_people_of_one_name_are_both_shown() -> None:
    assert len(report(person(1, "Wei Lan"), person(2, "Wei Lan"), persons=["Wei Lan"]).data["people"]) == 2


@pytest.mark.parametrize("wanted", ["9", "Nobody", "", "٣٣"])
def test_somebody_who_is_not_in_the_file_is_said(wanted: str) -> None:
    with pytest.raises(NotFoundError, match="No person named"):
        report(person(), persons=[wanted])


@pytest.mark.parametrize("format", ["markdown", "html", "csv", "json", "table", "docx", "xlsx", "pdf"])
def test_whoever_is_hidden_appears_nowhere_not_even_in_a_byline(format: str, tmp_path: Path) -> None:
    people = [person(1, "Hilda Hidden"), person(2, "Bo Bee", papers=[paper(2, "Bo Bee", "Hilda Hidden", "Cy Cee")])]
    listing = read(found(*people))
    assert "Hilda" in _text(writers.write(people_report(listing), format), format, tmp_path)
    hidden = people_report(listing, hides=no_hilda)
    text = _text(writers.write(hidden, format), format, tmp_path)
    assert "Hilda" not in text
    assert "Bo Bee" in text
    with pytest.raises(NotFoundError):
        people_report(listing, persons=["Hilda Hidden"], hides=no_hilda)


def _text(content: bytes, format: str, folder: Path) -> str:
    if format == "docx":
        return read_back.docx(content)
    if format == "pdf":
        return " ".join((read_back.pdf(content, folder) or "Hilda Bo Bee").split())
    if format == "xlsx":
        import zipfile

        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return packed.read("xl/sharedStrings.xml").decode()
    return content.decode()


def test_of_two_people_of_one_name_the_one_whose_papers_are_named_is_hidden() -> None:
    def hides(name: str, paper_ids: Collection[str] = (), orcid: str | None = None) -> bool:
        return name == "Wei Lan" and "9901.00003" in paper_ids

    people = [person(1, "Wei Lan", papers=[paper(3, "Wei Lan")]), person(2, "Wei Lan", papers=[paper(4, "Wei Lan")])]
    assert [one["rank"] for one in report(*people, hides=hides).data["people"]] == [2]


def test_a_byline_says_that_a_name_was_withheld() -> None:
    document = report(person(papers=[paper(1, "Ama Abe", "Hilda Hidden")]), hides=no_hilda)
    assert document.data["people"][0]["papers"][0]["authors"] == ["Ama Abe", WITHHELD]


# Exports


def test_every_export_says_source_day_and_confidence() -> None:
    document = report(rich(5, "Ọlá Adéyẹmí"))
    (row,) = csv.DictReader(io.StringIO(writers.write(document, "csv").decode()))
    assert row["source"] == "arXiv, icml2025.json, kdd.csv and OpenAlex"
    assert (row["as_of"], row["identity_confidence"]) == ("2026-11-20", "0.84")
    (one,) = json.loads(writers.write(document, "json"))["people"]
    assert (one["source"], one["as_of"], one["identity"]["confidence"]) == (row["source"], "2026-11-20", "0.84")
    for format in ("markdown", "html", "table"):
        told = " ".join(writers.write(document, format).decode().split())
        assert "as of 2026-11-20. Identity confidence: 0.84." in told
    assert "2026-11-20" in document.foot


def test_no_address_gets_through() -> None:
    spoilt = paper(1, "Ama Abe", title="Write to ama@example.org", comment="ama@example.org")
    claim = {"signal": "x", "value": 1, "unit": "", "text": "Mail ama@example.org", "paper_ids": []}
    document = report(person(papers=[spoilt], evidence=[claim], identity={"text": "ama@example.org"}))
    for format in ("markdown", "html", "json", "csv", "table"):
        assert b"example.org" not in writers.write(document, format).replace(b"https://example.org/not-used", b"")


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "=1+1", "{{ title }}", "[x](javascript:alert(1))", "\ue000list\ue001"]
)
def test_what_strangers_wrote_stays_text(text: str) -> None:
    hostile = person(
        name=f"Ama {text}",
        papers=[paper(1, f"Ama {text}", f"Bo {text}", title=text, comment=text)],
        code=[{"paper_id": "9901.00001", "url": "javascript:alert(1)", "source": text}],
        identity={"text": text, "confidence": text, "reasons": [text]},
        score=[{"signal": text, "value": 1, "weight": 1, "contribution": 1}],
    )
    page = read_back.html(writers.write(report(hostile), "html"))
    assert not list(page.all("script"))
    assert all(not str(link.attributes["href"]).startswith("javascript") for link in page.all("a"))
    row = next(csv.DictReader(io.StringIO(writers.write(report(person(spellings=[text])), "csv").decode())))
    assert not row["spellings"].startswith("=")


# The chart


def drawn(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg)


DAYS = st.dates(date(1991, 8, 14), TODAY)
MARKS = st.lists(
    st.builds(
        Mark, DAYS, st.booleans(), st.sampled_from([(), ("ICML 2025",), ("NeurIPS 2025", "ICLR 2026"), ("<&>",)])
    ),
    min_size=1,
    max_size=80,
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(MARKS)
def test_the_chart_has_a_box_for_each_paper_and_none_outside_its_frame(marks: list[Mark]) -> None:
    picture = timeline(marks, name="Ama <Abe>")
    assert picture
    root = drawn(picture)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    boxes = [box for box in root.iter(f"{SVG}rect") if box.attrib["width"] != "12" or box.attrib["height"] != "10"]
    assert len(boxes) == len(marks)
    assert sum(box.attrib["class"] == "block" for box in boxes) == sum(mark.first for mark in marks)
    for box in boxes:
        assert 0 <= float(box.attrib["x"]) <= width - float(box.attrib["width"])
        assert 0 <= float(box.attrib["y"]) <= height - float(box.attrib["height"])
        assert float(box.attrib["height"]) > 0
    columns = [text.attrib["x"] for text in root.iter(f"{SVG}text")]
    assert all(0 <= float(x) <= width for x in columns)


def test_the_chart_says_in_words_what_it_draws() -> None:
    marks = [Mark(date(2025, 2, 1), True, ("ICML 2025",)), Mark(date(2025, 3, 1), False), Mark(date(2026, 1, 5), True)]
    picture = timeline(marks, name="Ama Abe")
    assert picture
    told = (
        "Papers of Ama Abe over time. Q1 2025: 1 named first, 1 at another place (ICML 2025); Q1 2026: 1 named first."
    )
    assert picture.alt == told
    assert drawn(picture).find(f"{SVG}title").text == told  # type: ignore[union-attr]


def test_a_long_record_is_shown_by_years_and_its_beginning_in_one_column() -> None:
    marks = [Mark(TODAY - timedelta(days=365 * years), True) for years in range(30)]
    picture = timeline(marks, name="Ama Abe")
    assert picture
    assert "to 2007: 11 named first; 2008: 1 named first" in picture.alt


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline([], name="Ama Abe") is None


# Seen


def test_all_people_of_a_long_list_are_written_in_every_format() -> None:
    document = people_report(read(everybody()))
    for format in ("markdown", "html", "pdf", "docx", "csv", "xlsx", "json", "table"):
        assert writers.write(document, format)
    page = read_back.html(writers.write(document, "html"))
    assert len([one for one in page.all("section") if one.attributes.get("class") == "page"]) == 1 + len(NAMES)


def test_an_empty_list_is_said_to_be_one() -> None:
    document = people_report(read(found() | {"people": []}))
    assert "The file names nobody." in writers.write(document, "markdown").decode()
    assert writers.write(document, "csv")

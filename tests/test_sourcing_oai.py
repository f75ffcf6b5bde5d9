"""OAI-PMH pages: both formats mean what they say, and no page can do harm."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing import Paper, oai
from hiretool.sourcing.paper import Unusable
from tests.fake_oai import HEAD, Kept, archive, error, listing, raw

PAGES = Path(__file__).parents[2] / "shared" / "data" / "sourcing" / "oai_arxivraw_pages_0704.tar.gz"
WHOLE = listing([record.xml() for record in archive(12)], "more")


def record(metadata: str, header: str = "<header><identifier>oai:arXiv.org:9901.00001</identifier></header>") -> str:
    return f"<record>{header}<metadata>{metadata}</metadata></record>"


def read(*metadata: str) -> list[Paper | Unusable]:
    return [paper for _, paper in oai.papers([listing([record(text) for text in metadata])])]


def only(metadata: str) -> Paper:
    (paper,) = read(metadata)
    assert isinstance(paper, Paper), paper
    return paper


def parsed(id: str = "9901.00001", *, created: str = "1999-01-04", updated: str = "", authors: str = "") -> str:
    """What the format arXiv says of an invented paper."""
    names = authors or (
        "<author><keyname>Okwuosa</keyname><forenames>Ifeoma C.</forenames><suffix>Jr</suffix>"
        "<affiliation>University of Nowhere</affiliation></author><author><keyname>Plato</keyname></author>"
    )
    changed = f"<updated>{updated}</updated>" if updated else ""
    return (
        f'<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>{id}</id><created>{created}</created>{changed}'
        f"<authors>{names}</authors><title>A  title</title><categories>cs.LG stat.ML</categories>"
        "<comments>9 pages</comments><journal-ref>J. Inv. 1</journal-ref><doi>10.1/1</doi><abstract>We.</abstract>"
        "</arXiv>"
    )


def test_arxivraw_gives_names_without_affiliations_and_the_days_of_the_first_and_last_version() -> None:
    paper = only(raw(**{"journal-ref": "J. Inv. 1", "doi": "10.1/1"}))
    assert paper == Paper(
        id="9901.00001",
        versions=2,
        title="An invented paper",
        abstract="We invent. Write to [@].",
        authors=("Ifeoma C. Okwuosa", "Jörg Ünver", "Wanjirũ Mbugua"),
        categories=("cs.LG", "stat.ML"),
        submitted=date(2027, 1, 4),
        updated=date(2027, 1, 8),
        comment="9 pages",
        journal_ref="J. Inv. 1",
        doi="10.1/1",
    )


def test_the_submitter_is_not_read() -> None:
    assert "Somebody Else" not in str(only(raw()))


def test_versions_may_stand_in_any_order_but_the_first_must_be_there() -> None:
    first, second = '<version version="v1">', '<version version="v2">'
    swapped = raw().replace(first, "first").replace(second, first).replace("first", second)
    assert only(swapped).submitted == date(2027, 1, 8)
    (unusable,) = read(raw().replace(first, '<version version="v3">'))
    assert str(unusable) == "version: expected version 1 with its date among the versions"


def test_the_other_format_gives_names_in_parts_and_days() -> None:
    paper = only(parsed(updated="1999-02-01"))
    assert paper.authors == ("Ifeoma C. Okwuosa Jr", "Plato")
    assert (paper.title, paper.versions, paper.comment, paper.journal_ref) == ("A title", None, "9 pages", "J. Inv. 1")
    assert (paper.submitted, paper.updated) == (date(1999, 1, 4), date(1999, 2, 1))
    assert only(parsed()).updated == date(1999, 1, 4)


@pytest.mark.parametrize(
    ("id", "created", "submitted"),
    [
        ("2401.00001", "2024-01-31", date(2024, 1, 31)),
        ("2401.00001", "2023-12-30", date(2023, 12, 30)),
        ("2402.00001", "2025-06-02", date(2024, 2, 29)),
        ("math/0506342", "2009-01-01", date(2005, 6, 30)),
        ("hep-th/9108001", "1995-01-01", date(1991, 8, 31)),
        ("math.GT/9912001", "2001-01-01", date(1999, 12, 31)),
    ],
)
def test_a_day_that_belongs_to_a_later_version_is_not_taken_for_the_first(
    id: str, created: str, submitted: date
) -> None:
    """The month in which arXiv gave the id out bounds it."""
    assert only(parsed(id, created=created)).submitted == submitted


def test_a_deleted_record_is_known_by_its_header() -> None:
    page = oai.Page()
    (gone,) = page.records([listing([Kept("9901.00001", date(2026, 12, 1), deleted=True).xml()])])
    assert (gone.id, gone.deleted, gone.changed) == ("9901.00001", True, date(2026, 12, 1))
    assert list(oai.papers([listing([Kept("9901.00001", date(2026, 12, 1), deleted=True).xml()])])) == []


def test_the_token_and_the_size_are_known_once_the_records_were_read() -> None:
    page = oai.Page()
    body = WHOLE.replace(b"<resumptionToken ", b"<resumptionToken completeListSize='3000' cursor='0' ")
    assert len(list(page.records([body]))) == 12
    assert (page.token, page.size) == ("more", 3000)
    last = oai.Page()
    assert len(list(last.records([WHOLE.replace(b">more<", b"><")]))) == 12
    assert (last.token, last.size) == (None, None)


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        (raw(title=""), "<title>: the record has none"),
        (raw(authors=""), "authors: expected at least one word"),
        (raw(authors="(University of Nowhere)"), "authors: expected at least one word"),
        (raw(categories=""), "categories: expected at least one word"),
        (raw("not-an-id"), "id: expected an arXiv id"),
        (raw().replace("Mon, 4 Jan 2027", "some day"), "version: expected a date such as"),
        (raw().replace('"v2"', '"v2b"'), "version: expected v1, v2 and so on, got 'v2b'"),
        (parsed(created="yesterday"), "expected a day such as 2025-06-02, got 'yesterday'"),
        (parsed().replace("<created>1999-01-04</created>", ""), "<created>: the record has none"),
        ('<dc xmlns="http://www.openarchives.org/OAI/2.0/oai_dc/"/>', "the format arXivRaw or arXiv, got <dc>"),
        ("", "metadata: the record has none"),
    ],
)
def test_a_record_of_no_use_is_given_with_its_reason_and_line(metadata: str, reason: str) -> None:
    body = listing([record(raw()) + "\n", record(metadata) + "\n", record(raw("9901.00003"))])
    lines, papers = zip(*oai.papers([body]), strict=True)
    assert lines[0] == 3
    assert sorted(set(lines)) == list(lines)
    assert [isinstance(paper, Unusable) for paper in papers] == [False, True, False]
    assert reason in str(papers[1])


HARMFUL = {
    "a DOCTYPE": (b'<!DOCTYPE x [<!ENTITY a "b">]>' + WHOLE[WHOLE.index(b"<OAI") :], "DOCTYPE"),
    "another document": (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "the <OAI-PMH> of arXiv's .* got <feed>"),
    "prose": (b"Rate exceeded.", "not well-formed XML"),
    "a record without end": (HEAD.encode() + b"<ListRecords><record>" + b"x" * (5 << 20), "a record of more than 4 MB"),
    "a comment without end": (HEAD.encode() + b"<!--" + b"x" * (5 << 20), "a tag or comment of more than 4 MB"),
    "deep nesting": (HEAD.encode() + b"<ListRecords><record>" + b"<a>" * 50, "nested more than 20 deep"),
    "an error": (error("badArgument", "from date format must be YYYY-MM-DD"), "badArgument: from date format"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_is_no_page_of_records_is_refused(name: str) -> None:
    body, problem = HARMFUL[name]
    with pytest.raises(ValueError, match=problem):
        list(oai.papers(body[start : start + 65536] for start in range(0, len(body), 65536)))


def test_a_control_character_does_not_make_a_page_unreadable() -> None:
    """XML cannot write it; a server that takes text from a database writes it all the same."""
    body = listing([record(raw(abstract="a form\x0cfeed and a \x1bescape"))])
    ((_, paper),) = oai.papers([body])
    assert isinstance(paper, Paper)
    assert paper.abstract == "a formfeed and a escape"


@given(st.integers(0, len(WHOLE) - 2))
def test_a_page_that_is_cut_anywhere_is_not_taken_for_whole(end: int) -> None:
    with pytest.raises(ValueError, match=r"not well-formed"):
        list(oai.papers([WHOLE[:end]]))


@given(st.lists(st.integers(0, len(WHOLE)), max_size=6))
def test_it_makes_no_difference_where_a_page_is_cut_into_chunks(cuts: list[int]) -> None:
    bounds = [0, *sorted(cuts), len(WHOLE)]
    chunks = [WHOLE[start:end] for start, end in pairwise(bounds)]
    assert list(oai.papers(chunks)) == list(oai.papers([WHOLE]))


@given(
    st.dictionaries(st.sampled_from(["title", "authors", "categories", "comments", "abstract"]), st.text(max_size=40)),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_any_text_in_a_record_gives_a_paper_or_a_reason(fields: dict[str, str], day: str, version: str) -> None:
    fields = {name: _writable(text) for name, text in fields.items()}
    odd = (
        raw(**fields)
        .replace("Mon, 4 Jan 2027 23:59:59 GMT", _attribute(day))
        .replace('"v2"', f'"{_attribute(version)}"')
    )
    for paper in read(odd, parsed(created=_attribute(day) or "x")):
        assert isinstance(paper, Paper | Unusable)


def _writable(text: str) -> str:
    return "".join(mark for mark in text if mark.isprintable())


def _attribute(text: str) -> str:
    return "".join(mark for mark in _writable(text) if mark not in "<>&\"'")


def _real() -> Iterator[tuple[str, bytes]]:
    with tarfile.open(PAGES) as packed:
        for member in packed:
            if member.isfile() and (file := packed.extractfile(member)):
                yield member.name, file.read()


@pytest.mark.skipif(not PAGES.exists(), reason=f"{PAGES.name} is not here")
def test_every_real_record_is_read_and_its_names_are_names() -> None:
    found = [paper for _, body in _real() for _, paper in oai.papers([body])]
    papers = [paper for paper in found if isinstance(paper, Paper)]
    assert len(found) == len(papers) == len({paper.id for paper in papers}) == 1001
    names = [name for paper in papers for name in paper.authors]
    assert not [name for name in names if "(" in name or ")" in name or len(name) > 80]
    assert {paper.submitted.year for paper in papers} == {2007}

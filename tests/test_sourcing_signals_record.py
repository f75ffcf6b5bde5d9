"""What a record says: papers by year, venues, subject, how long and how lately, and the places in the byline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing import Paper, Person, first_authors, signals
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.credit import credit
from hiretool.sourcing.record import known, named_first
from tests.test_sourcing_paper import TODAY, paper

ADA = ("Ama Abe", "Zo Zed", "Bo Bee")
"""A byline in no alphabetical order."""
RECORD = ("record", "recency", "topic", "career", "byline_share", "leading")


def ama(*papers: Paper, record: tuple[Paper, ...] = (), accepted: tuple[Acceptance, ...] = ()) -> Person:
    (found,) = (one for one in first_authors(papers, today=TODAY) if one.key == "ama abe")
    return replace(found, record=record, accepted=accepted)


def accepted(
    title: str = "A title", *authors: str, venue: str = "ICML", year: int = 2026, tier: str = "poster"
) -> Acceptance:
    return Acceptance(venue, year, title, authors or ADA, tier, "list.csv")


def said(signal: str, person: Person, today: date = TODAY) -> Any:
    return signals.get(signal).measure(person, today)


def test_papers_named_first_are_told_by_year_whether_they_match_or_not() -> None:
    other = paper(2, *ADA, submitted=date(2024, 3, 1))
    of_another = paper(3, "Bo Bee", "Ama Abe")
    claim = said("record", ama(paper(1, *ADA), record=(paper(1, *ADA), of_another, other)))
    assert (claim.value, claim.unit, claim.date) == (2, "papers", date(2026, 6, 1))
    assert claim.text == "Named first on 2 papers known (2026: 1, 2024: 1)."
    assert claim.paper_ids == ("9903.00001", "9903.00002")


def test_an_alphabetical_byline_counts_in_part_and_says_so() -> None:
    claim = said("record", ama(paper(1, "Ama Abe", "Bo Bee", "Cy Cee", category="cs.DS")))
    assert claim.value == 0.37
    assert claim.text == (
        "Named first on 1 paper known (2026: 1), which count 0.37 because bylines may be alphabetical."
    )


def test_a_sorted_byline_of_hundreds_has_a_credit() -> None:
    names = [f"Ama Abe{number:03d}" for number in range(400)]
    assert credit(paper(1, *names)) == pytest.approx(1 / 400)


def test_another_spelling_of_the_name_is_still_the_person() -> None:
    matching = (paper(1, "Ama Abe", "Bo Bee"), paper(2, "Áma K. Abe", "Bo Bee"))
    assert said("record", ama(*matching)).value == pytest.approx(2, abs=0.1)


def test_how_recent_the_newest_paper_is_halves_with_each_year() -> None:
    claim = said("recency", ama(paper(1, *ADA, submitted=TODAY - timedelta(days=730)), paper(2, *ADA)), TODAY)
    assert said("recency", ama(paper(1, *ADA, submitted=TODAY - timedelta(days=730)))).value == 0.25
    assert claim.paper_ids == ("9903.00002",)
    assert claim.text == (
        "The newest paper named first is of 2026-06-01, 172 days ago: it counts 0.72 of a paper of today."
    )


def test_a_newer_paper_that_does_not_match_is_the_newest() -> None:
    newer = paper(2, *ADA, submitted=TODAY)
    assert said("recency", ama(paper(1, *ADA), record=(paper(1, *ADA), newer))).value == 1


def test_the_subject_is_the_share_of_recent_papers_that_match() -> None:
    one, two, three = (paper(number, *ADA) for number in (1, 2, 3))
    old = paper(4, *ADA, submitted=date(2020, 1, 1))
    claim = said("topic", ama(one, record=(one, two, three, old)))
    assert claim.value == 0.33
    assert claim.paper_ids == ("9903.00001",)
    assert claim.text == (
        "1 of the 3 papers named first in the last 3 years match the query (33%): they publish on other subjects as "
        "well."
    )
    assert "(100%): it is most of what they publish." in said("topic", ama(one, record=(one,))).text


def test_the_subject_is_unknown_where_only_matching_papers_were_read() -> None:
    assert said("topic", ama(paper(1, *ADA))) is None
    assert said("byline_share", ama(paper(1, *ADA))) is None


def test_the_career_begins_with_the_first_paper_of_this_identity_at_any_place() -> None:
    first = paper(2, "Bo Bee", "Ama Abe", submitted=date(2016, 11, 20))
    claim = said("career", ama(paper(1, *ADA), record=(paper(1, *ADA), first)))
    assert (claim.value, claim.paper_ids) == (10.0, ("9903.00002",))
    assert claim.text == "The first of the 2 papers known under this identity is of 2016-11-20, 10 years ago."


def test_the_career_warns_where_two_people_may_be_one_or_older_papers_were_not_read() -> None:
    apart = (paper(1, "Ama Abe", "Bo Bee"), paper(2, "Ama Abe", "Cy Cee"))
    assert said("career", ama(*apart, record=apart)).text.endswith(
        "More than one person may bear the name; then the first paper may be somebody else's."
    )
    assert said("career", ama(paper(1, *ADA))).text.endswith("so there may be older ones.")


def test_places_in_the_byline_are_counted() -> None:
    record = (
        paper(1, *ADA),
        paper(2, "Ama Abe"),
        paper(3, "Bo Bee", "Ama Abe"),
        paper(4, "Bo Bee", "Ama Abe", "Cy Cee"),
    )
    claim = said("byline_share", ama(record[0], record=record))
    assert (claim.value, claim.unit) == (0.5, "share of papers")
    assert claim.text == "Of 4 papers known, named first on 2 (1 of them alone), last on 1, in between on 1."
    assert claim.paper_ids == ("9903.00002", "9903.00001")


def test_a_line_in_a_list_and_the_claim_in_the_comment_are_one_paper() -> None:
    there = paper(1, *ADA, title="Deep-Sea Reefs", comment="Accepted at ICML 2026")
    claim = said("leading", ama(there, accepted=(accepted("Deep sea reefs"),)))
    assert (claim.value, claim.paper_ids) == (1, ("9903.00001",))
    assert claim.text == "Named first on 1 paper at leading venues (ICML 2026), which count 1 of today."
    assert claim.source == "lists of accepted papers, comments on arXiv"


def test_a_paper_in_a_list_counts_half_for_each_year_since() -> None:
    claim = said("leading", ama(paper(1, *ADA, title="B"), accepted=(accepted(year=2024), accepted("C", year=2025))))
    # 2024-12-31 is 689 days ago, 2025-12-31 324.
    assert claim.value == round(0.5 ** (689 / 365) + 0.5 ** (324 / 365), 2)
    assert claim.paper_ids == ()


def test_a_list_names_venues_as_it_likes() -> None:
    assert "NeurIPS 2026" in said("leading", ama(paper(1, *ADA), accepted=(accepted(venue="nips"),))).text


@pytest.mark.parametrize(
    "line",
    [
        accepted("B", venue="Bay of Reefs Meeting"),
        accepted("B", "Bo Bee", "Ama Abe"),
        accepted("B", year=2027),
        Acceptance("ICML", 2026, "B", (), "", "list.csv"),
    ],
)
def test_other_venues_other_places_and_years_to_come_do_not_count(line: Acceptance) -> None:
    assert said("leading", ama(paper(1, *ADA), accepted=(line,))) is None


def test_without_a_list_the_comment_is_believed_and_named_as_the_source() -> None:
    claim = said("leading", ama(paper(1, *ADA, comment="ICML 2026", submitted=TODAY), paper(2, *ADA)))
    assert (claim.value, claim.source, claim.paper_ids) == (1, "comments on arXiv", ("9903.00001",))
    assert said("leading", ama(paper(1, *ADA, comment="Submitted to ICML 2026"))) is None


def test_the_journal_reference_names_a_venue_as_well() -> None:
    there = paper(1, *ADA, journal_ref="Proceedings of ICML 2026", submitted=TODAY)
    assert said("leading", ama(there)).value == 1


def test_a_look_back_does_not_see_what_came_later() -> None:
    later = paper(2, *ADA, submitted=TODAY + timedelta(days=9))
    person = ama(paper(1, *ADA), record=(later, paper(1, *ADA)))
    assert [each.id for each in known(person, TODAY)] == ["9903.00001"]
    assert said("record", person).value == 1


papers_of_ama = st.lists(
    st.builds(
        lambda number, first, more, days, comment: paper(
            number, *((ADA[0], *more) if first else (*more, ADA[0])), submitted=TODAY - timedelta(days=days),
            comment=comment,
        ),
        st.integers(2, 99_999), st.booleans(), st.lists(st.sampled_from(["Bo Bee", "Cy Cee"]), unique=True),
        st.integers(-100, 9_000), st.sampled_from([None, "ICML 2025", "12 pages"]),
    ),
    max_size=8,
)  # fmt: skip


@given(papers_of_ama, st.lists(st.builds(accepted, st.sampled_from("ABC"), year=st.integers(1990, 2030)), max_size=4))
def test_every_claim_is_finite_and_names_papers_that_are_theirs(record: list[Paper], lines: list[Acceptance]) -> None:
    person = ama(paper(1, *ADA), record=tuple(record), accepted=tuple(lines))
    own = {each.id for each in known(person, TODAY)}
    for name in RECORD:
        if claim := said(name, person):
            assert claim.signal == name
            assert 0 <= claim.value <= len(record) + len(lines) + 30
            assert set(claim.paper_ids) <= own
            assert claim.date is not None
            assert claim.date <= TODAY
            assert claim.text.endswith(".")
    assert {each.id for each in named_first(person, TODAY)} <= own


@given(papers_of_ama)
def test_the_order_of_the_record_is_irrelevant(record: list[Paper]) -> None:
    unique = list({each.id: each for each in record}.values())
    forth, back = (ama(paper(1, *ADA), record=tuple(papers)) for papers in (unique, unique[::-1]))
    assert [said(name, forth) for name in RECORD] == [said(name, back) for name in RECORD]

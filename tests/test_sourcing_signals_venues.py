"""What comments and lists of accepted papers say of a person: venues, lines, distinctions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hiretool.sourcing import Evidence, Paper, Person, first_authors, signals
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.signals import venue
from tests.test_sourcing_paper import TODAY, paper


def person(*papers: Paper, **fields: Any) -> Person:
    (found,) = first_authors(papers or [paper(1)], today=TODAY)
    return replace(found, **fields)


def measured(signal: str, who: Person) -> Evidence:
    claim = signals.get(signal).measure(who, TODAY)
    assert claim is not None
    assert claim.signal == signal
    return claim


def nothing(signal: str, who: Person) -> bool:
    return signals.get(signal).measure(who, TODAY) is None


def line(year: int = 2025, *authors: str, **fields: Any) -> Acceptance:
    default = {"venue": "ICML", "title": "Reef Nets", "tier": "", "source": "icml.json", "paper_id": "9903.00001"}
    return Acceptance(year=year, authors=authors or ("Oyelaran Nsukka-Ibe", "Bo Bee"), **default | fields)


@pytest.mark.parametrize("signal", ["venue", "accepted", "distinction"])
def test_nothing_said_is_no_evidence_either_way(signal: str) -> None:
    assert nothing(signal, person())
    assert nothing(signal, person(paper(1, comment="12 pages, submitted to ICML 2026")))


def test_a_claim_in_a_comment_is_as_old_as_the_last_version() -> None:
    told = paper(1, comment="Accepted at ICML 2025 (oral)", submitted=date(2025, 1, 1), updated=date(2025, 9, 9))
    claim = measured("venue", person(told, paper(2)))
    assert claim == Evidence(
        "venue",
        1,
        "papers",
        "The authors' comments name ICML 2025 (9903.00001).",
        ("9903.00001",),
        "comments on arXiv",
        date(2025, 9, 9),
    )


def test_tracks_are_told_with_the_venue_and_one_paper_may_be_at_two() -> None:
    told = paper(1, comment="ACL 2025 Industry Track. Accepted to TMLR")
    claim = measured("venue", person(told))
    assert "name ACL 2025 (9903.00001, industry track), TMLR (9903.00001)." in claim.text
    assert claim.value == 1


def test_papers_of_the_record_count_where_the_person_is_named_first_and_others_are_said() -> None:
    first = paper(2, comment="ICLR 2024")
    second = paper(3, "Bo Bee", "Oyelaran Nsukka-Ibe", comment="ICLR 2025")
    claim = measured("venue", person(paper(1), record=(first, second)))
    assert claim.paper_ids == (first.id,)
    assert claim.text.endswith("So do those of 1 paper on which they are not named first.")
    assert nothing("venue", person(paper(1), record=(second,)))


def test_a_look_back_does_not_see_papers_or_lists_to_come() -> None:
    later = paper(2, comment="ICML 2025 (oral)", submitted=date(2027, 1, 1))
    assert nothing("venue", person(paper(1), record=(later,)))
    assert nothing("distinction", person(paper(1), record=(later,)))
    assert nothing("accepted", person(accepted=(line(2027),)))


def test_one_claim_of_a_paper_is_the_first_venue_with_its_year() -> None:
    assert venue.claim(paper(1, comment="CVPR 2025 (highlight); ICCV 2025")) == "CVPR 2025"
    assert venue.claim(paper(1, comment="Accepted to TMLR")) == "TMLR"
    assert venue.claim(paper(1)) is None


def test_lines_that_name_the_person_first_count_and_others_are_said() -> None:
    second = line(2024, "Bo Bee", "Oyelaran Nsukka-Ibe", venue="ICLR")
    other = line(2023, venue="CoRL", source="corl.csv", paper_id=None, title="Tide Nets")
    claim = measured("accepted", person(accepted=(line(), second, other)))
    assert (claim.value, claim.unit) == (2, "papers")
    assert claim.paper_ids == ("9903.00001",)
    assert claim.source == "icml.json, corl.csv"
    assert claim.date == date(2025, 12, 31)
    assert claim.text == (
        "Named first on 2 lines of conferences' lists of accepted papers: ICML 2025, 9903.00001; CoRL 2023, “Tide "
        "Nets”. 1 more names them at another place of the byline. Lists name people by name only; where no paper is "
        "linked, check that it is theirs."
    )
    assert nothing("accepted", person(accepted=(second,)))


def test_many_lines_are_summed_by_venue() -> None:
    lines = tuple(line(2000 + number, venue="ICML" if number < 9 else "CVPR") for number in range(14))
    assert "accepted papers: 9 at ICML, 5 at CVPR." in measured("accepted", person(accepted=lines)).text


def test_a_list_of_this_year_is_no_newer_than_today() -> None:
    assert measured("accepted", person(accepted=(line(2026),))).date == TODAY


@pytest.mark.parametrize(
    ("tier", "words"),
    [
        ("award", "a paper award"),
        ("oral", "chosen for a talk (oral)"),
        ("spotlight", "a spotlight"),
        ("highlight", "a highlight"),
    ],
)
def test_a_distinction_is_told_in_words_with_who_says_so(tier: str, words: str) -> None:
    claim = measured("distinction", person(accepted=(line(tier=tier),)))
    assert claim.text == f"Singled out by the conference: ICML 2025, 9903.00001: {words}, the list says."
    assert (claim.value, claim.source, claim.date) == (1, "icml.json", date(2025, 12, 31))
    comment = {"award": "best paper award"}.get(tier, tier)
    claim = measured("distinction", person(paper(1, comment=f"ICML 2025 ({comment})", updated=date(2026, 7, 7))))
    assert claim.text.endswith(f"ICML 2025, 9903.00001: {words}, the authors' comment says.")
    assert (claim.source, claim.date) == ("comments on arXiv", date(2026, 7, 7))


def test_what_the_list_and_the_comment_say_of_one_paper_is_told_once() -> None:
    told = paper(1, comment="ICML 2025 (oral)")
    claim = measured("distinction", person(told, accepted=(line(tier="oral"),)))
    assert (claim.value, claim.source) == (1, "icml.json")
    assert claim.text.count("ICML") == 1


def test_a_poster_is_no_distinction_and_a_paper_of_others_none_of_theirs() -> None:
    assert nothing("distinction", person(paper(1, comment="ICML 2025 poster"), accepted=(line(tier="poster"),)))
    elsewhere = line(2025, "Bo Bee", "Oyelaran Nsukka-Ibe", tier="oral")
    assert nothing("distinction", person(accepted=(elsewhere,)))

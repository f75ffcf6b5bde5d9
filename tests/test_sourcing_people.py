"""Papers -> people, what is said of them, and the order they come in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing import Paper, Person, first_authors, ranking, signals
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.citation import Citation
from hiretool.sourcing.repository import Repository
from tests.test_sourcing_paper import TODAY, paper


def people(*papers: Paper) -> list[Person]:
    return first_authors(papers, today=TODAY)


def person(*papers: Paper) -> Person:
    (found,) = people(*papers)
    return found


def measured(signal: str, *papers: Paper) -> Any:
    return signals.get(signal).measure(person(*papers), TODAY)


def test_papers_belong_to_the_one_named_first() -> None:
    found = people(paper(1, "Ama Abe", "Bo Bee"), paper(2, "Bo Bee", "Ama Abe"), paper(3, "Ama Abe"))
    assert [(one.name, [each.id for each in one.papers]) for one in found] == [
        ("Ama Abe", ["9903.00003", "9903.00001"]),
        ("Bo Bee", ["9903.00002"]),
    ]


def test_spellings_of_one_name_are_one_person_under_the_most_frequent_one() -> None:
    newest = paper(9, "Soren Ostergard", submitted=date(2026, 9, 1))
    found = person(paper(1, "Søren Østergård"), paper(2, "Søren B. Østergård"), paper(3, "Søren Østergård"), newest)
    assert found.name == "Søren Østergård"
    assert found.spellings == ("Søren Østergård", "Soren Ostergard", "Søren B. Østergård")
    assert found.papers[0] == newest


def test_of_equally_frequent_spellings_the_newest_names_the_person() -> None:
    later = paper(2, "Soren Ostergard", submitted=date(2026, 9, 1))
    assert person(paper(1, "Søren Østergård"), later).name == "Soren Ostergard"


def test_what_a_collaboration_signs_is_credited_to_nobody() -> None:
    assert people(paper(1, "The Reef Collaboration", "Ama Abe")) == []


def test_a_look_back_does_not_see_what_came_later() -> None:
    assert first_authors([paper(1, submitted=TODAY + timedelta(days=1))], today=TODAY) == []


def test_papers_without_a_common_coauthor_are_a_warning_that_there_may_be_namesakes() -> None:
    found = person(
        paper(1, "Wei Lan", "Bo Bee"), paper(2, "Wei Lan", "Cy Cee"), paper(3, "Wei Lan", "Cy Cee", "Di Dee")
    )
    assert found.groups == 2
    assert "3 papers fall into 2 groups without a common co-author" in found.identity


def test_coauthors_link_papers_through_other_papers() -> None:
    found = person(
        paper(1, "Wei Lan", "Bo Bee"), paper(2, "Wei Lan", "Cy Cee"), paper(3, "Wei Lan", "Cy Cee", "Bó  Bee")
    )
    assert found.groups == 1
    assert found.identity == "By name only; shared co-authors link all 3 papers."


@pytest.mark.parametrize(
    ("bylines", "said"),
    [
        ([("Ama Abe",)], "one paper"),
        ([("Ama Abe",), ("Ama Abe",)], "2 of 2 papers have no co-author"),
        ([("Ama Abe", "Bo Bee"), ("Ama Abe",)], "1 of 2 papers have no co-author"),
    ],
)
def test_papers_written_alone_link_to_nothing_and_warn_of_nothing(bylines: list[tuple[str, ...]], said: str) -> None:
    found = person(*(paper(number, *names) for number, names in enumerate(bylines, 1)))
    assert found.groups <= 1
    assert said in found.identity


def test_identity_is_never_said_to_be_more_than_a_name() -> None:
    for found in people(paper(1, "Ama Abe"), paper(2, "Bo Bee", "Cy Cee"), paper(3, "Bo Bee", "Cy Cee")):
        assert found.identity.startswith("By name only")


@given(st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from("ABCDE"), st.integers(0, 900)), max_size=12))
def test_each_paper_belongs_to_one_person_whatever_the_order(rows: list[tuple[str, str, int]]) -> None:
    papers = [
        paper(number, f"{first} {first}son", f"{other} {other}son", submitted=TODAY - timedelta(days=days))
        for number, (first, other, days) in enumerate(rows, 1)
    ]
    found = people(*papers)
    assert sorted(each.id for one in found for each in one.papers) == [each.id for each in papers]
    assert people(*reversed(papers)) == found
    order = ranking.ranked(found, today=TODAY)
    weights = [ranking.weight(one, TODAY) for one in order]
    assert weights == sorted(weights, reverse=True)


def test_a_paper_of_a_year_ago_counts_half() -> None:
    assert ranking.recency(paper(1, submitted=TODAY), TODAY) == 1
    assert ranking.recency(paper(1, submitted=TODAY - timedelta(days=365)), TODAY) == pytest.approx(0.5)
    assert ranking.recency(paper(1, submitted=TODAY - timedelta(days=730)), TODAY) == pytest.approx(0.25)


def test_the_weight_is_credit_times_recency_summed_over_papers() -> None:
    sorted_byline = paper(1, "Ama Abe", "Bo Bee", "Cy Cee", category="cs.DS", submitted=TODAY)
    old = paper(2, "Ama Abe", submitted=TODAY - timedelta(days=365))
    # P(alphabetical) = .74 / (.74 + .26 / 3!) = .9447; credit = .9447 / 3 + .0553 = .3702
    assert ranking.weight(person(sorted_byline, old), TODAY) == pytest.approx(0.3702 + 0.5, abs=1e-4)


def test_more_and_newer_papers_come_first_and_equals_by_name() -> None:
    once = [paper(number, name) for number, name in enumerate(["Zo Zed", "Ama Abe", "Bo Bee"], 1)]
    found = people(*once, paper(9, "Zo Zed", submitted=TODAY))
    assert [one.name for one in ranking.ranked(found, today=TODAY)] == ["Zo Zed", "Ama Abe", "Bo Bee"]


@pytest.mark.parametrize("name", signals.names())
def test_a_signal_has_a_title_and_claims_what_its_papers_show(name: str) -> None:
    signal = signals.get(name)
    title = (signal.__doc__ or "").strip()
    assert title.endswith(".")
    assert "\n" not in title
    telling = paper(
        1,
        "Ama Abe",
        "Bo Bee",
        "Cy Cee",
        category="cs.DS",
        comment="Accepted at ICML 2026. github.com/a/b",
        submitted=TODAY,
    )
    silent = paper(2, "Ama Abe", "Bo Bee", submitted=TODAY)
    known = replace(
        person(telling, silent),
        record=(telling, silent),
        accepted=(Acceptance("ICML", 2026, telling.title, telling.authors, "oral", "icml2026.json", telling.id),),
        code=(Repository("9903.00009", "https://github.com/amaabe/reefs", False, 12, 3, TODAY, "", "links.csv"),),
        citations=(Citation(telling.id, 40, "OpenAlex", TODAY, percentile=0.95),),
    )
    claim = signal.measure(known, TODAY)
    assert claim is not None
    assert claim.signal == name
    assert claim.text.rstrip(".") == claim.text.rstrip(".").strip()
    assert set(claim.paper_ids) <= {telling.id, silent.id, "9903.00009"}
    assert claim.value >= 0
    assert claim.source
    assert claim.date is None or claim.date <= TODAY
    if name not in ("career", "byline_share"):
        assert claim.value > 0
        assert claim.paper_ids


def test_papers_named_first_are_counted_with_the_day_of_the_newest() -> None:
    claim = measured("first_author", paper(1), paper(2, submitted=date(2026, 11, 10)))
    assert (claim.value, claim.unit) == (2, "papers")
    assert claim.text == "Named first on 2 matching papers, the newest of 2026-11-10 (10 days ago)."
    assert "1 matching paper, of 2026-06-01" in measured("first_author", paper(1)).text


def test_a_sorted_byline_is_mentioned_where_it_matters() -> None:
    claim = measured("byline", paper(1, "Ama Abe", "Bo Bee", "Cy Cee", category="cs.DS"))
    assert "3 names in alphabetical order in cs.DS, on purpose with probability 0.94, counts 0.37" in claim.text
    assert measured("byline", paper(1, "Ama Abe", "Bo Bee", category="cs.LG")) is None
    assert measured("byline", paper(1, "Bo Bee", "Ama Abe", category="cs.DS")) is None


@pytest.mark.parametrize(
    ("comment", "claim"),
    [
        ("Accepted at ICML 2026", "ICML 2026"),
        ("Published as a conference paper at ICLR'25", "ICLR 2025"),
        ("NeurIPS2025 (spotlight), 14 pages", "NeurIPS 2025"),
        ("To appear in CVPR-26.", "CVPR 2026"),
        ("Accepted to the 2026 IEEE ICRA", "ICRA 2026"),
        ("12 pages; accepted by KDD 2025; code available", "KDD 2025"),
        ("Under review at TMLR. A short version appeared at UAI 2024.", "UAI 2024"),
        ("Submitted to ICML 2026", None),
        ("Submitted to Proc. ICML 2026", None),
        ("Under review at ICLR 2027", None),
        ("ICML 2025 Workshop on Reefs", None),
        ("Workshop on Agents @ ICML 2025", None),
        ("Rejected from NeurIPS 2024, sadly", None),
        ("Winner of the KDD 2025 challenge", None),
        ("Extended version of our ECCV 2024 paper", None),
        ("See www 2025 and rss 2024", None),
        ("MRI of the ACL; RSS feed", None),
        ("Uses the NeurIPS 2025 style", None),
        (None, None),
    ],
)
def test_a_venue_is_claimed_only_where_the_comment_says_so(comment: str | None, claim: str | None) -> None:
    found = measured("venue", paper(1, comment=comment))
    assert (found and found.text) == (claim and f"The authors' comments name {claim} (9903.00001).")


@pytest.mark.parametrize(
    ("abstract", "links"),
    [
        ("Code: https://github.com/a-b/c.d.", "https://github.com/a-b/c.d"),
        ("See (http://www.gitlab.com/x/y), please", "https://gitlab.com/x/y"),
        ("huggingface.co/a/b and huggingface.co/a/b again", "https://huggingface.co/a/b"),
        ("Our mygithub.com/a is no such place", None),
        ("We love github.com", None),
    ],
)
def test_links_to_code_are_read_as_written_once_each(abstract: str, links: str | None) -> None:
    found = measured("code", paper(1, abstract=abstract))
    assert (found and found.text) == (links and f"Names code (by whom, the record does not say): {links}")


def test_nobody_is_found_where_a_name_was_withheld() -> None:
    assert people(paper(1, "[name withheld]", "Bo Bee"), paper(2, "[name withheld]")) == []
    (found,) = people(paper(1, "Ama Abe", "[name withheld]"), paper(2, "Ama Abe", "[name withheld]"))
    assert found.groups == 0

"""What links and tables say of a person's code: of their own papers, and of papers of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hiretool.sourcing import Evidence, Paper, Person, first_authors, signals
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.signals.code import links
from tests.test_sourcing_code_links import repository
from tests.test_sourcing_paper import TODAY, paper


def person(*papers: Paper, **fields: Any) -> Person:
    (found,) = first_authors(papers or [paper(1, "Ifeoma Okwuosa")], today=TODAY)
    return replace(found, **fields)


def measured(signal: str, who: Person) -> Evidence:
    claim = signals.get(signal).measure(who, TODAY)
    assert claim is not None
    assert claim.signal == signal
    return claim


def nothing(signal: str, *code: Repository) -> bool:
    return signals.get(signal).measure(person(code=code), TODAY) is None


def linking(url: str) -> Paper:
    return paper(1, "Ifeoma Okwuosa", abstract=f"Code: https://{url}.", updated=date(2026, 6, 6))


def test_no_link_is_no_evidence() -> None:
    assert nothing("code")
    assert nothing("reimplementation")


def test_whose_code_it_is_is_only_said_where_something_says_it() -> None:
    claim = measured("code", person(linking("github.com/reefworks/nets")))
    assert claim.text == "Names code (by whom, the record does not say): https://github.com/reefworks/nets"
    assert (claim.value, claim.source, claim.date) == (1, "arXiv", date(2026, 6, 6))


@pytest.mark.parametrize("account", ["iokwuosa", "Ifeoma-Okwuosa", "okwuosa-i"])
def test_an_account_with_the_persons_name_is_said_to_bear_it_and_no_more(account: str) -> None:
    claim = measured("code", person(linking(f"github.com/{account}/nets")))
    assert claim.text == f"Names code under an account that bears their name: https://github.com/{account}/nets"


def test_a_table_says_that_code_is_the_authors_own_with_what_it_counts() -> None:
    official = repository(1, "https://github.com/reefworks/nets", official=True, stars=1200, forks=3,
                          as_of=date(2026, 2, 1))  # fmt: skip
    claim = measured("code", person(linking("github.com/Reefworks/Nets"), code=(official,)))
    assert claim.text == (
        "Code of the authors' own, as links.csv says: https://github.com/reefworks/nets "
        "(1,200 stars, 3 forks as of 2026-02-01)"
    )
    assert (claim.value, claim.source, claim.date) == (1, "links.csv", date(2026, 2, 1))


def test_what_others_wrote_for_the_paper_is_told_but_is_no_code_of_theirs() -> None:
    again = repository(1, "https://github.com/corals/copy", stars=9)
    claim = measured("code", person(linking("github.com/iokwuosa/nets"), code=(again,)))
    assert claim.text.endswith("1 repository of others implements it again")
    assert nothing("code", again)


def test_links_are_those_of_papers_named_first_in_the_record_too() -> None:
    older = paper(2, "Ifeoma Okwuosa", abstract="github.com/a/b", submitted=date(2025, 1, 1))
    others = paper(3, "Bo Bee", "Ifeoma Okwuosa", abstract="github.com/c/d")
    claim = measured("code", person(paper(1, "Ifeoma Okwuosa"), record=(older, others)))
    assert claim.paper_ids == (older.id,)
    assert links(older) == ["https://github.com/a/b"]


def test_papers_of_others_implemented_again_are_told_with_the_sources_figures_and_day() -> None:
    far = repository(7, "https://github.com/iokwuosa/tides", stars=2, as_of=date(2026, 1, 1))
    most = repository(8, "https://github.com/iokwuosa/nets", stars=40, forks=5, pushed=date(2025, 3, 4),
                      as_of=date(2026, 2, 1))  # fmt: skip
    claim = measured("reimplementation", person(code=(far, most)))
    assert claim.text == (
        "Implemented papers of other people again: https://github.com/iokwuosa/nets for 9903.00008 (40 stars, 5 forks, "
        "last changed on 2025-03-04, as of 2026-02-01); https://github.com/iokwuosa/tides for 9903.00007 (2 stars, "
        "as of 2026-01-01). The account iokwuosa bears their name, which is no proof that it is theirs."
    )
    assert (claim.value, claim.unit, claim.source) == (2, "repositories", "links.csv")
    assert claim.paper_ids == ("9903.00008", "9903.00007")
    assert claim.date == date(2026, 2, 1)


def test_an_account_of_another_name_was_linked_by_hand() -> None:
    claim = measured("reimplementation", person(code=(repository(7),)))
    assert claim.text.endswith("The account reefworks was linked with them by hand.")
    assert "stars" not in claim.text
    assert claim.date is None


def test_one_repository_for_two_papers_is_one() -> None:
    claim = measured("reimplementation", person(code=(repository(7), repository(8))))
    assert (claim.value, claim.paper_ids) == (1, ("9903.00007", "9903.00008"))


@pytest.mark.parametrize(
    "code",
    [repository(7, official=True), repository(7, official=None), repository(1), repository(7, pushed=date(2027, 1, 1))],
    ids=["official", "unknown", "own paper", "later"],
)
def test_what_is_not_called_a_reimplementation_of_others_is_none(code: Repository) -> None:
    assert nothing("reimplementation", code)

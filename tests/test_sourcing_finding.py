"""The whole way from papers to people, in files and live, and what comes out as a table and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from typing import Any

import pytest

from hiretool import shipped
from hiretool.errors import HiretoolError
from hiretool.sourcing import Found, Paper, Reading, find, first_day, papers, parse, weights
from tests.test_sourcing_paper import TODAY, paper

DEMO = shipped.demo() / "papers.jsonl"
ML_ENGINEER = (
    'cat:cs.LG AND (abs:"production" OR abs:"deployed" OR abs:"serving" OR abs:"distribution shift" OR abs:"system")'
)


def found(*given: Paper, query: str = "cat:cs.LG", **options: Any) -> Found:
    return find(given, parse(query), today=TODAY, **options)


def names(result: Found) -> list[str]:
    return [hit.person.name for hit in result.people]


def test_only_what_matches_counts() -> None:
    result = found(paper(1, "Ama Abe", title="Reefs"), paper(2, "Bo Bee", title="Drift"), query="ti:reefs")
    assert names(result) == ["Ama Abe"]
    assert (result.counts.papers_read, result.counts.matched, result.counts.people) == (2, 1, 1)


@pytest.mark.parametrize(
    ("submitted", "counts"),
    [(TODAY, 1), (date(2024, 11, 20), 1), (date(2024, 11, 19), 0), (TODAY + timedelta(days=1), 0)],
)
def test_papers_count_from_the_same_day_two_years_ago_to_today(submitted: date, counts: int) -> None:
    result = found(paper(1, submitted=submitted))
    assert (result.counts.matched, result.counts.recent, len(result.people)) == (1, counts, counts)
    assert result.since == date(2024, 11, 20)


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 11, 20), 24, date(2024, 11, 20)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 1), 1, date(2025, 12, 1)),
        (date(2026, 1, 1), 3000 * 12, date.min),
    ],
)
def test_months_go_back_to_the_same_day_or_the_last_of_its_month(today: date, months: int, first: date) -> None:
    assert first_day(today, months) == first


def test_a_paper_that_stands_twice_in_a_file_counts_once_as_updated_last() -> None:
    old = paper(1, title="Old", updated=date(2026, 6, 1))
    new = paper(1, title="New", updated=date(2026, 7, 1))
    for order in ((old, new), (new, old)):
        result = found(*order)
        assert (result.counts.papers_read, result.counts.matched) == (2, 1)
        assert [each.title for each in result.people[0].person.papers] == ["New"]


def test_dropped_collaborations_are_counted() -> None:
    result = found(paper(1, "The Reef Collaboration"), paper(2, "Ama Abe"))
    assert (result.counts.recent, result.counts.dropped_collaborations, names(result)) == (2, 1, ["Ama Abe"])


def test_the_limit_cuts_the_list_and_not_the_count() -> None:
    result = found(*(paper(number, f"Ama Abe{number}") for number in range(1, 9)), limit=3)
    assert (len(result.people), result.counts.people) == (3, 8)
    assert [hit.rank for hit in result.people] == [1, 2, 3]


@pytest.mark.parametrize("option", ["limit", "months"])
def test_zero_is_not_read_as_everything(option: str) -> None:
    with pytest.raises(HiretoolError, match=f"{option}: expected 1 or more, got 0"):
        found(paper(1), **{option: 0})


def test_what_the_reader_counted_is_in_the_answer() -> None:
    report = Reading(read=70, bad=2)
    result = found(paper(1), report=report)
    assert (result.counts.papers_read, result.counts.bad_lines) == (70, 2)


def test_nobody_is_an_answer_too() -> None:
    result = found()
    assert result.as_dict()["people"] == result.rows() == []


def test_json_is_an_interface() -> None:
    given = paper(1, "Ama Abe", "Bo Bee", title="Reefs", comment="Accepted at ICML 2026, write to a@example.org")
    result = json.loads(json.dumps(found(given, query="reefs").as_dict()))
    (person,) = result.pop("people")
    assert result.pop("weights")["weights"] == result_weights()
    assert "fits the job" in result.pop("cannot_show")
    assert result == {
        "schema": 1,
        "query": "all:reefs",
        "today": "2026-11-20",
        "since": "2024-11-20",
        "source": "arXiv",
        "counts": {
            "papers_read": 1,
            "bad_lines": 0,
            "matched": 1,
            "recent": 1,
            "dropped_collaborations": 0,
            "people": 1,
            "hidden": 0,
        },
    }
    evidence = {claim["signal"]: claim for claim in person.pop("evidence")}
    assert person.pop("weight") == pytest.approx(sum(one["contribution"] for one in person.pop("score")))
    assert person == {
        "rank": 1,
        "name": "Ama Abe",
        "spellings": ["Ama Abe"],
        "identity": {
            "basis": "name",
            "id": None,
            "coauthor_groups": 1,
            "confidence": None,
            "reasons": [],
            "text": "By name only; one paper, so nothing to confuse it with here.",
        },
        "do_not_contact": False,
        "papers": [
            {
                "id": "9903.00001",
                "url": "https://arxiv.org/abs/9903.00001",
                "title": "Reefs",
                "authors": ["Ama Abe", "Bo Bee"],
                "categories": ["cs.LG"],
                "submitted": "2026-06-01",
                "updated": "2026-06-01",
                "versions": None,
                "comment": "Accepted at ICML 2026, write to [@]",
                "journal_ref": None,
                "doi": None,
            }
        ],
        "record": [],
        "accepted": [],
        "code": [],
        "citations": [],
    }
    assert evidence["first_author"] == {
        "signal": "first_author",
        "value": 1,
        "unit": "papers",
        "text": "Named first on 1 matching paper, of 2026-06-01 (172 days ago).",
        "paper_ids": ["9903.00001"],
        "source": "arXiv",
        "date": evidence["first_author"]["date"],
    }
    assert "ICML 2026 (9903.00001)" in evidence["venue"]["text"]


def result_weights() -> dict[str, float]:
    return dict(weights.get("balanced").weights)


def test_a_row_of_the_table_has_a_link_for_each_paper() -> None:
    (row,) = found(paper(1, "Ama Abe"), paper(2, "Ama Abe")).rows()
    assert row["name"] == "Ama Abe"
    assert row["links"] == "https://arxiv.org/abs/9903.00002\nhttps://arxiv.org/abs/9903.00001"
    assert all(value is None or isinstance(value, str | int | float) for value in row.values())


@pytest.fixture(scope="module")
def demo() -> Found:
    query, report = parse(ML_ENGINEER), Reading()
    return find(papers(DEMO, query=query, report=report), query, today=TODAY, report=report)


def test_the_demo_has_people_for_the_ml_engineer(demo: Found) -> None:
    assert demo.counts.bad_lines == 0
    assert demo.counts.papers_read == 60
    assert len(demo.people) >= 12


def test_every_demo_record_says_that_it_is_invented() -> None:
    for each in papers(DEMO):
        assert each.id.startswith("9901.")
        assert (each.comment or "").endswith("Invented record for the hiretool demo.")


def test_the_demo_shows_what_can_go_wrong_with_names(demo: Found) -> None:
    assert demo.counts.dropped_collaborations == 1
    assert [hit for hit in demo.people if len(hit.person.spellings) > 1]
    assert [hit for hit in demo.people if hit.person.groups > 1]
    said = {claim.signal for hit in demo.people for claim in hit.evidence}
    assert {"byline", "code", "first_author", "venue"} <= said
    # What only lists, links and services tell, a file of papers does not.
    assert not said & {"accepted", "citations", "reimplementation"}


def test_a_search_in_files_loads_no_http() -> None:
    code = (
        "import sys; from hiretool.sourcing import find, papers, parse; "
        "print([name for name in ('requests', 'arxiv', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

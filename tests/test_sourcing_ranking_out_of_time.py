"""Nothing of the future leaks into the evidence, and weights are learnt from what came of people."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.errors import HiretoolError
from hiretool.load import parsed
from hiretool.sourcing import Paper, Person, first_authors, fitting, ranking
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.out_of_time import as_known, known_lists, outcomes, people, unambiguous
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.weights import Profile
from tests.test_sourcing_paper import paper

DAY = date(2016, 12, 31)
ADA = ("Ama Abe", "Zo Zed", "Bo Bee")


def old(number: int = 1, *authors: str, submitted: date = date(2016, 3, 1), **fields: object) -> Paper:
    return paper(number, *(authors or ADA), submitted=submitted, **fields)  # type: ignore[arg-type]


def line(title: str, year: int, *authors: str, venue: str = "ICML", tier: str = "poster") -> Acceptance:
    return Acceptance(venue, year, title, authors or ADA, tier, "list.csv")


def came_true(known: list[Person], *lines: Acceptance) -> dict[str, list[str]]:
    found = outcomes(known, lines, after=DAY, until=date(2018, 12, 31), venues={"ICML", "NeurIPS"})
    return {name: [one.title for one in accepted] for name, accepted in found.items()}


def test_a_comment_written_after_the_day_is_taken_away_with_all_that_came_with_it() -> None:
    late = old(updated=date(2017, 5, 1), comment="ICML 2017", abstract="github.com/a/b", journal_ref="ICML 2017")
    known = as_known(late, DAY)
    assert known is not None
    assert (known.comment, known.abstract, known.journal_ref, known.versions) == (None, "", None, None)
    assert (known.updated, known.title, known.authors) == (date(2016, 3, 1), late.title, late.authors)


def test_a_comment_that_stood_there_on_the_day_stays() -> None:
    there = old(updated=DAY, comment="ICML 2016")
    assert as_known(there, DAY) == there


def test_a_record_that_was_touched_later_without_a_new_version_is_not_believed_either() -> None:
    known = as_known(old(comment="ICML 2016"), DAY, touched=date(2017, 1, 1))
    assert known is not None
    assert known.comment is None
    assert as_known(old(comment="ICML 2016"), DAY, touched=date(2016, 4, 1)) == old(comment="ICML 2016")


def test_a_paper_of_later_is_not_known() -> None:
    assert as_known(old(submitted=date(2017, 1, 1)), DAY) is None


def test_a_list_is_known_when_its_year_is_over() -> None:
    lines = [line("A", 2016), line("B", 2017)]
    assert known_lists(lines, DAY) == lines[:1]
    assert known_lists(lines, date(2016, 6, 1)) == []


def test_a_new_paper_named_first_is_an_outcome() -> None:
    known = first_authors([old()], today=DAY)
    assert came_true(known, line("New", 2017), line("Newer", 2018)) == {"ama abe": ["New", "Newer"]}


@pytest.mark.parametrize(
    "other",
    [
        line("New", 2016),
        line("New", 2019),
        line("New", 2017, venue="ICRA"),
        line("New", 2017, "Zo Zed", "Ama Abe"),
        Acceptance("ICML", 2017, "New", (), "", "list.csv"),
    ],
)
def test_other_years_venues_and_places_are_none(other: Acceptance) -> None:
    assert came_true(first_authors([old()], today=DAY), other) == {}


def test_a_paper_that_was_on_arxiv_already_is_no_new_one_however_its_title_is_spelt() -> None:
    known = first_authors([old(title="Deep-Sea Reefs")], today=DAY)
    assert came_true(known, line("DEEP SEA REEFS", 2017)) == {}


def test_a_paper_known_from_the_record_or_a_list_is_no_new_one() -> None:
    (person,) = first_authors([old()], today=DAY)
    person = replace(person, record=(old(2, title="In the record"),), accepted=(line("In a list", 2016),))
    assert came_true([person], line("In the record", 2017), line("In a list", 2018)) == {}


def test_one_paper_in_two_lists_is_one_outcome() -> None:
    known = first_authors([old()], today=DAY)
    assert came_true(known, line("New", 2017), line("new", 2018, venue="NeurIPS")) == {"ama abe": ["New"]}


def test_people_have_all_that_was_known_of_them_at_any_place() -> None:
    papers = [
        old(1),
        old(2, "Zo Zed", "Ama Abe"),
        old(3, submitted=date(2010, 1, 1)),
        old(4, submitted=date(2017, 2, 1)),
    ]
    code = [Repository(papers[0].id, "https://github.com/a/b", True, 1, 0, pushed, "", "links.csv")
            for pushed in (DAY, date(2018, 1, 1), None)]  # fmt: skip
    found = people(
        papers, day=DAY, since=date(2014, 1, 1), code=code, names={"ama abe"},
        accepted=[line("A", 2016), line("B", 2017), line("C", 2015, "Cy Cee", "Ama Abe")],
    )  # fmt: skip
    (ama,) = found
    assert [each.id[-1] for each in ama.papers] == ["1"]
    assert [each.id[-1] for each in ama.record] == ["2", "1", "3"]
    assert [each.title for each in ama.accepted] == ["A", "C"]
    assert len(ama.code) == 1


def test_a_name_that_many_may_bear_is_no_candidate() -> None:
    crowd = [f"{first} {last}" for first in ("Wei", "Li", "Min", "Yu") for last in ("Lan", "Gao", "Hu", "Bai")]
    rare = [f"Ama{number} Abe{number}" for number in range(30)]
    found = unambiguous([*crowd, *rare, "Plato", "J. Oyelaran"])
    assert "wei lan" not in found
    assert "ama7 abe7" in found
    assert found.isdisjoint({"plato", "j oyelaran"})


@given(
    st.lists(st.tuples(st.dates(date(2010, 1, 1), date(2019, 12, 31)), st.integers(0, 900)), max_size=9),
    st.dates(date(2011, 1, 1), date(2018, 12, 31)),
)
def test_nothing_written_after_the_day_is_ever_evidence(rows: list[tuple[date, int]], day: date) -> None:
    papers = [
        old(number, submitted=at, updated=date.fromordinal(at.toordinal() + more), comment="ICML 2016")
        for number, (at, more) in enumerate(rows, 1)
    ]
    lines = [line(f"T{year}", year) for year in range(2010, 2020)]
    for person in people(papers, day=day, since=date.min, accepted=lines):
        assert all(each.submitted <= day for each in (*person.papers, *person.record))
        assert all(each.updated <= day for each in person.record if each.comment)
        assert all(date(each.year, 12, 31) <= day for each in person.accepted)
        scored = ranking.score(person, today=day, weights={"leading": 1.0, "recency": 1.0})
        assert all(claim.date is None or claim.date <= day for claim in scored.evidence)


def crowd(size: int = 240, every: int = 3) -> tuple[list[Person], set[str]]:
    """People of whom each third has a paper at ICML; it came true of nine in ten of these, and of one in ten others."""
    papers = [
        old(number, f"Ama{number} Abe{number}", comment="ICML 2016" if number % every == 0 else None)
        for number in range(1, size + 1)
    ]
    true = {f"ama{n} abe{n}" for n in range(1, size + 1) if (n % every == 0) != (n % 10 == 0)}
    return first_authors(papers, today=DAY), true


def test_what_told_in_the_past_gets_the_weight() -> None:
    found = fitting.fitted(*crowd(), today=DAY, of=["leading", "code", "recency"])
    assert found.weights == {"leading": 3.0}
    assert (found.people, found.outcomes) == (240, len(crowd()[1]))
    assert found.auc > 0.85


def test_a_fitted_weight_is_never_negative() -> None:
    known, true = crowd()
    others = {person.key for person in known} - true
    with pytest.raises(HiretoolError, match="No signal tells"):
        fitting.fitted(known, others, today=DAY, of=["leading"])


def test_a_fit_to_a_handful_of_people_is_refused() -> None:
    known, true = crowd(60)
    with pytest.raises(HiretoolError, match=r"Too few to learn from: it came true of \d+ of 60 people; at least 50"):
        fitting.fitted(known, true, today=DAY)


def test_the_auc_is_that_of_the_textbook() -> None:
    import numpy as np

    # Pairs: (3 > 2), (3 > 1), (2 = 2), (2 > 1) -> 3.5 of 4.
    assert fitting._auc(np.array([3.0, 2.0, 2.0, 1.0]), np.array([1.0, 1.0, 0.0, 0.0])) == 0.875


def test_a_fit_is_written_as_a_profile_that_can_be_read_again() -> None:
    found = fitting.fitted(*crowd(), today=DAY, of=["leading", "code"])
    profile = parsed(fitting.as_yaml(found, title="Fitted", measured="Evidence to: \n then"), Profile, "fitted.yaml")
    assert profile.weights == found.weights
    assert profile.measured.startswith("Evidence to: then. It came true of ")


def files(folder: Path) -> list[str]:
    """A file of records and one of lists: each third person had a paper at ICML before, and has one again."""
    records, lines = [], []
    for number in range(1, 241):
        name = f"Ama{number} Abe{number}"
        records.append({
            "id": f"1603.{number:05d}", "title": f"Reefs {number}", "abstract": "Reefs.", "categories": "cs.LG",
            "authors": name, "comments": "ICML 2016" if number % 3 == 0 else None,
            "versions": [{"version": "v1", "created": "Tue, 1 Mar 2016 10:00:00 GMT"}],
        })  # fmt: skip
        if (number % 3 == 0) != (number % 10 == 0):
            lines.append({"venue": "icml", "year": 2017, "title": f"Kelp {number}", "authors": [name]})
    papers, accepted = folder / "papers.jsonl", folder / "lists.jsonl"
    papers.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    accepted.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    return [str(papers), "--accepted", str(accepted), "--until", "2016-12-31", "--outcomes", "2018-12-31"]


def test_the_script_turns_files_into_a_profile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fitting.main(files(tmp_path)) == 0
    out, err = capsys.readouterr()
    profile = parsed(out, Profile, "out.yaml")
    assert max(profile.weights, key=lambda name: profile.weights[name]) == "leading"
    assert "to 2018-12-31 at ICML" in profile.measured
    assert err == "240 people with an unambiguous name, 88 with a new paper there.\n"


def test_the_script_replaces_a_file_only_if_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [*files(tmp_path), "-o", str(tmp_path / "mine.yaml")]
    assert fitting.main(arguments) == 0
    first = (tmp_path / "mine.yaml").read_bytes()
    assert fitting.main(arguments) == 1
    assert "mine.yaml" in capsys.readouterr().err
    assert fitting.main([*arguments, "--force"]) == 0
    assert (tmp_path / "mine.yaml").read_bytes() == first


@pytest.mark.parametrize("text", ["{", "[]", '"x"', '{"venue": "ICML"}', '{"venue": 1, "year": "x"}', "[" * 9000])
def test_a_list_that_is_none_is_named_with_its_line(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = files(tmp_path)
    (tmp_path / "lists.jsonl").write_text(f"\n{text}\n", encoding="utf-8")
    assert fitting.main(arguments) == 1
    assert 'lists.jsonl:2: expected {"venue": "ICML", "year": 2016' in capsys.readouterr().err


def test_outcomes_come_after_the_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fitting.main([*files(tmp_path)[:-1], "2016-12-31"]) == 1
    assert "--outcomes: expected a day after 2016-12-31" in capsys.readouterr().err

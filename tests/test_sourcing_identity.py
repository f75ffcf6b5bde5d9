"""Author mentions are told apart into people: by rare names, shared co-authors, spellings that fit."""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool.errors import HiretoolError
from hiretool.sourcing import identities
from hiretool.sourcing.identity import NameCounts, agreement, blocks, spelling
from hiretool.sourcing.identity.agreement import b_cubed

# Of 1,000 names 100 begin with Wen and 50 end with Aru: five people are expected to be called Wen Aru.
COUNTS = NameCounts(1_000, {"wen": 100, "w": 60, "aru": 50}, {"aru": 50, "wen": 2}, {"q": 20})


def mentions(*bylines: Sequence[str], start: int = 0) -> pd.DataFrame:
    """A row a name; papers are numbered from a-100."""
    rows = [
        (f"a-{number}", position, name)
        for number, names in enumerate(bylines, 100)
        for position, name in enumerate(names, start)
    ]
    return pd.DataFrame(rows, columns=["paper", "position", "name"])


def people(frame: pd.DataFrame, name: str, **options: object) -> list[str]:
    """Ids of the rows with this name, in order."""
    options = {"counts": COUNTS} | options
    return identities(frame, **options)[frame["name"] == name].tolist()  # type: ignore[arg-type]


def test_a_rare_name_is_one_person_without_any_common_coauthor() -> None:
    one, other = people(mentions(["Ifeoma Okwuosa", "Rosa Faria"], ["Ifeoma Okwuosa"]), "Ifeoma Okwuosa")
    assert one == other


def test_two_people_of_a_common_name_stay_apart() -> None:
    one, other = people(mentions(["Wen Aru", "Rosa Faria"], ["Wen Aru", "Eskil Tveit"]), "Wen Aru")
    assert one != other


def test_a_shared_coauthor_joins_what_bears_a_common_name() -> None:
    frame = mentions(["Wen Aru", "Rosa Faria"], ["Eskil Tveit", "Wen Aru"], ["Rosa Faria", "Wen Aru", "Eskil Tveit"])
    assert len(set(people(frame, "Wen Aru"))) == 1


def test_one_shared_coauthor_of_a_common_name_too_may_be_chance_two_are_not() -> None:
    counts = NameCounts(1_000, {"wen": 100, "mei": 100, "lin": 100}, {"aru": 50, "oba": 50, "ume": 50})
    apart = mentions(["Wen Aru", "Mei Oba"], ["Wen Aru", "Mei Oba"])
    together = mentions(["Wen Aru", "Mei Oba", "Lin Ume"], ["Lin Ume", "Wen Aru", "Mei Oba"])
    assert len(set(people(apart, "Wen Aru", counts=counts))) == 2
    assert len(set(people(together, "Wen Aru", counts=counts))) == 1


def test_alike_titles_join_a_name_that_is_neither_rare_nor_common() -> None:
    frame = mentions(["Wen Aru"], ["Wen Aru"], ["Wen Aru"])
    frame["title"] = ["Kelp forests seen from drones", "Drones over kelp forests", "Proofs of termination"]
    counts = NameCounts(
        1_000, {"wen": 100}, {"aru": 4}, papers=1_000, words={"kelp": 3, "forests": 5, "drones": 9, "proofs": 2}
    )
    one, two, other = people(frame, "Wen Aru", counts=counts)
    assert one == two != other
    assert len(set(people(frame.drop(columns="title"), "Wen Aru", counts=counts))) == 3


def test_a_collaboration_of_more_than_thirty_joins_nobody_and_has_ids_all_the_same() -> None:
    crowd = [f"Ana Crowd{number}" for number in range(31)]
    frame = mentions(["Wen Aru", *crowd], ["Wen Aru", *crowd])
    given = identities(frame, counts=COUNTS)
    assert (given != "").all()
    assert len(set(given[frame["name"] == "Wen Aru"])) == 2


def test_middle_names_that_differ_are_two_people() -> None:
    frame = mentions(["Ifeoma C. Okwuosa", "Rosa Faria"], ["Ifeoma D. Okwuosa", "Rosa Faria"])
    assert identities(frame)[frame["name"].str.contains("Okwuosa")].nunique() == 2


@pytest.mark.parametrize(
    "other", ["Ifeoma Okwuosa", "I. Okwuosa", "Ifeoma Chioma Okwuosa", "Okwuosa Ifeoma", "IFEOMA C OKWUOSÁ"]
)
def test_spellings_that_fit_are_tied_by_a_shared_coauthor_and_by_nothing_less(other: str) -> None:
    first = "Ifeoma Okwuosa" if other == "Okwuosa Ifeoma" else "Ifeoma C. Okwuosa"
    tied = mentions([first, "Rosa Faria"], ["Rosa Faria", other])
    assert identities(tied).iloc[0] == identities(tied).iloc[3]
    if other != "IFEOMA C OKWUOSÁ":
        loose = mentions([first, "Rosa Faria"], ["Eskil Tveit", other])
        assert identities(loose).iloc[0] != identities(loose).iloc[3]


def test_an_initial_that_fits_two_people_is_given_to_neither() -> None:
    frame = mentions(["Ifeoma Okwuosa", "Rosa Faria"], ["Ines Okwuosa", "Rosa Faria"], ["I. Okwuosa", "Rosa Faria"])
    assert identities(frame)[frame["name"].str.contains("Okwuosa")].nunique() == 3


def test_initials_that_contradict_each_other_do_not_meet_in_a_name_without_one() -> None:
    bylines = [[name, "Rosa Faria"] for name in ("I. C. Okwuosa", "I. D. Okwuosa", "Ifeoma Okwuosa")]
    frame = mentions(*bylines)
    assert identities(frame)[frame["name"].str.contains("Okwuosa")].nunique() == 3


def test_namesakes_on_one_paper_are_two_people() -> None:
    frame = mentions(["Ifeoma Okwuosa", "Ifeoma Okwuosa"])
    assert identities(frame).nunique() == 2


def test_names_that_say_nothing_are_nobody_twice() -> None:
    frame = mentions(["", "***", "Rosa Faria"], ["", "Rosa Faria"])
    frame.loc[len(frame)] = ["a-101", 2, None]
    given = identities(frame)
    assert given.nunique() == 5
    assert given.iloc[2] == given.iloc[4]


def test_the_index_is_kept_whatever_it_is() -> None:
    frame = mentions(["Rosa Faria", "Eskil Tveit"], ["Rosa Faria"])
    index = pd.MultiIndex.from_tuples([("x", 1), ("x", 1), ("y", 2)])
    frame.index = index
    assert identities(frame).index.equals(index)


def test_no_mentions_are_no_people() -> None:
    assert identities(mentions()).tolist() == []


@pytest.mark.parametrize("ids", [[7, 7, 8], [7.0, 7.0, 8.0], ["7", "7", "8"], [("a", 7), ("a", 7), ("a", 8)]])
def test_papers_have_ids_of_any_kind(ids: list[object]) -> None:
    frame = mentions(["Rosa Faria", "Eskil Tveit"], ["Rosa Faria"])
    frame["paper"] = pd.Series(ids, dtype=object)
    given = identities(frame)
    assert given.iloc[0] == given.iloc[2] != given.iloc[1]


def test_positions_may_begin_at_one_and_have_gaps() -> None:
    bylines = (["Wen Aru", "Rosa Faria"], ["Eskil Tveit", "Wen Aru"], ["Rosa Faria", "Wen Aru"])
    usual, other = mentions(*bylines), mentions(*bylines, start=1)
    other["position"] *= 3
    assert identities(usual).tolist() == identities(other).tolist()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda frame: frame.drop(columns="name"), "no column 'name'; expected columns paper, position, name"),
        (lambda frame: frame.assign(position="first"), "column 'position': expected numbers"),
        (lambda frame: frame.assign(paper=[None, "b"]), "column 'paper': row 1 has none"),
    ],
)
def test_a_frame_of_no_use_is_refused_with_the_reason(change: object, problem: str) -> None:
    with pytest.raises(HiretoolError, match=problem):
        identities(change(mentions(["Rosa Faria", "Eskil Tveit"])))  # type: ignore[operator]


few_names = st.sampled_from(
    [
        "Wen Aru",
        "W. Aru",
        "Wen Q. Aru",
        "Aru Wen",
        "Wen Bo Aru",
        "Mei Oba",
        "M. Oba",
        "Rosa Faria",
        "Lin Ume",
        "",
        "Dorji",
    ]
)
bylines = st.lists(st.lists(few_names, max_size=5), max_size=8)


@settings(deadline=None)
@given(bylines, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_rows_does_not_matter(listed: list[list[str]], dice: object, titled: bool) -> None:
    frame = mentions(*listed)
    if titled:
        frame["title"] = [f"{paper} kelp" for paper in frame["paper"]]
    order = list(range(len(frame)))
    dice.shuffle(order)  # type: ignore[attr-defined]
    given, shuffled = identities(frame, counts=COUNTS), identities(frame.iloc[order], counts=COUNTS)
    assert given.tolist() == shuffled.sort_index().tolist()


@settings(deadline=None)
@given(bylines, few_names.filter(bool))
def test_a_shortlist_gets_the_ids_of_the_whole_corpus(listed: list[list[str]], name: str) -> None:
    frame = mentions(*listed)
    whole = identities(frame, counts=COUNTS)
    near = frame["name"].map(lambda other: not blocks(name).isdisjoint(blocks(other)))
    part = frame[frame["paper"].isin(frame.loc[near, "paper"])]
    short = identities(part, counts=COUNTS.part(part["name"]), names=[name])
    assert short[short != ""].index.tolist() == near[near].index.tolist()
    assert short[short != ""].tolist() == whole[near].tolist()


@settings(deadline=None)
@given(bylines, bylines)
def test_papers_that_come_later_rename_nobody_whose_papers_stay_together(
    one: list[list[str]], two: list[list[str]]
) -> None:
    before, after = (identities(mentions(*listed), counts=COUNTS) for listed in (one, one + two))
    after = after[: len(before)]
    for old, new in zip(before.groupby(before).groups.values(), after.groupby(after).groups.values(), strict=False):
        if list(old) == list(new):
            assert before[old[0]] == after[new[0]]


@settings(deadline=None)
@given(st.lists(few_names, max_size=30))
def test_counts_at_hand_are_those_of_the_names(names: list[str]) -> None:
    frame = mentions(*[[name] for name in names])
    assert identities(frame).tolist() == identities(frame, counts=NameCounts.of(names)).tolist()


@given(st.lists(st.sampled_from("abc"), min_size=1), st.randoms(use_true_random=False))
def test_agreement_is_one_for_what_is_right_and_falls_with_each_mistake(right: list[str], dice: object) -> None:
    assert b_cubed(right, right) == (1.0, 1.0)
    together, apart = b_cubed(["x"] * len(right), right), b_cubed(list(range(len(right))), right)
    assert together.recall == apart.precision == 1.0
    assert together.precision == pytest.approx(sum((right.count(one) / len(right)) ** 2 for one in set(right)))


def test_agreement_is_the_worked_example_of_the_measure() -> None:
    # Two clusters of three and two; the first holds one stranger: precision (2/3 + 2/3 + 1/3 + 1 + 1) / 5.
    found = b_cubed([1, 1, 1, 2, 2], ["a", "a", "b", "b", "b"])
    assert found.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert found.recall == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert found.f1 == pytest.approx(2 * found.precision * found.recall / sum(found))


def test_a_large_frame_in_pieces_is_the_same_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = np.random.default_rng(1)
    pool = [f"{first} {last}" for first in ("Wen", "Mei", "W.", "Lin") for last in ("Aru", "Oba", "Ume")]
    frame = mentions(*[list(dice.choice(pool, dice.integers(1, 6))) for _ in range(300)])
    whole = identities(frame, counts=COUNTS)
    monkeypatch.setattr("hiretool.sourcing.identity.coauthors._ROWS", 20)
    assert identities(frame, counts=COUNTS).tolist() == whole.tolist()


def test_importing_sourcing_loads_neither_pandas_nor_scipy() -> None:
    code = "import sys, hiretool.sourcing; print([n for n in ('pandas', 'scipy', 'numpy') if n in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_the_examples_hold() -> None:
    assert doctest.testmod(spelling).failed == doctest.testmod(agreement).failed == 0

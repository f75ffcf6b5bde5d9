"""ORCIDs and a recruiter's decisions win over any rule, and outlive new papers."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.sourcing import identities
from hiretool.sourcing.identity import Mention, Overrides, explained, unmatched
from hiretool.sourcing.identity.certain import normal_orcid
from tests.test_sourcing_identity import COUNTS, mentions, people

ORCID, OTHER = "0000-0001-2345-6789", "0000-0002-1825-0097"
HEADER = "decision,group,paper,name\n"


def with_orcids(frame: pd.DataFrame, **orcids: str) -> pd.DataFrame:
    """The frame with ORCIDs by row number: `row0=...`."""
    return frame.assign(orcid=[orcids.get(f"row{row}", "") for row in range(len(frame))])


def decisions(tmp_path: Path, text: str) -> Overrides:
    file = tmp_path / "decisions.csv"
    file.write_text(text, encoding="utf-8")
    return Overrides.load(file)


def test_one_orcid_is_one_person_whatever_the_name() -> None:
    frame = with_orcids(mentions(["Wen Aru"], ["Mei Oba"]), row0=ORCID, row1=f"https://orcid.org/{ORCID}")
    assert identities(frame, counts=COUNTS).nunique() == 1
    assert identities(frame, counts=COUNTS, orcids=None).nunique() == 2


def test_two_orcids_are_two_people_even_of_a_rare_name_and_their_papers_go_with_coauthors() -> None:
    names = [["Ifeoma Okwuosa", "Rosa Faria"], ["Ifeoma Okwuosa", "Eskil Tveit"]]
    frame = with_orcids(mentions(*names, *names), row0=ORCID, row2=OTHER)
    one, two, like_one, like_two = people(frame, "Ifeoma Okwuosa")
    assert one == like_one != two == like_two


def test_an_orcid_under_another_name_gives_a_shortlist_the_id_of_the_whole() -> None:
    frame = with_orcids(mentions(["Mei Oba"], ["Wen Aru"]), row0=ORCID, row1=ORCID)
    whole, short = identities(frame, counts=COUNTS), identities(frame, counts=COUNTS, names=["Wen Aru"])
    assert short.tolist() == ["", whole[1]]
    assert list(explained(frame, counts=COUNTS, names=["Wen Aru"])) == [whole[1]]


@pytest.mark.parametrize("wrong", ["0000-0001-2345-6788", "1234", "", None, 7, "rosa@example.org"])
def test_what_is_no_orcid_is_ignored(wrong: object) -> None:
    assert normal_orcid(wrong) == ""


def test_an_orcid_that_stands_twice_on_a_paper_says_nothing() -> None:
    frame = with_orcids(mentions(["Rosa Faria", "Eskil Tveit"]), row0=ORCID, row1=ORCID)
    assert identities(frame).nunique() == 2


def test_a_merge_joins_and_brings_the_others_of_each_person_along(tmp_path: Path) -> None:
    frame = mentions(["Wen Aru", "Rosa Faria"], ["Wen Aru", "Eskil Tveit"], ["Eskil Tveit", "Wen Aru"], ["Wen Aru"])
    overrides = decisions(tmp_path, HEADER + "merge,1,a-100,Wen Aru\nmerge,1,a-101,WEN ARU\n")
    one, two, three, alone = people(frame, "Wen Aru", overrides=overrides)
    assert one == two == three != alone


def test_a_split_parts_a_rare_name_along_coauthors_and_the_rest_goes_to_the_larger_part(tmp_path: Path) -> None:
    names = [["Ifeoma Okwuosa", other] for other in ("Rosa Faria", "Eskil Tveit", "Rosa Faria", "Eskil Tveit")]
    frame = mentions(*names, ["Ifeoma Okwuosa", "Rosa Faria"], ["Ifeoma Okwuosa"])
    overrides = decisions(tmp_path, HEADER + "split,x,a-100,Ifeoma Okwuosa\nsplit,x,a-101,I Okwuosa\n")
    assert len(set(people(frame, "Ifeoma Okwuosa", overrides=overrides))) == 1, "I Okwuosa is not on a-101"
    overrides = decisions(tmp_path, HEADER + "split,x,a-100,Ifeoma Okwuosa\nsplit,x,a-101,Ifeoma C. Okwuosa\n")
    one, two, three, four, five, alone = people(frame, "Ifeoma Okwuosa", overrides=overrides)
    assert one == three == five == alone != two == four


def test_a_recruiter_goes_before_an_orcid(tmp_path: Path) -> None:
    frame = with_orcids(mentions(["Ifeoma Okwuosa"], ["Ifeoma Okwuosa"]), row0=ORCID, row1=ORCID)
    split = decisions(tmp_path, HEADER + "split,1,a-100,Ifeoma Okwuosa\nsplit,1,a-101,Ifeoma Okwuosa\n")
    assert identities(frame, overrides=split).nunique() == 2
    frame = with_orcids(mentions(["Ifeoma Okwuosa"], ["Ifeoma Okwuosa"]), row0=ORCID, row1=OTHER)
    merge = decisions(tmp_path, HEADER + "merge,1,a-100,Ifeoma Okwuosa\nmerge,1,a-101,Ifeoma Okwuosa\n")
    assert identities(frame, overrides=merge).nunique() == 1


def test_decisions_hold_when_papers_come_in_before_and_after(tmp_path: Path) -> None:
    overrides = decisions(
        tmp_path,
        HEADER
        + "merge,1,a-101,Wen Aru\nmerge,1,a-102,Wen Aru\nsplit,1,a-103,Ifeoma Okwuosa\nsplit,1,a-104,Ifeoma Okwuosa\n",
    )
    names = [["Rosa Faria"], ["Wen Aru"], ["Wen Aru"], ["Ifeoma Okwuosa"], ["Ifeoma Okwuosa"]]
    for more in ([], [["Wen Aru", "Rosa Faria"], ["Ifeoma Okwuosa", "Wen Aru"]] * 3):
        frame = mentions(*names, *more)
        given = identities(frame, counts=COUNTS, overrides=overrides)
        assert given[1] == given[2]
        assert given[3] != given[4]


def test_decisions_on_papers_that_are_not_here_do_no_harm(tmp_path: Path) -> None:
    overrides = decisions(tmp_path, HEADER + "merge,1,elsewhere,Wen Aru\nmerge,1,a-100,Wen Aru\n")
    frame = mentions(["Wen Aru"])
    assert identities(frame, overrides=overrides).tolist() == identities(frame).tolist()
    assert unmatched(frame, overrides) == (Mention("elsewhere", "Wen Aru"),)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", r"decisions.csv:1: no column 'decision'; expected decision, group, paper, name"),
        (HEADER + "join,1,a-1,Wen Aru\n", r"decisions.csv:2: decision: expected merge or split, got 'join'"),
        (HEADER + "merge,1,,Wen Aru\n", r"decisions.csv:2: paper: is empty"),
        (HEADER + "merge,1,a-1,***\nmerge,1,a-2,Wen Aru\n", r"decisions.csv:2: name: expected a name, got '\*\*\*'"),
        (HEADER + "merge,1,a-1,Wen Aru\n", r"merge group '1' has one name on one paper; expected two or more rows"),
        (HEADER + 'merge,1,a-1,"Wen Aru\n', r"decisions.csv:\d: is not CSV"),
        (
            HEADER + "merge,1,a-1,Wen Aru\nmerge,1,a-2,Wen Aru\nmerge,2,a-2,Wen Aru\nmerge,2,a-3,Wen Aru\n"
            "split,1,a-1,Wen Aru\nsplit,1,a-3,Wen Aru\n",
            r"Wen Aru on a-1 and Wen Aru on a-3 are kept apart by a split and joined by a merge; remove one",
        ),
    ],
)
def test_a_file_of_decisions_that_cannot_be_used_says_where_and_why(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(HiretoolError, match=problem):
        decisions(tmp_path, text)


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Problems) as raised:
        decisions(tmp_path, HEADER + "join,1,a-1,Wen Aru\nmerge,1,,Wen Aru\n")
    assert len(raised.value.problems) == 2


def test_a_missing_file_is_an_error_of_the_users(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="does not exist"):
        Overrides.load(tmp_path / "none.csv")


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_decisions_or_a_clear_error(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    file = tmp_path_factory.mktemp("decisions") / "file.csv"
    file.write_bytes((HEADER + content).encode("utf-8", "surrogatepass"))
    try:
        Overrides.load(file)
    except HiretoolError as error:
        assert str(file) in str(error)  # noqa: PT017 - most of the texts raise nothing


def test_what_is_saved_is_what_is_read(tmp_path: Path) -> None:
    one, two = Mention("2401.00001", 'Wen "W" Aru'), Mention("2402.00001", "Wen, Aru")
    overrides = Overrides(merge=((one, two),), split=((one, Mention("2403.1", "Wen Aru")),))
    overrides.save(tmp_path / "decisions.csv")
    assert Overrides.load(tmp_path / "decisions.csv") == overrides
    with pytest.raises(HiretoolError, match="Use --force"):
        overrides.save(tmp_path / "decisions.csv", force=False)

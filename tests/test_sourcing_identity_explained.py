"""Each person's identity says how sure it is, and why; counts of names are kept beside a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import identities
from hiretool.sourcing.identity import Mention, NameCounts, Overrides, explained
from hiretool.sourcing.identity.spelling import spelling
from tests.test_sourcing_identity import COUNTS, mentions


def reasons(*bylines: list[str], name: str = "Wen Aru", **options: object) -> tuple[float, str, str]:
    """Confidence, level and reasons of the first person of a name."""
    found = explained(mentions(*bylines), counts=COUNTS, names=[name], **options)  # type: ignore[arg-type]
    one = next(identity for identity in found.values() if identity.name == name)
    return one.confidence, one.level, " ".join(one.reasons)


def test_a_rare_name_is_sure_and_says_how_rare() -> None:
    counts = NameCounts(100_000, {}, {})
    [one] = explained(mentions(["Ifeoma Okwuosa"], ["Ifeoma Okwuosa"]), counts=counts).values()
    assert one.level == "high"
    assert one.reasons[0] == (
        "A rare name: fewer than 0.001 people are expected to bear it among the 100,000 names of the corpus."
    )
    assert one.reasons[1] == "The 2 papers fall into 2 groups without a telling common co-author."


def test_shared_coauthors_are_named() -> None:
    confidence, _, why = reasons(["Wen Aru", "Rosa Faria"], ["Rosa Faria", "Wen Aru"])
    assert "Shared co-authors (Rosa Faria) link all 2 papers." in why
    assert "A name that several may bear: about 5 people" in why
    assert confidence < 0.9


def test_a_person_told_apart_from_others_of_the_name_says_so_and_is_not_sure() -> None:
    confidence, level, why = reasons(["Wen Aru", "Rosa Faria"], ["Wen Aru", "Eskil Tveit"])
    assert "One paper only" in why
    assert "1 other person of this name told apart from this one." in why
    assert (level, confidence < 0.75) == ("low", True)


def test_an_orcid_and_a_recruiters_word_are_certain_and_say_so() -> None:
    frame = mentions(["Wen Aru"], ["Wen Aru"]).assign(orcid="0000-0001-2345-6789")
    [one] = explained(frame, counts=COUNTS).values()
    assert (one.confidence, one.reasons[0]) == (1.0, "ORCID 0000-0001-2345-6789 stands on 2 papers.")
    overrides = Overrides(merge=((Mention("a-100", "Wen Aru"), Mention("a-101", "Wen Aru")),))
    confidence, level, why = reasons(["Wen Aru"], ["Wen Aru"], overrides=overrides)
    assert (confidence, level) == (1.0, "high")
    assert "A recruiter merged papers here." in why
    apart = Overrides(split=overrides.merge)
    assert "A recruiter kept papers of this name apart." in reasons(["Wen Aru"], ["Wen Aru"], overrides=apart)[2]


def test_all_spellings_are_listed_under_the_most_frequent() -> None:
    frame = mentions(*[[name, "Rosa Faria"] for name in ("Ifeoma Okwuosa", "I. Okwuosa", "Ifeoma Okwuosa")])
    found = [one for one in explained(frame).values() if one.name == "Ifeoma Okwuosa"]
    assert found[0].papers == ("a-100", "a-101", "a-102")
    assert "Written in 2 ways: I. Okwuosa, Ifeoma Okwuosa." in found[0].reasons


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["Wen Aru", "Mei Oba", "W. Aru", "Rosa Faria", ""]), max_size=4), max_size=6))
def test_everybody_is_explained_under_the_id_that_they_have(bylines: list[list[str]]) -> None:
    frame = mentions(*bylines)
    found = explained(frame, counts=COUNTS)
    assert set(found) == set(identities(frame, counts=COUNTS))
    assert all(0 <= one.confidence <= 1 and one.reasons and one.papers for one in found.values())


names = st.lists(st.text(min_size=1, max_size=12), max_size=20)


@settings(deadline=None)
@given(names)
def test_a_part_of_the_counts_says_the_same_of_its_names(given_names: list[str]) -> None:
    counts = NameCounts.of(given_names)
    for name in given_names:
        one = spelling(name)
        assert counts.part([name]).expected(one) == counts.expected(one)


def test_names_are_expected_as_often_as_their_parts_make_them() -> None:
    counts = NameCounts(1_000, {"wen": 100}, {"aru": 50}, {"q": 20})
    assert counts.expected(spelling("Wen Aru")) == 5
    assert counts.expected(spelling("Wen Q. Aru")) == 0.1
    assert counts.expected(spelling("Wen Unheard")) == 0.1
    assert counts.expected(spelling("")) == 0


def test_counts_over_new_names_are_added() -> None:
    one, two = NameCounts.of(["Wen Aru", "Mei Aru"]), NameCounts.of(["Wen Oba"])
    assert one + two == NameCounts.of(["Wen Aru", "Mei Aru", "Wen Oba"])


@pytest.mark.parametrize("file", ["counts.json", "counts.json.gz"])
def test_counts_that_are_saved_are_the_counts_that_are_read(tmp_path: Path, file: str) -> None:
    counts = NameCounts.of(["Wen Aru", "Méi Q. Oba", "李青蓝"])
    counts.save(tmp_path / file)
    assert NameCounts.load(tmp_path / file) == counts
    with pytest.raises(HiretoolError, match="Use --force"):
        counts.save(tmp_path / file, force=False)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x1f\x8bbroken", b"[]", b'{"schema": 1}', b"[" * 100_000, b'{"schema":2,"names":1,"papers":0}',
     b'{"schema":1,"names":-1,"papers":0,"firsts":{},"lasts":{},"middles":{},"words":{}}',
     b'{"schema":1,"names":1,"papers":0,"firsts":{"a":"b"},"lasts":{},"middles":{},"words":{}}'],
)  # fmt: skip
def test_a_file_without_counts_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "counts.json").write_bytes(content)
    with pytest.raises(DataError, match=r"build them again|not JSON"):
        NameCounts.load(tmp_path / "counts.json")

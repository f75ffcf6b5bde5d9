"""Author strings of all kinds are taken apart into names, and names into parts."""

from __future__ import annotations

import doctest
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing import names
from hiretool.sourcing.identity.spelling import compatible, parts, spelling
from hiretool.sourcing.names import PARTICLES, SUFFIXES, byline, family, key, ordered, surname, tokens
from hiretool.sourcing.words import fold

word = st.text(string.ascii_letters + "éüßłø", min_size=2, max_size=8).filter(
    lambda text: fold(text) not in {*PARTICLES, *SUFFIXES, "and", "et", "al", "others"} and text.lower()[:2] != "et"
)
forenames = st.lists(word, min_size=1, max_size=2).map(" ".join)
surnames = st.tuples(st.sampled_from(["", "van der ", "de la ", "von "]), word).map("".join)
whole = st.tuples(forenames, surnames)
affiliation = st.recursive(
    word, lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({', '.join(parts)})")
)


@given(st.lists(whole, min_size=1, max_size=6), st.sampled_from([", ", "; ", " and ", " & ", ",\n  "]))
def test_a_list_of_names_is_taken_apart_whatever_stands_between_them(
    people: list[tuple[str, str]], between: str
) -> None:
    written = [f"{forename} {last}" for forename, last in people]
    assert byline(between.join(written)) == written


@given(st.lists(whole, min_size=2, max_size=6), st.sampled_from(["; ", " and "]))
def test_surnames_that_stand_first_are_put_last(people: list[tuple[str, str]], between: str) -> None:
    assert byline(between.join(f"{last}, {forename}" for forename, last in people)) == [
        f"{forename} {last}" for forename, last in people
    ]


@given(st.lists(st.tuples(whole, affiliation), min_size=1, max_size=5), st.sampled_from(["()", "[]"]))
def test_affiliations_go_however_they_are_nested(listed: list[tuple[tuple[str, str], str]], around: str) -> None:
    text = ", ".join(f"{forename} {last} {around[0]}{place}, Hilo{around[1]}" for (forename, last), place in listed)
    assert byline(text) == [f"{forename} {last}" for (forename, last), _ in listed]


@given(st.text(max_size=200))
def test_any_text_has_names_without_blanks_around_them(text: str) -> None:
    for name in byline(text):
        assert name == name.strip() != ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"H. M\"{u}ller, Fran\c{c}ois No\"el, {\L}ukasz \'Sliwa", ["H. Müller", "François Noël", "Łukasz Śliwa"]),
        (r"R. Tveit \& M. Aa", ["R. Tveit", "M. Aa"]),
        ("Ama Abe, Bo Bee and Cy Cee, Di Dee", ["Ama Abe", "Bo Bee", "Cy Cee", "Di Dee"]),
        ("Tveit, Eskil, III; Faria, Rosa", ["Eskil Tveit III", "Rosa Faria"]),
        ("Eskil Tveit, Jr., Rosa Faria, Sr.", ["Eskil Tveit Jr.", "Rosa Faria Sr."]),
        ("The Reef Collaboration: G. Abe, B. Bee", ["The Reef Collaboration", "G. Abe", "B. Bee"]),
        ("Abe (1), Bee (2, 3)", ["Abe", "Bee"]),
        ("1, 2", []),
        ("Abe (never closed, Bee", ["Abe"]),
    ],
)
def test_what_real_author_strings_hold_is_read(text: str, expected: list[str]) -> None:
    assert byline(text) == expected


@given(whole)
def test_both_orders_of_a_name_share_a_key(person: tuple[str, str]) -> None:
    forename, last = person
    assert key(f"{last}, {forename}") == key(f"{forename} {last}")
    assert family(f"{last}, {forename}") == family(f"{forename} {last}") == " ".join(tokens(f"x {last}")[1:])


@given(st.text(max_size=60))
def test_the_quick_way_to_the_parts_is_the_slow_way(name: str) -> None:
    first, middle, last = parts(name)
    if not names.is_group(name):
        assert [*first.split(), *middle.split(), *last.split()] == tokens(name)


@given(st.text(string.ascii_letters + " .,-'", max_size=40))
def test_the_parts_make_the_same_key(name: str) -> None:
    if tokens(name) and not names.is_group(name):
        assert spelling(name).key == key(name)


@given(word, word)
def test_middle_names_that_fit_fit_both_ways(one: str, other: str) -> None:
    assert compatible(one, other) == compatible(other, one)
    assert compatible(one, one[0])
    assert compatible(one, "")


def test_a_forename_that_looks_like_a_particle_stays_a_forename() -> None:
    assert (family("Van Aa"), surname("Van Aa"), ordered("Van Aa")) == ("aa", "aa", "Van Aa")


def test_the_examples_hold() -> None:
    assert doctest.testmod(names).failed == 0

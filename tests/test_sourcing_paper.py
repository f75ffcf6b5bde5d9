"""Papers, their texts and names; and the small factory that other tests of sourcing build papers with."""

from __future__ import annotations

import doctest
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool import sourcing
from hiretool.sourcing import Paper
from hiretool.sourcing.credit import alphabetical, by_collaboration, credit
from hiretool.sourcing.names import byline, is_group, key, surname, tokens
from hiretool.sourcing.paper import Unusable, made
from hiretool.sourcing.texts import plain
from hiretool.sourcing.words import fold, words

TODAY = date(2026, 11, 20)


def paper(
    number: int = 1,
    *authors: str,
    title: str = "A title",
    abstract: str = "An abstract.",
    category: str = "cs.LG",
    submitted: date = date(2026, 6, 1),
    updated: date | None = None,
    comment: str | None = None,
    journal_ref: str | None = None,
) -> Paper:
    """A paper of which only what matters needs saying."""
    return made(
        id=f"9903.{number:05d}",
        title=title,
        abstract=abstract,
        authors=authors or ("Oyelaran Nsukka-Ibe",),
        categories=category.split(),
        submitted=submitted,
        updated=updated,
        comment=comment,
        journal_ref=journal_ref,
    )


@pytest.mark.parametrize(
    ("given_id", "id", "versions"),
    [
        ("9903.00001", "9903.00001", None),
        ("9903.00001v3", "9903.00001", 3),
        ("math/0013506v12", "math/0013506", 12),
        ("http://arxiv.org/abs/cs.LG/0013007v2", "cs.LG/0013007", 2),
        ("arXiv:9903.0001", "9903.0001", None),
    ],
)
def test_the_version_is_taken_off_the_id_and_says_how_many_there_are(
    given_id: str, id: str, versions: int | None
) -> None:
    found = made(id=given_id, title="T", authors=["A"], categories=["cs.LG"], submitted=TODAY)
    assert (found.id, found.versions) == (id, versions)
    assert found.url == f"https://arxiv.org/abs/{id}"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "1505.062"),
        ("id", "../../etc/passwd"),
        ("title", " \n"),
        ("authors", ["", " "]),
        ("categories", ["I.2.6"]),
    ],
)
def test_a_record_without_what_makes_a_paper_is_refused_by_field(field: str, value: object) -> None:
    fields = {"id": "9903.00001", "title": "T", "authors": ["A"], "categories": ["cs.LG"], "submitted": TODAY}
    with pytest.raises(Unusable, match=rf"^{field}: "):
        made(**{**fields, field: value})  # type: ignore[arg-type]


def test_classes_of_other_bodies_are_not_categories() -> None:
    assert paper(category="cs.LG I.2.6 68T05 cond-mat.dis-nn hep-th cs.LG").categories == (
        "cs.LG",
        "cond-mat.dis-nn",
        "hep-th",
    )


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (r"Mih\'aly Cs{\'i}kszentmih\'{a}lyi", "Mihály Csíkszentmihályi"),
        (
            r"\v{S}\'arka, \.Zanna, Fran\c{c}oise, \O re, G\"odel, na{\"\i}ve",
            "Šárka, Żanna, Françoise, Øre, Gödel, naïve",
        ),
        (r"loss $\'x + \alpha$ of \"quoted\" text \& more", r"loss $\'x + \alpha$ of \"quoted\" text & more"),
        (" two\n  lines\tand\x00a zero \u202e turned", "two lines and a zero turned"),
        ("half a pair \ud83d here", "half a pair here"),
    ],
)
def test_texts_are_shown_as_a_reader_expects_them(raw: str, shown: str) -> None:
    assert plain(raw) == shown


@pytest.mark.parametrize(
    "address",
    [
        "a.b+c@lab.example.org",
        "{kim,lee.j}@cs.example.edu",
        "li@163.com",
        "x [at] example.org",
        "y (at) example (dot) org",
    ],
)
def test_an_email_address_is_never_shown(address: str) -> None:
    shown = paper(comment=f"Write to {address}, or do not", abstract=address, title=f"By {address}")
    for text in (shown.comment, shown.abstract, shown.title):
        assert "example" not in (text or "")
        assert "163" not in (text or "")
        assert "[@]" in (text or "")


@pytest.mark.parametrize(
    "text", ["mAP@0.5:0.95", "Recall@10.The rest", "Agents @ ICML 2025", "DS@GT at TREC", "pass@k"]
)
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert plain(text) == text


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_are_letters_and_digits_in_lower_case(text: str) -> None:
    assert all(word.isalnum() and fold(word) == word for word in words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Hoài Thương Vy", "Nguyen Hoai Thuong Vy"),
        ("Þórgunnur Eldjárnsdóttir", "Thorgunnur Eldjarnsdottir"),
        ("Ifeoma C. Okwuosa", "Ifeoma Okwuosa"),
        ("Jean-Noël d’Aubrac Jr.", "Jean-Noel D'Aubrac"),
        ("SURYAWATI", "Suryawati"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hyeong-Gun Joowon", "Hyeong-Min Joowon"), ("J. Okwuosa", "Ifeoma Okwuosa"), ("Ana Lopes", "Ana Lopes-Brito")],
)
def test_names_that_may_be_two_people_do_not(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_name_in_any_script_has_a_key() -> None:
    assert len({key(name) for name in ("李青蓝", "Ольга Синеозёрова", "أمل الراوي", "***")}) == 4


def test_an_author_string_is_taken_apart_without_its_affiliations() -> None:
    text = "M. Vakacegu (U. of Suva, Physics (Theory), Fiji), Dorji & Anahit Ter-Grigorian and Eskil Tveit, III, et al."
    assert byline(text) == ["M. Vakacegu", "Dorji", "Anahit Ter-Grigorian", "Eskil Tveit III"]


def test_surnames_are_last_names_without_a_suffix() -> None:
    assert surname("Eskil von Tveit, Jr.") == "tveit"
    assert tokens("Dorji") == ["dorji"]


@pytest.mark.parametrize("name", ["The Lighthouse Collaboration", "Reef Consortium", "Kelp Team"])
def test_groups_are_told_from_people(name: str) -> None:
    assert is_group(name)
    assert not is_group("Teamu Collabori")


@pytest.mark.parametrize(
    ("category", "names", "posterior"),
    [("cs.LG", 3, 0.18), ("stat.ML", 3, 0.43), ("cs.DS", 3, 0.94), ("cs.LG", 5, 0.81), ("eess.AS", 5, 0.0)],
)
def test_a_sorted_byline_means_what_the_category_and_its_length_say(
    category: str, names: int, posterior: float
) -> None:
    """The worked figures of the measurement that the table comes from."""
    found = paper(1, *["Ama Abe", "Bo Bee", "Cy Cee", "Di Dee", "Ed Eee"][:names], category=category)
    assert alphabetical(found) == pytest.approx(posterior, abs=0.006)
    assert credit(found) == pytest.approx(posterior / names + 1 - posterior, abs=0.006)


def test_an_unsorted_or_single_byline_has_full_credit() -> None:
    assert credit(paper(1, "Zoilo Zarate", "Ama Abe", category="hep-th")) == 1
    assert credit(paper(1, "Ama Abe", category="hep-th")) == 1


@given(st.lists(st.text(min_size=1), min_size=1, max_size=40), st.sampled_from(["cs.DS", "cs.CV", "econ.TH", "hep-th"]))
def test_credit_is_a_share(names: list[str], category: str) -> None:
    names = [name for name in names if plain(name)] or ["Ama Abe"]
    assert 0 < credit(paper(1, *names, category=category)) <= 1


def test_what_a_collaboration_signs_first_or_in_a_crowd_is_nobodys() -> None:
    crowd = [f"Ama Abe{number}" for number in range(31)]
    assert by_collaboration(paper(1, "The Reef Collaboration"))
    assert by_collaboration(paper(1, *crowd, "Kelp Team"))
    assert not by_collaboration(paper(1, *crowd))
    assert not by_collaboration(paper(1, "Ama Abe", "Kelp Team"))


@pytest.mark.parametrize("module", [module.name for module in iter_modules(sourcing.__path__)])
def test_the_examples_in_docstrings_are_true(module: str) -> None:
    assert doctest.testmod(import_module(f"hiretool.sourcing.{module}")).failed == 0

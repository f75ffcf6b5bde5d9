"""The query language: what it means, what is said to arXiv, and where a broken query breaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.errors import DataError
from hiretool.sourcing import Paper, parse
from tests.test_sourcing_paper import paper

REEF = paper(
    1,
    "Keahilani Nāhoʻopiʻi",
    "Yrsa M. Mattilankoski",
    title="Seasons as Environments: real-time monitoring of reefs",
    abstract="A naïve detector fails under distribution shift; production systems retrain it.",
    category="cs.LG cs.CV stat.ML",
    comment="Accepted at ICML 2026",
    journal_ref="Journal of Invented Results 3 (2026)",
    submitted=date(2026, 2, 11),
)


@pytest.mark.parametrize(
    "query",
    [
        "ti:seasons",
        "ti:SEASONS",
        'ti:"seasons as environments"',
        "ti:real-time",
        'ti:"real time"',
        "abs:naive",
        "abs:NAÏVE",
        'abs:"distribution shift"',
        "abs:system*",
        "au:nahoʻopiʻi",
        'au:"Yrsa Mattilankoski"',
        "au:mattilankoski_y",
        "au:mattilan*",
        "cat:cs.LG",
        "cat:cs.cv",
        "cat:stat.*",
        "cat:cs*",
        "co:ICML",
        'jr:"invented results"',
        "all:reefs",
        "reefs production mattilankoski",
        "ti:(seasons reefs)",
        "ti:absent OR reefs",
        "reefs ANDNOT ti:absent",
        "reefs AND (absent OR retrain) ANDNOT (absent OR missing)",
        "submittedDate:[20260101 TO 20260211]",
        "submittedDate:[202602110000 TO 202602112359]",
        '"and" OR reefs',
    ],
)
def test_it_matches(query: str) -> None:
    assert parse(query).matches(REEF)


@pytest.mark.parametrize(
    "query",
    [
        "ti:season",
        "ti:sons",
        'ti:"environments seasons"',
        'ti:"monitoring seasons"',
        "abs:system",
        "abs:seasons",
        'au:"Keahilani Mattilankoski"',
        "au:mattilankoski_k",
        "cat:cs",
        "cat:cs.L",
        "all:cs",
        "co:reefs",
        "reefs absent",
        "reefs ANDNOT retrain",
        "ti:absent OR missing AND reefs",
        "submittedDate:[20260212 TO 20261231]",
    ],
)
def test_it_does_not_match(query: str) -> None:
    assert not parse(query).matches(REEF)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("distribution shift", "all:distribution AND all:shift"),
        ("a OR b AND c", "all:a OR (all:b AND all:c)"),
        ("(a OR b) c", "(all:a OR all:b) AND all:c"),
        ("ti:(a OR b) ANDNOT co:workshop", "(ti:a OR ti:b) ANDNOT co:workshop"),
        ("a ANDNOT b AND c", "all:a AND all:c ANDNOT all:b"),
        ("au:del_maestro AND ti:k-means", 'au:del_maestro AND ti:"k means"'),
        ("ABS:Naïve* cat:cs.*", "abs:naive* AND cat:cs.*"),
        ("((a AND (b AND c)))", "all:a AND all:b AND all:c"),
    ],
)
def test_arxiv_is_told_every_field_and_operator(query: str, said: str) -> None:
    """To arXiv itself a space means OR, and its order of operators is not documented."""
    assert str(parse(query)) == said


def test_a_window_is_put_around_any_query() -> None:
    windowed = parse("a OR b").within(date(2024, 11, 20), date(2026, 11, 20))
    assert str(windowed) == "(all:a OR all:b) AND submittedDate:[202411200000 TO 202611202359]"
    assert parse("reefs").within(date(2026, 2, 11), date(2026, 2, 11)).matches(REEF)
    assert not parse("reefs").within(date(2026, 2, 12), date(2026, 3, 1)).matches(REEF)


@pytest.mark.parametrize(
    ("query", "position", "problem"),
    [
        ("", 1, "empty"),
        ("   ", 1, "empty"),
        ("ti:", 1, "nothing follows ti:"),
        ("ti:a AND", 9, "ends here"),
        ("AND b", 1, "AND needs"),
        ("a OR OR b", 6, "OR needs"),
        ("a AND NOT b", 7, "ANDNOT"),
        ("cats and dogs", 6, 'write "and"'),
        ('ti:"open', 4, "no partner"),
        ("(a OR b", 1, "'(' without ')'"),
        ("a) b", 2, "')' without '('"),
        ("()", 2, "before ')'"),
        ("title:x", 1, "known: ti: abs: au: cat: co: jr: all:"),
        ("https://arxiv.org", 1, "unknown field"),
        ("ti:+++", 4, "no letter"),
        ("cat:computing!", 5, "cs.LG"),
        ("w*rd", 1, "wildcard"),
        ("wha?", 1, "wildcard"),
        ("ti:real-tim*", 4, "phrase"),
        ("a submittedDate:[2025 TO 2026]", 3, "YYYYMMDD"),
        ("submittedDate:[20251301 TO 20260101]", 1, "YYYYMMDD"),
        ("(" * 40 + "a" + ")" * 40, 31, "inside one another"),
        ("a " * 3000, 4000, "6000 characters"),
    ],
)
def test_a_broken_query_says_in_one_line_where_and_what(query: str, position: int, problem: str) -> None:
    with pytest.raises(DataError) as broken:
        parse(query)
    assert broken.value.where == position
    assert problem in broken.value.problem
    assert str(broken.value).startswith(f"query:{position}: ")
    assert "\n" not in str(broken.value)


@given(st.text(alphabet=st.sampled_from('abé :"()*?_-[]ANDORTti\n1'), max_size=40) | st.text(max_size=30))
def test_any_text_is_a_query_or_a_one_line_error_inside_it(text: str) -> None:
    broken = error_of(text)
    if broken is None:
        query = parse(text)
        assert parse(str(query)).root == query.root
        query.matches(REEF)
    else:
        assert isinstance(broken.where, int)
        assert 1 <= broken.where <= len(text) + 1
        assert len(str(broken).splitlines()) == 1


def error_of(text: str) -> DataError | None:
    try:
        parse(text)
    except DataError as broken:
        return broken
    return None


@dataclass(frozen=True)
class Model:
    """A query as text, and what it means, worked out without the parser."""

    text: str
    means: Callable[[frozenset[str]], bool]


WORDS = ("alpha", "beta", "gamma", "delta")


def _one(word: str) -> Model:
    return Model(f"ti:{word}", lambda present: word in present)


def _joined(parts: tuple[Model, Model, str]) -> Model:
    left, right, operator = parts
    means = {
        "AND": lambda present: left.means(present) and right.means(present),
        "": lambda present: left.means(present) and right.means(present),
        "OR": lambda present: left.means(present) or right.means(present),
        "ANDNOT": lambda present: left.means(present) and not right.means(present),
    }
    return Model(f"({left.text}) {operator} ({right.text})", means[operator])


MODELS = st.recursive(
    st.sampled_from(WORDS).map(_one),
    lambda inner: st.tuples(inner, inner, st.sampled_from(["AND", "OR", "ANDNOT", ""])).map(_joined),
    max_leaves=8,
)


@given(MODELS, st.frozensets(st.sampled_from(WORDS)))
def test_operators_mean_what_logic_says(model: Model, present: frozenset[str]) -> None:
    title = paper(1, title=" ".join(["title", *sorted(present)]))
    query = parse(model.text)
    assert query.matches(title) == model.means(present)
    assert parse(str(query)).matches(title) == model.means(present)


@given(MODELS, st.frozensets(st.sampled_from(WORDS)))
def test_what_matches_has_a_word_of_each_group_that_is_needed(model: Model, present: frozenset[str]) -> None:
    found: Paper = paper(1, title=" ".join(["title", *sorted(present)]))
    if parse(model.text).matches(found):
        assert all(any(word in found.title for word in group) for group in parse(model.text).needs)

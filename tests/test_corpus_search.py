"""A query means in a corpus what it means in a file, whichever engine answers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiretool.sourcing import Paper, parse
from hiretool.sourcing.corpus import Builder, Corpus
from hiretool.sourcing.corpus.shelf import Source
from tests.test_sourcing_paper import paper

ENGINES = ("tantivy", "fts5")
# Beginnings of one another, accents, hyphens, digits, capitals: where two readers of words would part.
WORDS = (
    "shift", "shifts", "distribution", "naïve", "Bayes", "real-time", "real", "time", "3D", "x1", "graph", "graphs",
    "neural", "net", "Straße", "ﬁne", "learning", "co-training", "rare_word", "GPT-4",
)  # fmt: skip
PEOPLE = (
    "Ifeoma C. Okwuosa", "Łukasz Wróbel", "Jean-Pierre d'Aubigné", "J. Okwuosa", "Sólveig", "Yrsa M. Mattilankoski",
    "Lukas Wrobel", "Bo Li",
)  # fmt: skip
CATEGORIES = ("cs.LG", "cs.L", "cs.CV", "stat.ML", "q-bio.NC", "math", "math.ST")
FIRST = date(2019, 12, 20)


def some_papers(count: int, seed: int = 0) -> list[Paper]:
    draw = random.Random(seed)

    def text(most: int) -> str:
        return " ".join(draw.choices(WORDS, k=draw.randint(1, most)))

    return [
        paper(
            number,
            *draw.sample(PEOPLE, draw.randint(1, 3)),
            title=text(4),
            abstract=text(12),
            category=" ".join(draw.sample(CATEGORIES, draw.randint(1, 3))),
            comment=text(3) if draw.random() < 0.4 else None,
            journal_ref=text(3) if draw.random() < 0.2 else None,
            submitted=FIRST + timedelta(draw.randint(0, 800)),
        )
        for number in range(1, count + 1)
    ]


PAPERS = some_papers(300)


def source(name: str = "invented") -> Source:
    return Source(name, "papers", "", 0, 0, 0, 0, True, "2026-01-01T00:00:00+00:00")


def filled(folder: Path, engine: str, papers: list[Paper]) -> Corpus:
    corpus = Corpus.made(folder, engine_name=engine)
    Builder(corpus.shelf, corpus.index).papers(papers, source())
    return corpus


@pytest.fixture(scope="module", params=ENGINES)
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with filled(tmp_path_factory.mktemp("corpus"), request.param, PAPERS) as made:
        yield made


def spelled(word: str, quoted: bool, open_ended: bool) -> str:
    beginning = word[: max(len(word) - 2, 2)]
    return f'"{word}"' if quoted else f"{beginning}*" if open_ended and beginning.isalnum() else word


term = st.builds(spelled, st.sampled_from(WORDS), st.booleans(), st.booleans())
phrase = st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"')
leaf = st.one_of(
    st.builds("{}{}".format, st.sampled_from(("ti:", "abs:", "co:", "jr:", "")), st.one_of(term, phrase)),
    st.sampled_from(CATEGORIES).map("cat:{}".format),
    st.sampled_from(("cat:cs*", "cat:cs.L*", "cat:math*", "cat:q-bio.*")),
    st.sampled_from(
        ("au:okwuosa", "au:okw*", 'au:"lukasz wrobel"', "au:j", 'au:"bo li"', 'au:"okwuosa c"', "au:pierre")
    ),
    st.tuples(st.integers(0, 800), st.integers(0, 800)).map(
        lambda days: f"submittedDate:[{FIRST + timedelta(days[0]):%Y%m%d} TO {FIRST + timedelta(days[1]):%Y%m%d}]"
    ),
)
query = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds("({} AND {})".format, inner, inner),
        st.builds("({} OR {})".format, inner, inner),
        st.builds("({} ANDNOT {})".format, inner, inner),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=query)
def test_a_query_finds_what_it_finds_in_a_file(corpus: Corpus, text: str) -> None:
    asked = parse(text)
    assert {one.id for one in corpus.search(asked, limit=None).papers} == {
        one.id for one in PAPERS if asked.matches(one)
    }


@pytest.mark.parametrize(
    "text", ["abs:shift", "graph OR learning", 'ti:"distribution shift" OR au:okwuosa', "cat:cs.*"]
)
def test_the_best_are_a_part_of_all_in_their_order_and_all_are_counted(corpus: Corpus, text: str) -> None:
    every, best = corpus.search(parse(text), limit=None), corpus.search(parse(text), limit=7)
    assert best.total == every.total == len(every.papers)
    assert len(best.papers) == 7
    assert [best.relevance[one.id] for one in best.papers] == sorted(every.relevance.values(), reverse=True)[:7]


def test_a_word_in_the_title_weighs_more_and_a_category_nothing(tmp_path: Path) -> None:
    made = [
        paper(1, title="shift graph", abstract="real time net"),
        paper(2, title="real graph", abstract="shift time net"),
        paper(3, title="neural net", abstract="learning graph time"),
    ]
    for engine in ENGINES:
        with filled(tmp_path / engine, engine, made) as corpus:
            assert [one.title for one in corpus.search(parse("shift")).papers] == ["shift graph", "real graph"]
            assert set(corpus.search(parse("cat:cs.LG")).relevance.values()) == {0.0}


def test_without_an_index_of_the_commonest_words_they_stand_for_any(tmp_path: Path) -> None:
    made = [
        paper(1, title="State of the art", abstract="x"),
        paper(2, title="State in an art", abstract="x"),
        paper(3, title="State art", abstract="x"),
        paper(4, title="State of the union", abstract="x"),
    ]
    expected = {"tantivy": {1, 2}, "fts5": {1}}
    for engine in ENGINES:
        with filled(tmp_path / engine, engine, made) as corpus:
            found = {int(one.id[-5:]) for one in corpus.search(parse('ti:"state of the art"')).papers}
            assert found == expected[engine]
            begun = {int(one.id[-5:]) for one in corpus.search(parse("ti:state AND ti:uni*")).papers}
            assert begun == {4}


def test_a_paper_is_the_same_after_the_corpus_save_for_its_abstract(corpus: Corpus) -> None:
    by_id = {one.id: one for one in PAPERS}
    for one in corpus.search(parse("cat:cs*"), limit=None).papers:
        whole = by_id[one.id]
        assert (one.title, one.authors, one.categories, one.submitted, one.comment, one.journal_ref) == (
            whole.title, whole.authors, whole.categories, whole.submitted, whole.comment, whole.journal_ref,
        )  # fmt: skip
        assert one.abstract == ""


def test_of_an_abstract_the_addresses_of_code_are_kept(tmp_path: Path) -> None:
    made = paper(
        1, abstract="Code: https://github.com/invented/replay. More words.", comment="See gitlab.com/invented/data"
    )
    with filled(tmp_path, "fts5", [made]) as corpus:
        (found,) = corpus.search(parse("more words")).papers
        assert found.abstract == "https://github.com/invented/replay https://gitlab.com/invented/data"


def test_papers_are_found_by_the_key_of_a_name_at_any_place(corpus: Corpus) -> None:
    signed = {one.id for one in PAPERS if any("Wr" in name for name in one.authors)}
    assert {one.id for one in corpus.signed(["lukasz wrobel", "lukas wrobel"], limit=1000)} == signed
    newest = corpus.signed(["lukasz wrobel", "lukas wrobel"], limit=5)
    assert len(newest) == 5


def test_each_key_of_a_name_is_told_once(corpus: Corpus) -> None:
    from hiretool.sourcing.names import key

    keys = list(corpus.index.name_keys())
    assert sorted(keys) == sorted({key(name) for name in PEOPLE})
    assert corpus.count_of("bo li") == sum("Bo Li" in one.authors for one in PAPERS)


def test_names_in_a_comment_are_not_indexed_with_its_words(corpus: Corpus, tmp_path: Path) -> None:
    made = [paper(1, "Bo Okwuosa", comment="Okwuosa's thesis", title="a", abstract="b")]
    with filled(tmp_path, corpus.index.name, made) as own:
        assert own.search(parse("co:okwuosa")).total == 0
        assert own.search(parse("co:thesis")).total == 1
        assert own.search(parse("au:okwuosa")).total == 1

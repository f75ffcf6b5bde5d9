"""Name keys, credit, recency and claims as expressions: what the Python says, said again on an engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiretool.sourcing import credit, names
from hiretool.sourcing.recent import recency
from hiretool.sourcing.signals._claims import claims as read_claims
from tests.test_sourcing_paper import paper

pytest.importorskip("ibis", reason="the extra `corpus` is not installed")
pytest.importorskip("duckdb", reason="the extra `corpus` is not installed")

from hiretool.sourcing.scale import bylines, claims, exact, homonyms
from hiretool.sourcing.scale.columns import ibis

# Ibis 12 calls DuckDB 2.0 by names that DuckDB has given up.
pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")

TODAY = date(2026, 11, 20)
Rows = list[dict[str, Any]]
Computed = Callable[..., Rows]

# One connection for all examples: they share no state, and opening one takes longer than an example.
examples = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def computed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Computed]:
    """Steps over rows, each written down before the next one, as a run does."""
    import pyarrow as pa
    import pyarrow.parquet

    connection = ibis.duckdb.connect(threads=1)
    folder: Path = tmp_path_factory.mktemp("steps")

    def run(rows: Rows, schema: Any, *steps: Callable[[Any], Any]) -> Rows:
        path = folder / "0.parquet"
        pyarrow.parquet.write_table(pa.Table.from_pylist(rows, schema), path)
        for number, step in enumerate(steps, 1):
            table = step(connection.read_parquet(path))
            path = folder / f"{number}.parquet"
            connection.to_parquet(table, path)
        found: Rows = pyarrow.parquet.read_table(path).to_pylist()
        return found

    yield run
    connection.disconnect()


def mentions(*listed: str) -> Rows:
    return [{"paper": "1", "position": place, "n": len(listed), "name": name} for place, name in enumerate(listed)]


def keyed(computed: Computed, *listed: str) -> Rows:
    import pyarrow as pa

    schema = pa.schema({"paper": "string", "position": "int16", "n": "int16", "name": "string"})
    rows = computed(mentions(*listed), schema, homonyms.folded, homonyms.keyed)
    return sorted(rows, key=lambda row: row["position"])


NAMES = [
    "J.-P. O’Neill-Ortiz Jr.", "Łukasz Þór Đặng", "Søren Østergård", "Ifeoma C. Okwuosa III", "Wei Lan", "Plato",
    "X. Jr", "Ma¨ıza Lund", "MÜLLER, Æthelred", "Ångström ß", "李 小明", "Ιωάννης Δοξιάδης", "Анна Ёлкина",
    "A  B\u00a0C", "...", "", "The Reef Collaboration", "e\u0301tienne Dupre\u0301", "Ana de la Cruz", "ﬁn ĳssel",
    "Faria, Rosa", "van der Aa, J. P.", "Faria, Rosa, Jr.", "Rosa Faria, III",
]  # fmt: skip


def test_a_name_has_the_key_that_python_gives_it(computed: Computed) -> None:
    rows = keyed(computed, *NAMES)
    persons = [row for row in rows if not row["is_group"]]
    assert [row["key"] for row in persons] == [names.key(row["name"]) for row in persons]
    assert [row["name"] for row in rows if row["is_group"]] == ["The Reef Collaboration"]


def test_a_collaboration_keeps_its_whole_name(computed: Computed) -> None:
    (row,) = keyed(computed, "The Reef  Collaboration")
    assert (row["key"], row["is_group"]) == ("the reef collaboration", True)


LETTERS = st.sampled_from("abcxyzABZ  ..--'’éÉøØłŁßæşğıçñãőžÞαΩжЯ1")


@given(listed=st.lists(st.text(LETTERS, max_size=14), min_size=1, max_size=20))
@examples
def test_any_name_in_european_letters_has_its_python_key(computed: Computed, listed: list[str]) -> None:
    for row in keyed(computed, *listed):
        # A name of signs alone has no parts; what stands for it is not the same, and no letter is in it either way.
        assert row["key"] == names.key(row["name"]) or not names.tokens(row["name"])


@given(listed=st.lists(st.text(st.sampled_from("aeb .é"), max_size=6), min_size=2, max_size=9))
@examples
def test_sorted_bylines_are_those_that_python_finds_sorted(computed: Computed, listed: list[str]) -> None:
    import pyarrow as pa

    schema = pa.schema({"paper": "string", "position": "int16", "n": "int16", "name": "string"})
    (row,) = computed(mentions(*listed), schema, homonyms.folded, homonyms.keyed, bylines.bylines)
    surnames = [names.surname(name) for name in listed]
    # A surname of signs alone is the last of them to the engine, and all of them to Python.
    if all(map(names.tokens, listed)):
        assert row["sorted"] == (surnames == sorted(surnames))


@pytest.mark.parametrize("category", ["cs.LG", "hep-th", "eess.AS", "astro-ph.GA"])
@pytest.mark.parametrize("size", [1, 2, 3, 5, 19, 20, 21, 40, 200])
def test_credit_is_what_python_credits(computed: Computed, category: str, size: int) -> None:
    import pyarrow as pa

    byline = [f"A {chr(0x61 + number // 26)}{chr(0x61 + number % 26)}" for number in range(size)]
    schema = pa.schema({"primary": "string", "n": "int16", "sorted": "bool"})
    row = {"primary": category, "n": size, "sorted": size > 1}
    (found,) = computed(
        [row],
        schema,
        lambda t: t.select("n", chance=bylines.chance(bylines.share(t["primary"]), bylines.orders(t.n), t["sorted"])),
        lambda t: t.select(credit=bylines.credit(t.chance, t.n)),
    )
    assert found["credit"] == pytest.approx(credit.credit(paper(1, *byline, category=category)), abs=1e-12)


@given(days=st.lists(st.integers(-400, 20_000), min_size=1, max_size=30))
@examples
def test_recency_is_that_of_python_to_six_digits(computed: Computed, days: list[int]) -> None:
    import pyarrow as pa

    rows = [{"row": row, "day": TODAY - timedelta(days=count)} for row, count in enumerate(days)]
    schema = pa.schema({"row": "int64", "day": pa.date32()})
    found = computed(rows, schema, lambda t: t.select("row", recency=bylines.recency(t.day, TODAY)))
    expected = [recency(row["day"], TODAY) for row in rows]
    assert [row["recency"] for row in sorted(found, key=lambda row: row["row"])] == pytest.approx(expected, abs=1e-7)


@given(counts=st.lists(st.integers(0, 10**9), max_size=20))
@examples
def test_whole_numbers_of_millionths_lose_nothing(computed: Computed, counts: list[int]) -> None:
    import pyarrow as pa

    rows = [{"count": count} for count in counts]
    back = computed(
        rows, pa.schema({"count": "int64"}), lambda t: t.select(n=exact.millionths(exact.from_millionths(t["count"])))
    )
    assert sorted(row["n"] for row in back) == sorted(counts)


COMMENTS = {
    "Accepted at ICML 2025": "ICML 2025",
    "12 pages, 3 figures. To appear in NeurIPS'24": "NeurIPS 2024",
    "CVPR2026, code at https://example.org/ICCV2023": "CVPR 2026",
    "Proc. of the 42nd International Conference on Machine Learning, 2025": "ICML 2025",
    "Accepted to ACL 2025 Findings": "ACL Findings 2025",
    "Published in TMLR": "TMLR",
    "2024 IEEE International Conference on Robotics and Automation (ICRA)": "ICRA 2024",
    "Submitted to ICML 2025": None,
    "ICML 2025 workshop on reefs": None,
    "Workshop on reefs at ICML 2025": None,
    "see www.example.org": None,
    "ICCV 2024": None,
    "7 pages": None,
    "The ICML style file, 2025": None,
}


def claimed(computed: Computed, comments: list[str]) -> dict[str, str]:
    import pyarrow as pa

    rows = [{"paper": comment, "comment": comment} for comment in comments]
    steps = (claims.clauses, claims.sayings, claims.spelled, claims.known, claims.claimed)
    found = computed(rows, pa.schema({"paper": "string", "comment": "string"}), *steps)
    return {row["paper"]: f"{row['venue']} {row['year']}" if row["year"] else row["venue"] for row in found}


def test_a_comment_claims_the_venue_that_python_reads_in_it(computed: Computed) -> None:
    found = claimed(computed, list(COMMENTS))
    assert {comment: found.get(comment) for comment in COMMENTS} == COMMENTS
    for comment, said in COMMENTS.items():
        read = read_claims(comment)
        assert (f"{read[0].venue} {read[0].year}" if read and read[0].year else read[0].venue if read else None) == said


@given(comment=st.text(st.sampled_from("ICML AC2025workshp.,;:'(/-\n12pagesé@"), max_size=60))
@examples
def test_no_comment_breaks_the_reading(computed: Computed, comment: str) -> None:
    assert len(claimed(computed, [comment])) <= 1


def test_an_oral_is_a_distinction_and_a_nomination_is_none(computed: Computed) -> None:
    import pyarrow as pa

    comments = ["ICML 2025 (oral)", "ICML 2025, best paper award", "ICML 2025, best paper candidate", "ICML 2025"]
    rows = [{"paper": comment, "comment": comment} for comment in comments]
    steps = (claims.clauses, claims.sayings, claims.spelled, claims.known, claims.claimed)
    found = computed(rows, pa.schema({"paper": "string", "comment": "string"}), *steps)
    assert {row["paper"]: row["distinction"] for row in found} == dict(
        zip(comments, [True, True, False, False], strict=True)
    )

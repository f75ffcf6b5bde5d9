"""Files of Greenhouse, Ashby, Lever and Google Forms -> the normal form: what holds for all of them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from hiretool import discover, scoring, writers
from hiretool.errors import DataError
from hiretool.scoring import imports
from hiretool.scoring.documents import normal_form
from tests.conftest import Run
from tests.foreign_cards import CARDS, ashby, greenhouse, lever, read, reasons, refused, sample, table

FILES = {
    "greenhouse_v1.json": "greenhouse",
    "greenhouse_v3.json": "greenhouse",
    "ashby.jsonl": "ashby",
    "lever.json": "lever",
    "forms.csv": "forms",
}


@pytest.mark.parametrize(("name", "system"), FILES.items())
def test_a_file_is_known_by_its_shape(name: str, system: str) -> None:
    content = imports.content(Path("anything"), (CARDS / name).read_bytes(), imports.mapping(None, discover.library()))
    assert imports.recognised(content) == system


@pytest.mark.parametrize("name", FILES)
def test_a_sample_is_taken_whole(name: str) -> None:
    found = sample(name)
    assert not found.reading.rejected
    assert len(found.whole()) >= 8
    assert set(found.whole()["rating"].dropna()) <= {1, 2, 2.5, 3, 4}


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize("name", FILES)
def test_the_normal_form_that_is_written_reads_back_as_the_same_frame(name: str, format: str) -> None:
    frame = sample(name).whole()
    again = scoring.read(Path(f"normal.{format}"), writers.write(normal_form(frame), format))
    columns = [*scoring.COLUMNS, "label"]
    pd.testing.assert_frame_equal(again[columns], frame[columns], check_dtype=False)


@pytest.mark.parametrize("name", FILES)
def test_each_card_keeps_what_it_came_as(name: str) -> None:
    """Every value that was rated stands in the kept text as it came: `strong_yes`, "4", {"score": 4}."""
    found = sample(name)
    assert {origin.key for origin in found.origins} >= set(
        found.whole()[["role", "candidate", "interviewer", "interview"]].itertuples(index=False, name=None)
    )
    for origin in found.origins:
        kept = json.loads(origin.raw)
        assert kept
        assert not origin.id or origin.id in origin.raw


@pytest.mark.parametrize("name", FILES)
def test_a_workspace_takes_each_file_once_and_keeps_its_raw_cards(run: Run, tmp_path: Path, name: str) -> None:
    mapping = CARDS / ("forms.yaml" if name == "forms.csv" else "systems.yaml")
    assert run("init", "hiring").code == 0
    command = ("--workspace", "hiring", "scorecard", "import", CARDS / name, "--mapping", mapping)
    first, again = run(*command), run(*command)
    assert first.code == again.code == 0, first.stderr
    cards = len(read(name, meanings=imports.mapping(mapping, discover.library())).origins)
    assert f"Workspace: {cards} cards new, 0 already there" in first.stderr
    assert f"Workspace: 0 cards new, {cards} already there" in again.stderr
    assert first.stdout == ""
    with sqlite3.connect(tmp_path / "hiring" / "hiretool.db") as database:
        raws = [json.loads(raw) for (raw,) in database.execute("SELECT raw FROM scorecard")]
    database.close()
    assert len(raws) == cards
    assert all(raws)


@pytest.mark.parametrize("name", FILES)
def test_the_order_of_the_cards_in_the_file_does_not_matter(name: str) -> None:
    if name.endswith(".csv"):
        head, *lines = list(csv.reader(io.StringIO((CARDS / name).read_text(encoding="utf-8"))))
        target = io.StringIO()
        csv.writer(target).writerows([head, *reversed(lines)])
        turned = target.getvalue().encode()
    else:
        values = [json.loads(line) for line in _texts(CARDS / name)]
        turned = json.dumps(list(map(_turned, reversed(values)))).encode()
    library = discover.library()
    meanings = imports.mapping(CARDS / ("forms.yaml" if name == "forms.csv" else "systems.yaml"), library)
    found = read(turned, meanings=meanings, people=imports.people(CARDS / "people.csv"))
    order = ["candidate", "interviewer", "interview", "competency"]
    columns = [*scoring.COLUMNS, "label"]
    pd.testing.assert_frame_equal(
        found.whole().sort_values(order, ignore_index=True)[columns],
        sample(name).whole().sort_values(order, ignore_index=True)[columns],
    )


def _texts(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    yield from text.splitlines() if path.suffix == ".jsonl" else [text]


def _turned(value: Any) -> Any:
    """Cards in the other order; the fields within one stay."""
    if isinstance(value, list):
        return [_turned(entry) if "data" in entry else entry for entry in reversed(value)]
    return {
        name: list(reversed(entry)) if name in ("results", "data", "scorecards") else entry
        for name, entry in value.items()
    }


@pytest.mark.parametrize(
    ("raw", "saying"),
    [
        (b"{", "is not valid JSON"),
        (b"[1, 2", "is not valid JSON"),
        (b'{"a": NaN}', "NaN is no number"),
        (b'{"a": 1e999}', "is too large for a number"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is not valid JSON"),
        (b"[" * 100_000, "is nested"),
        (b"[" * 80 + b"]" * 80, "is nested more than 60 deep"),
        (b'{"a": "\xff"}', "is not UTF-8"),
    ],
)
def test_what_is_no_export_is_refused_in_words(raw: bytes, saying: str) -> None:
    assert saying in refused(lambda: read(raw, system="lever"))


@pytest.mark.parametrize("system", ["greenhouse", "ashby", "lever"])
@pytest.mark.parametrize("raw", [b"[]", b"[[]]", b'{"data": [], "results": [], "scorecards": []}', b"[1, null, []]"])
def test_an_export_without_cards_is_refused(system: str, raw: bytes) -> None:
    assert "holds no scorecard" in refused(lambda: read(raw, system=system))


@pytest.mark.parametrize(
    ("good", "saying"),
    [
        (greenhouse(), "is no scorecard of Greenhouse: it has no list of attributes"),
        (ashby(3), "is no feedback of Ashby: it has no submittedValues"),
        (lever(), "is no feedback of Lever: it has no list of fields"),
    ],
)
def test_something_else_among_the_cards_is_not_passed_over(good: Any, saying: str) -> None:
    ((number, reason),) = reasons(read([good, {"name": "x"}]))
    assert (number, reason.split("; ")[0]) == (2, saying)


def test_a_table_is_no_json_and_json_no_table() -> None:
    assert "is a table; expected JSON" in refused(lambda: read(table("a,b", "1,2"), system="ashby"))
    with pytest.raises(DataError, match="is JSON; expected a table"):
        read(greenhouse(), system="forms")

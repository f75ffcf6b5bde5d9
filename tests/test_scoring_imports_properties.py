"""Whatever stands in an export: it is read, or refused in words, and no rating comes out of nothing."""

from __future__ import annotations

import csv
import datetime
import io
import json
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hiretool import discover, load, scoring, writers
from hiretool.errors import HiretoolError
from hiretool.scoring import imports
from hiretool.scoring.documents import normal_form
from hiretool.scoring.imports import _moments
from hiretool.scoring.imports._plain import plain
from tests.foreign_cards import ashby, bundle, greenhouse, lever, rated, read, scorecard

LIBRARY = discover.library()
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORDS = ["yes", "strong_yes", "mixed", "no_decision", "?", "", "3", "4 - Strong Hire", "0", "5", "coding", "Serving"]
TAGS = ["<p>", "</p>", "<b", ">", "&lt;", "<!--", "<script>", "a", "\n"]
ODD = ["\0", "a\nb", "\ud800", "\u200e", "=1+1", "İ", "x" * 300, "<p>a</p>", "<script>", "&amp;", "#", ": ", '"', "\\"]

leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(WORDS + ODD),
    st.text(max_size=20),
)
wild = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner))


def mangled(good: Any) -> st.SearchStrategy[Any]:
    """The value with some of what is in it replaced by anything, taken away, or said twice."""
    if isinstance(good, dict):
        parts = {name: _maybe(value) for name, value in good.items()}
        return st.fixed_dictionaries({}, optional=parts) | st.fixed_dictionaries(parts)
    if isinstance(good, list):
        return st.lists(st.one_of(*map(_maybe, good)), max_size=len(good) + 1) if good else st.just([])
    return st.just(good)


def _maybe(value: Any) -> st.SearchStrategy[Any]:
    same = mangled(value)
    return st.one_of(same, same, same, wild)


def field(kind: str, title: str, **more: Any) -> dict[str, Any]:
    return {"field": {"id": title, "type": kind, "path": title, "title": title, **more}}


ASHBY_FORM = {
    "sections": [
        {
            "title": "T",
            "fields": [
                field("Score", "Coding"),
                field("ValueSelect", "Overall", selectableValues=[{"label": "Hire", "value": "a"}]),
                field("RichText", "Notes"),
            ],
        }
    ]
}
GOOD = {
    "greenhouse": [
        greenhouse(
            attributes=rated(("coding", "yes"), ("Serving", "no")), questions=[{"question": "Q", "answer": "<p>a</p>"}]
        ),
        greenhouse(id=2, application_id=2),
    ],
    "ashby": {
        "success": True,
        "results": [
            ashby(3, formDefinition=ASHBY_FORM, submittedValues={"Coding": {"score": 3}, "Overall": "a", "Notes": "x"}),
            ashby("4", id="f-2", applicationId="a-2"),
        ],
        "moreDataAvailable": False,
    },
    "lever": {
        "data": [
            lever(
                {"type": "score-system", "text": "Rating", "value": "3 - Hire"},
                scorecard(["Coding", "Serving"], [{"score": 2, "comment": "c"}, {"score": None}]),
                {"type": "textarea", "text": "Notes", "value": "words"},
            ),
            lever(id="fb-2", opportunity="opp-2"),
        ],
        "hasNext": False,
    },
}


def checked(raw: bytes, system: str) -> None:
    """Read or refused in words; what was read is in the scale, and reads back the same from the normal form."""
    for accept in (False, True):
        try:
            found = read(raw, system=system, accept_guesses=accept)
        except HiretoolError:
            continue
        frame = found.reading.frame
        assert set(frame["rating"].dropna()) <= {1.0, 2.0, 2.5, 3.0, 4.0}
        assert all(entry.reasons and all(entry.reasons) for entry in found.reading.rejected)
        assert all(isinstance(json.loads(origin.raw), dict | list) for origin in found.origins)
        if len(frame):
            again = scoring.read(Path("normal.csv"), writers.write(normal_form(frame), "csv"))
            columns = [*scoring.COLUMNS, "label"]
            pd.testing.assert_frame_equal(again[columns], frame[columns], check_dtype=False)


@pytest.mark.parametrize("system", GOOD)
@FEW
@given(data=st.data())
def test_an_export_that_is_odd_is_read_or_refused_in_words(system: str, data: st.DataObject) -> None:
    value = data.draw(mangled(GOOD[system]))
    checked(json.dumps(value).encode(), system)


TABLES = {
    name: mangled(bundle()[name][:3])
    for name in ("scorecards", "scorecard_candidate_attributes", "job_candidate_attributes", "interview_kits")
}


@FEW
@given(data=st.data())
def test_a_bundle_that_is_odd_is_read_or_refused_in_words(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(TABLES)))
    checked(json.dumps(bundle(**{name: data.draw(TABLES[name])})).encode(), "greenhouse")


@FEW
@given(wild)
def test_any_json_is_read_or_refused_in_words(value: Any) -> None:
    raw = json.dumps(value).encode()
    for system in ("greenhouse", "ashby", "lever", "forms", "mapped"):
        checked(raw, system)


@FEW
@given(
    st.lists(st.sampled_from(["Timestamp", "Candidate", "Interviewer", "Coding", "Notes", "Score", "Skill", "", "x"])),
    st.lists(st.lists(st.sampled_from(WORDS + ODD[3:] + ["9/14/2026", "3/4/2026 9:00", "Ada", "Bo"]), max_size=6)),
)
def test_any_table_is_read_or_refused_in_words(header: list[str], lines: list[list[str]]) -> None:
    target = io.StringIO()
    csv.writer(target).writerows([header, *lines])
    for system in ("forms", "mapped"):
        checked(target.getvalue().encode(), system)


@pytest.mark.parametrize("system", GOOD)
@FEW
@given(data=st.data())
def test_what_nobody_rated_has_no_rating(system: str, data: st.DataObject) -> None:
    """With every value that was rated taken away, whatever else stands there, no rating is left."""
    blank = data.draw(st.sampled_from([None, "", "?", "no_decision"]))
    value = data.draw(mangled(_without_ratings(GOOD[system], blank)).map(lambda found: _without_ratings(found, blank)))
    try:
        found = read(json.dumps(value).encode(), system=system, accept_guesses=True)
    except HiretoolError:
        return
    assert found.reading.frame["rating"].isna().all()


def _without_ratings(value: Any, blank: str | None) -> Any:
    """The value without what may be a rating, wherever it stands: under its name, and what was submitted by path."""
    if isinstance(value, list):
        return [_without_ratings(entry, blank) for entry in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("value"), str | int | float) and value.get("type") != "scorecard":
        value = value | {"value": blank}
    if "submittedValues" in value:
        values = value["submittedValues"]
        value = value | {"submittedValues": dict.fromkeys(values, blank) if isinstance(values, dict) else None}
    return {
        name: blank if name in ("rating", "score") else _without_ratings(entry, blank) for name, entry in value.items()
    }


@given(leaves)
@settings(max_examples=200, deadline=None)
def test_a_rating_is_there_only_where_something_says_one(value: Any) -> None:
    found = read(greenhouse(attributes=rated(("coding", value))))
    (given_,) = [json.loads(json.dumps(value))]
    for rating in found.reading.frame["rating"].dropna():
        said = str(given_).casefold().replace("_", " ").strip()
        words = {"yes": 3, "strong yes": 4, "no": 2, "mixed": 2.5, "strong no": 1, "definitely not": 1}
        words |= {"hire": 3, "strong hire": 4, "no hire": 2, "strong no hire": 1}
        assert not isinstance(given_, bool)
        assert rating == words.get(said, 2.5 if said == "2.5" else float(said[:1] if said[:1].isdigit() else "nan"))


@FEW
@given(data=st.data())
def test_a_draft_of_the_mapping_file_is_good_yaml_whatever_the_names(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.text(max_size=30) | st.sampled_from(ODD), max_size=4, unique=True))
    cards = [
        greenhouse(
            id=number, interview=name, attributes=rated((name, "yes")), questions=[{"question": name, "answer": "a"}]
        )
        for number, name in enumerate(names)
    ]
    _check_draft(json.dumps([greenhouse(id=-1), *cards]).encode(), "greenhouse")


@FEW
@given(st.lists(st.text(max_size=30) | st.sampled_from(ODD), max_size=5), st.text(max_size=8))
def test_a_draft_for_a_table_is_good_yaml_whatever_the_headings(header: list[str], cell: str) -> None:
    target = io.StringIO()
    csv.writer(target).writerows([["Timestamp", *header], ["9/14/2026", *("3" for _ in header)], [cell, cell]])
    _check_draft(target.getvalue().encode("utf-8", "replace"), "forms")


def _check_draft(raw: bytes, system: str) -> None:
    meanings = imports.mapping(None, LIBRARY)
    try:
        content = imports.content(Path("cards"), raw, meanings)
        text = imports.draft(content, system, imports.settings(LIBRARY, meanings, role="ml-engineer"), LIBRARY)
    except HiretoolError:
        return
    assert load.values(text, "map.yaml").problems == []
    found = load.parsed(text.replace(': "?"', ": null"), type(meanings), "map.yaml")
    assert found.role == "ml-engineer"


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["<p>", "</p>", "<b", ">", "&lt;", "<!--", "a", "\n"])).map("".join)
)
@settings(max_examples=200, deadline=None)
def test_any_text_is_cleaned_without_an_error_and_once_is_enough(text: str) -> None:
    cleaned = plain(text)
    assert len(cleaned) <= 3 * len(text) + 10
    assert "<script" not in plain(f"<p>{text}</p><script>x</script>").casefold() or "<script" in cleaned.casefold()


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain words", "plain words"),
        ("a < b and c > d", "a < b and c > d"),
        ("a<b and c>d", "a<b and c>d"),
        ("List<int> and vector<p>", "List<int> and vector"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("AT&T x&copy=1", "AT&T x&copy=1"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br/>two<br>three", "one\ntwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>end", "- a\n- b\nend"),
        ("<script>alert(1)</script><p>a</p><style>p{}</style>", "a"),
        ("<p>open<script>never closed", "open"),
        ('<a href="https://x.example/y">the talk</a>', "the talk (https://x.example/y)"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("<p>a&nbsp;&nbsp;b</p>", "a b"),
        ("<!-- hidden --><p>shown</p>", "shown"),
        ("<div>a</div><div>b</div>", "a\n\nb"),
        ("", ""),
    ],
)
def test_html_is_read_as_a_reader_of_the_page_would(written: str, seen: str) -> None:
    assert plain(written) == seen


@given(st.datetimes(min_value=pd.Timestamp("1995-01-01"), max_value=pd.Timestamp("2090-01-01")))
def test_milliseconds_and_iso_name_the_same_moment(moment: Any) -> None:
    milliseconds = round(moment.replace(microsecond=0, tzinfo=datetime.UTC).timestamp() * 1000)
    found = _moments.iso(milliseconds)
    assert found is not None
    assert not _moments.newer(found, found)
    assert found.removesuffix("Z") == moment.replace(microsecond=0).isoformat()
    assert math.isclose(milliseconds % 1000, 0)

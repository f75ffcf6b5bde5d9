"""The committee's packet: every figure with what it rests on, nothing averaged that is not a rating, nothing hidden."""

from __future__ import annotations

import datetime
import functools
import io
import json
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import discover, packet, roles, scoring, shipped, writers
from hiretool.document import Document
from hiretool.errors import HiretoolError, NotFoundError
from hiretool.model import COLUMNS
from hiretool.packet.matrix import step
from hiretool.packet.words import chance, counted, initials, standing
from tests import read_back
from tests.documents import TODAY, WEIGHTS, committee, panel, ratings, row
from tests.expected_texts import expected

FORMATS = ("html", "pdf", "docx", "markdown", "json")


def of(*rows: dict[str, Any], **changes: Any) -> Document:
    """The packet of these rows; each is built once, for a fit takes its time."""
    return _built(json.dumps(rows), json.dumps(changes))


@functools.cache
def _built(rows: str, changes: str) -> Document:
    return committee(ratings(json.loads(rows)), **json.loads(changes))


def small() -> Document:
    return of(*SMALL)


def text(*rows: dict[str, Any], **changes: Any) -> str:
    """The packet in Markdown, as it is read."""
    return read_back.markdown(writers.write(of(*rows, **changes), "markdown")).text


def data(*rows: dict[str, Any], **changes: Any) -> Any:
    return json.loads(writers.write(of(*rows, **changes), "json"))


THREE = [
    row(name, who, competency, rating, recommendation="yes")
    for name, given in {"Ada": (4, 3, 3, 4), "Bea": (3, 4, 3, 3), "Cyd": (2, 2, 1, 2)}.items()
    for who, rating in zip(("Bo", "Di", "Em", "Fi"), given, strict=True)
    for competency in WEIGHTS
]
"""Three candidates whom four people rated on everything: two close together, one below them."""


def three(*names: str) -> Document:
    return of(*THREE, candidates=list(names))


def cells(*rows: dict[str, Any]) -> list[list[str]]:
    """Rows of the heat map, as text."""
    page = read_back.body(writers.write(of(*rows), "html"))
    table = next(table for table in page.all("table") if "heat" in str(table.attributes.get("class")))
    return [[cell.text().strip() for cell in line.all("th", "td")] for line in next(table.all("tbody")).all("tr")]


SMALL = (
    row("Ada", "Bo Ek", "debugging", 4, recommendation="strong_yes", note="Named two causes.\n\nThen a test for each."),
    row("Ada", "Bo Ek", "coding", "mixed"),
    row("Ada", "Cy Lo", "debugging", 2, interview="why", recommendation="no", note="The *new* one is <b>proof</b>."),
    row("Ada", "Cy Lo", "ml-foundations", None, interview="why", note="No time left."),
    row("Ada", "Di Om", "communication", None, interview="first-talk"),
    row("Eve", "Bo Ek", "debugging", 3, recommendation="yes"),
    row("Eve", "Bo Ek", "coding", 3),
    row("Eve", "Cy Lo", "ml-foundations", 3, interview="why", recommendation="yes"),
    row("Eve", "Di Om", "communication", 3, interview="first-talk", recommendation="no_decision"),
    row("Fay", "Di Om", "communication", None, interview="first-talk"),
)  # fmt: skip


def test_a_packet_reads_as_approved(request: pytest.FixtureRequest) -> None:
    content = writers.write(committee(ratings(SMALL), log_head="9f2c" * 16), "markdown").decode()
    assert content == expected("packet.md", content, request)


# What is missing


def test_what_nobody_rated_is_shown_as_missing_and_never_as_low() -> None:
    assert cells(*SMALL)[1] == ["Ada", "3.0 n 2", "2.5 n 1", "none", "none"]
    assert cells(*SMALL)[2] == ["Fay", "none", "none", "none", "none"]


def test_a_score_comes_with_what_it_rests_on() -> None:
    found = {candidate["candidate"]: candidate for candidate in data(*SMALL)["candidates"]}
    ada, fay = found["Ada"], found["Fay"]
    assert (ada["n_ratings"], ada["n_interviewers"], ada["competencies_rated"]) == (3, 2, 2)
    assert ada["weight_rated"] == pytest.approx(0.6)
    assert ada["raw_weighted"] == pytest.approx((40 * 3 + 20 * 2.5) / 60)
    assert 1 <= ada["low"] < ada["score"] < ada["high"] <= 4
    assert 0 < ada["p_above_bar"] < 1
    assert ada["competencies"]["debugging"] == {"mean": 3.0, "n": 2}
    assert (fay["score"], fay["low"], fay["p_above_bar"], fay["raw_mean"], fay["n_ratings"]) == (*[None] * 4, 0)
    assert "Ada (60% of the weight)" in text(*SMALL)
    assert "Fewer than 5 ratings: Eve, Ada and Fay." in text(*SMALL)


def test_a_candidate_without_a_rating_is_not_left_out() -> None:
    found = text(*SMALL)
    assert "Nothing was rated, so there is no score." in found
    assert "2 of 3 candidates have a score." in found


def test_who_has_not_handed_in_is_named() -> None:
    found = text(*SMALL)
    assert "Ada: Di Om has not handed in first-talk." in found
    assert "Fay: Di Om has not handed in first-talk." in found
    assert "Fay: no card at all for find-out, why." in found
    assert (data(*SMALL)["n_cards"], data(*SMALL)["n_cards_out"]) == (5, 2)


def test_a_card_may_name_its_round_or_its_kind_of_interview() -> None:
    rows = [row("Ada", "Bo", name, 3, interview=kind) for name, kind in (
        ("debugging", "pair-debugging"), ("communication", "first-talk"), ("ml-foundations", "theory"))]  # fmt: skip
    assert "no card at all" not in text(*rows)
    assert "Every scorecard that was given out has been handed in." in text(*rows)


def test_a_card_that_names_no_interview_leaves_none_missing() -> None:
    assert "no card at all" not in text(row("Ada", "Bo", "debugging", 3, interview=""))


# Recommendations


def test_recommendations_are_counted_and_named_and_never_averaged() -> None:
    ada = next(candidate for candidate in data(*SMALL)["candidates"] if candidate["candidate"] == "Ada")
    assert ada["recommendations"] == {"strong_no": 0, "no": 1, "no_decision": 0, "yes": 0, "strong_yes": 1}
    without = [entry | {"recommendation": ""} for entry in SMALL]
    for one, other in zip(data(*SMALL)["candidates"], data(*without)["candidates"], strict=True):
        assert (one["score"], one["raw_mean"]) == (other["score"], other["raw_mean"])


def test_nobody_having_recommended_is_said() -> None:
    assert "Nobody has recommended anything." in text(row("Ada", "Bo", "debugging", 3))


# Where people differ


def test_ratings_two_points_apart_are_shown_with_who_gave_them() -> None:
    assert "Cy Lo 2 (why); Bo Ek 4 (find-out)" in text(*SMALL)


def test_ratings_closer_than_two_points_are_no_gap() -> None:
    rows = [row("Ada", "Bo", "debugging", 2), row("Ada", "Cy", "debugging", 3), row("Ada", "Di", "debugging", "mixed")]
    assert "No two ratings of one competency lie two points or more apart." in text(*rows)


def test_mixed_keeps_its_label() -> None:
    found = text(row("Ada", "Bo", "coding", "mixed"), row("Ada", "Cy", "coding", 4))
    assert "mixed" in found
    assert "| 2.5 |" not in found
    ada = data(row("Ada", "Bo", "coding", "mixed"))["candidates"][0]
    assert ada["cards"][0]["ratings"][0] == {"competency": "coding", "rating": 2.5, "label": "mixed", "note": None}


# What the page says


@pytest.mark.parametrize(
    ("given_ratings", "said"),
    [
        ([("Ada", None)], "Nothing has been rated yet."),
        ([("Ada", 3)], "1 of 4 competencies that the role weighs were rated."),
        ([("Ada", 3), ("Eve", 3)], "Too little was rated to say anything of their order."),
        ([("Ada", 4), ("Eve", 3)], "Every competency was rated for 0 of 2; compare the others with care."),
    ],
)
def test_the_opening_sentence_is_borne_out(given_ratings: list[tuple[str, int | None]], said: str) -> None:
    assert said in text(*(row(name, "Bo", "debugging", rating) for name, rating in given_ratings))


def test_one_candidate_who_was_rated_on_everything_is_said_to_be() -> None:
    found = text(*(row("Ada", "Bo", name, 3) for name in WEIGHTS))
    assert "1 candidate has a score. It is above the bar of 3.0 with a chance of" in found
    assert "Every competency that the role weighs was rated." in found
    assert "One candidate has no order." in found


def test_no_place_is_named_without_how_far_it_may_be_from_there() -> None:
    document = three()
    for candidate in document.data["candidates"]:
        assert candidate["rank_low"] <= candidate["expected_rank"] <= candidate["rank_high"]
        assert sum(candidate["p_places"]) == pytest.approx(1)
    found = read_back.markdown(writers.write(document, "markdown")).text
    assert "Place 1 to 2 of 3 with a chance of 90%; first with" in found
    assert "Who is first is not settled: Ada (" in found


def test_where_too_little_was_rated_nobody_has_a_place() -> None:
    document = of(row("Ada", "Bo", "debugging", 3), row("Eve", "Bo", "debugging", 2))
    assert [candidate["expected_rank"] for candidate in document.data["candidates"]] == [None, None]
    assert [candidate["p_places"] for candidate in document.data["candidates"]] == [None, None]
    assert (
        "No place among the others: too little was rated to tell."
        in read_back.markdown(writers.write(document, "markdown")).text
    )


def test_the_raw_mean_stands_beside_every_score() -> None:
    page = read_back.body(writers.write(three(), "html"))
    table = next(table for table in page.all("table") if "chart" in str(table.attributes.get("class")))
    heads = [head.text().strip() for head in next(table.all("thead")).all("th")]
    assert heads[:6] == ["Candidate", "Score", "90% interval", "Above the bar", "Raw mean", "Ratings by people"]
    for line in next(table.all("tbody")).all("tr"):
        _, score, interval, above, raw, _, picture = [cell.text().strip() for cell in line.all("th", "td")]
        assert re.fullmatch(r"\d\.\d", score)
        assert re.fullmatch(r"\d\.\d to \d\.\d", interval)
        assert re.fullmatch(r"[<>]?\d+%", above)
        assert picture == (
            f"Score {score}, 90% interval {interval}, raw mean {raw}; above the bar of 3.0 with a chance of {above}."
        )


def test_candidates_are_chosen_and_everybody_counts() -> None:
    whole, part = three(), three("Cyd")
    assert [candidate["candidate"] for candidate in part.data["candidates"]] == ["Cyd"]
    assert part.data["candidates"][0]["score"] == whole.data["candidates"][2]["score"]
    assert "1 of 3 rated for the role" in writers.write(part, "markdown").decode()
    with pytest.raises(NotFoundError, match="candidate"):
        of(*THREE, candidates=["Nobody"])


def test_a_declared_conflict_is_left_out_and_the_score_with_it_is_told() -> None:
    document = of(*THREE, conflicts=[["Ada", "Bo"]])
    ada = next(candidate for candidate in document.data["candidates"] if candidate["candidate"] == "Ada")
    assert ada["with_conflicts"] != ada["score"]
    assert f"With them the score would be {ada['with_conflicts']:.1f} instead of {ada['score']:.1f}." in "".join(
        document.data["conflicts"]
    )


def test_who_set_the_weights_is_said_even_if_nobody_did() -> None:
    assert "Nobody is named who set them; they stand in rubrics/roles/engineer.yaml, in your own library." in text(
        *SMALL
    )
    assert "Set by Kim Lee, 5 October; they stand in" in text(*SMALL, weights_by="Kim Lee, 5 October")


def test_a_workbook_has_a_sheet_for_each_kind_of_figure() -> None:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(writers.write(small(), "xlsx")))
    assert book.sheet_names[:3] == ["Scores", "Ratings", "Recommendations"]
    scores = book.get_sheet_by_name("Scores").to_python()
    assert {"candidate", "score", "low", "high", "p_above_bar", "raw_mean", "debugging_mean"} <= set(scores[0])
    rated = book.get_sheet_by_name("Ratings").to_python()
    assert rated[0] == list(COLUMNS)
    assert len(rated) == 1 + len(SMALL)


def test_one_of_a_thing_is_written_as_one() -> None:
    found = text(row("Ada", "Bo", "debugging", 3))
    assert "1 rating by 1 interviewer" in found
    assert not re.search(r"\b1 (ratings|interviewers|candidates|people)\b", found)


def test_the_packet_carries_the_bar_the_day_and_the_head_of_the_log() -> None:
    found = committee(ratings(SMALL), log_head="9f2c" * 16, today=datetime.date(2026, 12, 1))
    assert "made 2026-12-01, log 9f2c9f2c9f2c" in found.foot
    assert "Two competencies at 3, from different people." in writers.write(found, "markdown").decode()


def test_notes_are_text_whatever_they_hold() -> None:
    note = "</blockquote><script>alert(1)</script> *x* `y` [z](javascript:1) | # h\n- i\n\n1. j"
    document = committee(ratings([row("Ada", "Bo", "debugging", 3, note=note)]))
    page = read_back.body(writers.write(document, "html"))
    quote = next(item for item in page.all("li") if "blockquote" in item.text())
    assert read_back.shown(quote.exact_text()) == read_back.shown(f"{note} (Bo, find-out: 3)")
    assert {element.tag for element in quote.all()} == {"br"}
    read = read_back.markdown(writers.write(document, "markdown"))
    assert read_back.shown(note) in read_back.shown(read.text)
    assert not read.links
    assert read_back.shown(note) in read_back.shown(read_back.docx(writers.write(document, "docx")))


def test_a_rating_without_a_note_is_asked_about() -> None:
    assert "A rating without evidence is an opinion; ask for it." in text(row("Ada", "Bo", "debugging", 3))


def test_a_competency_that_the_role_does_not_weigh_is_an_error_unless_it_is_to_be_left_out() -> None:
    rows = [row("Ada", "Bo", "debugging", 3), row("Ada", "Bo", "singing", 1, note="Sang.")]
    with pytest.raises(HiretoolError, match="The role does not weigh singing"):
        text(*rows)
    found = data(*rows, extra="ignore")["candidates"][0]
    assert (found["raw_weighted"], found["raw_mean"], found["interviewers"]) == (3.0, 3.0, {"Bo": 3.0})
    assert "Sang." in text(*rows, extra="ignore")


def test_nothing_to_show_is_an_error() -> None:
    with pytest.raises(HiretoolError, match="There is no scorecard for engineer; import some first"):
        text()


def test_the_scores_lead_to_the_pages() -> None:
    page = read_back.body(writers.write(small(), "html"))
    order = ["Eve", "Ada", "Fay"]
    links = [(link.text(), link.attributes["href"]) for link in page.all("a")]
    assert links == [(name, f"#candidate-{place}") for place, name in enumerate(order, start=1)]
    assert [head.text() for head in page.all("h2") if "id" in head.attributes] == order


# Initials, shades, chances


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=12), unique=True, max_size=12))
def test_no_two_people_have_the_same_initials(names: list[str]) -> None:
    found = initials(names)
    assert list(found) == names
    assert len(set(found.values())) == len(names)
    assert all(found.values())


def test_initials_are_those_that_a_person_would_write() -> None:
    names = ["Ada Lovelace", "Alan Lem", "Anne-Marie van der Berg", "interviewer-07", "Interviewer 1", "宮本 武蔵", "-"]
    assert list(initials(names).values()) == ["AL", "AL2", "AB", "I07", "I1", "宮武", "?"]


@pytest.mark.parametrize(
    ("mean", "shade"), [(1, 1), (1.74, 1), (1.75, 2), (2.5, 3), (2.75, 4), (3, 4), (3.25, 5), (3.75, 6), (4, 6)]
)
def test_a_shade_stands_for_a_step_of_half_a_point(mean: float, shade: int) -> None:
    assert step(mean) == f"step{shade}"


@pytest.mark.parametrize(
    ("p", "shown", "said"),
    [
        (1.0, ">99%", "Very likely above the bar of 2.8"),
        (0.95, "95%", "Very likely above the bar of 2.8"),
        (0.8, "80%", "Probably above the bar of 2.8, but not clearly"),
        (0.5, "50%", "Cannot be told from the bar of 2.8"),
        (0.2, "20%", "Probably below the bar of 2.8, but not clearly"),
        (0.0, "<1%", "Very likely below the bar of 2.8"),
    ],
)
def test_a_chance_is_never_certain_and_its_words_are_borne_out(p: float, shown: str, said: str) -> None:
    assert (chance(p), standing(p, 2.8)) == (shown, said)


def test_every_number_has_its_noun() -> None:
    assert [counted(number, "rating") for number in (0, 1, 2)] == [
        "0 ratings",
        "1 rating",
        "2 ratings",
    ]


def test_every_picture_in_a_word_file_has_a_number_of_its_own_and_a_scale_is_stored_once() -> None:
    import docx
    from docx.oxml.ns import qn

    content = writers.write(three(), "docx")
    numbers = [shape.get("id") for shape in docx.Document(io.BytesIO(content)).element.body.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == len(numbers) > 10
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        images = [file.read(name) for name in file.namelist() if name.startswith("word/media/")]
    assert len(set(images)) == len(images) < len(numbers)


# Sizes


@functools.cache
def sized(candidates: int, interviewers: int) -> Document:
    return committee(panel(candidates, interviewers))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(("candidates", "interviewers"), [(1, 1), (7, 3), (2, 9)])
def test_any_size_is_written(candidates: int, interviewers: int, format: str, tmp_path: Path) -> None:
    content = writers.write(sized(candidates, interviewers), format)
    readers = {
        "pdf": lambda: read_back.pdf(content, tmp_path),
        "docx": lambda: read_back.docx(content),
    }
    found = readers.get(format, content.decode)() if format in readers or format != "pdf" else None
    if found is not None:
        for number in range(1, candidates + 1):
            assert f"Candidate {number:02}" in found


@pytest.mark.slow
@pytest.mark.parametrize("format", FORMATS)
def test_sixty_candidates_and_nine_interviewers_are_written(format: str) -> None:
    assert writers.write(sized(60, 9), format)


@pytest.mark.slow
def test_a_page_of_two_hundred_candidates_takes_seconds() -> None:
    frame = panel(200, 5)
    before = time.process_time()
    content = writers.write(committee(frame), "html")
    # Of the processor, not of the clock: other work on the machine is no fault of ours.
    assert time.process_time() - before < 10
    assert content.count(b'<section class="page">') == 201


def test_the_demo_is_a_packet(shipped_library: discover.Library) -> None:
    frame = scoring.read(shipped.demo() / "scorecards.csv")
    name = frame["role"].iloc[0]
    role = roles.get(name, shipped_library)
    document = packet.build(frame[frame["role"] == name], role, shipped_library, level="senior", today=TODAY)
    assert document.data["n_candidates"] == frame[frame["role"] == name]["candidate"].nunique()
    for format in ("markdown", "html", "json", "table"):
        assert writers.write(document, format)


def test_no_publication_record_is_loaded_for_a_packet() -> None:
    code = (
        "import sys; from hiretool import packet, scoring, writers; from tests.documents import committee, panel\n"
        "writers.write(committee(panel(1, 1)), 'html')\n"
        "print([name for name in sys.modules if name.startswith('hiretool.sourcing')])"
    )
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"

"""Charts show every value in words too, stay inside their frame, and hold no markup from names."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import charts
from hiretool.document import Picture

SVG = "{http://www.w3.org/2000/svg}"
RATING = st.floats(1, 4)


def drawn(picture: Picture) -> ET.Element:
    root = ET.fromstring(picture.svg)
    assert root.tag == f"{SVG}svg"
    return root


def marks(picture: Picture, name: str) -> list[ET.Element]:
    return [element for element in drawn(picture).iter() if element.get("class") == name]


@settings(deadline=None, derandomize=True)
@given(score=RATING, raw=RATING, means=st.lists(st.tuples(st.text(max_size=20), RATING), max_size=9))
def test_a_row_stays_inside_its_frame(score: float, raw: float, means: list[tuple[str, float]]) -> None:
    means = [("".join(letter for letter in name if letter.isprintable()), mean) for name, mean in means]
    picture = charts.range_row(score, raw, means)
    _, _, width, height = map(float, drawn(picture).attrib["viewBox"].split())
    for element in drawn(picture).iter():
        for name, most in (("x1", width), ("x2", width), ("cx", width), ("y1", height), ("y2", height), ("cy", height)):
            assert 0 <= float(element.get(name, 0)) <= most


def test_a_row_says_in_words_what_it_draws() -> None:
    picture = charts.range_row(3.04, 2.96, [("Ada", 4.0), ("Bo", 2.0)])
    said = "Score 3.0, raw mean 3.0. Interviewers' means: Ada 4.0; Bo 2.0."
    assert picture.alt == said
    assert drawn(picture).find(f"{SVG}title").text == said
    assert drawn(picture).get("role") == "img"
    assert [len(marks(picture, name)) for name in ("point", "raw", "ring", "range", "grid")] == [1, 1, 2, 1, 4]


def test_a_row_without_interviewers_draws_no_range() -> None:
    picture = charts.range_row(2.0, 2.0, [])
    assert "means: none." in picture.alt
    assert not marks(picture, "range")


def test_the_places_of_marks_follow_the_scale() -> None:
    lines = [float(line.attrib["x1"]) for line in marks(charts.range_row(1, 4, []), "grid")]
    steps = [later - earlier for earlier, later in itertools.pairwise(lines)]
    assert steps == pytest.approx([steps[0]] * 3, abs=0.2)
    assert float(marks(charts.range_row(1, 4, []), "point")[0].attrib["cx"]) == lines[0]
    assert float(marks(charts.range_row(1, 4, []), "raw")[0].attrib["x1"]) == lines[3]
    axis = [float(line.attrib["x1"]) for line in marks(charts.axis(), "grid")]
    assert axis == lines


def test_the_axis_names_the_whole_scale() -> None:
    assert [text.text for text in drawn(charts.axis()).iter(f"{SVG}text")] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("name", ["</title><script>alert(1)</script>", '" onload="x', "a & b", "<svg/>"])
def test_a_name_stays_a_name(name: str) -> None:
    picture = charts.range_row(2.0, 2.0, [(name, 2.0)])
    assert {element.tag for element in drawn(picture).iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "line", "circle")
    }
    assert name in drawn(picture).find(f"{SVG}title").text


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 59), st.integers(1, 60))
def test_a_stretch_of_minutes_lies_where_it_is_in_the_hour(start: int, length: int) -> None:
    end = min(start + length, 60)
    bar = marks(charts.minute_bar(start, end, 60), "block")[0]
    left, width = float(bar.attrib["x"]), float(bar.attrib["width"])
    assert left >= 0
    assert left + width <= charts.WIDTH
    assert width == pytest.approx((end - start) / 60 * (charts.WIDTH - 2), abs=1)

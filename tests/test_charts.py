"""Charts show every value in words too, stay inside their frame, and hold no markup from names."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import charts
from hiretool.charts.drawing import WIDTH
from hiretool.document import Picture

SVG = "{http://www.w3.org/2000/svg}"
RATING = st.floats(1, 4)
NAME = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=4)
FULL = 420


def drawn(picture: Picture) -> ET.Element:
    root = ET.fromstring(picture.svg)
    assert root.tag == f"{SVG}svg"
    return root


def marks(picture: Picture, name: str) -> list[ET.Element]:
    return [element for element in drawn(picture).iter() if element.get("class") == name]


def circles(picture: Picture) -> list[tuple[float, float, float]]:
    return [tuple(float(ring.attrib[name]) for name in ("cx", "cy", "r")) for ring in marks(picture, "ring")]


def row(score: float = 3.0, low: float = 2.5, high: float = 3.5, raw: float | None = 2.9, bar: float = 3.0) -> Picture:
    return charts.interval(score, low, high, raw=raw, bar=bar, alt="Score 3.0.")


def strip(means: Sequence[tuple[str, float]]) -> Picture:
    return charts.people(means, width=FULL, alt="Means.")


def inside(picture: Picture) -> None:
    """All that is drawn lies in the frame; upright lines run over its head and foot, to meet those of other rows."""
    _, _, width, height = map(float, drawn(picture).attrib["viewBox"].split())
    for element in drawn(picture).iter():
        for name in ("x1", "x2", "x"):
            assert 0 <= float(element.get(name, 0)) <= width
        radius = float(element.get("r", 0))
        assert radius <= float(element.get("cx", radius)) <= width - radius
        assert radius <= float(element.get("cy", radius)) <= height - radius


@settings(deadline=None, derandomize=True)
@given(values=st.tuples(RATING, RATING, RATING), raw=st.none() | RATING, bar=RATING)
def test_a_score_with_its_interval_stays_inside_its_frame(
    values: tuple[float, float, float], raw: float | None, bar: float
) -> None:
    low, score, high = sorted(values)
    inside(row(score, low, high, raw, bar))


@settings(deadline=None, derandomize=True)
@given(means=st.lists(st.tuples(NAME, RATING), max_size=30))
def test_any_number_of_interviewers_stays_inside_its_frame(means: list[tuple[str, float]]) -> None:
    inside(strip(means))


@settings(deadline=None, derandomize=True)
@given(means=st.lists(st.tuples(NAME, RATING), max_size=12))
def test_no_circle_covers_another(means: list[tuple[str, float]]) -> None:
    for (x, y, radius), (other_x, other_y, _) in itertools.combinations(circles(strip(means)), 2):
        assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= 2 * radius - 0.2


@settings(deadline=None, derandomize=True)
@given(chances=st.lists(st.floats(0, 1), min_size=1, max_size=200))
def test_columns_of_chances_stay_inside_their_frame(chances: list[float]) -> None:
    picture = charts.places(chances, top=max([0.01, *chances]), alt="Chances.")
    _, _, width, height = map(float, drawn(picture).attrib["viewBox"].split())
    for x, foot, tall in re.findall(r"M([\d.]+) ([\d.]+)v-([\d.]+)", marks(picture, "block")[0].attrib["d"]):
        assert 0 <= float(x) <= width
        assert 0 <= float(foot) - float(tall) <= height


def test_a_row_has_the_score_its_interval_the_raw_mean_and_the_bar() -> None:
    picture = row()
    assert [len(marks(picture, name)) for name in ("point", "range", "raw", "bar", "grid")] == [1, 1, 1, 1, 4]
    assert drawn(picture).get("role") == "img"
    assert drawn(picture).find(f"{SVG}title").text == picture.alt == "Score 3.0."
    assert not marks(row(raw=None), "raw")


def test_a_row_of_nobodys_score_has_the_bar_and_no_point() -> None:
    picture = charts.blank(2.8)
    assert (len(marks(picture, "bar")), len(marks(picture, "point")), picture.alt) == (1, 0, "No score")


def test_the_places_of_marks_follow_the_scale() -> None:
    picture = row(1, 1, 4, 4, 2.5)
    lines = [float(line.attrib["x1"]) for line in marks(picture, "grid")]
    steps = [later - earlier for earlier, later in itertools.pairwise(lines)]
    assert steps == pytest.approx([steps[0]] * 3, abs=0.2)
    assert float(marks(picture, "point")[0].attrib["cx"]) == lines[0]
    assert float(marks(picture, "raw")[0].attrib["x1"]) == lines[3]
    assert float(marks(picture, "bar")[0].attrib["x1"]) == pytest.approx((lines[1] + lines[2]) / 2, abs=0.1)
    assert [float(line.attrib["x1"]) for line in marks(charts.axis(2.5), "grid")] == lines


@pytest.mark.parametrize("bar", [1.0, 2.8, 4.0])
def test_the_axis_names_the_scale_and_the_bar(bar: float) -> None:
    texts = [text.text for text in drawn(charts.axis(bar)).iter(f"{SVG}text")]
    assert texts == ["1", "2", "3", "4", f"bar {bar:.1f}"]
    assert [text.text for text in drawn(charts.axis()).iter(f"{SVG}text")] == ["1", "2", "3", "4"]


def test_initials_that_a_printed_page_may_lack_leave_their_circle_empty() -> None:
    picture = strip([("宮武", 2.0), ("AL", 3.0)])
    assert len(circles(picture)) == 2
    assert [text.text for text in drawn(picture).iter(f"{SVG}text")] == ["AL"]


def test_many_interviewers_have_small_rings_without_initials() -> None:
    picture = strip([(f"I{number}", 1 + number % 4) for number in range(30)])
    assert len(circles(picture)) == 30
    assert not list(drawn(picture).iter(f"{SVG}text"))


def test_places_have_a_column_each_and_the_likeliest_fills_the_height() -> None:
    path = marks(charts.places([0.2, 0.5, 0.001, 0.299], top=0.5, alt="Chances."), "block")[0].attrib["d"]
    heights = [float(tall) for tall in re.findall(r"v-([\d.]+)", path)]
    assert heights == pytest.approx([8, 20, 12], abs=0.1)


@settings(deadline=None, derandomize=True)
@given(values=st.none() | st.tuples(st.floats(-3, 3), st.floats(-3, 3), st.floats(-3, 3)))
def test_a_difference_stays_inside_its_frame(values: tuple[float, float, float] | None) -> None:
    picture = charts.difference(values, alt="0.2 higher")
    inside(picture)
    assert len(marks(picture, "point")) == (values is not None)


def test_no_difference_stands_in_the_middle_and_lower_to_the_left() -> None:
    middle, lower = (
        float(marks(charts.difference((-1, value, 1), alt="x"), "point")[0].attrib["cx"]) for value in (0, -0.5)
    )
    assert lower < middle == WIDTH / 2
    texts = [text.text for text in drawn(charts.differences_axis()).iter(f"{SVG}text")]
    assert texts == ["1 lower", "alike", "1 higher"]


@pytest.mark.parametrize(("count", "named"), [(1, 1), (6, 6), (12, 12), (60, 13), (200, 12)])
def test_as_many_places_are_named_as_fit(count: int, named: int) -> None:
    texts = [text.text for text in drawn(charts.places_axis(count)).iter(f"{SVG}text")]
    assert (texts[0], len(texts)) == ("1", named)


@pytest.mark.parametrize("name", ["</title><script>alert(1)</script>", '" onload="x', "a & b", "<svg/>"])
def test_a_name_stays_a_name(name: str) -> None:
    picture = charts.people([(name, 2.0)], width=FULL, alt=f"{name} 2.0")
    assert {element.tag for element in drawn(picture).iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "line", "circle", "text")
    }
    assert name in drawn(picture).find(f"{SVG}title").text


@settings(deadline=None, derandomize=True)
@given(st.integers(0, 59), st.integers(1, 60))
def test_a_stretch_of_minutes_lies_where_it_is_in_the_hour(start: int, length: int) -> None:
    end = min(start + length, 60)
    bar = marks(charts.minute_bar(start, end, 60), "block")[0]
    left, width = float(bar.attrib["x"]), float(bar.attrib["width"])
    assert left >= 0
    assert left + width <= WIDTH
    assert width == pytest.approx((end - start) / 60 * (WIDTH - 2), abs=1)

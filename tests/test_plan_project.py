"""A project's chances agree with every combination of outcomes gone through, and follow the state of its tasks."""

from __future__ import annotations

import copy
import datetime
import itertools
import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import charts, load, shipped, writers
from hiretool.errors import DataError, Problems
from hiretool.plan import odds, portfolio, project, project_page
from hiretool.plan.portfolio import Outlook, Portfolio
from hiretool.plan.project import Project

RUNS = 20_000
TODAY = datetime.date(2026, 11, 20)


def task(id: str, success: float | dict[str, float] = 0.5, **facts: Any) -> dict[str, Any]:
    return {"id": id, "title": id.title(), "success": success, "weeks": {"low": 1, "high": 3}} | facts


def plan(tasks: list[dict[str, Any]], approaches: dict[str, list[str]], *, by: str = "2027-05-20") -> Project:
    """A project with one goal."""
    ways = [{"id": name, "title": name.title(), "tasks": names} for name, names in approaches.items()]
    goal = {"id": "goal", "title": "The goal", "by": by, "approaches": ways}
    return Project.model_validate(
        {"schema": 1, "title": "A plan", "as_of": TODAY.isoformat(), "goals": [goal], "tasks": tasks}
    )


def outlook(found: Project, runs: int = RUNS) -> Outlook:
    return made(found, runs).outlooks[0]


def made(found: Project, runs: int = RUNS) -> Portfolio:
    return portfolio.portfolio(found, simulations=runs, seed=3)


def near(found: float, expected: float, runs: int = RUNS) -> bool:
    return abs(found - expected) <= 4 * math.sqrt(max(expected * (1 - expected), 1e-4) / runs)


# Chances at any time.


def test_one_approach_needs_all_of_its_tasks() -> None:
    found = plan([task("a", 0.5), task("b", 0.4, needs=["a"])], {"way": ["b"]})
    assert odds.exact(found, found.goals[0]) == pytest.approx(0.2)


def test_parallel_approaches_reach_the_goal_if_one_of_them_does() -> None:
    found = plan([task("a", 0.5), task("b", 0.4)], {"one": ["a"], "other": ["b"]})
    assert odds.exact(found, found.goals[0]) == pytest.approx(1 - 0.5 * 0.6)
    assert odds.exact(found, found.goals[0], without=["one"]) == pytest.approx(0.4)


def test_a_task_that_approaches_share_is_not_counted_twice() -> None:
    """By hand: the shared task succeeds, and one of the two others: 0.5 * (1 - 0.4 * 0.7)."""
    tasks = [task("shared", 0.5), task("a", 0.6, needs=["shared"]), task("b", 0.3, needs=["shared"])]
    found = plan(tasks, {"one": ["a"], "other": ["b"]})
    assert odds.exact(found, found.goals[0]) == pytest.approx(0.5 * (1 - 0.4 * 0.7))


def test_a_range_of_chances_counts_with_its_middle_and_shows_both_ends() -> None:
    found = plan([task("a", {"low": 0.2, "high": 0.6})], {"way": ["a"]})
    assert odds.exact(found, found.goals[0]) == pytest.approx(0.4)
    seen = outlook(found)
    assert near(seen.low, 0.2)
    assert near(seen.chance, 0.4)
    assert near(seen.high, 0.6)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Up to six tasks, each of which may need earlier ones, and up to three approaches."""
    count = draw(st.integers(1, 6))
    names = [f"t{number}" for number in range(count)]
    tasks = [
        task(
            name,
            draw(st.sampled_from([0.1, 0.3, 0.5, 0.8, 0.95])),
            needs=draw(st.lists(st.sampled_from(names[:number]), unique=True)) if number else [],
        )
        for number, name in enumerate(names)
    ]
    for entry in tasks:
        state = draw(st.sampled_from(["planned", "planned", "planned", "succeeded", "failed", "running", "stalled"]))
        entry["status"] = state
        if state in ("succeeded", "failed"):
            entry["done_on"] = "2026-11-01"
        if state in ("running", "stalled"):
            entry["since"] = "2026-11-06"
    ways = {
        f"w{number}": draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
        for number in range(draw(st.integers(1, 3)))
    }
    # Every task has to serve some approach.
    ways["all"] = names
    return plan(tasks, ways, by="2028-11-20")


def counted(found: Project) -> float:
    """The chance of the goal, by going through all outcomes with nothing but loops."""
    chance_of = {}
    for entry in found.tasks:
        p = (entry.success.low + entry.success.high) / 2
        # Two weeks of 1 to 3 are gone, so half of the range is ahead.
        stalled = p * 0.5 / (p * 0.5 + 1 - p)
        chance_of[entry.id] = {"succeeded": 1.0, "failed": 0.0, "stalled": stalled}.get(entry.status, p)
    by_id = {entry.id: entry for entry in found.tasks}
    whole = 0.0
    for outcome in itertools.product([False, True], repeat=len(by_id)):
        succeeded = dict(zip(by_id, outcome, strict=True))
        weight = math.prod(chance_of[name] if done else 1 - chance_of[name] for name, done in succeeded.items())

        def holds(name: str, succeeded: dict[str, bool] = succeeded) -> bool:
            if by_id[name].status == "succeeded":
                return True
            return succeeded[name] and all(holds(need) for need in by_id[name].needs)

        if any(all(map(holds, approach.tasks)) for approach in found.goals[0].approaches):
            whole += weight
    return whole


@given(projects())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_the_exact_chance_is_that_of_all_outcomes_gone_through(found: Project) -> None:
    assert odds.exact(found, found.goals[0]) == pytest.approx(counted(found), abs=1e-12)


@given(projects())
@settings(max_examples=15, deadline=None, derandomize=True)
def test_the_simulation_agrees_with_the_exact_chance(found: Project) -> None:
    """Two years are enough for all tasks."""
    seen = outlook(found)
    assert near(seen.chance, counted(found))
    assert seen.ever_is_exact
    for worth in seen.worths:
        without = odds.exact(found, found.goals[0], without=[worth.approach.id])
        assert without is not None
        assert near(worth.without, without)
        assert worth.value == pytest.approx(seen.chance - worth.without)


def test_too_many_tasks_to_enumerate_are_simulated_and_said_so() -> None:
    tasks = [task(f"t{number}", 0.9) for number in range(25)]
    found = plan(tasks, {f"w{number}": [f"t{place}" for place in range(number, 25, 5)] for number in range(5)})
    assert odds.exact(found, found.goals[0]) is None
    seen = outlook(found)
    assert not seen.ever_is_exact
    assert near(seen.ever, 1 - (1 - 0.9**5) ** 5)


# Time.


def days(weeks: float) -> str:
    return (TODAY + datetime.timedelta(weeks=weeks)).isoformat()


def test_a_chance_by_a_date_is_the_chance_times_the_share_of_the_range() -> None:
    entry = task("a", 0.8, weeks={"low": 2, "high": 10})
    for weeks, share in ((1, 0), (4, 0.25), (6, 0.5), (10, 1)):
        assert near(outlook(plan([entry], {"way": ["a"]}, by=days(weeks))).chance, 0.8 * share)


def test_durations_add_up_along_what_is_needed() -> None:
    tasks = [task("a", 0.9, weeks=3), task("b", 0.9, weeks=4, needs=["a"])]
    assert outlook(plan(tasks, {"way": ["b"]}, by=days(6))).chance == 0
    assert near(outlook(plan(tasks, {"way": ["b"]}, by=days(7))).chance, 0.81)


def test_what_is_needed_in_parallel_ends_with_the_last() -> None:
    tasks = [task("a", 0.9, weeks=3), task("b", 0.9, weeks=5), task("c", 0.9, weeks=1, needs=["a", "b"])]
    assert outlook(plan(tasks, {"way": ["c"]}, by=days(5))).chance == 0
    assert near(outlook(plan(tasks, {"way": ["c"]}, by=days(6))).chance, 0.9**3)


def test_a_planned_task_waits_for_its_day() -> None:
    entry = task("a", 0.9, weeks=2, not_before=days(4))
    assert outlook(plan([entry], {"way": ["a"]}, by=days(5))).chance == 0
    assert near(outlook(plan([entry], {"way": ["a"]}, by=days(6))).chance, 0.9)


def test_the_chance_over_time_never_falls_and_meets_the_chance_by_the_date() -> None:
    found = plan([task("a", 0.5), task("b", 0.7)], {"one": ["a"], "other": ["b"]}, by=days(2))
    seen = outlook(found)
    assert (seen.curve[1:] >= seen.curve[:-1]).all()
    assert seen.curve[seen.days.index(found.goals[0].day)] == seen.chance
    for worth in seen.worths:
        assert (worth.curve <= seen.curve).all()


def test_the_first_approach_that_is_through_reaches_the_goal() -> None:
    """By hand: fast succeeds with 0.5 in week 2; slow with 0.9 in week 8."""
    tasks = [task("fast", 0.5, weeks=2), task("slow", 0.9, weeks=8)]
    ways = {"fast": ["fast"], "slow": ["slow"]}
    assert near(outlook(plan(tasks, ways, by=days(7))).chance, 0.5)
    assert near(outlook(plan(tasks, ways, by=days(8))).chance, 0.95)


# States.


def state(**facts: Any) -> portfolio.State:
    return made(plan([task("a", **facts)], {"way": ["a"]})).states[0]


def test_what_is_done_is_certain() -> None:
    assert state(status="succeeded", done_on="2026-11-20").chance == 1
    assert state(status="failed", done_on="2026-11-20").chance == 0


@pytest.mark.parametrize(("gone", "chance"), [(1, 0.6), (4, 0.6 * 0.5 / (0.6 * 0.5 + 0.4)), (6, 0), (9, 0)])
def test_a_stalled_task_loses_the_part_of_its_range_that_is_over(gone: float, chance: float) -> None:
    """2 to 6 weeks, each as likely: after 4 half of the range is ahead."""
    found = state(success=0.6, weeks={"low": 2, "high": 6}, status="stalled", since=days(-gone))
    assert found.chance == pytest.approx(chance)
    assert found.written == 0.6


def test_a_running_task_keeps_its_chance_and_has_the_rest_of_its_range_to_go() -> None:
    entry = task("a", 0.6, weeks={"low": 2, "high": 6}, status="running", since=days(-4))
    found = plan([entry], {"way": ["a"]}, by=days(1))
    assert made(found).states[0].chance == 0.6
    # Of the 4 to 6 weeks that are still possible, half end within the next week.
    assert near(outlook(found).chance, 0.3)


def test_a_running_task_does_not_wait_for_its_needs_but_counts_only_with_them() -> None:
    tasks = [
        task("a", 0.5, weeks=4),
        task("b", 0.8, weeks=3, needs=["a"], status="running", since=days(-1)),
    ]
    assert outlook(plan(tasks, {"way": ["b"]}, by=days(3))).chance == 0
    assert near(outlook(plan(tasks, {"way": ["b"]}, by=days(4))).chance, 0.4)


def test_what_follows_a_running_task_waits_for_that_task_s_needs_too() -> None:
    tasks = [
        task("a", 0.9, weeks=4),
        task("b", 0.9, weeks=3, needs=["a"], status="running", since=days(-1)),
        task("c", 0.9, weeks=1, needs=["b"]),
    ]
    assert outlook(plan(tasks, {"way": ["c"]}, by=days(4))).chance == 0
    assert near(outlook(plan(tasks, {"way": ["c"]}, by=days(5))).chance, 0.9**3)


def test_a_success_no_longer_needs_what_it_needed() -> None:
    tasks = [
        task("a", 0.5, status="failed", done_on="2026-11-01"),
        task("b", 0.5, needs=["a"], status="succeeded", done_on="2026-11-10"),
        task("c", 0.7, needs=["b"]),
    ]
    assert near(outlook(plan(tasks, {"way": ["c"]})).chance, 0.7)


def test_news_of_one_task_moves_the_goal_as_it_should() -> None:
    def chance(**facts: Any) -> float:
        tasks = [task("a", 0.5, **facts), task("b", 0.4)]
        return outlook(plan(tasks, {"one": ["a"], "other": ["b"]})).chance

    before = chance()
    assert near(before, 0.7)
    assert near(chance(status="failed", done_on="2026-11-19"), 0.4)
    assert chance(status="succeeded", done_on="2026-11-19") == 1
    assert 0.4 < chance(status="stalled", since=days(-2)) < before


def test_a_goal_that_is_reached_is_said_so() -> None:
    found = plan([task("a", status="succeeded", done_on="2026-11-19"), task("b")], {"one": ["a"], "other": ["b"]})
    seen = outlook(found)
    assert seen.reached
    assert seen.chance == 1
    text = writers.write(project_page.document(made(found)), "markdown").decode()
    assert "**Reached.**" in text
    assert "Nothing more is needed for this goal." in text


# What to try next.


def test_first_comes_what_loses_most_by_waiting() -> None:
    tasks = [
        task("long", 0.8, weeks=8, effort=5),
        task("short", 0.8, weeks=2, effort=1),
        task("after", 0.5, needs=["long"], weeks=1),
        task("running", 0.1, status="running", since=days(-1)),
    ]
    found = plan(tasks, {"one": ["after"], "two": ["short"], "three": ["running"]}, by=days(10))
    first, second = outlook(found).next
    assert (first.task.id, second.task.id) == ("long", "short")
    # By hand, with what is running at 0.1: without `long` 1 - 0.2 * 0.9, with it 1 - 0.2 * 0.6 * 0.9.
    assert first.waiting == pytest.approx(0.2 * 0.9 * 0.4, abs=0.02)
    assert first.left_out == pytest.approx(first.waiting)
    assert second.waiting == 0
    assert second.left_out == pytest.approx(0.8 * 0.6 * 0.9, abs=0.02)


def test_a_failure_frees_the_work_that_would_have_followed() -> None:
    tasks = [
        task("a", effort=2),
        task("b", needs=["a"], effort=5),
        task("shared", effort=7),
        task("c", effort=3),
    ]
    found = plan(tasks, {"one": ["b", "shared"], "other": ["c", "shared"]})
    frees = {entry.task.id: entry.frees for entry in outlook(found).next}
    assert frees == {"a": 5, "c": 0, "shared": 10}


def test_what_only_serves_a_failed_approach_is_not_tried() -> None:
    tasks = [task("dead", status="failed", done_on="2026-11-01"), task("a"), task("b")]
    found = plan(tasks, {"one": ["dead", "a"], "other": ["b"]})
    assert [entry.task.id for entry in outlook(found).next] == ["b"]


def test_nothing_can_start_where_all_is_under_way_or_waits() -> None:
    tasks = [
        task("a", status="running", since="2026-11-19"),
        task("b", needs=["a"]),
        task("c", not_before="2027-01-04"),
    ]
    found = plan(tasks, {"one": ["b"], "other": ["c"]})
    assert outlook(found).next == ()
    text = writers.write(project_page.document(made(found)), "markdown").decode()
    assert "No task can start today" in text


# Files.

FACTS: dict[str, Any] = {
    "schema": 1,
    "title": "A plan",
    "as_of": "2026-11-20",
    "goals": [
        {
            "id": "goal",
            "title": "The goal",
            "by": "2027-05-20",
            "approaches": [{"id": "way", "title": "The way", "tasks": ["b"]}],
        }
    ],
    "tasks": [
        {"id": "a", "title": "A", "success": 0.5, "weeks": 3},
        {"id": "b", "title": "B", "success": 0.5, "weeks": {"low": 1, "likely": 2, "high": 4}, "needs": ["a"]},
    ],
}


def changed(where: str, value: Any) -> dict[str, Any]:
    """The facts with one value changed, as `tasks.0.success`; None takes it out."""
    facts = copy.deepcopy(FACTS)
    *path, last = [int(part) if part.isdigit() else part for part in where.split(".")]
    holder: Any = facts
    for part in path:
        holder = holder[part]
    if value is None:
        del holder[last]
    else:
        holder[last] = value
    return facts


def read(facts: dict[str, Any], tmp_path: Path, **options: Any) -> Project:
    path = tmp_path / "plan.yaml"
    # JSON is YAML.
    path.write_text(json.dumps(facts, indent=1), encoding="utf-8")
    return project.read(path, **options)


@pytest.mark.parametrize(
    ("where", "value", "saying"),
    [
        (
            "tasks.0.success",
            1,
            "tasks[0].success: expected a chance above 0 and below 1, got 1; what is certain is done",
        ),
        ("tasks.0.success", 0, "tasks[0].success: expected a chance above 0 and below 1, got 0"),
        ("tasks.0.success", -0.5, "got -0.5"),
        ("tasks.0.success", True, "tasks[0].success: expected keys and values, got true"),
        ("tasks.0.success", "likely", "tasks[0].success: expected keys and values, got 'likely'"),
        ("tasks.0.success", {"low": 0.6, "high": 0.4}, "tasks[0].success: low: expected at most high (0.4), got 0.6"),
        ("tasks.0.weeks", {"low": 3, "likely": 2, "high": 5}, "tasks[0].weeks: high: expected low <= likely <= high"),
        ("tasks.0.weeks", 0, "tasks[0].weeks: high: expected more than 0 weeks"),
        ("tasks.0.weeks", -1, "tasks[0].weeks.low: expected at least 0"),
        ("tasks.0.needs", ["b"], "the tasks need each other in a circle: a needs b needs a"),
        ("tasks.0.needs", ["a"], "the tasks need each other in a circle: a needs a"),
        ("tasks.1.needs", ["aa"], "tasks.1.needs: no task named 'aa'."),
        ("tasks.1.needs", [], "a is part of no approach and changes nothing"),
        ("tasks.1.id", "a", "tasks: a stands twice"),
        (
            "tasks.0.status",
            "done",
            "tasks[0].status: expected 'planned', 'running', 'stalled', 'succeeded' or 'failed'",
        ),
        ("tasks.0.status", "running", "tasks[0]: since: is missing; a task that is running needs the day"),
        ("tasks.0.status", "succeeded", "tasks[0]: done_on: is missing; a task that has succeeded needs the day"),
        ("tasks.0.since", "2026-11-01", "tasks[0]: since: stands at a planned task"),
        ("tasks.0.since", "1 May", "tasks[0].since: expected a day such as 2026-12-31, got '1 May'"),
        ("tasks.0.since", "2026-02-30", "tasks[0].since: expected a day such as 2026-12-31, got '2026-02-30'"),
        ("goals.0.by", "2026-11-20", "goals.0.by: 2026-11-20 is not after as_of (2026-11-20)"),
        ("goals.0.by", "2020-01-01", "goals.0.by: 2020-01-01 is not after as_of (2026-11-20)"),
        ("goals.0.by", "2040-01-01", "is more than 5 years after"),
        ("goals.0.approaches", [], "goals[0].approaches: expected at least 1 entries, got 0"),
        ("goals.0.approaches.0.tasks", ["c"], "no task named 'c'."),
        ("goals", None, "goals: is missing"),
        ("tasks.0.sucess", 0.5, "tasks[0].sucess: unknown key. Did you mean 'success'?"),
        ("tasks.0.effort", -1, "tasks[0].effort: expected at least 0"),
    ],
)
def test_a_project_that_cannot_be_is_refused_with_its_place(
    tmp_path: Path, where: str, value: Any, saying: str
) -> None:
    with pytest.raises(Problems) as caught:
        read(changed(where, value), tmp_path)
    assert saying in str(caught.value), str(caught.value)
    assert "plan.yaml:" in str(caught.value)


def test_a_longer_circle_is_told_from_end_to_end(tmp_path: Path) -> None:
    facts = copy.deepcopy(FACTS)
    facts["tasks"] += [{"id": "c", "title": "C", "success": 0.5, "weeks": 1, "needs": ["b"]}]
    facts["tasks"][0]["needs"] = ["c"]
    with pytest.raises(Problems, match="a needs c needs b needs a"):
        read(facts, tmp_path)


def test_a_running_task_past_its_range_asks_for_a_new_one(tmp_path: Path) -> None:
    facts = changed("tasks.0.status", "running")
    facts["tasks"][0]["since"] = "2026-10-23"
    with pytest.raises(Problems) as caught:
        read(facts, tmp_path)
    assert "a has been running for 4.0 weeks, longer than high (3); raise high" in str(caught.value)
    facts["tasks"][0]["status"] = "stalled"
    assert read(facts, tmp_path).tasks[0].status == "stalled"


def test_another_day_moves_the_start_and_checks_again(tmp_path: Path) -> None:
    today = datetime.date(2026, 12, 1)
    assert read(FACTS, tmp_path, today=today).day == today
    with pytest.raises(DataError, match=r"as_of: 2026-11-20 is after --today \(2026-11-01\)"):
        read(FACTS, tmp_path, today=datetime.date(2026, 11, 1))
    with pytest.raises(DataError, match=r"goals\[0\].by: 2027-05-20 is not after --today"):
        read(FACTS, tmp_path, today=datetime.date(2027, 6, 1))
    facts = changed("tasks.0.status", "running")
    facts["tasks"][0]["since"] = "2026-11-10"
    with pytest.raises(DataError, match=r"tasks\[0\].weeks: a has been running for 5.9 weeks"):
        read(facts, tmp_path, today=datetime.date(2026, 12, 21))


@pytest.mark.parametrize("content", [b"", b"\n\n", bytes(range(256)), b"PK\x03\x04" + bytes(30), b"- a\n", b"\xff\xfe"])
def test_a_file_that_is_no_project_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(content)
    with pytest.raises((DataError, Problems), match=r"plan\.yaml"):
        project.read(path)


def test_the_shipped_example_is_invented_and_holds_every_status() -> None:
    path = shipped.demo() / "project.yaml"
    assert "nvented" in path.read_text(encoding="utf-8")
    found = project.read(path)
    assert {entry.status for entry in found.tasks} == {"planned", "running", "stalled", "succeeded", "failed"}
    seen = outlook(found)
    assert 0.3 < seen.chance < 0.9
    assert len(seen.next) >= 1


def test_the_example_of_the_documentation_comes_out_as_it_says() -> None:
    text = (Path(__file__).resolve().parents[1] / "docs" / "planning.md").read_text(encoding="utf-8")
    found = load.parsed(text.split("```yaml\n")[1].split("```")[0], Project, "planning.md")
    assert odds.exact(found, found.goals[0]) == pytest.approx(0.56)
    assert odds.exact(found, found.goals[0], without=["model"]) == pytest.approx(0.4)
    assert "56 %" in text
    assert "40 %" in text


# The page.


def test_inputs_stand_in_a_table_of_their_own_without_outcomes() -> None:
    tasks = [
        task(
            "a", status="failed", done_on="2026-11-01", inputs={"done": "Two runs.", "how_well": "Repeated by another."}
        ),
        task("b"),
    ]
    text = writers.write(project_page.document(made(plan(tasks, {"one": ["a"], "other": ["b"]}))), "markdown").decode()
    part = text.split("## What was done, and how well")[1].split("## How")[0]
    assert "| A | Two runs. | Repeated by another. |" in part
    assert not {"failed", "succeeded", "%"} & set(part.replace("|", " ").split())
    assert "No figure on this page is made of this table." in part


def test_a_page_without_inputs_says_how_to_note_them() -> None:
    text = writers.write(project_page.document(made(plan([task("a")], {"way": ["a"]}))), "markdown").decode()
    assert "Nothing is noted yet." in text


def test_two_goals_have_each_a_chart_and_a_table() -> None:
    facts = copy.deepcopy(FACTS)
    facts["goals"].append(
        {
            **facts["goals"][0],
            "id": "second",
            "title": "Another",
            "approaches": [{"id": "w", "title": "W", "tasks": ["a"]}],
        }
    )
    content = writers.write(project_page.document(made(Project.model_validate(facts))), "html").decode()
    assert content.count("<svg") == 2
    assert content.count("What each approach is worth") >= 2


def test_labels_at_the_end_of_lines_do_not_lie_on_each_other() -> None:
    lines = [(f"line {number}", [0.0, 0.5 + number / 1000]) for number in range(6)]
    picture = charts.curves(lines, days=[TODAY, TODAY + datetime.timedelta(300)], mark=(TODAY, "today"), alt="x")
    places = sorted(float(part.split('"')[0]) for part in picture.svg.split('y="')[1:] if "line " in part.split("<")[0])
    assert len(places) == 6
    assert all(later - earlier >= 13.9 for earlier, later in itertools.pairwise(places))

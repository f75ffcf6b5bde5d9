"""Interview kits: questions that fit and go together, the same for everybody, and pages that keep their secrets."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
import itertools
import json
import shutil
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import discover, kit, questions, roles, rubrics, scoring, writers
from hiretool.document import Table, plain
from hiretool.errors import HiretoolError, NotFoundError
from hiretool.kit import listings
from hiretool.kit.asked import secret
from hiretool.model import ANCHOR_LEVELS, RECOMMENDATION_WORDS, Level
from hiretool.roles import Role
from tests import read_back
from tests.conftest import LIBRARY
from tests.documents import built, library, role

THEORY = ("curve-down", "curve-up", "lost-labels", "noisy-labels")
BY_ID = {entry.question.id: entry.question for entry in questions.all(library())}


def asked(made: kit.Kit) -> list[str]:
    return [task.id for entry in made.rounds for task in entry.tasks]


def talks(count: int) -> Role:
    """A researcher who meets so many theory talks and nothing else."""
    why = next(entry for entry in role("researcher").rounds if entry.format == "theory")
    rounds = [why.model_copy(update={"id": f"why-{number}"}) for number in range(count)]
    return role("researcher").model_copy(update={"rounds": rounds})


def of(found: Role, where: discover.Library | None = None, **changes: Any) -> kit.Kit:
    arguments: dict[str, Any] = {"level": "senior", "candidate": "Ada", "seed": 7} | changes
    return kit.build(found, where or library(), **arguments)


# Which questions


@settings(max_examples=25, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 10**6),
    level=st.sampled_from(ANCHOR_LEVELS),
    given_before=st.sets(st.sampled_from([f"theory/{name}" for name in THEORY] + ["math/two-coins"])),
)
def test_any_kit_keeps_the_rules(seed: int, level: Level, given_before: set[str]) -> None:
    for name in ("engineer", "researcher"):
        made = built(name, seed=seed, level=level, past=kit.Past(seen=given_before))
        chosen = [BY_ID[question] for question in asked(made)]
        assert not given_before & set(asked(made))
        assert len({question.family for question in chosen}) == len(chosen)
        for one, other in itertools.permutations(chosen, 2):
            assert other.id not in one.enemies
        for entry in made.rounds:
            assert sum(task.minutes for task in entry.tasks) <= entry.format.question_minutes
            assert all(BY_ID[task.id].format == entry.format.id for task in entry.tasks)
            assert all(level in BY_ID[task.id].levels and name in BY_ID[task.id].roles for task in entry.tasks)
            assert bool(entry.tasks) != bool(entry.gap) or entry.format.questions == "standing"


def test_the_minutes_of_a_round_are_used() -> None:
    why = next(entry for entry in built().rounds if entry.round.id == "why")
    assert sum(task.minutes for task in why.tasks) == why.format.question_minutes == 30


def test_the_same_arguments_give_the_same_kit() -> None:
    assert kit.overview(built()).data == kit.overview(built()).data


def test_another_seed_may_choose_other_questions() -> None:
    assert len({tuple(asked(built(seed=seed))) for seed in range(12)}) > 1


def test_two_candidates_meet_the_same_questions_with_other_numbers() -> None:
    one, other = built(candidate="Ada"), built(candidate="Bo")
    assert asked(one) == asked(other)
    numbers = [
        next(task.params for entry in made.rounds for task in entry.tasks if task.params) for made in (one, other)
    ]
    assert numbers[0] != numbers[1]
    assert numbers[0] == next(
        task.params for entry in built(candidate="Ada").rounds for task in entry.tasks if task.params
    )


@pytest.mark.parametrize("telling", ["theory/noisy-labels", "theory/lost-labels"])
def test_what_scorecards_have_shown_of_a_question_weighs_in_its_choice(telling: str) -> None:
    """The two are enemies, so that a kit has one of them; which one hangs on how well it tells candidates apart."""
    learnt = {name: (0.0, 0.95 if name == telling else 0.0) for name in ("theory/noisy-labels", "theory/lost-labels")}
    for seed in range(6):
        met = {"theory/noisy-labels", "theory/lost-labels"} & set(asked(built(seed=seed, past=kit.Past(learnt=learnt))))
        assert met == {telling}


def test_no_two_of_a_family_meet_in_two_rounds() -> None:
    chosen = asked(of(talks(2)))
    assert sum(question in ("theory/curve-down", "theory/curve-up") for question in chosen) <= 1


@pytest.mark.parametrize("silent", ["lost-labels", "noisy-labels"])
def test_enemies_are_kept_apart_whichever_names_the_other(silent: str, tmp_path: Path) -> None:
    copy = shutil.copytree(LIBRARY, tmp_path / "library", ignore=shutil.ignore_patterns("__pycache__"))
    path = copy / "question_bank" / "theory" / silent / "question.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(next(line for line in text.splitlines() if line.startswith("enemies:")), "enemies: []")
    )
    for seed in range(6):
        chosen = asked(of(talks(3), discover.Library((copy,)), seed=seed))
        assert len({"theory/lost-labels", "theory/noisy-labels"} & set(chosen)) <= 1
        for met, other in (("lost-labels", "noisy-labels"), ("noisy-labels", "lost-labels")):
            past = kit.Past(seen={f"theory/{met}"})
            made = of(talks(3), discover.Library((copy,)), seed=seed, past=past)
            assert f"theory/{other}" not in {*asked(made), made.sample and made.sample.id}


# What an interviewer reads


def test_facts_of_several_values_are_read_out_line_by_line_and_short_ones_at_once() -> None:
    entry = questions.get("theory/noisy-labels", library())
    waits = {"north_depot": 41, "south_depot": {"at_night": 1250.5, "lent": True}, "east_depot": [1, 2]}
    facts = {
        "waits": questions.Fact(value=waits, unit="h", reveal="if asked"),
        "two_shares": questions.Fact(value={"up": 1, "down": False}, reveal="prompt"),
    }
    told = dataclasses.replace(entry, question=entry.question.model_copy(update={"facts": facts}))
    table = next(part for part in secret(told, {}) if isinstance(part, Table))
    assert [[plain(cell.text) for cell in row] for row in table.rows] == [
        ["waits", "in h", "if asked"],
        ["– north depot", "41", ""],
        ["– south depot", "at night: 1,250.5; lent: yes", ""],
        ["– east depot", "1, 2", ""],
        ["two shares", "up: 1; down: no", "prompt"],
    ]


# Which rounds


def test_rounds_can_be_named() -> None:
    assert [entry.round.id for entry in built(only=["why", "first-talk"]).rounds] == ["first-talk", "why"]
    with pytest.raises(NotFoundError, match=r"No round of researcher at level senior named 'whi'. Did you mean 'why'"):
        built(only=["whi"])


@pytest.mark.parametrize("minutes", [30, 45, 60, 75, 100, 105, 149, 150, 500])
def test_the_rounds_stay_inside_the_minutes(minutes: int) -> None:
    made = built(minutes=minutes)
    assert 0 < made.minutes() <= minutes
    order = [entry.id for entry in role("researcher").rounds]
    assert [entry.round.id for entry in made.rounds] == sorted(
        (entry.round.id for entry in made.rounds), key=order.index
    )


def test_the_rounds_that_stay_are_those_that_meet_the_most_weight() -> None:
    # why meets ml-foundations (60) and communication (25) in 45 minutes; any other round meets less.
    assert [entry.round.id for entry in built(minutes=45).rounds] == ["why"]


def test_too_few_minutes_for_any_round_are_refused() -> None:
    with pytest.raises(HiretoolError, match="No round fits into 20 minutes; the shortest takes 30"):
        built(minutes=20)


# What is missing


def test_a_bank_that_is_used_up_is_said_to_be() -> None:
    made = built(past=kit.Past(seen={f"theory/{name}" for name in THEORY}))
    gap = next(entry.gap for entry in made.rounds if entry.round.id == "why")
    assert gap == (
        "the bank has no theory question for researcher at level senior that this candidate has not had"
        " (4 given before); not rated there: ml-foundations, communication."
    )
    assert made.gaps() == [f"Round why: {gap}"]


def test_a_competency_that_nothing_rates_is_named() -> None:
    made = built("engineer", past=kit.Past(seen={"pair-debugging/last-row"}))
    assert made.uncovered() == ["debugging", "coding"]
    assert made.gaps()[-1] == "Not met in any round: debugging, coding."
    assert kit.overview(made).data["uncovered"] == ["debugging", "coding"]


def test_questions_left_that_clash_with_the_others_are_told_from_none_at_all() -> None:
    gaps = [entry.gap for entry in of(talks(3)).rounds if entry.gap]
    assert gaps
    assert all("that goes with the questions of the other rounds" in gap for gap in gaps)


def test_a_competency_counts_as_met_only_where_a_question_is_about_it() -> None:
    why = role("researcher").rounds[2].model_copy(update={"competencies": ["ml-foundations", "coding"]})
    made = of(role("researcher").model_copy(update={"rounds": [why]}))
    assert made.rounds[0].competencies() == ["ml-foundations"]
    assert "coding" in made.uncovered()


def test_a_kit_without_gaps_says_so() -> None:
    assert built().gaps() == []
    assert "Nothing." in writers.write(kit.overview(built()), "markdown").decode()


# The pages


def secrets(made: kit.Kit) -> list[str]:
    """Every sentence of what only interviewers may read, and of the prompts."""
    found = []
    for entry in made.rounds:
        for task in entry.tasks:
            texts = [task.entry.prompt(task.params), task.entry.guide(task.params)]
            texts += [said for hint in task.entry.hints.ladder for said in hint.texts()] if task.entry.hints else []
            found += [line for text in texts for line in read_back.markdown(text.encode()).text.split(". ")]
        found += [question.ask for question in entry.format.standing_questions]
        found += [question.listen_for for question in entry.format.standing_questions]
    return [read_back.shown(text) for text in found if len(text) > 15]


@pytest.mark.parametrize("format", ["markdown", "html", "json"])
@pytest.mark.parametrize("name", ["engineer", "researcher"])
def test_a_candidate_guide_gives_no_question_away(name: str, format: str) -> None:
    made = built(name)
    shown = read_back.shown(writers.write(kit.guide(made, library()), format).decode())
    assert not [text for text in secrets(made) if text in shown]
    assert not [question for question in asked(made) if question in shown]


def test_a_candidate_guide_tells_what_is_watched_rated_and_allowed() -> None:
    text = writers.write(kit.guide(built(), library()), "markdown").decode()
    for told in (
        "**We watch:**",
        "**We rate:**",
        "**Assistants:**",
        "## Round 3",
        "Written in place of spoken answers",
    ):
        assert told in text


def test_a_guide_is_the_same_for_every_candidate() -> None:
    pages = [writers.write(kit.guide(built(candidate=name), library()), "markdown") for name in ("Ada", "Bo")]
    assert pages[0] == pages[1]


def test_a_pack_holds_what_interviewers_need() -> None:
    made = built()
    content = writers.write(kit.pack(made, library()), "markdown")
    shown = read_back.shown(read_back.markdown(content).text)
    assert not [text for text in secrets(made) if text not in shown]
    coins = next(task for entry in made.rounds for task in entry.tasks if task.params)
    assert f"variant {coins.variant}" in content.decode()
    assert f"both: {coins.entry.variants.answer(coins.params)['both']}" in read_back.markdown(content).text  # type: ignore[union-attr]


def test_an_opening_script_is_not_broken_at_the_lines_of_its_file() -> None:
    page = read_back.body(writers.write(kit.pack(built(), library()), "html"))
    assert not [quote for quote in page.all("blockquote") if list(quote.all("br"))]


def test_a_pack_says_what_is_missing() -> None:
    text = writers.write(kit.pack(built(past=kit.Past(seen={"math/two-coins"})), library()), "markdown").decode()
    assert "Missing in this kit" in text
    assert "This round has no question: the bank has no math question" in text


def test_a_rubric_needs_a_round_of_that_kind() -> None:
    with pytest.raises(
        HiretoolError, match=r"engineer has no math round at level senior. Its formats there: background"
    ):
        kit.rubric(role(), library(), interview="math", level="senior")
    by_round = kit.rubric(role(), library(), interview="find-out", level="senior")
    assert by_round.data["interview"] == "pair-debugging"


def test_a_rubric_rates_only_what_the_role_weighs_at_the_level() -> None:
    found = kit.rubric(role(), library(), interview="pair-debugging", level="junior").data["competencies"]
    assert {entry["id"]: entry["weight"] for entry in found} == {"debugging": 60, "coding": 20}


# Scorecards


def blank(**changes: str) -> Any:
    return kit.blank(role(), library(), rounds=role().rounds, level="senior", **changes)


def test_a_blank_scorecard_is_the_normal_form() -> None:
    content = writers.write(blank(candidate="Ada", interviewer="Bo"), "csv").decode()
    rows = list(csv.DictReader(io.StringIO(content)))
    assert tuple(rows[0]) == scoring.COLUMNS
    assert [(row["interview"], row["competency"]) for row in rows] == [
        ("first-talk", "communication"),
        ("find-out", "debugging"),
        ("find-out", "coding"),
        ("why", "ml-foundations"),
    ]
    assert {row["rating"] for row in rows} == {""}


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_a_blank_scorecard_filled_in_is_read_back(format: str, tmp_path: Path) -> None:
    document = blank(candidate="=Ada", interviewer="宮本")
    for row in document.rows or ():
        row["rating"] = "3"  # type: ignore[index]
    path = tmp_path / f"cards.{format}"
    path.write_bytes(writers.write(document, format))
    frame = scoring.read(path)
    assert set(frame["candidate"]) == {"=Ada"}
    assert set(frame["rating"]) == {3.0}


def test_a_scorecard_on_paper_has_the_anchors_and_a_place_for_everything() -> None:
    text = writers.write(blank(candidate="Ada"), "markdown").decode()
    for found in rubrics.competency("debugging", library()).levels["senior"].anchors.one:
        assert found in text
    assert text.count("- [ ] not assessed") == 4
    assert all(f"- [ ] {word}" in text for word in RECOMMENDATION_WORDS.values())


def test_each_round_has_its_own_page_to_hand_to_its_interviewer() -> None:
    page = read_back.body(writers.write(blank(), "html"))
    sections = list(page.all("section"))
    assert len(sections) == len(role().rounds)
    assert all(len(list(section.all("h2"))) == 1 for section in sections)


# The shipped library


CELLS = [
    (name, level) for name in roles.names(discover.library()) for level in roles.get(name, discover.library()).levels
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "level"), CELLS)
def test_every_shipped_kit_is_built_and_written(name: str, level: Level, shipped_library: discover.Library) -> None:
    found = roles.get(name, shipped_library)
    made = of(found, shipped_library, level=level)
    cards = kit.blank(found, shipped_library, rounds=[entry.round for entry in made.rounds], level=level)
    # Levels differ in words and not in layout, so one level of each role is written in every format.
    formats = ("markdown", "html", "docx", "pdf", "json", "table") if level in ("senior", "manager") else ("markdown",)
    for document in (kit.overview(made), kit.pack(made, shipped_library), kit.guide(made, shipped_library), cards):
        for format in formats:
            assert writers.write(document, format)
    # Two questions of a format may end with the same sentence; the sample is none of those that are asked.
    plain = dataclasses.replace(made, sample=None)
    shown = read_back.shown(writers.write(kit.guide(plain, shipped_library), "markdown").decode())
    prompts = [task.entry.prompt(task.params) for entry in made.rounds for task in entry.tasks]
    lines = [line for prompt in prompts for line in read_back.markdown(prompt.encode()).text.split(". ")]
    assert not [line for line in lines if len(line) > 25 and read_back.shown(line) in shown]


def test_lists_and_pages_of_roles_and_questions_tell_what_there_is() -> None:
    entries = list(questions.all(library()))
    listed = listings.questions_listed(entries)
    assert [row["id"] for row in listed.rows or ()] == [entry.question.id for entry in entries]
    assert json.loads(writers.write(listings.roles_listed([role()]), "json"))["roles"][0]["id"] == "engineer"
    secret = writers.write(listings.question_shown(entries[0], 3, secret=True), "markdown").decode()
    plain = writers.write(listings.question_shown(entries[0], 3, secret=False), "markdown").decode()
    assert "For the interviewer" in secret
    assert "For the interviewer" not in plain
    assert json.loads(writers.write(listings.question_shown(entries[0], 3, secret=False), "json"))["guide"] is None


def test_the_sample_is_a_question_that_is_not_asked() -> None:
    role_of_theory = roles.get("ml-researcher", discover.library())
    for seed in range(3):
        made = kit.build(role_of_theory, discover.library(), level="mid", candidate="Ada", seed=seed)
        assert made.sample is not None
        assert made.sample.id not in asked(made)
        families = {task.entry.question.family for entry in made.rounds for task in entry.tasks}
        assert made.sample.entry.question.family not in families
        assert not (made.sample.entry.folder / "candidate").exists()


def test_a_bank_without_a_question_to_spare_shows_no_sample() -> None:
    made = built(past=kit.Past(seen={f"theory/{name}" for name in THEORY} | {"math/two-coins"}))
    assert made.sample is None
    assert "no further question" in writers.write(kit.guide(made, library()), "markdown").decode()


# When


def test_the_conversations_follow_each_other_with_pauses_and_no_day_is_too_long() -> None:
    found = roles.get("ml-researcher", discover.library())
    made = kit.build(found, discover.library(), level="mid", candidate="Ada", seed=1)
    starts = datetime.datetime(2026, 12, 11, 9, 30, tzinfo=kit.zone("Europe/Berlin"))
    loop = kit.arranged(made, starts=starts)
    days: dict[datetime.date, int] = {}
    for meeting in loop.meetings:
        assert meeting.starts is not None
        assert meeting.starts.weekday() < 5
        days[meeting.starts.date()] = days.get(meeting.starts.date(), 0) + meeting.entry.round.minutes
    assert len(days) > 1
    assert max(days.values()) <= 180
    for one, other in itertools.pairwise(loop.meetings):
        assert one.ends is not None
        assert other.starts is not None
        assert other.starts - one.ends >= datetime.timedelta(minutes=15)


def test_the_calendar_of_the_candidate_names_no_interviewer_and_no_question() -> None:
    made = built()
    starts = datetime.datetime(2026, 12, 7, 9, 30, tzinfo=kit.zone("Europe/Berlin"))
    loop = kit.arranged(made, starts=starts, interviewers={"why": "Kim"}, contact="care@example.org")
    inside, outside = (
        icalendar.Calendar.from_ical(kit.calendar(loop, for_candidate=theirs)) for theirs in (False, True)
    )
    assert [event.start for event in outside.events] == [event.start for event in inside.events]
    assert outside.events[0].start == starts
    words = " ".join(str(event[name]) for event in outside.events for name in ("summary", "description"))
    assert "Kim" not in words
    assert "care@example.org" in words
    assert not any(task.entry.question.title in words for entry in made.rounds for task in entry.tasks)
    assert "Kim" in " ".join(str(event["summary"]) for event in inside.events)
    uids = [str(event["uid"]) for event in (*inside.events, *outside.events)]
    assert len(set(uids)) == len(uids)


def test_a_round_that_the_kit_lacks_has_no_interviewer() -> None:
    with pytest.raises(HiretoolError, match="This kit has no round whi; its rounds: "):
        kit.arranged(built(), interviewers={"whi": "Kim"})
    with pytest.raises(HiretoolError, match="No time zone named 'Berlin'"):
        kit.zone("Berlin")

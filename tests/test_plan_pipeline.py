"""The simulated funnel agrees with closed forms, and the answer is the smallest number that will do."""

from __future__ import annotations

import datetime
import math
import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import charts, discover, roles
from hiretool.errors import HiretoolError, Problems
from hiretool.plan import funnel, history, pipeline
from hiretool.plan.history import Record
from hiretool.plan.pipeline import Question
from hiretool.plan.ranges import Range
from hiretool.plan.simulation import Outcome, Simulation, Stage, Variant, lags
from tests.documents import role

RUNS = 20_000
NONE = math.inf
AT_ONCE = Range(0, 0, 0)
TODAY = datetime.date(2026, 11, 20)


def stage(id: str, rate: float, worth: float = 1e9, days: Range = AT_ONCE, minutes: int = 0) -> Stage:
    """A stage; with the worth of so many people its rate is certain."""
    return Stage(id, id.title(), rate * worth, (1 - rate) * worth, days, minutes)


def sure(id: str, days: Range = AT_ONCE, minutes: int = 0) -> Stage:
    return Stage(id, id.title(), 1, 0, days, minutes)


def run(
    stages: Sequence[Stage],
    people: int,
    *,
    weeks: int,
    minutes: float = NONE,
    hires: int = 1,
    runs: int = RUNS,
    **changed: Any,
) -> Outcome:
    simulation = Simulation(stages, weeks=weeks, contact_weeks=weeks, hires=hires, simulations=runs, seed=5)
    return simulation.run(Variant(people, minutes, **changed))


def within_noise(found: float, expected: float, runs: int = RUNS) -> bool:
    """Four standard errors, and a little where there is hardly any."""
    return abs(found - expected) <= 4 * math.sqrt(max(expected * (1 - expected), 1e-4) / runs)


# Closed forms, by hand.


def choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def binomial_tail(n: int, p: float, least: int) -> float:
    """P(X >= least) for X ~ Binomial(n, p)."""
    return sum(math.exp(choose(n, k) + k * math.log(p) + (n - k) * math.log1p(-p)) for k in range(least, n + 1))


def negative_binomial(n: int, p: float, wanted: int) -> float:
    """P(the wanted-th success comes within n trials)."""
    return sum(
        math.exp(choose(m - 1, wanted - 1) + wanted * math.log(p) + (m - wanted) * math.log1p(-p))
        for m in range(wanted, n + 1)
    )


def beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def beta_binomial_tail(n: int, a: float, b: float, least: int) -> float:
    return sum(math.exp(choose(n, k) + beta(k + a, n - k + b) - beta(a, b)) for k in range(least, n + 1))


def test_the_closed_forms_agree_with_each_other() -> None:
    assert negative_binomial(40, 0.1, 3) == pytest.approx(binomial_tail(40, 0.1, 3))
    assert beta_binomial_tail(40, 1e7, 9e7, 3) == pytest.approx(binomial_tail(40, 0.1, 3), rel=1e-4)


@pytest.mark.parametrize(
    ("rates", "people", "weeks", "hires"),
    [
        ((0.1, 0.5), 12, 10, 3),
        ((0.2, 0.5, 0.7, 0.7, 0.8, 0.7), 14, 26, 2),
        ((0.7, 0.9), 5, 4, 12),
        ((0.02, 0.5), 100, 6, 4),
        ((0.95, 0.95), 70, 2, 128),
    ],
)
def test_certain_rates_without_delay_give_the_binomial_tail(
    rates: tuple[float, ...], people: int, weeks: int, hires: int
) -> None:
    stages = [stage(f"s{number}", rate, minutes=30 if number else 0) for number, rate in enumerate(rates)]
    found = run(stages, people, weeks=weeks, hires=hires).hires[-1]
    everybody, rate = people * weeks, math.prod(rates)
    assert within_noise(float((found >= hires).mean()), binomial_tail(everybody, rate, hires))
    assert found.mean() == pytest.approx(everybody * rate, abs=4 * math.sqrt(everybody * rate / RUNS))
    assert found.var() == pytest.approx(everybody * rate * (1 - rate), rel=0.06)


def test_people_contacted_until_the_last_hire_are_negative_binomial() -> None:
    """One person a week, so that the week of the n-th hire is the number of people until then."""
    hires = run([stage("reply", 0.4), stage("talk", 0.5, minutes=30)], 1, weeks=40, hires=3).hires
    for week in range(3, 41):
        assert within_noise(float((hires[week - 1] >= 3).mean()), negative_binomial(week, 0.2, 3)), week


@pytest.mark.parametrize("place", [0, 1])
def test_an_uncertain_rate_gives_the_beta_binomial_tail(place: int) -> None:
    stages = [sure("reply"), sure("talk", minutes=30)]
    stages[place] = stage(stages[place].id, 0.25, worth=8, minutes=stages[place].minutes)
    found = run(stages, 6, weeks=5).hires[-1]
    for least in (1, 4, 8, 15):
        assert within_noise(float((found >= least).mean()), beta_binomial_tail(30, 2, 6, least)), least


def test_an_uncertain_rate_spreads_hires_further_than_luck_alone() -> None:
    wide, narrow = (
        run([stage("reply", 0.2, worth), stage("talk", 0.5, worth, minutes=30)], 10, weeks=20).hires[-1]
        for worth in (10, 1e9)
    )
    assert wide.mean() == pytest.approx(narrow.mean(), rel=0.03)
    assert wide.std() > 2 * narrow.std()


# Delays.


@pytest.mark.parametrize(("days", "share"), [(0, [1]), (7, [0, 1]), (14, [0, 0, 1]), (10, [0, 4 / 7, 3 / 7])])
def test_a_delay_moves_people_on_by_whole_weeks_and_keeps_its_mean(days: float, share: list[float]) -> None:
    assert lags(Range(days, days)).tolist() == pytest.approx(share)


@given(st.floats(0, 40), st.floats(0, 30), st.floats(0, 30))
@settings(max_examples=30, deadline=None, derandomize=True)
def test_the_mean_delay_is_that_of_the_range(low: float, rise: float, fall: float) -> None:
    days = Range(low, low + rise + fall, low + rise)
    found = lags(days)
    assert found.sum() == pytest.approx(1)
    assert (found * np.arange(len(found))).sum() * 7 == pytest.approx(days.mean, abs=0.02)


@pytest.mark.parametrize("delays", [(1, 0, 0), (0, 2, 1), (3, 3, 3), (5, 9, 4), (13, 0, 8)])
def test_delays_add_up_from_stage_to_stage(delays: tuple[int, ...]) -> None:
    stages = [
        sure(f"s{number}", Range(7 * weeks, 7 * weeks), 30 if number else 0) for number, weeks in enumerate(delays)
    ]
    hires = run(stages, 2, weeks=30, runs=10).hires
    late = sum(delays)
    assert hires[:, 0].tolist() == [0] * late + [2 * (week + 1) for week in range(30 - late)]


def test_a_week_sooner_brings_the_hires_a_week_sooner() -> None:
    stages = [sure("reply"), sure("talk", Range(14, 14), 30), sure("accept", Range(3, 3))]
    later, sooner = (run(stages, 1, weeks=10, runs=2000, sooner=changed).hires for changed in ({}, {"talk": 7.0}))
    assert (sooner[:-1] == later[1:]).all()
    faster = run(stages, 1, weeks=10, runs=2000, sooner={"accept": 7.0}).hires
    assert (faster >= later).all()
    assert (faster[-1] == 8).all()


# Interviewers.


def test_interviewers_see_no_more_people_than_they_have_time_for() -> None:
    stages = [sure("reply"), sure("talk", minutes=60)]
    outcome = run(stages, 9, weeks=6, minutes=200, runs=5, hires=100)
    assert outcome.hires[:, 0].tolist() == [3, 6, 9, 12, 15, 18]
    assert outcome.minutes.tolist() == [18 * 60] * 5
    assert outcome.seen == {"talk": 18.0}


def test_whoever_has_come_further_is_seen_first() -> None:
    """Two rounds of an hour share three hours: one person gets through both, and the third hour begins another."""
    stages = [sure("reply"), sure("first", minutes=60), sure("second", Range(7, 7), 60)]
    outcome = run(stages, 9, weeks=7, minutes=180, runs=3, hires=100)
    # Three begin; next week they are finished and nobody begins; and so on.
    assert outcome.hires[:, 0].tolist() == [0, 3, 3, 6, 6, 9, 9]


def test_waiting_people_are_not_lost() -> None:
    stages = [sure("reply"), sure("talk", minutes=60)]
    simulation = Simulation(stages, weeks=10, contact_weeks=2, hires=100, simulations=4, seed=1)
    assert simulation.run(Variant(10, 120)).hires[:, 0].tolist() == [2, 4, 6, 8, 10, 12, 14, 16, 18, 20]


class Person(NamedTuple):
    """On the way to a stage, or waiting there."""

    place: int
    week: int


def by_hand(stages: Sequence[Stage], people: int, weeks: int, minutes: int, dice: random.Random) -> tuple[int, int]:
    """Hires and interviewers' minutes of one run, person by person: the same rules, nothing shared with the program."""
    rates = [dice.betavariate(entry.passed, entry.failed) for entry in stages]

    def arrives(place: int, week: int) -> int:
        days = stages[place].days
        drawn = dice.triangular(days.low, days.high, days.likely) if days.high > days.low else days.low
        return math.floor(week + dice.random() + drawn / 7)

    under_way: list[Person] = []
    hires = spent = 0
    for week in range(weeks):
        under_way += [Person(0, arrives(0, week)) for _ in range(people)]
        left = minutes
        for place, entry in enumerate(stages):
            # Kept for those who wait further on since before this week's talks.
            kept = sum(
                stages[person.place].minutes for person in under_way if person.place > place and person.week <= week
            )
            here = [person for person in under_way if person.place == place and person.week <= week]
            for person in here:
                if entry.minutes and left - kept < entry.minutes:
                    break
                under_way.remove(person)
                left -= entry.minutes
                spent += entry.minutes
                if dice.random() < rates[place]:
                    if place + 1 == len(stages):
                        hires += 1
                    else:
                        under_way.append(Person(place + 1, arrives(place + 1, week)))
    return hires, spent


@pytest.mark.parametrize("minutes", [120, 240, 10_000])
def test_the_simulation_agrees_with_one_that_follows_each_person(minutes: int) -> None:
    stages = [
        stage("reply", 0.4, 12, Range(1, 14, 4)),
        stage("first", 0.6, 12, Range(3, 14, 7), 50),
        stage("second", 0.6, 12, Range(3, 14, 7), 80),
        stage("accept", 0.7, 12, Range(2, 21, 7)),
    ]
    dice, runs = random.Random(3), 1500
    people = [by_hand(stages, 5, 14, minutes, dice) for _ in range(runs)]
    outcome = run(stages, 5, weeks=14, minutes=minutes, hires=10_000)
    for mine, theirs in zip((outcome.hires[-1], outcome.minutes), zip(*people, strict=True), strict=True):
        spread = np.std(theirs) / math.sqrt(runs)
        assert abs(mine.mean() - np.mean(theirs)) < 4 * spread
        assert mine.std() == pytest.approx(np.std(theirs), rel=0.1)


# The same dice for every variant.


def test_the_same_seed_gives_the_same_runs() -> None:
    stages = [stage("reply", 0.3, 10), stage("talk", 0.5, 10, Range(3, 14, 7), 60)]
    assert (run(stages, 5, weeks=9).hires == run(stages, 5, weeks=9).hires).all()


def test_a_variant_leaves_no_trace_in_the_next() -> None:
    stages = [stage("reply", 0.3, 10), stage("talk", 0.5, 10, Range(3, 14, 7), 60), stage("accept", 0.7, 10)]
    simulation = Simulation(stages, weeks=12, contact_weeks=10, hires=2, simulations=3000, seed=2)
    first = simulation.run(Variant(5, 300)).hires
    simulation.run(Variant(90, 3000, {"talk": 7.0}, {"accept": 0.1}))
    simulation.run(Variant(1, 60))
    assert (simulation.run(Variant(5, 300)).hires == first).all()


def test_more_of_anything_never_gives_fewer_hires_in_any_run() -> None:
    stages = [
        stage("reply", 0.3, 10, Range(1, 14, 4)),
        stage("talk", 0.5, 10, Range(3, 14, 7), 60),
        stage("accept", 0.7, 10),
    ]
    base = run(stages, 6, weeks=12, runs=4000).hires
    assert (run(stages, 7, weeks=12, runs=4000).hires >= base).all()
    assert (run(stages, 6, weeks=12, runs=4000, sooner={"talk": 7.0}).hires >= base).all()
    # With a higher rate other people follow, at other delays; the count at the end of all of them cannot fall.
    assert (run(stages, 6, weeks=12, runs=4000, higher={"accept": 0.1}).hires >= base).all()


def test_counts_of_minutes_and_offers_end_with_the_last_hire_wanted() -> None:
    stages = [sure("reply"), sure("talk", minutes=60), sure("accept")]
    outcome = run(stages, 2, weeks=10, hires=4, runs=3)
    assert outcome.minutes.tolist() == [4 * 60] * 3
    assert outcome.offers.tolist() == [4] * 3
    assert outcome.contacted.tolist() == [4] * 3
    assert outcome.hires[-1].tolist() == [20] * 3


# The answer.


def usual() -> list[Stage]:
    found = discover.library()
    defaults = funnel.get(found)
    return [entry.stage for entry in funnel.stages(defaults, roles.get("ml-engineer", found), "senior")]


def asked(**changes: Any) -> Question:
    facts: dict[str, Any] = {
        "hires": 2,
        "by": datetime.date(2027, 6, 30),
        "today": TODAY,
        "minutes": 600.0,
        "one_more": 120.0,
        "simulations": 3000,
    }
    return Question(**(facts | changes))


@pytest.fixture(scope="module")
def answer() -> pipeline.Forecast:
    return pipeline.forecast(usual(), asked())


def test_the_answer_is_the_smallest_number_that_will_do(answer: pipeline.Forecast) -> None:
    assert answer.reached
    question = answer.question
    simulation = Simulation(
        answer.stages,
        weeks=question.weeks,
        contact_weeks=answer.contact_weeks,
        hires=2,
        simulations=question.simulations,
        seed=question.seed,
    )
    chances = [
        float((simulation.run(Variant(people, question.minutes)).hires[-1] >= 2).mean())
        for people in (answer.people - 1, answer.people)
    ]
    assert chances[0] < 0.8 <= chances[1]
    assert chances[1] == answer.chance


@pytest.mark.slow
def test_the_answer_agrees_with_the_beta_binomial() -> None:
    """No delays and no limit: 12 weeks of so many people, one uncertain rate."""
    stages = [stage("reply", 0.1, 10), sure("talk", minutes=30)]
    question = asked(by=TODAY + datetime.timedelta(weeks=12), minutes=NONE, simulations=20_000)
    found = pipeline.forecast(stages, question)
    least = next(people for people in range(1, 100) if beta_binomial_tail(12 * people, 1, 9, 2) >= 0.8)
    assert found.contact_weeks == 12
    # 0.789 with one fewer and 0.815 with these, each more than three standard errors from 0.8.
    assert found.people == least


@pytest.mark.slow
def test_a_higher_chance_takes_more_people() -> None:
    people = [pipeline.forecast(usual(), asked(probability=chance)).people for chance in (0.5, 0.8, 0.9)]
    assert people == sorted(set(people))


def test_hires_come_one_after_the_other(answer: pipeline.Forecast) -> None:
    first, second = answer.nth
    assert first.even_by < second.even_by  # type: ignore[operator]
    assert first.chance > second.chance == answer.chance
    assert second.likely_by <= answer.question.by  # type: ignore[operator]


def test_the_fan_widens_and_never_falls(answer: pipeline.Forecast) -> None:
    assert answer.fan.shape == (answer.question.weeks, len(pipeline.PERCENTILES))
    assert (np.diff(answer.fan, axis=0) >= 0).all()
    assert (np.diff(answer.fan, axis=1) >= 0).all()


def test_every_stage_is_tried_sooner_and_with_a_higher_rate(answer: pipeline.Forecast) -> None:
    tried = [(change.kind, change.stage) for change in answer.changes]
    assert len(set(tried)) == len(tried)
    for kind in ("sooner", "higher"):
        assert {stage for other, stage in tried if other == kind} == {entry.id for entry in answer.stages}
    assert ("interviewer", "") in tried
    differences = [change.difference for change in answer.changes]
    assert differences == sorted(differences, reverse=True)
    assert min(differences) >= 0


def test_nobody_is_contacted_too_late_to_be_hired(answer: pipeline.Forecast) -> None:
    assert 0 < answer.contact_weeks < answer.question.weeks
    assert answer.contact_until < answer.question.by


@pytest.mark.slow
def test_too_little_time_gives_the_best_chance_there_is_and_the_earliest_day() -> None:
    found = pipeline.forecast(usual(), asked(hires=3, by=datetime.date(2027, 2, 20)))
    assert not found.reached
    assert 0 < found.chance < 0.8
    assert found.earliest > datetime.date(2027, 2, 20)  # type: ignore[operator]
    more = pipeline.forecast(usual(), asked(hires=3, by=found.earliest + datetime.timedelta(weeks=6)))  # type: ignore[operator]
    assert more.reached


def test_too_few_hours_for_so_many_hires_is_no_answer_within_three_years() -> None:
    found = pipeline.forecast(usual(), asked(hires=40, minutes=200.0, simulations=1000))
    assert not found.reached
    assert found.chance == 0
    assert found.earliest is None


@pytest.mark.parametrize(
    ("changes", "saying"),
    [
        ({"by": TODAY}, "The date 2026-11-20 is not after today (2026-11-20)"),
        ({"by": datetime.date(2025, 1, 1)}, "is not after today"),
        ({"by": TODAY + datetime.timedelta(days=6)}, "is less than a week after"),
        ({"by": datetime.date(2032, 1, 1)}, "expected one until 2029-11-16"),
        ({"minutes": 90.0}, "1.5 interviewer hours a week are fewer than one person takes at the stage 'decision'"),
    ],
)
def test_a_question_that_has_no_answer_is_refused(changes: dict[str, Any], saying: str) -> None:
    with pytest.raises(HiretoolError) as caught:
        pipeline.forecast(usual(), asked(**changes))
    assert saying in str(caught.value)


# Defaults and own history.


def believed(*records: Record) -> dict[str, funnel.Believed]:
    defaults = funnel.get(discover.library())
    return {entry.stage.id: entry for entry in funnel.stages(defaults, role(), "mid", records)}


def test_the_stages_are_those_of_the_role_s_own_loop() -> None:
    assert list(believed()) == [
        "reply",
        "recruiter-screen",
        "first-talk",
        "find-out",
        "why",
        "decision",
        "acceptance",
    ]
    minutes = {name: entry.stage.minutes for name, entry in believed().items()}
    # The role's minutes and the write-up; for the decision, everyone who interviewed.
    assert minutes["find-out"] == 45 + 20
    assert minutes["decision"] == 3 * 30
    assert minutes["reply"] == 0


def test_history_is_added_to_what_the_default_is_worth() -> None:
    entry = believed(Record("reply", 50, 5))["reply"]
    assert (entry.stage.passed, entry.stage.failed) == (2 + 5, 8 + 45)
    assert believed()["reply"].stage.rate == pytest.approx(0.2)


def test_observed_days_stretch_the_range_by_as_many_people() -> None:
    entry = believed(Record("first-talk", 30, 20, 16.0))["first-talk"]
    # (10 people of 8 days, 30 of 16) are 14 on average.
    assert entry.stage.days.mean == pytest.approx(14)
    assert entry.stage.days.low / entry.stage.days.high == pytest.approx(3 / 14)
    assert believed(Record("first-talk", 0, 0, 16.0))["first-talk"].stage.days.mean == pytest.approx(8)


def test_every_default_has_a_source_or_is_an_assumption_with_a_reason() -> None:
    for _, entry in funnel.get(discover.library()).grounds():
        assert (entry.source is None) == entry.assumption
        assert entry.source or entry.reason


def test_a_round_called_like_a_stage_is_refused() -> None:
    found = role()
    rounds = [found.rounds[0].model_copy(update={"id": "reply"}), *found.rounds[1:]]
    with pytest.raises(HiretoolError, match="the round 'reply' is called like a stage"):
        funnel.stage_ids(funnel.get(discover.library()), found.model_copy(update={"rounds": rounds}), "mid")


STAGES = ("reply", "talk", "accept")


def read(text: str | bytes, tmp_path: Any) -> list[Record]:
    path = tmp_path / "history.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return history.read(path, None, stages=STAGES)


def test_a_history_is_read_with_or_without_days(tmp_path: Any) -> None:
    text = "Stage;Entered;Passed;Days\nreply;120;18;5.5\n\n talk ;18;9;\n"
    assert read(text, tmp_path) == [Record("reply", 120, 18, 5.5), Record("talk", 18, 9, None)]
    assert read("passed,stage,entered\n0,accept,0\n", tmp_path) == [Record("accept", 0, 0)]


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        ("", "history.csv: is empty; expected a header with the columns stage, entered, passed, days"),
        ("stage,entered,passed\n", "has a header and no stage; expected rows for reply, talk, accept"),
        ("stage,entred,passed\nreply,1,1", "no column 'entred'. Did you mean 'entered'?"),
        ("stage,entered\nreply,1", "lacks the column passed"),
        ("stage,entered,passed\nrepli,1,1", "history.csv:2: no stage named 'repli'. Did you mean 'reply'?"),
        ("stage,entered,passed\nreply,5,6", "passed: expected at most entered (5), got 6"),
        ("stage,entered,passed\nreply,-5,0", "entered: expected a whole number from 0, got '-5'"),
        ("stage,entered,passed\nreply,1.5,x", "passed: expected a whole number from 0, got 'x'"),
        ("stage,entered,passed\nreply,5", "has 2 cells, the header 3"),
        ("stage,entered,passed\nreply,5,1\nreply,5,1", "history.csv:3: stage reply stands twice; add the counts up"),
        ("stage,entered,passed,days\nreply,5,1,nan", "days: expected a number from 0 to 365, or blank, got 'nan'"),
        (b"stage,entered\xff", "is not UTF-8"),
        (bytes(range(256)), "history.csv"),
        (b"PK\x03\x04" + bytes(20), "has a NUL byte"),
        ('stage,entered,passed\n"reply,5,1', "is not a readable CSV"),
    ],
)
def test_a_history_that_cannot_be_used_says_why(tmp_path: Any, text: str | bytes, saying: str) -> None:
    with pytest.raises(HiretoolError) as caught:
        read(text, tmp_path)
    assert saying in str(caught.value)


def test_every_bad_row_of_a_history_is_told(tmp_path: Any) -> None:
    with pytest.raises(Problems) as caught:
        read("stage,entered,passed\nrepli,1,1\ntalk,1,2\naccept,x,0", tmp_path)
    assert len(caught.value.problems) == 3


class Card(NamedTuple):
    candidate: str
    interview: str
    submitted_at: str = "2026-06-01"
    recommendation: str = ""
    rated: int = 3


def derived(*cards: Card) -> history.Derived:
    return history.derived(cards, role().loop("mid"), today=TODAY, quiet_days=42)


def test_scorecards_tell_who_went_on_to_a_later_round() -> None:
    found = derived(
        Card("Ada", "first-talk"),
        Card("Ada", "find-out"),
        Card("Bo", "first-talk"),
        Card("Cy", "first-talk"),
        Card("Cy", "find-out"),
        Card("Cy", "why"),
    )
    # Of the last round nothing is known.
    assert found.records == (Record("first-talk", 3, 2), Record("find-out", 2, 1))
    assert (found.counted, found.running, found.undated, found.strange) == (3, 0, 0, 0)


def test_a_process_that_may_still_be_running_is_left_out_whole() -> None:
    found = derived(
        Card("Ada", "first-talk"),
        Card("Ada", "find-out", "2026-11-10T10:00:00+01:00"),
        Card("Bo", "first-talk", "2026-10-09"),
        Card("Cy", "first-talk", ""),
        Card("Di", "first-talk", "2026-10-10"),
    )
    assert found.records == (Record("first-talk", 1, 0),)
    assert (found.counted, found.running, found.undated) == (1, 2, 1)


def test_two_cards_of_a_round_are_one_candidate_and_a_blank_card_is_none() -> None:
    found = derived(
        Card("Ada", "first-talk"),
        Card("Ada", "first-talk"),
        Card("Ada", "find-out", rated=0),
        Card("Bo", "first-talk", rated=0, recommendation="no"),
        Card("Bo", "coffee"),
    )
    assert found.records == (Record("first-talk", 2, 0),)
    assert found.strange == 1


def test_a_card_may_name_the_format_instead_of_the_round() -> None:
    found = derived(Card("Ada", "background"), Card("Ada", "pair-debugging"))
    assert found.records[0] == Record("first-talk", 1, 1)


# Ranges.


@given(st.floats(0, 20), st.floats(0.1, 20), st.floats(0.1, 20), st.floats(0.01, 0.99), st.booleans())
@settings(max_examples=50, deadline=None, derandomize=True)
def test_shares_and_lengths_belong_together(low: float, rise: float, fall: float, share: float, peaked: bool) -> None:
    found = Range(low, low + rise + fall, low + rise if peaked else None)
    length = float(found.at(np.array([share]))[0])
    assert found.low <= length <= found.high
    assert found.share_below(length) == pytest.approx(share, abs=1e-6)
    assert found.at((np.arange(2000) + 0.5) / 2000).mean() == pytest.approx(found.mean, rel=1e-3)


def test_a_range_is_shown_in_words() -> None:
    assert [str(Range(1, 14, 4)), str(Range(2, 6)), str(Range(3, 3))] == ["1 to 14, mostly 4", "2 to 6", "3"]


# The chart.


def test_the_chart_stays_inside_its_frame_and_names_what_is_wanted() -> None:
    days = [TODAY + datetime.timedelta(weeks=week) for week in range(20)]
    rows = [[0, 0, week // 8, week // 5, week // 3] for week in range(20)]
    picture = charts.fan(rows, days=days, wanted=2, wanted_text="2 hires <wanted>", alt="A & B")
    assert "2 hires &lt;wanted&gt;" in picture.svg
    assert "<title>A &amp; B</title>" in picture.svg
    places = [part.split(",") for part in picture.svg.split('points="')[1].split('"')[0].split()]
    assert all(0 <= float(x) <= charts.BROAD and 0 <= float(y) <= 260 for x, y in places)


def test_one_seed_of_the_library_s_funnel_is_laid_over_by_another(tmp_path: Any) -> None:
    folder = tmp_path / "rubrics" / "plan"
    folder.mkdir(parents=True)
    text = (discover.library().rubric_file("plan", "funnel", "funnel")).read_text(encoding="utf-8")
    (folder / "funnel.yaml").write_text(text.replace("value: 0.2\n", "value: 0.4\n"), encoding="utf-8")
    assert funnel.get(discover.library(tmp_path)).before_the_loop[0].pass_rate.value == 0.4


@pytest.mark.parametrize(
    ("old", "new", "saying"),
    [
        ("value: 0.2\n", "value: 0\n", "before_the_loop[0].pass_rate.value: expected a number above 0.0, got 0"),
        ("value: 0.2\n", "value: 1.2\n", "before_the_loop[0].pass_rate.value: expected a number below 1.0, got 1.2"),
        ("high: 14\n", "high: 2\n", "before_the_loop[0].days: likely: expected low <= likely <= high, got 1, 4 and 2"),
        (
            "assumption: true\n",
            "assumption: false\n",
            "before_the_loop[0].pass_rate: expected a source, or assumption: true with a reason",
        ),
        ("id: acceptance\n", "id: reply\n", "reply is the id of two stages"),
        ("worth: 10\n", "worht: 10\n", "Did you mean 'worth'?"),
    ],
)
def test_a_funnel_that_cannot_be_is_refused_with_its_line(tmp_path: Any, old: str, new: str, saying: str) -> None:
    folder = tmp_path / "rubrics" / "plan"
    folder.mkdir(parents=True)
    text = (discover.library().rubric_file("plan", "funnel", "funnel")).read_text(encoding="utf-8")
    assert old in text
    (folder / "funnel.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        funnel.get(discover.library(tmp_path))
    assert saying in str(caught.value)
    assert "funnel.yaml:" in str(caught.value)

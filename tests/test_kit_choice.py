"""The choice of questions: rules that every kit keeps, and what is said where the bank cannot."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool.kit.choice import Choice, Item, Limits, Past, Slot, chosen

THEORY = Slot("why", "theory", 24, ("foundations", "design"))
DEBUGGING = Slot("find-out", "debugging", 45, ("debugging", "design"))
TALK = Slot("talk", "talk", 15, ("foundations",), most=1, standing=True)
SLOTS = [THEORY, DEBUGGING, TALK]
WEIGHTS = frozenset({"foundations", "design", "debugging"})


def item(name: str, minutes: int, *about: str, family: str = "", **more: object) -> Item:
    return Item(name, name.split("/", maxsplit=1)[0], minutes, family or name, frozenset(about), **more)  # type: ignore[arg-type]


def bank(size: int = 12) -> list[Item]:
    """Theory of eight minutes and debugging of 45, each about two of three things."""
    theory = [item(f"theory/t{number}", 8, "foundations", "design") for number in range(size)]
    return theory + [item(f"debugging/d{number}", 45, "debugging", "design") for number in range(size)]


def choice(items: list[Item], past: Past | None = None, limits: Limits | None = None, draw: str = "1") -> Choice:
    return chosen(items, SLOTS, past or Past(), limits or Limits(), weights=WEIGHTS, draw=draw)


def asked(found: Choice) -> list[str]:
    return [name for names in found.asked.values() for name in names]


def test_the_minutes_are_used_and_each_competency_is_met_in_two_rounds() -> None:
    found = choice(bank())
    assert len(found.asked["why"]) == 3
    assert len(found.asked["find-out"]) == 1
    assert found.shortfalls == ()


def test_the_same_draw_gives_the_same_questions_and_another_may_not() -> None:
    assert choice(bank()) == choice(bank())
    assert len({tuple(asked(choice(bank(), draw=str(draw)))) for draw in range(8)}) > 1


def test_what_fits_the_level_and_tells_people_apart_is_preferred() -> None:
    easy = [item(f"debugging/d{number}", 45, "debugging", "design", difficulty=-3.0) for number in range(3)]
    fitting = item("debugging/fits", 45, "debugging", "design", difficulty=0.0)
    telling = item("debugging/tells", 45, "debugging", "design", difficulty=0.0, discrimination=0.9)
    found = [choice([*bank()[:12], *easy, fitting], draw=str(draw)).asked["find-out"] for draw in range(6)]
    assert set(found) == {("debugging/fits",)}
    found = [choice([*bank()[:12], *easy, fitting, telling], draw=str(draw)).asked["find-out"] for draw in range(6)]
    assert Counter(found).most_common(1)[0][0] == ("debugging/tells",)


def test_a_question_of_the_bank_is_welcome_beside_standing_ones_and_not_needed() -> None:
    assert choice(bank()).asked["talk"] == ()
    assert choice([*bank(), item("talk/one", 15, "foundations")]).asked["talk"] == ("talk/one",)


def test_a_short_question_beside_standing_ones_comes_about_as_often_as_a_long_one() -> None:
    talks = [item(f"talk/{minutes}", minutes, "foundations") for minutes in range(8, 16)]
    found = Counter(choice([*bank(), *talks], draw=str(draw)).asked["talk"][0] for draw in range(48))
    short = sum(found[f"talk/{minutes}"] for minutes in range(8, 12))
    # 24 of 48, with a standard error of 3.5.
    assert 12 <= short <= 36
    assert len(found) >= 6


@pytest.mark.parametrize(
    ("past", "kind"),
    [
        (Past(families=frozenset(f"theory/t{number}" for number in range(12))), "sibling"),
        (Past(uses={f"debugging/d{number}": 50 for number in range(12)}, kits=100), "rested"),
        (Past(recent=[frozenset(entry.id for entry in bank(1)) | {"x/1"}]), "overlap"),
    ],
)
def test_a_limit_is_given_up_only_where_nothing_else_is_left_and_said_to_be(past: Past, kind: str) -> None:
    items = bank(3) if kind == "overlap" else bank()
    if kind == "overlap":
        items = [entry for entry in items if entry.id in {"theory/t0", "theory/t1", "theory/t2", "debugging/d0"}]
        past = Past(recent=[frozenset({"theory/t0", "theory/t1", "theory/t2", "debugging/d0"})])
    found = choice(items, past)
    # Rather a few minutes less than another sibling.
    assert kind in {shortfall.kind for shortfall in found.shortfalls} <= {kind, "filled"}
    assert len(found.asked["find-out"]) == 1


def test_an_empty_round_and_a_competency_that_is_met_nowhere_are_told() -> None:
    found = choice([entry for entry in bank() if entry.format == "theory"])
    kinds = {(shortfall.kind, shortfall.about) for shortfall in found.shortfalls}
    assert ("empty", "find-out") in kinds
    assert ("never", "debugging") in kinds
    assert len(found.asked["why"]) == 3


def test_the_questions_of_an_opening_are_kept_for_its_next_candidate() -> None:
    first = choice(bank(), draw="a")
    again = choice(bank(), Past(opening=frozenset(asked(first))), draw="b")
    assert sorted(asked(again)) == sorted(asked(first))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**6), size=st.integers(0, 14), seen=st.integers(0, 10))
def test_no_kit_breaks_a_rule_that_is_never_given_up(seed: int, size: int, seen: int) -> None:
    dice = random.Random(seed)
    names = ["foundations", "design", "debugging"]
    items = [
        item(
            f"{format}/q{number}",
            minutes,
            *dice.sample(names, dice.randint(1, 3)),
            family=f"f{dice.randrange(9)}",
            enemies=frozenset({f"theory/q{dice.randrange(max(size, 1))}"}) if dice.random() < 0.2 else frozenset(),
            difficulty=dice.gauss(0, 1),
        )
        for number in range(size)
        for format, minutes in (("theory", 8), ("debugging", 45), ("talk", 15))
    ]
    past = Past(seen=frozenset(entry.id for entry in dice.sample(items, min(seen, len(items)))))
    found = choice(items, past, draw=str(seed))
    by_id = {entry.id: entry for entry in items}
    chosen_ones = [by_id[name] for name in asked(found)]
    assert not past.seen & set(asked(found))
    assert len({entry.family for entry in chosen_ones}) == len(chosen_ones)
    for one in chosen_ones:
        assert not one.enemies & {other.id for other in chosen_ones if other is not one}
        assert not one.enemies & past.seen
    for slot in SLOTS:
        taken = [by_id[name] for name in found.asked.get(slot.id, ())]
        assert sum(entry.minutes for entry in taken) <= slot.minutes
        assert all(entry.format == slot.format for entry in taken)
    empty = {shortfall.about for shortfall in found.shortfalls if shortfall.kind == "empty"}
    assert empty == {slot.id for slot in (THEORY, DEBUGGING) if not found.asked.get(slot.id)}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_in_ten_thousand_histories_nobody_meets_a_question_twice() -> None:
    """A history is a candidate who comes back until the bank is used up; each kit knows what was asked before."""
    dice = random.Random(5)
    kits = 0
    while kits < 10_000:
        items = bank(dice.randint(1, 5))
        seen: set[str] = set()
        for _ in range(dice.randint(1, 4)):
            found = choice(items, Past(seen=frozenset(seen)), draw=str(kits))
            assert not seen & set(asked(found))
            seen |= set(asked(found))
            kits += 1


def test_a_used_question_rests_until_its_share_has_fallen() -> None:
    """With a cap of a tenth, no question is in more than a tenth of the kits, or in more than three."""
    items, given, uses = bank(40), list[frozenset[str]](), Counter[str]()
    for number in range(40):
        past = Past(uses=Counter(uses), kits=number, recent=given[-40:])
        found = choice(items, past, Limits(exposure=0.1), draw=str(number))
        assert found.shortfalls == ()
        given.append(frozenset(asked(found)))
        uses.update(asked(found))
    assert max(uses.values()) <= 4

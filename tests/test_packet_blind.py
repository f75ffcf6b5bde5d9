"""A packet with letters for names: no name is left in it, and the letters say nothing."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import packet, writers
from hiretool.packet import blind
from hiretool.packet.words import kept
from hiretool.store.changes import Change
from tests.documents import TODAY, WEIGHTS, library, ratings, role, row

NAMES = ("Ana Ruiz", "Will May", "María de los Ángeles Etxeberria-Vila", "顾一澄", "سلمى بوزيداني", "kim")
NOTES = {
    "Ana Ruiz": "Ana asked first; Ruiz's plan held. ANA RUIZ and Will May did the same. The analysis may stand.",
    "Will May": "Will will do it, May said. It may rain. Not as Ana Ruiz.",
    "María de los Ángeles Etxeberria-Vila": "María, los datos: Ángeles and Vila, and Etxeberria-Vila.",
    "顾一澄": "他说顾一澄先问数据。",
    "سلمى بوزيداني": "سألت سلمى أولاً.",
    "kim": "Kim, again kim; a kimono is not.",
}


def hidden(name: str, text: str) -> str:
    return blind.hidden(name, text, blind.letters("engineer", NAMES))


def letter(name: str) -> str:
    return blind.letters("engineer", NAMES)[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Ruiz", "{0} asked first; {0}'s plan held. {0} and {1} did the same. The analysis may stand."),
        ("Will May", "{1} will do it, {1} said. It may rain. Not as {0}."),
        ("María de los Ángeles Etxeberria-Vila", "{2}, los datos: {2} and {2}, and {2}."),
        ("顾一澄", "他说{3}先问数据。"),
        ("سلمى بوزيداني", "سألت {4} أولاً."),
        ("kim", "{5}, again {5}; a kimono is not."),
    ],
)
def test_a_note_calls_nobody_by_name_and_keeps_its_other_words(name: str, expected: str) -> None:
    assert hidden(name, NOTES[name]) == expected.format(*map(letter, NAMES))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=60))
def test_every_candidate_has_a_letter_of_their_own_whatever_the_order(names: list[str]) -> None:
    key = blind.letters("engineer", names)
    assert len(set(key.values())) == len(key) == len(names)
    assert key == blind.letters("engineer", names[::-1])


def test_letters_follow_no_order_of_names() -> None:
    names = [f"{letter}da" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    key = blind.letters("engineer", names)
    assert [key[name] for name in names] != sorted(key.values())
    assert [key[name] for name in names[::-1]] != sorted(key.values())


def test_after_z_comes_aa() -> None:
    found = blind.letters("engineer", [str(number) for number in range(28)])
    assert sorted(found.values(), key=lambda text: (len(text), text))[-3:] == [
        "Candidate Z",
        "Candidate AA",
        "Candidate AB",
    ]


def test_no_format_of_a_blind_packet_holds_a_name() -> None:
    rows = [
        row(name, who, competency, 2 + (number + place) % 3, note=NOTES[name], recommendation="yes")
        for number, name in enumerate(NAMES)
        for who in ("Bo Ek", "Di Om")
        for place, competency in enumerate(WEIGHTS)
    ]
    change = Change(
        scorecard=1, version=2, role="engineer", candidate="Ana Ruiz", interviewer="Bo Ek", interview="find-out",
        at="2026-11-03T10:00:00Z", actor="tester", reason="Ana wrote to me", first_recommendation="yes",
        recommendation_before="yes", recommendation="no", moves=(), others_in=1, shown_before=True,
    )  # fmt: skip
    made = packet.full(
        ratings(rows), role(), library(), level="senior", today=TODAY, hide_names=True, changes=[change],
        candidates=["Ana Ruiz", "kim"], conflicts=[("Ana Ruiz", "Bo Ek")],
    )  # fmt: skip
    assert set(made.key) == set(NAMES)
    for format in ("json", "markdown", "html"):
        for document in (made.document, made.decision):
            text = writers.write(document, format).decode()
            for part in ("Ana", "Ruiz", "Will May", "Ángeles", "顾", "سلمى"):
                assert part not in text.replace("analysis", ""), (format, part)
    found = json.loads(writers.write(made.document, "json"))
    assert found["blind"] is True
    assert {candidate["candidate"] for candidate in found["candidates"]} == {made.key["Ana Ruiz"], made.key["kim"]}
    assert f"{made.key['Ana Ruiz']} wrote to me" in found["changes"][0]["text"]


def test_the_key_says_who_is_who_and_is_no_part_of_the_packet() -> None:
    made = packet.full(
        ratings([row("Ana", "Bo", "debugging", 3)]), role(), library(), level="senior", today=TODAY, hide_names=True
    )
    assert writers.write(made.key_document(), "csv").decode() == "letter,candidate\nCandidate A,Ana\n"
    shown = dataclasses.replace(made, key={})
    assert writers.write(shown.document, "json") == writers.write(made.document, "json")


def test_a_name_from_the_right_does_not_turn_its_sentence() -> None:
    assert kept("Ana") == "Ana"
    assert kept("سلمى") == "\u200e\u2068سلمى\u2069"

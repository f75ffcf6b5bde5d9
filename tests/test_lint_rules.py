"""Every rule of the post linter finds what its file says that it finds, and lets be what it says that it lets be."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from hiretool import discover
from hiretool.job import lint

TODAY = datetime.date(2026, 11, 26)
LIBRARY = discover.library()
RULES = lint.rules.all(LIBRARY)
TRIGGERS = [(rule.id, number) for rule in RULES for number in range(len(rule.triggers))]
PASSES = [(rule.id, number) for rule in RULES for number in range(len(rule.passes))]
BY_ID = {rule.id: rule for rule in RULES}


LINTER = lint.Linter(LIBRARY, lint.Config(turned_on=[rule.id for rule in RULES]))


def found(rule: str, text: str) -> list[str]:
    """Messages of one rule on a text, whose form is told by its first letters."""
    report = LINTER.lint(LINTER.read(Path("post"), text.encode()), TODAY)
    return [finding.message for finding in report.findings if finding.rule.id == rule]


def test_there_are_at_least_sixty_rules() -> None:
    assert len(RULES) >= 60


@pytest.mark.parametrize(("rule", "number"), TRIGGERS)
def test_a_rule_finds_what_its_file_says(rule: str, number: int) -> None:
    messages = found(rule, BY_ID[rule].triggers[number])
    assert messages
    assert not any(re.search(r"(?<!\{)\{[a-z_]+\}", message) for message in messages), "a name was not filled in"


@pytest.mark.parametrize(("rule", "number"), PASSES)
def test_a_rule_lets_be_what_its_file_says(rule: str, number: int) -> None:
    assert found(rule, BY_ID[rule].passes[number]) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_called_as_its_file_and_needs_no_other(rule: lint.rules.Rule) -> None:
    assert rule.id in LIBRARY.rubric_files("lint")
    assert rule.vocabulary_of is None or rule.vocabulary_of in BY_ID
    assert rule.evidence is None or len(rule.evidence) > 20

"""Archetypes, axes, structures and rules: how ML can sit in a company, and what that means for hiring."""

from hiretool.organizations.checks import checked, misplaced, problems
from hiretool.organizations.gathered import Organizations, archetype, names, read, shown
from hiretool.organizations.rules import UNKNOWN, Answer, Question, Rule, Source, Topic, speaks
from hiretool.organizations.shapes import Archetype, Axis, Said, Structure, Trouble

__all__ = [
    "UNKNOWN",
    "Answer",
    "Archetype",
    "Axis",
    "Organizations",
    "Question",
    "Rule",
    "Said",
    "Source",
    "Structure",
    "Topic",
    "Trouble",
    "archetype",
    "checked",
    "misplaced",
    "names",
    "problems",
    "read",
    "shown",
    "speaks",
]

"""Which rules run, and how strict they are, from a small YAML file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field

from hiretool import load
from hiretool.errors import DataError, HiretoolError, Problems, suggestion
from hiretool.job.lint.rules import Group, Rule, Severity
from hiretool.rubrics import Schema, Slug

FILE = "job-lint.yaml"
"""Found beside the post or in the folder of the command, where no --config names another."""


class Config(load.Strict):
    """Rules turned on and off, limits changed; what it does not name stays as the rules say."""

    schema_: Schema = Field(alias="schema", default=1)
    only: list[Slug] = []
    """Rules that run, and no others; all if empty."""
    turned_off: list[Slug] = []
    turned_on: list[Slug] = []
    """Rules that do not run by themselves."""
    groups_off: list[Group] = []
    severities: dict[Slug, Severity] = {}
    limits: dict[Slug, dict[Slug, float]] = {}
    """Rule -> limit -> its value."""
    least: Severity = "note"
    """What is less severe is not reported."""

    def is_on(self, rule: Rule) -> bool:
        """Whether a rule runs. Turning off wins over turning on."""
        if rule.id in self.turned_off or rule.group in self.groups_off:
            return False
        if self.only:
            return rule.id in self.only
        return not rule.opt_in or rule.id in self.turned_on

    def applied(self, rule: Rule) -> Rule:
        """The rule with the limits and the severity that the config gives it."""
        changes: dict[str, object] = {}
        if rule.id in self.severities:
            changes["severity"] = self.severities[rule.id]
        if rule.id in self.limits:
            changes["limits"] = rule.limits | self.limits[rule.id]
        return rule.model_copy(update=changes) if changes else rule

    def check_against(self, every: Mapping[str, Rule]) -> None:
        """Raises: Problems for names of rules or limits that there are not."""
        problems: list[HiretoolError] = []
        for key in ("only", "turned_off", "turned_on", "severities", "limits"):
            for name in getattr(self, key):
                if name not in every:
                    problems.append(DataError(FILE, key, f"no rule {name!r}. {suggestion(name, sorted(every))}"))
        for name, limits in self.limits.items():
            for limit in limits if name in every else ():
                if limit not in every[name].limits:
                    known = ", ".join(every[name].limits) or "none"
                    problems.append(DataError(FILE, f"limits.{name}", f"no limit {limit!r}; the rule has: {known}"))
        if problems:
            raise Problems(problems)


def config(path: Path) -> Config:
    """Raises: Problems, DataError."""
    return load.read(path, Config)

"""Job post -> findings, each with its place, its reason and what to write instead."""

from hiretool.job.lint import rules
from hiretool.job.lint.config import FILE as CONFIG
from hiretool.job.lint.config import Config, config
from hiretool.job.lint.fix import fixed
from hiretool.job.lint.linter import Finding, Linter, Report
from hiretool.job.lint.reading import FORMS

__all__ = ["CONFIG", "FORMS", "Config", "Finding", "Linter", "Report", "config", "fixed", "rules"]

"""Prove that a question of the bank is right, and hand out what a candidate receives."""

from hiretool.exercise.check import check
from hiretool.exercise.patch import applied
from hiretool.exercise.report import Claim, Report
from hiretool.exercise.start import start

__all__ = ["Claim", "Report", "applied", "check", "start"]

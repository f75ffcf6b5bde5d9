"""Hire machine-learning people: posts, kits, candidates, scorecards and packets from one set of role templates."""

__version__ = "0.1.0"

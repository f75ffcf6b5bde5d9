"""Values <-> bytes, for two processes of which one may be hostile: nothing that is read can run.

Numbers, texts, containers, dates, arrays and tables go by value; everything else as a number that stands for an object
of one side. It uses the standard library; numpy and pandas only where a value is one of theirs.
"""

from __future__ import annotations

DEEPEST = 60
"""Levels of containers within each other; a deeper one would end the reader's stack."""


class WireError(ValueError):
    """What arrived is no value, or what should go is none."""

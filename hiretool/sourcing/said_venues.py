"""A paper -> where its authors say that it appears."""

from __future__ import annotations

from hiretool.sourcing.paper import Paper
from hiretool.sourcing.signals import venue


def said(paper: Paper) -> list[str]:
    """Venues with their years, "ICML 2025", in order of mention; nobody but the authors vouches for them."""
    claim = venue.claim(paper)
    return [claim] if claim else []

"""What a service says of how often a paper was cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """The figures of one service for one paper. What the service does not say is None, which is not zero.

    Services count differently, by up to a factor of ten: figures of two of them are never added or averaged.
    """

    paper_id: str
    count: int | None
    """Citing works that the service has matched to the paper; a lower bound."""
    source: str
    """ "OpenAlex" or "Semantic Scholar"."""
    date: date
    """Day on which the service said so."""
    percentile: float | None = None
    """0..1: share of the works of the same field, type and year that are cited no more often."""
    fwci: float | None = None
    """Field-weighted citation impact: 1 is the average of works of the same field, type and year."""
    influential: int | None = None
    """Of the citations, those that Semantic Scholar's own model takes for more than a mention."""
    url: str | None = None
    """The service's page of the paper."""
    named_first: bool | None = None
    """Whether the service names the same person first as arXiv does."""
    orcid: str | None = None
    """Of the first name, as the service has it: `0000-0002-1825-0097`."""

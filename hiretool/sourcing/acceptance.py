"""A paper on a conference's list of accepted papers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One line of a list."""

    venue: str
    """As the field writes it: "NeurIPS"."""
    year: int
    title: str
    authors: tuple[str, ...]
    """In byline order."""
    tier: str
    """"award", "oral", "spotlight", "highlight", "poster"; "" where the list does not tell them apart."""
    source: str
    """File it was read from, without its folders."""
    paper_id: str | None = None
    """The arXiv paper of the same title and a common author, if one is known."""
    track: str = ""
    """"industry", "system demonstrations"; "" for the main track, or where the list does not say."""

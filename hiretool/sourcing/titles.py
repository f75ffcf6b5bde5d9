"""Titles -> what two spellings of one title share."""

from __future__ import annotations

from hiretool.sourcing.words import words


def same(title: str) -> str:
    """Its words, folded, without spaces between them: lists and arXiv differ in case, accents and hyphens.

    >>> same("Deep-Sea Reefs: a Survey") == same("Deep sea reefs - A survey")
    True
    """
    return "".join(words(title))

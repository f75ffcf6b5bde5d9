"""Bytes -> a page of results that is known to be whole."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from hiretool.errors import RemoteError
from hiretool.sourcing import atom


@dataclass(frozen=True, slots=True)
class Page:
    """A complete page."""

    body: bytes
    total: int
    """Papers that answer the query, on all pages."""


def checked(body: bytes, url: str) -> Page:
    """The page, if it is well-formed to its last tag and has as many papers as it should.

    url: what was asked for; its `start` and `max_results` say how many papers are due.
    Raises: ValueError if it is not whole (asking again may help); RemoteError if arXiv refuses (it will not).
    Source: arxiv.py reads a body that was cut inside <author> without a word, losing an author; and arXiv sends empty
    and short pages now and then (lukasschwab/arxiv.py #43, #129, #175; ContentMine/getpapers #179).
    """
    feed, count = atom.Feed(), 0
    for _, entry in feed.entries([body]):
        if reason := atom.refusal(entry):
            raise RemoteError(f"arXiv refused the query: {reason} ({url})")
        atom.stamp(entry)
        count += 1
    if feed.total is None:
        raise ValueError("it does not say how many papers there are")
    due = min(_number(url, "max_results"), max(feed.total - _number(url, "start"), 0))
    if count != due:
        raise ValueError(f"{count} papers where {due} were due")
    return Page(body, feed.total)


def explanation(body: bytes) -> str:
    """What arXiv gives as its reason in the body of a refusal; "" if nothing can be read there."""
    try:
        return next((reason for _, entry in atom.Feed().entries([body]) if (reason := atom.refusal(entry))), "")
    except ValueError:
        return ""


def _number(url: str, name: str) -> int:
    return int(parse_qs(urlsplit(url).query)[name][0])

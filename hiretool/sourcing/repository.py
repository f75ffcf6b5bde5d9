"""Code that a table of links, or a file of the user's, connects with a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Repository:
    """One link from a paper to a repository. What the source does not say is None, which is not zero."""

    paper_id: str
    """arXiv id without version; "" where the source names the paper by its title only."""
    url: str
    official: bool | None
    """Whether it is the authors' own; False: somebody implemented the paper again."""
    stars: int | None
    forks: int | None
    pushed: date | None
    """Last push."""
    framework: str
    source: str
    """File it was read from, without its folders."""
    title: str = ""
    """Of the paper, as the source writes it; "" where it does not."""
    as_of: date | None = None
    """Day on which stars and forks were counted, if the source says it."""

    @property
    def owner(self) -> str:
        """The account it belongs to: `https://github.com/owner/name`. A handle, not a name."""
        parts = self.url.split("://")[-1].split("/")
        return parts[1] if len(parts) > 2 else ""

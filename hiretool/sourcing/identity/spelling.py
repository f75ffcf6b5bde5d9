"""A name as it is written -> its parts."""

from __future__ import annotations

from typing import NamedTuple

from hiretool.sourcing.names import SUFFIXES, is_group, tokens

# What `names.tokens` does to a name of ASCII letters, in one pass: a full stop parts, all other marks go.
_ASCII = {code: None for code in range(128) if not chr(code).isalnum() and not chr(code).isspace()} | {ord("."): " "}


class Spelling(NamedTuple):
    """Parts of a name, folded; all of them empty where nothing in it is a letter or a digit."""

    first: str
    middle: str
    """All parts between the first and the last, with blanks between them."""
    last: str
    """Empty where the name has one part only."""

    @property
    def key(self) -> str:
        """First and last part, the same as `names.key`; empty where there is no name."""
        return f"{self.first} {self.last}" if self.last else self.first

    @property
    def blocks(self) -> frozenset[str]:
        """Surname and first letter, in either order of the name: whom a spelling may be tied with is in one of them."""
        if not self.last:
            return frozenset((self.first,))
        forename = self.first + self.middle.replace(" ", "")
        return frozenset((f"{self.last} {self.first[0]}", f"{forename} {self.last[0]}"))


def spelling(name: object) -> Spelling:
    """The parts of a name; that of a collaboration is one part, what is not text has none.

    >>> spelling("Ifeoma C. Okwuosa")
    Spelling(first='ifeoma', middle='c', last='okwuosa')
    """
    return Spelling(*parts(name)) if isinstance(name, str) else Spelling("", "", "")


def blocks(name: str) -> frozenset[str]:
    """Under what a corpus looks up all papers that bear on who bears a name.

    >>> sorted(blocks("Ifeoma C. Okwuosa"))
    ['ifeomac o', 'okwuosa i']
    """
    return spelling(name).blocks


def parts(name: str) -> tuple[str, str, str]:
    """First, middle and last part: `spelling` for millions of names."""
    if name.isascii() and "," not in name:
        lower = name.lower()
        found = lower.translate(_ASCII).split()
        if len(found) > 2 and found[-1] in SUFFIXES:
            found.pop()
        may_be_group = "team" in lower or "collab" in lower or "consort" in lower
    else:
        found, may_be_group = tokens(name), True
    if len(found) < 2 or (may_be_group and is_group(name)):
        return " ".join(found), "", ""
    return found[0], " ".join(found[1:-1]) if len(found) > 2 else "", found[-1]


def compatible(one: str, other: str) -> bool:
    """Whether two middle names can be one person's: part by part, one begins with the other, or is not given.

    >>> compatible("c", "chioma"), compatible("", "c"), compatible("c", "d")
    (True, True, False)
    """
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(one.split(), other.split(), strict=False))

"""Accounts that implement papers again -> a list to read, as a document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hiretool.document import Block, Column, Document, Paragraph, Table, bullets, cells, inline
from hiretool.sourcing.reimplementers import Reimplementer

AT_LENGTH = 15
CANNOT_SHOW = (
    "An account is not a name, stars are no measure of a person, and a table of links knows only the code that "
    "somebody has entered there. Look at the code, and find out whose it is, before writing to anybody."
)


def document(found: Sequence[Reimplementer], *, query: str, today: date, matched: int) -> Document:
    """A row an account, and what can be said of the first ones."""
    table = Table(
        columns=(
            Column("", "right", 0.4),
            Column("Account", width=2.4),
            Column("Papers", "right", 0.8),
            Column("Stars", "right", 0.8),
            Column("Forks", "right", 0.8),
            Column("Last push", width=1.2),
            Column("First repository", width=3),
        ),
        rows=tuple(
            cells(
                str(rank),
                f"{one.host}/{one.account}",
                str(len(one.papers) or len(one.links)),
                _count(one.stars),
                _count(one.forks),
                one.pushed.isoformat() if one.pushed else "not known",
                one.repositories[0],
            )
            for rank, one in enumerate(found, 1)
        ),
        caption=f"Accounts with code, not the authors' own, for the {matched:,} papers that match.",
    )
    said: Block = bullets([one.text for one in found[:AT_LENGTH]])
    nobody = Paragraph(inline("No account was found. Widen the query, or put more links into the corpus."))
    listed: Sequence[Block] = [table, Paragraph(inline(CANNOT_SHOW), "note"), said] if found else [nobody]
    rows = [_row(rank, one) for rank, one in enumerate(found, 1)]
    data = {"schema": 1, "query": query, "today": today.isoformat(), "cannot_show": CANNOT_SHOW, "accounts": rows}
    return Document("list", "Accounts that implement papers again", data, {"list": listed}, rows=rows, foot="Accounts")


def _row(rank: int, one: Reimplementer) -> dict[str, str | int | None]:
    return {
        "rank": rank,
        "account": one.account,
        "host": one.host,
        "papers": " ".join(paper.id for paper in one.papers),
        "repositories": " ".join(one.repositories),
        "stars": one.stars,
        "forks": one.forks,
        "pushed": one.pushed.isoformat() if one.pushed else None,
        "names_guessed": "; ".join(one.names),
        "source": "; ".join(dict.fromkeys(link.source for link in one.links)),
        "text": one.text,
    }


def _count(value: int | None) -> str:
    return "not known" if value is None else f"{value:,}"

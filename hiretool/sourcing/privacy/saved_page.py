"""People on file -> a list of them, as a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from hiretool.document import Block, Column, Document, Paragraph, Table, cells, inline
from hiretool.sourcing.privacy.keeping import to_do

if TYPE_CHECKING:
    from hiretool.store.sourced import Saved


def page(people: Sequence[Saved], *, today: date, empty: str) -> Document:
    """One row a person, with source, date and how sure the identity is. empty: what to say where there is nobody."""
    table = Table(
        columns=(
            Column("No.", "right", 0.6),
            Column("Name", width=2.2),
            Column("Papers", "right", 0.8),
            Column("Found", width=1.3),
            Column("Notice", width=1.8),
            Column("Kept until", width=1.3),
            Column("To do", width=3),
        ),
        rows=tuple(
            cells(
                str(row.id),
                f"{row.name} (do not contact)" if row.do_not_contact else row.name,
                str(len(row.papers)),
                row.found_on.isoformat(),
                f"sent {row.notice_sent}" if row.notice_sent else f"due {row.notice_due}",
                row.retain_until.isoformat(),
                to_do(row, today),
            )
            for row in people
        ),
        caption="Found in public sources and kept on file. Source of each: see the other formats.",
    )
    rows = [_row(row, today) for row in people]
    listed: Block = table if people else Paragraph(inline(empty))
    flat = [
        {name: "\n".join(value) if isinstance(value, list) else value for name, value in row.items()} for row in rows
    ]
    return Document("list", "People on file", {"schema": 1, "people": rows}, {"list": listed}, rows=flat)


def _row(row: Saved, today: date) -> dict[str, Any]:
    """Ready for JSON."""
    found = {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(row).items()}
    id = found.pop("id")
    found["papers"] = list(row.papers)
    return {"id": id, **found, "to_do": to_do(row, today)}

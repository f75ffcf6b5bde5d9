"""What a person fills in on a page: controls for it, and a script of our own that saves the rows as a file."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from html import escape
from typing import Any

from hiretool.document import Ask, Document, Facts, Lines
from hiretool.writers import _templates, csv

_WORD = re.compile(r"[^\w]+")


def ticks(ask: Ask, heading: str) -> str:
    """One of the items, or none: each is a label that can be clicked."""
    name = _id(ask)
    chosen = "".join(
        f'<label><input type="radio" name="{name}" value="{escape(choice.value)}"{_place(ask)}'
        f"{' checked' if choice.value and choice.value == ask.value else ''}>"
        f"<span>{escape(choice.words or choice.value)}</span></label>"
        for choice in ask.choices
    )
    return f'<fieldset class="ticks"><legend>{_label(ask, heading)}</legend>{chosen}</fieldset>'


def lines(block: Lines, ask: Ask, heading: str) -> str:
    name = _id(ask)
    return (
        f'<div class="field"><label for="{name}">{_label(ask, heading)}</label>'
        f'<textarea id="{name}" rows="{block.count}" maxlength="{ask.longest}"{_place(ask)}>'
        # A line end right after the tag would be dropped.
        f"\n{escape(ask.value)}</textarea></div>"
    )


def facts(block: Facts, shown: Sequence[str], heading: str) -> str:
    """shown: each value as HTML, for the items that nobody is asked."""
    return '<dl class="facts">' + "".join(map(_fact, block.items, block.asks, shown, [heading] * len(shown))) + "</dl>"


def _fact(item: tuple[str, Any], ask: Ask | None, shown: str, heading: str) -> str:
    if ask is None:
        return f"<div><dt>{escape(item[0])}</dt><dd>{shown}</dd></div>"
    name, kind = _id(ask), "date" if ask.kind == "day" else "text"
    limit = f' maxlength="{ask.longest}"' if kind == "text" else ""
    needed = " data-needed" if ask.needed else ""
    control = f'<input type="{kind}" id="{name}" value="{escape(ask.value)}"{limit}{needed} autocomplete="off"'
    label = f'<label for="{name}">{_label(ask, heading)}</label>'
    return f"<div><dt>{label}</dt><dd>{control}{_place(ask)}></dd></div>"


def rows(document: Document) -> dict[str, Any]:
    """What the script starts from: the rows as a CSV would hold them, and a name for the file."""
    columns = csv.header(document)
    cells = [[csv.harmless(row.get(name)) for name in columns] for row in document.rows or ()]
    return {"columns": columns, "rows": cells, "file": _WORD.sub("-", document.title.casefold()).strip("-")}


@functools.cache
def script() -> str:
    return (_templates.TEMPLATES / "_form.js").read_text(encoding="utf-8")


def _label(ask: Ask, heading: str) -> str:
    """The words that are seen, and for those who hear them alone, of what."""
    return f'{escape(ask.label)}<span class="unseen"> ({escape(heading)})</span>'


def _id(ask: Ask) -> str:
    return f"{ask.column}-{ask.rows[0]}".replace("_", "-")


def _place(ask: Ask) -> str:
    return f' data-column="{escape(ask.column)}" data-rows="{" ".join(map(str, ask.rows))}"'

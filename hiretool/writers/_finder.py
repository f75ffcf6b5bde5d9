"""Controls above a table that narrow its rows down; without a script all rows stand there, and no control."""

from __future__ import annotations

import functools
from html import escape

from hiretool.document import Blocks, Finder, Table
from hiretool.writers import _templates


def is_on(blocks: Blocks) -> bool:
    """Whether a page needs the script."""
    return any(isinstance(block, Table) and block.finders for block in blocks)


@functools.cache
def script() -> str:
    return (_templates.TEMPLATES / "_find.js").read_text(encoding="utf-8")


def controls(table: Table) -> str:
    """What the script shows; it finds the table next to it."""
    if not table.finders:
        return ""
    words = '<label>Words<input type="search" data-words autocomplete="off"></label>'
    asked = "".join(_control(finder, place) for place, finder in enumerate(table.finders))
    return (
        f'<div class="finder" role="search" hidden>{words}{asked}<button type="button">All</button>'
        f"<output>{len(table.rows)} of {len(table.rows)}</output></div>"
    )


def marks(table: Table, row: int) -> str:
    """What a row can be found by, as attributes of it."""
    return "".join(
        f' data-find-{place}="{escape(" ".join(finder.values[row]))}"' for place, finder in enumerate(table.finders)
    )


def _control(finder: Finder, place: int) -> str:
    found = {value for values in finder.values for value in values}
    if finder.kind == "most":
        offered = sorted(found, key=int)
        words = [f"at most {value}" for value in offered]
    else:
        offered = [value for value in finder.order if value in found] or sorted(found)
        words = offered
    options = "".join(
        f'<option value="{escape(value)}">{escape(word)}</option>' for value, word in zip(offered, words, strict=True)
    )
    return (
        f'<label>{escape(finder.label)}<select data-place="{place}" data-kind="{finder.kind}">'
        f'<option value="">any</option>{options}</select></label>'
    )

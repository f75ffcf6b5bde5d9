"""The organization mountain as a picture: five places, and where the company stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from hiretool.document import Picture
from hiretool.organizations import Archetype

WIDTH, HEIGHT = 460, 236
FOOT, SUMMIT = (34, 204), (330, 44)
"""Where the lowest and the highest place are drawn."""
WIDTH_MM = 120.0


def picture(archetypes: Sequence[Archetype], standing: str | None, advised: str | None) -> Picture:
    """The places from the foot up; a full dot where the company stands, a broken ring where the advice leads.

    standing, advised: ids of archetypes; None where it cannot be said.
    """
    titles = {entry.id: entry.title for entry in archetypes}
    here = f"The company stands at: {titles[standing]}." if standing else "Where the company stands is not known."
    there = f" The advised structure leads to: {titles[advised]}." if advised else ""
    return _drawn(archetypes, standing, advised, f"{here}{there}", "you are here")


def one_place(archetypes: Sequence[Archetype], name: str) -> Picture:
    """The same with one place marked."""
    number, entry = next((number, entry) for number, entry in enumerate(archetypes, start=1) if entry.id == name)
    return _drawn(archetypes, name, None, f"Marked: {number} {entry.title}.", "")


def _drawn(archetypes: Sequence[Archetype], standing: str | None, advised: str | None, said: str, here: str) -> Picture:
    places = {entry.id: _place(number, len(archetypes)) for number, entry in enumerate(archetypes)}
    marks = [_outline(list(places.values()))]
    for number, entry in enumerate(archetypes, start=1):
        notes = [here] if entry.id == standing and here else []
        notes += ["advised"] if entry.id == advised else []
        marks += _mark(
            places[entry.id],
            f"{number}  {entry.title}",
            notes,
            stands=entry.id == standing,
            advised=entry.id == advised,
        )
    named = "; ".join(f"{number} {entry.title}" for number, entry in enumerate(archetypes, start=1))
    alt = f"The organization mountain, from the foot up: {named}. {said}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        f"<title>{escape(alt)}</title>{''.join(marks)}</svg>"
    )
    return Picture(svg, alt, WIDTH_MM)


def _place(number: int, count: int) -> tuple[float, float]:
    """Point of a place on the slope; the way gets steeper, as the last steps are the hardest."""
    part = number / max(count - 1, 1)
    (left, low), (right, high) = FOOT, SUMMIT
    return round(left + part * (right - left), 1), round(low - part**1.25 * (low - high), 1)


def _outline(places: Sequence[tuple[float, float]]) -> str:
    """The ridge through all places and on behind the summit, above a line of ground."""
    ground, (x, y) = FOOT[1] + 14, SUMMIT
    ridge = [(4, ground), *places, (x + 42, y + 24), (x + 70, y + 18), (WIDTH - 4, y + 54)]
    points = " ".join(f"{x:g},{y:g}" for x, y in ridge)
    return (
        f'<line class="grid" x1="4" x2="{WIDTH - 4}" y1="{ground}" y2="{ground}" stroke-width="1"/>'
        f'<polyline class="raw" points="{points}" fill="none" stroke-width="1.5" stroke-linejoin="round"/>'
    )


def _mark(at: tuple[float, float], title: str, notes: Sequence[str], *, stands: bool, advised: bool) -> list[str]:
    x, y = at
    found = []
    if advised:
        found.append(
            f'<circle class="bar" cx="{x}" cy="{y}" r="11" fill="none" stroke-width="2" stroke-dasharray="3 2"/>'
        )
    shown, radius = ("point", 7) if stands else ("ring", 5)
    found.append(f'<circle class="{shown}" cx="{x}" cy="{y}" r="{radius}" stroke-width="1.5"/>')
    # Labels stand inside the mountain, right of the place and a little below; that of the summit above the ridge.
    line = y - 22 if at == SUMMIT else y + 9
    found.append(f'<text x="{x + 16}" y="{line}" font-size="12.5">{escape(title)}</text>')
    if notes:
        found.append(
            f'<text class="bar" x="{x + 16}" y="{line + 14}" font-size="11.5">{escape(", ".join(notes))}</text>'
        )
    return found

"""How sure the order of the scores is: the chance of each place."""

from __future__ import annotations

from hiretool import charts
from hiretool.document import Block, Cell, Column, Paragraph, Table, inline
from hiretool.packet.summary import Candidate, Places
from hiretool.packet.told import Told
from hiretool.packet.words import chance, listed


def order(told: Told) -> list[Block]:
    """A row a candidate, or why there is none."""
    placed = [candidate for candidate in told.candidates if candidate.places]
    if not placed:
        many = "Too little was rated to say anything of their order."
        return [Paragraph(inline("One candidate has no order." if told.n_rated < 2 else many))]
    blocks: list[Block] = [_table(placed)]
    if without := [candidate.name for candidate in told.candidates if not candidate.places]:
        blocks.append(Paragraph(inline(f"No place, for too little was rated: {listed(without)}."), "note"))
    return blocks


def place(candidate: Candidate, told: Told) -> str:
    """A candidate's place in words, never without how far it may be from there."""
    if candidate.places is None:
        return "" if told.n_rated < 2 else "No place among the others: too little was rated to tell."
    found = candidate.places
    return f"{_range(found)} of {len(found.chances)} with a chance of 90%; first with {chance(found.chances[0])}."


def _table(placed: list[Candidate]) -> Table:
    found = [candidate.places for candidate in placed if candidate.places]
    count = len(found[0].chances)
    top = max(max(places.chances) for places in found)
    rows = tuple(_row(candidate, candidate.places, top) for candidate in placed if candidate.places)
    columns = (
        Column("Candidate", width=2.9),
        Column("Place, 90%", "right", 1.2),
        *(Column(title, "right", 0.75) for title in ("1st", "2nd", "3rd")[:count]),
        Column("Chance of each place", width=4.3, picture=charts.places_axis(count)),
    )
    caption = (
        f"The chance of each place among the {count} who were rated for this role. Columns of equal height say"
        " that the ratings do not settle the order."
    )
    return Table(columns, rows, caption, "chart")


def _row(candidate: Candidate, places: Places, top: float) -> tuple[Cell, ...]:
    likely = max(range(len(places.chances)), key=lambda number: places.chances[number])
    alt = (
        f"Most likely place {likely + 1}, with a chance of {chance(places.chances[likely])}; {_range(places)} with a"
        " chance of 90%."
    )
    return (
        Cell(inline(candidate.name), "head"),
        Cell(inline(_short(places)), "strong"),
        *(Cell(inline(chance(value)), "muted") for value in places.chances[:3]),
        Cell((), picture=charts.places(places.chances, top=top, alt=alt)),
    )


def _short(places: Places) -> str:
    return f"{places.low}" if places.low == places.high else f"{places.low} to {places.high}"


def _range(places: Places) -> str:
    return f"Place {places.low}" if places.low == places.high else f"Place {places.low} to {places.high}"

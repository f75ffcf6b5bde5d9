"""Name keys and components -> one id a person."""

from __future__ import annotations

from hiretool.sourcing.scale.columns import Column, Table, ibis

ID_DIGITS = 16
"""Hexadecimal digits of an id; among 10^9 persons two ids collide with probability .03."""


def people(keyed: Table, components: Table) -> Table:
    """A person's id for each mention: (paper, position, key, person).

    Mentions under a rare name are one person; under a shared name, those of one component are. The id is a hash of the
    smallest paper id of these mentions and the name key, so it stays while that paper stays.
    """
    joined = keyed.left_join(
        components.select("paper", "position", "component"),
        (keyed.paper == components.paper) & (keyed.position == components.position),
    ).select(paper=keyed.paper, position=keyed.position, key=keyed.key, component=components.component)
    placed = joined.mutate(component=joined.component.fill_null(-1))
    smallest = placed.paper.min().over(ibis.window(group_by=[placed.key, placed.component]))
    return placed.select("paper", "position", "key", person=person_id(smallest, placed.key))


def person_id(paper: Column, key: Column) -> Column:
    """Hash of a paper id and a name key."""
    return (paper + "\n" + key).hexdigest("sha256")[:ID_DIGITS]

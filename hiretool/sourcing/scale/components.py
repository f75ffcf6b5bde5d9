"""Mentions of one name that share co-authors -> connected components, as joins, windows and unions alone.

Source of the rounds: Kiveris et al. 2014, Connected Components in MapReduce and Beyond, doi:10.1145/2670979.2670997
(alternating large-star and small-star; GraphFrames uses the same).
"""

from __future__ import annotations

from hiretool.sourcing.credit import COLLABORATION_SIZE
from hiretool.sourcing.scale.columns import Table, ibis
from hiretool.sourcing.scale.exact import whole

# Two people of one name have a co-author's name in common by chance the more often, the commoner both names are. Below
# this product of expected homonyms one shared co-author links; above it, it takes two.
# Source: `hiretool.sourcing.identity.coauthors`, where it was measured on labelled mentions.
COINCIDENCE = 2


def nodes(keyed: Table, names: Table) -> Table:
    """Mentions whose name is shared, numbered within the name by paper id: (key, node, paper, position).

    A component never crosses names, so small numbers do, and its least number is that of its smallest paper id.
    """
    shared = names.filter(names.shared).select("key")
    found = keyed.semi_join(shared, "key")
    number = ibis.row_number().over(ibis.window(group_by=found.key, order_by=[found.paper, found.position]))
    return found.select("key", "paper", "position", node=number.cast("int32"))


def pairs(nodes: Table, keyed: Table, names: Table) -> Table:
    """Each node with each co-author: (key, node, other, telling). Papers of large collaborations give none.

    telling: whether that co-author alone tells namesakes apart.
    """
    few = (keyed.n > 1) & (keyed.n <= COLLABORATION_SIZE)
    theirs = keyed.filter(few & (keyed.key != "")).select("paper", other=keyed.key)
    bearers = names.select(name="key", expected="expected_homonyms")
    mine = nodes.select("key", "node", "paper").join(bearers, nodes.key == bearers.name)
    mine = mine.select("key", "node", "paper", own=mine.expected)
    theirs = theirs.join(bearers, theirs.other == bearers.name).select("paper", "other", its=bearers.expected)
    joined = mine.join(theirs, "paper")
    joined = joined.filter(joined.key != joined.other)
    return joined.select("key", "node", "other", telling=joined.own * joined.its < whole(COINCIDENCE))


def edges(pairs: Table) -> Table:
    """Each node with the first that shares a co-author, or two, with it: (key, u, v), v < u; no row twice."""
    ones = pairs.filter(pairs.telling)
    others = pairs.filter(~pairs.telling).select("key", "node", "other").distinct()
    second = others.select(key2="key", node2="node", other2="other")
    met = (others.key == second.key2) & (others.node == second.node2) & (others.other < second.other2)
    twos = others.join(second, met).select("key", "node", "other", "other2")
    return _stars(ones, ["key", "other"]).union(_stars(twos, ["key", "other", "other2"])).distinct()


def _stars(shared: Table, by: list[str]) -> Table:
    first = shared.node.min().over(ibis.window(group_by=by))
    stars = shared.select("key", u="node", v=first)
    return stars.filter(stars.u != stars.v)


def large_star(edges: Table) -> Table:
    """Each larger neighbour of a node is linked with the least node of that neighbourhood instead."""
    turned = edges.select("key", u=edges.v, v=edges.u)
    both = edges.select("key", "u", "v").union(turned)
    least = ibis.least(both.u, both.v.min().over(ibis.window(group_by=[both.key, both.u])))
    found = both.select("key", "u", "v", least=least)
    return found.filter(found.v > found.u).select("key", u="v", v="least").distinct()


def small_star(edges: Table) -> Table:
    """A node and its lesser neighbours are linked with the least of them instead."""
    found = edges.mutate(least=edges.v.min().over(ibis.window(group_by=[edges.key, edges.u])))
    own = found.select("key", u="u", v="least")
    lesser = found.filter(found.v != found.least).select("key", u="v", v="least")
    return own.union(lesser).distinct()


def round_of(edges: Table) -> Table:
    """One round; components stay what they are, and paths get shorter."""
    return small_star(large_star(edges))


def unfinished(edges: Table) -> Table:
    """One row: how many edges there are (`edges`), and how many do not yet end in a root (`open`)."""
    inner = edges.semi_join(edges.select("key", v="u").distinct(), ["key", "v"])
    twice = edges.group_by(["key", "u"]).aggregate(degree=edges.count())
    return edges.aggregate(edges=edges.count()).cross_join(
        inner.aggregate(inner=inner.count()), twice.filter(twice.degree > 1).aggregate(twice=ibis._.count())
    )


def components(nodes: Table, stars: Table) -> Table:
    """Each node's component by its least node: (key, node, paper, position, component)."""
    joined = nodes.left_join(stars, (nodes.key == stars.key) & (nodes.node == stars.u))
    return joined.select(
        key=nodes.key, node=nodes.node, paper=nodes.paper, position=nodes.position,
        component=ibis.coalesce(stars.v, nodes.node),
    )  # fmt: skip

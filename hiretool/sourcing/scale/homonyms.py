"""Name keys -> how many people to expect under each, and which names co-authors have to tell apart."""

from __future__ import annotations

from hiretool.sourcing.scale import name_keys
from hiretool.sourcing.scale.columns import Table
from hiretool.sourcing.scale.exact import number, rounded

# A name that fewer people than this are expected to bear is one person's; a name on many papers is more often that of
# one busy person, so that n mentions allow n ** (1/5) times as much.
# Source: measured for this project on the labelled half of 81,482 OpenReview mentions: B-cubed F1 .975 of all, .992 of
# first authors, .868 of ambiguous names (with 0.2 and no allowance: .975, .991, .848).
RARE = 0.08
BUSY = 5


def folded(mentions: Table) -> Table:
    """The mentions with the tokens of their names: (paper, position, n, name, tokens, is_group)."""
    return mentions.mutate(
        tokens=name_keys.tokens(name_keys.ordered(mentions.name)), is_group=name_keys.is_group(mentions.name)
    )


def keyed(folded: Table) -> Table:
    """The mentions with their name key, and whether a group signs: (paper, position, n, name, key, is_group)."""
    key = name_keys.key(folded.tokens, folded.is_group)
    return folded.select("paper", "position", "n", "name", "is_group", key=key)


def names(keyed: Table) -> Table:
    """One row a name key: (key, mentions, expected_homonyms, shared).

    Expected homonyms are G x F / N: keys with the same first token, keys with the same last one, keys in all. They do
    not depend on how often the name itself signs, so the threshold holds for a small corpus and a large one.
    """
    counted = keyed.group_by("key").aggregate(mentions=keyed.count())
    parts = counted.mutate(given=name_keys.given(counted.key), family=name_keys.family(counted.key))
    # A key of signs alone may begin with a space; it has no parts, and is nobody else's.
    by_given = parts.group_by("given").aggregate(givens=parts.count())
    by_family = parts.group_by("family").aggregate(families=parts.count())
    total = parts.aggregate(total=parts.count())
    joined = parts.join(by_given, "given").join(by_family, "family").cross_join(total)
    expected = joined.givens.cast("float64") * joined.families.cast("float64") / joined.total.cast("float64")
    found = joined.select("key", "mentions", expected_homonyms=rounded(expected))
    # Both sides to the fifth: a product is the same on every engine, a root is not.
    times = power = found.expected_homonyms / number(RARE)
    for _ in range(BUSY - 1):
        power = power * times
    return found.mutate(shared=power >= found.mentions.cast("float64"))

"""Mentions of one spelling -> people, by how rare the name is and by shared co-authors: it needs no training."""

from __future__ import annotations

import numpy as np

from hiretool.sourcing.identity.coauthors import joined
from hiretool.sourcing.identity.mentions import Mentions
from hiretool.sourcing.identity.rarity import Rarity
from hiretool.sourcing.identity.spelled import Bools, Ints


def components(mentions: Mentions, known: Rarity, wanted: Bools) -> Ints:
    """Mention -> first mention of the same person, as far as one spelling of the name goes."""
    rare = known.rare
    labels = joined(mentions, known.group, np.flatnonzero(wanted & ~rare), known.bearers)
    first = np.full(int(known.group.max(initial=-1)) + 1, len(mentions), np.int64)
    np.minimum.at(first, known.group[rare], np.flatnonzero(rare))
    labels[rare] = first[known.group[rare]]
    return labels

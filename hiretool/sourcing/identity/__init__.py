"""Author mentions -> people: who is who, how sure that is, and why."""

from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.explained import Identity, explained
from hiretool.sourcing.identity.overrides import Mention, Overrides
from hiretool.sourcing.identity.people import identities
from hiretool.sourcing.identity.spelling import blocks

__all__ = ["Identity", "Mention", "NameCounts", "Overrides", "blocks", "explained", "identities"]

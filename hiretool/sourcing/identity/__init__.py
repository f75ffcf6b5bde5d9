"""Author mentions -> people: who is who, how sure that is, and why."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hiretool.sourcing.identity.certain import unmatched
    from hiretool.sourcing.identity.confidence import Identity, explained, told_apart
    from hiretool.sourcing.identity.counts import NameCounts
    from hiretool.sourcing.identity.overrides import Mention, Overrides
    from hiretool.sourcing.identity.people import identities
    from hiretool.sourcing.identity.spelling import blocks

_WHERE = {
    "Identity": "confidence",
    "Mention": "overrides",
    "NameCounts": "counts",
    "Overrides": "overrides",
    "blocks": "spelling",
    "explained": "confidence",
    "identities": "people",
    "told_apart": "confidence",
    "unmatched": "certain",
}
__all__ = [
    "Identity",
    "Mention",
    "NameCounts",
    "Overrides",
    "blocks",
    "explained",
    "identities",
    "told_apart",
    "unmatched",
]


def __getattr__(name: str) -> Any:
    # pandas and scipy take half a second to import; to take a name apart needs neither.
    if name in _WHERE:
        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""All of arXiv on a laptop: records, a text index and an index of names, in a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hiretool.sourcing.corpus.building import Builder, Counts
    from hiretool.sourcing.corpus.corpus import Corpus, Info, Results

__all__ = ["Builder", "Corpus", "Counts", "Info", "Results"]


def __getattr__(name: str) -> Any:
    # To ask whether a corpus is there needs none of it.
    if name in __all__:
        from hiretool.sourcing.corpus import building, corpus

        return getattr(building if name in ("Builder", "Counts") else corpus, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

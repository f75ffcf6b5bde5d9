"""All of arXiv on a laptop: records, a text index and an index of names, in a folder."""

from __future__ import annotations

from hiretool.sourcing.corpus.building import Builder, Counts
from hiretool.sourcing.corpus.corpus import Corpus, Info, Results, exists, folder

__all__ = ["Builder", "Corpus", "Counts", "Info", "Results", "exists", "folder"]

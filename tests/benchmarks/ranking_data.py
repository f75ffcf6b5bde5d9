"""Real papers and lists that lie beside the project -> people as they were known on a day, by topic, and outcomes."""

from __future__ import annotations

import json
import lzma
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hiretool.sourcing import Paper, Person, papers
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.names import key
from hiretool.sourcing.out_of_time import outcomes, people, unambiguous
from hiretool.sourcing.record import named_first
from hiretool.sourcing.titles import same
from hiretool.sourcing.venues import canonical

DATA = Path(__file__).parents[3] / "shared" / "data" / "sourcing"
PAPERS = DATA / "arxiv_ml_upto2019.jsonl.xz"
BYLINES = DATA / "arxiv_authors_751k.parquet"
LISTS = DATA / "paperlists_to2018_and_2025.jsonl.xz"

LABELS = ("NeurIPS", "ICML", "ICLR", "CVPR", "ICCV", "ECCV")
"""Venues of which a list is here; those of ACL and EMNLP are not."""
WINDOW_YEARS = 3
POOL = 200
"""Papers that pass the gate for a topic."""
_LAST_YEAR = 2018
_NOT_ACCEPTED = {"reject", "withdraw", "active", "workshop", "poster workshop", "oral workshop"}
# All papers of ICML 2018 were given a talk, so that "oral" tells nothing there.
_NO_TIERS = {("ICML", 2018)}
_TOP_TIERS = {"oral", "spotlight", "award"}

TOPICS = (
    "recurrent neural network language model",
    "convolutional neural network image classification",
    "object detection",
    "semantic segmentation",
    "deep reinforcement learning",
    "policy gradient",
    "multi-armed bandits regret",
    "variational inference",
    "generative adversarial networks",
    "variational autoencoder",
    "Gaussian process regression",
    "kernel methods",
    "sparse coding dictionary learning",
    "compressed sensing recovery",
    "matrix completion low rank",
    "tensor decomposition",
    "stochastic gradient descent convergence",
    "convex optimization proximal algorithm",
    "distributed optimization machine learning",
    "online learning regret bounds",
    "PAC learning sample complexity",
    "active learning",
    "transfer learning domain adaptation",
    "multi-task learning",
    "semi-supervised learning graph",
    "clustering algorithm spectral",
    "topic models latent Dirichlet allocation",
    "Bayesian nonparametric Dirichlet process",
    "Markov chain Monte Carlo sampling",
    "causal inference discovery",
    "graphical models structure learning",
    "probabilistic programming",
    "word embeddings",
    "neural machine translation",
    "question answering reading comprehension",
    "image captioning",
    "visual question answering",
    "sentiment analysis",
    "dialogue systems",
    "parsing dependency",
    "speech recognition acoustic model",
    "music audio neural network",
    "recommender systems collaborative filtering",
    "metric learning similarity",
    "hashing nearest neighbor search",
    "face recognition",
    "human pose estimation",
    "action recognition video",
    "optical flow stereo depth",
    "visual tracking",
    "image super-resolution denoising",
    "person re-identification",
    "medical image segmentation",
    "robot grasping manipulation learning",
    "motion planning robot",
    "imitation learning inverse reinforcement",
    "adversarial examples robustness",
    "model compression quantization network",
    "differential privacy learning",
    "feature selection high-dimensional",
    "random forests ensemble boosting",
    "time series forecasting",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """Who may be ranked for a query."""

    query: str
    people: tuple[Person, ...]
    relevance: Mapping[str, float]
    """Paper id -> BM25, title twice."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Evidence to `today`, and what came of it in the two years after."""

    today: date
    people: tuple[Person, ...]
    """Everybody, with all papers that name them first as if they matched."""
    topics: tuple[Topic, ...]
    published: frozenset[str]
    """Label A: keys of those with a new paper at a venue of LABELS, named first."""
    at_length: frozenset[str]
    """Label B: those with a talk, a spotlight or an award among them."""


@dataclass(frozen=True, slots=True)
class World:
    """All that is known, of any year."""

    papers: list[Paper]
    bylines: list[Paper]
    """Papers of all fields of which only id, category, year and authors are known."""
    touched: dict[str, date]
    accepted: list[Acceptance]
    candidates: set[str]
    """Keys of names rare enough to be one person's."""


def world() -> World:
    import pandas as pd

    ml = list(papers(PAPERS))
    ids = {paper.id for paper in ml}
    table = pd.read_parquet(BYLINES)
    table = table[table.year <= _LAST_YEAR + 1]
    touched, bylines, names = {}, [], set()
    rows = zip(table.id, table.primary_cat, table.year, table.update_date.astype(str), table.authors, strict=True)
    for id, category, year, updated, authors in rows:
        names.update(authors)
        if id in ids:
            touched[id] = date.fromisoformat(updated[:10])
        elif len(authors):
            day = _day(id, year)
            bylines.append(Paper(id, None, "", "", tuple(authors), (category,), day, day, None, None, None))
    return World(ml, bylines, touched, list(_lists()), unambiguous(names))


def trial(known: World, year: int) -> Trial:
    """Evidence to the end of `year`, outcomes of the two years after."""
    today, since = date(year, 12, 31), date(year - WINDOW_YEARS + 1, 1, 1)
    recent = [paper for paper in known.papers if since <= paper.submitted <= today]
    names = {key(paper.authors[0]) for paper in recent} & known.candidates
    found = people(
        [*known.papers, *known.bylines],
        day=today,
        since=since,
        accepted=known.accepted,
        names=names,
        touched=known.touched,
    )
    came = outcomes(found, known.accepted, after=today, until=date(year + 2, 12, 31), venues=LABELS)
    talks = {name for name, lines in came.items() if any(line.tier in _TOP_TIERS for line in lines)}
    everybody = tuple(replace(one, papers=tuple(named_first(one, today))) for one in found)
    by_key = {one.key: one for one in everybody}
    return Trial(today, everybody, tuple(_topics(recent, by_key)), frozenset(came), frozenset(talks))


def _topics(recent: list[Paper], by_key: dict[str, Person]) -> Iterator[Topic]:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table found using fts5(title, abstract, tokenize = 'porter unicode61')")
    # The gate may read an abstract of later; evidence may not.
    rows = ((number, paper.title, paper.abstract) for number, paper in enumerate(recent))
    database.executemany("insert into found(rowid, title, abstract) values (?, ?, ?)", rows)
    for topic in TOPICS:
        words = " OR ".join(f'"{word}"' for word in topic.split())
        asked = "select rowid, -bm25(found, 2, 1) from found where found match ? order by 2 desc limit ?"
        relevance = {recent[number].id: score for number, score in database.execute(asked, (words, POOL))}
        first: defaultdict[str, set[str]] = defaultdict(set)
        for paper in recent:
            if paper.id in relevance and key(paper.authors[0]) in by_key:
                first[key(paper.authors[0])].add(paper.id)
        yield Topic(topic, tuple(_matching(by_key[name], ids) for name, ids in first.items()), relevance)
    database.close()


def _matching(person: Person, ids: set[str]) -> Person:
    return replace(person, papers=tuple(paper for paper in person.papers if paper.id in ids))


def _lists() -> Iterable[Acceptance]:
    seen = set()
    with lzma.open(LISTS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            tier = (row.get("status") or "").lower()
            named = re.fullmatch(r"([a-z0-9]*?)(\d{4})", row["venue"])
            if named is None or int(named[2]) > _LAST_YEAR or tier in _NOT_ACCEPTED:
                continue
            venue, year = canonical(named[1]), int(named[2])
            tier = "award" if row.get("award") else "" if (venue, year) in _NO_TIERS else tier
            if (venue, year, same(row["title"])) not in seen:
                seen.add((venue, year, same(row["title"])))
                yield Acceptance(venue, year, row["title"], tuple(row["author"]), tier, LISTS.name)


def _day(id: str, year: int) -> date:
    """Middle of the month that an arXiv id names."""
    month = int(id.rpartition("/")[2][2:4])
    return date(year, month if 1 <= month <= 12 else 6, 15)

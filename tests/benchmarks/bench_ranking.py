"""Would the list have been worth reading? Evidence to 2016, papers at leading venues in 2017 and 2018, by topic.

Label A: at least one new paper, named first, at NeurIPS, ICML, ICLR, CVPR, ICCV or ECCV. Label B: a talk, a spotlight
or an award among them. Weights are fitted on evidence to 2014 and papers of 2015 and 2016. What leaves the future out
is in hiretool.sourcing.out_of_time; what ranks is hiretool.sourcing.ranking.ranked, as shipped.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from math import log2
from typing import TYPE_CHECKING

from hiretool.sourcing import Person, ranking, signals, weights
from hiretool.sourcing.fitting import OF_THE_QUERY, fitted
from hiretool.sourcing.record import known
from tests.benchmarks.ranking_data import DATA, LABELS, PAPERS, Topic, Trial, trial, world

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FIRST = 20
"""As many as a recruiter reads."""
REPEATS = 10_000
TRAINED, TESTED = 2014, 2016
STAGES = ((0, 3), (3, 6), (6, 100))
"""Years since the first paper: from, below."""

Ranker = Callable[[Topic], list[Person]]


def main() -> None:
    if not PAPERS.exists():
        print(f"skipped: {DATA} is not here")
        return
    clock = time.perf_counter()
    everything = world()
    before, now = trial(everything, TRAINED), trial(everything, TESTED)
    people = sum(len(topic.people) for topic in now.topics) / len(now.topics)
    print(
        f"{len(now.people):,} people, {len(now.published)} with a new paper at {', '.join(LABELS)} in {TESTED + 1}-"
        f"{(TESTED + 2) % 100}, {len(now.at_length)} of them with a talk, spotlight or award; {len(now.topics)} topics "
        f"of {people:.0f} people each; read in {time.perf_counter() - clock:.0f} s"
    )
    rankers = _rankers(now, before)
    orders = {name: [ranker(topic) for topic in now.topics] for name, ranker in rankers.items()}
    _table("A", orders, now.published)
    _table("B", orders, now.at_length)
    _stages(orders["research, + lists of accepted papers"], now)
    print(f"{time.perf_counter() - clock:.0f} s in all; goal below 300 s", flush=True)


def _rankers(now: Trial, before: Trial) -> dict[str, Ranker]:
    research = weights.get("research").weights
    chance = random.Random(0)

    def by(points: Mapping[str, float], *, lists: bool) -> Ranker:
        def ranker(topic: Topic) -> list[Person]:
            people = topic.people if lists else [replace(person, accepted=()) for person in topic.people]
            scored = ranking.ranked(people, today=now.today, weights=points, relevance=topic.relevance)
            return [one.person for one in scored]

        return ranker

    def relevance(topic: Topic) -> list[Person]:
        return sorted(topic.people, key=lambda person: -_best(person, topic))

    def count(topic: Topic) -> list[Person]:
        papers = {person.key: len(by_key[person.key].papers) for person in topic.people}
        return sorted(topic.people, key=lambda person: (-papers[person.key], -_best(person, topic)))

    def matching(topic: Topic) -> list[Person]:
        return sorted(topic.people, key=lambda person: (-len(person.papers), -_best(person, topic)))

    by_key = {person.key: person for person in now.people}
    return {
        "in any order": lambda topic: chance.sample(topic.people, len(topic.people)),
        "relevance only": relevance,
        "papers named first, counted": count,
        "matching papers, counted": matching,
        "research, arXiv only": by(research, lists=False),
        "research, + lists of accepted papers": by(research, lists=True),
        f"fitted to {TRAINED}, arXiv only": by(_fitted(before, lists=False), lists=False),
        f"fitted to {TRAINED}, + lists": by(_fitted(before, lists=True), lists=True),
    }


def _best(person: Person, topic: Topic) -> float:
    return max(topic.relevance[paper.id] for paper in person.papers)


def _fitted(before: Trial, *, lists: bool) -> Mapping[str, float]:
    people = before.people if lists else [replace(person, accepted=()) for person in before.people]
    # Of everybody all papers match here, so that the two signals of the query would tell nothing.
    of = [name for name in signals.names() if name not in OF_THE_QUERY]
    found = fitted(people, before.published, today=before.today, of=of)
    told = ", ".join(f"{name} {weight}" for name, weight in found.weights.items())
    print(
        f"fitted on {found.people:,} people {'with' if lists else 'without'} lists: {told}; AUC {found.auc:.3f} there"
    )
    return found.weights


def _table(label: str, orders: Mapping[str, Sequence[list[Person]]], true: AbstractSet[str]) -> None:
    import numpy as np

    told = [number for number, order in enumerate(orders["relevance only"]) if any(one.key in true for one in order)]
    print(f"\nlabel {label}: {len(told)} topics with anybody of whom it came true; 95 % by bootstrap over topics")
    gain = {name: [[one.key in true for one in order[number]] for number in told] for name, order in orders.items()}
    ndcg = {name: np.array([_ndcg(topic) for topic in topics]) for name, topics in gain.items()}
    hits = {name: np.array([sum(topic[:FIRST]) / FIRST for topic in topics]) for name, topics in gain.items()}
    count = "papers named first, counted"
    for name in orders:
        line = f"{name:<38} nDCG@{FIRST} {_interval(ndcg[name])}   P@{FIRST} {_interval(hits[name])}"
        print(line if name == count else f"{line}   nDCG over count {_interval(ndcg[name] - ndcg[count], '+')}")


def _ndcg(true: Sequence[bool]) -> float:
    worth = [1 / log2(place + 2) for place in range(FIRST)]
    best = sum(worth[: min(sum(true), FIRST)])
    return sum(each for each, is_true in zip(worth, true, strict=False) if is_true) / best


def _interval(values: NDArray[np.float64], sign: str = "") -> str:
    import numpy as np

    drawn = np.random.default_rng(0).choice(values, (REPEATS, len(values))).mean(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    return f"{values.mean():{sign}.3f} [{low:{sign}.3f}, {high:{sign}.3f}]"


def _stages(orders: Sequence[list[Person]], now: Trial) -> None:
    """Whom the list reaches: nobody should be missing because they began lately, or long ago."""
    print("\nyears since the first paper     all   came true   in the first 20   of those: came true")
    pools = [person for order in orders for person in order]
    shown = [person for order in orders for person in order[:FIRST]]
    years = {p.key: (now.today - known(p, now.today)[-1].submitted).days / 365.25 for p in now.people}

    def share(people: Sequence[Person], low: int, high: int) -> float:
        return sum(low <= years[person.key] < high for person in people) / max(len(people), 1)

    for low, high in STAGES:
        there = [person for person in shown if low <= years[person.key] < high]
        named = f"{low} to {high}" if high < 100 else f"{low} or more"
        true = sum(person.key in now.published for person in there) / max(len(there), 1)
        came = share([person for person in pools if person.key in now.published], low, high)
        print(f"{named:<28} {share(pools, low, high):6.2f} {came:11.2f} {share(shown, low, high):17.2f} {true:23.2f}")


if __name__ == "__main__":
    main()

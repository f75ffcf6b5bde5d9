"""Venues claimed in comments against the venues' own lists: how many of the claims are right, and how many are made."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from hiretool.sourcing import papers
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.accepted_lists import acceptances, matched, title_key
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.signals._claims import Claim, claims
from hiretool.sourcing.words import words

DATA = Path(__file__).parents[3] / "shared" / "data" / "sourcing"
LISTS = DATA / "paperlists_to2018_and_2025.jsonl.xz"
SETS = {
    "2025-26, on which the rules were made": ("arxiv_ml_2025_2026_sample60k.jsonl.xz", 8),
    "to 2019, on which a few were mended": ("arxiv_ml_upto2019.jsonl.xz", 12),
}
# Below it two titles are two papers; of 60 pairs at or above it that were read, all are one paper under two titles.
LIKE = 0.3
TIERS = ("oral", "spotlight", "highlight")

Place = tuple[str, int | None]


class Lists:
    """Accepted papers by venue and year."""

    def __init__(self, lines: Iterable[Acceptance]) -> None:
        self.tiers: defaultdict[Place, dict[str, str]] = defaultdict(dict)
        self.first: defaultdict[Place, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for line in lines:
            self.tiers[line.venue, line.year][title_key(line.title)] = line.tier
            self.first[line.venue, line.year][key(line.authors[0])].append(line.title)

    def verdict(self, paper: Paper, place: Place) -> str:
        """ "same title", "retitled" (the same first author, and much of the title) or "not there"."""
        if title_key(paper.title) in self.tiers[place]:
            return "same title"
        own = _telling(paper.title)
        for title in self.first[place].get(key(paper.authors[0]), ()):
            other = _telling(title)
            if len(own & other) >= LIKE * len(own | other) or title.split(":")[0] == paper.title.split(":")[0]:
                return "retitled"
        return "not there"


def main() -> None:
    if not LISTS.exists():
        print(f"{LISTS.name} is not here: nothing to measure against")
        return
    clock = time.perf_counter()
    lines = list(acceptances(LISTS))
    print(f"{len(lines):,} lines of lists read in {time.perf_counter() - clock:.1f} s")
    lists, everything = Lists(lines), list[Paper]()
    for what, (file, largest) in SETS.items():
        read = list(papers(DATA / file))
        everything += read
        clock = time.perf_counter()
        said = [(paper, claims(paper.comment)) for paper in read]
        seconds = time.perf_counter() - clock
        print(f"\n{what}: {len(read):,} papers, {sum(bool(found) for _, found in said):,} with a claim, "
              f"{seconds / len(read) * 1e6:.0f} us a paper")  # fmt: skip
        _report(said, lists, largest)
    clock = time.perf_counter()
    found = sum(line.paper_id is not None for line in matched(lines, everything))
    print(f"\n{found:,} lines matched with {len(everything):,} papers in {time.perf_counter() - clock:.1f} s")
    clock = time.perf_counter()
    for paper in everything:
        title_key(paper.title)
    print(f"title_key: {(time.perf_counter() - clock) / len(everything) * 1e6:.1f} us a title")


def _report(said: list[tuple[Paper, tuple[Claim, ...]]], lists: Lists, largest: int) -> None:
    per: defaultdict[str, Counter[str]] = defaultdict(Counter)
    tiers: Counter[bool] = Counter()
    listed: Counter[str] = Counter()
    for paper, found in said:
        title = title_key(paper.title)
        for place, there in lists.tiers.items():
            listed[place[0]] += title in there
        for claim in found:
            place = (claim.venue, claim.year)
            # Lists hold the main track; what a claim calls another track cannot be looked up in them.
            if place not in lists.tiers or claim.track:
                continue
            verdict = lists.verdict(paper, place)
            per[claim.venue][verdict] += 1
            there = lists.tiers[place]
            if claim.tier in TIERS and title in there and claim.tier in there.values():
                tiers[there[title] == claim.tier] += 1
    order = sorted(per, key=lambda venue: -sum(per[venue].values()))
    print(f"{'venue':<16}{'claims':>7}{'same title':>12}{'or retitled':>13}{'of listed':>11}")
    total: Counter[str] = Counter()
    for number, venue in enumerate(order):
        total.update(per[venue])
        _line(venue, per[venue], per[venue]["same title"] / listed[venue] if listed[venue] else 0)
        if number + 1 == largest:
            _line(f"these {largest}", total, None)
    _line("all", total, None)
    print(f"tier said in the comment, of venues whose list tells it: {tiers[True]} of {tiers.total()} right")


def _line(name: str, verdicts: Counter[str], recall: float | None) -> None:
    count, exact = verdicts.total(), verdicts["same title"]
    told = f"{recall:11.2f}" if recall is not None else ""
    print(f"{name:<16}{count:7,}{exact / count:12.3f}{(exact + verdicts['retitled']) / count:13.3f}{told}", flush=True)


def _telling(title: str) -> set[str]:
    return set(words(title)) - {"a", "the", "of", "for", "in", "with", "and", "to", "via", "on", "from"}


if __name__ == "__main__":
    main()

"""People found in a corpus -> the same, told apart from their namesakes, with all that the corpus knows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hiretool.sourcing import listed
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.accepted_lists import title_key
from hiretool.sourcing.corpus import Corpus
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import WITHHELD, Paper
from hiretool.sourcing.people import Person, made
from hiretool.sourcing.repository import Repository

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.sourcing.identity import Identity, Overrides

MOST_PAPERS = 200
"""Of one name that are looked at, the newest first: a name with more is that of many people."""


def looked_up(
    corpus: Corpus, people: Sequence[Person], *, today: date, overrides: Overrides | None = None
) -> list[Person]:
    """The people with their whole record; a name that is that of several is as many people.

    Only papers submitted up to `today`, and lists up to its year, are looked at.
    """
    accepted = corpus.accepted([person.key for person in people])
    names = {
        person.key: _Name(person, _papers_of(corpus, person, today), accepted.get(person.key, []), today)
        for person in people
    }
    papers = {paper.id: paper for name in names.values() for paper in name.papers}
    told = _told_apart(corpus, list(papers.values()), {person.key: person.name for person in people}, overrides)
    code = defaultdict[str, list[Repository]](list)
    for link in corpus.code(list(papers)):
        code[link.paper_id].append(link)
    return [found for person in people for found in names[person.key].split(told[person.key], code)]


def _papers_of(corpus: Corpus, person: Person, today: date) -> dict[str, Paper]:
    """The papers that match, and the newest others of the name."""
    found = {paper.id: paper for paper in person.papers}
    for paper in corpus.signed([person.key], limit=MOST_PAPERS):
        if paper.submitted <= today:
            found.setdefault(paper.id, paper)
    return found


class _Name:
    """All that bears a name: papers of arXiv, and lines of lists that are none of them."""

    def __init__(self, person: Person, papers: dict[str, Paper], lines: Sequence[Acceptance], today: date) -> None:
        self._person = person
        by_title = {title_key(paper.title): paper.id for paper in papers.values() if not listed.is_listed(paper.id)}
        self._lines = [
            (by_title.get(title_key(line.title)) or listed.paper(line, today=today).id, line)
            for line in lines
            if line.year <= today.year
        ]
        for _, line in self._lines:
            if title_key(line.title) not in by_title:
                own = listed.paper(line, today=today)
                papers.setdefault(own.id, own)
        # What was found by a line, and is on arXiv under the same title, is shown as the paper on arXiv.
        self._matching = [papers[by_title.get(title_key(paper.title), paper.id)] for paper in person.papers]
        self.papers = [
            paper
            for paper in papers.values()
            if not listed.is_listed(paper.id) or title_key(paper.title) not in by_title
        ]

    def split(self, told: Mapping[str, Identity], code: Mapping[str, list[Repository]]) -> Iterator[Person]:
        """One for each identity that has a matching paper."""
        matching, records = defaultdict[str, dict[str, Paper]](dict), defaultdict[str, list[Paper]](list)
        for paper in self._matching:
            matching[told[paper.id].id][paper.id] = paper
        for paper in sorted(self.papers, key=lambda paper: (paper.submitted, paper.id), reverse=True):
            if not listed.is_listed(paper.id):
                records[told[paper.id].id].append(paper)
        for id, first in matching.items():
            lines = [
                replace(line, paper_id=None if listed.is_listed(at) else at)
                for at, line in self._lines
                if told[at].id == id
            ]
            yield replace(
                made(self._person.key, first.values()),
                record=tuple(records[id]),
                accepted=tuple(sorted(lines, key=lambda line: (-line.year, line.venue, line.title))),
                code=tuple(link for paper in records[id] for link in code.get(paper.id, ())),
                known=told[next(iter(first))],
            )


def _told_apart(
    corpus: Corpus, papers: Sequence[Paper], names: Mapping[str, str], overrides: Overrides | None
) -> dict[str, dict[str, Identity]]:
    """Key of a name -> paper -> whose it is."""
    from hiretool.sourcing.identity import told_apart

    if not papers:
        return {}
    frame, counts = _mentions(papers), corpus.name_counts(papers)
    ids, known = told_apart(frame, counts=counts, names=names.values(), overrides=overrides)
    told: dict[str, dict[str, Identity]] = {one: {} for one in names}
    for paper, name, id in zip(frame["paper"], frame["name"], ids, strict=True):
        if id and (found := key(name)) in told:
            # Of two namesakes on one paper, the one named first: that is who was found.
            told[found].setdefault(paper, known[id])
    return told


def _mentions(papers: Sequence[Paper]) -> pd.DataFrame:
    """One row an author of a paper."""
    import pandas as pd

    rows = [
        (paper.id, at, name, paper.title)
        for paper in papers
        for at, name in enumerate(paper.authors)
        # Two who objected are not one co-author.
        if name != WITHHELD
    ]
    return pd.DataFrame(rows, columns=["paper", "position", "name", "title"])

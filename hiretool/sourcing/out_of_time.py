"""Papers and lists up to a day -> what could be known of people on that day; lists after it -> what became of them.

A ranking is tried on what came later: evidence to day T, outcomes after it. What was written after T, or is one paper
in both, would make any ranking look better than it is: `as_known`, `known_lists` and `outcomes` leave it out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.credit import by_collaboration
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person, first_authors
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.titles import same

HOMONYMS = 0.2
"""Expected number of people of one name above which it is ambiguous: such a name is no candidate.

Source: the optimum of a measurement for this project on 42,352 OpenReview-labelled mentions (the half of the names that
was not used to test the rule).
"""


def as_known(paper: Paper, day: date, *, touched: date | None = None) -> Paper | None:
    """The paper as it was known on `day`; None if it came later.

    A record has the comment, the abstract and the references of its latest version only: where that is later than
    `day`, "accepted at ..." and links to code may be later too, and all of them are taken away.
    touched: last change of the record without a new version, if the source tells it.
    """
    if paper.submitted > day:
        return None
    if max(paper.updated, touched or paper.updated) <= day:
        return paper
    return replace(paper, abstract="", comment=None, journal_ref=None, doi=None, versions=None, updated=paper.submitted)


def known_lists(accepted: Iterable[Acceptance], day: date) -> list[Acceptance]:
    """Lines of the lists that were out on `day`: those of years that had ended, lists being dated by the year only."""
    return [one for one in accepted if date(one.year, 12, 31) <= day]


def outcomes(
    known: Iterable[Person], accepted: Iterable[Acceptance], *, after: date, until: date, venues: Collection[str]
) -> dict[str, list[Acceptance]]:
    """Person's key -> lines of the lists of `venues` that name them first, of years after `after` and to `until`.

    A paper that was known already, on arXiv or in a list, by title, is no new one. A person without a line is missing.
    """
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for person in known:
        titles[person.key].update(same(paper.title) for paper in (*person.papers, *person.record))
        titles[person.key].update(same(one.title) for one in person.accepted)
    found: defaultdict[str, list[Acceptance]] = defaultdict(list)
    for one in accepted:
        if one.venue in venues and one.authors and date(one.year, 1, 1) > after and date(one.year, 12, 31) <= until:
            name = key(one.authors[0])
            if name in titles and (title := same(one.title)) not in titles[name]:
                found[name].append(one)
                titles[name].add(title)
    return dict(found)


def people(
    papers: Iterable[Paper],
    *,
    day: date,
    since: date,
    accepted: Iterable[Acceptance] = (),
    code: Iterable[Repository] = (),
    names: Collection[str] | None = None,
    touched: Mapping[str, date] | None = None,
) -> list[Person]:
    """People named first on a paper of `since` to `day`, with all that `papers` and `accepted` say of them to `day`.

    names: keys of the people wanted; all, if there are none. touched: paper id -> last change, as for `as_known`.
    """
    last = touched or {}
    seen = [known for paper in papers if (known := as_known(paper, day, touched=last.get(paper.id))) is not None]
    active = [paper for paper in seen if paper.submitted >= since]
    found = [one for one in first_authors(active, today=day) if names is None or one.key in names]
    wanted = {one.key for one in found}
    record: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in seen:
        if not by_collaboration(paper):
            for name in wanted.intersection(map(key, paper.authors)):
                record[name].append(paper)
    lines: defaultdict[str, list[Acceptance]] = defaultdict(list)
    for one in known_lists(accepted, day):
        for name in wanted.intersection(map(key, one.authors)):
            lines[name].append(one)
    linked: defaultdict[str, list[Repository]] = defaultdict(list)
    for repository in code:
        if repository.pushed is not None and repository.pushed <= day:
            linked[repository.paper_id].append(repository)
    return [
        replace(
            one,
            record=tuple(sorted(record[one.key], key=lambda paper: (paper.submitted, paper.id), reverse=True)),
            accepted=tuple(sorted(lines[one.key], key=lambda line: (-line.year, line.venue, line.title))),
            code=tuple(each for paper in record[one.key] for each in linked[paper.id]),
        )
        for one in found
    ]


def unambiguous(names: Iterable[str]) -> set[str]:
    """Keys of names that fewer than 0.2 other people are expected to bear, of `names` as spelt in the whole corpus.

    Expected homonyms: people with that first name x people with that surname / people.
    """
    whole = [parts for parts in (one.split() for one in set(map(key, set(names)))) if len(parts) == 2]
    whole = [parts for parts in whole if min(map(len, parts)) > 1]
    first, last = Counter(parts[0] for parts in whole), Counter(parts[1] for parts in whole)
    return {" ".join(parts) for parts in whole if first[parts[0]] * last[parts[1]] < HOMONYMS * len(whole)}

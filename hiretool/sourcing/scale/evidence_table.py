"""Papers, people and claims -> what can be said of each person named first; one row a person."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.scale import bylines as by
from hiretool.sourcing.scale.columns import Table, ibis
from hiretool.sourcing.scale.exact import from_millionths, millionths


def signed(papers: Table, bylines: Table, *, today: date) -> Table:
    """Papers to `today` that no collaboration signs: (paper, submitted, code, n, chance, recency).

    To be written down, as `credited`: in one expression with the sums it is more code than Java compiles for a method.
    """
    known = papers.filter(papers.submitted <= today).select("paper", "primary", "submitted", "code")
    joined = known.join(bylines.filter(~bylines.by_collaboration), "paper")
    chance = by.chance(by.share(joined.primary), by.orders(joined.n), joined.sorted)
    return joined.select("paper", "submitted", "code", "n", chance=chance, recency=by.recency(joined.submitted, today))


def credited(signed: Table) -> Table:
    """The same with what each counts: (paper, submitted, code, credit, recency)."""
    return signed.select("paper", "submitted", "code", "recency", credit=by.credit(signed.chance, signed.n))


def named_first(credited: Table, keyed: Table, people: Table, claimed: Table) -> Table:
    """One row a paper, with the person named first and, in millionths, what it counts."""
    firsts = keyed.filter(keyed.position == 0).select("paper", "name")
    persons = people.filter(people.position == 0).select("paper", "key", "person")
    claims = claimed.select("paper", "venue", "distinction")
    joined = credited.join(firsts, "paper").join(persons, "paper").left_join(claims, "paper")
    return joined.select(
        "paper", "person", "key", "name", "submitted", "venue",
        credit=millionths(joined.credit),
        weight=millionths(joined.credit * joined.recency),
        alphabetical=by.is_alphabetical(joined.credit).cast("int64"),
        claim=joined.venue.notnull().cast("int64"),
        distinction=joined.distinction.fill_null(False).cast("int64"),
        code=joined.code.fill_null(False).cast("int64"),
    )  # fmt: skip


def evidence(firsts: Table, papers: Table, people: Table, names: Table, *, today: date) -> Table:
    """The evidence table. firsts: of `named_first`."""
    summed = firsts.group_by(["person", "key"]).aggregate(
        papers=firsts.count(), alphabetical=firsts.alphabetical.sum(), credit=firsts.credit.sum(),
        weight=firsts.weight.sum(), claims=firsts.claim.sum(), venues=firsts.venue.nunique(),
        distinctions=firsts.distinction.sum(), code=firsts.code.sum(),
    )  # fmt: skip
    joined = (
        summed.join(_newest(firsts), "person")
        .join(_spelling(firsts), "person")
        .join(_record(papers, people, today=today), "person")
        .join(names.select("key", "expected_homonyms", "shared"), "key")
    )
    return joined.mutate(
        credit=from_millionths(joined.credit), weight=from_millionths(joined.weight),
        newest_year=joined.newest.year(),
    )  # fmt: skip


def _newest(firsts: Table) -> Table:
    order = ibis.window(group_by=firsts.person, order_by=[firsts.submitted.desc(), firsts.paper.desc()])
    ranked = firsts.select("person", newest="submitted", newest_paper="paper", rank=ibis.row_number().over(order))
    return ranked.filter(ranked["rank"] == 0).drop("rank")


def _spelling(firsts: Table) -> Table:
    """The spelling used most often; of equals, the one on the newest paper."""
    order = ibis.window(group_by=[firsts.person, firsts.name], order_by=[firsts.submitted.desc(), firsts.paper.desc()])
    each = firsts.select(
        "person", "name", "submitted", "paper", rank=ibis.row_number().over(order),
        times=firsts.count().over(ibis.window(group_by=[firsts.person, firsts.name])),
    )  # fmt: skip
    newest = each.filter(each["rank"] == 0)
    best = ibis.window(
        group_by=newest.person, order_by=[newest.times.desc(), newest.submitted.desc(), newest.paper.desc()]
    )
    ranked = newest.select("person", "name", place=ibis.row_number().over(best))
    return ranked.filter(ranked.place == 0).drop("place")


def _record(papers: Table, people: Table, *, today: date) -> Table:
    """Papers at any place of the byline, and the year of the first."""
    known = papers.filter(papers.submitted <= today).select("paper", "submitted")
    each = people.select("person", "paper").distinct().join(known, "paper")
    return each.group_by("person").aggregate(mentions=ibis._.count(), first_year=ibis._.submitted.year().min())

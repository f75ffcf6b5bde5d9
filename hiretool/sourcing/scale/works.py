"""Nested lists of authors -> the two input tables, in expressions, so that an engine does it where they lie."""

from __future__ import annotations

from hiretool.sourcing.scale.columns import Table, ibis
from hiretool.sourcing.scale.tables import MENTIONS, PAPERS


def of_openalex(works: Table) -> tuple[Table, Table]:
    """Papers and mentions of OpenAlex works.

    works: `id`, `publication_date` (text or date), `title`, `doi`, `primary_topic` (struct with `id`) and `authorships`
    (list of structs with `author.display_name`), in byline order. OpenAlex has no comments, versions or arXiv
    categories: those columns are null or 1, and no venue is claimed.
    """
    day = works.publication_date.cast("date")
    topic = works.primary_topic.id.fill_null("")
    length = works.authorships.length().fill_null(0)
    papers = works.select(
        paper=works.id,
        primary=topic,
        categories=topic,
        submitted=day,
        updated=day,
        versions=ibis.literal(1, "int16"),
        title=works.title,
        comment=ibis.null("string"),
        journal_ref=ibis.null("string"),
        doi=works.doi,
        n_authors=length.cast("int16"),
        code=ibis.literal(False),
    )
    listed = works.select("id", "authorships", n=length).unnest("authorships", offset="position")
    mentions = listed.select(
        paper=listed.id, position=listed.position, n=listed.n, name=listed.authorships.author.display_name.fill_null("")
    )
    return _typed(papers, PAPERS), _typed(mentions, MENTIONS)


def of_lists(papers: Table, *, paper: str, authors: str) -> Table:
    """Mentions of a table with a list of names a row."""
    listed = papers.select(paper=papers[paper], name=papers[authors], n=papers[authors].length())
    return _typed(listed.unnest("name", offset="position"), MENTIONS)


def _typed(table: Table, schema: dict[str, str]) -> Table:
    return table.select(**{name: table[name].cast(kind) for name, kind in schema.items()})

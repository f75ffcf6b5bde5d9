"""hiretool corpus: build, info, harvest, update, export; and tables."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import emit, format_options, say, workspace_folder
from hiretool.cli.corpus_tables import tables

if TYPE_CHECKING:
    from hiretool.sourcing.corpus import Corpus, Counts
    from hiretool.sourcing.corpus.inputs import Taken
    from hiretool.sourcing.paper import Paper


@click.group()
def corpus() -> None:
    """Keep all of arXiv in a folder, and search it offline."""


corpus.add_command(tables)


def place_option(command: Callable[..., None]) -> Callable[..., None]:
    """--corpus."""
    return click.option(
        "--corpus",
        "place",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="The corpus's folder. Also HIRETOOL_CORPUS.  [default: in the user's data folder]",
    )(command)


@corpus.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@place_option
@click.option("--engine", type=click.Choice(["tantivy", "fts5"]), help="Of a new corpus.  [default: tantivy if there]")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["papers", "accepted", "code"]),
    help="What the files are.  [default: by their beginning]",
)
@click.option("--map", "pairs", multiple=True, metavar="NAME=COLUMN", help='A column of a table: title="Paper Title".')
@click.option("--venue", default="", help="Venue of a list of accepted papers that does not say it.")
@click.option("--year", type=click.IntRange(1980, 2100), help="Year of such a list.")
def build(
    files: tuple[Path, ...],
    place: Path | None,
    engine: str | None,
    kind: str | None,
    pairs: tuple[str, ...],
    venue: str,
    year: int | None,
) -> None:
    """Put papers, lists of accepted papers and links to code into the corpus.

    FILE is arXiv's metadata snapshot (JSON lines, plain, .gz, .xz or .zst), pages of its OAI-PMH or API; a conference's
    list of accepted papers, or a table of links from papers to code (CSV, JSON, Parquet). A build that was stopped goes
    on where it was when it is run again; lines that cannot be used are counted and listed in the corpus's folder. The
    names of people who objected in the workspace at hand are withheld.

    Example: hiretool corpus build arxiv-metadata-oai-snapshot.json neurips2025.json links.csv.gz
    """
    from hiretool.sourcing.corpus import inputs

    mapping = inputs.mapping(pairs)
    # Before the first one is read: a wrong name far down the list would be found out after minutes.
    kinds = [kind or inputs.kind(file) for file in files]
    with _made(place, engine) as built:
        for file, what in zip(files, kinds, strict=True):
            if what == "papers":
                _papers(built, file)
            elif what == "accepted":
                _told(file, inputs.accepted(built, file, mapping=mapping, venue=venue, year=year, say=say))
            else:
                _told(file, inputs.code(built, file, mapping=mapping, say=say))
        _finish(built)


@corpus.command()
@place_option
@format_options("table", "json", default="table")
def info(place: Path | None, format: str | None, output: Path | None, force: bool) -> None:
    """Say what is in the corpus, where from, and how much room it takes.

    Example: hiretool corpus info
    """
    from hiretool.sourcing.corpus import Corpus
    from hiretool.sourcing.corpus.place import default
    from hiretool.sourcing.corpus.report import report

    with Corpus(place or default()) as opened:
        emit(report(opened.info()), format, output, default="table", force=force)


@corpus.command()
@place_option
@click.option(
    "--set", "sets", multiple=True, metavar="SET", help="Of arXiv's sets: cs, stat, cs:cs:LG.  [default: all]"
)
@click.option(
    "--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="First day of changes.  [default: where it was]"
)
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day of changes.")
@click.option("--engine", type=click.Choice(["tantivy", "fts5"]), help="Of a new corpus.  [default: tantivy if there]")
def harvest(place: Path | None, sets: tuple[str, ...], since: object, until: object, engine: str | None) -> None:
    """Ask arXiv over the network for all papers that were added or changed, one page every 3 seconds.

    All of arXiv takes an hour or more; it can be stopped at any time, and goes on where it was. Nothing but the names
    of the sets and the days is sent.

    Example: hiretool corpus harvest --set cs --set stat
    """
    with _made(place, engine) as built:
        _harvest(built, sets, _day(since), _day(until))
        _finish(built)


@corpus.command()
@place_option
def update(place: Path | None) -> None:
    """Ask arXiv over the network for what was added or changed since the corpus was last brought up to date.

    Example: hiretool corpus update
    """
    from hiretool.sourcing.corpus import Corpus
    from hiretool.sourcing.corpus.place import default

    with Corpus(place or default()) as built:
        _harvest(built, None, None, None)
        _finish(built)


@corpus.command()
@place_option
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), required=True, metavar="DIR")
@click.option("--force", is_flag=True, help="Replace the files if they exist.")
def export(place: Path | None, target: Path, force: bool) -> None:
    """Write papers.parquet and mentions.parquet, for `corpus tables` and other tools.

    The names of people who objected in the workspace at hand are withheld.

    Example: hiretool corpus export -o tables
    """
    from hiretool.sourcing.corpus import Corpus
    from hiretool.sourcing.corpus.export import export as write
    from hiretool.sourcing.corpus.place import default

    with Corpus(place or default()) as opened:
        from hiretool.sourcing.privacy.suppressions import Suppressions

        byline = Suppressions.load(workspace_folder()).byline
        papers, mentions = write(opened, target, force=force, byline=byline)
    say(f"Wrote {papers:,} papers and {mentions:,} mentions of authors to {target}")


@contextmanager
def _made(place: Path | None, engine: str | None) -> Iterator[Corpus]:
    """The corpus, which is made if it is not there; it is gone again if nothing came into it."""
    import shutil

    from hiretool.sourcing.corpus import Corpus
    from hiretool.sourcing.corpus.place import default, exists

    folder = place or default()
    fresh = not exists(folder)
    made = Corpus.made(folder, engine_name=engine)
    say(f"Corpus: {made.folder} ({made.index.name})")
    try:
        yield made
    finally:
        empty = fresh and not made.shelf.sources()
        made.close()
        if empty:
            shutil.rmtree(folder)


def _papers(built: Corpus, file: Path) -> None:
    from hiretool.sourcing.corpus import Builder

    _say_counts(str(file), Builder(built.shelf, built.index, say=say, withheld=_withheld()).file(file))


def _harvest(
    built: Corpus, sets: tuple[str, ...] | None, since: datetime.date | None, until: datetime.date | None
) -> None:
    from hiretool.sourcing import harvest, kept
    from hiretool.sourcing.corpus import Builder, harvesting

    begins = harvesting.begins(built, sets, since)
    first = {name: day for name, day in begins.items() if day}
    pages = harvest.harvest(kept.folder(), since=first, until=until, sets=[name for name in begins if name], say=say)
    builder = Builder(built.shelf, built.index, say=say, withheld=_withheld())
    _say_counts("arXiv", harvesting.harvested(built, builder, pages))


def _withheld() -> Callable[[Paper], Sequence[str]] | None:
    """Names on a paper that all who bear them objected to in the workspace at hand: they do not come in.

    Who objected by their papers is known by these alone: the name stays on them, and lists leave the person out.
    """
    from hiretool.sourcing.privacy.suppressions import Suppressions

    objections = Suppressions.load(workspace_folder())
    if not objections:
        return None
    return lambda paper: [name for name in paper.authors if objections.hides(name)]


def _say_counts(name: str, counts: Counts) -> None:
    same = f", {counts.same:,} as they were" if counts.same else ""
    newer = f", {counts.newer:,} changed" if counts.newer else ""
    bad = f"; {_lines(counts.bad)} could not be used" if counts.bad else ""
    say(f"{name}: {counts.new:,} papers new{newer}{same}{bad}.")


def _told(file: Path, taken: Taken) -> None:
    what = f"{taken.linked:,} links to code of {taken.lines:,}" if taken.linked else _lines(taken.lines)
    left_out = f", {taken.left_out:,} not accepted and left out" if taken.left_out else ""
    bad = f"; {_lines(taken.bad_count)} could not be used" if taken.bad_count else ""
    say(f"{file}: {what}{left_out}{bad}.")
    for note in taken.notes:
        say(f"  {note}")


def _finish(built: Corpus) -> None:
    """Count the names, and list what could not be used in a file of the corpus's folder."""
    built.count_names()
    if count := built.list_bad():
        say(f"What could not be used ({_lines(count)}) is listed in {built.folder / 'bad-lines.tsv'}")


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"


def _day(moment: object) -> datetime.date | None:
    return moment.date() if isinstance(moment, datetime.datetime) else None

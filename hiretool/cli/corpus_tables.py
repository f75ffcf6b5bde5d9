"""hiretool corpus tables."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from hiretool.cli._options import say


@click.command()
@click.argument("papers", type=click.Path(path_type=Path), metavar="PAPERS.parquet")
@click.argument("mentions", type=click.Path(path_type=Path), metavar="MENTIONS.parquet")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="A new or empty folder."
)
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True)
@click.option(
    "--master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help="Spark's: local[2], spark://host:7077, yarn.",
)
@click.option("--memory", default="4GB", show_default=True, help="Of DuckDB, or of Spark's driver.")
@click.option("--threads", type=click.IntRange(1), help="Of DuckDB.  [default: all]")
@click.option("--partitions", type=click.IntRange(1), help="Of Spark's shuffles.  [default: Spark's own, 200]")
@click.option("--scratch", type=click.Path(path_type=Path), metavar="DIR", help="For what lies between the steps.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="Last day that counts.  [default: the newest paper's]")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest.")
def tables(
    papers: Path,
    mentions: Path,
    output: Path,
    engine: str,
    master: str,
    memory: str,
    threads: int | None,
    partitions: int | None,
    scratch: Path | None,
    until: object,
    as_json: bool,
) -> None:
    """Tell the people of a whole corpus apart and sum up their evidence, on DuckDB or Spark.

    PAPERS and MENTIONS are files, or folders of files, as `hiretool corpus export` writes them. The result is three
    tables, names, people and evidence, and a hash of each: the same on either engine.

    Example: hiretool corpus tables papers.parquet mentions.parquet -o tables --engine spark --master 'local[4]'
    """
    from hiretool.sourcing.scale import run
    from hiretool.sourcing.scale.engines import Options

    today = until.date() if isinstance(until, datetime.datetime) else None
    options = Options(memory=memory, threads=threads, master=master, partitions=partitions)
    built = run.build(papers, mentions, output, engine=engine, options=options, today=today, scratch=scratch, say=say)
    if as_json:
        click.echo((output / "manifest.json").read_text(encoding="utf-8"), nl=False)
        return
    for table in built.tables:
        click.echo(f"{table.name}\t{table.rows}\t{table.sha256}")
    say(f"Wrote {output}")

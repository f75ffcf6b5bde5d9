"""hiretool demo: the main job end to end on shipped, invented data."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import library, say
from hiretool.model import Level

if TYPE_CHECKING:
    from hiretool.document import Document

ROLE = "ml-engineer"
LEVEL: Level = "senior"
CANDIDATE = "Đàm Quỳnh Lam"
SEED = 2041
MARK = ".hiretool-demo"
"""Says that a folder is a demo's, which another demo may replace."""
# The demo's papers and scorecards are of this month; a fixed day keeps them recent for ever.
TODAY = datetime.date(2026, 11, 20)


ANSWERS: Mapping[str, str | float | None] = {
    "stage": "series-b",
    "research_share": 0.2,
    "ml_people": 6,
    "where_ml_sits": "product-teams",
}
"""What the invented company says of itself."""


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path("demo"))
@click.option("--force", is_flag=True, help="Write into DIR even if it holds something else.")
def demo(folder: Path, force: bool) -> None:
    """Run the main job end to end on shipped, invented data, offline.

    Writes into DIR (./demo). Which roles to open first, and for a senior ML engineer: job post, rubric, interview kit,
    first-author candidates from a sample of papers, score table and committee packet. Papers, people, the company and
    the scorecards are invented.

    Example: hiretool demo /tmp/demo
    """
    from hiretool import files, writers
    from hiretool.errors import HiretoolError

    if folder.exists() and not folder.is_dir():
        raise HiretoolError(f"{folder} is a file; name a folder.")
    if folder.is_dir() and any(folder.iterdir()) and not force and not (folder / MARK).exists():
        raise HiretoolError(f"{folder} is not empty. Name another folder, or use --force to write into it.")
    made: list[tuple[Path, str]] = []
    # All of it is made beside DIR first: a full disk, or Ctrl-C, leaves DIR as it was.
    with files.replaced_folder(folder) as scratch:
        files.write(scratch / MARK, b"Made by hiretool demo, which may replace what is here.\n")
        for number, (name, what, document, formats) in enumerate(_documents(LEVEL), start=1):
            say(f"[{number}] {what} ...")
            for format in formats:
                path = Path(f"{name}{writers.suffix(format)}")
                files.write(scratch / path, writers.write(document, format))
                made.append((path, what))
        say("[+] Interview kit ...")
        made += [(path.relative_to(scratch), "Interview kit") for path in _kit(scratch / "kit")]
    click.echo(f"Made in {folder}, from invented papers, people, company and scorecards:\n")
    counted: dict[str, int] = {}
    shown: dict[str, str] = {}
    for path, what in made:
        name = _shown(path)
        shown[name] = what
        counted[name] = counted.get(name, 0) + 1
    longest = max(map(len, shown))
    for name, what in shown.items():
        files_there = f", for the candidate, files: {counted[name]}" if name.endswith("/") else ""
        click.echo(f"  {name.ljust(longest)}  {what}{files_there}")
    click.echo(
        f"\nOpen first: {folder / 'packet.html'} (for the committee), {folder / 'job-post.html'} (for applicants)"
    )


def _shown(path: Path) -> str:
    """A file by its name; what a candidate receives for an exercise by its folder."""
    exercise = "for-candidate" in path.parts and len(path.parts) > len(("kit", "for-candidate", "guide.html"))
    return "/".join(path.parts[:4]) + "/" if exercise else path.as_posix()


def _documents(level: Level) -> Iterator[tuple[str, str, Document, tuple[str, ...]]]:
    """File name, what it is, the document, the formats to write."""
    from hiretool import job, kit, organizations, packet, roles, scoring, shipped, sourcing
    from hiretool.plan import advice, advice_page, portfolio, project, project_page
    from hiretool.scoring.score_table import score_table
    from hiretool.sourcing.report import report

    found, data = library(), shipped.demo()
    role = roles.get(ROLE, found)
    company = job.company(data / "company.yaml")
    places = organizations.read(found)
    yield (
        "organization",
        "Which roles to open first",
        advice_page.page(advice.advise(ANSWERS, places), places, today=TODAY),
        ("html",),
    )
    work = project_page.document(
        portfolio.portfolio(project.read(data / "project.yaml"), simulations=20_000, seed=SEED)
    )
    yield "project", "Chances of a project", work, ("html",)
    post = job.build(role, company, found, level=level, organization=str(company.organization), today=TODAY)
    yield "job-post", "Job post", post, ("markdown", "html", "docx", "pdf", "jsonld")
    rubric = kit.rubric(role, found, interview="pair-debugging", level=level)
    yield "rubric", "Rubric of one interview", rubric, ("html", "pdf")
    query = sourcing.parse(role.sourcing.query)
    reading = sourcing.Reading()
    papers = sourcing.papers(data / "papers.jsonl", query=query, report=reading)
    people = sourcing.find(papers, query, today=TODAY, limit=20, report=reading)
    yield "people", "First-author candidates", report(people), ("html", "csv")
    weights = role.weights(level)
    ratings = scoring.read(data / "scorecards.csv")
    plain, fit = scoring.table(ratings, weights=weights), scoring.fit(ratings, weights=weights, bar=role.scoring.bar)
    titled = f"Scores: {role.title}, {level}"
    yield (
        "scores",
        "Score table",
        score_table(fit, plain, role=ROLE, level=level, title=titled, explain=True),
        ("table", "csv", "xlsx"),
    )
    opening = f"{company.opening} (invented)"
    made = packet.full(ratings, role, found, level=level, today=TODAY, opening=opening)
    yield "packet", "Committee packet", made.document, ("html", "pdf", "docx", "xlsx")
    yield "decision", "Sheet to sign", made.decision, ("pdf",)


def _kit(folder: Path) -> list[Path]:
    """The kit of one candidate, in a new folder; return its files."""
    from hiretool import kit, roles
    from hiretool.cli._kit_folder import fill

    found = library()
    made = kit.build(roles.get(ROLE, found), found, level=LEVEL, candidate=CANDIDATE, seed=SEED)
    for gap in made.gaps():
        say(f"Missing: {gap}")
    folder.mkdir()
    fill(made, found, folder, ("html", "pdf"))
    return sorted(path for path in folder.rglob("*") if path.is_file())

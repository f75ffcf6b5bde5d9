"""hiretool question check, new, stamp: for authors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiretool.cli._options import completed, emit, format_options, library, put, question_argument, say
from hiretool.cli._question_filters import Filters, filters

SEEDS = 20
OF_SEVERAL, TEMPTING = 8, 3
"""Seeds of a bank that was proved question by question: it is run again to see what moved beneath it, as a library."""

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiretool.discover import Library
    from hiretool.exercise import Checked


@click.command()
@click.argument("question", required=False, shell_complete=completed("questions"))
@filters
@click.option(
    "--changed",
    metavar="COMMIT",
    is_flag=False,
    flag_value="HEAD",
    help="Only questions of your own library that differ from COMMIT in git.  [default: HEAD]",
)
@click.option(
    "--seeds",
    type=click.IntRange(1, 200),
    help="Seeds for questions that run code.  [default: 20; of several questions 8, and 3 for tempting repairs]",
)
@click.option(
    "--variants", type=click.IntRange(1, 5000), default=200, show_default=True, help="Variants of generated questions."
)
@click.option(
    "--with-python",
    "python",
    metavar="PYTHON",
    help="Run the questions' code with this interpreter and its libraries, such as older ones.",
)
@format_options("text", "json", "html", "markdown", "pdf", default="text")
def check(
    filters: Filters,
    question: str | None,
    changed: str | None,
    seeds: int | None,
    variants: int,
    python: str | None,
    format: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Prove that the questions of the bank are right: QUESTION, or all that pass the options.

    The fault shows on every seed, every right repair passes on every seed, every wrong one fails; answers agree with an
    independent oracle; figures follow from the facts; nothing secret is in what the candidate receives; the words are
    complete. A problem is a line on standard output; a whole bank is counted by format, role and level.

    Example: hiretool question check pair-debugging/selection-before-split
    """
    from hiretool import exercise

    found = library()
    if question is not None:
        found.question_folder(question)
        names = [question]
    else:
        names = exercise.changed(found, changed) if changed else list(found.question_folders())
    if filters.any():
        passing = {entry.question.id for entry in filters.chosen()}
        names = [name for name in names if name in passing]
    again = seeds is None and len(names) > 1 and not changed
    wanted = (OF_SEVERAL, TEMPTING) if again else (seeds or SEEDS, None)
    done = _run(names, found, seeds=wanted, variants=variants, python=python)
    _report(done, names, found, python, (format, output, force))
    if any(one.report.problems() for one in done):
        raise click.exceptions.Exit(1)


def _run(
    names: Sequence[str], found: Library, *, seeds: tuple[int, int | None], variants: int, python: str | None
) -> list[Checked]:
    """seeds: for code, and for tempting wrong repairs of it; as many if None."""
    import time

    from hiretool import exercise, rubrics

    formats = {name: rubrics.format(name, found) for name in found.rubric_files("formats")}
    started, done = time.monotonic(), list[exercise.Checked]()
    live = sys.stderr.isatty()

    def step(name: str, doing: str) -> None:
        if live:
            click.echo(f"\r\x1b[K[{len(done)}/{len(names)}] {name}: {doing}"[:79], err=True, nl=False)

    checking = exercise.checked(
        names,
        found,
        formats,
        seeds=seeds[0],
        wrong_seeds=seeds[1],
        variants=variants,
        python=python,
        on_progress=step,
    )
    for one in checking:
        done.append(one)
        left = (time.monotonic() - started) / len(done) * (len(names) - len(done))
        without = [claim.detail for claim in one.report.claims if claim.skipped]
        words = f"[{len(done)}/{len(names)}] {one.report.id}: {'FAILS' if one.report.problems() else 'holds'}"
        words += f" ({one.seconds:.1f} s{f'; skipped: {without[0]}' if without else ''})"
        say(("\r\x1b[K" if live else "") + words + (f"; about {_span(left)} left" if left > 20 else ""))
    failed = sum(bool(one.report.problems()) for one in done)
    took = _span(time.monotonic() - started)
    say(f"Checked {len(done)} question{'s' if len(done) != 1 else ''} in {took}: {failed or 'none'} failed.")
    return done


def _span(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def _report(
    done: Sequence[Checked],
    names: Sequence[str],
    found: Library,
    python: str | None,
    wanted: tuple[str | None, Path | None, bool],
) -> None:
    import json

    from hiretool import exercise, questions
    from hiretool.cli._options import chosen_format
    from hiretool.errors import HiretoolError
    from hiretool.exercise import libraries, pages

    format, output, force = wanted
    bank = []
    for name in names:
        try:
            bank.append(questions.get(name, found))
        except HiretoolError:
            # Its report says why.
            continue
    page = pages.checked_page(done, exercise.counts(bank), libraries.versions(python))
    chosen = chosen_format(format, output, "text")
    if chosen == "json":
        shown = {key: page.data[key] for key in ("ok", "questions", "versions", "counts")}
        put((json.dumps({"schema": 1, **shown}, indent=2, ensure_ascii=False) + "\n").encode(), output, force=force)
    elif chosen == "text":
        lines = [f"{one.report.id}: {problem}\n" for one in done for problem in one.report.problems()]
        put("".join(sorted(lines)).encode(), output, force=force)
        if len(names) > 1:
            from hiretool import writers
            from hiretool.document import Document

            counted = pages.counted_tables(exercise.counts(bank))
            for part in counted.values():
                text = writers.write(Document("list", "", {}, {"list": part}), "table").decode().strip()
                put(f"\n{text}\n".encode(), None, force=False)
    else:
        emit(page, chosen, output, default="html", force=force)


@click.command()
@click.argument("format", shell_complete=completed("formats"))
@click.argument("slug")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The bank to write into.  [default: question_bank of your own library]",
)
def new(format: str, slug: str, output: Path | None) -> None:
    """Start a question of the interview format FORMAT, in a folder named SLUG.

    It has every file that the format needs, and fails `question check` until each is filled in.

    Example: hiretool question new pair-debugging milk-run -o our-library/question_bank
    """
    import re

    from hiretool import exercise, rubrics
    from hiretool.errors import HiretoolError

    found = library()
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > 60:
        raise click.BadParameter(f"expected lower case with hyphens, such as milk-run, got {slug!r}", param_hint="SLUG")
    if output is None and len(found.roots) < 2:
        raise HiretoolError("The shipped bank is not written to. Pass -o DIR, or --library DIR for your own library.")
    bank = output if output is not None else found.roots[-1] / "question_bank"
    written = exercise.new(rubrics.format(format, found), slug, bank)
    say(f"Wrote {bank / format / slug} ({len(written)} files). Fill in each {_gap()}, then:")
    say(f"  hiretool --library {bank.parent} question check {format}/{slug}")


def _gap() -> str:
    from hiretool.exercise.prose import GAP

    return repr(GAP)


@click.command()
@question_argument
def stamp(question: str) -> None:
    """Write the canary of QUESTION into each of its secret files that lacks it.

    A canary is a text that stands nowhere else: where it turns up, a secret file has got out.

    Example: hiretool question stamp pair-debugging/milk-run
    """
    from hiretool import exercise, questions

    changed = exercise.stamped(questions.get(question, library()))
    say(f"Stamped {len(changed)} file{'s' if len(changed) != 1 else ''}.")

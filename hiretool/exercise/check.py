"""Question -> what was claimed about it, and which of it held."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hiretool import files
from hiretool.errors import HiretoolError
from hiretool.exercise import answers, derived, draws, handed, libraries, texts, versions
from hiretool.exercise.draws import Draws
from hiretool.exercise.report import Claim, Report, claim, skipped
from hiretool.exercise.sandbox import Sandbox
from hiretool.exercise.start import faults, start
from hiretool.questions import Entry
from hiretool.rubrics import Format

Progress = Callable[[str], None]

COMMAND_S = 120
"""Seconds that a candidate may have to wait for the command of the prompt."""
_COMMAND = re.compile(r"^ {4}python3? (.+)$", re.MULTILINE)


def check(
    entry: Entry,
    formats: Mapping[str, Format],
    *,
    seeds: int = 20,
    wrong_seeds: int | None = None,
    variants: int = 200,
    python: str | None = None,
    at_once: int | None = None,
    on_progress: Progress | None = None,
) -> Report:
    """Try every claim about a question; what its folder holds decides which there are.

    formats: by id, all that the library has.
    seeds: on how many its code is run; variants: how many fair draws of its numbers are compared.
    wrong_seeds: on how many of the seeds tempting wrong repairs are tried; on all if None.
    python: the interpreter that runs its code, for libraries of another age; this one if None.
    at_once: processes side by side; as many as there are processors if None.
    on_progress: told what is tried next, in a few words.
    """
    found = _claims(
        entry, formats, _Effort(seeds, variants, python, at_once, wrong_seeds), on_progress or (lambda _: None)
    )
    return Report(entry.question.id, tuple(found))


@dataclass(frozen=True, slots=True)
class _Effort:
    seeds: int
    variants: int
    python: str | None
    at_once: int | None
    wrong_seeds: int | None


def _claims(entry: Entry, formats: Mapping[str, Format], effort: _Effort, on_progress: Progress) -> Iterator[Claim]:
    on_progress("texts")
    yield from texts.claims(entry, formats)
    verify = entry.folder / "verify"
    code = [name for name in ("check.py", "variants.py", "numbers.py") if (verify / name).exists()]
    lacking = libraries.missing(entry.question.libraries, effort.python) if code else ""
    if lacking:
        yield from handed.claims(entry, None)
        yield skipped(f"what {', '.join(code)} prove", lacking)
        return
    sandbox = Sandbox(verify, entry.question.needs, effort.python or sys.executable)
    yield from _handed(entry, sandbox, on_progress)
    drawn = None
    if "variants.py" in code:
        on_progress("variants")
        drawn = _drawn(entry, sandbox, effort)
        yield from _variants(entry, sandbox, drawn, effort.variants, on_progress)
    else:
        yield from texts.pages(entry, {})
    if "check.py" in code:
        # A candidate meets fair draws only.
        chosen = {"": (list(drawn.fair) if drawn and drawn.fair else list(range(effort.seeds)))[: effort.seeds]}
        if drawn and (named := list(faults(entry))):
            yield draws.each_fault(drawn, named)
            # Each of three faults on half of the seeds is more runs than one fault on all.
            enough = -(-effort.seeds // 2)
            chosen |= {name: draws.with_fault(drawn, name)[:enough] or chosen[""][:1] for name in named}
            chosen[""] = sorted({seed for seeds in chosen.values() for seed in seeds})
        yield from versions.claims(
            entry, sandbox, chosen, on_progress, wrong_seeds=effort.wrong_seeds, at_once=effort.at_once
        )
    if "numbers.py" in code:
        on_progress("numbers.py")
        yield derived.recomputed(entry, sandbox)
    yield from _limits(sandbox)


def _handed(entry: Entry, sandbox: Sandbox, on_progress: Progress) -> Iterator[Claim]:
    """What the candidate receives: it can be made, holds nothing secret, and its command runs."""
    on_progress("what the candidate receives")
    with tempfile.TemporaryDirectory(prefix="hiretool-", ignore_cleanup_errors=True) as scratch:
        project, faults = Path(scratch) / "project", list[str]()
        try:
            start(entry, project, seed=0)
        except HiretoolError as error:
            faults = str(error).splitlines()
        yield claim("the exercise can be started", faults)
        yield from handed.claims(entry, None if faults else project)
        if not faults and (entry.folder / "candidate").exists():
            yield _command(entry, sandbox, project)


def _command(entry: Entry, sandbox: Sandbox, project: Path) -> Claim:
    """Each line `    python ...` of the prompt runs where the candidate stands."""
    commands = _COMMAND.findall(files.text(project / "PROMPT.md"))
    faults = [
        f"python {line}: {reason}"
        for line in commands
        if (reason := sandbox.command(line, project, at_most_s=COMMAND_S))
    ]
    if not commands and entry.question.format == "pair-debugging":
        faults = ["the prompt has no line '    python ...' that shows the symptom"]
    return claim("the command of the prompt runs", faults, f"{len(commands)} commands")


def _drawn(entry: Entry, sandbox: Sandbox, effort: _Effort) -> Draws:
    """As many fair draws as the claims about them need."""
    least = (entry.question.variants and entry.question.variants.min_distinct) or 0
    compared = effort.variants if (entry.folder / "verify" / "oracle.py").exists() else 0
    found = draws.drawn(entry, sandbox, max(effort.seeds, compared, least))
    if draws.kinds(found) < least and not found.faults:
        # Numbers of few values come twice now and then.
        return draws.drawn(entry, sandbox, max(effort.variants, 2 * least))
    return found


def _variants(entry: Entry, sandbox: Sandbox, drawn: Draws, wanted: int, on_progress: Progress) -> Iterator[Claim]:
    yield claim("variants can be drawn", drawn.faults, f"{len(drawn.fair)} fair of {drawn.tried}")
    if not drawn.fair:
        return
    yield draws.same_again(drawn, sandbox)
    if entry.question.variants and entry.question.variants.min_distinct:
        yield draws.distinct(drawn, entry.question.variants.min_distinct)
    pages = texts.pages(entry, next(iter(drawn.fair.values())))
    yield from pages
    if all(page.held for page in pages):
        yield draws.numbers_known(entry, files.text(entry.folder / "prompt.md"), drawn)
    if (entry.folder / "verify" / "oracle.py").exists():
        on_progress("oracle")
        yield from answers.claims(entry, sandbox, drawn.first(wanted))


def _limits(sandbox: Sandbox) -> Iterator[Claim]:
    """Time and memory against `needs`; the worst step of all runs."""
    for most, unit, measured in (
        (sandbox.needs.max_seconds, "s", sandbox.seconds),
        (sandbox.needs.max_mb, "MB", sandbox.mb),
    ):
        if measured:
            name = max(measured, key=lambda run: measured[run])
            figures = f"{measured[name]:.2f} of {most} {unit}, in {name}"
            yield claim(f"no step takes more than {most} {unit}", [figures] if measured[name] > most else [], figures)

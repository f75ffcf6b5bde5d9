"""Claims about what a candidate receives: all that was meant, nothing that was not, and no giveaway."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hiretool import files
from hiretool.errors import DataError
from hiretool.exercise import canary, diff
from hiretool.exercise.report import Claim, claim
from hiretool.exercise.start import PROMPT, matching, own_files
from hiretool.exercise.texts import read
from hiretool.questions import Entry

GIVEAWAYS = re.compile(r"\b(bug|fix|todo|fixme|leak\w*|wrong|oops|broken|correct\w*|solution|hint)\b", re.IGNORECASE)
LINES, LETTERS = 3, 90
"""A passage that may not be in two places: so many lines in a row, of so many letters in all."""
SHORTEST = 20
"""Letters of a whole file that may not be handed out under another name."""
LONG_LINE = 60
"""Letters of a line of guide, rubric or hints that nobody writes twice."""
AT_MOST_BYTES = 5_000_000


def claims(entry: Entry, started: Path | None) -> Iterator[Claim]:
    """started: a folder that `start` filled; None if it could not be."""
    own, faults = _files(entry.folder)
    received, more = _files(started) if started else ({}, [])
    faults += more + _listed(entry, set(own), set(received) if started else None)
    yield claim("each file is the candidate's or secret, and never both", faults)
    yield canary.carried(entry)
    if started:
        texts = {name: _text(path) for name, path in received.items()}
        yield _innocent(texts)
        scanner = Scanner(entry)
        figures = f"{len(texts)} files, {len(scanner.secret)} secret ones"
        yield claim("nothing secret is in what the candidate receives", scanner.leaks(started), figures)


class Scanner:
    """Finds what is secret in what a candidate receives: by canary, by passage, by line, by hint, by repair.

    It reads text. What somebody has packed or enciphered before it was handed out, it does not find.
    """

    def __init__(self, entry: Entry) -> None:
        own, _ = _files(entry.folder)
        self.secret = {name: _text(own[name]) for name in _secret(entry, set(own))}
        self._canary = entry.canary
        self._passages = {name: _passages(text) for name, text in self.secret.items()}
        prompt = _flat(_text(entry.folder / "prompt.md"))
        self._lines = {
            line: name
            for name, text in self.secret.items()
            if name.endswith((".md", ".yaml"))
            for line in map(_flat, text.splitlines())
            # A guide may quote the prompt.
            if len(line) >= LONG_LINE and line not in prompt
        }
        hints, _ = read(lambda: entry.hints)
        told = [(hint.id, said) for hint in (hints.ladder if hints else []) for said in (*hint.texts(), hint.reveals)]
        self._hints = {_flat(said): name for name, said in told if len(said) > SHORTEST}
        self._repaired = _repaired(entry)

    def leaks(self, started: Path) -> list[str]:
        """What is wrong with a folder that a candidate receives, a sentence each."""
        received, faults = _files(started)
        hidden = [path.relative_to(started).as_posix() for path in started.rglob(".*")]
        faults += [f"{name} is hidden; it may hold a history" for name in sorted(hidden)]
        for name, path in received.items():
            faults += [f"{name} {found}" for found in self._found(path, prompt=name == PROMPT)]
        return faults

    def _found(self, path: Path, *, prompt: bool) -> Iterator[str]:
        text = path.read_bytes()[:AT_MOST_BYTES].decode("utf-8", "replace")
        here, flat = _passages(text), _flat(text)
        if self._canary in flat:
            yield "holds the canary of a secret file"
        repeated = [source for source in self.secret if here & self._passages[source]]
        yield from (f"repeats a passage of {source}" for source in repeated)
        lines = {source for line, source in self._lines.items() if line in flat}
        yield from (f"repeats a line of {source}" for source in sorted(lines.difference(repeated)))
        yield from (f"gives the hint {hint}" for said, hint in self._hints.items() if said in flat)
        if prompt:
            yield from (f"shows a line of the repair: {line}" for line in self._repaired if line in flat)


def _files(folder: Path) -> tuple[dict[str, Path], list[str]]:
    """Name with slashes -> file."""
    paths, faults = read(lambda: own_files(folder))
    return {path.relative_to(folder).as_posix(): path for path in paths or []}, faults


def _secret(entry: Entry, names: set[str]) -> list[str]:
    """Secret files whose words are their own: right and wrong answers and patches repeat the candidate's files."""
    found = sorted(matching(entry.question.files.secret, names))
    return [
        name
        for name in found
        if not name.startswith(("verify/right/", "verify/wrong/")) and not name.endswith(".patch")
    ]


def _listed(entry: Entry, names: set[str], written: set[str] | None) -> list[str]:
    listed = entry.question.files
    theirs, secret = matching(listed.candidate, names), matching(listed.secret, names)
    faults = [f"{name} is listed as the candidate's and as secret" for name in sorted(theirs & secret)]
    faults += [f"{name} is listed nowhere" for name in sorted(names - theirs - secret)]
    faults += [
        f"{name} is not listed as the candidate's" for name in sorted(names - theirs) if name.startswith("candidate/")
    ]
    idle = [pattern for pattern in listed.secret if not matching([pattern], names)]
    if written is not None:
        idle += [pattern for pattern in listed.candidate if not matching([pattern], names | written)]
    return faults + [f"{pattern!r} matches no file" for pattern in idle]


def _innocent(texts: dict[str, str]) -> Claim:
    """The prompt may use any word: it tells the story."""
    faults = []
    for name, text in texts.items():
        found = {word.lower() for word in GIVEAWAYS.findall(f"{name} {text}")} if name != PROMPT else set()
        if found:
            faults.append(f"{name} says {', '.join(sorted(found))}")
    return claim("no word of the candidate's files gives the answer away", faults, f"{len(texts)} files")


def _repaired(entry: Entry) -> list[str]:
    """Lines that the repairs take out or put in; short ones say nothing."""
    verify = entry.folder / "verify"
    lines: dict[str, None] = {}
    repairs = (verify / "fix.patch", *sorted((verify / "other_fixes").glob("*.patch")))
    for path in (*repairs, *sorted((verify / "faults").glob("*/fault.patch"))):
        with contextlib.suppress(DataError):
            lines |= dict.fromkeys(map(_flat, diff.changed_lines(diff.read(files.text(path), path))))
    return [line for line in lines if len(line) >= 10]


def _passages(text: str) -> set[tuple[str, ...]]:
    """Stretches of lines that nobody writes twice, and the whole text."""
    lines = [line.strip() for line in text.splitlines()]
    told = [line for line in lines if line and not line.startswith(("import ", "from "))]
    found = {window for window in _windows(told) if sum(map(len, window)) >= LETTERS}
    return found | {tuple(told)} if sum(map(len, told)) >= SHORTEST else found


def _windows(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(lines[at : at + LINES]) for at in range(len(lines) - LINES + 1))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text(path: Path) -> str:
    """The file's text; nothing if it is no text, or too long to be one that somebody wrote."""
    try:
        return files.text(path, at_most=AT_MOST_BYTES)
    except DataError:
        return ""

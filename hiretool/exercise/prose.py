"""Claims about how a question is written: what its guide holds, and words that an interviewer could not stand by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from hiretool import files
from hiretool.errors import HiretoolError
from hiretool.exercise.report import Claim, claim
from hiretool.exercise.start import own_files
from hiretool.questions import Entry, Rubric
from hiretool.rubrics import Format

GAP = "FILL IN"
"""What stands in a new question where its author has to write."""
LONGEST_PROMPT = 450
"""Words that a candidate can be asked to read while somebody looks on; our own limit."""
MOST_TOLD = 4
PAGES = ("prompt.md", "interviewer.md")
POINTS_SHOWN = 3
"""Points of four that need an example in a dimension, 2 and 3 among them: the line between them decides."""

# Nobody has counted what candidates do before the question was tried; one that was tried may say so.
_COUNTED = re.compile(
    r"(?<!\bas )(?<!\bhow )(?<!\bso )\b(?:most|many|few) (?:candidates|people|applicants|interviewees)\b"
    r"|\b(?:candidates|people|applicants|interviewees) (?:usually|often|typically|mostly|tend to|generally)\b"
    r"|\b(?:usually|typically|normally),? (?:candidates|people|applicants)\b",
    re.IGNORECASE,
)
# An adjective is no anchor: two strangers with the recording would not tick the same box.
_ADJECTIVES = re.compile(
    r"\b(?:excellent|excellently|outstanding|impressive|brilliant|(?<!the )very|properly|appropriate|appropriately"
    r"|adequate|adequately|satisfactory|nicely|awesome|rockstar|top-notch)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|'[^']{12,}'")
_LEFT = re.compile(rf"{GAP}|\b(?i:TODO|TBD|FIXME|XXX|lorem ipsum)\b")
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
CODE_INDENT = 4
_ITEM = re.compile(r"^( *)(\d+[.)]|[-+*]) ")
_PROSE = re.compile(r"^ *(?!(?:\d+[.)]|[-+*]|#+) |[|`]|\{%)\S")
_CODE = re.compile(r"^(?: {4}|\|).*$|`[^`]*`|{{.*?}}|{%.*?%}", re.MULTILINE)


def claims(entry: Entry, spoken: Format | None, rubric: Rubric | None) -> Iterator[Claim]:
    """What holds of the prose; a file that cannot be read is told of elsewhere."""
    texts = _texts(entry)
    guide = texts.get("interviewer.md", "")
    yield claim("nothing is left to fill in", _left(texts), f"{len(texts)} files")
    if spoken:
        yield _sections(guide, spoken)
    yield _readable(texts.get("prompt.md", ""))
    pages = {name: text for name, text in texts.items() if name in PAGES}
    yield claim("no line within a paragraph begins like an item of a list", [*_like_an_item(pages)])
    if not entry.question.piloted.people:
        said = [*_found(_COUNTED, {name: text for name, text in texts.items() if name.endswith((".md", ".yaml"))})]
        yield claim("it says of candidates only what somebody has counted", said)
    if rubric:
        yield claim("examples and own anchors are no mere adjectives", _adjectives(rubric))
    if rubric and spoken:
        yield _examples(entry, rubric, spoken)


def _texts(entry: Entry) -> dict[str, str]:
    """Name with slashes -> text, of each file that a person wrote."""
    found = {}
    try:
        paths = own_files(entry.folder)
    except HiretoolError:
        return {}
    for path in paths:
        try:
            found[path.relative_to(entry.folder).as_posix()] = files.text(path, at_most=1_000_000)
        except HiretoolError:
            continue
    return found


def _left(texts: Mapping[str, str]) -> list[str]:
    # An exercise may keep a list of things to do; the question itself may not.
    own = {name: text for name, text in texts.items() if not name.startswith(("candidate/", "verify/"))}
    gaps = {name: text for name, text in texts.items() if name not in own}
    found = [*_found(_LEFT, own), *_found(re.compile(GAP), gaps)]
    return found[:MOST_TOLD] + ([f"and {len(found) - MOST_TOLD} more places"] if len(found) > MOST_TOLD else [])


def _sections(guide: str, spoken: Format) -> Claim:
    parts = _HEADING.split(guide)
    have = {heading.casefold(): text for heading, text in zip(parts[1::2], parts[2::2], strict=True)}
    faults = []
    for name in spoken.guide_sections:
        under = [text for heading, text in have.items() if heading.startswith(name.casefold())]
        if not any(text.strip() for text in under):
            faults.append(f"'## {name}' {'is empty' if under else 'is missing'}")
    return claim(f"the guide has the sections of {spoken.id}", faults, f"{len(have)} sections")


def _readable(prompt: str) -> Claim:
    words = len(_CODE.sub(" ", prompt).split())
    faults = [f"it has {words} words; expected at most {LONGEST_PROMPT}"] if words > LONGEST_PROMPT else []
    return claim("prompt.md can be read while somebody waits", faults, f"{words} words")


def _like_an_item(pages: Mapping[str, str]) -> Iterator[str]:
    """A number or a sign at the beginning of a line is shown as a new list, in the middle of a sentence."""
    for name, text in pages.items():
        lines = text.splitlines()
        for number, (before, line) in enumerate(pairwise(lines), start=2):
            runs_on = _PROSE.match(before) and not before.rstrip().endswith(":")
            item = _ITEM.match(line)
            if runs_on and item and len(item[1]) == len(before) - len(before.lstrip()) < CODE_INDENT:
                yield f"{name}:{number} begins with {item[2]!r}; move it to the line before"


def _found(pattern: re.Pattern[str], texts: Mapping[str, str]) -> Iterator[str]:
    for name, text in texts.items():
        for number, line in enumerate(text.splitlines(), start=1):
            if match := pattern.search(line):
                yield f"{name}:{number} says {match.group()!r}"


def _adjectives(rubric: Rubric) -> list[str]:
    told = [
        (f"examples of {name}", text) for name, at in rubric.examples.items() for texts in at.values() for text in texts
    ]
    told += [
        (f"anchor {point} of {dimension.id}", text)
        for dimension in rubric.dimensions
        for point, texts in dimension.anchors.items()
        for text in texts
    ]
    return [
        f"{where}: {match.group()!r} in {text[:60]!r}; say what is seen or heard"
        for where, text in told
        if (match := _ADJECTIVES.search(_QUOTED.sub(" ", text)))
    ]


def _examples(entry: Entry, rubric: Rubric, spoken: Format) -> Claim:
    """Each dimension that the question informs shows what the anchors look like in it; its own ones have four."""
    own = {dimension.id for dimension in rubric.dimensions}
    about = set(entry.question.competencies)
    faults = []
    for dimension in spoken.dimensions:
        if dimension.id in own or not about & set(dimension.competencies):
            continue
        shown = {point for point, texts in rubric.examples.get(dimension.id, {}).items() if texts}
        if len(shown) < POINTS_SHOWN or not {2, 3} <= shown:
            have = ", ".join(map(str, sorted(shown))) or "none"
            faults.append(f"examples of {dimension.id}: at points {have}; expected three of four, 2 and 3 among them")
    for answer in rubric.training_answers:
        if not any(answer.ratings.values()):
            faults.append(f"training answer {answer.id} rates nothing")
    return claim("each dimension that it informs has examples at its anchors", faults)

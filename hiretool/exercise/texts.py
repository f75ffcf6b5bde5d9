"""Claims about the words of a question: rubric, hints, prompt and guide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from hiretool.errors import HiretoolError
from hiretool.exercise import prose
from hiretool.exercise.report import Claim, claim
from hiretool.exercise.start import faults
from hiretool.questions import Entry, Hints, Rubric
from hiretool.rubrics import Format

Read = TypeVar("Read")

# What each format's questions must bring beside the words; applied-ml and data-systems only with figures to derive.
BRINGS = {
    "pair-debugging": ("candidate", "verify/check.py", "verify/fix.patch", "verify/other_fixes", "verify/wrong_fixes"),
    "coding": ("candidate", "verify/check.py", "verify/right", "verify/wrong"),
    "take-home": ("candidate", "verify/check.py", "verify/right", "verify/wrong/naive", "verify/wrong/leaky*"),
    "math": ("verify/variants.py", "verify/oracle.py"),
}
WITHOUT_HINTS = ("take-home",)


def claims(entry: Entry, formats: Mapping[str, Format]) -> Iterator[Claim]:
    """What holds of the words, whatever the variant."""
    question, spoken = entry.question, formats.get(entry.question.format)
    yield _folder_is_whole(entry)
    yield claim("the format exists", [] if spoken else [f"no format {question.format!r}; known: {', '.join(formats)}"])
    rubric, faults = read(lambda: entry.rubric)
    if rubric:
        faults += _named(rubric.question, "rubric.yaml", entry)
        if rubric.adds_to != question.format:
            faults.append(f"adds_to: expected {question.format!r}, got {rubric.adds_to!r}")
    yield claim("rubric.yaml can be read and belongs to this question", faults)
    hints, faults = read(lambda: entry.hints)
    if hints:
        faults += _named(hints.question, "hints.yaml", entry) + _ladder(hints, question.minutes.total())
        faults += _told_by_fault(hints, entry)
    yield claim("hints.yaml can be read and belongs to this question", faults)
    if spoken:
        yield _replaces(entry, spoken)
    if rubric and spoken:
        yield _dimensions_exist(rubric, hints, spoken)
        yield _competencies_are_rated(entry, rubric, spoken)
    if rubric:
        yield _training(rubric)
    yield claim(
        "no text breaks off within a line", [*_broken_off("rubric.yaml", rubric), *_broken_off("hints.yaml", hints)]
    )
    yield from prose.claims(entry, spoken, rubric)


def read(source: Callable[[], Read]) -> tuple[Read | None, list[str]]:
    """What `source` gives, or why it could not."""
    try:
        return source(), []
    except HiretoolError as error:
        return None, str(error).splitlines()


def rendered(fill: Callable[[Mapping[str, Any]], str], params: Mapping[str, Any]) -> tuple[str, list[str]]:
    """A page with its numbers filled in, or why it could not be."""
    text, faults = read(lambda: fill(params))
    if text is not None and not text.strip():
        faults = ["the page is empty"]
    return text or "", faults


def pages(entry: Entry, params: Mapping[str, Any]) -> list[Claim]:
    """Prompt and guide can be read with the numbers of a variant."""
    pairs = (("prompt.md", entry.prompt), ("interviewer.md", entry.guide))
    return [claim(f"{name} can be filled in", rendered(fill, params)[1]) for name, fill in pairs]


def _folder_is_whole(entry: Entry) -> Claim:
    wanted = ["prompt.md", "interviewer.md", "rubric.yaml", "CHANGELOG.md", *BRINGS.get(entry.question.format, ())]
    if faults(entry):
        # Each fault has repairs of its own; taking it out again is the first of them.
        wanted = [name for name in wanted if name.count("/") != 1 or not name.endswith(("fix.patch", "_fixes"))]
    if entry.question.format not in WITHOUT_HINTS:
        wanted.append("hints.yaml")
    if entry.question.derived:
        wanted.append("verify/numbers.py")
    lacking = [name for name in wanted if not any(entry.folder.glob(name))]
    return claim("the folder holds what its format needs", [f"{name} is missing" for name in lacking])


def _named(named: str, file: str, entry: Entry) -> list[str]:
    return [] if named == entry.question.id else [f"{file}: question: expected {entry.question.id!r}, got {named!r}"]


def _ladder(hints: Hints, minutes: int) -> list[str]:
    offers = [hint.offer_after_min for hint in hints.ladder]
    faults = [] if offers == sorted(offers) else [f"hints are not in the order of their minutes: {offers}"]
    if offers[-1] >= minutes:
        faults.append(f"a hint is offered after minute {offers[-1]} of a question of {minutes}")
    if not any(hint.cap for hint in hints.ladder):
        faults.append("no hint costs anything; expected a cap on what the last ones give away")
    return faults


def _told_by_fault(hints: Hints, entry: Entry) -> list[str]:
    """A hint that is told by fault has words for each of them, for one with words for all would name them all."""
    expected = sorted(faults(entry))
    return [
        f"hint {hint.id} has words for {', '.join(sorted(hint.text))}; expected: {', '.join(expected) or 'one text'}"
        for hint in hints.ladder
        if not isinstance(hint.text, str) and sorted(hint.text) != expected
    ]


def _replaces(entry: Entry, spoken: Format) -> Claim:
    question, known = entry.question, [own.id for own in spoken.standing_questions]
    faults = [f"{spoken.id} has no standing question {name!r}" for name in question.replaces if name not in known]
    if spoken.questions == "both" and not question.replaces:
        faults = ["replaces: names no standing question, so that the round would be too long"]
    if (minutes := question.minutes.total()) > spoken.question_minutes:
        faults.append(f"it takes {minutes} minutes; a round of {spoken.id} has {spoken.question_minutes} for it")
    return claim("it fits into a round of its format", faults, f"{minutes} of {spoken.question_minutes} minutes")


def _dimensions_exist(rubric: Rubric, hints: Hints | None, spoken: Format) -> Claim:
    known = {part.id for part in spoken.dimensions} | {part.id for part in rubric.dimensions}
    used = {f"examples of {name}": name for name in rubric.examples}
    used |= {f"answer {answer.id} rates {name}": name for answer in rubric.training_answers for name in answer.ratings}
    used |= {f"hint {hint.id} caps {name}": name for hint in (hints.ladder if hints else []) for name in hint.cap}
    points = [
        f"examples of {name}: {point} is no rating"
        for name, at in rubric.examples.items()
        for point in at
        if point not in range(1, 5)
    ]
    faults = [f"{where}, which is no dimension of {spoken.id}" for where, name in used.items() if name not in known]
    return claim("ratings, examples and caps name dimensions that exist", faults + points)


def _competencies_are_rated(entry: Entry, rubric: Rubric, spoken: Format) -> Claim:
    """A kit counts a competency as met where a question names it; without a dimension nobody could rate it."""
    rated = {name for part in (*spoken.dimensions, *rubric.dimensions) for name in part.competencies}
    faults = [
        f"{name} is rated by no dimension of {spoken.id}" for name in entry.question.competencies if name not in rated
    ]
    return claim("each of its competencies is rated by a dimension", faults)


def _broken_off(file: str, words: Rubric | Hints | None) -> list[str]:
    """YAML keeps a line break before a line that is indented further, in the middle of what was meant to run on."""

    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict | list):
            for part in value.values() if isinstance(value, dict) else value:
                yield from texts(part)

    broken = [text for text in texts(words.model_dump() if words else {}) if "\n" in text.strip()]
    return [
        f"{file}: after {text.strip().partition(chr(10))[0][-40:]!r} comes a line indented further" for text in broken
    ]


def _training(rubric: Rubric) -> Claim:
    given = [{rating for rating in answer.ratings.values() if rating} for answer in rubric.training_answers]
    faults = [f"{len(given)} training answers; expected at least 2"] if len(given) < 2 else []
    if not any(len(ratings) > 1 for ratings in given):
        faults.append("each training answer has the same rating throughout; expected one that is uneven")
    return claim("there are training answers, one of them uneven", faults, f"{len(given)} answers")

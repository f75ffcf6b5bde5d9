"""Cards of another system -> a draft of the mapping file, with guesses for a person to check."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from hiretool import roles, rubrics
from hiretool.discover import Library
from hiretool.scoring.imports import _grid, _moments, _vocabulary, _words, forms
from hiretool.scoring.imports._card import WHOLE_CARD, Card, Found, Person
from hiretool.scoring.imports._content import Content
from hiretool.scoring.imports._grid import Column, Grid
from hiretool.scoring.imports._mapping import OPEN, PERSONAL, spelt
from hiretool.scoring.imports._pages import text
from hiretool.scoring.imports._settled import Settings
from hiretool.scoring.imports._vocabulary import Meaning, Vocabulary

SHOWN = 3
"""Values of a name that a comment shows."""
MOST_PEOPLE = 200
_SIMPLE_KEY = 900
"""Letters up to which a key may stand before its colon; YAML allows 1,024. Source: YAML 1.2.2, implicit keys."""

Line = tuple[str | None, str | int | float | None, str]
"""Key, value, comment; without a key the value belongs to the section itself."""


def columns_of(content: Content, system: str) -> dict[str, Column]:
    """The columns of a table by our names, as guessed."""
    if content.grid is None:
        return {}
    said = content.mapping.columns.named()
    if system == "mapped":
        return _grid.columns(content.grid, said, (*_grid.LONG, *PERSONAL))
    return forms.planned(content.grid, content.mapping).personal


def draft(content: Content, system: str, found: Found, settings: Settings, library: Library) -> str:
    """The mapping file as text. What nobody can guess says "?", which is refused until a person has replaced it."""
    columns = columns_of(content, system)
    role = settings.role or (settings.mapping.role if isinstance(settings.mapping.role, str) else "")
    grid, cards = content.grid, [card for card in found.cards if card.state == "complete"]
    plan = forms.planned(grid, content.mapping) if grid is not None and system == "forms" else None
    parts = [
        f"# What the names in {_shown(content.path.name)} mean. Every value here is a guess unless its comment says",
        f"# otherwise: check each line. {OPEN!r} has to be replaced. null leaves something out on purpose.",
        "schema: 1",
        *_section("role", [*_role(role, cards, settings)], "What the opening is called there, and our role."),
        *_section("columns", _columns(columns, grid), "Our word for it, and the heading of its column."),
        *_section("competencies", _competencies(cards, settings.vocabulary), _known(settings.vocabulary)),
        *_section("notes", _notes(cards, settings, plan), f"Answers in words; {WHOLE_CARD} is the whole interview."),
        *_section("ratings", _words_of(_values(cards), _is_rating), "1, 2, 3, 4, mixed, or null for not assessed."),
        *_section(
            "recommendations",
            _words_of((text(card.verdict) for card in cards), _is_recommendation),
            "strong_no, no, no_decision, yes, strong_yes, or null for none.",
        ),
        *_section("interview", _interviews(cards, role, library), _rounds(role, library)),
        *_section("people", *_people(system, cards)),
        *_dates(grid, columns),
    ]
    return "\n".join(parts) + "\n"


def _section(name: str, lines: Sequence[Line], comment: str) -> list[str]:
    """A key of the file with what stands below it; nothing where nothing does."""
    head = [f"# {part}" for part in _wrapped(_shown(comment))]
    # What has no name cannot be said here; its ratings are refused as they are.
    lines = [line for line in lines if line[0] is None or line[0].strip()]
    if not lines:
        return []
    if lines[0][0] is None:
        return ["", *head, f"{name}: {_yaml(lines[0][1])}{_comment(lines[0][2])}"]
    return ["", *head, f"{name}:", *(written for line in lines for written in _written(line))]


def _written(line: Line) -> list[str]:
    key, value, comment = line[0] or "", *line[1:]
    quoted = key if key in (*PERSONAL, *_grid.LONG) else _quoted(key)
    if len(quoted) > _SIMPLE_KEY:
        return [f"  ? {quoted}", f"  : {_yaml(value)}{_comment(comment)}"]
    return [f"  {quoted}: {_yaml(value)}{_comment(comment)}"]


def _comment(comment: str) -> str:
    return f"  # {_shown(comment)}" if comment else ""


def _shown(text: str) -> str:
    """A text as it may stand in a comment: on one line, nothing invisible."""
    return "".join(letter if letter.isprintable() else " " for letter in " ".join(text.split()))


def _yaml(value: str | int | float | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, str) and value != "mixed" and not value.replace("-", "").replace("_", "").isalpha():
        return _quoted(value)
    return _quoted(value) if isinstance(value, str) and len(value) <= len("false") else f"{value}"


def _quoted(value: str) -> str:
    """A text in double quotes, as YAML reads it.

    >>> print(_quoted('5" \\u200e'))
    "5\\" \\u200e"
    """
    return f'"{"".join(map(_escaped, value))}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _wrapped(comment: str) -> list[str]:
    return textwrap.wrap(comment, 110, break_on_hyphens=False) or [""]


def _role(role: str, cards: Iterable[Card], settings: Settings) -> Iterator[Line]:
    counts = Counter(card.role for card in cards if card.role)
    if role or not counts:
        yield None, role or OPEN, "" if role else "the file does not say; the id of a role: hiretool role list"
        return
    said = settings.mapping.role if isinstance(settings.mapping.role, dict) else {}
    for name, count in counts.most_common():
        yield name, said.get(name, OPEN), _count(count, "card")


def _columns(columns: Mapping[str, Column], grid: Grid | None) -> list[Line]:
    lines: list[Line] = []
    for name, column in columns.items():
        examples = _examples(grid.column(column.heading)) if grid is not None else ""
        sure = "certain" if column.certain else "a guess"
        lines.append((name, column.heading, f"{sure}; {examples}" if examples else sure))
    if grid is not None:
        lines += [(name, OPEN, "needed") for name in ("candidate", "interviewer") if name not in columns]
    return lines


def _competencies(cards: Iterable[Card], vocabulary: Vocabulary) -> list[Line]:
    values: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for card in cards:
        for rated in card.rated:
            if not rated.problem:
                names.setdefault(spelt(rated.name), rated.name)
                values.setdefault(spelt(rated.name), []).append(text(rated.value))
    return [(names[name], *_meant(vocabulary.meaning(names[name]), said)) for name, said in values.items()]


def _meant(meaning: Meaning, said: Sequence[str]) -> tuple[str | None, str]:
    shown = f"{_count(len(said), 'rating')}: {_examples(said)}"
    if meaning.how == "guessed":
        return meaning.competency, f"a guess, likeness {meaning.likeness:.2f}; {shown}"
    if meaning.how == "unknown":
        return OPEN, f"no guess; {shown}"
    return meaning.competency, f"certain; {shown}"


def _notes(cards: Iterable[Card], settings: Settings, plan: forms.Plan | None) -> list[Line]:
    if plan is not None:
        return [(heading, *_explains(rated, settings.vocabulary)) for heading, rated in plan.notes.items()]
    counts = Counter(question for card in cards for question, answer in card.texts if answer)
    return [
        (question, settings.mapping.notes.get(spelt(question), WHOLE_CARD), _count(count, "answer"))
        for question, count in counts.items()
    ]


def _explains(rated: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What a column of text joins, and why."""
    if rated == WHOLE_CARD:
        return WHOLE_CARD, ""
    return vocabulary.meaning(rated).competency or OPEN, f"a guess: it stands behind {rated[:60]!r}"


def _values(cards: Iterable[Card]) -> Iterator[str]:
    return (text(rated.value) for card in cards for rated in card.rated if not rated.problem)


def _is_rating(value: str) -> bool:
    return _words.rating(value, {}) is not None


def _is_recommendation(value: str) -> bool:
    return _words.recommendation(value, {}) is not None


def _words_of(values: Iterable[str], known: Callable[[str], bool]) -> list[Line]:
    """Only words that are not understood already."""
    counts = Counter(value for value in values if len(value) <= 200 and not known(value))
    return [(value, OPEN, _count(count, "time")) for value, count in counts.most_common(40)]


def _interviews(cards: Iterable[Card], role: str, library: Library) -> list[Line]:
    counts = Counter(card.interview or card.interview_id for card in cards if card.interview or card.interview_id)
    known = _round_titles(role, library)
    lines: list[Line] = []
    for name, count in counts.items():
        likely = _vocabulary.likeliest(name, known)
        guess = f"; likely {likely}" if likely else ""
        lines.append((name, name[:100], f"{_count(count, 'card')}; kept as it is unless changed{guess}"))
    return lines


def _round_titles(role: str, library: Library) -> list[tuple[str, str]]:
    if role not in roles.names(library):
        return []
    return [(entry.id, rubrics.format(entry.format, library).title) for entry in roles.get(role, library).rounds]


def _rounds(role: str, library: Library) -> str:
    known = _round_titles(role, library)
    listed = ", ".join(f"{id} ({title})" for id, title in known)
    return f"Names of interviews. Rounds of {role}: {listed}." if listed else "Names of interviews."


def _known(vocabulary: Vocabulary) -> str:
    return f"What is rated there, and our competency: {', '.join(entry.id for entry in vocabulary.candidates)}."


def _people(system: str, cards: Iterable[Card]) -> tuple[list[Line], str]:
    """Ids without a name, those of interviewers first, of whom there are fewer; and what they are."""
    found: dict[str, str] = {}
    cards = list(cards)
    for noun in ("interviewer", "candidate"):
        for card in cards:
            person: Person = getattr(card, noun)
            if not person.name:
                found.update({f"{kind}:{id}": noun for kind, id in person.ids[:1] if id})
    lines: list[Line] = [(key, f"{system}:{key.partition(':')[2]}", noun) for key, noun in found.items()]
    left = f" Here are {MOST_PEOPLE} of {len(lines):,}; --people FILE is for many." if len(lines) > MOST_PEOPLE else ""
    return lines[:MOST_PEOPLE], f"Ids, and the name under which somebody is to be known.{left}"


def _dates(grid: Grid | None, columns: Mapping[str, Column]) -> list[str]:
    """Day or month first, which another file of the same form may need even where this one gives it away."""
    column = columns.get("submitted_at")
    written = grid.column(column.heading) if grid is not None and column is not None else []
    example = next((cell for cell in written if _moments.has_order(cell)), None)
    if example is None:
        return []
    order = _yaml(_moments.order_of(written) or OPEN)
    return ["", f"# What comes first in dates such as {example[:40]!r}.", f"dates: {order}  # day-first or month-first"]


def _count(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _examples(values: Iterable[str]) -> str:
    counts = Counter(" ".join(value.split())[:40] for value in values if value.strip())
    return ", ".join(repr(value) for value, _ in counts.most_common(SHOWN))

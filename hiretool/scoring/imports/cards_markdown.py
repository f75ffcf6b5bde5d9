"""Our own Markdown scorecard, filled in -> rows of the normal form, each at the line where its competency begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hiretool import files
from hiretool.model import COLUMNS

Rows = list[list[str]]

BESIDE = "because"
"""A column for what the card has room for and the normal form has not."""
_LOOKED_AT = 4_000
"""Bytes in which a card has named its interview and its role."""

_ID = r"\\?`?([a-z0-9]+(?:-[a-z0-9]+)*)\\?`?"
_INTERVIEW = re.compile(rf"#+\s+.*\({_ID}\)[\s#]*")
_COMPETENCY = re.compile(rf"#+\s+.*\({_ID},\s*[\d.,]+\s*%\)[\s#]*")
_RECOMMENDATION = re.compile(r"#+\s+Recommendation[\s#]*", re.IGNORECASE)
# Bold or not, with a bullet or without, whichever side of the asterisks the colon stands.
_FACT = re.compile(r"[-*+]?\s*[*_]{0,2}(Candidate|Interviewer|Date|Role)\s*:?[*_]{0,2}\s*:?\s*(.*)")
_TICK = re.compile(r"[-*+]\s*\[\s*([xX✓✔☑]?)\s*\]\s*(.*)")
_RATING = re.compile(r"[-*+>]?\s*[*_]{0,2}Rating\s*[:=]?[*_]{0,2}\s*[:=]\s*[*_]{0,2}(.*?)[*_]{0,2}", re.IGNORECASE)
_VIEW = re.compile(
    r"[-*+>]?\s*[*_]{0,2}Recommendation\s*[:=]?[*_]{0,2}\s*[:=]\s*[*_]{0,2}(.*?)[*_]{0,2}", re.IGNORECASE
)
_EVIDENCE = re.compile(r"[*_]{0,2}Evidence:.*?No rating without it\.[*_]{0,2}")
_TO_WRITE_ON = re.compile(r"[─_\\\s]{3,}")
_BREAK = re.compile(r"[-*_\s]{3,}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRINTED = {"Because", "Your own view, on its own line; it is never averaged into the score."}
_COLUMN = {"Candidate": "candidate", "Interviewer": "interviewer", "Date": "submitted_at", "Role": "role"}
_SAID = {"1", "2", "3", "4", "mixed", "2.5", "not assessed"}


@dataclass(slots=True)
class _Rated:
    line: int
    """From 1."""
    competency: str
    ticked: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    in_note: bool = False


@dataclass(slots=True)
class _Card:
    interview: str
    facts: dict[str, str] = field(default_factory=dict)
    rated: list[_Rated] = field(default_factory=list)
    closing: bool = False
    recommended: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


def recognised(raw: bytes) -> bool:
    """Whether it is one of our cards: a heading that names an interview, and below it the role and the candidate."""
    lines = [line.strip() for line in raw[:_LOOKED_AT].decode("utf-8-sig", "ignore").splitlines()]
    first = next((place for place, line in enumerate(lines) if _INTERVIEW.fullmatch(line)), len(lines))
    facts = {match[1] for line in lines[first:] if (match := _FACT.fullmatch(line))}
    return {"Candidate", "Role"} <= facts


def rows(raw: bytes, path: Path) -> Rows:
    """A header and the rows, at the places of their lines in the file. Raises: DataError if it is not UTF-8."""
    lines = [line.rstrip() for line in files.decoded(raw, path).splitlines()]
    cards = list(_cards(lines))
    beside = [BESIDE] if any(card.beside for card in cards) else []
    found: Rows = [[] for _ in lines]
    found[0] = [*COLUMNS, *beside]
    for card in cards:
        for rated in card.rated:
            cells = _cells(card, rated)
            found[rated.line - 1] = [cells.get(name, "") for name in found[0]]
    return found


def _cards(lines: list[str]) -> Iterator[_Card]:
    card: _Card | None = None
    for number, line in enumerate(lines, start=1):
        bare = line.strip()
        # A competency first: its heading ends in a share, and the other pattern wants none.
        if card and (match := _COMPETENCY.fullmatch(bare)):
            card.rated.append(_Rated(number, match[1]))
            card.closing = False
        elif (match := _INTERVIEW.fullmatch(bare)) and _begins(lines, number):
            if card:
                yield card
            card = _Card(match[1])
        elif card and _RECOMMENDATION.fullmatch(bare):
            card.closing = True
        elif card and card.closing:
            _close(card, bare)
        elif card and card.rated:
            _take(card.rated[-1], line)
        elif card and (match := _FACT.fullmatch(bare)):
            card.facts[_COLUMN[match[1]]] = _role(match[2]) if match[1] == "Role" else _plain(match[2])
    if card:
        yield card


def _begins(lines: list[str], number: int) -> bool:
    """A heading of a note may look like that of a card; a card's has its facts below."""
    following = next((line.strip() for line in lines[number:] if line.strip()), "")
    return bool(_FACT.fullmatch(following))


def _take(rated: _Rated, line: str) -> None:
    bare = line.strip()
    if not rated.in_note and (match := _EVIDENCE.match(bare)):
        rated.in_note = True
        rated.note.append(bare[match.end() :])
    elif not rated.in_note and (match := _TICK.fullmatch(bare)):
        if match[1]:
            rated.ticked.append(_plain(match[2]))
    elif (match := _RATING.fullmatch(bare)) and (not rated.in_note or _plain(match[1]).casefold() in _SAID):
        rated.ticked.append(_plain(match[1]))
    elif rated.in_note or not bare.startswith("|"):
        # Whoever took the label away meant what stands there all the same.
        rated.note.append("" if _TO_WRITE_ON.fullmatch(bare) else line)


def _close(card: _Card, bare: str) -> None:
    if match := _TICK.fullmatch(bare):
        if match[1]:
            card.recommended.append(_plain(match[2]))
    elif match := _VIEW.fullmatch(bare):
        card.recommended.append(_plain(match[1]))
    elif bare.startswith("|"):
        cells = [cell.strip(" -:") for cell in bare.strip("|").split("|")]
        if any(cells) and cells[0] != "Hint given":
            card.beside.append(bare)
    elif bare and bare not in _PRINTED and not _TO_WRITE_ON.fullmatch(bare) and not _BREAK.fullmatch(bare):
        card.beside.append(bare)


def _cells(card: _Card, rated: _Rated) -> dict[str, str]:
    said = {"" if word.casefold() == "not assessed" else word for word in rated.ticked}
    return {
        **card.facts,
        "interview": card.interview,
        "competency": rated.competency,
        # Two that differ are shown as they stand, and refused where ratings are checked.
        "rating": " and ".join(dict.fromkeys(word or "not assessed" for word in rated.ticked))
        if len(said) > 1
        else "".join(said),
        "note": _note(rated.note),
        "recommendation": " and ".join(dict.fromkeys(card.recommended)),
        BESIDE: " ".join(card.beside),
    }


def _note(lines: list[str]) -> str:
    while lines and (not lines[-1] or _BREAK.fullmatch(lines[-1])):
        lines.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _role(text: str) -> str:
    """The id, before the comma and the level."""
    return _plain(text).split(",")[0].strip(" `")


def _plain(text: str) -> str:
    """What a fact or a tick says, without escapes, and without a line to write on."""
    bare = text.strip()
    if _TO_WRITE_ON.fullmatch(bare):
        return ""
    return _ESCAPED.sub(r"\1", bare)

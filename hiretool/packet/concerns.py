"""What to look at before deciding: flags, missing cards, late changes, and what figures do not know."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.document import Block, Bullets, Paragraph, Span, bullets, inline
from hiretool.packet import late
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told
from hiretool.packet.words import kept, listed
from hiretool.scoring import flags as kinds
from hiretool.scoring.flags import Flag

ELSEWHERE = ("missing_cards",)
"""Flags that say what a part of the packet says by itself."""
FEW = 5
"""Fewer ratings than this say little about anybody."""
MOST = 8
"""Flags of one kind, and missing cards, that the overview tells; the pages of the candidates have them all."""


def flags(told: Told) -> Block:
    shown = [flag for flag in told.flags if flag.kind not in ELSEWHERE]
    if not shown:
        return Paragraph(inline("Nothing was found that asks for a second look."))
    return _listed(shown, most=MOST)


def flags_on(candidate: Candidate, told: Told) -> Block | None:
    """The flags that name the candidate, or None."""
    mine = [flag for flag in told.flags if candidate.name in flag.candidates and flag.kind not in ELSEWHERE]
    return _listed(mine, most=len(mine)) if mine else None


def _listed(found: Sequence[Flag], *, most: int) -> Bullets:
    """Flags of one kind together, each kind by its name. most: of a kind, of those that a candidate's page has too."""
    items: list[tuple[Block, ...]] = []
    for kind in dict.fromkeys(flag.kind for flag in found):
        mine = [flag for flag in found if flag.kind == kind]
        texts = [flag.text for flag in mine if not flag.candidates]
        texts += shortened([flag.text for flag in mine if flag.candidates], most)
        head = (Span(f"{kinds.title(kind)}. ", strong=True),)
        if len(texts) == 1:
            items.append((Paragraph((*head, *inline(texts[0]))),))
        else:
            items.append((Paragraph(head), bullets(texts)))
    return Bullets(tuple(items))


def shortened(texts: Sequence[str], most: int) -> list[str]:
    """The first of them, and how many more there are on other pages."""
    if len(texts) <= most + 1:
        return list(texts)
    return [*texts[:most], f"{len(texts) - most} more, which the candidates' own pages tell."]


def missing(told: Told) -> list[Block]:
    texts = [f"{kept(candidate.name)}: {text}" for candidate in told.candidates for text in missing_of(candidate, told)]
    if not texts:
        return [Paragraph(inline("Every scorecard that was given out has been handed in."))]
    ask = "Ask before anybody shares their own view: a card that is written afterwards is worth less."
    return [bullets(shortened(texts, 3 * MOST)), Paragraph(inline(ask), "note")]


def missing_of(candidate: Candidate, told: Told) -> list[str]:
    texts = [f"{kept(who)} has not handed in {where or 'the card'}." for who, where in candidate.not_handed_in()]
    if rounds := candidate.rounds_without_card(told.loop):
        texts.append(f"no card at all for {', '.join(rounds)}.")
    return texts


def changes(told: Told) -> Block:
    if told.changes is None:
        unknown = "Not known: these cards came from a file, and only a workspace keeps when a card was changed."
        return Paragraph(inline(unknown))
    texts = [f"{kept(candidate.name)}: {text}" for candidate in told.candidates for text in changes_of(candidate, told)]
    return bullets(texts) if texts else Paragraph(inline("No card was changed after others could be read."))


def changes_of(candidate: Candidate, told: Told) -> list[str]:
    return [late.sentence(change, told.titles) for change in told.changes or () if change.candidate == candidate.name]


def limits(told: Told) -> list[str]:
    """What these figures do not know, a sentence each."""
    found = [
        "An interval covers what few ratings, few interviewers and their differences leave open. It does not cover what"
        " nobody asked, nor interviewers who spoke to each other before they rated.",
        *(warned.text for warned in told.fit.warnings),
    ]
    few = [candidate.name for candidate in told.candidates if candidate.row["n_ratings"] < FEW]
    if few:
        found.append(f"Fewer than {FEW} ratings: {listed(few)}.")
    alone = [candidate.name for candidate in told.candidates if candidate.row["n_interviewers"] == 1]
    if alone:
        found.append(f"Rated by one interviewer only: {listed(alone)}.")
    part = [
        f"{kept(candidate.name)} ({candidate.row['weight_rated']:.0%} of the weight)"
        for candidate in told.candidates
        if 0 < candidate.row["weight_rated"] < 0.999
    ]
    if part:
        found.append(f"Scores that rest on a part of the competencies: {listed(part)}.")
    return found

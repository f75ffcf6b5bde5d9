"""The parts of the packet that compare candidates."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from hiretool import charts
from hiretool.document import (
    Block,
    Cell,
    CellKind,
    Column,
    Facts,
    Inline,
    Paragraph,
    Span,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.model import RECOMMENDATION_WORDS
from hiretool.packet.summary import Candidate, Rating
from hiretool.roles import Round, percent

# Cuts of the six shades, around the four points of the scale.
_CUTS = (1.75, 2.25, 2.75, 3.25, 3.75)
FEW = 5
"""Fewer ratings than this say little about anybody."""


def facts(data: Mapping[str, Any]) -> Facts:
    cards = f"{data['n_cards']} handed in" + (f", {data['n_cards_out']} still out" if data["n_cards_out"] else "")
    shown = [
        ("Role and level", f"{data['role_title']}, {data['level']}"),
        ("Opening", data["opening"] or "not named"),
        ("Candidates", str(data["n_candidates"])),
        ("Scorecards", cards),
        ("Ratings", f"{data['n_ratings']:,} by {counted(data['n_interviewers'], 'interviewer', 'interviewers')}"),
        ("Made on", data["made_on"]),
    ]
    if data["log_head"]:
        shown.append(("Head of the log", data["log_head"][:12]))
    return Facts(tuple((term, inline(value)) for term, value in shown))


def sentence(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> str:
    """What the data show, in a sentence that they bear out."""
    scored = [candidate for candidate in candidates if candidate.score is not None]
    if not scored:
        return "Nothing has been rated yet."
    whole = [candidate for candidate in scored if len(candidate.means) == len(weights)]
    some = f" of {len(candidates)}" if len(scored) < len(candidates) else ""
    texts = [f"{len(scored)}{some} {'candidate has' if len(candidates) == 1 else 'candidates have'} a score."]
    if len(scored) == 1:
        rated = "Every competency" if whole else f"{len(scored[0].means)} of {len(weights)} competencies"
        return f"{texts[0]} {rated} that the role weighs {'was' if whole else 'were'} rated."
    if len(whole) == len(scored):
        texts.append("Every competency that the role weighs was rated for each of them.")
    else:
        texts.append(f"Every competency was rated for {len(whole)} of {len(scored)}; compare the others with care.")
    first, second = (float(candidate.score or 0) for candidate in scored[:2])
    if first - second < 0.05:
        texts.append("The two highest scores are equal to one decimal or nearly so; their order says nothing.")
    else:
        texts.append(f"The highest score is {first:.1f}, {first - second:.1f} above the next.")
    return " ".join(texts)


def limits(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> list[str]:
    """What these figures do not know, a sentence each."""
    found = [
        "How strict each interviewer is has not been taken out of the scores: candidates seen by strict interviewers"
        " score lower.",
        "There is no interval around a score yet. The line in the chart runs from the lowest to the highest"
        " interviewer's own mean; it shows how far people differ, not how sure the score is.",
    ]
    few = [candidate.name for candidate in candidates if candidate.row["n_ratings"] < FEW]
    if few:
        found.append(f"Fewer than {FEW} ratings: {', '.join(few)}.")
    alone = [candidate.name for candidate in candidates if candidate.row["n_interviewers"] == 1]
    if alone:
        found.append(f"Rated by one interviewer only: {', '.join(alone)}.")
    part = [
        f"{candidate.name} ({candidate.row['weight_rated']:.0%} of the weight)"
        for candidate in candidates
        if 0 < candidate.row["weight_rated"] < 0.999
    ]
    if part:
        found.append(f"Scores that rest on a part of the competencies: {', '.join(part)}.")
    return found


def scores(candidates: Sequence[Candidate], weights: Mapping[str, float]) -> Table:
    rows = []
    for place, candidate in enumerate(candidates, start=1):
        row, score = candidate.row, candidate.score
        if score is None:
            blank = Cell(inline("none"), "missing")
            rows.append(
                (
                    Cell(_linked(candidate.name, place), "head"),
                    blank,
                    blank,
                    *cells("0", f"0 of {len(weights)}", "nothing was rated"),
                )
            )
            continue
        rated = f"{row['competencies_rated']} of {row['competencies_required']}"
        rows.append(
            (
                Cell(_linked(candidate.name, place), "head"),
                Cell(inline(f"{score:.1f}"), "strong"),
                Cell(inline(f"{row['raw_mean']:.1f}"), "muted"),
                Cell(inline(str(row["n_ratings"])), note=counted(row["n_interviewers"], "person", "people")),
                Cell(inline(rated), note=f"{row['weight_rated']:.0%} of the weight"),
                Cell((), picture=charts.range_row(score, row["raw_mean"], candidate.by_interviewer)),
            )
        )
    columns = (
        Column("Candidate", width=3),
        Column("Score", "right", 0.9),
        Column("Raw mean", "right", 0.9),
        Column("Ratings", "right", 1.2),
        Column("Competencies rated", "right", 2.1),
        Column("1 to 4", width=4, picture=charts.axis()),
    )
    caption = (
        "Score: weighted mean over what was assessed. Raw mean: of all ratings, unweighted. In the chart: dot = score,"
        " tick below = raw mean, rings = each interviewer's own mean, light lines = 1, 2, 3, 4."
    )
    return Table(columns, tuple(rows), caption, "chart")


def _linked(name: str, place: int) -> Inline:
    return (Span(name, href=f"#{anchor(place)}"),)


def anchor(place: int) -> str:
    """Where the page of the candidate at this place in the order begins."""
    return f"candidate-{place}"


def matrix(candidates: Sequence[Candidate], weights: Mapping[str, float], titles: Mapping[str, str]) -> Table:
    columns = (
        Column("Candidate", width=1.7),
        *(Column(titles[name], "center", 1, percent(weight)) for name, weight in weights.items()),
    )
    rows = tuple(
        (Cell(inline(candidate.name), "head"), *(_shaded(candidate, name) for name in weights))
        for candidate in candidates
    )
    caption = (
        "Mean rating of each competency, with the number of ratings. Hatched, or none: not assessed, which is not a low"
        " rating."
    )
    return Table(columns, rows, caption, "heat")


def _shaded(candidate: Candidate, name: str) -> Cell:
    if name not in candidate.means:
        return Cell(inline("none"), "missing")
    return Cell(inline(f"{candidate.means[name]:.1f}"), step(candidate.means[name]), f"n {candidate.counts[name]}")


def step(value: float) -> CellKind:
    """The shade of a mean, from step1 (low) to step6 (high)."""
    shades: tuple[CellKind, ...] = ("step1", "step2", "step3", "step4", "step5", "step6")
    return shades[sum(value >= cut for cut in _CUTS)]


def gaps(candidates: Sequence[Candidate], titles: Mapping[str, str]) -> Block:
    rows = [
        cells(
            Cell(inline(candidate.name), "head"), titles.get(name, name), "; ".join(_said(rating) for rating in rated)
        )
        for candidate in candidates
        for name, rated in candidate.gaps()
    ]
    if not rows:
        return Paragraph(inline("No two ratings of one competency lie two points or more apart."))
    columns = (Column("Candidate", width=1.4), Column("Competency", width=1.4), Column("Who rated what", width=3))
    return Table(
        columns,
        tuple(rows),
        "Two points or more apart. Read both notes before the numbers: they may have seen different things.",
    )


def _said(rating: Rating) -> str:
    return f"{rating.interviewer} {rating.label or f'{rating.value:g}'} ({rating.interview or 'interview not named'})"


def recommendations(candidates: Sequence[Candidate], short: Mapping[str, str]) -> Table:
    columns = (Column("Candidate", width=2), *(Column(word, "center") for word in RECOMMENDATION_WORDS.values()))
    rows = []
    for candidate in candidates:
        counted = [
            Cell(inline(str(len(who))), "strong" if who else "muted", " ".join(short[name] for name in who))
            for who in candidate.recommendations().values()
        ]
        rows.append((Cell(inline(candidate.name), "head"), *counted))
    return Table(
        columns, tuple(rows), "What each interviewer recommends, counted and never averaged; initials below the count."
    )


def missing(candidates: Sequence[Candidate], loop: list[Round]) -> Block:
    texts = []
    for candidate in candidates:
        texts += [
            f"{candidate.name}: {who} has not handed in {where or 'the card'}."
            for who, where in candidate.not_handed_in()
        ]
        if rounds := candidate.rounds_without_card(loop):
            texts.append(f"{candidate.name}: no card at all for {', '.join(rounds)}.")
    return bullets(texts) if texts else Paragraph(inline("Every scorecard that was given out has been handed in."))


def people(short: Mapping[str, str]) -> Paragraph:
    return Paragraph(
        inline("Initials: " + "; ".join(f"{initial} {name}" for name, initial in short.items()) + "."), "note"
    )


def initials(names: Sequence[str]) -> dict[str, str]:
    """Name -> initials, no two the same; a number in a name (`interviewer-07`) is kept whole."""
    found: dict[str, str] = {}
    for name in names:
        parts = [part for part in name.replace("-", " ").split() if part[:1].isalnum()]
        ends = parts if len(parts) < 3 else [parts[0], parts[-1]]
        base = "".join(part if part.isdigit() else part[0] for part in ends).upper() or "?"
        more = (f"{base}{'.' if base[-1].isdigit() else ''}{number}" for number in itertools.count(2))
        found[name] = next(short for short in itertools.chain([base], more) if short not in found.values())
    return found


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"

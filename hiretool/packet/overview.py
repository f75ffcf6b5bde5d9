"""The head of a packet, and the sentence that the figures bear out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hiretool.document import Facts, inline
from hiretool.packet.summary import Candidate
from hiretool.packet.told import Told
from hiretool.packet.words import LIKELY, SURE, chance, counted, kept, listed

_CLEAR = 0.9
"""A chance of the first place from which it is said to be settled."""


def facts(data: Mapping[str, Any]) -> Facts:
    cards = f"{data['n_cards']} handed in" + (f", {data['n_cards_out']} still out" if data["n_cards_out"] else "")
    shown, rated = data["n_candidates"], data["n_candidates_rated"]
    items = [
        ("Role and level", f"{data['role_title']}, {data['level']}"),
        ("Opening", data["opening"] or "not named"),
        ("Candidates", str(shown) if shown == rated else f"{shown} of {rated} rated for the role"),
        ("Scorecards", cards),
        ("Ratings", f"{data['n_ratings']:,} by {counted(data['n_interviewers'], 'interviewer')}"),
        ("Bar of the score", f"{data['bar_score']:.1f}"),
        ("Weights set by", data["weights_set_by"] or "nobody is named"),
        ("Made on", f"{data['made_on']}, log {data['log_head'][:12]}" if data["log_head"] else data["made_on"]),
    ]
    if data["blind"]:
        items.append(("Names", "hidden; the letters say nothing"))
    return Facts(tuple((term, inline(value)) for term, value in items))


def sentence(told: Told) -> str:
    """What the data show, in sentences that they bear out."""
    scored = told.scored()
    if not scored:
        return "Nothing has been rated yet."
    some = f" of {len(told.candidates)}" if len(scored) < len(told.candidates) else ""
    texts = [f"{len(scored)}{some} {'candidate has' if len(told.candidates) == 1 else 'candidates have'} a score."]
    texts += [_against_the_bar(scored, told.bar), _rated(scored, told), _first(told)]
    return " ".join(filter(None, texts))


def _against_the_bar(scored: list[Candidate], bar: float) -> str:
    """How many are clearly above, and how many cannot be told from the bar."""
    chances = [float(candidate.row["p_above_bar"]) for candidate in scored]
    above, near = sum(p >= SURE for p in chances), sum(1 - LIKELY < p < LIKELY for p in chances)
    if len(scored) == 1:
        return f"It is above the bar of {bar:.1f} with a chance of {chance(chances[0])}."
    texts = [f"{_people(above)} very likely above the bar of {bar:.1f}"]
    if near:
        texts.append(f"{near} cannot be told from it")
    return f"{'; '.join(texts)}."


def _people(number: int) -> str:
    return f"{number or 'None'} {'is' if number <= 1 else 'are'}"


def _rated(scored: list[Candidate], told: Told) -> str:
    """Of how many everything was rated."""
    whole = [candidate for candidate in scored if len(candidate.means) == len(told.weights)]
    if len(scored) == 1:
        rated = "Every competency" if whole else f"{len(scored[0].means)} of {len(told.weights)} competencies"
        return f"{rated} that the role weighs {'was' if whole else 'were'} rated."
    if len(whole) == len(scored):
        return "Every competency that the role weighs was rated for each of them."
    return f"Every competency was rated for {len(whole)} of {len(scored)}; compare the others with care."


def _first(told: Told) -> str:
    """Whether the ratings settle who is first."""
    placed = [(candidate.places.chances[0], candidate.name) for candidate in told.candidates if candidate.places]
    if len(told.scored()) > 1 and not placed:
        return "Too little was rated to say anything of their order."
    if len(placed) < 2:
        return ""
    likely = sorted(placed, key=lambda entry: -entry[0])
    if likely[0][0] >= _CLEAR:
        return f"{likely[0][1]} is first with a chance of {chance(likely[0][0])}."
    rivals = [f"{kept(name)} ({chance(p)})" for p, name in likely if p >= 0.1][:3] or [
        f"{likely[0][1]} ({chance(likely[0][0])})"
    ]
    return f"Who is first is not settled: {listed(rivals)}."

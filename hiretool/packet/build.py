"""Summary -> packet: an overview, and a page for each candidate."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from hiretool import rubrics
from hiretool.discover import Library
from hiretool.document import Block, Document
from hiretool.errors import HiretoolError
from hiretool.model import Level
from hiretool.packet import overview, page
from hiretool.packet.summary import Candidate, summarised
from hiretool.roles import Role

if TYPE_CHECKING:
    import pandas as pd


def build(
    ratings: pd.DataFrame,
    role: Role,
    library: Library,
    *,
    level: Level,
    today: datetime.date,
    opening: str = "",
    extra: Literal["error", "ignore"] = "error",
    log_head: str = "",
) -> Document:
    """The packet for a committee.

    ratings: the normal form, of this role only. opening: shown in the head. log_head: hash of the newest entry of the
    workspace's log, so that a printed packet can be matched with it.
    Raises: HiretoolError if there is no rating of the role, or a competency that it does not weigh.
    """
    if ratings.empty:
        raise HiretoolError(f"There is no scorecard for {role.id}; import some first.")
    weights = role.weights(level)
    titles = {name: rubrics.competency(name, library).title for name in weights}
    candidates = summarised(ratings, weights, extra)
    loop = role.loop(level)
    interviewers = sorted({card.interviewer for candidate in candidates for card in candidate.cards})
    out = sum(len(candidate.not_handed_in()) for candidate in candidates)
    cards = sum(len(candidate.cards) for candidate in candidates)
    data: dict[str, Any] = {
        "role": role.id,
        "role_title": role.title,
        "level": level,
        "opening": opening or None,
        "made_on": today.isoformat(),
        "log_head": log_head or None,
        "n_candidates": len(candidates),
        "n_interviewers": len(interviewers),
        "n_cards": cards - out,
        "n_cards_out": out,
        "n_ratings": sum(candidate.row["n_ratings"] for candidate in candidates),
        "weights": weights,
        "bar": role.hire_bar.model_dump(),
        "candidates": [_facts(candidate, loop) for candidate in candidates],
        "says": overview.sentence(candidates, weights),
        "limits": overview.limits(candidates, weights),
    }
    short = overview.initials(interviewers)
    parts: dict[str, Block | Sequence[Block]] = {
        "facts": overview.facts(data),
        "scores": overview.scores(candidates, weights),
        "matrix": overview.matrix(candidates, weights, titles),
        "gaps": overview.gaps(candidates, titles),
        "recommendations": overview.recommendations(candidates, short),
        "missing": overview.missing(candidates, loop),
        "people": overview.people(short),
        "pages": [
            block
            for place, candidate in enumerate(candidates, start=1)
            for block in page.page(candidate, place, role, weights, titles, short, loop)
        ],
    }
    title = f"Committee packet: {role.title}, {level}"
    foot = ", ".join(
        filter(
            None,
            [
                f"{role.title}, {level}",
                opening,
                f"made {today.isoformat()}",
                f"log {log_head[:12]}" if log_head else "",
            ],
        )
    )
    return Document("packet", title, data, parts, foot=f"{foot}. Confidential.")


def _facts(candidate: Candidate, loop: Any) -> Mapping[str, Any]:
    return {
        **candidate.row,
        "competencies": {name: {"mean": mean, "n": candidate.counts[name]} for name, mean in candidate.means.items()},
        "interviewers": dict(candidate.by_interviewer),
        "recommendations": {name: len(who) for name, who in candidate.recommendations().items()},
        "cards": [
            {
                "interviewer": card.interviewer,
                "interview": card.interview,
                "recommendation": card.recommendation or None,
                "submitted_at": card.submitted_at or None,
                "handed_in": card.handed_in(),
                "ratings": [
                    {
                        "competency": rating.competency,
                        "rating": rating.value,
                        "label": rating.label or None,
                        "note": rating.note or None,
                    }
                    for rating in card.ratings
                ],
            }
            for card in candidate.cards
        ],
        "not_handed_in": [{"interviewer": who, "interview": where} for who, where in candidate.not_handed_in()],
        "rounds_without_card": candidate.rounds_without_card(loop),
    }

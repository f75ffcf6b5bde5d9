"""Ratings -> packet: an overview, a page for each candidate, and the sheet to sign."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from hiretool import rubrics, scoring
from hiretool.discover import Library
from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.model import Level
from hiretool.packet import blind, decision, facts, pages, standards
from hiretool.packet.sheets import sheets
from hiretool.packet.summary import chosen, summarised
from hiretool.packet.told import Told
from hiretool.packet.words import initials
from hiretool.roles import Role
from hiretool.scoring import flags
from hiretool.scoring.table import weighed as weighed_only

if TYPE_CHECKING:
    import pandas as pd

    from hiretool.store.changes import Change


@dataclass(frozen=True, slots=True)
class Packet:
    """What a committee gets."""

    document: Document
    decision: Document
    """The sheet to sign."""
    key: Mapping[str, str]
    """Candidate -> the letter that stands for them, empty where names are shown."""
    remarks: Sequence[str]
    """What whoever builds it should know, with names; no part of the packet."""

    def key_document(self) -> Document:
        """Who each letter stands for, to be kept apart from the packet."""
        rows = [{"letter": letter, "candidate": name} for name, letter in self.key.items()]
        return Document("list", "Who each letter stands for", {"key": rows}, rows=rows)


def build(ratings: pd.DataFrame, role: Role, library: Library, **asked: Any) -> Document:
    """The packet for a committee, without the sheet to sign. As `full`."""
    return full(ratings, role, library, **asked).document


def full(
    ratings: pd.DataFrame,
    role: Role,
    library: Library,
    *,
    level: Level,
    today: datetime.date,
    bar: float | None = None,
    candidates: Sequence[str] = (),
    conflicts: Sequence[tuple[str, str]] = (),
    changes: Sequence[Change] | None = None,
    hide_names: bool = False,
    opening: str = "",
    weights_by: str = "",
    extra: Literal["error", "ignore"] = "error",
    log_head: str = "",
    ledger: pd.DataFrame | None = None,
    seed: int = 0,
) -> Packet:
    """The packet for a committee, with the sheet to sign.

    ratings: the normal form, of this role only. bar: 1..4, the role's if None. candidates: those to be shown, all if
    empty; everybody's ratings count in the fit. conflicts: (candidate, interviewer) whose ratings do not count.
    changes: of cards, as `store.changes` gives them, None if nobody kept them; those made when others could be read are
    told. opening: shown in the head. weights_by: who set the weights, in words. log_head: hash of the newest entry of
    the workspace's log, so that a printed packet can be matched with it. ledger, seed: as `scoring.fit` takes them.
    Raises: HiretoolError if there is no rating of the role, or a competency that it does not weigh; NotFoundError for a
    candidate who is not there.
    """
    if ratings.empty:
        raise HiretoolError(f"There is no scorecard for {role.id}; import some first.")
    weights = role.weights(level)
    remarks = _without_card(ratings, conflicts)
    # Names go before anything is computed, so that no figure, flag or sentence can bring one back.
    key = blind.letters(role.id, list(ratings["candidate"])) if hide_names else {}
    if key:
        ratings, candidates, conflicts, changes = _hidden(key, ratings, candidates, conflicts, changes)
    weighed = weighed_only(ratings, weights, extra)
    bar = role.scoring.bar if bar is None else bar
    fit = scoring.fit(
        weighed,
        weights=weights,
        bar=bar,
        priors=role.scoring.spread,
        ledger=ledger,
        conflicts=conflicts or None,
        seed=seed,
    )
    everyone = summarised(ratings, weights, fit, extra)
    shown = chosen(everyone, candidates)
    titles = {name: rubrics.competency(name, library).title for name in weights}
    case = flags.Case(
        ratings=weighed,
        fit=fit,
        weights=weights,
        bar=bar,
        rounds=role.loop(level),
        conflicts=conflicts,
        titles=titles,
    )
    names = {candidate.name for candidate in shown}
    told = Told(
        role=role,
        level=level,
        weights=weights,
        titles=titles,
        bar=bar,
        loop=role.loop(level),
        candidates=shown,
        n_rated=sum(candidate.score is not None for candidate in everyone),
        short=initials(sorted({card.interviewer for candidate in shown for card in candidate.cards})),
        fit=fit,
        flags=[flag for flag in flags.found(case) if not flag.candidates or names & set(flag.candidates)],
        changes=None if changes is None else [change for change in changes if change.after_shown],
    )
    data = facts.data(
        told,
        n_everyone=len(everyone),
        opening=opening,
        today=today,
        weights_by=weights_by,
        weights_from=standards.origin(role, library),
        log_head=log_head,
        blind=bool(key),
    )
    title, foot = f"{role.title}, {level}", _foot(told, data)
    tables = sheets(told, ratings)
    document = Document(
        "packet",
        f"Committee packet: {title}",
        data,
        pages.parts(told, data),
        rows=tables["Scores"],
        sheets=tables,
        foot=foot,
    )
    return Packet(document, decision.sheet(told, data, title, foot), key, remarks)


def _without_card(ratings: pd.DataFrame, conflicts: Sequence[tuple[str, str]]) -> list[str]:
    """Declared conflicts that leave nothing out: a name that is misspelt would otherwise let its ratings count."""
    rated = set(zip(ratings["candidate"], ratings["interviewer"], strict=True))
    return [
        f"Conflict of interest: no card of {interviewer} on {candidate} is here. Check the spelling if there should be."
        for candidate, interviewer in conflicts
        if (candidate, interviewer) not in rated
    ]


def _hidden(
    key: Mapping[str, str],
    ratings: pd.DataFrame,
    candidates: Sequence[str],
    conflicts: Sequence[tuple[str, str]],
    changes: Sequence[Change] | None,
) -> tuple[pd.DataFrame, list[str], list[tuple[str, str]], list[Change] | None]:
    """All that names a candidate, with letters instead; what names nobody of the role is left to be an error later."""
    return (
        blind.blinded(ratings, key),
        [key.get(name, name) for name in candidates],
        [(key.get(candidate, candidate), interviewer) for candidate, interviewer in conflicts],
        None if changes is None else [blind.change(change, key) for change in changes if change.candidate in key],
    )


def _foot(told: Told, data: Mapping[str, Any]) -> str:
    parts = [f"{told.role.title}, {told.level}", data["opening"], f"made {data['made_on']}"]
    if data["log_head"]:
        parts.append(f"log {data['log_head'][:12]}")
    return f"{', '.join(filter(None, parts))}. Confidential."

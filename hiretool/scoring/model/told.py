"""What is said of interviewers, and of what was taken from each candidate's score for them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from hiretool.scoring.fitted import SHOWN_FROM, Warned
from hiretool.scoring.model import colleagues
from hiretool.scoring.model.asked import Known
from hiretool.scoring.model.coded import Coded
from hiretool.scoring.model.posterior import Posterior
from hiretool.scoring.model.sentences import counted

FEW_INTERVIEWERS, FEW_RATINGS = 2, 3
"""Fewer than these bear no order of candidates."""


class Told:
    """What is said of interviewers, and of what was taken from each candidate's score for them."""

    def __init__(self, data: Coded, posterior: Posterior, known: Known) -> None:
        self._data, self._posterior, self._known = data, posterior, known
        self._here = colleagues.shared(data)
        self._shared = self._here + known[2].astype(int)
        self.panels = colleagues.panels(data) if len(data.y) else np.zeros(0, np.int32)
        self._gaps = colleagues.gaps(data) if len(data.y) else np.full(len(data.interviewers), np.nan)

    def interviewers(self) -> pd.DataFrame:
        shown = self._shared >= SHOWN_FROM
        candidates, ratings = colleagues.seen(self._data)
        return pd.DataFrame(
            {
                "interviewer": self._data.interviewers,
                "severity": np.where(shown, self._posterior.severity, np.nan),
                "sd": np.where(shown, np.sqrt(self._posterior.severity_variance), np.nan),
                "gap": np.where(shown, self._gaps, np.nan),
                "n_shared": self._shared,
                "n_candidates": candidates,
                "n_ratings": ratings,
            }
        )

    def inner(self) -> pd.DataFrame:
        """What a ledger is made from, whether or not it is shown."""
        return pd.DataFrame(
            {
                "interviewer": self._data.interviewers,
                "_severity": self._posterior.severity,
                "_variance": self._posterior.severity_variance,
                "_prior_severity": np.nan_to_num(self._known[0]),
                "_prior_variance": self._posterior.prior_severity_variance,
                "_shared_here": self._here,
            }
        )

    def corrections(self) -> pd.DataFrame:
        data, posterior = self._data, self._posterior
        block, who = data.card_block, data.card_interviewer
        return pd.DataFrame(
            {
                "role": data.roles[data.role_of[block]],
                "candidate": data.candidates[data.candidate_of[block]],
                "interviewer": data.interviewers[who],
                "severity": posterior.severity[who],
                "weight": posterior.card_weight,
                "effect": posterior.card_effect,
                "n_shared": self._shared[who],
                "gap": self._gaps[who],
            }
        )

    def bears_an_order(self) -> bool:
        return len(self._data.interviewers) >= FEW_INTERVIEWERS and len(self._data.y) >= FEW_RATINGS

    def warnings(self) -> list[Warned]:
        found = []
        if not self.bears_an_order():
            found.append(
                Warned(
                    "too-little-data",
                    f"{counted(len(self._data.y), 'rating')} by {counted(len(self._data.interviewers), 'interviewer')}:"
                    " the intervals rest mostly on what is usual elsewhere, and no order of candidates is given.",
                )
            )
        groups = np.zeros(len(self._data.roles), dtype=np.int64)
        np.maximum.at(groups, self._data.role_of, self.panels)
        for role, count in zip(self._data.roles.tolist(), groups.tolist(), strict=True):
            if count > 1:
                of = f" of {role}" if role else ""
                found.append(
                    Warned(
                        "never-compared",
                        f"{count} groups of interviewers{of} never rated the same candidate: between these groups the"
                        " scores are compared as if they were equally strict.",
                    )
                )
        _, rated = colleagues.seen(self._data)
        people, few = int((rated > 0).sum()), int(((self._shared < SHOWN_FROM) & (rated > 0)).sum())
        if few:
            who = "the one interviewer" if people == 1 else f"{few} of {people} interviewers"
            found.append(
                Warned(
                    "few-shared",
                    f"The strictness of {who} is not yet known: fewer than {SHOWN_FROM} candidates rated together with"
                    " somebody else.",
                )
            )
        return found

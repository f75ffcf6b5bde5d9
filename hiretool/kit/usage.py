"""Ratings given to answers -> how a question does: use, difficulty, discrimination, and whether it has got out.

Difficulty: an additive model of candidate, question and interviewer, each drawn towards the mean; so that a strict
interviewer does not make a question look hard, nor a strong candidate make it look easy.
Discrimination: correlation of a question's scores with what the same candidates got on the rest.
Leak: whether the scores have become better than candidate and interviewer lead one to expect; see cusum.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from hiretool.kit import cusum

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

ENOUGH = 30
"""Scores below which neither difficulty nor discrimination is told: with 20, one useless question in three is found."""
ACT = 80
"""Scores from which a low discrimination is a reason to act: a useless question is then found 9 times in 10."""
LOW = 0.30
"""Discrimination that a question should have; below it, it says little that the others do not say better."""
# As if so many further scores at the mean had been given. tests/benchmarks holds them against a simulation's truth.
PULL_CANDIDATE, PULL_QUESTION, PULL_INTERVIEWER = 1.0, 4.0, 4.0
_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What one interviewer's ratings say of one candidate's answer to one question."""

    candidate: str
    question: str
    interviewer: str
    score: float
    """Mean of the ratings, 1 to 4."""
    at: str = ""
    """When it was given, ISO 8601; orders the scores of a question."""


class Rated(Protocol):
    """A rating given in the round in which a question was asked, as the workspace keeps it."""

    @property
    def candidate(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def interviewer(self) -> str: ...
    @property
    def competency(self) -> str: ...
    @property
    def rating(self) -> float: ...
    @property
    def submitted_at(self) -> str: ...


def answers(rated: Iterable[Rated], about: Mapping[str, Collection[str]]) -> list[Answer]:
    """One answer for each candidate, question and interviewer: the mean of the ratings that the question is about.

    about: question -> its competencies; of one that is not there any more, every rating of its round counts.
    """
    scores: dict[tuple[str, str, str, str], list[float]] = {}
    for row in rated:
        if row.competency in about.get(row.question, (row.competency,)):
            key = (row.candidate, row.question, row.interviewer, row.submitted_at)
            scores.setdefault(key, []).append(row.rating)
    return [
        Answer(candidate, question, interviewer, sum(found) / len(found), at)
        for (candidate, question, interviewer, at), found in scores.items()
    ]


@dataclass(frozen=True, slots=True)
class Figures:
    """How one question does."""

    question: str
    scores: int
    candidates: int
    raw_mean: float
    difficulty: float | None
    """Rating points below the mean question of its format; None with fewer than 30 scores."""
    error: float | None
    """Standard error of the difficulty."""
    difficulty_logits: float | None
    """The same in standard deviations of candidates, which the choice of questions takes for logits."""
    discrimination: float | None
    """Item-rest correlation, -1 to 1; None with fewer than 30 scores, or where all are the same."""
    says_little: bool
    """Significantly below 0.30, with 80 scores or more."""
    alarm_at: int | None
    """The score, counted from 1, at which the answers had become too good; None if they have not."""


def figures(answers: Iterable[Answer]) -> list[Figures]:
    """One row a question, by id. Questions of different formats are not compared: each format has a mean of its own."""
    rows = sorted(answers, key=lambda answer: (answer.at, answer.question, answer.candidate, answer.interviewer))
    if not rows:
        return []
    fitted = _Fit(rows)
    found = []
    for place, question in enumerate(fitted.questions):
        mine = fitted.at_question(place)
        enough = len(mine) >= ENOUGH
        difficulty = float(-fitted.question[place]) if enough else None
        rest = fitted.discrimination(place) if enough else None
        found.append(
            Figures(
                question=question,
                scores=len(mine),
                candidates=len({rows[row].candidate for row in mine}),
                raw_mean=float(fitted.scores[mine].mean()),
                difficulty=difficulty,
                error=fitted.spread / math.sqrt(len(mine) + PULL_QUESTION) if enough else None,
                difficulty_logits=None if difficulty is None else difficulty / max(fitted.among_candidates, 0.1),
                discrimination=rest,
                says_little=rest is not None and len(mine) >= ACT and _below(rest, len(mine)),
                alarm_at=cusum.alarm(fitted.surprises(place), first=ENOUGH),
            )
        )
    return found


class _Fit:
    """score = format + candidate + question + interviewer + rest, by alternating means with shrinkage."""

    def __init__(self, rows: Sequence[Answer]) -> None:
        import numpy as np

        self._np = np
        self.questions = sorted({row.question for row in rows})
        self.scores: Floats = np.array([row.score for row in rows])
        self._c = _places([row.candidate for row in rows])
        self._q = _places([row.question for row in rows])
        self._i = _places([row.interviewer for row in rows])
        # Questions of a format are rated in rounds of their own, with other anchors.
        formats = _places([row.question.split("/")[0] for row in rows])
        self._base = (np.bincount(formats, self.scores) / np.bincount(formats))[formats]
        self.candidate, self.question, self.interviewer = (
            np.zeros(int(place.max()) + 1) for place in (self._c, self._q, self._i)
        )
        self._alternate()
        rest = self.scores - self._expected()
        self.spread = max(float(rest.std()), 0.1)
        self.among_candidates = float(self.candidate.std())

    def _alternate(self) -> None:
        np, left = self._np, self.scores - self._base
        for _ in range(_ROUNDS):
            before = self.question.copy()
            c, q, i = self.candidate[self._c], self.question[self._q], self.interviewer[self._i]
            self.candidate = _shrunk(np, self._c, left - q - i, PULL_CANDIDATE)
            c = self.candidate[self._c]
            self.question = _shrunk(np, self._q, left - c - i, PULL_QUESTION)
            q = self.question[self._q]
            self.interviewer = _shrunk(np, self._i, left - c - q, PULL_INTERVIEWER)
            if abs(self.question - before).max() < 1e-9:
                break

    def _expected(self) -> Floats:
        found: Floats = self._base + self.candidate[self._c] + self.question[self._q] + self.interviewer[self._i]
        return found

    def at_question(self, place: int) -> NDArray[Any]:
        """Rows of a question, in the order in which the scores were given."""
        return self._np.flatnonzero(self._q == place)

    def _elsewhere(self, place: int) -> tuple[Floats, NDArray[Any]]:
        """What each candidate got elsewhere beyond what questions and interviewers explain; how many scores that is."""
        np = self._np
        adjusted = self.scores - self._base - self.question[self._q] - self.interviewer[self._i]
        others = self._q != place
        size = len(self.candidate)
        counts = np.bincount(self._c[others], minlength=size)
        sums = np.bincount(self._c[others], adjusted[others], minlength=size)
        return sums / (counts + PULL_CANDIDATE), counts

    def discrimination(self, place: int) -> float | None:
        """Correlation with the rest, over candidates who have a rest."""
        np = self._np
        rest, counts = self._elsewhere(place)
        mine = self.at_question(place)
        mine = mine[counts[self._c[mine]] > 0]
        own = self.scores[mine] - self.interviewer[self._i[mine]]
        others = rest[self._c[mine]]
        if len(mine) < ENOUGH or own.std() < 1e-9 or others.std() < 1e-9:
            return None
        return float(np.corrcoef(own, others)[0, 1])

    def surprises(self, place: int) -> Floats:
        """Scores beyond what the rest of the candidate's and of the interviewer's lead one to expect.

        The question's own difficulty is left in: the scores before each show it.
        """
        rest, _ = self._elsewhere(place)
        mine = self.at_question(place)
        beyond: Floats = self.scores[mine] - self._base[mine] - rest[self._c[mine]] - self.interviewer[self._i[mine]]
        return beyond


def _shrunk(np: Any, places: NDArray[Any], left: Floats, pull: float) -> Floats:
    found: Floats = np.bincount(places, left) / (np.bincount(places) + pull)
    return found


def _places(names: Sequence[str]) -> NDArray[Any]:
    import numpy as np

    return np.unique(np.array(names, dtype=object).astype(str), return_inverse=True)[1].reshape(-1)


def _below(correlation: float, count: int) -> bool:
    """Significantly below LOW, one-sided at 5 %. Source: Fisher's z."""
    z = (math.atanh(max(-0.99, min(correlation, 0.99))) - math.atanh(LOW)) * math.sqrt(count - 3)
    return z < -1.645

"""People as they were known on a day, and what came of it -> weights, as a profile in YAML.

    python -m hiretool.sourcing.fitting papers.jsonl.xz --accepted lists.jsonl --until 2016-12-31 --outcomes 2018-12-31

lists.jsonl has one accepted paper a line: {"venue": "ICML", "year": 2016, "title": ..., "authors": [...], "tier": ""}.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import out_of_time, ranking, signals
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.files import papers
from hiretool.sourcing.finding import first_day
from hiretool.sourcing.people import Person
from hiretool.sourcing.venues import canonical
from hiretool.sourcing.weights import NEVER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST = 50
"""Outcomes of either kind below which a fit is noise. Our choice: ten for each of some five weights."""
_HIGHEST = 3.0
"""The largest weight after scaling; only their proportions matter."""
_NOISE = 1e-9
"""Spread below which a signal is the same for everybody, but for rounding."""
_SHRINKAGE = 1.0
"""L2 penalty on the weights, in standard deviations of the signals."""


CANNOT_SHOW = (
    "Fitness for a job; people who do not publish, or not where the outcomes were counted. The weights favour those "
    "who are like the ones that went on to publish there."
)
OF_THE_QUERY = ("topic", "first_author")
"""Signals that depend on which papers match."""
MONTHS = 36
"""How far back a paper must be for its first author to be looked at."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights, and how they were come by."""

    weights: dict[str, float]
    """Signal -> weight, 0 or more, the largest 3; those that came out as 0 are left out."""
    people: int
    outcomes: int
    auc: float
    """On the people it was fitted on: too good by a little; try it on a later day."""


def fitted(people: Sequence[Person], came_true: Collection[str], *, today: date, of: Collection[str] = ()) -> Fitted:
    """Weights under which those of whom it came true stand above the others: a logistic regression, none below 0.

    came_true: keys of people, as `out_of_time.outcomes` has them. of: signals to weigh; all that may have a weight, if
    none is named. The regression sees what the ranking adds up: log2(1 + value).
    Raises: HiretoolError with fewer than 50 people of either kind.
    """
    import numpy as np
    from scipy.optimize import minimize

    label = np.array([person.key in came_true for person in people], dtype=float)
    yes = int(label.sum())
    if min(yes, len(people) - yes) < FEWEST:
        raise HiretoolError(
            f"Too few to learn from: it came true of {yes} of {len(people)} people; at least {FEWEST} of either kind "
            "are needed. Use more papers, more lists or more years of outcomes."
        )
    names = [name for name in signals.names() if name not in NEVER and (not of or name in of)]
    matrix = features(people, names, today=today)
    spread = matrix.std(axis=0)
    varies = spread > _NOISE
    scaled = np.where(varies, matrix / np.where(varies, spread, 1), 0)

    def loss(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = at[0] + scaled @ at[1:]
        penalty = _SHRINKAGE / 2 * at[1:] @ at[1:]
        wrong = 1 / (1 + np.exp(-margin)) - label
        value = float(np.logaddexp(0, margin).sum() - label @ margin + penalty)
        return value, np.concatenate([[wrong.sum()], scaled.T @ wrong + _SHRINKAGE * at[1:]])

    start = np.zeros(len(names) + 1)
    bounds = [(None, None), *((0, None) for _ in names)]
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x[1:]
    weights = np.where(varies, best / np.where(varies, spread, 1), 0)
    if not weights.max() > 0:
        raise HiretoolError("No signal tells those of whom it came true from the others; there is nothing to weigh.")
    weights = weights / weights.max() * _HIGHEST
    found = {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}
    found = {name: weight for name, weight in found.items() if weight}
    return Fitted(found, len(people), yes, _auc(matrix @ weights, label))


def features(people: Sequence[Person], names: Sequence[str], *, today: date) -> NDArray[np.float64]:
    """(people x signals): points that a weight of 1 would give, 0 where a signal has nothing to say."""
    import numpy as np

    ones = dict.fromkeys(names, 1.0)
    scored = (ranking.score(person, today=today, weights=ones) for person in people)
    found = ({one.signal: one.points for one in each.contributions} for each in scored)
    rows = [[points.get(name, 0.0) for name in names] for points in found]
    return np.array(rows, dtype=float).reshape(len(people), len(names))


def _auc(score: NDArray[np.float64], label: NDArray[np.float64]) -> float:
    """Probability that one of whom it came true stands above one of whom it did not; ties count half."""
    from scipy.stats import rankdata

    yes, no = int(label.sum()), int((1 - label).sum())
    return float((rankdata(score)[label > 0].sum() - yes * (yes + 1) / 2) / (yes * no))


def as_yaml(fit: Fitted, *, title: str, measured: str) -> str:
    """A profile to give to `--weights`. measured: evidence to when, outcomes of when."""
    what = f"{measured}. It came true of {fit.outcomes:,} of {fit.people:,} people; AUC on these {fit.auc:.3f}."
    what = " ".join(what.split())
    lines = [f"  {name}: {weight}  # fitted" for name, weight in sorted(fit.weights.items(), key=lambda one: -one[1])]
    head = [f"title: {title}", f"cannot_show: >-\n  {CANNOT_SHOW}", f"measured: >-\n  {what}", "weights:"]
    return "\n".join([*head, *lines, ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """The script: a profile on standard output or in a file, talk on standard error; returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        if options.output:
            files.may_write(options.output, force=options.force)
        text = _profile(options)
        if options.output:
            with files.replacing(options.output, force=options.force) as target:
                target.write(text.encode())
        else:
            sys.stdout.write(text)
    except HiretoolError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


def _profile(options: argparse.Namespace) -> str:
    today, until = options.until, options.outcomes
    if until <= today:
        raise HiretoolError(f"--outcomes: expected a day after {today}, got {until}")
    everything = [paper for path in options.papers for paper in papers(path)]
    lines = list(accepted(options.accepted))
    rare = out_of_time.unambiguous(name for paper in everything for name in paper.authors)
    known = out_of_time.people(everything, day=today, since=first_day(today, MONTHS), accepted=lines, names=rare)
    venues = options.venue or sorted({line.venue for line in lines})
    came = out_of_time.outcomes(known, lines, after=today, until=until, venues=venues)
    sys.stderr.write(f"{len(known):,} people with an unambiguous name, {len(came):,} with a new paper there.\n")
    measured = f"Evidence to {today}; outcomes: a new paper, named first, to {until} at {', '.join(venues)}"
    # Of everybody all papers are taken to match here, so that the signals of the query would learn nothing.
    of = [name for name in signals.names() if name not in {*NEVER, *OF_THE_QUERY}]
    return as_yaml(fitted(known, came, today=today, of=of), title=f"Fitted to {today}", measured=measured)


def accepted(path: Path) -> list[Acceptance]:
    """The lines of a file of accepted papers, one JSON object a line. Raises: DataError."""
    found = []
    for number, text in enumerate(files.text(path).splitlines(), 1):
        if text.strip():
            try:
                row = json.loads(text)
                line = (str(row["venue"]), int(row["year"]), str(row["title"]), tuple(map(str, row["authors"])))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                problem = 'expected {"venue": "ICML", "year": 2016, "title": "...", "authors": ["..."], "tier": ""}'
                raise DataError(path, number, f"{problem}, got {text[:60]!r}") from error
            found.append(Acceptance(canonical(line[0]), *line[1:], str(row.get("tier") or ""), path.name))
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hiretool.sourcing.fitting", description="Fit a weight profile.")
    parser.add_argument("papers", nargs="+", type=Path, help="arXiv records, as for `people find --from`")
    parser.add_argument("--accepted", required=True, type=Path, help="accepted papers as JSON lines")
    parser.add_argument("--until", required=True, type=date.fromisoformat, help="last day of the evidence")
    parser.add_argument("--outcomes", required=True, type=date.fromisoformat, help="last day of the outcomes")
    parser.add_argument("--venue", action="append", help="count outcomes there only; may be repeated")
    parser.add_argument("-o", "--output", type=Path, help="file to write; standard output if there is none")
    parser.add_argument("--force", action="store_true", help="replace the file if it exists")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""Labelled mentions -> a model for `identities(..., model=...)`.

    python -m hiretool.sourcing.identity.train MENTIONS.jsonl.gz -o MODEL.json

MENTIONS has one JSON object a line, an author mention each: paper, position, name, person (empty where it is not
known), and title if there is one. All names of a paper should be there, or few co-authors are seen. LightGBM is used
if it is installed, else a logistic regression. The model file holds no names and is text, so opening one runs nothing.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing.identity.agreement import BCubed, b_cubed
from hiretool.sourcing.identity.model import Logistic, Model, Trees, clusters
from hiretool.sourcing.identity.pairs import DIRECTIONS, FEATURES, Pairs, by_name
from hiretool.sourcing.identity.people import partition
from hiretool.sourcing.identity.spelled import Bools, Floats, Ints

FOLDS = 5
_LARGEST = 2_000_000_000
_THRESHOLDS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
_FEWEST = 100
"""Pairs with a known answer; fewer than that teach nothing."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Names with at least two mentions, and who the mentions are of."""

    names: list[Pairs]
    person: Ints
    """Mention -> number of its person; -1 if not known."""
    surname: Ints
    """Mention -> number of its surname: what folds are made of, so that no name is both taught and asked."""
    first: Bools
    """Mention -> whether it is listed first."""
    ambiguous: Bools
    """Mention -> whether two known persons bear its first and last name."""
    labels: Ints
    """Mention -> first mention of its person, by the rule."""


def labelled(frame: pd.DataFrame) -> Labelled:
    """Mentions with columns paper, position, name, person, and maybe title. Raises: HiretoolError."""
    if "person" not in frame.columns:
        raise HiretoolError("mentions: no column 'person', which says who each is; empty where it is not known")
    found = partition(frame.drop(columns="person"), orcids=None)
    mentions = found.mentions
    given = frame["person"].where(frame["person"].astype(str).str.strip() != "").iloc[mentions.rows]
    person = pd.factorize(given)[0].astype(np.int64)
    key = mentions.key[mentions.bucket]
    bearers = pd.Series(person[person >= 0]).groupby(key[person >= 0]).nunique()
    everyone = np.ones(len(mentions), np.bool_)
    return Labelled(
        names=list(by_name(mentions, found.known, found.labels, found.titles, found.counts, everyone)),
        person=person,
        surname=mentions.spelled.last[mentions.bucket].astype(np.int64),
        first=np.arange(len(mentions)) == mentions.starts[mentions.paper],
        ambiguous=np.isin(key, bearers.index[bearers > 1]),
        labels=found.labels,
    )


def folds(data: Labelled) -> Ints:
    """Name (of `data.names`) -> fold, by surname."""
    dice = np.random.default_rng(1).permutation(int(data.surname.max(initial=0)) + 1) % FOLDS
    return np.array([dice[data.surname[pairs.members[0]]] for pairs in data.names], np.int64)


def trained(data: Labelled, names: Sequence[Pairs], *, trees: bool) -> Logistic | Trees:
    """A model of these names' pairs; each name weighs by its mentions, not by the square of their number.

    Raises: HiretoolError if too few pairs have a known answer.
    """
    features, right, weight = _examples(data, names)
    if len(right) < _FEWEST or right.all() or not right.any():
        raise HiretoolError(
            f"mentions: {len(right)} pairs of mentions share a name and have a known person; expected at least "
            f"{_FEWEST}, some of one person and some of two"
        )
    return _trees(features, right, weight) if trees else _logistic(features, right, weight)


def crossed(data: Labelled, *, trees: bool) -> tuple[float, Floats]:
    """The best threshold, and B-cubed F1 of all, first-listed and ambiguous mentions, each name told by the others."""
    fold = folds(data)
    chances: list[Floats] = [np.zeros(0)] * len(data.names)
    for number in range(FOLDS):
        model = trained(data, [data.names[place] for place in np.flatnonzero(fold != number)], trees=trees)
        for place in np.flatnonzero(fold == number).tolist():
            chances[place] = model.probabilities(data.names[place].features)
    scores = {}
    for threshold in _THRESHOLDS:
        labels = data.labels.copy()
        for pairs, chance in zip(data.names, chances, strict=True):
            labels[pairs.members] = clusters(pairs, chance, threshold)
        scores[threshold] = np.array([score.f1 for score in agreement(data, labels)])
    # Ambiguous names are what a model is for, but few: half the weight of all mentions.
    best = max(_THRESHOLDS, key=lambda threshold: float(scores[threshold] @ (1.0, 0.0, 0.5)))
    return best, scores[best]


def agreement(data: Labelled, labels: Ints) -> tuple[BCubed, BCubed, BCubed]:
    """Of all, first-listed and ambiguous mentions whose person is known."""
    known = data.person >= 0
    one, two, three = (
        b_cubed(labels[those], data.person[those]) if those.any() else BCubed(1.0, 1.0)
        for those in (known, known & data.first, known & data.ambiguous)
    )
    return one, two, three


def _examples(data: Labelled, names: Sequence[Pairs]) -> tuple[Floats, Bools, Floats]:
    features, right, weight = [np.zeros((0, len(FEATURES)))], [np.zeros(0, np.bool_)], [np.zeros(0)]
    for pairs in names:
        one, other = data.person[pairs.members[pairs.one]], data.person[pairs.members[pairs.other]]
        known = (one >= 0) & (other >= 0) & pairs.possible
        features.append(pairs.features[known])
        right.append((one == other)[known])
        weight.append(np.full(int(known.sum()), 1.0 / len(pairs.members)))
    return np.concatenate(features), np.concatenate(right), np.concatenate(weight)


def _trees(features: Floats, right: Bools, weight: Floats) -> Trees:
    import lightgbm

    # Small trees: on the labelled half 7 leaves measured better than 31.
    settings = {
        "objective": "binary",
        "num_leaves": 7,
        "learning_rate": 0.05,
        "min_data_in_leaf": 60,
        "monotone_constraints": list(DIRECTIONS),
        "seed": 1,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": 1,
        "verbosity": -1,
    }
    examples = lightgbm.Dataset(features, right.astype(float), weight=weight, feature_name=list(FEATURES))
    return Trees.of(lightgbm.train(settings, examples, num_boost_round=200).model_to_string())


def _logistic(features: Floats, right: Bools, weight: Floats) -> Logistic:
    from scipy.optimize import minimize

    means, scales = features.mean(axis=0), features.std(axis=0)
    scales[scales < 1e-9] = 1.0
    scaled = np.column_stack(((features - means) / scales, np.ones(len(features))))
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = sign * (scaled @ weights)
        slope = -sign * weight / (1.0 + np.exp(np.clip(margin, -500, 500)))
        penalty = weights[:-1] @ weights[:-1] / 2
        return float(weight @ np.logaddexp(0.0, -margin) + penalty), scaled.T @ slope + np.r_[weights[:-1], 0.0]

    found = minimize(loss, np.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x
    return Logistic(found[:-1].tolist(), float(found[-1]), means.tolist(), scales.tolist())


def read_mentions(path: Path) -> pd.DataFrame:
    """The mentions in a file of JSON lines, plain or .gz. Raises: DataError."""
    raw = files.content(path, at_most=_LARGEST)
    try:
        raw = gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(path, "", "is a damaged .gz file") from error
    records = []
    for line, text in enumerate(io.StringIO(files.decoded(raw, path)), 1):
        try:
            record = json.loads(text) if text.strip() else None
        except (ValueError, RecursionError) as error:
            raise DataError(path, line, "is not JSON; expected one object a line") from error
        if record is not None and not isinstance(record, dict):
            raise DataError(path, line, "expected an object in braces")
        records += [record] if record else []
    return pd.DataFrame(records)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, say how well it does on names it was not taught, write the model. Returns the exit code."""
    about = (__doc__ or "").split("\n", 1)[0]
    parser = argparse.ArgumentParser(prog="python -m hiretool.sourcing.identity.train", description=about)
    parser.add_argument("mentions", type=Path, metavar="MENTIONS.jsonl[.gz]")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="MODEL.json")
    parser.add_argument("--force", action="store_true", help="replace the file if it exists")
    parser.add_argument("--plain", action="store_true", help="a logistic regression, even where LightGBM is installed")
    for name in ("paper", "position", "name", "person", "title"):
        parser.add_argument(f"--{name}", default=name, metavar="FIELD", help=f"field that holds it (default: {name})")
    given = parser.parse_args(arguments)
    try:
        _train(given)
    except HiretoolError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


def _train(given: argparse.Namespace) -> None:
    files.may_write(given.output, force=given.force)
    frame = read_mentions(given.mentions)
    columns = {getattr(given, name): name for name in ("paper", "position", "name", "person", "title")}
    frame = frame[[column for column in frame.columns if column in columns]].rename(columns=columns)
    data = labelled(frame)
    trees = not given.plain and _lightgbm_is_here()
    threshold, (of_all, first, ambiguous) = crossed(data, trees=trees)
    people = len(set(data.person[data.person >= 0].tolist()))
    figures = f"B-cubed F1 {of_all:.3f} of all, {first:.3f} of first-listed, {ambiguous:.3f} of shared names"
    about = f"{int((data.person >= 0).sum()):,} mentions of {people:,} people; {figures} ({FOLDS} folds of surnames)"
    Model(trained(data, data.names, trees=trees), threshold, about).save(given.output, force=given.force)
    sys.stderr.write(f"Trained on {about}.\nWrote {given.output}\n")


def _lightgbm_is_here() -> bool:
    try:
        import lightgbm  # noqa: F401
    except ImportError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())

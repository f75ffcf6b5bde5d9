"""A trained model of pairs, in a JSON file -> mentions of one name, told apart.

No model ships with hiretool: the labelled data it would be trained on may not be passed on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.special import expit

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.mentions import Mentions
from hiretool.sourcing.identity.pairs import FEATURES, Pairs, by_name
from hiretool.sourcing.identity.rarity import Rarity
from hiretool.sourcing.identity.spelled import Bools, Floats, Ints

_SCHEMA = 1
_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Logistic:
    """One weight a feature, on features that were centred and scaled."""

    weights: list[float]
    bias: float
    means: list[float]
    scales: list[float]

    def probabilities(self, features: Floats) -> Floats:
        """Of each row."""
        scaled = (features - np.array(self.means)) / np.array(self.scales)
        chances: Floats = expit(scaled @ np.array(self.weights) + self.bias)
        return chances


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees, as LightGBM writes them: text, so that reading one runs nothing."""

    text: str
    booster: Any = field(repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> Trees:
        """Raises: HiretoolError if LightGBM is not installed, ValueError if the text is no model."""
        try:
            import lightgbm
        except ImportError as error:
            problem = "the model was trained with LightGBM, which is not installed: pip install lightgbm"
            raise HiretoolError(problem) from error
        # The library ends the process on some texts that are cut short, so the text's own end is looked for first.
        if not text.startswith("tree\n") or not re.search(r"^end of trees$", text, re.MULTILINE):
            raise ValueError("no LightGBM model, or one that is broken off")
        try:
            booster = lightgbm.Booster(model_str=text)
        except lightgbm.basic.LightGBMError as error:
            raise ValueError(str(error)) from error
        if booster.num_feature() != len(FEATURES):
            raise ValueError(f"expected {len(FEATURES)} features, found {booster.num_feature()}")
        return cls(text, booster)

    def probabilities(self, features: Floats) -> Floats:
        """Of each row."""
        # One thread, so that sums are taken in one order.
        return np.asarray(self.booster.predict(features, num_threads=1), np.float64)


@dataclass(frozen=True, slots=True)
class Model:
    """Probability that two mentions are one person's, and the mean probability that a group of them needs."""

    pairs: Logistic | Trees
    threshold: float
    trained_on: str = ""
    """What it was trained on, in words."""

    def refined(
        self,
        mentions: Mentions,
        known: Rarity,
        labels: Ints,
        titles: Sequence[str],
        counts: NameCounts,
        wanted: Bools,
    ) -> Ints:
        """Mention -> first mention of its person, by average linkage within each first and last name.

        labels: by the rule, which is kept for names on more than `pairs.MOST` papers.
        """
        refined = labels.copy()
        for pairs in by_name(mentions, known, labels, titles, counts, wanted):
            refined[pairs.members] = clusters(pairs, self.pairs.probabilities(pairs.features), self.threshold)
        return refined

    def save(self, path: Path, *, force: bool = True) -> None:
        """Write the model as JSON. Raises: HiretoolError if the file cannot be written."""
        content: dict[str, Any] = {
            "schema": _SCHEMA,
            "features": FEATURES,
            "threshold": self.threshold,
            "trained_on": self.trained_on,
        }
        if isinstance(self.pairs, Trees):
            content |= {"kind": "trees", "trees": self.pairs.text}
        else:
            names = ("weights", "bias", "means", "scales")
            content |= {"kind": "logistic"} | {name: getattr(self.pairs, name) for name in names}
        files.write(path, json.dumps(content, indent=1).encode(), force=force)

    @classmethod
    def load(cls, path: Path) -> Model:
        """The model in a file. Raises: DataError if the file holds none that this version can use."""
        try:
            content = json.loads(files.text(path, at_most=_LARGEST))
        except (ValueError, RecursionError) as error:
            problem = "is not JSON; expected a model that hiretool.sourcing.identity.train wrote"
            raise DataError(path, "", problem) from error
        try:
            if content["schema"] != _SCHEMA or content["features"] != list(FEATURES):
                raise DataError(path, "", "is a model for another version of hiretool; train it again")
            pairs = Trees.of(content["trees"]) if content["kind"] == "trees" else _logistic(content)
            return cls(pairs, _number(content["threshold"]), str(content["trained_on"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DataError(path, "", f"holds no model ({error}); train it again") from error


def clusters(pairs: Pairs, chances: Floats, threshold: float) -> Ints:
    """Member -> first mention of its cluster, by average linkage of the probabilities."""
    tree = linkage(1.0 - np.where(pairs.possible, chances, 0.0), "average")
    cluster = fcluster(tree, 1.0 - threshold, "distance")
    first = np.full(int(cluster.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, cluster, pairs.members)
    labels: Ints = first[cluster]
    return labels


def _logistic(content: dict[str, Any]) -> Logistic:
    columns = [[_number(value) for value in content[name]] for name in ("weights", "means", "scales")]
    if {len(column) for column in columns} != {len(FEATURES)} or min(columns[2]) <= 0:
        raise ValueError(f"expected {len(FEATURES)} weights, means and scales above 0")
    return Logistic(columns[0], _number(content["bias"]), columns[1], columns[2])


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
        raise ValueError(f"expected a number, got {str(value)[:20]!r}")
    return float(value)

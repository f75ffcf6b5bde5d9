"""People told apart on real labelled mentions, where they lie beside the project: not shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from hiretool.sourcing import identities
from hiretool.sourcing.identity import explained
from hiretool.sourcing.identity.agreement import b_cubed
from hiretool.sourcing.identity.spelling import spelling
from hiretool.sourcing.identity.train import crossed, labelled, read_mentions

LABELLED = Path(__file__).parents[2] / "shared" / "data" / "sourcing" / "and_mentions_train.jsonl.gz"

pytestmark = pytest.mark.skipif(not LABELLED.exists(), reason=f"{LABELLED.name} is not here")


@pytest.fixture(scope="module")
def mentions() -> pd.DataFrame:
    frame = read_mentions(LABELLED).rename(columns={"p": "paper", "pos": "position", "gid": "person"})
    return frame.assign(person=frame["person"].fillna(""))[["paper", "position", "name", "person", "title"]]


@pytest.mark.parametrize("columns", [[], ["title"]])
def test_the_rule_finds_people_as_well_as_it_says(mentions: pd.DataFrame, columns: list[str]) -> None:
    given = identities(mentions[["paper", "position", "name", *columns]])
    known = (mentions["person"] != "").to_numpy()
    first = (mentions["position"] == 0).to_numpy()
    key = mentions["name"].map(lambda name: spelling(name).key)
    bearers = mentions[known].groupby(key[known])["person"].nunique()
    shared = key.isin(bearers.index[bearers > 1]).to_numpy()
    for those, goal in ((known, 0.97), (known & first, 0.99), (known & shared, 0.84)):
        assert b_cubed(given[those], mentions["person"][those]).f1 >= goal


def test_confidence_is_the_share_of_right_pairs(mentions: pd.DataFrame) -> None:
    given = identities(mentions)
    found = explained(mentions)
    person = pd.DataFrame({"id": given, "person": mentions["person"]})[mentions["person"] != ""]
    sizes = person.groupby("id").size()
    right = person.groupby(["id", "person"]).size().pow(2).groupby("id").sum().sub(sizes)
    several = sizes.index[sizes > 1]
    share = right[several] / (sizes[several] * (sizes[several] - 1))
    level = pd.Series({id: found[id].level for id in several})
    said = pd.Series({id: found[id].confidence for id in several})
    for one in ("high", "medium", "low"):
        assert np.isclose(share[level == one].mean(), said[level == one].mean(), atol=0.03)


@pytest.mark.slow
def test_a_plain_trained_model_is_better_on_names_it_was_not_taught(mentions: pd.DataFrame) -> None:
    _, (of_all, first, shared) = crossed(labelled(mentions), trees=False)
    assert (of_all >= 0.977, first >= 0.993, shared >= 0.88) == (True, True, True)

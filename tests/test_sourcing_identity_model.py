"""A model of pairs is trained on mentions that the user supplies, and kept as text that runs nothing."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import identities
from hiretool.sourcing.identity import train
from hiretool.sourcing.identity.agreement import b_cubed
from hiretool.sourcing.identity.model import Logistic, Model
from hiretool.sourcing.identity.pairs import DIRECTIONS, FEATURES

FIRSTS = ("Wen", "Mei", "Lin", "Ama", "Bo", "Cy")
LASTS = ("Aru", "Oba", "Ume", "Eck", "Tveit", "Faria", "Dorji", "Abe")


def invented() -> pd.DataFrame:
    """Papers of people who share names but neither co-authors nor topics."""
    dice = np.random.default_rng(1)
    rows = []
    for number, (first, last) in enumerate([(first, last) for first in FIRSTS for last in LASTS] * 2):
        friends = [f"{''.join(dice.choice(list('aeioubdgklmnr'), 7))} {number}x" for _ in range(3)]
        for paper in range(4):
            names = [f"{first} {last}", *dice.choice(friends, 2, replace=False)]
            title = f"topic{number} word{number} of {dice.integers(9)}"
            rows += [
                (f"p{number}-{paper}", position, name, f"{number}/{name}", title) for position, name in enumerate(names)
            ]
    return pd.DataFrame(rows, columns=["paper", "position", "name", "person", "title"])


@pytest.fixture(scope="module")
def mentions() -> pd.DataFrame:
    return invented()


@pytest.fixture(scope="module")
def file(mentions: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("labelled") / "mentions.jsonl.gz"
    path.write_bytes(gzip.compress(mentions.to_json(orient="records", lines=True).encode()))
    return path


@pytest.fixture(scope="module", params=["--plain", "trees"])
def model(request: pytest.FixtureRequest, file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("model") / "model.json"
    if request.param == "trees":
        pytest.importorskip("lightgbm")
    assert train.main([str(file), "-o", str(output), *([request.param] if request.param == "--plain" else [])]) == 0
    return output


def test_a_trained_model_tells_namesakes_apart(mentions: pd.DataFrame, model: Path) -> None:
    given = identities(mentions.drop(columns="person"), model=model)
    assert b_cubed(given, mentions["person"]).f1 > 0.95


def test_a_model_gives_the_same_ids_for_rows_in_any_order(mentions: pd.DataFrame, model: Path) -> None:
    frame = mentions.drop(columns="person")
    shuffled = frame.sample(frac=1, random_state=1)
    assert identities(shuffled, model=model).sort_index().tolist() == identities(frame, model=model).tolist()


def test_a_model_that_is_saved_again_is_the_same_file(model: Path, tmp_path: Path) -> None:
    Model.load(model).save(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == model.read_bytes()


def test_a_model_names_nobody(mentions: pd.DataFrame, model: Path) -> None:
    text = model.read_text(encoding="utf-8").lower()
    assert not [name for name in set(mentions["name"]) if name.lower() in text]
    assert "of 672 people" in text or "people;" in text


def test_the_trainer_says_how_well_it_does_on_names_it_was_not_taught(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert train.main([str(file), "-o", str(tmp_path / "model.json"), "--plain"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "of shared names (5 folds of surnames)." in said.err
    assert train.main([str(file), "-o", str(tmp_path / "model.json"), "--plain"]) == 1
    assert "Use --force" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"paper": 1}\n[]\n', "mentions.jsonl:2: expected an object in braces"),
        (b"{\n", "mentions.jsonl:1: is not JSON"),
        (b"", "no column 'person'"),
        (b'{"person": "a"}\n', "no column 'paper'"),
        (b'{"person": "a", "paper": 1, "position": 0, "name": "Wen Aru"}\n', "0 pairs of mentions share a name"),
        (b"\x1f\x8bbroken", "is a damaged .gz file"),
        (b"\xff\xfe\x00", "is UTF-16"),
    ],
)
def test_mentions_that_teach_nothing_are_refused_with_the_reason(
    content: bytes, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mentions.jsonl").write_bytes(content)
    assert train.main([str(tmp_path / "mentions.jsonl"), "-o", str(tmp_path / "model.json")]) == 1
    assert problem in capsys.readouterr().err
    assert not (tmp_path / "model.json").exists()


def plain_model(**changes: Any) -> dict[str, Any]:
    count = len(FEATURES)
    content = {"schema": 1, "features": list(FEATURES), "threshold": 0.5, "trained_on": "", "kind": "logistic"}
    return content | {"weights": [0.0] * count, "bias": 0.0, "means": [0.0] * count, "scales": [1.0] * count} | changes


@pytest.mark.parametrize(
    "content",
    [
        [], {}, plain_model(schema=2), plain_model(features=["x"]), plain_model(threshold="high"),
        plain_model(weights=[1.0]), plain_model(scales=[0.0] * len(FEATURES)), plain_model(bias=None),
        plain_model(kind="trees"), plain_model(kind="trees", trees="import os"), plain_model(kind="trees", trees=7),
        plain_model(kind="trees", trees="tree\n"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_model_is_refused(content: object, tmp_path: Path) -> None:
    pytest.importorskip("lightgbm")
    (tmp_path / "model.json").write_text(json.dumps(content))
    with pytest.raises(DataError, match="train it again"):
        Model.load(tmp_path / "model.json")


def test_a_pickle_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "model.pkl").write_bytes(b"cos\nsystem\n(S'true'\ntR.")
    with pytest.raises(DataError, match="is not JSON"):
        Model.load(tmp_path / "model.pkl")


def test_a_model_of_trees_without_lightgbm_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lightgbm", None)
    (tmp_path / "model.json").write_text(json.dumps(plain_model(kind="trees", trees="tree\n")))
    with pytest.raises(HiretoolError, match="pip install lightgbm"):
        Model.load(tmp_path / "model.json")


def test_names_on_more_papers_than_pairs_allow_keep_the_rule(
    mentions: pd.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = Logistic([0.0] * len(FEATURES), -9.0, [0.0] * len(FEATURES), [1.0] * len(FEATURES))
    Model(never, 0.5).save(tmp_path / "never.json")
    frame = mentions.drop(columns="person")
    assert identities(frame, model=tmp_path / "never.json").nunique() > identities(frame).nunique()
    monkeypatch.setattr("hiretool.sourcing.identity.pairs.MOST", 1)
    assert identities(frame, model=tmp_path / "never.json").tolist() == identities(frame).tolist()


def test_each_feature_has_a_direction() -> None:
    assert len(DIRECTIONS) == len(FEATURES)

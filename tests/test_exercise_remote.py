"""Values cross between two processes as they are; what is none is refused; objects of the other can be used here."""

import collections
import contextlib
import datetime
import decimal
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ENDS = Path(__file__).parent.parent / "hiretool" / "exercise" / "remote"
sys.path.append(str(ENDS))
from reading import Reader  # noqa: E402
from shared import Shared  # noqa: E402
from wire import WireError  # noqa: E402
from writing import Writer  # noqa: E402


def crossed(value):
    def refused(found):
        raise WireError(f"{found!r} goes by reference")

    return Reader(refused).read(Writer(refused).written(value))


FRAME = pd.DataFrame(
    {
        "day": pd.date_range("2026-03-28", periods=3, tz="Europe/Berlin"),
        "plain": pd.date_range("2026-01-01", periods=3),
        "size": pd.Categorical(["s", None, "m"], categories=["s", "m"], ordered=True),
        "count": pd.array([1, None, 3], dtype="Int64"),
        "name": ["a", None, "c"],
        "mixed": [1, "b", (2, 3)],
        "flag": [True, False, True],
        "amount": [1.5, np.nan, -0.0],
        "took": pd.to_timedelta([1, 2, 3], unit="s"),
    },
    index=pd.Index(["x", "y", "z"], name="key"),
)
VALUES = [
    None,
    True,
    2**70,
    -1.5,
    float("inf"),
    "text \N{GRINNING FACE} \x00",
    b"\x00\xff",
    Fraction(1, 3),
    decimal.Decimal("1.10"),
    complex(1, -2),
    datetime.date(2026, 2, 28),
    datetime.datetime(2026, 2, 28, 12, tzinfo=datetime.UTC),
    datetime.timedelta(days=1, microseconds=5),
    range(3, 9, 2),
    slice(None, 3),
    (1, [2, {3: {"four"}}], frozenset({5})),
    {(1, 2): "tuple as a key", 3: None},
    collections.Counter("abca"),
    collections.OrderedDict(b=1, a=2),
    collections.deque([1, 2]),
    Path("some/where"),
    np.float32(1.5),
    np.datetime64("2026-01-01"),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__ + repr(value)[:20])
def test_a_plain_value_crosses_as_it_is(value):
    found = crossed(value)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "array",
    [
        np.arange(6).reshape(2, 3),
        np.array([], dtype=np.uint8),
        np.array(1.5),
        np.array(["a", "bcd"]),
        np.array([True, False]),
        np.array([{"a": 1}, None, "x"], dtype=object),
        np.asfortranarray(np.ones((2, 3))),
        np.arange(10)[::3],
        np.array(["2026-01-01", "NaT"], dtype="datetime64[D]"),
    ],
    ids=repr,
)
def test_an_array_crosses_with_its_type_and_shape(array):
    found = crossed(array)
    assert found.dtype == array.dtype
    assert found.shape == array.shape
    assert [str(one) for one in found.ravel()] == [str(one) for one in array.ravel()]


@pytest.mark.parametrize("column", FRAME.columns)
def test_a_column_crosses_with_its_type_and_gaps(column):
    pd.testing.assert_series_equal(crossed(FRAME[column]), FRAME[column])


def test_a_table_crosses_whole():
    pd.testing.assert_frame_equal(crossed(FRAME), FRAME)
    twice = FRAME[["amount", "amount"]]
    pd.testing.assert_frame_equal(crossed(twice), twice)
    empty = FRAME.iloc[:0]
    pd.testing.assert_frame_equal(crossed(empty), empty)


@pytest.mark.parametrize(
    "index",
    [
        pd.RangeIndex(3, name="n"),
        pd.MultiIndex.from_product([["a", "b"], [1, 2]], names=["letter", None]),
        pd.date_range("2026-10-25", periods=3, freq="D", tz="America/New_York"),
        pd.Index([1.5, 2.5]),
    ],
    ids=lambda index: type(index).__name__,
)
def test_an_index_crosses_with_its_names(index):
    found = crossed(index)
    pd.testing.assert_index_equal(found, index)
    assert found.names == index.names


def test_a_generator_goes_on_where_it_was():
    dice = np.random.default_rng(5)
    dice.normal(size=3)
    assert crossed(dice).normal() == dice.normal()


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary() | st.fractions(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(plain)
def test_whatever_is_plain_crosses(value):
    assert crossed(value) == value


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_bytes_of_a_stranger_give_a_value_or_are_refused(data):
    with contextlib.suppress(WireError):
        Reader(lambda found: None).read(data)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(plain, st.data())
def test_spoilt_bytes_give_a_value_or_are_refused(value, data):
    raw = bytearray(Writer(lambda _: {}).written(value))
    for _ in range(3):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(WireError):
        Reader(lambda found: None).read(bytes(raw))


@pytest.mark.parametrize(
    "head",
    [
        b"[" * 100_000,
        b"NaN",
        b"Infinity",
        b'{"$": "array", "dtype": "|O", "shape": [1], "at": 0}',
        b'{"$": "array", "dtype": "<f8", "shape": [9999999999], "at": 0}',
        b'{"$": "array", "dtype": "<f8", "shape": [-1], "at": 0}',
        b'{"$": "scalar", "dtype": "V8", "at": 7}',
        b'{"$": "decimal", "v": "' + b"9" * 10_000 + b'"}',
        b'{"$": "frame"}',
        b'{"$": "fraction", "v": [1, 0]}',
        b'{"$": "generator", "v": {"$": "dict", "v": []}}',
        b"9" * 10_000,
    ],
    ids=lambda head: head[:40].decode(),
)
def test_what_could_hurt_the_reader_is_refused(head):
    with pytest.raises(WireError):
        Reader(lambda found: None).read(len(head).to_bytes(4, "big") + head)


def test_nothing_that_is_read_can_run():
    """No pickle, no import by name, no eval in what reads a stranger's bytes."""
    text = "".join((ENDS / name).read_text() for name in ("reading.py", "near.py", "visit.py", "shared.py"))
    for word in ("pickle", "eval(", "exec(", "__import__", "allow_pickle", "marshal"):
        assert word not in text


@pytest.mark.parametrize("name", ["../up", "/etc/up", "a/../../up", "", "a\0b"])
def test_a_shared_file_lies_below_the_folder_and_nowhere_else(tmp_path, name):
    with pytest.raises(WireError, match="cannot be"):
        Shared(tmp_path / "root").take({name: b"x"})
    assert not (tmp_path / "up").exists()


def test_what_one_end_wrote_is_told_once_and_links_are_not_followed(tmp_path):
    one, other = Shared(tmp_path / "one"), Shared(tmp_path / "other")
    (tmp_path / "one" / "deep").mkdir(parents=True)
    (tmp_path / "one" / "deep" / "a.txt").write_text("a")
    (tmp_path / "one" / "link").symlink_to(tmp_path)
    told = one.changed()
    assert told == {"deep": None, "deep/a.txt": b"a"}
    other.take(told)
    assert (tmp_path / "other" / "deep" / "a.txt").read_text() == "a"
    assert (one.changed(), other.changed()) == ({}, {})


# Two processes

CODE = """
import dataclasses
import pathlib


@dataclasses.dataclass
class Crate:
    label: str
    weights: dict

    def heaviest(self):
        return max(self.weights, key=self.weights.get)


class Full(ValueError):
    pass


LIMIT = [3]


def crates(labels):
    return [Crate(label, {"a": 1}) for label in labels]


def spoil(rows, table, numbers):
    rows.append("spoilt")
    table["new"] = 1
    numbers[:] = 0


def told(listener, value):
    return listener.ask(value) + listener.level


def reach(listener):
    return listener._side.asked({"back": "get", "on": listener._number, "name": "__class__"})


def count():
    yield from range(3)


def written(path):
    path = pathlib.Path(path)
    text = (path / "in.txt").read_text()
    (path / "out.txt").write_text(text.upper())


def full():
    raise Full("no room")
"""
CHECK = """
import importlib, pathlib, tempfile
import numpy as np
import pandas as pd


class Listener:
    level = 10

    def __init__(self):
        self.heard = []

    def ask(self, value):
        self.heard.append(value)
        return value * 2


def modules():
    return {"store": importlib.import_module("store")}


def run(modules, seed):
    store, listener = modules["store"], Listener()
    made = store.crates(["x", "y"])
    made[0].weights["b"] = 5
    rows, table, numbers = [1], pd.DataFrame({"old": [1, 2]}), np.ones(3)
    store.spoil(rows, table, numbers)
    try:
        store.full()
        raised = None
    except ValueError as problem:
        raised = (type(problem).__name__, str(problem))
    try:
        reached = store.reach(listener)
    except AttributeError:
        reached = None
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "in.txt").write_text("hello")
        store.written(folder)
        out = (pathlib.Path(folder) / "out.txt").read_text()
    return {
        "objects_stay_there_and_can_be_used": made[0].heaviest() == "b" and made[1].label == "y",
        "an_object_is_compared_by_value": made[1] == {"label": "y", "weights": {"a": 1}},
        "a_list_and_an_array_are_changed_here": rows == [1, "spoilt"] and not numbers.any(),
        "a_table_is_changed_here": list(table) == ["old", "new"],
        "objects_of_this_side_can_be_called": store.told(listener, 4) == 18 and listener.heard == [4],
        "nothing_behind_them_can_be_reached": reached is None,
        "generators_give_one_after_the_other": list(store.count()) == [0, 1, 2],
        "files_are_shared": out == "HELLO",
        "what_is_raised_is_raised_here": raised == ("Full", "no room"),
        "constants_can_be_read": store.LIMIT == [3],
    }
"""


# The last three are also names of ours, and of a package that is installed here.
@pytest.mark.parametrize("name", ["store", "near", "reading", "build"])
def test_modules_of_another_process_are_used_as_if_they_were_here(tmp_path, name):
    from hiretool.exercise.sandbox import Sandbox
    from hiretool.questions import Needs

    verify, project = tmp_path / "verify", tmp_path / "project"
    check = CHECK.replace('import_module("store")', f'import_module("{name}")')
    for folder, file, text in ((verify, "check.py", check), (project, f"{name}.py", CODE)):
        folder.mkdir()
        (folder / file).write_text(text)
    run = Sandbox(verify, Needs()).run(
        "two",
        "remote",
        projects=[str(project)],
        modules=[name],
        seeds=[1],
        answer_s=30,
        ends=str(ENDS),
        jail=None,
    )
    (row,) = run.rows
    assert row.get("error") is None
    assert [name for name, held in row["held"].items() if not held] == []


def test_the_far_side_needs_nothing_but_the_standard_library():
    code = (
        f"import sys; sys.path.insert(0, {str(ENDS)!r}); import far;"
        " print([name for name in ('numpy', 'pandas', 'hiretool') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"

# hiretool-canary-4eea05ff-cc59-4e68-bfbb-217265eed2d3
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import builtins
import contextlib
import importlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import variants


def modules(names=("features", "store", "prepare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


# Features of ours: name -> needs, what it computes, settings. They look at values, at their order and at their kind.
OURS = {
    "double": (("used_kwh",), lambda inputs: inputs["used_kwh"] + inputs["used_kwh"], {}),
    "so_far": (
        ("double", "people"),
        lambda inputs, step: np.cumsum(inputs["double"]) + step * inputs["people"],
        {"step": 2},
    ),
    "apart": (("used_kwh", "sun_hours"), lambda inputs: inputs["used_kwh"] - inputs["sun_hours"], {}),
    "named": (("house",), lambda inputs: np.char.add(inputs["house"], "!"), {}),
    "last": (("so_far", "named", "double"), lambda inputs: np.char.str_len(inputs["named"]) + inputs["so_far"], {}),
}
ALL = list(OURS)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 3])
    # More than a thousand rows: numpy prints no more than the first and last of so many.
    table = variants.days(seed, houses=53, many=20)

    class Folder:
        """A folder for features, and builds that use it, each with a store of its own as in a new process."""

        def __init__(self, place):
            self.place, self.asked = Path(place), []

        def features(self, changed):
            made = {}
            for name, (needs, compute, settings) in OURS.items():
                version, own, other = changed.get(name, (1, {}, None))
                compute = self.counting(name, other or compute)
                made[name] = modules["features"].Feature(name, needs, compute, version, {**settings, **own})
            return made

        def counting(self, name, compute):
            def asked(inputs, **settings):
                self.asked.append(name)
                return compute(inputs, **settings)

            return asked

        def gives(self, table, names=ALL, **changed):
            """Whether a build gives what it should; `asked` then holds what was computed in it."""
            self.asked = []
            store = modules["store"].Store(str(self.place))
            got = modules["prepare"].build(dict(table), list(names), store, self.features(changed))
            return _same(got, _plain(table, names, changed))

        def computed(self):
            return sorted(self.asked)

    def as_before(folder):
        return folder.gives(table) and folder.computed() == sorted(ALL) and folder.gives(table, ["people", "last"])

    def kept(folder):
        folder.gives(table)
        again = folder.gives({name: values.copy() for name, values in table.items()})
        return (
            again and folder.computed() == [] and folder.gives(table, ["apart", "double"]) and folder.computed() == []
        )

    def other_columns(folder):
        # The first of them is there before the rest is asked for.
        first = (
            folder.gives(table, ["double"])
            and folder.gives(table)
            and folder.computed() == sorted(set(ALL) - {"double"})
        )
        wider = {"roof": table["house"], **table, "day": table["day"] + np.timedelta64(1, "D")}
        return first and folder.gives(wider) and folder.computed() == []

    def changed_column(folder):
        folder.gives(table)
        sun = folder.gives({**table, "sun_hours": table["sun_hours"] + 1}) and folder.computed() == ["apart"]
        people = folder.gives({**table, "people": table["people"] + 1}) and folder.computed() == ["last", "so_far"]
        # Back to what it was: all of that is known.
        return sun and people and folder.gives(table) and folder.computed() == []

    def one_cell(folder):
        folder.gives(table, ["double", "apart"])
        other, gone = table["used_kwh"].copy(), table["sun_hours"].copy()
        other[len(other) // 2] += 1e-9
        gone[len(gone) // 2] = np.nan if gone[len(gone) // 2] == gone[len(gone) // 2] else 1.0
        return folder.gives({**table, "used_kwh": other}, ["double"]) and folder.gives(
            {**table, "sun_hours": gone}, ["apart"]
        )

    def order_matters(folder):
        names = ["so_far", "apart"]
        folder.gives(table, names)
        place = rng.permutation(len(table["people"]))
        mixed = {name: values[place] for name, values in table.items()}
        turned = {name: values[::-1] for name, values in table.items()}
        swapped = {**table, "used_kwh": table["sun_hours"], "sun_hours": table["used_kwh"]}
        return all(folder.gives(other, names) for other in (mixed, turned, swapped, table))

    def kinds(folder):
        numbers = np.arange(len(table["people"])) % 100
        as_kinds = [numbers.astype(kind) for kind in ("int64", "float64", "int8")]
        # Nothing but zeros is the same row of bytes whether whole or not.
        as_kinds += [np.zeros(len(numbers), kind) for kind in ("int64", "float64")]
        return all(folder.gives({**table, "used_kwh": values}, ["double"]) for values in as_kinds)

    def length(folder):
        # Fewer rows, and none at all.
        return all(
            folder.gives({name: values[:rows] for name, values in table.items()}, ["so_far", "named"])
            for rows in (None, 1, 0)
        )

    def versions(folder):
        folder.gives(table)
        newer = folder.gives(table, double=(2, {}, lambda inputs: inputs["used_kwh"] * 3))
        return (
            newer
            and folder.computed() == ["double", "last", "so_far"]
            and folder.gives(table)
            and folder.computed() == []
        )

    def settings(folder):
        folder.gives(table)
        other = folder.gives(table, so_far=(1, {"step": 5}, None)) and folder.computed() == ["last", "so_far"]
        return other and folder.gives(table) and folder.computed() == []

    def two_at_a_time(folder):
        # Two tables in turn in one folder, as two people have them.
        other, names = variants.days(seed + 1000, houses=9, many=8), ["named", "apart"]
        both = folder.gives(table, names) and folder.gives(other, names)
        return both and folder.gives(table, names) and folder.gives(other, names) and folder.computed() == []

    def torn(folder):
        names = ["so_far", "named"]
        folder.gives(table, names)
        for share in (0.6, 0):
            for path in sorted(path for path in folder.place.rglob("*") if path.is_file()):
                data = path.read_bytes()
                path.write_bytes(data[: int(share * len(data))])
            if not folder.gives(table, names):
                return False
        return folder.gives(table, names) and folder.computed() == []

    def callers_own(folder):
        names = ["double", "people", "so_far"]
        own = {name: values.copy() for name, values in table.items()}
        store, features = modules["store"].Store(str(folder.place)), folder.features({})
        for _ in range(2):
            for values in modules["prepare"].build(own, names, store, features).values():
                values[:] = -1
        got = modules["prepare"].build(own, names, store, features)
        return folder.computed() == ["double", "so_far"] and _same(got, _plain(table, names, {})) and _same(own, table)

    def another_run(folder):
        with _salted(modules, "one"):
            folder.gives(table)
        with _salted(modules, "two"):
            here = folder.gives(table) and folder.computed() == []
            # The folder as it is, on another machine.
            shutil.copytree(folder.place, folder.place / "copied", ignore=shutil.ignore_patterns("copied"))
            there = Folder(folder.place / "copied")
            return here and there.gives(table) and there.computed() == []

    def without_features(folder):
        # The features of the team are meant where none are given.
        wanted = {
            "per_person": table["used_kwh"] / table["people"],
            "weekday": (table["day"].astype("int64") + 3) % 7,
        }
        return all(
            _same(modules["prepare"].build(dict(table), list(wanted), modules["store"].Store(str(folder.place))), wanted)
            for _ in range(2)
        )

    claims = {
        "features_are_as_before": as_before,
        "without_features_those_of_the_team": without_features,
        "a_second_build_computes_nothing": kept,
        "other_columns_do_not_matter": other_columns,
        "a_changed_column_and_back": changed_column,
        "one_cell_matters": one_cell,
        "order_matters": order_matters,
        "kinds_of_numbers_matter": kinds,
        "length_matters": length,
        "a_new_version_reaches_what_needs_it": versions,
        "settings_reach_what_needs_it": settings,
        "two_tables_in_one_folder": two_at_a_time,
        "torn_files_do_no_harm": torn,
        "results_are_the_callers_own": callers_own,
        "another_run_finds_them": another_run,
    }
    return {name: _holds(claim, Folder) for name, claim in claims.items()}


def _plain(table, names, changed):
    """What a build should give, computed from the start."""
    known = dict(table)

    def value(name):
        if name not in known:
            needs, compute, settings = OURS[name]
            _, own, other = changed.get(name, (1, {}, None))
            known[name] = (other or compute)({need: value(need) for need in needs}, **{**settings, **own})
        return known[name]

    return {name: value(name) for name in names}


def _same(one, other):
    """Same names in the same order, with arrays of the same kind and values."""
    return list(one) == list(other) and all(
        one[name].dtype == other[name].dtype and one[name].tobytes() == other[name].tobytes() for name in other
    )


@contextlib.contextmanager
def _salted(modules, salt):
    """Python starts each run with another hash of texts; this brings that into one run."""
    for module in modules.values():
        # A module's own name stands before the built-in one.
        module.hash = lambda value: builtins.hash((salt, builtins.hash(value)))
    try:
        yield
    finally:
        for module in modules.values():
            module.hash = builtins.hash


def _holds(claim, Folder):
    """Whether the claim is true of a folder of its own; code that raises does not hold it."""
    with tempfile.TemporaryDirectory() as place:
        try:
            return bool(claim(Folder(place)))
        except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
            return False

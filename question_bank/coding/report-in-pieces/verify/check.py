# hiretool-canary-706548c5-273e-4814-a9aa-cdcdce839f75
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import copy
import importlib
import importlib.util
import json
import math
import statistics
import tempfile
from pathlib import Path

import numpy as np
import variants


def modules(names=("deliveries", "report", "pieces")):
    """Import the candidate's files, which must already lie on sys.path; None for one that was not written."""
    return {name: importlib.import_module(name) if importlib.util.find_spec(name) else None for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 3])
    report = modules["report"]
    plain = variants.deliveries(seed, many=300)
    rows = [modules["deliveries"].Delivery(**row) for row in plain]
    known = _report(rows)
    parts = _cut(rng, rows, variants.generate(seed)["parts"])

    def pieces(groups=parts):
        return [modules["pieces"].summarise(group) for group in groups]

    def finished(made):
        return modules["pieces"].finish(modules["pieces"].combine(made))

    def in_steps():
        made = pieces()
        first, rest = modules["pieces"].combine(made[:3]), modules["pieces"].combine(made[3:])
        return modules["pieces"].combine([rest, modules["pieces"].combine([first])])

    def through_a_file(made):
        return [json.loads(json.dumps(piece)) for piece in made]

    def nothing():
        empty = modules["pieces"].summarise([])
        alone = modules["pieces"].finish(modules["pieces"].combine([]))
        return not alone and not finished([empty, empty]) and _same(finished([empty, *pieces(), empty]), known)

    def left_alone():
        made = pieces()
        before = copy.deepcopy(made)
        once, again = finished(made), finished(made)
        return made == before and _same(once, known) and _same(again, known)

    def small():
        # The same deliveries sixteen times under fresh ids: the same errors, sixteen times the number.
        many = [
            modules["deliveries"].Delivery(**{**row, "id": f"{row['id']}{copied:02d}"})
            for copied in range(16)
            for row in plain
        ]
        few, large = (len(json.dumps(modules["pieces"].summarise(group))) for group in (rows, many))
        return large < 3 * few

    def files_are_read():
        # The web page reads such files with it.
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "deliveries.csv")
            path.write_text("id,depot,promised,low,high,taken\nD1,mill,30,25,40,41\n", encoding="utf-8")
            [one] = modules["deliveries"].read(str(path))
            return (one.id, one.depot, one.error, one.inside) == ("D1", "mill", 11, False)

    return {
        "files_are_read_as_before": _holds(files_are_read),
        "report_is_as_before": _holds(lambda: _same(report.build(rows), known)),
        "one_piece_gives_the_report": _holds(
            lambda: _same(modules["pieces"].finish(modules["pieces"].summarise(rows)), known)
        ),
        "any_cut_gives_the_report": _holds(lambda: _same(finished(pieces()), known)),
        "order_does_not_matter": _holds(lambda: _same(finished(pieces()[::-1]), known)),
        "pieces_of_pieces_give_the_report": _holds(lambda: _same(modules["pieces"].finish(in_steps()), known)),
        "one_delivery_a_piece": _holds(
            lambda: _same(finished(pieces([[row] for row in rows[:60]])), _report(rows[:60]))
        ),
        "pieces_survive_a_file": _holds(
            lambda: (
                _same(finished(through_a_file(pieces())), known)
                and _same(finished([*through_a_file(pieces(parts[:4])), *pieces(parts[4:])]), known)
            )
        ),
        "empty_pieces_change_nothing": _holds(nothing),
        "combining_leaves_the_pieces_alone": _holds(left_alone),
        "a_piece_does_not_grow_with_its_deliveries": _holds(small),
    }


def _cut(rng, rows, parts):
    """Groups of uneven size, one of them empty, and one with all rows of a depot."""
    alone = rows[0].depot
    rest = [row for row in rows if row.depot != alone]
    places = np.sort(rng.choice(np.arange(1, len(rest)), parts - 1, replace=False))
    groups = [list(group) for group in np.split(np.array(rest, dtype=object), places)]
    return [[row for row in rows if row.depot == alone], *groups, []]


def _report(rows):
    """The figures once more, by the definitions alone."""
    groups = {"all": list(rows)} | {
        depot: [row for row in rows if row.depot == depot] for depot in {row.depot for row in rows}
    }
    result = {}
    for depot, group in groups.items():
        errors = [row.taken - row.promised for row in group]
        largest = max(abs(error) for error in errors)
        result[depot] = {
            "deliveries": len(group),
            "mean": sum(errors) / len(errors),
            "spread": statistics.stdev(errors) if len(errors) > 1 else None,
            "median": statistics.median(errors),
            "inside": sum(row.low <= row.taken <= row.high for row in group) / len(group),
            "worst": min(row.id for row, error in zip(group, errors) if abs(error) == largest),
        }
    return result


def _same(report, known):
    return set(report) == set(known) and all(
        _equal(getattr(report[depot], name), value)
        for depot, figures in known.items()
        for name, value in figures.items()
    )


def _equal(got, expected):
    if expected is None or isinstance(expected, str):
        return got == expected
    return got is not None and math.isclose(got, expected, rel_tol=1e-9, abs_tol=1e-9)


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

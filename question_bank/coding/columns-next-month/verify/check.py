# hiretool-canary-f13c974a-16b0-4ad7-ba08-04238180066e
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import random
import tempfile
from pathlib import Path

import variants


def modules(names=("columns", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


KINDS = {"whole": {"whole"}, "number": {"whole", "number"}, "text": {"text", "choice"}, "choice": {"choice"}}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    drawn = [variants.schemas(1_000 * seed + number, many=8) for number in range(6)]
    made = {}

    def schema(given):
        for one in given.values():
            key = one["kind"], one.get("empty", False), tuple(one.get("choices", ()))
            if key not in made:
                made[key] = modules["columns"].Column(*key)
        return {
            name: made[one["kind"], one.get("empty", False), tuple(one.get("choices", ()))]
            for name, one in given.items()
        }

    def faults(written, read):
        return [tuple(one) for one in modules["compare"].faults(schema(written), schema(read))]

    def order(old, new, used):
        return modules["compare"].order(schema(old), schema(new), set(used))

    def one(written, read):
        return [fault for _, fault in faults({"x": written}, {"x": read})]

    def as_the_rules_say():
        return all(
            faults(old, new) == _faults(old, new) and faults(new, old) == _faults(new, old) for old, new, _ in drawn
        )

    def own_rows():
        return all(faults(old, old) == [] for old, _, _ in drawn)

    def missing():
        need, may = {"kind": "text"}, {"kind": "text", "empty": True}
        return (faults({}, {"a": need, "b": may}), faults({"a": need, "b": may}, {})) == ([("a", "missing")], [])

    def kinds():
        plain = {kind: {"kind": kind, "choices": ["a"] if kind == "choice" else []} for kind in KINDS}
        return all((one(plain[w], plain[r]) == []) == (w in KINDS[r]) for w in KINDS for r in KINDS)

    def emptiness():
        full, may = {"kind": "whole"}, {"kind": "whole", "empty": True}
        return (one(full, may), one(may, full), one(may, may)) == ([], ["empty"], [])

    def choices():
        few, many = {"kind": "choice", "choices": ["a", "b"]}, {"kind": "choice", "choices": ["c", "b", "a"]}
        turned = {"kind": "choice", "choices": ["b", "a"]}
        return (one(few, many), one(many, few), one(few, turned)) == ([], ["choices"], [])

    def choice_as_text():
        few, text = {"kind": "choice", "choices": ["a", "b"]}, {"kind": "text"}
        return (one(few, text), one(text, few)) == ([], ["kind"])

    def several():
        loose, strict = {"kind": "number", "empty": True}, {"kind": "whole"}
        both = one({"kind": "choice", "choices": ["a", "b"], "empty": True}, {"kind": "choice", "choices": ["a"]})
        return (one(loose, strict), both) == (["empty", "kind"], ["choices", "empty"])

    def orders():
        a, b = {"kind": "whole"}, {"kind": "number"}
        got = [
            order({"x": a}, {"x": a}, "x"),
            order({"x": a}, {"x": b}, "x"),
            order({"x": b}, {"x": a}, "x"),
            order({"x": a, "y": b}, {"x": b, "y": a}, "xy"),
        ]
        return got == ["any", "readers first", "writer first", "together"]

    def used_alone():
        a, b = {"kind": "whole"}, {"kind": "number"}
        # What no program of today uses can change under it; those of tomorrow read all.
        return [
            order({"x": a, "y": a}, {"x": a, "y": b}, "x"),
            order({"x": a, "y": a}, {"x": a}, "x"),
            order({"x": a, "y": b}, {"x": a, "y": a}, "x"),
            order({"x": a}, {"x": a, "z": a}, "x"),
        ] == ["any", "any", "writer first", "writer first"]

    def orders_drawn():
        return all(
            order(old, new, used) == _order(old, new, used)
            for old, new, programs in drawn
            for used in programs.values()
        )

    def untouched():
        old, new, programs = drawn[0]
        first, second, used = schema(old), schema(new), set(next(iter(programs.values())))
        modules["compare"].faults(first, second)
        modules["compare"].order(first, second, used)
        return list(first) == list(old) and list(second) == list(new) and used == set(next(iter(programs.values())))

    def turned():
        old, new, _ = draw.choice(drawn)
        mixed = dict(draw.sample(list(old.items()), len(old)))
        return faults(mixed, new) == faults(old, new) == sorted(faults(old, new))

    def files_are_read():
        # The planning page reads such files with it.
        with tempfile.TemporaryDirectory() as folder:
            given = {"zone": {"kind": "choice", "choices": ["a", "b"]}, "weight": {"kind": "number", "empty": True}}
            Path(folder, "new.json").write_text(json.dumps(given), encoding="utf-8")
            found = modules["columns"].read(str(Path(folder, "new.json")))
            told = {name: (one.kind, one.empty, tuple(one.choices)) for name, one in found.items()}
            return told == {"zone": ("choice", False, ("a", "b")), "weight": ("number", True, ())}

    claims = {
        "files_are_read_as_before": files_are_read,
        "faults_are_as_the_rules_say": as_the_rules_say,
        "a_schema_reads_its_own_rows": own_rows,
        "missing_goes_one_way": missing,
        "kinds_go_one_way": kinds,
        "empty_goes_one_way": emptiness,
        "choices_go_one_way": choices,
        "a_choice_is_a_text": choice_as_text,
        "a_column_may_have_several": several,
        "who_goes_first_is_told": orders,
        "only_what_is_used_today_counts_today": used_alone,
        "who_goes_first_on_drawn_schemas": orders_drawn,
        "what_is_given_stays": untouched,
        "order_of_columns_does_not_matter": turned,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _faults(written, read):
    """By trying what a row may hold: values stand for what a column allows."""
    found = set()
    for name, column in read.items():
        if name not in written:
            found |= {(name, "missing")} - ({(name, "missing")} if column.get("empty") else set())
            continue
        row = written[name]
        if row["kind"] not in KINDS[column["kind"]]:
            found.add((name, "kind"))
        if row.get("empty") and not column.get("empty"):
            found.add((name, "empty"))
        if row["kind"] == column["kind"] == "choice" and any(one not in column["choices"] for one in row["choices"]):
            found.add((name, "choices"))
    return sorted(found)


def _order(old, new, used):
    today = {name: one for name, one in old.items() if name in used}
    writer_may, readers_may = not _faults(new, today), not _faults(old, new)
    return {(True, True): "any", (False, True): "readers first", (True, False): "writer first"}.get(
        (writer_may, readers_may), "together"
    )


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

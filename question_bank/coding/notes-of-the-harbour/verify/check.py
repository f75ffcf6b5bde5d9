# hiretool-canary-a2002a78-978b-419e-9726-ff729b934d70
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import math
import random


def modules(names=("fields", "read")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


KEPT = {"ship": "Alma", "cargo": "grain", "tonnes": 1200, "draught": 4.5, "pilot": True}
FULL = {**KEPT, "agent": None}
PLAN = [
    ("ship", "text", {}),
    ("cargo", "choice", {"options": ("grain", "timber", "Diesel", "none")}),
    ("tonnes", "whole", {"low": 0, "high": 40_000}),
    ("draught", "number", {"low": 0.5, "high": 14}),
    ("pilot", "flag", {}),
    ("agent", "text", {"needed": False}),
]


def plain(text):
    """The rules for one row with PLAN: a record, or (reason, name)."""
    results = []
    for pairs in _objects(text or ""):
        names = [name for name, _ in pairs]
        if any(name in names for name, _, _ in PLAN):
            results.append(_result(pairs, names))
    if not results:
        return ("none", "")
    return results[0] if all(one == results[0] for one in results) else ("several", "")


def _objects(text):
    """Each object as a list of pairs: every stretch from { to } is tried, from the left and the longest first."""
    start, found = 0, []
    while start < len(text):
        ends = [place for place in range(len(text), start, -1) if text[place - 1] == "}"] if text[start] == "{" else []
        for end in ends:
            try:
                found.append(json.loads(text[start:end], object_pairs_hook=lambda pairs: pairs))
            except ValueError:
                continue
            start = end - 1
            break
        start += 1
    return found


def _result(pairs, names):
    record = {}
    for name, kind, more in PLAN:
        if names.count(name) > 1:
            return ("twice", name)
        given = dict(pairs).get(name)
        if given is None or (isinstance(given, str) and not given.strip()):
            if more.get("needed", True):
                return ("missing", name)
            record[name] = None
            continue
        value = _value(given, kind, more)
        if isinstance(value, tuple):
            return (value[0], name)
        record[name] = value
    return record


def _value(given, kind, more):
    if kind in ("whole", "number"):
        if isinstance(given, str):
            try:
                given = json.loads(given.strip())
            except ValueError:
                return ("kind",)
        if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
            return ("kind",)
        if kind == "whole" and given != int(given):
            return ("kind",)
        return (int if kind == "whole" else float)(given) if more["low"] <= given <= more["high"] else ("range",)
    if kind == "flag" and isinstance(given, bool):
        return given
    if not isinstance(given, str):
        return ("kind",)
    word = given.strip()
    if kind == "flag":
        return {"yes": True, "no": False}.get(word.lower(), ("kind",))
    if kind == "choice":
        return {one.lower(): one for one in more["options"]}.get(word.lower(), ("choice",))
    return word


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    fields = [modules["fields"].Field(name, kind, **more) for name, kind, more in PLAN]

    def sheet(rows, by=fields):
        made = modules["read"].sheet(rows, by)
        return made.good, made.refused

    def read(*texts):
        """What each text has become, in order: a record or (reason, name)."""
        rows = [(f"r{place}", text) for place, text in enumerate(texts)]
        good, refused = sheet(rows)
        got = dict(good) | {id: (reason, name) for id, reason, name in refused}
        return [_typed(got[id]) for id, _ in rows] if len(good) + len(refused) == len(rows) else None

    def same(texts, wanted):
        return read(*texts) == [_typed(one) for one in wanted]

    def written(**changes):
        made = {**KEPT, **changes}
        return json.dumps({name: value for name, value in made.items() if value != "-"})

    def in_prose():
        text = written()
        texts = [
            text,
            f"```json\n{text}\n```",
            f"Here it is:\n{written(agent='Holm')}\nThat is all.",
            f"I use {{ and }} {{as asked}}: {text} {{}} {{done}}",
            f"{{{{ {text} }}}}",
            f"[{text}]",
        ]
        return same(texts, [FULL, FULL, {**FULL, "agent": "Holm"}, FULL, FULL, FULL])

    def braces_in_texts():
        names = ["Al{ma", "Al}ma", 'The "Alma"', "a ``` b", '{"ship": "Oda"}', "Al\\ma", "Ålma"]
        return same([f"So: {written(ship=name)}." for name in names], [{**FULL, "ship": name} for name in names])

    def nothing_there():
        texts = ["", None, "I cannot read this.", "{}", '{"boat": "Alma"}', written()[:-1], written().replace('"', "'")]
        return same([*texts, "```json\n```", "[1, 2]"], [("none", "")] * 9)

    def several():
        one, other = written(), written(tonnes=1300)
        texts = [
            f"Draft: {one} Final: {other}",
            f"{one}\n{one}",
            f"{one} or {written(tonnes='1200', pilot='yes', cargo='Grain')}",
            f"{one} {written(tonnes='-')}",
            f"{written(tonnes='-')} {written(tonnes='-', ship='Oda')}",
            f'{{"steps": 2}} {one} {{"note": "done"}}',
        ]
        refused = ("several", "")
        return same(texts, [refused, FULL, FULL, refused, ("missing", "tonnes"), FULL])

    def one_in_another():
        inside = json.dumps({**KEPT, "first_guess": {**KEPT, "tonnes": 7}})
        around = json.dumps({"record": KEPT})
        listed = json.dumps({**KEPT, "also": [{"ship": "Oda"}]})
        broken = '{"record": ' + written()
        return same([inside, around, listed, broken], [FULL, ("none", ""), FULL, FULL])

    def names_twice():
        text = written()
        texts = [
            text[:-1] + ', "tonnes": 1300}',
            text[:-1] + ', "tonnes": 1200}',
            text[:-1] + ', "remark": 1, "remark": 2}',
            text[:-1] + ', "more": {"tonnes": 1, "tonnes": 2}}',
            written(ship="-")[:-1] + ', "tonnes": 1300}',
        ]
        return same(texts, [("twice", "tonnes"), ("twice", "tonnes"), FULL, FULL, ("missing", "ship")])

    def missing():
        texts = [written(**{name: value}) for name in KEPT for value in ("-", None, "  ")]
        return same(texts, [("missing", name) for name in KEPT for _ in range(3)])

    def not_needed():
        texts = [written(agent=one) for one in ("-", None, "", " Holm ", 3)]
        agents = [None, None, None, "Holm"]
        return same(texts, [*({**FULL, "agent": one} for one in agents), ("kind", "agent")])

    def wholes():
        values = [0, 7.0, "7", " 1e3 ", "12.0", 40_000, 40_001, -1, "-1"]
        wanted = [0, 7, 7, 1000, 12, 40_000, "range", "range", "range"]
        bad = [12.5, "12.5", True, False, "1,200", "1_200", "+5", "007", "0x10", "12 t", ".5", "5.", [7], {"t": 7}]
        bad += ["NaN", float("nan"), float("inf"), "true", "1e999", "null"]
        values, wanted = values + bad, wanted + ["kind"] * len(bad)
        expected = [{**FULL, "tonnes": one} if isinstance(one, int) else (one, "tonnes") for one in wanted]
        return same([written(tonnes=one) for one in values], expected)

    def numbers():
        values = [5, 4.25, "4.25", "5", 0.5, 14, 14.01, 0.4, "NaN", float("inf"), "4,25", True, "1e400", "-Infinity"]
        values += ["+4", "04", "4_0"]
        wanted = [5.0, 4.25, 4.25, 5.0, 0.5, 14.0, "range", "range", *["kind"] * 9]
        expected = [{**FULL, "draught": one} if isinstance(one, float) else (one, "draught") for one in wanted]
        return same([written(draught=one) for one in values], expected)

    def flags_and_choices():
        flags = [
            (True, True),
            (False, False),
            ("yes", True),
            (" No ", False),
            (1, None),
            (0, None),
            ("true", None),
            ([], None),
        ]
        kinds = [
            ("GRAIN", "grain"),
            ("diesel ", "Diesel"),
            ("gravel", "choice"),
            ("grain, timber", "choice"),
            (3, "kind"),
        ]
        kinds.append((["grain"], "kind"))
        texts = [written(pilot=one) for one, _ in flags] + [written(cargo=one) for one, _ in kinds]
        expected = [("kind", "pilot") if one is None else {**FULL, "pilot": one} for _, one in flags]
        expected += [(one, "cargo") if one in ("choice", "kind") else {**FULL, "cargo": one} for _, one in kinds]
        return same(texts, expected)

    def first_fault():
        texts = [
            written(ship=3, tonnes="much"),
            written(draught=99, pilot="-"),
            written(cargo="gravel", ship="-"),
            written(pilot=2, tonnes=2.5),
        ]
        return same(texts, [("kind", "ship"), ("range", "draught"), ("missing", "ship"), ("kind", "tonnes")])

    def every_row():
        deep = '{"more": ' + "[" * 8_000 + "]" * 8_000 + "}"
        long = '{"tonnes": ' + "9" * 6_000 + "}"
        rows = [("a", written()), ("a", "no"), ("b", deep), ("a", written(ship="Oda")), ("c", long), ("b", None)]
        rows += [("d", "{" * 300), ("e", written(tonnes="9" * 6_000)), ("f", written())]
        found, refused = sheet(rows)
        good = [("a", FULL), ("a", {**FULL, "ship": "Oda"}), ("f", FULL)]
        # How a number of 6,000 digits is called is open, as long as its row is there.
        ids = [id for id, _, _ in refused]
        reasons = [tuple(one[1:]) for one in refused if one[0] in ("a", "b", "d")]
        return found == good and ids == list("abcbde") and reasons == [("none", "")] * 4

    def other_fields():
        field = modules["fields"].Field
        others = [field("left", "whole"), field("at", "number", high=2), field("day", "choice", options=("Mon", "TUE"))]
        texts = ['{"left": -5, "at": -1e6, "day": "tue"}', '{"left": 1, "at": 2.5, "day": "Mon"}', '{"ship": "Alma"}']
        good, refused = sheet(list(zip("xyz", texts)), others)
        return (
            good == [("x", {"left": -5, "at": -1e6, "day": "TUE"})]
            and [tuple(one) for one in refused] == [("y", "range", "at"), ("z", "none", "")]
            and sheet([], others) == ([], [])
        )

    def made_up():
        texts = [_messy(draw) for _ in range(40)]
        return same(texts, [plain(text) for text in texts])

    claims = {
        "fences_and_prose_do_no_harm": in_prose,
        "braces_in_texts_do_no_harm": braces_in_texts,
        "without_an_object_none": nothing_there,
        "several_that_differ_are_refused": several,
        "what_lies_in_an_object_is_part_of_it": one_in_another,
        "a_name_twice_is_refused": names_twice,
        "missing_is_said": missing,
        "what_is_not_needed_may_be_missing": not_needed,
        "whole_numbers": wholes,
        "numbers": numbers,
        "flags_and_choices": flags_and_choices,
        "the_first_field_at_fault": first_fault,
        "every_row_once": every_row,
        "other_fields": other_fields,
        "as_the_rules_say": made_up,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _typed(one):
    """So that 1, 1.0 and True differ."""
    if isinstance(one, dict):
        return [(name, type(value).__name__, value) for name, value in sorted(one.items())]
    return tuple(one)


def _messy(draw):
    """A text of one or two objects, with values of all sorts and things around them."""
    values = {
        "ship": ["Alma", " Alma", "", None, 7, "A{b", 'A"}'],
        "cargo": ["grain", "Grain", "DIESEL", "gravel", None, 1],
        "tonnes": [100, 100, "100", 100.0, 100.5, "1e2", "a lot", True, 50_000, None],
        "draught": [4, 4.0, "4", "4.0", "four", 0.1, False],
        "pilot": [True, True, "yes", "no", 1, None],
        "agent": ["Holm", None, "", 5],
    }

    def value(name):
        return values[name][0] if draw.random() < 0.75 else draw.choice(values[name])

    def one():
        names = [name for name in values if draw.random() < 0.95]
        draw.shuffle(names)
        text = "{" + ", ".join(f"{json.dumps(name)}: {json.dumps(value(name))}" for name in names)
        if draw.random() < 0.08:
            text += f', "tonnes": {draw.choice([100, 7])}'
        if draw.random() < 0.1:
            text += ', "more": {"ship": "Oda"}'
        return text + ("}" if draw.random() < 0.95 else "")

    made = one()
    parts = [draw.choice(["", "So: ", "```json\n", "{x} ", "{"]), made]
    if draw.random() < 0.4:
        parts += [draw.choice(["\n", " or ", " } ", '"']), made if draw.random() < 0.5 else one()]
    return "".join([*parts, draw.choice(["", "\n```", " {done}", "}"])])


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

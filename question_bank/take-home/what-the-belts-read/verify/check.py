# hiretool-canary-0730b4de-af69-4fef-89b9-32a23c9ce7b3
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import datetime
import importlib
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import variants

QUIET, CHANGED, YEAR = 6, 6, 365
A_YEAR, OF = 3, 2 / 3
WITHIN = {"jump": 9, "creep": 28, "wide": 9}
START, APART = 56, 28


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _claims(modules, seed, folder):
    watch, rng = modules["watch"], np.random.default_rng([seed, 9])
    quiet = [variants.belt(rng, START + YEAR) for _ in range(QUIET)]
    begins = {kind: rng.integers(84, 120, CHANGED).tolist() for kind in variants.KINDS}
    changed = {
        kind: [variants.belt(rng, begin + WITHIN[kind] + 1, kind, begin) for begin in begins[kind]]
        for kind in variants.KINDS
    }
    count = iter(range(1000))

    def asked(rows):
        path = folder / f"{next(count)}.csv"
        path.write_text(variants.text(rows), encoding="utf-8", newline="\n")
        return [datetime.date.fromisoformat(str(day)) for day in watch.alarms(str(path))]

    @cache
    def calm(place):
        return asked(quiet[place])

    @cache
    def after(kind, place):
        return asked(changed[kind][place])

    def all_found():
        pairs = [(rows, calm(place)) for place, rows in enumerate(quiet)]
        return pairs + [(changed[kind][place], after(kind, place)) for kind in variants.KINDS for place in range(2)]

    def caught(kind):
        """How many of the belts have an alarm on one of the days that are allowed."""
        moments = [variants.FIRST + variants.DAY * begin for begin in begins[kind]]
        late = [moment + variants.DAY * WITHIN[kind] for moment in moments]
        hits = [any(a <= day < b for day in after(kind, place)) for place, (a, b) in enumerate(zip(moments, late))]
        return sum(hits)

    def in_form():
        return all(found == sorted(found) and {row[0] for row in rows}.issuperset(found) for rows, found in all_found())

    def silent():
        ok = True
        for rows, found in all_found():
            gaps = [(b - a).days for a, b in zip(found, found[1:])]
            ok = ok and all(gap >= APART for gap in gaps) and all((day - rows[0][0]).days >= START for day in found)
        return ok

    def later_days():
        """Each of three belts cut off on the day of an alarm and at two other days, or followed by other rows."""
        for place, kind in enumerate(variants.KINDS):
            rows = changed[kind][place]
            full = after(kind, place)
            cuts = sorted({70, 80, *(number + 1 for number, row in enumerate(rows) if row[0] in full[:1])})
            for cut in cuts:
                if asked(rows[:cut]) != [day for day in full if day <= rows[cut - 1][0]]:
                    return False
            last, _, mean, spread = rows[-1]
            more = [(last + variants.DAY * number, 2000, mean * 3, spread * 2) for number in range(1, 200)]
            if [day for day in asked(rows + more) if day <= last] != full:
                return False
        return True

    def units():
        pairs = [(changed[kind][place], after(kind, place)) for place, kind in enumerate(variants.KINDS)]
        return all(asked([(*row[:2], row[2] * 8, row[3] * 8) for row in rows]) == found for rows, found in pairs)

    def a_gap():
        """Nine days without a row, well before the change: it is still found, and no alarm falls into them."""
        good = 0
        for place in range(CHANGED):
            begin = variants.FIRST + variants.DAY * begins["jump"][place]
            rows = [row for row in changed["jump"][place] if not 12 <= (begin - row[0]).days <= 20]
            found = asked(rows)
            good += any(begin <= day for day in found)
            if not {row[0] for row in rows}.issuperset(found):
                return False
        return good >= OF * CHANGED

    def one_odd_day():
        """Of six quiet belts, on one day each, the camera saw something else; on that day there is no alarm on five of them."""
        raised = 0
        for place, rows in enumerate(quiet):
            odd = 75 + 4 * place
            day, parcels, mean, spread = rows[odd]
            raised += day in asked([*rows[:odd], (day, parcels, mean + spread * 4, spread), *rows[odd + 1 : odd + 4]])
        return raised <= 1

    return {
        "alarms_are_days_of_the_file": in_form,
        "eight_weeks_and_then_four_between": silent,
        "later_days_have_no_say": later_days,
        "units_have_no_say": units,
        "quiet_belts_stay_within_the_budget": lambda: sum(len(calm(place)) for place in range(QUIET)) <= A_YEAR * QUIET,
        "one_odd_day_is_no_change": one_odd_day,
        "a_jump_is_found_in_time": lambda: caught("jump") >= OF * CHANGED,
        "what_creeps_is_found_in_time": lambda: caught("creep") >= OF * CHANGED,
        "a_wider_spread_is_found_in_time": lambda: caught("wide") >= OF * CHANGED,
        "days_may_be_missing": a_gap,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    with tempfile.TemporaryDirectory() as folder:
        return {name: _held(claim) for name, claim in _claims(modules, seed, Path(folder)).items()}


def modules(names=("watch",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

# hiretool-canary-a4545219-8ced-4c65-b875-a12049628dcb
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
from functools import cache

import numpy as np
import pandas as pd
import variants

SMALL, LARGE = 120, 900
WIDTH = 0.12
COLUMNS = ("first", "layout", "views", "saved", "left")


def _people(log, plan):
    """visitor -> (first, layout, views, saved, left), by sorting lines and going through them once."""
    lines = {}
    for view, visitor, layout, at, saved, left in zip(*(log[name].tolist() for name in log.columns)):
        if plan["start"] <= at < plan["end"]:
            lines[view] = (at, view, visitor, layout, saved, left)
    found = {}
    for _, _, visitor, layout, saved, left in sorted(lines.values()):
        found.setdefault(visitor, []).append((layout, saved, left))
    people = {}
    for visitor in sorted(found):
        layouts, saved, left = zip(*found[visitor])
        mixed = len(set(layouts)) > 1
        people[visitor] = (layouts[0], "several" if mixed else layouts[0], len(layouts), sum(saved), sum(left))
    return people


def _table(people):
    return pd.DataFrame(list(people.values()), columns=COLUMNS, index=pd.Index(list(people), name="visitor"))


def _balance(people, plan):
    found = {}
    for name in sorted(plan["shares"]):
        if name == plan["control"]:
            continue
        share, row = plan["shares"][name] / (plan["shares"][name] + plan["shares"][plan["control"]]), []
        for place in (0, 1):
            new = sum(person[place] == name for person in people.values())
            old = sum(person[place] == plan["control"] for person in people.values())
            apart, spread = abs(new - (new + old) * share), math.sqrt((new + old) * share * (1 - share))
            row.append(math.erfc(apart / spread / math.sqrt(2)))
        found[name] = (sum(person[0] == name != person[1] for person in people.values()), *row)
    return found


def _halves(people, layout, place):
    """A share of views and its variance, from the covariances of views and hits by visitor."""
    rows = np.array([(person[2], person[place]) for person in people.values() if person[1] == layout], dtype=float)
    views, hits = rows.mean(axis=0)
    (vv, vh), (_, hh) = np.cov(rows.T)
    share = hits / views
    return share, share**2 * (hh / hits**2 + vv / views**2 - 2 * vh / (hits * views)) / len(rows)


def _difference(people, layout, place, plan):
    (new, one), (old, other) = (_halves(people, name, place) for name in (layout, plan["control"]))
    wide = plan["z"] * math.sqrt(one + other)
    return np.array([new - old, new - old - wide, new - old + wide])


def _decision(saved, left, plan):
    if left[1] > plan["harm"]:
        return "stop"
    if saved[1] > 0 and left[2] < plan["harm"]:
        return "take"
    return "leave" if saved[2] < plan["worth"] else "undecided"


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _triple(found):
    return np.array([found["difference"], found["low"], found["high"]], dtype=float)


def _as_wide(found, wanted):
    """The difference to the last digit; a resampled interval may be a little wider or narrower."""
    found, half = _triple(found), (wanted[2] - wanted[1]) / 2
    return (
        abs(found[0] - wanted[0]) < 1e-9
        and abs((found[2] - found[1]) / 2 / half - 1) < WIDTH
        and abs((found[2] + found[1]) / 2 - found[0]) < WIDTH * half
    )


def _says(found, name, people, plan, decision):
    said = found[name]
    values = np.array([_triple(said[measure]) for measure in ("saved", "left")])
    count = sum(person[1] == name for person in people.values())
    if str(said["decision"]) != decision or int(said["people"]) != count:
        return False
    if decision == "not readable":
        return bool(np.isnan(values).all())
    return all(
        _as_wide(said[measure], _difference(people, name, place, plan))
        for measure, place in (("saved", 3), ("left", 4))
    )


def _claims(modules, seed):
    readout, facts = modules["readout"], variants.generate(seed)
    plan = variants.agreed(facts)
    small = variants.log(seed + 5000, plan, SMALL)
    few = _people(small, plan)
    names = sorted(set(plan["shares"]) - {plan["control"]})

    @cache
    def calm():
        """A test in which hardly anybody crosses, and its visitors; not one that is off by chance."""
        for draw in range(seed + 9000, seed + 90_000, 1000):
            log = variants.log(draw, plan, LARGE, crossing=0.02, lift=0.05, edges=False)
            people = _people(log, plan)
            if min(p for row in _balance(people, plan).values() for p in row[1:]) > 0.05:
                return log, people
        raise ValueError("no calm test")

    def asked(log, changed=plan):
        return readout.visitors(log.copy(), dict(changed))

    def same_people(found, wanted):
        rows = zip(found.index, *(found[name].tolist() for name in COLUMNS))
        return {str(row[0]): tuple(row[1:]) for row in rows} == wanted and list(found.index) == sorted(found.index)

    def counts(places):
        found = asked(small)
        wanted = [[row[place] for place in places] for row in few.values()]
        return (
            list(found.index) == list(few) and found[[COLUMNS[place] for place in places]].to_numpy().tolist() == wanted
        )

    def outside():
        inside = small[(small["at"] >= plan["start"]) & (small["at"] < plan["end"])].drop_duplicates("view")
        more = inside.assign(view="x" + inside["view"], at=plan["end"], layout=plan["control"], saved=1)
        log = pd.concat([inside, more, inside.iloc[::3]], ignore_index=True)
        return same_people(asked(log), few)

    def rows_in_any_order():
        return same_people(asked(small.iloc[::-1].reset_index(drop=True)), few)

    def ratios(column, place):
        for people in (few, calm()[1]):
            table, wanted = readout.balance(_table(people), dict(plan)), _balance(people, plan)
            if list(table.index) != list(wanted):
                return False
            if not np.allclose(table[column].astype(float), [row[place] for row in wanted.values()], atol=1e-9):
                return False
        return True

    def intervals():
        people = calm()[1]
        return all(
            _as_wide(
                readout.difference(_table(people), name, measure, dict(plan)), _difference(people, name, place, plan)
            )
            for name in names
            for measure, place in (("saved", 3), ("left", 4))
        )

    def twice_the_views():
        """Who looks twice as often at the same says nothing new: the visitors are as many as before."""
        table = _table(calm()[1])
        double = table.assign(**{name: 2 * table[name] for name in ("views", "saved", "left")})
        one, other = (_triple(readout.difference(rows, names[0], "saved", dict(plan))) for rows in (table, double))
        return np.allclose(one, other, atol=0.01 * (one[2] - one[1]))

    def several_are_out():
        table = _table(few)
        other = table.copy()
        rows = other["layout"] == "several"
        other.loc[rows, ["views", "saved"]] = [500, 400]
        one, two = (_triple(readout.difference(rows, names[0], "saved", dict(plan))) for rows in (table, other))
        return rows.any() and np.allclose(one, two, atol=1e-12)

    def swapped():
        table, people = _table(calm()[1]), calm()[1]
        other = plan | {"control": names[0]}
        wanted = _difference(people, plan["control"], 3, other)
        return _as_wide(readout.difference(table, plan["control"], "saved", dict(other)), wanted)

    def decisions():
        log, people = calm()
        saved, left = (_difference(people, names[-1], place, plan) for place in (3, 4))
        wide = left[2] - left[1]
        reached = set()
        for worth, harm in ((9.0, left[1] - wide), (9.0, left[2] + wide), (9.0, left[0]), (-9.0, left[0])):
            changed = plan | {"worth": float(worth), "harm": float(harm)}
            decision = _decision(saved, left, changed)
            reached.add(decision)
            if abs(saved[1]) < 0.1 * (saved[2] - saved[1]):
                continue
            if not _says(readout.read_out(log.copy(), dict(changed)), names[-1], people, changed, decision):
                return False
        return {"stop", "leave", "undecided"} <= reached

    def crossing_stops_it():
        """People leave one layout for another while they look. Who was shown what at first is as planned."""
        log, people = calm()
        inside = sorted(name for name, row in people.items() if row[:2] == (names[0], names[0]) and row[2] > 1)
        moved = set(inside[: 4 * len(inside) // 5])
        last = log[log["visitor"].isin(moved)].sort_values(["at", "view"]).drop_duplicates("visitor", keep="last").index
        crossed = log.copy()
        crossed.loc[last, "layout"] = plan["control"]
        people = _people(crossed, plan)
        table = _balance(people, plan)
        if table[names[0]][2] >= plan["alarm"] or table[names[-1]][2] < plan["alarm"]:
            raise ValueError("the check has lost its case")
        found = readout.read_out(crossed.copy(), dict(plan))
        saved, left = (_difference(people, names[-1], place, plan) for place in (3, 4))
        changed = plan | {"harm": float(left[2] + 1)}
        return _says(found, names[0], people, plan, "not readable") and _says(
            readout.read_out(crossed.copy(), dict(changed)), names[-1], people, changed, _decision(saved, left, changed)
        )

    def two_layouts():
        pair = {plan["control"], names[0]}
        shares = {name: 0.5 for name in pair}
        changed = plan | {"shares": shares}
        log = small[small["layout"].isin(pair)]
        people = _people(log, changed)
        return list(readout.balance(_table(people), dict(changed)).index) == [names[0]]

    def left_alone():
        given = small.copy()
        people = readout.visitors(given, dict(plan))
        copy = people.copy()
        readout.balance(people, dict(plan))
        readout.difference(people, names[0], "left", dict(plan))
        readout.read_out(given, dict(plan))
        return given.equals(small) and people.equals(copy)

    return {
        "a_visitor_is_one_row": lambda: counts((2, 3, 4)),
        "who_saw_several_layouts_is_in_none": lambda: counts((0, 1)),
        "views_outside_the_test_have_no_say": outside,
        "order_of_rows_is_irrelevant": rows_in_any_order,
        "people_as_drawn_are_held_against_the_plan": lambda: ratios("p_first", 1),
        "people_who_are_left_are_held_against_the_plan": lambda: ratios("p_kept", 2),
        "those_who_crossed_are_counted": lambda: ratios("crossed", 0),
        "intervals_are_by_visitor": intervals,
        "twice_the_views_are_no_more_visitors": twice_the_views,
        "who_crossed_is_not_in_a_difference": several_are_out,
        "any_layout_can_be_the_control": swapped,
        "decisions_follow_the_plan": decisions,
        "crossing_stops_the_reading_of_one_layout": crossing_stops_it,
        "a_plan_may_have_two_layouts": two_layouts,
        "tables_are_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def modules(names=("readout",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

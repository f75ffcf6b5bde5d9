# hiretool-canary-f9ae3b41-027a-4566-9544-69459f645f05
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
from functools import cache, lru_cache

import numpy as np
import pandas as pd
import variants

DAY = pd.Timedelta(days=1)
SMALL, LARGE = 240, 1800


@lru_cache(maxsize=12)
def _listed(trial):
    """The three tables as lists of rows, times in seconds."""
    tables = trial.tables().values()
    for table in tables:
        for name in table.columns[table.columns.str.endswith("_at")]:
            table[name] = _in_seconds(table[name])
    shown, orders, returns = tables
    return (
        sorted(zip(*(shown[name].tolist() for name in ("shown_at", "exposure", "person", "arm", "platform")))),
        list(zip(*(orders[name].tolist() for name in ("order", "person", "ordered_at", "cents")))),
        list(zip(*(returns[name].tolist() for name in ("order", "booked_at", "cents")))),
    )


def _in_seconds(times):
    return times.to_numpy().astype("datetime64[s]").astype(np.int64)


def _second(moment):
    return variants._seconds(moment)


@lru_cache(maxsize=24)
def _enrolled(trial, start, until, today):
    found = {person: (arm, platform, at) for at, _, person, arm, platform in _listed(trial)[0][::-1] if at <= today}
    return {person: found[person] for person in sorted(found) if start <= found[person][2] < until}


def _people(trial, plan, today):
    """person -> (arm, platform, first showing in seconds), by going through the showings from the last to the first."""
    return _enrolled(trial, _second(plan["start"]), _second(plan["enrol_until"]), _second(today))


def _balance(people, plan):
    parts = {"all": list(people.values())}
    for platform in sorted({row[1] for row in people.values()}):
        parts[platform] = [row for row in people.values() if row[1] == platform]
    counts = {name: (len(rows), sum(row[0] == plan["new"] for row in rows)) for name, rows in parts.items()}
    # The same p without squares.
    return {name: (total, new, variants._ratio_p(new, total, plan)) for name, (total, new) in counts.items()}


def _read_on(plan):
    return variants._read_on(plan)


def _money(people, trial, plan, today):
    """person -> [before, kept], row by row."""
    today, window, before, wait = (
        _second(today),
        *(plan[name] * variants.DAY for name in ("window_days", "before_days", "wait_days")),
    )
    sums, owner = {person: [0.0, 0.0] for person in people}, {}
    for order, person, at, cents in _listed(trial)[1]:
        if person not in people or at > today:
            continue
        first = people[person][2]
        if first <= at < first + window:
            owner[order] = person
            sums[person][1] += cents
        elif first - before <= at < first:
            sums[person][0] += cents
    for order, at, cents in _listed(trial)[2]:
        if order in owner and at <= today:
            sums[owner[order]][1] -= cents
    for person, (_, _, first) in people.items():
        if first + window + wait > today:
            sums[person][1] = np.nan
    return sums


def _effect(people, sums, plan):
    """(effect, low, high) by least squares with a constant, the arm and what was bought before."""
    rows = [(row[0] == plan["new"], *sums[person]) for person, row in people.items() if not np.isnan(sums[person][1])]
    new, before, kept = (np.array(column, dtype=float) for column in zip(*rows))
    inputs = np.column_stack([np.ones(len(new)), new, before - before.mean()])
    weights = np.linalg.lstsq(inputs, kept, rcond=None)[0]
    rest = kept - weights[2] * before
    wide = 1.96 * np.sqrt(sum(rest[new == arm].var(ddof=1) / (new == arm).sum() for arm in (0, 1)))
    return np.array([weights[1], weights[1] - wide, weights[1] + wide])


def _read_out(trial, plan, today):
    people = _people(trial, plan, today)
    alarms = [name for name, (_, _, p) in _balance(people, plan).items() if p < plan["alarm"]]
    said = {"alarms": alarms, "people": len(people), "values": np.full(3, np.nan)}
    if alarms:
        return said | {"decision": "not readable"}
    if today < _read_on(plan):
        return said | {"decision": "too early"}
    values = _effect(people, _money(people, trial, plan, today), plan)
    if values[2] < plan["worth_cents"]:
        decision = "keep the old one"
    else:
        decision = "take the new one" if values[1] > 0 else "undecided"
    return said | {"decision": decision, "values": values}


def _without(trial, persons):
    """The test in which nothing that was shown to `persons` came in."""
    return variants.Trial(trial.exposures[~trial.exposures["person"].isin(persons)], trial.orders, trial.returns)


def _clean(seed, plan):
    """A large test with a plain gain, in which no ratio is off by chance."""
    for draw in range(seed + 7000, seed + 90_000, 1000):
        trial = variants.trial(draw, plan, LARGE, lift=2.0)
        if min(p for _, _, p in _balance(_people(trial, plan, _read_on(plan)), plan).values()) > 0.02:
            return trial
    raise ValueError(f"no test without chance imbalance from seed {seed}")


def _one_platform(trial, seed, plan):
    """People of the new arm are missing on one platform; the ratio of all looks as planned."""
    people = _people(trial, plan, _read_on(plan))
    platform = variants.PLATFORMS[seed % 3]
    missing = [person for person, row in people.items() if row[:2] == (plan["new"], platform)]
    others = [person for person, row in people.items() if row[0] == plan["control"] and row[1] != platform]
    gone = set()

    def p(part):
        return _balance({person: row for person, row in people.items() if person not in gone}, plan)[part][2]

    while missing and p(platform) > 1e-4:
        gone.update(missing[:5])
        del missing[:5]
    while others and p("all") < 0.01:
        gone.update(others[:5])
        del others[:5]
    return _without(trial, gone)


def _a_quarter_short(trial, plan):
    """A quarter of the new arm is missing, on every platform."""
    people = _people(trial, plan, _read_on(plan))
    return _without(trial, [person for person, row in people.items() if row[0] == plan["new"]][::4])


def _same(one, other):
    one, other = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-6, atol=1e-6, equal_nan=True)


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _rows(table):
    """person -> (arm, platform, first showing in seconds) of a table as the candidate returns it."""
    columns = zip(table.index, table["arm"], table["platform"], _in_seconds(table["first_at"]).tolist())
    return {str(person): (str(arm), str(platform), at) for person, arm, platform, at in columns}


def _values(table):
    return table[["before", "kept"]].to_numpy(dtype=float)


class _Answer:
    """The candidate's functions on one test."""

    def __init__(self, readout, trial, plan):
        self.readout, self.trial, self.plan = readout, trial, plan

    def people(self, today, trial=None):
        return self.readout.people((trial or self.trial).exposures.copy(), dict(self.plan), today)

    def money(self, people, today, trial=None):
        tables = (trial or self.trial).tables()
        return self.readout.money(people, tables["orders"], tables["returns"], dict(self.plan), today)

    def effect(self, people, money):
        found = self.readout.effect(people, money, dict(self.plan))
        return np.array([found["effect"], found["low"], found["high"]], dtype=float)

    def says(self, trial, plan, today):
        """Whether the read-out is as it must be."""
        found = self.readout.read_out(**trial.tables(), plan=dict(plan), today=today)
        wanted = _read_out(trial, plan, today)
        return (
            str(found["decision"]) == wanted["decision"]
            and [str(name) for name in found["alarms"]] == wanted["alarms"]
            and int(found["people"]) == wanted["people"]
            and _same([found["effect"], found["low"], found["high"]], wanted["values"])
        )


def _given_people(people):
    """The table of `people` that a right answer would return."""
    table = pd.DataFrame(list(people.values()), columns=["arm", "platform", "first_at"])
    table["first_at"] = variants._times(table["first_at"])
    return table.set_index(pd.Index(list(people), name="person"))


def _claims(modules, seed):
    readout, plan = modules["readout"], variants.plan(seed)
    made = variants.trial(seed + 5000, plan, SMALL, lift=0.3, sent_back=0.3, edges=True)
    small, last = _Answer(readout, made, plan), _read_on(plan)
    enrolling, waiting = plan["start"] + 9.5 * DAY, plan["enrol_until"] + plan["window_days"] * DAY
    days = (enrolling, plan["enrol_until"], waiting, last)
    known = {today: _people(made, plan, today) for today in (*days, last + 9 * DAY)}

    @cache
    def large():
        return _clean(seed, plan)

    def people_match():
        return all(_rows(small.people(today)) == known[today] for today in known)

    def in_order():
        people = small.people(waiting)
        money = small.money(people, waiting)
        parts = list(readout.balance(people, dict(plan)).index)
        return list(people.index) == sorted(people.index) == list(money.index) and parts == [
            "all",
            *sorted(variants.PLATFORMS),
        ]

    def balance_matches():
        for today, plans in ((waiting, plan), (last, plan | {"share_new": 0.2})):
            table = readout.balance(_given_people(known[today]), dict(plans))
            wanted = _balance(known[today], plans)
            if list(table.index) != list(wanted) or not _same(table[["people", "new", "p"]], list(wanted.values())):
                return False
        return True

    def money_matches(column):
        for today, people in known.items():
            found = _values(small.money(_given_people(people), today))[:, column]
            wanted = np.array(list(_money(people, made, plan, today).values()))[:, column]
            # Ripe or not is a claim of its own.
            both = ~np.isnan(found) & ~np.isnan(wanted) if column else np.ones(len(wanted), dtype=bool)
            if not _same(found[both], wanted[both]) or (today == last and both.sum() < len(wanted)):
                return False
        return True

    def only_ripe_ones():
        for today, people in known.items():
            found = _values(small.money(_given_people(people), today))[:, 1]
            wanted = np.array(list(_money(people, made, plan, today).values()))[:, 1]
            if not (np.isnan(found) == np.isnan(wanted)).all():
                return False
        return True

    def later_has_no_say():
        today = waiting
        cut = variants.Trial(
            made.exposures[made.exposures["shown_at"] <= today],
            made.orders[made.orders["ordered_at"] <= today],
            made.returns[made.returns["booked_at"] <= today],
        )
        late = made.exposures.assign(shown_at=today + DAY, exposure="A" + made.exposures["exposure"])
        more = variants.Trial(
            pd.concat([made.exposures, late.assign(arm=plan["new"])], ignore_index=True),
            pd.concat([made.orders, made.orders.assign(order="A" + made.orders["order"], ordered_at=today + DAY)]),
            pd.concat([made.returns, made.returns.assign(booked_at=today + DAY)], ignore_index=True),
        )
        wanted = _rows(small.people(today))
        money = _values(small.money(_given_people(known[today]), today))
        return all(
            _rows(small.people(today, trial)) == wanted
            and _same(_values(small.money(_given_people(known[today]), today, trial)), money)
            for trial in (cut, more)
        )

    def after_is_not_before():
        people = _given_people(known[last])
        after = made.orders[made.orders["person"].isin(people.index)]
        after = after.assign(order="A" + after["order"], cents=90_000)
        after["ordered_at"] = after["person"].map(people["first_at"])
        trial = variants.Trial(made.exposures, pd.concat([made.orders, after], ignore_index=True), made.returns)
        return _same(_values(small.money(people, last, trial))[:, 0], _values(small.money(people, last))[:, 0])

    def some_as_all():
        people = _given_people(known[last])
        return _same(_values(small.money(people.iloc[::3], last)), _values(small.money(people, last))[::3])

    def order_and_repeats():
        again = made.exposures.sample(frac=0.4, random_state=seed)
        shuffled = variants.Trial(
            pd.concat([made.exposures, again]).sample(frac=1, random_state=seed).reset_index(drop=True),
            made.orders.iloc[::-1],
            made.returns.iloc[::-1].reset_index(drop=True),
        )
        people = _given_people(known[last])
        return _rows(small.people(last, shuffled)) == known[last] and _same(
            _values(small.money(people, last, shuffled)), _values(small.money(people, last))
        )

    def effect_matches():
        for today in (waiting + plan["wait_days"] // 2 * DAY, last):
            people = _people(made, plan, today)
            sums = _money(people, made, plan, today)
            money = pd.DataFrame(list(sums.values()), columns=["before", "kept"], index=list(people), dtype=float)
            ripe = [not np.isnan(kept) for _, kept in sums.values()]
            arms = [row[0] for row, counts in zip(people.values(), ripe) if counts]
            if min(arms.count(plan[name]) for name in ("new", "control")) < 2:
                continue
            if not _same(small.effect(_given_people(people), money), _effect(people, sums, plan)):
                return False
        return True

    def effect_moves_as_it_must():
        people = _given_people(known[last])
        sums = np.array(list(_money(known[last], made, plan, last).values()))
        money = pd.DataFrame(sums, columns=["before", "kept"], index=people.index)
        found = small.effect(people, money)
        gift = money.assign(kept=money["kept"] + 700.0 * (people["arm"] == plan["new"]))
        return _same(small.effect(people, gift), found + 700.0) and _same(
            small.effect(people, money.assign(kept=money["kept"] + 3 * money["before"])), found
        )

    def too_few():
        people = _given_people(known[last])
        money = pd.DataFrame({"before": 0.0, "kept": np.nan}, index=people.index)
        flat = money.assign(kept=np.arange(len(people), dtype=float))
        rows = {person: [0.0, float(number)] for number, person in enumerate(people.index)}
        return np.isnan(small.effect(people, money)).all() and _same(
            small.effect(people, flat), _effect(known[last], rows, plan)
        )

    def decisions():
        low, high = _effect(known_large(), _money(known_large(), large(), plan, last), plan)[1:]
        worths = (high + 1, high - 1, 0.5 * (low + high))
        plans = [plan | {"worth_cents": float(worth)} for worth in worths]
        swapped = [agreed | {"new": plan["control"], "control": plan["new"]} for agreed in plans]
        swapped = [agreed | {"share_new": 1 - plan["share_new"], "worth_cents": -3000.0} for agreed in swapped[:1]]
        return all(small.says(large(), agreed, last) for agreed in plans + swapped)

    def known_large():
        return _people(large(), plan, last)

    def one_platform():
        lost = _one_platform(large(), seed, plan)
        return _read_out(lost, plan, last)["decision"] == "not readable" and small.says(lost, plan, last)

    def every_platform():
        lost = _a_quarter_short(large(), plan)
        return small.says(lost, plan, last) and small.says(lost, plan, plan["enrol_until"])

    def not_before_its_day():
        return all(small.says(large(), plan, today) for today in (waiting, last - pd.Timedelta(seconds=1)))

    def left_alone():
        tables = made.tables()
        people = readout.people(tables["exposures"], dict(plan), last)
        before = people.copy()
        money = readout.money(people, tables["orders"], tables["returns"], dict(plan), last)
        copy = money.copy()
        readout.balance(people, dict(plan))
        readout.effect(people, money, dict(plan))
        readout.read_out(**tables, plan=dict(plan), today=last)
        same = all(tables[name].equals(table) for name, table in made.tables().items())
        return same and people.equals(before) and money.equals(copy)

    return {
        "a_person_is_in_the_arm_of_the_first_showing": people_match,
        "the_ratio_is_held_against_the_plan": balance_matches,
        "rows_are_in_order": in_order,
        "before_is_what_was_bought_before": lambda: money_matches(0),
        "kept_is_bought_less_sent_back": lambda: money_matches(1),
        "kept_waits_until_all_is_booked": only_ripe_ones,
        "later_rows_have_no_say": later_has_no_say,
        "after_the_first_showing_is_not_before": after_is_not_before,
        "some_people_as_among_all": some_as_all,
        "order_and_repeats_are_irrelevant": order_and_repeats,
        "the_effect_is_that_of_least_squares": effect_matches,
        "the_effect_moves_as_it_must": effect_moves_as_it_must,
        "too_few_or_no_history_is_no_error": too_few,
        "decisions_follow_the_plan": decisions,
        "one_platform_stops_the_reading": one_platform,
        "a_ratio_that_is_off_stops_the_reading": every_platform,
        "nothing_is_read_before_its_day": not_before_its_day,
        "tables_are_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def modules(names=("readout",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

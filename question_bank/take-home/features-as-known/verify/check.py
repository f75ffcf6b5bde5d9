# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

COLUMNS = ["readings_7d", "hours_7d", "faults_7d", "pressure_last", "days_since_service", "repairs_30d"]
DAY = pd.Timedelta(days=1)
SMALL, LARGE, DAYS = 8, 60, 150


def _features(season, evening):
    """The row of one evening, by filtering the whole tables; slow, and no part of it is shared with an answer."""
    now, readings, orders = evening["decided_at"], season.readings, season.orders
    heard = readings[(readings["machine"] == evening["machine"]) & (readings["received_at"] <= now)]
    latest = heard.loc[heard.groupby("reading")["revision"].idxmax()]
    week = latest[latest["measured_at"].between(now - 7 * DAY, now, inclusive="right")]
    orders = orders[
        (orders["machine"] == evening["machine"]) & (orders[["opened_at", "entered_at"]] <= now).all(axis=1)
    ]
    services = orders.loc[orders["kind"] == "service", "opened_at"]
    repairs = orders[(orders["kind"] == "repair") & (orders["opened_at"] > now - 30 * DAY)]
    last = latest.sort_values("measured_at")["pressure"]
    return (
        len(week),
        week["hours"].sum(),
        week["faults"].sum(),
        last.iloc[-1] if len(last) else np.nan,
        (now - services.max()) / DAY if len(services) else np.nan,
        len(repairs),
    )


def _truth(season, horizon):
    """Whether each evening's machine failed within the horizon, with no regard to who knew."""
    failed = {machine: rows["failed_at"].to_numpy() for machine, rows in season.failures.groupby("machine")}
    ends = zip(season.evenings["machine"], season.evenings["decided_at"].to_numpy())
    span = np.timedelta64(horizon, "D")
    days = ((failed.get(machine, np.array([], "datetime64[ns]")), at) for machine, at in ends)
    return np.array([float(((known > at) & (known <= at + span)).any()) for known, at in days])


def _auc(risks, failed):
    ranks = pd.Series(np.asarray(risks, dtype=float)).rank().to_numpy()
    positives = failed.sum()
    return (ranks[failed == 1].sum() - positives * (positives + 1) / 2) / (positives * (len(failed) - positives))


def _copy(season, **changed):
    tables = {name: getattr(season, name).copy() for name in ("readings", "orders", "failures", "evenings")}
    return variants.Season(**(tables | changed))


def _values(table):
    return table[COLUMNS].to_numpy(dtype=float)


def _same(one, other):
    return one.shape == other.shape and np.allclose(one, other, atol=1e-6, equal_nan=True)


class _Answer:
    """The candidate's functions on one season, each computed once."""

    def __init__(self, modules, season, facts):
        self.modules, self.season = modules, season
        self.horizon, self.delay = facts["horizon"], facts["delay"]
        days = season.evenings["decided_at"].drop_duplicates().sort_values()
        self.test_from = days.iloc[len(days) // 2]
        self.last = days.iloc[-1] + (self.horizon + self.delay) * DAY

    def features(self, season=None):
        season = _copy(season or self.season)
        return self.modules["features"].as_known(season.readings, season.orders, season.evenings)

    def known(self, today, failures=None):
        failures = self.season.failures if failures is None else failures
        evenings = self.season.evenings.copy()
        return (
            self.modules["labels"]
            .known(failures.copy(), evenings, self.horizon, self.delay, today)
            .to_numpy(dtype=float)
        )

    def split(self):
        train, test = self.modules["labels"].split(
            self.season.evenings.copy(), self.test_from, self.horizon, self.delay
        )
        return np.asarray(train, dtype=bool), np.asarray(test, dtype=bool)

    def scored(self):
        """Features, labels of training, risks of the test, and what came of it."""
        table, (train, test) = self.features(), self.split()
        past = pd.Series(self.known(self.test_from)[train], index=table.index[train])
        risks = np.asarray(self.modules["model"].risk(table[train], past, table[test]), dtype=float)
        return table[train], past, table[test], risks, _truth(self.season, self.horizon)[test]


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _claims(modules, seed):
    facts, rng = variants.generate(seed), np.random.default_rng([seed, 7])
    season = variants.season(seed + 5000, SMALL, facts["horizon"], facts["delay"], signal=True, days=100)
    stranger = pd.DataFrame(
        {"evening": ["E99999"], "machine": ["M999"], "decided_at": [season.evenings["decided_at"].iloc[-1]]}
    )
    season = _copy(
        season, evenings=pd.concat([season.evenings, stranger], ignore_index=True).sample(frac=1, random_state=seed)
    )
    small = _Answer(modules, season, facts)
    clear = _Answer(
        modules, variants.season(seed, LARGE, facts["horizon"], facts["delay"], signal=True, days=DAYS), facts
    )
    kept = {}

    def features_match():
        kept["table"] = small.features()
        truth = [_features(season, evening) for evening in season.evenings.to_dict("records")]
        return _same(_values(kept["table"]), np.array(truth, dtype=float))

    def evenings_in_order():
        table = kept["table"]
        return (
            list(table.index) == list(season.evenings["evening"])
            and not _values(table.loc[["E99999"]])[0, [0, 1, 2, 5]].any()
        )

    def later_has_no_say():
        now = season.evenings["decided_at"].sort_values().iloc[len(season.evenings) // 2]
        rows = (season.evenings["decided_at"] == now).to_numpy()
        late_readings = season.readings[season.readings["received_at"] <= now].tail(200)
        late_readings = late_readings.assign(revision=90, received_at=now + DAY, faults=50, pressure=0.0, hours=24.0)
        late_orders = season.orders.assign(opened_at=now - DAY, entered_at=now + DAY, kind="repair")
        late_orders["order"] = "X" + late_orders["order"]
        invented = _copy(
            season,
            readings=pd.concat([season.readings, late_readings], ignore_index=True),
            orders=pd.concat([season.orders, late_orders], ignore_index=True),
            evenings=season.evenings[rows],
        )
        forgotten = _copy(
            season,
            readings=season.readings[season.readings["received_at"] <= now],
            orders=season.orders[season.orders["entered_at"] <= now],
            evenings=season.evenings[rows],
        )
        with_all = _values(kept["table"])[rows]
        return _same(_values(small.features(invented)), with_all) and _same(
            _values(small.features(forgotten)), with_all
        )

    def alone_as_together():
        chosen = rng.choice(len(season.evenings), 4, replace=False)
        alone = [
            _values(small.features(_copy(season, evenings=season.evenings.iloc[[position]])))[0] for position in chosen
        ]
        return _same(np.array(alone), _values(kept["table"])[chosen])

    def order_and_repeats():
        readings = pd.concat([season.readings, season.readings.sample(frac=0.3, random_state=seed)])
        mixed = _copy(
            season,
            readings=readings.sample(frac=1, random_state=seed).reset_index(drop=True),
            orders=season.orders.iloc[::-1],
        )
        return _same(_values(small.features(mixed)), _values(kept["table"]))

    def tables_left_alone():
        given = _copy(season)
        modules["features"].as_known(given.readings, given.orders, given.evenings)
        modules["labels"].known(given.failures, given.evenings, small.horizon, small.delay, small.last)
        return all(
            getattr(given, name).equals(getattr(season, name))
            for name in ("readings", "orders", "failures", "evenings")
        )

    def labels_match():
        wait = (small.horizon + small.delay) * DAY
        for today in (small.test_from, small.test_from + 5 * DAY, small.last):
            ripe = (season.evenings["decided_at"] + wait <= today).to_numpy()
            if not _same(small.known(today), np.where(ripe, _truth(season, small.horizon), np.nan)):
                return False
        return True

    def later_reports():
        today = small.test_from + 3 * DAY
        heard = season.failures[season.failures["reported_at"] <= today]
        return _same(small.known(today), small.known(today, heard))

    def training_labels():
        train, test = clear.split()
        wait = (clear.horizon + clear.delay) * DAY
        at = clear.season.evenings["decided_at"]
        return (
            (train == (at + wait <= clear.test_from).to_numpy()).all()
            and (test == (at >= clear.test_from).to_numpy()).all()
            and not np.isnan(clear.known(clear.test_from)[train]).any()
        )

    def risk_alone():
        past, failed, now, risks, _ = kept["clear"] = clear.scored()
        # A machine that was never heard of must get a risk as well.
        strange = now.iloc[[0]].assign(pressure_last=np.nan, days_since_service=np.nan, readings_7d=0, hours_7d=0.0)
        risk = modules["model"].risk
        chosen = rng.choice(len(now), 4, replace=False)
        alone = np.array([np.asarray(risk(past, failed, now.iloc[[position]]), dtype=float)[0] for position in chosen])
        return (
            np.allclose(alone, risks[chosen], atol=1e-6) and np.isfinite([*risks, *risk(past, failed, strange)]).all()
        )

    return {
        "features_are_as_known": features_match,
        "each_evening_has_its_row": evenings_in_order,
        "what_is_heard_later_has_no_say": later_has_no_say,
        "an_evening_alone_is_as_among_others": alone_as_together,
        "order_and_repeats_are_irrelevant": order_and_repeats,
        "tables_are_left_alone": tables_left_alone,
        "labels_wait_until_all_is_reported": labels_match,
        "later_reports_have_no_say": later_reports,
        "training_uses_labels_known_by_then": training_labels,
        "a_risk_does_not_depend_on_the_others": risk_alone,
        "real_signal_is_found": lambda: _auc(*kept["clear"][3:]) > 0.60,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def figures(modules, seed):
    """AUC in a season with signal and in one without; never part of pass or fail. NaN if there is no answer."""
    facts = variants.generate(seed)
    found = {}
    for name, signal in (("auc_signal", True), ("auc_noise", False)):
        season = variants.season(seed, LARGE, facts["horizon"], facts["delay"], signal=signal)
        try:
            found[name] = float(_auc(*_Answer(modules, season, facts).scored()[3:]))
        except Exception:
            found[name] = float("nan")
    return found


def modules(names=("features", "labels", "model")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

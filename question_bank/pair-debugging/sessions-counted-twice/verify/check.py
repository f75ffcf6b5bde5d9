# hiretool-canary-4bcb0a7c-c1ca-4eb7-b076-16f3b6c3baec
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "books_match_the_last_word_on_each_session"


def _by_site_and_day(totals):
    """Wh as {(site, day): int}; a day on which nothing is left may be listed as 0 or not at all."""
    sums = totals.groupby(["site", "day"])["energy_wh"].sum()
    return {key: int(value) for key, value in sums.items() if value}


def _expected(sent):
    last = variants.final(sent)
    return _by_site_and_day(last.assign(day=last["started"].dt.strftime("%Y-%m-%d")))


def _posted(ledger, deliveries):
    """The ledger and its totals after posting (name, sessions) pairs one by one."""
    for name, sessions in deliveries:
        ledger.post(name, sessions.copy())
    return ledger, _by_site_and_day(ledger.totals())


def _night_by_night(modules, folder, deliveries):
    """The same, with each delivery posted by a job of its own that loads the ledger and saves it."""
    state, ledger = folder / "ledger.csv", modules["ledger"].Ledger()
    for name, sessions in deliveries:
        ledger.post(name, sessions.copy())
        ledger.save(state)
        ledger = modules["ledger"].Ledger.load(state)
    return ledger, _by_site_and_day(ledger.totals())


HEADER = "session,revision,site,started,ended,energy_wh\n"
ONE = "ABC-00001,1,Mill,2026-04-01 10:00:00,2026-04-01 11:00:00,20000\n"
TWIN = "ABC-00002,1,Mill,2026-04-01 10:00:00,2026-04-01 11:00:00,20000\n"
LOWER = "ABC-00001,2,Mill,2026-04-01 10:00:00,2026-04-01 11:00:00,18500\n"
PLUGGED = "ABC-00003,0,Mill,2026-04-01 23:30:00,,0\n"
LATE = "ABC-00003,1,Mill,2026-04-01 23:30:00,2026-04-02 01:00:00,9000\n"


def _small(modules, folder, **nights):
    """Energy at Mill on 1 April after small deliveries, posted in the order given."""
    deliveries = []
    for name, rows in nights.items():
        (folder / "small.csv").write_text(HEADER + rows)
        deliveries.append((name, modules["messages"].load(folder / "small.csv")))
    return _night_by_night(modules, folder, deliveries)[1].get(("Mill", "2026-04-01"), 0)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    load, empty = modules["messages"].load, modules["ledger"].Ledger
    expected = _expected(variants.messages(seed))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        variants.write(folder, seed)
        replayed = _by_site_and_day(modules["report"].replay(folder / "data").totals())

        # Seven nights are enough for the rest. A delivery that broke off is posted once more when it is whole.
        paths = sorted((folder / "data" / "deliveries").glob("*.csv"))
        first = int(rng.integers(1, len(paths) - 8))
        week = [(path.stem, load(path)) for path in paths[first : first + 7]]
        lines = paths[first + 3].read_text().splitlines(keepends=True)
        (folder / "part.csv").write_text("".join(lines[: len(lines) // 2]))
        part = (week[3][0], load(folder / "part.csv"))

        _, whole = _posted(empty(), week)
        _, backwards = _posted(empty(), week[::-1])
        _, completed = _posted(empty(), [*week[:3], part, *week[3:]])
        kept, nightly = _night_by_night(modules, folder, week)
        _, again = _posted(kept, [week[place] for place in rng.choice(len(week), 3, replace=False)])
        twins = _small(modules, folder, n1=ONE + TWIN)
        copies = _small(modules, folder, n1=ONE + ONE, n2=ONE, n3=TWIN + ONE)
        lowered = _small(modules, folder, n1=ONE, n2=LOWER)
        overtaken = _small(modules, folder, n1=LOWER, n2=ONE)
        delayed = _small(modules, folder, n1=ONE + PLUGGED, n4=LATE)
    return {
        SYMPTOM: replayed == expected,
        "loading_and_saving_each_night_books_the_same": nightly == whole,
        "order_of_deliveries_does_not_matter": backwards == whole,
        "a_delivery_posted_again_changes_nothing": again == nightly,
        "a_completed_delivery_replaces_its_first_part": completed == whole,
        "a_message_sent_again_counts_once": copies == 40000,
        "a_higher_revision_replaces_a_lower_one": lowered == 18500,
        "a_lower_revision_never_replaces_a_higher_one": overtaken == 18500,
        "a_late_session_counts_on_its_day": delayed == 29000,
        "sessions_that_look_alike_both_count": twins == 40000,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Booked over final energy, in percent."""
    sent = variants.messages(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        booked = modules["report"].replay(Path(scratch) / "data").totals()["energy_wh"].sum()
    return {"over_percent": float(100 * (booked / variants.final(sent)["energy_wh"].sum() - 1))}


def modules(names=("messages", "ledger", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

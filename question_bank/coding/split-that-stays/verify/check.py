# hiretool-canary-e110c4d3-2cbb-4233-9ced-5d76c3657d88
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import builtins
import contextlib
import functools
import importlib

import numpy as np
import pandas as pd
import variants


def modules(names=("recordings", "split")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 3])
    facts = variants.generate(seed)
    shares = {name: facts[name] / 100 for name in ("train", "validation", "test")}
    table = variants.recordings(seed, families=160)
    group = _groups(table)
    may = table[table["day"] < "2026-06-01"]
    new = table.index.difference(may.index)

    def assign(rows, previous=None):
        # The argument is left out where it is not needed, so that code without it is judged on what it does.
        extra = {} if previous is None else {"previous": previous}
        return modules["split"].assign(rows, shares, **extra)

    @functools.cache
    def placed():
        return assign(table)

    @functools.cache
    def moved_on():
        """May's parts, each turned into the next, so that they have to be read and cannot be guessed."""
        return assign(may).map(dict(zip(shares, [*list(shares)[1:], list(shares)[0]])))

    def shape():
        before = table.copy(deep=True)
        parts = assign(table)
        return table.equals(before) and parts.index.equals(table.index) and set(parts) == set(shares)

    def together():
        return (placed().groupby(group).nunique() == 1).all()

    def alone():
        no_phone = table[table["phone"].isna()].drop_duplicates("speaker")
        return len(no_phone) >= 20 and assign(no_phone).nunique() > 1

    def amounts():
        # Two thousand groups of one row: a share then strays by 0.011 (one standard error), the limit is five of those.
        numbers = pd.Index([f"r{number}" for number in range(2_000)], name="recording")
        columns = {"speaker": numbers.str.replace("r", "s"), "phone": numbers.str.replace("r", "p"), "seconds": 1.0}
        single = pd.DataFrame(columns, index=numbers).assign(day=table["day"].min())
        got = assign(single).value_counts(normalize=True)
        return all(abs(got.get(name, 0.0) - share) < 0.055 for name, share in shares.items())

    def shuffled():
        mixed = table.iloc[rng.permutation(len(table))]
        return _same(assign(mixed).reindex(table.index), placed())

    def without_others():
        kept = table[group.isin(rng.permutation(group.unique())[: group.nunique() // 3])]
        return _same(assign(kept), placed().loc[kept.index])

    def another_run():
        with _salted(modules, "one"):
            one = assign(table)
        with _salted(modules, "two"):
            return _same(assign(table), one)

    def earlier_ones_stay():
        return _same(assign(table, moved_on()).loc[may.index], moved_on())

    def newcomers():
        earlier = moved_on().groupby(group.loc[may.index]).agg(lambda parts: sorted(set(parts)))
        expected = []
        for recording in new:
            parts = earlier.get(group[recording], [])
            expected.append({0: placed()[recording], 1: parts[0] if parts else None}.get(len(parts), "aside"))
        return "aside" in expected and list(assign(table, moved_on()).loc[new]) == expected

    def gone_ones():
        left = table[rng.random(len(table)) < 0.8]
        kept = left.index.intersection(may.index)
        parts = assign(left, moved_on())
        return parts.index.equals(left.index) and _same(parts.loc[kept], moved_on().loc[kept])

    claims = {
        "one_part_for_each_row": shape,
        "linked_recordings_share_a_part": together,
        "no_phone_is_no_link": alone,
        "shares_are_met": amounts,
        "order_does_not_matter": shuffled,
        "other_groups_do_not_matter": without_others,
        "another_run_gives_the_same": another_run,
        "earlier_recordings_stay": earlier_ones_stay,
        "new_recordings_follow_their_group": newcomers,
        "withdrawn_recordings_do_no_harm": gone_ones,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _groups(table):
    """Number of the group of each recording, by walking from row to row."""
    rows_of = {}
    for recording, speaker, phone in zip(table.index, table["speaker"], table["phone"]):
        rows_of.setdefault(("speaker", speaker), []).append(recording)
        if isinstance(phone, str):
            rows_of.setdefault(("phone", phone), []).append(recording)
    near = {recording: [] for recording in table.index}
    for linked in rows_of.values():
        for recording in linked:
            near[recording].append(linked)
    number = {}
    for start in table.index:
        waiting = [] if start in number else [start]
        while waiting:
            recording = waiting.pop()
            if recording not in number:
                number[recording] = start
                waiting += [other for linked in near[recording] for other in linked if other not in number]
    return pd.Series(number).reindex(table.index)


def _same(one, other):
    """Same ids in the same order with the same parts, whatever the column is made of."""
    return one.index.equals(other.index) and list(one) == list(other)


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


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False

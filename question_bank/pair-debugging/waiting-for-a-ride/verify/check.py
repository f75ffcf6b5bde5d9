# hiretool-canary-76f02212-c86b-4afe-a6cb-4f56b867ec5c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "the_readout_is_that_of_the_audit"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    effect = modules["readout"].effect
    drawn = variants.test(seed)
    difference, half, _, _ = variants.counted(*drawn)
    new, first, user, day, booked = drawn
    assigned, sessions = variants.tables(seed)

    def told(people, rows):
        return effect(people.copy(), rows.copy())

    def right(new, first, user, day, booked):
        return variants.counted(new, first, user, day, booked)[:2]

    def close(found, expected):
        return bool(np.allclose(found, expected, rtol=1e-6, atol=1e-9))

    # People who were assigned and never opened the app.
    more = int(rng.integers(60, 120))
    idle = pd.DataFrame({"user": [f"idle{number}" for number in range(more)], "arm": "old", "first": 30})
    with_idle = right(np.append(new, np.zeros(more, bool)), np.append(first, np.full(more, 30)), user, day, booked)
    # Sessions in which nothing was booked, of people who have one anyway.
    inside = sessions.merge(assigned, on="user")
    inside = inside[(inside["day"] - inside["first"]).between(0, 13)][["user", "day"]]
    looks = pd.concat([sessions, inside.assign(booked=0)], ignore_index=True)
    # The old arm three times over, with other names.
    old = assigned[assigned["arm"] == "old"]
    copies = [old.assign(user=old["user"] + tail) for tail in ("b", "c")]
    theirs = sessions[sessions["user"].isin(old["user"])]
    ridden = [theirs.assign(user=theirs["user"] + tail) for tail in ("b", "c")]
    _, _, rides, _ = variants.counted(*drawn)
    three = np.tile(rides[~new], 3)
    longer = 1.96 * np.sqrt(rides[new].var(ddof=1) / new.sum() + three.var(ddof=1) / len(three))
    apart = pd.concat(
        [
            sessions,
            pd.DataFrame({"user": assigned["user"], "day": assigned["first"] - 1, "booked": 1}),
            pd.DataFrame({"user": assigned["user"], "day": assigned["first"] + 14, "booked": 1}),
            pd.DataFrame({"user": ["staff"] * 40, "day": 30, "booked": 1}),
        ],
        ignore_index=True,
    )
    turned = told(assigned.iloc[::-1].reset_index(drop=True), sessions.iloc[::-1].reset_index(drop=True))
    edges = pd.DataFrame({"user": list("abcd"), "arm": ["old", "old", "new", "new"], "first": 30})
    ends = pd.DataFrame({"user": list("abcdd"), "day": [35, 36, 30, 43, 44], "booked": [0, 0, 1, 1, 1]})
    whole = told(assigned, sessions)
    return {
        SYMPTOM: close(whole, (difference, half)),
        "who_never_opened_the_app_counts": close(
            told(pd.concat([assigned, idle], ignore_index=True), sessions), with_idle
        ),
        "more_sessions_make_it_no_surer": close(told(assigned, looks), (difference, half)),
        "each_arm_counts_its_own_users": close(
            told(pd.concat([assigned, *copies], ignore_index=True), pd.concat([sessions, *ridden], ignore_index=True)),
            (difference, longer),
        ),
        "days_outside_the_test_do_not_count": close(told(assigned, apart), (difference, half)),
        "first_and_fourteenth_day_do": close(told(edges, ends)[0], 1.0),
        "order_of_rows_does_not_matter": close(turned, whole),
        "arms_are_told_apart": close(
            told(assigned.assign(arm=assigned["arm"].map({"old": "new", "new": "old"})), sessions), (-difference, half)
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    difference, half, _, opened = variants.counted(*variants.test(seed))
    new_difference, new_half = modules["readout"].effect(*variants.tables(seed))
    return {
        "half_share": new_half / half,
        "difference_share": new_difference / difference,
        "ratio": new_difference / new_half,
        "opened_percent": 100 * float((opened > 0).mean()),
        "opened_new": 100 * float((opened > 0)[variants.test(seed)[0]].mean()),
        "opened_old": 100 * float((opened > 0)[~variants.test(seed)[0]].mean()),
    }


def modules(names=("tables", "users", "readout")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

# hiretool-canary-8d2ba038-70d8-47d8-b859-9b464ff3c457
"""A matrix that is left as it is, and an addition of small rank fitted to new rows -> misses on new and on old rows."""

import numpy as np


def added(x, off, rank, pull=0.0):
    """The addition of this rank that makes the squared miss on the rows smallest; x and off are rows by columns."""
    full = np.linalg.lstsq(x, off, rcond=None)[0].T
    if pull:
        full = np.linalg.solve(x.T @ x + pull * np.eye(x.shape[1]), x.T @ off).T
    if rank >= min(full.shape):
        return full
    u = np.linalg.svd(full @ x.T, full_matrices=False)[0][:, :rank]
    return u @ u.T @ full


def derived(facts):
    """Misses are mean squared lengths; before the additions what is wanted on new rows is 1 away, on old rows 0."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    d, rows = fact["width"], fact["rows"]
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(float(value))

    for draw in range(fact["draws"]):
        rng = np.random.default_rng([15, draw])
        # Old rows lie mainly in the first directions: these are in daily use, the last ones hardly.
        use = np.where(np.arange(d) < fact["busy"], 1.0, fact["quiet"])
        turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
        old = (rng.normal(size=(2000, d)) * use) @ turn.T

        def manner_rows(many):
            return (rng.normal(size=(many, d)) * use) @ turn.T

        def parts_rows(many):
            z = rng.normal(size=(many, d))
            z[:, : fact["busy"]] = 0
            return z @ turn.T

        # Manner: every answer is moved along two directions. Parts: each of the quiet directions gets an answer of its own.
        left, right = rng.normal(size=(d, 2)), np.zeros((d, 2))
        right[: fact["busy"]] = rng.normal(size=(fact["busy"], 2))
        manner = left @ (turn @ right).T
        parts = np.zeros((d, d))
        parts[:, fact["busy"] :] = rng.normal(size=(d, d - fact["busy"]))
        parts = parts @ turn.T
        changes = {}
        for name, change, draw_rows in (("manner", manner, manner_rows), ("parts", parts, parts_rows)):
            x, fresh = draw_rows(rows), draw_rows(2000)
            scale = 1 / np.sqrt(((fresh @ change.T) ** 2).sum(axis=1).mean())
            change = scale * change
            off = x @ change.T + fact["noise"] * rng.normal(size=(rows, d)) / np.sqrt(d)
            for rank in fact["ranks"]:
                a = added(x, off, rank)
                note(f"{name}_rank_{rank}_new", ((fresh @ (change - a).T) ** 2).sum(axis=1).mean())
                note(f"{name}_rank_{rank}_old", ((old @ a.T) ** 2).sum(axis=1).mean())
                changes[name, rank] = a, change, fresh
            for rank in fact["ranks_few"]:
                a = added(x[: fact["rows_few"]], off[: fact["rows_few"]], rank)
                note(f"{name}_few_rows_rank_{rank}_new", ((fresh @ (change - a).T) ** 2).sum(axis=1).mean())
            if name == "manner":
                pulled = added(x, off, 2, fact["pull"])
                note("manner_pulled_new", ((fresh @ (change - pulled).T) ** 2).sum(axis=1).mean())
            mixed_x = np.concatenate([x, old[:rows]])
            mixed_off = np.concatenate([off, np.zeros((rows, d))])
            for rank in (2, d):
                a = added(mixed_x, mixed_off, rank)
                note(f"{name}_mixed_rank_{rank}_new", ((fresh @ (change - a).T) ** 2).sum(axis=1).mean())
                note(f"{name}_mixed_rank_{rank}_old", ((old @ a.T) ** 2).sum(axis=1).mean())
        both = changes["manner", 2][0] + changes["parts", d][0]
        for name in ("manner", "parts"):
            _, change, fresh = changes[name, d]
            note(f"both_{name}_new", ((fresh @ (change - both).T) ** 2).sum(axis=1).mean())
            with_pull = pulled + changes["parts", d][0]
            note(f"both_pulled_{name}_new", ((fresh @ (change - with_pull).T) ** 2).sum(axis=1).mean())
        note("both_old", ((old @ both.T) ** 2).sum(axis=1).mean())
    return {name: float(np.mean(values)) for name, values in out.items()}

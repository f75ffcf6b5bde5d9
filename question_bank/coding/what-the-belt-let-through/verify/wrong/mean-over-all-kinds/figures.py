# hiretool-canary-b60964bb-7d15-4d07-a53d-7d336e5003be
"""Pairs of what an item is and what the camera said -> figures."""


def figures(pairs, kinds):
    """A row for each of `kinds`, their means (macro) and the figures of the sums (micro)."""
    table = {kind: [0, 0, 0] for kind in kinds}
    for truth, said in pairs:
        if truth not in table or (said is not None and said not in table):
            raise ValueError(truth if truth not in table else said)
        table[truth][1] += 1
        if said is not None:
            table[said][2] += 1
            table[truth][0] += truth == said
    rows = [{"kind": kind, **_figures(*counts)} for kind, counts in table.items()]
    macro = {}
    for name in ("precision", "recall", "f1"):
        values = [row[name] for row in rows if row[name] is not None]
        macro[name] = _share(sum(values), len(rows))
        macro[f"{name}_of"] = len(values)
    return {"rows": rows, "macro": macro, "micro": _figures(*(sum(column) for column in zip((0, 0, 0), *table.values())))}


def _figures(both, truly, said):
    return {"precision": _share(both, said), "recall": _share(both, truly), "f1": _share(2 * both, truly + said)}


def _share(part, whole):
    return part / whole if whole else None

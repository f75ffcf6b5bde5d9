# hiretool-canary-b60964bb-7d15-4d07-a53d-7d336e5003be
"""Pairs of what an item is and what the camera said -> figures."""

from collections import Counter
from statistics import mean

NAMES = ("precision", "recall", "f1")


def figures(pairs, kinds):
    """A row for each of `kinds`, their means (macro) and the figures of the sums (micro)."""
    for pair in pairs:
        for name, may_be in zip(pair, (kinds, [*kinds, None])):
            if name not in may_be:
                raise ValueError(name)
    truly, said = Counter(truth for truth, _ in pairs), Counter(said for _, said in pairs if said is not None)
    both = Counter(truth for truth, said in pairs if truth == said)
    rows = [dict(zip(("kind", *NAMES), (kind, *_three(both[kind], said[kind], truly[kind])))) for kind in kinds]
    macro = {}
    for name in NAMES:
        known = [row[name] for row in rows if row[name] is not None]
        macro |= {name: mean(known) if known else None, f"{name}_of": len(known)}
    return {"rows": rows, "macro": macro, "micro": dict(zip(NAMES, _three(both.total(), said.total(), truly.total())))}


def _three(both, said, truly):
    precision = None if said == 0 else both / said
    recall = None if truly == 0 else both / truly
    return precision, recall, None if said + truly == 0 else both / ((said + truly) / 2)

"""Pairs of what an item is and what the camera said -> figures."""


def figures(pairs, kinds):
    """A row for each kind, their means (macro) and the figures of all items (micro)."""
    rows = []
    for kind in sorted({truth for truth, _ in pairs}):
        both = sum(truth == said == kind for truth, said in pairs)
        truly = sum(truth == kind for truth, _ in pairs)
        said = sum(said == kind for _, said in pairs)
        precision, recall = both / said if said else 0.0, both / truly
        f1 = 2 * precision * recall / (precision + recall) if both else 0.0
        rows.append({"kind": kind, "precision": precision, "recall": recall, "f1": f1})
    names = ("precision", "recall", "f1")
    macro = {name: sum(row[name] for row in rows) / len(rows) for name in names}
    right = sum(truth == said for truth, said in pairs) / len(pairs)
    return {"rows": rows, "macro": macro, "micro": {name: right for name in names}}

# hiretool-canary-f13c974a-16b0-4ad7-ba08-04238180066e
"""What a change of columns does to programs that read them."""

TAKES = {"whole": ("whole",), "number": ("whole", "number"), "text": ("text", "choice"), "choice": ("choice",)}


def faults(written, read):
    """What a row of `written` may hold and a program that reads by `read` does not expect, as (name, fault)."""
    found = []
    for name, expected in read.items():
        if name not in written:
            if not expected.empty:
                found.append((name, "missing"))
            continue
        given = written[name]
        if given.kind not in TAKES[expected.kind]:
            found.append((name, "kind"))
        if given.empty and not expected.empty:
            found.append((name, "empty"))
        if given.kind == expected.kind and not set(given.choices) <= set(expected.choices):
            found.append((name, "choices"))
    return sorted(found)


def order(old, new, used):
    """Who has to be changed first."""
    today = {name: column for name, column in old.items() if name in used}
    old_reads_new = not faults(new, today)
    new_reads_old = not faults(old, new)
    if old_reads_new and new_reads_old:
        return "any"
    if new_reads_old:
        return "readers first"
    if old_reads_new:
        return "writer first"
    return "together"

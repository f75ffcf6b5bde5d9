"""What a change of columns does to programs that read them."""


def faults(written, read):
    """(name, fault) for all that differs."""
    names = written.keys() | read.keys()
    found = [(name, "missing") for name in names if (name in written) != (name in read)]
    for name in written.keys() & read.keys():
        if written[name].kind != read[name].kind:
            found.append((name, "kind"))
        if written[name].empty != read[name].empty:
            found.append((name, "empty"))
        if written[name].choices != read[name].choices:
            found.append((name, "choices"))
    return sorted(found)


def order(old, new, used):
    """Who has to be changed first: "any", "readers first", "writer first" or "together"."""
    return "any" if not faults(old, new) else "together"

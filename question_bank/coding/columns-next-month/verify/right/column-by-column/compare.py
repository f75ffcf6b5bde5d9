# hiretool-canary-f13c974a-16b0-4ad7-ba08-04238180066e
"""What a change of columns does to programs that read them."""

WIDER = {("whole", "number"), ("choice", "text")}


def faults(written, read):
    return sorted((name, fault) for name in read for fault in _of(written.get(name), read[name]))


def _of(given, expected):
    """The faults of one column; `given` is None where it is not written."""
    if given is None:
        return [] if expected.empty else ["missing"]
    wider = (given.kind, expected.kind) in WIDER
    same = given.kind == expected.kind
    beyond = [choice for choice in given.choices if choice not in expected.choices] if same else []
    return [
        fault
        for fault, is_so in (
            ("kind", not same and not wider),
            ("empty", given.empty > expected.empty),
            ("choices", bool(beyond)),
        )
        if is_so
    ]


def order(old, new, used):
    # One who goes first meets the other as it was.
    writer_may = not [fault for fault in faults(new, old) if fault[0] in used]
    readers_may = not faults(old, new)
    if writer_may:
        return "any" if readers_may else "writer first"
    return "readers first" if readers_may else "together"

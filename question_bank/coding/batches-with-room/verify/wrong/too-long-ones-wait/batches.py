# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """The first that has room, and the longest that are no longer than it."""
    fitting = [request for request in waiting if request.tokens <= room]
    if not fitting:
        return waiting[:1]
    first, others = fitting[0], fitting[1:]
    company = sorted((other for other in others if other.tokens <= first.tokens), key=lambda other: -other.tokens)
    return [first, *company[: room // first.tokens - 1]]

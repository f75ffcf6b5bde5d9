# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """All that are overdue; if none is, the longest that are no longer than the first."""
    overdue = [request for request in waiting if now - request.arrived >= patience]
    if overdue:
        return overdue
    number = max(1, room // waiting[0].tokens)
    company = sorted((other for other in waiting[1:] if other.tokens <= waiting[0].tokens), key=lambda other: -other.tokens)
    return [waiting[0], *company[: number - 1]]

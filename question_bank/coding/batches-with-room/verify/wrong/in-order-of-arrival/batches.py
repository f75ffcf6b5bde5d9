# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """In the order of arrival, each one that still has room."""
    batch, longest = [], 0
    for request in waiting:
        if not batch or (len(batch) + 1) * max(longest, request.tokens) <= room:
            batch.append(request)
            longest = max(longest, request.tokens)
    return batch

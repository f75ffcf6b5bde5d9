# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """The longest, as many as have room: least padding. They are taken out of the list."""
    in_order = sorted(waiting, key=lambda request: -request.tokens)
    batch = in_order[: max(1, room // in_order[0].tokens)]
    for request in batch:
        waiting.remove(request)
    return batch

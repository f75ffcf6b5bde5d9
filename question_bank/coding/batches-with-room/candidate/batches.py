"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """The requests that go next, for now the first four.

    waiting: at least one, in the order in which they arrived; now: in the same milliseconds as `arrived`.
    """
    return waiting[:4]

# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """The one that has waited longest, and the longest that are no longer than it while their texts have room."""
    first = waiting[0]
    batch, used = [first], first.tokens
    for other in sorted(waiting[1:], key=lambda other: -other.tokens):
        if other.tokens <= first.tokens and used + other.tokens <= room:
            batch.append(other)
            used += other.tokens
    return batch

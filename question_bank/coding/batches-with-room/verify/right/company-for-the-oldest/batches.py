# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """The requests that go next: the one that has waited longest, with the longest that are no longer than it.

    So the first one always goes, overdue or not, and the rest is chosen by length alone.
    """
    first, others = waiting[0], waiting[1:]
    number = max(1, room // first.tokens)
    company = sorted((other for other in others if other.tokens <= first.tokens), key=lambda other: -other.tokens)
    return [first, *company[: number - 1]]

# hiretool-canary-baf872e2-c1d4-4907-a4ef-339f7e2bbabf
"""Which of the waiting requests the model works on next."""

ROOM = 4096
"""Tokens that a batch may take on the card. All texts of a batch are filled up to the longest."""
PATIENCE = 2000
"""Milliseconds after which a request is overdue."""


def next_batch(waiting, now, room=ROOM, patience=PATIENCE):
    """The requests that go next: of all full batches with the overdue one in it, the one with the most text."""
    must = waiting[0] if now - waiting[0].arrived >= patience else None
    in_order = sorted(waiting, key=lambda request: request.tokens)
    best = None
    for end, last in enumerate(in_order, start=1):
        if must and last.tokens < must.tokens:
            continue
        if end < len(in_order) and in_order[end].tokens == last.tokens:
            continue
        found = _full(in_order[:end], room // last.tokens, must)
        if best is None or _text(found) > _text(best):
            best = found
    return best


def _full(candidates, number, must):
    """The longest candidates, as many as have room, with `must` among them; one that is too long goes alone."""
    number = max(1, number)
    if must is None or must in candidates[-number:]:
        return candidates[-number:]
    return [must, *(candidates[-(number - 1) :] if number > 1 else [])]


def _text(batch):
    return sum(request.tokens for request in batch)

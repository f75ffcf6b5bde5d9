"""Which names a card may bear."""

import pieces


def search(model, width, shortest, longest):
    """Names of `shortest` to `longest` letters as (name, cost)."""
    text, cost = "", 0
    for _ in range(longest):
        costs = model.after([text])[0]
        piece = min(costs, key=costs.get)
        cost += costs[piece]
        if piece == pieces.END:
            break
        text += piece
    return [(text, cost)]

# hiretool-canary-50dce78b-e96a-45f5-b14e-fa969bbe212f
"""Which names a card may bear."""

import pieces


def search(model, width, shortest, longest):
    """Names of `shortest` to `longest` letters as (name, cost)."""
    beam, names = {"": 0}, {}
    while beam:
        step = {}
        for (text, cost), costs in zip(beam.items(), model.after(list(beam))):
            for made, more in _longer(text, costs, shortest, longest):
                step[made] = min(cost + more, step.get(made, cost + more))
        # Made are (text, open); with equal cost the alphabet decides, and a whole one comes before an open one.
        kept = sorted(step, key=lambda made: (step[made], made))[:width]
        beam = {text: step[text, True] for text, is_open in kept if is_open}
        for text, is_open in kept:
            if not is_open:
                names[text] = min(step[text, False], names.get(text, step[text, False]))
    return sorted(names.items(), key=_by_letter)


def _longer(text, costs, shortest, longest):
    """((text, open), what it costs more) for all that may come of a text."""
    for piece, cost in costs.items():
        if piece == pieces.END:
            if len(text) >= shortest:
                yield (text, False), cost
        elif len(text) + len(piece) <= longest:
            yield (text + piece, True), cost


def _by_letter(found):
    name, cost = found
    return cost, len(name), name

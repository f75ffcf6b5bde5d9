# hiretool-canary-50dce78b-e96a-45f5-b14e-fa969bbe212f
"""Which names a card may bear."""

import functools
import heapq

from pieces import END


def search(model, width, shortest, longest):
    """Names of `shortest` to `longest` letters as (name, cost)."""
    open_ones, found = [(0, "")], []
    while open_ones:
        offers = model.after([text for _, text in open_ones])
        # END is a text's last letter here; it comes before all others in the alphabet.
        step = [
            (cost + more, text + piece)
            for (cost, text), offer in zip(open_ones, offers)
            for piece, more in offer.items()
            if (len(text) >= shortest if piece == END else len(text + piece) <= longest)
        ]
        kept = heapq.nsmallest(width, _cheapest(step), key=lambda one: (one[0], one[1].rstrip(END), not one[1].endswith(END)))
        open_ones = [one for one in kept if not one[1].endswith(END)]
        found += [(cost, text[:-1]) for cost, text in kept if text.endswith(END)]
    names = [(text, cost) for cost, text in _cheapest(found)]
    return sorted(names, key=functools.cmp_to_key(_compare))


def _cheapest(pairs):
    """Each text once."""
    seen = set()
    for cost, text in sorted(pairs):
        if text not in seen:
            seen.add(text)
            yield cost, text


def _compare(one, other):
    (name, cost), (other_name, other_cost) = one, other
    # By cross-multiplication, so that nothing is rounded.
    here, there = cost * len(other_name), other_cost * len(name)
    if here != there:
        return -1 if here < there else 1
    return -1 if (len(name), name) < (len(other_name), other_name) else 1

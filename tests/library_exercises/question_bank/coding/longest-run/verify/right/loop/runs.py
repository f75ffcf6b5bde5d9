def longest(values):
    best = here = 0
    for at, value in enumerate(values):
        here = here + 1 if at and values[at - 1] == value else 1
        best = max(best, here)
    return best

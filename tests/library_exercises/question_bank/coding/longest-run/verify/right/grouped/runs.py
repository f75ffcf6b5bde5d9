from itertools import groupby


def longest(values):
    return max((len(list(run)) for _, run in groupby(values)), default=0)

from collections import Counter


def longest(values):
    return max(Counter(values).values(), default=0)

"""How good is an order of passages? Normalised discounted cumulative gain."""

from math import log2


def dcg(grades):
    """Gain of passages in this order: a grade counts 2**grade - 1, less the further down it stands."""
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def ndcg(passages, judged, k=10):
    """Gain of the first `k` passages, as a share of what the best order gives: 1 is best, 0 worst.

    passages: best first. judged: {passage: grade}; what nobody judged counts as of no use.
    None if there is nothing of use, for then no order is better than another.
    """
    grades = [judged.get(passage, 0) for passage in passages[:k]]
    best = dcg(sorted(grades, reverse=True))
    return dcg(grades) / best if best else None


def scores(found, judgements, k=10):
    """{question: nDCG} of one search, for the questions that can be scored."""
    each = {question: ndcg(passages, judgements[question], k) for question, passages in found.items()}
    return {question: score for question, score in each.items() if score is not None}

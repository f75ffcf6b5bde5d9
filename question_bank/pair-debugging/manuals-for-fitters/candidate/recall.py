"""How much of what a question needs the search finds.

    python recall.py data
"""

import sys

import numpy as np

import corpus
from search import Search

K = 5


def found_share(shown, needs, copies):
    """How much of what one question needs is among the passages shown; 1 is all of it."""
    wanted = {copies[name] for name in needs}
    hits = {copies[name] for name in shown} & wanted
    return len(hits) / len(wanted)


def by_question(passages, questions, k=K):
    """What the search shows for each question."""
    search = Search(passages)
    return [search.top(question["asked"], k) for question in questions]


def recall(passages, questions, k=K):
    """Mean of what the first k find, question by question."""
    copies = corpus.same(passages)
    shown = by_question(passages, questions, k)
    shares = [found_share(some, question["needs"], copies) for some, question in zip(shown, questions, strict=True)]
    return float(np.mean(shares))


def main():
    folder = sys.argv[1]
    passages, questions = corpus.passages(folder), corpus.questions(folder)
    print(f"{len(passages)} passages, {len(questions)} questions")
    for k in (1, 3, K):
        print(f"recall in the first {k}: {recall(passages, questions, k):6.1%}")


if __name__ == "__main__":
    main()

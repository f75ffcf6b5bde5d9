"""Which search should feed the assistant?

    python compare.py data
"""

import argparse
from math import sqrt
from statistics import mean, stdev

import archive
from ranking import scores


def difference(one, other):
    """Mean of one less other over the questions that both were scored on, and its standard error.

    The same questions for both: else the one that was asked the easier ones would look better.
    """
    gaps = [one[question] - other[question] for question in sorted(one.keys() & other.keys())]
    return mean(gaps), stdev(gaps) / sqrt(len(gaps))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--k", type=int, default=10)
    chosen = arguments.parse_args()

    judged = archive.judgements(chosen.folder)
    each = {name: scores(archive.returned(chosen.folder, name), judged, chosen.k) for name in archive.searches(chosen.folder)}
    print(f"{len(judged)} questions\n")
    for name, found in sorted(each.items(), key=lambda pair: -mean(pair[1].values())):
        print(f"{name:10}nDCG@{chosen.k} {mean(found.values()):.3f}")
    one, other = sorted(each, key=lambda name: -mean(each[name].values()))[:2]
    gap, error = difference(each[one], each[other])
    print(f"\n{one} over {other}: {gap:+.3f} ± {2 * error:.3f}, on the same questions")


if __name__ == "__main__":
    main()

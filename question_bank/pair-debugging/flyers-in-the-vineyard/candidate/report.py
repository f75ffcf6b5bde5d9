"""How well the traps name what flies, and how many grape moths they counted last night.

    python report.py data
"""

import sys
from pathlib import Path

import recordings
from classifier import Classifier
from trap import Trap


def by_vineyard(classifier, folder):
    """{vineyard: (insects named by hand, species among them, share named right, grape moths last night)}."""
    found = {}
    for place in sorted(path for path in (Path(folder) / "vineyards").iterdir() if path.is_dir()):
        trap = Trap(classifier, place)
        night = recordings.table(Path(folder) / "nights" / f"{place.name}.csv")
        moths = trap.counts(night).get("grape-moth", 0)
        found[place.name] = (len(recordings.read(place)[0]), len(recordings.species(place)), trap.share_right(), moths)
    return found


def main():
    folder = Path(sys.argv[1])
    classifier = Classifier.fit(folder / "laboratory")
    again = Trap(classifier, folder / "laboratory_later").share_right()
    print(f"laboratory, {len(recordings.species(folder / 'laboratory'))} species, insects of a later week: {again:.0%} right\n")
    print(f"{'vineyard':<14} insects  species  right  moths last night")
    for name, (insects, species, share, moths) in by_vineyard(classifier, folder).items():
        print(f"{name:<14} {insects:>7}  {species:>7}  {share:>5.0%}  {moths:>16}")


if __name__ == "__main__":
    main()

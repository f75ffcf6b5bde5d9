"""Agreement statistics of public tables beside the values that were published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from hiretool.scoring import agreement
from tests.benchmarks.scoring_real import FOLDER

# Sources: Krippendorff 2011, example C; Shrout and Fleiss 1979, Psychological Bulletin 86:420, with the digits of R's
# psych; Fleiss 1971, Psychological Bulletin 76:378; the tables of R's irr.
PUBLISHED: Mapping[str, Mapping[str, str]] = {
    "krippendorff_c.csv": {
        "alpha nominal": ".7434",
        "alpha ordinal": ".8154",
        "alpha interval": ".8491",
        "alpha ratio": ".7974",
    },
    "shrout_fleiss.csv": {
        "icc1": ".1657418",
        "icc2": ".2897638",
        "icc3": ".7148407",
        "icc1k": ".4427971",
        "icc2k": ".6200505",
        "icc3k": ".9093155",
    },
    "irr_anxiety.csv": {
        "icc1": ".175",
        "icc2": ".198",
        "icc3": ".216",
        "icc1k": ".389",
        "icc2k": ".426",
        "icc3k": ".453",
    },
    "irr_video.csv": {
        "icc1": ".1127",
        "icc2": ".1569",
        "icc3": ".1960",
        "icc1k": ".3369",
        "icc2k": ".4268",
        "icc3k": ".4937",
    },
    "irr_diagnoses.csv": {"kappa Fleiss": ".4302445"},
    "irr_anxiety.csv, raters 1 and 2": {"kappa Cohen": ".1194969", "kappa squared": ".2967651"},
    "irr_diagnoses.csv, raters 2 and 3": {"kappa Cohen": ".6311475"},
}


def main() -> None:
    print("\nAgreement beside published values (goal: all printed digits)")
    for name, published in PUBLISHED.items():
        file, _, two = name.partition(", raters ")
        if not (FOLDER / file).exists():
            print(f"{name:<34} skipped: it is not here")
            continue
        found = dict(_values(_long(file, two)))
        apart = [
            f"{what} {found[what]:.7f}, not {value}"
            for what, value in published.items()
            if not _same(found[what], value)
        ]
        print(f"{name:<34} {', '.join(published)}: {'; '.join(apart) or 'equal'}", flush=True)


def _same(ours: float, published: str) -> bool:
    # irr rounds to three digits what it has rounded to four: .4254987 is printed as .426.
    digits = len(published) - 1
    return published in {f"{ours:.{digits}f}"[1:], f"{round(ours, digits + 1) + 1e-9:.{digits}f}"[1:]}


def _long(file: str, two: str) -> pd.DataFrame:
    """unit, rater, value of a table of units by raters; `two`: the numbers of two raters, or nothing for all."""
    wide = pd.read_csv(FOLDER / file)
    wide = wide.drop(columns="unit", errors="ignore")
    if two:
        wide = wide.iloc[:, [int(number) - 1 for number in two.split(" and ")]]
    return wide.reset_index(names="unit").melt("unit", var_name="rater", value_name="value")


def _values(rows: pd.DataFrame) -> Iterator[tuple[str, float]]:
    found = agreement.statistics(rows, unit="unit", rater="rater", value="value")
    named = {f"alpha {level}": one for level, one in found.krippendorff.items()} | dict(found.icc.estimates)
    named |= {"kappa Fleiss": found.fleiss}
    if "none" in found.cohen:
        named |= {"kappa Cohen": found.cohen["none"]}
    if "squared" in found.cohen:
        named |= {"kappa squared": found.cohen["squared"]}
    for name, one in named.items():
        if one.value is not None:
            yield name, one.value


if __name__ == "__main__":
    main()

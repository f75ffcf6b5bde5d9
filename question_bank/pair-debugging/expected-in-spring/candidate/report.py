"""What was expected, and what was reached.

    python report.py data
"""

import sys
from pathlib import Path

import pandas as pd

import expectation
import lists
import tests


def by_school(folder: Path) -> pd.DataFrame:
    """For each school: pupils with both scores, the mean of what was expected and reached, and by how much pupils are off."""
    folder = Path(folder)
    model = expectation.Expectation.fit(expectation.past(folder))
    told = lists.with_expected(lists.read(folder), tests.read(folder / "tests.csv"), model)
    reached = pd.read_csv(folder / "spring.csv", dtype={"pupil": "str"})
    both = told.merge(reached, on="pupil", validate="one_to_one").dropna(subset=["expected", "spring"])
    both["off_by"] = (both["expected"] - both["spring"]).abs()
    schools = both.groupby("school")
    return pd.DataFrame(
        {
            "pupils": schools.size(),
            "expected": schools["expected"].mean(),
            "reached": schools["spring"].mean(),
            "off_by": schools["off_by"].mean(),
        }
    )


if __name__ == "__main__":
    table = by_school(sys.argv[1])
    print(table.round(1).to_string())
    print(f"\nall pupils: off by {(table['off_by'] * table['pupils']).sum() / table['pupils'].sum():.1f}")
    print(f"each third pupil of last year: off by {expectation.off_on_past(expectation.past(sys.argv[1])):.1f}")

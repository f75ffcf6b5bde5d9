"""Print what each part holds, and what the parts have in common.

    python summary.py data/may.csv
"""

import argparse

import pandas as pd

from recordings import load, seen_in_several
from split import assign


def overview(recordings, parts):
    """One row per part: recordings, share, hours, speakers, phones."""
    groups = recordings.groupby(parts)
    return pd.DataFrame(
        {
            "recordings": groups.size(),
            "share": groups.size() / len(recordings),
            "hours": groups["seconds"].sum() / 3600,
            "speakers": groups["speaker"].nunique(),
            "phones": groups["phone"].nunique(),
        }
    )


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    recordings = load(arguments.parse_args().file)
    parts = assign(recordings)
    print(overview(recordings, parts).round(2).to_string())
    for column in ("speaker", "phone"):
        print(f"{column}s in more than one part: {seen_in_several(recordings, parts, column)}")
    print(f"made on a web site, no phone: {recordings['phone'].isna().sum()}")


if __name__ == "__main__":
    main()

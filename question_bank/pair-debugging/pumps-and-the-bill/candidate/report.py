"""Our days beside the bill and the heating curve.

    python report.py data --zone Europe/Vienna
"""

import argparse

import curve
from estate import Estate


def compared(estate):
    """Complete days: ours, billed, differ, and what the curve through them expects."""
    days = estate.days()
    table = days.rename(columns={"kwh": "ours"})
    table["billed"] = estate.billed().reindex(days.index)
    table["differ"] = table["ours"] - table["billed"]
    table["expected"] = curve.expected(curve.fit(days), days["outdoor"])
    return table


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--zone", required=True)
    chosen = arguments.parse_args()

    estate = Estate(chosen.folder, chosen.zone)
    table = compared(estate)
    print(table.round({"outdoor": 1, "ours": 1, "differ": 1, "expected": 0}).to_string())
    rest = sorted(set(estate.billed().index) - set(table.index))
    print(f"\nleft out for want of lines: {', '.join(rest) or 'none'}")


if __name__ == "__main__":
    main()

"""Loaves of the last days: python weekly.py FILE DAYS"""

import sys
from pathlib import Path


def window(loaves, days):
    """The days that count."""
    return loaves[-days:]


def total(loaves, days):
    """Loaves sold in the last `days` days."""
    return sum(window(loaves, days))


if __name__ == "__main__":
    sold = [int(line) for line in Path(sys.argv[1]).read_text().split()]
    sys.stdout.write(f"{total(sold, int(sys.argv[2]))}\n")

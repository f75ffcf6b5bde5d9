"""Stretches of equal values."""

import sys

if __name__ == "__main__":
    sys.stdout.write("longest() is yours to write.\n")

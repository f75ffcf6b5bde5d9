"""Who was shown which screen from when on, and what they did in the app."""

from pathlib import Path

import pandas as pd


def load(folder):
    """(assigned, sessions): user, arm and first day of the test; user, day and whether a ride was booked."""
    folder = Path(folder)
    assigned = pd.read_csv(folder / "assigned.csv", dtype={"user": "str"})
    sessions = pd.read_csv(folder / "sessions.csv", dtype={"user": "str"})
    return assigned, sessions

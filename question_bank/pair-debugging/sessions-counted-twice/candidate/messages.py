"""One night's delivery file -> finished charging sessions.

A charge point sends a message when a car is unplugged, and repeats it until the message is acknowledged. After its
meter has been read it may send the session again with another figure; each such message has a higher revision.
"""

import pandas as pd

COLUMNS = ["session", "revision", "site", "started", "ended", "energy_wh"]


def read(path):
    """All messages of one delivery, as sent."""
    messages = pd.read_csv(path, dtype={"session": "str", "site": "str"}, parse_dates=["started", "ended"])
    absent = set(COLUMNS) - set(messages.columns)
    if absent:
        raise ValueError(f"{path}: no column {', '.join(sorted(absent))}")
    return messages[COLUMNS]


def finished(messages):
    """Leave out cars that were still plugged in when the file was made."""
    return messages[messages["ended"].notna()]


def latest(messages):
    """One row per session: its highest revision."""
    return messages.sort_values("revision").drop_duplicates("session", keep="last")


def load(path):
    """The finished sessions of one delivery, once each."""
    return latest(finished(read(path)))

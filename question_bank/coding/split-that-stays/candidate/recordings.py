"""Recordings of spoken commands, as the collection site exports them once a month."""

import pandas as pd


def load(path):
    """One row per recording, indexed by its id: speaker, phone, seconds, day."""
    table = pd.read_csv(path, dtype={"recording": "str", "speaker": "str", "phone": "str"}, parse_dates=["day"])
    table = table.drop_duplicates("recording").set_index("recording")
    return table[table["seconds"].between(0.5, 30)]


def seen_in_several(recordings, parts, column):
    """How many values of `column` occur in more than one part."""
    together = pd.DataFrame({"value": recordings[column], "part": parts.reindex(recordings.index)})
    return int((together.dropna().groupby("value")["part"].nunique() > 1).sum())

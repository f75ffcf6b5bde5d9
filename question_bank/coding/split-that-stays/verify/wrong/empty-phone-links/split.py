# hiretool-canary-e110c4d3-2cbb-4233-9ced-5d76c3657d88
"""Which recordings a model is trained on, tuned on and tested on."""

import hashlib

import pandas as pd

SHARES = {"train": 0.70, "validation": 0.15, "test": 0.15}
ASIDE = "aside"


def assign(recordings, shares=SHARES, previous=None):
    """Part of each recording; linked recordings share a part, and earlier ones keep theirs."""
    previous = {} if previous is None else previous.to_dict()
    parts = {}
    for members in _groups(recordings):
        earlier = {previous[recording] for recording in members if recording in previous} - {ASIDE}
        if len(earlier) > 1:
            part = ASIDE
        elif earlier:
            part = earlier.pop()
        else:
            part = _placed(min(members), shares)
        for recording in members:
            parts[recording] = previous.get(recording, part)
    return pd.Series([parts[recording] for recording in recordings.index], index=recordings.index, name="part")


def _groups(recordings):
    """Lists of recordings that are linked by speaker or phone, directly or through others."""
    parent = {}

    def root(node):
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for recording, speaker, phone in zip(recordings.index, recordings["speaker"], recordings["phone"]):
        parent[root(("recording", recording))] = root(("speaker", speaker))
        parent[root(("phone", str(phone)))] = root(("speaker", speaker))
    members = {}
    for recording in recordings.index:
        members.setdefault(root(("recording", recording)), []).append(recording)
    return members.values()


def _placed(key, shares):
    """A part by a number from 0 to 1 that depends on the key alone."""
    number = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") / 2**64
    for part, share in shares.items():
        number -= share
        if number < 0:
            return part
    return part

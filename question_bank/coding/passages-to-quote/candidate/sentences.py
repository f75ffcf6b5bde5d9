"""Where sentences begin."""

import re

_BETWEEN = re.compile(r"(?<=[.!?])\s+(?=\S)|\n\s*\n\s*(?=\S)")


def starts(text):
    """Places at which a sentence begins, in their order, the first one 0; white space belongs to the sentence before it."""
    return sorted({0, *(found.end() for found in _BETWEEN.finditer(text))}) if text else []

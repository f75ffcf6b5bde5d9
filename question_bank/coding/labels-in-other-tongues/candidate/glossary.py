"""The museum's own words, and how they are said in other languages."""

import re


def occurring(text, terms):
    """Those of `terms`, a dict of word -> translation, whose word stands in `text`, in capitals or not."""
    return {word: said for word, said in terms.items() if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)}

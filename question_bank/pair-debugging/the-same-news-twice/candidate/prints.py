"""A short print of an article, by which copies are known."""

import hashlib
import json
import unicodedata

FIELDS = ("title", "text")


def plain(text):
    """Letters and digits in small, with one space between words, whatever the spaces, quotes and dashes were."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())


def fingerprint(article):
    """The print of an article, of its title and text."""
    parts = {name: plain(value) for name, value in article.items() if name in FIELDS}
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:20]

"""What the model makes of a single character."""

import unicodedata

HIDDEN = {"\u00ad", "\u200b", "\u200d", "\ufeff"}
"""Characters that a screen does not show: a hyphen that may be, and blanks without a width."""


def fold(character):
    """The plain form of one character: small letters without accents. It may be empty or longer than one."""
    if character in HIDDEN:
        return ""
    apart = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in apart if not unicodedata.combining(part) and part not in HIDDEN)

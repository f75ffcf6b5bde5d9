"""Author names -> the key of `hiretool.sourcing.names.key`, in functions that DuckDB (RE2) and Spark (Java) share.

Portable here means: no look-behind, no reference to a group in a replacement (`\\1` is `$1` in Java, and is not
translated), no array index. It differs from the Python where a name holds letters beyond those of `_RANGES` that
Unicode takes apart: mathematical alphabets, half-width kana and the like.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache

from hiretool.sourcing.scale.columns import Column, ibis
from hiretool.sourcing.words import fold

# Latin and its supplements, Greek, Cyrillic, ligatures, full-width Latin: where folding changes letters of names.
_RANGES = ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000), (0xFB00, 0xFB07), (0xFF21, 0xFF5B))
_SUFFIXES = "jr|sr|ii|iii|iv"


def tokens(name: Column) -> Column:
    """Folded tokens with one space between them; of a collaboration and of a name without letters, all there is.

    To be written down before keys are made of it: engines compute a column again for each use.
    """
    # Accents that stand alone fold to a space and a mark.
    parted = _folded(name).re_replace(r"[\s\p{Z}.¨¯´¸˘-˝]+", " ").re_replace(r"[^\p{L}\p{N} ]+", "")
    whole = _folded(name).re_replace(r"[\s\p{Z}]+", " ").strip()
    # Most names are letters and single spaces, and need none of this.
    return ibis.cases(
        (name.re_search(r"^[A-Za-z]+(?: [A-Za-z]+)*$"), name.lower()),
        (is_group(name), whole),
        (~name.re_search(r"[\p{L}\p{N}]"), whole),
        else_=parted.re_replace("  +", " ").strip(),
    )


def ordered(name: Column) -> Column:
    """The name with its surname last, where a comma says that it comes first."""
    bare = name.re_replace(rf"(?i)\s*,\s*(?:{_SUFFIXES})[.]?\s*$", "")
    swapped = bare.re_extract("[^,]*$", 0) + " " + bare.re_extract("^[^,]*", 0)
    turned = bare.re_search("^[^,]+,[^,]+$").ifelse(swapped, bare.replace(",", " "))
    return name.contains(",").ifelse(turned, name)


def key(tokens: Column, is_group: Column) -> Column:
    """First and last of the tokens, without a Jr. or III at the end of more than two; a collaboration stays whole."""
    ends = given(tokens) + " " + tokens.re_replace(rf" (?:{_SUFFIXES})$", "").re_extract("[^ ]+$", 0)
    return (is_group | tokens.re_search("^[^ ]* ?[^ ]*$")).ifelse(tokens, ends)


def given(key: Column) -> Column:
    """First token of a key; of a key of one token, that token."""
    return key.re_extract("^[^ ]+", 0)


def family(key: Column) -> Column:
    """Last token of a key: what alphabetical bylines are sorted by."""
    return key.re_extract("[^ ]+$", 0)


def is_group(name: Column) -> Column:
    """Whether a collaboration, consortium or team signs."""
    word = r"(?:collaborations?|consortium|team)"
    # \b knows the letters of ASCII only in RE2, and all of them in Java. The first look spares nearly all names the
    # second, which is slow.
    whole = name.re_search(rf"(?i)(?:^|[^\p{{L}}\p{{N}}_]){word}(?:$|[^\p{{L}}\p{{N}}_])")
    return name.re_search("(?i)collab|consort|team").ifelse(whole, False)


def _folded(name: Column) -> Column:
    """Lower case without accents; combining marks that stand apart go when signs do."""
    letters, plain, longer = _letters()
    folded = name
    for replacement, pattern in longer.items():
        folded = folded.re_replace(pattern, replacement)
    folded = folded.translate(letters, plain).lower()
    return name.re_search(r"[^\x00-\x7f]").ifelse(folded, name.lower())


@cache
def _letters() -> tuple[str, str, dict[str, str]]:
    """Letters that fold to one letter, those letters, and for each longer folding a class of what becomes it."""
    single: dict[str, str] = {}
    longer: defaultdict[str, str] = defaultdict(str)
    for letter in (chr(code) for start, stop in _RANGES for code in range(start, stop)):
        plain = "".join(filter(str.isalnum, fold(letter)))
        if not unicodedata.category(letter).startswith("L") or plain in (letter, ""):
            continue
        if len(plain) == 1:
            single[letter] = plain
        elif plain.isascii():
            longer[plain] += letter
    return "".join(single), "".join(single.values()), {plain: f"[{found}]" for plain, found in longer.items()}

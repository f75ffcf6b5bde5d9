"""Does a note say what was seen, or only what somebody thought of it?"""

from __future__ import annotations

import re

FEWEST = 4
"""Words that can hold an observation: "found the leak herself" does."""

# Words that say what somebody thought and not what was seen, and small words that stand between them. A note of nothing
# else is a verdict. English only: in another language no note is called a verdict.
_JUDGEMENT = """
a able above all also an and as at average awesome bad bar below best better brilliant but candidate clear clearly
comfortable competent confident culture decent definitely did didn't do does done engineer excellent exceptional
expected extremely fair fairly fantastic fine fit for good great guy had happy has have he her here him hire his i
impressed impressive in interview is isn't it job just knowledge level like liked lot loved me mediocre meets most
much nice no none not of ok okay on one overall performance person poor positive potential pretty quite rather
really recommend rockstar satisfactory seemed seems senior she skill skilled skills smart so solid some stellar
strong strongest superb talented team that the their them they they're think this to too top unconvincing
unimpressed unimpressive very was wasn't weak well with work would yes
"""
_VERDICT = frozenset(_JUDGEMENT.split())
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Scripts written without spaces between words: about two signs to a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def words(note: str) -> int:
    """How many words a note has; in scripts without spaces, half as many as it has signs.

    >>> words("Found the leak herself."), words("他提出了两个假设"), words("...")
    (4, 4, 0)
    """
    signs = len(_UNSPACED.findall(note))
    return len(_WORD.findall(_UNSPACED.sub(" ", note))) + (signs + 1) // 2


def is_evidence(note: str) -> bool:
    """Whether a note may hold an observation: four words or more, not all of them words of judgement.

    >>> is_evidence("Very strong candidate, great skills"), is_evidence("Named both causes unasked")
    (False, True)
    """
    if words(note) < FEWEST:
        return False
    return (
        bool(_UNSPACED.search(note))
        or not {word.casefold().replace("’", "'") for word in _WORD.findall(note)} <= _VERDICT
    )

"""Which questions of an exam stand in the training texts."""

import re
import unicodedata

SIZE = 8
"""Words in a run."""
ENOUGH = 0.7
"""A question was seen if one text holds at least this share of its runs."""


def words(text):
    """Words of a text in small letters, without accents and punctuation: 'It's a two-week Café' -> its a twoweek cafe."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^\w\s]", "", plain).split()


def runs(text, size=SIZE):
    """Every `size` words in a row."""
    said = words(text)
    return {tuple(said[at : at + size]) for at in range(len(said) - size + 1)}


def shares(questions, documents):
    """{id: the largest share of the question's runs that stand in one text}."""
    wanted = {key: runs(question) for key, question in questions.items()}
    found = dict.fromkeys(wanted, 0.0)
    for _, lines in documents:
        held = set()
        for line in lines:
            held |= runs(line)
        for key, own in wanted.items():
            found[key] = max(found[key], len(own & held) / max(len(own), 1))
    return found


def seen(questions, documents):
    """Ids of the questions that the assistant may have met in training."""
    return {key for key, share in shares(questions, documents).items() if share >= ENOUGH}

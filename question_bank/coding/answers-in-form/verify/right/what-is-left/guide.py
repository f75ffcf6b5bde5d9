# hiretool-canary-79e78419-c2e1-4b5e-9153-5899c0548d3a
"""Which tokens may come next."""

import vocabulary as tokens
from forms import Free, Number, OneOf, Text


def allowed(form, vocabulary, written):
    """Ids of the tokens that may follow those that are written, so that the answer can still be made whole."""
    left = _left([tuple(form)], tokens.text(vocabulary, written))
    found = {token for token, text in enumerate(vocabulary) if text != "" and _left(left, text)}
    return found | ({tokens.END} if any(map(_may_end, left)) else set())


def _left(forms, text):
    """What is still to be written once `text` is: several forms, if it can be read in several ways."""
    for letter in text:
        forms = list(dict.fromkeys(rest for form in forms for rest in _step(form, letter)))
    return forms


def _step(form, letter):
    if not form:
        return
    part, *others = form
    for rest in _rests(part, letter):
        yield (*rest, *others)
    if _may_end((part,)):
        yield from _step(tuple(others), letter)


def _rests(part, letter):
    """Parts in place of this one after a letter of it; none, if it does not begin so."""
    if isinstance(part, Text):
        if part.text[:1] == letter:
            yield (Text(part.text[1:]),)
    elif isinstance(part, OneOf):
        options = tuple(option[1:] for option in part.options if option[:1] == letter)
        if options:
            yield (OneOf(options),)
    elif isinstance(part, Free):
        if part.most and letter in part.letters:
            yield (Free(part.most - 1, part.letters),)
    elif isinstance(part, Number):
        if letter == "0":
            if part.low == 0:
                yield ()
        elif letter in "123456789":
            # For each number of digits, what the other digits may be.
            for digits in range(len(str(part.high))):
                first = int(letter) * 10**digits
                low, high = max(part.low - first, 0), min(part.high - first, 10**digits - 1)
                if low <= high:
                    yield (_Digits(digits, low, high),)
    elif part.digits and letter in "0123456789":
        first = int(letter) * 10 ** (part.digits - 1)
        low, high = max(part.low - first, 0), min(part.high - first, 10 ** (part.digits - 1) - 1)
        if low <= high:
            yield (_Digits(part.digits - 1, low, high),)


class _Digits(tuple):
    """So many digits, from low to high, with zeros in front."""

    def __new__(cls, digits, low, high):
        made = super().__new__(cls, (digits, low, high))
        made.digits, made.low, made.high = digits, low, high
        return made


def _may_end(form):
    """Whether nothing more has to be written."""
    return all(
        isinstance(part, Free)
        or (isinstance(part, Text) and part.text == "")
        or (isinstance(part, OneOf) and "" in part.options)
        or (isinstance(part, _Digits) and part.digits == 0)
        for part in form
    )

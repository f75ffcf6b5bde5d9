# hiretool-canary-79e78419-c2e1-4b5e-9153-5899c0548d3a
"""Which tokens may come next."""

from forms import Free, Number, OneOf, Text
from vocabulary import END, text


def allowed(form, vocabulary, written):
    """Ids of the tokens that may follow those that are written, so that the answer can still be made whole."""
    places = _after({(0, "")}, text(vocabulary, written), form)
    found = {token for token, piece in enumerate(vocabulary) if piece and _after(places, piece, form)}
    if any(place == len(form) for place, _ in _opened(places, form)):
        found.add(END)
    return found


def _after(places, letters, form):
    """All places where one can be once the letters are written. A place: number of a part, and what it has so far."""
    for letter in letters:
        places = {
            (place, begun + letter)
            for place, begun in _opened(places, form)
            if place < len(form) and _may_begin(form[place], begun + letter)
        }
    return places


def _opened(places, form):
    """With the places at the beginning of the next part, wherever a part may be over."""
    found, new = set(places), set(places)
    while new:
        new = {(place + 1, "") for place, begun in new if place < len(form) and _whole(form[place], begun)} - found
        found |= new
    return found


def _whole(part, begun):
    match part:
        case Text(all_):
            return begun == all_
        case OneOf(options):
            return begun in options
        case Number(low, high):
            return begun != "" and low <= int(begun) <= high
        case Free():
            return True


def _may_begin(part, begun):
    """Whether something whole begins like this."""
    match part:
        case Text(all_):
            return all_.startswith(begun)
        case OneOf(options):
            return any(option.startswith(begun) for option in options)
        case Number(low, high):
            if not (begun.isascii() and begun.isdigit()):
                return False
            # Each further digit makes a range of numbers ten times as long.
            more = range(len(str(high)) - len(begun) + 1)
            return any(int(begun) * 10**digits <= high and (int(begun) + 1) * 10**digits > low for digits in more)
        case Free(most, letters):
            return len(begun) <= most and begun[-1] in letters

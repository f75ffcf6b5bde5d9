"""Rows -> the table of scores, over a network that does not always answer."""

import hashlib
import json

from store import Unreachable


class Undelivered(Exception):
    """The table did not answer, however often it was asked. The scheduler starts the job again later."""


def sealed(rows, clock):
    """What goes out: the rows and the time of sending, under an id made from all of it.

    The table writes an id once, so the same letter cannot be written twice.
    """
    letter = {"sent": clock(), "rows": rows}
    text = json.dumps(letter, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest(), letter


def deliver(store, rows, clock, tries=4):
    """Send the rows until the table has answered. Raises: Undelivered, after so many tries."""
    for _ in range(tries):
        request, letter = sealed(rows, clock)
        try:
            store.append(request, letter["rows"])
            return
        except Unreachable:
            continue
    raise Undelivered

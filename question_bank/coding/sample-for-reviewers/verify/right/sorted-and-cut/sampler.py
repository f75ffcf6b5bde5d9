# hiretool-canary-6bcdd26e-5e21-4187-bb15-1b3bdcc4cb8d
"""Which conversations the reviewers read."""

import random

from conversations import Conversation


class Sampler:
    """Draws `size` conversations of each language."""

    def __init__(self, size, key, rows=()):
        """key: names the draw, such as "2026-W14"."""
        self.size, self.key = size, key
        self.rows = [list(row) for row in rows]

    def see(self, conversations):
        waiting = []
        for conversation in conversations:
            place = random.Random(f"{self.key}/{conversation.id}").random()
            waiting.append([place, conversation.id, conversation.language, conversation.rating, conversation.text])
            if len(waiting) == 500:
                self._add(waiting)
                waiting = []
        self._add(waiting)

    def _add(self, waiting):
        """Keep the first ones of each language."""
        by_language = {}
        for row in sorted(self.rows + waiting, key=lambda row: row[:2]):
            rows = by_language.setdefault(row[2], [])
            if len(rows) < self.size and (not rows or rows[-1][1] != row[1]):
                rows.append(row)
        self.rows = [row for rows in by_language.values() for row in rows]

    def chosen(self):
        result = {}
        for _, *fields in sorted(self.rows, key=lambda row: (row[2], row[1])):
            result.setdefault(fields[1], []).append(Conversation(*fields))
        return result

    def state(self):
        return [self.size, self.key, self.rows]


def join(states):
    size, key, _ = states[0]
    sampler = Sampler(size, key)
    for _, _, rows in states:
        sampler._add(rows)
    return sampler

# hiretool-canary-6bcdd26e-5e21-4187-bb15-1b3bdcc4cb8d
"""Which conversations the reviewers read."""

import heapq
from dataclasses import asdict

from conversations import Conversation


class Sampler:
    """Draws `size` conversations of each language: those with the smallest numbers, each drawn from key and id alone."""

    def __init__(self, size, key):
        """key: names the draw, such as "2026-W14"."""
        self.size = size
        self.key = key
        self.kept = {}
        """Language -> id -> conversation."""
        self.heaps = {}
        """Language -> (minus number, id) of those that are kept, the largest number first."""

    def see(self, conversations):
        for conversation in conversations:
            kept = self.kept.setdefault(conversation.language, {})
            heap = self.heaps.setdefault(conversation.language, [])
            if conversation.id in kept:
                continue
            kept[conversation.id] = conversation
            heapq.heappush(heap, (-self._number(conversation.id), conversation.id))
            if len(heap) > self.size:
                del kept[heapq.heappop(heap)[1]]

    def chosen(self):
        """Language -> its conversations, by id."""
        return {language: [kept[id] for id in sorted(kept)] for language, kept in sorted(self.kept.items())}

    def state(self):
        """For JSON: all that another machine needs."""
        return {
            "size": self.size,
            "key": self.key,
            "kept": [asdict(conversation) for kept in self.kept.values() for conversation in kept.values()],
        }

    def _number(self, id):
        return hash((self.key, id))


def join(states):
    """A sampler that has seen what those have seen."""
    sampler = Sampler(states[0]["size"], states[0]["key"])
    for state in states:
        sampler.see(Conversation(**row) for row in state["kept"])
    return sampler

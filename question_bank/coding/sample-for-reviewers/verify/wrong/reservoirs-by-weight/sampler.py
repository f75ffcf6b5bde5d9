# hiretool-canary-6bcdd26e-5e21-4187-bb15-1b3bdcc4cb8d
"""Which conversations the reviewers read."""

import random
from dataclasses import asdict

from conversations import Conversation


class Sampler:
    """Draws `size` conversations of each language: a reservoir that each newcomer may enter."""

    def __init__(self, size, key):
        """key: names the draw, such as "2026-W14"."""
        self.size = size
        self.key = key
        self.draw = random.Random(key)
        self.kept, self.counts = {}, {}

    def see(self, conversations):
        for conversation in conversations:
            kept = self.kept.setdefault(conversation.language, [])
            if conversation in kept:
                continue
            count = self.counts[conversation.language] = self.counts.get(conversation.language, 0) + 1
            if len(kept) < self.size:
                kept.append(conversation)
            elif (place := self.draw.randrange(count)) < self.size:
                kept[place] = conversation

    def chosen(self):
        """Language -> its conversations, by id."""
        return {
            language: sorted(kept, key=lambda conversation: conversation.id) for language, kept in sorted(self.kept.items())
        }

    def state(self):
        return {
            "size": self.size,
            "key": self.key,
            "counts": self.counts,
            "kept": [asdict(conversation) for kept in self.kept.values() for conversation in kept],
        }


def join(states):
    """A sampler of what those hold; a state that has seen more gives more."""
    sampler = Sampler(states[0]["size"], states[0]["key"])
    rows = {}
    for state in states:
        for row in state["kept"]:
            rows.setdefault(row["language"], []).append((state["counts"][row["language"]], Conversation(**row)))
    for language, weighted in sorted(rows.items()):
        for count in {count for count, _ in weighted}:
            sampler.counts[language] = sampler.counts.get(language, 0) + count
        weighted.sort(key=lambda pair: sampler.draw.random() ** (1 / pair[0]), reverse=True)
        sampler.kept[language] = list(dict.fromkeys(one for _, one in weighted))[: sampler.size]
    return sampler

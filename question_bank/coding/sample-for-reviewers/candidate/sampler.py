"""Which conversations the reviewers read."""

import random


class Sampler:
    """Draws `size` conversations of each language."""

    def __init__(self, size, key):
        """key: names the draw, such as "2026-W14"."""
        self.size = size
        self.key = key
        self.seen = []

    def see(self, conversations):
        self.seen.extend(conversations)

    def chosen(self):
        """Language -> its conversations, by id."""
        groups = {}
        for conversation in self.seen:
            groups.setdefault(conversation.language, []).append(conversation)
        draw = random.Random(self.key)
        return {
            language: sorted(draw.sample(group, min(self.size, len(group))), key=lambda conversation: conversation.id)
            for language, group in sorted(groups.items())
        }

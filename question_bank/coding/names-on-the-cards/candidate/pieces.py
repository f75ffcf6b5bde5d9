"""What the reader of the cards thinks may come next."""

import json
from pathlib import Path

END = "#"


class Model:
    """`costs` holds for the end of a text what each piece costs after it; the longest end that is there counts."""

    def __init__(self, costs):
        self.costs = costs
        self.asked = []
        """All that was asked, call by call."""

    def after(self, texts):
        """For each text a dictionary from pieces to costs: whole numbers, the likelier the lower. A call is slow."""
        self.asked.append(list(texts))
        return [dict(self._costs(text)) for text in texts]

    def _costs(self, text):
        ends = (text[start:] for start in range(len(text) + 1))
        return next((self.costs[end] for end in ends if end in self.costs), {})


def read(path):
    """A model as it is kept in a file."""
    return Model(json.loads(Path(path).read_text(encoding="utf-8")))

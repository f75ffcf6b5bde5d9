"""The store: litres by day and garden, from which models and bills read."""

import json
from pathlib import Path


class Store:
    def __init__(self):
        self.rows = {}  # (day, garden) -> litres

    def put(self, day, litres):
        """Keep {garden: litres} of a day."""
        self.rows = {key: value for key, value in self.rows.items() if key[0] != day}
        self.rows |= {(day, garden): value for garden, value in litres.items()}

    def litres(self, day, garden):
        return self.rows.get((day, garden), 0)

    def total(self, garden=None):
        """Of one garden, or of all."""
        return sum(value for key, value in self.rows.items() if garden in (None, key[1]))

    def save(self, path):
        rows = [[day.isoformat(), garden, litres] for (day, garden), litres in sorted(self.rows.items())]
        Path(path).write_text(json.dumps(rows))

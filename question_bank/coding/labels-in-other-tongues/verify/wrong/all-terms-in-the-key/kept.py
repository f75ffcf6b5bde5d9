# hiretool-canary-b2189929-8f1a-4162-bf79-7a05026c25f5
"""Where translations are kept between two runs."""

import json
from pathlib import Path


class Kept:
    def __init__(self, folder):
        """One line for each translation, in a file that only grows."""
        self.path = Path(folder) / "kept.jsonl"
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.known = {}
        data = self.path.read_bytes() if self.path.exists() else b""
        for line in data.split(b"\n"):
            try:
                key, said = json.loads(line)
            except ValueError:
                continue
            self.known[key] = said

    def get(self, key):
        return self.known.get(key)

    def put(self, key, said):
        self.known[key] = said
        # The end of the last line may be missing; an empty line does no harm.
        with open(self.path, "ab") as file:
            file.write(b"\n" + json.dumps([key, said], ensure_ascii=False).encode() + b"\n")

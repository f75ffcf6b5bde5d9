# hiretool-canary-b2189929-8f1a-4162-bf79-7a05026c25f5
"""Where translations are kept between two runs."""

import hashlib
import json
import os
from pathlib import Path


class Kept:
    def __init__(self, folder):
        """A file for each request, named by a digest of all that was asked."""
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def read(self, request):
        """The text; None if there is none or its file was cut short."""
        try:
            return json.loads(self._path(request).read_bytes())
        except (FileNotFoundError, ValueError):
            return None

    def write(self, request, said):
        path = self._path(request)
        unfinished = path.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(json.dumps(said).encode())
        os.replace(unfinished, path)

    def _path(self, request):
        asked = json.dumps({**request, "text": request["text"].strip().lower()}, sort_keys=True)
        return self.folder / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"

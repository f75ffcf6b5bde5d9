# hiretool-canary-4eea05ff-cc59-4e68-bfbb-217265eed2d3
"""Where features are kept between two builds."""

import hashlib
import os
import pickle
import tempfile
from pathlib import Path


class Store:
    def __init__(self, folder):
        """The folder is made if it is not there. One file a key: a digest of what follows, then a pickled array."""
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def get(self, key):
        """The array; None if there is none, or if its file was torn."""
        try:
            data = (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None
        digest, content = data[:32], data[32:]
        return pickle.loads(content) if hashlib.sha256(content).digest() == digest else None

    def put(self, key, values):
        content = pickle.dumps(values)
        # Written under another name first, so that nobody meets half a file under the key.
        handle, name = tempfile.mkstemp(dir=self.folder, prefix="new-")
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        os.replace(name, self.folder / key)

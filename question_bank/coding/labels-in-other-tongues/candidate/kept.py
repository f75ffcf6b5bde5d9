"""Where translations are kept between two runs."""

from pathlib import Path


class Kept:
    def __init__(self, folder):
        """The folder is made if it is not there. Nothing is kept in it yet."""
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

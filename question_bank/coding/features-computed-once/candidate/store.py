"""Where features are kept between two builds."""

from pathlib import Path


class Store:
    def __init__(self, folder):
        """The folder is made if it is not there. Nothing is kept in it yet."""
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

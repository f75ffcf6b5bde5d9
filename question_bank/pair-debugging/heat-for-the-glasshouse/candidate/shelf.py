"""A folder in which the networks of a training are kept, the best few of them."""

from pathlib import Path

import numpy as np


class Shelf:
    def __init__(self, folder: Path, most: int = 5):
        """most: how many networks are kept; each takes room on the controller's card."""
        self.folder, self.most = Path(folder), most
        self.folder.mkdir(parents=True, exist_ok=True)

    def kept(self) -> list[Path]:
        """The files on the shelf. Names begin with the error, so the best comes first and the latest of equals last."""
        return sorted(self.folder.glob("*.npz"))

    def clear(self) -> None:
        for path in self.kept():
            path.unlink()

    def put(self, network, epoch: int, error: float) -> None:
        """Keep a network as it is now, and take away the worst if there are too many."""
        np.savez(self.folder / f"{error:.2f}-epoch{epoch:03d}.npz", **network.numbers)
        for path in self.kept()[self.most :]:
            path.unlink()

    def best(self) -> dict[str, np.ndarray]:
        """The numbers of the network with the smallest error."""
        with np.load(self.kept()[0]) as file:
            return dict(file)

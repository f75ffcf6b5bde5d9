"""Units sold and promotions planned, one row a shop, one column a day."""

from pathlib import Path

import numpy as np


def load(folder):
    """(units, promo): units sold, and the price cut in percent that was planned (0 on a day without)."""
    folder = Path(folder)
    units, promo = (np.loadtxt(folder / f"{name}.csv", delimiter=",") for name in ("units", "promo"))
    if units.shape != promo.shape:
        raise ValueError(f"units {units.shape} and promo {promo.shape} do not fit together")
    return units, promo

"""Flat -> expected rent: a linear model of the logarithm of the rent for a square metre."""

import numpy as np
import pandas as pd

from streets import StreetLevel


def log_rent(flats):
    return np.log(flats["rent"] / flats["area_m2"])


class RentModel:
    """street: whether the model may look at the street."""

    def __init__(self, street=True):
        self.street = street

    def fit(self, past):
        rows = self.training_table(past)
        target = log_rent(past).loc[rows.index]
        self.weights = pd.Series(np.linalg.lstsq(rows.to_numpy(), target.to_numpy(), rcond=None)[0], index=rows.columns)
        return self

    def predict(self, flats):
        """Expected rent of each flat, a month. The rent in the table, if there is one, is not looked at."""
        return np.exp(self.table(flats) @ self.weights) * flats["area_m2"]

    def training_table(self, past):
        """The rows to which the weights are fitted. Levels of streets come from past lettings and from no others."""
        if self.street:
            self.levels = StreetLevel().fit(past["street"], log_rent(past))
        return self.table(past)

    def table(self, flats):
        """One row for each flat, as the weights want it."""
        rows = pd.DataFrame(
            {
                "always": 1.0,
                "log_area": np.log(flats["area_m2"] / 60),
                "floor": flats["floor"].clip(upper=5),
                "no_lift": (1 - flats["lift"]) * flats["floor"].clip(upper=5),
                "balcony": flats["balcony"],
                "age": (2026 - flats["built"]).clip(upper=90) / 10,
            },
            index=flats.index,
        )
        if self.street:
            rows["street_level"] = self.levels.transform(flats["street"])
        return rows

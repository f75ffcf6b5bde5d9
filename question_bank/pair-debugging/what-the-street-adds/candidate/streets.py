"""How dear a street is, learnt from lettings."""


class StreetLevel:
    """Mean of the values of each street, drawn towards the mean of all where the street has few.

    prior: a street counts as if it had so many more lettings, each at the mean of all.
    """

    def __init__(self, prior=1.0):
        self.prior = prior

    def fit(self, streets, values):
        self.overall = values.mean()
        counted = values.groupby(streets.to_numpy()).agg(["sum", "count"])
        self.levels = (counted["sum"] + self.prior * self.overall) / (counted["count"] + self.prior)
        return self

    def transform(self, streets):
        """The level of each street; that of all for a street which was never seen."""
        return streets.map(self.levels).fillna(self.overall).rename("street_level")

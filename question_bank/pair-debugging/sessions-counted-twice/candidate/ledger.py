"""What has been booked so far, kept in one CSV file from night to night."""

import pandas as pd

KEPT = {"delivery": "str", "site": "str", "day": "str", "energy_wh": "int64"}


class Ledger:
    """Energy by delivery, site and day.

    A delivery that is posted again replaces what it booked before, so a night may be repeated.
    """

    def __init__(self, lines=None):
        self.lines = pd.DataFrame(columns=list(KEPT)).astype(KEPT) if lines is None else lines

    @classmethod
    def load(cls, path):
        return cls(pd.read_csv(path, dtype=KEPT))

    def save(self, path):
        self.lines.to_csv(path, index=False)

    def post(self, delivery, sessions):
        """Book one delivery. A session belongs to the day on which it started, however late it arrives."""
        booked = sessions.assign(delivery=delivery, day=sessions["started"].dt.strftime("%Y-%m-%d"))
        booked = booked.groupby(["delivery", "site", "day"], as_index=False)["energy_wh"].sum()
        others = self.lines[self.lines["delivery"] != delivery]
        self.lines = pd.concat([others, booked[list(KEPT)]], ignore_index=True)

    def totals(self):
        """Energy in Wh, one row per site and day."""
        return self.lines.groupby(["site", "day"], as_index=False)["energy_wh"].sum()

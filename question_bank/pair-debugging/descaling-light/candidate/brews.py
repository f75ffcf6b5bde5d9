"""What the coffee machines sent, and what the technicians found inside them."""

from pathlib import Path

import pandas as pd

MEASURED = ["heating_s", "flow_ml_s", "pump_a", "pressure_bar", "outlet_c"]


def load(folder, limit_g=15.0):
    """One row for each brew: day, head, machine, the five readings, and whether the boiler was scaled.

    Technicians opened each machine once, after the last day, and weighed the lime. A machine has one boiler and one or
    two brewing heads. Brews that were stopped by hand are left out.
    """
    folder = Path(folder)
    brews = pd.read_csv(folder / "brews.csv", dtype={"head": "str"})
    brews = brews[brews["finished"] == 1].drop(columns="finished")
    heads = pd.read_csv(folder / "heads.csv", dtype="str")
    opened = pd.read_csv(folder / "opened.csv", dtype={"machine": "str"})
    opened["scaled"] = (opened["lime_g"] > limit_g).astype(int)
    rows = brews.merge(heads, on="head", validate="many_to_one")
    rows = rows.merge(opened[["machine", "scaled"]], on="machine", validate="many_to_one")
    return rows[["day", "head", "machine", *MEASURED, "scaled"]].reset_index(drop=True)

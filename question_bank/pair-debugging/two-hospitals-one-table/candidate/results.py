"""Blood results of two hospitals that have become one."""

from pathlib import Path

import pandas as pd


def patients(folder):
    """One row for each patient: patient, hospital, worse (1 if moved to intensive care within two days)."""
    return pd.read_csv(Path(folder) / "patients.csv")


def read(folder):
    """One row for each result: patient, hospital, taken, system, analyte, value, unit, flag.

    unit is blank if the message had none; flag is H or L if the laboratory that measured called the value high or low.
    """
    rows = pd.read_csv(Path(folder) / "results.csv", dtype={"unit": "str", "flag": "str"}, parse_dates=["taken"])
    return rows.merge(patients(folder)[["patient", "hospital"]], on="patient", validate="many_to_one")


def catalogue(folder):
    """What the laboratory systems measure, from the contracts: system, analyte, unit, since."""
    return pd.read_csv(Path(folder) / "catalogue.csv")

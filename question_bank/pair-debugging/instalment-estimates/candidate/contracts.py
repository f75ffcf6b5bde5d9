"""Supply contracts as the sales system writes them, one line a contract."""

import pandas as pd

WORDS = ["tariff", "heating", "region"]
NUMBERS = ["floor_m2", "persons"]


def read(path):
    """Contracts of one file. Branch offices type words by hand; a blank means that nobody asked."""
    contracts = pd.read_csv(path, dtype={"contract": "str"} | dict.fromkeys(WORDS, "str"))
    absent = {"contract", *WORDS, *NUMBERS} - set(contracts.columns)
    if absent:
        raise ValueError(f"{path}: no column {', '.join(sorted(absent))}")
    for column in WORDS:
        contracts[column] = contracts[column].str.strip().str.lower()
    return contracts


def prepared(contracts):
    """Contracts as numbers, same index.

    Words are numbered from 0 in alphabetical order, so that the order of the contracts has no say; a blank is -1.
    """
    table = contracts[NUMBERS].astype(float)
    for column in WORDS:
        table[column] = contracts[column].astype("category").cat.codes
    return table

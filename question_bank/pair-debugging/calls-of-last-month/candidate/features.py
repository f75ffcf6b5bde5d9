"""One row per customer: what is known of them when a day begins, at 00:00."""

import pandas as pd

DAYS = 30


def price(plans, day):
    """Monthly price in euros: of the plan in force when the day begins.

    A plan may be entered ahead of its first day, or after it. Of two entries for one first day the later one holds.
    """
    known = plans[(plans["valid_from"] <= day) & (plans["entered"] < day)]
    return known.sort_values(["valid_from", "entered"]).groupby("customer")["euros"].last()


def minutes(calls, day):
    """Minutes on the line to customer service in the last 30 days."""
    age = (day - calls["started"].dt.normalize()).dt.days
    recent = calls[age.between(1, DAYS)]
    return recent.groupby("customer")["minutes"].sum()


def owed(ledger, day):
    """Euros owed. An invoice is an entry; so is each payment and each credit note on it, with the sign turned."""
    booked = ledger[ledger["entered"] < day]
    return booked.groupby("customer")["cents"].sum() / 100


def table(records, day):
    """Features of everybody who was a customer when the day began."""
    day = pd.Timestamp(day)
    customers = records["customers"]
    features = pd.DataFrame(index=pd.Index(customers.loc[customers["joined"] < day, "customer"]))
    features["price"] = price(records["plans"], day)
    features["minutes"] = minutes(records["calls"], day)
    features["owed"] = owed(records["ledger"], day)
    return features.fillna(0.0).sort_index()

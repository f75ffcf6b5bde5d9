"""Revenue by customer and month, and what may be expected of the next one."""

import numpy as np


def by_month(priced):
    """Cents: customers in rows, months in columns."""
    rows = priced.assign(month=priced["day"].dt.strftime("%Y-%m"), revenue=priced["trays"] * priced["cents"])
    return rows.pivot_table(index="customer", columns="month", values="revenue", aggfunc="sum", fill_value=0)


def stops(priced):
    """Deliveries for each customer and month; the routes are planned by them."""
    rows = priced.assign(month=priced["day"].dt.strftime("%Y-%m"))
    return rows.pivot_table(index="customer", columns="month", values="trays", aggfunc="count", fill_value=0)


def _columns(months):
    """The last month and the mean of the last three, for each customer."""
    return np.column_stack([months[:, -1], months[:, -3:].mean(axis=1)])


def fit(table):
    """Weights of both, from every month that has three before it, for all customers at once."""
    months = table.to_numpy(float)
    places = range(3, months.shape[1])
    seen = np.concatenate([_columns(months[:, :place]) for place in places])
    return np.linalg.lstsq(seen, np.concatenate([months[:, place] for place in places]), rcond=None)[0]


def next_month(table):
    """Cents expected of each customer, {customer: cents}. Credit is granted up to twice as much."""
    expected = _columns(table.to_numpy(float)) @ fit(table)
    return dict(zip(table.index, expected.tolist(), strict=True))

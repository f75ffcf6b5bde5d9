"""One row a user of the test."""

DAYS = 14


def in_test(assigned, sessions):
    """Sessions of the 14 days that begin with the day on which the user was assigned."""
    known = sessions.merge(assigned, on="user")
    age = known["day"] - known["first"]
    return known[age.between(0, DAYS - 1)]


def per_user(assigned, sessions):
    """arm, opened (sessions) and booked (rides), by user."""
    grouped = in_test(assigned, sessions).groupby("user")["booked"]
    counts = grouped.agg(opened="count", booked="sum")
    return assigned.set_index("user")[["arm"]].join(counts, how="left").fillna({"opened": 0, "booked": 0})

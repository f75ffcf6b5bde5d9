"""What was agreed before the first reader came. Times are whole hours since then."""

DAY = 24
LOOKS = [10 * DAY, 17 * DAY, 24 * DAY, 31 * DAY, 38 * DAY]
LIMITS = [4.56, 3.23, 2.63, 2.28, 2.04]
WINDOW = 7 * DAY
"""How long a reader has to borrow something."""

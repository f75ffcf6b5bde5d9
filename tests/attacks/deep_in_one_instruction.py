"""Calls into a library that does not come back and looks at no signal."""

LIMITS = {"wall_s": 1}
ENDS = ("time",)

3 ** (10**9)

"""Objects of another process, used as if they were here: what a stranger's code returns arrives as plain values.

`near` runs where the checks are, `far` where the stranger's code is, `wire` at both ends.
"""

"""Objects of another process, used as if they were here: what a stranger's code returns arrives as plain values.

`near` and `visit` run where the checks are, `far` where the stranger's code is, the rest at both ends.
"""

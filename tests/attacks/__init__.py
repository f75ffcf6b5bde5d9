"""Attacks: each file is run inside, one at a time, by tests/test_jail_attacks.py.

An attack may say at its top, for the test to read:
LIMITS: what is allowed of each, as in `Limits`.   ENDS: the only ways in which it may end.
REAL = True: without a wall it does harm that the test sees and can undo; the test proves that too.
"""

"""Outcomes and groups -> selection rates, impact ratios and how sure they are.

What a group somebody belongs to is read here and nowhere else in scoring: no score can depend on it.
"""

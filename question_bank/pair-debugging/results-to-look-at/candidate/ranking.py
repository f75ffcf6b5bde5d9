"""Logistic regression, and how well a ranking finds what was withdrawn."""

import numpy as np


def fit(values: np.ndarray, outcome: np.ndarray, ridge: float = 1.0, steps: int = 25) -> np.ndarray:
    """Weights of the columns, the last one for a constant, by Newton's method."""
    design = np.column_stack([values, np.ones(len(values))])
    penalty = np.diag([ridge] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        gradient = design.T @ (chance - outcome) + penalty @ weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


def scores(weights: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Higher means: look at this result first."""
    return values @ weights[:-1] + weights[-1]


def found(score: np.ndarray, outcome: np.ndarray, share: float = 0.1) -> float:
    """Part of all withdrawn results that lies in the highest `share` of the ranking."""
    first = np.argsort(-score, kind="stable")[: max(1, round(share * len(score)))]
    return float(outcome[first].sum() / outcome.sum())

"""How likely a patient is to get worse: logistic regression on the last value of each analyte."""

import numpy as np

TYPICAL = {"creatinine": 85.0, "glucose": 6.5, "potassium": 4.2, "urea": 6.5}


def table(results):
    """Patients in rows; the logarithm of their last value, over the typical one. Not measured: taken as typical."""
    last = results.sort_values("taken", kind="stable").groupby(["patient", "analyte"])["si"].last().unstack()
    last = last.reindex(columns=list(TYPICAL))
    return np.log(last / list(TYPICAL.values())).fillna(0.0)


def fit(values, worse, ridge=1.0, steps=25):
    """Weights, the last one for a constant."""
    design = np.column_stack([values, np.ones(len(values))])
    penalty = np.diag([ridge] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - worse) + penalty @ weights
        weights = weights - np.linalg.solve((design * (chance * (1 - chance))[:, None]).T @ design + penalty, slope)
    return weights


def auc(score, worse):
    """The chance that a patient who got worse has a higher score than one who did not."""
    bad, good = score[worse == 1], score[worse == 0]
    return float((bad[:, None] > good).mean() + 0.5 * (bad[:, None] == good).mean())

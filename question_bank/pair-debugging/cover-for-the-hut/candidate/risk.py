"""How likely a booking is to be cancelled."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from bookings import TRAITS, balanced


@dataclass(frozen=True)
class Model:
    classifier: Pipeline
    curve: LogisticRegression
    checked: pd.DataFrame
    """Chances against outcomes, in the winter that the curve was fitted on."""

    def chance(self, rows):
        """Probability that a booking is cancelled, for each row."""
        return self.curve.predict_proba(scores(self.classifier, rows))[:, 1]


def traits(rows):
    return rows[TRAITS].to_numpy(float)


def scores(classifier, rows):
    """One column: the higher, the likelier to be cancelled, on a scale of the classifier's own."""
    return classifier.decision_function(traits(rows))[:, None]


def fit(rows, seed=0):
    """Classifier from all winters but the last. The curve from its scores to chances comes from the last."""
    rows = balanced(rows, seed)
    last = rows["winter"].max()
    learn, check = rows[rows["winter"] < last], rows[rows["winter"] == last]
    classifier = make_pipeline(StandardScaler(), LogisticRegression()).fit(traits(learn), learn["cancelled"])
    curve = LogisticRegression(C=1000).fit(scores(classifier, check), check["cancelled"])
    chance = curve.predict_proba(scores(classifier, check))[:, 1]
    return Model(classifier, curve, reliability(chance, check["cancelled"].to_numpy()))


def reliability(chance, cancelled, parts=5):
    """Mean chance and share cancelled in `parts` equal parts of the bookings, from the safest to the riskiest."""
    rows = [
        (len(part), chance[part].mean(), cancelled[part].mean()) for part in np.array_split(np.argsort(chance), parts)
    ]
    return pd.DataFrame(rows, columns=["bookings", "chance", "cancelled"])

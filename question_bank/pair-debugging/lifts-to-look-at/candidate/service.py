"""Answers the planning tool: which lifts of this request does the mechanic look at?"""

import pandas as pd

from readings import SENT

VISIT_FROM = 0.25
KNOWN = {"lift": "str", **dict.fromkeys(SENT, "float64")}


def answer(model, request):
    """request: readings by lift, as a list of dictionaries; None or nothing where a reading did not come.

    Returns {lift: {"risk": probability, "visit": True or False}}.
    """
    if not request:
        return {}
    table = pd.DataFrame(request).reindex(columns=list(KNOWN)).astype(KNOWN)
    risks = model.risks(table).tolist()
    return {
        lift: {"risk": round(risk, 6), "visit": risk >= VISIT_FROM}
        for lift, risk in zip(table["lift"], risks, strict=True)
    }

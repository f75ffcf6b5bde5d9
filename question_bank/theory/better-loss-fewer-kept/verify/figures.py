# hiretool-canary-bc06c4eb-8d40-415c-9b15-1bb055921fa7
"""An invented energy supplier -> the table of the prompt, and the facts that may be asked for.

python figures.py
"""

import numpy as np

CUSTOMERS, CALLS = 300_000, 12_000
KEPT_IF_DISCONTENT, KEPT_IF_MOVING = 0.60, 0.03


def customers(rng, many=CUSTOMERS):
    """Chance to leave over the price, chance to leave by moving out, and what each model says."""
    discontent = rng.normal(size=many)
    price = 1 / (1 + np.exp(-(-4.4 + 1.6 * discontent)))
    forwards_post = rng.random(many) < 0.025
    moving = np.where(forwards_post, 0.85, 0.004)
    # The old model sees the price side only and is right on average; the new one sees both.
    average_moving = 0.025 * 0.85 + 0.975 * 0.004
    old = 1 - (1 - price) * (1 - average_moving)
    new = 1 - (1 - price) * (1 - moving)
    return price, moving, old, new


def quarter(rng, model, calls=CALLS):
    """One arm: call the highest scores, then see who leaves. `model` is 'old', 'new' or 'nobody'."""
    price, moving, old, new = customers(rng)
    over_price, by_moving = rng.random(CUSTOMERS) < price, rng.random(CUSTOMERS) < moving
    would_leave = over_price | by_moving
    called = np.zeros(CUSTOMERS, dtype=bool)
    if model != "nobody":
        called[np.argsort(-{"old": old, "new": new}[model])[:calls]] = True
    chance_kept = np.where(by_moving, KEPT_IF_MOVING, KEPT_IF_DISCONTENT)
    kept = called & would_leave & (rng.random(CUSTOMERS) < chance_kept)
    return {
        "left": int((would_leave & ~kept).sum()),
        "called": int(called.sum()),
        "called who would leave": int((called & would_leave).sum()),
        "called who would move out": int((called & by_moving).sum()),
        "kept": int(kept.sum()),
    }


def validation(rng):
    """Log loss and area under the curve on customers whom nobody called."""
    price, moving, old, new = customers(rng)
    leave = (rng.random(CUSTOMERS) < price) | (rng.random(CUSTOMERS) < moving)
    result = {"leaving rate": round(float(leave.mean()), 4)}
    for name, score in (("old", old), ("new", new)):
        loss = -np.mean(np.where(leave, np.log(score), np.log(1 - score)))
        rank = np.empty(CUSTOMERS)
        rank[np.argsort(score)] = np.arange(1, CUSTOMERS + 1)
        positives = leave.sum()
        area = (rank[leave].sum() - positives * (positives + 1) / 2) / (positives * (CUSTOMERS - positives))
        top = np.argsort(-score)[:CALLS]
        result |= {
            f"{name} log loss": round(float(loss), 4),
            f"{name} area": round(float(area), 3),
            f"{name} leavers in the top": int(leave[top].sum()),
        }
    return result


def main():
    print("validation", validation(np.random.default_rng(1)))
    for number, model in enumerate(("nobody", "old", "new"), start=2):
        print(model, quarter(np.random.default_rng(number), model))
    differences = [
        quarter(np.random.default_rng([7, again]), "new")["left"]
        - quarter(np.random.default_rng([8, again]), "old")["left"]
        for again in range(100)
    ]
    print("left, new minus old, 100 repeats: mean", round(np.mean(differences), 1), "sd", round(np.std(differences), 1))


if __name__ == "__main__":
    main()

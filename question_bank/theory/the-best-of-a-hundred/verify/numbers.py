# hiretool-canary-1632781b-480d-4ee4-b15a-a191b1035818
"""Many changes, each measured once with noise; the highest is kept -> what it was measured at and what it is worth."""

import numpy as np


def gains(rng, shape, kind, spread):
    """What changes are truly worth: mean 0 and the same spread in both kinds, bell-shaped or seldom and large."""
    if kind == "even":
        return spread * rng.normal(size=shape)
    if kind == "seldom":
        return np.where(rng.random(shape) < 0.04, 5 * spread * rng.normal(size=shape), 0.0)
    return np.zeros(shape)


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    out = {}
    for kind in ("even", "seldom", "none"):
        for many in fact["tried"]:
            rng = np.random.default_rng([27, many])
            tests = fact["tests"] // max(1, many // 50)
            true = gains(rng, (tests, many), kind, fact["spread"])
            seen = true + fact["noise"] * rng.normal(size=true.shape)
            at = seen.argmax(axis=1)
            row = np.arange(tests)
            out[f"{kind}_{many}_seen"] = float(seen[row, at].mean())
            out[f"{kind}_{many}_true"] = float(true[row, at].mean())
            if many > 1 and kind != "none":
                out[f"{kind}_{many}_kept"] = float(100 * true[row, at].mean() / seen[row, at].mean())
            if many == 100:
                out[f"{kind}_spread_seen"] = float(seen.std())
                again = true + fact["noise"] * rng.normal(size=true.shape)
                five = np.argsort(-seen, axis=1)[:, :5]
                second = np.take_along_axis(again, five, 1)
                both = np.take_along_axis(seen, five, 1) + second
                pick = np.take_along_axis(five, both.argmax(axis=1)[:, None], 1)[:, 0]
                out[f"{kind}_again_true"] = float(true[row, pick].mean())
                out[f"{kind}_again_both_seen"] = float(both.max(axis=1).mean() / 2)
                pick2 = np.take_along_axis(five, second.argmax(axis=1)[:, None], 1)[:, 0]
                out[f"{kind}_again_only_true"] = float(true[row, pick2].mean())
                out[f"{kind}_last_seen"] = float(seen.min(axis=1).mean())
                out[f"{kind}_last_again"] = float(again[row, seen.argmin(axis=1)].mean())
                # Half of the changes were measured on a sixteenth of the visitors: four times the noise.
                thin = np.arange(many) % 2 == 0
                uneven = true + fact["noise"] * np.where(thin, 4.0, 1.0) * rng.normal(size=true.shape)
                at = uneven.argmax(axis=1)
                out[f"{kind}_uneven_from_thin"] = float(100 * thin[at].mean())
                out[f"{kind}_uneven_seen"] = float(uneven[row, at].mean())
                out[f"{kind}_uneven_true"] = float(true[row, at].mean())
                n2, t2 = (fact["noise"] * np.where(thin, 4.0, 1.0)) ** 2, fact["spread"] ** 2
                at = (uneven * t2 / (t2 + n2)).argmax(axis=1)
                out[f"{kind}_uneven_pulled_true"] = float(true[row, at].mean())
    # What a change is worth on average that was measured at so much, if gains are seldom and large.
    wide = 25 * fact["spread"] ** 2
    for at in (2, 3, 6):
        no = 0.96 * np.exp(-(at**2) / 2)
        some = 0.04 * np.exp(-(at**2) / 2 / (1 + wide)) / np.sqrt(1 + wide)
        out[f"seldom_worth_if_seen_{at}"] = float(some / (some + no) * at * wide / (1 + wide))
    return out

# hiretool-canary-64947ad2-6bab-40dd-8de2-bd4eb6b34a9e
"""Pupils trained on labels, on a teacher's chances or on the teacher's verdicts -> loss on others beyond the least possible."""

import numpy as np


def fit(x, target, pull=0.1):
    """Logistic regression; targets may be chances. A very light pull keeps weights finite."""
    x = np.column_stack([x, np.ones(len(x))])
    w = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (target - p) - pull * w
        step = np.linalg.solve(x.T @ (x * (p * (1 - p) + 1e-9)[:, None]) + pull * np.eye(len(w)), slope)
        w += step * min(1.0, 10 / np.abs(x @ step).max())
        if np.abs(step).max() < 1e-3 * (1 + np.abs(w).max()):
            break
    return w


def chance(x, w):
    return 1 / (1 + np.exp(-(x @ w[:-1] + w[-1])))


def derived(facts):
    """Excess is the mean divergence from the true chances, in thousandths of a nat; right is the share of verdicts as the true one."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    traits = fact["traits"]
    out = {}

    def note(name, value):
        out.setdefault(name, []).append(float(value))

    for draw in range(fact["draws"]):
        for case, size in (("doubtful", fact["size"]), ("sure", fact["size_sure"])):
            rng = np.random.default_rng([19, draw])
            true = np.append(size * rng.normal(size=traits) / np.sqrt(traits), 0.0)
            wrong = rng.normal(size=traits)
            teacher = true + np.append(fact["teacher_off"] * size * wrong / np.linalg.norm(wrong), 0.0)
            other = rng.normal(size=(2000, traits))
            p_other = chance(other, true)

            def tell(name, w):
                q = np.clip(chance(other, w), 1e-12, 1 - 1e-12)
                p = np.clip(p_other, 1e-12, 1 - 1e-12)
                note(f"{case}_{name}_excess", 1000 * np.mean(p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))))
                note(f"{case}_{name}_right", 100 * np.mean((q > 0.5) == (p > 0.5)))

            tell("teacher", teacher)
            note(f"{case}_right_at_best", 100 * np.mean(np.maximum(p_other, 1 - p_other)))
            for rows in fact["rows"] if case == "doubtful" else fact["rows"][:2]:
                x = rng.normal(size=(rows, traits))
                label = (rng.random(rows) < chance(x, true)).astype(float)
                soft = chance(x, teacher)
                tell(f"{rows}_labels", fit(x, label))
                tell(f"{rows}_chances", fit(x, soft))
                tell(f"{rows}_verdicts", fit(x, (soft > 0.5).astype(float)))
                tell(f"{rows}_half", fit(x, (soft + label) / 2))
                if case == "doubtful":
                    few = fact["traits_of_small_pupil"]
                    for name, target in (("labels", label), ("chances", soft)):
                        w = fit(x[:, :few], target)
                        tell(f"{rows}_small_pupil_{name}", np.concatenate([w[:few], np.zeros(traits - few), w[few:]]))
                tell(f"{rows}_drawn", fit(x, (rng.random(rows) < soft).astype(float)))
    return {name: float(np.mean(values)) for name, values in out.items()}

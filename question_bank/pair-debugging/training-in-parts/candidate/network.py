"""A small network that hears one second together with the second before and after it."""

import numpy as np

from recordings import STATES, UNHEARD


def in_context(sound):
    """Each second beside its neighbours; silence before the first and after the last."""
    framed = np.pad(sound, ((0, 0), (1, 1), (0, 0)))
    return np.concatenate([framed[:, :-2], framed[:, 1:-1], framed[:, 2:]], axis=2)


class Network:
    def __init__(self, bands, hidden, seed):
        rng = np.random.default_rng(seed)
        self.parameters = {
            "listen": rng.normal(0, 0.5 / np.sqrt(bands), (3 * bands, hidden)),
            "listen_bias": np.zeros(hidden),
            "decide": rng.normal(0, 1 / np.sqrt(hidden), (hidden, len(STATES))),
            "decide_bias": np.zeros(len(STATES)),
        }

    def _forward(self, sound):
        heard = in_context(sound)
        hidden = np.tanh(heard @ self.parameters["listen"] + self.parameters["listen_bias"])
        scores = hidden @ self.parameters["decide"] + self.parameters["decide_bias"]
        shares = np.exp(scores - scores.max(axis=2, keepdims=True))
        return heard, hidden, shares / shares.sum(axis=2, keepdims=True)

    def predict(self, sound):
        """Probability of each state, for each second."""
        return self._forward(sound)[2]

    def loss_and_gradients(self, sound, states):
        """Mean cross-entropy over the seconds that have a label, and its gradient by parameter."""
        heard, hidden, shares = self._forward(sound)
        labelled = states != UNHEARD
        count = max(labelled.sum(), 1)
        target = np.eye(len(STATES))[np.where(labelled, states, 0)]
        loss = -(target * np.log(shares + 1e-12)).sum(axis=2)[labelled].sum() / count

        to_scores = (shares - target) * labelled[..., None] / count
        to_hidden = to_scores @ self.parameters["decide"].T * (1 - hidden**2)
        gradients = {
            "listen": np.einsum("nti,ntj->ij", heard, to_hidden),
            "listen_bias": to_hidden.sum(axis=(0, 1)),
            "decide": np.einsum("nti,ntj->ij", hidden, to_scores),
            "decide_bias": to_scores.sum(axis=(0, 1)),
        }
        return loss, gradients

"""A small network: the last few stitches of a row -> the chance of each stitch to be next."""

import numpy as np

from pattern import NOTHING


def softmax(scores):
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


class Model:
    def __init__(self, stitches, width, reach, seed):
        """reach: how many stitches it looks back on, the newest included."""
        rng = np.random.default_rng(seed)
        self.reach = reach
        self.parameters = {
            "look": rng.normal(0, 0.5, (reach, stitches, width)),
            "lift": np.zeros(width),
            "say": rng.normal(0, width**-0.5, (width, stitches)),
            "base": np.zeros(stitches),
        }

    def _hidden(self, seen):
        """(row, place, width); before the edge there is nought."""
        summed = np.zeros((*seen.shape, len(self.parameters["lift"]))) + self.parameters["lift"]
        for back in range(min(self.reach, seen.shape[1])):
            summed[:, back:] += self.parameters["look"][back][seen[:, : seen.shape[1] - back]]
        return np.tanh(summed)

    def chances(self, seen):
        """(row, place, stitch): the chance of each stitch to come right after the place."""
        return softmax(self._hidden(seen) @ self.parameters["say"] + self.parameters["base"])

    def loss_and_gradients(self, seen, following):
        """Mean of minus the log of the chance of each stitch that follows one, and its gradient by parameter."""
        # No stitch comes after the last place, and none before the first: these two have no partner.
        hidden, following = self._hidden(seen)[:, :-1], following[:, 1:]
        row, place = np.nonzero(following != NOTHING)
        hidden, following = hidden[row, place], following[row, place]
        told = softmax(hidden @ self.parameters["say"] + self.parameters["base"])
        loss = -np.log(told[np.arange(len(row)), following]).mean()

        to_scores = told / len(row)
        to_scores[np.arange(len(row)), following] -= 1 / len(row)
        to_sum = to_scores @ self.parameters["say"].T * (1 - hidden**2)
        look = np.zeros_like(self.parameters["look"])
        for back in range(self.reach):
            there = place >= back
            np.add.at(look[back], seen[row[there], place[there] - back], to_sum[there])
        return loss, {
            "look": look,
            "lift": to_sum.sum(axis=0),
            "say": hidden.T @ to_scores,
            "base": to_scores.sum(axis=0),
        }

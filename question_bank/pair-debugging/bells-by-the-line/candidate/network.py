"""One layer of attention: what was rung so far -> what is rung next."""

import numpy as np


def visible(length):
    """Row: from which place; column: what it may look at, the rest included. Nothing that is rung later."""
    return np.tri(length, length + 1, k=1, dtype=bool)


def softmax(scores):
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


class Network:
    """The rest is one place more to look at. It says nothing and is always there, for a code that needs no other."""

    def __init__(self, codes, length, width, seed):
        rng = np.random.default_rng(seed)
        shapes = {
            "code": (codes, width),
            "place": (length, width),
            "rest": (width,),
            "query": (width, width),
            "key": (width, width),
            "value": (width, width),
            "mix": (width, 2 * width),
            "mix_bias": (2 * width,),
            "next": (2 * width, codes),
            "next_bias": (codes,),
        }
        self.parameters = {
            name: np.zeros(shape) if name.endswith("bias") else rng.normal(0, width**-0.5, shape)
            for name, shape in shapes.items()
        }

    def _forward(self, codes):
        p, length = self.parameters, codes.shape[1]
        rung = p["code"][codes] + p["place"][:length]
        rest = np.broadcast_to(p["rest"], (len(codes), 1, len(p["rest"])))
        seen = np.concatenate([rung, rest], axis=1)
        query, key, value = rung @ p["query"], seen @ p["key"], seen @ p["value"]
        scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[2])
        looks = softmax(np.where(visible(length), scores, -np.inf))
        mixed = rung + looks @ value
        hidden = np.tanh(mixed @ p["mix"] + p["mix_bias"])
        chances = softmax(hidden @ p["next"] + p["next_bias"])
        return chances, (rung, seen, query, key, value, looks, mixed, hidden)

    def predict(self, codes):
        """(shift, place, code): at each place, the chance that the code is rung next."""
        return self._forward(codes)[0]

    def loss_and_gradients(self, codes):
        """Mean of minus the log of the chance of each code after the first, and its gradient by parameter."""
        p, heard, following = self.parameters, codes[:, :-1], codes[:, 1:]
        chances, (rung, seen, query, key, value, looks, mixed, hidden) = self._forward(heard)
        target = np.eye(chances.shape[2])[following]
        loss = -np.log((chances * target).sum(axis=2)).mean()

        g, rows = {}, "nti,ntj->ij"
        to_scores = (chances - target) / following.size
        g["next"], g["next_bias"] = np.einsum(rows, hidden, to_scores), to_scores.sum(axis=(0, 1))
        to_hidden = to_scores @ p["next"].T * (1 - hidden**2)
        g["mix"], g["mix_bias"] = np.einsum(rows, mixed, to_hidden), to_hidden.sum(axis=(0, 1))
        to_mixed = to_hidden @ p["mix"].T
        to_value = looks.transpose(0, 2, 1) @ to_mixed
        to_looks = to_mixed @ value.transpose(0, 2, 1)
        to_looks = looks * (to_looks - (looks * to_looks).sum(axis=2, keepdims=True)) / np.sqrt(query.shape[2])
        to_query, to_key = to_looks @ key, to_looks.transpose(0, 2, 1) @ query
        g["query"], g["key"] = np.einsum(rows, rung, to_query), np.einsum(rows, seen, to_key)
        g["value"] = np.einsum(rows, seen, to_value)
        to_seen = to_key @ p["key"].T + to_value @ p["value"].T
        to_rung = to_mixed + to_query @ p["query"].T + to_seen[:, :-1]
        g["rest"], g["place"] = to_seen[:, -1].sum(axis=0), np.zeros_like(p["place"])
        g["place"][: heard.shape[1]] = to_rung.sum(axis=0)
        g["code"] = np.zeros_like(p["code"])
        np.add.at(g["code"], heard, to_rung)
        return loss, g

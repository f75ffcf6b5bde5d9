# hiretool-canary-2097df2a-05f9-4374-8b96-cbea7de4fff8
"""Seed -> the numbers in the prompt, and the model and tunes that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

WIDTH, LAYERS = 16, 2
PARTS = {"query": (16, 16), "key": (16, 16), "value": (16, 16), "out": (16, 16), "widen": (16, 32), "narrow": (32, 16)}
SIZES = {"query": 1.7, "key": 1.7, "value": 1.0, "out": 1.3, "widen": 1.0, "narrow": 0.6}


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    window = int(rng.integers(9, 19))
    return {
        "tunes": int(rng.integers(8, 13)),
        "length": 10 * int(rng.integers(5, 8)),
        "notes": int(rng.integers(11, 17)),
        "window": window,
        # The note after a full window is still placed where it belongs.
        "alike": window + 1,
    }


@lru_cache(maxsize=4)
def weights(seed):
    """As model.npz holds them."""
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    made = {"notes": rng.normal(0, 0.45, (facts["notes"], WIDTH)), "layers": LAYERS, "window": facts["window"]}
    for number in range(LAYERS):
        for part, shape in PARTS.items():
            made[f"{part}{number}"] = rng.normal(0, SIZES[part] / np.sqrt(shape[0]), shape)
    return made


def _rms(x):
    return x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + 1e-6)


def _share(x):
    x = np.exp(x - x.max(axis=-1, keepdims=True))
    return x / x.sum(axis=-1, keepdims=True)


class Plain:
    """The same model one note at a time, with complex numbers in place of pairs and every note kept.

    Several tunes go on side by side.
    """

    def __init__(self, made):
        self.made, self.passed = made, [[] for _ in range(LAYERS)]

    def chances_after(self, notes):
        """notes: one for each tune. Chances of the note that follows, for each tune."""
        made = self.made
        x = made["notes"][notes]
        for number, passed in enumerate(self.passed):
            inner = _rms(x)
            place = len(passed)
            phase = np.exp(1j * place * 0.6 ** np.arange(WIDTH // 2))
            query, key = (self._paired(inner @ made[f"{part}{number}"]) * phase for part in ("query", "key"))
            passed.append((key, inner @ made[f"value{number}"]))
            heard = passed[-made["window"] :]
            scores = np.stack([(query * np.conj(other)).real.sum(axis=1) for other, _ in heard], axis=1)
            taken = np.einsum("bk,bkw->bw", _share(scores / 4), np.stack([value for _, value in heard], axis=1))
            x = x + taken @ made[f"out{number}"]
            x = x + np.clip(_rms(x) @ made[f"widen{number}"], 0, None) @ made[f"narrow{number}"]
        return _share(_rms(x) @ made["notes"].T)

    @staticmethod
    def _paired(vectors):
        return vectors[:, : WIDTH // 2] + 1j * vectors[:, WIDTH // 2 :]


@lru_cache(maxsize=4)
def tunes(seed):
    """(tune, place): drawn note by note from the model itself."""
    facts, rng = generate(seed), np.random.default_rng([seed, 3])
    model, made = Plain(weights(seed)), [rng.integers(0, facts["notes"], facts["tunes"])]
    while len(made) < facts["length"]:
        upto = model.chances_after(made[-1]).cumsum(axis=1)
        made.append((rng.random((facts["tunes"], 1)) * upto[:, -1:] > upto).sum(axis=1))
    return np.stack(made, axis=1)


def write(folder, seed):
    """Put data/model.npz and data/tunes.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "model.npz", **weights(seed))
    (folder / "data" / "tunes.json").write_text(json.dumps(tunes(seed).tolist()))

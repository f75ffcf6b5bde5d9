# hiretool-canary-f019eda1-4441-471e-8300-4c360cd64ea4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tracemalloc

import numpy as np
import variants

SYMPTOM = "both_machines_train_the_same_network"
WHOLE = 48


def _recordings(modules, seed):
    make = modules["recordings"].Recording
    return [[make(*pair) for pair in made] for made in variants.hives(seed)]


def _network(modules, seed):
    return modules["network"].Network(variants.generate(seed)["bands"], 10, seed)


def _loss(network, sound, states):
    """Mean over all labelled seconds of minus the log of the labelled state's probability."""
    row, second = np.nonzero(states >= 0)
    return -np.log(network.predict(sound)[row, second, states[row, second]] + 1e-12).mean()


def _update(modules, seed, batch, part, rate=0.5):
    """Change of each parameter in one step, divided by minus the rate."""
    network = _network(modules, seed)
    before = {name: value.copy() for name, value in network.parameters.items()}
    modules["train"].step(network, list(batch), part, rate)
    return {name: (before[name] - network.parameters[name]) / rate for name in before}


def _follows_the_loss(modules, seed, batch, part):
    """The update agrees with central differences of the loss along one random direction a parameter."""
    rng, width = np.random.default_rng([seed, 8]), 1e-5
    sound, states = modules["recordings"].padded(list(batch))
    for name, moved in _update(modules, seed, batch, part).items():
        direction, ends = rng.normal(size=moved.shape), []
        for sign in (1, -1):
            network = _network(modules, seed)
            network.parameters[name] = network.parameters[name] + sign * width * direction
            ends.append(_loss(network, sound, states))
        slope = (ends[0] - ends[1]) / (2 * width)
        if abs(slope - (moved * direction).sum()) > 1e-5 * (1 + abs(slope)):
            return False
    return True


def _peak(modules, seed, batch, part):
    """Largest memory held during one step, bytes."""
    network = _network(modules, seed)
    tracemalloc.start()
    modules["train"].step(network, list(batch), part, 0.5)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _close(one, other):
    return all(np.allclose(one[name], other[name], rtol=0, atol=1e-9) for name in one)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    train, small = modules["train"], variants.generate(seed)["part"]
    training, heldout = _recordings(modules, seed)
    batch = training[:WHOLE]
    updates = {part: _update(modules, seed, batch, part) for part in (WHOLE, small, 1)}

    workstation, laptop = (train.trained(training, part, epochs=6) for part in (WHOLE, small))
    sound, states = modules["recordings"].padded(heldout)
    spoken = [network.predict(sound)[states >= 0] for network in (workstation, laptop)]
    shares = np.bincount(states[states >= 0], minlength=3) / (states >= 0).sum()
    untrained = -(shares * np.log(shares)).sum()

    shortest = min(heldout, key=lambda recording: len(recording.states))
    alone = workstation.predict(modules["recordings"].padded([shortest])[0])[0]
    beside = workstation.predict(modules["recordings"].padded([shortest, *heldout[:3]])[0])[0]
    return {
        SYMPTOM: bool(np.allclose(*spoken, rtol=0, atol=1e-6)),
        "update_is_the_same_however_the_batch_is_cut": all(
            _close(updates[WHOLE], updates[part]) for part in (small, 1)
        ),
        "update_of_a_whole_batch_follows_the_loss_a_second": _follows_the_loss(modules, seed, batch, WHOLE),
        "update_in_parts_follows_the_loss_a_second": _follows_the_loss(modules, seed, batch, small),
        "small_parts_need_little_memory": bool(
            _peak(modules, seed, batch, 2) < 0.5 * _peak(modules, seed, batch, WHOLE)
        ),
        "it_learns": bool(max(_loss(network, sound, states) for network in (workstation, laptop)) < 0.8 * untrained),
        "padding_has_no_effect": bool(np.allclose(alone, beside[: len(alone)], atol=1e-9)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    training, heldout = _recordings(modules, seed)
    out = {}
    for name, part in (("whole", WHOLE), ("parts", variants.generate(seed)["part"])):
        loss, called, true = modules["train"].report(modules["train"].trained(training, part), heldout)
        out |= {f"loss_{name}": float(loss), f"called_{name}": float(called), "true": float(true)}
    return out


def modules(names=("recordings", "network", "train")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}

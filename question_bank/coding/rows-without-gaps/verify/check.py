# hiretool-canary-afb084ff-c9be-428a-9458-3e88566501a1
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random

import numpy as np
import variants

NOTHING = -1


def modules(names=("texts", "model", "packing")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    packing, forward = modules["packing"], modules["model"].forward
    cases = []
    for _ in range(4):
        length = draw.randint(8, 20)
        cases.append((variants.texts(draw, draw.randint(15, 40), 3 * length), length))
    packed = [_tried(lambda case=case: packing.pack([list(text) for text in case[0]], case[1])) for case in cases]
    plain = [rows and _plain(rows) for rows in packed]

    def for_all(holds):
        return all(rows is not None and holds(rows, *case) for rows, case in zip(plain, cases))

    def where(rows, length):
        """Text and place in it -> row and place."""
        used = np.argwhere(rows["text"] != NOTHING)
        return {(rows["text"][r, i], rows["part"][r, i] * length + rows["place"][r, i]): (r, i) for r, i in used}

    def each_token_once(rows, texts, length):
        at = where(rows, length)
        whole = {(number, place): token for number, text in enumerate(texts) for place, token in enumerate(text)}
        used = np.count_nonzero(rows["text"] != NOTHING)
        return (
            all(rows[name].shape == (len(rows["text"]), length) for name in rows)
            and used == len(at) == len(whole)
            and all(rows["tokens"][at[key]] == token for key, token in whole.items())
        )

    def parts_lie_together(rows, texts, length):
        at = where(rows, length)
        for (number, place), (r, i) in at.items():
            if place % length != rows["place"][r, i] or not 0 <= rows["place"][r, i] < length:
                return False
            if place % length and at.get((number, place - 1)) != (r, i - 1):
                return False
        return True

    def no_two_fit_together(rows, texts, length):
        used = sorted(np.count_nonzero(rows["text"] != NOTHING, axis=1))
        return used[0] > 0 and (len(used) < 2 or used[0] + used[1] > length)

    def sees():
        for made, rows, (_, length) in zip(packed, plain, cases):
            for row in draw.sample(range(len(rows["text"])), min(4, len(rows["text"]))):
                found = np.asarray(packing.sees(made, row))
                text, part = rows["text"][row], rows["part"][row]
                right = [
                    [i == j or (j < i and text[i] == text[j] != NOTHING and part[i] == part[j]) for j in range(length)]
                    for i in range(length)
                ]
                if found.dtype != bool or found.tolist() != right:
                    return False
        return True

    def targets():
        for made, rows, (texts, length) in zip(packed, plain, cases):
            right = np.full(rows["text"].shape, NOTHING)
            for (number, place), at in where(rows, length).items():
                if place + 1 < len(texts[number]):
                    right[at] = texts[number][place + 1]
            if np.asarray(packing.targets(made)).tolist() != right.tolist():
                return False
        return True

    def as_if_alone():
        # The model makes of each part in its row what it makes of it by itself.
        for made, rows, (texts, length) in list(zip(packed, plain, cases))[:2]:
            values = np.array(
                [
                    forward(rows["tokens"][row], rows["place"][row], np.asarray(packing.sees(made, row)))
                    for row in range(len(rows["text"]))
                ]
            )
            found = packing.unpack(made, values, texts)
            for text, own in zip(texts, found):
                alone = [
                    value
                    for start in range(0, len(text), length)
                    for value in _alone(forward, text[start : start + length])
                ]
                if not np.isfinite(values).all() or not np.allclose(own, alone, atol=1e-9, rtol=0):
                    return False
        return True

    def back_again():
        for made, rows, (texts, length) in zip(packed, plain, cases):
            values = np.arange(rows["text"].size).reshape(rows["text"].shape)
            at = where(rows, length)
            right = [[values[at[number, place]] for place in range(len(text))] for number, text in enumerate(texts)]
            found = packing.unpack(made, values, texts)
            if [[int(value) for value in own] for own in found] != right:
                return False
        return True

    def small():
        made = packing.pack([[5, 0, 7], [], [0], [9, 9, 9, 9, 3, 0], [8, 8, 8]], 4)
        rows = _plain(made)
        found = np.asarray(packing.targets(made))
        kept = {}
        for r, i in np.argwhere(rows["text"] != NOTHING):
            kept[rows["text"][r, i], rows["part"][r, i], rows["place"][r, i]] = found[r, i]
        right = {
            **{(0, 0, 0): 0, (0, 0, 1): 7, (0, 0, 2): NOTHING, (2, 0, 0): NOTHING},
            **{(3, 0, 0): 9, (3, 0, 1): 9, (3, 0, 2): 9, (3, 0, 3): 3, (3, 1, 0): 0, (3, 1, 1): NOTHING},
            **{(4, 0, 0): 8, (4, 0, 1): 8, (4, 0, 2): NOTHING},
        }
        return kept == right and np.count_nonzero(found != NOTHING) == 9

    def nothing_to_pack():
        none, empty = packing.pack([], 6), packing.pack([[], []], 6)
        shape = [np.asarray(rows.tokens).shape for rows in (none, empty)]
        values = np.zeros((0, 6))
        return (
            shape == [(0, 6), (0, 6)]
            and np.asarray(packing.targets(empty)).shape == (0, 6)
            and [list(own) for own in packing.unpack(empty, values, [[], []])] == [[], []]
        )

    def the_same_again():
        for (texts, length), rows in list(zip(cases, plain))[:2]:
            given = [list(text) for text in texts]
            again = _plain(packing.pack(given, length))
            if given != texts or any(again[name].tolist() != rows[name].tolist() for name in rows):
                return False
        return True

    claims = {
        "each_token_once": lambda: for_all(each_token_once),
        "parts_lie_together": lambda: for_all(parts_lie_together),
        "no_two_rows_fit_into_one": lambda: for_all(no_two_fit_together),
        "each_place_sees_its_part": sees,
        "the_next_token_of_the_text": targets,
        "the_model_notices_nothing": as_if_alone,
        "values_find_their_text": back_again,
        "as_worked_by_hand": small,
        "nothing_to_pack": nothing_to_pack,
        "the_same_again": the_same_again,
    }
    return {name: bool(_tried(claim)) for name, claim in claims.items()}


def _plain(rows):
    """The four arrays of rows."""
    return {name: np.asarray(getattr(rows, name)) for name in ("tokens", "text", "part", "place")}


def _alone(forward, tokens):
    return forward(tokens, range(len(tokens)), np.tril(np.ones((len(tokens), len(tokens)), bool)))


def _tried(call):
    """What it gives; None if it raises."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return None

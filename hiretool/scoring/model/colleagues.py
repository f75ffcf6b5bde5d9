"""Who was compared with whom: interviewers who rated the same candidates."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from hiretool.scoring.model.coded import Coded


def shared(data: Coded) -> np.ndarray:
    """(interviewers,) candidates that each rated together with somebody else."""
    cards = np.bincount(data.card_block, minlength=data.n_blocks)
    together = cards[data.card_block] > 1
    return np.bincount(data.card_interviewer[together], minlength=len(data.interviewers))


def seen(data: Coded) -> tuple[np.ndarray, np.ndarray]:
    """(interviewers,) candidates and ratings of each."""
    count = len(data.interviewers)
    return np.bincount(data.card_interviewer, minlength=count), np.bincount(data.interviewer, minlength=count)


def gaps(data: Coded) -> np.ndarray:
    """(interviewers,) how much lower each rates than colleagues do the same candidates, NaN where there are none.

    Means of cards, after taking from each rating the mean of its competency in its role; nothing is weighed by how much
    is known.
    """
    cells = data.role.astype(np.int64) * len(data.competencies) + data.competency
    n, total = np.bincount(cells), np.bincount(cells, weights=data.y)
    rest = data.y - (total / np.maximum(n, 1))[cells]
    sizes = np.diff(data.card_starts)
    card = np.add.reduceat(rest, data.card_starts[:-1]) / sizes
    block = data.card_block
    count = np.bincount(block, minlength=data.n_blocks)[block]
    others = np.bincount(block, weights=card, minlength=data.n_blocks)[block] - card
    together = count > 1
    low = others[together] / (count[together] - 1) - card[together]
    who = data.card_interviewer[together]
    times = np.bincount(who, minlength=len(data.interviewers))
    found = np.bincount(who, weights=low, minlength=len(data.interviewers))
    return np.where(times > 0, found / np.maximum(times, 1), np.nan)


def panels(data: Coded) -> np.ndarray:
    """(blocks,) number, from 1 within each role, of the group of interviewers that a candidate was seen by.

    Two groups of one role are linked when somebody of each rated the same candidate, in whatever role.
    """
    size = data.n_blocks + len(data.interviewers)
    links = (np.ones(len(data.card_block), np.int8), (data.card_block, data.n_blocks + data.card_interviewer))
    _, group = connected_components(sp.coo_matrix(links, shape=(size, size)), directed=False)
    mine = group[: data.n_blocks].astype(np.int64)
    pairs, place = np.unique(data.role_of.astype(np.int64) * size + mine, return_inverse=True)
    first = np.searchsorted(pairs // size, np.arange(len(data.roles)))
    return (place - first[data.role_of] + 1).astype(np.int32)

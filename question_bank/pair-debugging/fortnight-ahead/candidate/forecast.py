"""A fortnight of sales, told on the morning of day `origin`: day 0 ahead is the origin itself.

Promotions are planned a quarter ahead, so those of the fortnight are known. Units are known up to the evening before.
"""

import numpy as np

HORIZON = 14
WEEKS = 2


def level(units, promo, origin):
    """Units of an ordinary day, shop by day ahead: the mean of the newest days of that weekday without a promotion."""
    newest = origin - 7 + np.arange(HORIZON) % 7
    days = newest[:, None] - 7 * np.arange(WEEKS)
    quiet = promo[:, days] == 0
    counts = np.maximum(quiet.sum(axis=2), 1)
    return np.where(quiet, units[:, days], 0).sum(axis=2) / counts


def gain(units, promo):
    """By shop: what one percent off adds, as a share of an ordinary day."""
    quiet = promo == 0
    ordinary = np.where(quiet, units, 0).sum(axis=1) / quiet.sum(axis=1)
    extra = np.where(quiet, 0, units / ordinary[:, None] - 1).sum(axis=1)
    return extra / np.maximum(promo.sum(axis=1), 1)


def plain(units, promo, origin):
    """The forecast before its level is set by the week that has gone."""
    per_percent = gain(units[:, :origin], promo[:, :origin])
    ahead = promo[:, origin : origin + HORIZON]
    return level(units, promo, origin) * (1 + per_percent[:, None] * ahead)


def drift(units, promo, origin):
    """By shop: the root of what was sold since the forecast of a week ago over what it had told."""
    before = origin - 7
    sold = units[:, before:origin]
    told = plain(units, promo, before)[:, : sold.shape[1]]
    return np.sqrt(sold.sum(axis=1) / told.sum(axis=1))


def forecast(units, promo, origin):
    """Units by shop and day ahead."""
    return plain(units, promo, origin) * drift(units, promo, origin)[:, None]

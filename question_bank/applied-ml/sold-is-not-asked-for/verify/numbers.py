# hiretool-canary-43563640-ac10-4b9d-b7c0-130413e2b7f5
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import exp, sqrt

WEEKS = 52
MOST = 80
"""No count of buyers that matters is larger, for an average of ten."""


def _chances(mean):
    """Poisson chances of 0, 1, 2, ... buyers."""
    found = [exp(-mean)]
    for count in range(1, MOST):
        found.append(found[-1] * mean / count)
    return found


def _sold(chances, stock):
    """(mean sold, share of weeks in which the last piece goes, mean distance of the sold from their mean)."""
    mean = sum(chance * min(count, stock) for count, chance in enumerate(chances))
    out = sum(chance for count, chance in enumerate(chances) if count >= stock)
    return mean, out, sum(chance * abs(min(count, stock) - mean) for count, chance in enumerate(chances))


def _between(chances, stock):
    """Mean sold and share sold out for a stock between two whole numbers: some weeks the one, some weeks the other."""
    low, part = int(stock), stock - int(stock)
    one, other = _sold(chances, low), _sold(chances, low + 1)
    return [(1 - part) * a + part * b for a, b in zip(one, other, strict=True)]


def _left(fact, when):
    """Error in the weeks that sold out, from the error of all weeks and of the others."""
    out, apart = fact["sold_out"][f"pilot_{when}"], fact["error_where_not_sold_out"][when]
    return (fact["error_headline"][when] - (1 - out) * apart) / out


def derived(facts):
    """Each figure of `derived`, computed anew. The tube's are pieces a week in one shop."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    tube = fact["tube"]
    chances = _chances(tube["asked_for"])
    by_stock = {stock: _sold(chances, stock) for stock in (14, 12, 10, 8)}

    # Sales decide the next order, the order decides what can be sold: eight weeks a round.
    stock, rounds = float(tube["stock_by_habit"]), []
    for _ in range(6):
        sold, out, _ = _between(chances, stock)
        rounds.append((stock, sold, out))
        stock = 1.1 * sold

    below_ten = chances[:10]
    sold_in_quiet_weeks = sum(count * chance for count, chance in enumerate(below_ten)) / sum(below_ten)

    lost = fact["what_customers_do"]["buy_elsewhere"] * fact["margin"]
    hold = fact["holding_per_year"] * fact["purchase_price"] / WEEKS
    wanted = lost / (lost + hold)
    best, reached = 0, chances[0]
    while reached < wanted:
        best += 1
        reached += chances[best]

    def in_vain(of):
        return tube["asked_for"] - _sold(chances, of)[0]

    beside = fact["sales"]["pilot"] / fact["sales"]["others"]
    others = fact["shops"] - fact["pilot_shops"]
    doubt = 1.96 * fact["spread_between_shops"] * sqrt(1 / fact["pilot_shops"] + 1 / others)
    pieces = fact["pilot_shops"] * fact["pieces_per_shop_and_week"]
    trial, fast = fact["full_shelves"], fact["fast_articles"]
    fast_pieces = fact["pieces_per_shop_and_week"] * fast["share_of_pieces"] / fast["articles"]
    out, counted = fact["sold_out"]["pilot_after"], fact["shelf_count"]["empty_though_recorded"]
    return {
        "error_fall_headline": 1 - fact["error_headline"]["after"] / fact["error_headline"]["before"],
        # What is left of the error of all weeks for those that sold out: the tenth above the forecast, since the order is sold.
        "error_of_sold_out_weeks_before": _left(fact, "before"),
        "error_of_sold_out_weeks_after": _left(fact, "after"),
        "sales_fall_beside_the_others": 1 - beside,
        "sales_fall_low": 1 - beside - doubt,
        "sales_fall_high": 1 - beside + doubt,
        "margin_lost_in_the_pilot_per_week": pieces * (1 - beside) * fact["margin"],
        "holding_saved_in_the_pilot_per_week": fact["pilot_shops"]
        * fact["stock_per_shop"]
        * fact["stock_fall"]
        * fact["holding_per_year"]
        / WEEKS,
        "empty_at_some_time_if_records_are_off": out + (1 - out) * counted,
        "tube_sold_at_14": by_stock[14][0],
        "tube_sold_at_12": by_stock[12][0],
        "tube_sold_at_10": by_stock[10][0],
        "tube_sold_at_8": by_stock[8][0],
        "tube_sold_out_at_14": by_stock[14][1],
        "tube_sold_out_at_12": by_stock[12][1],
        "tube_sold_out_at_10": by_stock[10][1],
        "tube_sold_out_at_8": by_stock[8][1],
        # Of the best constant forecast, measured against what was sold.
        "tube_error_at_14": by_stock[14][2],
        "tube_error_at_12": by_stock[12][2],
        "tube_error_at_10": by_stock[10][2],
        "tube_error_at_8": by_stock[8][2],
        "tube_stock_after_one_round": rounds[1][0],
        "tube_stock_after_five_rounds": rounds[5][0],
        "tube_sold_after_five_rounds": rounds[5][1],
        "tube_sold_out_after_five_rounds": rounds[5][2],
        "tube_mean_of_weeks_not_sold_out_at_10": sold_in_quiet_weeks,
        "missing_buyer_costs": lost,
        "holding_a_piece_for_a_week": hold,
        "share_of_weeks_that_the_stock_should_last": wanted,
        "tube_best_stock": best,
        "tube_lost_per_week_at_14": in_vain(14) * lost,
        "tube_holding_per_week_from_14_to_best": (best - 14) * hold,
        "tube_lost_per_week_at_best": in_vain(best) * lost,
        "full_shelves_cost": trial["places"] * trial["extra_pieces"] * trial["weeks"] * hold,
        # The count of many independent buyers varies by its own root.
        "full_shelves_doubt": 1.96 / sqrt(trial["places"] * trial["weeks"] * fast_pieces),
        # Left pieces are lost at their price; at most all the extra ones are left.
        "share_if_what_is_left_is_thrown_away": lost / (lost + fact["purchase_price"]),
        "full_shelves_cost_if_thrown_away": trial["places"]
        * trial["extra_pieces"]
        * trial["weeks"]
        * fact["purchase_price"],
        # 80 % power, 5 % two-sided.
        "shops_each_to_see_3_points": 7.85 * 2 * fact["spread_between_shops"] ** 2 / 0.03**2,
        "shops_each_to_see_6_points": 7.85 * 2 * fact["spread_between_shops"] ** 2 / 0.06**2,
    }

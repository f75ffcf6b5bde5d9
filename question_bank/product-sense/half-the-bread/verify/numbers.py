# hiretool-canary-8f3b9a10-94c1-4d6e-b7d2-2c64a1e0d5f7
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from itertools import product
from math import sqrt
from statistics import NormalDist

NORMAL = NormalDist()


def _day(error, cover, demand):
    """(share of the baked that is thrown away, pieces asked for in vain, pieces baked): one kind, one shop, one day.

    error: standard deviation of demand about the forecast, as a share of demand. cover: how many of these are baked on
    top of the forecast. Demand is taken as normal.
    """
    spread = error * demand
    left = spread * (NORMAL.pdf(cover) + cover * NORMAL.cdf(cover))
    in_vain = left - cover * spread
    baked = demand + cover * spread
    return left / baked, in_vain, baked


def _where(rises, low, high, wanted):
    """The argument at which a rising function has the wanted value, by halving the interval."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rises(middle) < wanted else (low, middle)
    return low


def _outcomes(attempts, tills):
    """(chance, fall in waste) of every way in which tills and attempts can come out."""
    for in_time, *works in product((True, False), repeat=1 + len(attempts)):
        chance, left = tills if in_time else 1 - tills, 1.0
        for way, ok in zip(attempts.values(), works, strict=True):
            chance *= way["chance"] if ok else 1 - way["chance"]
            left *= 1 - way["fall" if in_time else "fall_if_tills_late"] if ok else 1
        yield chance, 1 - left


def _fall(attempts, of):
    """What is thrown away less, if all attempts work; each acts on what the others leave."""
    left = 1.0
    for way in attempts.values():
        left *= 1 - way[of]
    return 1 - left


def derived(facts):
    """Each figure of `derived`, computed anew. Pieces and EUR are a day over all shops."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    demand, many = fact["asked_for_per_kind_and_day"], fact["kinds"] * fact["shops"]
    error, floor = fact["error"], 1 / sqrt(fact["asked_for_per_kind_and_day"])
    of_waste, margin = fact["cost_of_a_piece_thrown_away"], fact["margin_of_a_piece"]
    cover = NORMAL.inv_cdf(1 - fact["sold_out_share"])
    today = _day(error["managers"], cover, demand)

    def loss(of_error, at, no_other=1 - fact["buy_something_else"]):
        share, in_vain, baked = _day(of_error, at, demand)
        return many * (share * baked * of_waste + in_vain * margin * no_other)

    def fall(of_error, at):
        return 1 - _day(of_error, at, demand)[0] / today[0]

    half = today[0] / 2
    less = _where(lambda at: _day(error["managers"], at, demand)[0], -3.0, cover, half)
    baked_less = _day(error["managers"], less, demand)

    pilot, rest = fact["pilot"], fact["other_shops_in_those_weeks"]
    beside = 1 - (pilot["after"] / pilot["before"]) / (rest["after"] / rest["before"])
    doubt = 1.96 * fact["spread_between_shops"] / sqrt(fact["pilot_shops"])

    ways, tills = fact["attempts"], fact["tills_in_time"]
    outcomes = list(_outcomes(ways, tills))
    forecast, second = ways["forecast"]["chance"], ways["second_baking"]["chance"]

    def chance_of(least):
        return sum(chance for chance, of in outcomes if of >= least)

    waste = many * today[0] * today[2] * of_waste
    baking = fact["ovens"] * fact["second_baking_minutes"] / 60 * fact["wage_per_hour"]
    error_for_half = _where(lambda at: _day(at, cover, demand)[0], 0.0, error["managers"], half)
    return {
        "pieces_baked": many * today[2],
        "thrown_away_share": today[0],
        "asked_for_in_vain_share": today[1] / demand,
        "cost_of_waste": waste,
        "cost_of_empty_shelves": many * today[1] * margin * (1 - fact["buy_something_else"]),
        "pilot_fall": 1 - pilot["after"] / pilot["before"],
        "pilot_fall_beside_the_other_shops": beside,
        "pilot_fall_low": beside - doubt,
        "pilot_fall_high": beside + doubt,
        "fall_that_the_pilots_error_explains": fall(error["pilot"], cover),
        "worth_of_the_forecast": loss(error["managers"], cover) - loss(error["pilot"], cover),
        # The count of many buyers who come independently varies by its own root, whatever is known of them.
        "error_that_chance_alone_makes": floor,
        "fall_with_a_perfect_forecast": fall(floor, cover),
        "error_needed_for_half": error_for_half,
        # The same buyers shared by fewer kinds: each has more of them, and varies less.
        "kinds_at_which_a_perfect_forecast_gives_half": fact["kinds"] * demand * error_for_half**2,
        "fall_by_baking_the_average": fall(error["managers"], 0.0),
        "worth_of_baking_the_average": loss(error["managers"], cover) - loss(error["managers"], 0.0),
        "buy_something_else_at_which_that_costs": 1
        - _where(
            lambda no_other: loss(error["managers"], 0.0, no_other) - loss(error["managers"], cover, no_other),
            0.0,
            1.0,
            0.0,
        ),
        "baked_less_for_half": 1 - baked_less[2] / today[2],
        "sold_out_share_for_half": 1 - NORMAL.cdf(less),
        "fall_with_forecast_and_average": fall(error["pilot"], 0.0),
        "fall_with_evening_price_too": 1 - (1 - fall(error["pilot"], 0.0)) * (1 - ways["evening_price"]["fall"]),
        "cost_of_second_baking": baking,
        "worth_of_second_baking": waste * ways["second_baking"]["fall"] - baking,
        "chance_of_the_forecast_in_all_shops": tills * forecast,
        "chance_of_second_baking_in_all_ovens": tills * second,
        "chance_that_neither_if_they_shared_nothing": (1 - tills * forecast) * (1 - tills * second),
        "chance_that_neither": 1 - tills + tills * (1 - forecast) * (1 - second),
        "fall_if_all_three_work": _fall(ways, "fall"),
        "fall_if_all_three_work_and_tills_are_late": _fall(ways, "fall_if_tills_late"),
        "chance_that_all_three_work": tills * forecast * second * ways["evening_price"]["chance"],
        "chance_of_a_fifth": chance_of(0.20),
        "chance_of_a_quarter": chance_of(0.25),
        "chance_of_half": chance_of(0.50),
        "fall_to_expect": sum(chance * of for chance, of in outcomes),
    }

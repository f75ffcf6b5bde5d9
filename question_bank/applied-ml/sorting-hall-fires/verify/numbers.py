# hiretool-canary-03782ac4-6eba-4245-be8d-f71147e9a450
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def _each_side(one, other):
    """How many on each side tell two shares apart, at 5 % and with 80 % power."""
    return (1.96 + 0.8416) ** 2 * (one * (1 - one) + other * (1 - other)) / (one - other) ** 2


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    seen, held, cost, where = fact["cameras"], fact["held_out"], fact["cost"], fact["where"]
    a_year = fact["fires"]["total"] / fact["fires"]["years"]
    all_cost = cost["largest"] + cost["other_mean"] * (fact["fires"]["total"] - 1)
    yearly = all_cost / fact["fires"]["years"]
    alarms = fact["halls"] * 365 * 24 * 60 * (1 - fact["silent"])
    stop = fact["an_alarm"]["stop_minutes"] * fact["an_alarm"]["minute"]
    look = fact["a_look"]["minutes"] / 60 * fact["a_look"]["hour"]
    share = held["in_time"] / held["of"]
    in_view = (seen["fires"] - seen["not_in_view"]) / seen["fires"]
    # What is met in time lies in view, and fires in view bear the smaller part of the cost.
    at_belts = yearly * (1 - where["share_of_cost"])
    met = held["in_time"] / (seen["fires"] - seen["not_in_view"])
    met_after_a_look = fact["a_look"]["still_in_time"] / (seen["fires"] - seen["not_in_view"])
    limit_met = fact["single_limit"]["in_time"] / (seen["fires"] - seen["not_in_view"])
    saved = at_belts * met * fact["smaller_if_early"]
    after_look = at_belts * met_after_a_look * fact["smaller_if_early"]
    pile_saved = yearly * where["share_of_cost"] * fact["pile"]["fewer"]
    low, high = _interval(held["in_time"], held["of"])
    spot_low, spot_high = _interval(
        round(fact["hot_spots"]["found"] * fact["hot_spots"]["read_by_hand"]), fact["hot_spots"]["read_by_hand"]
    )
    each = _each_side(share, fact["single_limit"]["in_time"] / held["of"])
    return {
        "fires_a_year": a_year,
        "found_of_all_fires": fact["headline"]["found"] / seen["fires"],
        "found_before_the_call": (fact["headline"]["found"] - fact["when_alarmed"]["after_the_call"]) / seen["fires"],
        "held_out_in_time": share,
        "held_out_in_time_low": low,
        "held_out_in_time_high": high,
        "share_of_fires_in_view": in_view,
        "alarms_a_year": alarms,
        "alarms_a_day": alarms / 365,
        "alarms_for_each_fire_met": alarms / (a_year * share),
        "cost_of_fires_a_year": yearly,
        "share_of_the_largest": cost["largest"] / all_cost,
        "cost_at_belts_a_year": at_belts,
        "cost_in_bunker_and_pile_a_year": yearly - at_belts,
        "saved_at_belts": saved,
        "belts_stopped_for_nothing": alarms * stop,
        "result_if_alarms_stop_the_belt": saved - alarms * stop - fact["system_costs"],
        "saved_after_a_look": after_look,
        "looks_cost": alarms * look,
        "result_if_somebody_looks": after_look - alarms * look - fact["system_costs"],
        "result_of_a_single_limit_with_belt_stop": at_belts * limit_met * fact["smaller_if_early"]
        - fact["single_limit"]["alarms_a_year"] * stop
        - fact["system_costs"],
        "result_of_lower_piles": pile_saved - fact["pile"]["costs"],
        "share_of_watch_finds_out_of_view": 6 / fact["who_found"]["watch"],
        "fires_each_side_to_tell_model_from_limit": each,
        "years_to_tell_model_from_limit": 2 * each / a_year,
        "hot_spots_for_each_fire": fact["hot_spots"]["a_year"] / a_year,
        "hot_spots_found_low": spot_low,
        "hot_spots_found_high": spot_high,
    }

# hiretool-canary-bd7a3b94-4a22-4282-b34e-56f45047aabf
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def derived(facts):
    """Each figure of `derived`, computed anew. EUR are per 100 requests unless the name says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    share, fee, booked = fact["large"]["share"], fact["fee_per_booking"], fact["booked"]
    part, n = {"small": 1 - share, "large": share}, fact["requests_in_each_arm"]
    arms, kinds = ("list", "three"), ("small", "large")
    all_booked = {arm: sum(part[kind] * booked[kind][arm] for kind in kinds) for arm in arms}
    earned = {arm: sum(part[kind] * booked[kind][arm] * fee[kind] for kind in kinds) for arm in arms}
    squares = {arm: sum(part[kind] * booked[kind][arm] * fee[kind] ** 2 for kind in kinds) for arm in arms}

    def doubt(variances, sizes):
        return 1.96 * sqrt(sum(v / m for v, m in zip(variances, sizes)))

    rows = {kind: n * part[kind] for kind in kinds}
    of = {kind: doubt([p * (1 - p) for p in booked[kind].values()], [rows[kind]] * 2) for kind in kinds}
    of_all = doubt([p * (1 - p) for p in all_booked.values()], [n, n])
    of_money = doubt([squares[arm] - earned[arm] ** 2 for arm in arms], [n, n])
    money = earned["three"] - earned["list"]
    large = booked["large"]["three"] - booked["large"]["list"]
    week = fact["by_week"]
    late = sum(week["small"][-2:]) / 2 / 100
    first = sum(week["small"][:2]) / 2
    of_two = doubt([p * (1 - p) for p in booked["small"].values()], [rows["small"] / 3] * 2)
    lasting = {"small": part["small"] * late * fee["small"], "large": share * large * fee["large"]}
    answered, no = fact["answered_within_a_day"], fact["declined"]
    known = fact["known_at_request"]
    small_three = 1 - known["small_taken_for_large"]
    split = lasting["small"] * small_three + lasting["large"] * (1 - known["large_recognised"])
    a_year = fact["requests_per_year"] / 100
    return {
        "rise_in_answered": 100 * (answered["three"] - answered["list"]),
        "answered_without_no_list": 100 * answered["list"] * (1 - no["list"]),
        "answered_without_no_three": 100 * answered["three"] * (1 - no["three"]),
        "booked_list": 100 * all_booked["list"],
        "booked_three": 100 * all_booked["three"],
        "rise_in_bookings": 100 * (all_booked["three"] - all_booked["list"]),
        "rise_in_bookings_low": 100 * (all_booked["three"] - all_booked["list"] - of_all),
        "rise_in_bookings_high": 100 * (all_booked["three"] - all_booked["list"] + of_all),
        "relative_rise_in_bookings": all_booked["three"] / all_booked["list"] - 1,
        "rise_small": 100 * (booked["small"]["three"] - booked["small"]["list"]),
        "fall_large": 100 * large,
        "fall_large_low": 100 * (large - of["large"]),
        "fall_large_high": 100 * (large + of["large"]),
        "requests_large_in_each_arm": rows["large"],
        "earned_list": 100 * earned["list"],
        "earned_three": 100 * earned["three"],
        "earned_difference": 100 * money,
        "earned_difference_low": 100 * (money - of_money),
        "earned_difference_high": 100 * (money + of_money),
        "share_of_earnings_that_is_large": share * booked["large"]["list"] * fee["large"] / earned["list"],
        "mean_of_weeks_small": sum(week["small"]) / 6,
        "mean_of_weeks_large": sum(week["large"]) / 6,
        "lasting_rise_small": 100 * late,
        "lasting_rise_small_low": 100 * (late - of_two),
        "lasting_rise_small_high": 100 * (late + of_two),
        "fade_first_two_to_last_two_weeks": first - 100 * late,
        "fade_low": first - 100 * late - 100 * of_two * sqrt(2),
        "fade_high": first - 100 * late + 100 * of_two * sqrt(2),
        "lasting_small_eur": 100 * lasting["small"],
        "lasting_large_eur": 100 * lasting["large"],
        "lasting_difference": 100 * sum(lasting.values()),
        "lasting_difference_a_year": 100 * sum(lasting.values()) * a_year,
        "first_week_difference": week["small"][0] * part["small"] * fee["small"]
        + week["large"][0] * share * fee["large"],
        "list_fell_since_before": 100 * (fact["list_before_the_trial"]["small"] - booked["small"]["list"]),
        "wider_pick_lasting_difference": 100 * lasting["small"]
        + 100 * lasting["large"] * fact["attempts"]["wider_pick"]["large_loss_left"],
        "split_lasting_difference": 100 * split,
        "split_lasting_difference_a_year": 100 * split * a_year,
        "splits_below_5_percent_by_chance": 0.05 * fact["splits_looked_at"]["splits"],
        "rise_small_at_which_it_evens_out": 100 * -lasting["large"] / (part["small"] * fee["small"]),
    }

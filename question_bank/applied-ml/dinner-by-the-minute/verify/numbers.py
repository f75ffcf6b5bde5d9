# hiretool-canary-0031c66b-9d32-4b56-b014-1da4a62f3639
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew. Costs are EUR a day, against showing the model's bare time at no loss."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    orders, late = fact["orders_per_day"], {int(added): share for added, share in fact["late_by_minutes_added"].items()}
    believed = fact["orders_lost_per_minute"]

    def cost(share_late, added, per_minute=believed["believed"]):
        waiting = added * per_minute * fact["margin_of_an_order"]
        return orders * (share_late * fact["cost_of_late"] + waiting)

    def best(per_minute):
        return min(late, key=lambda added: cost(late[added], added, per_minute))

    today = fact["added_today"]
    gone, hill = fact["cancelled"], fact["hill"]
    gone_late = gone["share"] * gone["past_the_time"]
    per_arm = [16 * fact["spread_of_district_evenings"] ** 2 / seen**2 for seen in (0.03, 0.01)]
    order_share = orders / fact["visits_per_day"]
    # Half of the visits are shown two minutes more, half two less: four minutes lie between them.
    fall = order_share * 4 * believed["believed"]
    wanted = 16 * order_share * (1 - order_share) / fall**2
    return {
        "cost_of_one_late_point": orders * 0.01 * fact["cost_of_late"],
        "cost_of_one_minute_more": cost(0, 1),
        "late_share_that_pays_for_a_minute": cost(0, 1) / (orders * fact["cost_of_late"]),
        "cost_today": cost(fact["late_today"], today),
        "cost_today_three_less": cost(fact["old_shifted"]["three_less"], today - 3),
        "cost_today_two_more": cost(fact["old_shifted"]["two_more"], today + 2),
        **{f"cost_model_plus_{added}": cost(share, added) for added, share in late.items()},
        "bare_model_over_today": cost(late[0], 0) - cost(fact["late_today"], today),
        "two_more_under_today": cost(fact["late_today"], today) - cost(fact["old_shifted"]["two_more"], today + 2),
        "best_added": best(believed["believed"]),
        "best_added_if_people_wait_gladly": best(believed["low"]),
        "best_added_if_people_leave_soon": best(believed["high"]),
        "gain_of_the_best": cost(fact["late_today"], today) - min(cost(share, added) for added, share in late.items()),
        "late_orders_per_day_today": orders * fact["late_today"],
        "late_orders_per_day_bare_model": orders * late[0],
        # A cancelled order that was past its time is late for whoever waited.
        "late_today_with_cancelled": (fact["late_today"] * (1 - gone["share"]) + gone_late),
        "late_elsewhere_today": (fact["late_today"] - hill["share_of_orders"] * hill["late_today"])
        / (1 - hill["share_of_orders"]),
        "late_elsewhere_with_ten_added": (late[10] - hill["share_of_orders"] * hill["late_with_ten_added"])
        / (1 - hill["share_of_orders"]),
        "bonus_lost_per_day_by_bare_model": orders * (late[0] - fact["late_today"]) * fact["bonus"],
        "evenings_to_see_three_points": 2 * per_arm[0] / fact["districts"],
        "evenings_to_see_one_point": 2 * per_arm[1] / fact["districts"],
        "visits_per_arm_for_the_price_of_a_minute": wanted,
        "days_for_the_price_of_a_minute": 2 * wanted / fact["visits_per_day"],
        "one_minute_less_of_waiting_per_day": orders * fact["dispatch"]["cost_per_minute"],
        "riders_waiting_per_day": orders * fact["dispatch"]["wait_minutes"] * fact["dispatch"]["cost_per_minute"],
    }

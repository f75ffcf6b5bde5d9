# hiretool-canary-c6a124f5-487f-41c3-b954-fc8d3b5f8295
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew. EUR a week unless it says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, found, better = fact["kinds"], fact["found_by_kind"], fact["better_rules"]
    known = sum(kind["per_week"] for kind in kinds.values())

    def share(stops):
        return sum(kind["per_week"] * stops[name] for name, kind in kinds.items()) / known

    def money(stops):
        return sum(kind["per_week"] * kind["loss"] * stops[name] for name, kind in kinds.items())

    demanded = {**better, "price": fact["order_number"]["price_found_if_demanded"]}
    cleaned = {**found["rules"], "paid_before": better["paid_before"]}
    tree = {**better, "tax_code": fact["small_tree"]["tax_code"]}
    seen = fact["never_stopped"]
    passed = fact["invoices_per_week"] - fact["stops_per_week"]
    wrong = sum(seen[name] for name in kinds)
    low, high = (passed * part for part in _interval(wrong, seen["looked_at"]))
    stop = fact["a_stop"]["minutes"] / 60 * fact["a_stop"]["hour"]
    today, later = money(found["rules"]), money(fact["last_quarter"])
    small, bank = fact["small_suppliers"], fact["bank_account"]
    return {
        "known_wrong_per_week": known,
        "found_by_rules": share(found["rules"]),
        "found_by_model": share(found["model"]),
        "found_by_model_last_quarter": share(fact["last_quarter"]),
        "found_by_better_rules": share(better),
        "found_by_better_rules_and_order_number": share(demanded),
        "money_known": money(dict.fromkeys(kinds, 1)),
        "money_rules": today,
        "money_model": money(found["model"]),
        "money_model_last_quarter": later,
        "money_rules_with_cleaned_numbers": money(cleaned),
        "money_better_rules": money(better),
        "money_better_rules_and_order_number": money(demanded),
        "money_better_rules_with_the_tree": money(tree),
        "a_stop": stop,
        "stops_today": fact["stops_per_week"] * stop,
        "stops_of_idle_rules": fact["idle_rules"]["stops"] * stop,
        "idle_share_of_stops": fact["idle_rules"]["stops"] / fact["stops_per_week"],
        "gain_of_the_model_in_the_first_year": 52 * (later - today) - fact["model_costs"]["first_year"],
        "gain_of_the_model_in_a_further_year": 52 * (later - today) - fact["model_costs"]["further_year"],
        "cost_of_better_rules": better["days"] * better["day"],
        # Their further stops are counted, dropping the idle ones is not.
        "gain_of_better_rules_in_the_first_year": 52
        * (money(better) - today - (better["stops"] - fact["stops_per_week"]) * stop)
        - better["days"] * better["day"]
        - fact["rules_upkeep"]["days_a_year"] * better["day"],
        "left_to_find_per_year_after_better_rules": 52 * (money(dict.fromkeys(kinds, 1)) - money(better)),
        "share_of_the_rest_that_pays_the_model_over_three_years": (
            fact["model_costs"]["first_year"] + 2 * fact["model_costs"]["further_year"]
        )
        / (3 * 52 * (money(dict.fromkeys(kinds, 1)) - money(better))),
        "wrong_and_never_stopped_per_week": passed * wrong / seen["looked_at"],
        "wrong_and_never_stopped_low": low,
        "wrong_and_never_stopped_high": high,
        "money_never_stopped": passed
        / seen["looked_at"]
        * sum(seen[name] * kind["loss"] for name, kind in kinds.items()),
        "money_never_stopped_by_price": passed / seen["looked_at"] * seen["price"] * kinds["price"]["loss"],
        "small_suppliers_times_as_often_by_rules": small["of_rules_stops"] / small["share"],
        "small_suppliers_times_as_often_by_model": small["of_model_stops"] / small["share"],
        "stopped_share_small_by_model": fact["stops_per_week"]
        * small["of_model_stops"]
        / (fact["invoices_per_week"] * small["share"]),
        "stopped_share_others_by_model": fact["stops_per_week"]
        * (1 - small["of_model_stops"])
        / (fact["invoices_per_week"] * (1 - small["share"])),
        "bank_account_per_year": bank["loss"] / bank["once_in_years"],
        "calling_back_per_year": 52 * bank["changes_per_week"] * bank["call"],
    }

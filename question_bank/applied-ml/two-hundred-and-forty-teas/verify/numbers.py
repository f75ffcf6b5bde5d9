# hiretool-canary-3b4c2526-b23c-4948-9f0c-c328178bb1e1
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    orders, visits, value = fact["orders_per_month"], fact["visits_per_month"], fact["order_value"]
    revenue = orders * value["mean"]
    buys = orders / visits
    mean = buys * value["mean"]
    # Revenue per visit is nought for all who do not buy.
    variance = buys * (value["spread"] ** 2 + value["mean"] ** 2) - mean**2

    def per_arm(share):
        """Visits per arm for a rise of revenue per visit by `share`; 80 % power at 5 % two-sided."""
        return 16 * variance / (share * mean) ** 2

    pays = fact["fee"] / fact["margin"] / revenue
    hand, best = fact["trial_by_a_friend"]["by_hand_for_30"], fact["trial_by_a_friend"]["best_sellers"]
    one, other = hand["put_in"] / hand["shown"], best["put_in"] / best["shown"]
    doubt = 1.96 * sqrt(one * (1 - one) / hand["shown"] + other * (1 - other) / best["shown"])
    pairs, owner, built = fact["pairs_bought"], fact["owner"], fact["by_free_software"]
    minutes = fact["articles"] * owner["minutes_per_article"]
    rate = fact["box_today"]["share_of_orders"]
    middle = (one + other) / 2
    one_article = value["mean"] / fact["articles_per_order"]["mean"] * fact["margin"]
    return {
        "revenue_per_month": revenue,
        "margin_per_month": revenue * fact["margin"],
        "promised_margin_per_month": revenue * fact["promise"] * fact["margin"],
        "share_of_visits_that_buy": buys,
        "revenue_per_visit": mean,
        "spread_of_revenue_per_visit": sqrt(variance),
        "rise_that_pays_the_fee": pays,
        "months_to_see_the_promise": 2 * per_arm(fact["promise"]) / visits,
        "months_to_see_what_pays": 2 * per_arm(pays) / visits,
        "doubt_after_two_months": 1.96 * sqrt(2 * variance / visits) / mean,
        "years_to_see_what_pays": 2 * per_arm(pays) / visits / 12,
        "pairs_of_articles": fact["articles"] * (fact["articles"] - 1) / 2,
        "pairs_counted": sum(pairs.values()),
        "share_of_pairs_never_bought_together": pairs["never"] / sum(pairs.values()),
        "share_of_pairs_seen_five_times": pairs["five_or_more"] / sum(pairs.values()),
        "orders_with_two_or_more_per_year": 12 * fact["articles_per_order"]["orders_with_two_or_more"],
        "hours_to_name_three_for_each": minutes / 60,
        "price_of_naming_by_hand": minutes / 60 * owner["owners_hour"],
        "price_of_the_service_in_a_year": 12 * fact["fee"],
        "price_of_building_in_a_year": built["setup_days"] * built["day"]
        + 12 * built["hours_per_month"] * built["day"] / 8,
        "put_in_best_sellers": other,
        "put_in_by_hand": one,
        "put_in_gain_low": one - other - doubt,
        "put_in_gain_high": one - other + doubt,
        "shown_per_arm_to_see_that_gain": 16 * middle * (1 - middle) / (one - other) ** 2,
        "orders_with_something_from_the_box_per_month": orders * rate,
        # Had it been as much better on all articles, and had each thing put in been bought and not bought otherwise.
        "further_orders_with_something_from_the_box_if_by_hand": orders * rate * (one / other - 1),
        "margin_of_these_per_month": orders * rate * (one / other - 1) * one_article,
        "margin_of_these_at_the_low_end": orders * rate * (one - other - doubt) / other * one_article,
        "places_won_by_hiding_what_is_sold_out": 1 / (1 - fact["box_today"]["sold_out"]) - 1,
    }

# hiretool-canary-84f35b99-8c73-4115-bbbf-a76b1d9ecbf3
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

BEFORE = 5  # months before the labels in `index`
ARMS = ("labelled", "others")


def derived(facts):
    """Each figure of `derived`, computed anew. Shares are of the three months before; EUR are a shop and month."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    index = fact["index"]

    def mean(values):
        return sum(values) / len(values)

    last = {arm: mean(index[arm][BEFORE - 3 : BEFORE]) for arm in ARMS}
    after = {arm: mean(index[arm][BEFORE:]) for arm in ARMS}
    rise = {arm: after[arm] / last[arm] - 1 for arm in ARMS}
    slope = {arm: (index[arm][BEFORE - 1] - index[arm][0]) / (BEFORE - 1) for arm in ARMS}
    # What each would have reached by its own trend: three months later on average.
    trend = {arm: (last[arm] + 3 * slope[arm]) / last[arm] - 1 for arm in ARMS}
    beyond = {arm: rise[arm] - trend[arm] for arm in ARMS}
    net, in_truth = rise["labelled"] - rise["others"], beyond["labelled"] - beyond["others"]
    shops, spread = fact["shops"], fact["spread_between_shops"]
    doubt = 1.96 * spread * sqrt(1 / shops["labelled"] + 1 / shops["others"])
    near = fact["neighbours"]
    rest = shops["others"] - near["others_within_2_km"]
    against_rest = rise["labelled"] - near["rest_rise"]
    taken = (near["rest_rise"] - near["their_rise"]) * near["others_within_2_km"] / shops["labelled"]

    margin, pieces = fact["margin"], fact["pieces"]
    own = margin["own"] * margin["own_price"]
    brand = margin["brand"] * margin["brand_price"]

    def money(own_rise, brand_fall):
        return pieces["own"] * own_rise * own + pieces["brand"] * brand_fall * brand

    brands = fact["brands"]
    fall = brands["labelled_fall"] - brands["others_fall"]
    trial, county = fact["trial"], fact["county_line"]
    arm = trial["shops"] / 2
    return {
        "rise_of_labelled": rise["labelled"],
        "rise_of_others": rise["others"],
        "difference_in_differences": net,
        "difference_low": net - doubt,
        "difference_high": net + doubt,
        "points_a_month_before_labelled": slope["labelled"],
        "points_a_month_before_others": slope["others"],
        "rise_by_own_trend_labelled": trend["labelled"],
        "rise_by_own_trend_others": trend["others"],
        "beyond_trend_labelled": beyond["labelled"],
        "beyond_trend_others": beyond["others"],
        "difference_beyond_trends": in_truth,
        "others_from_parts": (near["others_within_2_km"] * near["their_rise"] + rest * near["rest_rise"])
        / shops["others"],
        "difference_against_those_far_away": against_rest,
        "share_of_the_rise_taken_from_neighbours": taken,
        "county_low": county["gain"] - county["doubt"],
        "county_high": county["gain"] + county["doubt"],
        "margin_of_an_own_piece": own,
        "margin_of_a_brand_piece": brand,
        "brands_fall_beyond_others": fall,
        "eur_by_the_headline": money(fact["rise_headline"], 0),
        "eur_with_brands_at_the_difference": money(net, fall),
        "eur_with_brands_beyond_trends": money(in_truth, fall),
        "eur_with_brands_at_the_county_line": money(county["gain"], fall),
        "eur_left_after_the_labels": money(net, fall) - fact["cost_of_labels"]["per_shop_and_month"],
        "eur_left_after_the_labels_county": money(county["gain"], fall) - fact["cost_of_labels"]["per_shop_and_month"],
        "eur_left_after_the_labels_beyond_trends": money(in_truth, fall) - fact["cost_of_labels"]["per_shop_and_month"],
        "saved_by_a_customer_who_changes": margin["brand_price"] - margin["own_price"],
        "rise_at_which_it_pays": (fact["cost_of_labels"]["per_shop_and_month"] - pieces["brand"] * fall * brand)
        / (pieces["own"] * own),
        "pieces_of_brands_lost": -pieces["brand"] * fall,
        "pieces_of_own_brand_won_at_the_county_line": pieces["own"] * county["gain"],
        "shops_an_arm_to_see_3_percent": 7.85 * 2 * spread**2 / 0.03**2,
        "half_range_of_the_trial": 1.96 * spread * sqrt(2 / arm),
    }

# hiretool-canary-a32249e2-7981-4ea3-b251-75afc123203f
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import factorial


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    shuffled, daily = fact["shuffled"], fact["searches_per_day"]
    looked = {int(place): share for place, share in shuffled["clicks_by_place"].items()}
    logged = {int(place): share for place, share in fact["logged_by_place"].items()}
    first, other = fact["one_search"]["first"], fact["one_search"]["other"]
    on, kinds, use = fact["on_shuffled"], fact["by_kind"], fact["clicks_and_use"]
    gain, doubt = on["ranker"] - on["today"], on["doubt_of_ranker_less_today"]
    wanted = shuffled["searches"] * (doubt / 0.005) ** 2
    buys = use["bought_on_the_site"]
    better = buys * 1.02
    middle = (buys + better) / 2
    per_arm = 16 * middle * (1 - middle) / (better - buys) ** 2
    price = fact["price_of_shuffling"]
    lost = 0.01 * daily * (price["as_shown"] - price["bought"]) * fact["margin"]
    votes = 7.85 * 0.25 / 0.015**2
    advisers = fact["advisers"]
    spelling = fact["spelling"]
    return {
        "headline_gain": fact["headline"]["ranker"] / fact["headline"]["text_match"] - 1,
        "looked_at_second": looked[2] / looked[1],
        "looked_at_third": looked[3] / looked[1],
        "looked_at_fourth": looked[4] / looked[1],
        "looked_at_sixth": looked[6] / looked[1],
        # Had the place no effect of its own, the shuffled shares would all be alike.
        "logged_first_to_sixth": logged[1] / logged[6],
        "shuffled_first_to_sixth": looked[1] / looked[6],
        "first_if_looked_at": first["clicked"] / (looked[first["place"]] / looked[1]),
        "other_if_looked_at": other["clicked"] / (looked[other["place"]] / looked[1]),
        "gain_over_today": gain,
        "gain_over_today_low": gain - doubt,
        "gain_over_today_high": gain + doubt,
        "gain_over_text_match": on["ranker"] - on["text_match"],
        "lost_on_clicks_against_today": fact["headline"]["ranker"] - fact["today_on_the_same_clicks"],
        "history_on_clicks": fact["headline"]["ranker"] - fact["without_click_history"]["on_clicks"],
        "history_on_shuffled": on["ranker"] - fact["without_click_history"]["on_shuffled"],
        "today_over_kinds": sum(kind["share"] * kind["today"] for kind in kinds.values()),
        "ranker_over_kinds": sum(kind["share"] * kind["ranker"] for kind in kinds.values()),
        # If only searches are used that were shown in exactly the order that the ranker would have chosen.
        "searches_in_the_same_order_of_six": shuffled["searches"] / factorial(6),
        "shuffled_searches_for_half_a_point": wanted,
        "days_at_one_in_a_hundred": wanted / (0.01 * daily),
        "days_at_one_in_ten": wanted / (0.1 * daily),
        "eur_a_day_of_shuffling_one_in_a_hundred": lost,
        "eur_a_day_of_shuffling_one_in_ten": 10 * lost,
        "eur_of_the_sixty_days": 60 * lost,
        # One point and a half off 50 in a hundred, each search with a click being a vote.
        "votes_to_see_51_5_against_48_5": votes,
        "days_of_mixing_one_in_ten": votes / (0.1 * daily * fact["searches_with_a_click"]),
        "searches_per_arm_to_see_purchases_2_percent": per_arm,
        "days_for_purchases_by_search": 2 * per_arm / daily,
        "days_for_purchases_by_visitor": 2 * per_arm * fact["searches_per_visitor"]["design_effect"] / daily,
        "pairs_that_advisers_judge_a_day": advisers["people"]
        * advisers["minutes_a_day"]
        * 60
        / advisers["seconds_a_pair"],
        "articles_never_shown": fact["articles"] * fact["never_shown"],
        "searches_too_slow_per_day": daily * fact["time"]["too_slow"],
        "misspelt_searches_per_day": daily * spelling["share"],
        "today_if_spelt_or_not": spelling["share"] * spelling["found_in_first_three"]
        + (1 - spelling["share"]) * spelling["others"],
    }

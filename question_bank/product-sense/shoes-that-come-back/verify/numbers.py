# hiretool-canary-3d0c7c52-6a7e-4b55-9a5e-5e1f0f7c2b94
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _arm_to_see(one, other):
    """Pairs in each arm to tell two shares apart: 80 % power, 5 % two-sided."""
    return 7.85 * (one * (1 - one) + other * (1 - other)) / (one - other) ** 2


def _trial(arms, of_return, of_kept):
    """(EUR saved on returns, EUR of margin not earned, standard error of the difference), for the arms as they are."""
    plain, warned = arms["plain"], arms["warned"]
    kept = {name: arm["ordered"] - arm["returned"] for name, arm in arms.items()}
    # As if each pair were a coin of its own; baskets with several pairs make the doubt larger still.
    doubt = of_return**2 * (plain["returned"] + warned["returned"]) + of_kept**2 * sum(kept.values())
    saved = (plain["returned"] - warned["returned"]) * of_return
    return saved, (kept["plain"] - kept["warned"]) * of_kept, sqrt(doubt)


def derived(facts):
    """Each figure of `derived`, computed anew. Counts and EUR are a day where the name does not say otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    pairs, kinds = fact["pairs_per_day"], fact["orders_by_kind"]
    two, single = kinds["two_sizes"], kinds["one_size"]
    of_return, of_kept = fact["cost_of_a_return"], fact["margin_of_a_kept_pair"]
    singles = pairs * single["share_of_pairs"]
    back = singles * single["returned"]
    back_of_two = pairs * two["share_of_pairs"] * two["returned"]

    # An order of two sizes holds two pairs, and nobody keeps both: something of it always comes back.
    twos = pairs * two["share_of_pairs"] / 2
    per_order = 2 * two["returned"]
    of_two = twos / (twos + back)

    flagged = fact["flagged"]
    flagged_pairs = flagged["orders"] + flagged["of_two_sizes"]
    arms = fact["trial"]
    plain, warned = arms["plain"], arms["warned"]
    saved, not_earned, doubt = _trial(arms, of_return, of_kept)
    dearer, same, _ = _trial(arms, 2 * of_return, of_kept)

    small, large = back * fact["reasons"]["too_small"], back * fact["reasons"]["too_large"]
    brand_pairs = singles * fact["eleven_brands"]["share_of_one_size_pairs"]
    before, after = fact["line_of_text"]["before"], fact["line_of_text"]["after"]
    fall = before["too_small"] - after["too_small"]
    spread = sqrt(sum(arm["too_small"] * (1 - arm["too_small"]) / arm["pairs"] for arm in (before, after)))
    avoided = brand_pairs * fall
    worth = of_return + (1 - fact["order_another_size"]) * of_kept
    advice = fact["size_advice"]
    advised = (small + large - avoided) * fact["known_feet"] * advice["prevents"]
    half_fall = _arm_to_see(before["too_small"], before["too_small"] - fall / 2)
    return {
        "returned_share_over_both_kinds": (back + back_of_two) / pairs,
        "cost_of_returns": (back + back_of_two) * of_return,
        "two_size_orders": twos,
        "two_size_orders_that_keep_a_pair": 2 - per_order,
        "earned_by_a_two_size_order": (2 - per_order) * of_kept - per_order * of_return,
        "earned_by_a_one_size_order": (1 - single["returned"]) * of_kept - single["returned"] * of_return,
        "two_size_orders_among_the_flagged": flagged["of_two_sizes"] / flagged["orders"],
        # An order of two sizes is ranked above every order without a return; the rest is as among one-size orders.
        "right_order_over_all": of_two + (1 - of_two) * fact["model_on_one_size_orders"],
        "trial_fall_in_returned_pairs": 1 - warned["returned"] / plain["returned"],
        "trial_fall_in_ordered_pairs": 1 - warned["ordered"] / plain["ordered"],
        "trial_returned_share_plain": plain["returned"] / plain["ordered"],
        "trial_returned_share_warned": warned["returned"] / warned["ordered"],
        "trial_saved_on_returns": saved,
        "trial_margin_not_earned": not_earned,
        "trial_net": saved - not_earned,
        "trial_net_standard_error": doubt,
        "worth_of_the_warning": (saved - not_earned) / plain["ordered"] * flagged_pairs,
        "trial_net_if_a_return_costs_twice": dearer - same,
        "cost_of_a_return_at_which_the_warning_pays": not_earned / (plain["returned"] - warned["returned"]),
        "too_small": small,
        "size_returns": small + large,
        "pairs_of_the_eleven_brands": brand_pairs,
        "eleven_brands_share_of_too_small": brand_pairs * before["too_small"] / small,
        "too_small_in_the_other_brands": (small - brand_pairs * before["too_small"]) / (singles - brand_pairs),
        "fall_with_the_line": fall,
        "fall_with_the_line_low": fall - 1.96 * spread,
        "fall_with_the_line_high": fall + 1.96 * spread,
        "worth_of_an_avoided_size_return": worth,
        "returns_avoided_by_the_line": avoided,
        "worth_of_the_line": avoided * worth,
        "worth_of_the_line_without_the_margin": avoided * of_return,
        "worth_of_the_advice_if_it_works": advised * worth,
        "worth_of_the_advice_times_its_chance": advised * worth * advice["chance"],
        "pairs_per_arm_to_see_half_the_fall": half_fall,
        "days_of_orders_for_both_arms": 2 * half_fall / brand_pairs,
    }

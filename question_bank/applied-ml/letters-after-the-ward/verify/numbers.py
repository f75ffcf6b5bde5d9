# hiretool-canary-dfba1dba-65b0-41d5-bf1a-12189202d8b1
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _kappa(agreed, one, other):
    """Agreement beyond chance of two judges who prefer the draft in the shares `one` and `other`."""
    chance = one * other + (1 - one) * (1 - other)
    return (agreed - chance) / (1 - chance)


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def _per_arm(one, other):
    """Units per arm to tell two shares apart; 80 % power at 5 % two-sided."""
    middle = (one + other) / 2
    return 16 * middle * (1 - middle) / (one - other) ** 2


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    judges, doctors, check = fact["judges"], fact["doctors_on_pairs"], fact["chart_check"]
    liked = doctors["prefer_draft"]
    mean = (judges["same_maker"] + judges["other_maker"]) / 2
    found = {
        f"{kind}_{who}": (check[who][kind], check[who]["of"]) for kind in ("medicines", "made_up") for who in check
    }
    bounds = {}
    for name, (count, of) in found.items():
        bounds[f"{name}_share"] = count / of
        bounds[f"{name}_low"], bounds[f"{name}_high"] = _interval(count, of)
    letters, back = fact["letters_per_day"], fact["back_in_hospital"]
    lost = letters * back * fact["letter_share"]
    in_chart = fact["failed_letters"]["in_the_chart_and_left_out"]
    late = fact["failed_letters"]["too_late"]
    fall = back * fact["letter_share"] * in_chart
    wanted = _per_arm(back, back - fall)
    wards, experts, minutes = fact["wards"], fact["experts"], fact["minutes"]
    other = fact["other_hospital"]
    spared = minutes["writing"] - minutes["correcting_a_draft"]
    calls = fact["calls"]
    elsewhere = check["draft"]["made_up"] - other["made_up"], check["draft"]["of"] - other["of"]
    return {
        "judges_mean": mean,
        "gain_from_the_same_maker": judges["same_maker"] - judges["other_maker"],
        "kappa_judges": _kappa(judges["agree_with_each_other"], judges["same_maker"], judges["other_maker"]),
        "kappa_doctors": _kappa(doctors["agree_with_each_other"], liked, liked),
        # As if the judges preferred the draft as often on these 200 pairs as on the 300.
        "kappa_judges_and_doctors": _kappa(doctors["agree_with_judges"], liked, mean),
        "with_chart_low": _interval(fact["chart_given"]["prefer_draft"] * 100, 100)[0],
        "with_chart_high": _interval(fact["chart_given"]["prefer_draft"] * 100, 100)[1],
        "same_shape_low": _interval(fact["same_shape"]["prefer_draft"] * 100, 100)[0],
        "same_shape_high": _interval(fact["same_shape"]["prefer_draft"] * 100, 100)[1],
        "doctors_low": _interval(liked * doctors["pairs"], doctors["pairs"])[0],
        "doctors_high": _interval(liked * doctors["pairs"], doctors["pairs"])[1],
        **bounds,
        "letters_with_an_error_ward": check["ward"]["medicines"] + check["ward"]["made_up"],
        "letters_with_an_error_draft": check["draft"]["medicines"] + check["draft"]["made_up"],
        "made_up_per_day_draft": letters * check["draft"]["made_up"] / check["draft"]["of"],
        "made_up_per_day_ward": letters * check["ward"]["made_up"] / check["ward"]["of"],
        "made_up_share_other_hospital": other["made_up"] / other["of"],
        "made_up_share_elsewhere": elsewhere[0] / elsewhere[1],
        "letters_to_check_per_side_for_medicines": _per_arm(
            found["medicines_ward"][0] / 120, found["medicines_draft"][0] / 120
        ),
        "hours_of_pharmacists_for_that": 2
        * 2
        * _per_arm(found["medicines_ward"][0] / 120, found["medicines_draft"][0] / 120)
        * 25
        / 60,
        "judgements_that_doctors_can_give": experts["people"] * experts["hours_each"] * 60 / experts["minutes_a_pair"],
        "pairs_to_see_5_points": 7.85 * 0.25 / 0.05**2,
        "back_by_the_letter_per_day": lost,
        "cost_of_these_per_day": lost * fact["cost_of_back"],
        # The best that any text from the chart can do: everything that stands there is in the letter.
        "saved_at_best_per_day_by_text": lost * in_chart * fact["cost_of_back"],
        "saved_at_best_per_day_by_speed": lost * late * fact["cost_of_back"],
        "fall_at_best": fall,
        "letters_per_arm_to_see_it": wanted,
        "years_for_both_arms": 2 * wanted / letters / 365,
        # Each arm's information is capped by its wards: (wards / 2) / icc letters, however long it runs.
        "letters_that_an_arm_is_worth_at_most": wards["number"] / 2 / wards["icc"],
        # A call is the failed letter itself, so text and speed can spare at most their own shares of the calls.
        "letters_per_arm_to_see_calls_fall_by_text_at_best": _per_arm(calls, calls * (1 - in_chart)),
        "letters_per_arm_to_see_calls_fall_by_speed_at_best": _per_arm(calls, calls * (1 - late)),
        "hours_spared_per_day": letters * spared / 60,
        "eur_spared_per_day": letters * spared / 60 * fact["hour"],
        "eur_a_day_of_drafts": letters * fact["cost_of_a_draft"],
        "caught_while_correcting": fact["planted"]["caught"] / fact["planted"]["of"],
        "share_of_wait_for_second_signature": fact["days"]["waiting_for_second_signature"] / fact["days"]["until_sent"],
    }

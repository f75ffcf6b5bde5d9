# hiretool-canary-5bfa9ba8-db30-4174-a423-538e60fea723
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    count, no, new, known = fact["checkouts_a_day"], fact["not_offered"], fact["new_ones"], fact["known_ones"]
    strangers = count * fact["without_a_score"]
    on_list = count - strangers
    lost_by_no = no["leaves"] * no["margin"]
    why, slow, again = fact["why_they_differ"], fact["slow"], fact["asks_again"]
    rings, shadow, log_in = fact["rings"], fact["shadow"], fact["log_in"]

    def worth(rule):
        """EUR a day of offering an invoice to those of the new ones whom a rule allows."""
        return strangers * new[rule]["allowed"] * (lost_by_no - new[rule]["unpaid"] * no["basket"])

    def less_unpaid(before, after):
        return on_list * known["allowed"] * (known[before] - known[after]) * no["basket"]

    many = count * slow["share_with_many_orders"] * slow["with_many_orders"]
    return {
        "checkouts_a_day_without_a_score": strangers,
        "checkouts_a_day_with_a_score": on_list,
        "eur_of_a_refusal": lost_by_no,
        "eur_a_day_of_refusing_them_all": strangers * lost_by_no,
        "share_unpaid_at_which_an_offer_to_a_new_one_pays_nothing": lost_by_no / no["basket"],
        "eur_a_day_of_offering_to_all_new_ones": worth("everybody"),
        "eur_a_day_of_the_nights_model_for_new_ones": worth("model_of_the_night"),
        "eur_a_day_of_six_fields_for_new_ones": worth("six_fields"),
        "features_of_the_night_that_new_ones_have": fact["features"] - 96,
        "eur_a_day_of_the_count_of_today": less_unpaid("night", "night_and_count_of_today"),
        "eur_a_day_of_all_fresh_beyond_the_count": less_unpaid("night_and_count_of_today", "all_fresh"),
        "eur_a_day_of_the_doubt": on_list * known["allowed"] * known["give_or_take"] * no["basket"],
        "eur_a_month_of_all_fresh_beyond_the_count": 30 * less_unpaid("night_and_count_of_today", "all_fresh"),
        "eur_a_day_by_rings": rings["a_day"] * rings["orders_each"] * rings["eur_each"],
        "eur_a_day_by_rings_after_the_first_order": rings["a_day"] * (rings["orders_each"] - 1) * rings["eur_each"],
        "features_that_differ": sum(row["features"] for row in why.values()),
        "share_of_answers_that_turn": sum(row["turns"] for row in why.values()),
        "share_of_turns_by_the_two_largest_causes": (
            why["counts_the_order_being_paid"]["turns"] + why["empty_is_minus_one_and_not_nought"]["turns"]
        )
        / shadow["answers_that_turn"],
        "answers_a_day_that_turn": on_list * shadow["answers_that_turn"],
        "answers_a_day_that_turn_towards_no": on_list * shadow["towards_no"],
        "eur_a_day_of_turns_towards_no": on_list * shadow["towards_no"] * lost_by_no,
        "slow_answers_a_day": count * slow["over_400_ms"],
        "slow_answers_a_day_of_those_with_many_orders": many,
        "share_of_slow_answers_that_are_theirs": many / (count * slow["over_400_ms"]),
        "share_slow_of_the_others": (count * slow["over_400_ms"] - many)
        / (count * (1 - slow["share_with_many_orders"])),
        "eur_a_day_of_a_no_for_slow_answers": count * slow["over_400_ms"] * lost_by_no,
        "eur_a_day_of_a_yes_for_their_slow_answers": many * fact["many_orders_unpaid"] * no["basket"],
        "ms_of_list_and_count": fact["times"]["night_look_up"] + fact["times"]["count_of_today"],
        "share_of_checkouts_with_a_minute_before": log_in["share"] * log_in["more_than_a_minute"],
        "checkouts_a_day_that_ask_again": count * again["share"],
        "checkouts_a_day_with_two_answers": count * again["share"] * again["other_answer"],
        "mb_a_day_of_answers_with_features": count * fact["features"] * fact["bytes_a_feature"] / 1e6,
        "gb_of_three_years_of_them": count
        * fact["features"]
        * fact["bytes_a_feature"]
        * 365
        * fact["why_no"]["years"]
        / 1e9,
        "customers_scored_in_vain_each_night": fact["customers"] * (1 - fact["asked_in_a_year"]),
        "eur_a_month_of_the_platform": fact["platform"]["eur_a_month"],
    }

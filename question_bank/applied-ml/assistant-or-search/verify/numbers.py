# hiretool-canary-6bb7c3ef-4b13-4764-906b-ad22e963e4e6
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _kappa(agreed, one, other):
    """Agreement beyond chance of two judges who prefer the assistant in the shares `one` and `other`."""
    chance = one * other + (1 - one) * (1 - other)
    return (agreed - chance) / (1 - chance)


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds = fact["search_by_kind"]
    success = sum(kind["share"] * kind["success"] for kind in kinds.values())
    judge, technicians = fact["judge"], fact["technicians_on_pairs"]
    liked, equal = technicians["prefer_assistant"], fact["equal_length"]
    both_orders = (judge["assistant_first"] + judge["search_first"]) / 2
    low, high = _interval(**fact["other_lift"])
    search_low, search_high = _interval(**fact["other_lift_search"])
    hours = fact["experts"] * fact["hours_per_expert_per_week"] * fact["weeks_of_experts"]
    dangerous = fact["searches_per_day"] * fact["dangerous_share"]
    lost = fact["visits_per_day"] * fact["second_visit_share"] * fact["lookup_share_of_second_visits"]
    rescuable = fact["failed_searches"]["in_top_20_and_passed_over"]
    fall = fact["second_visit_share"] * fact["lookup_share_of_second_visits"] * rescuable
    middle = fact["second_visit_share"] - fall / 2
    wanted = 16 * middle * (1 - middle) / fall**2
    days = wanted / (fact["visits_per_day"] / 2)
    return {
        "search_success": success,
        "failed_searches_per_day": fact["searches_per_day"] * (1 - success),
        "preference_over_both_orders": both_orders,
        # A judge that ignores the order prefers the assistant equally often in both.
        "gain_from_standing_first": judge["assistant_first"] - judge["search_first"],
        "kappa_two_technicians": _kappa(technicians["agree_with_each_other"], liked, liked),
        # As if the judge preferred the assistant as often on these 200 pairs as on the 400.
        "kappa_judge_and_technician": _kappa(technicians["agree_with_judge"], liked, both_orders),
        "standard_error_at_equal_length": sqrt(
            equal["prefer_assistant"] * (1 - equal["prefer_assistant"]) / equal["pairs"]
        ),
        "judgements_that_experts_can_give": hours * 60 / fact["minutes_per_judgement"],
        # 80 % power at 5 % two-sided, to tell 55 from 50 in a hundred pairs.
        "pairs_to_see_5_points": 7.85 * 0.25 / 0.05**2,
        "answers_for_another_lift_low": low,
        "answers_for_another_lift_high": high,
        "pages_for_another_lift_low": search_low,
        "pages_for_another_lift_high": search_high,
        # If danger and mistaken lift have nothing to do with each other.
        "dangerous_answers_for_another_lift_per_day": dangerous
        * fact["other_lift"]["found"]
        / fact["other_lift"]["of"],
        "dangerous_pages_for_another_lift_per_day": dangerous
        * fact["other_lift_search"]["found"]
        / fact["other_lift_search"]["of"],
        "cost_of_failed_lookups_per_day": lost * fact["cost_of_second_visit"],
        # No reader of the same twenty pages can do better than find what lies among them.
        "success_at_best_with_todays_retrieval": success + (1 - success) * rescuable,
        "gain_at_best_per_day": lost * fact["cost_of_second_visit"] * rescuable,
        "fall_in_second_visits_at_best": fall,
        "visits_per_arm_to_see_it": wanted,
        "days_if_visits_were_independent": days,
        # Each arm's information is capped by its technicians: (technicians / 2) / icc visits, however long it runs.
        "visits_that_an_arm_is_worth_at_most": fact["technicians"] / 2 / fact["icc_of_technicians"],
        "cost_of_answers_per_day": fact["searches_per_day"] * fact["cost_per_answer"],
        "hours_waited_per_day": fact["searches_per_day"] * fact["seconds_per_answer"] / 3600,
    }

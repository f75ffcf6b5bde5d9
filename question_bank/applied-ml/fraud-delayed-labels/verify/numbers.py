# hiretool-canary-65b7b55a-2cb2-4698-be1d-6b36fa7fc5ba
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    loss, wrong = fact["loss_per_fraud"], fact["cost_of_wrong_block"]
    missed = fact["payments_per_day"] * fact["missed_fraud_share"]
    share = fact["fraud_share_of_blocked"]
    days, arrived = zip(*sorted((day, part) for day, part in fact["labels_by_day"].items() if day <= 60))
    area = sum(
        (right - left) * (low + high) / 2 for left, right, low, high in zip(days, days[1:], arrived, arrived[1:])
    )
    rate = fact["missed_fraud_share"]
    released = 2000
    low, high = _interval(round(share * released), released)
    worst, even = fact["worst_rule"], wrong / (loss + wrong)
    worst_low, worst_high = _interval(worst["fraud"], worst["released"])
    its = worst["fraud"] / worst["released"]
    # 80 % power at 5 % two-sided: one share against a fixed one.
    needed = ((1.96 * sqrt(even * (1 - even)) + 0.8416 * sqrt(its * (1 - its))) / (even - its)) ** 2
    review, noticed = fact["cost_of_review"], rate * fact["early_alerts"]["cover"]
    at_even = even * loss - review
    half_life = fact["pattern_half_life_days"]
    return {
        "frauds_missed_per_day": missed,
        "loss_per_day": missed * loss,
        # Block when p * loss > (1 - p) * wrong.
        "break_even_probability": wrong / (loss + wrong),
        "gain_per_rule_block": share * loss - (1 - share) * wrong,
        # A rule pays only above the break-even share; the worst one is below it.
        "gain_per_block_of_the_worst_rule": fact["fraud_share_by_rule"]["lowest"] * loss
        - (1 - fact["fraud_share_by_rule"]["lowest"]) * wrong,
        "arrived_by_day_9": arrived[1] + (arrived[2] - arrived[1]) * (9 - days[1]) / (days[2] - days[1]),
        "missing_labels_last_60_days": 1 - area / 60,
        # Fraud let in, less the genuine payments won back.
        "cost_per_day_of_releasing_1_percent_of_blocks": fact["blocked_per_day"]
        * 0.01
        * (share * loss - (1 - share) * wrong),
        # 16 p / d^2 an arm: 80 % power at 5 % two-sided, for a fall of a tenth.
        "payments_per_arm_for_10_percent": 16 * rate / (0.1 * rate) ** 2,
        "days_of_traffic_for_both_arms": 2 * 16 * rate / (0.1 * rate) ** 2 / fact["payments_per_day"],
        "pattern_left_after_75_days": 0.5 ** (75 / half_life),
        "fraud_share_of_blocked_low": low,
        "fraud_share_of_blocked_high": high,
        "fraud_share_of_the_worst_rule_low": worst_low,
        "fraud_share_of_the_worst_rule_high": worst_high,
        "releases_to_tell_the_worst_rule_from_break_even": needed,
        "days_of_its_blocks": needed / worst["blocks_per_day"],
        "eur_a_day_of_switching_it_off": -(its * loss - (1 - its) * wrong) * worst["blocks_per_day"],
        "eur_a_day_lost_by_it_at_the_high_end": round(
            (worst_high * loss - (1 - worst_high) * wrong) * worst["blocks_per_day"]
        ),
        # With an analyst who is always right: accepting costs p * loss, blocking (1 - p) * wrong.
        "review_pays_above": review / loss,
        "review_pays_below": 1 - review / wrong,
        "gain_of_a_review_at_break_even": at_even,
        "gain_of_900_reviews_at_break_even": fact["reviews_per_day"] * at_even,
        "days_of_traffic_by_notices": 2 * 16 * noticed / (0.1 * noticed) ** 2 / fact["payments_per_day"],
        "pattern_left_after_45_days": 0.5 ** (45 / half_life),
        "left_of_it_after_a_week_by_notices": 0.5 ** (7 / half_life),
    }

# hiretool-canary-65b7b55a-2cb2-4698-be1d-6b36fa7fc5ba
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


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
        "pattern_left_after_75_days": 0.5 ** (75 / fact["pattern_half_life_days"]),
    }

# hiretool-canary-aa2f2e83-dbdd-4bfd-9922-1b92eccd694e
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew. EUR."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    loss, gain, rate = fact["loss_per_unpaid"], fact["gain_per_paid"], fact["not_paid_share"]
    accepted = fact["applications_per_day"] * fact["accepted_share"]
    refused = fact["applications_per_day"] - accepted
    lot, reasons = fact["refused"], fact["refused_by_reason"]
    of_refused = lot["unpaid"] / lot["accepted_on_purpose"]
    lowest, highest = (reasons[name]["unpaid"] / reasons[name]["of"] for name in ("lowest", "highest"))
    months, known = zip(*sorted((int(month), part) for month, part in fact["known_by_month"].items()))

    def area(until):
        """Mean share that is known, over contracts of all ages up to `until` months."""
        steps = [step for step in zip(months, months[1:], known, known[1:]) if step[1] <= until]
        return sum((right - left) * (low + high) / 2 for left, right, low, high in steps) / until

    def per_refusal(share):
        """What a refusal spares, less what it forgoes."""
        return share * loss - (1 - share) * gain

    first = fact["first_missed"]
    per_arm = 16 * rate * (1 - rate) / (0.1 * rate) ** 2
    third = 16 * rate * (1 - rate) / (0.33 * rate) ** 2
    at_new = fact["dealers"]["unpaid_there"]
    there = 16 * at_new * (1 - at_new) / (0.33 * at_new) ** 2
    new = fact["newcomers"]
    new_low, new_high = _interval(new["of_600"]["unpaid"], new["of_600"]["of"])
    low_low, low_high = _interval(reasons["lowest"]["unpaid"], reasons["lowest"]["of"])
    first_rate = first["share_of_contracts"]
    return {
        "accepted_per_day": accepted,
        "refused_per_day": refused,
        "unpaid_per_day": accepted * rate,
        "loss_per_year": 365 * accepted * rate * loss,
        "gain_per_year": 365 * accepted * ((1 - rate) * gain - rate * loss),
        "break_even_probability": gain / (loss + gain),
        "unpaid_share_of_refused": of_refused,
        "gain_per_refusal": per_refusal(of_refused),
        "unpaid_share_of_the_lowest_reason": lowest,
        "unpaid_share_of_the_lowest_reason_low": low_low,
        "unpaid_share_of_the_lowest_reason_high": low_high,
        "gain_per_refusal_for_the_lowest_reason": per_refusal(lowest),
        "gain_per_refusal_for_the_highest_reason": per_refusal(highest),
        "cost_of_the_600": 600 * per_refusal(of_refused),
        "cost_per_day_of_accepting_3_percent_of_refused": 0.03 * refused * per_refusal(of_refused),
        "accepted_refused_per_year_at_3_percent": 365 * 0.03 * refused,
        "not_yet_known_of_the_last_12_months": 1 - area(12),
        "not_yet_known_of_the_last_24_months": 1 - area(24),
        # With nothing changed at all.
        "unpaid_share_seen_of_the_last_6_months": rate * area(6),
        "unpaid_share_of_first_missed": first["of_unpaid"] * rate / first_rate,
        "unpaid_share_of_the_others": (1 - first["of_unpaid"]) * rate / (1 - first_rate),
        "contracts_per_arm_for_10_percent": per_arm,
        "days_of_traffic_for_10_percent": 2 * per_arm / accepted,
        "contracts_per_arm_for_a_third": third,
        "days_of_traffic_for_a_third": 2 * third / accepted,
        # If new dealers' applicants are accepted as often as the others.
        "contracts_per_arm_for_a_third_at_new_dealers": there,
        "days_of_traffic_for_a_third_at_new_dealers": 2 * there / (accepted * fact["dealers"]["new_within_a_year"]),
        "share_of_applications_that_can_be_looked_at": fact["looks_per_day"] / fact["applications_per_day"],
        "unpaid_share_of_newcomers": new["of_600"]["unpaid"] / new["of_600"]["of"],
        "unpaid_share_of_newcomers_low": new_low,
        "unpaid_share_of_newcomers_high": new_high,
        "gain_per_refusal_of_newcomers": per_refusal(new["of_600"]["unpaid"] / new["of_600"]["of"]),
        "newcomers_refused_per_day": fact["applications_per_day"] * new["share_of_applications"] * new["refused"],
        "refused_share_of_the_others": (1 - fact["accepted_share"] - new["share_of_applications"] * new["refused"])
        / (1 - new["share_of_applications"]),
    }

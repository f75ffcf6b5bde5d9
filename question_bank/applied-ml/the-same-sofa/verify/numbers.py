# hiretool-canary-20c70967-35cf-4e2e-a965-105153bc13ed
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew. Money is EUR a day unless it says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    flagged, read = fact["flagged"], fact["read_by_hand"]
    right = {name: read[name]["same"] / read[name]["of"] for name in flagged}
    left, removed = fact["cost_of_a_double_left"], fact["cost_of_a_listing_removed_in_error"]
    folded, look = fact["cost_of_folding_in_error"], fact["cost_of_a_look"]

    def worth(name, mistake, share=None):
        """Doubles taken away at `left` each, less mistakes at `mistake` each."""
        share = right[name] if share is None else share
        return flagged[name] * (share * left - (1 - share) * mistake)

    taken = fact["of_other_seller"]["taken_photographs"] / fact["of_other_seller"]["of"]
    per_look = right["other_seller"] * taken * fact["loss_by_taken_photographs"] * fact["prevented_if_looked_at"]
    searched = fact["searched_by_hand"]
    low, high = {}, {}
    for name in flagged:
        low[name], high[name] = _interval(read[name]["same"], read[name]["of"])
    missed = searched["had_a_double"] - searched["model_found"]
    found_low, found_high = _interval(searched["model_found"], searched["had_a_double"])
    taken_low = _interval(fact["of_other_seller"]["taken_photographs"], read["other_seller"]["of"])[0]
    rule = fact["same_photograph_rule"]
    total = sum(flagged.values())
    return {
        "flagged_per_day": total,
        "right_same_seller": right["same_seller"],
        "right_same_seller_low": low["same_seller"],
        "right_same_seller_high": high["same_seller"],
        "right_other_seller": right["other_seller"],
        "right_other_seller_low": low["other_seller"],
        "right_other_seller_high": high["other_seller"],
        "right_of_all_flagged": sum(flagged[name] * right[name] for name in flagged) / total,
        "removed_in_error_per_day": sum(flagged[name] * (1 - right[name]) for name in flagged),
        "removing_pays_above": removed / (removed + left),
        "folding_pays_above": folded / (folded + left),
        "removing_all": worth("same_seller", removed) + worth("other_seller", removed),
        "folding_all": worth("same_seller", folded) + worth("other_seller", folded),
        "folding_same_seller": worth("same_seller", folded),
        "folding_other_seller": worth("other_seller", folded),
        "taken_share_of_flagged_other_seller": right["other_seller"] * taken,
        "taken_share_low": taken_low,
        "gain_per_look_at_the_low_end": taken_low * fact["loss_by_taken_photographs"] * fact["prevented_if_looked_at"]
        - look,
        "removing_by_the_photograph_rule": rule["pairs_per_day"]
        * (rule["right"] * left - (1 - rule["right"]) * removed),
        "folding_by_the_photograph_rule": rule["pairs_per_day"] * (rule["right"] * left - (1 - rule["right"]) * folded),
        "prevented_per_look": per_look,
        "gain_per_look": per_look - look,
        "gain_of_250_looks": 250 * (per_look - look),
        "gain_of_looking_at_all_other_seller": flagged["other_seller"] * (per_look - look),
        "taken_per_day": flagged["other_seller"] * right["other_seller"] * taken,
        "doubles_among_live_share": searched["had_a_double"] / searched["listings"],
        "found_by_the_model": searched["model_found"] / searched["had_a_double"],
        "found_by_the_model_low": found_low,
        "found_by_the_model_high": found_high,
        "found_by_the_photograph_rule": fact["same_photograph_rule"]["found"] / fact["same_photograph_rule"]["of"],
        "missed_and_never_compared": (searched["other_category"] + searched["other_town"]) / missed,
        # With any model on the same candidates.
        "found_at_best_on_these_candidates": (searched["model_found"] + searched["scored_too_low"])
        / searched["had_a_double"],
        "not_same_that_are_one_model_per_day": sum(flagged[name] * (1 - right[name]) for name in flagged)
        * fact["why_not_same"]["several_of_one_model"],
        "pairs_if_all_were_compared": fact["new_per_day"] * fact["live"],
        "pairs_left_out_for_each_compared": fact["new_per_day"] * fact["live"] / fact["candidates_per_day"],
    }

# hiretool-canary-699e2a82-c705-4739-8c4d-c0a009ea0e7a
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    hour, trial, new, unsure, plain = (
        fact["hour"],
        fact["trial"],
        fact["new_sites"],
        fact["least_sure_are"],
        fact["plain_label"],
    )
    price = {name: part["minutes"] / 60 * hour for name, part in {"unsure": unsure, "plain": plain}.items()}
    low, high = _interval(round(new["before"] * new["recordings"]), new["recordings"])
    missed = fact["clear_none"]
    miss_low, miss_high = _interval(missed["had"], missed["looked_at"])
    decision, opened = fact["decision"], fact["open_site"]
    names = decision["sites_open"] * opened["named"]
    told, again = fact["can_tell"], fact["again"]
    yes_low, yes_high = _interval(told["both_yes"], told["heard"])
    left = decision["sites_open"] * told["places_differ"] / told["places"]
    left_low, left_high = (decision["sites_open"] * end for end in _interval(told["places_differ"], told["places"]))
    return {
        "labels_for_the_budget_plain": fact["budget"] / price["plain"],
        "labels_for_the_budget_unsure": fact["budget"] / price["unsure"],
        "price_plain": price["plain"],
        "price_unsure": price["unsure"],
        "trial_gain_least_sure": trial["least_sure"] - trial["before"],
        "trial_gain_by_lot": trial["by_lot"] - trial["before"],
        "new_sites_gain_least_sure": new["least_sure"] - new["before"],
        "new_sites_gain_by_lot": new["by_lot"] - new["before"],
        "new_sites_low": low,
        "new_sites_high": high,
        "difference_in_seeds": (new["by_lot"] - new["least_sure"]) / (fact["seeds"] * sqrt(2)),
        "trial_cost_least_sure": trial["labels"] * price["unsure"],
        "trial_cost_by_lot": trial["labels"] * price["plain"],
        "gain_of_the_last_4000_old_labels": fact["curve"]["new_sites"][3] - fact["curve"]["new_sites"][2],
        "gain_of_1000_from_more_sites": fact["more_sites"]["new_sites"] - new["before"],
        "names_at_open_sites": names,
        "right_at_an_open_site": opened["named"] * opened["right"],
        "none_right_at_an_open_site": (1 - opened["right"]) ** opened["named"],
        "price_of_hearing_all_names_twice": 2 * names * price["plain"],
        "share_of_budget_for_all_names": 2 * names * price["plain"] / fact["budget"],
        "confirmed_low": yes_low,
        "confirmed_high": yes_high,
        "names_on_which_experts_differ": names * told["differ"] / told["heard"],
        "open_sites_left_after_hearing": left,
        "open_sites_left_low": left_low,
        "open_sites_left_high": left_high,
        "price_of_recording_again_at_those": left * again["eur"],
        "open_sites_settled_by_hearing_and_again": decision["sites_open"] - left * (1 - again["settled"] / again["of"]),
        "settled_again_low": _interval(again["settled"], again["of"])[0],
        "settled_again_high": _interval(again["settled"], again["of"])[1],
        "price_of_recording_all_open_sites": decision["sites_open"] * again["eur"],
        "sites_missed_share": missed["had"] / missed["looked_at"],
        "sites_missed_low": miss_low,
        "sites_missed_high": miss_high,
        "sites_missed": decision["sites_clear_none"] * missed["had"] / missed["looked_at"],
        "price_to_hear_a_site_through": fact["heard_through"] * hour,
        "sites_heard_through_for_the_rest": (fact["budget"] - 2 * names * price["plain"])
        / (fact["heard_through"] * hour),
        "price_of_ten_hearings_where_many_are_named": 10 * decision["sites_clear_many"] * price["plain"],
        "sites_heard_through_after_recording_again": (fact["budget"] - 2 * names * price["plain"] - left * again["eur"])
        / (fact["heard_through"] * hour),
    }

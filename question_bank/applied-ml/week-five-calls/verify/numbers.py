# hiretool-canary-24740bc1-f210-4204-976d-47c383fe77f5
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def _each_side(one, other):
    """How many on each side tell two shares apart, at 5 % and with 80 % power."""
    return (1.96 + 0.8416) ** 2 * (one * (1 - one) + other * (1 - other)) / (one - other) ** 2


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    pilot, reached, lots = fact["pilot"], fact["reached"], fact["lots"]
    share = pilot["left"] / pilot["flagged"]
    low, high = _interval(pilot["left"], pilot["flagged"])
    part = {
        band: {
            "called": entry["left_called"] / entry["called"],
            "not_called": entry["left_not_called"] / entry["not_called"],
            "error": sqrt(
                sum(
                    entry["left_" + arm] / entry[arm] * (1 - entry["left_" + arm] / entry[arm]) / entry[arm]
                    for arm in ("called", "not_called")
                )
            ),
        }
        for band, entry in lots.items()
    }
    gain = {band: entry["not_called"] - entry["called"] for band, entry in part.items()}
    apart = 1.96 * sqrt(part["top"]["error"] ** 2 + part["middle"]["error"] ** 2)
    flagged = fact["students"]["a_year"] * fact["flagged"]["share"]
    calls = fact["hours"] * 60 / fact["a_call"]["minutes"]
    price = fact["a_call"]["minutes"] / 60 * fact["a_call"]["hour"]
    middle = _each_side(part["middle"]["not_called"], part["middle"]["called"])
    small = _each_side(share, share - 0.05)
    return {
        "flagged_a_year": flagged,
        "leave_a_year": fact["students"]["a_year"] * fact["students"]["leave"],
        "pilot_left": share,
        "pilot_left_low": low,
        "pilot_left_high": high,
        "pilot_from_reached_and_not": reached["share"] * reached["left_reached"]
        + (1 - reached["share"]) * reached["left_not_reached"],
        "difference_reached": reached["left_not_reached"] - reached["left_reached"],
        "top_called": part["top"]["called"],
        "top_not_called": part["top"]["not_called"],
        "top_gain": gain["top"],
        "top_gain_low": gain["top"] - 1.96 * part["top"]["error"],
        "top_gain_high": gain["top"] + 1.96 * part["top"]["error"],
        "middle_called": part["middle"]["called"],
        "middle_not_called": part["middle"]["not_called"],
        "middle_gain": gain["middle"],
        "middle_gain_low": gain["middle"] - 1.96 * part["middle"]["error"],
        "middle_gain_high": gain["middle"] + 1.96 * part["middle"]["error"],
        "bands_apart": gain["middle"] - gain["top"],
        "bands_apart_low": gain["middle"] - gain["top"] - apart,
        "bands_apart_high": gain["middle"] - gain["top"] + apart,
        "calls_that_fit": calls,
        "a_call": price,
        "stay_for_calls_at_the_top": calls * gain["top"],
        "stay_for_calls_in_the_middle": calls * gain["middle"],
        "eur_for_calls": calls * price,
        "eur_kept_in_the_middle": calls * gain["middle"] * fact["loss"],
        "gone_before_the_call_of_100_flagged": 100 * fact["past"]["left"] * fact["already_gone"]["share"],
        "still_to_win_of_100_flagged": 100 * fact["past"]["left"] * (1 - fact["already_gone"]["share"]),
        "not_lost_to_study_of_100_who_leave": 100 * fact["label"]["other_place"],
        "each_side_for_the_middle": middle,
        "years_for_the_middle": 2 * middle / flagged,
        "each_side_for_five_points": small,
        "years_for_five_points": 2 * small / flagged,
        "flagged_times_as_often_if_at_work": fact["work"]["flagged"] / fact["work"]["others"],
    }

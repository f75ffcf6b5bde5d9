# hiretool-canary-70d745fa-ed71-4fd9-8855-f491f3092174
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def derived(facts):
    """Each figure of `derived`, computed anew. Money is EUR."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    groups, trial = fact["risk_by_group"], fact["trial"]
    day, empty, both = fact["appointments_per_day"], fact["cost_of_an_empty_slot"], fact["cost_when_both_come"]
    comes = 1 - fact["missed_share"]

    def twice(risk):
        """Gain of one slot booked twice; the second patient is an ordinary one."""
        return risk * comes * empty - (1 - risk) * comes * both

    fifth = [groups["highest"], groups["next"]]
    risk_of_fifth = sum(group["share"] * group["missed"] for group in fifth) / sum(group["share"] for group in fifth)
    called = {name: trial["not_called"][name] - trial["called"][name] for name in groups}
    doubt = {}
    for name, group in groups.items():
        half = trial["patients"] * group["share"] / 2
        one, other = trial["called"][name], trial["not_called"][name]
        doubt[name] = 1.96 * sqrt((one * (1 - one) + other * (1 - other)) / half)
    speak, looked = fact["interpreter"], fact["recorded"]
    theirs = speak["share_of_the_fifth"] * fact["fifth"] / speak["share"]
    others = (1 - speak["share_of_the_fifth"]) * fact["fifth"] / (1 - speak["share"])
    not_their_doing = looked["had_cancelled"] + looked["sent_away"] + looked["in_hospital_or_dead"]
    middle = (trial["called"]["next"] + trial["not_called"]["next"]) / 2
    per_arm = 16 * middle * (1 - middle) / called["next"] ** 2
    return {
        "missed_per_day": day * fact["missed_share"],
        "empty_per_day_in_eur": day * fact["missed_share"] * empty,
        "missed_share_of_the_groups": sum(group["share"] * group["missed"] for group in groups.values()),
        "risk_that_pays_for_booking_twice": both / (empty + both),
        "risk_of_the_fifth": risk_of_fifth,
        "gain_per_slot_of_the_fifth": twice(risk_of_fifth),
        "gain_per_slot_of_the_highest": twice(groups["highest"]["missed"]),
        "gain_per_slot_of_the_next": twice(groups["next"]["missed"]),
        "gain_per_day_of_the_fifth": day * fact["fifth"] * twice(risk_of_fifth),
        "gain_per_day_of_the_highest": day * groups["highest"]["share"] * twice(groups["highest"]["missed"]),
        "both_come_per_day_in_the_fifth": day * fact["fifth"] * (1 - risk_of_fifth) * comes,
        "both_come_per_day_in_the_highest": day
        * groups["highest"]["share"]
        * (1 - groups["highest"]["missed"])
        * comes,
        # Reached by all groups together, as it was reported.
        "missed_if_called": sum(group["share"] * trial["called"][name] for name, group in groups.items()),
        **{f"gain_per_call_{name}": part * empty - fact["cost_of_a_call"] for name, part in called.items()},
        **{
            f"gain_per_day_of_calling_{name}": day * groups[name]["share"] * (part * empty - fact["cost_of_a_call"])
            for name, part in called.items()
        },
        # If half of the fall are cancellations, of whose slots only a part is taken by somebody else.
        "gain_per_call_next_if_half_cancel": called["next"]
        * (1 + fact["waiting_list"]["offered_at_two_days_take_it"])
        / 2
        * empty
        - fact["cost_of_a_call"],
        "fall_next_low": called["next"] - doubt["next"],
        "fall_next_high": called["next"] + doubt["next"],
        "fall_highest_low": called["highest"] - doubt["highest"],
        "fall_highest_high": called["highest"] + doubt["highest"],
        "fall_rest_low": called["rest"] - doubt["rest"],
        "fall_rest_high": called["rest"] + doubt["rest"],
        "patients_per_arm_to_see_the_fall_of_next": per_arm,
        "days_for_it": 2 * per_arm / (day * groups["next"]["share"]),
        "recorded_and_not_their_doing": not_their_doing / looked["looked_at"],
        "booked_twice_with_interpreter": theirs,
        "booked_twice_without": others,
        "times_as_often": theirs / others,
        "missed_with_interpreter_less_cancelled": speak["missed"] * (1 - speak["had_cancelled_of_missed"]),
        # What would be left if all were made within a week and missed as often as those are now.
        "missed_per_day_if_all_within_a_week": day * fact["lead_time"]["within_a_week"],
        "room_days_each_to_see_ten_minutes": 16 * fact["spread_of_room_days"] ** 2 / 10**2,
        "working_days_for_it": 2 * 16 * fact["spread_of_room_days"] ** 2 / 10**2 / fact["rooms"],
    }

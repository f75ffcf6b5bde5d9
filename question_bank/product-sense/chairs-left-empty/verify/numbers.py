# hiretool-canary-d0ddc8fe-12f9-41ea-8bd9-2e62350593ef
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import comb, sqrt

MONTH = 30


def derived(facts):
    """Each figure of `derived`, computed anew. Appointments and EUR are a day."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    booked, empty_costs, share = fact["appointments_per_day"], fact["cost_of_an_empty_chair"], fact["not_coming_share"]
    lost = booked * share
    flagged, top = fact["flagged"], fact["top_tenth"]
    right = flagged["not_coming"] + (booked - flagged["appointments"]) - (lost - flagged["not_coming"])

    plain, asked = fact["message_trial"]["plain"], fact["message_trial"]["asked"]
    a, b = plain["empty"] / plain["appointments"], asked["empty"] / asked["appointments"]
    doubt = 1.96 * sqrt(a * (1 - a) / plain["appointments"] + b * (1 - b) / asked["appointments"])
    fills, price, month = 1 - b / a, fact["message"]["price"], fact["firm"]["a_month"] / MONTH

    def worth(reached, filled, acts, of_one):
        """EUR won by an act on `acts` appointments, which reaches `reached` empty chairs and fills a share of them."""
        return reached * filled * empty_costs - acts * of_one

    model = worth(lost * top["holds"], fills, booked * top["share"], price) - month
    left = lost * (1 - fills)
    silent, call, best = booked * fact["no_reply"]["share"], fact["call"], fact["best_of_no_reply"]
    silent_empty = left * fact["no_reply"]["holds"]
    moved, choice = booked * fact["moved"]["share"], fact["choose_new_date"]
    others = (lost - moved * fact["moved"]["not_coming"]) / (booked - moved)
    of_choice = moved * (fact["moved"]["not_coming"] - choice["not_coming_then"]) * empty_costs
    of_choice -= moved * choice["price"]

    seats = booked // fact["centres"]

    def overbooked(more):
        """Chairs filled at one centre by so many more appointments, and the chance that somebody finds none."""
        n = seats + more
        chance = {k: comb(n, k) * (1 - share) ** k * share ** (n - k) for k in range(n + 1)}
        seated = sum(min(k, seats) * p for k, p in chance.items())
        return seated - seats * (1 - share), sum(p for k, p in chance.items() if k > seats)

    one, four = overbooked(1), overbooked(4)
    return {
        "not_coming": lost,
        "cost_of_empty_chairs": lost * empty_costs,
        "right_share_of_the_model": right / booked,
        "right_share_of_all_will_come": 1 - share,
        "found_by_the_flag": flagged["not_coming"] / lost,
        "flagged_for_nothing": 1 - flagged["not_coming"] / flagged["appointments"],
        "trial_plain": a,
        "trial_asked": b,
        "trial_fall": a - b,
        "trial_fall_low": a - b - doubt,
        "trial_fall_high": a - b + doubt,
        "share_filled_by_the_message": fills,
        "chairs_filled_by_the_message": lost * fills,
        "cost_of_messages": booked * price,
        "worth_of_the_message": worth(lost, fills, booked, price),
        "worth_of_the_message_at_the_low_end": worth(lost, (a - b - doubt) / a, booked, price),
        "reached_by_the_top_tenth": lost * top["holds"],
        "worth_of_the_model": model,
        "missing_from_a_model_that_is_always_right": worth(lost, fills, lost, price)
        - month
        - worth(lost, fills, booked, price),
        # Every empty chair flagged at the booking and no other: the same message, sent to fewer.
        "worth_of_a_model_that_is_always_right": worth(lost, fills, lost, price) - month,
        "days_until_the_firm_is_paid": fact["firm"]["once"] / model,
        "empty_after_the_message": left,
        "without_a_reply": silent,
        "empty_of_those_without_a_reply": silent_empty,
        "share_empty_of_those_without_a_reply": silent_empty / silent,
        "worth_of_calls_to_all": worth(left, call["fills"], booked, call["price"]),
        "worth_of_calls_without_a_reply": worth(silent_empty, call["fills"], silent, call["price"]),
        "worth_of_calls_by_score": worth(
            silent_empty * best["holds"], call["fills"], best["appointments"], call["price"]
        ),
        # Where calling all who did not reply and calling the highest scores come out alike.
        "price_of_a_call_from_which_choosing_pays": silent_empty
        * (1 - best["holds"])
        * call["fills"]
        * empty_costs
        / (silent - best["appointments"]),
        "moved": moved,
        "not_coming_of_moved": moved * fact["moved"]["not_coming"],
        "moved_share_of_not_coming": moved * fact["moved"]["not_coming"] / lost,
        "not_coming_share_of_the_others": others,
        # Those beyond what the others' share would leave; moved ones may differ in more than that.
        "not_coming_that_moving_makes_at_most": moved * (fact["moved"]["not_coming"] - others),
        "worth_of_the_new_date": of_choice,
        "worth_of_the_new_date_times_its_chance": of_choice * fact["attempts"]["new_date"]["chance"],
        "worth_of_the_model_times_its_chance": model * fact["attempts"]["firms_model"]["chance"],
        "chairs_a_centre": seats,
        "worth_of_one_more_a_centre": one[0] * fact["centres"] * empty_costs,
        "chance_of_too_many_with_one_more": one[1],
        "chance_of_too_many_with_four_more": four[1],
        "appointments_needed_for_four_more": 4 * fact["centres"],
    }

# hiretool-canary-1dddbc5c-5afa-4db8-8446-c117acda0ffa
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

MONTH = 30


def derived(facts):
    """Each figure of `derived`, computed anew. Parcels and EUR are a day."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    parcels, back = fact["parcels_per_day"], fact["cost_of_going_back"]
    lost = parcels * fact["not_fetched_share"]
    flagged, top = fact["flagged"], fact["top_tenth"]
    right = flagged["not_fetched"] + (parcels - flagged["parcels"]) - (lost - flagged["not_fetched"])

    plain, reminded = fact["message_trial"]["plain"], fact["message_trial"]["reminded"]
    a, b = plain["not_fetched"] / plain["parcels"], reminded["not_fetched"] / reminded["parcels"]
    doubt = 1.96 * sqrt(a * (1 - a) / plain["parcels"] + b * (1 - b) / reminded["parcels"])
    prevents = 1 - b / a
    lying, price = parcels * fact["lying_after_36_hours"], fact["message"]["price"]
    call, best = fact["call"], fact["best_after_36_hours"]

    def worth(reached, share, asked, of_one):
        """EUR saved by an act on `asked` parcels, which reaches `reached` of the lost and saves a share of them."""
        return reached * share * back - asked * of_one

    rule = worth(lost, prevents, lying, price)
    by_score = worth(lost * best["holds"], prevents, best["parcels"], price)
    model = worth(lost * top["holds"], prevents, parcels * top["share"], price) - fact["agency"]["a_month"] / MONTH

    rerouted, own = fact["rerouted"], fact["wait_for_own_station"]
    moved = parcels * rerouted["share"]
    hours = fact["hours_in_the_locker"]
    lain = {"fetched": (parcels - lost) * hours["fetched"], "not_fetched": lost * hours["not_fetched"]}
    of_own = moved * (rerouted["not_fetched"] - own["not_fetched_then"]) * back - moved * own["price"]
    return {
        "not_fetched": lost,
        "cost_of_what_goes_back": lost * back,
        "right_share_of_the_model": right / parcels,
        "right_share_of_all_will_be_fetched": 1 - fact["not_fetched_share"],
        "found_by_the_flag": flagged["not_fetched"] / lost,
        "flagged_for_nothing": 1 - flagged["not_fetched"] / flagged["parcels"],
        "lying_after_36_hours": lying,
        "lost_of_those_lying": lost / lying,
        "trial_plain": a,
        "trial_reminded": b,
        "trial_fall": a - b,
        "trial_fall_low": a - b - doubt,
        "trial_fall_high": a - b + doubt,
        "share_prevented_by_the_reminder": prevents,
        "prevented_by_the_reminder": lost * prevents,
        "cost_of_reminders": lying * price,
        "worth_of_the_reminder": rule,
        "reached_by_the_top_tenth": lost * top["holds"],
        "worth_of_the_model": model,
        # Every lost parcel flagged at hand-in and no other: the same message, sent to fewer.
        "worth_of_a_model_that_is_always_right": worth(lost, prevents, lost, price) - fact["agency"]["a_month"] / MONTH,
        "days_until_the_agency_is_paid": fact["agency"]["once"] / model,
        "worth_of_calls_to_all": worth(lost, call["prevents"], lying, call["price"]),
        "worth_of_calls_by_score": worth(lost * best["holds"], call["prevents"], best["parcels"], call["price"]),
        "worth_of_reminders_by_score": by_score,
        # Where reminding all and reminding the highest scores come out alike.
        "price_of_a_message_from_which_choosing_pays": (lost - lost * best["holds"])
        * prevents
        * back
        / (lying - best["parcels"]),
        "rerouted": moved,
        "not_fetched_of_rerouted": moved * rerouted["not_fetched"],
        "rerouted_share_of_not_fetched": moved * rerouted["not_fetched"] / lost,
        "not_fetched_share_of_the_others": (lost - moved * rerouted["not_fetched"]) / (parcels - moved),
        # Those beyond what the others' share would leave; full stations may differ in more than that.
        "not_fetched_that_rerouting_makes_at_most": moved
        * (rerouted["not_fetched"] - (lost - moved * rerouted["not_fetched"]) / (parcels - moved)),
        "locker_hours_of_not_fetched": lain["not_fetched"] / sum(lain.values()),
        "sent_back_too_early_at_48_hours": (parcels - lost) * fact["fetched_after_48_hours"],
        "worth_of_the_own_station": of_own,
        "worth_of_the_own_station_times_its_chance": of_own * fact["attempts"]["own_station"]["chance"],
        "worth_of_the_model_times_its_chance": model * fact["attempts"]["agency_model"]["chance"],
    }

# hiretool-canary-d50aadb5-47ef-43ff-ad3e-72fd455068a8
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew. Hours, claims and EUR are a week."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, people, week = fact["kinds"], fact["people"], fact["hours_a_week"]
    hours = {name: kind["claims"] * kind["minutes"] / 60 for name, kind in kinds.items()}
    whole, claims = sum(hours.values()), sum(kind["claims"] for kind in kinds.values())
    alone = {name: kind["claims"] * kind["settled_by_model"] for name, kind in kinds.items()}
    settled, freed = sum(alone.values()), sum(hours[name] * kinds[name]["settled_by_model"] for name in kinds)
    again = fact["looked_at_again"]
    made = settled * (again["comes_back"] * again["minutes_back"] + again["checked"] * again["minutes_checked"]) / 60
    net = freed - made
    headline = fact["settled_alone"] * whole

    def load(of_people, of_hours):
        return of_hours / (of_people * week)

    def queue(rho):
        """How waiting grows with load, for one server; for many it is the same shape near full load."""
        return rho / (1 - rho)

    fewer = people - fact["promised"]
    kept = load(people, whole - net)
    wait = fact["waits"]["water_and_fire"] * queue(kept) / queue(load(people, whole))
    heavy = kinds["water_and_fire"]
    spared = heavy["claims"] * (fact["waits"]["water_and_fire"] - wait) * fact["a_day_of_waiting"]
    pilot = fact["pilot_office"]
    more = pilot["claims_with"] / pilot["claims_before"] - 1
    further = kinds["glass"]["claims"] * more
    target = fact["household_at_60"]
    extra = kinds["household"]["claims"] * (target["settled_by_model"] - kinds["household"]["settled_by_model"])
    papers = heavy["claims"] * fact["attempts"]["papers_of_water"]["minutes_saved"] / 60
    overload = (whole - net) - fewer * week
    return {
        "hours_of_work": whole,
        "people_needed_for_that": whole / week,
        "load_today": load(people, whole),
        "mean_minutes_a_claim": whole * 60 / claims,
        "settled_by_the_model": settled,
        "share_settled": settled / claims,
        "mean_minutes_of_those": freed * 60 / settled,
        "hours_of_those": freed,
        "share_of_hours": freed / whole,
        "hours_by_the_headline": headline,
        "people_by_the_headline": headline / week,
        "hours_that_the_model_makes": made,
        "hours_saved": net,
        "people_saved": net / week,
        "mean_minutes_of_what_is_left": (whole - freed) * 60 / (claims - settled),
        "people_saved_with_papers_as_well": (net + papers) / week,
        "share_of_hours_in_water_and_fire": hours["water_and_fire"] / whole,
        "eur_of_hours_saved": net * fact["hour_costs"],
        "load_with_25_fewer": load(fewer, whole - net),
        "hours_that_pile_up_with_25_fewer": overload,
        "water_claims_that_pile_up_with_25_fewer": overload * 60 / heavy["minutes"],
        "load_with_all_kept": kept,
        "times_the_queue_with_all_kept": queue(kept) / queue(load(people, whole)),
        "wait_of_water_with_all_kept": wait,
        "eur_of_waiting_spared": spared,
        "load_with_9_fewer": load(people - 9, whole - net),
        "rise_in_glass_claims": more,
        "further_glass_claims": further,
        "paid_for_further_claims": further * fact["paid_per_glass_claim"],
        "paid_for_further_claims_a_year": 52 * further * fact["paid_per_glass_claim"],
        "further_claims_not_due": 4 / 200,
        "leave_in_a_year": people * fact["leave_in_a_year"],
        "share_settled_at_the_target": (settled + extra) / claims,
        "hours_of_the_target": extra * kinds["household"]["minutes"] / 60,
        "wrong_household_claims_of_the_target": extra * target["wrong"],
        "wrong_of_these_by_people_today": extra * target["wrong_today"],
        "refused_wrongly_of_the_target": extra * target["refused_wrongly"],
        "hours_of_papers": papers,
        "hours_of_papers_times_their_chance": papers * fact["attempts"]["papers_of_water"]["chance"],
        "hours_of_sixty_times_its_chance": extra
        * kinds["household"]["minutes"]
        / 60
        * fact["attempts"]["sixty"]["chance"],
    }

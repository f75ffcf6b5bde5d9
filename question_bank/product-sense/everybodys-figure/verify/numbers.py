# hiretool-canary-d93d016e-c909-44a0-b613-72542a194dcf
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

YEARS = ("last_year", "this_year")


def derived(facts):
    """Each figure of `derived`, computed anew. Bookings and EUR are a month; rates are per 100 visits."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    visits, rate = fact["visits_by_source"], fact["share_booking_by_source"]
    total = {year: sum(source[year] for source in visits.values()) for year in YEARS}
    mix = {year: {name: visits[name][year] / total[year] for name in visits} for year in YEARS}

    def overall(of_mix, of_rate):
        return 100 * sum(mix[of_mix][name] * rate[name][of_rate] for name in visits)

    bookings = {year: sum(visits[name][year] * rate[name][year] for name in visits) for year in YEARS}
    now = {name: visits[name]["this_year"] * rate[name]["this_year"] for name in visits}
    without = {name: entry for name, entry in visits.items() if name != "partners"}
    fee, partners = fact["fee_per_booking"], visits["partners"]["this_year"]
    earned = now["partners"] * fee["up_to_five"] - partners * fact["price_of_a_partner_visit"]

    party, direct = fact["direct_by_party"], visits["direct"]["this_year"]
    large = direct * party["six_and_more"]["share"]
    lost = large * (party["six_and_more"]["last_year"] - party["six_and_more"]["this_year"])
    won = direct * party["up_to_five"]["share"] * (party["up_to_five"]["this_year"] - party["up_to_five"]["last_year"])
    empty = large * fact["nothing_found"]["six_and_more"]["this_year"]

    held, claimed = fact["held_back"], sum(fact["tests_headline"].values())
    here, there = overall("this_year", "this_year") / 100, held["share_booking"]
    doubt = 100 * 1.96 * sqrt(there * (1 - there) / held["visits"] + here * (1 - here) / total["this_year"])

    ways, houses = fact["attempts"], fact["large_houses"]
    gone = houses["last_year"] - houses["this_year"]
    back = lost * fee["six_and_more"] * ways["owners"]["houses_back"] / gone
    nearby = empty * ways["nearby"]["book"] * fee["six_and_more"]
    reached = direct + visits["search_engines"]["this_year"]
    # A further booking by ranking is taken to be of those that there are houses for.
    ranking = reached * ways["ranking"]["points"] / 100 * fee["up_to_five"]
    return {
        "rate_last_year": overall("last_year", "last_year"),
        "rate_this_year": overall("this_year", "this_year"),
        "visits_last_year": total["last_year"],
        "visits_this_year": total["this_year"],
        "bookings_last_year": bookings["last_year"],
        "bookings_this_year": bookings["this_year"],
        "share_of_partners_last_year": mix["last_year"]["partners"],
        "share_of_partners_this_year": mix["this_year"]["partners"],
        "fall": overall("last_year", "last_year") - overall("this_year", "this_year"),
        "fall_by_the_mix": overall("last_year", "last_year") - overall("this_year", "last_year"),
        "rise_within_sources": overall("this_year", "this_year") - overall("this_year", "last_year"),
        # The same the other way round: first the rates, then the mix.
        "rise_within_sources_at_last_years_mix": overall("last_year", "this_year") - overall("last_year", "last_year"),
        "rate_without_partners": 100 * sum(now[name] for name in without) / (total["this_year"] - partners),
        "bookings_lost_without_partners": now["partners"],
        "earned_by_partners": earned,
        "earned_by_a_partner_visit": earned / partners,
        "large_party_visits": large,
        "bookings_of_large_parties_lost": lost,
        "fees_of_large_parties_lost": lost * fee["six_and_more"],
        "bookings_of_small_parties_won": won,
        "fees_of_small_parties_won": won * fee["up_to_five"],
        "direct_rate_by_party_last_year": 100 * sum(kind["share"] * kind["last_year"] for kind in party.values()),
        "direct_rate_by_party_this_year": 100 * sum(kind["share"] * kind["this_year"] for kind in party.values()),
        "large_party_visits_with_nothing_found": empty,
        "gain_that_the_teams_claim": claimed,
        "gain_over_those_held_back": 100 * (here - there),
        "gain_over_those_held_back_low": 100 * (here - there) - doubt,
        "gain_over_those_held_back_high": 100 * (here - there) + doubt,
        "visits_held_back_to_see_half_a_point": 7.85 * here * (1 - here) / 0.005**2,
        "worth_of_owners": back,
        # The fee for large houses was 15 and is 18 % (why_owners_left).
        "worth_of_owners_at_the_old_fee": back * 15 / 18,
        "worth_of_owners_times_its_chance": back * ways["owners"]["chance"],
        "worth_of_nearby": nearby,
        "worth_of_nearby_times_its_chance": nearby * ways["nearby"]["chance"],
        "worth_of_ranking": ranking,
        "worth_of_ranking_times_its_chance": ranking * ways["ranking"]["chance"],
        "chance_that_owners_or_nearby": 1 - (1 - ways["owners"]["chance"]) * (1 - ways["nearby"]["chance"]),
    }

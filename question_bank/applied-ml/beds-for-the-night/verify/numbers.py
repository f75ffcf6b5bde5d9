# hiretool-canary-251db732-0090-4397-99b9-1921704f2d9b
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt
from statistics import NormalDist


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    mean, spread = fact["house"]["mean"], fact["house"]["spread"]
    normal = NormalDist(mean, spread)

    def taken(beds):
        """Mean and spread of the beds taken, share of nights full and people turned away, with so many beds ready."""
        chance = {
            people: normal.cdf(people + 0.5) - normal.cdf(people - 0.5)
            for people in range(mean - 5 * spread, mean + 5 * spread)
        }
        middle = sum(part * min(people, beds) for people, part in chance.items())
        square = sum(part * min(people, beds) ** 2 for people, part in chance.items())
        full = sum(part for people, part in chance.items() if people >= beds)
        away = sum(part * max(people - beds, 0) for people, part in chance.items())
        off = sum(part * abs(min(people, beds) - middle) for people, part in chance.items())
        return {"mean": middle, "spread": sqrt(max(0, square - middle**2)), "full": full, "away": away, "off": off}

    before = fact["opened_before"]
    fed, beds = [], float(before)
    for _ in range(5):
        beds = round(taken(beds)["mean"]) + 1
        fed.append(beds)
    door, other, van = fact["turned_away"], fact["elsewhere_counted"], fact["van"]
    a_night = door["turned_away"] / door["house_nights"]
    outside = a_night * (1 - fact["walk_on"])
    frost = fact["outside"]["ambulance"] / fact["outside"]["once_in"]
    stays = 1 - fact["walk_on"]
    wanted = NormalDist().inv_cdf(0.98)
    houses, common = fact["houses"], fact["together"]["correlation"]
    all_houses = spread * sqrt(houses * (1 + (houses - 1) * common))
    return {
        "off_by_with_40_beds": taken(40)["off"],
        "off_by_with_36_beds": taken(36)["off"],
        "off_by_with_30_beds": taken(30)["off"],
        "off_by_with_26_beds": taken(26)["off"],
        "beds_after_one_round": fed[0],
        "beds_after_five_rounds": fed[-1],
        "full_with_30_beds": taken(30)["full"],
        "empty_with_36_beds": 1 - taken(36)["mean"] / 36,
        "empty_with_30_beds": 1 - taken(30)["mean"] / 30,
        "turned_away_with_30_beds": taken(30)["away"],
        "full_with_36_beds": taken(36)["full"],
        "full_after_five_rounds": taken(fed[-1])["full"],
        "turned_away_after_five_rounds": taken(fed[-1])["away"],
        "turned_away_with_36_beds": taken(36)["away"],
        "turned_away_a_house_and_night": a_night,
        "turned_away_elsewhere": other["turned_away"] / other["house_nights"],
        "sent_outside_a_house_and_night": outside,
        "of_these_come_to_another_house": a_night * fact["walk_on"],
        "more_outside_than_elsewhere": (van["pilot"]["now"] - van["pilot"]["before"])
        - (van["elsewhere"]["now"] - van["elsewhere"]["before"]),
        "beds_that_the_council_wants": mean + wanted * spread,
        "beds_a_house_if_they_share": mean + wanted * all_houses / houses,
        "beds_a_house_if_they_shared_and_had_nothing_in_common": mean + wanted * spread / sqrt(houses),
        "beds_saved_a_night_by_sharing": wanted * (houses * spread - all_houses),
        "eur_saved_a_night_by_sharing": wanted * (houses * spread - all_houses) * fact["bed_night"] - 210,
        "empty_with_what_the_council_wants": 1
        - taken(round(mean + wanted * spread))["mean"] / round(mean + wanted * spread),
        "saved_a_house_and_night": (before - fed[-1] - (taken(before)["mean"] - taken(fed[-1])["mean"]))
        * fact["bed_night"],
        "frost_night_outside": frost,
        "cost_of_those_outside_in_frost_a_house_and_night": (taken(fed[-1])["away"] - taken(36)["away"])
        * (1 - fact["walk_on"])
        * frost,
        # An empty bed on one side; on the other those who do not walk on, in frost.
        "beds_if_only_money_counts_in_frost": normal.inv_cdf(stays * frost / (stays * frost + fact["bed_night"])),
        "beds_if_each_opened_bed_is_counted": normal.inv_cdf(1 - fact["bed_night"] / (stays * frost)),
        "saved_if_each_opened_bed_is_counted": (before - fed[-1]) * fact["bed_night"],
        "full_with_42_beds": taken(42)["full"],
        "turned_away_nights_with_42_beds": taken(43)["full"],
        "mean_if_eight_houses": mean * houses / (houses - 1),
        "price_of_the_lot": fact["lot"]["nights"]
        * fact["lot"]["more_beds"]
        * fact["pilot"]["houses"]
        * fact["bed_night"],
    }

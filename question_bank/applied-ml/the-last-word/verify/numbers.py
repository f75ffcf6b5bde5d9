# hiretool-canary-c86fd6df-1aa4-4c18-94c6-a5406976d7af
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from statistics import NormalDist


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, cost = fact["kinds"], fact["cost"]

    def over_all(**who):
        """Off by of a hundred pieces, with the one named for each kind."""
        return sum(
            part["share"] * (part[who[name]] if isinstance(who[name], str) else who[name])
            for name, part in kinds.items()
        )

    def everyone(who):
        return over_all(**dict.fromkeys(kinds, who))

    best = {"plain": "model", "promotion": "planners", "new": "planners", "holiday": "planners"}
    calendar = {**best, "promotion": fact["calendar"]["promotion"]}
    alike = {**calendar, "new": fact["alike"]["new"]}
    rows = fact["articles"]["articles"] * fact["articles"]["chains"]
    ratio = cost["short"] / (cost["short"] + cost["left"])
    hundredth = fact["pieces"] / 100
    ways = fact["both_ways"]

    def eur(kind, who):
        """EUR for a hundred pieces of a kind."""
        little, much = ways[kind][who]
        return little * cost["short"] + much * cost["left"]

    def eur_over_all(**who):
        return sum(part["share"] * eur(kind, who.get(kind, who["others"])) for kind, part in kinds.items())

    off_by = {"calendar": fact["calendar"]["promotion"], "alike": fact["alike"]["new"]}
    eur_planners, eur_model = eur_over_all(others="planners"), eur_over_all(others="model")
    eur_split = eur_over_all(plain="model", others="planners")
    ahead = kinds["promotion"]["planners"] - fact["calendar"]["promotion"]
    return {
        "forecasts_a_week": rows,
        "changes_a_week": rows * fact["changed"],
        "hours_of_changing_a_week": rows * fact["changed"] * fact["time"]["minutes"] / 60,
        "eur_of_changing_a_week": rows * fact["changed"] * fact["time"]["minutes"] / 60 * fact["time"]["hour"],
        "model_by_pieces": everyone("model"),
        "planners_last_by_pieces": everyone("planners_last"),
        "planners_by_pieces_ten_days_ahead": everyone("planners"),
        "model_in_plain_weeks_only": over_all(**best),
        "and_the_calendar": over_all(**calendar),
        "and_articles_alike": over_all(**alike),
        "pieces_less_off_a_week": (everyone("planners") - over_all(**alike)) * hundredth,
        "pieces_less_off_by_locking_all": (everyone("planners") - everyone("model")) * hundredth,
        "promotion_share_of_the_model_error": kinds["promotion"]["share"]
        * kinds["promotion"]["model"]
        / everyone("model"),
        "calendar_when_not_moved": (fact["calendar"]["promotion"] - fact["moved"]["share"] * fact["moved"]["off_by"])
        / (1 - fact["moved"]["share"]),
        "share_of_weeks_that_should_not_be_short": ratio,
        "spreads_above_the_middle": NormalDist().inv_cdf(ratio),
        "small_changes_worse": 1 - fact["size"]["small_better"],
        "rows_each_side_for_five_points": 2 * (1.96 + 0.8416) ** 2 * fact["spread"] ** 2 / 25,
        "small_chain_times_as_often_short": fact["small_chain"]["short"] / fact["small_chain"]["others"],
        "flops": fact["launches"]["flops"] / fact["launches"]["a_year"],
        "better_than_last_weeks_plain": fact["last_week"]["plain"] - kinds["plain"]["model"],
        # Too little and too much add up to what each is off by; what was raised is off by what it is.
        "both_ways_differ_from_off_by": max(
            abs(sum(two) - off_by.get(who, kinds[kind].get(who, sum(two))))
            for kind, whose in ways.items()
            for who, two in whose.items()
        ),
        "eur_of_a_hundred_planners": eur_planners,
        "eur_of_a_hundred_model": eur_model,
        "eur_of_a_hundred_split": eur_split,
        "eur_of_a_hundred_split_and_calendar": eur_over_all(plain="model", promotion="calendar", others="planners"),
        "eur_of_a_hundred_split_and_raised": eur_over_all(plain="raised", others="planners"),
        "eur_a_week_lost_by_locking_all": (eur_model - eur_planners) * hundredth,
        "eur_a_week_gained_by_the_split": (eur_planners - eur_split) * hundredth,
        "eur_of_a_hundred_in_promotions_planners": eur("promotion", "planners"),
        "eur_of_a_hundred_in_promotions_calendar": eur("promotion", "calendar"),
        "eur_of_a_hundred_new_planners": eur("new", "planners"),
        "eur_of_a_hundred_new_alike": eur("new", "alike"),
        "calendar_against_planners_low": ahead - fact["calendar"]["give_or_take"],
        "calendar_against_planners_high": ahead + fact["calendar"]["give_or_take"],
    }

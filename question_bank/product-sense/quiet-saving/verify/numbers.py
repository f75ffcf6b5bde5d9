# hiretool-canary-66966ae5-54ee-4678-9662-a631a2c3e0d4
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

YEAR = 12


def derived(facts):
    """Each figure of `derived`, computed anew. Overdrafts are per 1,000 customers and month; money is EUR."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, customers, fee = fact["overdrawn_by_income"], fact["customers"], fact["fee"]
    regular, irregular = kinds["regular"], kinds["irregular"]

    def over_all(side):
        return sum(kind["share"] * kind[side] for kind in kinds.values())

    further = over_all("with") - over_all("without")
    asked, pots, trial = fact["who_was_asked"], fact["pots"], fact["trial"]
    new = pots["rise_with"] - pots["rise_without"]
    fees = customers * further / 1000 * fee * YEAR
    # Saved evenly over the first year, so that half of it lies there on average.
    margin = customers * new * YEAR / 2 * fact["deposit_margin"]

    months = trial["weeks"] * 7 * YEAR / 365
    before = irregular["without"] / 1000
    # As if a customer's months were separate customers; they hang together, so that the trial sees less still.
    counted = trial["each_side"] * irregular["share"] * months
    visible = sqrt(7.85 * 2 * before * (1 - before) / counted)
    rise = (irregular["with"] - irregular["without"]) / 1000
    doubt = 1.96 * sqrt((before * (1 - before) + (before + rise) * (1 - before - rise)) / counted)

    known, ways = fact["known_from_statements"], fact["attempts"]
    old = 1 - known["too_new"]
    missed = (1 - old * known["irregular_found"]) * irregular["share"] * (irregular["with"] - irregular["without"])
    of_regular = regular["share"] * (regular["with"] - regular["without"])
    left_out = old * (irregular["share"] * known["irregular_found"] + regular["share"] * known["regular_mistaken"])
    cushion, error = fact["cushion"], fact["model_error"]
    both = 1 - (1 - ways["larger_cushion"]["harm_less"]) * (1 - ways["back_at_once"]["harm_less"])
    return {
        "overdrawn_without": over_all("without"),
        "overdrawn_with": over_all("with"),
        "rise_in_overdrafts": further / over_all("without"),
        "rise_for_irregular": irregular["with"] / irregular["without"] - 1,
        "rise_for_regular": regular["with"] / regular["without"] - 1,
        "share_of_the_rise_on_irregular": irregular["share"] * (irregular["with"] - irregular["without"]) / further,
        "customers_whose_stars_are_known": asked["still_on"] * asked["answered"],
        "new_savings_a_month": new,
        "moved_that_would_have_been_saved_anyway": fact["moved_headline"] - new,
        "further_overdrafts_a_month_if_on_for_all": customers * further / 1000,
        "irregular_customers": customers * irregular["share"],
        "fees_a_year_from_them": fees,
        "margin_in_the_first_year": margin,
        "fees_as_share_of_what_the_bank_earns": fees / (fees + margin),
        "complaints_a_month_if_on_for_all": customers * further / 1000 * fact["because_of_it"]["complained"] / 100,
        "hundred_who_had_nothing": customers
        * fact["no_savings_before"]["share"]
        * (fact["no_savings_before"]["hundred_with"] - fact["no_savings_before"]["hundred_without"]),
        "cushion_of_the_same_risk": cushion / error["regular"] * error["irregular"],
        "rise_that_the_trial_can_see_for_irregular": 1000 * visible,
        "doubt_of_the_rise_for_irregular": 1000 * doubt,
        "rise_left_if_known_ones_are_left_out": of_regular + missed,
        "harm_less_if_known_ones_are_left_out": 1 - (of_regular + missed) / further,
        "customers_left_out": left_out,
        "harm_less_with_cushion_and_back_at_once": both,
        "chance_that_cushion_or_back_at_once_runs": 1
        - (1 - ways["larger_cushion"]["chance"]) * (1 - ways["back_at_once"]["chance"]),
        "chance_that_cushion_and_back_at_once_run": ways["larger_cushion"]["chance"] * ways["back_at_once"]["chance"],
        "moved_if_asked_first": fact["moved_headline"] * ways["ask_first"]["moved"],
        "moved_if_left_out": fact["moved_headline"] * ways["leave_out"]["moved"],
        "moved_with_a_larger_cushion": fact["moved_headline"] * ways["larger_cushion"]["moved"],
    }

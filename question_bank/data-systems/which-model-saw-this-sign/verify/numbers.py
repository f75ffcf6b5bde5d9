# hiretool-canary-af04dc10-9a2e-4acc-902a-82934ea7ff86
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt
from statistics import NormalDist


def _largest_of(many):
    """Mean of the largest of so many independent standard normal draws, by Simpson's rule."""
    normal, low, high, steps = NormalDist(), -6.0, 8.0, 2_000
    width = (high - low) / steps

    def density(x):
        return x * many * normal.cdf(x) ** (many - 1) * normal.pdf(x)

    points = [density(low + width * step) for step in range(steps + 1)]
    return width / 3 * (points[0] + points[-1] + 4 * sum(points[1:-1:2]) + 2 * sum(points[2:-1:2]))


def derived(facts):
    """Each figure of `derived`, computed anew. Errors are in per cent."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    gold, seen, sets = fact["gold"], fact["gold_by_what_was_seen"], fact["training_sets"]
    trainings = fact["models"] * fact["trainings_per_model_and_year"]
    pairs = trainings * fact["pictures_per_training"]
    as_lists = sets["different_a_year"] * fact["pictures_per_training"] * sets["bytes_per_row"] / 1e9
    error = gold["mistakes"] / gold["pictures"]
    deviation = 100 * sqrt(error * (1 - error) / gold["pictures"])
    apart = seen["neither"]["mistakes"] / seen["neither"]["pictures"]
    spring, clean = fact["spring"], fact["model_that_saw_none"]
    return {
        "error_on_gold": 100 * error,
        "error_where_the_picture_was_seen": 100 * seen["the_picture"]["mistakes"] / seen["the_picture"]["pictures"],
        "error_where_the_sign_was_seen": 100 * seen["the_sign"]["mistakes"] / seen["the_sign"]["pictures"],
        "error_where_neither_was_seen": 100 * apart,
        "share_of_gold_seen_as_picture": seen["the_picture"]["pictures"] / gold["pictures"],
        "share_of_gold_seen_as_picture_or_sign": 1 - seen["neither"]["pictures"] / gold["pictures"],
        "mistakes_if_all_were_as_the_never_seen": apart * gold["pictures"],
        "error_on_gold_of_the_model_that_saw_none": (
            clean["of_the_rest"] * seen["neither"]["pictures"]
            + clean["of_those_others_saw"] * (gold["pictures"] - seen["neither"]["pictures"])
        )
        / gold["pictures"],
        "trainings_per_year": trainings,
        "pairs_of_model_and_row_per_year": pairs,
        "gb_a_year_as_pairs": pairs * sets["bytes_per_row"] / 1e9,
        "eur_per_month_for_a_year_of_pairs": pairs * sets["bytes_per_row"] / 1e9 * fact["disc"],
        "gb_a_year_as_lists": as_lists,
        "eur_per_month_for_a_year_of_lists": as_lists * fact["disc"],
        "trainings_a_year_past_the_store": trainings * fact["copies"],
        "models_in_use_whose_rows_are_not_known": fact["known_today"]["a_query_and_a_date"]
        + fact["known_today"]["nothing"],
        "models_on_weights_that_nobody_can_list": fact["outside"]["models_on_public_weights"],
        "share_of_models_on_such_weights": fact["outside"]["models_on_public_weights"] / fact["models"],
        "standard_error_of_a_figure_on_gold": deviation,
        # Forty variants of the same quality whose mistakes are independent; less if they make the same ones.
        "points_gained_by_taking_the_best_of_40_at_most": deviation
        * _largest_of(fact["runs_on_gold"]["variants_per_release"]),
        "person_weeks_of_the_search_in_spring": spring["weeks"] * spring["people"],
        "share_of_models_touched_in_spring": spring["models"] / fact["models"],
        "requests_a_year": 12 * fact["requests"]["a_month"],
    }

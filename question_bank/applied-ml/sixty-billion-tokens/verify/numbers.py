# hiretool-canary-3c7846d8-433c-4f06-a0e3-dd28dc80eea6
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from itertools import combinations, permutations
from math import sqrt
from statistics import NormalDist

NORMAL = NormalDist()
STEP = 0.002
GRID = [-8 + STEP * at for at in range(int(16 / STEP) + 1)]


def _best_of(many):
    """Mean of the largest of so many standard normal draws, by summing over a grid."""
    return sum(STEP * x * many * NORMAL.cdf(x) ** (many - 1) * NORMAL.pdf(x) for x in GRID)


def _best_beats(many, by):
    """Chance that the best of so many standard normal draws lies `by` above one more draw."""
    return sum(STEP * NORMAL.pdf(x) * (1 - NORMAL.cdf(x + by) ** many) for x in GRID)


def _by_luck(items, same):
    """Chance that an order drawn by lot has at least so many pairs as they should be."""
    found = [sum(a < b for a, b in combinations(order, 2)) for order in permutations(range(items))]
    return sum(pairs >= same for pairs in found) / len(found)


def derived(facts):
    """Each figure of `derived`, computed anew. Tokens are in billions."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    pool, budget, small = fact["pool"], fact["budget"], fact["small_run"]
    kept = pool * fact["kept_share"]
    different = kept * (1 - fact["duplicates"]["kept"])
    noise, headline, tests = fact["spread_of_seeds"], fact["gain_headline"], fact["tests"]
    one_each = noise["tests"] * sqrt(2)
    elsewhere = tests["of"] - tests["in_training_text"]

    def work(run):
        """Six operations for each parameter and token."""
        return 6 * run["parameters"] * run["tokens"]

    def runs_each(spread, gain):
        """80 % power, 5 % two-sided."""
        return 7.85 * 2 * spread**2 / gain**2

    large = work({"parameters": fact["large_model"], "tokens": budget})
    sources, old = fact["sources_of_text"], fact["old_study"]
    for_tests, for_bits = runs_each(noise["tests"], 1.0), runs_each(noise["bits"], 0.005)
    return {
        "budget_as_share_of_pool": budget / pool,
        "tokens_kept": kept,
        "different_tokens_kept": different,
        "passes_in_the_large_run": budget / different,
        "share_of_the_kept_that_a_small_run_reads": small["tokens"] / different,
        "different_tokens_in_the_pool": pool * (1 - fact["duplicates"]["pool"]),
        "doubt_of_two_single_runs": one_each,
        "headline_in_doubts": headline / one_each,
        "best_of_all_filters_with_no_effect": noise["tests"] * _best_of(fact["filters_tried"]),
        "chance_of_the_headline_with_no_effect": _best_beats(fact["filters_tried"], headline / noise["tests"]),
        "gain_over_all_tests": (tests["in_training_text"] * tests["gain_there"] + elsewhere * tests["gain_elsewhere"])
        / tests["of"],
        "share_of_the_gain_from_three_tests": tests["in_training_text"]
        * tests["gain_there"]
        / (tests["of"] * headline),
        "letters_in_doubts": fact["letters"]["filtered_worse_by"] / (noise["bits"] * sqrt(2)),
        "runs_each_to_see_1_point": for_tests,
        "runs_each_to_see_half_a_per_cent_of_bits": for_bits,
        "small_runs_as_share_of_the_large": fact["small_runs_left"] * work(small) / large,
        "large_run_in_small_ones": large / work(small),
        "middle_run_in_small_ones": work(fact["middle_run"]) / work(small),
        # A small world in which the filter has as little to choose from as in the large run.
        "pool_for_a_small_run_to_scale": pool * small["tokens"] / budget,
        "pool_for_a_middle_run_to_scale": pool * fact["middle_run"]["tokens"] / budget,
        "kept_by_source": sum(source["share"] * source["kept"] for source in sources.values()),
        "official_tokens": pool * sources["official"]["share"],
        "official_tokens_kept": pool * sources["official"]["share"] * sources["official"]["kept"],
        "official_tokens_if_a_third_goes": pool * sources["official"]["share"] * 2 / 3,
        "official_tokens_kept_if_a_third_goes": pool
        * sources["official"]["share"]
        * sources["official"]["kept"]
        * 2
        / 3,
        "forum_tokens": pool * sources["forums"]["share"],
        "forum_tokens_kept": pool * sources["forums"]["share"] * sources["forums"]["kept"],
        "regional_tokens": pool * fact["regional"]["pool"],
        "regional_tokens_kept": kept * fact["regional"]["kept"],
        "same_order_by_tests_from_luck": _by_luck(old["recipes"], old["same_order_by_tests"]),
        "same_order_by_bits_from_luck": _by_luck(old["recipes"], old["same_order_by_bits"]),
        "texts_that_the_librarian_can_read": 60 * fact["own_classifier"]["hours"],
    }

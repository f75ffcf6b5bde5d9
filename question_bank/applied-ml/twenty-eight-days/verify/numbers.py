# hiretool-canary-b257478b-aa9e-4dd5-8a15-b7b9d6763315
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt
from statistics import NormalDist


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    mill, labels, gauge = fact["by_mill"], fact["labels"], fact["paired"]
    off_by_gauge = gauge["reads_more"] * 100 * fact["fineness"]["mpa_for_a_hundredth"]
    doubt = 1.96 * gauge["spread"] / sqrt(gauge["samples"])
    false_a_week = fact["alarms"]["inputs"] * fact["limit"] * 7
    each_mill = fact["output"] / 2
    early = sqrt(fact["sample_spread"] ** 2 + labels["early_off"] ** 2)
    safe = fact["recipe"]["margin"] * fact["stronger"]["mpa_t"]
    slag_doubt = 1.96 * early / sqrt(labels["early"] * labels["tested_a_day"])
    retrained = fact["retrained"]
    return {
        "gauge_explains": off_by_gauge,
        "gauge_explains_low": (gauge["reads_more"] - doubt) * 100 * fact["fineness"]["mpa_for_a_hundredth"],
        "gauge_explains_high": (gauge["reads_more"] + doubt) * 100 * fact["fineness"]["mpa_for_a_hundredth"],
        "shift_of_mill_one": mill["one"]["now"] - mill["one"]["before"],
        "shift_of_mill_two": mill["two"]["now"] - mill["two"]["before"],
        "shift_of_mill_two_beyond_mill_one": mill["two"]["now"]
        - mill["two"]["before"]
        - mill["one"]["now"]
        + mill["one"]["before"],
        "shift_by_the_slag_on_mill_two": fact["mill_two_days"]["made_after"]
        - fact["mill_two_days"]["made_2_to_9_april"],
        "false_alarms_a_week": false_a_week,
        "alarms_a_week_beyond_gauge_and_chance": fact["alarms"]["a_week"] - 21 - false_a_week,
        "share_of_new_rows": retrained["rows_new"] / (retrained["rows_new"] + retrained["rows_old"]),
        "samples_of_a_week_on_one_mill": 7 * labels["tested_a_day"],
        "doubt_of_a_weeks_early_samples": slag_doubt,
        "doubt_of_a_days_early_samples": 1.96 * early / sqrt(labels["tested_a_day"]),
        "days_until_a_shift_is_seen_early": labels["early"] + 7,
        "t_made_until_the_press_of_28_days": each_mill * labels["days"],
        "t_made_until_the_early_press": each_mill * labels["early"],
        "t_on_the_way_to_sites": each_mill * fact["silo"]["days"],
        "safe_side_for_mill_two_a_day": each_mill * safe,
        "safe_side_for_both_a_day": fact["output"] * safe,
        "aim_less_norm": fact["norm"]["aim"] - fact["norm"]["must"],
        "true_mean_of_mill_two": fact["norm"]["aim"] + mill["two"]["now"],
        "margin_for_mill_two_a_day": each_mill * -mill["two"]["now"] * fact["stronger"]["mpa_t"],
        "share_below_the_norm_on_mill_two": NormalDist(
            fact["norm"]["aim"] + mill["two"]["now"], fact["sample_spread"]
        ).cdf(fact["norm"]["must"]),
        "share_below_the_norm_before": NormalDist(fact["norm"]["aim"], fact["sample_spread"]).cdf(fact["norm"]["must"]),
        "off_by_in_ordinary_weeks": fact["sample_spread"] * sqrt(2 / 3.141592653589793),
        "t_made_on_mill_two_since_the_gauge": each_mill * fact["today"]["days_since_gauge"],
        "complaints": fact["complaint"]["eur"] * fact["complaint"]["lots"],
        "alarms_a_year": fact["alarms"]["a_week"] * 52,
        "if_mill_one_gets_the_gauge_as_well": mill["one"]["now"] - off_by_gauge,
    }

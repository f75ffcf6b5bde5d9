# hiretool-canary-eaa0f981-4650-496e-a2ea-0f99b606aca9
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def _per_arm(share, fall):
    """Units per arm to see `share` fall by the part `fall`; 80 % power at 5 % two-sided."""
    other = share * (1 - fall)
    middle = (share + other) / 2
    return 16 * middle * (1 - middle) / (share - other) ** 2


def derived(facts):
    """Each figure of `derived`, computed anew. Posts are a day."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    removed, posts = fact["removed_per_day"], fact["posts_per_day"]
    appeals, audit, ways = fact["appeals"], fact["audit"], fact["way_of_speaking"]
    put_back = {when: part["appealed"] * part["granted"] for when, part in appeals.items()}
    read = sum(part["of"] for part in audit.values())
    wrong = sum(part["wrong"] for part in audit.values()) / read
    low, high = _interval(sum(part["wrong"] for part in audit.values()), read)
    by_reports, by_model = fact["reports"]["hidden_per_day"], removed - fact["reports"]["hidden_per_day"]
    of_group = ways["one"]["of"] / (ways["one"]["of"] + ways["others"]["of"])
    per_ten_thousand = {
        "one": removed * of_group * ways["one"]["wrong"] / ways["one"]["of"] / (posts * ways["share_of_posts"]) * 1e4,
        "others": removed
        * (1 - of_group)
        * ways["others"]["wrong"]
        / ways["others"]["of"]
        / (posts * (1 - ways["share_of_posts"]))
        * 1e4,
    }
    band, kept = fact["band"], fact["kept"]
    band_right = band["right"] / band["of"]
    kept_per_day = posts - removed
    missed = kept_per_day * kept["break_rules"] / kept["of"]
    missed_low, missed_high = (kept_per_day * share for share in _interval(kept["break_rules"], kept["of"]))
    where = fact["where_missed"]
    middle_posts = kept_per_day * where["share_of_kept"]
    rate_there = missed * where["share_of_misses"] / middle_posts
    tests, young, asked = fact["testers"], fact["young_accounts"], fact["asked_to_think"]
    doubt = 1.96 * sqrt(sum(asked[name] * (1 - asked[name]) / asked["of"] for name in ("asked", "not_asked")))
    return {
        "put_back_before": put_back["before"],
        "put_back_now": put_back["now"],
        "stay_removed_now": 1 - put_back["now"],
        "wrong_share": wrong,
        "wrong_share_low": low,
        "wrong_share_high": high,
        "wrong_per_day": removed * wrong,
        "put_back_per_day": removed * put_back["now"],
        "share_of_wrong_that_is_put_back": put_back["now"] / wrong,
        "wrong_share_by_model": audit["model"]["wrong"] / audit["model"]["of"],
        "wrong_share_by_reports": audit["reports"]["wrong"] / audit["reports"]["of"],
        "wrong_per_day_by_model": by_model * audit["model"]["wrong"] / audit["model"]["of"],
        "wrong_per_day_by_reports": by_reports * audit["reports"]["wrong"] / audit["reports"]["of"],
        "right_per_day_by_model": by_model * (1 - audit["model"]["wrong"] / audit["model"]["of"]),
        "right_per_day_by_reports": by_reports * (1 - audit["reports"]["wrong"] / audit["reports"]["of"]),
        "right_per_day": removed * (1 - wrong),
        "wrong_share_one_way": ways["one"]["wrong"] / ways["one"]["of"],
        "wrong_share_other_ways": ways["others"]["wrong"] / ways["others"]["of"],
        "appealed_over_all": of_group * ways["one"]["appealed"] + (1 - of_group) * ways["others"]["appealed"],
        "wrong_per_10000_posts_one_way": per_ten_thousand["one"],
        "wrong_per_10000_posts_other_ways": per_ten_thousand["others"],
        "times_as_often": per_ten_thousand["one"] / per_ten_thousand["others"],
        "removed_at_the_lower_limit": removed + band["posts_per_day"],
        "band_right": band_right,
        "band_right_per_day": band["posts_per_day"] * band_right,
        "band_wrong_per_day": band["posts_per_day"] * (1 - band_right),
        "wrong_share_at_the_lower_limit": (removed * wrong + band["posts_per_day"] * (1 - band_right))
        / (removed + band["posts_per_day"]),
        "missed_per_day": missed,
        "missed_per_day_low": missed_low,
        "missed_per_day_high": missed_high,
        "band_share_of_the_missed": band["posts_per_day"] * band_right / missed,
        "threats_missed_per_day": kept_per_day * kept["threats"] / kept["of"],
        "breaches_per_day": removed * (1 - wrong) + missed,
        "found_share": removed * (1 - wrong) / (removed * (1 - wrong) + missed),
        "posts_to_read_per_arm_by_lot": _per_arm(kept["break_rules"] / kept["of"], 0.2),
        "rate_in_the_middle": rate_there,
        "posts_to_read_per_arm_in_the_middle": _per_arm(rate_there, 0.2),
        "stopped_first": tests["first"]["stopped"] / tests["first"]["of"],
        "stopped_after_retraining": tests["same_after_retraining"]["stopped"] / tests["same_after_retraining"]["of"],
        "stopped_a_week_later": tests["new_a_week_later"]["stopped"] / tests["new_a_week_later"]["of"],
        "threats_by_young_accounts_per_day": kept_per_day * kept["threats"] / kept["of"] * young["share_of_threats"],
        "young_posts_per_day": posts * young["share_of_posts"],
        "asked_gain": asked["asked"] - asked["not_asked"],
        "asked_gain_low": asked["asked"] - asked["not_asked"] - doubt,
        "asked_gain_high": asked["asked"] - asked["not_asked"] + doubt,
        "decisions_possible": fact["moderators"]["people"] * fact["moderators"]["decisions_a_day"],
        "decisions_needed_now": sum(fact["work_now"].values()),
        "decisions_with_reports_and_band": sum(fact["work_now"].values()) + by_reports + band["posts_per_day"],
        "price_of_600_read_twice": 2 * 600 * fact["cost_of_a_decision"],
    }

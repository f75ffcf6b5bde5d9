# hiretool-canary-ee96fdd5-3248-4d12-895e-5bd15023795a
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def derived(facts):
    """Each figure of `derived`, computed anew. EUR a practice and month unless the name says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, price, time = fact["kinds"], fact["price_wished"], fact["minutes"]
    bill = {name: kind["drafts"] * kind["cost"] for name, kind in kinds.items()}
    mean = sum(kinds[name]["share"] * bill[name] for name in kinds)
    drafts = sum(kind["share"] * kind["drafts"] for kind in kinds.values())
    takers = {name: kind["share"] * kind["would_take"] for name, kind in kinds.items()}
    who = sum(takers.values())
    mean_taker = sum(takers[name] * bill[name] for name in kinds) / who
    minute = time["hour"] / 60

    dear = fact["files"]["more"]["cost"]
    limited = {name: bill[name] - kinds[name]["drafts"] * fact["long_files_by_kind"][name] * dear for name in kinds}
    limited_taker = sum(takers[name] * limited[name] for name in kinds) / who

    def worth(kept, cost):
        """EUR of a vet's time that one draft saves, less its cost."""
        return (kept * time["saved_by_a_kept_one"] - time["to_read_one"]) * minute - cost

    def of_all(parts, what):
        return sum(part["share"] * part[what] for part in parts.values())

    files, small, less = fact["files"], fact["small_model"], fact["last_visits_only"]
    long_ = files["more"]
    cost_files, kept_files = of_all(files, "cost"), of_all(files, "kept")
    short = files["up_to_10_visits"]
    without_long = {name: part for name, part in files.items() if name != "more"}
    left = sum(part["share"] for part in without_long.values())
    kept_without = of_all(without_long, "kept") / left
    cost_without = of_all(without_long, "cost") / left
    cheap = short["cost"] * small["cost_share"]
    cost_both = (short["share"] * cheap + files["to_40_visits"]["share"] * files["to_40_visits"]["cost"]) / left
    kept_both = (short["share"] * small["kept"] + files["to_40_visits"]["share"] * files["to_40_visits"]["kept"]) / left
    presses = fact["presses"]
    wrong = fact["wrong_doses"]
    a, b = wrong["with_wrong_dose"] / wrong["kept_letters"], wrong["by_hand_wrong"] / wrong["by_hand"]
    doubt = 1.96 * sqrt(a * (1 - a) / wrong["kept_letters"] + b * (1 - b) / wrong["by_hand"])
    referral, insurer = kinds["referral"], fact["insurer_letters"]
    return {
        "cost_of_a_practice": mean,
        "drafts_of_a_practice": drafts,
        "cost_of_a_draft": mean / drafts,
        "share_of_cost_by_referral": referral["share"] * bill["referral"] / mean,
        "bill_small": bill["small"],
        "bill_middle": bill["middle"],
        "bill_clinics": bill["clinics"],
        "bill_referral": bill["referral"],
        "share_that_would_take_it": who,
        "practices_that_would_take_it": who * fact["practices"],
        "cost_of_those_that_would_take_it": mean_taker,
        "left_of_29": price - mean_taker,
        "left_of_29_all_practices": (price - mean_taker) * who * fact["practices"],
        "cost_of_takers_with_a_limit_by_file": limited_taker,
        "left_of_29_with_a_limit_by_file": price - limited_taker,
        "left_of_29_with_a_limit_by_file_all": (price - limited_taker) * who * fact["practices"],
        "bill_referral_with_a_limit_by_file": limited["referral"],
        "left_of_29_as_the_headline_has_it": price - mean,
        "per_kept_small": kinds["small"]["cost"] / kinds["small"]["kept"],
        "per_kept_middle": kinds["middle"]["cost"] / kinds["middle"]["kept"],
        "per_kept_clinics": kinds["clinics"]["cost"] / kinds["clinics"]["kept"],
        "per_kept_referral": referral["cost"] / referral["kept"],
        "worth_of_a_draft_small": worth(kinds["small"]["kept"], kinds["small"]["cost"]),
        "worth_of_a_draft_referral": worth(referral["kept"], referral["cost"]),
        "cost_from_files": cost_files,
        "kept_from_files": kept_files,
        "per_kept_short_files": short["cost"] / short["kept"],
        "per_kept_middle_files": files["to_40_visits"]["cost"] / files["to_40_visits"]["kept"],
        "per_kept_long_files": long_["cost"] / long_["kept"],
        "share_of_cost_by_long_files": long_["share"] * long_["cost"] / cost_files,
        "minutes_saved_by_a_draft_of_a_long_file": long_["kept"] * time["saved_by_a_kept_one"] - time["to_read_one"],
        "minutes_saved_by_a_draft_of_a_short_file": short["kept"] * time["saved_by_a_kept_one"] - time["to_read_one"],
        "kept_at_which_reading_is_not_worth_it": time["to_read_one"] / time["saved_by_a_kept_one"],
        "per_kept_all": cost_files / kept_files,
        "cost_without_long_files": cost_without,
        "per_kept_without_long_files": cost_without / kept_without,
        "per_kept_with_small_model_as_well": cost_both / kept_both,
        "worth_of_a_draft_short_large_model": worth(short["kept"], short["cost"]),
        "worth_of_a_draft_short_small_model": worth(small["kept"], cheap),
        "cents_saved_by_the_small_model": 100 * (short["cost"] - cheap),
        "cents_of_time_lost_by_the_small_model": 100
        * (short["kept"] - small["kept"])
        * time["saved_by_a_kept_one"]
        * minute,
        "worth_of_a_long_draft_last_visits": worth(less["kept"], less["cost"]),
        "kept_from_presses": of_all(presses, "kept"),
        "per_kept_third_press": mean / drafts / presses["third_and_more"]["kept"],
        "practices_hit_by_a_cap_of_300": kinds["clinics"]["share"] + referral["share"],
        "worth_a_month_of_a_clinic": kinds["clinics"]["drafts"]
        * worth(kinds["clinics"]["kept"], kinds["clinics"]["cost"]),
        "worth_a_month_of_a_small_practice": kinds["small"]["drafts"]
        * worth(kinds["small"]["kept"], kinds["small"]["cost"]),
        "wrong_doses_per_1000": 1000 * a,
        "wrong_doses_per_1000_by_hand": 1000 * b,
        "wrong_doses_more_per_1000_low": 1000 * (a - b - doubt),
        "wrong_doses_more_per_1000_high": 1000 * (a - b + doubt),
        "insurers_would_pay_a_referral_practice": referral["drafts"]
        * referral["kept"]
        * insurer["referral"]
        * insurer["pays"],
    }

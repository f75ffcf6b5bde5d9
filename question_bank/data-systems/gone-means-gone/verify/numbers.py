# hiretool-canary-f0eda47c-9fd6-4fd0-ac64-5b33bfd7eeb1
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

MONTHS = 12


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    person, rewriting, requests = fact["one_person"], fact["rewriting"], fact["requests_per_month"]
    files = person["days_active"] * person["tables"]
    gb = files * person["gb_per_file"]
    one_pass = fact["lake_tb"] * rewriting["eur_per_tb"]
    run_days = rewriting["hours_for_all"] / 24
    who, models, planted = fact["who_is_it"], fact["models"], fact["planted_sentences"]
    large = models["speech"] * models["speech_eur"]
    test, sets, old = fact["test_set"], fact["training_sets"], fact["old_recordings"]
    hit = requests * MONTHS * test["people"] / fact["people"]
    return {
        "files_touched_by_one_person": files,
        "gb_rewritten_for_one_person": gb,
        "eur_per_month_one_by_one": requests * gb / 1000 * rewriting["eur_per_tb"],
        "eur_of_one_pass_over_all": one_pass,
        "eur_per_month_of_two_passes": 2 * one_pass,
        # A request may come the moment after a pass has begun.
        "longest_wait_days_with_one_pass_a_month": 30 + run_days,
        "longest_wait_days_with_two_passes_a_month": 15 + run_days,
        "tb_in_training_sets": sets["kept"] * sets["tb_each"],
        "training_sets_over_lake": sets["kept"] * sets["tb_each"] / fact["lake_tb"],
        "deleted_people_in_backups": requests * fact["backups"]["days"] / 30,
        "requests_a_month_with_a_second_account": requests * who["with_two_accounts"],
        "deleted_people_a_month_whose_phone_sends": requests * fact["late_phones"],
        "eur_a_year_speech_models_twice": large * models["speech_per_year"],
        "eur_a_year_speech_models_monthly": large * MONTHS,
        "longest_wait_days_for_a_speech_model": 365 / models["speech_per_year"],
        "eur_a_year_small_models": models["small"] * models["small_eur"] * 52,
        "given_back_if_ten_times": planted["ten_times"] / planted["tried"],
        "given_back_if_a_hundred_times": planted["hundred_times"] / planted["tried"],
        # None in n tries: at most 3 in n, with 95 % confidence.
        "given_back_if_once_at_most": 3 / planted["tried"],
        "eur_of_the_test_set": test["recordings"] * test["eur_each"],
        "people_of_the_test_set_deleted_a_year": hit,
        "recordings_of_the_test_set_lost_a_year": hit * test["recordings"] / test["people"],
        "tb_left_without_old_recordings": fact["lake_tb"] * (1 - old["older_than_13_months"]),
    }

# hiretool-canary-ef244587-fbf6-42a5-9030-4399b64f86a1
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    test, by, none = fact["test"], fact["test_by_what_was_heard"], fact["model_that_heard_none"]
    trainings = fact["models_in_use"] * 12
    pairs = trainings * fact["calls_a_training"]
    call, known, train = fact["a_call"], fact["known_today"], fact["a_training"]
    lists = fact["distinct_lists"] * 12 * fact["calls_a_training"] * call["bytes_a_name"] / 1e9
    letter = fact["the_letter"]
    anew = train["from_nothing_days"] + train["hours"] / 24
    heard = by["the_call"]["words"] + by["the_caller"]["words"]
    long_lines = fact["models_in_use"] - fact["branches"]["starts_of_a_new_line"] * 9
    per_cent = {name: 100 * group["wrong"] / group["words"] for name, group in by.items()}
    return {
        "words_wrong_on_the_test": 100 * test["wrong"] / test["words"],
        "words_wrong_where_the_call_was_heard": per_cent["the_call"],
        "words_wrong_where_the_caller_was_heard": per_cent["the_caller"],
        "words_wrong_where_neither_was_heard": per_cent["neither"],
        "share_of_the_test_heard_as_call": by["the_call"]["words"] / test["words"],
        "share_of_the_test_heard_as_call_or_caller": heard / test["words"],
        "words_wrong_of_the_model_that_heard_none": (
            none["of_heard"] * heard + none["of_neither"] * by["neither"]["words"]
        )
        / test["words"],
        "trainings_a_year": trainings,
        "pairs_of_training_and_call_a_year": pairs,
        "gb_a_year_as_pairs": pairs * call["bytes_a_name"] / 1e9,
        "eur_a_month_for_a_year_of_pairs": pairs * call["bytes_a_name"] / 1e9 * fact["disc"],
        "gb_a_year_as_lists": lists,
        "files_of_one_call": call["pieces"] * (1 + call["copies_with_noise"]),
        "models_that_go_back_to_the_first_month": long_lines,
        "models_begun_anew": fact["models_in_use"] - long_lines,
        "months_without_a_list_in_the_longest_line": known["query_and_date"] + known["nothing"],
        "months_with_the_customers_calls": fact["months"]
        - letter["left_months_ago"]
        - letter["customer_since_month"]
        + 1,
        "models_in_use_that_hold_the_customers_calls": fact["models_in_use"],
        "calls_of_the_customer_in_a_training": fact["leaving"]["share_of_calls"] * fact["calls_a_training"],
        "days_between_customers_that_leave": 365 / fact["leaving"]["customers_a_year"],
        "eur_of_starting_all_four_bases_anew": fact["branches"]["bases"] * train["from_nothing_eur"],
        "eur_a_year_of_four_bases_anew_each_quarter": 4 * fact["branches"]["bases"] * train["from_nothing_eur"],
        "eur_of_starting_all_models_anew": fact["models_in_use"] * train["from_nothing_eur"],
        "eur_a_year_of_training_as_today": trainings * train["eur"],
        "trainings_a_year_past_the_store": trainings * fact["past_the_store"],
        "contracts_that_do_not_allow_a_shared_model": 240 - 110,
        "days_from_a_fresh_start_to_models_in_use": anew,
        "longest_days_with_a_fresh_start_each_quarter": 365 / 4 + anew,
        "longest_days_between_fresh_starts_so_that_90_hold": fact["leaving"]["days"] - anew,
        "eur_a_year_of_four_bases_each_eleven_weeks": 365 / 77 * fact["branches"]["bases"] * train["from_nothing_eur"],
        "days_left_for_the_letter": fact["leaving"]["days"] - letter["left_months_ago"] * 365 / 12,
    }

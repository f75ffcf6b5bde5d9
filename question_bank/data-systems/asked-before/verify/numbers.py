# hiretool-canary-508aa98a-e2d7-45f4-acd8-e300c517d735
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    count, token, price = fact["questions_a_day"], fact["tokens"], fact["price"]
    first, written = token["beginning"], token["written"] * price["written"]
    today = ((first + token["rest"]) * price["read"] + written) / 1e6
    found = fact["found_again"]
    reread = found * price["read_again"] + (1 - found) * price["read"]
    moved = (first * reread + token["rest"] * price["read"] + written) / 1e6
    mistake = fact["a_mistake"]["rings_up"] * fact["a_mistake"]["eur_a_call"]
    again = fact["kept_and_given_again"]
    letter, old = fact["letter"], fact["out_of_date"]
    a_second = letter["questions"] / letter["minutes"] / 60
    result = {
        "eur_an_answer_today": today,
        "eur_a_day_today": today * count,
        "eur_an_answer_with_the_beginning_found_again": moved,
        "eur_a_day_with_the_beginning_found_again": moved * count,
        "share_saved_by_the_beginning": 1 - moved / today,
        "eur_of_a_mistaken_answer": mistake,
        "share_of_mistakes_at_which_giving_again_costs_as_much_as_it_saves": today / mistake,
        "the_same_once_the_beginning_is_found_again": moved / mistake,
    }
    leave = fact["who_leaves"]
    slow, shown = leave["at_9_seconds"] - leave["at_once"], leave["words_as_they_come"] - leave["at_once"]
    for name, row in again.items():
        given = row["share"] * count
        wrong = given * row["another_answer_needed"] / row["looked_at"]
        result |= {
            f"share_mistaken_{name}": row["another_answer_needed"] / row["looked_at"],
            f"mistaken_a_day_{name}": wrong,
            f"of_somebody_else_a_day_{name}": given * row["of_somebody_else"] / row["looked_at"],
            f"eur_of_mistakes_a_day_{name}": wrong * mistake,
            f"eur_saved_a_day_{name}": given * today,
            f"eur_of_waiting_saved_a_day_{name}": given * slow * mistake,
            f"eur_left_a_day_{name}": given * today + (given * slow - wrong) * mistake,
            f"eur_saved_a_day_after_both_{name}": given * moved,
            f"eur_of_waiting_saved_a_day_after_both_{name}": given * shown * mistake,
            f"eur_left_a_day_after_both_{name}": given * moved + (given * shown - wrong) * mistake,
        }
    return result | {
        "eur_a_day_of_words_as_they_come": (slow - shown) * count * mistake,
        "of_somebody_else_a_day_that_none_in_500_leaves_open": 3
        / again["nearer_no_contract"]["looked_at"]
        * again["nearer_no_contract"]["share"]
        * count,
        "share_out_of_date_after_a_day": (old["a_document_had_changed"] + old["a_new_document"]) / old["looked_at"],
        "share_of_them_for_a_new_document": old["a_new_document"]
        / (old["a_document_had_changed"] + old["a_new_document"]),
        "questions_a_second_after_the_letter": a_second,
        "answers_being_made_at_once_after_the_letter": a_second * fact["seconds_for_an_answer"],
        "questions_a_second_after_the_letter_if_five_are_made_once": a_second * (1 - letter["of_five_kinds"]),
        "rows_a_day_missing_in_the_log_near": again["near"]["share"] * count,
        "complaints_a_day_without_a_row_near": again["near"]["share"] * fact["complaints"]["a_day"],
        "questions_a_day_with_names": fact["questions_with_names"] * count,
        "share_right_of_all_in_the_trial": (1 - again["near"]["share"]) * fact["quality_sample"]["right_in_trial"]
        + again["near"]["share"]
        * fact["quality_sample"]["right_before"]
        * (1 - again["near"]["another_answer_needed"] / again["near"]["looked_at"]),
    }

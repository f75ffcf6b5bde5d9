# hiretool-canary-0ec3fafc-5475-47f0-864a-74c99b159164
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    passages = fact["documents"] * fact["passages_each"]
    changes, touch, store = fact["changes"], fact["a_change_touches"], fact["ask_the_store"]
    person = changes["person_joins_or_leaves_a_group"] * touch["documents_a_group_names"] * fact["passages_each"]
    folder = changes["folder_gets_other_groups"] * touch["documents_in_a_folder"] * fact["passages_each"]
    seen, left, time = fact["looked_at"], fact["leftovers"], fact["time_for_an_answer"]
    rights = changes["person_joins_or_leaves_a_group"] + changes["folder_gets_other_groups"] + changes["document_moved"]
    after = fact["filter_after"]
    return {
        "passages": passages,
        "names_in_the_lists": passages * fact["readers_each"],
        "gb_of_the_lists_at_4_bytes_a_name": passages * fact["readers_each"] * 4 / 1e9,
        "group_names_in_the_index": passages * fact["groups_each"],
        "passages_a_day_to_write_for_people": person,
        "hours_a_day_of_writing_for_people": person / fact["index_writes"] / 3600,
        "passages_a_day_to_write_for_folders": folder,
        "hours_a_day_of_writing_for_folders": folder / fact["index_writes"] / 3600,
        "minutes_of_writing_for_the_largest_folder": touch["largest_folder"]
        * fact["passages_each"]
        / fact["index_writes"]
        / 60,
        "changes_of_rights_a_day": rights,
        "of_them_that_take_a_right": rights * fact["rights_taken"],
        "calls_a_second_at_the_peak": fact["peak"] * 2,
        "ms_until_the_first_word_today": time["search_ms"] + time["first_word_ms"],
        "ms_with_groups_search_inside_and_a_last_look": store["ms_for_a_persons_groups"]
        + fact["filter_inside"]["search_ms"]
        + store["ms_for_20"]
        + time["first_word_ms"],
        "questions_a_day_with_too_few_passages": fact["questions_a_day"] * after["too_few"],
        "questions_a_day_with_too_few_by_search_inside": fact["questions_a_day"] * fact["filter_inside"]["too_few"],
        "share_of_answers_with_a_passage_not_allowed": seen["passage_not_allowed_now"] / seen["answers"],
        "such_answers_a_day": fact["questions_a_day"] * seen["passage_not_allowed_now"] / seen["answers"],
        "such_answers_a_day_from_the_index": fact["questions_a_day"] * seen["from_index"] / seen["answers"],
        "share_of_them_from_the_index": seen["from_index"] / seen["passage_not_allowed_now"],
        "share_of_them_from_reused_answers": seen["from_reused_answer"] / seen["passage_not_allowed_now"],
        "answers_reused_a_day": fact["questions_a_day"] * left["answers_reused_share"],
        "digests_read_a_week": left["digests_a_week"] * left["digest_readers"],
        "messages_on_rights_lost_a_month": rights * fact["messages"]["lost"] * 30,
        "documents_under_two_paths_a_day": changes["document_moved"] * fact["moved_twice"],
        "longest_hours_from_change_to_index": 24 + fact["night"]["hours"],
    }

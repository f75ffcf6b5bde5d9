# hiretool-canary-005401db-53ce-435b-96ef-71ccb944dd61
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew. Requests are an hour of a Tuesday evening."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    load = fact["requests"]["a_day"] * fact["requests"]["share_in_four_evening_hours"] / 4
    single, batch, sizes = fact["one_at_a_time"], fact["together"], fact["sizes"]
    as_is = 3600 / (single["seconds"] + single["change_seconds"])
    mixed = batch["at_once"] * 3600 / (batch["seconds"] * (1 + batch["mixed_costs"]))
    third = load * fact["by_card"]["third_card"]
    quick = 3600 / (single["seconds"] + fact["read_in"]["from_memory"])
    room = sizes["card_gb"] - sizes["base_gb"] - batch["at_once"] * sizes["request_gb"]
    month, new, price = fact["monthly"], fact["new_base"], fact["a_card_costs"]
    need = load / mixed
    texts = fact["changes_a_page"]
    many, few = texts["own_many_texts"], texts["own_few_texts"]
    left = fact["cards"] - 3
    return {
        "requests_an_hour": load,
        "a_card_does_one_at_a_time": as_is,
        "on_the_third_card": third,
        "on_the_fifth_card": load * fact["by_card"]["fifth_card"],
        "pile_up_on_the_third_card": third - as_is,
        "waiting_after_four_hours": 4 * (third - as_is),
        "minutes_to_wait_then": 4 * (third - as_is) / as_is * 60,
        "six_cards_one_at_a_time": fact["cards"] * as_is,
        "share_of_time_spent_changing": single["change_seconds"] / (single["seconds"] + single["change_seconds"]),
        "a_card_does_one_at_a_time_from_memory": quick,
        "a_card_does_mixed": mixed,
        "cards_needed_mixed": need,
        "cards_with_one_to_spare": int(need) + 2,
        "load_of_two_cards_mixed": load / (2 * mixed),
        "gb_for_adapters_on_a_card": room,
        "adapters_on_a_card": int(room / sizes["adapter_gb"]),
        "gb_of_all_adapters": fact["towns"] * sizes["adapter_gb"],
        "eur_a_month_today": fact["cards"] * price,
        "eur_a_month_of_twelve_cards": 2 * fact["cards"] * price,
        "eur_a_month_of_three_cards": 3 * price,
        "requests_read_in_the_meeting": load * fact["who_waits"]["in_the_meeting"],
        "requests_of_a_day_read_next_morning": fact["requests"]["a_day"] * fact["who_waits"]["next_morning"],
        "changes_own_all": (many["own"] * many["towns"] + few["own"] * few["towns"]) / fact["towns"],
        "changes_common_all": (many["common"] * many["towns"] + few["common"] * few["towns"]) / fact["towns"],
        "changes_own_for_many_common_for_few": (many["own"] * many["towns"] + few["common"] * few["towns"])
        / fact["towns"],
        "own_over_common_many": many["common"] - many["own"],
        "own_over_common_few": few["common"] - few["own"],
        "card_hours_a_month_of_training": month["trained"] * month["card_hours_each"],
        "card_hours_a_month_of_training_130": many["towns"] * month["card_hours_each"],
        "share_worse_after_an_exchange": month["worse"] / month["trained"],
        "card_hours_for_the_new_base": fact["towns"] * new["card_hours_each"],
        "nights_of_ten_hours_on_three_cards": fact["towns"] * new["card_hours_each"] / (10 * left),
        "nights_of_ten_hours_on_three_cards_131": (many["towns"] + 1) * new["card_hours_each"] / (10 * left),
        "gb_of_two_bases": 2 * sizes["base_gb"],
        "requests_at_once_with_two_bases_and_20_adapters": int(
            (sizes["card_gb"] - 2 * sizes["base_gb"] - 20 * sizes["adapter_gb"]) / sizes["request_gb"]
        ),
    }

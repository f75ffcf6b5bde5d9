# hiretool-canary-adfd4ff1-2afb-4b5b-a1e6-66c18cfd25c8
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt

DAYS = 30


def derived(facts):
    """Each figure of `derived`, computed anew. Money is EUR a month of thirty days."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    kinds, call, cap = fact["blind"], fact["cost_of_a_call"], fact["cap"]
    month, november = DAYS * fact["messages_per_day"], DAYS * fact["november"]
    forward, desk, unsure = fact["cost_of_forwarding"], fact["desk"], fact["unsure"]
    by_hand = desk["seconds"] / 3600 * desk["wage_per_hour"]
    without, several = kinds["no_rule"]["share"], kinds["several_rules"]["share"]

    def right(**who):
        """Share of all messages in the right queue, when each kind is sent by whom `who` says; otherwise as today."""
        return sum(kind["share"] * kind[who.get(name, "today")] for name, kind in kinds.items())

    def spent(share_right, asked, sorted_by_hand):
        """Forwarding, calls and sorting together; asked and sorted_by_hand are shares of all messages."""
        return month * ((1 - share_right) * forward + asked * call + sorted_by_hand * by_hand)

    everywhere = right(one_rule="language_model", several_rules="language_model", no_rule="language_model")
    small = right(one_rule="small", several_rules="small", no_rule="small")
    small_and_desk = right(several_rules="small")
    on_several = right(several_rules="language_model")
    on_both = right(several_rules="language_model", no_rule="language_model")
    sorted_after = (1 - unsure["share"]) * unsure["right_of_the_rest"] + unsure["share"] * kinds["no_rule"]["today"]
    with_unsure = on_several + without * (sorted_after - kinds["no_rule"]["today"])

    one, other = kinds["several_rules"]["language_model"], kinds["several_rules"]["small"]
    seen = fact["blind_messages"] * several
    doubt = 1.96 * sqrt((one * (1 - one) + other * (1 - other)) / seen)

    tokens, price = fact["tokens"], fact["price_per_million"]

    def of_call(instructions, answer):
        read = tokens["instructions"] * price[instructions] + tokens["message"] * price["read"]
        return (read + tokens[answer] * price["written"]) / 1e6

    pair, danger, tongue = fact["one_pair_of_queues"], fact["danger"], fact["third_language"]
    dangerous = danger["share"] * fact["messages_per_day"]
    return {
        "calls_for_all": month * call,
        "share_that_the_cap_buys": cap / (month * call),
        "day_on_which_the_money_ends": cap / (fact["messages_per_day"] * call),
        "day_on_which_it_ends_in_november": cap / (fact["november"] * call),
        "never_forwarded_without_the_next_step": fact["today_headline"] + fact["forwarded_for_the_next_step"],
        "right_today": right(),
        "right_language_model_everywhere": everywhere,
        "right_small_model_everywhere": small,
        "right_small_model_where_several_match": small_and_desk,
        "right_language_model_where_several_match": on_several,
        "right_language_model_where_several_or_none": on_both,
        "right_with_unsure_to_the_desk": with_unsure,
        "points_won_in_the_third_language": tongue["share"] * (tongue["language_model"] - tongue["today"]),
        "spent_today": spent(right(), 0, without),
        "spent_language_model_everywhere": spent(everywhere, 1, 0),
        "spent_small_model_everywhere": spent(small, 0, 0) + fact["small_model"]["eur_per_month"],
        "spent_small_model_where_several_match": spent(small_and_desk, 0, without)
        + fact["small_model"]["eur_per_month"],
        "spent_language_model_where_several_match": spent(on_several, several, without),
        "spent_language_model_where_several_or_none": spent(on_both, several + without, 0),
        "spent_with_unsure_to_the_desk": spent(with_unsure, several + without, without * unsure["share"]),
        "calls_where_several_match": month * several * call,
        "calls_where_several_or_none": month * (several + without) * call,
        "calls_where_several_match_in_november": november * several * call,
        "calls_where_several_or_none_in_november": november * (several + without) * call,
        "a_message_sorted_by_hand": by_hand,
        "a_further_right_message_over_the_rules": call / (one - kinds["several_rules"]["today"]),
        "a_further_right_message_over_the_small_model": call / (one - other),
        # As if the two had been tried on separate messages; on the same ones the doubt is smaller, nobody has counted.
        "gain_over_the_small_model_low": one - other - doubt,
        "gain_over_the_small_model_high": one - other + doubt,
        "a_call_as_today": of_call("read", "answer"),
        "a_call_with_kept_instructions": of_call("read_again", "answer"),
        "a_call_with_no_reason_either": of_call("read_again", "answer_without_reason"),
        "share_of_the_reason_once_instructions_are_kept": 1
        - of_call("read_again", "answer_without_reason") / of_call("read_again", "answer"),
        "calls_for_all_with_no_reason": month * of_call("read_again", "answer_without_reason"),
        "calls_for_all_with_no_reason_in_november": november * of_call("read_again", "answer_without_reason"),
        "sorters_agree_if_the_pair_is_one_queue": 1 - (1 - fact["sorters_agree"]) * (1 - pair["of_disagreements"]),
        "right_language_model_everywhere_if_the_pair_is_one": 1 - (1 - everywhere) * (1 - pair["of_model_errors"]),
        "dangerous_per_day": dangerous,
        "dangerous_missed_a_year_by_words": 365 * dangerous * (1 - danger["words_found"] / danger["of"]),
        "dangerous_missed_a_year_by_the_model": 365 * dangerous * (1 - danger["model_found"] / danger["of"]),
    }

# hiretool-canary-4298a097-7518-4b99-b5d6-02c8d1adb90a
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    quotes, often, masked, story = fact["quotes"], fact["how_often"], fact["masked"], fact["known_by_story"]
    index_low, index_high = _interval(quotes["with_index"]["found"], quotes["with_index"]["tries"])
    low, high = _interval(quotes["model_alone"]["found"], quotes["model_alone"]["tries"])
    once_low, once_high = _interval(often["once"]["found"], often["once"]["tries"])
    ten_low, ten_high = _interval(often["ten_times"]["found"], often["ten_times"]["tries"])
    story_low, story_high = _interval(story["known"], story["looked_at"])
    not_agreed = 1 - fact["consent"]["ticked"]
    worth = fact["seconds"]["replies"] * fact["seconds"]["saved"] / 3600
    groups, requests = fact["groups"], fact["requests"]["a_month"]
    turkish = groups["turkish"]["share"]

    def touched(drawn):
        """Share of the shards in which something of `drawn` lies, each in one of them by chance."""
        return 1 - (1 - 1 / fact["shards"]["number"]) ** drawn

    return {
        "quoted_with_index": quotes["with_index"]["found"] / quotes["with_index"]["tries"],
        "quoted_with_index_low": index_low,
        "quoted_with_index_high": index_high,
        "quoted_model_alone": quotes["model_alone"]["found"] / quotes["model_alone"]["tries"],
        "quoted_model_alone_low": low,
        "quoted_model_alone_high": high,
        "quoted_if_once": often["once"]["found"] / often["once"]["tries"],
        "quoted_if_once_high": once_high,
        "quoted_if_ten_times": often["ten_times"]["found"] / often["ten_times"]["tries"],
        "quoted_if_ten_times_low": ten_low,
        "quoted_if_ten_times_high": ten_high,
        "share_of_quotes_from_repeated_text": often["ten_times"]["found"] / quotes["model_alone"]["found"],
        "names_not_masked": masked["missed"] / masked["looked_at"],
        "known_by_story": story["known"] / story["looked_at"],
        "known_by_story_low": story_low,
        "known_by_story_high": story_high,
        "found_at_one_in_a_thousand_times_chance": fact["membership"]["at_one_in_thousand"] * 1000,
        "chats_before_2023": fact["chats"] * fact["before_2023"],
        "chats_without_a_tick": fact["chats"] * not_agreed,
        "eur_a_month_if_each_request_trains_anew": requests * fact["train"]["eur"],
        "days_a_month_if_each_request_trains_anew": requests * fact["train"]["days"],
        "eur_a_month_in_one_training": fact["train"]["eur"],
        "eur_a_month_by_shards": requests * fact["train"]["eur"] / fact["shards"]["number"],
        # All requests of a month together: the shards that they touch, each trained once.
        "eur_a_month_by_shards_in_one_training": fact["train"]["eur"] * touched(requests),
        "eur_a_month_by_shards_in_one_training_by_chance": fact["train"]["eur"]
        * touched(requests * fact["per_person"]["chats_mean"]),
        "shards_touched_by_a_person_with_mean_chats": fact["shards"]["number"]
        * (1 - (1 - 1 / fact["shards"]["number"]) ** fact["per_person"]["chats_mean"]),
        "epsilon_of_a_year_by_plain_sum": 12 * 2,
        "epsilon_of_the_person_with_most_by_plain_sum": 8 * fact["per_person"]["chats_top"],
        "taken_from_both_groups": turkish * groups["turkish"]["model"] + (1 - turkish) * groups["others"]["model"],
        "taken_from_both_groups_private": turkish * groups["turkish"]["eps_8"]
        + (1 - turkish) * groups["others"]["eps_8"],
        "lost_turkish": groups["turkish"]["model"] - groups["turkish"]["eps_8"],
        "lost_others": groups["others"]["model"] - groups["others"]["eps_8"],
        "hours_a_day_model": worth * fact["taken"]["model"],
        "hours_a_day_templates": worth * fact["templates"]["taken"],
        "hours_a_day_private": worth * fact["private"]["eps_8"]["taken"],
        "hours_a_day_consenting": worth * fact["consenting_only"]["taken"],
        "hours_between_model_and_templates": worth * (fact["taken"]["model"] - fact["templates"]["taken"]),
    }

# hiretool-canary-bf0da6b9-8f48-4d83-bb66-89df76ef0ab4
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
    place, edit, air, price = fact["by_place"], fact["edit"], fact["air"], fact["price"]
    mean = sum(part["wrong"] * part["share"] for part in place.values())
    sense_low, sense_high = _interval(fact["sense"]["turned"], fact["sense"]["looked_at"])
    news = air["news"] / air["minutes_a_day"]
    by_kind = news * fact["kind"]["read"] + (1 - news) * fact["kind"]["talk"]
    minutes = {
        "nothing": fact["air"]["minutes_a_day"] * edit["from_nothing"],
        "drafts": air["news"] * edit["from_read"]
        + air["talk_west"] * edit["from_talk"]
        + air["talk_east"] * edit["from_east"],
        "best": air["news"] * edit["from_read"]
        + air["talk_west"] * edit["from_talk"]
        + air["talk_east"] * edit["from_nothing"],
    }
    have = fact["editors"]["minutes"]
    after_news = have - air["news"] * edit["from_read"]
    talk, east = fact["talk_trial"], place["east"]["wrong"]
    curve = fact["curve"]
    base, tried = fact["new_voices"]["wrong"], fact["new_voices"]["voices"]
    doubt, voices = fact["by_voice"], sum(tried.values())

    def ends(name, gain, spread, of, t):
        """A gain in points, less and plus t standard errors over voices; to a tenth, as an interviewer says it."""
        half = t * doubt[spread] / sqrt(of)
        return {f"{name}_low": round(gain - half, 1), f"{name}_high": round(gain + half, 1)}

    # Student's t, 95 %: 2.069 with 23 degrees of freedom, 2.776 with 4.
    intervals = {
        **ends("gain_of_same_voices", 100 * (base - curve["same_voices_22_hours"]), "same_voices", voices, 2.069),
        **ends("gain_of_other_voices", 100 * (base - curve["new_voices_22_hours"]), "other_voices", voices, 2.069),
        **ends("gain_of_news", 100 * (base - curve["news_70_hours"]), "news", voices, 2.069),
        **ends("gain_of_sound_without_words", 100 * (base - curve["untold_900_hours"]), "untold", voices, 2.069),
        **ends("gain_in_the_east", 100 * (east - talk["east"]), "talk_in_the_east", doubt["east"], 2.776),
        **ends("gain_of_news_in_the_east", fact["news_by_place"]["east"], "news_in_the_east", doubt["east"], 2.776),
    }
    return {
        **intervals,
        # About two standard errors.
        "voices_in_the_east_for_a_doubt_of_three": (2 * doubt["talk_in_the_east"] / 3) ** 2,
        "eur_a_point_in_the_east_by_talk": round(talk["hours"] * price["talk"] / (100 * (east - talk["east"]))),
        "mean_of_places": mean,
        "mean_of_new_voices": sum(many * place[name]["wrong"] for name, many in tried.items()) / sum(tried.values()),
        "mean_of_kinds": by_kind,
        "wrong_without_spelling_new_voices": base * (1 - fact["spelling"]["of_errors_harmless"]),
        "turned": fact["sense"]["turned"] / fact["sense"]["looked_at"],
        "turned_low": sense_low,
        "turned_high": sense_high,
        "air_minutes": air["news"] + air["talk_west"] + air["talk_east"],
        "edit_minutes_from_nothing": minutes["nothing"],
        "edit_minutes_with_all_drafts": minutes["drafts"],
        "edit_minutes_with_drafts_where_they_help": minutes["best"],
        "edit_minutes_there_are": have,
        "covered_today": have / edit["from_nothing"],
        "covered_with_drafts_news_then_west": air["news"] + min(air["talk_west"], after_news / edit["from_talk"]),
        "covered_with_news_half_talk_of_each": air["news"]
        + after_news / ((edit["from_talk"] + edit["from_nothing"]) / 2),
        "lost_by_drafts_in_the_east_a_day": air["talk_east"] * (edit["from_east"] - edit["from_nothing"]),
        "edit_minutes_of_two_hours_from_nothing": 120 * edit["from_nothing"],
        "hours_for_the_budget_read": fact["budget"] / price["read"],
        "hours_for_the_budget_talk": fact["budget"] / price["talk"],
        "price_of_all_scripts": fact["scripts"]["hours"] * price["news_aligned"],
        "talk_hours_after_the_scripts": (fact["budget"] - fact["scripts"]["hours"] * price["news_aligned"])
        / price["talk"],
        "price_of_the_talk_trial": talk["hours"] * price["talk"],
        "gain_in_talk": fact["kind"]["talk"] - talk["talk"],
        "gain_in_the_east": east - talk["east"],
        "gain_of_same_voices": base - curve["same_voices_22_hours"],
        "gain_of_other_voices": base - curve["new_voices_22_hours"],
        "gain_of_news": base - curve["news_70_hours"],
        "price_of_70_hours_of_news": 70 * price["news_aligned"],
        "gain_of_sound_without_words": base - curve["untold_900_hours"],
        "price_of_eleven_hours_read": fact["data"]["hours"] * price["read"],
        "east_share_of_voices": fact["trained_on"]["east"] / fact["data"]["speakers"],
        "writers_differ": fact["spelling"]["two_differ"],
    }

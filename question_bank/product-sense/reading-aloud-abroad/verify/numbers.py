# hiretool-canary-3c8b09a7-5928-4030-8cce-1ae5e7c32858
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew. Marks are a page."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    words, wrong = fact["words_on_a_page"], fact["misread_share"]
    misread = words * wrong

    def of_speech(parts):
        return sum(part["share"] * part["false_marks"] for part in parts.values())

    abroad, home = fact["abroad_by_speech"], fact["home_by_speech"]
    marks, found = fact["false_marks_a_page"], fact["found"]
    shown = {place: misread * found[place] + marks[place] for place in marks}
    strict = fact["threshold"]
    north = abroad["northern"]["false_marks"]
    forms, train = fact["forms_list"], fact["recordings_to_train"]
    by_forms = of_speech(abroad) - abroad["northern"]["share"] * (north - forms["northern_false_marks"])
    by_training = (
        abroad["as_on_the_news"]["share"] * abroad["as_on_the_news"]["false_marks"]
        + abroad["northern"]["share"] * train["northern_false_marks"]
        + abroad["other_language_at_home"]["share"] * train["other_false_marks"]
    )
    money = fact["money"]
    a_year = fact["schools"] * money["children_per_school"] * money["per_child"]
    at_risk = a_year * money["penalty"] * fact["northern_schools"]
    return {
        "misread_words": misread,
        "right_if_all_are_called_right": 1 - wrong,
        "false_marks_abroad_from_parts": of_speech(abroad),
        "false_marks_home_from_parts": of_speech(home),
        "agreement_in_the_pilot_abroad": 1 - (marks["abroad"] + misread * (1 - found["abroad"])) / words,
        "agreement_at_home": 1 - (marks["home"] + misread * (1 - found["home"])) / words,
        "marks_a_page_home": shown["home"],
        "marks_a_page_abroad": shown["abroad"],
        "share_of_marks_that_are_false_home": marks["home"] / shown["home"],
        "share_of_marks_that_are_false_abroad": marks["abroad"] / shown["abroad"],
        "share_of_marks_that_are_false_in_the_north": north / (north + misread * found["abroad"]),
        "times_the_north_over_the_news_abroad": north / abroad["as_on_the_news"]["false_marks"],
        "times_the_mountains_over_the_news_home": home["mountains"]["false_marks"]
        / home["as_on_the_news"]["false_marks"],
        "news_abroad_over_news_home": abroad["as_on_the_news"]["false_marks"] / home["as_on_the_news"]["false_marks"],
        "found_a_page_strict": misread * strict["found"],
        "found_a_page_as_it_is": misread * found["abroad"],
        "share_of_marks_that_are_false_strict": strict["false_marks"]
        / (strict["false_marks"] + misread * strict["found"]),
        "false_marks_abroad_with_forms": by_forms,
        "false_marks_abroad_with_training": by_training,
        "children_in_the_north": fact["schools"] * fact["northern_schools"] * money["children_per_school"],
        "children": fact["schools"] * money["children_per_school"],
        "eur_a_year": a_year,
        "eur_that_northern_schools_may_keep": at_risk,
        "words_wrong_on_a_childs_list": fact["silent"]["words_on_the_list"] * (1 - fact["silent"]["right"]),
        "northern_false_marks_times_chance_forms": forms["chance"] * forms["northern_false_marks"]
        + (1 - forms["chance"]) * north,
        "northern_false_marks_times_chance_training": train["chance"] * train["northern_false_marks"]
        + (1 - train["chance"]) * north,
    }

# hiretool-canary-5db20176-3eb2-4d5e-89da-9c188a643e97
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import exp, sqrt

# Where the exact 95 % interval for a Poisson mean ends when one event was seen: exp(-m) (1 + m) = 0.025.
UPPER_FOR_ONE = 5.572


def _interval(found, of):
    """Wilson's 95 % interval for a share; holds up at 32 of 40, where the textbook one does not."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew. Costs are EUR a day."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    bad = fact["jars_per_day"] * fact["defective_share"]
    good = fact["jars_per_day"] - bad
    cracked = bad * fact["cracked_share_of_defective"]
    cosmetic = bad - cracked
    of_crack, of_cosmetic = fact["cost_cracked_shipped"], fact["cost_cosmetic_shipped"]
    assert abs(exp(-UPPER_FOR_ONE) * (1 + UPPER_FOR_ONE) - 0.025) < 1e-5
    of_good, look = fact["cost_good_discarded"], fact["cost_second_look"]
    counts = ("inspectors_cracked", "inspectors_cosmetic", "camera_cracked", "camera_cosmetic", "camera_good_stopped")
    share = {name: fact[name]["found"] / fact[name]["of"] for name in counts}

    eye_cracked, eye_cosmetic = 1 - share["inspectors_cracked"], 1 - share["inspectors_cosmetic"]
    camera_cracked, camera_cosmetic = 1 - share["camera_cracked"], 1 - share["camera_cosmetic"]
    eye_found = cracked * (1 - eye_cracked) + cosmetic * (1 - eye_cosmetic)
    eye_discards = good * fact["inspectors_good_discarded"]
    today = cracked * eye_cracked * of_crack + cosmetic * eye_cosmetic * of_cosmetic + eye_discards * of_good
    camera_misses = cracked * camera_cracked * of_crack + cosmetic * camera_cosmetic * of_cosmetic
    stopped_good = good * share["camera_good_stopped"]
    stopped_bad = cracked * share["camera_cracked"] + cosmetic * share["camera_cosmetic"]
    # Beside the inspectors, if the two missed independently of each other; nobody knows that they do.
    both = cracked * eye_cracked * camera_cracked * of_crack + cosmetic * eye_cosmetic * camera_cosmetic * of_cosmetic
    beside = both + (stopped_good + stopped_bad) * look + eye_discards * of_good
    instead = camera_misses + (stopped_good + stopped_bad) * look
    extra_cracked = cracked * (camera_cracked - eye_cracked * camera_cracked)
    low, high = _interval(**fact["camera_cracked"])
    eye_low, eye_high = _interval(**fact["inspectors_cracked"])
    a, b = share["camera_cracked"], share["inspectors_cracked"]
    student = fact["student_photo"]["found"], fact["student_good_stopped"]["found"]
    wrong = fact["student_photo"]["of"] - student[0] + student[1]
    photos = fact["student_photo"]["of"] + fact["student_good_stopped"]["of"]
    recall = fact["recall_cost"] / (cracked * eye_cracked * 365 * fact["years_with_one_recall"])
    return {
        "bad_jars_per_day": bad,
        "cracked_jars_per_day": cracked,
        "student_right_share": 1 - wrong / photos,
        "precision_on_the_students_photos": student[0] / sum(student),
        "inspectors_found": eye_found / bad,
        "camera_found": stopped_bad / bad,
        "precision_on_the_line": stopped_bad / (stopped_bad + stopped_good),
        "bad_share_of_the_inspectors_bin": eye_found / (eye_found + eye_discards),
        "right_share_of_stopping_nothing": good / fact["jars_per_day"],
        "stopped_per_day": stopped_good + stopped_bad,
        "loss_today": today,
        "loss_camera_discards_alone": camera_misses + stopped_good * of_good,
        "loss_camera_with_second_look": instead,
        "loss_beside_if_independent": beside,
        "wages_of_inspectors": fact["inspector_hours_per_day"] * fact["wage_per_hour"],
        "cracked_shipped_today": cracked * eye_cracked,
        "cracked_shipped_by_the_camera_alone": cracked * camera_cracked,
        # What a cracked jar must cost before keeping the inspectors is the cheaper plan.
        "cost_of_a_crack_that_turns_the_decision": of_crack
        + (beside + fact["inspector_hours_per_day"] * fact["wage_per_hour"] - instead) / extra_cracked,
        "recall_share_of_a_cracked_jar": recall,
        "cost_of_a_crack_at_the_high_end": fact["complaint"] + UPPER_FOR_ONE * recall,
        "stop_if_cracked_above": of_good / (of_crack + of_good),
        "stop_if_cosmetic_above": of_good / (of_cosmetic + of_good),
        "camera_cracked_low": low,
        "camera_cracked_high": high,
        "inspectors_cracked_low": eye_low,
        "inspectors_cracked_high": eye_high,
        # 80 % power, 5 % two-sided, two separate groups of cracked jars.
        "cracked_jars_each_to_tell_80_from_88": 7.85 * (a * (1 - a) + b * (1 - b)) / (a - b) ** 2,
    }

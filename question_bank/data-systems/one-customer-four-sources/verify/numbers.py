# hiretool-canary-c69f3806-039c-4771-ab13-74603c4f32e7
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    numbered = fact["with_customer_number"]
    unlinked = sum(fact[source] * (1 - numbered[source]) for source in ("portal", "call_centre", "partner"))
    attached = sum(fact[source] for source in ("portal", "call_centre", "partner"))
    email, postcode = fact["rule_email"], fact["rule_name_and_postcode"]
    wrong, letter = fact["cost_of_wrong_merge"], fact["cost_of_missed_merge_per_year"]
    arrived = fact["corrections_by_day"]
    rebuild, changes_only = fact["full_rebuild"], fact["changes_only"]
    gb = fact["gb_of_deliveries_per_night"] * 365
    return {
        "records_without_a_number": unlinked,
        "share_without_a_number": unlinked / attached,
        "records_left_after_the_email_rule": unlinked - email["adds"],
        "wrong_links_by_email": email["adds"] * (1 - email["right"]),
        "wrong_links_by_name_and_postcode": postcode["adds"] * (1 - postcode["right"]),
        "cost_of_wrong_links_by_email": email["adds"] * (1 - email["right"]) * wrong,
        "saved_in_a_year_by_email": email["adds"] * email["right"] * letter,
        "saved_in_five_years_by_email": 5 * email["adds"] * email["right"] * letter,
        # Merge when p * saved > (1 - p) * wrong.
        "right_share_needed_for_one_year": wrong / (wrong + letter),
        "right_share_needed_for_five_years": wrong / (wrong + 5 * letter),
        "corrections_after_the_close": fact["corrections_per_month"] * (1 - arrived[fact["closing_day"]]),
        "corrections_after_day_40": fact["corrections_per_month"] * (1 - arrived[40]),
        "full_rebuild_eur_per_month": 30 * rebuild["eur"],
        "changes_only_eur_per_month": 30 * changes_only["eur"],
        "rebuilt_at_hour_on_a_normal_night": fact["billing_copy_arrives"]["normal_hour"] + rebuild["minutes"] / 60,
        "rebuilt_at_hour_on_a_late_night": fact["billing_copy_arrives"]["late_hour"] + rebuild["minutes"] / 60,
        "gb_kept_in_a_year": gb,
        "eur_per_month_for_a_year_of_deliveries": gb * fact["eur_per_gb_month"],
    }

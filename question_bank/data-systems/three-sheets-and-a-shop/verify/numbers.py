# hiretool-canary-f6b77125-9267-4717-a451-032696f34d47
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    shop, sheets = fact["shop"], fact["sheets"]
    orders = shop["orders_a_month"] * shop["months"]
    calls = orders / shop["orders_a_page"]
    night = sum(sheet["kb"] for sheet in sheets.values())
    plan, simple, agency = fact["plan_today"], fact["last_four_weeks"], fact["agency"]
    point = fact["a_point"]
    fee = fact["fee"]
    out = fact["run_out"]
    return {
        "orders_in_all": orders,
        "calls_for_everything": calls,
        "minutes_for_everything": calls / shop["calls_a_minute"],
        "calls_for_sixty_days": shop["orders_a_month"] * fact["shop_changes"]["days"] / 30 / shop["orders_a_page"],
        "orders_that_change_a_month": shop["orders_a_month"] * fact["shop_changes"]["share_changed"],
        "kb_of_the_sheets_a_night": night,
        "mb_of_every_nights_copy_a_year": night * 365 / 1000,
        "order_lines_a_month": shop["orders_a_month"] * shop["lines_an_order"],
        "fees_a_month": shop["orders_a_month"] * fee,
        "fees_a_month_summed_by_line": shop["orders_a_month"] * shop["lines_an_order"] * fee,
        "fees_counted_too_much_a_month": shop["orders_a_month"] * (shop["lines_an_order"] - 1) * fee,
        "ways_to_write_each_coffee": fact["names"]["written"] / fact["coffees"],
        "eur_a_month_of_running_out_and_throwing_away": out["a_week"] * 52 / 12 + out["thrown_a_month"],
        "eur_a_month_of_the_mean_of_four_weeks": 100 * (plan["error"] - simple["error"]) * point * 52 / 12,
        "eur_a_month_of_the_agency_over_that": 100 * (simple["error"] - agency["error"]) * point * 52 / 12,
        "eur_a_month_of_the_agency_after_its_price": 100 * (simple["error"] - agency["error"]) * point * 52 / 12
        - agency["eur_a_month"],
        "points_from_which_the_agency_pays": agency["eur_a_month"] / (point * 52 / 12),
        "kg_of_green_for_100_kg_sold": 100 / (1 - fact["roasting_loses"]),
        "hours_a_month_of_the_plan": plan["hours"] * 52 / 12,
        "days_of_yours": fact["you"]["days_a_week"] * fact["you"]["weeks"],
    }

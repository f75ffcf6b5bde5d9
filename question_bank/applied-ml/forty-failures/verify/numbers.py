# hiretool-canary-46fec3e0-d4f7-4167-849e-5f6cb61356cb
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import exp, log, sqrt

DAYS = 365


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew. Costs are EUR a year."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    pumps, years, alone = fact["pumps"], fact["years"], fact["without_standby"]
    many = {"with_standby": pumps - alone, "without_standby": alone}
    failing = {
        "with_standby": (fact["failures"] - fact["failures_without_standby"]) / years,
        "without_standby": fact["failures_without_standby"] / years,
    }
    cost, change, visit = fact["cost_of_failure"], fact["cost_of_planned_change"], fact["cost_of_visit"]
    by_pump, limit, came = fact["held_out_by_pump"], fact["makers_limit"], fact["when_the_alarm_came"]

    def share(way):
        return way["in_time"] / way["of"]

    def visits(way, where):
        return many[where] * DAYS * way["alarm_share"] / fact["alarm_days_in_a_row"]

    def saved(way, where, costs=None):
        """What acting on alarms saves: failures turned into planned changes, less all visits."""
        of_failure = cost[where] if costs is None else costs
        return share(way) * failing[where] * (of_failure - change) - visits(way, where) * visit

    def pays_from(way):
        """The cost of a failure at which alarms on a pump of average luck begin to pay."""
        per_pump = sum(failing.values()) / pumps
        return change + DAYS * way["alarm_share"] / fact["alarm_days_in_a_row"] * visit / (per_pump * share(way))

    low, high = _interval(by_pump["in_time"], by_pump["of"])
    a, b = share(limit), share(by_pump)
    to_tell = 7.85 * (a * (1 - a) + b * (1 - b)) / (a - b) ** 2
    total = sum(failing[where] * cost[where] for where in cost)
    alarm_days = pumps * DAYS * fact["alarm_share_headline"]
    headline_visits = alarm_days / fact["alarm_days_in_a_row"]

    worn = fact["taken_out_last_year"]
    each_year = {where: many[where] / fact["calendar_years"] for where in many}
    prevented = {where: worn["deeply_worn"] * many[where] / pumps for where in many}

    trailer = fact["trailer"]
    trailers = trailer["pumps"] * (trailer["price"] / trailer["years"] + trailer["upkeep"])
    less = failing["without_standby"] * (cost["without_standby"] - trailer["cost_of_failure_then"])
    return {
        "failures_per_year": fact["failures"] / years,
        "cost_of_failures": total,
        "share_of_cost_without_standby": failing["without_standby"] * cost["without_standby"] / total,
        "alarm_days_by_the_headline": alarm_days,
        "visits_by_the_headline": headline_visits,
        "share_that_shaking_can_show": (fact["kinds"]["bearings"] + fact["kinds"]["seals"]) / fact["failures"],
        "found_share_headline": fact["found_headline"]["found"] / fact["found_headline"]["of"],
        "in_time_by_the_suppliers_model": came["three_days_or_more"] / fact["failures_with_sensors"],
        "in_time_by_pump": share(by_pump),
        "in_time_by_pump_low": low,
        "in_time_by_pump_high": high,
        "in_time_by_the_limit": share(limit),
        "visits_by_pump": sum(visits(by_pump, where) for where in many),
        "visits_for_one_failure_in_time": sum(visits(by_pump, where) for where in many)
        / (share(by_pump) * sum(failing.values())),
        "visits_without_standby": visits(by_pump, "without_standby"),
        "visits_without_standby_by_the_limit": visits(limit, "without_standby"),
        "saved_everywhere": sum(saved(by_pump, where) for where in many),
        "saved_with_standby": saved(by_pump, "with_standby"),
        "saved_without_standby": saved(by_pump, "without_standby"),
        "saved_without_standby_by_the_limit": saved(limit, "without_standby"),
        "cost_of_failure_from_which_the_model_pays": pays_from(by_pump),
        "cost_of_failure_from_which_the_limit_pays": pays_from(limit),
        # 80 % power, 5 % two-sided, two separate groups of failures.
        "failures_each_to_tell_model_from_limit": to_tell,
        "years_to_tell_model_from_limit": to_tell / sum(failing.values()),
        # Both on the same failures, and the model finds each one that the limit finds.
        "failures_to_tell_them_on_the_same_ones_at_least": (1.96 * sqrt(b - a) + 0.8416 * sqrt((b - a) - (b - a) ** 2))
        ** 2
        / (b - a) ** 2,
        "failures_a_year_without_standby": failing["without_standby"],
        "chance_of_a_year_without_any_there": exp(-failing["without_standby"]),
        # A year with no missed failure still allows so many a year (95 %).
        "missed_a_year_that_none_in_a_year_allows": -log(0.05),
        "bearings_changed_by_the_calendar": pumps / fact["calendar_years"],
        "cost_of_the_calendar": pumps / fact["calendar_years"] * change,
        "calendar_with_standby": each_year["with_standby"] * change,
        "prevented_with_standby": prevented["with_standby"] * cost["with_standby"],
        "calendar_without_standby": each_year["without_standby"] * change,
        "prevented_without_standby": prevented["without_standby"] * cost["without_standby"],
        "saved_by_no_calendar_where_a_pump_stands_by": each_year["with_standby"] * change
        - prevented["with_standby"] * cost["with_standby"],
        "worn_a_year_from_which_the_calendar_pays_with_standby": each_year["with_standby"]
        * change
        / cost["with_standby"],
        "worn_a_year_by_the_notebook_with_standby": prevented["with_standby"],
        "pumps_with_standby": many["with_standby"],
        "bearings_worn_or_marked": worn["deeply_worn"] + worn["marked"],
        "cost_of_grading_a_year": pumps / fact["calendar_years"] * fact["cost_of_grading"],
        "cost_of_the_trailers": trailers,
        "saved_by_the_trailers": less,
        "saved_by_the_model_once_there_are_trailers": saved(
            by_pump, "without_standby", trailer["cost_of_failure_then"]
        ),
    }

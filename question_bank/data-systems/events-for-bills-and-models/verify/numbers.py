# hiretool-canary-b51dce6d-d653-436b-85f9-659079afd7a1
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    events, trips, note = fact["events_per_day"], fact["trips_per_day"], fact["cost_of_credit_note"]
    complete = fact["trips_complete_by_hour"]
    incomplete = trips * (1 - complete[30])
    gb = events * fact["bytes_per_event"] / 1e9
    proof = 2 * trips * fact["bytes_per_event"] / 1e9
    firmware = fact["firmware"]
    affected = trips * firmware["boxes"] / fact["boxes"] * firmware["days_unnoticed"]
    price = fact["platform_eur_per_month"]
    night, day = fact["tariff"]["night"], fact["tariff"]["day"]
    return {
        "events_per_second_on_average": events / 86400,
        "duplicates_per_day": events * fact["duplicate_share"],
        "revenue_per_day": trips * fact["mean_trip_eur"],
        # Summing increments counts each repeated event again; end reading less start reading does not.
        "overcharge_per_day_if_increments_are_summed": trips * fact["mean_trip_eur"] * fact["duplicate_share"],
        "trips_of_the_last_day_incomplete_at_the_bill": incomplete,
        "credit_notes_if_billed_as_they_stand": incomplete * note,
        "revenue_that_waits_a_month_if_carried_over": incomplete * fact["mean_trip_eur"],
        "incomplete_if_billed_two_days_later": trips * (1 - complete[78]),
        "trips_per_day_with_a_clock_two_minutes_off": trips * fact["clocks"]["off_by_2_minutes"],
        "day_price_over_night_price": day / night,
        "events_per_trip": events / trips,
        "gb_per_day": gb,
        "tb_for_ten_years_of_everything": gb * 3650 / 1000,
        "tb_for_ten_years_of_start_and_end": proof * 3650 / 1000,
        "stream_over_batch_per_month": price["stream"] - price["every_5_minutes"],
        "share_of_events_unknown_after_a_minute": 1 - fact["arrived_by_hour"]["one_minute"],
        "minutes_lost_by_five_minute_data": fact["error_by_age"]["five_minutes"] - fact["error_by_age"]["five_seconds"],
        "hours_to_replay_a_month": events * 30 / fact["replay_events_per_second"] / 3600,
        "days_of_backlog_that_an_hour_of_replay_clears": fact["replay_events_per_second"] * 3600 / events,
        "trips_touched_by_the_firmware": affected,
        "bill_for_a_mean_trip_in_wrong_units": fact["mean_trip_eur"] * 1000,
        "credit_notes_if_those_had_been_billed": affected * note,
    }

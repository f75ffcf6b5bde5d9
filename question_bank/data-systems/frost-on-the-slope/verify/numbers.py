# hiretool-canary-ce970754-e9c9-47b0-a997-2676f0295d1d
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return (middle - half) / (1 + z**2 / of), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    readings = fact["sensors"] * 24 * 60 / fact["minutes_between_readings"]
    night = readings / 2
    slow, starts, clocks = fact["seconds_run_slow"], fact["starts"], fact["clocks"]
    masts, missing = fact["two_masts"], fact["missing"]
    gaps = fact["plots"] * fact["plots_with_a_gap"]
    hurt = gaps * fact["damage"]["with_a_gap"]
    low, claim, visit = fact["low_voltage"], fact["claim"], fact["visit"]
    fault = fact["whose_fault"]
    twice, able = fact["looked_at_twice"], fact["visitors"]["plots_a_day"]
    gap_low, gap_high = _interval(twice["damaged"], twice["gaps"])
    other_low, other_high = _interval(twice["other_damaged"], twice["other_gaps"])
    first, others = gaps * low["share_of_gaps"], gaps * (1 - low["share_of_gaps"])

    def low_only(share_of_others):
        """EUR a night if only gaps with a low voltage are visited."""
        return first * visit + others * share_of_others * claim

    return {
        "readings_a_day": readings,
        "mb_a_day": readings * fact["bytes_a_reading"] / 1e6,
        "sensors_off_by_10_minutes": fact["sensors"] * clocks["off_by_10_minutes"],
        "sensors_on_new_years_day": fact["sensors"] * clocks["on_new_years_day"],
        "seconds_off_over_a_full_buffer": slow["an_hour"] * slow["buffer_hours"],
        "readings_in_a_full_buffer": slow["buffer_hours"] * 60 / fact["minutes_between_readings"],
        "sensors_that_do_not_number_starts": fact["sensors"] * (1 - starts["sensors_that_number_them"]),
        "readings_a_day_heard_twice": readings * masts["share"],
        "readings_a_day_that_differ_between_masts": readings * masts["share"] * masts["differs"],
        "readings_missing_in_a_frost_night": night * missing["frost_night"],
        "readings_missing_in_another_night": night * missing["other_night"],
        "times_as_many_missing_in_frost": missing["frost_night"] / missing["other_night"],
        "missing_for_their_battery_in_a_frost_night": night * missing["frost_night"] * fact["missing_why"]["battery"],
        "plots_with_a_gap_a_frost_night": gaps,
        "damaged_plots_with_a_gap_a_frost_night": hurt,
        "times_as_often_damaged_with_a_gap": fact["damage"]["with_a_gap"] / fact["damage"]["without"],
        "share_of_damage_that_the_line_hid": fact["the_line"]["line_stayed_above"]
        / fact["the_line"]["with_gap_and_damage"],
        "eur_at_stake_in_a_plot_with_a_gap": claim * fact["damage"]["with_a_gap"],
        "share_from_which_a_visit_pays": visit / claim,
        "eur_a_night_of_letting_gaps_pass": hurt * claim,
        "eur_a_night_of_visiting_all_gaps": gaps * visit,
        "eur_a_night_of_visiting_low_voltage_only": gaps * low["share_of_gaps"] * visit
        + hurt * (1 - low["share_of_damage"]) * claim,
        "share_damaged_among_the_other_gaps": fact["damage"]["with_a_gap"]
        * (1 - low["share_of_damage"])
        / (1 - low["share_of_gaps"]),
        "damaged_with_a_gap_low": gap_low,
        "damaged_with_a_gap_high": gap_high,
        "other_gaps_damaged_low": other_low,
        "other_gaps_damaged_high": other_high,
        "eur_a_night_of_low_voltage_only_at_the_low_end": low_only(other_low),
        "eur_a_night_of_low_voltage_only_at_the_high_end": low_only(other_high),
        "plots_with_a_gap_that_nobody_can_visit": gaps - able,
        "eur_a_night_of_thirty_visits_by_lot": able * visit + hurt * (1 - able / gaps) * claim,
        # The low voltages first, the rest of the thirty by lot among the others.
        "eur_a_night_of_thirty_visits_low_voltage_first": able * visit
        + hurt * (1 - low["share_of_damage"]) * (1 - (able - first) / others) * claim,
        "eur_a_year_of_visiting_all_gaps": gaps * visit * fact["frost_nights"],
        "claims_a_night_near_the_start": fault["claims_a_night"] * fault["near_the_start"],
        "eur_a_night_at_stake_near_the_start": fault["claims_a_night"]
        * fault["near_the_start"]
        * claim
        * fault["halved"],
        "plots_not_complete_at_nine": fact["plots"] * (1 - fact["complete"]["at_nine"]),
        "plots_not_complete_after_two_days": fact["plots"] * (1 - fact["complete"]["after_two_days"]),
    }

# hiretool-canary-94fb75ec-51b2-4b39-8df3-5ce6bca13acb
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
    tokens, prices, found, days = fact["tokens"], fact["prices"], fact["found"], fact["days"]
    notes, wait = fact["different"]["notes"], fact["can_wait"]

    def call(kept=False, reason=True):
        """EUR for one call."""
        out = tokens["codes"] + (tokens["reason"] if reason else 0)
        begin = tokens["instructions"] * (prices["kept"] if kept else prices["in"])
        return (begin + tokens["note"] * prices["in"] + out * prices["out"]) / 1e6

    later = 1 - wait + wait * prices["later"]
    bill = fact["calls"] * call()
    once = notes * call()
    kept = notes * call(kept=True)
    waits = kept * later
    silent = notes * call(kept=True, reason=False) * later
    own = fact["own_machine"]["month"] + fact["own_machine"]["person"]
    share = {name: found[name] / found["of"] for name in ("large", "large_no_reason", "small", "quantised", "rule")}
    urgent = notes * fact["urgent"]["share"]
    routed = fact["small"]["month"] + fact["route"]["to_large"] * kept

    def missed(how):
        return urgent * (1 - share[how])

    extra = missed("small") - missed("large")
    saved_false = (
        (notes - urgent) * (fact["false_urgency"]["large"] - fact["false_urgency"]["small"]) * fact["false_cost"]
    )
    low, high = _interval(found["small"], found["of"])
    large_low, large_high = _interval(found["large"], found["of"])
    away = fact["other_language"]
    return {
        "a_call": call(),
        "bill": bill,
        "a_tenth": bill / fact["factor"],
        "share_of_the_instructions_in_a_call": tokens["instructions"] * prices["in"] / 1e6 / call(),
        "calls_for_each_note": fact["calls"] / notes,
        "bill_if_sent_once": once,
        "bill_with_kept_instructions_as_well": kept,
        "bill_with_answers_later_as_well": waits,
        "bill_without_reasons_as_well": silent,
        "times_cheaper_with_all_but_reasons": bill / waits,
        "times_cheaper_without_reasons": bill / silent,
        "bill_of_kept_instructions_alone": fact["calls"] * call(kept=True),
        "bill_of_own_machines": own,
        "bill_small_with_large_behind_it": routed,
        "found_large": share["large"],
        "found_large_low": large_low,
        "found_large_high": large_high,
        "found_large_without_reason": share["large_no_reason"],
        "found_small": share["small"],
        "found_small_low": low,
        "found_small_high": high,
        "found_small_at_the_same_false_urgency": found["small_same_false"] / found["of"],
        "found_quantised": share["quantised"],
        "found_by_words": share["rule"],
        "found_routed": fact["route"]["found"] / found["of"],
        "urgent_notes_a_month": urgent,
        "missed_a_month_large": missed("large"),
        "missed_a_month_small": missed("small"),
        "more_missed_a_month_small": extra,
        "eur_of_more_missed_small": extra * fact["missed"]["mean"],
        "eur_of_less_false_urgency_small": saved_false,
        "eur_of_more_missed_without_reason": (missed("large_no_reason") - missed("large")) * fact["missed"]["mean"],
        "share_of_calls_that_are_urgent_notes_missed_more": extra / notes,
        "days_for_the_three": days["once"] + days["kept"] + days["later"],
        "eur_for_the_three": (days["once"] + days["kept"] + days["later"]) * days["day"],
        "eur_to_teach": days["teach"] * days["day"],
        "bill_with_all_but_reasons_in_a_year": waits * (1 + fact["growth"]) ** 12,
        "found_other_language_small_lower_by": away["large"] - away["small"],
    }

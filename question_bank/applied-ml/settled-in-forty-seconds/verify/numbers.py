# hiretool-canary-f06ef3cb-fcd7-40f1-bc26-3709899967ed
"""question.yaml's facts -> its derived figures, so that no interviewer quotes a wrong one."""

from math import sqrt


def _interval(found, of):
    """Wilson's 95 % interval for a share."""
    share, z = found / of, 1.96
    middle, half = share + z**2 / (2 * of), z * sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    return max(0, (middle - half) / (1 + z**2 / of)), (middle + half) / (1 + z**2 / of)


def derived(facts):
    """Each figure of `derived`, computed anew. EUR, per chat unless it says otherwise."""
    fact = {name: entry["value"] for name, entry in facts.items()}
    chats, cost, losses, again = fact["chats_per_month"], fact["cost_of_a_chat"], fact["losses"], fact["call_again"]
    person, agent = cost["person"], cost["agent"]

    def of_company(seen):
        return sum(seen[name] / seen["of"] * losses[name] for name in ("too_much", "other_booking", "not_done"))

    def of_customers(seen):
        return seen["refused"] / seen["of"] * losses["refused"]

    by_agent = agent + of_company(fact["read"]) + again["agent"] * person
    by_person = person + of_company(fact["read_people"]) + again["person"] * person
    limited = fact["limited"]
    handed = limited["handed_over"] / limited["of"]
    # Whatever is handed over costs a person on top; call-backs as they are today.
    by_limited = agent + of_company(limited) + again["agent"] * person + handed * by_person
    done = chats * fact["settled"]
    left = chats - done

    def month(of_settled):
        return done * of_settled + left * (by_person + agent)

    form_share = fact["right_by_kind"]["refund"]["share"] * fact["form"]["share_of_refund_chats"]
    once, runs = fact["again_and_again"]["right_once"], fact["again_and_again"]
    tries, checked = fact["tries"]["as_it_is"], fact["tries"]["tools_that_check"]
    right, better = fact["read"]["right"] / fact["read"]["of"], limited["right"] / limited["of"]
    people = fact["read_people"]
    middle = (right + people["right"] / people["of"]) / 2
    refunds_per_day = done * fact["right_by_kind"]["refund"]["share"] / 30
    large = fact["refunds"]["above"]
    return {
        "settled_per_month": done,
        "saving_as_told_per_month": done * (person - agent),
        "right": right,
        "right_low": _interval(fact["read"]["right"], 300)[0],
        "right_high": _interval(fact["read"]["right"], 300)[1],
        "right_people": people["right"] / people["of"],
        "right_people_low": _interval(people["right"], people["of"])[0],
        "right_people_high": _interval(people["right"], people["of"])[1],
        "right_limited": better,
        "right_over_kinds": sum(kind["share"] * kind["right"] for kind in fact["right_by_kind"].values()),
        "errors_of_the_agent_for_the_company": of_company(fact["read"]),
        "errors_of_the_agent_for_customers": of_customers(fact["read"]),
        "errors_of_people_for_the_company": of_company(people),
        "errors_of_people_for_customers": of_customers(people),
        "errors_limited_for_the_company": of_company(limited),
        "errors_limited_for_customers": of_customers(limited),
        "all_costs_agent": by_agent,
        "all_costs_person": by_person,
        "all_costs_limited": by_limited,
        "saving_per_settled_chat": by_person - by_agent,
        "saving_limited_per_settled_chat": by_person - by_limited,
        "month_people": chats * by_person,
        "month_agent": month(by_agent),
        "month_limited": month(by_limited),
        # The form alone: what it settles costs nothing, all else goes to people.
        "month_form_and_people": chats * (1 - form_share) * by_person,
        "share_of_chats_for_the_form": form_share,
        "not_due_per_month": done * fact["read"]["too_much"] / fact["read"]["of"] * losses["too_much"],
        "withheld_from_customers_per_month": done * of_customers(fact["read"]),
        "other_bookings_changed_per_month": done * fact["read"]["other_booking"] / fact["read"]["of"],
        "cheated": tries["money"] / tries["of"],
        "cheated_low": _interval(tries["money"], tries["of"])[0],
        "cheated_high": _interval(tries["money"], tries["of"])[1],
        "cheated_when_tools_check_high": _interval(checked["money"], checked["of"])[1],
        "other_person_when_tools_check_high": _interval(checked["other_person"], checked["of"])[1],
        "loss_per_200_tries": 200 * tries["money"] / tries["of"] * fact["mean_refund"],
        "caught_by_a_click": fact["approval"]["caught"] / fact["approval"]["planted"],
        "caught_with_terms_shown": fact["approval"]["with_terms_shown"]["caught"] / fact["approval"]["planted"],
        # Had each run been a toss of its own.
        "right_each_time_if_runs_were_tosses": once ** runs["times"],
        "chats_read_per_arm_to_tell_79_from_89": 16
        * middle
        * (1 - middle)
        / (people["right"] / people["of"] - right) ** 2,
        "refunds_per_day": refunds_per_day,
        "refunds_above_150_per_day": refunds_per_day * large["share"],
        "money_above_150_share": large["money"],
        "paid_twice_per_month": 30 * refunds_per_day * fact["twice"],
        "share_of_cost_in_long_chats": fact["long_chats"]["share"] * fact["long_chats"]["cost"] / agent,
    }

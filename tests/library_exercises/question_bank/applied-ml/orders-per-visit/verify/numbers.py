"""question.yaml's facts -> its derived figures."""


def derived(facts):
    weeks = facts["orders_by_week"]["value"]
    return {
        "orders_per_visit": sum(weeks.values()) / facts["visits"]["value"],
        "share_of_week_1": weeks[1] / sum(weeks.values()),
    }

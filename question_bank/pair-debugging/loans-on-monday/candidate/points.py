"""Points for an application, 0 to 100: whole numbers, as they are told to the customer."""

LEAST = 50


def points(application):
    """More for income and years, less for debts and for a large loan."""
    free = (application.income - application.debts) / max(application.income, 1)
    share = application.euros / max(12 * application.income, 1)
    return max(0, min(100, round(62 * free + 2 * min(application.years, 12) + 22 - 30 * share)))

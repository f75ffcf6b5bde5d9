"""Facts of an opening -> how a post says them in its language."""

from __future__ import annotations

from hiretool.job.company import Company, Pay
from hiretool.job.words import Words, filled
from hiretool.model import Level
from hiretool.roles import Role


def job_title(role: Role, title: str, level: Level, words: Words) -> str:
    """`Senior machine-learning engineer`: the title that the role has at a level, or its title with the level's word.

    title: of the role, or of the track that was chosen.
    """
    if (own := role.at(level).title) is not None:
        return own
    phrase: str = getattr(words.titles, level)
    # A title that starts with an abbreviation (ML, AI) keeps its capitals.
    small = words.small_inside_a_title and not phrase.startswith("{role}") and not title[1:2].isupper()
    return filled(phrase, role=title[0].lower() + title[1:] if small else title)


def money(pay: Pay, words: Words) -> str:
    """`EUR 88,000 to 112,000 a year`."""
    low, high = (_amount(amount, words) for amount in (pay.min, pay.max))
    period = getattr(words.amounts, pay.period)
    if low == high:
        return filled(words.amounts.exact, currency=pay.currency, min=low, period=period)
    return filled(words.amounts.range, currency=pay.currency, min=low, max=high, period=period)


def _amount(amount: float, words: Words) -> str:
    whole, _, cents = f"{amount:,.2f}".partition(".")
    whole = whole.replace(",", words.amounts.thousands)
    return whole if amount == int(amount) else f"{whole}{words.amounts.decimal}{cents}"


def place(company: Company, words: Words) -> str:
    """Where the work is done."""
    countries = words.list_comma.join(company.remote_countries)
    if company.location is None:
        return filled(words.places.remote, countries=countries)
    here = company.location.city
    if company.hybrid:
        return filled(words.places.hybrid, place=here, hybrid=company.hybrid)
    return filled(words.places.office_or_remote, place=here, countries=countries) if countries else here


def time(minutes: int, words: Words) -> str:
    """`2.5 hours`; minutes where it is less than one."""
    if minutes < 60:
        return filled(words.times.minutes, count=minutes)
    if minutes == 60:
        return words.times.one_hour
    return filled(words.times.hours, count=f"{minutes / 60:.3g}".replace(".", words.amounts.decimal))

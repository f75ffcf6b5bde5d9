"""Amounts of pay in a text: range, currency, period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_SYMBOLS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₦": "NGN",
    "₫": "VND",
    "₩": "KRW",
    "₪": "ILS",
    "₱": "PHP",
    "KSH": "KES",
    "R": "ZAR",
    "R$": "BRL",
}
_CODES = (
    "USD|EUR|GBP|CHF|JPY|INR|NGN|VND|KRW|ILS|CAD|AUD|NZD|SGD|HKD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|ZAR|KES|GHS|EGP|"
    "AED|SAR|QAR|TRY|CNY|RMB|TWD|THB|IDR|PHP|MYR|CLP|COP|ARS|PEN|UAH|ISK|BGN|RSD|MAD|TND|PKR|BDT|LKR|ETB|UGX|TZS|RWF|RM|GEL|AMD|KZT|UZS|AZN|MDL|ALL|MKD|BAM|XOF|XAF|ZMW|BWP|NAD|MUR|JOD|KWD|BHD|OMR|LBP|IQD|CRC|GTQ|DOP|UYU|BOB|PYG|LAK|KHR|MMK|NPR|MNT"
)
_WORDS = (
    r"dollars?|euros?|pounds?|francs?|yen|rupees?|naira|dong|kroner|kronor|kr\.?|złoty|zloty|zł|reais|rand|shillings?|"
    r"lakhs?(?:\s+rupees)?|crores?|pesos?|lei|forint"
)
_CURRENCY = (
    r"(?:(?:US|CA|C|A|AU|NZ|S|SG|HK|R|MX)?\$|[€£¥₹₦₫₩₪₱]|Rs\.?|K[Ss]h\b\.?|(?<![A-Za-z])R(?=\s?\d)"
    rf"|(?:{_CODES})\b|kr\b|zł)"
)
_NUMBER = r"\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_FACTOR = r"\s?(?:k\b|K\b|m\b|M\b|million\b|lakhs?\b|LPA\b|lpa\b|crores?\b|thousand\b)"
_AMOUNT = (
    rf"(?:(?P<before{{n}}>{_CURRENCY})\s?)?(?P<number{{n}}>{_NUMBER})(?P<factor{{n}}>{_FACTOR})?"
    rf"(?:\s?(?P<after{{n}}>{_CURRENCY}|(?:{_WORDS})\b))?"
)
_ONE = re.compile(
    _AMOUNT.replace("{n}", "1") + r"(?:\s*(?:-|–|—|to|and|bis|until|up to)\s*" + _AMOUNT.replace("{n}", "2") + r")?"
)
_SIGNS = frozenset("$€£¥₹₦₫₩₪₱ł")
_NAMES = frozenset(
    f"{_CODES}|rs|ksh|kr|lakh|lakhs|crore|crores|lei|forint|zł|dollar|dollars|euro|euros|pound|pounds|franc|francs|yen|rupee"
    "|rupees|naira|dong|kroner|kronor|zloty|złoty|reais|rand|shilling|shillings|peso|pesos".lower().split("|")
)
_RAND = re.compile(r"R\s?\d")
_PERIODS = {
    "year": r"per\s+(?:year|annum)|(?:a|each)\s+year|/\s?(?:yr|year|annum)|p\.?\s?a\.?(?![a-z])|annual(?:ly)?|LPA",
    "month": r"per\s+month|a\s+month|/\s?(?:mo|month)|monthly|each\s+month",
    "week": r"per\s+week|a\s+week|/\s?(?:wk|week)|weekly",
    "day": r"per\s+day|a\s+day|/\s?day|daily",
    "hour": r"per\s+hour|an\s+hour|/\s?(?:hr?|hour)|hourly",
}
_PERIOD = {name: re.compile(rf"\b(?:{words})|(?:{words})", re.IGNORECASE) for name, words in _PERIODS.items()}
_AROUND = 90
"""Letters on each side of an amount in which its period may stand."""
_UP_TO = re.compile(r"(?:up\s+to|as\s+much\s+as|max(?:imum)?\.?(?:\s+of)?)\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?:from|starting\s+(?:at|from)|at\s+least|min(?:imum)?\.?(?:\s+of)?)\s*$", re.IGNORECASE)
# Sums that are not pay: budgets, users, prices, funding.
_PAY_WORDS = re.compile(
    r"\b(?:salar|pay\b|paid\b|pays\b|wage|compensation|remunerat|base\b|gross|stipend|earn|OTE|total rewards|"
    r"before tax|per\s+(?:year|annum|month|hour)|a\s+year|annual|an\s+hour|a\s+month|p\.a\.|LPA|grade|band|step)",
    re.IGNORECASE,
)
_LEAST = {"year": 5000.0, "month": 300.0, "week": 80.0, "day": 20.0, "hour": 3.0}


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum, or a range of sums, of a text; `low` and `high` are the same for one sum."""

    low: float
    high: float
    currency: str | None
    period: str | None
    start: int
    end: int
    bound: str = ""
    """`up to` or `from` where only one end of a range is told."""


def amounts(text: str) -> Iterator[Amount]:
    """Sums of pay in a text; a number without a currency is none.

    Which sums are pay is told by the words around them.
    """
    for match in _ONE.finditer(text):
        marks = [match[name] for name in ("before1", "after1", "before2", "after2") if match[name]]
        if not marks:
            continue
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        if not _PAY_WORDS.search(around):
            continue
        first, second = _value(match, "1"), _value(match, "2") if match["number2"] else None
        if second is None:
            low = high = first
        else:
            # `90-110k`: the factor stands once.
            if match["factor2"] and not match["factor1"] and first < second / 100:
                first *= _factor(match["factor2"])
            low, high = min(first, second), max(first, second)
        before = text[max(match.start() - _AROUND, 0) : match.start()]
        after = text[match.end() : match.end() + _AROUND]
        bound = "up to" if _UP_TO.search(before) else "from" if _FROM.search(before) and second is None else ""
        period = _nearest_period(before, after)
        # A bonus per referral or a price is far below any wage.
        if high < _LEAST.get(period or "year", 0.0) / 5:
            continue
        yield Amount(low, high, _currency(marks[0]), period, match.start(), match.end(), bound)


def may_hold(text: str, words: Iterable[str]) -> bool:
    """Whether a text can name a sum at all; words: those of the text, in lower case."""
    return not _SIGNS.isdisjoint(text) or not _NAMES.isdisjoint(words) or _RAND.search(text) is not None


def _value(match: re.Match[str], which: str) -> float:
    digits = re.sub(r"[’' \u00a0\u202f]", "", match[f"number{which}"])
    # The last mark is a decimal one only if one or two digits follow it.
    decimal = re.search(r"[.,](\d{1,2})$", digits)
    whole = re.sub(r"[.,]", "", digits[: decimal.start()] if decimal else digits)
    number = float(f"{whole}.{decimal[1]}" if decimal else whole)
    return number * _factor(match[f"factor{which}"])


def _factor(written: str | None) -> float:
    name = (written or "").strip().lower()
    if name in ("k", "thousand"):
        return 1e3
    if name.startswith("lakh") or name == "lpa":
        return 1e5
    if name in ("m", "million"):
        return 1e6
    return 1e7 if name.startswith("crore") else 1.0


def _currency(mark: str) -> str:
    mark = mark.strip()
    name = mark.upper().rstrip(".")
    return _SYMBOLS.get(mark) or _SYMBOLS.get(name) or name


def _nearest_period(before: str, after: str) -> str | None:
    """The period that stands nearest to an amount, those behind it first."""
    for text, from_end in ((after, False), (before, True)):
        found = []
        for name, pattern in _PERIOD.items():
            for match in pattern.finditer(text):
                found.append((len(text) - match.end() if from_end else match.start(), name))
        if found:
            return min(found)[1]
    return None

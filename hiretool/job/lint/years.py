"""Demands for years of experience in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
]
_VALUES = dict(zip(_NUMBERS, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20), strict=True))
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_YEARS = re.compile(
    rf"(?<![\w.,-])(?P<low>{_NUMBER})\s*(?P<more>\+|plus\b|or\s+more\b)?\s*(?:(?:-|–|—|to)\s*(?P<high>{_NUMBER})\s*\+?\s*)?"
    r"(?:[\s-]+|(?<=\+))(?P<unit>years?|yrs?\.?)(?P<of>['’]?)(?P<more2>\s*\+|\s+or\s+more\b)?",
    re.IGNORECASE,
)
NEAR = 300
"""Letters on each side in which the sense of a number of years is looked for."""
_NEEDED = ("ear", "EAR", "yr", "Yr", "YR")
# What follows within a few words where the years are somebody's.
_HELD = re.compile(
    r"^[\s,]*(?:(?:of|in|with|as|at|on|the|a|an|your|professional|relevant|practical|commercial|industrial|industry|"
    r"post-?\w+|working|work|recent|proven|solid|full[- ]time|hands[- ]on|paid|prior|direct|strong|combined|total|"
    r"equivalent|or|and)\s+)*"
    r"(?:\w[\w+#./-]*\s+){0,4}?"
    r"(?:experience|exp\b|experienced|background|practice|track\s+record|seniority|tenure)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"^\s+(?:of\s+|in\s+|as\s+(?:an?\s+)?|with\s+|spent\s+|doing\s+)?(?:\w+ly\s+)?"
    r"(?:working|building|developing|designing|programming|coding|writing|managing|leading|shipping|deploying|training|"
    r"writing|using|running|operating)\b",
    re.IGNORECASE,
)
_AS = re.compile(
    r"^\s+(?:as\s+(?:an?\s+)?|in\s+(?:an?\s+)?(?:similar|comparable|related|relevant|the\s+same)?\s*)"
    r"(?:[\w/-]+\s+){0,3}(?:engineer|scientist|developer|analyst|manager|researcher|role|roles|position|industry|field)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:experience(?:\s+of|\s*[:(]|\s+required:?)?|minimum(?:\s+of)?|at\s+least)\s*\(?$", re.IGNORECASE
)
_EXPERIENCE_BEFORE = re.compile(
    r"experience(?:\s+of|\s*[:(]|\s+required:?)\s*(?:at\s+least\s+|minimum\s+)?\(?$", re.IGNORECASE
)
_SKILL_AFTER = re.compile(r"^\s+(?:of|in|with)\s+(?P<skill>[A-Z][\w+#.-]*|\w+)", re.IGNORECASE)
# Years of things, not of people.
_THINGS = re.compile(
    r"^['’]?\s*(?:of\s+|worth\s+of\s+|in\s+)?(?:\w+[\s-]+){0,2}?"
    r"(?:data(?!\s+(?:engineer|scien|analy|manag|model|platform|pipeline|work))|records?|history|logs?|archives?|images?|recordings?|measurements?|samples?|admissions|funding|contract|"
    r"grant|term|fixed|programme|program|project(?!\s+manag)|plan|budget|lease|warranty|old|ago|younger|older|leave|ahead|after|"
    r"before|later|from\s+now|follow|observations?|papers|transactions?|claims|telemetry|weather|tickets|service\s+life)\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\b(?:not|no|never|without|instead\s+of|rather\s+than|don['’]t|do\s+not|doesn['’]t|does\s+not|nor)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we|our|company|team|founders?|she|he|they|colleagues?|manager|has|have\s+been)\b[^.;]{0,40}$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Demand:
    """So many years of something that a candidate should have behind them."""

    years: int
    most: int | None
    start: int
    end: int
    after: str
    """What follows, to the end of the sentence."""


def demands(text: str, *, asking: bool) -> Iterator[Demand]:
    """Demands in a text; `asking`: it stands where a post says what it asks for."""
    if not any(letters in text for letters in _NEEDED):
        return
    for match in _YEARS.finditer(text):
        before = text[max(match.start() - NEAR, 0) : match.start()]
        after = text[match.end() : match.end() + NEAR]
        sentence = re.split(r"[.;\n](?:\s|$)", after, maxsplit=1)[0]
        if _THINGS.match(after) or _NOT_ASKED.search(before):
            continue
        held = bool(_HELD.match(sentence) or _EXPERIENCE_BEFORE.search(before))
        doing = bool(_DOING.match(sentence) or _AS.match(sentence))
        skill = (
            asking
            and bool(match["more"] or match["more2"] or _BEFORE.search(before))
            and bool(_SKILL_AFTER.match(sentence))
        )
        if not (held or (asking and doing) or skill):
            continue
        if not asking and _OURS.search(before):
            continue
        yield Demand(
            _value(match["low"]), _value(match["high"]) if match["high"] else None, match.start(), match.end(), sentence
        )


def _value(written: str) -> int:
    return _VALUES.get(written.lower()) or int(written)

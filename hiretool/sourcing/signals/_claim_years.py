"""The year that belongs to a venue's name in a comment."""

from __future__ import annotations

import re

_BETWEEN = (
    r"(?:[\s,(:\[_–-]*(?:the|main|mains|conference|conf|proceedings|papers?|technical|research|track|findings?|industry|"
    r"annual|datasets?|and|benchmarks?|&|d&b|journal|short|long|full|in|of|acm|ieee|oral|spotlight|highlight|poster|"
    r"position)\b[)\]]*){0,5}"
)
# "an MRI of the ACL, 2025 patients"
_COUNTED = r"(?:patients|subjects|participants|users|images|scans|videos|samples|sentences|documents|cases)\b"
_FOUR = re.compile(rf"{_BETWEEN}[\s,(:\[\]'’‘`´_–-]*((?:19|20)\d\d)(?!\.?\d|\s+{_COUNTED})", re.IGNORECASE)
# "ICML'25", "ICML 25"; not "ICLR, 22 pages".
_TWO = re.compile(
    rf"(?:{_BETWEEN}\s*(?=['’‘`´]))?[\s'’‘`´_–-]{{0,3}}([0-2]\d|9\d)"
    r"(?!\d|[.,]\d|\s*(?:pages?|pp?\b|figures?|tables?|x\b|-page))",
    re.IGNORECASE,
)
# "the 2025 IEEE International Conference on Robotics and Automation (ICRA)"
_BEFORE = re.compile(
    r"\b((?:19|20)\d\d)['’]?(?:[\s,(-]+(?:[A-Z][\w/&*-]*|\d+(?:st|nd|rd|th)|on|of|the|annual|in|and|for|conference|"
    r"international|main))*[\s,(*-]*$"
)
# "ICML, Vancouver, Canada, July 2025": only places and months may stand between.
_LATER = re.compile(
    r"[\s,():–-]*(?:(?:[A-Z][a-z]+|USA|UK|UAE|PMLR|in|of|\d{1,3}(?:st|nd|rd|th)?)[\s,():–-]+)*((?:19|20)\d\d)"
    rf"(?![\d./:-]\d|\d|\s+{_COUNTED})"
)


def year_of(before: str, after: str) -> tuple[int | None, str]:
    """The year beside a name, if there is one, and what follows it; `before` and `after` reach to the next names.

    >>> year_of("Accepted at ", "'25 (oral)"), year_of("", ", 22 pages")
    ((2025, ' (oral)'), (None, ', 22 pages'))
    """
    if found := _FOUR.match(after):
        return int(found[1]), after[found.end() :]
    if found := _TWO.match(after):
        return (1900 if found[1] >= "90" else 2000) + int(found[1]), after[found.end() :]
    if found := _BEFORE.search(before):
        return int(found[1]), after
    if found := _LATER.match(after):
        return int(found[1]), after[found.end() :]
    return None, after

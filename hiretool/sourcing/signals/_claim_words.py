"""Words in a comment that make a venue's name a claim, spoil it, or say more of it."""

from __future__ import annotations

import re

# Before the name: the paper is elsewhere, or only wishes to be there, or another paper is meant.
_NOT_BEFORE = re.compile(
    r"work?s?hop|workshp|symposium|\bws\b|(?<!final )submi|sumbi|under.?review|in review|"
    r"review(?:ed)? (?:at|by|for)|reviewing|reject|withdr|"
    r"exten[ds]|expan[ds]|preliminar|based (?:up)?on|builds? (?:up)?on|follow.?up|supersede|"
    r"(?:journal|long|longer|shorter|early|earlier|initial|previous|prior|partial|condensed|old|draft|abridged|"
    r"poster) version|(?:our )?(?:earlier|previous|prior) (?:work|paper)|(?:different|distinct) from|"
    r"tutorial|challenge|competition|\bdemos?\b|demonstration|doctoral|consortium|template|style|\bformat|shared task|"
    r"winner|winning|1st place|(?:first|second|third) (?:place|prize)|solution|reproduc|replicat|"
    r"intended|target|plan(?:s|ned)? |prepar(?:ed|ing) (?:for|in)|sent to|considered|proposal|not (?:yet )?accepted|"
    r"co-?located|in conjunction|alongside|satellite|affiliated|companion|adjunct|\barr\b|rolling review|tiny|blog|"
    r"student|late.breaking|extended abstract|report (?:of|on|for)|\bsee\b|statement|rebuttal|\bsocial\b|"
    r"invited|keynote|panel|forum\b|semeval|in association|\bparts? of|\bpartial",
    re.IGNORECASE,
)
# After it.
_NOT_AFTER = re.compile(
    r"work?s?hop|workshp|\bws\b|\bw\b|(?<!final )submi(?!tted version of)|under.?review|in review|reject|withdr|"
    r"template|\bstyle|\bformat|challenge|competition|tutorial|^\W*(?:\w+\W+){0,3}demo(?:nstration)?s?\b"
    r"(?! (?:page|video))|review(?:er|s|ing)?\b|rebuttal|blog|tiny|(?<!best )student|"
    r"\bsrw\b|doctoral|consortium|companion|adjunct|late.breaking|extended abstract|\bbaseline|\barr\b|pre-?print|"
    r"rolling|anthology|shared task|\btask \d|\bphd\b|proposal|co-?located|invited|\bea\b|panel|"
    r"social\b(?! (?:impact|good))|affinity|summit|symposi|non-?archival|"
    r"bridge program|aaai bridge|^\W*(?:\d+\W+)?machine learning\b",
    re.IGNORECASE,
)
# What ends the reach of a word that spoils: "rejected from NeurIPS 2024, accepted at ICML 2025".
ANEW = re.compile(r"accept|appear|publish|present", re.IGNORECASE)
SAID = re.compile(
    r"accept|appear|publish|present|paper|poster|oral|spotlight|camera|conference|proceeding", re.IGNORECASE
)
OF_ANOTHER = re.compile(
    r"\W*(?:this (?:\w+ )?(?:is|was|extends) )?(?:an?\s+|the\s+)?(?:[\w-]+ )?"
    r"(?:extension|extended version|expansion) of\b(?! (?:our |the |an? )?(?:paper|work)?\s*(?:that (?:was|is) )?"
    r"accepted)",
    re.IGNORECASE,
)
# A clause without a venue that says more of the one before it: "CVPR 2025. Highlight".
MORE_OF_IT = re.compile(
    r"\s*\(?(?:an? |the |as |in the |at the |selected |accepted |best |outstanding |oral|spotlight|highlight|award|"
    r"main|findings|workshop|datasets|\d(?:st|nd|rd|th) )|.*workshop",
    re.IGNORECASE,
)

# Named workshops: "MIV at CVPR 2025", "(MOSS), ICML 2025", "CVPR 2025 (XAI4CV)", "CoRL LEAP 2025". Not these:
_NO_WORKSHOP = (
    "IEEE", r"IEEE/\w+", "ACM", r"ACM/\w+", "CVF", "RSJ", "INNS", "AAAI", "ISCA", "EURASIP", "SIAM", r"SIG\w+", "CCF",
    "USA", "US", "UK", "UAE", "CA", "BC", "NY", "DC", "FL", "MA", "TX", "HI", "TN", "II", "III", "IV", "PMLR", "LNCS",
    "LNAI", r"Springer\w*", "PDF", "HTML", "URL", "DOI", "ISBN", "ISSN", "GitHub", "OpenReview", "LaTeX", "RA-L", "RAL",
    "TOG", "TVCG", r"MAINs?", r"Main\w*", "ACCEPTED", "ORAL", "SPOTLIGHT", "HIGHLIGHT", "POSTER", "FINDINGS", "PAPER",
    "CONFERENCE", "CORE", "AI", "ML", "NLP", "CV", "RL", r"LLM\w*", r"VLM\w*", r"V\d+", "IAAI", "EAAI", "AISI", "D&B",
    "DB", "DBT", "ADS", "NSF", "PhD",
)  # fmt: skip
_ACRONYM = rf"(?!(?:{'|'.join(_NO_WORKSHOP)})\b)[A-Z][\w&]*[A-Z0-9][\w&]*(?:-\w+)?"
_ACRONYM_BEFORE = re.compile(
    rf"(?<![\w/-]){_ACRONYM}\)?(?:\s*,\s*|\s*[-–:]\s*|,?\s+(?:at|with|in)\s+|\s+)(?:the\s+)?[(\[]?$"
)
ACRONYM_AFTER = re.compile(rf"[\s,:–-]*[(\[]?\s?{_ACRONYM}(?!\s*(?:paper|version)\b)|[^;]{{0,90}}\({_ACRONYM}\)")
# "accepted at Prompt Optimization KDD '25"
_TITLE_BEFORE = re.compile(
    r"(?<![\w.-])(?!(?:Accept|Publish|Present|Appear|Paper|Conf|Proc|Int|Annual|Oral|Poster|Spotlight|Highlight|Find|"
    r"Main|Joint|Advances|The|In|At|To|By|For|As|Final|Camera|Version|Late|Published|Early|Best|Award|Full|Long|Regular|"
    r"European|Asian|American|Forthcoming|Won|Trans|Journal|Ed|Vol|Paris|And|Of|Note|Comment|Acc|Adv|Springer|"
    r"First|Second|Third|Pages|Figures|Appendix|[A-Z][a-z]*(?:th|first|second|third)\b|[A-Z]\w*-))[A-Z][a-z]{2,}\s+$"
)
# "AI4Math@ICML 2025": a workshop, with or without the word; "accepted @ ICML 2025" is none.
_AT = re.compile(r"(\S*)\s*@\s*$")

_TIERS = (
    ("award candidate", re.compile(
        r"(?:best|outstanding|distinguished)(?:[\s-]+[\w-]+){0,3}?[\s-]+(?:candidate|finalist|nomin\w+|runner|"
        r"honou?rable|shortlist)|award[\s-]+(?:candidate|finalist|nomin\w+|shortlist)|honou?rable mention|"
        r"nominated for[\w\s]{0,20}(?:best|outstanding)", re.IGNORECASE)),
    ("award", re.compile(
        r"(?:best|outstanding|distinguished)(?:[\s-]+\w+){0,2}?[\s-]+(?:papers?|award)|test[\s-]of[\s-]time|"
        r"paper award",
        re.IGNORECASE)),
    ("oral", re.compile(
        r"\borals?\b(?!\s+(?:cancer|health|cavity|squamous|lesion|exam|hist|disease|tradition|hygiene|maxill))|"
        r"\btop[\s-]?5\s?%", re.IGNORECASE)),
    ("spotlight", re.compile(r"\bspotlights?\b|\btop[\s-]?25\s?%", re.IGNORECASE)),
    ("highlight", re.compile(r"\bhighlight(?:ed|s)?\b(?!\s+(?:the|that|how))", re.IGNORECASE)),
    ("poster", re.compile(r"\bposters?\b", re.IGNORECASE)),
)  # fmt: skip
_TRACKS = (
    ("datasets and benchmarks track", re.compile(
        r"datasets?\s*(?:and|&|/)\s*benchmarks?|\bd\s?&\s?b\b|\bdb track", re.I)),
    ("industry track", re.compile(r"\bindustr(?:y|ial)\b", re.I)),
    ("applied data science track", re.compile(r"applied data science|\bads\b", re.I)),
    ("position paper track", re.compile(r"\bposition\b", re.I)),
    ("resource track", re.compile(r"\bresources?\b", re.I)),
    ("journal track", re.compile(r"\bjournal\b", re.I)),
    ("short paper", re.compile(r"\bshort\b", re.I)),
    ("special track", re.compile(
        r"social (?:impact|good|web)|special (?:track|session)|creative|senior|blue sky|\b[ie]aai\b|emerging|"
        r"web4good|perspective|brave new|open.?source", re.I)),
)  # fmt: skip
_KINDS_OF_PAPER = {"position": "position paper track", "short": "short paper", "industry": "industry track"}
_KIND_OF_PAPER = re.compile(rf"\b({'|'.join(_KINDS_OF_PAPER)}) papers?\b", re.IGNORECASE)
FINDINGS = re.compile(r"\bfindings?\b", re.IGNORECASE)


def spoils_before(text: str) -> bool:
    """Whether what stands before a venue's name says that the paper itself does not appear there."""
    if _NOT_BEFORE.search(text) or _ACRONYM_BEFORE.search(text) or _TITLE_BEFORE.search(text):
        return True
    at = _AT.search(text)
    return at is not None and not SAID.match(at[1] or text.strip())


def spoils_after(text: str) -> bool:
    """The same of what follows it."""
    return _NOT_AFTER.search(text) is not None


def tier(text: str) -> str:
    """The distinction that is said, the highest first; "" if none is."""
    return next((name for name, pattern in _TIERS if pattern.search(text)), "")


def track(before: str, after: str) -> str:
    """The part of the conference that is said, after its name or as "a short paper at"; "" if none is."""
    if found := next((name for name, pattern in _TRACKS if pattern.search(after)), ""):
        return found
    kind = _KIND_OF_PAPER.search(before)
    return _KINDS_OF_PAPER[kind[1].lower()] if kind else ""

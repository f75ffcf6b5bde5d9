"""What laws ask of a post -> lines for the person who writes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from hiretool.job.law import CARRIED, Carried, Duty, Law, Table

WORDS: dict[Carried, str] = {
    "range": "the pay range",
    "benefits": "the benefits",
    "other-pay": "other pay such as a bonus or equity",
    "deadline": "the last day to apply",
    "description": "a description of the work",
    "neutral-title": "a gender-neutral title",
    "no-pay-history": "no question about earlier pay",
}
"""For the person who writes the post; nothing of it stands in the post."""


def report(found: Sequence[Duty], has: Collection[Carried], laws: Table) -> list[str]:
    """Lines for the person who writes the post: what is asked for, and what the post lacks.

    Places of which the same is to be said share a line; so do the parts of a country that somebody may work from.
    """
    alike: dict[tuple[str, str], list[Duty]] = {}
    inside: dict[str, list[Duty]] = {}
    for duty in found:
        if duty.law is not None and duty.place.anywhere and duty.law.place.region is not None:
            inside.setdefault(duty.place.name, []).append(duty)
        else:
            alike.setdefault((duty.law.id if duty.law else "", duty.because), []).append(duty)
    return [
        f"Pay transparency, by the table of {laws.checked_on} (notes, no legal advice):",
        *(f"  {_line(same, has)}" for same in alike.values()),
        *(f"  {_together(name, parts, has)}" for name, parts in inside.items()),
    ]


def _line(same: Sequence[Duty], has: Collection[Carried]) -> str:
    """One law at one or more places."""
    duty, where = same[0], "; ".join(dict.fromkeys(duty.place.name for duty in same))
    law = duty.law
    if law is None:
        return f"{where}: {duty.because}."
    if duty.applies in ("not-yet", "too-small"):
        return f"{where}: {law.title}: does not apply; {duty.because}."
    may = "may apply" if duty.applies == "maybe" else "applies"
    head = f"{where}: {law.title}: {may}; {duty.because}. {law.says}"
    carries = f" {_lacks(law, has)}" if law.in_posting else ""
    return f"{head}{carries}{f' Note: {law.doubt}' if law.doubt else ''}"


def _lacks(law: Law, has: Collection[Carried]) -> str:
    """What the post lacks, in words."""
    missing = [name for name in law.carries if name not in has and name != "neutral-title"]
    instead = f", unless told before {law.or_before}" if law.or_before and missing else ""
    words = f"This post lacks {_listed(WORDS[name] for name in missing)}{instead}." if missing else "This post has it."
    return f"{words} Whether the title is neutral is for you to see." if "neutral-title" in law.carries else words


def _together(name: str, parts: Sequence[Duty], has: Collection[Carried]) -> str:
    """The laws of all parts of a country."""
    held = [duty.law for duty in parts if duty.law and duty.law.in_posting and duty.applies in ("yes", "maybe")]
    if not held:
        return f"{name}, remote: no law of its parts in the table asks anything of this post."
    asked = [item for item in CARRIED if any(item in law.carries for law in held)]
    missing = [
        f"{WORDS[item]} ({', '.join(law.title for law in held if item in law.carries)})"
        for item in asked
        if item not in has
    ]
    lacks = f"This post lacks {_listed(missing)}." if missing else "This post has it."
    return (
        f"{name}, remote: where somebody may work from there, these may apply: {'; '.join(law.title for law in held)}."
        f" Together they ask for {_listed(WORDS[item] for item in asked)}. {lacks}"
    )


def _listed(words: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last

"""Names and chances in sentences."""

from __future__ import annotations

from collections.abc import Sequence


def listed(names: Sequence[str], most: int = 6) -> str:
    """Names with commas and an "and"; beyond `most`, how many more.

    >>> listed(["Ada", "Bo", "Cy"]), listed(["Ada", "Bo", "Cy", "Di"], 2)
    ('Ada, Bo and Cy', 'Ada, Bo and 2 more')
    """
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "card"), counted(2, "card")
    ('1 card', '2 cards')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def by_chance(p: float, looked_at: int, noun: str) -> str:
    """How much a p-value is worth among so many that were looked at.

    >>> by_chance(0.0042, 50, "candidate")
    'By chance alone so much comes about 4 times in 1,000, and 50 candidates were looked at.'
    """
    often = f"about {p * 1000:.0f} times" if p >= 0.0015 else "about once" if p >= 0.0005 else "less than once"
    return (
        f"By chance alone so much comes {often} in 1,000, and {counted(looked_at, noun)} {_was(looked_at)} looked at."
    )


def percent(chance: float) -> str:
    """A chance or share without false precision.

    >>> percent(0.624), percent(0.998), percent(0.004)
    ('62%', 'over 99%', 'under 1%')
    """
    return "over 99%" if 0.99 < chance < 1 else "under 1%" if 0 < chance < 0.01 else f"{chance:.0%}"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"

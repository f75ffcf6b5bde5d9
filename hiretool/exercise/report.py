"""What was claimed about a question, and which of it held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that must be true of a question."""

    name: str
    """The sentence: `fix.patch passes on every seed`."""
    held: bool
    detail: str = ""
    """Figures where it held, and what was found where it did not."""
    skipped: bool = False
    """Not tried, for the reason in `detail`; neither proved nor a problem."""


@dataclass(frozen=True, slots=True)
class Report:
    """Every claim about one question."""

    id: str
    claims: tuple[Claim, ...]

    def problems(self) -> list[str]:
        """A sentence for each claim that was tried and did not hold."""
        return [
            f"{claim.name}: not so: {claim.detail}" for claim in self.claims if not claim.held and not claim.skipped
        ]

    def as_dict(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        claims = [
            {"name": claim.name, "held": claim.held, "skipped": claim.skipped, "detail": claim.detail}
            for claim in self.claims
        ]
        return {"id": self.id, "claims": claims}


def claim(name: str, faults: Sequence[str], fine: str = "") -> Claim:
    """A claim that holds if there are no faults; `fine` is its detail then."""
    return Claim(name, not faults, "; ".join(faults) or fine)


def skipped(name: str, reason: str) -> Claim:
    return Claim(name, held=False, detail=reason, skipped=True)

"""Pay that is told in a way that does not tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.money import Amount
from hiretool.job.lint.post import Block
from hiretool.job.lint.tables import pays


def find(case: Case) -> Iterator[Found]:
    """data.what: which of the looks below."""
    for block, amount in pays(case.post):
        if _main(block, amount):
            yield from _LOOKS[case.rule.data["what"]](case, block, amount)


def _main(block: Block, amount: Amount) -> bool:
    """A sum for the whole job, not a benefit or a sum for each day on call."""
    return block.section in ("pay", "other", "place", "benefits", "about") and amount.end <= len(block.text)


def _wide(case: Case, block: Block, amount: Amount) -> Iterator[Found]:
    if amount.low > 0 and amount.high / amount.low > case.limit("ratio"):
        yield Found(block, amount.start, amount.end, values={"ratio": f"{amount.high / amount.low:.1f}"})


def _open(case: Case, block: Block, amount: Amount) -> Iterator[Found]:
    # Where both ends stand somewhere, `up to` is about something else, such as a bonus.
    if amount.bound and block.section == "pay" and not any(told.low < told.high for _, told in pays(case.post)):
        yield Found(block, amount.start, amount.end, values={"bound": amount.bound})


def _period(case: Case, block: Block, amount: Amount) -> Iterator[Found]:
    if amount.period is None and amount.low != amount.high and block.section in ("pay", "other"):
        yield Found(block, amount.start, amount.end)


_LOOKS: dict[str, Callable[[Case, Block, Amount], Iterator[Found]]] = {"wide": _wide, "open": _open, "period": _period}

"""A title that promises another job than the duties describe."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint import families
from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """vocabulary: `title-NAME` are titles of a kind of job, `NAME` the words of its work.

    data.fits: kind of title -> kinds of work that fit it; data.called: kind of work -> what it is called.
    limits: `items`, fewer duties than these tell nothing; `share`, what another kind of work must make up.
    """
    title, data = case.post.title, case.rule.data
    if title is None:
        return
    fits: dict[str, list[str]] = data["fits"]
    called: dict[str, str] = data["called"]
    kinds = [name for name in fits if any(place.block is title for place in case.of(f"title-{name}"))]
    if len(kinds) != 1:
        return
    duties = [block for block in case.post.of(*families.WORK) if block.kind in ("item", "cell") or len(block.words) > 5]
    found, total = families.shares(case, duties, list(called))
    if total < case.limit("items"):
        return
    fitting = sum(share for name, share in found.items() if name in fits[kinds[0]])
    other, share = max(
        ((name, share) for name, share in found.items() if name not in fits[kinds[0]]),
        key=lambda pair: pair[1],
        default=("", 0.0),
    )
    if share >= case.limit("share") and share > 1.5 * fitting:
        values = {"share": f"{share:.0%}", "work": called[other], "title": " ".join(title.text.split())}
        yield Found(title, values=values, suggest=data["better"].get(other))

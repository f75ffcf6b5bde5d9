"""A place whose law asks for the pay in the post, and a post without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from hiretool.job.law import Table, named_in
from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.tables import says_pay

ELSEWHERE = ("duties", "must", "nice", "process", "about")
"""Sections that name places where the job is not."""


def find(case: Case) -> Iterator[Found]:
    if says_pay(case.post):
        return
    table = cast(Table, case.tables["laws"])
    for block in case.post.blocks:
        if block.section in ELSEWHERE:
            continue
        for start, end, law in named_in(block.text, table):
            if law.in_posting and "range" in law.carries and law.or_before is None and law.in_force(case.today):
                values = {"law": law.title, "says": law.says.rstrip("."), "checked": table.checked_on}
                yield Found(block, start, end, values=values)
                return

"""Small matrices on one thread: beside other work, the threads of a BLAS wait longer for each other than they work."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

SMALL = 1_500
"""Columns of a matrix that one thread factors in about a tenth of a second."""


def suited(columns: int) -> AbstractContextManager[Any]:
    """As many threads as are of use to matrices of so many columns."""
    return _controller().limit(limits=1, user_api="blas") if columns <= SMALL else nullcontext()


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()

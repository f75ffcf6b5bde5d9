"""What expressions are to the type checker: anything.

Ibis annotates its own functions more narrowly than they are (`cases` takes plain values, a difference of dates is no
method of a scalar to it), so its types would be wrong more often than they would help.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import ibis as _ibis

ibis: Any = _ibis
Table: TypeAlias = Any
Column: TypeAlias = Any

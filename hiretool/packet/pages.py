"""The parts that the packet's template puts in their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from hiretool.document import Block
from hiretool.packet import concerns, corrections, matrix, order, overview, page, people, scores, standards
from hiretool.packet.told import Told


def parts(told: Told, data: Mapping[str, Any]) -> dict[str, Block | Sequence[Block]]:
    return {
        "facts": overview.facts(data),
        "scores": scores.table(told),
        "matrix": matrix.matrix(told),
        "recommendations": people.recommendations(told),
        "people": people.people(told.short),
        "disagreement": people.disagreement(told),
        "gaps": people.gaps(told),
        "order": order.order(told),
        "flags": concerns.flags(told),
        "corrections": corrections.overview(told),
        "missing": concerns.missing(told),
        "changes": concerns.changes(told),
        "weights": standards.weights(told),
        "pages": [
            block
            for place, candidate in enumerate(told.candidates, start=1)
            for block in page.page(candidate, place, told)
        ],
    }

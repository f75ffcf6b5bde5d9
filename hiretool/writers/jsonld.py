"""JSON-LD for search engines (schema.org), where a document has it."""

from __future__ import annotations

import json

from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.writers import _described, _words

SUFFIX = ".jsonld"


def write(document: Document) -> bytes:
    if document.linked_data is None:
        kind = document.kind.replace("-", " ")
        raise HiretoolError(f"This {kind} has no JSON-LD; only a job post does. Use json.")
    text = json.dumps(
        _described.linked_data(document, _words.blocks(document)), ensure_ascii=False, indent=2, allow_nan=False
    )
    return f"{text}\n".encode("utf-8", "replace")

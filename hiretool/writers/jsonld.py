"""JSON-LD for search engines (schema.org), where a document has it."""

from __future__ import annotations

import json

from hiretool.document import Document
from hiretool.errors import HiretoolError

SUFFIX = ".jsonld"


def write(document: Document) -> bytes:
    if document.linked_data is None:
        raise HiretoolError(f"A {document.kind} has no JSON-LD; only a job post does. Use json.")
    return (json.dumps(document.linked_data, ensure_ascii=False, indent=2) + "\n").encode()

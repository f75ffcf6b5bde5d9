"""The safe fixes of a post's findings, put into its source."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.errors import HiretoolError
from hiretool.job.lint.linter import Finding
from hiretool.job.lint.post import Post

MENDED = ("markdown", "text", "html")
"""Forms whose source is text with the words as they are shown."""


def fixed(post: Post, findings: Sequence[Finding]) -> tuple[str, int]:
    """The source with each fix in its place, and how many there were.

    What has markup inside it is left alone, as is the second of two fixes that overlap.
    Raises: HiretoolError for a form that is not mended.
    """
    if post.form not in MENDED:
        raise HiretoolError(f"{post.name}: --fix mends Markdown, text and HTML; mend the file that this was made from")
    text, count, least = post.source, 0, len(post.source)
    for finding in sorted(findings, key=lambda finding: finding.start, reverse=True):
        if finding.fix is None or finding.end > least:
            continue
        if " ".join(text[finding.start : finding.end].split()) != " ".join(finding.found.split()):
            continue
        text = text[: finding.start] + finding.fix + text[finding.end :]
        count, least = count + 1, finding.start
    return text, count

"""What search engines ask of the JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.checks.closed import closing_days


def find(case: Case) -> Iterator[Found]:
    """data.rule: a rule of hiretool.job.google; or `absent`, `several`, `differs`."""
    from hiretool.job import google

    post, rule = case.post, case.rule.data["rule"]
    if rule == "absent":
        if post.form == "html" and not post.postings and "<body" in post.source.lower():
            yield Found()
        return
    if rule == "several":
        if len(post.postings) > 1:
            yield Found(source=post.postings[1].place(), values={"count": len(post.postings)})
        return
    for posting in post.postings[:1]:
        if rule == "differs":
            title, shown = posting.data.get("title"), post.title
            if (
                post.form == "html"
                and isinstance(title, str)
                and shown
                and _plain(title) not in _plain(shown.text)
                and _plain(shown.text) not in _plain(title)
            ):
                yield Found(source=posting.place("title"), values={"title": title, "shown": shown.text})
            continue
        for problem in google.problems(posting.data, case.today):
            if problem.rule != rule:
                continue
            # Nothing is missing from a post that stays open until somebody is found.
            endless = rule == "valid-through" and "validThrough" not in posting.data and not any(closing_days(case))
            if not endless:
                yield Found(source=posting.place(*problem.path), message=problem.message, suggest=problem.suggest)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

"""hiretool scorecard forget."""

from __future__ import annotations

import click

from hiretool.cli._options import actor, opened_store, say


@click.command()
@click.option("--candidate", help="Delete this candidate with cards, earlier versions, ratings and kits.")
@click.option("--interviewer", help="Delete what other roles' scores know of how strict this interviewer is.")
def forget(candidate: str | None, interviewer: str | None) -> None:
    """Delete a candidate, or what is kept of an interviewer's strictness, from the workspace.

    The log keeps numbers and digests that name nobody. An interviewer's ratings stay: they belong to the candidates.
    Files that were written earlier are not touched.

    Example: hiretool scorecard forget --candidate 'Ada Example'
    """
    if (candidate is None) == (interviewer is None):
        raise click.UsageError("Pass either --candidate NAME or --interviewer NAME.")
    store = opened_store(needed="scorecard forget")
    if interviewer is not None:
        count = store.forget_interviewer_severities(interviewer, actor=actor())
        say(f"Deleted what {count} role{'' if count == 1 else 's'} said of {interviewer}.")
        return
    gone = store.forget_candidate(str(candidate), actor=actor())
    whole = store.rewrite()
    say(
        f"Deleted: {gone.scorecards} scorecards ({gone.versions} versions), {gone.ratings} ratings, {gone.kits} kits,"
        f" {gone.questions} questions given."
    )
    if not whole:
        say("Somebody was reading the database, so traces may be left in its file; run it again when nobody is.")
        raise click.exceptions.Exit(1)

"""Batches of the gates -> a table for each day. The rules stand in README.md."""


def run(store: str, inbox: str, out: str, open_days: int) -> None:
    """Take in all batches of `inbox`, and bring what lies in `out` up to what is held in `store`."""
    raise NotImplementedError("run")


def back_fill(store: str, out: str, day: str, until: str, open_days: int) -> None:
    """Let `day` count all that was sent before `until`, now and in later runs; other days stay as they are."""
    raise NotImplementedError("back_fill")

"""Requests and orders, a line each -> a reply for each, and counts. The rules stand in README.md."""


def serve(lines: str, models: str, replies: str) -> dict:
    """Read the file `lines`, write the file `replies`, and return the counts. `models` is the folder of model files."""
    raise NotImplementedError("serve")

"""Passages, questions and recorded runs -> how well an assistant does. The rules stand in README.md."""

MEASURES = ("found", "rank", "supported", "refused")


def same(passages: list[dict]) -> dict[str, str]:
    """Each passage -> the lowest passage that says the same in the same words."""
    raise NotImplementedError("same")


def given_away(questions: list[dict], runs: list[dict]) -> list[str]:
    """Questions that stand among the examples of one of their own prompts, sorted."""
    raise NotImplementedError("given_away")


def scores(passages: list[dict], questions: list[dict], runs: list[dict], k: int) -> dict[tuple[str, str], dict]:
    """(question, system) -> the four MEASURES of that run; None where the question has no such score."""
    raise NotImplementedError("scores")


def summary(passages: list[dict], questions: list[dict], runs: list[dict], k: int, system: str) -> dict[str, dict]:
    """Each of MEASURES -> value, low and high, for one system."""
    raise NotImplementedError("summary")


def compare(
    passages: list[dict], questions: list[dict], runs: list[dict], k: int, one: str, other: str, measure: str
) -> dict[str, float]:
    """value, low and high of a measure, `one` less `other`."""
    raise NotImplementedError("compare")

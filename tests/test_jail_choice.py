"""Which sandbox runs a stranger's code, and that none does where no wall holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.exercise import jail
from hiretool.exercise.jail import Canary
from hiretool.exercise.jail.wall import Backend


class Pretended(Backend):
    """A wall that is lacking, or whose canaries escape."""

    def __init__(self, name: str, lacking: str = "", escaped: Sequence[str] = ()) -> None:
        self.name, self.how_to_get = name, f"apt-get install {name}"
        self._lacking, self._escaped = lacking, escaped

    def unavailable(self) -> str:
        return self._lacking

    lacking = unavailable

    def canaries(self) -> list[Canary]:
        return [Canary("sitting still", True, ""), *(Canary(name, False, "seen outside") for name in self._escaped)]

    def launch(self, *_: object) -> jail.wall.Launch:  # type: ignore[name-defined]
        raise NotImplementedError


@pytest.fixture
def _pretending(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    offered = [Pretended("paper", lacking="not installed"), Pretended("glass", escaped=["looking through"])]
    monkeypatch.setattr(jail, "backends", lambda: offered)
    jail.backend.cache_clear()
    yield
    jail.backend.cache_clear()


@pytest.mark.usefixtures("_pretending")
def test_without_a_wall_that_holds_nothing_is_run() -> None:
    with pytest.raises(HiretoolError) as caught:
        jail.backend()
    said = str(caught.value)
    assert "paper: not installed" in said
    assert "glass: not contained: looking through (seen outside)" in said
    assert "apt-get install paper" in said


@pytest.mark.usefixtures("_pretending")
def test_a_wall_that_was_asked_for_is_not_replaced_by_another() -> None:
    with pytest.raises(HiretoolError, match="glass: not contained"):
        jail.backend("glass")
    with pytest.raises(NotFoundError, match="paper"):
        jail.backend("stone")


def test_the_first_wall_that_holds_is_chosen_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        jail, "backends", lambda: [Pretended("paper", lacking="no"), Pretended("oak"), Pretended("tin")]
    )
    jail.backend.cache_clear()
    assert jail.backend().name == "oak"
    assert jail.backend() is jail.backend()
    assert jail.backend("tin").name == "tin"
    jail.backend.cache_clear()

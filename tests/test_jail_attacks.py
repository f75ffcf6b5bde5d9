"""No attack gets through a wall that can be used here; and without a wall the attacks are real."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from hiretool.exercise import jail
from hiretool.exercise.jail import inside, tree
from hiretool.exercise.jail.wall import Backend
from hiretool.exercise.jail.watch import Launch
from tests.attacks import _world
from tests.attacks._walls import WALLS, lacking, usable

ATTACKS = {attack.name: attack for attack in _world.attacks()}
REAL = [name for name, attack in ATTACKS.items() if attack.marks.get("REAL")]
AT_ONCE = 4
LOOSER = {"docker": ("time",), "podman": ("time",)}
"""A container's limits hold what is taken down, and do not end it."""

Outcomes = dict[tuple[str, str], Future[tuple[_world.Seen, list[str]]]]


class NoWall(Backend):
    """For the tests alone: plain Python, so that attacks can do what they can."""

    name = "no wall"
    how_to_get = ""

    def unavailable(self) -> str:
        return ""

    def launch(self, code: bytes, name: str, files: Mapping[str, Path], limits: jail.Limits) -> Launch:
        replies, written = os.pipe()
        folder = next(iter(files.values())).parent
        (folder / "tools").symlink_to(files["tools"])
        settings = inside.settings(name, limits, reply_fd=written, sites=[], processes=None)
        environment = {"GIVEN": str(folder), "SECRET": (folder / "secret").read_text()}
        assigned = [f"{key}={value}" for key, value in environment.items()]
        command = ["/usr/bin/env", "-C", str(folder), *assigned, *inside.python(sys.executable), settings]
        return Launch(command, code, end=lambda pid, *_: tree.end(pid), fds=(written,), replies=replies)


def suffered(backend: Backend, attack: _world.Attack, places: list[str]) -> tuple[_world.Seen, list[str]]:
    with _world.World(Path(tempfile.mkdtemp(prefix="world-")), places) as world:
        seen = world.suffer(attack, backend)
        return seen, world.problems


@pytest.fixture(scope="session")
def outcomes(request: pytest.FixtureRequest) -> Iterator[Outcomes]:
    """All attacks that were selected, a few at a time: most of them wait for a limit."""
    everywhere = ["/", "/usr/lib", "/etc", "/var/tmp", "/dev/shm", "/tmp", os.path.expanduser("~")]
    chosen = [
        (item.callspec.params["wall"], item.callspec.params["attack"])
        for item in request.session.items
        if getattr(item, "originalname", "") == "test_the_wall_holds"
    ]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            (wall, name): pool.submit(suffered, WALLS[wall], ATTACKS[name], everywhere)
            for wall, name in chosen
            if not lacking(wall)
        }
        pool.shutdown(cancel_futures=True)


def test_there_are_many_attacks() -> None:
    assert len(ATTACKS) >= 40


@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("wall", WALLS)
def test_the_wall_holds(wall: str, attack: str, outcomes: Outcomes) -> None:
    usable(wall)
    seen, problems = outcomes[wall, attack].result()
    assert not problems
    ends = ATTACKS[attack].marks.get("ENDS", ("stopped", "exit code 0"))
    assert seen.ended in (*ends, *LOOSER.get(wall, ())), seen.log[-500:]
    if seen.ended in ("stopped", "exit code 0"):
        assert ["done", ""] in seen.told, f"the attack broke: {seen.ended} {seen.log[-500:]!r}"


@pytest.mark.slow
@pytest.mark.parametrize("attack", REAL)
def test_without_a_wall_the_attack_is_seen_to_succeed(attack: str) -> None:
    _, problems = suffered(NoWall(), ATTACKS[attack], [])
    assert problems

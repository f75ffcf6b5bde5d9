"""What every test has: no way to the network, and the command line as a function."""

from __future__ import annotations

import io
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hiretool import discover

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Real data for extra tests; it is not part of the project, and those tests skip without it."""

LIBRARY = Path(__file__).parent / "library"
"""Two small roles and a few questions, laid out like the shipped library."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite expected files and generated docs; read the diff")


@dataclass(frozen=True)
class Result:
    """What a command did."""

    code: int
    stdout: str
    stderr: str
    raw: bytes


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach this machine only; anything else is an error of the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No workspace, library or account of the person who runs the tests."""
    for name in (
        "HIRETOOL_LIBRARY",
        "HIRETOOL_WORKSPACE",
        "HIRETOOL_DATABASE",
        "HIRETOOL_ARXIV_URL",
        "HIRETOOL_FONTS",
        "HIRETOOL_CACHE",
        "HIRETOOL_CONTACT",
        "HIRETOOL_CORPUS",
        "HIRETOOL_OAI_URL",
        "HIRETOOL_OPENALEX_KEY",
        "HIRETOOL_OPENALEX_URL",
        "HIRETOOL_SEMANTIC_SCHOLAR_KEY",
        "HIRETOOL_SEMANTIC_SCHOLAR_URL",
        "HIRETOOL_GITHUB_TOKEN",
        "HIRETOOL_GITHUB_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HIRETOOL_ACTOR", "tester")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """hiretool as a function, run in an empty folder: `run("role", "list")` -> Result."""
    from hiretool.cli import main

    monkeypatch.chdir(tmp_path)

    def call(*arguments: object, input: str | bytes = b"") -> Result:
        typed = input.encode() if isinstance(input, str) else input
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["hiretool", *map(str, arguments)])
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
            patched.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", write_through=True))
            patched.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", write_through=True))
            with pytest.raises(SystemExit) as stopped:
                main.run()
            # Read before the streams are put back: their wrappers close the buffers when they go.
            raw, said = out.getvalue(), err.getvalue().decode()
        code = stopped.value.code
        assert isinstance(code, int)
        return Result(code, raw.decode("utf-8", "replace"), said, raw)

    return call


@pytest.fixture(scope="session")
def shipped_library() -> discover.Library:
    return discover.library()

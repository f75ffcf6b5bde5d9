"""How benchmarks and tests of memory measure a command."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.measured import once

HELD_MB = 300


@pytest.mark.skipif(sys.platform == "win32", reason="the peak is that of a POSIX process")
def test_what_the_test_run_holds_is_not_counted_as_the_commands() -> None:
    held = bytearray(HELD_MB * 1_000_000)
    held[::4096] = b"x" * len(held[::4096])
    _, peak_mb = once([sys.executable, "-c", "pass"])
    assert 1 < peak_mb < HELD_MB / 3
    _, peak_mb = once([sys.executable, "-c", f"x = b'x' * {HELD_MB * 1_000_000}"])
    assert peak_mb > HELD_MB * 0.9


def test_a_command_that_fails_is_an_error_with_what_it_said() -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        once([sys.executable, "-c", "import sys; sys.exit('no such thing')"])
    assert b"no such thing" in caught.value.stderr

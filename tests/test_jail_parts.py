"""The parts of a jail that need no wall: the filter of system calls, what a log shows, container commands, doctor."""

from __future__ import annotations

import json
import re
import struct
import sys
from pathlib import Path

import pytest

from hiretool.cli import main
from hiretool.exercise import jail
from hiretool.exercise.jail import Canary, Limits, cleaned, containers, seccomp
from hiretool.exercise.jail.wall import Backend
from tests.conftest import Run

ALLOWED, KILLED, REFUSED, UNKNOWN = 0x7FFF0000, 0x80000000, 0x00050001, 0x00050026
ARCHES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
READ = {"x86_64": 0, "aarch64": 63}


def verdict(program: bytes, arch: int, number: int, *arguments: int) -> int:
    """What the kernel would make of a call: classic BPF, as in Documentation/userspace-api/seccomp_filter.rst."""
    given = [*arguments, *[0] * (6 - len(arguments))]
    words = [half for argument in given for half in (argument & 0xFFFFFFFF, argument >> 32)]
    data = struct.pack("<II", number, arch) + bytes(8) + struct.pack("<12I", *words)
    steps = list(struct.iter_unpack("<HBBI", program))
    at, loaded = 0, 0
    while True:
        code, if_so, if_not, value = steps[at]
        at += 1
        if code == 0x06:
            return int(value)
        if code == 0x20:
            loaded = int.from_bytes(data[value : value + 4], "little")
        else:
            holds = {0x15: loaded == value, 0x35: loaded >= value, 0x45: bool(loaded & value)}[code]
            at += if_so if holds else if_not


@pytest.mark.parametrize("machine", seccomp.MACHINES)
@pytest.mark.parametrize("make", [seccomp.program, seccomp.program_alone])
def test_the_filter_refuses_what_it_lists_and_nothing_else(machine: str, make: object) -> None:
    program, arch = make(machine), ARCHES[machine]  # type: ignore[operator]
    column = list(ARCHES).index(machine)
    listed = {**seccomp.DENIED, **(seccomp.ALONE if make is seccomp.program_alone else {})}
    numbers = {name: pair[column] for name, pair in listed.items() if pair[column] is not None}
    for name, number in numbers.items():
        assert verdict(program, arch, int(number or 0)) == REFUSED, name
    looked_into = {seccomp.CLONE[column], seccomp.CLONE3[column], seccomp.SOCKET[column], seccomp.SOCKETPAIR[column]}
    for number in set(range(480)) - set(numbers.values()) - looked_into:
        assert verdict(program, arch, number) == ALLOWED, number
    assert len(program) // 8 < 4096


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_the_filter_looks_into_arguments(machine: str) -> None:
    arch, column = ARCHES[machine], list(ARCHES).index(machine)
    within, alone = seccomp.program(machine), seccomp.program_alone(machine)
    clone, socket, ioctl = seccomp.CLONE[column], seccomp.SOCKET[column], seccomp.IOCTL[column]
    thread, namespaces = 0x3D0F00, (0x10000000, 0x20000, 0x40000000, 0x02000000, 0x04000000, 0x08000000, 0x20000000)
    for program in (within, alone):
        assert verdict(program, arch, clone, thread) == ALLOWED
        assert {verdict(program, arch, clone, flag | 17) for flag in namespaces} == {REFUSED}
        assert verdict(program, arch, seccomp.CLONE3[column]) == UNKNOWN
        assert verdict(program, arch, ioctl, 0, 0x5412) == REFUSED
        assert verdict(program, arch, ioctl, 0, 0x5401) == ALLOWED
    assert verdict(within, arch, socket, 1) == ALLOWED
    assert {verdict(within, arch, socket, family) for family in (2, 10, 16, 17, 38, 40)} == {REFUSED}
    assert {verdict(alone, arch, socket, family) for family in (1, 2, 10)} == {REFUSED}
    for pair in seccomp.OWN.values():
        assert verdict(alone, arch, pair[column], 0) == ALLOWED
        assert verdict(alone, arch, pair[column], 4242) == REFUSED


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_calls_of_another_interface_end_the_program(machine: str) -> None:
    program = seccomp.program(machine)
    other = next(arch for name, arch in ARCHES.items() if name != machine)
    assert verdict(program, other, READ[machine]) == KILLED
    assert verdict(program, 0x40000003, READ[machine]) == KILLED
    if machine == "x86_64":
        assert verdict(program, ARCHES[machine], 0x40000000 + 39) == KILLED


@pytest.mark.parametrize(
    ("header", "column"),
    [("/usr/include/x86_64-linux-gnu/asm/unistd_64.h", 0), ("/usr/include/asm-generic/unistd.h", 1)],
)
def test_the_numbers_are_those_of_the_kernel(header: str, column: int) -> None:
    if not Path(header).exists():
        pytest.skip(f"there is no {header}")
    known = {
        name: int(number)
        for name, number in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", Path(header).read_text())
    }
    calls = {**seccomp.DENIED, **seccomp.ALONE, **seccomp.OWN, "clone": seccomp.CLONE, "clone3": seccomp.CLONE3}
    calls |= {"socket": seccomp.SOCKET, "socketpair": seccomp.SOCKETPAIR, "ioctl": seccomp.IOCTL}
    ours = {name: pair[column] for name, pair in calls.items()}
    # Older headers do not have the newest calls; what they have, or lack, of the others must agree.
    newest = max(known.values())
    assert {name: number for name, number in ours.items() if number is None and name in known} == {}
    assert {name: known.get(name) for name, number in ours.items() if number is not None and number <= newest} == {
        name: number for name, number in ours.items() if number is not None and number <= newest
    }


def test_another_kind_of_machine_is_refused_with_a_reason() -> None:
    assert seccomp.lacking("x86_64") == seccomp.lacking("aarch64") == ""
    assert seccomp.lacking("riscv64") == "no list of system calls for riscv64, only for x86_64, aarch64"


@pytest.mark.parametrize(
    ("log", "shown"),
    [
        (b"plain\ttext\n", "plain\ttext\n"),
        (b"\x1b[31mred\x1b[0m \x1b[2Jcleared\x1b[1;1H", "red cleared"),
        (b"\x1b]0;title\x07\x1b]8;;http://x\x1b\\link", "link"),
        (b"\x1bP+q544e\x1b\\\x1b_apc\x1b\\\x1bcend\x1b(B.", "end."),
        (b"\xc2\x9b31mC1\xc2\x9d0;t\xc2\x9c", "C1"),
        (b"unfinished \x1b[3", "unfinished "),
        (b"all wrong\rall right", "all wrong\nall right"),
        (b"one\r\ntwo", "one\ntwo"),
        (b"a\x08\x08b\x0b\x00\x7f", "a\\x08\\x08b\\x0b\\x00\\x7f"),
        ("\u202egnp.exe\u2066\u200b\u00a0\ue000".encode(), "\\u202egnp.exe\\u2066\\u200b\\xa0\\ue000"),
        (b"\xff\xfe half \xf0\x9f\x92", "\\xff\\xfe half \\xf0\\x9f\\x92"),
        ("naïve 数据 👍".encode(), "naïve 数据 👍"),
    ],
)
def test_a_log_is_shown_without_what_a_terminal_obeys(log: bytes, shown: str) -> None:
    assert cleaned(log) == shown


def test_long_logs_are_cut() -> None:
    assert cleaned(b"x" * 600) == "x" * 500 + " [100 more characters]"
    lines = cleaned(b"a\n" * 3000).split("\n")
    assert (len(lines), lines[-1]) == (2001, "[1001 more lines]")


def test_no_byte_of_a_log_is_a_control_when_shown() -> None:
    for first in range(256):
        shown = cleaned(b"a" + bytes([first]) + bytes(range(256)))
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown), first


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called docker that notes what it is asked, and runs the command here instead of in a container."""
    program = tmp_path / "docker"
    program.write_text(f"""#!{sys.executable}
import json, os, sys
with open({str(tmp_path / "asked")!r}, "a") as file: file.write(json.dumps([sys.argv[1:], sorted(os.environ)]) + "\\n")
if sys.argv[1] == "run":
    inside = sys.argv[sys.argv.index("an/image") + 1:]
    os.environ["GIVEN"] = "/given"
    os.execv({sys.executable!r}, [{sys.executable!r}, *inside])
if sys.argv[1] == "rm": sys.exit("Error: No such container: x")
""")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("HIRETOOL_IMAGE", "an/image")
    monkeypatch.setenv("A_TOKEN", "secret")
    return tmp_path / "asked"


def _asked(engine: Path) -> list[tuple[list[str], list[str]]]:
    return [tuple(json.loads(line)) for line in engine.read_text().splitlines()]


def test_a_container_has_no_network_no_rights_and_limits(engine: Path, tmp_path: Path) -> None:
    given = tmp_path / "with, comma"
    given.mkdir()
    given.chmod(0o755)
    code = "import os, sys; print('said'); os.write(3, (2).to_bytes(4, 'big') + sys.stdin.buffer.read(2)); os._exit(5)"
    limits = Limits(memory_mb=300, processes=20, scratch_mb=8, files=1000)
    with containers.Container("docker").start(code, files={"own": given}, limits=limits) as jailed:
        jailed.send(b"hi")
        assert jailed.receive(30) == b"hi"
        with pytest.raises(jail.Ended, match="exit code 5"):
            jailed.receive(30)
    assert jailed.log == b"said\n"
    run, clients = next(entry for entry in _asked(engine) if entry[0][0] == "run")
    line = " ".join(run)
    for wanted in (
        *("--rm", "--interactive", "--pull never", "--network none", "--read-only", "--cap-drop ALL"),
        *("--security-opt no-new-privileges", "--pids-limit 20", "--memory 300m", "--memory-swap 300m"),
        *("--user 65534:65534", "--log-driver none", "size=8388608,nr_inodes=1000", "--env GIVEN=/given"),
    ):
        assert wanted in line, wanted
    assert f'type=bind,"source={given}",target=/given/own,readonly' in run
    assert "--privileged" not in line
    assert "--env PATH" not in line
    assert "A_TOKEN" not in clients
    name = run[run.index("--name") + 1]
    assert [entry for entry, _ in _asked(engine) if entry[0] == "rm"] == [["rm", "--force", name]]


@pytest.mark.slow
def test_a_container_that_runs_on_is_removed(engine: Path) -> None:
    with containers.Container("docker").start("while True: pass", files={}, limits=Limits()) as jailed:
        pass
    assert jailed.ended == "stopped"
    assert "rm" in [entry[0] for entry, _ in _asked(engine)]


def test_podman_is_told_not_to_wait(engine: Path) -> None:
    engine.with_name("docker").rename(engine.with_name("podman"))
    with containers.Container("podman").start("pass", files={}, limits=Limits()):
        pass
    asked = [entry for entry, _ in _asked(engine)]
    assert all("nr_inodes" not in " ".join(entry) for entry in asked)
    assert next(entry for entry in asked if entry[0] == "rm")[:4] == ["rm", "--force", "--time", "0"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("Cannot connect to the Docker daemon. Is it running?", "Cannot connect to the Docker daemon. Is it running?"),
        (
            "Error response from daemon: No such image: an/image",
            "there is no image an/image: docker pull an/image, or name another by HIRETOOL_IMAGE",
        ),
    ],
)
def test_a_container_engine_that_cannot_serve_says_why(engine: Path, said: str, reason: str) -> None:
    program = engine.with_name("docker")
    program.write_text(f"#!/bin/sh\necho '{said}' >&2\nexit 1\n")
    assert containers.Container("docker").lacking() == reason
    program.unlink()
    assert containers.Container("docker").lacking() == "not installed"


class Wall(Backend):
    """As doctor sees one."""

    how_to_get = "apt-get install something"

    def __init__(self, name: str, lacking: str = "", escaped: str = "", caveat: str = "") -> None:
        self.name, self.caveat = name, caveat
        self._lacking, self._escaped = lacking, escaped

    def unavailable(self) -> str:
        return self._lacking

    lacking = unavailable

    def canaries(self) -> list[Canary]:
        return [Canary("sitting still", True, "nothing seen"), Canary("looking out", not self._escaped, self._escaped)]

    def launch(self, *_: object) -> jail.wall.Launch:  # type: ignore[name-defined]
        raise NotImplementedError


@pytest.fixture
def doctor(monkeypatch: pytest.MonkeyPatch, run: Run) -> Run:
    monkeypatch.setitem(main.main._table, "doctor", ("hiretool.cli.doctor:doctor", "Say what can be run."))
    return lambda *arguments: run("doctor", *arguments)


def test_doctor_says_which_sandbox_grades(doctor: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    walls = [Wall("paper", lacking="not installed"), Wall("oak"), Wall("tin", caveat="hides no names " * 6)]
    monkeypatch.setattr(jail, "backends", lambda: walls)
    result = doctor()
    assert (result.code, result.stderr) == (0, "")
    assert "  paper         not usable: not installed\n" in result.stdout
    assert "  oak           usable: 2 of 2 attacks contained; it grades\n" in result.stdout
    assert "  tin           usable: 2 of 2 attacks contained. It hides no names" in result.stdout
    assert "  numpy         2." in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_doctor_ends_with_1_where_nothing_can_be_run(doctor: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    walls = [Wall("paper", lacking="not installed"), Wall("glass", escaped="a file was read")]
    monkeypatch.setattr(jail, "backends", lambda: walls)
    result = doctor()
    assert result.code == 1
    said = " ".join(result.stdout.split())
    assert "glass not usable: not contained: looking out (1 of 2 attacks contained)" in said
    assert "apt-get install something" in result.stdout


def test_doctor_tells_programs_in_json(doctor: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jail, "backends", lambda: [Wall("oak"), Wall("glass", escaped="a file was read")])
    found = json.loads(doctor("--json").stdout)
    assert (found["schema"], found["grades"]) == (1, "oak")
    assert [(entry["name"], entry["usable"]) for entry in found["sandboxes"]] == [("oak", True), ("glass", False)]
    assert found["sandboxes"][1]["canaries"][1] == {
        "name": "looking out",
        "contained": False,
        "detail": "a file was read",
    }
    assert found["versions"]["python"]

"""docs/cli.md is what --help says, and what the README shows can be run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from hiretool.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
CLI = ROOT / "docs" / "cli.md"
README = ROOT / "README.md"


def commands(command: click.Command = main, name: str = "hiretool") -> Iterator[tuple[str, click.Command]]:
    """Every command with its full name, groups before what they hold."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for part in command.list_commands(context):
            inner = command.get_command(context, part)
            assert inner is not None
            yield from commands(inner, f"{name} {part}")


def help_of(name: str, command: click.Command) -> str:
    parent = None
    for part in name.split()[:-1]:
        parent = click.Context(main, info_name=part, parent=parent)
    last = name.rsplit(maxsplit=1)[-1]
    context = click.Context(command, info_name=last, parent=parent, terminal_width=80, max_content_width=80)
    context.help_option_names = ["-h", "--help"]
    return command.get_help(context)


def reference() -> str:
    parts = ["# Command line", "Made from `--help`; `./hire test tests/test_docs.py --update` makes it again."]
    for name, command in commands():
        parts += [f"{'#' * min(len(name.split()) + 1, 4)} {name}", f"```text\n{help_of(name, command)}\n```"]
    return "\n\n".join(parts) + "\n"


def test_the_reference_is_what_help_says(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        CLI.parent.mkdir(exist_ok=True)
        CLI.write_text(reference(), encoding="utf-8")
    assert CLI.read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_shows_an_example(name: str, command: click.Command) -> None:
    if isinstance(command, click.Group) and name != "hiretool":
        assert command.help
    else:
        assert "Example: hiretool" in (command.help or "")


def test_every_short_help_of_the_root_is_true() -> None:
    from hiretool.cli.main import COMMANDS

    context = click.Context(main)
    for name, (_, shown) in COMMANDS.items():
        command = main.get_command(context, name)
        assert command is not None
        assert " ".join((command.help or "").split("\n\n")[0].split()) == shown, name


def tour() -> list[str]:
    """The commands of the README's five-minute tour, in order."""
    text = README.read_text(encoding="utf-8")
    section = text.split("## Five minutes", 1)[1].split("\n## ", 1)[0]
    lines = "\n".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL)).replace("\\\n", " ")
    return [line for line in lines.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.slow
def test_the_tour_of_the_readme_runs(tmp_path: Path) -> None:
    found = tour()
    assert len(found) >= 8
    for line in found:
        words = shlex.split(line)
        assert words[0] == "./hire", line
        words = [str(ROOT / word) if word.startswith("hiretool/demo/") else word for word in words]
        done = subprocess.run(
            [sys.executable, "-m", "hiretool", *words[1:]], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{line}\n{done.stdout[-500:]}\n{done.stderr[-1500:]}"
        assert "Traceback" not in done.stderr


def test_every_document_that_the_readme_names_exists() -> None:
    for name in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (ROOT / name).exists(), name


def test_every_competency_and_format_is_in_the_documents() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    for kind in ("competencies", "formats", "roles"):
        for path in (ROOT / "rubrics" / kind).glob("*.yaml"):
            assert f"`{path.stem}`" in text, path.stem

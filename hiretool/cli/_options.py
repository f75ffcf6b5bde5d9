"""Options that mean the same in every command, and the way out to a file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hiretool.model import LEVELS

if TYPE_CHECKING:
    from hiretool.discover import Library
    from hiretool.document import Document
    from hiretool.store.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

BINARY = ("docx", "pdf", "xlsx")


def library() -> Library:
    """The shipped library with the user's own laid over it: --library, HIRETOOL_LIBRARY, or the workspace's."""
    import os

    from hiretool import discover

    chosen = _root("library") or os.environ.get(discover.ENVIRONMENT)
    if not chosen and (folder := workspace_folder()):
        from hiretool.store import workspace

        chosen = workspace.open(folder).settings.library
    return discover.library(chosen)


def workspace_folder() -> Path | None:
    """The workspace that was named, or the one of this folder; None where there is none."""
    from hiretool.store import workspace

    return _root("workspace") or workspace.find()


def opened_store(*, needed: str) -> Store:
    """The workspace's store. Raises: HiretoolError saying what needs it, where there is no workspace."""
    from hiretool.errors import HiretoolError
    from hiretool.store import workspace

    folder = workspace_folder()
    if folder is None:
        raise HiretoolError(f"{needed} needs a workspace. Make one with: hiretool init DIR, then pass --workspace DIR.")
    return workspace.open(folder).store()


def actor() -> str:
    """Who the log says did it: HIRETOOL_ACTOR, else the name of the operating system's account."""
    import getpass
    import os

    try:
        return os.environ.get("HIRETOOL_ACTOR") or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _root(name: str) -> Path | None:
    ctx = click.get_current_context(silent=True)
    found: Path | None = (ctx.find_root().obj or {}).get(name) if ctx else None
    return found


def say(message: str) -> None:
    """A line for the person at the keyboard, on standard error."""
    click.echo(message, err=True)


def completed(kind: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """Names of files in the library, without reading any."""

    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
        from hiretool import discover

        found = discover.library((ctx.find_root().params or {}).get("library"))
        names = found.question_folders() if kind == "questions" else found.rubric_files(kind)
        return [name for name in names if name.startswith(incomplete)]

    return complete


role_argument = click.argument("role", shell_complete=completed("roles"))
question_argument = click.argument("question", shell_complete=completed("questions"))
role_option = click.option("--role", required=True, shell_complete=completed("roles"), help="Role template.")
interview_option = click.option(
    "--interview", required=True, shell_complete=completed("formats"), help="Interview format, or the id of a round."
)
level_option = click.option(
    "--level", type=click.Choice(LEVELS), default="mid", show_default=True, help="Level of the opening."
)
extra_option = click.option(
    "--extra",
    type=click.Choice(["error", "ignore"]),
    default="error",
    show_default=True,
    help="What to do with competencies that the role does not weigh.",
)


def format_options(*formats: str, default: str) -> Callable[[Command], Command]:
    """--format, its short form --json, -o and --force."""

    def decorate(command: Command) -> Command:
        for option in (
            click.option("--force", is_flag=True, help="Replace the output file if it exists."),
            click.option(
                "-o",
                "--output",
                type=click.Path(path_type=Path),
                metavar="FILE",
                help="Write to FILE; - is standard output.",
            ),
            click.option("--json", "format", flag_value="json", help="Short for --format json."),
            click.option(
                "--format",
                type=click.Choice(formats),
                help=f"Output format.  [default: by the ending of FILE, else {default}]",
            ),
        ):
            command = option(command)
        return command

    return decorate


def emit(document: Document, format: str | None, output: Path | None, *, default: str, force: bool) -> None:
    """Write the document where it was asked for, whole or not at all; say so on standard error.

    The ending of the file's name chooses among the formats of the command at hand.
    """
    from hiretool import files, writers

    chosen = chosen_format(format, output, default)
    to_file = output is not None and str(output) != "-"
    if not to_file and chosen in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"{chosen} is not for a terminal; pass -o FILE.")
    if output is not None and to_file:
        files.may_write(output, force=force)
    put(writers.write(document, chosen), output, force=force)


def chosen_format(format: str | None, output: Path | None, default: str) -> str:
    """The format that was asked for, by name or by the ending of the file."""
    return format or _by_ending(output) or default


def put(content: bytes, output: Path | None, *, force: bool) -> None:
    """Write to a file, whole or not at all, or to standard output where there is none."""
    from hiretool import files

    if output is not None and str(output) != "-":
        files.write(output, content, force=force)
        say(f"Wrote {output}")
        return
    left = memoryview(content)
    while left:
        # With PYTHONUNBUFFERED a write may take a part only (full disk, closed pipe), and says so by its number alone.
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()


def _by_ending(output: Path | None) -> str | None:
    if output is None or str(output) == "-" or not output.suffix:
        return None
    from hiretool import writers

    ending = output.suffix.lower()
    meant = next((name for name in writers.names() if writers.suffix(name) == ending), None)
    offered = _offered()
    if meant and offered and meant not in offered:
        raise click.UsageError(
            f"{output}: {meant} is not written here; expected {', '.join(offered)}, or pass --format."
        )
    return meant


def _offered() -> Sequence[str]:
    """The choices of --format in the command that runs."""
    ctx = click.get_current_context(silent=True)
    chosen = next((option.type for option in ctx.command.params if option.name == "format"), None) if ctx else None
    return chosen.choices if isinstance(chosen, click.Choice) else ()


def input_file(file: Path) -> tuple[Path, bytes | None]:
    """What messages call the input, and standard input's bytes for `-`. Refuses to wait for a person to type."""
    if str(file) != "-":
        return file, None
    if sys.stdin.isatty():
        raise click.UsageError("- reads standard input, and that is a terminal; pipe a file in or name one.")
    return Path("standard input"), sys.stdin.buffer.read()

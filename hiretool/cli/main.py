"""The root of the command line, and the one place where an error becomes text and an exit code."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from hiretool import __version__
from hiretool.cli._lazy import LazyGroup
from hiretool.errors import HiretoolError

INTERRUPTED = 130
COMPLETING = "_HIRETOOL_COMPLETE"

# The line that --help shows stands here and not in the command, so that --help imports none of them.
COMMANDS = {
    "demo": ("hiretool.cli.demo:demo", "Run the main job end to end on shipped, invented data, offline."),
    "init": ("hiretool.cli.workspace:init", "Make a workspace that remembers kits, scorecards and decisions."),
    "role": ("hiretool.cli.role:role", "List, show, compare and check role templates."),
    "rubric": ("hiretool.cli.rubric:rubric", "Show what an interview rates, against which anchors."),
    "job": ("hiretool.cli.job:job", "Write job posts, and check them."),
    "question": ("hiretool.cli.question:question", "List, show, check, hand out and grade interview questions."),
    "kit": ("hiretool.cli.kit:kit", "Build interview kits."),
    "people": ("hiretool.cli.people:people", "Find first authors on arXiv."),
    "corpus": ("hiretool.cli.corpus:corpus", "Keep all of arXiv in a folder, and search it offline."),
    "scorecard": ("hiretool.cli.scorecard:scorecard", "Blank scorecards; import, list and correct filled ones."),
    "score": ("hiretool.cli.score:score", "Compute scores from ratings."),
    "packet": ("hiretool.cli.packet:packet", "Build the hiring committee's packet."),
    "org": ("hiretool.cli.org:org", "Advise where to put ML people; show archetypes, axes and structures."),
    "plan": ("hiretool.cli.plan:plan", "Plan hiring and projects with probabilities."),
    "doctor": (
        "hiretool.cli.doctor:doctor",
        "Say whether candidates' code can be run here, and behind which wall.",
    ),
    "audit": ("hiretool.cli.workspace:audit", "Verify the workspace's log and its sealed scorecards."),
    "schema": ("hiretool.cli.schema:schema", "Write JSON Schemas, so that editors complete the YAML files."),
    "completion": ("hiretool.cli.completion:completion", "Print the shell completion script."),
}


@click.group(
    cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "-V", "--version", message="hiretool %(version)s")
@click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Your own rubrics/ and question_bank/, laid over the shipped ones by id. Also HIRETOOL_LIBRARY.",
)
@click.option(
    "--workspace",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The workspace to use. Also HIRETOOL_WORKSPACE; else the one of this folder or above it.",
)
@click.pass_context
def main(ctx: click.Context, library: Path | None, workspace: Path | None) -> None:
    """Hire machine-learning people: job posts, interview kits, candidates from arXiv, scorecards, committee packets.

    The tool advises; people decide.

    Example: hiretool demo
    """
    ctx.obj = {"library": library, "workspace": workspace}


def run() -> None:
    """The installed command: what the user can mend is said in a line; all else is a bug and keeps its traceback."""
    _open_streams()
    try:
        code = main.main(prog_name="hiretool", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted. What was being written was left as it was before.", err=True)
        code = INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except HiretoolError as error:
        click.echo(f"Error: {error}", err=True)
        code = error.exit_code
    except (BrokenPipeError, SystemExit):
        # SystemExit is click's end of a completion, and else only what it makes of a broken pipe.
        if COMPLETING in os.environ:
            raise
        # The reader has seen enough (`| head`).
        _give_up_output()
        code = 0
    except OSError as error:
        if error.filename is None and error.errno is None:
            raise
        click.echo(f"Error: {error.filename or 'output'}: {error.strerror}", err=True)
        if error.filename is None:
            _give_up_output()
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _give_up_output() -> None:
    """What is still held for standard output goes nowhere; Python would complain again while closing it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_streams() -> None:
    """A stream that the shell has closed (`>&-`) is None to Python; one that leads nowhere stands in for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        # A file name may hold bytes that are no letters; showing it must not fail.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

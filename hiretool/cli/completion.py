"""hiretool completion: the script that a shell loads."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the shell completion script.

    It completes commands, options, and the names of roles, formats and questions.

    Example: hiretool completion bash > ~/.local/share/bash-completion/completions/hiretool
    """
    from click.shell_completion import get_completion_class

    from hiretool.cli.main import main

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(main, {}, "hiretool", "_HIRETOOL_COMPLETE").source())

"""`python -m hiretool`: the command line."""

from hiretool.cli.main import run

run()

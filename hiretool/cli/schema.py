"""hiretool schema: JSON Schemas of the YAML files."""

from __future__ import annotations

from pathlib import Path

import click

from hiretool.cli._options import say


@click.command()
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="Folder to write to."
)
def schema(output: Path) -> None:
    """Write JSON Schemas, so that editors complete the YAML files.

    Example: hiretool schema -o schemas
    """
    import json

    from hiretool import files
    from hiretool.job import Company, law, lint
    from hiretool.load import Strict
    from hiretool.organizations import Archetype, Axis, Structure
    from hiretool.plan.funnel import Funnel
    from hiretool.plan.project import Project
    from hiretool.questions import Hints, Question, Rubric
    from hiretool.roles import Role
    from hiretool.rubrics import Competency, Format
    from hiretool.scoring.imports._mapping import Meanings

    kinds: dict[str, type[Strict]] = {
        "role": Role,
        "competency": Competency,
        "format": Format,
        "question": Question,
        "rubric": Rubric,
        "hints": Hints,
        "company": Company,
        "archetype": Archetype,
        "axis": Axis,
        "structure": Structure,
        "lint-rule": lint.rules.Rule,
        "job-lint": lint.Config,
        "pay-transparency": law.Table,
        "funnel": Funnel,
        "project": Project,
        "scorecard-mapping": Meanings,
    }
    for name, model in kinds.items():
        described = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            **model.model_json_schema(by_alias=True),
        }
        files.write(output / f"{name}.schema.json", (json.dumps(described, indent=2) + "\n").encode())
    say(f"Wrote {len(kinds)} schemas to {output}. First line of a YAML file: # yaml-language-server: $schema=PATH")

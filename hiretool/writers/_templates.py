"""Kind of document -> its words with the data filled in: from the shipped template, or from a translation of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.document import Document
from hiretool.errors import DataError, Problems

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
# What a template of somebody else's can raise when it is rendered, besides jinja2's own errors.
_MISTAKES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def rendered(document: Document, parts: Mapping[str, str], escaped: Callable[[Any], Any]) -> str:
    """The template's text with the data in it.

    parts: what stands for each part until it is placed; escaped: makes data harmless.
    Raises: Problems for a translation that cannot be rendered, or leaves out what the English template says.
    """
    name = f"{document.kind}.md.j2"
    values = {**document.data, "title": document.title, "part": parts}
    if document.templates is None:
        text: str = _environment(TEMPLATES, escaped).get_template(name).render(values)
        return text
    return _translated(document.templates / name, values, escaped)


@functools.cache
def _environment(folder: Path, escaped: Callable[[Any], Any]) -> Any:
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    # Templates of a library are somebody else's text; they reach the data and nothing behind them.
    kind = jinja2.Environment if folder == TEMPLATES else SandboxedEnvironment
    return kind(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        finalize=escaped,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )


def _translated(path: Path, values: Mapping[str, Any], escaped: Callable[[Any], Any]) -> str:
    import jinja2

    environment, source = _environment(path.parent, escaped), files.text(path)
    try:
        missing = _names(files.text(TEMPLATES / path.name), environment) - _names(source, environment)
        text: str = environment.from_string(source).render(values)
    except jinja2.TemplateSyntaxError as error:
        raise DataError(path, error.lineno, f"is no template: {error.message}") from error
    except (jinja2.TemplateError, *_MISTAKES) as error:
        raise DataError(path, "", f"cannot be filled in: {error}") from error
    # Pay or adjustments that a translation forgets would be missing in each post, and nobody who reads it would know.
    missing |= {f"part.{name}" for name, mark in values["part"].items() if mark.strip() not in text}
    if missing:
        raise Problems([DataError(path, "", f"leaves out {{{{ {name} }}}}") for name in sorted(missing)])
    return text


def _names(source: str, environment: Any) -> set[str]:
    """What a template asks of the data."""
    from jinja2 import meta

    return set(meta.find_undeclared_variables(environment.parse(source)))

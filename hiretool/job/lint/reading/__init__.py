"""File or bytes -> post, in each form that posts come in."""

from hiretool.job.lint.reading.read import FORMS, read

__all__ = ["FORMS", "read"]

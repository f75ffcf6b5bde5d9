"""Role + company -> job post."""

from hiretool.job.company import Company, company
from hiretool.job.post import DEFAULT_ORGANIZATION, build

__all__ = ["DEFAULT_ORGANIZATION", "Company", "build", "company"]

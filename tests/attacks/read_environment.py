"""Looks for secrets in its own environment."""

import os

from outside import done, reveal

reveal(os.environ)
done()

REAL = True

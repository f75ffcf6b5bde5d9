"""What runs on a page: scripts of our own, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def policy(scripts: Iterable[str]) -> str:
    """Content security policy: our scripts as they stand, and nothing else that runs or is fetched.

    Source: W3C Content Security Policy Level 3, section 2.3.1 (hash-source).
    """
    digests = (base64.b64encode(hashlib.sha256(f"\n{script}\n".encode()).digest()).decode() for script in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed}; form-action 'none'"

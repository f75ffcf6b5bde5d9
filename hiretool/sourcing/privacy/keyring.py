"""The key of a workspace's objections: a file beside hiretool.toml, apart from the database.

A digest of a name protects nobody by itself: a few million names stand on arXiv, and whoever has the database would try
them all. Stretching the digest (scrypt) makes that dearer, and a search of 10,000 people would take a quarter of an
hour. A key of 256 random bits that is not in the database makes it impossible, at a microsecond a name. Whoever has
both, the key and the database, can try names out: back them up apart.
"""

from __future__ import annotations

import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from hiretool.errors import HiretoolError

FILE = "suppression.key"
_BYTES = 32


def path(folder: Path) -> Path:
    """Where a workspace has its key."""
    return folder / FILE


def read(file: Path) -> bytes | None:
    """The key; None if there is none. Raises: HiretoolError if it cannot be read, or is none."""
    try:
        text = file.read_text("ascii").strip()
        key = bytes.fromhex(text)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise HiretoolError(f"{file}: the key of the objections cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise _damaged(file) from error
    if len(key) != _BYTES:
        raise _damaged(file)
    return key


def made(file: Path) -> bytes:
    """The key; a new one, for its owner's eyes alone, if there is none. Raises: HiretoolError."""
    if (key := read(file)) is not None:
        with suppress(OSError):
            file.chmod(0o600)
        return key
    key = secrets.token_bytes(_BYTES)
    try:
        # mkstemp makes a file of mode 0600; a link is made whole or not at all, and never in another one's place.
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".hiretool-")
        try:
            with os.fdopen(handle, "w") as out:
                out.write(f"{key.hex()}\n")
                out.flush()
                os.fsync(out.fileno())
            os.link(temporary, file)
        finally:
            os.unlink(temporary)
    except FileExistsError:
        return made(file)
    except OSError as error:
        raise HiretoolError(f"{file}: the key of the objections cannot be written ({error.strerror})") from error
    return key


def fingerprint(key: bytes) -> str:
    """What tells this key from another one, and from which it cannot be had back."""
    return hmac.digest(key, b"hiretool: which key", "sha256").hex()[:32]


def tag(key: bytes, *said: str) -> str:
    """HMAC-SHA-256 of the words in hex.

    Source: RFC 2104; each word is preceded by its length, so that no two lists of words are one text.
    """
    text = "".join(f"{len(word)}:{word}" for word in said)
    return hmac.digest(key, text.encode("utf-8", "surrogatepass"), "sha256").hex()


def _damaged(file: Path) -> HiretoolError:
    return HiretoolError(f"{file} is damaged; expected {_BYTES * 2} hexadecimal digits. Put a copy of it back in place")

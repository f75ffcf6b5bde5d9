"""One URL -> one answer, complete or not at all: the only module that opens a connection."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests

from hiretool import __version__
from hiretool.errors import HiretoolError

CONTACT_ENVIRONMENT = "HIRETOOL_CONTACT"

TIMEOUT_S = (5.0, 30.0)
"""To connect; between two pieces of the answer."""
_WHOLE_ANSWER_S = 180.0
_LARGEST = 64 << 20
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    """Looked up without regard to case."""
    body: bytes


class Unanswered(Exception):
    """No answer, or not the whole of it; asking again may help."""


Get = Callable[[str], Answer]


def getter(*, contact: str | None = None, timeout_s: tuple[float, float] = TIMEOUT_S) -> Get:
    """A function that asks for a URL, once.

    contact: an address or page that goes into the User-Agent, so that arXiv can write before it blocks; else what
    HIRETOOL_CONTACT says.
    """
    session = requests.Session()
    session.headers["User-Agent"] = user_agent(contact or os.environ.get(CONTACT_ENVIRONMENT))
    # One connection at a time, over all processes: an idle one would stay open while another process asks.
    session.headers["Connection"] = "close"

    def get(url: str) -> Answer:
        """Raises: Unanswered."""
        try:
            with session.get(url, timeout=timeout_s, stream=True) as response:
                return Answer(response.status_code, response.headers, _body(response))
        except requests.Timeout as error:
            raise Unanswered(f"it gave no answer within {timeout_s[1]:g} s") from error
        except requests.exceptions.ChunkedEncodingError as error:
            raise Unanswered("its answer broke off") from error
        except requests.RequestException as error:
            raise Unanswered(f"the connection failed ({type(error).__name__})") from error

    return get


def user_agent(contact: str | None) -> str:
    """`hiretool/0.1.0`, with the contact in parentheses if there is one."""
    shown = " ".join((contact or "").encode("ascii", "ignore").decode().split()).strip("()")
    return f"hiretool/{__version__}" + (f" ({shown})" if shown else "")


def server(url: str | None, *, environment: str, default: str) -> str:
    """The address to ask: `url`, else what the environment says, else the default; without a slash at its end.

    Raises: HiretoolError if it is no address of a server.
    """
    url = url or os.environ.get(environment) or default
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port or True) and "{" not in url
    except ValueError:  # brackets that enclose no address; a port that is no number
        usable = False
    if not usable:
        raise HiretoolError(f"{environment}: expected an address such as {default}, got {url!r}")
    return url.rstrip("/")


def _body(response: requests.Response) -> bytes:
    body, end = bytearray(), time.monotonic() + _WHOLE_ANSWER_S
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > _LARGEST:
            raise Unanswered(f"its answer is larger than {_LARGEST >> 20} MB")
        if time.monotonic() > end:
            raise Unanswered(f"its answer took more than {_WHOLE_ANSWER_S:g} s")
    return bytes(body)

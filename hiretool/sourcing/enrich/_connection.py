"""One request -> one answer, with headers that go to the host they are meant for and to no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import requests

from hiretool.sourcing.transport import CONTACT_ENVIRONMENT, TIMEOUT_S, Answer, Unanswered, user_agent

_LARGEST = 16 << 20
_PIECE = 1 << 16
_MOVES = 3
"""A repository that was renamed answers with its new address."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask for; its keys are shown nowhere."""

    url: str = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes | None = None
    """JSON to post; None asks for the address alone."""


Get = Callable[[Request], Answer]


def getter(*, contact: str | None = None, timeout_s: tuple[float, float] = TIMEOUT_S) -> Get:
    """A function that makes a request, once; contact: as for arXiv, for the User-Agent."""
    session = requests.Session()
    session.headers["User-Agent"] = user_agent(contact or os.environ.get(CONTACT_ENVIRONMENT))
    # As with arXiv: an idle connection would stay open while another process asks.
    session.headers["Connection"] = "close"

    def get(request: Request) -> Answer:
        """Raises: Unanswered."""
        try:
            return _asked(session, request, timeout_s)
        except requests.Timeout as error:
            raise Unanswered(f"it gave no answer within {timeout_s[1]:g} s") from error
        except requests.exceptions.ChunkedEncodingError as error:
            raise Unanswered("its answer broke off") from error
        except (requests.RequestException, UnicodeError) as error:
            raise Unanswered(f"the connection failed ({type(error).__name__})") from error

    return get


def _asked(session: requests.Session, request: Request, timeout_s: tuple[float, float]) -> Answer:
    url, headers = request.url, dict(request.headers)
    if request.body is not None:
        headers["Content-Type"] = "application/json"
    for _ in range(_MOVES + 1):
        with session.request(
            "GET" if request.body is None else "POST",
            url,
            headers=headers,
            data=request.body,
            timeout=timeout_s,
            stream=True,
            allow_redirects=False,
            # Else requests would put what a netrc file says in the place of the key.
            auth=lambda prepared: prepared,
        ) as response:
            moved = urljoin(url, response.headers.get("Location", "")) if response.is_redirect else ""
            if request.body is not None or not moved or _host(moved) != _host(url):
                return Answer(response.status_code, response.headers, _body(response))
            url = moved
    raise Unanswered("it sends from one address to the next")


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc


def _body(response: requests.Response) -> bytes:
    body = bytearray()
    for piece in response.iter_content(_PIECE):
        body += piece
        if len(body) > _LARGEST:
            raise Unanswered(f"its answer is larger than {_LARGEST >> 20} MB")
    return bytes(body)

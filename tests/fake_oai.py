"""arXiv's harvesting interface on this machine, as its server's source has it; see github.com/arXiv/oaipmh."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlencode
from xml.sax.saxutils import escape

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.fake_arxiv import Fault, Time

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
    "<responseDate>2027-01-15T08:00:00Z</responseDate><request>https://oaipmh.arxiv.org/oai</request>\n"
)


@dataclass(frozen=True)
class Kept:
    """A record as the server keeps it."""

    id: str
    changed: date
    deleted: bool = False
    set: str = "cs:cs:LG"
    title: str = "An invented paper"

    def xml(self) -> str:
        header = (
            f"<identifier>oai:arXiv.org:{self.id}</identifier>"
            f"<datestamp>{self.changed}</datestamp><setSpec>{self.set}</setSpec>"
        )
        if self.deleted:
            return f'<record><header status="deleted">{header}</header></record>\n'
        return f"<record><header>{header}</header><metadata>{raw(self.id, title=self.title)}</metadata></record>\n"


def raw(id: str = "9901.00001", **fields: str) -> str:
    """What the format arXivRaw says of an invented paper."""
    given = {
        "title": "An invented paper",
        "authors": "Ifeoma C. Okwuosa (University of Nowhere), Jörg Ünver and\n  Wanjirũ Mbugua",
        "categories": "cs.LG stat.ML",
        "comments": "9 pages",
        "abstract": "We invent. Write to\nifeoma@example.org.",
        **fields,
    }
    versions = (
        '<version version="v1"><date>Mon, 4 Jan 2027 23:59:59 GMT</date><size>9kb</size></version>'
        '<version version="v2"><date>Fri, 8 Jan 2027 00:00:01 GMT</date><size>9kb</size></version>'
    )
    written = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in given.items())
    return (
        f'<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{id}</id><submitter>Somebody Else</submitter>'
        f"{versions}{written}</arXivRaw>"
    )


def listing(records: Sequence[str], token: str = "") -> bytes:
    end = f"<resumptionToken expires='2027-01-16T00:00:00Z'>{escape(token)}</resumptionToken>" if token else ""
    return f"{HEAD}<ListRecords>{''.join(records)}{end}</ListRecords></OAI-PMH>\n".encode()


def error(code: str, text: str = "An explanation.") -> bytes:
    return f"{HEAD}<error code='{code}'>{text}</error></OAI-PMH>\n".encode()


def archive(count: int, *, days: int = 7, start: date = date(2026, 12, 1)) -> list[Kept]:
    """Records that changed on so many days in turn; every ninth was taken back."""
    return [
        Kept(f"9901.{number:05d}", date.fromordinal(start.toordinal() + number * days // count), number % 9 == 8)
        for number in range(count)
    ]


class Oai:
    """The server. Tokens hold the request and a place, begin anew at the page's last day, and end at midnight."""

    def __init__(self, records: Sequence[Kept], *, page: int = 10, clock: Callable[[], float]) -> None:
        self.records, self.page, self.clock = list(records), page, clock
        self.sort: Callable[[Kept], Any] = lambda record: (record.changed, record.id)
        self.asked: list[dict[str, str]] = []

    def answer(self, asked: dict[str, str]) -> bytes:
        self.asked.append(asked)
        assert asked.pop("verb") == "ListRecords"
        place = 0
        if token := asked.get("resumptionToken"):
            assert len(asked) == 1
            asked = {name: value[0] for name, value in parse_qs(unquote(token)).items()}
            place = int(asked.pop("skip"))
            if asked.pop("day") != self.today():
                return error("badResumptionToken", "The value of the resumptionToken argument is invalid or expired.")
        assert asked["metadataPrefix"] == "arXivRaw"
        found = sorted(self.matching(asked), key=self.sort)[place:]
        if not found:
            return error("noRecordsMatch")
        shown, more = found[: self.page], len(found) > self.page
        if more and self.sort(shown[-1]) != shown[-1].id and shown[0].changed != shown[-1].changed:
            asked = asked | {"from": shown[-1].changed.isoformat()}
            place = sum(record.changed == shown[-1].changed for record in shown)
        elif more:
            place += self.page
        token = quote(urlencode(asked | {"skip": str(place), "day": self.today()})) if more else ""
        return listing([record.xml() for record in shown], token)

    def matching(self, asked: dict[str, str]) -> list[Kept]:
        since, until = asked.get("from", "2005-09-16"), asked.get("until", "9999-12-31")
        wanted = asked.get("set", "")
        return [
            record
            for record in self.records
            if since <= record.changed.isoformat() <= until
            and f"{record.set}:".startswith(f"{wanted}:" if wanted else "")
        ]

    def today(self) -> str:
        return datetime.fromtimestamp(self.clock(), UTC).date().isoformat()


class Served(Oai):
    """The server on a loopback address, with faults before it."""

    def __init__(self, server: HTTPServer, place: Path, records: Sequence[Kept], *, page: int = 10) -> None:
        self.time = Time()
        super().__init__(records, page=page, clock=self.time.clock)
        self.url, self.place = server.url_for("/oai"), place
        self.faults: list[Fault | None] = []
        self.moments: list[float] = []
        self.agents: list[str] = []
        self.said: list[str] = []
        server.expect_request("/oai").respond_with_handler(self._respond)

    def _respond(self, request: Request) -> Response:
        self.moments.append(self.time.now)
        self.agents.append(request.headers["User-Agent"])
        whole = self.answer(dict(request.args.items()))
        fault = self.faults.pop(0) if self.faults else None
        return fault(whole) if fault else Response(whole, content_type="text/xml")

"""One URL -> one page of results that passed every check, from the folder of kept pages or from arXiv."""

from __future__ import annotations

from hiretool.sourcing.asking import Asking, Conduct
from hiretool.sourcing.kept import Kept
from hiretool.sourcing.page import Page, checked, explanation
from hiretool.sourcing.texts import without_emails


class Pages:
    """Pages of arXiv's API; each is kept for a day, so that a new run goes on from there."""

    def __init__(self, conduct: Conduct) -> None:
        self._kept = Kept(conduct.place, clock=conduct.clock)
        self._asking = Asking(conduct, reason=explanation, kept=self._told)
        self.given = 0
        """Pages handed out in this run; each is kept."""

    def page(self, url: str) -> Page:
        """The page at `url`.

        Raises: RemoteError if arXiv refuses, asks for too long a pause, or fails on every try; HiretoolError if the
        folder cannot be written.
        """

        def check(body: bytes) -> Page:
            # Addresses are taken out before anything is written to disk.
            return checked(without_emails(body.decode()).encode(), url)

        page = self._kept.get(url) or self._asking.answer(
            url, check, known=lambda: self._kept.get(url), keep=lambda page: self._kept.put(url, page)
        )
        self.given += 1
        return page

    def _told(self) -> str:
        if not self.given:
            return "No page was kept."
        are = "1 page is" if self.given == 1 else f"{self.given} pages are"
        return f"{are} kept; the same command goes on from there, for a day."

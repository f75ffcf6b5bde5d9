"""HTML of a rich-text field -> plain text with its paragraphs and lists."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "br", "ul", "ol", "tr", "table", "blockquote", "pre", "section", "article", "hr"} | {
    f"h{level}" for level in range(1, 7)
}
_INLINE = {"a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "label", "mark"}
_INLINE |= {"q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tbody", "td", "th", "thead", "tt"}
_INLINE |= {"u", "var", "wbr", "body", "html", "center", "meta", "link", "input", "button", "form"}
_DROPPED = {"script", "style", "template", "iframe", "object", "noscript", "svg", "math", "head", "title", "textarea"}
_KNOWN = _BLOCKS | _INLINE | _DROPPED | {"li"}
# `a<b and c>d` and `List<int>` are no HTML: a tag has a known name, and attributes that look like some.
_TAG = re.compile(
    rf"</?(?:{'|'.join(sorted(_KNOWN))})(?:\s+[\w:-]+\s*(?:=[^>]*)?)?\s*/?>|<!--|<(?:script|style)\b", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SPACES = re.compile(r"[ \t\xa0]+")
_GAPS = re.compile(r"\n{3,}")


LONGEST = 60_000
"""Letters with their tags. A note has 20,000 at most, and the parser takes the square of the length for some texts."""


def plain(text: str) -> str:
    """The text that a reader of the page would see; what is no HTML stays as it is.

    >>> plain("<p>Chose <b>two towers</b>.</p><ul><li>fast</li><li>a &lt; b</li></ul>")
    'Chose two towers.\\n- fast\\n- a < b'
    """
    if "<" in text and _TAG.search(text):
        reader = _Reader()
        # A comment that is not closed, at which the parser would look again for each one that is opened.
        reader.feed(text[:LONGEST] if "-->" in text else text[:LONGEST].replace("<!--", ""))
        reader.close()
        return f"{reader.text()} [...]" if len(text) > LONGEST else reader.text()
    return html.unescape(text).strip() if "&" in text and _ENTITY.search(text) else text.strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._dropped: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropped.append(tag)
        elif self._dropped:
            return
        elif tag == "li":
            self._parts.append("\n- ")
        elif tag in _BLOCKS:
            self._parts.append("\n\n" if tag in ("p", "blockquote", "pre") or tag[1:].isdigit() else "\n")
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self._links.append(href if href.startswith(("http://", "https://", "mailto:")) else "")
        elif tag not in _KNOWN:
            # Code, such as List<int>, that was pasted without being escaped.
            self._parts.append(self.get_starttag_text() or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag in self._dropped:
                del self._dropped[self._dropped.index(tag) :]
        elif tag in ("td", "th"):
            self._parts.append(" ")
        elif tag in ("p", "ul", "ol", "div", "tr", "blockquote", "pre") or (tag[:1] == "h" and tag[1:].isdigit()):
            self._parts.append("\n")
        elif tag == "a" and self._links and (href := self._links.pop()):
            shown = "".join(self._parts[-1:])
            self._parts.append("" if href in shown else f" ({href})")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._parts.append(_SPACES.sub(" ", data.replace("\r", "").replace("\n", " ")))

    def updatepos(self, i: int, j: int) -> int:
        """Lines are of no use here, and counting them takes a tenth of the time (measured)."""
        return j

    def text(self) -> str:
        lines = (line.strip() for line in "".join(self._parts).split("\n"))
        return _GAPS.sub("\n\n", "\n".join(lines)).replace("\n\n- ", "\n- ").strip()

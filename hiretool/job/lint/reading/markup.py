"""HTML -> blocks and the JobPostings in it. Broken HTML is read as far as it goes."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from hiretool.job.lint.post import Block, Builder, Kind

_PASSED_OVER = frozenset(
    ["script", "style", "svg", "template", "noscript", "nav", "select", "button", "iframe", "object", "title", "math"]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tr",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "blockquote",
        "pre",
        "address",
        "details",
        "summary",
        "hr",
        "body",
        "html",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "caption",
        "legend",
        "label",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"summary": 4, "legend": 4, "dt": 5}
_BOLD = frozenset(("b", "strong"))
_SHORT = 70
_RUN_IN_LEVEL = 5
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


class _Reader(HTMLParser):
    """Collects blocks; `base` is the place of the text in the source."""

    def __init__(self, text: str, places: list[int] | None) -> None:
        super().__init__(convert_charrefs=False)
        self._places = places
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._builder = Builder()
        self._passed: list[str] = []
        self._kind: Kind = "paragraph"
        self._level = 0
        self._bold = 0
        self._light = False
        """Something of the block is not bold."""
        self._strong = False
        self.script: list[str] | None = None
        self.found: list[Block] = []
        self.scripts: list[tuple[str, int]] = []
        """(text, place) of each script of type application/ld+json."""

    def _place(self) -> int:
        line, column = self.getpos()
        at = self._starts[line - 1] + column
        return self._places[min(at, len(self._places) - 1)] if self._places else at

    def end_block(self) -> None:
        kind, level = self._kind, self._level
        block = self._builder.block(kind, level)
        if block and block.kind == "paragraph" and self._strong and not self._light and len(block.text) <= _SHORT:
            # A paragraph that is all bold and short is what its author uses for a heading.
            block.kind, block.level = "heading", 4
        if block:
            self.found.append(block)
        self._light, self._strong = False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if (
            tag == "script"
            and named.get("type", "").lower().split(";")[0].strip() == "application/ld+json"
            and not self._passed
        ):
            self.script = []
        if self._passed or tag in _PASSED_OVER or ("hidden" in named and tag not in _VOID):
            if tag not in _VOID:
                self._passed.append(tag)
            return
        if tag in _BOLD:
            self._bold += 1
        if tag == "br":
            self._builder.add("\n", self._place())
        elif tag in _BLOCKS:
            self.end_block()
            self._kind, self._level = "paragraph", 0
            if tag in _HEADINGS:
                self._kind, self._level = "heading", _HEADINGS[tag]
            elif tag in ("li", "dd"):
                self._kind = "item"
            elif tag in ("td", "th"):
                self._kind = "cell"

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.script = None
        if self._passed:
            # An end tag closes all that was opened inside it and never closed.
            if tag in self._passed:
                while self._passed.pop() != tag:
                    pass
            return
        if tag in _BOLD:
            self._bold = max(self._bold - 1, 0)
            if not self._bold and self._kind == "paragraph" and self._strong and not self._light:
                self._run_in()
        if tag in _BLOCKS:
            self.end_block()
            self._kind, self._level = "paragraph", 0

    def _run_in(self) -> None:
        """`<p><b>Your tasks.</b> You take ...`: a heading at the head of its paragraph."""
        shown = self._builder.text().strip()
        if 1 < len(shown) <= _SHORT and shown[-1] in ".:?":
            block = self._builder.block("heading", _RUN_IN_LEVEL)
            if block:
                self.found.append(block)
            self._light, self._strong = False, False

    def handle_data(self, data: str) -> None:
        if self.script is not None and self._passed:
            if not self.script:
                self.scripts.append(("", self._place()))
            self.script.append(data)
            self.scripts[-1] = ("".join(self.script), self.scripts[-1][1])
            return
        if self._passed:
            return
        if data.strip():
            self._light = self._light or not self._bold
            self._strong = self._strong or bool(self._bold)
        if self._places is None:
            self._builder.add(data, self._place())
        else:
            line, column = self.getpos()
            at = self._starts[line - 1] + column
            for number, letter in enumerate(data):
                self._builder.add(letter, self._places[min(at + number, len(self._places) - 1)])

    def handle_entityref(self, name: str) -> None:
        self._character(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._character(f"&#{name};")

    def _character(self, written: str) -> None:
        if not self._passed:
            self._builder.add(html.unescape(written).replace("\u00a0", " "), self._place())

    def unknown_decl(self, data: str) -> None:
        """A `<![CDATA[` or `<![if` is markup, whatever it says."""


def read_html(text: str, places: list[int] | None = None) -> tuple[list[Block], list[tuple[str, int]]]:
    """Blocks of a page or of a piece of one, and its JSON-LD scripts with their places.

    places: place in the source of each letter of `text`, where the two differ (a description inside JSON).
    """
    reader = _Reader(text, places)
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.found, reader.scripts

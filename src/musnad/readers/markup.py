"""HTML pages to articles: trafilatura finds text, title, date, author and outlet; a plain reading stands behind it."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import urlsplit

import msgspec

from musnad.readers import encodings
from musnad.readers.dates import parse_date
from musnad.readers.document import Document
from musnad.readers.language import holds_arabic

MIN_ARABIC = 120  # Arabic letters a page must hold, markup and all, to be worth taking apart
_MAX_TRAFILATURA = 3_000_000  # characters; larger pages are stripped of scripts and styles first, then read plainly
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK = re.compile(r"</?(?:p|br|div|li|h[1-6]|tr|section|article|blockquote)\b[^<>]{0,500}>", re.I)
_TITLE = re.compile(r"<title[^>]{0,200}>(.{0,600}?)</title", re.I | re.S)
_PARAGRAPH = re.compile(r"<p\b[^<>]{0,500}>(.{1,20000}?)(?=</p|<p\b|</div|</td)", re.I | re.S)
_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
_BLANK = re.compile(r"\s*\n\s*")


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML (a feed entry): block tags are line ends, other tags nothing, entities resolved."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    text = _strip_scripts(markup)
    text = _TAG.sub("", _BLOCK.sub("\n", text))
    text = html.unescape(text)
    return _BLANK.sub("\n", _SPACE.sub(" ", text)).strip()


def _strip_scripts(markup: str) -> str:
    """The page without scripts, styles and comments. Unclosed ones are cut to the end of the page. Linear."""
    out: list[str] = []
    at = 0
    opener = re.compile(r"<(script|style|svg|template|noscript|iframe)\b|<!--", re.I)
    low: str | None = None
    while match := opener.search(markup, at):
        out.append(markup[at : match.start()])
        name = match.group(1)
        if name is None:
            end = markup.find("-->", match.end())
            at = end + 3 if end >= 0 else len(markup)
            continue
        low = markup.lower() if low is None else low
        if len(low) != len(markup):  # a letter whose lower case is longer: positions would drift
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in markup)
        end = low.find(f"</{name.lower()}", match.end())
        if end < 0:
            at = len(markup)
            break
        close = markup.find(">", end)
        at = close + 1 if close >= 0 else len(markup)
    out.append(markup[at:])
    return "".join(out)


def host(url: str | None) -> str | None:
    """The site of a URL without «www.», or None."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def extract(document: Document) -> Document:
    """The document with its page turned into text, title, date, author and outlet; what was known before wins over
    what the page says, except an empty title. A page without text comes back with a problem."""
    if document.page is None:
        return document
    raw = document.page
    if encodings.looks_binary(raw):
        return _problem(document, "unreadable", "not an HTML page (binary data)")
    page = encodings.decode(raw, document.charset or encodings.declared(raw))
    if not holds_arabic(page, MIN_ARABIC) and "&#" not in page:
        return _problem(document, "language", f"not Arabic (fewer than {MIN_ARABIC} Arabic letters on the page)")
    if len(page) > _MAX_TRAFILATURA:
        page = _strip_scripts(page)
    found: Any = None
    if len(page) <= _MAX_TRAFILATURA:
        found = _trafilatura(page, document.url)
    text = (found.text if found is not None else "") or ""
    title = (found.title if found is not None else "") or ""
    if len(text) < 60:
        text = plain(page) or text
    if not title and (match := _TITLE.search(page)):
        title = fragment_text(match.group(1))
    if not text.strip():
        return _problem(document, "empty", "no article text found on the page")
    return msgspec.structs.replace(
        document,
        page=None,
        text=text,
        title=document.title or title,
        date=document.date if parse_date(document.date) else _of(found, "date"),
        author=document.author or _of(found, "author"),
        source=document.source or _of(found, "sitename") or host(document.url),
        url=document.url or _of(found, "url"),
    )


def _of(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return str(value) if value else None


def _problem(document: Document, kind: Any, message: str) -> Document:
    return msgspec.structs.replace(document, page=None, problem=kind, message=message)


def _trafilatura(page: str, url: str | None) -> Any:
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            page,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # lxml and its callers fail in many ways on broken pages; the plain reading follows
        return None


def plain(page: str) -> str:
    """The paragraphs of a page, read without a parser: the last resort, linear in the size of the page."""
    page = _strip_scripts(page)
    parts = [fragment_text(m.group(1)) for m in _PARAGRAPH.finditer(page)]
    return "\n".join(p for p in parts if len(p) > 40)

"""Web archives (WARC, as Common Crawl and web archives write them): each HTML page is an article to be."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from musnad.readers.document import MAX_DOCUMENT, MEGABYTE, Broken, Document

_HTML = ("text/html", "application/xhtml+xml")
_MAX_PAGE = 32 * MEGABYTE


def read_warc(file: BinaryIO, where: str, *, seekable: bool = True) -> Iterator[Document]:
    """The pages of a WARC, compressed by record or not. A broken record is a problem of its own: reading goes on at
    the next record that can be found (in a stream that cannot be wound back, it ends there)."""
    from warcio.archiveiterator import ArchiveIterator

    base, number = 0, 0
    while True:
        if seekable:
            file.seek(base)
        iterator = ArchiveIterator(file)
        try:
            for record in iterator:
                number += 1
                document = _page(record, f"{where}, record {number}")
                if document is not None:
                    yield document
            return
        except Exception as error:  # warcio raises many kinds on damage, its own and those of zlib and codecs
            offset = max(iterator.offset, base)  # where the record in hand begins
            number += 1
            told = isinstance(error, (AttributeError, TypeError))  # warcio trips over a header that is not there
            message = "" if told else " ".join(str(error).split())[:200]
            message = message or ("a header is missing" if told else type(error).__name__)
            yield Document(
                where=f"{where}, record {number}",
                id=f"{where}:{number}",
                problem="unreadable",
                message=f"broken WARC record near byte {offset}: {message}",
            )
            if not seekable:
                return
            following = _next_record(file, offset + 1)
            if following is None:
                return
            base = following


def _page(record: Any, where: str) -> Document | None:
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    headers = record.rec_headers
    http = record.http_headers if record.rec_type == "response" else None
    if http is not None and http.get_statuscode() not in ("200", "203", ""):
        return None
    kind = (http.get_header("Content-Type") if http is not None else headers.get_header("Content-Type")) or ""
    mime, _, rest = kind.partition(";")
    mime = mime.strip().lower()
    is_text = record.rec_type == "conversion" and mime == "text/plain"
    if mime and mime not in _HTML and not is_text:
        return None
    url = headers.get_header("WARC-Target-URI") or None
    own = (headers.get_header("WARC-Record-ID") or "").strip("<>").removeprefix("urn:uuid:")
    document = Document(where=where, id=own or url or where, url=url and url.strip("<>"), crawl=True)
    raw = record.content_stream().read(_MAX_PAGE + 1)
    if len(raw) > _MAX_PAGE:
        document.problem, document.message = "unreadable", f"page of more than {_MAX_PAGE // MEGABYTE} MB"
        return document
    if http is not None and (http.get_header("Content-Encoding") or "").strip().lower() not in (
        "",
        "identity",
        "gzip",
        "x-gzip",
        "deflate",
        "br",
    ):
        document.problem, document.message = "unreadable", f"content encoding {http.get_header('Content-Encoding')}"
        return document
    if missing := _missing(record):
        document.problem, document.message = "unreadable", f"the record is cut off: {missing} bytes are missing"
        return document
    if is_text:
        document.text = raw.decode("utf-8", "replace")
        return document
    _, _, charset = rest.lower().partition("charset=")
    document.charset = charset.split(";")[0].strip(" \"'") or None
    document.page = raw
    return document


def _missing(record: Any) -> int:
    """How many bytes the record promised and does not have: warcio takes the end of a file for the end of a page."""
    rest = record.raw_stream
    while rest.read(1 << 16):
        pass
    return int(getattr(rest, "limit", 0))


def _next_record(file: BinaryIO, start: int) -> int | None:
    """Where the next record after byte ``start`` begins: a gzip member that holds «WARC/», or such a line."""
    overlap = 16
    position = start
    tail = b""
    while True:
        file.seek(position)
        chunk = file.read(1 << 20)
        if not chunk:
            return None
        data = tail + chunk
        first = position - len(tail)
        for at in _candidates(data):
            if _is_record(file, first + at):
                return first + at
        position += len(chunk)
        tail = data[-overlap:] if len(chunk) == 1 << 20 else b""
        if not tail:
            return None


def _candidates(data: bytes) -> list[int]:
    found = []
    for sign in (b"\x1f\x8b\x08", b"WARC/"):
        at = data.find(sign)
        while at >= 0:
            found.append(at)
            at = data.find(sign, at + 1)
    return sorted(found)


def _is_record(file: BinaryIO, at: int) -> bool:
    file.seek(max(0, at - 1))
    before = file.read(1) if at else b"\n"
    head = file.read(512)
    if head.startswith(b"WARC/"):
        return before == b"\n"
    try:
        return zlib.decompressobj(31).decompress(head, 5) == b"WARC/"
    except zlib.error:
        return False


def whole(stream: BinaryIO) -> BinaryIO:
    """A small archive inside another file (zip member, standard input) as a file that can be wound back."""
    import tempfile

    out = tempfile.SpooledTemporaryFile(max_size=16 * MEGABYTE)  # noqa: SIM115 - the reader closes it by dropping it
    size = 0
    while part := stream.read(1 << 18):
        size += len(part)
        if size > 64 * MAX_DOCUMENT:
            raise Broken("web archive of more than 4 GB inside another file")
        out.write(part)
    out.seek(0)
    return out  # type: ignore[return-value]

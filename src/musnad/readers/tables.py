"""Inputs of rows: JSON lines, JSON arrays, CSV and TSV, Parquet."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import IO, Any

import msgspec

from musnad.readers import encodings, streams
from musnad.readers.columns import Columns, names_of_articles
from musnad.readers.document import MAX_ARRAY, MAX_DOCUMENT, MEGABYTE, Broken, Document

Note = Callable[[str], None]
_DECODER = msgspec.json.Decoder()
_LONG_NAME = 80  # characters that no name of a column has
_MAX_RECORD = 8 * MEGABYTE  # characters a quoted CSV field may run over before its quote is taken for a stray one


def decode_json(raw: bytes) -> Any:
    """JSON to values; takes lone surrogate escapes too, which the fast decoder refuses. Raises ValueError."""
    try:
        return _DECODER.decode(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        if b"\\ud" not in raw and b"\\uD" not in raw and b"NaN" not in raw:
            raise ValueError(str(error)) from error
    try:
        return json.loads(raw)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


class _Rows:
    """Turns rows of one input into documents, with the columns guessed once from the first row."""

    def __init__(self, where: str, stem: str, given: Mapping[str, str], note: Note) -> None:
        self.where, self.stem, self.given, self.note = where, stem, given, note
        self.columns: Columns | None = None

    def set(self, names: list[str], sample: Mapping[str, Any] | None) -> Columns:
        self.columns = Columns(names, self.given, self.where, sample)
        if account := self.columns.account(self.where):
            self.note(account)
        if names and "text" not in self.columns.column:
            shown = ", ".join(repr(name[:40]) for name in names[:12])
            self.note(f"{self.where}: no column for the text among {shown} (set with --map text=COLUMN)")
        return self.columns

    def row(self, row: Mapping[str, Any], label: str, number: int) -> Document:
        columns = self.columns or self.set([str(k) for k in row], row)
        return columns.document(row, f"{self.where}, {label} {number}", f"{self.stem}:{number}")

    def item(self, item: Any, label: str, number: int) -> Document:
        """A JSON value as a document; one that is no object is a problem."""
        return self.row(item, label, number) if isinstance(item, dict) else self.bad(label, number, "no JSON object")

    def bad(self, label: str, number: int, message: str, raw: str = "") -> Document:
        tail = f": {raw[:200]}" if raw else ""
        return Document(
            where=f"{self.where}, {label} {number}",
            id=f"{self.stem}:{number}",
            problem="unreadable",
            message=message + tail,
        )


def read_jsonl(stream: IO[bytes], where: str, stem: str, given: Mapping[str, str], note: Note) -> Iterator[Document]:
    """One JSON object a line. A line that is none is a problem of its own; the others stand."""
    rows = _Rows(where, stem, given, note)
    encoding: str | None = None
    for number, line, why in streams.lines(stream):
        if line is None:
            yield rows.bad("line", number, why)
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        try:
            item = decode_json(line)
        except ValueError as error:
            try:  # not UTF-8: the encoding is guessed once, from the first such line
                encoding = encoding or encodings.guess(line)
                item = json.loads(line.decode(encoding, "replace"))
            except (ValueError, RecursionError):
                yield rows.bad("line", number, f"no JSON: {error}")
                continue
        inner = _wrapped(item) if number == 1 else None
        if inner is not None:  # an answer of an API, written on one line
            yield from (rows.item(row, "item", place) for place, row in enumerate(inner, 1))
        else:
            yield rows.item(item, "line", number)


def read_json(stream: IO[bytes], where: str, stem: str, given: Mapping[str, str], note: Note) -> Iterator[Document]:
    """A JSON array of objects (read piece by piece, whatever its size), or objects one after the other, or one object
    around a list of them."""
    rows = _Rows(where, stem, given, note)
    for number, (item, why) in enumerate(_items(stream), 1):
        if why:
            yield rows.bad("item", number, why)
            continue
        inner = _wrapped(item) if number == 1 else None
        if inner is not None:
            yield from (rows.item(row, "item", place) for place, row in enumerate(inner, 1))
        else:
            yield rows.item(item, "item", number)


_WRAPPERS = 4  # objects around a list of articles that are looked through


def _wrapped(item: Any, depth: int = _WRAPPERS) -> list[Any] | None:
    """The list of articles inside an object such as ``{"data": {"articles": [...]}, "total": 3}``, the longest there."""
    if not isinstance(item, dict) or not depth or any(k in item for k in ("text", "content", "body")):
        return None
    lists = [v for v in item.values() if isinstance(v, list) and v and all(isinstance(x, dict) for x in v[:5])]
    lists += [found for v in item.values() if (found := _wrapped(v, depth - 1))]
    return max(lists, key=len, default=None)


_GAP = re.compile(r"[\s,\ufeff]*")
_NEXT = re.compile(r"\}\s*,\s*(?=\{)")


def _items(stream: IO[bytes]) -> Iterator[tuple[Any, str]]:
    """The values of a JSON array (or of several JSON texts in a row), one at a time: (value, "") or (None, why)."""
    head = stream.read(4096)
    encoding = encodings.guess(head) if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    buffer = decoder.decode(head)
    at, step, ended, inside = 0, 1 << 16, False, False
    parse = json.JSONDecoder().raw_decode
    while True:
        gap = _GAP.match(buffer, at)
        at = gap.end() if gap else at
        if not inside and buffer[at : at + 1] == "[":
            inside = True
            at += 1
            continue
        if inside and buffer[at : at + 1] == "]":
            inside = False
            at += 1
            continue
        why = ""
        if at < len(buffer):
            try:
                value, end = parse(buffer, at)
                if end < len(buffer) or ended:  # a number at the very end may go on
                    at, step = end, 1 << 16
                    yield value, ""
                    continue
            except RecursionError:
                ended, why = True, "nested too deeply"
            except ValueError as error:
                why = f"no JSON: {error}"
        elif ended:
            return
        if len(buffer) - at > MAX_ARRAY:
            yield None, f"one value of more than {MAX_ARRAY // MEGABYTE} MB"
            return
        hit = _NEXT.search(buffer, at + 1) if ended or len(buffer) - at > MAX_DOCUMENT else None
        if hit is not None:
            yield None, why
            at = hit.end()
            continue
        if ended:
            if why:
                yield None, why
            return
        try:
            raw = stream.read(step)
        except Broken as error:
            yield None, str(error)
            raw = b""
        buffer = buffer[at:] + decoder.decode(raw, not raw)
        at, ended, step = 0, not raw, min(step * 2, 1 << 26)


def seems_csv(head: bytes) -> str | None:
    """``csv`` or ``tsv`` if the first line is a header that names fields of an article, else None."""
    first, *rest = re.split(r"[\r\n]+", encodings.decode(head).lstrip("\ufeff"), maxsplit=2)
    if rest and _SEPARATOR.match(first):
        first = rest[0]
    delimiter = max(",;\t|", key=first.count)
    names = [name.strip(' "') for name in first.split(delimiter)]
    if len(names) < 2 or len(first) > 2000 or max(map(len, names)) > 60 or names_of_articles(names) < 2:
        return None
    return "tsv" if delimiter == "\t" else "csv"


_SEPARATOR = re.compile(r'^"?sep=([,;\t|])"?\s*$')  # a first line that Excel writes and reads


def read_csv(
    stream: IO[bytes], where: str, stem: str, given: Mapping[str, str], note: Note, delimiter: str | None = None
) -> Iterator[Document]:
    """Comma, semicolon or tab separated rows under a header. A row with a stray quote costs that row only."""
    rows = _Rows(where, stem, given, note)
    csv.field_size_limit(MAX_DOCUMENT)
    source = _Lines(_csv_text(stream))
    first = source.peek()
    if first is not None and (named := _SEPARATOR.match(first)):
        delimiter, first = named.group(1), source.skip()
    if first is None:
        return
    parser = _Csv(source, delimiter or max(",;\t|", key=first.count))
    header = parser.header()
    if header is None:
        yield rows.bad("row", 1, "no header row")
        return
    if max(map(len, header)) >= _LONG_NAME:
        note(f"{where}: the first row is taken for names of columns, but looks like an article; write a header over it")
    for number, row in enumerate(parser, 2):
        if isinstance(row, _BadRow):
            yield rows.bad("row", number, row.message, row.raw)
            if source.failed:
                return
        elif any(row):
            named_row = dict(zip(header, row, strict=False))
            if rows.columns is None:
                rows.set(header, named_row)
            yield rows.row(named_row, "row", number)


def _csv_text(stream: IO[bytes]) -> io.TextIOWrapper:
    """The text of a table in whatever encoding, line ends of its own kept: LF, CRLF, or the CR of old Macs."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(1 << 16)[: 1 << 16]
    encoding = encodings.guess(head)
    line_end = "\r" if b"\r" in head and b"\n" not in head else "\n"
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    return io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline=line_end)


class _Lines:
    """Lines of a text that can be given back, and the length of what was taken since a mark."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self.text = text
        self.back: deque[str] = deque()
        self.taken: list[str] = []
        self.size = 0
        self.limit = _MAX_RECORD
        self.failed = ""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.taken and self.size > self.limit:
            raise csv.Error("a quote is opened and not closed")
        line = self._next()
        if not line:
            raise StopIteration
        self.taken.append(line)
        self.size += len(line)
        return line.replace("\0", "")

    def _next(self) -> str:
        if self.back:
            return self.back.popleft()
        try:
            return self.text.readline(MAX_DOCUMENT)
        except Broken as error:
            self.failed = str(error)
            return ""

    def peek(self) -> str | None:
        line = self._next()
        if line:
            self.back.appendleft(line)
        return line or None

    def skip(self) -> str | None:
        """Take a line for good; the next one."""
        self._next()
        return self.peek()

    def mark(self) -> None:
        self.taken, self.size = [], 0

    def give_back(self) -> str:
        """Give back all lines since the mark but the first, which is returned."""
        first, *rest = self.taken
        self.back.extendleft(reversed(rest))
        if self.size > self.limit:
            self.limit = max(1 << 16, self.limit // 2)  # keeps a file of many stray quotes linear
        self.mark()
        return first


class _BadRow:
    def __init__(self, message: str, raw: str = "") -> None:
        self.message, self.raw = message, raw


class _Csv:
    """Rows of a CSV file; a row that does not fit is tried alone, then given up, and the next line starts afresh."""

    def __init__(self, source: _Lines, delimiter: str) -> None:
        self.source, self.delimiter, self.width = source, delimiter, 0

    def header(self) -> list[str] | None:
        """The names of the columns, each once; None if there is no line that could be a header."""
        try:
            row = next(csv.reader(self.source, delimiter=self.delimiter), None)
        except csv.Error:
            return None
        names: list[str] = []
        for number, given in enumerate(row or [], 1):
            name = given.strip() or f"column {number}"
            names.append(f"{name} {number}" if name in names else name)  # the first of a name keeps it
        self.width = len(names)
        return names or None

    def __iter__(self) -> Iterator[list[str] | _BadRow]:
        while True:
            self.source.mark()
            try:
                row = next(csv.reader(self.source, delimiter=self.delimiter, strict=True))
                lines = len(self.source.taken)
                if not row or len(row) == self.width or (lines == 1 and len(row) < self.width):
                    yield row
                    continue
                message = f"{len(row)} columns where the header has {self.width}"
            except StopIteration:
                if self.source.failed:
                    yield _BadRow(self.source.failed)
                    return
                if not self.source.taken:
                    return
                message = "a quote is opened and not closed"
            except csv.Error as error:
                message = str(error)
            first = self.source.give_back()
            yield self._alone(first) or _BadRow(message, first.strip())

    def _alone(self, line: str) -> list[str] | None:
        """The line by itself, its quotes taken as they stand, if it then has the header's number of columns."""
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            try:
                row = next(csv.reader([line], delimiter=self.delimiter, quoting=quoting), None)
            except csv.Error:
                continue
            if row and len(row) == self.width:
                return [cell.strip('"\r\n') for cell in row]
        return None


def read_parquet(source: Any, where: str, stem: str, given: Mapping[str, str], note: Note) -> Iterator[Document]:
    """Rows of a Parquet file (a path or a seekable file), a few at a time. Raises Broken if it is no Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = _Rows(where, stem, given, note)
    try:
        file = pq.ParquetFile(source)
        names = file.schema_arrow.names
        batches = file.iter_batches(batch_size=256)
        first = next(batches, None)
    except (pa.ArrowException, OSError) as error:
        raise Broken(f"no readable Parquet: {error}") from error
    if first is None:
        return
    sample: Mapping[str, Any] = next(iter(first.slice(0, 1).to_pylist()), {})
    columns = rows.set(names, sample)
    wanted = [n for n in names if n in columns.column.values()]
    number = 0
    try:
        for batch in chain([first], batches):
            for row in batch.select(wanted).to_pylist():
                number += 1
                yield rows.row(row, "row", number)
    except (pa.ArrowException, OSError) as error:
        yield rows.bad("row", number + 1, f"damaged Parquet: {error}")

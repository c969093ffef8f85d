"""Inputs as the user names them: files, folders, patterns, zip files, URLs, standard input; what each holds."""

from __future__ import annotations

import glob
import io
import os
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, cast

import msgspec

from musnad.errors import InputError
from musnad.readers import encodings, feeds, tables, warc
from musnad.readers.document import MAX_BOMB, MAX_DOCUMENT, MAX_RATIO, Broken, Document
from musnad.readers.streams import Counter, read_all, unpack

Note = Callable[[str], None]
Fetch = Callable[[str], "tuple[bytes, str, str]"]  # URL -> (content, content type, final URL)

KINDS = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".warc": "warc",
    ".wet": "warc",
    ".xml": "xml",
    ".rss": "xml",
    ".atom": "xml",
    ".rdf": "xml",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".zip": "zip",
}
_PACKED = (".gz", ".zst", ".bz2", ".xz")
_MAX_TEXT = 4 * MAX_DOCUMENT


class Options(msgspec.Struct, kw_only=True):
    """How inputs are read. ``columns`` maps article fields to column names; ``kind`` overrides what a file seems."""

    columns: dict[str, str] = msgspec.field(default_factory=dict)
    kind: str | None = None


class Inputs:
    """All documents of the inputs, in an order that depends on the inputs alone."""

    def __init__(self, names: Sequence[str], options: Options, note: Note, fetch: Fetch | None = None) -> None:
        self.options, self.note, self.fetch = options, note, fetch
        self.counter = Counter()
        self.names = [found for name in names for found in expand(name)]
        self.total = sum(map(_size, self.names))  # bytes, 0 where unknown
        self.failed: list[str] = []  # inputs of which nothing could be read

    def __iter__(self) -> Iterator[Document]:
        for name in self.names:
            yield from self._input(name)

    def _input(self, name: str) -> Iterator[Document]:
        if name.startswith(("http://", "https://")):
            yield from self._guarded(name, lambda: self._url(name))
        elif name == "-":
            yield from self._guarded(
                "standard input", lambda: self._stream(sys.stdin.buffer, "standard input", "stdin", None)
            )
        elif Path(name).is_dir():
            for path in _walk(name):
                if not self.options.kind and _kind_of_name(path) is None and Path(path).suffix.lower() in _IGNORED:
                    continue
                yield from self._guarded(path, lambda path=path: self._file(path))  # type: ignore[misc]
        else:
            yield from self._guarded(name, lambda: self._file(name))

    def _guarded(self, name: str, open_: Callable[[], Iterator[Document]]) -> Iterator[Document]:
        """The documents of one input; what breaks it ends it, and becomes a problem of its own."""
        good, bad = 0, ""
        try:
            for document in open_():
                if document.problem:
                    bad = bad or document.message
                else:
                    good += 1
                yield document
        except Broken as error:
            bad = str(error)
        except OSError as error:
            bad = error.strerror or str(error)
        else:
            if bad and not good:
                self.failed.append(f"{name}: {bad}")
            elif not good:
                self.note(f"{name}: no article in it")
            return
        if not good:
            self.failed.append(f"{name}: {bad}")
        yield Document(where=name, id=_stem(name), problem="unreadable", message=bad)

    def _file(self, path: str) -> Iterator[Document]:
        kind = self.options.kind or _kind_of_name(path)
        with Path(path).open("rb") as file:
            if kind == "warc":
                yield from warc.read_warc(_counted(file, self.counter), path)
            elif kind == "zip" or (kind is None and file.peek(4)[:4] == b"PK\x03\x04"):
                yield from self._zip(file, path)
            elif kind == "parquet" or (kind is None and file.peek(4)[:4] == b"PAR1"):
                yield from tables.read_parquet(
                    _counted(file, self.counter), path, _stem(path), self.options.columns, self.note
                )
            else:
                yield from self._stream(file, path, _stem(path), kind)

    def _stream(self, file: IO[bytes], where: str, stem: str, kind: str | None, depth: int = 0) -> Iterator[Document]:
        stream, _ = unpack(file, self.counter)
        kind = kind or _kind_of_content(stream)
        columns = self.options.columns
        if kind == "jsonl":
            yield from tables.read_jsonl(stream, where, stem, columns, self.note)
        elif kind == "json":
            yield from tables.read_json(stream, where, stem, columns, self.note)
        elif kind in ("csv", "tsv"):
            yield from tables.read_csv(stream, where, stem, columns, self.note, "\t" if kind == "tsv" else None)
        elif kind == "warc":
            whole = warc.whole(cast(BinaryIO, stream))
            yield from warc.read_warc(whole, where)
        elif kind == "parquet":
            yield from tables.read_parquet(io.BytesIO(read_all(stream, _MAX_TEXT)), where, stem, columns, self.note)
        elif kind == "zip":
            if depth:
                raise Broken("a zip file inside a zip file is not opened")
            yield from self._zip(io.BytesIO(read_all(stream, _MAX_TEXT)), where)
        elif kind == "html":
            yield Document(where=where, id=stem, page=read_all(stream))
        elif kind == "xml":
            raw = read_all(stream, feeds.MAX_FEED)
            if b"<html" in raw[:4096].lower() and not feeds.is_feed(raw):
                yield Document(where=where, id=stem, page=raw)
            else:
                yield from feeds.documents(raw, where, stem)
        else:
            raw = read_all(stream, _MAX_TEXT)
            if encodings.looks_binary(raw):
                raise Broken("no text in any encoding (binary data)")
            yield Document(where=where, id=stem, text=encodings.decode(raw))

    def _zip(self, file: Any, where: str) -> Iterator[Document]:
        """The members of a zip file, in its order, never unpacked to disk: their names are labels, not paths."""
        try:
            archive = zipfile.ZipFile(_counted(file, self.counter))
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise Broken(f"no readable zip file: {error}") from error
        for member in archive.infolist():
            name = PurePosixPath(member.filename).name
            if member.is_dir() or not name or name.startswith(".") or member.filename.startswith("__MACOSX/"):
                continue
            kind = _kind_of_name(name)
            if kind is None and PurePosixPath(name).suffix.lower() in _IGNORED:
                continue
            inner = f"{where}!{member.filename}"
            try:
                if member.flag_bits & 1:
                    raise Broken("encrypted")
                if member.file_size > MAX_BOMB and member.file_size > MAX_RATIO * max(1, member.compress_size):
                    raise Broken(f"grows more than {MAX_RATIO} times when unpacked; not opened")
                with archive.open(member) as stream:
                    yield from self._stream(cast(IO[bytes], _Quiet(stream)), inner, _stem(name), kind, depth=1)
            except (
                Broken,
                zipfile.BadZipFile,
                NotImplementedError,
                EOFError,
                OSError,
                RuntimeError,
                ValueError,
            ) as error:
                yield Document(where=inner, id=_stem(name), problem="unreadable", message=str(error))
            except Exception as error:
                if type(error).__module__ != "zlib":
                    raise
                yield Document(where=inner, id=_stem(name), problem="unreadable", message=str(error))

    def _url(self, url: str) -> Iterator[Document]:
        if self.fetch is None:
            raise Broken("URLs are not read here")
        raw, content_type, final = self.fetch(url)
        stem = PurePosixPath(final.split("?")[0]).stem or "page"
        if feeds.is_feed(raw) or ("xml" in content_type and "html" not in content_type):
            yield from feeds.documents(raw, url, stem, final, content_type)
        elif "html" in content_type or b"<html" in raw[:2048].lower():
            _, _, charset = content_type.lower().partition("charset=")
            yield Document(
                where=url, id=final, page=raw, url=final, charset=charset.split(";")[0].strip(" \"'") or None
            )
        else:
            yield from self._stream(io.BytesIO(raw), url, stem, _kind_of_name(final.split("?")[0]))


class _Quiet(io.RawIOBase):
    """A zip member as a plain stream whose damage is raised as Broken."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        import zlib

        try:
            data = self.inner.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise Broken(f"damaged zip member: {error}") from error
        buffer[: len(data)] = data
        return len(data)


class _Counted:
    """A seekable file that counts what is read of it towards progress, each byte once."""

    def __init__(self, file: Any, counter: Counter) -> None:
        self._file, self._counter, self._far = file, counter, 0

    def read(self, *size: int) -> bytes:
        data: bytes = self._file.read(*size)
        at = self._file.tell()
        if at > self._far:
            self._counter.bytes += at - self._far
            self._far = at
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def _counted(file: Any, counter: Counter) -> Any:
    return _Counted(file, counter)


# Files that lie about in archives and are no articles; named on the command line they are read all the same.
_IGNORED = frozenset(
    f".{suffix}"
    for line in (
        "jpg jpeg png gif webp svg ico css js map woff woff2 ttf pdf mp3 mp4 avi doc docx xls xlsx exe dll so",
        "py md log db sqlite pkl npy ann conf lock tmp partial progress gitignore",
    )
    for suffix in line.split()
)


def _kind_of_name(name: str) -> str | None:
    path = PurePosixPath(name.replace("\\", "/"))
    suffix = path.suffix.lower()
    if suffix in _PACKED:
        suffix = PurePosixPath(path.stem).suffix.lower()
    return KINDS.get(suffix)


def _kind_of_content(stream: io.BufferedReader) -> str:
    """What a stream without a telling name holds, from its first kilobytes."""
    try:
        head = stream.peek(4096)[:4096]
    except Broken:
        return "text"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")):
        first = text.split(b"\n", 1)[0].strip()
        if text.startswith(b"{") and (len(first) > 2 and (first.endswith(b"}") or len(first) > 4000 or b'":' in first)):
            return "jsonl" if first.endswith(b"}") or b"\n" not in text else "json"
        if text.startswith(b"[") and text[1:].lstrip()[:1] not in (b"{", b"]"):
            return "text"
        return "json"
    low = text[:1024].lower()
    if low.startswith((b"<!doctype html", b"<html")) or b"<html" in low:
        return "html"
    if low.startswith(b"<?xml") or feeds.is_feed(low):
        return "xml"
    return tables.seems_csv(head) or "text"


def _stem(name: str) -> str:
    """The file name without its suffix (and without that of its compression)."""
    path = Path(name)
    return path.with_suffix("").stem if path.suffix.lower() in _PACKED and path.with_suffix("").suffix else path.stem


def _walk(folder: str) -> Iterator[str]:
    """The files of a folder and the folders in it, sorted by name, hidden ones and links to folders left out.

    A folder that cannot be listed and a link that leads nowhere are given too: opening them tells the user why they are not coded.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.is_file() or not Path(entry.path).exists():
            yield entry.path


def expand(name: str) -> list[str]:
    """The inputs a name stands for. Raises InputError if it stands for none."""
    if name == "-" or name.startswith(("http://", "https://")):
        return [name]
    if not Path(name).exists():
        if glob.has_magic(name):
            found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - absolute patterns too
            if found:
                return found
            raise InputError("input-missing", f"{name}: no file matches", "check the pattern; quote it in the shell")
        raise InputError("input-missing", f"{name}: no such file or folder", "check the path")
    if not os.access(name, os.R_OK):
        raise InputError("input-read", f"{name}: permission denied", "make the file readable")
    return [name]


def _size(name: str) -> int:
    """Bytes of an input; 0 if unknown. A folder is measured up to 50,000 files."""
    if name == "-" or name.startswith(("http://", "https://")):
        return 0
    try:
        status = Path(name).stat()
    except OSError:
        return 0
    if not stat.S_ISDIR(status.st_mode):
        return status.st_size
    total = 0
    for number, path in enumerate(_walk(name)):
        if number > 50_000:
            return 0
        try:
            total += Path(path).stat().st_size
        except OSError:
            continue
    return total

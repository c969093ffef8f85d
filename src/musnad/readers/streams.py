"""Files as byte streams: compression by content, progress counted, bombs and endless lines stopped."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

from musnad.readers.document import MAX_BOMB, MAX_DOCUMENT, MAX_RATIO, MEGABYTE, Broken

COMPRESSED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}


class Counter:
    """Bytes read of the inputs so far: what progress is measured by."""

    def __init__(self) -> None:
        self.bytes = 0


class _Counting(io.RawIOBase):
    """A binary file that counts what is read of it."""

    def __init__(self, inner: IO[bytes], counter: Counter) -> None:
        self.inner = inner
        self.counter = counter
        self.own = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self.inner.read(len(buffer))
        buffer[: len(data)] = data
        self.counter.bytes += len(data)
        self.own += len(data)
        return len(data)

    def close(self) -> None:
        self.inner.close()
        super().close()


class _Unpacked(io.RawIOBase):
    """A decompressed stream. A cut-off or damaged end raises Broken after everything before it was handed on."""

    def __init__(self, inner: IO[bytes], packed: _Counting, kind: str) -> None:
        self.inner = inner
        self.packed = packed
        self.kind = kind
        self.size = 0
        self.failed: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self.failed:
            raise Broken(self.failed)
        data = b""
        try:
            data = self._read1(len(buffer))
        except EOFError:
            self.failed = f"{self.kind} data ends too early (the file is cut off)"
        except (OSError, zlib.error, lzma.LZMAError) as error:
            self.failed = f"{self.kind} data is damaged: {error}"
        except Exception as error:  # zstandard raises its own class, which is not imported for other kinds
            if type(error).__name__ != "ZstdError":
                raise
            self.failed = f"{self.kind} data is damaged: {error}"
        if self.failed:
            raise Broken(self.failed)
        self.size += len(data)
        if self.size > MAX_BOMB and self.size > MAX_RATIO * max(1, self.packed.own):
            self.failed = f"{self.kind} data grows more than {MAX_RATIO} times when unpacked; stopped"
            raise Broken(self.failed)
        buffer[: len(data)] = data
        return len(data)

    def _read1(self, size: int) -> bytes:
        # Small reads: when the end is damaged, a large one would lose what could still be unpacked before it.
        return self.inner.read(min(size, 16384))

    def close(self) -> None:
        self.inner.close()
        self.packed.close()
        super().close()


class _GzipPieces(io.RawIOBase):
    """Gzip members unpacked piece by piece, so that a cut-off file gives all it holds up to the cut."""

    def __init__(self, inner: BinaryIO) -> None:
        self.inner = inner
        self.machine: Any = None
        self.rest = b""
        self.ended = False

    def read(self, size: int = -1) -> bytes:
        while not self.ended:
            if not self.rest:
                self.rest = self.inner.read(65536)
                if not self.rest:
                    self.ended = True
                    if self.machine is not None:
                        raise EOFError
                    return b""
            if self.machine is None:
                self.rest = self.rest.lstrip(b"\x00") or b""
                if not self.rest:
                    continue
                self.machine = zlib.decompressobj(31)
            out: bytes = self.machine.decompress(self.rest, max(1, size))
            if self.machine.eof:
                self.rest, self.machine = self.machine.unused_data, None
            else:
                self.rest = self.machine.unconsumed_tail
            if out:
                return out
        return b""


class _ZstdPieces(io.RawIOBase):
    """Zstandard frames unpacked piece by piece; zstandard's own stream reader does not tell a cut-off end."""

    def __init__(self, inner: BinaryIO) -> None:
        import zstandard

        self.inner = inner
        self.maker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        self.machine: Any = None
        self.rest = b""
        self.out = b""
        self.ended = False

    def read(self, size: int = -1) -> bytes:
        while not self.out and not self.ended:
            if not self.rest:
                self.rest = self.inner.read(2048)  # a few bytes can unpack to megabytes, which are held at once
                if not self.rest:
                    self.ended = True
                    if self.machine is not None:
                        raise EOFError
                    return b""
            if self.machine is None:
                self.machine = self.maker.decompressobj()
            self.out = self.machine.decompress(self.rest)
            if self.machine.eof:
                self.rest, self.machine = self.machine.unused_data, None
            else:
                self.rest = b""
        piece, self.out = self.out[:size], self.out[size:]
        return piece


def sniff_compression(head: bytes) -> str | None:
    """The name of the compression a file's first bytes show, or None."""
    return next((name for magic, name in COMPRESSED.items() if head.startswith(magic)), None)


def unpack(inner: IO[bytes], counter: Counter) -> tuple[io.BufferedReader[Any], str | None]:
    """A buffered stream of the content, whatever it is compressed with, and the name of the compression."""
    counting = _Counting(inner, counter)
    packed = io.BufferedReader(counting, 1 << 16)
    kind = sniff_compression(packed.peek(6)[:6])
    if kind is None:
        return packed, None
    opened: Any
    if kind == "gzip":
        opened = _GzipPieces(cast(BinaryIO, packed))
    elif kind == "zstd":
        opened = _ZstdPieces(cast(BinaryIO, packed))
    elif kind == "bzip2":
        opened = bz2.BZ2File(packed)
    else:
        opened = lzma.LZMAFile(packed)  # noqa: SIM115
    return io.BufferedReader(_Unpacked(opened, counting, kind), 1 << 16), kind


def read_all(stream: IO[bytes], limit: int = MAX_DOCUMENT) -> bytes:
    """Everything, unless it is more than ``limit`` bytes: then Broken."""
    parts = []
    size = 0
    while part := stream.read(1 << 16):
        size += len(part)
        if size > limit:
            raise Broken(f"larger than {limit // MEGABYTE} MB, too large for one article")
        parts.append(part)
    return b"".join(parts)


def lines(stream: IO[bytes], limit: int = MAX_DOCUMENT) -> Iterator[tuple[int, bytes | None, str]]:
    """(number from 1, line without its end, "") of each line. A line over ``limit`` bytes, or damage further on,
    comes as (number, None, why)."""
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(limit + 1)
        except Broken as error:
            yield number, None, str(error)
            return
        if not line:
            return
        if len(line) > limit:
            try:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(1 << 16)
            except Broken:
                line = b""
            yield number, None, f"line of more than {limit // MEGABYTE} MB"
            continue
        yield number, line.rstrip(b"\r\n"), ""

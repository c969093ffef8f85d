"""What a writer is, and how a finished file takes its place."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, Protocol, cast

import msgspec

from musnad.record import Record
from musnad.writers.flat import Head


class Bundle(msgspec.Struct):
    """An article's records with what outputs may say of the article: a line of the work file."""

    article: Head
    records: list[Record]


class Writer(Protocol):
    """Takes the records of one article after the other; ``close`` finishes the output."""

    def write(self, article: Head, records: Sequence[Record]) -> None:
        """Write the records of one article (maybe none)."""

    def close(self) -> None:
        """Finish: nothing may be written afterwards."""


class TextFile:
    """A UTF-8 file, packed if its name ends in .gz or .zst, that takes its name only when it is complete."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = path.with_name(path.name + ".writing")
        self._raw: IO[bytes] = self.part.open("wb")
        self._packed: Any = None
        if path.suffix == ".gz":
            self._packed = gzip.GzipFile(filename="", fileobj=self._raw, mode="wb", mtime=0)
        elif path.suffix == ".zst":
            import zstandard

            self._packed = zstandard.ZstdCompressor(level=6).stream_writer(self._raw, closefd=False)
        self.bytes: Any = self._packed or self._raw
        self.text = io.TextIOWrapper(
            cast(IO[bytes], _Through(self.bytes)), encoding="utf-8", errors="replace", newline="", write_through=True
        )

    def close(self) -> None:
        """Complete the file and give it its name."""
        self.text.flush()
        if self._packed is not None:
            self._packed.close()
        self._raw.close()
        self.part.replace(self.path)


class _Through(io.RawIOBase):
    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.inner.write(bytes(data))
        return len(data)

"""What a writer is, and how a finished file takes its place."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, Protocol

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


def unfinished(path: Path) -> Path:
    """Where an output is written until it is complete."""
    return path.with_name(path.name + ".writing")


def discard(path: Path) -> None:
    """Take away what was written of an output that is not complete, be it a file or a folder."""
    part = unfinished(path)
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        part.unlink(missing_ok=True)


class TextFile:
    """A file of UTF-8 (``bytes`` takes it), packed if its name ends in .gz or .zst, that takes its name only when it is complete."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.part = unfinished(path)
        self._raw: IO[bytes] = self.part.open("wb")
        self._packed: Any = None
        if path.suffix == ".gz":
            self._packed = gzip.GzipFile(filename="", fileobj=self._raw, mode="wb", mtime=0)
        elif path.suffix == ".zst":
            import zstandard

            self._packed = zstandard.ZstdCompressor(level=6).stream_writer(self._raw, closefd=False)
        self.bytes: Any = self._packed or self._raw

    def close(self) -> None:
        """Complete the file and give it its name."""
        if self._packed is not None:
            self._packed.close()
        self._raw.close()
        self.part.replace(self.path)

"""Where the work goes: standard output, or a file that is written beside its final place and can be gone on with.

Beside ``OUT`` stand, while a job runs, ``OUT.partial`` (the finished work, in order) and ``OUT.progress`` (how far it is:
a line after each batch). A job killed at any moment leaves at most work after the last line of progress, which is cut
off on ``--resume``; what was finished is not done again. At the end ``OUT`` is made of the partial file and takes its
name at once; both helpers go.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import IO, Any

import msgspec

from musnad.errors import InputError, MusnadError
from musnad.readers.tables import decode_json
from musnad.writers import Layout
from musnad.writers.base import Bundle, discard
from musnad.writers.encode import json_bytes
from musnad.writers.files import JsonLines

_SYNC = 10.0  # seconds between forced writes to disk: what a power cut may cost


class Progress(msgspec.Struct, kw_only=True):
    """How far a job is: documents done, the last one's place, sizes of the files then, counts for the summary."""

    documents: int = 0
    last: str = ""
    size: int = 0
    quarantined: int = 0
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    events: dict[str, int] = msgspec.field(default_factory=dict)
    seconds: float = 0.0
    complete: bool = False


class Job(msgspec.Struct, kw_only=True):
    """What a progress file belongs to; a job with other inputs or settings may not go on with it."""

    version: int = 1
    inputs: list[tuple[str, int]] = msgspec.field(default_factory=list)
    settings: str = ""
    coder: str = ""


def _full(error: OSError, path: Path) -> MusnadError:
    reason = error.strerror or str(error)
    return MusnadError(
        "output-write", f"{path}: {reason}", "what was finished is kept: make room, then run again with --resume"
    )


class WorkFile:
    """The partial file and its progress; ``commit`` makes a batch's work safe, ``finish`` makes the output of it."""

    def __init__(
        self, out: Path, layout: Layout, job: Job, *, resume: bool, restart: bool, quarantine: Path | None
    ) -> None:
        self.out, self.layout, self.job = out, layout, job
        self.partial = out.with_name(out.name + ".partial")
        self.journal = out.with_name(out.name + ".progress")
        self.quarantine = quarantine or out.with_name(out.name + ".quarantine.jsonl")
        self.whole_records = layout.open is JsonLines and out.suffix not in (".gz", ".zst")
        self.progress = Progress()
        self.already = False
        self._synced = time.monotonic()
        if not out.parent.is_dir():
            raise InputError("output-folder", f"{out.parent}: no such folder", "make it first")
        if self.journal.exists() and not (resume or restart):
            raise InputError(
                "output-unfinished",
                f"{out}: an unfinished job is there",
                "--resume goes on with it, --restart begins again",
            )
        self.already = resume and out.exists() and not self.journal.exists()
        if self.already:
            return
        if resume and self.journal.exists():
            self._resume()
        try:
            self._open(fresh=self.progress.documents == 0 and not self.progress.complete)
        except OSError as error:
            raise _full(error, out) from error

    def _resume(self) -> None:
        """Read the progress; drop what was written after its last whole line that the files bear out."""
        header, *rest = self.journal.read_bytes().split(b"\n")
        try:
            job = msgspec.json.decode(header, type=Job)
        except msgspec.DecodeError:
            return  # killed while the very first line was written: nothing is lost by beginning again
        if job != self.job:
            what = [n for n in ("inputs", "settings", "coder", "version") if getattr(job, n) != getattr(self.job, n)]
            raise InputError(
                "resume-changed",
                f"{self.out}: {' and '.join(what)} changed since the job was begun",
                "use what it was begun with, or --restart",
            )
        partial = self.partial.stat().st_size if self.partial.exists() else 0
        aside = self.quarantine.stat().st_size if self.quarantine.exists() else 0
        for line in reversed(rest[:-1]):  # the piece after the last line end is an unfinished line
            try:
                progress = msgspec.json.decode(line, type=Progress)
            except msgspec.DecodeError:
                continue
            if progress.size <= partial and progress.quarantined <= aside:
                self.progress = progress
                return

    def _open(self, *, fresh: bool) -> None:
        self._out: IO[bytes] = self.partial.open("ab", buffering=0)
        self._out.truncate(0 if fresh else self.progress.size)
        self._quarantine: IO[bytes] | None = None
        if self.quarantine.exists():
            if fresh:
                self.quarantine.unlink()
            else:
                os.truncate(self.quarantine, self.progress.quarantined)
        lines = [json_bytes(self.job)] if fresh else [json_bytes(self.job), json_bytes(self.progress)]
        self._journal: IO[bytes] = self.journal.open("wb" if fresh else "ab", buffering=0)
        if fresh:
            self._journal.write(lines[0] + b"\n")
        else:  # end a line that was cut off
            self._journal.write(b"\n" + lines[1] + b"\n")

    def commit(self, payload: bytes, aside: bytes, progress: Progress) -> None:
        """Write a batch's work and then how far it is. Raises MusnadError if the disk is full; nothing before is lost."""
        try:
            _write(self._out, payload)
            if aside:
                if self._quarantine is None:
                    self._quarantine = self.quarantine.open("ab", buffering=0)
                _write(self._quarantine, aside)
            progress.size = self.progress.size + len(payload)
            progress.quarantined = self.progress.quarantined + len(aside)
            if time.monotonic() - self._synced > _SYNC:
                os.fsync(self._out.fileno())
                self._synced = time.monotonic()
            _write(self._journal, json_bytes(progress) + b"\n")
            self.progress = msgspec.structs.replace(progress)
        except OSError as error:
            raise _full(error, self.partial) from error

    def finish(self) -> None:
        """Make the output of the finished work and clear the helpers away."""
        done = msgspec.structs.replace(self.progress, complete=True)
        try:
            _write(self._journal, json_bytes(done) + b"\n")
            os.fsync(self._out.fileno())
            self.close()
            if self.whole_records:
                self.partial.replace(self.out)
            else:
                self._convert()
                self.partial.unlink()
            self.journal.unlink()
        except OSError as error:
            raise _full(error, self.out) from error

    def _convert(self) -> None:
        try:
            writer = self.layout.open(self.out)
            with self.partial.open("rb") as lines:
                for line in lines:
                    bundle = read_bundle(line)
                    writer.write(bundle.article, bundle.records)
            writer.close()
        except OSError:  # the disk is full, and half an output is of no use: --resume makes it again
            discard(self.out)
            raise

    def close(self) -> None:
        """Let go of the files; the work stays as it is."""
        for file in (self._out, self._journal, self._quarantine):
            if file is not None:
                file.close()


def _write(file: IO[bytes], data: bytes) -> None:
    """All of it: an unbuffered file may take only part."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def read_bundle(line: bytes) -> Bundle:
    """A line of the work file."""
    try:
        return msgspec.json.decode(line, type=Bundle)
    except msgspec.DecodeError:
        value: Any = decode_json(line)  # lone surrogates
        return msgspec.convert(value, Bundle)

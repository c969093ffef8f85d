"""Many articles on one machine: documents in, batches to workers, finished work to the output, in order."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import msgspec

from musnad.engines.output import Progress
from musnad.engines.pool import Batch, Pool
from musnad.engines.progress import Meter
from musnad.engines.seen import Seen
from musnad.engines.work import Outcome, Settings, Worker
from musnad.errors import InputError
from musnad.readers.document import Document
from musnad.writers.encode import json_bytes

_BATCH = 32  # articles
_BATCH_BYTES = 512 * 1024
_SMALL = 48  # articles worked on in this process before others are started: they take a second to start

Note = Callable[[str], None]


class Sink(Protocol):
    """Where finished work goes."""

    def commit(self, payload: bytes, aside: bytes, progress: Progress) -> None:
        """Take a batch's lines, its quarantine lines, and how far the job is with them."""


class Summary(msgspec.Struct, kw_only=True):
    """What a job did. ``counts``: articles coded and, by problem, not coded; ``stages``: seconds of all workers."""

    counts: dict[str, int] = msgspec.field(default_factory=dict)
    events: dict[str, int] = msgspec.field(default_factory=dict)
    stages: dict[str, float] = msgspec.field(default_factory=dict)
    seconds: float = 0.0

    @property
    def articles(self) -> int:
        """Articles coded."""
        return self.counts.get("coded", 0)

    @property
    def records(self) -> int:
        """Records written."""
        return sum(self.events.values())


class Runner:
    """One job. ``prompt``: hand work on article by article. ``stop`` may be set from a signal handler: the batch in hand is finished and kept."""

    def __init__(
        self, settings: Settings, jobs: int, note: Note, *, prompt: bool = False, meter: Meter | None = None
    ) -> None:
        self.settings, self.jobs, self.note, self.prompt, self.meter = settings, jobs, note, prompt, meter
        self.stop = False
        self.noted = 0

    def run(
        self,
        documents: Iterable[Document],
        sink: Sink,
        start: Progress | None = None,
        read: Callable[[], int] = lambda: 0,
    ) -> Summary:
        """Work through the documents, leaving out those that ``start`` says are done."""
        progress = (
            msgspec.structs.replace(start, counts={**start.counts}, events={**start.events}) if start else Progress()
        )
        summary = Summary(counts=progress.counts, events=progress.events)
        began, before = time.monotonic(), progress.seconds
        seen = Seen()
        done = 0
        try:
            for batch, outcomes in self._outcomes(self._batches(self._fresh(documents, seen, progress, read))):
                payload, aside = self._take(outcomes, summary)
                progress.documents += len(batch)
                progress.last = batch[-1].where
                progress.seconds = before + time.monotonic() - began
                sink.commit(payload, aside, progress)
                done += len(batch)
                if self.meter:
                    self.meter.update(done, summary.records, read())
                if self.stop:
                    break
        finally:
            seen.close()
            if self.meter:
                self.meter.clear()
        summary.seconds = before + time.monotonic() - began
        return summary

    def _fresh(
        self, documents: Iterable[Document], seen: Seen, progress: Progress, read: Callable[[], int]
    ) -> Iterator[Document]:
        """Documents not done yet, ids made unique; an article met again becomes a problem of its own."""
        skip, last = progress.documents, progress.last
        for number, document in enumerate(documents, 1):
            if document.problem is None:
                name = seen.resolve(document)
                if name is None:
                    document.problem, document.message = "duplicate", "the same article was read before under this id"
                    document.text, document.page = "", None
                elif name != document.id and number > skip:
                    self._say(f"{document.where}: id {document.id} was used by another article; this one is {name}")
                    document.id = name
            if number == skip and document.where != last:
                raise InputError(
                    "resume-changed",
                    f"article {skip} is {document.where!r}, but was {last!r} when the job was begun",
                    "the inputs changed: --restart begins again",
                )
            if number > skip:
                if self.meter and skip and number == skip + 1:
                    self.meter.begin(read())
                yield document
            if self.stop:
                return

    @staticmethod
    def _batches(documents: Iterable[Document]) -> Iterator[Batch]:
        batch: Batch = []
        weight = 0
        for document in documents:
            batch.append(document)
            weight += document.weight
            if len(batch) >= _BATCH or weight >= _BATCH_BYTES:
                yield batch
                batch, weight = [], 0
        if batch:
            yield batch

    def _outcomes(self, batches: Iterator[Batch]) -> Iterator[tuple[Batch, list[Outcome]]]:
        """In this process for one job or few articles (records come at once), else in worker processes."""
        if self.jobs > 1:
            first: list[Batch] = []
            for batch in batches:
                first.append(batch)
                if sum(map(len, first)) > _SMALL or sum(d.weight for b in first for d in b) > 2 * _BATCH_BYTES:
                    yield from Pool(self.jobs, self.settings).run(_chain(first, batches))
                    return
            batches = iter(first)
        worker = Worker(self.settings)
        for batch in batches:
            if self.prompt:  # one at a time: the first record is out as soon as it is there
                for document in batch:
                    yield [document], [worker.work(document)]
                    if self.stop:
                        return
            else:
                yield batch, [worker.work(document) for document in batch]

    def _take(self, outcomes: list[Outcome], summary: Summary) -> tuple[bytes, bytes]:
        payload, aside = [], []
        for outcome in outcomes:
            key = outcome.problem or "coded"
            summary.counts[key] = summary.counts.get(key, 0) + 1
            for event, count in outcome.events.items():
                summary.events[event] = summary.events.get(event, 0) + count
            for stage, seconds in outcome.stages.items():
                summary.stages[stage] = summary.stages.get(stage, 0.0) + seconds
            payload.append(outcome.payload)
            for note in outcome.notes:
                self._say(f"{outcome.where}: {note}")
            if entry := outcome.failure():
                self._say(f"{outcome.where}: {outcome.message}")
                aside.append(json_bytes(entry) + b"\n")
        return b"".join(payload), b"".join(aside)

    def _say(self, text: str) -> None:
        """A note for people; after the first fifty they stay in the quarantine file."""
        self.noted += 1
        if self.noted <= 50:
            if self.meter:
                self.meter.clear()
            self.note(text)
        elif self.noted == 51:
            self.note("more notes of this kind are not shown")


def _chain(first: list[Batch], rest: Iterator[Batch]) -> Iterator[Batch]:
    while first:
        yield first.pop(0)
    yield from rest

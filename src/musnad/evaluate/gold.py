"""Gold and predicted records as the scorer sees them: codes and spans, everything else left aside."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from musnad.article import Article
from musnad.errors import InputError
from musnad.record import Record

T = TypeVar("T")


class Who(msgspec.Struct, frozen=True):
    """An entity's codes, and its name for the list of errors."""

    country: str | None = None
    sector: str | None = None
    name: str | None = None
    text: str | None = None

    @property
    def code(self) -> tuple[str | None, str | None]:
        """(country, sector)."""
        return (self.country, self.sector)


class Mark(msgspec.Struct, frozen=True):
    """A span: characters ``start`` to ``end`` of the article's title or text."""

    field: str = msgspec.field(name="in")
    start: int
    end: int
    text: str = ""

    def overlaps(self, other: Mark) -> bool:
        """Whether the two share a character of the same field."""
        return self.field == other.field and self.start < other.end and other.start < self.end


class Valued(msgspec.Struct, frozen=True):
    """A time, of which the scorer compares the first ten characters of the ISO value (the day)."""

    value: str | None = None


class Placed(msgspec.Struct, frozen=True):
    """A place, of which the scorer compares the country."""

    country: str | None = None


class Coded(msgspec.Struct, frozen=True, kw_only=True):
    """A record, gold or predicted (docs/record.md), reduced to what is scored."""

    event: str
    trigger: Mark | None
    article_id: str = ""
    mode: str | None = None
    factuality: str | None = None
    actors: list[Who] | None = None
    recipients: list[Who] | None = None
    initiator: Who | None = None
    speaker: Who | None = None
    via: Who | None = None
    time: Valued | None = None
    place: Placed | None = None
    rule: str = ""
    confidence: float | None = None

    @property
    def day(self) -> str | None:
        """The day of the time expression, or as much of it as is known."""
        return (self.time.value or "")[:10] or None if self.time else None

    @property
    def country(self) -> str | None:
        """The country of the place."""
        return self.place.country if self.place else None


class Document(msgspec.Struct, kw_only=True):
    """One document of a gold file: an article and its records."""

    id: str
    text: str
    records: list[Coded]
    title: str | None = None
    date: str | None = None
    source: str | None = None

    def article(self) -> Article:
        """The article as the coder takes it."""
        day = dt.date.fromisoformat(self.date[:10]) if self.date else None
        return Article(id=self.id, text=self.text, title=self.title or "", date=day, source=self.source)


def _lines(path: Path, type_: type[T]) -> Iterator[tuple[int, T]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError("input-read", f"{path}: {error.strerror or error}", "check the path") from error
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            # the standard reader takes halves of surrogate pairs, which records of broken text hold
            yield number, msgspec.convert(json.loads(line), type_, strict=False)
        except (ValueError, RecursionError) as error:  # msgspec's ValidationError is a ValueError
            raise InputError(
                "gold-line", f"{path}:{number}: {error}", "see docs/evaluation.md for the format"
            ) from error


def read_gold(path: Path) -> list[Document]:
    """The documents of a gold file. Raises InputError naming file, line and reason."""
    out: list[Document] = []
    for number, document in _lines(path, Document):
        if document.date:
            try:
                dt.date.fromisoformat(document.date[:10])
            except ValueError as error:
                raise InputError("gold-line", f"{path}:{number}: {document.date!r} is no date", "YYYY-MM-DD") from error
        out.append(document)
    if not out:
        raise InputError("gold-empty", f"{path}: no documents", "one JSON object a line, with its records")
    return out


def read_predicted(path: Path) -> list[Coded]:
    """The records of a file that ``musnad code --format jsonl`` wrote."""
    return [record for _, record in _lines(path, Coded)]


def reduced(records: Iterable[Record]) -> list[Coded]:
    """Coded records, reduced to what is scored."""
    return [
        Coded(
            event=r.event,
            trigger=Mark(r.trigger.field, r.trigger.start, r.trigger.end, r.trigger.text),
            article_id=r.article_id,
            mode=r.mode,
            factuality=r.factuality,
            actors=[Who(e.country, e.sector, e.name, e.text) for e in r.actors],
            recipients=[Who(e.country, e.sector, e.name, e.text) for e in r.recipients],
            initiator=Who(r.initiator.country, r.initiator.sector, r.initiator.name) if r.initiator else None,
            speaker=Who(r.speaker.country, r.speaker.sector, r.speaker.name) if r.speaker else None,
            via=Who(r.via.country, r.via.sector, r.via.name) if r.via else None,
            time=Valued(r.time.value) if r.time else None,
            place=Placed(r.place.country) if r.place else None,
            rule=r.rule,
            confidence=r.confidence,
        )
        for r in records
    ]

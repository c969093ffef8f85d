"""The record: what is written. Field names follow PLOVER where PLOVER names the field (shared contract, docs/record.md)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import msgspec

Field = Literal["title", "text"]
Factuality = Literal["actual", "ongoing", "future", "hypothetical", "negated", "historical"]


class Span(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` (Python string indices) of one field of the article, with their text."""

    field: Field = msgspec.field(name="in")
    start: int
    end: int
    text: str


class Entity(msgspec.Struct, kw_only=True):
    """Who: an actor, recipient, speaker or carrier. ``by`` says how the coder knew who it is."""

    text: str | None = None
    field: Field | None = msgspec.field(name="in", default=None)
    start: int | None = None
    end: int | None = None
    name: str | None = None
    name_ar: str | None = None
    kind: Literal["person", "state", "body", "group", "people", "media", "unnamed"] | None = None
    country: str | None = None
    sector: str | None = None
    other_sectors: list[str] = msgspec.field(default_factory=list)
    office: str | None = None
    wikidata: str | None = None
    by: Literal["name", "office", "counterpart", "pronoun", "dual", "metonym", "description"] | None = None

    @property
    def code(self) -> tuple[str | None, str | None]:
        """(country, sector): what the scorer compares."""
        return (self.country, self.sector)


class TimeRef(msgspec.Struct, kw_only=True):
    """A time expression resolved to ISO 8601; day parts are appended as TMO, TAF, TEV, TNI."""

    field: Field = msgspec.field(name="in")
    start: int
    end: int
    text: str
    value: str
    grain: str


class PlaceRef(msgspec.Struct, kw_only=True):
    """Where it happened: as written, with its gazetteer entry (WGS84 degrees)."""

    field: Field = msgspec.field(name="in")
    start: int
    end: int
    text: str
    name: str | None = None
    country: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None


class Link(msgspec.Struct, kw_only=True):
    """One link of the chain of transmission: who said it, the cue that shows it, and through which channel."""

    who: Entity
    cue: Span | None = None
    channel: str | None = None


class Record(msgspec.Struct, kw_only=True):
    """One coded mention in one article. Complete in itself: nothing else is needed to load it into a table."""

    id: str
    article_id: str
    sentence: int
    event: str
    mode: str | None
    context: list[str]
    cameo: str | None
    quad: str | None
    goldstein: float | None
    factuality: Factuality
    trigger: Span
    actors: list[Entity]
    recipients: list[Entity]
    initiator: Entity | None
    speaker: Entity | None
    via: Entity | None
    chain: list[Link]
    content: Span | None
    quoted: bool
    time: TimeRef | None
    date: dt.date | None
    place: PlaceRef | None
    evidence: Span
    confidence: float
    rule: str
    coder: str

    def to_dict(self) -> dict[str, Any]:
        """The record as plain JSON-ready values, with the contract's field names."""
        value: dict[str, Any] = msgspec.to_builtins(self)
        return value

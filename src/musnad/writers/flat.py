"""One flat row a record: the columns of Parquet and CSV, and of ``musnad.to_polars`` and ``musnad.to_pandas``.

Lists are joined with "; " so that the same table opens everywhere. ``COLUMNS`` is the schema; docs/outputs.md has a line
on each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from musnad.record import Entity, Record


class Head(msgspec.Struct, kw_only=True):
    """What an output may say of the article of a record. ``text`` is there only for layouts that print it."""

    id: str
    title: str = ""
    date: dt.date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    text: str | None = None


# column -> type; in this order
COLUMNS: dict[str, type] = {
    "id": str,
    "article_id": str,
    "sentence": int,
    "date": dt.date,
    "event": str,
    "mode": str,
    "context": str,
    "cameo": str,
    "quad": str,
    "goldstein": float,
    "factuality": str,
    "trigger": str,
    "trigger_in": str,
    "trigger_start": int,
    "trigger_end": int,
    "actors": str,
    "actors_ar": str,
    "actor_countries": str,
    "actor_sectors": str,
    "actor_offices": str,
    "actor_wikidata": str,
    "actor_texts": str,
    "recipients": str,
    "recipients_ar": str,
    "recipient_countries": str,
    "recipient_sectors": str,
    "recipient_offices": str,
    "recipient_wikidata": str,
    "recipient_texts": str,
    "initiator": str,
    "initiator_country": str,
    "initiator_sector": str,
    "speaker": str,
    "speaker_country": str,
    "speaker_sector": str,
    "via": str,
    "via_country": str,
    "via_sector": str,
    "chain": str,
    "quoted": bool,
    "content": str,
    "time_text": str,
    "time_value": str,
    "time_grain": str,
    "place_text": str,
    "place": str,
    "place_country": str,
    "geonameid": int,
    "lat": float,
    "lon": float,
    "evidence": str,
    "confidence": float,
    "rule": str,
    "coder": str,
    "published": dt.date,
    "outlet": str,
    "url": str,
    "title": str,
}

_JOIN = "; "


def _joined(values: Iterable[str | None]) -> str | None:
    """Values in the order of the entities; an unknown one keeps its place as «?», so that columns stay aligned."""
    parts = [v.replace(";", ",") if v else "?" for v in values]
    return _JOIN.join(parts) if any(p != "?" for p in parts) else None


def _side(entities: Sequence[Entity], prefix: str, plural: str) -> dict[str, Any]:
    return {
        plural: _joined(e.name for e in entities),
        f"{plural}_ar": _joined(e.name_ar for e in entities),
        f"{prefix}_countries": _joined(e.country for e in entities),
        f"{prefix}_sectors": _joined(e.sector for e in entities),
        f"{prefix}_offices": _joined(e.office for e in entities),
        f"{prefix}_wikidata": _joined(e.wikidata for e in entities),
        f"{prefix}_texts": _joined(e.text for e in entities),
    }


def _one(entity: Entity | None, name: str) -> dict[str, Any]:
    return {
        name: (entity.name or entity.text) if entity else None,
        f"{name}_country": entity.country if entity else None,
        f"{name}_sector": entity.sector if entity else None,
    }


def flat_row(record: Record, article: Head | None = None) -> dict[str, Any]:
    """A record as one flat row, with every key of ``COLUMNS``; what is not known is None."""
    time, place = record.time, record.place
    return {
        "id": record.id,
        "article_id": record.article_id,
        "sentence": record.sentence,
        "date": record.date,
        "event": record.event,
        "mode": record.mode,
        "context": _JOIN.join(record.context) or None,
        "cameo": record.cameo,
        "quad": record.quad,
        "goldstein": record.goldstein,
        "factuality": record.factuality,
        "trigger": record.trigger.text,
        "trigger_in": record.trigger.field,
        "trigger_start": record.trigger.start,
        "trigger_end": record.trigger.end,
        **_side(record.actors, "actor", "actors"),
        **_side(record.recipients, "recipient", "recipients"),
        **_one(record.initiator, "initiator"),
        **_one(record.speaker, "speaker"),
        **_one(record.via, "via"),
        "chain": _joined(link.who.name or link.who.text for link in record.chain),
        "quoted": record.quoted,
        "content": record.content.text if record.content else None,
        "time_text": time.text if time else None,
        "time_value": time.value if time else None,
        "time_grain": time.grain if time else None,
        "place_text": place.text if place else None,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "geonameid": place.geonameid if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "evidence": record.evidence.text,
        "confidence": record.confidence,
        "rule": record.rule,
        "coder": record.coder,
        "published": article.date if article else None,
        "outlet": article.source if article else None,
        "url": article.url if article else None,
        "title": article.title if article else None,
    }


def flat_rows(records: Iterable[Record], article: Head | None = None) -> list[dict[str, Any]]:
    """The records as flat rows, in order."""
    return [flat_row(record, article) for record in records]


def polars_schema() -> dict[str, Any]:
    """``COLUMNS`` for ``polars.DataFrame(flat_rows(records), schema=...)``: right types even where all is None."""
    import polars as pl

    types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, dt.date: pl.Date}
    return {name: types[kind] for name, kind in COLUMNS.items()}


def arrow_schema() -> Any:
    """``COLUMNS`` as a pyarrow schema."""
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}
    return pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])

"""The field's own layouts: PLOVER JSON, the columns of POLECAT, ICEWS and GDELT 2.0 (docs/layouts.md)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import permutations, product
from pathlib import Path
from typing import Any

from musnad.record import Entity, Record
from musnad.writers import _tables as t
from musnad.writers.base import TextFile
from musnad.writers.encode import json_bytes
from musnad.writers.flat import Head

POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW"),
    *(
        "Primary Recipient Sector",
        "Recipient Sectors",
        "Recipient Title",
        "Recipient Name Raw",
        "Wikipedia Recipient ID",
    ),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
ICEWS = (
    *(
        "Event ID",
        "Event Date",
        "Source Name",
        "Source Sectors",
        "Source Country",
        "Event Text",
        "CAMEO Code",
        "Intensity",
    ),
    *("Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher"),
    *("City", "District", "Province", "Country", "Latitude", "Longitude"),
)
_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{place}Geo_{name}" for place in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
# Categories whose sides do it together: with no recipient, each is source and target in turn.
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE", "ASSAULT"))


def pairs(record: Record) -> Iterator[tuple[Entity | None, Entity | None]]:
    """(source, target) pairs of a record: actors by recipients; the sides of a mutual event with each other, both ways;
    an actor alone without a target."""
    actors: list[Entity | None] = [*record.actors] or [None]
    if record.recipients:
        yield from product(actors, record.recipients)
    elif len(record.actors) > 1 and record.event in _MUTUAL:
        yield from permutations(record.actors, 2)
    else:
        yield from ((actor, None) for actor in actors)


class _Tabbed:
    """A tab-separated file: no quoting, because no cell holds a tab or a line end."""

    columns: tuple[str, ...] = ()
    header = True

    def __init__(self, path: Path) -> None:
        self.file = TextFile(path)
        if self.header:
            self._row(self.columns)

    def _row(self, values: Sequence[object]) -> None:
        self.file.bytes.write(("\t".join(map(t.cell, values)) + "\n").encode("utf-8", "replace"))

    def close(self) -> None:
        self.file.close()


class Plover:
    """PLOVER's terms as JSON lines: lists of actors and recipients, contexts, location, source."""

    def __init__(self, path: Path) -> None:
        self.file = TextFile(path)

    def write(self, article: Head, records: Sequence[Record]) -> None:
        for record in records:
            self.file.bytes.write(json_bytes(plover(article, record)) + b"\n")

    def close(self) -> None:
        self.file.close()


def plover(article: Head, record: Record) -> dict[str, Any]:
    """A record as a PLOVER JSON object."""
    place = record.place
    return {
        "id": record.id,
        "date": record.date,
        "event": record.event,
        "mode": record.mode,
        "context": record.context,
        "quad": record.quad,
        "goldstein": record.goldstein,
        "cameo": record.cameo,
        "actor": [_party(e) for e in record.actors],
        "recipient": [_party(e) for e in record.recipients],
        "initiator": _party(record.initiator) if record.initiator else None,
        "speaker": _party(record.speaker) if record.speaker else None,
        "factuality": record.factuality,
        "location": None
        if place is None
        else {
            "text": place.text,
            "name": place.name,
            "country": place.country,
            "geonameid": place.geonameid,
            "lat": place.lat,
            "lon": place.lon,
        },
        "text": record.evidence.text,
        "language": "ar",
        "source": {"id": article.id, "publisher": article.source, "url": article.url, "date": article.date},
        "coder": record.coder,
    }


def _party(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "text": entity.text,
        "country": entity.country,
        "sector": entity.sector,
        "other_sectors": entity.other_sectors,
        "title": entity.office,
        "wikidata": entity.wikidata,
    }


class Polecat(_Tabbed):
    """One row a record in POLECAT's columns; several actors in one cell, joined with "; "."""

    columns = POLECAT

    def write(self, article: Head, records: Sequence[Record]) -> None:
        for record in records:
            place = record.place
            self._row(
                (
                    *(record.id, record.date, record.event, record.mode, record.goldstein, (record.quad or "").upper()),
                    "; ".join(record.context),
                    *_polecat_side(record.actors),
                    *_polecat_side(record.recipients),
                    *((place.name, None, None, None, t.country_name(place.country)) if place else (None,) * 5),
                    *((place.lat, place.lon, place.geonameid, place.text) if place else (None,) * 4),
                    *(None, article.source, article.date),
                    _names(records, ("person",)),
                    _names(records, ("body", "group", "media")),
                    "; ".join(dict.fromkeys(r.place.name for r in records if r.place and r.place.name)),
                    *(article.language or "ar", record.coder),
                )
            )


def _polecat_side(entities: Sequence[Entity]) -> tuple[str | None, ...]:
    first = next((e.sector for e in entities if e.sector), None)
    sectors = [s for e in entities for s in (e.sector, *e.other_sectors) if s]

    def join(values: Sequence[str | None]) -> str:
        return "; ".join(v or "" for v in values) if any(values) else ""

    return (
        join([e.name for e in entities]),
        join([t.country_name(e.country) for e in entities]),
        None,
        first,
        "; ".join(dict.fromkeys(sectors)),
        join([e.office for e in entities]),
        join([e.text for e in entities]),
        join([e.wikidata for e in entities]),
    )


def _names(records: Sequence[Record], kinds: tuple[str, ...]) -> str:
    entities = (e for r in records for e in (*r.actors, *r.recipients, *(link.who for link in r.chain)))
    return "; ".join(dict.fromkeys(e.name for e in entities if e.name and e.kind in kinds))


class Icews(_Tabbed):
    """One row a pair of source and target, in the columns of the ICEWS weekly files."""

    columns = ICEWS

    def write(self, article: Head, records: Sequence[Record]) -> None:
        for record in records:
            names = t.cameo_names()
            text = names.get(record.cameo or "") or names.get((record.cameo or "")[:3]) or record.event
            place = record.place
            for number, (source, target) in enumerate(pairs(record)):
                self._row(
                    (
                        *(
                            _number(record.id, number),
                            record.date,
                            *_icews_side(source),
                            text,
                            record.cameo,
                            record.goldstein,
                        ),
                        *(*_icews_side(target), article.id, record.sentence + 1, article.source),
                        *(
                            (place.name, None, None, t.country_name(place.country), place.lat, place.lon)
                            if place
                            else (None,) * 6
                        ),
                    )
                )


def _icews_side(entity: Entity | None) -> tuple[str, str, str]:
    if entity is None:
        return "", "", ""
    words = [t.SECTOR_WORDS[s] for s in (entity.sector, *entity.other_sectors) if s in t.SECTOR_WORDS]
    country = t.country_name(entity.country)
    return entity.name or country or "Unspecified Actor", ",".join(dict.fromkeys(words)), country


def _number(record_id: str, pair: int) -> int:
    """A positive 63-bit number for layouts whose ids are numbers: the record's id, and the pair's place in it."""
    try:
        value = int(record_id, 16)
    except ValueError:
        value = int.from_bytes(record_id.encode("utf-8", "replace")[:8], "big")
    return (value ^ (pair * 0x9E3779B97F4A7C15)) & 0x7FFFFFFFFFFFFFFF


class Gdelt(_Tabbed):
    """One row a pair of source and target, in the 61 columns of GDELT 2.0 event files, which have no header."""

    columns = GDELT
    header = False

    def write(self, article: Head, records: Sequence[Record]) -> None:
        for record in records:
            day = record.date or article.date
            cameo = record.cameo or ""
            added = f"{article.date or day:%Y%m%d}000000" if article.date or day else ""
            for number, (source, target) in enumerate(pairs(record)):
                self._row(
                    (
                        *(_number(record.id, number), *_gdelt_day(day)),
                        *(*_gdelt_actor(source), *_gdelt_actor(target)),
                        *(int(_in_lead(record)), cameo, cameo[:3], cameo[:2]),
                        *(t.QUAD_CLASS.get(record.quad or ""), record.goldstein, 1, 1, 1, None),
                        *(("",) * 16),
                        *_gdelt_place(record),
                        *(added, article.url),
                    )
                )


def _in_lead(record: Record) -> bool:
    """Whether the record stands in the title or the first sentences: GDELT's root events are those of the lead."""
    return record.trigger.field == "title" or record.sentence <= 1


def _gdelt_day(day: dt.date | None) -> tuple[object, ...]:
    if day is None:
        return ("",) * 4
    fraction = day.year + (day.month * 30 + day.day) / 365  # GDELT's own formula
    return f"{day:%Y%m%d}", f"{day:%Y%m}", day.year, f"{fraction:.4f}"


def _gdelt_actor(entity: Entity | None) -> tuple[str, ...]:
    if entity is None:
        return ("",) * 10
    body = t.CAMEO_BODIES.get(entity.country or "")
    country = body.country if body else t.CAMEO_COUNTRIES.get(entity.country or "", entity.country or "")
    group = body.group if body else ""
    sectors = [t.CAMEO_TYPES[s] for s in (entity.sector, *entity.other_sectors) if s in t.CAMEO_TYPES]
    types = list(dict.fromkeys([body.type, *sectors] if body else sectors))[:3]
    # CAMEO's whole code: what kind of body, whose, which, and what within it («IGOUNO», «SYRGOVMIL»).
    code = (body.type if body else "") + country + group + "".join(types[1:] if body else types)
    name = (entity.name or t.country_name(entity.country)).upper()
    return code, name, country, group, "", "", "", *[*types, "", "", ""][:3]


def _gdelt_place(record: Record) -> tuple[object, ...]:
    place = record.place
    if place is None:
        return (0, *("",) * 7)
    code = t.fips(place.country)
    name = place.name or place.text
    if place.name and place.name == t.country_name(place.country):
        return 1, name, code, code, "", place.lat, place.lon, code
    # GDELT's types: 1 country, 3 city of the United States, 4 of the world. The record has no administrative codes, and
    # FeatureID is a number of the GNS, which a GeoNames id is not: a join on it would find other places.
    full = ", ".join(filter(None, (name, t.country_name(place.country))))
    return 3 if place.country == "USA" else 4, full, code, "", "", place.lat, place.lon, ""

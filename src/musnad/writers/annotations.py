"""Records over their text: brat standoff (also for INCEpTION) and W3C Web Annotations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from musnad.record import Entity, Record
from musnad.writers._tables import cell, clean
from musnad.writers.base import TextFile, discard, unfinished
from musnad.writers.encode import json_bytes
from musnad.writers.flat import Head

_NAME = re.compile(r"[^\w.-]+")
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
_CONTEXT = 32  # characters of prefix and suffix in a quote selector
EVENTS = (
    *("SAY", "CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
_ROLES = "Actor*:Party, Recipient*:Party, Initiator?:Party, Speaker?:Party, Via?:Party, Content?:Content, Time?:Time, Place?:Place"


def file_name(article_id: str) -> str:
    """A file name for an article id that stays in its folder on every system; ids that had to change get a hash."""
    name = _NAME.sub("_", clean(article_id)).strip("._")[:80]
    if name and name == article_id and not _RESERVED.match(name):
        return name
    return f"{name or 'article'}-{hashlib.sha256(article_id.encode('utf-8', 'replace')).hexdigest()[:8]}"


class Brat:
    """A folder with ``<article>.txt`` and ``<article>.ann`` for each article, and the configuration brat needs.

    The text is the title, a line end, and the text; characters a text file cannot carry are replaced one for one, so
    that every offset stands.
    """

    def __init__(self, path: Path) -> None:
        self.final, self.path = path, unfinished(path)
        discard(path)
        self.path.mkdir(parents=True)
        events = "\n".join(f"{name}\t{_ROLES}" for name in EVENTS)
        (self.path / "annotation.conf").write_text(
            f"[entities]\nParty\nPlace\nTime\nContent\n\n[relations]\n\n[events]\n{events}\n\n[attributes]\n"
            "Factuality\tArg:<EVENT>, Value:actual|ongoing|future|hypothetical|negated|historical\n"
            "Quoted\tArg:<EVENT>\n",
            encoding="utf-8",
        )

    def write(self, article: Head, records: Sequence[Record]) -> None:
        title = article.title + "\n" if article.title else ""
        text = clean(title + (article.text or "")).replace("\r", " ").replace("\0", " ")
        name = file_name(article.id)
        (self.path / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        lines = "".join(f"{line}\n" for line in _Standoff(text, len(title)).lines(records))
        (self.path / f"{name}.ann").write_text(lines, encoding="utf-8", newline="")

    def close(self) -> None:
        """Give the folder its name; one that is there takes the new files beside what else is in it."""
        self.final.mkdir(exist_ok=True)
        for file in self.path.iterdir():
            file.replace(self.final / file.name)
        self.path.rmdir()


class _Standoff:
    """The lines of one .ann file; the same characters with the same label are one annotation."""

    def __init__(self, text: str, shift: int) -> None:
        self.text, self.shift = text, shift
        self.spans: dict[tuple[str, int, int], str] = {}
        self.out: list[str] = []
        self.notes = 0

    def span(self, label: str, field: str | None, start: int | None, end: int | None) -> str | None:
        if field is None or start is None or end is None or end <= start:
            return None
        move = self.shift if field == "text" else 0
        key = (label, start + move, end + move)
        if key not in self.spans:
            self.spans[key] = mark = f"T{len(self.spans) + 1}"
            pieces = list(_pieces(self.text, key[1], key[2]))
            if not pieces:
                del self.spans[key]
                return None
            places = ";".join(f"{a} {b}" for a, b in pieces)
            self.out.append(f"{mark}\t{label} {places}\t{' '.join(self.text[a:b] for a, b in pieces)}")
        return self.spans[key]

    def note(self, mark: str, base: str, key: object, label: str | None) -> None:
        line = f"\tReference {mark} {base}:{key}\t{cell(label or '')}"
        if not any(o.endswith(line) and o.startswith("N") for o in self.out[-40:]):
            self.notes += 1
            self.out.append(f"N{self.notes}{line}")

    def entity(self, entity: Entity | None) -> str | None:
        if entity is None:
            return None
        mark = self.span("Party", entity.field, entity.start, entity.end)
        if mark and entity.wikidata:
            self.note(mark, "Wikidata", entity.wikidata, entity.name)
        return mark

    def lines(self, records: Sequence[Record]) -> list[str]:
        attributes = 0
        for number, record in enumerate(records, 1):
            trigger = self.span(record.event, record.trigger.field, record.trigger.start, record.trigger.end)
            if trigger is None:
                continue
            roles = [("Actor", self.entity(e)) for e in record.actors]
            roles += [("Recipient", self.entity(e)) for e in record.recipients]
            roles += [("Initiator", self.entity(record.initiator)), ("Speaker", self.entity(record.speaker))]
            roles.append(("Via", self.entity(record.via)))
            for label, part in (("Content", record.content), ("Time", record.time), ("Place", record.place)):
                mark = self.span(label, part.field, part.start, part.end) if part else None
                roles.append((label, mark))
                if mark and label == "Place" and record.place and record.place.geonameid:
                    self.note(mark, "GeoNames", record.place.geonameid, record.place.name)
            counts: dict[str, int] = {}
            parts = [f"{record.event}:{trigger}"]
            for role, mark in roles:
                if mark:
                    counts[role] = counts.get(role, 0) + 1
                    parts.append(f"{role}{counts[role] if counts[role] > 1 else ''}:{mark}")
            self.out.append(f"E{number}\t{' '.join(parts)}")
            attributes += 1
            self.out.append(f"A{attributes}\tFactuality E{number} {record.factuality}")
            if record.quoted:
                attributes += 1
                self.out.append(f"A{attributes}\tQuoted E{number}")
            details = {"mode": record.mode, "cameo": record.cameo, "rule": record.rule, "date": record.date}
            told = " ".join(f"{k}={v}" for k, v in details.items() if v)
            self.out.append(f"#{number}\tAnnotatorNotes E{number}\t{cell(told)}")
        return self.out


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a span between line ends: brat takes no line end inside an annotation."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            yield at, stop
        at = stop + 1


class WebAnnotation:
    """One JSON-LD file, a W3C AnnotationPage with one annotation a record, over the article's URL (or a URN)."""

    def __init__(self, path: Path) -> None:
        self.file = TextFile(path)
        self.first = True
        self.digest = hashlib.sha256()  # of what is on the page: it names the page, the same on every machine
        self.file.bytes.write(b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[')

    def write(self, article: Head, records: Sequence[Record]) -> None:
        for record in records:
            self.file.bytes.write(b"\n" if self.first else b",\n")
            self.first = False
            item = json_bytes(annotation(article, record))
            self.digest.update(item)
            self.file.bytes.write(item)

    def close(self) -> None:
        self.file.bytes.write(f'\n],"id":"urn:musnad:page:{self.digest.hexdigest()[:32]}"}}\n'.encode())
        self.file.close()


def annotation(article: Head, record: Record) -> dict[str, Any]:
    """A record as a W3C annotation: the trigger is the target, the record the body."""
    trigger, evidence = record.trigger, record.evidence
    selector: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": trigger.start, "end": trigger.end}]
    quoted: dict[str, Any] = {"type": "TextQuoteSelector", "exact": trigger.text}
    if evidence.field == trigger.field and evidence.start <= trigger.start and trigger.end <= evidence.end:
        low, high = trigger.start - evidence.start, trigger.end - evidence.start
        quoted["prefix"] = evidence.text[max(0, low - _CONTEXT) : low]
        quoted["suffix"] = evidence.text[high : high + _CONTEXT]
    selector.append(quoted)
    source = article.url or f"urn:musnad:article:{quote(clean(article.id), safe='')}"
    return {
        "id": f"urn:musnad:record:{record.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": record.coder},
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": _label(record)},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json_bytes(record).decode(),
            },
        ],
        "target": {"source": source, "scope": f"{source}#{trigger.field}", "selector": selector},
    }


def _label(record: Record) -> str:
    return f"{record.event}/{record.mode}" if record.mode else record.event

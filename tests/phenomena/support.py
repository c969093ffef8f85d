"""A table language for tests of phenomena: a sentence of our own, its date, and the facts the coder must write.

    Row("2013-11-24", "التقى وزير الخارجية المصري ...",
        fact("CONSULT", "التقى", a="EGY GOV fahmy; RUS GOV lavrov", t="2013-11-23"))

An entity is ``COUNTRY SECTOR name words``; ``-`` is null, ``?`` is anything; every name word must stand in the English
name (case and hyphens ignored). ``;`` separates the entities of a list; an empty string is an empty list. A field that a
fact does not give is not checked: a row tests its own phenomenon and no other. ``A|B`` in an event, trigger or factuality
allows either, where the codebook leaves it open (the trigger of «حمّله مسؤولية», "held him responsible").

A fact that today's coder gets wrong carries ``known="general cause"`` and is a strict expected failure: it shows at once
when it is mended. Expectations follow the codebook, never the coder.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import pytest
from _pytest.mark.structures import ParameterSet

import musnad
from musnad.record import Entity, Record
from musnad.text import fold


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One expected record (or, with ``absent``, a record that must not be there)."""

    event: str | None
    trigger: str | None
    mode: str | None = None
    absent: bool = False
    a: str | None = None
    r: str | None = None
    i: str | None = None
    s: str | None = None
    v: str | None = None
    f: str | None = None
    t: str | None = None
    p: str | None = None
    c: str | None = None
    c_not: str | None = None
    by: str | None = None
    known: str | None = None

    @property
    def label(self) -> str:
        head = f"{'no ' if self.absent else ''}{self.event or 'record'}"
        return f"{head}:{self.trigger}" if self.trigger else head


@dataclass(frozen=True)
class Row:
    """A text, its publication date, and the facts wanted of it."""

    date: str
    text: str
    facts: tuple[Fact, ...]
    title: str = ""

    def __init__(self, date: str, text: str, *facts: Fact, title: str = "") -> None:
        object.__setattr__(self, "date", date)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "title", title)


def fact(
    event: str,
    trigger: str,
    *,
    a: str | None = None,
    r: str | None = None,
    i: str | None = None,
    s: str | None = None,
    v: str | None = None,
    f: str | None = None,
    t: str | None = None,
    p: str | None = None,
    c: str | None = None,
    c_not: str | None = None,
    by: str | None = None,
    known: str | None = None,
) -> Fact:
    """A wanted record. ``event`` may carry a mode («CONSULT phone»); ``a``, ``r``: actors, recipients; ``i``: initiator;
    ``s``, ``v``: speaker, via; ``f``: factuality; ``t``: ISO time; ``p``: place («SYR aleppo»); ``c``: words the content
    must hold; ``c_not``: words it must not; ``by``: how the first actor is known."""
    name, _, mode = event.partition(" ")
    return Fact(
        event=name, trigger=trigger, mode=mode or None, a=a, r=r, i=i, s=s, v=v, f=f, t=t, p=p, c=c, c_not=c_not, by=by,
        known=known,
    )  # fmt: skip


def no(event: str | None = None, trigger: str | None = None, *, known: str | None = None) -> Fact:
    """No record of this event (None: of any) at this trigger (None: anywhere in the text)."""
    return Fact(event=event, trigger=trigger, absent=True, known=known)


@cache
def _records(text: str, date: str, title: str) -> tuple[Record, ...]:
    return tuple(musnad.code(text, date=date, title=title))


def _folded(text: str) -> str:
    return " ".join(fold(word) for word in text.split())


def _latin(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter.isspace())


def _is(entity: Entity | None, wanted: str) -> bool:
    if entity is None or wanted == "-":
        return entity is None and wanted == "-"
    country, sector, *words = wanted.split()
    for have, want in ((entity.country, country), (entity.sector, sector)):
        if want != "?" and (have or "-") != want:
            return False
    name = _latin(entity.name or "")
    return all(_latin(word) in name for word in words)


def _are(entities: Iterable[Entity], wanted: str) -> bool:
    left = list(entities)
    parts = [part.strip() for part in wanted.split(";") if part.strip()]
    # The most exact wishes choose first, so that "?" takes what is left.
    for part in sorted(parts, key=lambda each: (each.count("?"), -len(each))):
        found = next((entity for entity in left if _is(entity, part)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _show(entity: Entity | None) -> str:
    return "-" if entity is None else f"{entity.country or '-'} {entity.sector or '-'} {entity.name or ''}".strip()


def _differences(record: Record, want: Fact) -> list[str]:
    """What of ``record`` is not as wanted, one line a field."""
    out: list[str] = []

    def check(field: str, wanted: str | None, have: str, right: Callable[[str], bool]) -> None:
        if wanted is not None and not right(wanted):
            out.append(f"{field}: want {wanted!r}, have {have!r}")

    def shown(entities: list[Entity]) -> str:
        return "; ".join(_show(entity) for entity in entities)

    check("mode", want.mode, record.mode or "-", lambda wanted: (record.mode or "-") == wanted)
    check("actors", want.a, shown(record.actors), lambda wanted: _are(record.actors, wanted))
    check("recipients", want.r, shown(record.recipients), lambda wanted: _are(record.recipients, wanted))
    check("initiator", want.i, _show(record.initiator), lambda wanted: _is(record.initiator, wanted))
    check("speaker", want.s, _show(record.speaker), lambda wanted: _is(record.speaker, wanted))
    check("via", want.v, _show(record.via), lambda wanted: _is(record.via, wanted))
    check("factuality", want.f, record.factuality, lambda wanted: record.factuality in wanted.split("|"))
    time = record.time.value if record.time else "-"
    check("time", want.t, time, lambda wanted: time == wanted)
    place = f"{record.place.country or '-'} {record.place.name or ''} ({record.place.text})" if record.place else "-"
    check(
        "place",
        want.p,
        place,
        lambda wanted: all(_latin(word) in _latin(place) for word in wanted.split()) if wanted != "-" else place == "-",
    )
    content = record.content.text if record.content else "-"
    check("content", want.c, content, lambda wanted: _folded(wanted) in _folded(content))
    check("content without", want.c_not, content, lambda wanted: _folded(wanted) not in _folded(content))
    by = (record.actors[0].by if record.actors else None) or "-"
    check("by", want.by, by, lambda wanted: by == wanted)
    return out


def _touches(record: Record, trigger: str | None) -> bool:
    if trigger is None:
        return True
    have = _folded(record.trigger.text)
    wanted = [_folded(each) for each in trigger.split("|")]
    return any(have in want or want in have for want in wanted)


def problems(row: Row, want: Fact) -> list[str]:
    """Why the coder's records of ``row`` do not hold ``want``; empty when they do."""
    records = _records(row.text, row.date, row.title)
    near = [record for record in records if _touches(record, want.trigger)]
    same = [record for record in near if want.event is None or record.event in want.event.split("|")]
    if want.absent:
        return [f"unwanted {record.event} at {record.trigger.text!r}" for record in same]
    if not same:
        others = ", ".join(f"{record.event} {record.trigger.text}" for record in near or records)
        return [f"missing; {'at this trigger' if near else 'elsewhere'}: {others or 'nothing'}"]
    return min((_differences(record, want) for record in same), key=len)


def cases(rows: Iterable[Row]) -> list[ParameterSet]:
    """One pytest case a fact, named by the row's number and the fact."""
    out = []
    for number, row in enumerate(rows, 1):
        for want in row.facts:
            marks = (pytest.mark.xfail(reason=want.known, strict=True),) if want.known else ()
            out.append(pytest.param(row, want, marks=marks, id=f"{number:02d}-{want.label}"))
    return out


def check(row: Row, want: Fact) -> None:
    """Assert that the coder writes ``want`` for ``row``."""
    found = problems(row, want)
    assert not found, "\n".join([row.title, row.text, want.label, *found])

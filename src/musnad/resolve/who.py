"""Who: what the program knows of states, offices, people, groups and bodies, and the resolution of names by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from musnad.lexicon.actor_rows import BodyRow, PersonRow, StateRow
from musnad.morphology.clitics import articled
from musnad.record import Entity
from musnad.resolve import names as spelling
from musnad.resolve._who_index import Held, Index, bounds
from musnad.resolve._who_store import load
from musnad.text import fold
from musnad.text.memo import Memo

By = Literal["name", "office", "counterpart", "pronoun", "dual", "metonym", "description"]
LATEST = 99981231
_CACHE = 1 << 16

# who is meant by a family name alone when several people of that name hold office: the office the press quotes most
_RANK = {
    "head of state": 0, "head of government": 1, "supreme leader": 1, "foreign minister": 2, "crown prince": 2,
    "secretary-general": 2, "defence minister": 3, "vice president": 3, "speaker of parliament": 4, "leader": 3,
    "deputy crown prince": 3, "high representative": 2, "national security adviser": 4, "interior minister": 4,
}  # fmt: skip
_LEGISLATIVE = frozenset({"speaker of parliament", "president of the senate", "member of parliament",
                          "deputy speaker of parliament"})  # fmt: skip
_MILITARY = frozenset({"army chief", "army spokesman"})
_INTERNATIONAL = frozenset(["UNO", "EUR", "IGO"])


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person as known: English and Arabic name, Wikidata id."""

    name: str
    name_ar: str
    wikidata: str | None = None


def number(date: dt.date | None) -> int:
    """A date as YYYYMMDD; no date means the latest state of knowledge."""
    return LATEST if date is None else date.year * 10000 + date.month * 100 + date.day


def sector_of(office: str) -> str:
    """The sector that an office key implies (codebook, section 6)."""
    if office in _LEGISLATIVE:
        return "LEG"
    if office in _MILITARY:
        return "MIL"
    if office == "intelligence chief":
        return "SPY"
    return "GOV"


class Knowledge:
    """All actor knowledge, loaded once; read-only after loading but for its caches."""

    __slots__ = ("_holders", "_persons", "_who", "common", "index", "words")

    def __init__(self, index: Index) -> None:
        self.index = index
        # words that are no part of a name, such as the forms of the frame lexicon; the coder sets it
        self.common: Container[str] = frozenset()
        self.words: Memo[Any] = Memo()  # token analyses, kept by musnad.mentions
        self._who: dict[tuple[str, int], Entity | None] = {}
        self._holders: dict[tuple[str, str, int], PersonRow | None] = {}
        self._persons: dict[tuple[str, int, str | None], Entity] = {}

    @classmethod
    def load(cls, user_files: Sequence[Path] = (), lenient: bool = False) -> Knowledge:
        """Our data files, with the user's own dictionary files overriding them. Raises DataError."""
        return cls(load(user_files, lenient))

    # ---- offices

    def holder(self, country_or_org: str, office: str, date: dt.date | None) -> Person | None:
        """Who held ``office`` of that country (ISO alpha-3) or organisation on ``date`` (latest if None)."""
        row = self.holder_row(country_or_org, office, number(date))
        return None if row is None else Person(name=row.name, name_ar=arabic(row), wikidata=row.wikidata)

    def holder_row(self, where: str, office: str, day: int) -> PersonRow | None:
        """The holder on a day YYYYMMDD: a term that surely covers the day wins over one that may (coarse dates)."""
        cached = self._holders.get((where, office, day), self)
        if cached is not self:
            return cached  # type: ignore[return-value]
        best: Held | None = None
        maybe: Held | None = None
        for held in self.index.held.get((where, office), ()):
            if held.begin_latest <= day < held.end:
                if best is None or held.begin > best.begin:
                    best = held
            elif held.begin <= day <= held.end_latest and (maybe is None or held.begin > maybe.begin):
                maybe = held
        found = best or maybe
        row = found.person if found else None
        if len(self._holders) > _CACHE:
            self._holders.clear()
        self._holders[where, office, day] = row
        return row

    def term_at(self, row: PersonRow, day: int, country: str | None = None) -> tuple[Held | None, bool]:
        """(the person's most telling term, whether it covers the day)."""
        terms = self.index.terms.get(row.name, [])
        covering = [h for h in terms if h.begin <= day <= h.end_latest]
        if covering:
            # a term that surely runs on beats one whose last or first day this may be
            covering.sort(key=lambda h: (
                not (h.begin_latest <= day < h.end),
                country is not None and h.term.country != country,
                self._rank(h),
                -h.begin,
            ))  # fmt: skip
            return covering[0], True
        past = [h for h in terms if h.end_latest < day]
        if past:
            return max(past, key=lambda h: h.end_latest), False
        if not terms:
            return None, False
        first = min(terms, key=lambda h: h.begin)
        return first, first.begin - day < 20000  # shortly before the first office we know: already in public service

    def _rank(self, held: Held) -> int:
        """How telling a term is: state offices first, then what is written of the person, then leading a group."""
        if held.term.where in self.index.bodies:
            return 7
        return _RANK.get(held.term.office, 6)

    def person(self, row: PersonRow, day: int, country: str | None = None) -> Entity:
        """The entity of a known person on a day, coded from the term then held; after the last term, ELI."""
        cached = self._persons.get((row.name, day, country))
        if cached is None:
            cached = self._person(row, day, country)
            if len(self._persons) > _CACHE:
                self._persons.clear()
            self._persons[row.name, day, country] = cached
        return copy(cached)

    def _person(self, row: PersonRow, day: int, country: str | None) -> Entity:
        entity = Entity(kind="person", name=row.name, name_ar=arabic(row), wikidata=row.wikidata, by="name")
        held, current = self.term_at(row, day, country)
        if held is None:
            return entity
        entity.country = self.country_of(held)
        if current:
            entity.office = held.term.office or None
            entity.sector = self.sector_of(held, day)
        else:
            own = held.term.sector
            entity.sector = own if own in ("REB", "PRM", "REL", "OPP", "SOC", "JRN", "EDU", "PTY") else "ELI"
            if entity.country in _INTERNATIONAL:
                entity.sector = "ELI"
        return entity

    def country_of(self, held: Held) -> str | None:
        """The country or organisation code of a term."""
        return held.term.country

    def sector_of(self, held: Held, day: int) -> str | None:
        """The sector of a term: as written in the data, else from its group at the time, else from its office."""
        term = held.term
        if term.country in _INTERNATIONAL:
            return term.sector if term.country == "IGO" and term.sector == "MIL" else None
        if term.where in self.index.bodies:
            body = self.index.bodies[term.where]
            return self.body_code(body, day)[1] or term.sector
        return term.sector or self.office_sector(term.office)

    def office_sector(self, office: str) -> str:
        """The sector an office implies: as titles.yaml says, else by the codebook's rules."""
        return self.index.office_sectors.get(office) or sector_of(office)

    def by_short(self, short: str, day: int, country: str | None = None, best: bool = False) -> PersonRow | None:
        """The person a family name alone means on a day, if one person in office then stands out (or ``best``: anyway)."""
        rows = self.index.shorts.get(short)
        if not rows:
            return None
        if len(rows) == 1 and country is None:
            held, _ = self.term_at(rows[0], day)
            return None if held is not None and held.begin > day else rows[0]  # not known to the public yet
        scored: list[tuple[int, int, int, PersonRow]] = []
        for row in rows:
            held, current = self.term_at(row, day)
            if held is None or (country is not None and held.term.country != country):
                continue
            rank = self._rank(held)
            place = rank if current else 20 + (held.begin > day) * 10
            scored.append((place, rank, -held.begin, row))
        scored.sort(key=lambda s: s[:3])
        if not scored:
            return None
        if len(scored) > 1 and not best and scored[1][0] < 20 and scored[0][0] >= 2 and scored[1][0] - scored[0][0] < 5:
            return None
        return scored[0][3]

    # ---- bodies and states

    def body_code(self, row: BodyRow, day: int) -> tuple[str | None, str | None]:
        """(country, sector) of a group or body on a day: its code changes with its periods (the Taliban in 2021)."""
        for period in row.periods:
            begin, _ = bounds(period.start, 0)
            _, end = bounds(period.end, 99991231)
            end_first, _ = bounds(period.end, 99991231)
            if begin <= day and (day < end_first or (end_first != end and day <= end)):
                return period.country, period.sector
        return row.country, row.sector

    def body(self, row: BodyRow, day: int, by: By = "name") -> Entity:
        """The entity of a named group, organisation or outlet on a day."""
        country, sector = self.body_code(row, day)
        if country in ("IGO", "UNO", "EUR") and sector in ("GOV", "UNK"):
            sector = None
        kind: Any = row.kind if row.kind in ("group", "media", "body", "state", "people") else "body"
        return Entity(
            kind=kind, name=row.name, name_ar=row.ar[0] if row.ar else None, country=country, sector=sector,
            wikidata=row.wikidata, by=by,
        )  # fmt: skip

    def state(self, code: str) -> Entity:
        """The state itself (sector GOV); an unknown code gives an entity with that country alone."""
        row: StateRow | None = self.index.states.get(code)
        return Entity(
            kind="state", name=row.name if row else None, name_ar=row.ar[0] if row and row.ar else None, country=code,
            sector=None if code in _INTERNATIONAL else "GOV", by="name",
        )  # fmt: skip

    def counterpart(self, office: str, country: str, date: dt.date | None) -> Entity:
        """The holder of ``office`` in ``country``; an unnamed entity with the office's sector when unknown."""
        day = number(date)
        row = self.holder_row(country, office, day)
        if row is None:
            entity = Entity(kind="person", country=country, sector=self.office_sector(office), office=office)
        else:
            entity = self.person(row, day, country)
            entity.country, entity.office = country, office
            entity.sector = entity.sector if entity.sector not in (None, "ELI") else self.office_sector(office)
        if country in _INTERNATIONAL:
            entity.sector = None
        entity.by = "counterpart"
        return entity

    def adjective(self, word: str) -> Entity | None:
        """The state or group a nationality or group adjective names («الروسية», «حوثية»), for «الغارات الروسية»."""
        norm = fold(word)
        stem = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
        if code := self.index.adjectives.get(stem):
            entity = self.state(code[0])
            entity.by = "description"
            return entity
        if row := self.index.group_adjectives.get(stem):
            return self.body(row, LATEST, "description")
        return None

    def nationality(self, norm: str) -> str | None:
        """The country code of a folded nationality adjective, with or without و and the article; None for others."""
        adjectives = self.index.adjectives
        for word in (norm, norm[1:]) if norm.startswith("و") else (norm,):
            found = adjectives.get(word[2:] if articled(word) else word)
            if found is not None:
                return found[0]
        return None

    def group_named_by(self, norm: str) -> Entity | None:
        """The group of a folded adjective, with or without the article («حوثي», «الداعشية»); None for other words."""
        stem = norm.removeprefix("ال")
        groups = self.index.group_adjectives
        row = groups.get(stem) or (groups.get(stem[:-1]) if stem.endswith("ه") else None)
        return self.body(row, LATEST, "description") if row is not None else None

    def english(self, code: str) -> str:
        """The English adjective of a state («Russian»), else its name."""
        if adjective := self.index.demonyms.get(code):
            return adjective
        row = self.index.states.get(code)
        return row.name if row else code

    # ---- the whole phrase

    def who(self, text: str, date: dt.date | None) -> Entity | None:
        """The entity a mention names, or None if it names no actor we can describe."""
        mark = (text, number(date))
        found = self._who.get(mark, False)
        if found is False:
            from musnad.mentions._phrase import who_phrase  # the grammar is a later room; see ARCHITECTURE.md

            found = who_phrase(text, self, date)
            if len(self._who) > _CACHE:
                self._who.clear()
            self._who[mark] = found
        return copy(found) if isinstance(found, Entity) else None


def arabic(row: PersonRow) -> str:
    """The usual Arabic name of a person."""
    return row.ar[0] if row.ar else row.name


def copy(entity: Entity) -> Entity:
    """A copy that the caller may fill with a span."""
    return Entity(
        kind=entity.kind, name=entity.name, name_ar=entity.name_ar, country=entity.country, sector=entity.sector,
        other_sectors=list(entity.other_sectors), office=entity.office, wikidata=entity.wikidata, by=entity.by,
        text=entity.text, field=entity.field, start=entity.start, end=entity.end,
    )  # fmt: skip


def same_name(words: Sequence[str], row: PersonRow, full: bool = False) -> bool:
    """Whether a name as written may be this person's: equal spelling keys of the whole name or of the family name.

    ``full``: the first names must agree too.
    """
    mine = spelling.keys(words)
    for ar in row.ar:
        known = spelling.keys([fold(w) for w in ar.split()])
        if mine == known or set(mine) <= set(known):
            return True
        if mine and known and mine[-1] == known[-1] and (not full or mine[0] == known[0]):
            return True
    return not full and any(spelling.keys([fold(w) for w in s.split()])[-1:] == mine[-1:] for s in row.short)

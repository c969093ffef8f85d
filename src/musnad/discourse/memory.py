"""Who has been spoken of: full names for family names, the two sides for «الطرفان», the ministry for «الوزارة»."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

import msgspec

from musnad.mentions.actors import Mention
from musnad.record import Entity
from musnad.resolve.who import Knowledge


@dataclass(slots=True)
class Referent:
    """An entity spoken of, with what later mentions can pick it up by."""

    entity: Entity
    key: str
    ref: str
    family: str
    sentence: int
    order: int
    number: str


_PERSON_KEYS = frozenset(("minister", "president", "leader", "prime minister", "king", "spokesman", "official", "ambassador", "envoy", "commander", "secretary-general", "deputy"))
_SPEAKER_KEYS = frozenset(("statement", "document", "communique", "report", "declaration"))


class Memory:
    """The discourse referents of one article, in order of mention."""

    def __init__(self, kb: Knowledge, date: dt.date | None, source: str | None) -> None:
        self.kb = kb
        self.date = date
        self.source = source
        self.referents: list[Referent] = []
        self.families: dict[str, Entity] = {}
        self.pairs: list[list[Entity]] = []  # sides of mutual events and coordinated persons, latest last
        self.last_speaker: list[Entity] = []
        self.last_subject: list[Entity] = []
        self.countries: Counter[str] = Counter()
        self.recent_country: str | None = None
        self.order = 0

    # notes ------------------------------------------------------------------------------------------------------

    def note(self, mention: Mention, entity: Entity, sentence: int) -> None:
        """Remember that ``mention`` spoke of ``entity``."""
        self.order += 1
        if mention.ref in ("people", "unnamed") and not mention.definite and mention.count:
            pass
        self.referents.append(Referent(entity, mention.key, mention.ref, mention.family, sentence, self.order, mention.number))
        if mention.family and entity.kind == "person" and entity.name and mention.family not in self.families:
            self.families[mention.family] = entity
        elif mention.family and mention.family in self.families and mention.end - mention.start > 1:
            self.families[mention.family] = entity

    def note_pair(self, entities: list[Entity]) -> None:
        """Remember two or more sides."""
        if len(entities) >= 2 and len({(e.name, e.country, e.sector) for e in entities}) >= 2:
            self.pairs.append(entities)

    def note_country(self, code: str | None, weight: int = 1) -> None:
        """Count a country named in the text; the latest is the recent one."""
        if code and len(code) == 3 and code.isalpha() and code not in _NO_COUNTRY:
            self.countries[code] += weight
            self.recent_country = code

    def home(self) -> str | None:
        """The country the article is about, for bodies named without one («وزارة الداخلية», «الشرطة»)."""
        if not self.countries:
            return None
        return self.countries.most_common(1)[0][0]

    def is_source(self, entity: Entity) -> bool:
        """Whether an outlet is the paper that prints the article."""
        return bool(self.source) and self.kb.is_outlet(entity, self.source or "")

    # lookups ----------------------------------------------------------------------------------------------------

    def latest(self, *, key: str = "", refs: tuple[str, ...] = (), kinds: tuple[str, ...] = (), before: int | None = None) -> Entity | None:
        """The latest referent with this key, or these kinds of reference or entity."""
        for r in reversed(self.referents):
            if before is not None and r.order >= before:
                continue
            if key and r.key == key:
                return r.entity
            if refs and r.ref in refs and (not kinds or r.entity.kind in kinds):
                return r.entity
            if kinds and not refs and not key and r.entity.kind in kinds:
                return r.entity
        return None

    def latest_person(self, office: str | None = None) -> Entity | None:
        for r in reversed(self.referents):
            if r.entity.kind == "person" and r.entity.name and (office is None or r.entity.office == office):
                return r.entity
        return None

    # resolution -------------------------------------------------------------------------------------------------

    def resolve(self, mention: Mention, subject: list[Entity], sentence: int, local: str | None = None) -> list[Entity]:
        """The entities a mention speaks of: one, or several for duals and «نظيريه السوري والإيراني».

        ``subject`` is who «ه» ("his") refers to; ``local`` the country that the sentence itself suggests.
        """
        if mention.parts:
            out: list[Entity] = []
            for part in mention.parts:
                out.extend(self.resolve(part, subject, sentence, local))
            if mention.ref == "anaphor" or len(out) > 1:
                self.note_pair(out)
            return out
        entity = mention.entity
        if mention.ref == "counterpart":
            return [self.counterpart(mention, subject)]
        if mention.ref == "possessive":
            return [self.possessive(mention, subject)]
        if mention.number == "du" and mention.ref == "anaphor":
            pair = self.dual(mention)
            if pair:
                return [_by(e, "dual") for e in pair]
        if mention.ref in ("anaphor", "channel"):
            found = self.anaphor(mention, sentence)
            if found is not None:
                return [_by(found, "pronoun")]
        if mention.family and mention.end - mention.start <= 2 and mention.family in self.families:
            known = self.families[mention.family]
            if entity.name is None or known.name == entity.name or entity.country is None or mention.end - mention.start == 1:
                return [known]
        if mention.ref in ("office",) and entity.country is None:
            return [self.office(mention, entity, local)]
        if entity.country is None and mention.ref in ("body", "anaphor", "people", "unnamed", "group", "possessive") and entity.kind != "media":
            return [self.localise(mention, entity, local)]
        return [entity]

    def office(self, mention: Mention, entity: Entity, local: str | None) -> Entity:
        for r in reversed(self.referents):
            if r.entity.kind == "person" and r.entity.office and r.entity.office == entity.office:
                return r.entity
        country = local or self.home() or self.recent_country
        if country and entity.office:
            holder = self.kb.holder(country, entity.office, self.date)
            if holder is not None:
                return msgspec.structs.replace(entity, name=holder.name, name_ar=holder.name_ar, wikidata=holder.wikidata, country=country)
        if country:
            return msgspec.structs.replace(entity, country=country)
        return entity

    def localise(self, mention: Mention, entity: Entity, local: str | None) -> Entity:
        """Give a body or people without a country that of their context."""
        if entity.kind in ("body", "people", "unnamed", "group", None) and entity.sector not in ("UAF", "JRN", None):
            if mention.ref == "unnamed" and entity.sector == "UNK" and not mention.inner:
                return entity
            for r in reversed(self.referents):
                if r.key and r.key == mention.key and r.entity.country and r.entity.sector == entity.sector:
                    return r.entity if entity.kind == "body" else msgspec.structs.replace(entity, country=r.entity.country)
            country = local or self.home() or self.recent_country
            if country:
                return msgspec.structs.replace(entity, country=country)
        return entity

    def counterpart(self, mention: Mention, subject: list[Entity]) -> Entity:
        base = subject[0] if subject else self.latest_person()
        country = mention.adj_countries[0] if mention.adj_countries else None
        if mention.entity.name:
            entity = mention.entity
            if base is not None and entity.sector is None:
                entity = msgspec.structs.replace(entity, sector=base.sector, office=base.office)
            if entity.country is None and country:
                entity = msgspec.structs.replace(entity, country=country)
            return _by(entity, "counterpart")
        if country and base is not None and base.office:
            return self.kb.counterpart(base.office, country, self.date)
        return msgspec.structs.replace(mention.entity, country=country, sector=mention.entity.sector or (base.sector if base else "GOV"), by="counterpart")

    def possessive(self, mention: Mention, subject: list[Entity]) -> Entity:
        base = subject[0] if subject else (self.referents[-1].entity if self.referents else None)
        if mention.entity.kind == "state" or mention.key in ("country", "state"):
            if base is not None and base.country and len(base.country) == 3:
                return _by(self.kb.state(base.country), "pronoun")
            return mention.entity
        if base is not None and mention.entity.country is None:
            sector = mention.entity.sector
            if base.kind == "group" or (base.sector in ("REB", "PRM", "UAF") and sector in (None, "MIL", "UNK", "REB")):
                return msgspec.structs.replace(base, by="pronoun")
            return msgspec.structs.replace(mention.entity, country=base.country, sector=sector or base.sector, by="pronoun")
        return mention.entity

    def dual(self, mention: Mention) -> list[Entity] | None:
        office = _OFFICE_OF_KEY.get(mention.key)
        for pair in reversed(self.pairs):
            if len(pair) < 2:
                continue
            persons = all(e.kind == "person" for e in pair)
            if mention.key in ("minister", "president", "leader", "official", "king", "prime minister", "commander") and not persons:
                continue
            if mention.key in ("country", "state") and all(e.country for e in pair):
                return [self.kb.state(e.country) for e in pair if e.country][:2]
            return pair[:2] if mention.number == "du" else pair
        persons_seen: list[Entity] = []
        for r in reversed(self.referents):
            if r.entity.kind == "person" and r.entity.name and all(r.entity.name != e.name for e in persons_seen):
                if office and r.entity.office and office not in r.entity.office:
                    continue
                persons_seen.append(r.entity)
                if len(persons_seen) == 2:
                    return persons_seen[::-1]
        return None

    def anaphor(self, mention: Mention, sentence: int) -> Entity | None:
        key = mention.key
        if key in _SPEAKER_KEYS or mention.ref == "channel":
            if mention.inner and mention.inner[0].entity.country:
                return None
            return self.last_speaker[0] if self.last_speaker else None
        if mention.entity.country is not None and mention.ref != "anaphor":
            return None
        if key:
            for r in reversed(self.referents):
                if r.key == key and (r.entity.country or r.entity.name) and r.ref != "possessive":
                    return r.entity
        if key in ("organisation", "group", "movement", "party", "militia", "militias", "front"):
            for r in reversed(self.referents):
                if r.entity.kind == "group" and r.entity.name:
                    return r.entity
        if key in ("agency", "newspaper", "channel", "site"):
            for r in reversed(self.referents):
                if r.entity.kind == "media" and r.entity.name:
                    return r.entity
        if key in ("source", "sources"):
            for r in reversed(self.referents):
                if r.ref == "unnamed":
                    return r.entity
        if key in ("ministry", "government", "army", "police", "parliament", "embassy", "presidency", "court"):
            for r in reversed(self.referents):
                if r.key == key and r.entity.country:
                    return r.entity
        if key in ("last",):
            return self.latest_person()
        if key in _PERSON_KEYS:
            office = _OFFICE_OF_KEY.get(key)
            for r in reversed(self.referents):
                if r.entity.kind == "person" and r.entity.name and (office is None or (r.entity.office and office in r.entity.office)):
                    return r.entity
        return None


_OFFICE_OF_KEY = {"minister": "minister", "president": "head of state", "prime minister": "head of government", "king": "head of state", "spokesman": "spokesman", "ambassador": "ambassador", "envoy": "envoy", "secretary-general": "secretary-general"}
_NO_COUNTRY = frozenset(("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"))


def _by(entity: Entity, by: str) -> Entity:
    return msgspec.structs.replace(entity, by=by)

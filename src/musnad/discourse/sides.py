"""Sides and coalitions: «الطرفان», «الزعيمان», «كلا الجانبين», «التحالف»."""

from __future__ import annotations

from itertools import takewhile

from musnad.discourse.agreement import bare
from musnad.discourse.memory import Memory
from musnad.discourse.scene import is_country
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity
from musnad.resolve.who import LATEST, number

PERSONS = (
    frozenset(["man", "woman", "brother"])
    | frozenset(
        [
            "minister",
            "president",
            "leader",
            "king",
            "prince",
            "official",
            "commander",
            "spokesman",
            "ambassador",
            "envoy",
            "diplomat",
            "deputy",
            "candidate",
            "last",
        ]
    )
    | {"prime minister", "secretary-general", "member of parliament"}
)
_ALLIED = grammar().loyal | grammar().adherents | grammar().allied
_COALITION = frozenset(("التحالف", "للتحالف", "بالتحالف", "والتحالف"))
OFFICES = {
    "minister": "minister", "president": "head of state", "prime minister": "head of government", "king": "head of state",
    "spokesman": "spokesman", "ambassador": "ambassador", "envoy": "envoy", "secretary-general": "secretary-general",
}  # fmt: skip


class Sides:
    """Finds the sides that a dual or a coalition points back to."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.kb = memory.kb

    @staticmethod
    def is_dual(mention: Mention) -> bool:
        """«الطرفان», «الزعيمان», «كلا الجانبين»: two that were named before."""
        if mention.adj_countries or mention.family or mention.entity.country is not None:
            return False
        if mention.count and mention.key != "side":  # «كلا الجانبين» is counted and yet two
            return False
        if mention.number == "du" and mention.definite:
            return mention.ref in ("anaphor", "office") or (mention.ref == "people" and mention.key in PERSONS)
        return mention.ref == "anaphor" and mention.key == "side" and mention.count

    def dual(self, mention: Mention) -> list[Entity]:
        """The two sides a dual points back to."""
        memory = self.memory
        persons_wanted = mention.key in PERSONS or mention.ref == "office"
        office = OFFICES.get(mention.key) or (mention.entity.office if mention.ref == "office" else None)
        if office == "leader":
            office = None
        proper = [pair for pair in memory.pairs if all(e.name for e in pair)]
        cued = [pair for pair in proper if memory.cued(pair)]
        for pair in (*reversed(cued), *reversed(proper), *reversed(memory.coordinated), *reversed(memory.pairs)):
            sides = _sides(pair)
            if len(sides) != 2 and mention.number == "du":
                continue
            if persons_wanted and not all(is_person(e, office) for e in sides):
                continue
            if mention.key == "state":
                if all(is_country(e.country) for e in sides) and sides[0].country != sides[1].country:
                    return [self.kb.state(e.country) for e in sides if e.country]
                continue
            return sides
        seen: list[Entity] = []
        for r in reversed(memory.referents):
            e = r.entity
            if mention.key == "state":
                if not is_country(e.country) or any(e.country == s.country for s in seen):
                    continue
                e = self.kb.state(e.country or "")
            elif persons_wanted:
                if not is_person(e, office):
                    continue
            elif r.ref not in ("name", "office", "state", "metonym", "group", "body") or not e.name:
                continue
            alike = all(e.kind == s.kind for s in seen)
            if alike and all((e.name, e.country, e.sector) != (s.name, s.country, s.sector) for s in seen):
                seen.append(e)
            if len(seen) == 2:
                return seen[::-1]
        return []

    def coalition(self, mention: Mention, norms: list[str]) -> Entity | None:
        """«التحالف», «طيران التحالف»: the coalition named in the article, else that of its scene."""
        if mention.entity.country is not None and mention.entity.name:
            return None
        if mention.ref not in ("anaphor", "people", "body", "group"):
            return None
        political = mention.key == "coalition" and mention.ref == "anaphor" and bare(norms[0]) == "ايتلاف"
        own = list(takewhile(lambda n: bare(n) not in _ALLIED, norms))  # «قوات مدعومة من التحالف» are not the coalition
        if not political and not any(n in _COALITION for n in own):
            return None
        if political:  # «الائتلاف» is a political body
            for r in reversed(self.memory.referents):
                if r.entity.name and "Coalition" in r.entity.name and r.entity.sector != "MIL":
                    return r.entity
            return None
        for r in reversed(self.memory.referents):
            e = r.entity
            if e.country == "IGO" and e.sector == "MIL" and e.name and "oalition" in e.name:
                return e
        name = self.memory.scene.coalition()
        row = self.kb.index.bodies.get(name) if name else None
        return self.kb.body(row, number(self.memory.date) if self.memory.date else LATEST) if row is not None else None


def shared(entities: list[Entity]) -> Entity | None:
    """One entity for several who speak together: the country and sector they share."""
    if not entities:
        return None
    if len(entities) == 1:
        return entities[0]
    first = entities[0]
    return Entity(
        name=" and ".join(e.name for e in entities if e.name) or None, kind="unnamed",
        country=first.country if all(e.country == first.country for e in entities) else None,
        sector=first.sector if all(e.sector == first.sector for e in entities) else None,
    )  # fmt: skip


def _sides(pair: list[Entity]) -> list[Entity]:
    """The two sides of a pair: distinct by name and code."""
    out: list[Entity] = []
    for e in pair:
        if all((e.name, e.country, e.sector) != (o.name, o.country, o.sector) for o in out):
            out.append(e)
    return out


def is_person(entity: Entity, office: str | None) -> bool:
    """Whether an entity is a person who may hold this office (None: any)."""
    if entity.kind != "person":
        return False
    return office is None or entity.office is None or office in entity.office

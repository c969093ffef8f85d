"""From mentions to entities: what «الوزارة», «الطرفان», «نظيره», «بلاده», «قوات التحالف», «الشرطة» mean in this article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from musnad.discourse.agreement import bare
from musnad.discourse.memory import Memory, Referent
from musnad.discourse.scene import is_country
from musnad.mentions.actors import Mention
from musnad.record import Entity
from musnad.resolve.who import LATEST, number
from musnad.text import fold

_PERSONS = (
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
_COALITION = frozenset(("التحالف", "للتحالف", "بالتحالف", "والتحالف"))
_WHOSE = {
    "الحزب": "party",
    "التنظيم": "organisation",
    "الحركه": "movement",
    "الجماعه": "group",
    "المجموعه": "group",
    "التمرد": "group",
}
_STATEMENTS = frozenset(("statement", "document", "communique", "report", "declaration"))
_GROUPS = frozenset(["organisation", "group", "movement", "militia", "front", "faction", "resistance"]) | {
    "armed group",
    "rebel-movement",
}
_OFFICE = {
    "minister": "minister", "president": "head of state", "prime minister": "head of government", "king": "head of state",
    "spokesman": "spokesman", "ambassador": "ambassador", "envoy": "envoy", "secretary-general": "secretary-general",
}  # fmt: skip
# A state's own people and bodies take their country from the context; the world's powers, reporters and unknown
# attackers do not.
_STATELESS_KEYS = frozenset(
    (
        "powers",
        "international community",
        "gulf-states",
        "P5+1",
        "media activist",
        "journalist",
        "party",
        "side",
        "muslim",
    )
)
_STATELESS_SECTORS = frozenset(("UAF", "JRN"))
_FROM_CONTEXT = "(country from context)"  # marks outlets of one name in several countries, in actors/media.yaml
_EQUIPMENT = frozenset(("aircraft", "tanks", "artillery"))
_MILITANTS = frozenset(("militant", "jihadist", "extremist", "terrorist", "takfiri"))
_REBELS = frozenset(
    (
        "rebel",
        "insurgent",
        "separatist",
        "putschist",
        "militia",
        "fighter",
        "gunmen",
        "element",
        "leader",
        "rebel-movement",
    )
)
_MEMBERS = frozenset(
    ("element", "fighter", "leader", "member", "militant", "gunmen", "forces", "militia", "leadership", "commander")
)


@dataclass(slots=True)
class Local:
    """Countries the surroundings of a mention suggest: by a place attached to it, in its clause, earlier here."""

    attached: str | None = None
    clause: str | None = None
    carried: str | None = None


class Resolver:
    """Resolves mentions against a memory."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.kb = memory.kb

    def resolve(
        self, mention: Mention, norms: list[str], subject: list[Entity], sentence: int, local: Local
    ) -> list[Entity]:
        """The entities a mention speaks of: one, or several for duals and «نظيريه السوري والإيراني».

        ``norms`` are its folded words; ``subject`` is who «ه» ("his") refers to.
        """
        memory = self.memory
        head = norms[max(0, min(mention.head - mention.start, len(norms) - 1))]
        if mention.parts:
            out: list[Entity] = []
            for part in mention.parts:
                out.extend(self.resolve(part, norms, subject, sentence, local))
            if len(out) > 1:
                memory.note_pair(out)
            return out
        entity = mention.entity
        if mention.ref == "counterpart":
            return [self.counterpart(mention, subject)]
        if mention.ref == "possessive":
            return [self.possessive(mention, subject)]
        if self.is_dual(mention):
            return [_by(e, "dual") for e in self.dual(mention)] or [entity]
        if mention.family in memory.families and mention.end - mention.start <= 2:
            known = memory.families[mention.family]
            if entity.name is None or known.name == entity.name or mention.end - mention.start == 1:
                return [known]
        found = self.members(mention, norms) or self.coalition(mention, norms)
        if found is not None:
            return [found]
        if mention.ref in ("anaphor", "channel"):
            found = self.anaphor(mention, head, local)
            if found is not None:
                return [_by(found, "pronoun")]
            if mention.key == "group":
                return [entity]
        if mention.ref == "office" and entity.country is None and not mention.family:
            return [self.office(mention, entity, local)]
        if entity.country is None:
            return [self.localise(mention, head, entity, sentence, local)]
        return [entity]

    # the article's people ---------------------------------------------------------------------------------------

    def office(self, mention: Mention, entity: Entity, local: Local) -> Entity:
        """«الرئيس», «وزير التعليم»: the article's holder of that office, else the country's on the date."""
        memory = self.memory
        if mention.number == "sg":
            wanted = entity.office or ""
            keys = {wanted, _OFFICE.get(wanted, wanted), _OFFICE.get(mention.key, wanted)} - {""}
            for r in reversed(memory.referents):
                e = r.entity
                here = local.attached in (None, e.country) and (e.name or local.clause in (None, e.country))
                if e.kind == "person" and e.office in keys and e.country and here:
                    return _by(e, "office")
        if mention.key in _STATELESS_KEYS or entity.sector in _STATELESS_SECTORS:
            return entity
        country = local.attached or local.clause or local.carried or memory.scene.home()
        if country and entity.office and mention.number == "sg":
            holder = self.kb.holder(country, _OFFICE.get(entity.office, entity.office), memory.date)
            if holder is not None:
                return msgspec.structs.replace(
                    entity, name=holder.name, name_ar=holder.name_ar, wikidata=holder.wikidata, country=country
                )
        return msgspec.structs.replace(entity, country=country) if country else entity

    def counterpart(self, mention: Mention, subject: list[Entity]) -> Entity:
        """«نظيره الإيراني»: the holder of the same office there."""
        base = subject[0] if subject else self.memory.latest_person()
        country = mention.adj_countries[0] if mention.adj_countries else None
        entity = mention.entity
        if entity.name or mention.family:
            if base is not None and (entity.sector is None or entity.office is None):
                entity = msgspec.structs.replace(
                    entity, sector=entity.sector or base.sector, office=entity.office or base.office
                )
            if entity.country is None and country:
                entity = msgspec.structs.replace(entity, country=country)
            return _by(entity, "counterpart")
        if country and base is not None and base.office:
            return self.kb.counterpart(base.office, country, self.memory.date)
        if country is None and base is not None:  # «نظيره» alone: the other of the last pair
            for pair in reversed(self.memory.pairs):
                others = [e for e in pair if e.name != base.name]
                if len(others) == 1 and len(pair) == 2:
                    return _by(others[0], "counterpart")
        sector = entity.sector or (base.sector if base else "GOV")
        return msgspec.structs.replace(entity, country=country, sector=sector, by="counterpart")

    def possessive(self, mention: Mention, subject: list[Entity]) -> Entity:
        """«بلاده», «حكومته», «عناصره», «مكتبه»: whose."""
        base = subject[0] if subject else (self.memory.referents[-1].entity if self.memory.referents else None)
        entity = mention.entity
        if entity.kind == "state" or mention.key in ("country", "state"):
            if base is not None and base.country and is_country(base.country):
                return _by(self.kb.state(base.country), "pronoun")
            return entity
        if base is None or entity.country is not None:
            return entity
        sector = entity.sector
        armed = base.kind == "group" or base.sector in ("REB", "PRM", "UAF", "MIL", "COP")
        if armed and (sector in (None, "UNK", "REB", "MIL", "PRM") or _singular(mention.key) in _MEMBERS):
            return msgspec.structs.replace(base, by="pronoun")
        if mention.key == "office":  # «مكتبه» "his office" speaks with his code
            return msgspec.structs.replace(entity, country=base.country, sector=base.sector, by="pronoun")
        international = base.country in ("UNO", "EUR", "IGO") and sector in (None, "GOV")
        sector = None if international else sector or base.sector
        return msgspec.structs.replace(entity, country=base.country, sector=sector, by="pronoun")

    # sides ------------------------------------------------------------------------------------------------------

    @staticmethod
    def is_dual(mention: Mention) -> bool:
        """«الطرفان», «الزعيمان», «كلا الجانبين»: two that were named before."""
        if mention.adj_countries or mention.family or mention.entity.country is not None:
            return False
        if mention.count and mention.key != "side":  # «كلا الجانبين» is counted and yet two
            return False
        if mention.number == "du" and mention.definite:
            return mention.ref in ("anaphor", "office") or (mention.ref == "people" and mention.key in _PERSONS)
        return mention.ref == "anaphor" and mention.key == "side" and mention.number == "pl"

    def dual(self, mention: Mention) -> list[Entity]:
        """The two sides a dual points back to."""
        memory = self.memory
        persons_wanted = mention.key in _PERSONS or mention.ref == "office"
        office = _OFFICE.get(mention.key) or (mention.entity.office if mention.ref == "office" else None)
        if office == "leader":
            office = None
        proper = [pair for pair in memory.pairs if all(e.name for e in pair)]
        cued = [pair for pair in proper if memory.cued(pair)]
        for pair in (*reversed(cued), *reversed(proper), *reversed(memory.coordinated), *reversed(memory.pairs)):
            sides = _sides(pair)
            if len(sides) != 2 and mention.number == "du":
                continue
            if persons_wanted and not all(_is_person(e, office) for e in sides):
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
                if not _is_person(e, office):
                    continue
            elif r.ref not in ("name", "office", "state", "metonym", "group", "body") or not e.name:
                continue
            alike = all(e.kind == s.kind for s in seen)
            if alike and all((e.name, e.country, e.sector) != (s.name, s.country, s.sector) for s in seen):
                seen.append(e)
            if len(seen) == 2:
                return seen[::-1]
        return []

    def members(self, mention: Mention, norms: list[str]) -> Entity | None:
        """«مقاتلي الحزب», «عناصر التنظيم»: people of the group that was named."""
        if mention.ref not in ("people", "unnamed", "office") or mention.entity.country is not None or len(norms) < 2:
            return None
        key = next((_WHOSE[n] for n in norms[1:4] if n in _WHOSE), "")
        if not key:
            return None
        group = self.latest(
            lambda r: r.entity.kind == "group" and bool(r.entity.name) and self.group_fits(r.entity, key)
        )
        if group is None:
            return None
        return msgspec.structs.replace(mention.entity, country=group.country, sector=group.sector)

    def coalition(self, mention: Mention, norms: list[str]) -> Entity | None:
        """«التحالف», «طيران التحالف»: the coalition named in the article, else that of its scene."""
        if mention.entity.country is not None and mention.entity.name:
            return None
        if mention.ref not in ("anaphor", "people", "body", "group"):
            return None
        political = mention.key == "coalition" and mention.ref == "anaphor" and bare(norms[0]) == "ايتلاف"
        if not political and not any(n in _COALITION for n in norms):
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

    # nouns that point back --------------------------------------------------------------------------------------

    def anaphor(self, mention: Mention, head: str, local: Local) -> Entity | None:
        """Whom a definite noun points back to."""
        key = mention.key
        if key in _STATEMENTS or mention.ref == "channel":
            if mention.inner and mention.inner[0].entity.country:
                return mention.inner[0].entity
            return self.statement()
        if mention.entity.country is not None and mention.ref != "anaphor":
            return None
        if key == "state":
            return self.country(mention, head, local)
        if key in ("last", "any") and mention.number == "sg":  # «الأخير» "the latter"
            named = ("name", "office", "state", "metonym", "group", "body", "counterpart")
            return self.latest(
                lambda r: r.ref in named and r.number == "sg" and bool(r.entity.country or r.entity.name)
            )
        if key in ("powers", "gulf-states", "international community"):
            return None
        if key == "party" or key in _GROUPS:
            adjective_group = self.latest(
                lambda r: r.entity.kind == "group" and bool(r.entity.name) and self.group_fits(r.entity, key)
            )
            if adjective_group is not None:
                return adjective_group
        if key in ("agency", "newspaper", "channel", "site", "radio", "network"):
            return self.latest(lambda r: r.entity.kind == "media" and bool(r.entity.name))
        if key == "source":
            return self.latest(lambda r: r.ref == "unnamed" and r.key == "source" and r.entity.sector != "UAF")
        if key in _PERSONS:
            office = _OFFICE.get(key)
            return self.latest(lambda r: _is_person(r.entity, office) and (bool(r.entity.name) or bool(r.family)))
        if key and key not in ("side", "any"):
            found = self.latest(
                lambda r: (
                    (r.key == key or r.key.endswith(" " + key)) and r.ref != "possessive" and bool(r.entity.country)
                )
            )
            if found is not None and not (local.attached and found.country != local.attached):
                return found
            words = bare(head)
            if mention.entity.kind == "body" and not found:
                return self.latest(
                    lambda r: (
                        r.entity.kind == "body" and bool(r.entity.name_ar) and bare(_fold_first(r.entity)) == words
                    )
                )
        return None

    @staticmethod
    def group_fits(entity: Entity, key: str) -> bool:
        """Whether a group can be called by this noun."""
        if key == "party":
            return "حزب" in (entity.name_ar or "")
        if key == "resistance":
            return entity.sector in ("PRM", "REB")
        if key in ("organisation", "armed group", "group", "militia", "faction"):
            return entity.sector in ("REB", "PRM", "OPP", "REL", "SOC", "PTY")
        return True

    def latest(self, test: Callable[[Referent], bool]) -> Entity | None:
        """The latest referent that passes a test."""
        for r in reversed(self.memory.referents):
            if test(r):
                return r.entity
        return None

    def statement(self) -> Entity | None:
        """«البيان», «الوثيقة»: speaks for who issued it: the last speaker, or both sides of an agreement just told."""
        memory = self.memory
        if memory.speakers:
            return shared(memory.speakers[-1].entities)
        agreed = [d.actors for d in memory.deeds if d.event in ("AGREE", "CONSULT") and len(d.actors) > 1]
        for sides in (*reversed(agreed), *reversed(memory.coordinated)):
            found = shared(sides)
            if found is not None and (found.country or found.sector):
                return found
        return self.latest(lambda r: r.ref in ("body", "group", "name", "office", "metonym") and bool(r.entity.country))

    def country(self, mention: Mention, head: str, local: Local) -> Entity | None:
        """«البلاد», «المملكة», «الدولة»: a country."""
        if mention.number == "pl":
            return None
        if bare(head) == "مملكه":
            return self.kb.state(self.memory.scene.kingdom())
        code = local.clause or local.carried or self.memory.scene.home()
        return self.kb.state(code) if code else None

    # bodies and people without a country ------------------------------------------------------------------------

    def localise(self, mention: Mention, head: str, entity: Entity, sentence: int, local: Local) -> Entity:
        """Give a body, an office or people without a country that of their context."""
        memory = self.memory
        if entity.kind == "media":
            code = local.attached or (self.dominant() if _FROM_CONTEXT in (entity.name or "") else None)
            return msgspec.structs.replace(entity, country=code) if code and is_country(code) else entity
        named = entity.kind == "person" and bool(mention.family)
        if entity.sector is None or (
            not named and (entity.sector in _STATELESS_SECTORS or mention.key in _STATELESS_KEYS)
        ):
            return entity
        if mention.key in _EQUIPMENT and mention.definite:  # «الطيران»: whose aircraft the article spoke of
            flown = self.latest(lambda r: r.key == mention.key and bool(r.entity.country))
            if flown is not None:
                return msgspec.structs.replace(entity, country=flown.country, sector=flown.sector)
        if mention.ref == "unnamed" and entity.sector == "UNK" and not local.attached:
            return entity
        if mention.key == "others" or (mention.count and not mention.key):  # «وأصيب آخرون»: more of those just counted
            for r in reversed(memory.referents[-6:]):
                known = r.entity.country and r.entity.sector not in (None, "UNK", "JRN")
                if r.ref == "people" and r.key not in ("others", "", *_EQUIPMENT) and known:
                    return msgspec.structs.replace(entity, country=r.entity.country, sector=r.entity.sector)
        if entity.sector in ("MIL", "COP") and entity.kind == "people" and not local.attached:
            for r in reversed(memory.referents[-8:]):  # whose army was just spoken of
                whole = r.ref in ("body", "anaphor", "unnamed", "office")
                if whole and r.entity.sector == entity.sector and is_country(r.entity.country):
                    return msgspec.structs.replace(entity, country=r.entity.country)
        singular = _singular(mention.key)
        if entity.sector in ("REB", "PRM") and not mention.adj_countries:
            group = self.side(singular, head, entity, mention)
            if group is not None:
                return group
        if entity.kind in ("body", "group") and not local.attached:
            for r in reversed(memory.referents):
                if r.key and r.key == mention.key and is_country(r.entity.country) and r.entity.sector == entity.sector:
                    if local.clause and r.entity.country != local.clause and sentence - r.sentence > 2:
                        break
                    return (
                        r.entity
                        if mention.ref == "anaphor"
                        else msgspec.structs.replace(entity, country=r.entity.country)
                    )
        if mention.ref == "name" and entity.kind == "person":
            code = local.attached or self.dominant()
        elif entity.kind in ("people", "unnamed"):
            code = local.attached or local.clause or local.carried or memory.scene.home()
        else:
            code = local.attached or local.clause or memory.scene.home()
        return msgspec.structs.replace(entity, country=code) if code else entity

    def dominant(self) -> str | None:
        """The article's country if it outweighs all others together."""
        weights = self.memory.scene.weights
        home = self.memory.scene.home()
        return home if home and weights[home] * 2 >= sum(weights.values()) else None

    def side(self, key: str, head: str, entity: Entity, mention: Mention) -> Entity | None:
        """«المتمردون», «المتطرفون», «المقاومة الشعبية»: the article's armed group they can belong to."""
        if bare(head) == "مقاومه" and self.memory.scene.home() == "YEM":
            row = self.kb.index.bodies.get("Popular Resistance (Yemen)")
            return (
                self.kb.body(row, LATEST)
                if row is not None
                else msgspec.structs.replace(entity, country="YEM", sector="PRM")
            )
        if key in _MILITANTS:
            wanted = self.latest(lambda r: r.entity.kind == "group" and r.entity.country == "IMG")
        elif key in _REBELS and key != "fighter":
            wanted = self.latest(
                lambda r: (
                    r.entity.kind == "group"
                    and r.entity.sector == "REB"
                    and bool(r.entity.name)
                    and is_country(r.entity.country)
                )
            )
        else:
            return None
        if wanted is None:
            return None
        return msgspec.structs.replace(entity, country=wanted.country, sector=wanted.sector, name=wanted.name)


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


def _is_person(entity: Entity, office: str | None) -> bool:
    if entity.kind != "person":
        return False
    return office is None or entity.office is None or office in entity.office


def _singular(key: str) -> str:
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key


def _fold_first(entity: Entity) -> str:
    return fold((entity.name_ar or "").split(" ")[0])


def _by(entity: Entity, by: str) -> Entity:
    return msgspec.structs.replace(entity, by=by)


__all__ = ["Local", "Referent", "Resolver", "shared"]

"""From mentions to entities: what «الوزارة», «البيان», «نظيره», «بلاده», «الأخير» mean in this article."""

from __future__ import annotations

import msgspec

from musnad.discourse.agreement import bare
from musnad.discourse.localise import STATELESS_KEYS, STATELESS_SECTORS, Local, Localiser, group_fits, singular_key
from musnad.discourse.memory import Memory
from musnad.discourse.scene import is_country
from musnad.discourse.sides import OFFICES, PERSONS, Sides, is_person, shared
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity

_STATEMENTS = frozenset(("statement", "document", "communique", "report", "declaration"))
_GROUPS = frozenset(["organisation", "group", "movement", "militia", "front", "faction", "resistance"]) | {
    "armed group",
    "rebel-movement",
}
_UNNAMED = frozenset(
    ("official", "diplomat", "officer", "expert", "analyst", "activist", "lawyer", "judge", "researcher")
)
_GENERIC = frozenset(("spokesman", "minister", "ambassador"))  # «المتحدث»: any "foreign ministry spokesman"
_SHORT_NAME = "short name"  # «الاتحاد», «الصندوق»: a named body by its head noun
_MONARCHIES = frozenset(("SAU", "KWT", "QAT", "ARE", "BHR", "OMN", "JOR", "MAR", "GBR", "ESP", "MCO", "JPN"))
_ADHERENTS = grammar().adherents
_COMPANIONS = grammar().companions  # of a soldier, soldiers
_RECENT = 60  # referents looked back to for somebody without a name
_MEMBERS = frozenset(
    ("element", "fighter", "leader", "member", "militant", "gunmen", "forces", "militia", "leadership", "commander")
)


class Resolver:
    """Resolves mentions against a memory."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.kb = memory.kb
        self.sides = Sides(memory)
        self.localiser = Localiser(memory)

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
            return [self.possessive(mention, subject, head)]
        if self.sides.is_dual(mention):
            return [_by(e, "dual") for e in self.sides.dual(mention)] or [entity]
        if mention.family in memory.families and mention.end - mention.start <= 2:
            known = memory.families[mention.family]
            if entity.name is None or known.name == entity.name or mention.end - mention.start == 1:
                return [known]
        elif mention.family in memory.ahead and entity.name is None and mention.end - mention.start == 1:
            entity = memory.ahead[mention.family]
        found = (
            self.localiser.members(mention, norms)
            or self.sides.coalition(mention, norms)
            or self.staff(mention, norms, local)
        )
        if found is not None:
            return [found]
        if mention.end - mention.start == 1 and mention.definite and mention.ref in ("unnamed", "office", "anaphor"):
            person = self.same_person(mention)
            if person is not None:
                return [_by(person, "pronoun")]
        if mention.ref in ("anaphor", "channel") and not _told_apart(norms):
            found = self.anaphor(mention, head, local)
            if found is not None:
                return [_by(found, "pronoun")]
            if mention.key == "group":
                return [entity]
            if mention.key == _SHORT_NAME:
                return []  # «الصندوق» "the box": no body of that name
        if mention.ref == "office" and entity.country and not entity.name and not mention.family and mention.definite:
            return [self.titled(mention, entity)]
        if mention.ref == "office" and entity.country is None and not mention.family:
            return [self.office(mention, entity, local)]
        if entity.country is None:
            return [self.localiser.localise(mention, norms, entity, sentence, local)]
        return [self.localiser.namesake(norms, entity)]

    def same_person(self, mention: Mention) -> Entity | None:
        """«المسؤول», «الدبلوماسي», «الضابط»: the unnamed person («مسؤول تركي») of whom the article spoke last by that
        word, or who speaks and is of that sector."""
        entity, key, memory = mention.entity, mention.key, self.memory
        if entity.country or entity.name or mention.family or mention.number != "sg" or key not in _UNNAMED:
            return None
        for r in reversed(memory.referents[-_RECENT:]):
            same = singular_key(r.key) == key or r.key.endswith(" " + key)
            if same and r.number == "sg" and r.entity.country:
                return r.entity
        speaker = memory.last_speaker
        one = len(speaker) == 1 and speaker[0].kind in ("person", "unnamed")
        return speaker[0] if one and speaker[0].country and speaker[0].sector == entity.sector else None

    def office(self, mention: Mention, entity: Entity, local: Local) -> Entity:
        """«الرئيس», «وزير التعليم»: the article's holder of that office, else the country's on the date."""
        memory = self.memory
        if mention.number == "sg":
            wanted = entity.office or ""
            keys = {wanted, OFFICES.get(wanted, wanted), OFFICES.get(mention.key, wanted)} - {""}
            bare_office = wanted in _GENERIC and mention.end - mention.start == 1
            if mention.definite and not local.attached and (own := self.own_holder(entity)) is not None:
                return own
            for r in reversed(memory.referents):
                e = r.entity
                here = local.attached in (None, "", e.country) and (e.name or local.clause in (None, e.country))
                held = e.office in keys or (bare_office and (e.office or "").endswith(f" {wanted}"))
                if e.kind == "person" and held and e.country and here:
                    return _by(e, "office")
        if mention.key in STATELESS_KEYS or entity.sector in STATELESS_SECTORS:
            return entity
        country = local.attached or local.clause or local.carried or memory.scene.home()
        if country and entity.office and mention.number == "sg":
            holder = self.kb.holder(country, OFFICES.get(entity.office, entity.office), memory.date)
            if holder is not None:
                return msgspec.structs.replace(
                    entity, name=holder.name, name_ar=holder.name_ar, wikidata=holder.wikidata, country=country
                )
        return msgspec.structs.replace(entity, country=country) if country else entity

    def own_holder(self, entity: Entity) -> Entity | None:
        """A paper's bare «وزير الخارجية» is its own country's, if the article names him anywhere."""
        scene = self.memory.scene
        if not scene.fallback or not entity.office:
            return None
        holder = self.kb.holder(scene.fallback, OFFICES.get(entity.office, entity.office), self.memory.date)
        if holder is None or holder.name not in scene.people:
            return None
        return msgspec.structs.replace(
            entity,
            name=holder.name,
            name_ar=holder.name_ar,
            wikidata=holder.wikidata,
            country=scene.fallback,
            by="office",
        )

    def titled(self, mention: Mention, entity: Entity) -> Entity:
        """«الوزير اللبناني»: the minister of that country whom the article has named."""
        office = OFFICES.get(mention.key) or entity.office
        if mention.number != "sg" or not office:
            return entity
        for r in reversed(self.memory.referents):
            e = r.entity
            if e.kind == "person" and e.name and e.country == entity.country and e.office and office in e.office:
                return _by(e, "office")
        return entity

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

    def possessive(self, mention: Mention, subject: list[Entity], head: str = "") -> Entity:
        """«بلاده», «حكومته», «عناصره», «مكتبه»: whose."""
        base = subject[0] if subject else (self.memory.referents[-1].entity if self.memory.referents else None)
        entity = mention.entity
        if entity.kind == "state" or mention.key in ("country", "state"):
            if base is not None and base.country and is_country(base.country):
                return _by(self.kb.state(base.country), "pronoun")
            return entity
        if base is None or entity.country is not None:
            return entity
        if mention.key == "part":
            return msgspec.structs.replace(base, by="pronoun")
        if bare(head) in _COMPANIONS or bare(head).removesuffix(mention.poss or "") in _COMPANIONS:
            return msgspec.structs.replace(entity, country=base.country, sector=base.sector, by="pronoun")
        sector = entity.sector
        if (
            mention.key == "ally"
        ):  # «الولايات المتحدة وحلفاؤها»: states without a body; a group's allies fight beside it
            of_state = base.sector in (None, "GOV")
            whose = (
                msgspec.structs.replace(entity, sector="GOV") if of_state else msgspec.structs.replace(base, name=None)
            )
            return _by(whose, "pronoun")
        armed = base.kind == "group" or base.sector in ("REB", "PRM", "UAF", "MIL", "COP")
        if armed and (sector in (None, "UNK", "REB", "MIL", "PRM") or singular_key(mention.key) in _MEMBERS):
            return msgspec.structs.replace(base, by="pronoun")
        if mention.key == "office":  # «مكتبه» "his office" speaks with his code
            return msgspec.structs.replace(entity, country=base.country, sector=base.sector, by="pronoun")
        international = base.country in ("UNO", "EUR", "IGO") and sector in (None, "GOV")
        sector = None if international else sector or base.sector
        return msgspec.structs.replace(entity, country=base.country, sector=sector, by="pronoun")

    def anaphor(self, mention: Mention, head: str, local: Local) -> Entity | None:
        """Whom a definite noun points back to."""
        key, memory = mention.key, self.memory
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
            recent = [r for r in self.memory.referents[-8:] if r.ref in named and r.number == "sg"]
            known = [r for r in recent if r.entity.country or r.entity.name]
            persons = [r for r in known if r.entity.kind == "person"]
            return (persons or known)[-1].entity if known else None
        if key == "honorific":  # «سموه», «معاليه»: who spoke or acted last, else the person last spoken of
            return self.honoured(royal=bare(head).startswith(("سمو", "جلال")))
        if key in ("powers", "gulf-states", "international community"):
            return None
        if key in _GROUPS:  # «المنظمة» after «منظمة العفو الدولية»: the same word before any group that fits
            same = memory.latest(
                lambda r: (
                    r.head == bare(head) and r.entity.kind == "body" and bool(r.entity.name) and r.ref != "anaphor"
                )
            )
            if same is not None:
                return same
        if key == "party" or key in _GROUPS:
            adjective_group = self.memory.latest(
                lambda r: r.entity.kind == "group" and bool(r.entity.name) and group_fits(r.entity, key)
            )
            if adjective_group is not None:
                return adjective_group
        if key in ("agency", "newspaper", "channel", "site", "radio", "network"):
            return self.memory.latest(lambda r: r.entity.kind == "media" and bool(r.entity.name)) or self.headed(head)
        if key == _SHORT_NAME:
            return self.headed(head)
        if key == "source":
            return self.memory.latest(lambda r: r.ref == "unnamed" and r.key == "source" and r.entity.sector != "UAF")
        if key in PERSONS:
            office = OFFICES.get(key)
            return self.memory.latest(lambda r: is_person(r.entity, office) and (bool(r.entity.name) or bool(r.family)))
        if key and key not in ("side", "any"):
            found = self.memory.latest(
                lambda r: (
                    (r.key == key or r.key.endswith(" " + key)) and r.ref != "possessive" and bool(r.entity.country)
                )
            )
            if found is not None and not (local.attached and found.country != local.attached):
                return found
            if mention.entity.kind == "body" and not found:
                return self.headed(head)
        return None

    def staff(self, mention: Mention, norms: list[str], local: Local) -> Entity | None:
        """«مفتشي الوكالة», «رئيس الاتحاد»: people of a body called by its head noun have its code."""
        inner = mention.inner[0] if len(mention.inner) == 1 else None
        if mention.entity.country is not None or inner is None or inner.ref != "anaphor":
            return None
        at = inner.head - mention.start
        base = self.anaphor(inner, norms[at], local) if 0 <= at < len(norms) else None
        if base is None or base.kind != "body":
            return None
        if inner.key not in ("agency", _SHORT_NAME) and is_country(base.country):
            return None  # «المتحدث باسم المفوضية» is an organisation's; a state's own are told by the context
        return msgspec.structs.replace(mention.entity, country=base.country, sector=base.sector)

    def headed(self, head: str) -> Entity | None:
        """«المنظمة» after «منظمة العفو الدولية»: the named body that this noun heads."""
        words = bare(head)
        return self.memory.latest(lambda r: r.head == words and r.entity.name is not None and r.ref != "anaphor")

    def honoured(self, *, royal: bool) -> Entity | None:
        """Who spoke or acted last, else the person last spoken of; «سموه» and «جلالته» are a monarchy's people first."""
        memory = self.memory
        parties = (*reversed(memory.speakers), *reversed(memory.subjects))
        told = [p.entities[0] for p in parties if len(p.entities) == 1 and p.entities[0].kind == "person"]
        if royal:
            prince = next((e for e in told if e.country in _MONARCHIES), None) or memory.latest(
                lambda r: r.entity.kind == "person" and r.entity.country in _MONARCHIES
            )
            if prince is not None:
                return prince
        return told[0] if told else memory.latest_person()

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
        return self.memory.latest(
            lambda r: r.ref in ("body", "group", "name", "office", "metonym") and bool(r.entity.country)
        )

    def country(self, mention: Mention, head: str, local: Local) -> Entity | None:
        """«البلاد», «المملكة», «الدولة»: a country."""
        if mention.number == "pl":
            return None
        if bare(head) == "مملكه":
            return self.kb.state(self.memory.scene.kingdom())
        code = local.clause or local.carried or self.memory.scene.home()
        return self.kb.state(code) if code else None


def _told_apart(norms: list[str]) -> bool:
    """«القوات الموالية لفلان» "the forces loyal to X" are said to be somebody's: not the forces last spoken of."""
    return any(bare(word) in _ADHERENTS for word in norms[1:])


def _by(entity: Entity, by: str) -> Entity:
    return msgspec.structs.replace(entity, by=by)

"""Countries for bodies and people named without one: «الشرطة», «ثلاثة جنود», «المتمردون», «مقاتلي الحزب»."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from musnad.discourse.agreement import bare
from musnad.discourse.memory import Memory
from musnad.discourse.scene import is_country
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity
from musnad.resolve.who import LATEST, number

# A state's own people and bodies take their country from the context; the world's powers, reporters and unknown
# attackers do not.
STATELESS_KEYS = frozenset(
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
STATELESS_SECTORS = frozenset(("UAF", "JRN"))
_MANY_STATES = ("powers", "states", "countries", "community")  # ends of keys
_EQUIPMENT = frozenset(("aircraft", "tanks", "artillery"))
_KURDISH = frozenset(("كردي", "كرديه", "الكرديه", "اكراد", "كرديون", "كرديين"))
_KURDISH_REBELS = frozenset(("SYR", "TUR", "IRN"))  # elsewhere they are the region's own army
_DRONE = frozenset(("طيار", "مسيره", "المسيره"))
_MILITANTS = frozenset(("militant", "jihadist", "extremist", "terrorist", "takfiri"))
_LOCAL = grammar().local_words  # of the place told of
_FOREIGN = grammar().foreign_words  # of no one state
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
_WHOSE = {
    "الحزب": "party",
    "التنظيم": "organisation",
    "الحركه": "movement",
    "الجماعه": "group",
    "المجموعه": "group",
    "التمرد": "group",
}


@dataclass(slots=True)
class Local:
    """Countries the surroundings of a mention suggest: by a place attached to it ('' of two states), in its clause, earlier
    here."""

    attached: str | None = None
    clause: str | None = None
    carried: str | None = None


class Localiser:
    """Gives countries by the context of a mention."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.kb = memory.kb

    def localise(self, mention: Mention, norms: list[str], entity: Entity, sentence: int, local: Local) -> Entity:
        """Give a body, an office or people without a country that of their context. ``norms``: its folded words."""
        memory = self.memory
        if local.attached == "" and entity.kind == "people":
            return entity  # «قتل 60 شخصا في الكاميرون ونيجيريا»
        if entity.kind == "media":
            # a known outlet without a country is one of several papers of that name
            code = local.attached or (self.dominant() if entity.name else None)
            return msgspec.structs.replace(entity, country=code) if code and is_country(code) else entity
        named = entity.kind == "person" and bool(mention.family)
        if mention.key.endswith(_MANY_STATES):
            return entity
        if not local.attached and any(bare(norm) in _FOREIGN for norm in norms[1:]):
            return entity  # «مسؤولون غربيون» "Western officials" in an article on Libya
        if entity.sector is None or (
            not named and (entity.sector in STATELESS_SECTORS or mention.key in STATELESS_KEYS)
        ):
            return entity
        if _DRONE.intersection(norms) and not local.attached:
            return entity  # «طائرة بدون طيار»: seldom of the country it strikes
        if mention.key in _EQUIPMENT and mention.definite:  # «الطيران»: whose aircraft the article spoke of
            flown = self.memory.latest(lambda r: r.key == mention.key and bool(r.entity.country))
            if flown is not None:
                return msgspec.structs.replace(entity, country=flown.country, sector=flown.sector)
        if (
            mention.ref == "unnamed"
            and entity.sector == "UNK"
            and not local.attached
            and not _LOCAL.intersection(norms)
        ):
            return entity
        if mention.key == "others" or (mention.count and not mention.key):  # «وأصيب آخرون»: more of those just counted
            for r in reversed(memory.referents[-6:]):
                if (r.ref != "people" and not (r.ref == "group" and r.number == "pl")) or r.key in (
                    "others",
                    "",
                    *_EQUIPMENT,
                ):
                    continue
                if r.entity.country and r.entity.sector not in (None, "UNK", "JRN"):
                    return msgspec.structs.replace(entity, country=r.entity.country, sector=r.entity.sector)
                if mention.count:
                    break  # «مقتل 15 شخصا وإصابة 200»: people of no kind, and more of them
        if entity.sector in ("MIL", "COP") and entity.kind == "people" and not local.attached:
            for r in reversed(memory.referents[-8:]):  # whose army was just spoken of
                whole = r.ref in ("body", "anaphor", "unnamed", "office")
                if whole and r.entity.sector == entity.sector and is_country(r.entity.country):
                    return msgspec.structs.replace(entity, country=r.entity.country)
        singular = singular_key(mention.key)
        if entity.sector in ("REB", "PRM") and not mention.adj_countries:
            group = self.side(singular, norms, entity, mention)
            if group is not None:
                return group
        if mention.key == "army" and mention.ref == "anaphor" and not local.attached:
            troops = memory.latest(lambda r: r.entity.sector == "MIL" and is_country(r.entity.country))
            if troops is not None and troops.kind == "people":  # «انسحب الجنود الإسرائيليون ... وأغلق الجيش المعبر»
                return msgspec.structs.replace(entity, country=troops.country)
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
        if code in _KURDISH_REBELS and entity.sector in ("MIL", "UAF") and any(bare(n) in _KURDISH for n in norms[1:]):
            return msgspec.structs.replace(entity, country=code, sector="REB")  # «القوات الكردية» in Syria
        return msgspec.structs.replace(entity, country=code) if code else entity

    def namesake(self, norms: list[str], entity: Entity) -> Entity:
        """The party or movement of that name in the country the article is about: «حزب العدالة والتنمية» is
        Moroccan there. Our names of such groups end in their country: "Justice and Development Party (Turkey)"."""
        if entity.kind != "group" or not entity.name or not entity.name.endswith(")"):
            return entity
        home = self.dominant()
        if home is None or home == entity.country or any(self.kb.nationality(norm) for norm in norms):
            return entity
        shared = entity.name.rpartition(" (")[0]
        row = self.kb.index.bodies.get(f"{shared} ({self.kb.state(home).name})")
        return self.kb.body(row, number(self.memory.date)) if row is not None else entity

    def dominant(self) -> str | None:
        """The article's country if it outweighs all others together."""
        weights = self.memory.scene.weights
        home = self.memory.scene.home()
        return home if home and weights[home] * 2 >= sum(weights.values()) else None

    def side(self, key: str, norms: list[str], entity: Entity, mention: Mention) -> Entity | None:
        """«المتمردون», «المتطرفون», «المقاومة الشعبية»: the article's armed group they can belong to."""
        if any(bare(norm) == "مقاومه" for norm in norms[:3]) and self.memory.scene.weighs("YEM"):
            row = self.kb.index.bodies.get("Popular Resistance (Yemen)")
            return (
                self.kb.body(row, LATEST)
                if row is not None
                else msgspec.structs.replace(entity, country="YEM", sector="PRM")
            )
        if key in _MILITANTS:
            wanted = self.memory.latest(lambda r: r.entity.kind == "group" and r.entity.country == "IMG")
        elif key in _REBELS and key != "fighter":
            wanted = self.memory.latest(
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

    def members(self, mention: Mention, norms: list[str]) -> Entity | None:
        """«مقاتلي الحزب», «عناصر التنظيم»: people of the group that was named."""
        if mention.ref not in ("people", "unnamed", "office") or mention.entity.country is not None or len(norms) < 2:
            return None
        key = next((_WHOSE[n] for n in norms[1:4] if n in _WHOSE), "")
        if not key:
            return None
        group = self.memory.latest(
            lambda r: r.entity.kind == "group" and bool(r.entity.name) and group_fits(r.entity, key)
        )
        if group is None:
            return None
        return msgspec.structs.replace(mention.entity, country=group.country, sector=group.sector)


def singular_key(key: str) -> str:
    """A coreference key in the singular."""
    return key[:-1] if key.endswith("s") and not key.endswith("ss") else key


def group_fits(entity: Entity, key: str) -> bool:
    """Whether a group can be called by this noun."""
    if key == "party":
        return "حزب" in (entity.name_ar or "")
    if key == "resistance":  # «المقاومة» is no other rebel group
        return "esistance" in (entity.name or "")
    if key in ("organisation", "armed group", "group", "militia", "faction"):
        return entity.sector in ("REB", "PRM", "OPP", "REL", "SOC", "PTY")
    return True

"""Phrases headed by a proper name: states, capitals, palaces, groups, outlets, people with their apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.mentions._base import Base
from musnad.mentions._draft import match_nouns
from musnad.mentions._names import Taken, take_name
from musnad.record import Entity
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._mention import Mention
    from musnad.resolve._who_index import Name

_WORD, _OPEN, _CLOSE = Kind.WORD, Kind.OPEN, Kind.CLOSE


_SAYING = frozenset(
    [
        "قال",
        "قالت",
        "اكد",
        "اكدت",
        "اضاف",
        "اضافت",
        "اوضح",
        "اوضحت",
        "صرح",
        "صرحت",
        "ذكر",
        "ذكرت",
        "اعتبر",
        "اعتبرت",
        "راي",
        "رات",
        "تابع",
        "تابعت",
        "كتب",
        "كتبت",
        "يقول",
        "تقول",
        "اشار",
        "اشارت",
        "لفت",
        "لفتت",
        "شدد",
        "شددت",
        "يري",
        "تري",
        "يضيف",
        "تضيف",
    ]
)
_AFTER_SPEAKER = frozenset(
    [
        "ان",
        "انه",
        "انها",
        "ان",
        "في",
        "الذي",
        "التي",
        "من",
        "ل",
        "وهو",
        "وهي",
        "بان",
        "لوكاله",
        "لصحيفه",
        "امس",
        "اليوم",
        "خلال",
        "عن",
        "الي",
        "علي",
    ]
)


class Propers(Base):
    """The part of the grammar that begins with a name."""

    __slots__ = ()

    def _name(self, i: int, end: int, name: Name) -> Mention | None:
        cls = name.cls
        if cls in ("person", "short"):
            return self._person(i, end, name)
        if cls == "body":
            mention = self.make(i, end, i, self.kb.body(name.row, self.day), "group")
            mention.ref = {"media": "media", "group": "group"}.get(name.row.kind, "body")
            mention.key = name.row.name
            return self._after_group(mention)
        if cls == "members":
            entity = self.kb.body(name.row, self.day)
            mention = self.make(i, end, i, entity, "group")
            mention.number, mention.key = "pl", name.row.name
            return mention
        entity = self.kb.state(name.row.code)
        mention = self.make(i, end, i, entity, "state")
        mention.key = "state"
        if cls == "people":
            entity.kind = "people"
            # «مفاوضات مع الإيرانيين» "talks with the Iranians" are with their government; else they are people
            if not (i and self.tokens[i - 1].norm in ("مع", "بين")):
                entity.sector = "CVL"
            mention.ref, mention.number, mention.key = "people", "pl", "nationals"
        elif cls in ("capital", "metonym"):
            entity.by = "metonym"
            mention.ref = "metonym"
            if cls == "metonym":
                entity.sector = name.sector
                if name.name != name.row.name:
                    entity.kind, entity.name = "body", name.name
        return mention

    def _after_group(self, mention: Mention) -> Mention:
        """Adjectives and a bracketed short name after a group: «حزب الله اللبناني», «الجبهة (النصرة)»."""
        j = mention.end
        while j < self.n and self.tokens[j].kind is _WORD:
            word = self.words[j]
            if word.conj or word.prep or not word.det or not (word.adjective or word.quality):
                break
            if mention.ref == "body" and word.adjective is None:
                break
            j += 1
        mention.end = j
        if j + 2 < self.n and self.tokens[j].text in '([«"' and self.tokens[j].kind is _OPEN:
            for close in (j + 2, j + 3):
                if close < self.n and self.tokens[close].kind is _CLOSE and self.tokens[j].text == "(":
                    word = self.words[j + 1]
                    if word.names is not None and not word.adjective:
                        mention.end = close + 1
                    break
        return mention

    def _person(self, i: int, end: int, name: Name) -> Mention | None:
        taken = take_name(self, i)
        if taken is None:
            return None
        return self._person_mention(i, taken)

    def _person_mention(self, i: int, taken: Taken) -> Mention:
        entity = self._person_entity(taken, None)
        mention = self.make(i, taken.end, i, entity, "name")
        mention.family = taken.family
        return self._apposition(mention, taken)

    def said_by(self, i: int) -> Mention | None:
        """An unknown name of two words or more right after a verb of saying: «وقال جوليان زيليزر، من جامعة»."""
        verb = self.tokens[i - 1].norm
        if verb not in _SAYING and verb.lstrip("وف") not in _SAYING:
            return None
        taken = take_name(self, i, after_title=True, strict=True)
        if taken is None or taken.end >= self.n:
            return None
        after = self.tokens[taken.end]
        if after.kind is _WORD and after.norm not in _AFTER_SPEAKER and not self.words[taken.end].nouns:
            return None
        if after.text in (".", "!", "؟"):
            return None
        return self._person_mention(i, taken)

    def _family(self, i: int) -> Mention:
        word = self.words[i]
        mention = self.make(i, i + 1, i, Entity(kind="person", by="name"), "name")
        mention.family = word.rest
        return mention

    def _person_entity(self, taken: Taken, country: str | None) -> Entity:
        if taken.row is not None:
            return self.kb.person(taken.row, self.day, country)
        return Entity(kind="person", name_ar=taken.text, by="name")

    def _apposition(self, mention: Mention, taken: Taken) -> Mention:
        """«فلان، وزير الخارجية الروسي»: an office after a name is the same person when it names nobody else."""
        j = mention.end
        comma = j < self.n and self.tokens[j].text in ("،", ",", "-")
        start = j + 1 if comma else j
        if start >= self.n or self.words[start].conj or self.words[start].prep or not self.words[start].nouns:
            return mention
        if self.words[start].stem in ("احد", "احدي") and not self.words[start].det:
            return self._one_of(mention, start)
        hit = match_nouns(self, start)
        if hit is None or hit.noun.cls not in ("office",) or hit.number in ("du", "pl"):
            return mention
        office = self.parse(start)
        if office is None or office.ref != "office" or office.family:
            return mention
        own, other = mention.entity, office.entity
        known = own.country is not None
        if known and other.country not in (None, own.country):
            return mention
        # «علي الصادق المتحدث باسم الخارجية»: of one whose office we know is over the text says the present one
        elsewhere = own.sector == "ELI" and other.country == own.country and own.country is not None
        if known and not (comma or elsewhere or other.office == own.office or self._holds(own.name, other.office)):
            return mention
        if not known and not comma and " " not in taken.text:
            return mention
        mention.end = office.end
        mention.adj_countries = office.adj_countries
        if not known:
            own.country, own.sector, own.office = other.country, other.sector, other.office
            mention.key = office.key
        elif own.sector == "ELI" and other.sector and not _former(other):
            own.sector, own.office = other.sector, other.office
        return mention

    def _one_of(self, mention: Mention, start: int) -> Mention:
        """«فلان أحد قادة المعارضة»: what one of whom is, when the name alone does not tell."""
        own = mention.entity
        if own.country is not None or own.sector is not None or " " not in (own.name_ar or own.name or ""):
            return mention
        of = self.parse(start)
        if of is None or of.number != "sg" or of.family or not (of.entity.sector or of.entity.country):
            return mention
        mention.end, mention.adj_countries, mention.key = of.end, of.adj_countries, of.key
        own.country, own.sector = of.entity.country, of.entity.sector
        return mention

    def _holds(self, name: str | None, office: str | None) -> bool:
        """Whether a known person holds an office on the day, beside the one that tells most."""
        held = self.index.terms.get(name or "", ())
        return any(h.term.office == office and h.begin <= self.day <= h.end_latest for h in held)


def _former(entity: Entity) -> bool:
    return entity.sector == "ELI"

"""What an article has spoken of: referents, family names, pairs of sides, speakers and subjects, in order of mention."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from musnad.discourse.agreement import Party
from musnad.discourse.names import families_of
from musnad.discourse.outlets import is_outlet, outlet_of
from musnad.discourse.scene import Scene
from musnad.mentions.actors import Mention
from musnad.record import Entity, PlaceRef, TimeRef
from musnad.resolve.who import Knowledge
from musnad.text import Token

_NO_SIDE = frozenset(("CVL", "UNK", "JRN", "EDU", "REF", "BUS", "MED"))  # victims and audiences are no side
_KEEP = 8  # how many speakers, subjects and pairs are remembered


@dataclass(slots=True)
class Referent:
    """An entity spoken of, with what later mentions can pick it up by."""

    entity: Entity
    key: str
    ref: str
    family: str
    sentence: int
    number: str
    head: str = ""  # folded head noun as written, without the article


@dataclass(slots=True)
class Deed:
    """An event told, for later nouns that point back to it («الهجوم», «القصف»)."""

    event: str
    lemma: str
    mode: str | None
    actors: list[Entity]
    sentence: int
    time: TimeRef | None = None
    day: dt.date | None = None  # first day of ``time``
    place: PlaceRef | None = None


@dataclass(slots=True)
class Act:
    """An act told: its category, actors and recipients."""

    event: str
    actors: list[Entity]
    recipients: list[Entity]


_KEPT = 300  # referents looked back to at least


class Memory:
    """The discourse referents of one article. Nothing is kept between articles."""

    def __init__(self, kb: Knowledge, date: dt.date | None, source: str | None) -> None:
        self.kb = kb
        self.date = date
        self.outlet = outlet_of(source)
        self.scene = Scene(self.outlet.country if self.outlet is not None else None)
        self.referents: list[Referent] = []
        self.families: dict[str, Entity] = {}
        self.ahead: dict[str, Entity] = {}  # whom the text will name in full, for the family names of its title
        self.coordinated: list[list[Entity]] = []  # «X وY»: sides if no act has set them against each other
        self.pairs: list[list[Entity]] = []  # two sides of meetings, quarrels and fights, latest last
        self.speakers: list[Party] = []  # latest last
        self.subjects: list[Party] = []
        self.deeds: list[Deed] = []
        self.acts: list[Act] = []  # every act told, latest last
        self.named_here: set[str | None] = set()  # countries of the states and sides that the present sentence names
        self.received: tuple[list[Entity], Entity] | None = None  # (speaker, the outlet that took down the words)
        self.quoted: dict[int, int] = {}  # sentence -> the token up to which it goes on with an earlier quotation
        self.quoting: list[Entity] = []  # whose quotation that is
        self.relayed: tuple[list[Entity], Entity, int] | None = None  # (who was quoted, the agency, in which sentence)
        self.said: tuple[tuple[str, int], dt.date] | None = None  # (paragraph, day) of the last dated statement
        self.struck: list[tuple[tuple[str, int], list[tuple[str | None, str | None]], TimeRef, dt.date]] = []
        self.day: dt.date | None = None  # the last day named: «صباحا» "in the morning" is that day's
        self.place: PlaceRef | None = None  # the last place named: «المدينة» "the city"
        self.local: str | None = None  # the country of the last place with «في» in this paragraph
        self.paragraph: tuple[str, int] = ("", -1)

    # notes ------------------------------------------------------------------------------------------------------

    def introduce(self, mentions: list[Mention], families: set[str]) -> bool:
        """Add to ``families`` the names by which the people of ``mentions`` may be called from here on; whether any is new."""
        before = len(families)
        for mention in mentions:
            if mention.entity.kind == "person" and mention.end - mention.start > 1:
                for family in families_of(mention):
                    families.add(family)
                    self.ahead.setdefault(family, mention.entity)
        return len(families) > before

    @staticmethod
    def called_again(mentions: list[Mention], tokens: list[Token]) -> bool:
        """«قال الخبير عباس شراقي إن ...، ورأى شراقي أن»: the sentence that introduces somebody calls them by name again."""
        for mention in mentions:
            if mention.entity.kind == "person" and mention.end - mention.start > 1:
                names = families_of(mention)
                if any(token.norm.endswith(name) for token in tokens[mention.end :] for name in names):
                    return True
        return False

    def enter(self, field: str, paragraph: int) -> None:
        """A new sentence begins; a new paragraph forgets where the last one was set."""
        if (field, paragraph) != self.paragraph:
            self.paragraph = (field, paragraph)
            self.local = None

    def note(self, mention: Mention, entity: Entity, sentence: int, head: str = "") -> None:
        """Remember that ``mention``, headed by the word ``head``, spoke of ``entity``."""
        self.referents.append(
            Referent(entity, mention.key, mention.ref, mention.family, sentence, mention.number, head)
        )
        if len(self.referents) > 2 * _KEPT:  # time linear in the length of the text
            del self.referents[:_KEPT]
        if entity.kind == "person" and mention.ref in ("name", "office", "counterpart"):
            long = mention.end - mention.start > 1
            for family in families_of(mention):
                known = self.families.get(family)
                if known is None or (long and (known.country is None or mention.ref != "name" or entity.country)):
                    self.families[family] = entity

    def note_pair(self, entities: list[Entity]) -> None:
        """Remember the sides of a meeting, quarrel or fight."""
        sides = [e for e in entities if e.sector not in _NO_SIDE or e.kind == "person"]
        if len(sides) >= 2 and len({(e.name, e.country, e.sector) for e in sides}) >= 2:
            self.pairs.append(sides)
            del self.pairs[:-_KEEP]

    def note_speaker(self, speaker: Party) -> None:
        """Remember who spoke last."""
        if speaker.entities:
            self.speakers.append(speaker)
            del self.speakers[:-_KEEP]

    def note_subject(self, subject: Party) -> None:
        """Remember the subject of a main clause."""
        if subject.entities:
            self.subjects.append(subject)
            del self.subjects[:-_KEEP]

    def is_source(self, entity: Entity) -> bool:
        """Whether an outlet is the paper that prints the article."""
        return is_outlet(self.outlet, entity)

    # lookups ----------------------------------------------------------------------------------------------------

    @property
    def last_speaker(self) -> list[Entity]:
        """Who spoke last, or nobody."""
        return self.speakers[-1].entities if self.speakers else []

    def latest(self, test: Callable[[Referent], bool]) -> Entity | None:
        """The latest referent that passes a test."""
        for r in reversed(self.referents):
            if test(r):
                return r.entity
        return None

    def latest_person(self) -> Entity | None:
        """The last person named."""
        for r in reversed(self.referents):
            if r.entity.kind == "person" and (r.entity.name or r.family):
                return r.entity
        return None

    def speaker_that_fits(self, number: str, gender: str) -> list[Entity]:
        """The latest speaker that a verb of this number and gender can continue."""
        for speaker in reversed(self.speakers):
            if speaker.fits(number, gender):
                return speaker.entities
        return []

    def subject_that_fits(self, number: str, gender: str) -> list[Entity]:
        """The latest subject of a main clause that a verb of this number and gender can have."""
        for subject in reversed(self.subjects[-4:]):
            if subject.fits(number, gender):
                return subject.entities
        return []

    def cued(self, entities: list[Entity]) -> bool:
        """Whether the present sentence names the country of one of them."""
        return any(e.country in self.named_here for e in entities)

    def deed(self, event: str, lemma: str, mode: str | None, sentence: int) -> Deed | None:
        """The latest deed of this kind with known actors: same word, else same mode; one with a country that the
        sentence names («بدعوة من الجانب الإيراني») before others."""
        best = None
        for deed in (*(d for d in reversed(self.deeds) if self.cued(d.actors)), *reversed(self.deeds)):
            if deed.event != event or not deed.actors or sentence - deed.sentence > 8:
                continue
            if deed.lemma == lemma:
                return deed
            if best is None and (mode is None or deed.mode is None or deed.mode == mode):
                best = deed
        return best

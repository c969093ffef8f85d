"""Roles of event nouns: the frame's roles filled from what stands around the noun (:mod:`musnad.frames.nouns`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.frames.elements import Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.lexicon.frames import Entry, Frame
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention

if TYPE_CHECKING:
    from musnad.frames.build import _RowBuilder

_DIRECTIONS = grammar().directions
_ARMS = grammar().arms
_AGENT_REACH = 4  # elements from the noun to its agent: a later «على يد» belongs to another word
_AGENT_PREPOSITIONS = ("من قبل", "من جانب", "علي يد", "علي ايدي", "من طرف", "بين")

_MISSILES = grammar().missiles
_CARRIED = frozenset(("object", "object2", "ب"))
_PLACES = grammar().place_nouns
_CLAIMING = grammar().claiming_verbs
_UNARMED = frozenset(("CVL", "REF", "EDU", "MED", "JRN", "UNK"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "PROTEST", "AID", "SANCTION"))  # done, not said


def _reporter(filler: Filler) -> bool:
    """«أفادت مصادر بمواجهات» "sources reported clashes": sources and media tell of what others did."""
    mention = filler.mention
    return mention is not None and (mention.entity.sector == "JRN" or mention.key.endswith("source"))


def _among_victims(got: list[Filler]) -> bool:
    """«الخسائر بين المدنيين» "the losses among civilians": one people of no arms is not two sides."""
    mention = got[0].mention
    return len(got) == 1 and mention is not None and mention.ref == "people" and mention.entity.sector in _UNARMED


def within_place(builder: _RowBuilder, mention: Mention) -> bool:
    """«هجوم شرقي تركيا»: the state is part of where, not who."""
    if mention.ref not in ("state", "metonym"):
        return False
    if mention.start and builder.tokens[mention.start - 1].norm in _DIRECTIONS:
        return True
    return any(p.start < mention.start < p.end for p in builder.row.places)


@dataclass(slots=True)
class NounArguments:
    """What stands around an event noun."""

    builder: _RowBuilder
    element: int
    token: int
    entry: Entry
    genitive: list[Filler] = field(default_factory=list)
    deep: list[Filler] = field(default_factory=list)  # inside the genitive: «قصف مواقع الحوثيين»
    adjectives: list[Filler] = field(default_factory=list)
    prepositions: list[tuple[str, list[int]]] = field(default_factory=list)
    carrier: str = ""
    achieved: bool = False
    proclitics: int = 0  # letters of و، ف، ب، ل، ك before the noun
    clause_subject: list[Filler] = field(default_factory=list)
    carried_actor: list[Filler] = field(default_factory=list)
    carried_roles: dict[str, list[Filler]] = field(default_factory=dict)
    controller: list[Filler] = field(default_factory=list)  # subject of the verb that governs the phrase
    governing: int = -1  # element of that verb
    governed_as: str = ""  # subject, object, or the preposition
    relative: int = -1  # element of the verb of a relative clause on the noun
    subject_elements: list[int] = field(default_factory=list)
    object_elements: list[int] = field(default_factory=list)
    operation: str = ""  # «عملية» "operation" right before the noun, which says what operation it is
    notes: list[str] = field(default_factory=list)
    genitive_clitic: str = ""

    def preposition(self, word: str) -> list[int]:
        for prep, group in self.prepositions:
            if prep == word or (word == "بحق" and prep == "في حق"):
                return group
        return []

    def naming(self, word: str) -> list[int]:
        """The first phrase with this preposition that names somebody: «استعادة أحياء من المدينة من المتمردين»."""
        groups = [group for prep, group in self.prepositions if prep == word or (word, prep) == ("بحق", "في حق")]
        return next((g for g in groups if fillers(self.builder.row, g)), groups[0] if groups else [])

    def beside(self, word: str) -> list[int]:
        """The phrase with this preposition, if it follows the noun at once."""
        group = self.preposition(word)
        after = self.element + 1
        while after < len(self.builder.elements) and self.builder.elements[after].tag is Tag.CLOSE:
            after += 1  # «العمليات الانتحارية» للتنظيم: a quotation mark
        return group if group and group[0] == after else []

    def surface(self) -> str:
        """The noun as it stands, without article and proclitics: «مباحثات»."""
        norm = self.builder.b.words.bare(self.builder.tokens[self.token].norm)
        if (
            self.proclitics
            and len(norm) > self.proclitics + 2
            and not self.builder.tokens[self.token].norm.startswith(("وال", "بال", "لل", "ال"))
        ):
            norm = norm[self.proclitics :]
        return (
            norm[: len(norm) - len(self.genitive_clitic)]
            if self.genitive_clitic and norm.endswith(self.genitive_clitic)
            else norm
        )

    def assign(self, event: Event, frame: Frame) -> None:
        """Fill the roles of ``frame``; support verbs and controllers fill what the phrase itself leaves open."""
        used_genitive = False
        for role, places in frame.roles.items():
            if role == "content":
                continue
            for place in places:
                got: list[Filler] = []
                if place == "subject":
                    got, used_genitive = self.subject_fillers(frame, used_genitive)
                elif place in ("object", "object2"):
                    got = self.object_fillers(frame)
                elif place == "genitive":
                    got = self.genitive_for(role, frame)
                elif place == "adjective":
                    got = self.adjectives
                elif place != "clause":
                    got = fillers(
                        self.builder.row,
                        self.named_only(self.preposition(place))
                        if role == "recipient" and place in ("ل", "الي")
                        else self.naming(place)
                        if role == "recipient"
                        else self.preposition(place),
                    )
                    if place in ("في", "ب") and role == "recipient":
                        got = [
                            f for f in got if f.mention is None or not within_place(self.builder, f.mention)
                        ]  # «انفجار بشمال أفغانستان»
                    if place == "علي" and frame.event == "ASSAULT":
                        # «غارات على صنعاء»: a capital is where they fell, not its government
                        got = [f for f in got if f.mention is None or f.mention.ref != "metonym" or f.of_place]
                    if place == "من" and role == "actor":  # «قصف من قلعة القاهرة»: whence
                        got = [f for f in got if f.mention is None or not self.inside(f)]
                    if place == "ل" and role == "recipient" and got and self.force_after(got):
                        event.roles.setdefault("actor", list(got))  # «قصف مدفعي للحوثيين»
                        got = []
                if got:
                    event.roles[role] = list(got)
                    break
        for role, got in self.carried_roles.items():
            if got and (role not in event.roles or (role == "actor" and not used_genitive)):
                event.roles[role] = list(got)
        if "actor" not in event.roles and self.adjectives:
            event.roles["actor"] = list(self.adjectives)
        mutual = "actor" in self.carried_roles and "recipient" in self.carried_roles  # «تبادل الطرفان الاتهامات»
        if (
            "actor" in event.roles
            and "recipient" in event.roles
            and not mutual
            and (self.entry.masdar_genitive == "object" or self.entry.kind == "phrase")
        ):
            mine = {id(f.mention) for f in event.roles["recipient"] if f.mention is not None}
            event.roles["actor"] = [f for f in event.roles["actor"] if f.mention is None or id(f.mention) not in mine]
            if not event.roles["actor"]:
                del event.roles["actor"]
        if "actor" not in event.roles:
            for prep in _AGENT_PREPOSITIONS:
                if prep == "بين" and frame.rule.startswith("assault.result"):
                    continue  # «مقتل ستة في مواجهات بين الشرطة ومسلحين»: who fought, not who killed
                if (group := self.preposition(prep)) and (prep == "بين" or group[0] <= self.element + _AGENT_REACH):
                    got = fillers(self.builder.row, group)
                    if got and not (prep == "بين" and _among_victims(got)):
                        event.roles["actor"] = list(got)
                    break
        if (
            "actor" not in event.roles
            and self.entry.kind in ("noun", "phrase")
            and frame.event in ("ASSAULT", "CONSULT")
            and (group := self.beside("ل"))
            and (got := fillers(self.builder.row, group))
        ):
            event.roles["actor"] = list(got)  # «هجوم للمسلحين»: the author of an indefinite noun
        after = self.builder.elements[event.element + 1 : event.element + 2]
        described = bool(after) and after[0].tag is Tag.RELATIVE
        told = described or "partner" in event.roles or not (event.analysis is not None and event.analysis.article)
        if (
            "actor" not in event.roles
            and frame.event == "CONSULT"
            and self.clause_subject
            and not self.genitive
            and told  # «أكد خلال اللقاء أن»: a contact told before
        ):
            event.roles["actor"] = list(self.clause_subject)  # «قال الوزير خلال لقاء مع نظيره»
        result = frame.rule.startswith("assault.result")
        if (
            "actor" not in event.roles
            and self.controller
            and (not self.carrier or self.claimed)
            and self.governed_as != "subject"
            and "actor" in frame.roles
            and not result
            and (frame.event not in _DEEDS or not any(_reporter(f) for f in self.controller))
        ):
            event.roles["actor"] = list(self.controller)
            event.notes.append("controlled")

    @property
    def claimed(self) -> bool:
        """«تبنى التنظيم الهجوم الذي استهدف كذا»: who claims an attack has made it, whatever carries the noun besides."""
        return self.governed_as == "object" and self.builder.elements[self.governing].word in _CLAIMING

    def named_only(self, group: list[int]) -> list[int]:
        """«دعوة إلى الرئيس لزيارة المملكة»: an act to be done is no recipient."""
        out = []
        for j in group:
            e = self.builder.elements[j]
            if e.mention is None and e.events and e.events[0][0] == e.head and e.events[0][1].pos == "masdar":
                continue
            out.append(j)
        return out

    def force_after(self, got: list[Filler]) -> bool:
        """An indefinite shelling «of» a force is by it."""
        mention = got[0].mention
        token = self.builder.tokens[self.token].norm
        armed = mention is not None and (
            mention.entity.sector in ("MIL", "REB", "PRM", "UAF")
            or self.builder.b.words.bare(self.builder.tokens[mention.start].norm).removeprefix("ل") in _ARMS
        )
        if self.entry.lemma == "كمين":  # «في كمين لحركة الشباب»; that of an army may be on it
            return mention is not None and mention.entity.sector in ("REB", "PRM", "UAF")
        return armed and self.entry.lemma == "قصف" and not self.genitive and not token.startswith(("ال", "وال", "بال"))

    def genitive_for(self, role: str, frame: Frame) -> list[Filler]:
        """The genitive, where a frame lets it be either side: «قصف الطيران على» (author), «قصف المدينة» (target)."""
        both = "genitive" in frame.roles.get("actor", ()) and "genitive" in frame.roles.get("recipient", ())
        if both and self.entry.masdar_genitive == "object":
            marked = self.object_marked(frame) or any(
                fillers(self.builder.row, self.preposition(p))
                for p in frame.roles["recipient"]
                if p not in ("genitive", "ل")
            )
            if marked != (role == "actor"):
                return []
        return self.genitive or self.deep

    def subject_fillers(self, frame: Frame, used: bool) -> tuple[list[Filler], bool]:
        if self.adjectives and not self.genitive:
            return self.adjectives, used
        if self.genitive and (self.entry.masdar_genitive == "subject" or self.object_marked(frame)):
            return self.genitive, True
        if self.genitive_clitic and self.governing >= 0 and self.controller:
            own = self.governed_as in _CARRIED or self.entry.masdar_genitive == "object"
            return (self.controller if own else self.genitive), used  # «بعد اكتمال سيطرتهم»: whom the pronoun means
        return self.adjectives, used

    def object_marked(self, frame: Frame) -> bool:
        """The object stands elsewhere, so the genitive is the subject: «قصف التحالف لمواقع ...», «استهداف النظام
        المدنيين»; or the genitive is a force that shells, not one that is shelled («قصف القوات الحكومية»)."""
        if self.bare_object() or self.place_after():
            return True
        accused = self.governed_as == "ب" and bool(self.controller)  # «اتهم الجيش بقصف مقاتليه»
        bombards = self.entry.lemma == "قصف" and not accused and not self.deep
        if bombards and self.genitive and self.genitive[0].mention is not None:
            mention = self.genitive[0].mention
            if mention.entity.sector in ("MIL", "REB", "PRM", "UAF") or mention.ref in ("state", "metonym"):
                return True
        group = self.preposition("ل")
        if not group or not self.near(group[0]):
            return False
        return bool(fillers(self.builder.row, group)) or (bool(self.genitive) and self.is_place(group[0]))

    def inside(self, filler: Filler) -> bool:
        """A state or capital that only says where the place is that the phrase names."""
        mention = filler.mention
        if mention is None or mention.ref not in ("state", "metonym") or filler.element < 0:
            return False
        return self.builder.elements[filler.element].mention is not mention

    def near(self, k: int) -> bool:
        """Only time and place stand between the noun and phrase ``k``: «قصف التحالف أمس لمواقع», not «اختطاف مواطنين بتهمة
        الانتماء لداعش» "abduction of citizens on the charge of belonging to ISIS"."""
        return all(e.tag is Tag.TIME or e.prep in ("في", "") for e in self.builder.elements[self.element + 1 : k])

    def place_after(self) -> bool:
        """«مهاجمة الحوثيين القرية» "the Houthis' attack on the village": a place right after the genitive is the object."""
        k = self.element + 1
        if not self.genitive or k >= len(self.builder.elements):
            return False
        e, before = self.builder.elements[k], self.builder.elements[self.element]
        if e.tag is not Tag.PHRASE or e.prep or e.conj or e.start != before.end or e.mention is not None:
            return False
        return e.word in _MISSILES or (
            e.definite and self.is_place(k)
        )  # «إطلاق الحوثيين صاروخا» "the Houthis' launch of a missile"

    def is_place(self, k: int) -> bool:
        """Whether phrase ``k`` is a place: «لمدينة دوما», «القرية», «للمدن السورية»."""
        e = self.builder.elements[k]
        word = e.word.removeprefix("لل").removeprefix("ل") if e.prep == "ل" else e.word
        return word.removeprefix("ال") in _PLACES

    def bare_object(self) -> list[Filler]:
        """A bare phrase after the genitive: the object of the masdar."""
        if not (self.genitive or self.genitive_clitic):
            return []
        for prep, group in self.prepositions:
            if prep == "":
                got = fillers(self.builder.row, group)
                return [f for f in got if f.mention is None or not within_place(self.builder, f.mention)]
        return []

    def object_fillers(self, frame: Frame) -> list[Filler]:
        if got := self.bare_object():
            return got
        if self.entry.masdar_genitive == "object" and not self.object_marked(frame):
            if self.genitive_clitic and self.governing >= 0 and self.controller and self.governed_as == "object":
                return self.deep
            return self.genitive or self.deep
        if group := self.preposition("ل"):
            got = fillers(self.builder.row, group)
            if got:
                return got
        if self.entry.kind == "phrase":  # «إطلاق سراح المعتقلين»
            return self.genitive or self.deep
        return self.deep

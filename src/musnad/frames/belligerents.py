"""Who fights where the act's own phrase does not say it: the side that stands in the clause around a battle, the owner of
the arms that shell, the one an attack is laid at the door of.

Runs over the events of one row before their victims are merged (:mod:`musnad.frames.incidents`).
"""

from __future__ import annotations

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.frames.verbs import Arguer, Arguments
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity

_ARMED = frozenset(("MIL", "REB", "PRM", "UAF", "COP"))
_STATE_FORCES = frozenset(("MIL", "COP", "SPY"))
_CAMPAIGNS = grammar().campaigns
_CIRCUMSTANCE = grammar().battle_prepositions
_FALLING = grammar().result_words
_LAUNCHING = grammar().launching
_CASUALTIES = grammar().casualties
_ARMS = grammar().arms
_UNDERTAKING = grammar().undertaking_nouns
_REACH = 4  # elements that may stand between «إقدام مسلحين» and the act they undertook


class Belligerents:
    """Finds the sides of the acts of force of one row."""

    def __init__(self, row: Row, tree: Tree, arguer: Arguer, verb_of: dict[int, Event]) -> None:
        self.row = row
        self.tree = tree
        self.arguer = arguer
        self.verb_of = verb_of

    def find(self, events: list[Event]) -> None:
        """Give each act of force that lacks its author or one of its sides what stands around it."""
        for event in events:
            if event.event == "ASSAULT" and event.nominal and "actor" in event.roles:
                self._spare_victims(event)
            if event.nominal and "controlled" in event.notes and (got := self._undertaker(event)):
                event.roles["actor"] = got
            if event.event not in ("ASSAULT", "COERCE") or "actor" in event.roles:
                continue
            if got := self._campaign(event, events):
                event.roles["actor"] = got
                continue
            if event.event != "ASSAULT":
                continue
            if event.nominal:
                got = self._undertaker(event) or self._sides(event) or self._arms_beside(event)
                if not got and "subject" not in event.notes:
                    got = self._launched(event)
            else:
                got = self._arms(event.subject) if not event.passive else []
            if got:
                event.roles["actor"] = got

    def _spare_victims(self, event: Event) -> None:
        """«أحد المصابين بتفجير المسجد» "one of those hurt in the bombing of the mosque": the hurt and the dead did not do it."""
        kept = [f for f in event.fillers("actor") if f.mention is None or not self._hurt(f.mention)]
        if kept:
            event.roles["actor"] = kept
        else:
            del event.roles["actor"]

    def _hurt(self, mention: Mention) -> bool:
        words = (self.row.sentence.tokens[t].norm for t in range(mention.start, mention.end))
        return any(word.removeprefix("و").removeprefix("ب").removeprefix("ال") in _CASUALTIES for word in words)

    def _campaign(self, event: Event, events: list[Event]) -> list[Filler]:
        """«قتل 12 مسلحا في حملة شنتها القوات المسلحة», «مقتل ثلاثة في عملية للجيش»: whoever wages the campaign."""
        if not (event.passive or event.frame.rule.startswith("assault.result")):
            return []
        for k in range(event.element, min(len(self.row.elements), event.element + _REACH + 2)):
            element = self.row.elements[k]
            if element.tag is not Tag.PHRASE or element.clause != event.clause or element.prep not in _CIRCUMSTANCE:
                continue
            heads = {self.row.sentence.tokens[t].norm.removeprefix("ال") for t in range(element.head, element.end)}
            if not heads & _CAMPAIGNS:
                continue
            waged = [f for e in events if e.element == k for f in e.fillers("actor")] or fillers(self.row, [k])
            if not waged and k + 1 < len(self.row.elements) and self.row.elements[k + 1].prep == "ل":
                waged = fillers(self.row, [k + 1])
            return [f for f in waged if f.mention is not None and f.mention.entity.sector in _STATE_FORCES]
        return []

    def _sides(self, event: Event) -> list[Filler]:
        """«سيطر الجيش على البلدة بعد معارك مع المتمردين» "the army took the town after battles with the rebels": who did
        so has fought; «طردت المقاومة المتمردين بعد معارك»: both have."""
        element = self.row.elements[event.element]
        clause = self.tree.clauses[event.clause]
        if "partner" not in event.frame.roles or element.prep not in _CIRCUMSTANCE or clause.verb < 0:
            return []
        if any(e.tag is Tag.VERB for e in self.row.elements[clause.verb + 1 : event.element]):
            return []
        verb = self.verb_of.get(clause.verb)
        if verb is not None and verb.passive and "partner" in event.roles:
            return self._fighters(verb.fillers("actor"))  # «قتل شاب برصاص الجيش خلال مواجهات مع محتجين»
        fell = self.row.elements[clause.verb].word in _FALLING or self._told_or_dead(clause, event)
        if fell or (verb is not None and (verb.passive or verb.frame.rule.startswith("assault.result"))):
            return []  # «قتل ثلاثة جنود في معارك مع» "three soldiers were killed in battles with": the dead are told apart
        ours = self._fighters(self._subject(clause))
        if not ours or "partner" in event.roles:
            return ours
        theirs = self._fighters(verb.fillers("recipient")) if verb is not None and verb.event == "ASSAULT" else []
        return [*ours, *theirs] if theirs else []

    def _told_or_dead(self, clause: Clause, event: Event) -> bool:
        """«أعلن الجيش مقتل سبعة من جنوده في اشتباكات مع» "the army announced the death of seven in clashes with"."""
        verb = self.verb_of.get(clause.verb)
        if verb is not None and verb.event == "SAY":
            return True
        between = self.row.elements[clause.verb + 1 : event.element]
        return any(a.entry is not None and a.entry.lemma in _FALLING for e in between for _, a in e.events)

    def _subject(self, clause: Clause) -> list[Filler]:
        arguments: Arguments = self.arguer.arguments(clause, clause.verb)
        if arguments.subject:
            return fillers(self.row, arguments.subject)
        verb = self.verb_of.get(clause.verb)
        return [f for f in verb.fillers("actor") if f.implied == "subject"] if verb is not None else []

    @staticmethod
    def _fighters(found: list[Filler]) -> list[Filler]:
        """Those who may fight: armed ones, or whoever is dropped."""
        return [f for f in found if f.mention is None or f.mention.entity.sector in _ARMED]

    def _undertaker(self, event: Event) -> list[Filler]:
        """«إقدام مستوطنين على قتل», «قيام مجهولين يستقلان دراجة بإطلاق النار» "unknown men on a motorcycle opening fire": who
        undertook it stands in the genitive of the noun before."""
        elements = self.row.elements
        element = elements[event.element]
        prep = element.prep or (event.analysis.prep if event.analysis is not None else "")
        for k in range(event.element - 1, max(-1, event.element - _REACH - 1), -1):
            e = elements[k]
            if e.tag is not Tag.PHRASE:
                if e.tag in (Tag.COMMA, Tag.THAT, Tag.COLON):
                    return []
                continue
            near = prep or k == event.element - 1  # «استئناف إسرائيل قصف غزة» "Israel's resumption of shelling Gaza"
            if near and f"{self._head(e)} {prep}".strip() in _UNDERTAKING:
                return [Filler(mention=m, element=k) for m in e.inner]
            if e.prep == prep and e.events:
                return []  # «قيام الوحدات بملاحقته بإطلاق النار»: it has its act
        return []

    def _head(self, element: Element) -> str:
        norm = self.row.sentence.tokens[element.head].norm
        return norm.removeprefix("و").removeprefix("ب").removeprefix("ال")

    def _launched(self, event: Event) -> list[Filler]:
        """«شنت مقاتلات سلسلة من الغارات» "fighter jets launched a series of raids": the arms that carry the act out."""
        clause = self.tree.clauses[event.clause]
        if not 0 <= clause.verb < event.element or self.row.elements[clause.verb].word not in _LAUNCHING:
            return []
        return self._arms(self.arguer.arguments(clause, clause.verb).subject)

    def _arms(self, group: list[int]) -> list[Filler]:
        """«قصفت مقاتلات مواقع للمتمردين» "fighter jets shelled": arms of no one named are some army's."""
        return [Filler(mention=made, element=k) for k in group for made in (self._armed(self.row.elements[k]),) if made]

    def _arms_beside(self, event: Event) -> list[Filler]:
        """«قصف لمروحيات الأباتشي», «قصف المدفعية على»: the arms an indefinite or targeted shelling is by."""
        for t in range(event.end, self.row.elements[event.element].end):  # «قصف جوي لمروحيات الأباتشي»
            token = self.row.sentence.tokens[t]
            if token.norm.startswith("ل") and token.norm[1:].removeprefix("ل") in _ARMS:
                end = self.row.elements[event.element].end
                made = Mention(t, end, t, token.start + 1, _army(), "people", key="aircraft", number="pl")
                return [Filler(mention=made, element=event.element)]
        after = event.element + 1
        if after < len(self.row.elements) and self.row.elements[after].prep == "ل":
            return self._arms([after])
        return []

    def _armed(self, element: Element) -> Mention | None:
        """A mention of the army whose arms the phrase names, if it names arms."""
        if element.mention is not None or element.head < 0 or element.tag is not Tag.PHRASE:
            return None
        token = self.row.sentence.tokens[element.head]
        word = token.norm.removeprefix("ال").removeprefix("لل")
        if word not in _ARMS:
            word = word[1:]
        if word not in _ARMS:
            return None
        made = Mention(element.start, element.end, element.head, token.start, _army(), "people")
        made.key, made.number, made.definite = "aircraft", "pl", element.definite
        return made


def _army() -> Entity:
    return Entity(kind="people", sector="MIL", by="description")

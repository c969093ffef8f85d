"""Arguments that the clause does not give: who did it where neither the verb nor its noun says so.

A reader takes the author of «تم اعتقال ثلاثة» ("three were arrested") from the arrests told before, that of «القصف
والهجمات التي شنها المسلحون» ("the shelling and the attacks that the gunmen launched") from the other noun. Each rule here
answers for one such construction; a slot that a reader would leave empty stays empty. Every rule looks at a bounded
number of acts told before: linear time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.discourse.scene import is_country
from musnad.frames.event import Event
from musnad.record import Entity

if TYPE_CHECKING:
    from musnad.discourse.entities import SentenceAssembler

_BACK = 40  # acts looked back to
_AUTHORITIES = frozenset(("COP", "MIL", "GOV", "JUD", "SPY", "REB"))
_CROWD = frozenset(("CVL", "EDU", "LAB", "OPP", "REL", "MED", "JRN", "SOC", "BUS", "REF"))
_BY_OTHERS = frozenset(("boycott", "hunger", "strike"))  # parties and states, prisoners, unions
_TAKEN_UP = frozenset(("REJECT", "ACCUSE", "SANCTION"))


class Unsaid:
    """Finds the unsaid arguments of one sentence's events."""

    def __init__(self, sentence: SentenceAssembler) -> None:
        self.s = sentence
        self.nouns = {e.element: e for e in sentence.events if e.nominal}

    def actors(self, event: Event) -> list[Entity]:
        """Who did it, by the first rule that answers; nobody if a reader would not know."""
        if any(f.mention is not None for f in event.fillers("actor")):
            return []
        if event.event == "SAY":
            return self.speaker(event)
        beside = self.beside(event)
        if beside:
            return beside
        if event.event == "COERCE":
            return [] if self.told(event) else self.authority(event)
        if event.event == "PROTEST":
            return self.crowd(event)
        if event.event in _TAKEN_UP and not event.nominal and not self.told(event):
            return self.latest(event.event)
        return []

    @staticmethod
    def told(event: Event) -> bool:
        """The verb has a subject of its own, only nobody the coder knows: no reason to put another in its place."""
        return bool(event.subject) and not (event.passive or event.nominal)

    def latest(self, *events: str) -> list[Entity]:
        """The actors of the latest act of these categories."""
        for act in reversed(self.s.memory.acts[-_BACK:]):
            if act.event in events and act.actors:
                return act.actors
        return []

    def speaker(self, event: Event) -> list[Entity]:
        """«وقال كام» ("and Kam said"): one name that the coder cannot read calls back who spoke before; a full name, or
        a name with the article («قال الله»), brings in somebody new."""
        analysis = event.analysis
        if event.nominal or event.passive or event.in_relative or analysis is None:
            return []
        if analysis.person != 3 or analysis.number != "s" or self.s.tree.clauses[event.clause].kind == "relative":
            return []
        words = [self.s.row.elements[k] for k in event.subject]
        if any(e.end - e.start > 1 or self.s.tokens[e.start].norm.startswith("ال") for e in words if not e.actors):
            return []
        return [e for e in self.s.memory.speaker_that_fits("s", analysis.gender) if e.kind == "person"]

    def beside(self, event: Event) -> list[Entity]:
        """«القصف والهجمات التي شنها المسلحون» ("the shelling and the attacks that the gunmen launched"): coordinate
        nouns of one kind have one author."""
        if not event.nominal:
            return []
        elements = self.s.row.elements
        for k in (event.element - 1, event.element + 1):
            other = self.nouns.get(k)
            if other is None or other.event != event.event or other.clause != event.clause:
                continue
            if other.entry is not event.entry and elements[max(k, event.element)].conj:
                # what stands on the other noun itself: its own unsaid author would ask back, noun after noun
                found = self.s.entities(other.fillers("actor"), other)
                if found:
                    return found
        return []

    def authority(self, event: Event) -> list[Entity]:
        """«تم ضبط أسلحة» ("weapons were seized"): whoever arrested and raided before."""
        for act in reversed(self.s.memory.acts[-_BACK:]):
            if act.event in ("COERCE", "ASSAULT") and act.actors:
                found = [e for e in act.actors if e.sector in _AUTHORITIES and e.country]
                if found:
                    return found
        return []

    def crowd(self, event: Event) -> list[Entity]:
        """«الاحتجاجات» ("the protests"): those who protested before, else the people of the country."""
        for act in reversed(self.s.memory.acts[-_BACK:]):
            if act.event == "PROTEST" and act.actors:
                return [e for e in act.actors if e.sector in _CROWD]
        if event.mode in _BY_OTHERS:
            return []
        place = self.s.places.of_event(event)
        country = (place.place.country if place is not None else None) or self.s.memory.scene.home()
        if not is_country(country):
            return []
        return [Entity(name="protesters", kind="people", country=country, sector="CVL", by="description")]

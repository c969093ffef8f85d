"""On whose word an event stands: the chain from the article inward, speaker and carrier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from musnad.discourse.scopes import enclosing
from musnad.frames.event import Event
from musnad.record import Entity, Link

if TYPE_CHECKING:
    from musnad.discourse.entities import SentenceAssembler

QUOTED_FROM = "say.quote-from"  # «نقلت الوكالة عن الوزير»: the rule of the frame lexicon
OWN_WORDS = "say.say-noun"  # «قوله»
_BEGINS = "say.say"  # «قال»
_GOES_ON = 3  # sentences after which somebody quoted by an agency is no longer on its word


class Attribution:
    """The chains of one sentence."""

    def __init__(self, sentence: SentenceAssembler) -> None:
        self.s = sentence

    def speaker_of(self, event: Event) -> list[Entity]:
        """Who tells an event: the actors of the innermost scope around it."""
        for scope in reversed(enclosing(self.s.scopes, event)):
            if id(scope.owner) in self.s.resolving:
                continue
            actors = self.s.actors(scope.owner)
            if actors:
                return actors
        return self.quoting(event)

    def quoting(self, event: Event) -> list[Entity]:
        """Whose quotation, opened in an earlier sentence, the event stands in."""
        memory = self.s.memory
        return [unplaced(e) for e in memory.quoting] if event.start < memory.quoted.get(self.s.index, 0) else []

    def carrier(self, event: Event) -> list[Entity]:
        """«نقلت الوكالة عن الوزير»: the agency."""
        return (
            [unplaced(e) for e in self.s.subjects.at(event.element, event, 0).entities]
            if event.frame.rule == QUOTED_FROM
            else []
        )

    def quoted_by(self, event: Event) -> Event | None:
        """The «نقلت عنه» in whose content «قوله» stands."""
        for other in self.s.events:
            if (
                other.frame.rule == QUOTED_FROM
                and other.start < event.start <= other.start + 14
                and other.clause == event.clause
            ):
                return other
        return None

    def quotes_words(self, event: Event) -> bool:
        """«نقلت عنه قوله»: the words are told by a noun of saying of its own."""
        return any(
            o.event == "SAY"
            and o.frame.rule.startswith(OWN_WORDS)
            and event.start < o.start <= event.start + 14
            and o.clause == event.clause
            for o in self.s.events
        )

    def chain(self, event: Event) -> tuple[list[Link], Entity | None, Entity | None]:
        """(chain from the article inward, speaker, via)."""
        links: list[Link] = []
        source = self.s.row.sentence
        quoting = joint(self.quoting(event))
        if quoting is not None:
            links.append(Link(who=quoting, cue=source.span(0, 1), channel=None))
        for scope in enclosing(self.s.scopes, event):
            owner = scope.owner
            who = joint(self.s.actors(owner))
            cue = source.span(owner.start, owner.end)
            if owner.frame.rule == QUOTED_FROM and not self.quotes_words(owner):
                carrier = joint(self.carrier(owner))
                if carrier is not None:
                    links.append(Link(who=carrier, cue=cue, channel="outlet"))
            if who is None:
                continue
            outlet = self.outlet(owner)
            if outlet is not None:
                links.append(Link(who=outlet, cue=cue, channel="outlet"))
            links.append(Link(who=who, cue=cue, channel=None))
        cue = source.span(event.start, event.end)
        if event.frame.rule == QUOTED_FROM and not self.quotes_words(event):
            carrier = joint(self.carrier(event))
            if carrier is not None:
                links.append(Link(who=carrier, cue=cue, channel="outlet"))
        elif event.frame.rule.startswith(OWN_WORDS) and (quoted := self.quoted_by(event)) is not None:
            carrier = joint(self.carrier(quoted))
            if carrier is not None:
                links = [link for link in links if link.who.name != carrier.name]
                links.append(Link(who=carrier, cue=cue, channel="outlet"))
        relayed = self.relayed(event, links)
        if relayed is not None:
            links.insert(0, Link(who=relayed, cue=cue, channel="outlet"))
        links = [link for i, link in enumerate(links) if not i or not _same(link.who, links[i - 1].who)]
        if links and _same(links[-1].who, joint(self.s.actors(event))) and event.event == "SAY":
            links = links[:-1]  # nobody tells of their own words
        speaker = links[-1].who if links else None
        via = links[-2].who if len(links) > 1 else None
        return links, speaker, via

    def relayed(self, event: Event, links: list[Link]) -> Entity | None:
        """«نقلت رويترز عن مسؤول قوله ... وأضاف المسؤول»: whoever carried the first words carries the next, as long as the
        same person goes on; «قال» begins anew."""
        memory, index = self.s.memory, self.s.index
        if links and links[-1].who.kind == "media" and event.event == "SAY":
            if not memory.is_source(links[-1].who):
                memory.relayed = (self.s.actors(event), links[-1].who, index)
            return None
        if event.frame.rule == _BEGINS and not links:
            memory.relayed = None
        if memory.relayed is None or index - memory.relayed[2] > _GOES_ON:
            return None
        spoken, carrier, _ = memory.relayed
        outermost = links[0].who if links else joint(self.s.actors(event)) if event.event == "SAY" else None
        person = joint(spoken)
        if outermost is None or person is None or (outermost.name, outermost.code) != (person.name, person.code):
            return None
        if not links:
            memory.relayed = (spoken, carrier, index)
        return carrier

    def outlet(self, event: Event) -> Entity | None:
        """The outlet that received the words, unless it is the paper that prints the article."""
        for entity in self.s.recipients(event):
            if entity.kind == "media" and entity.name and not self.s.memory.is_source(entity):
                self.s.memory.received = (self.s.actors(event), entity)
                return entity
        received = self.s.memory.received
        actors = self.s.actors(event)
        if received is None or event.event != "SAY" or not actors or any(e.by != "pronoun" for e in actors):
            return None
        same = [e.code for e in received[0]] == [e.code for e in actors] == [e.code for e in self.s.memory.last_speaker]
        return received[1] if same else None  # «وأضافت المصادر»: still to the agency


def joint(entities: list[Entity]) -> Entity | None:
    """Joint speakers as one entity: the country and sector they share, null where they differ."""
    if not entities:
        return None
    if len(entities) == 1:
        return entities[0]
    first = entities[0]
    names = [e.name for e in entities if e.name]
    return Entity(
        text=first.text, field=first.field, start=first.start, end=first.end,
        name=" and ".join(names) or None,
        kind=first.kind,
        country=first.country if all(e.country == first.country for e in entities) else None,
        sector=first.sector if all(e.sector == first.sector for e in entities) else None,
        by=first.by,
    )  # fmt: skip


def _same(a: Entity, b: Entity | None) -> bool:
    if b is None:
        return False
    return a.name == b.name and a.code == b.code and (a.name is not None or a.start == b.start)


def unplaced(entity: Entity) -> Entity:
    """An entity without a span: who a dropped subject or a pronoun is."""
    return msgspec.structs.replace(entity, text=None, field=None, start=None, end=None, by=entity.by or "pronoun")

"""Dropped subjects and pronouns: «وأضاف», «مشيرا إلى», «غاراته», «استهدفه»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.discourse.agreement import Party
from musnad.frames.elements import Tag
from musnad.frames.event import Event, Filler
from musnad.frames.verbs import Arguer
from musnad.morphology.analyser import Analysis
from musnad.record import Entity

if TYPE_CHECKING:
    from musnad.discourse.entities import SentenceAssembler
    from musnad.frames.clauses import Clause

_DEPTH = 6
_FORCE = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST"))
_CANDIDATES = 12  # elements looked at, nearest first
_NOBODY = Party([])
_HANGING = frozenset(("participle", "beside", "when", "that", "relative"))


class Subjects:
    """Finds who a verb without a subject, or a pronoun, means in one sentence."""

    def __init__(self, sentence: SentenceAssembler, arguer: Arguer) -> None:
        self.s = sentence
        self.arguer = arguer
        self._clause_at: dict[int, Clause] | None = None
        self._found: dict[tuple[int, bool], Party] = {}  # what a verb's subject was found to be; bounds hostile text

    def clause_at(self, element: int) -> Clause | None:
        """The clause whose predicate (or its auxiliary) stands at an element."""
        if self._clause_at is None:
            self._clause_at = {}
            for clause in self.s.tree.clauses:
                for k in (*clause.auxiliaries, clause.verb):
                    if k >= 0:
                        self._clause_at[k] = clause
        return self._clause_at.get(element)

    def of_verb(self, element: int, event: Event, depth: int = 0) -> Party:
        """Who the dropped subject of the verb at ``element`` is."""
        if not depth:
            return self._of_verb(element, event, depth)
        key = (element, event.event == "SAY")
        if key not in self._found:
            self._found[key] = _NOBODY  # while it is looked for
            self._found[key] = self._of_verb(element, event, depth)
        return self._found[key]

    def _of_verb(self, element: int, event: Event, depth: int) -> Party:
        memory = self.s.memory
        analysis = self.s.row.elements[element].analysis
        clause = self.clause_at(element)
        if analysis is None or clause is None or depth > _DEPTH:
            return _NOBODY
        if analysis.person == 1:
            return Party(self.s.attribution.speaker_of(event) or memory.last_speaker)
        number, gender = analysis.number, analysis.gender
        for candidate in dict.fromkeys(self.candidates(clause, element)[:_CANDIDATES]):
            found = self.at(candidate, event, depth)
            if found.fits(number, gender) and not _only_tells(found, event):
                return found
        if analysis.pos != "verb":  # «أولت الصحف ...، مشيرة إلى»: a participle whose verb is not seen
            for k in range(element):
                phrase = self.s.row.elements[k]
                if phrase.tag is Tag.PHRASE and not phrase.prep and phrase.actors:
                    found = self.s.party_of(phrase.actors[:1])
                    if found.fits(number, gender):
                        return found
        if (number != "s" and event.event != "SAY") or (
            clause.kind == "that" and clause.word.endswith(("ه", "ها", "هم", "هما"))
        ):
            found = self.nearest(element, number, gender)
            if found.entities:
                return found
        if number == "d":
            two = self.two_before(element)
            if two:
                return Party(two, number="d")
        if number == "d" and memory.pairs:
            return Party(memory.pairs[-1][:2], number="d")
        if event.event == "SAY":
            speakers = memory.speaker_that_fits(number, gender)
            if speakers:
                return Party(speakers)
        subjects = memory.subject_that_fits(number, gender)
        if subjects and not _only_tells(Party(subjects), event):
            return Party(subjects)
        if event.event == "SAY" and number == "s":
            return Party(memory.last_speaker)
        return _NOBODY

    def two_before(self, element: int) -> list[Entity]:
        """The two persons of the sentence before a dual verb: «زار الوزير برفقة السفير ... والتقيا»."""
        found: list[Entity] = []
        for row_element in self.s.row.elements[:element]:
            for mention in row_element.actors[:1]:
                entities = self.s.mention_entities([mention])
                if (
                    len(entities) == 1
                    and entities[0].kind == "person"
                    and all(e.name != entities[0].name for e in found)
                ):
                    found.append(entities[0])
        return found if len(found) == 2 else []

    def nearest(self, element: int, number: str, gender: str) -> Party:
        """The nearest actor named before the verb in the sentence that agrees with it: «إلا أنهم يرفضون»."""
        for k in range(element - 1, -1, -1):
            actors = self.s.row.elements[k].actors
            if actors and actors[0].ref != "channel":
                found = self.s.party_of(actors[:1])
                if found.fits(number, gender) and (number != "s" or found.gender == gender):
                    return found
        return _NOBODY

    def candidates(self, clause: Clause, element: int) -> list[int]:
        """Elements whose subject this verb may share: what the clause hangs on, the coordinate clauses before it, then
        the clauses around it, nearest first."""
        out: list[int] = []
        if clause.kind in _HANGING and clause.governor >= 0:
            out.append(clause.governor)
        clauses = self.s.tree.clauses
        level: Clause | None = clause
        while level is not None:
            for other in reversed(clauses[: level.index]):
                if other.parent == level.parent and other.kind == "beside" and 0 <= other.verb < element:
                    out.append(other.verb)
            parent = level.parent
            level = clauses[parent] if parent >= 0 else None
            if level is not None and 0 <= level.verb < element:
                out.append(level.verb)
        return out

    def at(self, element: int, event: Event, depth: int) -> Party:
        """The subject of the verb at an element, or the actors of the phrase there."""
        s = self.s
        row_element = s.row.elements[element]
        if row_element.analysis is None or row_element.tag is not Tag.VERB:
            return s.party_of(row_element.actors)
        clause = self.clause_at(element)
        if clause is None or clause.verb < 0:
            return _NOBODY
        args = self.arguer.arguments(clause, clause.verb)
        if args.subject:
            mentions = [m for k in args.subject for m in s.row.elements[k].actors]
            found = s.party_of(mentions, self.verb_gender(row_element.analysis))
            if found.entities:
                return found
        if args.dropped:
            return self.of_verb(clause.verb, event, depth + 1)
        return _NOBODY

    @staticmethod
    def verb_gender(analysis: Analysis) -> str:
        """A singular verb's gender tells its subject's."""
        return analysis.gender if analysis.person == 3 and analysis.number == "s" else ""

    def pronoun(self, filler: Filler, event: Event) -> list[Entity]:
        """Whom a clitic pronoun means: for a possessor the clause's subject, else the nearest mention that agrees."""
        s = self.s
        if filler.clitic in ("نا", "ي", "ني"):
            return s.attribution.speaker_of(event) or s.memory.last_speaker
        if event.nominal:
            clause = s.tree.clauses[event.clause]
            if 0 <= clause.verb < event.element:
                found = self.at(clause.verb, event, 0)
                things = filler.clitic == "هم" and found.loose and not found.human  # «غارات للطائرات لدى انسحابهم»
                if found.fits_pronoun(filler.clitic) and not things and not _only_tells(found, event):
                    return found.entities
        own = {id(f.mention) for f in event.fillers("actor") if f.mention is not None}
        before = [
            m for m in reversed(s.row.mentions) if m.start < event.start and id(m) not in own and m.ref != "channel"
        ]
        if event.event == "SAY":  # «قوله» is a person's, if there is one
            before.sort(key=lambda m: m.entity.kind != "person")
        for mention in before:
            found = s.party_of([mention])
            if found.fits_pronoun(filler.clitic) and not _only_tells(found, event):
                return found.entities
        if event.nominal:
            clause = s.tree.clauses[event.clause]
            if clause.verb > event.element:  # «في زيارته إلى كينيا أكد الرئيس»
                found = self.at(clause.verb, event, 0)
                if found.fits_pronoun(filler.clitic):
                    return found.entities
        for subject in reversed(s.memory.subjects[-3:]):
            if subject.fits_pronoun(filler.clitic):
                return subject.entities
        return []

    def party_of_event(self, event: Event) -> Party:
        """The actors of an event with the features a later verb must agree with."""
        s = self.s
        actors = s.actors(event)
        mentions = [f.mention for f in event.fillers("actor") if f.mention is not None]
        verb = self.verb_gender(event.analysis) if event.analysis is not None and event.analysis.pos == "verb" else ""
        if mentions and len(mentions) == len(event.fillers("actor")) and not event.fillers("partner"):
            found = s.party_of(mentions, verb)
            return Party(actors, found.gender, found.number, found.loose, found.human)
        analysis = event.analysis
        if analysis is not None and any(f.implied == "subject" for f in event.fillers("actor")) and not event.nominal:
            if analysis.number == "s" and analysis.gender == "f" and actors and actors[0].kind != "person":
                return Party(actors, "f", "s", loose=True)
            return Party(actors, analysis.gender, analysis.number)
        return Party(actors, verb, "s" if len(actors) == 1 else "d" if len(actors) == 2 else "p")


def _only_tells(party: Party, event: Event) -> bool:
    """«وقالت المصادر إن ... وقامت بمهاجمة وكر»: sources and media tell of deeds of force, they do none."""
    return event.event in _FORCE and all(e.kind in ("unnamed", "media") and e.sector != "MIL" for e in party.entities)

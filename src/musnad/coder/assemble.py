"""From events to records: entities, chain, time, place, codes. One article at a time; nothing is kept between articles."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec

from musnad.article import Article
from musnad.coder.codes import Codes
from musnad.discourse.memory import Memory
from musnad.discourse.scopes import Scope, enclosing
from musnad.frames.clauses import Tree
from musnad.frames.elements import Row
from musnad.frames.event import Event, Filler
from musnad.frames.verbs import Arguer
from musnad.mentions.actors import Mention
from musnad.mentions.places import PlaceMention
from musnad.mentions.times import TimeMention
from musnad.record import Entity, Link, PlaceRef, Record, Span, TimeRef

_MUTUAL = frozenset(("CONSULT", "AGREE", "ASSAULT", "COOPERATE"))
_PLACED = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "CONSULT", "RETREAT", "AID", "SANCTION"))


class SentenceAssembler:
    """Resolves the events of one sentence against the article's memory."""

    def __init__(self, row: Row, tree: Tree, events: list[Event], scopes: list[Scope], memory: Memory, place: PlaceRef | None) -> None:
        self.row = row
        self.tree = tree
        self.events = events
        self.scopes = scopes
        self.memory = memory
        self.arguer = Arguer(row, tree)
        self.tokens = row.sentence.tokens
        self.field = row.sentence.field
        self.resolved: dict[int, list[Entity]] = {}  # mention start -> entities
        self.actors_of: dict[int, list[Entity]] = {}  # id(event) -> actor entities
        self.recipients_of: dict[int, list[Entity]] = {}
        self.carried_place = place
        self.local = self._local_country()
        self._resolving: set[int] = set()

    # entities ---------------------------------------------------------------------------------------------------

    def _local_country(self) -> str | None:
        """The country this sentence is set in: a place with «في», else a lone nationality."""
        for place in self.row.places:
            if place.prep in ("في", "ب", "قرب", "شمال") and place.place.country:
                return place.place.country
        return None

    def resolve_mentions(self) -> None:
        """Resolve every mention of the sentence in order, and remember it."""
        for mention in self.row.mentions:
            local = self.local
            if mention.ref == "unnamed" and mention.entity.country is None:
                near = self.place_right_after(mention)
                if near is not None and mention.entity.sector == "UNK":
                    entity = msgspec.structs.replace(mention.entity, country=near)
                    self.resolved[mention.start] = [entity]
                    self.memory.note(mention, entity, self.row.sentence.index)
                    continue
                local = near or local
            entities = self.memory.resolve(mention, self.antecedents(mention), self.row.sentence.index, local)
            self.resolved[mention.start] = entities
            for inner in mention.inner:
                self.memory.note(inner, inner.entity, self.row.sentence.index)
            for entity in entities:
                self.memory.note(mention, entity, self.row.sentence.index)
                self.memory.note_country(entity.country)

    def place_right_after(self, mention: Mention) -> str | None:
        """«مصادر محلية في مديرية المخا»: the country of the place that the phrase names."""
        for place in self.row.places:
            if place.prep in ("في", "ب", "من") and mention.end <= place.start <= mention.end + 1:
                return place.place.country
        return None

    def antecedents(self, mention: Mention) -> list[Entity]:
        """Whom «نظيره» ("his counterpart"), «بلاده» ("his country") point to: the speaker whose words these are, else
        the nearest person, state or group before."""
        if mention.ref not in ("counterpart", "possessive"):
            return []
        if mention.ref == "possessive":
            for scope in reversed(self.scopes):
                if scope.start <= mention.start < scope.end and not scope.backward:
                    found = self.mention_fillers(scope.owner.fillers("actor"))
                    if found:
                        return found
        best: list[Entity] = []
        for earlier in self.row.mentions:
            if earlier.start >= mention.start:
                break
            if earlier.ref == "counterpart":
                continue
            entities = self.resolved.get(earlier.start, [])
            if mention.ref == "counterpart":
                if entities and (entities[0].kind == "person" or entities[0].office):
                    best = entities
            elif entities and entities[0].kind in ("person", "state", "group", "body"):
                best = entities
        if best:
            return best
        if self.memory.last_speaker:
            return self.memory.last_speaker
        person = self.memory.latest_person()
        return [person] if person else []

    def mention_fillers(self, fillers: list[Filler]) -> list[Entity]:
        out = []
        for filler in fillers:
            if filler.mention is not None:
                out.extend(self.resolved.get(filler.mention.start, []))
        return out

    def entities(self, fillers: list[Filler], event: Event) -> list[Entity]:
        """Entities with their spans, for a role of ``event``."""
        out: list[Entity] = []
        for filler in fillers:
            if filler.mention is not None:
                out.extend(self.placed(filler.mention))
            elif filler.implied == "subject":
                out.extend(_unplaced(e) for e in self.subject_of(filler.element, event))
            elif filler.implied == "pronoun":
                out.extend(_unplaced(e) for e in self.pronoun(filler, event))
            elif filler.implied == "country":
                out.append(self.adjective(filler))
        return _distinct(out)

    def placed(self, mention: Mention) -> list[Entity]:
        if mention.start not in self.resolved:
            entities = self.memory.resolve(mention, [], self.row.sentence.index, self.local)
        else:
            entities = self.resolved[mention.start]
        end = self.tokens[mention.end - 1].end
        text = self.row.sentence.source[mention.char_start : end]
        return [msgspec.structs.replace(e, text=text, field=self.field, start=mention.char_start, end=end) for e in entities]

    def adjective(self, filler: Filler) -> Entity:
        token = self.tokens[int(filler.clitic)]
        state = self.memory.kb.state(filler.country)
        return msgspec.structs.replace(state, text=token.text, field=self.field, start=token.start, end=token.end)

    def subject_of(self, element: int, event: Event, depth: int = 0) -> list[Entity]:
        """Who the dropped subject of the verb at ``element`` is."""
        analysis = self.row.elements[element].analysis
        clause = next((c for c in self.tree.clauses if c.verb == element), None)
        if analysis is None or clause is None or depth > 6:
            return []
        if analysis.person == 1:
            return self.speaker_of(event) or self.memory.last_speaker
        at = clause.governor if clause.governor >= 0 else -1
        if clause.kind in ("participle", "beside", "when", "that", "relative") and at >= 0:
            found = self.subject_at(at, event, depth)
            if found and self.number_fits(analysis.number, found):
                return found
        parent = clause.parent
        while parent >= 0:
            above = self.tree.clauses[parent]
            if above.verb >= 0 and above.verb != element and above.verb < element:
                found = self.subject_at(above.verb, event, depth)
                if found and self.number_fits(analysis.number, found):
                    return found
            parent = above.parent
        if event.event == "SAY" and self.memory.last_speaker:
            return self.memory.last_speaker
        if analysis.number == "d" and self.memory.pairs:
            return self.memory.pairs[-1]
        return self.memory.last_subject

    def subject_at(self, element: int, event: Event, depth: int) -> list[Entity]:
        row_element = self.row.elements[element]
        if row_element.analysis is None:
            return self.mention_entities(row_element.actors)
        clause = next((c for c in self.tree.clauses if c.verb == element or element in c.auxiliaries), None)
        if clause is None or clause.verb < 0:
            return []
        args = self.arguer.arguments(clause, clause.verb)
        if args.subject:
            found: list[Entity] = []
            for k in args.subject:
                found.extend(self.mention_entities(self.row.elements[k].actors))
            if found:
                return found
        if args.dropped:
            return self.subject_of(clause.verb, event, depth + 1)
        return []

    def mention_entities(self, mentions: list[Mention]) -> list[Entity]:
        out: list[Entity] = []
        for m in mentions:
            out.extend(self.resolved.get(m.start, [m.entity]))
        return out

    @staticmethod
    def number_fits(number: str, found: list[Entity]) -> bool:
        if number == "d":
            return len(found) == 2
        return not (number == "p" and len(found) == 1 and found[0].kind in ("person",))

    def pronoun(self, filler: Filler, event: Event) -> list[Entity]:
        """Whom a clitic pronoun means: for a possessor the clause's subject, else the nearest mention that agrees."""
        if event.nominal and filler.clitic in ("ه", "ها", "هم", "هما"):
            clause = self.tree.clauses[event.clause]
            if clause.verb >= 0 and clause.verb < event.element:
                found = self.subject_at(clause.verb, event, 0)
                if found and self.clitic_fits(filler.clitic, found):
                    return found
        if filler.clitic in ("نا", "ي", "ني"):
            return self.speaker_of(event) or self.memory.last_speaker
        own = {id(f.mention) for role in ("actor",) for f in event.fillers(role) if f.mention is not None}
        for mention in reversed(self.row.mentions):
            if mention.start >= event.start or id(mention) in own:
                continue
            found = self.resolved.get(mention.start, [])
            if found and self.clitic_fits(filler.clitic, found, mention):
                return found
        return self.memory.last_subject if self.clitic_fits(filler.clitic, self.memory.last_subject) else []

    @staticmethod
    def clitic_fits(clitic: str, found: list[Entity], mention: Mention | None = None) -> bool:
        if not found:
            return False
        kind = found[0].kind
        if clitic == "هما":
            return len(found) == 2 or (mention is not None and mention.number == "du")
        if clitic == "هم":
            return len(found) > 1 or kind in ("people", "group", "unnamed") or (mention is not None and mention.number == "pl")
        if clitic == "ها":
            return kind in ("state", "body", "group", "media", "people", "unnamed") or (kind == "person" and found[0].name is not None)
        return len(found) == 1 and kind in ("person", "body", "group", "people", "unnamed", "state")

    # attribution ------------------------------------------------------------------------------------------------

    def speaker_of(self, event: Event) -> list[Entity]:
        chain = enclosing(self.scopes, event)
        for scope in reversed(chain):
            if id(scope.owner) in self._resolving:
                continue
            actors = self.actors(scope.owner)
            if actors:
                return actors
        return []

    def actors(self, event: Event) -> list[Entity]:
        """Actors of an event, with partners of mutual events."""
        if id(event) in self.actors_of:
            return self.actors_of[id(event)]
        self._resolving.add(id(event))
        out = self.entities(event.fillers("actor") + event.fillers("partner"), event)
        self._resolving.discard(id(event))
        self.actors_of[id(event)] = out
        return out

    def chain(self, event: Event) -> tuple[list[Link], Entity | None, Entity | None]:
        """(chain from the article inward, speaker, via)."""
        links: list[Link] = []
        for scope in enclosing(self.scopes, event):
            who = joint(self.actors(scope.owner))
            if who is None:
                continue
            outlet = self.outlet(scope.owner)
            cue = self.row.sentence.span(scope.owner.start, scope.owner.end)
            if outlet is not None:
                links.append(Link(who=outlet, cue=cue, channel="outlet"))
            links.append(Link(who=who, cue=cue, channel=None))
        speaker = links[-1].who if links else None
        via = links[-2].who if len(links) > 1 else None
        if speaker is not None and via is not None and speaker.name is not None and speaker.name == via.name:
            via = links[-3].who if len(links) > 2 else None
        return links, speaker, via

    def outlet(self, event: Event) -> Entity | None:
        """The outlet that received the words, unless it is the paper that prints the article."""
        for entity in self.recipients(event):
            if entity.kind == "media" and entity.name and not self.memory.is_source(entity):
                return entity
        return None

    def recipients(self, event: Event) -> list[Entity]:
        if id(event) in self.recipients_of:
            return self.recipients_of[id(event)]
        out = self.entities(event.fillers("recipient"), event)
        self.recipients_of[id(event)] = out
        return out


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


def _unplaced(entity: Entity) -> Entity:
    return msgspec.structs.replace(entity, text=None, field=None, start=None, end=None, by=entity.by or "pronoun")


def _distinct(entities: list[Entity]) -> list[Entity]:
    seen: set[tuple[object, ...]] = set()
    out = []
    for e in entities:
        key = (e.name, e.country, e.sector, e.text) if e.name is None else (e.name, e.country, e.sector)
        if key not in seen:
            seen.add(key)
            out.append(e)
    return out


def time_of(row: Row, tree: Tree, event: Event) -> TimeMention | None:
    """The time expression that dates an event: in its own clause nearest to it, else in an enclosing clause."""
    if not row.times:
        return None
    inside = {c.index for c in tree.ancestors(event.clause)}
    best: tuple[int, int, TimeMention] | None = None
    clause_of: dict[int, int] = {}
    for element in row.elements:
        if element.time is not None:
            clause_of[element.time.start] = element.clause
    for time in row.times:
        clause = clause_of.get(time.start, 0)
        rank = 0 if clause == event.clause else 1 if clause in inside else 2
        distance = min(abs(time.start - event.end), abs(event.start - time.end))
        if best is None or (rank, distance) < best[:2]:
            best = (rank, distance, time)
    return best[2] if best is not None else None


def place_of(row: Row, tree: Tree, event: Event) -> PlaceMention | None:
    """The place phrase nearest after the trigger in its clause, governed by a preposition of place."""
    best: tuple[int, int, PlaceMention] | None = None
    actor_tokens = {
        t for role in ("actor", "recipient", "partner") for f in event.fillers(role) if f.mention is not None for t in range(f.mention.start, f.mention.end)
    }
    for place in row.places:
        if place.start in actor_tokens and place.prep not in ("في", "ب"):
            continue
        ok = place.prep in ("في", "ب", "قرب", "داخل", "علي", "عند", "شمال", "جنوب", "شرق", "غرب", "وسط", "الي", "نحو", "من", "باتجاه") or place.prep is None and place.specific
        if not ok:
            continue
        rank = 0 if place.prep in ("في", "ب", "قرب", "داخل") else 1
        distance = place.start - event.end if place.start >= event.end else 8 + event.start - place.end
        score = (rank * 4 + distance, rank)
        if best is None or score < best[:2]:
            best = (score[0], score[1], place)
    return best[2] if best is not None and best[0] < 40 else None


def time_ref(row: Row, mention: TimeMention, *, future: bool) -> TimeRef:
    span = row.sentence.span(mention.start, mention.end)
    return TimeRef(field=span.field, start=span.start, end=span.end, text=span.text, value=mention.future_value if future else mention.value, grain=mention.grain)


def place_ref(row: Row, mention: PlaceMention) -> PlaceRef:
    span = row.sentence.span(mention.start, mention.end)
    p = mention.place
    return PlaceRef(field=span.field, start=span.start, end=span.end, text=span.text, name=p.name, country=p.country, geonameid=p.geonameid, lat=p.lat, lon=p.lon)


class Writer:
    """Writes records for one article."""

    def __init__(self, article: Article, date: dt.date | None, codes: Codes, coder: str) -> None:
        self.article = article
        self.date = date
        self.codes = codes
        self.coder = coder

    def record(self, s: SentenceAssembler, event: Event, sentence: int) -> Record:
        row = s.row
        name = event.event
        actors = s.actors(event)
        recipients = s.recipients(event)
        if name in ("CONSULT",) or event.fillers("partner"):
            recipients = [r for r in recipients if all(r.code != a.code or r.name != a.name for a in actors)]
        initiator = joint(s.entities(event.fillers("initiator"), event))
        links, speaker, via = s.chain(event)
        mention = time_of(row, s.tree, event)
        factuality = event.factuality
        if mention is not None and self.date is not None and factuality in ("actual", "ongoing") and self.historical(mention):
            factuality = "historical"
        if factuality in ("actual", "ongoing") and mention is not None and self.ahead(mention, event):
            factuality = "future"
        time = time_ref(row, mention, future=factuality == "future") if mention is not None else None
        place = None
        if name in _PLACED or name == "AGREE":
            found = place_of(row, s.tree, event)
            place = place_ref(row, found) if found is not None else None
        name, factuality = self.schedule(name, event, factuality)
        code = self.codes.of(name, event.mode, event.frame.cameo)
        trigger = self.trigger(row, event)
        content = row.sentence.span(*event.content) if event.content and name in _WITH_CONTENT else None
        mode = event.mode if self.codes.has_mode(name, event.mode) else None
        evidence = row.sentence.span(0, len(row.sentence.tokens))
        digest = hashlib.sha256(f"{self.article.id}\x1f{trigger.field}\x1f{trigger.start}\x1f{name}\x1f{event.frame.rule}".encode("utf-8", "surrogatepass"))
        return Record(
            id=digest.hexdigest()[:16],
            article_id=self.article.id,
            sentence=sentence,
            event=name,
            mode=mode,
            context=[],
            cameo=code.cameo,
            quad=code.quad,
            goldstein=code.goldstein,
            factuality=factuality,  # type: ignore[arg-type]
            trigger=trigger,
            actors=actors,
            recipients=recipients,
            initiator=initiator if name in ("CONSULT", "AGREE") else None,
            speaker=speaker,
            via=via,
            chain=links,
            content=content,
            quoted=content is not None and content.text[:1] in "«\"“" or content is not None and content.start > 0 and row.sentence.source[content.start - 1] in "«\"“",
            time=time,
            date=self.best_date(mention, factuality),
            place=place,
            evidence=evidence,
            confidence=0.5,
            rule=event.frame.rule,
            coder=self.coder,
        )

    @staticmethod
    def schedule(name: str, event: Event, factuality: str) -> tuple[str, str]:
        """A scheduled CONSULT, SUPPORT, COOPERATE or AID is AGREE; a future RETREAT is CONCEDE (codebook 2, rule 1)."""
        if factuality == "future":
            if name in ("CONSULT", "SUPPORT", "COOPERATE", "AID"):
                return "AGREE", factuality
            if name == "RETREAT":
                return "CONCEDE", factuality
        return name, factuality

    def historical(self, mention: TimeMention) -> bool:
        assert self.date is not None
        return (self.date - mention.when.end).days > 31

    def ahead(self, mention: TimeMention, event: Event) -> bool:
        """A present verb dated today or later tells what is to come («تعقد الحكومة اليوم اجتماعا»), and so does any
        act of contact dated after publication."""
        if self.date is None or event.event not in ("CONSULT", "COOPERATE", "AID", "RETREAT", "MOBILIZE", "PROTEST"):
            return False
        if mention.when.start > self.date and mention.value[:10] == mention.when.start.isoformat()[: len(mention.value[:10])]:
            return True
        return event.event in ("CONSULT", "COOPERATE") and event.factuality == "ongoing" and mention.when.start >= self.date

    def best_date(self, mention: TimeMention | None, factuality: str) -> dt.date | None:
        if mention is not None and mention.when is not None:
            return mention.when.start
        return self.date

    @staticmethod
    def trigger(row: Row, event: Event) -> Span:
        """The trigger without proclitic و, ف, ب, ل, ك (but س and the article stay)."""
        first = row.sentence.tokens[event.start]
        start = first.start
        if event.analysis is not None and event.end - event.start == 1:
            start += event.analysis.stem_start
        elif event.analysis is not None:
            start += event.analysis.stem_start
        elif first.norm[:1] in "وف" and len(first.norm) > 3:
            start += 1
        end = row.sentence.tokens[event.end - 1].end
        return Span(field=row.sentence.field, start=start, end=end, text=row.sentence.source[start:end])


_WITH_CONTENT = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "CONCEDE"))

"""The entities of one sentence's events: mentions resolved, dropped subjects and pronouns found, the chain of words."""

from __future__ import annotations

import datetime as dt

import msgspec

from musnad.discourse.agreement import Party, bare, party
from musnad.discourse.anaphora import Resolver
from musnad.discourse.attribution import OWN_WORDS, QUOTED_FROM, Attribution, unplaced
from musnad.discourse.localise import Local
from musnad.discourse.memory import Act, Deed, Memory
from musnad.discourse.placing import Places
from musnad.discourse.scene import is_country
from musnad.discourse.scopes import Scope
from musnad.discourse.subjects import Subjects
from musnad.discourse.unsaid import Unsaid
from musnad.frames.clauses import Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.verbs import Arguer
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.record import Entity, PlaceRef, TimeRef
from musnad.resolve.where import Gazetteer

_ENROLLED = 5  # tokens between people and the group they belong to
_MEMBERSHIP = tuple(grammar().membership)
_SUPPOSING = grammar().supposing
_BOMBED = frozenset(("suicide-attack", "explosives"))
_VICTIMS = frozenset(("CVL", "UNK", "EDU", "BUS", "SOC", "REL", "REF", "MED", "LAB"))
_KIN = frozenset(word.removesuffix("ه") for word in grammar().kin | grammar().companions)
_ADHERENTS = grammar().adherents
_BESIDE = 2  # tokens that may stand between the two sides of «و»
_STRIKES = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST", "AID", "RETREAT"))
_NAMED = frozenset(("name", "office", "state", "metonym", "group", "body", "counterpart"))
_DEEDS = frozenset(("ASSAULT", "CONSULT", "AGREE"))


class SentenceAssembler:
    """Resolves the events of one sentence against the article's memory."""

    def __init__(
        self,
        row: Row,
        tree: Tree,
        arguer: Arguer,
        events: list[Event],
        scopes: list[Scope],
        memory: Memory,
        index: int,
        gazetteer: Gazetteer,
    ) -> None:
        self.row = row
        self.tree = tree
        self.events = events
        self.scopes = scopes
        self.memory = memory
        self.resolver = Resolver(memory)
        self.places = Places(row, tree, gazetteer)
        self.tokens = row.sentence.tokens
        self.field = row.sentence.field
        self.index = index
        self.resolved: dict[int, list[Entity]] = {}  # mention start -> entities
        self.clause_of: dict[int, int] = {}  # mention start -> clause
        self.actors_of: dict[int, list[Entity]] = {}  # id(event) -> actor entities
        self.recipients_of: dict[int, list[Entity]] = {}
        self.subjects = Subjects(self, arguer)
        self.attribution = Attribution(self)
        self.unsaid = Unsaid(self)
        self.resolving: set[int] = set()

    # mentions ---------------------------------------------------------------------------------------------------

    def resolve_mentions(self) -> None:
        """Resolve every mention of the sentence in order, and remember it."""
        row, memory = self.row, self.memory
        memory.enter(self.field, row.sentence.paragraph)
        memory.named_here = {
            m.entity.country for m in row.mentions if m.ref == "state" and is_country(m.entity.country)
        }
        for element in row.elements:
            for mention in element.actors:
                self.clause_of[mention.start] = element.clause
        for mention in row.mentions:
            entities = self.resolve(mention, self.antecedents(mention))
            self.resolved[mention.start] = entities
            for inner in mention.inner:
                found = self.resolve(inner, [])
                self.resolved.setdefault(inner.start, found)
                for entity in found:
                    memory.note(inner, entity, self.index, self.head_word(inner))
            for entity in entities:
                memory.note(mention, entity, self.index, self.head_word(mention))
        self.enrol()
        self.note_coordinated()
        for place in row.places:
            if place.prep in ("في", "ب") and place.place.country:
                memory.local = place.place.country

    def enrol(self) -> None:
        """«مسلحون ينتمون لحزب كذا», «أشخاص يشتبه في انتمائهم إلى تنظيم كذا»: they are coded as the group they belong to."""
        for mention, group in zip(self.row.mentions, self.row.mentions[1:], strict=False):
            if mention.ref != "people" or group.ref not in ("group", "body") or group.start - mention.end > _ENROLLED:
                continue
            between = [self.tokens[t].norm for t in range(mention.end, group.start)]
            if between[-1:] == ["الي"]:
                between.pop()
            elif group.prep != "ل":
                continue
            if not between or not between[-1].startswith(_MEMBERSHIP) or any(w not in _SUPPOSING for w in between[:-1]):
                continue
            whose = self.resolved[group.start][:1]
            self.resolved[mention.start] = [
                msgspec.structs.replace(e, country=w.country, sector=w.sector)
                for e in self.resolved[mention.start]
                for w in whose
            ]

    def head_word(self, mention: Mention) -> str:
        """The noun that heads a mention, without proclitics and article."""
        return bare(self.tokens[max(mention.start, mention.head)].norm)

    def note_coordinated(self) -> None:
        """«X وY» may be the two sides that «الطرفان» points back to."""
        before: Mention | None = None
        joined = False  # «X و«Y»»: the conjunction stands on the quotation mark
        for element in self.row.elements:
            mention = element.mention
            if mention is not None:
                if (
                    before is not None
                    and (element.conj or joined)
                    and mention.ref == before.ref
                    and mention.ref in _NAMED
                ):
                    both = [*self.resolved.get(before.start, [])[:1], *self.resolved.get(mention.start, [])[:1]]
                    alike = len(both) == 2 and is_country(both[0].country) == is_country(both[1].country)
                    if alike and all(e.name for e in both) and both[0].name != both[1].name:
                        self.memory.coordinated.append(both)
                before, joined = mention, False
            elif element.tag is Tag.OPEN and element.conj:
                joined = True
            elif element.tag not in (Tag.OPEN, Tag.CLOSE, Tag.COMMA):
                before = None

    def resolve(self, mention: Mention, subject: list[Entity]) -> list[Entity]:
        """The entities of one mention."""
        attached, clause = self.places.near(mention.start, mention.end, self.clause_of.get(mention.start, -1))
        local = Local(attached, clause, self.memory.local)
        norms = [t.norm for t in self.tokens[mention.start : mention.end]]
        if (allies := self.allies(mention)) is not None:
            return [allies]
        return self.resolver.resolve(mention, norms, subject, self.index, local)

    def allies(self, mention: Mention) -> Entity | None:
        """«الحوثيين والقوات الموالية لهم» "the Houthis and the forces loyal to them": of the side named right before."""
        after = mention.end
        said = any(bare(t.norm) in _ADHERENTS for t in self.tokens[mention.start + 1 : mention.end])
        if not said and after < len(self.tokens) and bare(self.tokens[after].norm) in _ADHERENTS:
            said, after = True, after + 1
        if not (said and after < len(self.tokens) and self.tokens[after].norm in ("له", "لها", "لهم", "لهما")):
            return None
        before = next((m for m in reversed(self.row.mentions) if m.end <= mention.start), None)
        if before is None or not mention.conj or mention.start - before.end > _BESIDE:
            return None
        side = self.resolved.get(before.start, [])
        if not side or not side[0].country or side[0].sector is None:
            return None
        own = mention.entity
        sector = side[0].sector if side[0].sector in ("REB", "PRM") or own.sector == "MIL" else "PRM"
        return msgspec.structs.replace(own, country=side[0].country, sector=sector)

    def antecedents(self, mention: Mention) -> list[Entity]:
        """Whom «نظيره» ("his counterpart"), «بلاده» ("his country") point to: the speaker whose words these are, else
        the nearest person, state or group before."""
        if mention.ref not in ("counterpart", "possessive"):
            return []
        possessive = mention.ref == "possessive"
        if possessive and mention.key in ("state", "country", "government", "people"):
            for scope in reversed(self.scopes):
                if scope.start <= mention.start < scope.end and not scope.backward:
                    found = self.said_by(scope.owner)
                    if found:
                        return found
        if mention.key == "part":
            return self.whole_of()
        if possessive and (relative := self.of_relative(mention)):
            return relative
        if mention.key == "ally" and mention.conj:  # «الحوثيون وحلفاؤهم»: of whom stands right before
            beside = [m for m in self.row.mentions if m.end == mention.start]
            if beside:
                return self.resolved.get(beside[0].start, [])
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
                if mention.key == "office" and (entities[0].kind != "person" or best):
                    continue  # «بحث س مع ص ..., حسبما أعلن مكتبه»: the subject's
                if self.party_of([earlier]).fits_pronoun(mention.poss or "ه") or not best:
                    best = entities
        if best:
            return best
        if self.memory.last_speaker:
            return self.memory.last_speaker
        person = self.memory.latest_person()
        return [person] if person else []

    def whole_of(self) -> list[Entity]:
        """Those of whom «عددا منهم» "some of them" are a part: the nearest people in the plural, here or in the sentence
        before."""
        for m in reversed(self.row.mentions):
            if m.start in self.resolved and m.number == "pl" and m.ref == "people":
                return self.resolved[m.start][:1]
        found = self.memory.latest(lambda r: r.ref == "people" and r.number == "pl" and self.index - r.sentence <= 1)
        return [found] if found is not None else []

    def of_relative(self, mention: Mention) -> list[Entity]:
        """«قتلت القوات شابا وأصابت والديه»: whose relatives they are is the nearest single person before them."""
        head = self.tokens[max(mention.start, mention.head)].norm
        if mention.poss not in ("ه", "ها") or bare(head).removesuffix(mention.poss).removesuffix("ت") not in _KIN:
            return []
        for earlier in reversed(self.row.mentions):
            if earlier.start < mention.start and earlier.number == "sg" and earlier.ref != "possessive":
                found = self.resolved.get(earlier.start, [])
                if found and found[0].kind in ("person", "people"):
                    return found[:1]
        return []

    def said_by(self, owner: Event) -> list[Entity]:
        """The speaker of an act of speech while mentions are still being resolved."""
        found = self.mention_fillers(owner.fillers("actor"))
        if not found and any(f.implied == "subject" for f in owner.fillers("actor")):
            found = self.subjects.of_verb(owner.element, owner).entities
        return found

    def party_of(self, mentions: list[Mention], verb: str = "") -> Party:
        """The party these mentions make up, with its features of agreement."""
        return party(
            [(m, self.tokens[m.head if m.head >= 0 else m.start].norm, self.mention_entities([m])) for m in mentions],
            verb,
        )

    def mention_fillers(self, fillers: list[Filler]) -> list[Entity]:
        """The entities already resolved among fillers."""
        return [e for f in fillers if f.mention is not None for e in self.resolved.get(f.mention.start, [])]

    def mention_entities(self, mentions: list[Mention]) -> list[Entity]:
        """The entities of mentions; of one not resolved yet, what it says by itself."""
        return [e for m in mentions for e in self.resolved.get(m.start, [m.entity])]

    # roles ------------------------------------------------------------------------------------------------------

    def entities(self, fillers: list[Filler], event: Event) -> list[Entity]:
        """Entities with their spans, for a role of ``event``."""
        out: list[Entity] = []
        for filler in fillers:
            if filler.mention is not None:
                out.extend(self.placed(filler.mention, event))
            elif filler.implied == "subject":
                out.extend(unplaced(e) for e in self.subjects.of_verb(filler.element, event).entities)
            elif filler.implied == "pronoun":
                out.extend(unplaced(e) for e in self.subjects.pronoun(filler, event))
            elif filler.implied == "speaker":  # «يجب على إيران»: whoever says so asks
                out.extend(unplaced(e) for e in self.attribution.speaker_of(event) or self.memory.last_speaker)
            elif filler.implied == "country":
                out.append(self.adjective(filler))
        return _distinct([e for e in out if e.name or e.country or e.sector or e.text])

    def placed(self, mention: Mention, event: Event) -> list[Entity]:
        """A mention's entities with its span; victims without a country have that of the place of the event."""
        if mention.start not in self.resolved:
            self.resolved[mention.start] = self.resolve(mention, [])
        entities = self.resolved[mention.start]
        own = mention.entity
        if (
            own.country is None
            and not (mention.key == "others" and all(e.sector != "UNK" for e in entities))  # as those just counted
            and own.kind in ("people", "unnamed")
            and own.sector in _VICTIMS
            and event.event in _STRIKES
            and mention.ref == "people"
        ):
            place = self.places.of_event(event)
            if (
                place is not None
                and place.place.country
                and place.prep is not None
                and place.start not in self.places.shared
            ):
                entities = [msgspec.structs.replace(e, country=place.place.country) for e in entities]
        doer = any(f.mention is mention for f in event.fillers("actor"))
        nobody = mention.ref == "people" and own.sector in ("CVL", "UNK") and not (mention.adj_countries or own.country)
        if doer and nobody and event.event == "ASSAULT" and event.mode in _BOMBED:
            entities = [msgspec.structs.replace(e, country=None, sector="UAF") for e in entities]  # «فجرت فتاتان»
        if mention.key == "kurds" and doer:
            armed = {"IRQ": "MIL", "SYR": "REB", "TUR": "REB", "IRN": "REB"}  # «سيطر الأكراد على»: those in arms
            if event.event in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"):
                entities = [msgspec.structs.replace(e, sector=armed.get(e.country or "", e.sector)) for e in entities]
        if event.event == "ASSAULT" and any(e.sector == "OPP" for e in entities):  # who fights is no politician
            entities = [
                msgspec.structs.replace(e, sector="REB") if e.sector == "OPP" and e.kind != "person" else e
                for e in entities
            ]
        end = self.tokens[mention.end - 1].end
        text = self.row.sentence.source[mention.char_start : end]
        return [
            msgspec.structs.replace(e, text=text, field=self.field, start=mention.char_start, end=end) for e in entities
        ]

    def adjective(self, filler: Filler) -> Entity:
        """The state a nationality adjective names: «الغارات الروسية»."""
        token = self.tokens[int(filler.clitic)]
        state = self.memory.kb.state(filler.country)
        return msgspec.structs.replace(state, text=token.text, field=self.field, start=token.start, end=token.end)

    def actors(self, event: Event) -> list[Entity]:
        """Actors of an event, with partners of mutual events."""
        if id(event) in self.actors_of:
            return self.actors_of[id(event)]
        if id(event) in self.resolving:
            return []
        self.resolving.add(id(event))
        out = self.entities(event.fillers("actor") + event.fillers("partner"), event)
        if (
            event.event == "SAY"
            and event.frame.rule.startswith(OWN_WORDS)
            and not any(f.mention for f in event.fillers("actor"))
        ):
            quoted = self.attribution.quoted_by(event)
            if quoted is not None:
                out = self.entities(quoted.fillers("actor"), quoted) or out
        elif event.frame.rule == QUOTED_FROM and self.attribution.quotes_words(event):
            out = self.attribution.carrier(event) or out
        if event.event == "ASSAULT" and any(
            f.mention is not None and f.mention.key == "side" for f in event.fillers("actor")
        ):
            out = self.sides_of_battle() or out
        if not out:
            out = self.same_deed(event)
        if not out and self.lost_subject(event):
            out = [unplaced(e) for e in self.subjects.of_verb(event.element, event).entities]
        if not out:
            out = [unplaced(e) for e in self.unsaid.actors(event)]
        if event.event == "CONSULT" and len(out) == 1 and not self.recipients(event):
            out = self.with_counterpart(event, out)
        self.resolving.discard(id(event))
        self.actors_of[id(event)] = out
        return out

    def sides_of_battle(self) -> list[Entity]:
        """«اشتباكات بين الطرفين»: the two codes of those whom the article told last to fight one another."""
        for deed in reversed(self.memory.deeds):
            codes = {e.code: e for e in deed.actors}
            if deed.event == "ASSAULT" and len(codes) == 2 and deed.sentence >= self.index - 8:
                return [unplaced(e) for e in codes.values()]
        return []

    def lost_subject(self, event: Event) -> bool:
        """«فقتلهم وهم نيام», «وسيطرت على المبنى والمطار»: a coordinate verb of the subject before it, with no actor after
        it that could be its own: an object pronoun stands on it, or its complement comes first."""
        analysis = event.analysis
        if event.nominal or event.passive or analysis is None or analysis.person != 3 or event.fillers("actor"):
            return False
        elements = self.row.elements
        if not elements[event.element].conj or "subject" not in event.frame.roles.get("actor", ()):
            return False
        if analysis.clitic:
            return True
        after = event.element + 1
        return after < len(elements) and elements[after].tag is Tag.PHRASE and bool(elements[after].prep)

    def with_counterpart(self, event: Event, actors: list[Entity]) -> list[Entity]:
        """«حيث التقت نظيرها السعودي»: nobody meets alone, and whose counterpart it is met him."""
        mentions = [f.mention for f in (*event.fillers("actor"), *event.fillers("partner")) if f.mention is not None]
        if len(mentions) != 1 or mentions[0].ref != "counterpart":
            return actors
        base = self.antecedents(mentions[0])
        return _distinct([*(unplaced(e) for e in base[:1]), *actors])

    def recipients(self, event: Event) -> list[Entity]:
        """Recipients of an event."""
        if id(event) not in self.recipients_of:
            found = self.entities(event.fillers("recipient"), event)
            if any(f.implied == "pronoun" for f in event.fillers("recipient")):  # nobody does it to himself by «ه»
                doers = {(a.name, *a.code) for a in self.actors(event) if a.name}
                found = [r for r in found if r.text or (r.name, *r.code) not in doers]
            self.recipients_of[id(event)] = found
        return self.recipients_of[id(event)]

    # events spoken of before ------------------------------------------------------------------------------------

    def deed_of(self, event: Event) -> Deed | None:
        """The act told before that «الهجوم», «القصف», «المحادثات», «الاتصال» point back to."""
        if not event.nominal or event.analysis is None or event.fillers("actor") or event.fillers("partner"):
            return None
        if event.event in ("CONSULT", "AGREE"):
            if not event.analysis.article:
                return None
            found = self.memory.deed(event.event, event.entry.lemma, event.mode, self.index)
            same = found is not None and (found.lemma == event.entry.lemma or event.event == "CONSULT")
            return found if same else None
        if event.event != "ASSAULT":
            return None
        aerial = event.mode in ("aerial", "drone")
        definite = event.analysis.article or bool(event.analysis.clitic)
        if not (definite or aerial):
            return None
        deed = self.memory.deed(event.event, event.entry.lemma, event.mode, self.index)
        if deed is None or (aerial and deed.mode not in ("aerial", "drone")):
            return None
        mutual = "partner" in event.frame.roles
        if (not aerial and deed.lemma != event.entry.lemma) or (len(deed.actors) > 1 and not mutual):
            return None
        if aerial and not definite:
            flyers = {e.code for d in self.memory.deeds if d.mode == "aerial" for e in d.actors}
            return deed if len(flyers) == 1 else None
        return deed

    def same_deed(self, event: Event) -> list[Entity]:
        """The actors of an act that is told again."""
        deed = self.deed_of(event)
        return [unplaced(e) for e in deed.actors] if deed is not None else []

    def note_deed(self, event: Event, time: TimeRef | None, day: dt.date | None, place: PlaceRef | None) -> None:
        """Remember an act for later nouns."""
        actors = self.actors(event)
        self.memory.acts.append(Act(event.event, actors, self.recipients(event)))
        if (
            event.event in _DEEDS
            and actors
            and not (event.event == "CONSULT" and len(actors) + len(self.recipients(event)) < 2)
        ):
            sides = [*actors, *self.recipients(event)] if event.event == "CONSULT" else actors
            deed = Deed(event.event, event.entry.lemma, event.mode, sides, self.index, time, day, place)
            self.memory.deeds.append(deed)


def _distinct(entities: list[Entity]) -> list[Entity]:
    seen: set[tuple[object, ...]] = set()
    out = []
    for e in entities:
        key = (e.name, e.country, e.sector, e.text) if e.name is None else (e.name, e.country, e.sector)
        if key not in seen:
            seen.add(key)
            out.append(e)
    return out

"""From resolved events to records: chain, time, place, codes."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec

from musnad.article import Article
from musnad.coder.channels import Channels
from musnad.coder.codes import Codes
from musnad.coder.confidence import Confidence
from musnad.discourse.attribution import joint
from musnad.discourse.dating import Dating, historical
from musnad.discourse.entities import SentenceAssembler
from musnad.frames.elements import Row
from musnad.frames.event import Event
from musnad.lexicon.grammar import grammar
from musnad.mentions.places import PlaceMention, PlaceReference
from musnad.mentions.times import TimeMention
from musnad.record import Entity, PlaceRef, Record, Span, TimeRef
from musnad.resolve.when import When
from musnad.resolve.where import part_name

_PLACED = frozenset(
    (
        "ASSAULT",
        "COERCE",
        "PROTEST",
        "MOBILIZE",
        "CONSULT",
        "RETREAT",
        "AID",
        "SANCTION",
        "AGREE",
        "SUPPORT",
        "SAY",
        "COOPERATE",
    )
)
_CARRIED = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))
_WITH_CONTENT = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "CONCEDE"))
_SCHEDULABLE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_COUNTRY_NOUNS = grammar().country_nouns
_MONTH = 31  # days
_QUOTES = '«"“'


def time_ref(row: Row, mention: TimeMention, when: When, *, future: bool) -> TimeRef:
    """A time with its span; ``future``: the reading under a verb in the future."""
    span = row.sentence.span(mention.start, mention.end)
    value = mention.future_value if future and when is mention.when else when.value
    return TimeRef(field=span.field, start=span.start, end=span.end, text=span.text, value=value, grain=when.grain)


def place_ref(row: Row, mention: PlaceMention, country: str | None = None) -> PlaceRef:
    """A place with its span; ``country`` is that of its surroundings, for a place the gazetteer lacks."""
    span = row.sentence.span(mention.start, mention.end)
    p = mention.place
    return PlaceRef(
        field=span.field, start=span.start, end=span.end, text=span.text, name=p.name, country=p.country or country,
        geonameid=p.geonameid, lat=p.lat, lon=p.lon,
    )  # fmt: skip


_WARS = frozenset(("SYR", "LBY", "YEM", "SDN", "SSD", "IRQ", "AFG", "MMR", "TCD"))  # where an opposition fights


def _armed(entity: Entity) -> Entity:
    """An opposition that shells, takes towns or is shelled is an armed one: REB, not OPP (codebook 3)."""
    if entity.sector != "OPP" or entity.kind not in ("group", "body") or entity.country not in _WARS:
        return entity
    return msgspec.structs.replace(entity, sector="REB")


class Writer:
    """Writes the records of one article."""

    def __init__(
        self, article: Article, date: dt.date | None, codes: Codes, channels: Channels, sure: Confidence, coder: str
    ) -> None:
        self.article = article
        self.date = date
        self.codes = codes
        self.channels = channels
        self.sure = sure
        self.coder = coder
        self.written: set[str] = set()

    def record(
        self, s: SentenceAssembler, event: Event, sentence: int, dating: Dating, place: PlaceRef | None
    ) -> Record | None:
        """The record of one event; None if the same trigger has been written as this category already.

        ``place`` is where the paragraph's events happen, for an event without a place of its own.
        """
        row = s.row
        actors = s.actors(event)
        recipients = s.recipients(event)
        if event.event in ("ASSAULT", "MOBILIZE") or (event.event == "COERCE" and event.mode == "seize"):
            actors, recipients = [_armed(e) for e in actors], [_armed(e) for e in recipients]
        if event.event == "CONSULT" or event.fillers("partner"):
            recipients = [r for r in recipients if all(r.code != a.code or r.name != a.name for a in actors)]
        links, speaker, via = s.attribution.chain(event)
        mention = dating.of(event)
        when = dating.value(event, mention, s.memory.day) if mention is not None else None
        factuality = self.factuality(event, mention, when)
        time = (
            time_ref(row, mention, when, future=factuality == "future")
            if mention is not None and when is not None
            else None
        )
        name, factuality = self.schedule(event.event, factuality)
        day = when.start if when is not None else None
        where = self.place(s, event, place)
        if time is None:
            time, day = self.carried_time(s, event)
        trigger = self.trigger(row, event)
        key = f"{self.article.id}\x1f{trigger.field}\x1f{trigger.start}\x1f{name}"
        if key in self.written:
            return None
        self.written.add(key)
        s.note_deed(event, time, day, where)
        if time is not None and day is not None:
            if event.event == "SAY" and not links:
                s.memory.said = (s.memory.paragraph, day)
            elif event.event == "ASSAULT":
                s.memory.struck.append((s.memory.paragraph, _codes(actors), time, day))
        code = self.codes.of(name, event.mode, event.frame.cameo)
        content = row.sentence.span(*event.content) if event.content and name in _WITH_CONTENT else None
        channel = self.channels.of(row, event) if links or event.event == "SAY" else None
        if channel and links and links[-1].channel is None:
            links[-1].channel = channel
        initiator = joint(s.entities(event.fillers("initiator"), event)) if name in ("CONSULT", "AGREE") else None
        return Record(
            id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16],
            article_id=self.article.id,
            sentence=sentence,
            event=name,
            mode=event.mode if self.codes.has_mode(name, event.mode) else None,
            context=[],
            cameo=code.cameo,
            quad=code.quad,
            goldstein=code.goldstein,
            factuality=factuality,  # type: ignore[arg-type]
            trigger=trigger,
            actors=actors,
            recipients=recipients,
            initiator=initiator,
            speaker=speaker,
            via=via,
            chain=links,
            content=content,
            quoted=content is not None and self.is_quoted(row, content),
            time=time,
            date=day or self.date,
            place=where,
            evidence=row.sentence.span(0, len(row.sentence.tokens)),
            confidence=self.confidence(event, name, factuality, actors, len(links)),
            rule=event.frame.rule,
            coder=self.coder,
        )

    def confidence(self, event: Event, name: str, factuality: str, actors: list[Entity], depth: int) -> float:
        """Probability that the record is right, from the calibrated table."""
        unknown = sum(1 for e in actors if e.country is None)
        return self.sure.of(
            event=name, rule=event.frame.rule, nominal=event.nominal, actors=len(actors), unknown_actors=unknown,
            depth=depth, factuality=factuality,
        )  # fmt: skip

    @staticmethod
    def is_quoted(row: Row, content: Span) -> bool:
        """The content stands in quotation marks."""
        return content.text[:1] in _QUOTES or (content.start > 0 and row.sentence.source[content.start - 1] in _QUOTES)

    def place(self, s: SentenceAssembler, event: Event, carried: PlaceRef | None) -> PlaceRef | None:
        """Where it happened: in the sentence, else where the paragraph is set."""
        if event.event not in _PLACED:
            return None
        found = s.places.of_event(event)
        if event.event in ("SAY", "SUPPORT", "AGREE") and found is not None and found.prep not in ("في", "ب", "من"):
            found = None
        if found is not None:
            return place_ref(s.row, found, s.memory.local or s.memory.scene.home())
        reference = s.places.back(event) if event.event != "SAY" else None
        if reference is not None:
            return self.place_back(s, reference)
        deed = s.deed_of(event)
        if deed is not None and deed.place is not None:
            return deed.place
        return carried if event.event in _CARRIED else None

    @staticmethod
    def place_back(s: SentenceAssembler, reference: PlaceReference) -> PlaceRef:
        """«المدينة» is the last place named, «البلاد» the country of the paragraph or the article."""
        span = s.row.sentence.span(reference.start, reference.end)
        memory = s.memory
        home = memory.local or memory.scene.home()
        if reference.noun in _COUNTRY_NOUNS or memory.place is None:
            name = memory.kb.state(home).name if home and reference.noun in _COUNTRY_NOUNS else None
            if name is not None:
                name = part_name(reference.glosses, name)
            return PlaceRef(field=span.field, start=span.start, end=span.end, text=span.text, name=name, country=home)
        last = memory.place
        name = part_name(reference.glosses, last.name) if last.name else None
        whole = not reference.glosses
        return PlaceRef(
            field=span.field, start=span.start, end=span.end, text=span.text, name=name, country=last.country or home,
            geonameid=last.geonameid if whole else None, lat=last.lat, lon=last.lon,
        )  # fmt: skip

    @staticmethod
    def carried_time(s: SentenceAssembler, event: Event) -> tuple[TimeRef | None, dt.date | None]:
        """The time of an act told again, or of the last violence by the same side in the paragraph; for a speaker who
        goes on («وأضاف») the day alone, which dates the record though its sentence names no time."""
        memory = s.memory
        deed = s.deed_of(event)
        if deed is not None and deed.time is not None:
            return deed.time, deed.day
        if event.event == "ASSAULT" and event.factuality == "actual":
            codes = _codes(s.actors(event))
            for paragraph, sides, time, day in reversed(memory.struck):
                if paragraph != memory.paragraph:
                    break
                if sides == codes:
                    return time, day
        goes_on = event.event == "SAY" and not event.nominal and all(e.text is None for e in s.actors(event))
        if memory.said is not None and goes_on and memory.said[0] == memory.paragraph:
            return None, memory.said[1]
        return None, None

    def factuality(self, event: Event, mention: TimeMention | None, when: When | None) -> str:
        """The event's factuality, with what its date adds: background of long ago, or what is to come."""
        factuality = event.factuality
        if mention is None or when is None or self.date is None or factuality not in ("actual", "ongoing"):
            return factuality
        if mention.kind == "since" and when is mention.when:  # a toll summed up since long ago is background
            long = (self.date - when.start).days > _MONTH and event.event == "ASSAULT" and factuality == "actual"
            counted = any(f.mention is not None and f.mention.count for f in event.fillers("recipient"))
            return "historical" if long and counted else factuality
        if historical(event, when, self.date):
            return "historical"
        return "future" if self.ahead(mention, event) else factuality

    @staticmethod
    def schedule(name: str, factuality: str) -> tuple[str, str]:
        """A scheduled CONSULT, SUPPORT, COOPERATE or AID is AGREE; a future RETREAT is CONCEDE (codebook 2, rule 1)."""
        if factuality == "future":
            if name in _SCHEDULABLE:
                return "AGREE", factuality
            if name == "RETREAT":
                return "CONCEDE", factuality
        return name, factuality

    def ahead(self, mention: TimeMention, event: Event) -> bool:
        """A present verb dated today or later tells what is to come («تعقد الحكومة اليوم اجتماعا»), and so does any
        act of contact dated after publication."""
        if self.date is None or event.event not in ("CONSULT", "COOPERATE", "AID", "RETREAT", "MOBILIZE", "PROTEST"):
            return False
        if (
            mention.when.start > self.date
            and mention.value[:10] == mention.when.start.isoformat()[: len(mention.value[:10])]
        ):
            return True
        return (
            event.event in ("CONSULT", "COOPERATE")
            and event.factuality == "ongoing"
            and mention.when.start >= self.date
        )

    @staticmethod
    def trigger(row: Row, event: Event) -> Span:
        """The trigger without proclitic و, ف, ب, ل, ك (but س and the article stay)."""
        first = row.sentence.tokens[event.start]
        start = first.start
        if event.analysis is not None:
            start += event.analysis.stem_start
        elif first.norm[:1] in "وف" and len(first.norm) > 3:
            start += 1
        end = row.sentence.tokens[event.end - 1].end
        return Span(field=row.sentence.field, start=start, end=end, text=row.sentence.source[start:end])


def _codes(entities: list[Entity]) -> list[tuple[str | None, str | None]]:
    return sorted((e.code for e in entities), key=str)

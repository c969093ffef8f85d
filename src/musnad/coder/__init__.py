"""The whole walk: an article in, records out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from musnad.article import Article
from musnad.coder.channels import Channels
from musnad.coder.codes import Codes
from musnad.coder.confidence import Confidence
from musnad.coder.writer import Writer, place_ref
from musnad.discourse.dating import Dating
from musnad.discourse.entities import SentenceAssembler
from musnad.discourse.memory import Memory
from musnad.discourse.quotations import continued
from musnad.discourse.scopes import enclosing, scopes
from musnad.discourse.topics import Topics, kept
from musnad.frames.build import Builder
from musnad.frames.clauses import clauses
from musnad.frames.elements import Row
from musnad.frames.event import Event
from musnad.frames.factuality import Factuality
from musnad.frames.keep import settle
from musnad.frames.reader import Reader
from musnad.frames.verbs import Arguer
from musnad.frames.words import FunctionWords
from musnad.lexicon.frames import FrameLexicon
from musnad.mentions.actors import find_actors
from musnad.mentions.places import PlaceMention, find_places
from musnad.mentions.times import find_times
from musnad.morphology.analyser import Analyser
from musnad.record import PlaceRef, Record
from musnad.resolve.when import Calendar, find_article_date
from musnad.resolve.where import Gazetteer
from musnad.resolve.who import Knowledge
from musnad.text import Residue, Sentence, find_residue, sentences

__all__ = ["Coder"]

_SPOKEN = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_SIDES = frozenset(("ACCUSE", "CONSULT", "ASSAULT", "AGREE", "REQUEST", "THREATEN", "COOPERATE"))


class Coder:
    """Codes articles. Holds only read-only knowledge: the records of an article do not depend on any other."""

    def __init__(self, *, user_actors: Sequence[Path] = (), extra_lexicon: Sequence[Path] = ()) -> None:
        self.lexicon = FrameLexicon.load(extra_lexicon)
        self.kb = Knowledge.load(user_actors)
        self.kb.common = self.lexicon.forms  # verbs and verbal nouns are no unknown names
        self.gazetteer = Gazetteer.load()
        self.calendar = Calendar.load()
        self.analyser = Analyser(self.lexicon)
        self.words = FunctionWords(self.lexicon, self.analyser, self.kb.nationality, self.kb.group_named_by)
        self.reader = Reader(self.analyser, self.words)
        self.builder = Builder(self.lexicon, self.words, Factuality())
        self.codes = Codes()
        self.channels = Channels()
        self.topics = Topics.load()
        self.sure = Confidence.load()
        from musnad import __version__

        self.name = f"musnad {__version__} lexicon {self.lexicon.fingerprint}"

    def code(self, article: Article) -> list[Record]:
        """The records of one article, in the order of their triggers (title first)."""
        date = article.date or find_article_date(article.text)
        memory = Memory(self.kb, date, article.source)
        parts: list[Sentence] = []
        if article.title:
            parts.extend(sentences("title", article.title))
        residue = find_residue(article.text, article.title)
        parts.extend(sentences("text", article.text, [(r.start, r.end) for r in residue]))
        families: set[str] = set()
        read: dict[int, Row] = {}
        # The title last: it calls people by the family names that the text introduces («القميشي: النصر قريب»).
        order = sorted(range(len(parts)), key=lambda k: parts[k].field == "title")
        for index in order:
            row = self.read(parts[index], date, (), families)
            if memory.introduce(row.mentions, families) and memory.called_again(row.mentions, parts[index].tokens):
                row = self.read(parts[index], date, (), families)
            read[index] = row
        rows = [read[index] for index in range(len(parts))]
        memory.scene.prime(rows, self.datelines(article.text, residue))
        near = memory.scene.near()
        if near:
            for row in (r for r in rows if r.places):
                row.places = find_places(row.sentence, self.gazetteer, near)
        openers, memory.quoted = continued(parts)
        writer = Writer(article, date, self.codes, self.channels, self.sure, self.name)
        records: list[Record] = []
        place: PlaceRef | None = None
        paragraph = -1
        for index, row in enumerate(rows):
            if row.sentence.paragraph != paragraph:
                place, paragraph = None, row.sentence.paragraph
            records.extend(self.sentence(row, index, memory, writer, place))
            if index in openers:
                memory.quoting = memory.last_speaker
            for p in row.places:
                if p.specific and p.prep in ("في", "ب"):
                    place = memory.place = place_ref(row, p)
            for time in row.times:
                if time.kind == "point" and time.grain == "day":
                    memory.day = time.when.start
        return kept(self.topics.of(parts), records)

    def datelines(self, text: str, residue: list[Residue]) -> list[PlaceMention]:
        """The places of the datelines that are not coded («الجزائر - وكالات:»)."""
        lines = (text[r.start : r.end] for r in residue if r.reason == "dateline")
        return [p for line in lines for s in sentences("text", line) for p in find_places(s, self.gazetteer, ())]

    def read(
        self, sentence: Sentence, date: dt.date | None, near: Sequence[str], families: AbstractSet[str] = frozenset()
    ) -> Row:
        """Mentions, places, times and elements of a sentence; ``families``: names the article has introduced."""
        mentions = find_actors(sentence, self.kb, date, families)
        times = find_times(sentence, self.calendar, date)
        places = find_places(sentence, self.gazetteer, near)
        return self.reader.read(sentence, mentions, places, times, title=sentence.field == "title")

    def sentence(self, row: Row, index: int, memory: Memory, writer: Writer, place: PlaceRef | None) -> list[Record]:
        """The records of one sentence."""
        tree = clauses(row, self.words)
        arguer = Arguer(row, tree)
        events = settle(row, tree, self.builder.events(row, tree, arguer), self.words.unreal_heads)
        found = scopes(row, tree, events)
        assembler = SentenceAssembler(row, tree, arguer, events, found, memory, index, self.gazetteer)
        assembler.resolve_mentions()
        dating = Dating(row, tree, events)
        records = []
        told: list[Event] = []
        for event in events:
            record = writer.record(assembler, event, index, dating, place)
            if record is not None:
                records.append(record)
                told.append(event)
                if event.event in _SIDES:
                    sides = assembler.actors(event)
                    memory.note_pair(sides if len(sides) >= 2 else [*sides, *assembler.recipients(event)])
        self.remember(assembler, told, memory)
        return records

    @staticmethod
    def remember(assembler: SentenceAssembler, events: list[Event], memory: Memory) -> None:
        """Who spoke and who acted, for the sentences to come: quoted speakers first, those of the article last."""
        spoken = [e for e in events if e.event in _SPOKEN]
        spoken.sort(key=lambda e: -len(enclosing(assembler.scopes, e)))
        for event in spoken:
            memory.note_speaker(assembler.subjects.party_of_event(event))
        acted = [e for e in events if not e.nominal]
        acted.sort(key=lambda e: -len(enclosing(assembler.scopes, e)))
        for event in acted:
            memory.note_subject(assembler.subjects.party_of_event(event))

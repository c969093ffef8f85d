"""The whole walk: an article in, records out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from musnad.article import Article
from musnad.coder.assemble import SentenceAssembler, Writer, place_ref
from musnad.coder.codes import Codes
from musnad.discourse.memory import Memory
from musnad.discourse.scopes import scopes
from musnad.frames.build import Builder
from musnad.frames.clauses import clauses
from musnad.frames.elements import Reader, Row
from musnad.frames.factuality import Factuality
from musnad.frames.keep import settle
from musnad.frames.words import FunctionWords
from musnad.lexicon.frames import FrameLexicon
from musnad.mentions.actors import Mention, find_actors
from musnad.mentions.places import find_places
from musnad.mentions.repeats import repeated_names
from musnad.mentions.times import find_times
from musnad.morphology.analyser import Analyser
from musnad.record import PlaceRef, Record
from musnad.resolve.when import Calendar, find_article_date
from musnad.resolve.where import Gazetteer
from musnad.resolve.who import Knowledge
from musnad.text import Sentence, find_residue, sentences

__all__ = ["Coder"]


class Coder:
    """Codes articles. Holds only read-only knowledge: the records of an article do not depend on any other."""

    def __init__(self, *, user_actors: Sequence[Path] = (), extra_lexicon: Sequence[Path] = ()) -> None:
        self.lexicon = FrameLexicon.load(extra_lexicon)
        self.kb = Knowledge.load(user_actors)
        self.gazetteer = Gazetteer.load()
        self.calendar = Calendar.load()
        self.analyser = Analyser(self.lexicon)
        self.words = FunctionWords(self.lexicon, self.analyser, self.kb.nationality)
        self.reader = Reader(self.analyser, self.words)
        self.builder = Builder(self.lexicon, self.words, Factuality())
        self.codes = Codes()
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
        writer = Writer(article, date, self.codes, self.name)
        mentions = self.mentions(parts, date)
        rows = [self.read(s, m, date, ()) for s, m in zip(parts, mentions, strict=True)]
        self.prime(memory, rows)
        near = [country for country, _ in memory.countries.most_common(3)]
        if near:
            for row in rows:
                row.places = find_places(row.sentence, self.gazetteer, near)
        records: list[Record] = []
        place: PlaceRef | None = None
        for index, row in enumerate(rows):
            records.extend(self.sentence(row, index, memory, writer, place))
            for p in row.places:
                if p.prep in ("في", "ب") and p.specific:
                    place = place_ref(row, p)
        return records

    def mentions(self, parts: list[Sentence], date: dt.date | None) -> list[list[Mention]]:
        """The actor mentions of each sentence; a family name alone counts once the text has given the full name (the
        title may use it first)."""
        order = sorted(range(len(parts)), key=lambda i: (parts[i].field == "title", i))
        found = repeated_names([parts[i] for i in order], [find_actors(parts[i], self.kb, date) for i in order], self.words.common)
        return [m for _, m in sorted(zip(order, found, strict=True), key=lambda pair: pair[0])]

    def read(self, sentence: Sentence, mentions: list[Mention], date: dt.date | None, near: Sequence[str]) -> Row:
        """Times, places and elements of a sentence."""
        times = find_times(sentence, self.calendar, date)
        places = find_places(sentence, self.gazetteer, near)
        return self.reader.read(sentence, mentions, places, times, title=sentence.field == "title")

    @staticmethod
    def prime(memory: Memory, rows: list[Row]) -> None:
        """Count the countries of the whole article, so that a body named without one has the article's."""
        for row in rows:
            weight = 3 if row.sentence.field == "title" or row.sentence.paragraph == 0 else 1
            for place in row.places:
                memory.note_country(place.place.country, weight)
            for mention in row.mentions:
                memory.note_country(mention.entity.country, 1)
        memory.recent_country = None

    def sentence(self, row: Row, index: int, memory: Memory, writer: Writer, place: PlaceRef | None) -> list[Record]:
        """The records of one sentence."""
        tree = clauses(row, self.words.auxiliaries)
        events = settle(row, tree, self.builder.events(row, tree), self.words.unreal_heads)
        found = scopes(row, tree, events)
        assembler = SentenceAssembler(row, tree, events, found, memory, place)
        assembler.resolve_mentions()
        records = []
        for event in events:
            records.append(writer.record(assembler, event, index))
            actors = assembler.actors(event)
            if event.event == "SAY" or event.scope is not None:
                chain = [s for s in found if s.start <= event.start < s.end and s.owner is not event]
                if actors and not chain:
                    memory.last_speaker = actors
            if len(actors) >= 2:
                memory.note_pair(actors)
            if actors and not event.nominal:
                memory.last_subject = actors
        return records

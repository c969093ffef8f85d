"""The sentence as the frame engine sees it: a row of elements (finite verbs, noun phrases, complementisers, ...)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from musnad.mentions.actors import Mention
from musnad.mentions.places import PlaceMention
from musnad.mentions.times import TimeMention
from musnad.morphology.analyser import Analysis
from musnad.text import Sentence

QUOTES_OPEN = frozenset("«“\"‘'")
QUOTES_CLOSE = frozenset("»”\"’'")


class Tag(IntEnum):
    """What an element is."""

    VERB = 0  # finite verb (or a participle that heads a circumstantial clause: «مؤكدا أن» "stressing that")
    PHRASE = 1  # noun phrase, with its preposition if it has one
    THAT = 2  # complementiser: أن، إن، بأن، أنه ...
    WHEN = 3  # adverbial subordinator: بينما، حيث، بعدما ...
    RELATIVE = 4  # الذي، التي، ما ...
    COMMA = 5
    OPEN = 6  # an opening quotation mark
    CLOSE = 7
    COLON = 8
    PARTICLE = 9  # negation, modality, adverbs
    TIME = 10
    REPORT = 11  # بحسب، وفق، نقلا عن
    DASH = 12
    STOP = 13  # a full stop inside the sentence: quotations go on after it


@dataclass(slots=True)
class Element:
    """Tokens ``start`` to ``end`` (exclusive). For phrases, ``head`` is the head's token and ``prep`` what governs it."""

    tag: Tag
    start: int
    end: int
    word: str = ""  # folded form without proclitics: the function word, or the head noun
    conj: bool = False  # carries و or ف
    prep: str = ""  # governing preposition, folded; '' for a bare phrase
    prep_at: int = -1  # token index of a separate preposition
    head: int = -1
    analysis: Analysis | None = None  # of the verb or participle
    readings: tuple[Analysis, ...] = ()  # every verbal reading, the chosen one first
    mention: Mention | None = None  # the phrase *is* this actor
    inner: list[Mention] = field(default_factory=list)  # actors in the genitive inside the phrase
    events: list[tuple[int, Analysis]] = field(default_factory=list)  # event nouns: (token, its first reading)
    definite: bool = False
    closed: bool = False  # ends with a name: no genitive can follow
    time: TimeMention | None = None
    participle: bool = False
    ambiguous: bool = False
    clause: int = -1

    @property
    def actors(self) -> list[Mention]:
        """Whom the phrase names: itself, or those in its genitive."""
        return [self.mention] if self.mention else self.inner


@dataclass(slots=True)
class Row:
    """A sentence analysed into elements."""

    sentence: Sentence
    elements: list[Element]
    mentions: list[Mention]
    places: list[PlaceMention]
    times: list[TimeMention]
    analyses: list[tuple[Analysis, ...]]


class Reading:
    """How far a sentence has been read: what is known of its tokens, and the elements so far.

    ``named`` are the tokens of place names (no verbs), ``place_clitic`` the proclitic preposition of those that carry
    one («بجدة» "in Jeddah").
    """

    __slots__ = (
        "clause_verb", "elements", "i", "mention_at", "n", "named", "place_clitic", "time_at", "title", "tokens", "verb_subject",
    )  # fmt: skip

    def __init__(
        self,
        sentence: Sentence,
        mentions: list[Mention],
        places: list[PlaceMention],
        times: list[TimeMention],
        *,
        title: bool,
    ) -> None:
        self.tokens = sentence.tokens
        self.n = len(self.tokens)
        self.mention_at = {m.start: m for m in mentions}
        self.time_at = {t.start: t for t in times}
        self.named = {t for p in places if p.known and p.specific for t in range(p.head, p.end)}
        self.place_clitic = {p.start: p.prep for p in places if p.prep in ("ب", "ل", "ك") and p.known}
        self.elements: list[Element] = []
        self.title = title
        self.i = 0
        self.clause_verb = False  # the current clause has its finite verb
        self.verb_subject = False  # ... and a bare actor phrase after it

    @property
    def last(self) -> Element | None:
        """The element read last."""
        return self.elements[-1] if self.elements else None

    def add(self, element: Element) -> Element:
        """Append ``element`` and go on behind it."""
        last = self.last
        if element.tag is Tag.PHRASE and last is not None and last.tag is Tag.OPEN and last.conj:
            element.conj = True  # «... و«الائتلاف»»: the conjunction stands on the quotation mark
        self.elements.append(element)
        self.i = max(element.end, self.i)
        if element.tag in (Tag.COMMA, Tag.THAT, Tag.WHEN, Tag.RELATIVE, Tag.COLON):
            self.clause_verb = element.tag is Tag.COMMA and self.clause_verb
            self.verb_subject = element.tag is Tag.COMMA and self.verb_subject
        elif element.tag is Tag.VERB:
            self.clause_verb, self.verb_subject = True, False
        elif element.tag is Tag.PHRASE and not element.prep and self.clause_verb:
            self.verb_subject = True
        return element

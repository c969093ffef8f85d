"""The sentence as the frame engine sees it: a row of elements (finite verbs, noun phrases, complementisers, ...).

Parts of speech are chosen here. Unvowelled Arabic writes «قصف» for "he shelled" and "shelling"; what stands before
and after decides (a preposition, the article or a construct head before it make a noun; «الذي» or «قد» make a verb).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import msgspec

from musnad.frames.words import FunctionWords
from musnad.mentions.actors import Mention
from musnad.mentions.places import PlaceMention
from musnad.mentions.times import TimeMention
from musnad.morphology.analyser import Analyser, Analysis
from musnad.text import Kind, Sentence


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


_MOST = frozenset(("معظمهم", "غالبيتهم", "اغلبهم", "اغلبيتهم", "جميعهم", "كلهم", "اكثرهم", "جلهم"))
_LONE_CLITICS = frozenset(("ل", "ب", "ك", "ول", "وب"))
_QUOTES_OPEN = frozenset("«“\"‘'")
_QUOTES_CLOSE = frozenset("»”\"’'")


class Reader:
    """Cuts sentences into elements."""

    def __init__(self, analyser: Analyser, words: FunctionWords) -> None:
        self.analyser = analyser
        self.words = words

    def read(
        self,
        sentence: Sentence,
        mentions: list[Mention],
        places: list[PlaceMention],
        times: list[TimeMention],
        *,
        title: bool = False,
    ) -> Row:
        """The elements of ``sentence``, left to right, covering every token that matters."""
        mentions = [kept for m in mentions for kept in (m.inner if self.misread(sentence, m) else (m,))]
        named = {t for p in places if p.known and p.specific for t in range(p.head, p.end)}
        prefixed = {p.start: p.prep for p in places if p.prep in ("ب", "ل", "ك") and p.known}
        return Row(
            sentence, _Pass(self, sentence, mentions, times, named, prefixed, title).run(), mentions, places, times, []
        )

    def misread(self, sentence: Sentence, m: Mention) -> bool:
        """A verbal noun read as a person: «بالمساعدة» ("with help", not "with the assistant"), «محاربة» ("fighting")."""
        if (m.end - m.start != 1 and m.ref != "possessive") or m.ref not in (
            "people",
            "possessive",
            "office",
            "body",
            "anaphor",
        ):
            return False
        token = sentence.tokens[m.head]
        if m.ref == "possessive" and token.text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة"):
            return True
        if m.end - m.start != 1:
            return False
        masdars = [
            a for a in self.analyser.analyse(token) if a.pos == "masdar" and a.entry is not None and a.entry.frames
        ]
        if not masdars:
            return False
        if m.ref in ("office", "possessive", "people") and (token.text.endswith("ة") or m.ref != "people"):
            return True
        after = sentence.tokens[m.end].norm if m.end < len(sentence.tokens) else ""
        return any(after in places for a in masdars if a.entry for f in a.entry.frames for places in f.roles.values())


class _Pass:
    """One left-to-right pass over a sentence."""

    __slots__ = (
        "analyse", "clause_verb", "elements", "i", "mention_at", "n", "named", "place_clitic", "prev", "sentence", "time_at",
        "title", "tokens", "verb_subject", "words",
    )  # fmt: skip

    def __init__(
        self,
        reader: Reader,
        sentence: Sentence,
        mentions: list[Mention],
        times: list[TimeMention],
        named: set[int],
        prefixed: dict[int, str],
        title: bool,
    ) -> None:
        self.named = named  # tokens of place names: no verbs
        self.place_clitic = prefixed  # tokens of place names with a proclitic preposition: «بجدة» "in Jeddah"
        self.words = reader.words
        self.analyse = reader.analyser.analyse
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.n = len(self.tokens)
        self.mention_at = {m.start: m for m in mentions}
        self.time_at = {t.start: t for t in times}
        self.elements: list[Element] = []
        self.title = title
        self.i = 0
        self.clause_verb = False  # the current clause has its finite verb
        self.verb_subject = False  # ... and a bare actor phrase after it

    def run(self) -> list[Element]:
        while self.i < self.n:
            before = self.i
            self.step()
            if self.i == before:  # never stand still
                self.i += 1
        return self.elements

    def add(self, element: Element) -> Element:
        last = self.elements[-1] if self.elements else None
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

    # one element ------------------------------------------------------------------------------------------------

    def step(self) -> None:
        i = self.i
        token = self.tokens[i]
        if token.kind in (Kind.PUNCT, Kind.OPEN, Kind.CLOSE):
            self.punctuation(i)
            return
        if (time := self.time_at.get(i)) is not None:
            element = Element(Tag.TIME, i, time.end, time=time)
            self.dated_events(element, i)
            self.add(element)
            return
        mention = self.mention_at.get(i)
        if mention is not None and not self.verb_instead(i, mention):
            kind, word, conj, width = self.words.lookup(self.tokens, i)
            if kind == "partitive":  # «25 شخصا معظمهم من المدنيين»: what most of them are is what they are
                if (
                    mention.end > i + width
                    and self.elements
                    and (whole := self.elements[-1].mention) is not None
                    and whole.entity.sector == "UNK"
                ):
                    whole.entity = msgspec.structs.replace(whole.entity, sector=mention.entity.sector)
                self.add(Element(Tag.PARTICLE, i, mention.end, word=word, conj=conj, prep="adverb"))
                return
            self.phrase(i, prep=mention.prep, conj=mention.conj)
            return
        if self.function(i):
            return
        self.content(i)

    def punctuation(self, i: int) -> None:
        token = self.tokens[i]
        text = token.text
        if text in "،,;؛":
            self.add(Element(Tag.COMMA, i, i + 1, word=text))
        elif text == ":":
            self.add(Element(Tag.COLON, i, i + 1))
        elif text in _QUOTES_OPEN and token.kind is Kind.OPEN:
            self.add(Element(Tag.OPEN, i, i + 1, word=text))
        elif text in _QUOTES_CLOSE and token.kind is Kind.CLOSE:
            self.add(Element(Tag.CLOSE, i, i + 1, word=text))
        elif text in ("-", "–", "—", "ـ") or text.startswith("..") or text == "…":
            self.add(Element(Tag.DASH, i, i + 1, word=text))
        else:
            self.i = i + 1

    def function(self, i: int) -> bool:
        """Function words: prepositions, complementisers, relatives, particles."""
        norm = self.tokens[i].norm
        if (
            norm in _LONE_CLITICS and i + 1 < self.n
        ):  # «لـ «عكاظ»» "to Okaz": the preposition stands apart from its name
            self.phrase(i + 1, prep=norm[-1], conj=len(norm) > 1, prep_at=i)
            return True
        kind, word, conj, width = self.words.lookup(self.tokens, i)
        if not kind:
            return False
        if width == 1 and self.verb_of_same_form(i, kind, word):
            return False
        if kind == "prep" and word == "عبر" and self.speaks(i):
            return False  # «عبر الوزير عن قلقه» "the minister expressed": a verb here
        if (
            kind == "prep"
            and word == "مثل"
            and not self.elements
            and any(t.norm == "امام" for t in self.tokens[i : i + 16])
        ):
            return False  # «مثل المتهم أمام المحكمة» "the accused appeared before the court"
        if kind == "prep" and word == "نحو" and i + 1 < self.n and self.tokens[i + 1].kind is Kind.NUMBER:
            self.i = i + 1  # «نحو 15 غارة» "about 15 raids"
        elif kind == "skip":
            self.i = i + width
        elif kind == "connective":
            tag = Tag.WHEN if self.elements and self.elements[-1].tag is Tag.COMMA else Tag.PARTICLE
            self.add(Element(tag, i, i + width, word=word, conj=conj, prep="adverb"))
        elif kind == "prep":
            self.phrase(i + width, prep=word, conj=conj, prep_at=i)
        elif kind == "that":
            self.add(Element(Tag.THAT, i, i + width, word=word, conj=conj))
        elif kind in ("when", "as"):
            self.add(Element(Tag.WHEN, i, i + width, word="as" if kind == "as" else word, conj=conj))
        elif kind == "pp":  # «إليه» "to him": a prepositional phrase of one word
            stem, clitic = self.words.pronouns[word]
            self.add(Element(Tag.PHRASE, i, i + 1, word=clitic, conj=conj, prep=stem, head=i, definite=True))
        elif kind == "pronoun":
            self.add(Element(Tag.PHRASE, i, i + 1, word=word, conj=conj, head=i, definite=True))
        elif kind == "demonstrative":
            return False
        elif kind == "partitive" and word in ("كل من", "كلا من"):
            self.i = i + width  # «أعلن كل من X وY»: those named are the subject
            self.after_all(conj)
        elif kind == "partitive":
            before = self.elements[-1].mention if self.elements else None
            self.phrase(i + width, prep=word, conj=conj, prep_at=i)
            after = self.elements[-1].mention
            if (
                before is not None
                and after is not None
                and after is not before
                and before.entity.sector == "UNK"
                and word.removeprefix("و") in _MOST
            ):
                before.entity = msgspec.structs.replace(before.entity, sector=after.entity.sector)
        elif kind == "relative":
            self.add(Element(Tag.RELATIVE, i, i + width, word=word, conj=conj))
        elif kind == "report":
            self.add(Element(Tag.REPORT, i, i + width, word=word, conj=conj))
        elif kind == "conj":  # a separate conjunction: «و» or «أو», «ثم»
            self.i = i + width
            if self.i < self.n:
                count = len(self.elements)
                self.step()
                if len(self.elements) > count:
                    self.elements[count].conj = True
        else:
            self.add(Element(Tag.PARTICLE, i, i + width, word=word, conj=conj, prep=kind))
        return True

    def after_all(self, conj: bool) -> None:
        """Go on after «كل من»; the conjunction before it is that of what follows."""
        count = len(self.elements)
        if self.i < self.n:
            self.step()
        if len(self.elements) > count:
            first = self.elements[count]
            first.conj = first.conj or conj
            if first.prep == "من":
                first.prep = ""  # the mention was read with the «من» of «كل من»

    def verb_of_same_form(self, i: int, kind: str, word: str) -> bool:
        """«فتحت الشرطة» "the police opened" is not ف + تحت "under"; «هنأ» "congratulated" is not «هنا» "here"."""
        norm, text = self.tokens[i].norm, self.tokens[i].text
        if word == "هنا":
            return "أ" in text or "ئ" in text
        return (
            kind == "prep"
            and word == "تحت"
            and norm == "فتحت"
            and not self.clause_verb
            and self.choose_verb(i) is not None
        )

    def speaks(self, i: int) -> bool:
        """«عبر» before a person, at the head of a clause."""
        after = self.mention_at.get(i + 1)
        return (
            after is not None
            and after.entity.kind == "person"
            and (not self.elements or self.elements[-1].tag is not Tag.PHRASE)
        )

    def content(self, i: int) -> None:
        """A verb, a participle clause, or a noun phrase."""
        verb = self.choose_verb(i)
        if verb is not None:
            participle = verb.pos in ("active", "passive")
            kinds = ("active", "passive") if participle else ("verb",)
            others = tuple(
                a
                for a in self.analyse(self.tokens[i])
                if a.pos in kinds
                and a is not verb
                and a.entry is not None
                and not a.article
                and not a.prep
                and (participle or self.plausible(i, a))
            )
            word = verb.entry.lemma if verb.entry else self.tokens[i].norm
            self.add(
                Element(
                    Tag.VERB,
                    i,
                    i + 1,
                    word=word,
                    conj=bool(verb.conj),
                    head=i,
                    analysis=verb,
                    readings=(verb, *others),
                    participle=participle,
                )
            )
            return
        noun = self.event_noun(i)
        conj = bool(noun.conj) if noun else self.words.looks_conjoined(self.tokens[i], self.elements)
        prep = noun.prep if noun else self.words.clitic_preposition(self.tokens[i].norm)
        if not prep and i in self.place_clitic:
            prep = self.place_clitic[i]
        self.phrase(i, prep=prep, conj=conj)

    # parts of speech ---------------------------------------------------------------------------------------------

    def verb_instead(self, i: int, mention: Mention) -> bool:
        """A one-word common noun such as «طالب» ("student"/"demanded") that reads as a verb here."""
        if mention.end - mention.start != 1:
            return False
        analyses = self.analyse(self.tokens[i])
        if mention.ref in ("possessive", "office"):  # «..، وطالبه بالرحيل» "and demanded of him", not "and his student"
            heads = mention.conj and (not self.elements or self.elements[-1].tag in (Tag.COMMA, Tag.CLOSE, Tag.TIME))
            return (
                heads
                and any(
                    a.pos == "verb" and a.conj and a.clitic and a.entry is not None and a.entry.kind == "verb"
                    for a in analyses
                )
                and self.choose_verb(i) is not None
            )
        if mention.ref not in ("people", "unnamed", "body", "anaphor", "state", "metonym", "group"):
            return False
        if not any(
            a.pos in ("verb", "active", "passive") and a.entry is not None and a.entry.kind != "plain" for a in analyses
        ):
            return False
        return self.choose_verb(i) is not None

    def event_noun(self, i: int) -> Analysis | None:
        best = None
        for a in self.analyse(self.tokens[i]):
            if a.pos in ("masdar", "noun") and a.entry is not None:
                if a.entry.frames:
                    return a
                best = best or a
        return best

    def choose_verb(self, i: int) -> Analysis | None:
        """The reading of token ``i`` as a finite verb or clause-heading participle, or None if it is a noun here."""
        token = self.tokens[i]
        if token.norm in self.words.never_verbs or i in self.named:
            return None
        analyses = self.analyse(token)
        if not analyses:
            if self.analyser_guess(i):
                return _GUESS
            return None
        verbs = [a for a in analyses if a.pos == "verb" and self.plausible(i, a)]
        nouns = [a for a in analyses if a.pos in ("masdar", "noun")]
        if verbs and self.agrees_as_verb(i, verbs[0], bool(nouns)):
            return self.best_verb(verbs, i)
        for a in analyses:
            if a.pos in ("active", "passive") and self.circumstantial(i, a):
                if a.number == "p" and a.gender == "f" and nouns:
                    continue  # «بدأ الجيش مناورات»: a verbal noun in the plural
                return a
        return None

    def plausible(self, i: int, a: Analysis) -> bool:
        """Forms of the present without their ending («يفعلا», «يقل», «يجب» from أجاب) want أن, لم, لن or ل before them;
        object pronouns of the second person belong to speech."""
        if a.clitic in ("ك", "كم", "كن"):
            return False
        if a.tense != "present" or a.future or a.entry is None:
            return True
        token = self.tokens[i].norm
        stem = token[: len(token) - len(a.clitic)] if a.clitic else token
        if a.number in ("d", "p") and a.person == 3 and not stem.endswith("ن") and a.gender != "f":
            return self.after_mood(i)
        if a.number == "s" and a.person == 3 and not a.clitic:
            full = self.words.folded_present(a.entry)
            if full and len(stem) - len(a.conj) < len(full):
                return self.after_mood(i)
        return True

    def after_mood(self, i: int) -> bool:
        """After a particle that changes the verb's ending."""
        if not self.elements:
            return False
        last = self.elements[-1]
        return last.end == i and (
            last.tag is Tag.THAT or last.tag is Tag.WHEN or (last.tag is Tag.PARTICLE and last.prep in ("negation",))
        )

    def analyser_guess(self, i: int) -> bool:
        last = self.elements[-1] if self.elements else None
        if last is not None and last.tag is Tag.PHRASE and last.end == i and not last.definite:
            return False
        return self.words.verb_like(self.tokens[i])

    def best_verb(self, verbs: list[Analysis], i: int) -> Analysis:
        particle = self.elements[-1] if self.elements and self.elements[-1].tag is Tag.PARTICLE else None
        if particle is not None and particle.prep == "negation" and particle.word in ("لم", "لن", "لا"):
            for a in verbs:
                if a.tense == "present":
                    return a
        if self.tokens[i].norm[:1] in ("و", "ف") and (
            not self.elements or self.elements[-1].tag in (Tag.COMMA, Tag.PHRASE, Tag.DASH, Tag.TIME, Tag.CLOSE)
        ):
            verbs = sorted(verbs, key=lambda a: not a.conj)  # «ودعت»: "and ... called on", not "bade farewell"
        third = [a for a in verbs if a.person == 3]
        if third and len(third) < len(verbs) and not self.quoted():
            verbs = third  # the press does not say "I": «أقدم» "he went ahead", not "I present"
        lights = [a for a in verbs if a.entry is not None and a.entry.kind == "light"]
        if lights and len(lights) < len(verbs):
            for a in lights:
                if self.carries(a, i):
                    return a
        for kind in ("verb", "light", "phrase"):  # a trigger before a support or plain verb of the same spelling
            for a in verbs:
                if a.entry is not None and a.entry.kind == kind:
                    return a
        return verbs[0]

    def quoted(self) -> bool:
        return any(e.tag is Tag.OPEN for e in self.elements) or any(e.tag is Tag.COLON for e in self.elements)

    def carries(self, a: Analysis, i: int) -> bool:
        """One of the nouns of support verb ``a`` stands soon after: «تلقى ... اتصالا» "received a call"."""
        entries = self.words.light_entries(a)
        for t in range(i + 1, min(self.n, i + 14)):
            token = self.tokens[t]
            if token.kind is not Kind.WORD:
                if token.norm in (".", "؛"):
                    break
                continue
            noun = self.event_noun(t)
            if noun is not None and noun.entry is not None and not noun.prep:
                lemma, masdars = noun.entry.lemma, noun.entry.masdars
                if any(lemma in e.nouns or any(m in e.nouns for m in masdars) for e in entries):
                    return True
        return False

    def agrees_as_verb(self, i: int, verb: Analysis, noun_too: bool) -> bool:
        if verb.article or verb.prep:
            return False
        last = self.elements[-1] if self.elements else None
        if verb.future or (verb.tense == "present" and not noun_too):
            return True
        if last is not None and last.tag is Tag.PARTICLE and last.prep in ("negation", "modal", "aspect", "future"):
            return True
        if not noun_too:
            return True
        if last is None:
            return self.title is False and not self.noun_follows(i)
        if last.tag is Tag.RELATIVE or (last.tag is Tag.THAT and last.word == "ما"):
            return True
        if last.tag is Tag.WHEN:
            return True
        if last.tag is Tag.THAT:
            return verb.tense == "present"
        if last.tag is Tag.VERB:
            return False
        if last.tag in (Tag.COMMA, Tag.DASH, Tag.TIME, Tag.COLON, Tag.OPEN, Tag.CLOSE, Tag.REPORT):
            if verb.conj:
                return True
            if self.noun_follows(i):
                return False
            if not self.clause_verb:
                return True
            if last.tag is Tag.TIME:  # «وفي مؤتمر عقد اليوم حث الطلاب أقرانهم»
                return self.next_is_actor(i)
            return last.tag is Tag.COMMA and (
                self.preposition_follows(i) or i + 1 in self.time_at or self.next_is_actor(i)
            )
        if last.tag is Tag.PHRASE:
            if verb.conj:
                return self.conjoined_verb(i)
            if verb.clitic in ("ه", "ها", "هم") and self.next_is_actor(i) and not last.definite:  # «هجوم شنه حزب الله»
                return True
            if not last.definite and last.mention is None:  # «بيان نشر على موقعها» "a statement published on its site"
                return self.preposition_follows(i) and not last.events and verb.tense == "past"
            return not self.clause_verb
        return False

    def conjoined_verb(self, i: int) -> bool:
        """«ودعا الجيش» against «وقصف المدينة»: a verb unless the phrase before is a bare event noun too."""
        last = self.elements[-1]
        if last.events and last.prep and not self.next_is_actor(i):
            return False
        return self.next_is_actor(i) or not last.events

    def next_is_actor(self, i: int) -> bool:
        return i + 1 in self.mention_at and not self.mention_at[i + 1].prep

    def noun_follows(self, i: int) -> bool:
        """The next word is an indefinite adjective of this one («قصف مدفعي» "artillery shelling")."""
        if i + 1 >= self.n:
            return True
        after = self.tokens[i + 1]
        if after.kind is not Kind.WORD or i + 1 in self.mention_at or i + 1 in self.time_at:
            return False
        if after.norm.endswith(("ون", "ان")):  # nominative: a subject («تعهد جمهوريون» "Republicans vowed")
            return False
        return self.words.is_adjective(after.norm) and not after.norm.startswith("ال")

    def circumstantial(self, i: int, a: Analysis) -> bool:
        """A participle in the accusative that heads a clause: «مؤكدا أن», «داعيا إلى», «متهمين الحكومة»."""
        if a.article or a.prep or a.clitic or a.entry is None or not a.entry.frames:
            return False
        last = self.elements[-1] if self.elements else None
        raw = self.tokens[i].text.rstrip("ًٌٍَُِّْ")
        if a.number == "s" and a.gender == "m":
            accusative = raw.endswith(("ا", "اً"))
            return accusative and (last is None or last.tag is not Tag.PARTICLE)
        if last is None:
            return self.followed_by_complement(i)
        if last.tag in (Tag.COMMA, Tag.TIME, Tag.CLOSE, Tag.DASH) or a.conj:
            return True
        if (
            a.number == "p"
            and a.accusative
            and last.tag is Tag.PHRASE
            and self.clause_verb
            and (last.definite or last.mention is not None)
        ):
            return self.followed_by_complement(i)
        return (
            last.tag is Tag.PHRASE
            and (last.definite or last.mention is not None)
            and self.clause_verb
            and a.gender == "f"
            and self.followed_by_complement(i)
        )

    def preposition_follows(self, i: int) -> bool:
        if i + 1 >= self.n or i + 1 in self.mention_at or i + 1 in self.time_at:
            return False
        return self.words.lookup(self.tokens, i + 1)[0] in ("prep", "pp")

    def followed_by_complement(self, i: int) -> bool:
        if i + 1 >= self.n:
            return False
        kind, _, _, _ = self.words.lookup(self.tokens, i + 1)
        if kind in ("that", "prep", "pp"):
            return True
        after = self.tokens[i + 1]
        return bool(self.words.clitic_preposition(after.norm)) or any(
            a.pos == "masdar" and a.prep for a in self.analyse(after)
        )

    # noun phrases ------------------------------------------------------------------------------------------------

    def phrase(self, i: int, *, prep: str = "", conj: bool = False, prep_at: int = -1) -> None:
        """A noun phrase from token ``i`` on, governed by ``prep``."""
        start = i
        element = Element(Tag.PHRASE, start, start, prep=prep, conj=conj, prep_at=prep_at, head=start)
        j = i
        quote = 0
        if j < self.n and (time := self.time_at.get(j)) is not None and prep_at >= 0:
            dated = Element(Tag.TIME, prep_at, time.end, time=time, conj=conj, prep=prep)
            self.dated_events(dated, j)
            self.add(dated)
            return
        while j < self.n:
            token = self.tokens[j]
            if token.kind is Kind.OPEN:
                if token.text in _QUOTES_OPEN:
                    close = self.short_quote(j)
                    if not close or (j > start and j not in self.mention_at and not self.wraps_mention(j)):
                        break
                    quote += 1
                j += 1
                continue
            if token.kind is Kind.CLOSE:
                if token.text in _QUOTES_CLOSE:
                    if not quote:
                        break
                    quote -= 1
                j += 1
                continue
            if token.kind is Kind.PUNCT:
                break
            if j in self.time_at and j > start:
                break
            mention = self.mention_at.get(j)
            if mention is not None and (j == start or not self.verb_instead(j, mention)):
                if j > start and (mention.conj or mention.prep):
                    break
                if j > start and (element.definite or element.closed) and not self.adjectival(j, mention):
                    break
                if j > start and element.end > start and self.adjectival(j, mention):
                    element.end = j + 1
                    j += 1
                    continue
                if j == start or element.end == start:
                    element.mention = mention
                    element.word = self.tokens[mention.head].norm
                    element.head = mention.head
                else:
                    element.inner.append(mention)
                j = mention.end
                element.end = j
                element.definite = mention.definite or mention.ref not in ("people", "unnamed")
                element.closed = True
                continue
            if j > start:
                kind, _, joined, _ = self.words.lookup(self.tokens, j)
                if kind:
                    break
                if joined or self.breaks(element, j):
                    break
            elif prep_at >= 0 and self.starts_clause(j):
                break
            self.take(element, j, start)
            j += 1
            element.end = j
        if element.end == start:
            if prep_at >= 0:  # a preposition with no phrase: «من أن», «على أن»
                self.add(Element(Tag.PARTICLE, prep_at, start, word=prep, conj=conj, prep="prep"))
            else:
                self.i = start + 1
            return
        if prep_at >= 0:
            element.start = prep_at
        self.add(element)

    def dated_events(self, element: Element, start: int) -> None:
        """Event nouns that a time expression holds: «منذ الهجوم الانتحاري في 20 يوليو»."""
        if element.end - start < 3:
            return
        for k in range(start, element.end):
            if self.tokens[k].kind is Kind.WORD:
                self.note_event(element, k)
                mention = self.mention_at.get(k)
                if mention is not None:
                    element.inner.append(mention)

    def starts_clause(self, j: int) -> bool:
        kind, _, _, _ = self.words.lookup(self.tokens, j)
        return kind in ("that", "relative", "when", "negation", "modal")

    def adjectival(self, j: int, mention: Mention) -> bool:
        """A one-word mention that is an adjective of the noun before: «هجوم انتحاري» "suicide attack", «الهجوم
        الإرهابي». A noun with the article takes no genitive."""
        if mention.end - mention.start != 1 or mention.ref not in ("people", "group", "state", "unnamed"):
            return False
        before, word = self.tokens[j - 1].norm, self.tokens[j].norm
        stem = word.removeprefix("ال").removesuffix("ه")
        if stem not in self.words.adjectival_people:
            return False
        return before.startswith("ال") == word.startswith("ال") and not mention.count

    def wraps_mention(self, j: int) -> bool:
        return j + 1 in self.mention_at

    def short_quote(self, j: int) -> bool:
        """A quotation of at most five words is a name or a scare quote inside the phrase."""
        for k in range(j + 1, min(self.n, j + 8)):
            if self.tokens[k].kind is Kind.CLOSE and self.tokens[k].text in _QUOTES_CLOSE:
                return True
        return False

    def take(self, element: Element, j: int, start: int) -> None:
        token = self.tokens[j]
        norm = token.norm
        if not element.word:
            element.word = self.words.bare(norm)
            element.head = j
        self.note_event(element, j)
        element.definite = norm.startswith(("ال", "لل")) or ("ال" in norm[1:4] and norm[0] in "بكوف")

    def note_event(self, element: Element, j: int) -> None:
        noun = self.event_noun(j)
        if noun is not None:
            element.events.append((j, noun))

    def breaks(self, element: Element, j: int) -> bool:
        """Token ``j`` cannot continue the phrase: it is a verb, a conjoined or governed noun, or a new phrase."""
        token = self.tokens[j]
        if token.kind is Kind.NUMBER:
            return bool(element.definite)
        self_elements = self.elements
        self_elements.append(element)  # the phrase so far is what stands before the token
        try:
            if self.choose_verb(j) is not None:
                return True
        finally:
            self_elements.pop()
        norm = token.norm
        noun = self.event_noun(j)
        if noun is not None and (noun.conj or noun.prep):
            return True
        if noun is None and (self.words.clitic_preposition(norm) or self.words.looks_conjoined(token, self.elements)):
            return True
        definite = norm.startswith("ال")
        if element.definite or element.closed:
            if not definite:
                return not (element.closed and not element.definite and self.words.is_adjective(norm))
            if element.mention is not None or element.inner:
                return not self.words.is_adjective(norm)
            return noun is not None and not self.words.is_adjective(norm)
        raw = self.tokens[j - 1].text
        return raw.endswith(("اً", "ًا", "ٍ")) and definite


def _guess() -> Analysis:
    return Analysis(
        entry=None, pos="verb", conj="", prep="", article=False, future=False, tense="past", voice="active", person=3,
        gender="", number="s", clitic="", stem_start=0,
    )  # fmt: skip


_GUESS = _guess()

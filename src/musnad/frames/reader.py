"""Cuts a sentence into elements: one left-to-right pass over function words, punctuation, verbs and noun phrases."""

from __future__ import annotations

import msgspec

from musnad.frames.elements import QUOTES_CLOSE, QUOTES_OPEN, Element, Reading, Row, Tag
from musnad.frames.phrases import Phrases
from musnad.frames.wordclass import WordClasses
from musnad.frames.words import FunctionWords
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.mentions.places import PlaceMention
from musnad.mentions.times import TimeMention
from musnad.morphology.analyser import Analyser
from musnad.text import Kind, Sentence

_SUBJECT_REACH = 14  # words a subject with its titles may take before what it expresses
_EACH_OF = grammar().each_of

_BACKED = grammar().backed


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
        state = Reading(sentence, mentions, places, times, title=title)
        return Row(sentence, _Pass(state, self.analyser, self.words).run(), mentions, places, times, [])

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

    __slots__ = ("analyse", "classes", "phrases", "state", "words")

    def __init__(self, state: Reading, analyser: Analyser, words: FunctionWords) -> None:
        self.state = state
        self.words = words
        self.analyse = analyser.analyse
        self.classes = WordClasses(state, analyser, words)
        self.phrases = Phrases(state, self.classes, words)

    def run(self) -> list[Element]:
        while self.state.i < self.state.n:
            before = self.state.i
            self.step()
            if self.state.i == before:  # never stand still
                self.state.i += 1
        return self.state.elements

    def step(self) -> None:
        i = self.state.i
        token = self.state.tokens[i]
        if token.kind in (Kind.PUNCT, Kind.OPEN, Kind.CLOSE):
            self.punctuation(i)
            return
        if (time := self.state.time_at.get(i)) is not None:
            element = Element(Tag.TIME, i, time.end, time=time)
            self.phrases.dated_events(element, i)
            self.state.add(element)
            return
        mention = self.state.mention_at.get(i)
        if mention is not None and not self.classes.verb_instead(i, mention):
            kind, word, conj, width = self.words.lookup(self.state.tokens, i)
            if (
                kind == "partitive" and word not in _EACH_OF
            ):  # «25 شخصا معظمهم من المدنيين»: what most of them are is what they are
                if (
                    mention.end > i + width
                    and self.state.elements
                    and (whole := self.state.elements[-1].mention) is not None
                    and whole.entity.sector == "UNK"
                ):
                    whole.entity = msgspec.structs.replace(whole.entity, sector=mention.entity.sector)
                self.state.add(Element(Tag.PARTICLE, i, mention.end, word=word, conj=conj, prep="adverb"))
                return
            self.phrases.phrase(i, prep="" if word in _EACH_OF else mention.prep, conj=mention.conj)
            return
        if self.function(i):
            return
        self.content(i)

    def punctuation(self, i: int) -> None:
        token = self.state.tokens[i]
        text = token.text
        if text in "،,;؛":
            self.state.add(Element(Tag.COMMA, i, i + 1, word=text))
        elif text == ":":
            self.state.add(Element(Tag.COLON, i, i + 1))
        elif text in QUOTES_OPEN and token.kind is Kind.OPEN:
            self.state.add(Element(Tag.OPEN, i, i + 1, word=text))
        elif text in QUOTES_CLOSE and token.kind is Kind.CLOSE:
            self.state.add(Element(Tag.CLOSE, i, i + 1, word=text))
        elif text in ("-", "–", "—", "ـ") or text.startswith("..") or text == "…":
            self.state.add(Element(Tag.DASH, i, i + 1, word=text))
        elif text in ".؟?!" and self.goes_on(i):
            self.state.add(Element(Tag.STOP, i, i + 1, word=text))
        else:
            self.state.i = i + 1

    def goes_on(self, i: int) -> bool:
        """Whether a full stop has another sentence after it, inside the same quotation («لن نقبل. سنرد»)."""
        tokens = self.state.tokens
        whole = i > 0 and (len(tokens[i - 1].norm) > 1 or tokens[i - 1].kind is not Kind.WORD)
        return whole and i + 2 < len(tokens) and tokens[i + 1].kind is Kind.WORD

    def approximation(self, i: int) -> int:
        """Width of «نحو», «أكثر من» ("about", "more than") before a number, else 0."""
        tokens = self.state.tokens
        if tokens[i].norm not in self.words.approximate:  # every such phrase begins with a word that stands for itself
            return 0
        words = [t.norm for t in tokens[i : i + 3]]
        for width in (2, 1):
            if len(words) > width and " ".join(words[:width]) in self.words.approximate:
                counted = tokens[i + width].kind is Kind.NUMBER or words[width] in self.words.numerals
                return width if counted else 0
        return 0

    def function(self, i: int) -> bool:
        """Function words: prepositions, complementisers, relatives, particles."""
        norm = self.state.tokens[i].norm
        if (
            norm in self.words.lone_clitics and i + 1 < self.state.n
        ):  # «لـ «عكاظ»» "to Okaz": the preposition stands apart from its name
            self.phrases.phrase(i + 1, prep=norm[-1], conj=len(norm) > 1, prep_at=i)
            return True
        if width := self.approximation(i):
            self.state.i = i + width
            return True
        kind, word, conj, width = self.words.lookup(self.state.tokens, i)
        if not kind:
            return False
        if width == 1 and self.verb_of_same_form(i, kind, word):
            return False
        if kind == "prep" and word == "عبر" and self.speaks(i):
            return False  # «عبر الوزير عن قلقه» "the minister expressed": a verb here
        if (
            kind == "prep"
            and word == "مثل"
            and not self.state.elements
            and any(t.norm == "امام" for t in self.state.tokens[i : i + 16])
        ):
            return False  # «مثل المتهم أمام المحكمة» "the accused appeared before the court"
        if kind == "skip":
            self.state.i = i + width
        elif kind == "connective":
            tag = Tag.WHEN if self.state.elements and self.state.elements[-1].tag is Tag.COMMA else Tag.PARTICLE
            self.state.add(Element(tag, i, i + width, word=word, conj=conj, prep="adverb"))
        elif kind == "prep":
            self.phrases.phrase(i + width, prep=word, conj=conj, prep_at=i)
        elif kind == "that":
            self.state.add(Element(Tag.THAT, i, i + width, word=word, conj=conj))
        elif kind in ("when", "as"):
            self.state.add(Element(Tag.WHEN, i, i + width, word="as" if kind == "as" else word, conj=conj))
        elif kind == "pp":  # «إليه» "to him": a prepositional phrase of one word
            stem, clitic = self.words.pronouns[word]
            self.state.add(Element(Tag.PHRASE, i, i + 1, word=clitic, conj=conj, prep=stem, head=i, definite=True))
        elif kind == "pronoun":
            self.state.add(Element(Tag.PHRASE, i, i + 1, word=word, conj=conj, head=i, definite=True))
        elif kind == "demonstrative":
            return False
        elif kind == "partitive" and word in _EACH_OF:
            self.state.i = i + width  # «أعلن كل من X وY»: those named are the subject
            self.after_all(conj)
        elif kind == "partitive":
            self.phrases.phrase(i + width, prep=word, conj=conj, prep_at=i)
        elif kind == "relative":
            self.state.add(Element(Tag.RELATIVE, i, i + width, word=word, conj=conj))
        elif kind == "report":
            self.state.add(Element(Tag.REPORT, i, i + width, word=word, conj=conj))
        elif kind == "conj":  # a separate conjunction: «و» or «أو», «ثم»
            self.state.i = i + width
            if self.state.i < self.state.n:
                count = len(self.state.elements)
                self.step()
                if len(self.state.elements) > count:
                    self.state.elements[count].conj = True
        else:
            self.state.add(Element(Tag.PARTICLE, i, i + width, word=word, conj=conj, prep=kind))
        return True

    def after_all(self, conj: bool) -> None:
        """Go on after «كل من»; the conjunction before it is that of what follows."""
        count = len(self.state.elements)
        if self.state.i < self.state.n:
            self.step()
        if len(self.state.elements) > count:
            first = self.state.elements[count]
            first.conj = first.conj or conj
            if first.prep == "من":
                first.prep = ""  # the mention was read with the «من» of «كل من»

    def verb_of_same_form(self, i: int, kind: str, word: str) -> bool:
        """«فتحت الشرطة» "the police opened" is not ف + تحت "under"; «هنأ» "congratulated" is not «هنا» "here"."""
        norm, text = self.state.tokens[i].norm, self.state.tokens[i].text
        if word == "ابان":  # «إبان الحرب» "during the war", «وأبان المتحدث أن» "made clear"
            return "أ" in text or norm != word
        if word == "هنا":
            return "أ" in text or "ئ" in text
        return (
            kind == "prep"
            and word == "تحت"
            and norm == "فتحت"
            and not self.state.clause_verb
            and self.classes.choose_verb(i) is not None
        )

    def speaks(self, i: int) -> bool:
        """«عبر» at the head of a clause that has its «عن»: «عبر الوزير عن قلقه» "the minister expressed his concern"."""
        if self.state.elements and self.state.elements[-1].tag is Tag.PHRASE:
            return False
        for token in self.state.tokens[i + 1 : i + 1 + _SUBJECT_REACH]:
            if token.kind is Kind.PUNCT:
                return False
            if token.norm == "عن":
                return True
        return False

    def content(self, i: int) -> None:
        """A verb, a participle clause, or a noun phrase."""
        if self.state.tokens[i].norm in _BACKED:  # «الجيش مدعوما بالطيران سيطر»: how, in the middle of its clause
            self.state.add(Element(Tag.PARTICLE, i, i + 1, word="adverb", head=i))
            return
        verb = self.classes.choose_verb(i)
        if verb is not None:
            participle = verb.pos in ("active", "passive")
            kinds = ("active", "passive") if participle else ("verb",)
            others = tuple(
                a
                for a in self.analyse(self.state.tokens[i])
                if a.pos in kinds
                and a is not verb
                and a.entry is not None
                and not a.article
                and not a.prep
                and (participle or self.classes.plausible(i, a))
            )
            word = verb.entry.lemma if verb.entry else self.state.tokens[i].norm
            self.state.add(
                Element(
                    Tag.VERB,
                    i,
                    i + 1,
                    word=word,
                    conj=bool(verb.conj),
                    head=i,
                    analysis=verb,
                    readings=(verb, *others),
                    participle=participle and not self.classes.predicate(i, verb),
                )
            )
            return
        noun = self.classes.event_noun(i)
        conj = bool(noun.conj) if noun else self.words.looks_conjoined(self.state.tokens[i], self.state.elements)
        prep = noun.prep if noun else self.words.clitic_preposition(self.state.tokens[i].norm)
        if not prep and i in self.state.place_clitic:
            prep = self.state.place_clitic[i]
        self.phrases.phrase(i, prep=prep, conj=conj)

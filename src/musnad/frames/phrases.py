"""Noun phrases: where one begins and ends, whom it names, which event nouns it holds."""

from __future__ import annotations

from musnad.frames.elements import QUOTES_CLOSE, QUOTES_OPEN, Element, Reading, Tag
from musnad.frames.wordclass import WordClasses
from musnad.frames.words import FunctionWords
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analysis
from musnad.text import Kind

_DIRECTIONS = grammar().directions
_COURTESY = grammar().courtesy_nouns
_RADICAL = grammar().radical_article
_BEFALLING = grammar().befalling
_ARMS = grammar().arms
_MANNER = grammar().manner_prepositions

_POINTING = grammar().demonstrative


class Phrases:
    """Reads noun phrases into the elements of a sentence."""

    __slots__ = ("classes", "state", "words")

    def __init__(self, state: Reading, classes: WordClasses, words: FunctionWords) -> None:
        self.state = state
        self.classes = classes
        self.words = words

    def phrase(self, i: int, *, prep: str = "", conj: bool = False, prep_at: int = -1) -> None:
        """A noun phrase from token ``i`` on, governed by ``prep``."""
        start = i = self.past_courtesy(i, prep)
        element = Element(Tag.PHRASE, start, start, prep=prep, conj=conj, prep_at=prep_at, head=start)
        j = i
        quote = 0
        if j < self.state.n and (time := self.state.time_at.get(j)) is not None and prep_at >= 0:
            dated = Element(Tag.TIME, prep_at, time.end, time=time, conj=conj, prep=prep)
            self.dated_events(dated, j)
            self.state.add(dated)
            return
        while j < self.state.n:
            token = self.state.tokens[j]
            if token.kind is Kind.OPEN:
                if token.text in QUOTES_OPEN:
                    close = self.short_quote(j)
                    if not close or (j > start and j not in self.state.mention_at and not self.wraps_mention(j)):
                        break
                    quote += 1
                j += 1
                continue
            if token.kind is Kind.CLOSE:
                if token.text in QUOTES_CLOSE:
                    if not quote:
                        break
                    quote -= 1
                j += 1
                continue
            if token.kind is Kind.PUNCT:
                break
            if j > start and (j in self.state.time_at or (prep in _MANNER and not element.definite)):
                break  # «قصفوا بشكل عشوائي | حي كذا»: manner is one adjective
            mention = self.state.mention_at.get(j)
            if mention is not None and (j == start or not self.classes.verb_instead(j, mention)):
                if j > start and (mention.conj or mention.prep):
                    break
                if self.entitled(element, j, mention):
                    element.definite = False  # «قال الجمهوري جون بينر»: who he is stands before his name
                    element.end = start
                if j > start and (element.definite or element.closed) and not self.adjectival(j, mention):
                    break
                if (
                    j > start
                    and mention.definite
                    and self.ends_in_nisba(element, j)
                    and not self.adjectival(j, mention)
                ):
                    break
                if j > start and element.end > start and self.adjectival(j, mention):
                    element.end = j + 1
                    j += 1
                    continue
                if j == start or element.end == start:
                    element.mention = mention
                    element.word = self.state.tokens[mention.head].norm
                    element.head = mention.head
                else:
                    element.inner.append(mention)
                j = mention.end
                element.end = j
                element.definite = mention.definite or mention.ref not in ("people", "unnamed")
                element.closed = True
                continue
            if j > start:
                kind, _, joined, _ = self.words.lookup(self.state.tokens, j)
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
                self.state.add(Element(Tag.PARTICLE, prep_at, start, word=prep, conj=conj, prep="prep"))
            else:
                self.state.i = start + 1
            return
        if prep_at >= 0:
            element.start = prep_at
        self.state.add(element)

    def past_courtesy(self, i: int, prep: str) -> int:
        """Where the person begins whom a ruler calls his brother: «رسالة من أخيه صاحب السمو الشيخ فلان», «لأخيه»."""
        norm = self.state.tokens[i].norm if i < self.state.n else ""
        if norm not in _COURTESY and not (prep and norm.removeprefix(prep) in _COURTESY):
            return i
        return next((j for j in range(i + 1, min(i + 5, self.state.n)) if j in self.state.mention_at), i)

    def dated_events(self, element: Element, start: int) -> None:
        """Event nouns that a time expression holds: «منذ الهجوم الانتحاري في 20 يوليو»."""
        if element.end - start < 3:
            return
        for k in range(start, element.end):
            if self.state.tokens[k].kind is Kind.WORD:
                self.note_event(element, k)
                mention = self.state.mention_at.get(k)
                if mention is not None:
                    element.inner.append(mention)

    def starts_clause(self, j: int) -> bool:
        kind, _, _, _ = self.words.lookup(self.state.tokens, j)
        return kind in ("that", "relative", "when", "negation", "modal")

    def adjectival(self, j: int, mention: Mention) -> bool:
        """A one-word mention that is an adjective of the noun before: «هجوم انتحاري» "suicide attack", «الهجوم
        الإرهابي». A noun with the article takes no genitive."""
        if mention.end - mention.start != 1 or mention.ref not in ("people", "group", "state", "unnamed"):
            return False
        before, word = self.state.tokens[j - 1].norm, self.state.tokens[j].norm
        stem = word.removeprefix("ال").removesuffix("ه")
        if stem not in self.words.adjectival_people or before in _BEFALLING:
            return False  # «مقتل مسلح» "a gunman killed"
        return before.startswith("ال") == word.startswith("ال") and not mention.count

    def after_verb(self) -> bool:
        last = self.state.last
        return last is not None and last.tag is Tag.VERB

    def describes(self, j: int) -> bool:
        """Whether token ``j`` is an adjective of what stands before it; «قصفت طائرات إسرائيلية | مبنى» "a building": after
        a feminine adjective no masculine one describes the same noun, and no adjective ends in «ئ»."""
        before, token = self.state.tokens[j - 1], self.state.tokens[j]
        if token.text.endswith("ئ") or (before.norm.endswith("يه") and token.norm.endswith("ي")):
            return False
        if before.norm.endswith(("ون", "ين")) and token.norm.endswith("ي"):
            return False  # «اقتحم مسلحون | مباني»
        if before.norm.endswith("ون") and token.norm.endswith("ين"):
            return False  # «احتجز مجهولون | صحفيين»: they differ in case
        return self.words.is_adjective(token.norm)

    def wraps_mention(self, j: int) -> bool:
        return j + 1 in self.state.mention_at

    def short_quote(self, j: int) -> bool:
        """A quotation of at most five words is a name or a scare quote inside the phrase."""
        for k in range(j + 1, min(self.state.n, j + 8)):
            if self.state.tokens[k].kind is Kind.CLOSE and self.state.tokens[k].text in QUOTES_CLOSE:
                return True
        return False

    def take(self, element: Element, j: int, start: int) -> None:
        token = self.state.tokens[j]
        norm = token.norm
        if not element.word:
            element.word = self.words.bare(norm)
            element.head = j
        noun = self.note_event(element, j)
        if j in self.state.named and self.words.bare(norm) not in _DIRECTIONS:
            element.definite = (
                True  # a place name takes no genitive: «من سيدني دول الخليج» "from Sydney the Gulf states"
            )
        elif noun is not None:
            element.definite = noun.article  # «بإلقاء» "by laying down": its «ال» is its own
        else:
            articled = norm.startswith(("ال", "لل")) or ("ال" in norm[1:4] and norm[0] in "بكوف")
            element.definite = articled and norm not in _RADICAL

    def note_event(self, element: Element, j: int) -> Analysis | None:
        """Add token ``j`` to the phrase's event nouns if it is one, and say which."""
        noun = self.classes.event_noun(j)
        if noun is not None:
            element.events.append((j, noun))
        return noun

    def entitled(self, element: Element, j: int, mention: Mention) -> bool:
        """«الجمهوري جون بينر» "the Republican John Boehner": one adjective of relation as a title before a full name."""
        word = self.state.tokens[j - 1].norm
        return (
            j == element.head + 1
            and mention.ref == "name"
            and mention.entity.kind == "person"
            and not (mention.conj or mention.prep)
            and not element.events
            and element.mention is None
            and word.startswith("ال")
            and word.endswith("ي")
            and self.words.is_adjective(word)
            and mention.end - mention.start > 1
        )

    def ends_in_nisba(self, element: Element, j: int) -> bool:
        """Whether an event noun and its indefinite adjective stand before token ``j``: «استهدف هجوم انتحاري | القوات» "a
        suicide attack hit the forces". An adjective of relation takes no genitive, unlike «واسع النطاق» "wide-ranging"."""
        before = self.state.tokens[j - 1].norm
        if not element.events or j - 1 <= element.events[-1][0] or before.startswith("ال"):
            return False
        return before.endswith(("ي", "يه")) and len(before) > 4 and self.words.is_adjective(before)

    def breaks(self, element: Element, j: int) -> bool:
        """Token ``j`` cannot continue the phrase: it is a verb, a conjoined or governed noun, or a new phrase."""
        token = self.state.tokens[j]
        if token.kind is Kind.NUMBER:
            return bool(element.definite)
        if token.norm in self.words.lone_clitics:
            return True  # «في تصريحات لـ«عكاظ»» "in statements to Okaz"
        if j - 1 in self.state.named and self.words.bare(token.norm) in _DIRECTIONS:
            return False  # «في مأرب شرقي اليمن» "in Marib, in the east of Yemen"
        self_elements = self.state.elements
        self_elements.append(element)  # the phrase so far is what stands before the token
        try:
            if self.classes.choose_verb(j) is not None:
                return True
        finally:
            self_elements.pop()
        norm = token.norm
        noun = self.classes.event_noun(j)
        if noun is not None and (noun.conj or noun.prep):
            return True
        if noun is None and (
            self.words.clitic_preposition(norm) or self.words.looks_conjoined(token, self.state.elements)
        ):
            return True
        definite = noun.article if noun is not None else norm.startswith("ال") and norm not in _RADICAL
        if definite and self.ends_in_nisba(element, j):
            return True
        if element.word in _POINTING and j > element.head + 1 and not self.words.is_adjective(norm):
            return True  # «منذ ذلك الوقت | النقاب»
        if element.end == element.head + 1 and element.word in _ARMS and self.after_verb() and not definite:
            return not self.words.is_adjective(norm)  # «قصفت مقاتلات | مواقع» "jets shelled positions"
        if element.definite or element.closed:
            if not definite:
                return not (element.closed and not element.definite and self.describes(j))
            if element.mention is not None or element.inner:
                return not self.describes(j)
            return noun is not None and not self.words.is_adjective(norm)
        raw = self.state.tokens[j - 1].text
        return raw.endswith(("اً", "ًا", "ٍ")) and definite

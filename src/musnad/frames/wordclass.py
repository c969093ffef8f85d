"""Parts of speech: whether a word is a finite verb, a clause-heading participle or a noun where it stands.

Unvowelled Arabic writes «قصف» for "he shelled" and "shelling"; what stands before and after decides (a preposition, the
article or a construct head before it make a noun; «الذي» or «قد» make a verb).
"""

from __future__ import annotations

from musnad.frames.elements import Reading, Tag
from musnad.frames.words import FunctionWords
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analyser, Analysis
from musnad.text import Kind

_BEFALLING = grammar().befalling
_RESUMPTIVES = grammar().resumptives
_RESULTING = grammar().resulting
_RESULT_LEMMAS = grammar().result_words
# Acts of speech, whose participles say what somebody was doing («مطالبين بكذا»); those of deeds name people («نازحين»).
_SPOKEN = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "AGREE", "SUPPORT", "THREATEN", "CONCEDE", "CONSULT"))


class WordClasses:
    """Chooses between the readings of a token by what has been read and what follows."""

    __slots__ = ("analyse", "readings", "state", "words")

    def __init__(self, state: Reading, analyser: Analyser, words: FunctionWords) -> None:
        self.state = state
        self.analyse = analyser.analyse
        self.readings = [analyser.readings(token) for token in state.tokens]
        self.words = words

    def verb_instead(self, i: int, mention: Mention) -> bool:
        """A one-word common noun such as «طالب» ("student"/"demanded") that reads as a verb here."""
        if mention.end - mention.start != 1:
            return False
        analyses = self.readings[i].all
        if mention.ref in ("possessive", "office"):  # «..، وطالبه بالرحيل» "and demanded of him", not "and his student"
            heads = mention.conj and (
                not self.state.elements or self.state.elements[-1].tag in (Tag.COMMA, Tag.CLOSE, Tag.TIME)
            )
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
        chosen = self.choose_verb(i)
        if chosen is not None and chosen.pos == "passive" and chosen.number == "p" and mention.ref == "people":
            last = self.state.last  # «عذبت القوات معتقلين في السجن» "tortured detainees"
            return last is not None and last.tag is Tag.COMMA
        if chosen is not None and chosen.pos == "active" and chosen.number == "p" and mention.ref == "people":
            events = {f.event for f in chosen.entry.frames} if chosen.entry is not None else _SPOKEN
            deed = "PROTEST" in events or _SPOKEN.isdisjoint(events)
            if deed and not self.next_is_actor(i):
                return False  # «فرقت الشرطة متظاهرين في تونس» "dispersed demonstrators"
            # «بين مؤيدين للرئيس ومحتجين يطالبون برحيله»: people, not what somebody was doing
            return self.followed_by_complement(i) or self.next_is_actor(i)
        return chosen is not None

    def event_noun(self, i: int) -> Analysis | None:
        return self.readings[i].event_noun

    def choose_verb(self, i: int) -> Analysis | None:
        """The reading of token ``i`` as a finite verb or clause-heading participle, or None if it is a noun here."""
        token = self.state.tokens[i]
        if token.norm in self.words.never_verbs or i in self.state.named:
            return None
        if token.norm.removeprefix("و") in self.words.named_so and token.text.endswith("ى"):
            return None
        if i and self.state.tokens[i - 1].norm in _BEFALLING and self.people_at(i):
            return None  # «مقتل طالب» "a student killed", not "he demanded"
        readings = self.readings[i]
        if not readings.all:
            if self.analyser_guess(i):
                return _GUESS
            return None
        if readings.verbs:
            verbs = [a for a in readings.verbs if self.plausible(i, a)]
            if verbs and self.agrees_as_verb(i, verbs[0], readings.noun):
                return self.best_verb(verbs, i)
        for a in readings.participles:
            if self.circumstantial(i, a):
                if a.number == "p" and a.gender == "f" and readings.noun:
                    continue  # «بدأ الجيش مناورات»: a verbal noun in the plural
                return a
            if self.predicate(i, a):
                return a
        return None

    def people_at(self, i: int) -> bool:
        mention = self.state.mention_at.get(i)
        return mention is not None and mention.ref == "people"

    def predicate(self, i: int, a: Analysis) -> bool:
        """A participle that says what its subject is ready, bound or unwilling to do: «إن بلاده مستعدة للحوار»."""
        if a.pos != "active" or a.article or a.prep or a.conj or a.clitic or a.accusative or self.state.clause_verb:
            return False
        if a.entry is None or a.entry.lemma not in self.words.predicates or not a.entry.frames:
            return False
        last = self.state.elements[-1] if self.state.elements else None
        complement = i + 1 < self.state.n and self.state.tokens[i + 1].norm.startswith(("ل", "ب"))
        if last is None or not (complement or self.followed_by_complement(i)):
            return False
        if last.tag is Tag.THAT:
            return last.word in ("انه", "بانه", "لانه")
        return last.tag is Tag.PHRASE and (last.mention is not None or (last.definite and not last.prep))

    def plausible(self, i: int, a: Analysis) -> bool:
        """Forms of the present without their ending («يفعلا», «يقل», «يجب» from أجاب) want أن, لم, لن or ل before them;
        object pronouns of the second person belong to speech."""
        if a.clitic in ("ك", "كم", "كن"):
            return False
        if self.accusative_noun(a) or (a.clitic and self.readings[i].noun and _intransitive(a) and a.gender == "f"):
            return False  # «اكتمال سيطرتهم»: a verb that takes no object has no pronoun, its noun in «ـة» has
        if a.tense != "present" or a.future or a.entry is None:
            return True
        token = self.state.tokens[i].norm
        stem = token[: len(token) - len(a.clitic)] if a.clitic else token
        if a.number in ("d", "p") and a.person == 3 and not stem.endswith("ن") and a.gender != "f":
            return self.after_mood(i)
        if a.number == "s" and a.person == 3 and not a.clitic:
            full = self.words.folded_present(a.entry)
            if full and len(stem) - len(a.conj) < len(full):
                return self.after_mood(i)
        return True

    def accusative_noun(self, a: Analysis) -> bool:
        """«دفعت مصر ثمنا» "Egypt paid a price": a word in ا after a verb is its object, not a verb of two subjects."""
        if a.tense != "past" or a.conj or a.clitic or a.entry is None or not self.state.elements:
            return False
        ours = a.person == 1 and a.number == "p" and a.entry.lemma.endswith("ن")
        if a.number != "d" and not ours:
            return False
        last = self.state.elements[-1]
        return last.tag is Tag.VERB or (last.tag is Tag.PHRASE and self.state.clause_verb)

    def after_mood(self, i: int) -> bool:
        """After a particle that changes the verb's ending."""
        if not self.state.elements:
            return False
        last = self.state.elements[-1]
        return last.end == i and (
            last.tag is Tag.THAT or last.tag is Tag.WHEN or (last.tag is Tag.PARTICLE and last.prep in ("negation",))
        )

    def analyser_guess(self, i: int) -> bool:
        last = self.state.last
        if last is not None and last.tag is Tag.PHRASE and last.end == i and not last.definite:
            return False
        return self.words.verb_like(self.state.tokens[i])

    def best_verb(self, verbs: list[Analysis], i: int) -> Analysis:
        particle = self.state.last
        if (
            particle is not None
            and particle.tag is Tag.PARTICLE
            and (particle.prep == "future" or (particle.prep == "negation" and particle.word in ("لم", "لن", "لا")))
        ):  # «سوف تواصل» "will continue", not "kept in touch"
            for a in verbs:
                if a.tense == "present":
                    return a
        if self.state.tokens[i].norm[:1] in ("و", "ف") and (
            not self.state.elements
            or self.state.elements[-1].tag in (Tag.COMMA, Tag.PHRASE, Tag.DASH, Tag.TIME, Tag.CLOSE)
        ):
            verbs = sorted(
                verbs, key=lambda a: bool(a.conj) == self.awaited()
            )  # «ودعت»: "and ... called on", not "bade farewell"
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

    def awaited(self) -> bool:
        """«أن مسؤولين وصفوهم بأنهم» "that officials described them as": the clause still waits for its verb, which has no «و»."""
        elements = self.state.elements
        if len(elements) < 2 or self.state.clause_verb or elements[-1].tag is not Tag.PHRASE or elements[-1].prep:
            return False
        return elements[-2].tag is Tag.THAT and elements[-1].mention is not None

    def quoted(self) -> bool:
        return any(e.tag is Tag.OPEN for e in self.state.elements) or any(
            e.tag is Tag.COLON for e in self.state.elements
        )

    def carries(self, a: Analysis, i: int) -> bool:
        """One of the nouns of support verb ``a`` stands soon after: «تلقى ... اتصالا» "received a call"."""
        entries = self.words.light_entries(a)
        for t in range(i + 1, min(self.state.n, i + 14)):
            token = self.state.tokens[t]
            if token.kind is not Kind.WORD:
                if token.norm in (".", "؛"):
                    break
                continue
            noun = self.event_noun(t)
            if noun is None or noun.entry is None:
                continue
            lemma, masdars = noun.entry.lemma, noun.entry.masdars
            for e in entries:
                if noun.prep and noun.prep not in e.roles.get("noun", ()):
                    continue
                if (noun.prep and not e.nouns) or lemma in e.nouns or any(m in e.nouns for m in masdars):
                    return True  # «تعرض موكبه لإطلاق نار» "came under fire", not "she shows"
        return False

    def quotes_genitive(self) -> bool:
        """«بدفع "ثمن باهظ"» "to pay a "heavy price"": a quotation that opens inside a construct begins with a noun."""
        elements = self.state.elements
        if len(elements) < 2 or elements[-1].tag is not Tag.OPEN:
            return False
        before = elements[-2]
        return (
            before.tag is Tag.PHRASE
            and not before.definite
            and before.mention is None
            and before.end == elements[-1].start
        )

    def agrees_as_verb(self, i: int, verb: Analysis, noun_too: bool) -> bool:
        if verb.article or verb.prep:
            return False
        last = self.state.last
        if verb.future or (verb.tense == "present" and not noun_too):
            return True
        if last is not None and last.tag is Tag.PARTICLE and last.prep in ("negation", "modal", "aspect", "future"):
            return True
        if not noun_too:
            return verb.tense == "present" or bool(verb.conj) or not self.quotes_genitive()
        if verb.entry is not None and verb.entry.frames and self.present_follows(i):
            return False  # «قصف يستهدف المطار» "shelling targets the airport"
        if last is None:
            return self.state.title is False and not self.noun_follows(i)
        if last.tag is Tag.RELATIVE or (last.tag is Tag.THAT and last.word == "ما"):
            return True
        if last.tag is Tag.WHEN:
            return True
        if last.tag is Tag.THAT:
            return verb.tense == "present"
        if last.tag is Tag.VERB:  # «قتلوا وجرح آخرون» "were killed, and others wounded"
            noun = self.event_noun(i)
            return bool(verb.conj) and noun is not None and bool(noun.conj)
        if last.tag in (Tag.COMMA, Tag.DASH, Tag.TIME, Tag.COLON, Tag.OPEN, Tag.CLOSE, Tag.REPORT):
            if verb.conj:
                return True
            if self.noun_follows(i):
                return False
            if not self.state.clause_verb:
                return True
            if last.tag is Tag.TIME:  # «وفي مؤتمر عقد اليوم حث الطلاب أقرانهم»
                return self.next_is_actor(i)
            return last.tag is Tag.COMMA and (
                self.preposition_follows(i) or i + 1 in self.state.time_at or self.next_is_actor(i)
            )
        if last.tag is Tag.PHRASE:
            if verb.conj:
                return self.conjoined_verb(i)
            if self.resumes(i):
                return True
            if verb.clitic in ("ه", "ها", "هم") and self.next_is_actor(i) and not last.definite:  # «هجوم شنه حزب الله»
                return True
            if not last.definite and last.mention is None:  # «بيان نشر على موقعها» "a statement published on its site"
                return self.preposition_follows(i) and not last.events and verb.tense == "past"
            return not self.state.clause_verb
        return False

    def resumes(self, i: int) -> bool:
        """«هجوم في كابول قتل خلاله شرطي» "in which a policeman was killed": a pronoun right behind the verb takes up a noun."""
        return i + 1 < self.state.n and self.state.tokens[i + 1].norm in _RESUMPTIVES

    def present_follows(self, i: int) -> bool:
        """A present verb of an act of its own stands right after."""
        if i + 1 >= self.state.n or self.state.tokens[i + 1].kind is not Kind.WORD:
            return False
        after = self.readings[i + 1]
        first = after.verbs[0] if after.verbs else None
        acts = first is not None and first.entry is not None and bool(first.entry.frames) and not after.event_noun
        return acts and first is not None and first.tense == "present" and not first.conj and not first.future

    def conjoined_verb(self, i: int) -> bool:
        """«ودعا الجيش» against «وقصف المدينة»: a verb unless the phrase before is a bare event noun too."""
        last = self.state.elements[-1]
        noun = self.event_noun(i)
        if last.events and last.head == last.events[0][0] and _harms(last.events[0][1]) and _harms(noun):
            return bool(last.events[0][1].pos == "verb")  # «عن مقتل مدني وجرح عشرة»: one noun beside the other
        if last.events and last.prep and not self.next_is_actor(i):
            return False
        return self.next_is_actor(i) or not last.events

    def next_is_actor(self, i: int) -> bool:
        return i + 1 in self.state.mention_at and not self.state.mention_at[i + 1].prep

    def noun_follows(self, i: int) -> bool:
        """The next word is an indefinite adjective of this one («قصف مدفعي» "artillery shelling")."""
        if i + 1 >= self.state.n:
            return True
        after = self.state.tokens[i + 1]
        if after.kind is not Kind.WORD or i + 1 in self.state.mention_at or i + 1 in self.state.time_at:
            return False
        if after.norm.endswith(("ون", "ان")):  # nominative: a subject («تعهد جمهوريون» "Republicans vowed")
            return False
        return self.words.is_adjective(after.norm) and not after.norm.startswith("ال")

    def circumstantial(self, i: int, a: Analysis) -> bool:
        """A participle in the accusative that heads a clause: «مؤكدا أن», «داعيا إلى», «متهمين الحكومة»."""
        if a.article or a.prep or a.clitic or a.entry is None:
            return False
        if a.entry.lemma in _RESULTING:
            return a.pos == "active" and self.leaves_dead(i, a)
        if not a.entry.frames:
            return False
        last = self.state.last
        if last is not None and last.tag is Tag.THAT and last.word in ("ان", "بان", "لان", "لكن") and last.end == i:
            return False  # «قالت إن متظاهرا قتل» "that a demonstrator was killed": the subject, in the accusative
        raw = self.state.tokens[i].text.rstrip("ًٌٍَُِّْ")
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
            and self.state.clause_verb
            and (last.definite or last.mention is not None)
        ):
            return self.followed_by_complement(i)
        return (
            last.tag is Tag.PHRASE
            and (last.definite or last.mention is not None)
            and self.state.clause_verb
            and a.gender == "f"
            and (self.followed_by_complement(i) or (a.number == "s" and self.next_is_actor(i) and self.addresses(a)))
        )

    @staticmethod
    def addresses(a: Analysis) -> bool:
        """«متهمة إيران», «داعية الحكومة إلى»: a verb of accusing or asking, whose object is who follows."""
        events = {frame.event for frame in a.entry.frames} if a.entry is not None else set()
        return a.pos == "active" and not events.isdisjoint(("ACCUSE", "REQUEST", "THREATEN"))

    def leaves_dead(self, i: int, a: Analysis) -> bool:
        """«غارات على المدينة، موقعة عشرة قتلى», «مخلفا ضحايا»: a participle in the accusative and the dead it counts."""
        raw = self.state.tokens[i].text.rstrip("ًٌٍَُِّْ")
        if a.number != "s" or not raw.endswith(("ا", "اً", "ة")) or self.state.last is None:
            return False
        after = i + 1
        while after < self.state.n and self.state.tokens[after].norm in self.words.approximate:
            after += 1
        return after in self.state.mention_at

    def preposition_follows(self, i: int) -> bool:
        if i + 1 >= self.state.n or i + 1 in self.state.mention_at or i + 1 in self.state.time_at:
            return False
        return self.words.lookup(self.state.tokens, i + 1)[0] in ("prep", "pp")

    def followed_by_complement(self, i: int) -> bool:
        if i + 1 >= self.state.n:
            return False
        kind, _, _, _ = self.words.lookup(self.state.tokens, i + 1)
        if kind in ("that", "prep", "pp"):
            return True
        after = self.state.tokens[i + 1]
        return bool(self.words.clitic_preposition(after.norm)) or any(
            a.pos == "masdar" and a.prep for a in self.analyse(after)
        )


def _harms(analysis: Analysis | None) -> bool:
    """A word that says people were killed or wounded."""
    return analysis is not None and analysis.entry is not None and analysis.entry.lemma in _RESULT_LEMMAS


def _guess() -> Analysis:
    return Analysis(
        entry=None, pos="verb", conj="", prep="", article=False, future=False, tense="past", voice="active", person=3,
        gender="", number="s", clitic="", stem_start=0,
    )  # fmt: skip


_GUESS = _guess()


def _intransitive(a: Analysis) -> bool:
    """No frame of the verb takes an object."""
    if a.entry is None or not a.entry.frames:
        return False
    return not any("object" in places for frame in a.entry.frames for places in frame.roles.values())

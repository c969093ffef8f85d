"""Clauses: which verb heads which stretch of the sentence, and what each clause hangs on.

One pass with a stack. A complement («أن ...») hangs on the verb before it, a relative on the phrase before it, a
participle («مؤكدا ...») on the nearest clause whose subject it agrees with; a verb of saying that follows «و» leaves
the reported clauses and stands beside the verb of saying that opened them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.frames.elements import Element, Row, Tag
from musnad.frames.words import FunctionWords
from musnad.lexicon.grammar import grammar
from musnad.morphology.analyser import Analysis

_OCCASION = grammar().occasion_prepositions - {"في", "لدي"}
_OCCASIONS = grammar().occasions
_RESUMPTIVES = grammar().resumptives
_REACH = 5  # elements between an event noun and the verb of a relative clause on it


@dataclass(slots=True)
class Clause:
    """Elements ``start`` to ``end`` (exclusive), nested clauses included.

    ``kind``: root, that (complement), quote (direct speech), when (adverbial), relative, beside (coordinate),
    participle. ``governor`` is the element the clause hangs on (the verb of a complement, the noun of a relative).
    """

    index: int
    kind: str
    start: int
    end: int
    parent: int
    governor: int = -1
    verb: int = -1  # element of its predicate
    auxiliaries: list[int] = field(default_factory=list)  # كان، بدأ، يواصل ... before the predicate
    quoted: bool = False
    conj: bool = False
    word: str = ""  # the subordinator


@dataclass(slots=True)
class Tree:
    """The clauses of a row, and for each element the innermost clause it stands in."""

    clauses: list[Clause]

    def ancestors(self, index: int) -> list[Clause]:
        """The clause itself, then outward."""
        out = []
        while index >= 0:
            clause = self.clauses[index]
            out.append(clause)
            index = clause.parent
        return out


def is_speech(analysis: Analysis | None) -> bool:
    """A verb whose first frame is an act of speech that takes a clause."""
    if analysis is None or analysis.entry is None:
        return False
    return any(f.event == "SAY" for f in analysis.entry.frames)


_APPEARING = grammar().appearing_verbs
_VERBAL_EVENTS = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "CONCEDE", "SUPPORT"))


def takes_clause(analysis: Analysis | None) -> bool:
    return (
        analysis is not None
        and analysis.entry is not None
        and any(f.event in _VERBAL_EVENTS for f in analysis.entry.frames)
    )


class _Builder:
    def __init__(self, row: Row, words: FunctionWords) -> None:
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.words = words
        self.clauses: list[Clause] = []
        self.stack: list[int] = []
        self.push("root", 0)

    # stack -------------------------------------------------------------------------------------------------------

    @property
    def top(self) -> Clause:
        return self.clauses[self.stack[-1]]

    def push(self, kind: str, at: int, governor: int = -1, **more: object) -> Clause:
        clause = Clause(len(self.clauses), kind, at, len(self.elements), self.stack[-1] if self.stack else -1, governor)
        for key, value in more.items():
            setattr(clause, key, value)
        self.clauses.append(clause)
        self.stack.append(clause.index)
        return clause

    def pop(self, at: int) -> None:
        self.top.end = at
        if len(self.stack) > 1:
            self.stack.pop()

    def pop_to(self, index: int, at: int) -> None:
        """Close every clause above ``index``."""
        while self.stack[-1] != index and len(self.stack) > 1:
            self.pop(at)

    # walk --------------------------------------------------------------------------------------------------------

    def build(self) -> Tree:
        for k, element in enumerate(self.elements):
            tag = element.tag
            if tag is Tag.VERB:
                self.verb(k, element)
            elif tag is Tag.THAT:
                self.complement(k, element)
            elif tag is Tag.WHEN:
                self.adverbial(k, element)
            elif tag is Tag.RELATIVE:
                self.relative(k, element)
            elif tag is Tag.COLON:
                self.colon(k)
            elif tag is Tag.OPEN:
                self.open_quote(k)
            elif tag is Tag.CLOSE:
                self.close_quote(k)
            elif tag is Tag.COMMA:
                self.comma(k)
            elif tag is Tag.REPORT:
                self.report(k)
            elif tag is Tag.STOP:
                self.stop(k)
            elif tag is Tag.PHRASE and element.prep in _OCCASION and element.word in _OCCASIONS:
                self.occasion(k)
            element.clause = self.stack[-1]
        at = len(self.elements)
        while len(self.stack) > 1:
            self.pop(at)
        self.clauses[0].end = at
        return Tree(self.clauses)

    def last(self, k: int) -> Element | None:
        return self.elements[k - 1] if k else None

    def verb(self, k: int, element: Element) -> None:
        if element.participle:
            self.participle(k, element)
            return
        top = self.top
        before = self.last(k)
        if self.describes(before, element) or self.of_source(k, element):
            self.push(
                "relative", k, governor=k - 1, verb=k
            )  # «في هجوم شنته طالبان» "in an attack the Taliban launched"
            return
        if not element.conj and (noun := self.resumed(k)) >= 0:
            self.push("relative", k, governor=noun, verb=k)  # «هجوم في كابول قتل خلاله شرطي»
            return
        if top.verb >= 0 and not element.conj and self.is_auxiliary(top.verb) and self.near(top.verb, k):
            top.auxiliaries.append(top.verb)
            top.verb = k
            return
        if top.verb < 0 and top.kind != "participle" and not self.goes_back(k, element):
            top.verb = k
            if top.kind == "when" and top.word in self.words.contrasts and is_speech(element.analysis):
                self.lift(top, element)
            return
        if element.conj or before is None or before.tag in (Tag.COMMA, Tag.DASH, Tag.CLOSE, Tag.PARTICLE, Tag.TIME):
            self.beside(k, element, comma=before is not None and before.tag is Tag.COMMA)
            return
        if top.kind == "relative" and self.awaits_verb(top.parent, k):
            self.pop_to(top.parent, k)
            self.top.verb = k
            return
        if before.tag is Tag.PHRASE and not before.definite:
            self.push("relative", k, governor=k - 1, verb=k)  # «هجوم استهدف مسجدا» "an attack that hit a mosque"
            return
        if before.tag is Tag.PHRASE and before.mention is not None and before.mention.count:
            self.push("relative", k, governor=k - 1, verb=k)
            return
        self.beside(k, element, comma=False)
        if self.opens_with_subject(before, element):
            before.clause = self.top.index
            self.top.start = k - 1

    @staticmethod
    def opens_with_subject(before: Element, element: Element) -> bool:
        """«بوتين يأمر بعملية والغرب يفرض عقوبات» "... and the West imposes sanctions": the name after «و» belongs to the
        verb behind it, not to the clause before. A clitic makes the verb a circumstance («يرافقه» "accompanied by")."""
        analysis = element.analysis
        return (
            before.tag is Tag.PHRASE
            and before.conj
            and not before.prep
            and before.mention is not None
            and not element.conj
            and analysis is not None
            and not analysis.clitic
            and analysis.person == 3
            and analysis.number == "s"
        )

    def goes_back(self, k: int, element: Element) -> bool:
        """«أكد أنه لولا الحوار لعادت الحرب، وأضاف»: the clause on top has no verb yet, and this one is not its own."""
        before, analysis = self.last(k), element.analysis
        joined = element.conj and before is not None and before.tag in (Tag.COMMA, Tag.CLOSE)
        return (
            joined
            and analysis is not None
            and analysis.tense == "past"
            and self.top.kind in ("that", "when")
            and any(e.tag is Tag.PHRASE for e in self.elements[self.top.start : k])
            and is_speech(element.analysis)
            and self.speech_level(element) is not None
        )

    def lift(self, clause: Clause, element: Element) -> None:
        """«اتهم كذا بأنه ...، لكن الرئيس قال»: a new act of saying stands beside the first, not in its content."""
        outer = self.speech_level(element)
        if outer is None or outer == clause.index:
            return
        while len(self.stack) > 1 and self.stack[-2] != outer:
            inner = self.clauses[self.stack.pop(-2)]
            inner.end = clause.start
        clause.parent = self.stack[-2] if len(self.stack) > 1 else -1

    @staticmethod
    def describes(before: Element | None, element: Element) -> bool:
        """A verb right after an indefinite event noun that it resumes, or that stands behind a preposition."""
        if before is None or before.tag is not Tag.PHRASE or before.definite or not before.events or element.conj:
            return False
        analysis = element.analysis
        if analysis is None or analysis.future or before.end != element.start:
            return False
        return bool(before.prep) or analysis.clitic in ("ه", "ها", "هم", "هما")

    def resumed(self, k: int) -> int:
        """The indefinite event noun that a pronoun right behind the verb takes up, over where and when it was; or -1."""
        after = self.elements[k + 1] if k + 1 < len(self.elements) else None
        if after is None or after.tag is not Tag.PHRASE or self.tokens[after.start].norm not in _RESUMPTIVES:
            return -1
        for j in range(k - 1, max(k - 1 - _REACH, -1), -1):
            e = self.elements[j]
            if e.tag not in (Tag.PHRASE, Tag.TIME):
                return -1
            if e.tag is Tag.PHRASE and e.events and e.mention is None:
                return -1 if e.definite else j
        return -1

    def of_source(self, k: int, element: Element) -> bool:
        """«بحسب مصادر تحدثت لرويترز، فإن ...» "according to sources who spoke to Reuters": the verb describes the source."""
        if k < 2 or element.conj:
            return False
        source, report = self.elements[k - 1], self.elements[k - 2]
        return report.tag is Tag.REPORT and source.tag is Tag.PHRASE and not source.definite

    def is_auxiliary(self, k: int) -> bool:
        analysis = self.elements[k].analysis
        return analysis is not None and analysis.entry is not None and analysis.entry.lemma in self.words.auxiliaries

    def near(self, a: int, b: int) -> bool:
        """Only phrases, times and particles between an auxiliary and its verb."""
        return all(
            e.tag in (Tag.PHRASE, Tag.TIME, Tag.PARTICLE, Tag.OPEN, Tag.CLOSE, Tag.DASH)
            for e in self.elements[a + 1 : b]
        ) or (
            b - a <= 6
            and all(
                e.tag in (Tag.PHRASE, Tag.TIME, Tag.PARTICLE, Tag.COMMA, Tag.OPEN, Tag.CLOSE)
                for e in self.elements[a + 1 : b]
            )
        )

    def awaits_verb(self, index: int, k: int) -> bool:
        clause = self.clauses[index]
        return clause.verb < 0 and any(e.tag is Tag.PHRASE and not e.prep for e in self.elements[clause.start : k])

    def beside(self, k: int, element: Element, *, comma: bool) -> None:
        """A further predicate: find the level it stands on."""
        if self.resumes_predicate(k, element):
            return
        if comma and self.relative_goes_on(k):
            self.push("beside", k, governor=self.top.verb, verb=k, conj=True)
            return
        outer = self.speech_level(element) if takes_clause(element.analysis) else None
        if outer is not None and (is_speech(element.analysis) or self.resumes(outer, k, element, comma=comma)):
            self.pop_to(outer, k)
        else:
            while (
                self.top.kind in ("relative", "participle")
                and len(self.stack) > 1
                and (comma or self.top.verb < 0 or not element.conj)
            ):
                self.pop(k)
        top = self.top
        if top.verb < 0 and top.kind != "participle":
            top.verb = k
            return
        kind = "beside"
        base = top
        while base.kind in ("beside", "when") and base.parent >= 0 and len(self.stack) > 1:
            self.pop(k)
            base = self.top
        self.push(kind, k, governor=top.verb, verb=k, conj=element.conj)

    def resumes_predicate(self, k: int, element: Element) -> bool:
        """«أن الوزير الذي زار طهران، والتقى رئيسها، نجح»: a verb without «و» after the relative clause is the predicate that
        the complement around it has waited for."""
        if element.conj:
            return False
        for index in reversed(self.stack):
            clause = self.clauses[index]
            if clause.kind == "relative" and clause.parent >= 0 and clause.verb >= 0:
                outer = self.clauses[clause.parent]
                if outer.kind == "that" and self.awaits_verb(outer.index, k):
                    self.pop_to(outer.index, k)
                    outer.verb = k
                    return True
            if clause.kind not in ("relative", "beside"):
                return False
        return False

    def resumes(self, outer: int, k: int, element: Element, *, comma: bool) -> bool:
        """«حذرت من أن ...، ودعت»: a coordinate act of speech (a call, a refusal) in the past after a comma is told of
        the one who spoke, not by them, if its verb agrees with theirs or their name stands behind it."""
        own, told = element.analysis, self.elements[self.clauses[outer].verb].analysis
        if not (comma and element.conj) or own is None or told is None or own.tense != "past" or told.tense != "past":
            return False
        after = self.elements[k + 1] if k + 1 < len(self.elements) else None
        if after is not None and after.mention is not None and not after.prep and self.is_subject_of(outer, after):
            return True
        inner = self.elements[self.top.verb].analysis if self.top.verb >= 0 else None
        return (own.gender, own.number) == (told.gender, told.number) and (
            inner is None or (inner.gender, inner.number, inner.tense) != (own.gender, own.number, own.tense)
        )

    def is_subject_of(self, outer: int, element: Element) -> bool:
        """Whether the phrase names the one who speaks in the clause ``outer``."""
        mention = element.mention
        return mention is not None and any(
            e.mention is not None and not e.prep and e.mention.entity.name == mention.entity.name
            for e in self.elements[self.clauses[outer].start : self.top.start]
            if mention.entity.name
        )

    def speech_level(self, element: Element) -> int | None:
        """The clause beside which a coordinate verb of saying stands: that of the outermost open verb of saying that
        is not inside a quotation still open."""
        found = None
        for index in reversed(self.stack):
            clause = self.clauses[index]
            if clause.kind == "quote" and clause.quoted:
                break
            if clause.verb >= 0 and takes_clause(self.elements[clause.verb].analysis):
                found = index
        return found

    def complement(self, k: int, element: Element) -> None:
        top = self.top
        if element.conj:
            for index in reversed(self.stack):
                clause = self.clauses[index]
                if clause.kind == "that" and not clause.quoted:
                    governor = clause.governor
                    self.pop_to(index, k)
                    self.pop(k)
                    self.push("that", k, governor=governor, word=element.word, conj=True)
                    return
        governor = top.verb
        if governor < 0 or self.hangs_on_noun(k, governor, top):
            governor = k - 1
        elif top.kind in ("relative", "participle") and (
            not takes_clause(self.elements[governor].analysis) or self.describes_channel(top)
        ):
            for index in reversed(self.stack[:-1]):
                clause = self.clauses[index]
                if (
                    clause.verb >= 0
                    and takes_clause(self.elements[clause.verb].analysis)
                    and not self.has_complement(index)
                ):
                    self.pop_to(index, k)
                    governor = clause.verb
                    break
        self.push("that", k, governor=governor, word=element.word)

    def describes_channel(self, clause: Clause) -> bool:
        """«قال في بيان نشر على موقعه إن»: the relative clause only tells of the statement."""
        noun = self.elements[clause.governor] if clause.governor >= 0 else None
        if noun is None or noun.tag is not Tag.PHRASE or noun.prep not in ("في", "ب", "عبر", "خلال"):
            return False
        return noun.mention is None or noun.mention.ref == "channel"

    def hangs_on_noun(self, k: int, verb: int, clause: Clause) -> bool:
        """«أكد ضرورة أن ...», «شريطة أن»: the clause hangs on the noun before it, which is not the verb's subject."""
        before = self.elements[k - 1]
        if before.tag is not Tag.PHRASE or before.mention is not None or before.inner or before.prep in ("ل",):
            return False
        if before.prep:
            return before.definite is False and before.prep in ("ب", "علي", "عن", "الي")
        subjects = [e for e in self.elements[clause.start : k - 1] if e.tag is Tag.PHRASE and not e.prep]
        return bool(subjects) and not before.conj and not before.definite

    def has_complement(self, index: int) -> bool:
        return any(c.parent == index and c.kind in ("that", "quote") for c in self.clauses)

    def adverbial(self, k: int, element: Element) -> None:
        while self.top.kind in ("relative", "participle", "when") and len(self.stack) > 1:
            self.pop(k)
        self.push("when", k, governor=self.top.verb, word=element.word)

    def relative(self, k: int, element: Element) -> None:
        before = self.last(k)
        if element.conj and self.top.kind == "relative":
            governor = self.top.governor
            self.pop(k)
            self.push("relative", k, governor=governor, word=element.word)
            return
        governor = k - 1
        while governor > 0 and self.elements[governor].tag in (Tag.COMMA, Tag.CLOSE, Tag.TIME, Tag.DASH, Tag.PARTICLE):
            governor -= 1
        del before
        self.push("relative", k, governor=governor, word=element.word)

    def colon(self, k: int) -> None:
        top = self.top
        governor = top.verb if top.verb >= 0 else k - 1
        aside = top.kind == "relative" and self.describes_channel(top)
        if top.verb >= 0 and not aside and self.elements[top.verb].word in _APPEARING:
            pass  # «وجاء في بيان للوزارة: ...»: the statement speaks
        elif top.verb >= 0 and (aside or not takes_clause(self.elements[top.verb].analysis)):
            for index in reversed(self.stack[:-1] if aside else self.stack):
                verb = self.clauses[index].verb
                if verb >= 0 and takes_clause(self.elements[verb].analysis):
                    self.pop_to(index, k)
                    governor = verb
                    break
            else:
                return  # «القبض على المدعو: فلان»: nobody speaks
        self.push("quote", k, governor=governor, word=":")

    def open_quote(self, k: int) -> None:
        """A quotation is a clause when it follows a colon or a complementiser, or a verb of saying with its subject."""
        before = self.last(k)
        top = self.top
        if self.elements[k].conj and before is not None and before.tag is Tag.CLOSE:
            return  # «"هيئة التنسيق" و"الائتلاف"»: names
        if top.kind in ("that", "quote") and before is not None and before.tag in (Tag.THAT, Tag.COLON):
            top.quoted = True
            return
        long = self.quote_length(k) > 5
        if (
            long
            and top.verb >= 0
            and takes_clause(self.elements[top.verb].analysis)
            and not self.has_complement(top.index)
        ):
            self.push("quote", k, governor=top.verb, word="«", quoted=True)

    def quote_length(self, k: int) -> int:
        for j in range(k + 1, len(self.elements)):
            if self.elements[j].tag is Tag.CLOSE:
                return self.elements[j].start - self.elements[k].start
        return 1000

    def close_quote(self, k: int) -> None:
        for index in reversed(self.stack):
            clause = self.clauses[index]
            if clause.quoted and clause.kind in ("quote", "that"):
                if clause.kind == "that" and self.continues(k):
                    return
                self.pop_to(index, k)
                self.pop(k)
                return

    def continues(self, k: int) -> bool:
        """«أكد أن "كذا" سيكون ...»: words go on after a short quotation inside the reported clause."""
        after = self.elements[k + 1] if k + 1 < len(self.elements) else None
        return after is not None and after.tag not in (Tag.COMMA,)

    def comma(self, k: int) -> None:
        if self.relative_goes_on(k + 1):
            return
        while self.top.kind == "relative" and self.top.verb >= 0 and len(self.stack) > 1:
            self.pop(k)

    def relative_goes_on(self, k: int) -> bool:
        """«أن الوزير الذي زار طهران، والتقى رئيسها، ...» "that the minister who visited Tehran and met ...": a predicate
        takes no «و», so that the relative clause goes on while the complement around it has no predicate yet."""
        top = self.top
        element = self.elements[k] if k < len(self.elements) else None
        if element is None or element.tag is not Tag.VERB or not element.conj or element.participle:
            return False
        inner = self.clauses[top.parent] if top.kind == "beside" and top.parent >= 0 else top
        if inner.kind != "relative" or inner.verb < 0:
            return False
        return self.clauses[inner.parent].kind == "that" and self.awaits_verb(inner.parent, k)

    def stop(self, k: int) -> None:
        """A full stop inside a quotation: what follows stands beside what went before in it."""
        for index in reversed(self.stack):
            clause = self.clauses[index]
            if clause.kind in ("quote", "that") and clause.quoted:
                self.pop_to(index, k)
                if clause.verb >= 0:
                    self.push("beside", k + 1, governor=clause.verb)
                return

    def occasion(self, k: int) -> None:
        """«أعلن أن بلاده ستنسحب، خلال لقاء مع نظيره»: after a comma or a quotation the occasion is that of the saying."""
        before = self.last(k)
        if before is None or before.tag not in (Tag.COMMA, Tag.CLOSE):
            return
        for index in reversed(self.stack):
            clause = self.clauses[index]
            if clause.kind == "that" and clause.parent >= 0 and clause.verb >= 0:
                told = self.clauses[clause.parent].verb
                if told >= 0 and clause.governor == told and is_speech(self.elements[told].analysis):
                    self.pop_to(index, k)
                    self.pop(k)
                return
            if clause.kind == "quote":
                return

    def report(self, k: int) -> None:
        """«بحسب», «وفق» stand outside what they report."""
        while self.top.kind in ("relative", "participle") and len(self.stack) > 1:
            self.pop(k)

    def participle(self, k: int, element: Element) -> None:
        analysis = element.analysis
        assert analysis is not None
        chosen = None
        before = self.last(k)
        # «إن الجيش قتل مدنيين فارين»: no circumstance of the saying
        apart = takes_clause(analysis) or before is None or before.tag is not Tag.PHRASE or before.definite
        apart = apart and not _of_force(analysis)  # «قال إن الطيران قصف المواقع مستهدفا قادة»: of the shelling
        if before is not None and before.tag is Tag.VERB and self.top.verb == k - 1 and before.word in _BEING:
            self.push("participle", k, governor=self.top.verb, verb=k)
            return  # «قال إنه كان مشاركا في»: the predicate of its verb
        for index in reversed(self.stack):
            clause = self.clauses[index]
            if clause.verb < 0:
                continue
            verb = self.elements[clause.verb].analysis
            if verb is None or not agree(verb, analysis):
                continue
            if (is_speech(verb) and apart) or clause.kind == "participle":
                chosen = index
                break
            if chosen is None:
                chosen = index
        if chosen is not None:
            chosen_clause = self.clauses[chosen]
            if chosen_clause.kind == "participle":
                chosen = chosen_clause.parent
            self.pop_to(chosen, k)
        else:
            while self.top.kind in ("relative",) and len(self.stack) > 1:
                self.pop(k)
        self.push("participle", k, governor=self.top.verb, verb=k)


_BEING = grammar().auxiliaries


def _of_force(participle: Analysis) -> bool:
    """An act of force, which no speaker does in speaking."""
    frames = participle.entry.frames if participle.entry is not None else ()
    return any(frame.event in ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT") for frame in frames)


def agree(verb: Analysis, participle: Analysis) -> bool:
    """Whether a circumstantial participle can describe the subject of ``verb``: a verb before its subject is singular
    even of many, so a plural participle agrees with a singular verb."""
    if participle.number == "s" and verb.number in ("d", "p"):
        return False
    if participle.gender == "f" and verb.gender == "m":
        return False
    return not (participle.gender == "m" and participle.number == "s" and verb.gender == "f")


def clauses(row: Row, words: FunctionWords) -> Tree:
    """The clause tree of a row; each element's ``clause`` is set to the innermost clause it stands in."""
    return _Builder(row, words).build()

"""Acts of speech without a verb: «بحسب المرصد», the colon of a headline; and the duty of «على إيران أن ...»."""

from __future__ import annotations

from musnad.frames.clauses import Clause, Tree, is_speech
from musnad.frames.conditions import Conditions
from musnad.frames.contents import Contents
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.frames.verbs import Arguments
from musnad.frames.words import FunctionWords
from musnad.lexicon.grammar import grammar

_CASUALTIES = grammar().casualty_nouns
_PAPERS = grammar().speaking_nouns
_NO_SPEAKERS = grammar().no_speakers


class Reports:
    """Finds the verbless acts of speech of a row."""

    def __init__(self, row: Row, tree: Tree, words: FunctionWords, contents: Contents, conditions: Conditions) -> None:
        self.row = row
        self.tree = tree
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.words = words
        self.contents = contents
        self.conditions = conditions

    def according_to(self, k: int, element: Element) -> Event | None:
        """«بحسب المرصد», «وفق بيان الوزارة»: a SAY whose actor stands after it."""
        frame = self.words.report_frame
        following = k + 1
        while following < len(self.elements) and self.elements[following].tag in (Tag.OPEN, Tag.COMMA):
            following += 1
        if following >= len(self.elements):
            return None
        after = self.elements[following]
        if after.tag is Tag.PHRASE and after.prep and after.mention is None and following + 1 < len(self.elements):
            following += 1  # «كما أفادت به الشرطة», «كما نقلت عنه رويترز»
            after = self.elements[following]
        if self.words.bare(after.word) in _PAPERS and following + 1 < len(self.elements):
            issuer = self.elements[following + 1]  # «حسب بيان لوزارة الدفاع»: the body that issued it speaks
            if issuer.tag is Tag.PHRASE and issuer.prep == "ل" and issuer.mention is not None and not after.mention:
                following, after = following + 1, issuer
        if after.tag is Tag.PHRASE and after.mention is None and after.end - after.start == 1:
            return self.reported_by_pronoun(k, element, following)
        if after.tag is not Tag.PHRASE or after.mention is None or self.words.bare(after.word) in _NO_SPEAKERS:
            return None
        group = [following]
        for j in range(following + 1, len(self.elements)):
            if self.elements[j].tag is Tag.PHRASE and self.elements[j].conj and self.elements[j].mention:
                group.append(j)
            else:
                break
        event = Event(self.row, k, element.clause, element.start, element.end, self.words.report_entry, frame, None)
        event.roles["actor"] = fillers(self.row, group)[: len(group)]
        event.notes.append("report")
        for e in self.elements[group[-1] + 1 : group[-1] + 4]:  # «بحسب ما قال المدير لـ«الشرق الأوسط»»
            if e.tag is Tag.PHRASE and e.prep == "ل" and e.mention is not None and e.mention.entity.kind == "media":
                event.roles["recipient"] = [Filler(mention=e.mention)]
            if e.tag not in (Tag.PHRASE, Tag.OPEN, Tag.CLOSE, Tag.TIME):
                break
        return event

    def as_told(self, k: int, element: Element, clause: Clause, args: Arguments) -> Event | None:
        """«..., وفق ما نقلته رويترز», «كما نشرت الصحيفة»: a clause that says who told the rest."""
        if clause.kind != "when" or clause.word != "as" or not is_speech(element.analysis):
            return None
        actors = fillers(self.row, args.subject or self.behind_pronoun(k))
        if not any(f.mention is not None for f in actors):
            return None
        entry, frame = self.words.report_entry, self.words.report_frame
        event = Event(self.row, k, clause.index, element.start, element.end, entry, frame, element.analysis)
        event.roles["actor"] = actors
        event.notes.append("as")
        return event

    def behind_pronoun(self, k: int) -> list[int]:
        """«كما نقلت عنه رويترز»: the subject behind a preposition with its pronoun."""
        after = self.elements[k + 1 : k + 3]
        pronoun = len(after) == 2 and after[0].tag is Tag.PHRASE and bool(after[0].prep) and after[0].mention is None
        return [k + 2] if pronoun and after[1].mention is not None and not after[1].prep else []

    def occasion(self, k: int, element: Element) -> Event | None:
        """«بطلب من روسيا», «بدعم من طيران التحالف»: a compound preposition that names an act of whoever follows."""
        if element.prep_at < 0 or " " not in element.prep or element.mention is None:
            return None
        for match in self.words.analyser.phrases(self.tokens, element.prep_at, element.head + 1):
            if match.entry.kind != "phrase" or match.analysis.pos == "verb" or len(match.words) < 2:
                continue
            for frame in match.entry.frames:
                start, end = match.trigger
                event = Event(self.row, k, element.clause, start, end, match.entry, frame, None)
                event.roles["actor"] = fillers(self.row, [k])
                if self.conditions.accept(
                    frame.when, event, {}, "noun", k, self.tree.clauses[element.clause], lambda _: []
                ):
                    event.mode = frame.mode
                    if event.event == "AID" and (helped := self.helped(k, element)):
                        event.roles["recipient"] = helped
                    return event
        return None

    def helped(self, k: int, element: Element) -> list[Filler]:
        """«تقدم الجيش بدعم من الطيران»: the support is for the subject of the clause."""
        clause = self.tree.clauses[element.clause]
        if clause.verb < 0:
            return []
        subject = self.contents.arguer.arguments(clause, clause.verb).subject
        return fillers(self.row, subject) if k not in subject else []

    def duty(self, k: int, element: Element) -> Event | None:
        """«على إيران تغيير سياستها», «وعلى الحكومة أن ...» at the head of a clause: REQUEST (codebook 2, rule 14)."""
        clause = self.tree.clauses[element.clause]
        if (clause.verb >= 0 and clause.verb < k) or k + 1 >= len(self.elements):
            return None
        before = self.elements[k - 1] if k else None
        if before is not None and before.tag not in (Tag.COLON, Tag.THAT, Tag.OPEN, Tag.WHEN) and not element.conj:
            return None
        after = self.elements[k + 1]
        duty = (after.tag is Tag.THAT and after.word == "ان") or (
            after.tag is Tag.PHRASE
            and not after.prep
            and after.events
            and after.events[0][1].pos == "masdar"
            and after.events[0][0] == after.head
        )
        if not duty or element.mention is None or element.mention.ref in ("name",):
            return None
        event = Event(
            self.row,
            k,
            element.clause,
            element.prep_at,
            element.prep_at + 1,
            self.words.duty_entry,
            self.words.duty_frame,
            None,
        )
        event.roles["recipient"] = fillers(self.row, [k])
        event.roles["actor"] = [Filler(implied="speaker", element=k)]
        event.content = self.contents.trim(
            after.start, self.contents.token_end(clause.end if after.tag is not Tag.THAT else len(self.elements))
        )
        event.mode = self.conditions.mode(event, clause)
        return event

    def reported_by_pronoun(self, k: int, element: Element, following: int) -> Event | None:
        """«حسب وصفه», «على حد قولها»: the speaker is a pronoun on the noun of saying."""
        norm = self.tokens[self.elements[following].start].norm
        for noun in self.words.said_nouns:
            for clitic in ("ه", "ها", "هم", "هما"):
                if norm == noun + clitic:
                    event = Event(
                        self.row,
                        k,
                        element.clause,
                        element.start,
                        self.elements[following].end,
                        self.words.report_entry,
                        self.words.report_frame,
                        None,
                    )
                    event.roles["actor"] = [Filler(implied="pronoun", clitic=clitic, element=k)]
                    event.notes.append("report")
                    return event
        return None

    def headline(self, k: int) -> Event | None:
        """«الجبير: نراقب ...»: the colon of a headline (or of a short line) is the trigger."""
        if k == 0 or any(e.tag is Tag.VERB for e in self.elements[:k]):
            return None
        first = self.elements[0]
        j = 0
        while j < k and self.elements[j].tag in (Tag.OPEN, Tag.CLOSE):
            j += 1
        first = self.elements[j]
        if first.tag is not Tag.PHRASE or first.mention is None or first.prep:
            return None
        if any(e.tag not in (Tag.OPEN, Tag.CLOSE, Tag.PHRASE, Tag.COMMA) for e in self.elements[:k]):
            return None
        if sum(1 for e in self.elements[:k] if e.tag is Tag.PHRASE) > 2:
            return None
        token = self.elements[k].start
        after = self.elements[k + 1] if k + 1 < len(self.elements) else None
        speaks = after is not None and (after.tag in (Tag.OPEN, Tag.PARTICLE) or after.prep == "علي")
        if first.mention.ref == "state" and not speaks and not self.first_person(k):
            return None  # «لبنان: المحتجون يقطعون الطرق»: what the headline is about
        if (
            first.mention.ref in ("state", "metonym")
            and after is not None
            and after.tag is Tag.PHRASE
            and after.word in _CASUALTIES
        ):
            return None  # «تونس: مقتل متطرف»: where, not who says
        if first.mention.ref == "metonym" and after is not None and self.tells(after):
            return None  # «عمان: أوقفت السلطات كذا»: a dateline
        event = Event(
            self.row,
            k,
            self.elements[k].clause,
            token,
            token + 1,
            self.words.report_entry,
            self.words.colon_frame,
            None,
        )
        event.roles["actor"] = [Filler(mention=first.mention, element=j)]
        event.content = self.contents.trim(token + 1, len(self.tokens))
        event.scope = event.content
        event.notes.append("colon")
        return event if event.content else None

    @staticmethod
    def tells(element: Element) -> bool:
        """A verb in the past of a third person: news told from a place, where a speaker's words begin otherwise."""
        verb = element.analysis
        return element.tag is Tag.VERB and verb is not None and verb.tense == "past" and verb.person == 3

    def first_person(self, k: int) -> bool:
        """A verb in the first person soon after the colon: «إيران: سنرد»."""
        return any(
            e.tag is Tag.VERB and e.analysis is not None and e.analysis.person == 1
            for e in self.elements[k + 1 : k + 5]
        )

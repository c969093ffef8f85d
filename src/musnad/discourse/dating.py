"""When: which time expression of a sentence dates which event."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from musnad.frames.clauses import Tree
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.event import Event
from musnad.lexicon.grammar import grammar
from musnad.mentions.times import TimeMention
from musnad.resolve.when import When

_DAY_PARTS = grammar().day_parts
_THEN = grammar().at_that_time
_REPORT = 10  # tokens after «بحسب» that belong to it
_SUPERLATIVES = grammar().superlatives
_DURING = frozenset(("خلال", "اثناء", "في"))
_NEW_MEMBER = 4  # tokens: how far a comma right before an event puts the times before it
_MONTH = 31  # days: older is background
_SPEECH = frozenset(("SAY", "REQUEST", "ACCUSE", "REJECT", "AGREE", "THREATEN", "CONCEDE", "SUPPORT"))


class Dating:
    """The times of one sentence by clause."""

    def __init__(self, row: Row, tree: Tree, events: list[Event]) -> None:
        self.row = row
        self.tree = tree
        self.events = events
        self.clause_of: dict[int, int] = {}
        for element in row.elements:
            if element.time is not None:
                self.clause_of[element.time.start] = element.clause
        if row.times and len(self.clause_of) < len(row.times):
            for time in row.times:  # a time inside another element («صباح أمس» in a phrase)
                if time.start not in self.clause_of:
                    holder = next((e for e in row.elements if e.start <= time.start < e.end), None)
                    self.clause_of[time.start] = holder.clause if holder is not None else 0
        self.reports = [e.start for e in events if "report" in e.notes]
        self.placed = {t for p in row.places if p.known and p.specific for t in range(p.start, p.end)}
        self.named_next: dict[int, Event] = {}  # start of an after-event time -> the event it dates
        for time in row.times:
            if time.kind == "after-event":
                follower = next((e for e in events if time.end <= e.start <= time.end + 6), None)
                if follower is not None:
                    self.named_next[time.start] = follower

    def of(self, event: Event) -> TimeMention | None:
        """The time expression that dates an event, or None."""
        times = self.row.times
        if not times:
            return None
        told = self.led_by(event)
        if told is not None:
            return told
        own = self.inside(event)
        around = self.around(event)
        beside = self.beside(event)
        onward = self.onward(event)
        cut_off = self.cut_off(event)
        best: tuple[int, int, TimeMention] | None = None
        for time in times:
            if time.start in self.named_next:
                if self.named_next[time.start] is event:
                    return time
                continue
            if time.start in self.placed or self.of_other_report(event, time) or self.compares(event, time):
                continue
            if self.since_of_nearer(event, time):
                continue
            clause = self.clause_of.get(time.start, 0)
            content = event.content if event.event in _SPEECH else None
            if content is not None and clause != event.clause and content[0] <= time.start < content[1]:
                continue  # the time of what is told
            if clause in own:
                rank = 0
            elif clause == event.clause or time.end == event.start:
                rank = 1
            elif clause in around:
                rank = 2 + around[clause]
            elif clause in beside or time.start in cut_off:
                rank = 12
            elif clause in onward:
                rank = 14
            else:
                continue
            distance = time.start - event.end if time.start >= event.end else event.start - time.end + 1
            if event.nominal and time.end <= event.start and self.row.sentence.tokens[event.start - 1].norm == "،":
                distance += _NEW_MEMBER
            if best is None or (rank, distance) < best[:2]:
                best = (rank, distance, time)
        if best is None and len(times) == 1 and self.below(event, self.clause_of.get(times[0].start, 0)):
            return times[0]
        return best[2] if best is not None else None

    def compares(self, event: Event, time: TimeMention) -> bool:
        """«شهدت المدينة أعنف المعارك منذ 2012» "the fiercest battles since 2012": the span that a superlative ranges over
        does not date the event."""
        tokens = self.row.sentence.tokens
        phrase = self.row.elements[event.element]
        since = tokens[time.start].norm == "منذ"
        return (
            event.nominal
            and since
            and time.start >= event.end
            and any(tokens[k].norm in _SUPERLATIVES for k in range(max(phrase.start - 1, 0), event.start))
        )

    def since_of_nearer(self, event: Event, time: TimeMention) -> bool:
        """«غارات تهدد الهدنة المطبقة منذ 2013» "raids that threaten the truce in force since 2013": the span is that of the
        noun right before its participle, not of what a relative clause says of."""
        if not event.nominal or time.start < event.end or self.row.sentence.tokens[time.start].norm != "منذ":
            return False
        return any(
            other.nominal and other.clause != event.clause and event.end <= other.start and other.end <= time.start
            for other in self.events
        )

    def cut_off(self, event: Event) -> set[int]:
        """Starts of times that the main clause lost to the relative clause of its subject: «احتل الطلاب الذين يحتجون على
        المناهج اليوم جزءا من المبنى» "the students who protest against the curricula today occupied a part of the building".
        What holds in the present needs no day; what happened does."""
        if event.nominal or event.analysis is None or event.analysis.tense != "past":
            return set()
        elements = self.row.elements
        out: set[int] = set()
        for clause in self.tree.clauses[event.clause + 1 :]:
            if clause.kind != "relative" or clause.parent != event.clause or not 0 <= clause.verb < len(elements):
                continue
            verb = elements[clause.verb].analysis
            if verb is None or verb.tense != "present" or clause.governor <= event.element:
                continue
            rest = [e for e in elements[clause.verb + 1 : clause.end] if e.clause == clause.index]
            for element, following in pairwise(rest):
                time = element.time
                if time is not None and time.when.grain == "day" and _bare_phrase(following):
                    out.add(time.start)
                elif not element.prep:  # the verb's own object, another clause: what follows is theirs
                    break
        return out

    def led_by(self, event: Event) -> TimeMention | None:
        """«في أكتوبر 2014، عندما اندلعت تظاهرات»: the time right before the clause that says what happened then."""
        clause = self.tree.clauses[event.clause]
        if clause.kind != "when" or clause.word not in _THEN or not clause.start:
            return None
        elements = self.row.elements
        before = clause.start - 1
        if elements[before].tag is Tag.COMMA and before:
            before -= 1
        return elements[before].time

    def below(self, event: Event, clause: int) -> bool:
        """Whether a time stands in a circumstance of the event: a participle's clause under its own."""
        clauses = self.tree.clauses
        while clause >= 0 and clauses[clause].kind == "participle":
            clause = clauses[clause].parent
        return clause == event.clause

    def inside(self, event: Event) -> set[int]:
        """Relative clauses that hang on the event's own phrase: «الاتفاق الذي أبرم في يوليو»."""
        if not event.nominal:
            return set()
        return {c.index for c in self.tree.clauses if c.kind == "relative" and c.governor == event.element}

    def around(self, event: Event) -> dict[int, int]:
        """Clauses outward from the event's, up to the act of speech that tells it: when somebody spoke is not when it
        happened."""
        out: dict[int, int] = {}
        for depth, clause in enumerate(self.tree.ancestors(event.clause)):
            if depth:
                out[clause.index] = depth
            if clause.kind in ("that", "quote") and clause.word not in ("كان",):
                break
        return out

    def of_other_report(self, event: Event, time: TimeMention) -> bool:
        """«..., حسبما أفاد المرصد أمس»: the day of the report, which itself takes no time from what it reports."""
        if event.start in self.reports:
            return time.start < event.start
        return any(event.start < start < time.start <= start + _REPORT for start in self.reports)

    def beside(self, event: Event) -> set[int]:
        """Clauses before the event's on the same level («زار إيران أمس والتقى ...», «يتوجه الثلاثاء ..., حيث يلتقي»), and
        those that say of what occasion it was («أكد خلال الاتصال الذي جرى أمس»)."""
        clauses = self.tree.clauses
        own = clauses[event.clause]
        before = [
            c for c in clauses[: own.index] if c.parent == own.parent and c.kind in ("beside", "when", "relative")
        ]
        goes_on = event.event not in _SPEECH and (own.kind == "beside" or own.word == "حيث")
        out = {c.index for c in before} if goes_on else set()
        for c in clauses:
            if c.kind == "relative" and c.governor > event.element:
                governor = self.row.elements[c.governor]
                if governor.clause == event.clause and governor.prep in _DURING:
                    out.add(c.index)
        return out

    def onward(self, event: Event) -> set[int]:
        """The clause after the event's that tells what the same subject did next («قتلت رجلا، وأصابت آخر فجر أمس»): its
        time dates both, if the event's own clause has none."""
        if event.nominal or event.analysis is None or event.event in _SPEECH:
            return set()
        own = self.tree.clauses[event.clause]
        if own.verb != event.element:
            return set()
        after = next(
            (c for c in self.tree.clauses[own.index + 1 :] if c.kind == "beside" and c.governor == own.verb), None
        )
        if after is None or not after.conj or after.verb + 1 >= len(self.row.elements):
            return set()
        verb, told = self.row.elements[after.verb].analysis, event.analysis
        if verb is None or (verb.gender, verb.number, verb.tense) != (told.gender, told.number, told.tense):
            return set()
        inner = {after.index}
        inner.update(c.index for c in self.tree.clauses if c.parent == after.index and c.kind == "participle")
        return inner

    def value(self, event: Event, time: TimeMention, day: dt.date | None) -> When:
        """The reading of a time for an event: inside «منذ <event> في أبريل» the date itself, outside it the span; a part
        of the day alone («صباحا») is of the last ``day`` named."""
        part = self.row.sentence.tokens[time.start].norm in _DAY_PARTS and time.end - time.start == 1
        if part and day is not None and time.when.value[10:11] == "T":
            return When(day.isoformat() + time.when.value[10:], time.when.grain, day, day)
        if time.kind == "since" and time.inner is not None and time.start <= event.start < time.inner_start:
            return time.inner
        return time.when


def _bare_phrase(element: Element) -> bool:
    return element.tag is Tag.PHRASE and not element.prep and not element.conj


def historical(event: Event, when: When, date: dt.date) -> bool:
    """Background: over a month before publication, by its own time. An act of speech in the present is never."""
    analysis = event.analysis
    if event.event in _SPEECH and analysis is not None and analysis.tense == "present":
        return False
    return (date - when.end).days > _MONTH

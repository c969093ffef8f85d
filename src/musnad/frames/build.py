"""Events of a row: every trigger that some frame accepts, with the fillers of its roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.factuality import Factuality
from musnad.frames.nouns import NounArguments, noun_arguments
from musnad.frames.verbs import Arguer, Arguments, fillers, passive_reading
from musnad.frames.words import FunctionWords
from musnad.lexicon.frames import Frame, FrameLexicon, When
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analysis
from musnad.record import Entity

Places = Callable[[str], list[int]]  # name of a place («object», «على») -> the elements that stand there

_COUNTED = frozenset(("ASSAULT", "COERCE", "RETREAT", "SANCTION"))  # whose victims may be a bare number
# Contacts and agreements that a verb tells of need no named side: «تركزت المباحثات على», «تم التوصل إلى اتفاق».
_TOLD = frozenset(("CONSULT", "AGREE", "PROTEST", "CONCEDE"))
_CASUALTIES = frozenset(
    ("مقتل", "مصرع", "اصابه", "جرح", "اعتقال", "توقيف", "انفجار", "اغتيال", "مقتله", "وفاه", "استشهاد", "تفجير")
)
_B_COMPOUNDS = frozenset(("بمشاركه", "بحضور", "بدعم", "برعايه", "بمساعده", "بقياده"))
_PREPOSITION_CLITICS = frozenset("بلك")


class Builder:
    """Finds the events of analysed sentences."""

    def __init__(self, lexicon: FrameLexicon, words: FunctionWords, factuality: Factuality) -> None:
        self.lexicon = lexicon
        self.words = words
        self.factuality = factuality
        self.modes = {
            event: [(mode, tuple(words)) for mode, words in table.items()] for event, table in lexicon.modes.items()
        }

    def events(self, row: Row, tree: Tree) -> list[Event]:
        """Events in order of their triggers."""
        return _RowBuilder(self, row, tree).run()


class _RowBuilder:
    def __init__(self, builder: Builder, row: Row, tree: Tree) -> None:
        self.b = builder
        self.row = row
        self.tree = tree
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.arguer = Arguer(row, tree)
        self.verb_of: dict[int, Event] = {}  # element of a verb -> its event
        self.taken: set[int] = set()  # tokens of fixed phrases
        self.forms_at = (-1, -1)  # what `forms_in` was last asked for, and
        self.forms: tuple[set[str], str] = (set(), "")  # what it answered
        self.clause_at: dict[int, Clause] = {}  # element of a verb -> the clause it heads
        for clause in tree.clauses:
            if clause.verb >= 0:
                self.clause_at[clause.verb] = clause

    def run(self) -> list[Event]:
        events: list[Event] = []
        for k, element in enumerate(self.elements):
            if element.tag is Tag.VERB and k in self.clause_at:
                event = self.verb(k, element)
                if event is not None:
                    self.verb_of[k] = event
                    events.append(event)
            elif element.tag is Tag.REPORT:
                event = self.report(k, element)
                if event is not None:
                    events.append(event)
            elif element.tag is Tag.COLON:
                event = self.headline(k)
                if event is not None:
                    events.append(event)
            elif (
                element.tag is Tag.PHRASE
                and element.prep == "علي"
                and element.prep_at >= 0
                and element.mention is not None
            ):
                event = self.incumbent(k, element)
                if event is not None:
                    events.append(event)
        for k, element in enumerate(self.elements):
            if element.tag is Tag.PHRASE or element.tag is Tag.TIME:
                for token, analysis in element.events:
                    if token in self.taken:
                        continue
                    event = self.noun(k, element, token, analysis)
                    if event is not None:
                        events.append(event)
        events.sort(key=lambda e: (e.start, e.nominal))
        return events

    # verbs ------------------------------------------------------------------------------------------------------

    def verb(self, k: int, element: Element) -> Event | None:
        analysis = element.analysis
        if analysis is None or analysis.entry is None:
            return None
        clause = self.clause_at[k]
        phrase = self.phrase(k, element, clause)
        if phrase is not None:
            return phrase
        args = self.arguer.arguments(clause, k)
        for reading in element.readings or (analysis,):
            if reading.entry is None or reading.entry.kind == "light" or reading.conj != analysis.conj:
                continue
            for frame in reading.entry.frames:
                passive = passive_reading(args, reading, frame, self.row)
                event = self.try_verb(k, element, reading, clause, args, frame, passive)
                if event is not None:
                    return event
        return None

    def phrase(self, k: int, element: Element, clause: Clause) -> Event | None:
        """A fixed phrase headed by this verb: «ألقت الشرطة القبض على ...»."""
        end = self.token_end(clause.end)
        for match in self.b.words.analyser.phrases(self.tokens, element.start, end):
            if match.entry.kind != "phrase":
                continue
            args = self.arguer.arguments(clause, k)
            taken = set(match.words[1:])
            args = self.without(args, taken)
            for frame in match.entry.frames:
                analysis = match.analysis
                event = self.try_verb(
                    k, element, analysis, clause, args, frame, passive_reading(args, analysis, frame, self.row)
                )
                if event is not None:
                    event.entry = match.entry
                    event.start, event.end = match.trigger
                    if event.start == element.start and event.end > event.start + 1 and not match.entry.trigger:
                        event.end = event.start + 1
                    if event.start != element.start:
                        event.analysis = None
                        event.notes.append("phrase")
                    self.taken.update(taken)
                    return event
        return None

    def without(self, args: Arguments, taken: set[int]) -> Arguments:
        """The arguments but for phrases that are words of a fixed phrase."""

        def free(group: list[int]) -> list[int]:
            return [j for j in group if self.elements[j].head not in taken]

        out = Arguments(
            free(args.subject), free(args.object), free(args.object2), [(p, free(g)) for p, g in args.prepositions], args.clauses,
            args.clitic, args.passive, args.dropped, args.antecedent, args.antecedent_role,
        )  # fmt: skip
        if not out.object and args.object:
            out.object, out.object2 = out.object2, []
        for group in (args.object, args.object2):  # «فتح النار على»: what follows the fixed noun may be its genitive
            for j in group:
                e = self.elements[j]
                if e.head in taken and e.inner and not out.object:
                    out.object = [j]
        return out

    def try_verb(
        self, k: int, element: Element, analysis: Analysis, clause: Clause, args: Arguments, frame: Frame, passive: bool
    ) -> Event | None:
        form = "participle" if analysis.pos in ("active", "passive") else "verb"
        assert analysis.entry is not None
        event = Event(
            self.row, k, clause.index, element.start, element.end, analysis.entry, frame, analysis, passive=passive
        )
        event.subject = args.subject
        event.in_relative = args.antecedent_role == "subject"
        places = self.verb_places(k, clause, args, passive)
        found: dict[str, list[int]] = {}
        for role, wanted in frame.roles.items():
            if role == "content":
                event.content = self.content_span(k, clause, args, wanted, places)
                continue
            for place in wanted:
                group = places(place)
                if place == "subject" and not group and (args.dropped and not passive):
                    event.roles[role] = [Filler(implied="subject", element=k)]
                    break
                if place == "object" and passive and args.dropped and not group:
                    event.roles[role] = [
                        Filler(implied="subject", element=k)
                    ]  # «..., خطف نهاية تموز» "who was abducted"
                    break
                if place == "object" and args.clitic and not group:
                    event.roles[role] = [Filler(implied="pronoun", clitic=args.clitic, element=k)]
                    break
                if group:
                    found[role] = group
                    filled = self.not_places(fillers(self.row, group), role, place, frame.event) or (
                        self.counted(group) if role == "recipient" and frame.event in _COUNTED else []
                    )
                    if filled:
                        event.roles[role] = filled
                        break
        if "actor" not in event.roles and "actor" not in frame.roles and frame.event in ("REQUEST", "ACCUSE"):
            event.roles["actor"] = [Filler(implied="speaker", element=k)]  # «يجب على إيران»: whoever says so asks
        if passive:
            agents = [
                g
                for p in ("من قبل", "علي يد", "علي ايدي", "من جانب", "برصاص", "بنيران")
                for g in [args.preposition(p)]
                if g
            ]
            if agents:
                event.roles["actor"] = fillers(self.row, agents[0])
        if not self.accept(frame.when, event, found, form, k, clause, places):
            return None
        if frame.event == "SAY" or event.content is not None:
            event.scope = event.content
        if frame.event == "SAY" and "recipient" not in event.roles:
            self.outlet(event, clause)
        if frame.event in ("AGREE", "THREATEN") and "recipient" not in event.roles and event.content is not None:
            self.beneficiary(event)
        event.mode = frame.mode or self.mode(event, clause)
        event.factuality = self.b.factuality.of_verb(event, self.row, self.tree, clause)
        return event

    def outlet(self, event: Event, clause: Clause) -> None:
        """«قال خلال تصريحاته لـ«الشرق الأوسط» إن»: an outlet with ل or مع before the content received the words."""
        limit = event.content[0] if event.content is not None else len(self.tokens)
        for e in self.elements[event.element + 1 : clause.end]:
            if e.start >= limit:
                return
            if (
                e.tag is Tag.PHRASE
                and e.prep in ("ل", "مع")
                and e.mention is not None
                and e.mention.entity.kind == "media"
            ):
                event.roles["recipient"] = [Filler(mention=e.mention)]
                return

    def beneficiary(self, event: Event) -> None:
        """«تعهد بمساعدة إسرائيل», «هدد بإعدامه»: whom the promised or threatened act would befall."""
        assert event.content is not None
        for e in self.elements:
            if e.tag is Tag.PHRASE and e.start <= event.content[0] < e.end:
                if not e.events or e.events[0][1].entry is None or e.events[0][1].entry.masdar_genitive != "object":
                    return
                token, analysis = e.events[0]
                if token > e.head + 1:
                    return
                if analysis.clitic:
                    event.roles["recipient"] = [
                        Filler(implied="pronoun", clitic=analysis.clitic, element=event.element)
                    ]
                elif e.inner:
                    event.roles["recipient"] = [Filler(mention=m) for m in e.inner]
                return

    def not_places(self, got: list[Filler], role: str, place: str, event: str) -> list[Filler]:
        """Where forces move to is no recipient: «تقدمت نحو العاصمة», «دخلت إلى المدينة»."""
        if (
            role != "recipient"
            or event not in ("MOBILIZE", "COERCE", "RETREAT", "ASSAULT")
            or place not in ("الي", "نحو", "تجاه", "باتجاه", "في", "صوب")
        ):
            return got
        return [
            f for f in got if f.mention is None or not any(p.start <= f.mention.start < p.end for p in self.row.places)
        ]

    def counted(self, group: list[int]) -> list[Filler]:
        """Victims given as a bare number: «قتل 25», «أصيب أربعة آخرون»."""
        out = []
        for j in group:
            e = self.elements[j]
            first = self.tokens[e.head]
            if first.norm.isdigit() or first.norm in self.b.words.numerals:
                entity = Entity(kind="people", name="people", sector="UNK", by="description")
                out.append(
                    Filler(
                        mention=Mention(e.head, e.end, e.head, first.start, entity, "people", number="pl", count=True),
                        element=j,
                    )
                )
        return out

    def verb_places(self, k: int, clause: Clause, args: Arguments, passive: bool) -> Places:
        def place(name: str) -> list[int]:
            if name == "subject":
                return [] if passive else args.subject
            if name == "object":
                return args.subject if passive else args.object
            if name == "object2":
                return args.object if passive else args.object2
            if name in ("clause", "genitive", "adjective"):
                return []
            found = args.preposition(name)
            if not found and name == "ب":  # «أشاد بمشاركة الوزير»: a compound preposition elsewhere
                found = next((g for p, g in args.prepositions if p in _B_COMPOUNDS), [])
            if not found and name in _PREPOSITION_CLITICS:
                return self.clitic_phrase(k, clause, name)
            return found

        return place

    def content_span(
        self, k: int, clause: Clause, args: Arguments, wanted: Sequence[str], places: Places
    ) -> tuple[int, int] | None:
        for place in wanted:
            if place == "clause":
                if args.clauses:
                    first, last = args.clauses[0], args.clauses[-1]
                    start = self.elements[first.start].start
                    if first.word in (":",):
                        start = self.elements[first.start].end
                    return self.trim(start, self.token_end(last.end))
                continue
            group = places(place)
            if group:
                return self.trim(self.elements[group[0]].start, self.token_end(self.content_end(k, clause, group[-1])))
            bare = self.prepositional_clause(k, clause, place)
            if bare is not None:
                return bare
            for j in range(k + 1, min(len(self.elements) - 1, k + 6)):  # «واعدا ب"القضاء على ..."»
                if (
                    self.elements[j].tag is Tag.PARTICLE
                    and self.elements[j].word == place
                    and self.elements[j + 1].tag is Tag.OPEN
                ):
                    return self.trim(self.elements[j + 1].start, self.token_end(clause.end))
        return None

    def clitic_phrase(self, k: int, clause: Clause, prep: str) -> list[int]:
        for j in range(k + 1, len(self.elements)):
            e = self.elements[j]
            if e.clause != clause.index:
                continue
            if (
                e.tag is Tag.PHRASE
                and not e.prep
                and e.mention is None
                and self.tokens[e.start].norm.startswith(prep)
                and not e.definite
            ):
                return [j]
        return []

    def prepositional_clause(self, k: int, clause: Clause, place: str) -> tuple[int, int] | None:
        """«دعا إلى أن ...», «حذر من أن ...»: a preposition before a complement clause."""
        for child in self.arguer.children.get(clause.index, []):
            if child.kind == "that" and child.start > k and child.governor == k:
                before = self.elements[child.start - 1]
                if (before.tag is Tag.PARTICLE and before.word == place) or child.word.startswith(place):
                    return self.trim(self.elements[child.start].start, self.token_end(child.end))
        return None

    def content_end(self, k: int, clause: Clause, last: int) -> int:
        """Content runs to the end of the clause, nested clauses included, but not into coordinate or participle clauses."""
        end = clause.end
        for child in self.arguer.children.get(clause.index, []):
            if child.start > last and child.kind in ("beside", "participle", "when"):
                end = min(end, child.start)
        for j in range(last + 1, end):
            if self.elements[j].tag is Tag.REPORT:
                return j
        return end

    def token_end(self, element: int) -> int:
        if element >= len(self.elements):
            return len(self.tokens)
        return self.elements[element].start

    def trim(self, start: int, end: int) -> tuple[int, int] | None:
        """Leave out closing punctuation and a conjunction's comma at the end."""
        while end > start and self.tokens[end - 1].text in ("،", ",", ".", ":", "؛", "!", "؟", "-", "..", "…"):
            end -= 1
        return (start, end) if end > start else None

    # conditions -------------------------------------------------------------------------------------------------

    def accept(
        self, when: When, event: Event, found: dict[str, list[int]], form: str, k: int, clause: Clause, places: Places
    ) -> bool:
        if when.form and not self.form_fits(when.form, form, event):
            return False
        told = (
            event.nominal
            and event.event in _TOLD
            and (bool(event.carried) or "subject" in event.notes or "relative" in event.notes)
        )
        for name in when.has:
            if not self.filled(name, event, found, places) and not (
                told and name in ("actor", "partner", "recipient", "بين")
            ):
                return False
        if any(self.filled(name, event, found, places) for name in when.lacks):
            return False
        if when.object and not self.head_among(places("object"), when.object):
            return False
        if when.subject and not self.head_among(places("subject"), when.subject):
            return False
        if when.content and not self.content_has(event, when.content):
            return False
        if when.object_kind and not self.kind_fits(
            places("object") or found.get("recipient", []), when.object_kind, event, "object"
        ):
            return False
        if (
            when.subject_kind
            and not (places("subject") == [] and not event.passive and any(f.implied for f in event.fillers("actor")))
            and not self.kind_fits(places("subject"), when.subject_kind, event, "subject")
        ):
            return False
        return not (when.words and not self.clause_has(clause, when.words))

    @staticmethod
    def form_fits(wanted: Iterable[str], form: str, event: Event) -> bool:
        for w in wanted:
            if w == form or (w == "passive" and event.passive) or (w == "light" and event.carried):
                return True
            if (w == "noun" and form == "masdar") or (w == "subject" and "subject" in event.notes):
                return True
        return False

    def filled(self, name: str, event: Event, found: dict[str, list[int]], places: Places) -> bool:
        if name == "content":
            return event.content is not None
        if name == "clause":
            return bool(event.content) or any(
                c.kind in ("that", "quote") and c.governor == event.element for c in self.tree.clauses
            )
        if name in event.frame.roles:
            return bool(event.roles.get(name)) or bool(found.get(name))
        if name in ("actor", "recipient", "partner"):
            return bool(event.roles.get(name))
        if places(name):
            return True
        return (
            any(c.kind == "that" and c.governor == event.element and c.word.startswith(name) for c in self.tree.clauses)
            if len(name) <= 3
            else False
        )

    def head_among(self, group: Sequence[int], wanted: Sequence[str]) -> bool:
        for k in group:
            e = self.elements[k]
            if e.word in wanted or e.word.removeprefix("ال") in wanted:
                return True
            if len(e.word) > 3 and e.word.endswith("ا") and e.word[:-1] in wanted:
                return True  # the accusative: «خياما» of «خيام» "tents"
            for _, a in e.events[:2]:
                if a.entry is not None and a.entry.lemma in wanted:
                    return True
            for t in range(e.head, min(e.end, e.head + 3)):
                if self.b.words.bare(self.tokens[t].norm) in wanted:
                    return True
        return False

    def content_has(self, event: Event, wanted: Sequence[str]) -> bool:
        if event.content is None:
            return False
        start, end = event.content
        return self.words_in(start, min(end, start + 8), wanted)

    def words_in(self, start: int, end: int, wanted: Sequence[str]) -> bool:
        """Whether any of the words or phrases stands in tokens [start, end), with or without article and clitics."""
        singles, joined = self.forms_in(max(start, 0), min(end, len(self.tokens)))
        return any(w in joined if " " in w else w in singles for w in wanted)

    def forms_in(self, start: int, end: int) -> tuple[set[str], str]:
        """The words of tokens [start, end) in all their forms, and their bare forms in a row. The modes of an event ask
        for the same tokens again and again, so the last answer is kept."""
        if (start, end) == self.forms_at:
            return self.forms
        singles: set[str] = set()
        norms = []
        for t in range(start, end):
            norm = self.tokens[t].norm
            bare = self.b.words.bare(norm)
            norms.append(bare)
            singles.add(norm)
            singles.add(bare)
            if len(norm) > 3 and norm[0] in "وفبلك":
                singles.add(norm[1:])
            if len(norm) > 3 and norm[-1] == "ا":
                singles.add(norm[:-1])
        self.forms_at, self.forms = (start, end), (singles, " ".join(norms))
        return self.forms

    def clause_has(self, clause: Clause, wanted: Sequence[str]) -> bool:
        return self.words_in(
            self.elements[clause.start].start if clause.start < len(self.elements) else 0,
            self.token_end(clause.end),
            wanted,
        )

    def kind_fits(self, group: Sequence[int], kinds: Sequence[str], event: Event, place: str) -> bool:
        if not group:
            if place == "object" and event.analysis is not None and event.analysis.clitic:
                return any(k in ("actor", "person") for k in kinds)
            return False
        for k in group:
            e = self.elements[k]
            if "place" in kinds and self.place_in(e):
                return True
            if any(self.mention_kind(m, kind) for m in e.actors for kind in kinds):
                return True
        return False

    @staticmethod
    def mention_kind(m: Mention, kind: str) -> bool:
        if kind == "actor":
            return True
        if kind == "state":
            return m.ref in ("state", "metonym")
        if kind == "person":
            return m.entity.kind == "person" or m.ref in ("office", "counterpart", "name")
        if kind == "people":
            return m.ref in ("people", "group")
        if kind == "armed":
            return m.entity.sector in ("MIL", "REB", "UAF", "PRM", "COP", "SPY")
        return False

    def place_in(self, e: Element) -> bool:
        return any(p.start < e.end and e.start < p.end for p in self.row.places)

    # modes ------------------------------------------------------------------------------------------------------

    def mode(self, event: Event, clause: Clause) -> str | None:
        """PLOVER mode from the frame's own words, else from the shared table."""
        for mode, words in event.frame.modes.items():
            if self.near_words(event, clause, words):
                return mode
        for mode, shared in self.b.modes.get(event.event, ()):
            if self.near_words(event, clause, shared):
                return mode
        return None

    def near_words(self, event: Event, clause: Clause, words: Sequence[str]) -> bool:
        if event.content is not None and event.event not in ("ASSAULT", "COERCE", "CONSULT", "PROTEST", "MOBILIZE"):
            start, end = event.content
            return self.words_in(start, min(end, start + 6), words)
        e = self.elements[event.element]
        lo, hi = min(event.start, e.start), max(e.end, event.end)
        hi = min(len(self.tokens), hi + 6) if event.nominal else min(self.token_end(clause.end), event.end + 12)
        return self.words_in(lo, hi, words)

    # reporting phrases ------------------------------------------------------------------------------------------

    def report(self, k: int, element: Element) -> Event | None:
        """«بحسب المرصد», «وفق بيان الوزارة»: a SAY whose actor stands after it."""
        frame = self.b.words.report_frame
        following = k + 1
        while following < len(self.elements) and self.elements[following].tag in (Tag.OPEN, Tag.COMMA):
            following += 1
        if following >= len(self.elements):
            return None
        after = self.elements[following]
        if after.tag is Tag.PHRASE and after.mention is None and after.end - after.start == 1:
            return self.reported_by_pronoun(k, element, following)
        if after.tag is not Tag.PHRASE or after.mention is None:
            return None
        group = [following]
        for j in range(following + 1, len(self.elements)):
            if self.elements[j].tag is Tag.PHRASE and self.elements[j].conj and self.elements[j].mention:
                group.append(j)
            else:
                break
        event = Event(self.row, k, element.clause, element.start, element.end, self.b.words.report_entry, frame, None)
        event.roles["actor"] = fillers(self.row, group)[: len(group)]
        event.notes.append("report")
        for e in self.elements[group[-1] + 1 : group[-1] + 4]:  # «بحسب ما قال المدير لـ«الشرق الأوسط»»
            if e.tag is Tag.PHRASE and e.prep == "ل" and e.mention is not None and e.mention.entity.kind == "media":
                event.roles["recipient"] = [Filler(mention=e.mention)]
            if e.tag not in (Tag.PHRASE, Tag.OPEN, Tag.CLOSE, Tag.TIME):
                break
        return event

    def incumbent(self, k: int, element: Element) -> Event | None:
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
            self.b.words.duty_entry,
            self.b.words.duty_frame,
            None,
        )
        event.roles["recipient"] = fillers(self.row, [k])
        event.roles["actor"] = [Filler(implied="speaker", element=k)]
        event.content = self.trim(
            after.start, self.token_end(clause.end if after.tag is not Tag.THAT else len(self.elements))
        )
        event.mode = self.mode(event, clause)
        return event

    def reported_by_pronoun(self, k: int, element: Element, following: int) -> Event | None:
        """«حسب وصفه», «على حد قولها»: the speaker is a pronoun on the noun of saying."""
        norm = self.tokens[self.elements[following].start].norm
        for noun in self.b.words.said_nouns:
            for clitic in ("ه", "ها", "هم", "هما"):
                if norm == noun + clitic:
                    event = Event(
                        self.row,
                        k,
                        element.clause,
                        element.start,
                        self.elements[following].end,
                        self.b.words.report_entry,
                        self.b.words.report_frame,
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
        event = Event(
            self.row,
            k,
            self.elements[k].clause,
            token,
            token + 1,
            self.b.words.report_entry,
            self.b.words.colon_frame,
            None,
        )
        event.roles["actor"] = [Filler(mention=first.mention, element=j)]
        event.content = self.trim(token + 1, len(self.tokens))
        event.scope = event.content
        event.notes.append("colon")
        return event if event.content else None

    def first_person(self, k: int) -> bool:
        """A verb in the first person soon after the colon: «إيران: سنرد»."""
        return any(
            e.tag is Tag.VERB and e.analysis is not None and e.analysis.person == 1
            for e in self.elements[k + 1 : k + 5]
        )

    # event nouns ------------------------------------------------------------------------------------------------

    def noun(self, k: int, element: Element, token: int, analysis: Analysis) -> Event | None:
        clause = self.tree.clauses[element.clause]
        for match in self.b.words.analyser.phrases(self.tokens, token, min(len(self.tokens), element.end + 8)):
            if (
                match.entry.kind == "phrase"
                and match.analysis.pos != "verb"
                and not any(t in self.taken for t in match.words)
            ):
                args = noun_arguments(
                    self,
                    k,
                    element,
                    max(token, match.words[-1] if match.words[-1] < element.end else token),
                    match.analysis,
                    match.entry,
                )
                for frame in match.entry.frames:
                    event = self.try_noun(k, token, match.analysis, frame, args, clause)
                    if event is not None:
                        event.entry = match.entry
                        event.end = (
                            max(match.trigger[1], event.start + 1) if match.trigger[0] >= event.start else event.end
                        )
                        self.taken.update(match.words)
                        return event
        for reading in self.b.words.analyser.analyse(self.tokens[token]):
            if (
                reading.pos not in ("masdar", "noun")
                or reading.entry is None
                or not reading.entry.frames
                or reading.prep != analysis.prep
            ):
                continue
            args = noun_arguments(self, k, element, token, reading)
            for frame in reading.entry.frames:
                event = self.try_noun(k, token, reading, frame, args, clause)
                if event is not None:
                    return event
        return None

    def try_noun(
        self, k: int, token: int, analysis: Analysis, frame: Frame, args: NounArguments, clause: Clause
    ) -> Event | None:
        assert analysis.entry is not None
        event = Event(self.row, k, clause.index, token, token + 1, analysis.entry, frame, analysis, nominal=True)
        event.carried = args.carrier
        event.notes.extend(args.notes)
        event.achieved = args.achieved
        if args.governed_as == "subject":
            event.notes.append("subject")
        args.assign(event, frame)
        form = "masdar" if analysis.pos == "masdar" else "noun"

        def places(name: str) -> list[int]:
            if name == "object":
                return [k] if args.object_fillers(frame) else []
            if name == "subject":
                return [k] if args.subject_fillers(frame, False)[0] else []
            if name == "genitive":
                return [k] if args.genitive or args.deep else []
            if name == "adjective":
                return [k] if args.adjectives else []
            return args.preposition(name)

        wanted = frame.roles.get("content")
        if wanted:
            event.content = self.noun_content(k, token, args, wanted, frame.event == "SAY")
        if not self.accept(frame.when, event, {}, form, k, clause, places):
            return None
        if frame.event == "SAY" and event.content is None:
            return None  # «في تصريح صحفي»: a channel, not a statement
        event.mode = frame.mode or self.mode(event, clause)
        event.factuality = self.b.factuality.of_noun(event, self.row, self.tree, clause, args)
        if frame.event == "SAY" or event.content is not None:
            event.scope = event.content
        return event

    def said_object(self, k: int, token: int) -> bool:
        """A noun of saying has an object if another noun stands after its sayer: «إعلان الحكومة تحرير المدينة»."""
        element = self.elements[k]
        if element.events and element.events[-1][0] > token:
            return True
        after = self.elements[k + 1] if k + 1 < len(self.elements) else None
        return (
            after is not None and after.tag is Tag.PHRASE and not after.prep and not after.conj and bool(after.events)
        )

    def noun_content(
        self, k: int, token: int, args: NounArguments, wanted: Sequence[str], event_is_say: bool
    ) -> tuple[int, int] | None:
        element = self.elements[k]
        for place in wanted:
            if place == "clause":
                after = k + 1
                while after < len(self.elements) and self.elements[after].tag in (Tag.TIME, Tag.COLON):
                    after += 1
                for clause in self.tree.clauses:
                    if clause.kind in ("that", "quote") and (clause.governor == k or clause.start in (k + 1, after)):
                        return self.trim(self.elements[clause.start].start, self.token_end(clause.end))
                if event_is_say and after < len(self.elements) and self.elements[after].tag is Tag.OPEN:
                    close = next(
                        (j for j in range(after + 1, len(self.elements)) if self.elements[j].tag is Tag.CLOSE),
                        len(self.elements),
                    )
                    return self.trim(self.elements[after].start, self.token_end(close))
            elif place in ("object", "genitive"):
                if event_is_say and not self.said_object(k, token):
                    continue
                if token + 1 < element.end:
                    return self.trim(
                        token + 1, self.token_end(self.content_end(k, self.tree.clauses[element.clause], k))
                    )
            else:
                group = args.preposition(place)
                if group:
                    last = group[-1]
                    return self.trim(
                        self.elements[group[0]].start,
                        self.token_end(self.content_end(k, self.tree.clauses[element.clause], last)),
                    )
        return None

"""Events of a row: every trigger that some frame accepts, with the fillers of its roles."""

from __future__ import annotations

from musnad.frames.belligerents import Belligerents
from musnad.frames.clauses import Clause, Tree
from musnad.frames.conditions import Conditions
from musnad.frames.contents import Contents, Places
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.factuality import Factuality
from musnad.frames.fillers import fillers
from musnad.frames.incidents import is_harm
from musnad.frames.nounroles import NounArguments
from musnad.frames.nouns import noun_arguments
from musnad.frames.recipients import Recipients
from musnad.frames.reports import Reports
from musnad.frames.stances import Stances
from musnad.frames.verbs import Arguer, Arguments, passive_reading
from musnad.frames.words import FunctionWords
from musnad.lexicon.frames import Frame, FrameLexicon
from musnad.lexicon.grammar import grammar
from musnad.morphology.analyser import Analysis

_OPERATIONS = grammar().operation_nouns
_FORCE = frozenset(("ASSAULT", "COERCE"))
_B_COMPOUNDS = grammar().b_compounds
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

    def events(self, row: Row, tree: Tree, arguer: Arguer | None = None) -> list[Event]:
        """Events in order of their triggers. ``arguer``: the arguments found so far, kept for later rooms."""
        return _RowBuilder(self, row, tree, arguer or Arguer(row, tree)).run()


class _RowBuilder:
    def __init__(self, builder: Builder, row: Row, tree: Tree, arguer: Arguer) -> None:
        self.b = builder
        self.row = row
        self.tree = tree
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.arguer = arguer
        self.contents = Contents(row, tree, self.arguer)
        self.conditions = Conditions(row, tree, builder.words, builder.modes, self.contents)
        self.recipients = Recipients(row, tree, builder.words)
        self.reports = Reports(row, tree, builder.words, self.contents, self.conditions)
        self.verb_of: dict[int, Event] = {}  # element of a verb -> its event
        self.taken: set[int] = set()  # tokens of fixed phrases
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
                    if "phrase" in event.notes and (said := self.announcement(k, element, event)) is not None:
                        events.append(said)
            elif element.tag is Tag.REPORT:
                event = self.reports.according_to(k, element)
                if event is not None:
                    events.append(event)
            elif element.tag is Tag.COLON:
                event = self.reports.headline(k)
                if event is not None:
                    events.append(event)
            elif element.tag is Tag.PHRASE and element.prep_at >= 0 and element.mention is not None:
                event = self.reports.duty(k, element) if element.prep == "علي" else self.reports.occasion(k, element)
                if event is not None:
                    events.append(event)
        for k, element in enumerate(self.elements):
            if element.tag is Tag.PHRASE or element.tag is Tag.TIME:
                for token, analysis in element.events:
                    if token in self.taken or self.names_operation(element, token):
                        continue
                    event = self.noun(k, element, token, analysis)
                    if event is not None:
                        events.append(event)
        events.sort(key=lambda e: (e.start, e.nominal))
        Belligerents(self.row, self.tree, self.arguer, self.verb_of).find(events)
        Stances(self.row, self.tree, self.arguer, self.b.words, events).judge()
        return events

    def names_operation(self, element: Element, token: int) -> bool:
        """«عملية اغتيال»: an operation that the event noun after it names is that act."""
        if self.words_bare(token) not in _OPERATIONS:
            return False
        return any(
            t == token + 1 and a.entry is not None and any(f.event in _FORCE for f in a.entry.frames)
            for t, a in element.events
        )

    # verbs ------------------------------------------------------------------------------------------------------

    def verb(self, k: int, element: Element) -> Event | None:
        analysis = element.analysis
        if analysis is None or analysis.entry is None:
            return None
        clause = self.clause_at[k]
        args = self.arguer.arguments(clause, k)
        fixed = self.reports.as_told(k, element, clause, args) or self.phrase(k, element, clause)
        if fixed is not None:
            return fixed
        readings = element.readings or (analysis,)
        same = [r for r in readings if r.conj == analysis.conj]
        doubled = "\u0651" in self.tokens[element.start].text  # «وعدّ» is "and counted"
        whole = [
            r for r in readings if not r.conj and analysis.conj and not r.clitic and not doubled
        ]  # «وعد» "promised"
        for reading in same + whole:
            if reading.entry is None or reading.entry.kind == "light":
                continue
            if analysis.entry.kind == "light" and reading.entry.lemma != analysis.entry.lemma:
                continue  # «تعرض لإطلاق نار» "came under fire": no other verb of that spelling
            for frame in reading.entry.frames:
                passive = passive_reading(args, reading, frame, self.row)
                event = self.try_verb(k, element, reading, clause, args, frame, passive)
                if event is not None:
                    return event
        return None

    def announcement(self, k: int, element: Element, act: Event) -> Event | None:
        """«أعلنت الحكومة هدنة»: the saying beside the act it announces (codebook 3, rule 13)."""
        analysis = element.analysis
        if analysis is None or analysis.entry is None or act.event == "SAY":
            return None
        clause = self.clause_at[k]
        args = self.arguer.arguments(clause, k)
        for reading in element.readings or (analysis,):
            if reading.entry is None or reading.entry.kind != "verb" or reading.conj != analysis.conj:
                continue
            for frame in reading.entry.frames:
                if frame.event == "SAY" and "object" in frame.roles.get("content", ()):
                    passive = passive_reading(args, reading, frame, self.row)
                    if (event := self.try_verb(k, element, reading, clause, args, frame, passive)) is not None:
                        return event
        return None

    def phrase(self, k: int, element: Element, clause: Clause) -> Event | None:
        """A fixed phrase headed by this verb: «ألقت الشرطة القبض على ...»."""
        end = self.contents.token_end(clause.end)
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
        """The arguments but for phrases that are words of a fixed phrase and name nobody («استدعى السفير»)."""

        def free(group: list[int]) -> list[int]:
            return [j for j in group if self.elements[j].head not in taken or self.elements[j].mention is not None]

        out = Arguments(
            free(args.subject), free(args.object), free(args.object2), [(p, free(g)) for p, g in args.prepositions], args.clauses,
            args.clitic, args.passive, args.dropped, args.antecedent, args.antecedent_role,
        )  # fmt: skip
        if not out.object and args.object:
            out.object, out.object2 = out.object2, []
        if args.subject and not out.subject:
            out.dropped = True  # «ولفتت الانتباه إلى»: the fixed noun stood where a subject may stand
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
                event.content = self.contents.of_verb(k, clause, args, wanted, places)
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
                    filled = (
                        self.recipients.of_group(group, place, frame.event)
                        if role == "recipient"
                        else fillers(self.row, group)
                    )
                    if role == "recipient":  # «ذكر بيان للبيت الأبيض»: whose the statement is is not told it
                        doers = {id(f.mention) for f in event.fillers("actor")} - {id(None)}
                        filled = [f for f in filled if id(f.mention) not in doers]
                    if filled:
                        event.roles[role] = filled
                        break
        if "actor" not in event.roles and "actor" not in frame.roles and frame.event in ("REQUEST", "ACCUSE"):
            event.roles["actor"] = [Filler(implied="speaker", element=k)]  # «يجب على إيران»: whoever says so asks
        if passive:
            agents = [
                g
                for p in ("من قبل", "علي يد", "علي ايدي", "من جانب", "برصاص", "بنيران")
                if not (p == "من جانب" and is_harm(event))  # «قتل من جانب المقاومة ثمانية»: on her side
                for g in [args.preposition(p)]
                if g
            ]
            if agents:
                event.roles["actor"] = fillers(self.row, agents[0])
        event.target = found.get("recipient", [])
        if not self.conditions.accept(frame.when, event, found, form, k, clause, places):
            return None
        if frame.event == "SAY" or event.content is not None:
            event.scope = event.content
        self.recipients.complete(event, clause)
        event.mode = frame.mode or self.conditions.mode(event, clause)
        event.factuality = self.b.factuality.of_verb(event, self.row, self.tree, clause)
        return event

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
            found = args.naming(name, self.row) if name == "من" else args.preposition(name)
            if not found and name == "ب":  # «أشاد بمشاركة الوزير»: a compound preposition elsewhere
                found = next((g for p, g in args.prepositions if p in _B_COMPOUNDS), [])
            if not found and name in _PREPOSITION_CLITICS:
                return self.clitic_phrase(k, clause, name)
            return found

        return place

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

    def words_bare(self, token: int) -> str:
        """The folded word at ``token`` without article and one-letter proclitics of an event noun."""
        norm = self.tokens[token].norm
        found = next(
            (a for a in self.b.words.analyser.analyse(self.tokens[token]) if a.pos in ("noun", "masdar")), None
        )
        bare = norm[len(found.conj) + len(found.prep) :] if found is not None else norm
        return bare.removeprefix("ل").removeprefix("ال") if bare.startswith(("لل", "ال")) else bare

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
        if args.carrier and args.governing >= 0:
            event.subject = self.arguer.arguments(clause, args.governing).subject
        event.notes.extend(args.notes)
        event.achieved = args.achieved
        if args.governed_as == "subject":
            event.notes.append("subject")
        above = self.verb_of.get(args.governing)
        if args.achieved and (above is None or above.event != "SAY"):
            event.notes.append("done")
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
            event.content = self.contents.of_noun(k, token, args.preposition, wanted, frame.event == "SAY")
        target = {"recipient": [k + 1]} if "object" in frame.roles.get("recipient", ()) and args.place_after() else {}
        if not self.conditions.accept(frame.when, event, target, form, k, clause, places):
            return None
        if frame.event == "SAY" and event.content is None:
            return None  # «في تصريح صحفي»: a channel, not a statement
        event.mode = frame.mode or self.conditions.mode(event, clause)
        event.factuality = self.b.factuality.of_noun(event, self.row, self.tree, clause, args)
        if frame.event == "SAY" or event.content is not None:
            event.scope = event.content
        return event

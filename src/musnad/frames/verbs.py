"""Roles of finite verbs and circumstantial participles: subject, object, prepositional and clausal complements."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.frames.agreement import gender
from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Element, Row, Tag
from musnad.frames.fillers import fillers
from musnad.frames.subjecthood import is_object, shares_subject
from musnad.lexicon.frames import Frame
from musnad.lexicon.grammar import grammar
from musnad.morphology.analyser import Analysis


@dataclass(slots=True)
class Arguments:
    """What stands around a verb: element indices, in order. ``clauses`` are its complement clauses."""

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    object2: list[int] = field(default_factory=list)
    prepositions: list[tuple[str, list[int]]] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    clitic: str = ""
    passive: bool = False
    dropped: bool = False  # the subject is not in the clause
    antecedent: int = -1  # element a relative clause hangs on
    antecedent_role: str = ""

    def preposition(self, word: str) -> list[int]:
        for prep, group in self.prepositions:
            if prep == word or (word == "بحق" and prep == "في حق"):
                return group
        return []

    def naming(self, word: str, row: Row) -> list[int]:
        """The first phrase with this preposition that names somebody, else the first: «استعاد الحي من المدينة من خصومه»."""
        groups = [group for prep, group in self.prepositions if prep == word]
        return next((g for g in groups if fillers(row, g)), groups[0] if groups else [])


_PRONOUNS = grammar().pronoun
_RESUMPTIVES = grammar().resumptives
_SINGLE = frozenset(("group", "body", "state", "metonym", "name", "office"))
_WINGS = grammar().wings
_WHO = frozenset(("الذي", "التي", "الذين"))
_POINTING = grammar().demonstrative
_DIRECTIONS = grammar().directions
_BESIDE = grammar().joining_prepositions


_HAPPENING = grammar().happening


def _stands_for(clitic: str, antecedent: Element) -> bool:
    """Whether a pronoun on a noun may mean the antecedent of its clause."""
    plural = antecedent.mention is not None and antecedent.mention.number in ("d", "pl")
    if clitic == "ه":
        return not plural and gender(antecedent) != "f"
    return (
        clitic == "ها" if not plural and gender(antecedent) == "f" else plural and clitic in ("هم", "هن", "هما", "ها")
    )


class Arguer:
    """Finds the arguments of a clause's verb."""

    def __init__(self, row: Row, tree: Tree) -> None:
        self.row = row
        self.elements = row.elements
        self.tokens = row.sentence.tokens
        self.tree = tree
        self.cache: dict[int, Arguments] = {}
        self.own: dict[int, list[int]] = {}
        for k, element in enumerate(self.elements):
            self.own.setdefault(element.clause, []).append(k)
        self.children: dict[int, list[Clause]] = {}
        for clause in tree.clauses:
            if clause.parent >= 0:
                self.children.setdefault(clause.parent, []).append(clause)

    def arguments(self, clause: Clause, verb: int) -> Arguments:
        if verb in self.cache:
            return self.cache[verb]
        found = self._arguments(clause, verb)
        self.cache[verb] = found
        return found

    def _arguments(self, clause: Clause, verb: int) -> Arguments:
        elements = self.elements
        analysis = elements[verb].analysis
        assert analysis is not None
        args = Arguments(clitic=analysis.clitic if analysis.pos == "verb" else "")
        own = self.own.get(clause.index, [])
        before = [
            k
            for k in own
            if k < verb
            and elements[k].tag is Tag.PHRASE
            and not self._quoted_source(k)
            and not self._inside_place(elements[k])
            and not self._direction(elements[k])
        ]  # «كان الجيش قصف»
        after = [k for k in own if k > verb and elements[k].tag is Tag.PHRASE and not self._aside(k)]
        bare, preps = self._groups(after)
        args.prepositions = preps
        args.clauses = [
            c
            for c in self.children.get(clause.index, [])
            if c.kind in ("that", "quote") and c.governor in (verb, *clause.auxiliaries)
        ]
        if not args.clauses:
            args.clauses = [
                c
                for c in self.children.get(clause.index, [])
                if c.kind in ("that", "quote") and c.start > verb and c.governor == verb
            ]
        front, front_preps = self._groups(before)
        if (
            len(front) > 1
            and self.elements[front[-1][0]].mention is None
            and self.elements[front[-1][0]].word.endswith(("ين", "ا"))
            and self.elements[front[-2][0]].mention is not None
            and not self.elements[front[-1][0]].events
        ):
            front = front[:-1]  # «إن 400 من الانفصاليين مدعومين بدبابات هاجموا»
        args.prepositions += front_preps
        if clause.kind == "relative" and clause.governor >= 0 and not front:
            self._relative(args, clause, analysis, bare)
        elif analysis.pos in ("active", "passive") and not (front and clause.kind == "that"):
            # circumstantial: the subject is the governing clause's; but «أن إيران مستعدة»
            args.dropped = True
            if analysis.pos == "active":
                self._objects(args, bare)
        elif front and args.clitic in ("ه", "ها", "هم", "هما") and bare and self.elements[front[-1][0]].events:
            args.subject, args.object = bare[0], front[-1]  # «غارات نفذتها الطائرات»: the topic is the object
            args.clitic = ""
        elif front and self._can_head(front[-1], analysis):
            args.subject = front[-1]
            self._objects(args, bare)
        else:
            self._verb_first(args, analysis, bare, verb)
        return args

    def _quoted_source(self, k: int) -> bool:
        """«بحسب شهود عيان، أطلق مسلحون»: the source of a reporting phrase is not the subject of what follows."""
        while k > 0 and self.elements[k].tag is Tag.PHRASE and (self.elements[k].conj or self.elements[k].prep):
            k -= 1
        return k > 0 and self.elements[k - 1].tag is Tag.REPORT

    def _inside_place(self, element: Element) -> bool:
        """«بشمال الكاميرون»: the state is part of where. «اتهمت إيران | السعودية»: two states, not an adjective of the
        first."""
        mention = element.mention
        if mention is not None and mention.ref == "state" and not element.prep and self._after_state(mention.start):
            return False
        return any(p.start < element.start < p.end for p in self.row.places)

    def _after_state(self, start: int) -> bool:
        return any(m.end == start and m.ref in ("state", "metonym") for m in self.row.mentions)

    @staticmethod
    def _direction(element: Element) -> bool:
        """«وفي مأرب، شمال شرقي صنعاء، هاجم ...» "in Marib, north-east of Sanaa": where, not who."""
        return element.word in _DIRECTIONS and element.mention is None and not element.events and not element.prep

    def _aside(self, k: int) -> bool:
        """A phrase after the verb that is no argument of it: where, a circumstance, the source of a report, a genitive."""
        e = self.elements
        if self._where(e[k], k) or self._circumstance(k) or self._apposition(k):
            return True
        if e[k].prep and self._quoted_source(k):
            return True  # «قالت الوكالة نقلا عن بيان للهيئة إن»: whose statement, not whom it told
        before = k - 1
        while before > 0 and e[before].tag is Tag.OPEN:
            before -= 1
        if before >= 0 and e[before].tag is Tag.REPORT:
            return True
        if self._whose(k):
            return True
        # «أثناء رد هؤلاء على هجوم»: a demonstrative in the genitive
        return (
            e[k].word in _POINTING
            and e[k].mention is None
            and k > 0
            and e[k - 1].tag is Tag.PHRASE
            and e[k - 1].end == e[k].start
            and not e[k - 1].definite
        )

    def _apposition(self, k: int) -> bool:
        """«خطفت الجبهة، ذراع القاعدة في البلاد، خمسة مقاتلين»: a bare phrase between commas behind a name says who it is."""
        e = self.elements
        mention = e[k].mention
        if k < 2 or e[k].prep or e[k].conj or mention is None:
            return False
        if self.row.sentence.tokens[e[k].start].norm in _WINGS and e[k - 1].mention is not None:
            return e[k - 1].end == e[k].start and not e[k - 1].prep and self._object_to_come(k + 1)
        if e[k - 1].tag is not Tag.COMMA:
            return False
        named = e[k - 2].mention
        if named is None or named.ref not in _SINGLE or e[k - 2].prep or e[k - 2].end != e[k - 1].start:
            return False
        for j in range(k + 1, min(k + 5, len(e))):
            if e[j].tag is Tag.COMMA:  # the object is still to come
                return self._object_to_come(j + 1, 2)
            if e[j].tag is not Tag.PHRASE or not e[j].prep:
                return False
        return False

    def _whose(self, k: int) -> bool:
        """«من قبل أحد حراس | الشرطة» "by one of the guards of the police": a body right after unnamed people of a phrase with
        a preposition is theirs, no object."""
        e, before = self.elements[k], self.elements[k - 1] if k else None
        if before is None or e.prep or e.conj or e.mention is None or before.end != e.start:
            return False
        if (
            self.row.sentence.tokens[before.head].norm in _KIN
            and e.definite
            and (before.mention is not None or not before.prep)
        ):
            return True  # «اعتقلت زوجة | القيادي» "the wife of the leader was arrested"
        people = before.mention is not None and before.mention.ref == "people" and not before.definite
        return (
            people
            and e.definite
            and e.mention.ref in ("anaphor", "body", "group", "office", "name")
            and before.prep in _AGENT
        )

    def _object_to_come(self, start: int, reach: int = 6) -> bool:
        """A bare phrase that names somebody stands among the next elements."""
        return any(
            a.tag is Tag.PHRASE and not a.prep and not a.conj and a.actors for a in self.elements[start : start + reach]
        )

    def _circumstance(self, k: int) -> bool:
        """«وهم نيام» "while they slept": a pronoun after و opens a clause of its own."""
        e = self.elements
        return (e[k].conj and e[k].word in _PRONOUNS) or (
            k > 0 and e[k - 1].conj and e[k - 1].tag is Tag.PHRASE and e[k - 1].word in _PRONOUNS and not e[k - 1].prep
        )

    def _where(self, element: Element, k: int | None = None) -> bool:
        """A bare phrase that says where («..., شمال البلاد، ...») is neither subject nor object."""
        if element.prep or element.conj or element.events:
            return False
        m = element.mention
        if self._inside_place(element):  # «العاصمة الإيرانية طهران»
            return True
        if m is not None and m.ref in ("state", "metonym", "name", "group"):
            return False
        if (
            k is not None
            and element.word not in _DIRECTIONS
            and k > 0
            and self.elements[k - 1].tag not in (Tag.COMMA, Tag.DASH, Tag.PHRASE)
        ):
            return False  # right after the verb it is the object: «استهدف المدينة السكنية»
        if (
            k is not None
            and k > 1
            and element.word not in _DIRECTIONS
            and self.elements[k - 1].actors
            and not self.elements[k - 1].prep
            and self.elements[k - 2].tag is Tag.VERB
        ):
            return False  # so it is right after the subject: «اقتحم مستوطنون المسجد»
        return (
            any(p.start <= element.start < p.end and p.specific is False and p.head > p.start for p in self.row.places)
            or element.word in _DIRECTIONS
        )

    def _groups(self, indices: list[int]) -> tuple[list[list[int]], list[tuple[str, list[int]]]]:
        """Bare phrases and prepositional phrases, each with the phrases coordinated to it («و ...»)."""
        bare: list[list[int]] = []
        preps: list[tuple[str, list[int]]] = []
        current: list[int] | None = None
        last = -10
        for k in indices:
            element = self.elements[k]
            joined = element.conj and current is not None and not element.prep and self._adjacent(last, k)
            same_prep = (
                element.conj
                and current is not None
                and element.prep
                and preps
                and preps[-1][1] is current
                and preps[-1][0] == element.prep
            )
            with_them = (
                last >= 0
                and self.elements[last].conj
                and self.elements[last].prep == "مع"
                and self.elements[last].word in ("ه", "ها", "هم")
            )
            if with_them and bare and not element.prep and element.mention is not None:  # «تتهم كييف ومعها الغرب روسيا»
                bare[0].append(k)
                current = None
            elif (
                joined
                and bare
                and preps
                and preps[-1][1] is current
                and self._comma(last, k)
                and bool(element.actors) == bool(self.elements[bare[-1][0]].actors)
            ):
                bare[-1].append(
                    k
                )  # «قصف محلات في سوق كذا، ومنزل ...»: after a comma it joins the object, not the place
                current = bare[-1]
            elif bare and bare[-1][-1] == last and self._beside(last, k):
                bare[-1].append(k)  # «أدانت الكويت ولبنان، فضلا عن البحرين، الهجوم»
                current = bare[-1]
            elif (joined or same_prep) and current is not None:
                current.append(k)
            elif element.prep:
                current = [k]
                preps.append((element.prep, current))
            else:
                current = [k]
                bare.append(current)
            last = k
        return bare, preps

    def _beside(self, last: int, k: int) -> bool:
        """A conjunct in the guise of a prepositional phrase: «فضلا عن كذا», «إلى جانب كذا»."""
        element, before = self.elements[k], self.elements[last]
        joins = element.prep in _BESIDE and element.mention is not None and before.mention is not None
        return joins and self._adjacent(last, k)

    def _comma(self, a: int, b: int) -> bool:
        return any(e.tag is Tag.COMMA for e in self.elements[a + 1 : b])

    def _adjacent(self, a: int, b: int) -> bool:
        return all(
            e.tag in (Tag.COMMA, Tag.CLOSE, Tag.OPEN, Tag.TIME, Tag.DASH, Tag.PHRASE) for e in self.elements[a + 1 : b]
        )

    def _can_head(self, group: list[int], analysis: Analysis) -> bool:
        element = self.elements[group[0]]
        if analysis.person != 3:
            return False
        if (
            element.mention is None
            and not element.inner
            and not element.events
            and not element.definite
            and element.word.isdigit()
        ):
            return True
        g = gender(element)
        if analysis.number == "s" and analysis.gender and g and len(group) == 1 and analysis.gender != g:
            return element.mention is not None and element.mention.number == "pl"
        return True

    def _relative(self, args: Arguments, clause: Clause, analysis: Analysis, bare: list[list[int]]) -> None:
        args.antecedent = clause.governor
        antecedent = self.elements[clause.governor]
        if antecedent.tag is not Tag.PHRASE:
            args.dropped = True
            self._objects(args, bare)
            return
        if clause.word in ("ما", "مما") or args.clitic:
            args.object = [clause.governor]
            args.antecedent_role = "object"
            if bare:
                args.subject = bare[0]
                args.object2 = bare[1] if len(bare) > 1 else []
            else:
                args.dropped = True
            return
        resumptive = any(
            self.elements[k].word in ("ه", "ها") or self.tokens[self.elements[k].start].norm in _RESUMPTIVES
            for _, g in args.prepositions
            for k in g
        )
        if (
            resumptive
            and not bare
            and antecedent.events
            and antecedent.mention is None
            and analysis.number in ("d", "p")
        ):
            args.dropped = True  # «محاولة هجوم قاموا بها»
            return
        if self._resumed_by_act(clause, antecedent, bare):
            args.subject, args.antecedent_role = bare[0], "resumed"
            self._objects(args, bare[1:])
            return
        first = self.elements[bare[0][0]] if bare else antecedent
        if clause.word in _WHO and not resumptive and antecedent.actors and first.mention is None:
            pass  # «مقاتلات التحالف الذي شن غارات»: the pronoun goes with the genitive
        elif (
            resumptive or (analysis.gender and gender(antecedent) and analysis.gender != gender(antecedent))
        ) and bare:
            state = first.mention is not None and first.mention.ref in ("state", "metonym")
            if len(bare) == 1 and len(bare[0]) == 1 and state and analysis.gender and gender(first) != analysis.gender:
                args.dropped = True  # «قرارات يطالب فيها إيران بوقف»: the state is feminine, the object
                self._objects(args, bare)
                return
            args.subject = bare[0]
            self._objects(args, bare[1:])
            return
        args.subject = [clause.governor]
        args.antecedent_role = "subject"
        self._objects(args, bare)

    def _resumed_by_act(self, clause: Clause, antecedent: Element, bare: list[list[int]]) -> bool:
        """«الصحفي الذي تم اعتقاله» "whose arrest took place", «الجندي الذي أعلنت الحركة أسره» "whose capture the movement
        announced": an act with a pronoun stands for whom the clause is about, who is not its subject."""
        if not bare or not antecedent.actors:
            return False
        act = self.elements[bare[-1][0]]
        if not act.events or act.events[0][0] != act.head or act.mention is not None:
            return False
        verb = self.elements[clause.verb]
        told = len(bare) == 2 and bool(self.elements[bare[0][0]].actors)
        return (told or verb.word in _HAPPENING) and _stands_for(act.events[0][1].clitic, antecedent)

    def _objects(self, args: Arguments, bare: list[list[int]]) -> None:
        if bare:
            args.object = bare[0]
        if len(bare) > 1:
            args.object2 = bare[1]

    def _verb_first(self, args: Arguments, analysis: Analysis, bare: list[list[int]], verb: int) -> None:
        args.dropped = (
            not bare
            or analysis.number in ("d", "p")
            or analysis.person != 3
            or self._follows_shared(verb)
            or (not self._by_agent(args, analysis, bare) and is_object(self.row, self.tree, analysis, verb, bare))
        )
        if args.dropped:
            self._objects(args, bare)
        else:
            args.subject = bare[0]
            self._objects(args, bare[1:])
            if len(bare) == 1 and shares_subject(self.row, analysis, bare[0], bare[0][0] + 1):
                args.object = self._shared_object(bare[0][0] + 1)

    @staticmethod
    def _by_agent(args: Arguments, analysis: Analysis, bare: list[list[int]]) -> bool:
        """«وقتل فلان لاحقا من قبل حارسه»: what an agent stands after is passive, and its one phrase the subject."""
        if analysis.voice == "active" or len(bare) != 1 or analysis.clitic:
            return False
        return any(prep in _AGENT and prep not in _BY_ARMS for prep, _ in args.prepositions)

    def _follows_shared(self, verb: int) -> bool:
        """The second verb of «قتل الجيش وأصاب عشرات»."""
        if verb < 2 or len(self._bare_after(verb)) != 1:
            return False
        before = self.elements[verb - 2]
        return (
            before.tag is Tag.VERB
            and before.analysis is not None
            and before.analysis.pos == "verb"
            and shares_subject(self.row, before.analysis, [verb - 1], verb)
        )

    def _shared_object(self, verb: int) -> list[int]:
        bare = self._bare_after(verb)
        return bare[0] if len(bare) == 1 else []

    def _bare_after(self, verb: int) -> list[list[int]]:
        """The bare phrases after a verb in its clause."""
        own = self.own.get(self.elements[verb].clause, [])
        return self._groups([k for k in own if k > verb and self.elements[k].tag is Tag.PHRASE and not self._aside(k)])[
            0
        ]


def passive_reading(args: Arguments, analysis: Analysis, frame: Frame, row: Row) -> bool:
    """An unvowelled verb of violence or arrest with one bare phrase and no object is passive: «قتل ثلاثة جنود»."""
    if analysis.voice == "passive" or analysis.pos == "passive":
        return True
    if frame.roles.get("recipient", [])[:1] == ["subject"]:
        return False  # «لقي شرطي مصرعه برصاص مسلحين»: active in form, whom it befell in the subject
    if any(p in _AGENT for p, _ in args.prepositions):
        agent = min(g[0] for p, g in args.prepositions if p in _AGENT)
        return analysis.voice != "active" and frame.event != "SAY" and all(k > agent for k in args.object)
    if analysis.voice != "either" or args.clitic or args.object:
        return False
    if frame.event not in _PASSIVE_EVENTS:
        return False
    if frame.event == "ACCUSE" and not args.preposition("ب") and not _accused(row, args):
        return False  # «شجبت مصر، كما استنكرت السعودية، الهجمات»
    for places in frame.roles.values():
        if places[:1] == ["object"]:
            return not any(fillers(row, args.preposition(p)) for p in places[1:]) and not args.clauses
    return False


def _accused(row: Row, args: Arguments) -> bool:
    """«يحاكم في القضية 68 متهما» "68 accused are being tried": the accused try nobody."""
    mentions = [row.elements[k].mention for k in args.subject]
    return bool(mentions) and all(m is not None and m.entity.sector == "CRM" for m in mentions)


_AGENT = grammar().agent_prepositions
_KIN = grammar().kin | grammar().companions
_BY_ARMS = frozenset(("برصاص", "بنيران"))
_PASSIVE_EVENTS = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "ACCUSE"))

"""Roles of event nouns: genitive, adjective, prepositional complements, and the verb that carries them.

«قصف الطيران لمواقع المتمردين» (subject genitive, object with ل), «قصف المدينة» (object genitive), «غارات روسية على»
(adjective), «شن الطيران غارات» (carried by شن), «غارات شنها الطيران» (carried from a relative clause).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from musnad.frames.clauses import Clause
from musnad.frames.elements import Element, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.fillers import fillers
from musnad.frames.verbs import Arguments
from musnad.lexicon.frames import Entry, Frame
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analysis

if TYPE_CHECKING:
    from musnad.frames.build import _RowBuilder

_DIRECTIONS = grammar().directions
_STANCE = frozenset(("ACCUSE", "SUPPORT", "REJECT", "CONCEDE", "COERCE"))
_ARMS = grammar().arms
_AGENT_PREPOSITIONS = ("من قبل", "من جانب", "علي يد", "علي ايدي", "من طرف", "بين")


@dataclass(slots=True)
class NounArguments:
    """What stands around an event noun."""

    builder: _RowBuilder
    element: int
    token: int
    entry: Entry
    genitive: list[Filler] = field(default_factory=list)
    deep: list[Filler] = field(default_factory=list)  # inside the genitive: «قصف مواقع الحوثيين»
    adjectives: list[Filler] = field(default_factory=list)
    prepositions: list[tuple[str, list[int]]] = field(default_factory=list)
    carrier: str = ""
    achieved: bool = False
    proclitics: int = 0  # letters of و، ف، ب، ل، ك before the noun
    clause_subject: list[Filler] = field(default_factory=list)
    carried_actor: list[Filler] = field(default_factory=list)
    carried_roles: dict[str, list[Filler]] = field(default_factory=dict)
    controller: list[Filler] = field(default_factory=list)  # subject of the verb that governs the phrase
    governing: int = -1  # element of that verb
    governed_as: str = ""  # subject, object, or the preposition
    relative: int = -1  # element of the verb of a relative clause on the noun
    subject_elements: list[int] = field(default_factory=list)
    object_elements: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    genitive_clitic: str = ""

    def preposition(self, word: str) -> list[int]:
        for prep, group in self.prepositions:
            if prep == word:
                return group
        return []

    def beside(self, word: str) -> list[int]:
        """The phrase with this preposition, if it follows the noun at once."""
        group = self.preposition(word)
        return group if group and group[0] == self.element + 1 else []

    def surface(self) -> str:
        """The noun as it stands, without article and proclitics: «مباحثات»."""
        norm = self.builder.b.words.bare(self.builder.tokens[self.token].norm)
        if (
            self.proclitics
            and len(norm) > self.proclitics + 2
            and not self.builder.tokens[self.token].norm.startswith(("وال", "بال", "لل", "ال"))
        ):
            norm = norm[self.proclitics :]
        return (
            norm[: len(norm) - len(self.genitive_clitic)]
            if self.genitive_clitic and norm.endswith(self.genitive_clitic)
            else norm
        )

    def assign(self, event: Event, frame: Frame) -> None:
        """Fill the roles of ``frame``; support verbs and controllers fill what the phrase itself leaves open."""
        used_genitive = False
        for role, places in frame.roles.items():
            if role == "content":
                continue
            for place in places:
                got: list[Filler] = []
                if place == "subject":
                    got, used_genitive = self.subject_fillers(frame, used_genitive)
                elif place in ("object", "object2"):
                    got = self.object_fillers(frame)
                elif place == "genitive":
                    got = self.genitive_for(role, frame)
                elif place == "adjective":
                    got = self.adjectives
                elif place != "clause":
                    got = fillers(
                        self.builder.row,
                        self.named_only(self.preposition(place))
                        if role == "recipient" and place in ("ل", "الي")
                        else self.preposition(place),
                    )
                    if place in ("في", "ب") and role == "recipient":
                        got = [
                            f for f in got if f.mention is None or not _within_place(self.builder, f.mention)
                        ]  # «انفجار بشمال أفغانستان»
                    if place == "ل" and role == "recipient" and got and self.force_after(got):
                        event.roles.setdefault("actor", list(got))  # «قصف مدفعي للحوثيين»
                        got = []
                if got:
                    event.roles[role] = list(got)
                    break
        for role, got in self.carried_roles.items():
            if got and (role not in event.roles or (role == "actor" and not used_genitive)):
                event.roles[role] = list(got)
        if "actor" not in event.roles and self.adjectives:
            event.roles["actor"] = list(self.adjectives)
        mutual = "actor" in self.carried_roles and "recipient" in self.carried_roles  # «تبادل الطرفان الاتهامات»
        if (
            "actor" in event.roles
            and "recipient" in event.roles
            and not mutual
            and self.entry.masdar_genitive == "object"
        ):
            mine = {id(f.mention) for f in event.roles["recipient"] if f.mention is not None}
            event.roles["actor"] = [f for f in event.roles["actor"] if f.mention is None or id(f.mention) not in mine]
            if not event.roles["actor"]:
                del event.roles["actor"]
        if "actor" not in event.roles:
            for prep in _AGENT_PREPOSITIONS:
                if group := self.preposition(prep):
                    if got := fillers(self.builder.row, group):
                        event.roles["actor"] = list(got)
                    break
        if (
            "actor" not in event.roles
            and self.entry.kind == "noun"
            and frame.event in ("ASSAULT", "CONSULT")
            and (group := self.beside("ل"))
            and (got := fillers(self.builder.row, group[:1]))
        ):
            event.roles["actor"] = list(got)  # «هجوم للمسلحين»: the author of an indefinite noun
        if "actor" not in event.roles and frame.event == "CONSULT" and self.clause_subject and not self.genitive:
            event.roles["actor"] = list(self.clause_subject)  # «قال الوزير خلال لقاء مع نظيره»
        result = frame.rule.startswith("assault.result")
        if (
            "actor" not in event.roles
            and self.controller
            and not self.carrier
            and self.governed_as != "subject"
            and "actor" in frame.roles
            and not result
        ):
            event.roles["actor"] = list(self.controller)
            event.notes.append("controlled")

    def named_only(self, group: list[int]) -> list[int]:
        """«دعوة إلى الرئيس لزيارة المملكة»: an act to be done is no recipient."""
        out = []
        for j in group:
            e = self.builder.elements[j]
            if e.mention is None and e.events and e.events[0][0] == e.head and e.events[0][1].pos == "masdar":
                continue
            out.append(j)
        return out

    def force_after(self, got: list[Filler]) -> bool:
        """An indefinite shelling «of» a force is by it."""
        mention = got[0].mention
        token = self.builder.tokens[self.token].norm
        armed = mention is not None and (
            mention.entity.sector in ("MIL", "REB", "PRM", "UAF")
            or self.builder.b.words.bare(self.builder.tokens[mention.start].norm).removeprefix("ل") in _ARMS
        )
        return armed and self.entry.lemma == "قصف" and not self.genitive and not token.startswith(("ال", "وال", "بال"))

    def genitive_for(self, role: str, frame: Frame) -> list[Filler]:
        """The genitive, where a frame lets it be either side: «قصف الطيران على» (author), «قصف المدينة» (target)."""
        both = "genitive" in frame.roles.get("actor", ()) and "genitive" in frame.roles.get("recipient", ())
        if both and self.entry.masdar_genitive == "object":
            marked = self.object_marked(frame) or any(
                fillers(self.builder.row, self.preposition(p))
                for p in frame.roles["recipient"]
                if p not in ("genitive", "ل")
            )
            if marked != (role == "actor"):
                return []
        return self.genitive or self.deep

    def subject_fillers(self, frame: Frame, used: bool) -> tuple[list[Filler], bool]:
        if self.adjectives and not self.genitive:
            return self.adjectives, used
        if self.genitive and (self.entry.masdar_genitive == "subject" or self.object_marked(frame)):
            return self.genitive, True
        if self.genitive_clitic and self.governing >= 0 and self.controller:
            return self.controller, used
        return self.adjectives, used

    def object_marked(self, frame: Frame) -> bool:
        """The object stands elsewhere, so the genitive is the subject: «قصف التحالف لمواقع ...», «استهداف النظام
        المدنيين»; or the genitive is a force that shells, not one that is shelled («قصف القوات الحكومية»)."""
        if self.bare_object():
            return True
        if self.entry.lemma == "قصف" and self.genitive and self.genitive[0].mention is not None and not self.deep:
            mention = self.genitive[0].mention
            if mention.entity.sector in ("MIL", "REB", "PRM", "UAF") or mention.ref in ("state", "metonym"):
                return True
        group = self.preposition("ل")
        if not group:
            return False
        return bool(fillers(self.builder.row, group))

    def bare_object(self) -> list[Filler]:
        """A bare phrase after the genitive: the object of the masdar."""
        if not (self.genitive or self.genitive_clitic):
            return []
        for prep, group in self.prepositions:
            if prep == "":
                return fillers(self.builder.row, group)
        return []

    def object_fillers(self, frame: Frame) -> list[Filler]:
        if got := self.bare_object():
            return got
        if self.entry.masdar_genitive == "object" and not self.object_marked(frame):
            if self.genitive_clitic and self.governing >= 0 and self.controller and self.governed_as == "object":
                return self.deep
            return self.genitive or self.deep
        if group := self.preposition("ل"):
            got = fillers(self.builder.row, group)
            if got:
                return got
        if self.entry.kind == "phrase":  # «إطلاق سراح المعتقلين»
            return self.genitive or self.deep
        return self.deep


def noun_arguments(
    builder: _RowBuilder, k: int, element: Element, token: int, analysis: Analysis, entry: Entry | None = None
) -> NounArguments:
    """The arguments of the event noun at ``token`` of phrase ``k``."""
    entry = entry or analysis.entry
    assert entry is not None
    args = NounArguments(builder, k, token, entry)
    args.proclitics = len(analysis.conj) + len(analysis.prep)
    _genitive(args, builder, element, token, analysis)
    _adjectives(args, builder, element, token)
    _complements(args, builder, k, element, token)
    _governor(args, builder, k, element)
    _relative(args, builder, k)
    if entry.lemma == "قال" and args.genitive_clitic and args.governing >= 0:  # «نقلت الوكالة عن الوزير قوله»
        clause = builder.tree.clauses[element.clause]
        if quoted := fillers(builder.row, builder.arguer.arguments(clause, args.governing).preposition("عن")):
            args.genitive = quoted
    return args


def _genitive(args: NounArguments, builder: _RowBuilder, element: Element, token: int, analysis: Analysis) -> None:
    if analysis.clitic:
        args.genitive = [Filler(implied="pronoun", clitic=analysis.clitic, element=args.element)]
        args.genitive_clitic = analysis.clitic
    later = [m for m in element.inner if m.start > token and not _within_place(builder, m)]
    if later and not analysis.clitic:
        first = later[0]
        between = [builder.tokens[t] for t in range(token + 1, first.start)]
        solid = [t for t in between if t.norm not in ("«", '"', "“", "(", "‘")]
        target = [Filler(mention=m, element=args.element) for m in later]
        if not solid:
            args.genitive = target
        else:
            args.deep = target
        follow = args.element + 1
        while follow < len(builder.elements):
            e = builder.elements[follow]
            if e.tag is Tag.PHRASE and e.conj and not e.prep and e.mention is not None and e.clause == element.clause:
                (args.genitive or args.deep).append(Filler(mention=e.mention, element=follow))
                follow += 1
            else:
                break
    if args.genitive and args.genitive[0].mention is not None:
        args.object_elements = [args.element] if args.entry.masdar_genitive == "object" else []
        args.subject_elements = [args.element] if args.entry.masdar_genitive == "subject" else []


def _within_place(builder: _RowBuilder, mention: Mention) -> bool:
    """«هجوم شرقي تركيا»: the state is part of where, not who."""
    if mention.ref not in ("state", "metonym"):
        return False
    if mention.start and builder.tokens[mention.start - 1].norm in _DIRECTIONS:
        return True
    return any(p.start < mention.start < p.end for p in builder.row.places)


def _adjectives(args: NounArguments, builder: _RowBuilder, element: Element, token: int) -> None:
    words = builder.b.words
    for t in range(token + 1, element.end):
        word = builder.tokens[t]
        country = words.nationality(word.norm)
        if country:
            args.adjectives.append(Filler(implied="country", country=country, element=args.element, clitic=str(t)))
        elif not words.is_adjective(word.norm) and word.norm not in ("-", "", "–"):
            break


def _complements(args: NounArguments, builder: _RowBuilder, k: int, element: Element, token: int) -> None:
    """Prepositional phrases after the noun, up to the next verb, complementiser or event phrase."""
    elements = builder.elements
    later_event = any(t > token for t, _ in element.events)
    current: list[int] | None = None
    for j in range(k + 1, len(elements)):
        e = elements[j]
        if e.tag in (Tag.TIME, Tag.OPEN, Tag.CLOSE, Tag.PARTICLE):
            continue
        if e.clause != element.clause:
            inside = builder.tree.clauses[e.clause]
            if inside.kind == "relative" and inside.start > k:
                continue
            break
        if e.tag is not Tag.PHRASE:
            if (
                e.tag is Tag.COMMA
                and j + 1 < len(elements)
                and elements[j + 1].tag is Tag.PHRASE
                and (elements[j + 1].prep or elements[j + 1].conj)
            ):
                continue
            break
        if not e.prep:
            if e.conj and current is not None and (e.mention is not None or (not e.events and not e.inner)):
                current.append(j)
                continue
            if e.mention is not None and not e.conj and not later_event:
                args.prepositions.append(("", [j]))
                continue
            break
        current = [j]
        args.prepositions.append((e.prep, current))
        if e.events and e.prep not in ("في",):
            after = elements[j + 1] if j + 1 < len(elements) else None
            if after is not None and after.prep == "بين":  # «اتفاق على وقف إطلاق النار بين إسرائيل والجهاد»
                continue
            break


def _governor(args: NounArguments, builder: _RowBuilder, k: int, element: Element) -> None:
    """The clause's verb, if this phrase is its subject, object or prepositional complement."""
    clause = builder.tree.clauses[element.clause]
    if clause.verb < 0:
        first = next(
            (
                j
                for j in range(clause.start, len(builder.elements))
                if builder.elements[j].clause == clause.index
                and builder.elements[j].tag is Tag.PHRASE
                and not builder.elements[j].prep
            ),
            -1,
        )
        if first == k and clause.kind == "that":  # «إن المشاورات جارية»: the subject of a clause without a verb
            args.governed_as = "subject"
        return
    verbs = [clause.verb, *clause.auxiliaries]
    arguments = builder.arguer.arguments(clause, clause.verb)
    place = _place_of(arguments, k, element)
    if not place:
        return
    args.governing, args.governed_as = clause.verb, place
    for v in verbs:
        lemma = builder.elements[v].word
        if lemma in builder.b.words.achieving and place not in ("subject", "خلال", "بعد", "قبل", "منذ", "اثناء", "عقب"):
            args.achieved = True
    subject = _subject_fillers(builder, arguments, clause)
    args.clause_subject = subject if place != "subject" else []
    if place != "subject" and not (place in ("من", "ب", "في") and _hangs_on_act(builder, k, clause.verb)):
        args.controller = _controller(builder, arguments, clause, place, subject)
    for v in verbs:
        analysis = builder.elements[v].analysis
        if analysis is None or analysis.entry is None:
            continue
        _carry(args, builder, analysis, arguments, place, subject, v)


_TIME_PREPOSITIONS = frozenset(("بعد", "قبل", "منذ"))


def _hangs_on_act(builder: _RowBuilder, k: int, verb: int) -> bool:
    """«إنقاذ الأجانب من الهجوم»: the phrase belongs to the act named right before it; «بعد أيام من الانفجار» "days after
    the explosion": to the time before it."""
    before = builder.elements[k - 1]
    if k - 1 > verb and before.tag is Tag.PHRASE and before.prep in _TIME_PREPOSITIONS and before.mention is None:
        return True
    return (
        k - 1 > verb
        and before.tag is Tag.PHRASE
        and before.mention is None
        and bool(before.events)
        and before.events[0][0] == before.head
        and before.events[0][1].pos == "masdar"
    )


def _controller(
    builder: _RowBuilder, arguments: Arguments, clause: Clause, place: str, subject: list[Filler]
) -> list[Filler]:
    """Who does what the noun names, when the verb says so: its subject («تمكنت القوات من تحرير»), the accused of an
    accusation («اتهم الحكومة بقصف»); nobody for a circumstance («قتل في هجوم», «بعد»)."""
    verb = builder.elements[clause.verb]
    event = builder.verb_of.get(clause.verb)
    if place not in ("object", "object2", "ب", "من", "الي", "علي", "ل", "عن"):
        lemma = verb.analysis.entry.lemma if verb.analysis is not None and verb.analysis.entry is not None else ""
        if place != "في" or lemma not in builder.b.words.acts_in:
            return []
    if verb.word in ("مكن", "ارغم", "اجبر") and place not in ("object", "object2", "subject"):
        if arguments.clitic:
            return [Filler(implied="pronoun", clitic=arguments.clitic, element=clause.verb)]
        return fillers(builder.row, arguments.object) or subject
    if event is not None:
        if event.passive:
            return []
        if event.event in ("ACCUSE", "REQUEST") and place not in ("object", "object2"):
            return event.fillers("recipient")
        if place in ("object", "object2", "ب") and event.event in _STANCE and not _claims(verb):
            return []  # «أدان الأزهر الهجوم», «منعت الشرطة وقفة»: who condemns or stops an act has not done it
        if event.event == "ASSAULT":
            return (
                []
                if any(
                    f.mention is not None and any(f.mention is r.mention for r in event.fillers("recipient"))
                    for f in subject
                )
                else subject
            )
    return subject


def _claims(verb: Element) -> bool:
    return verb.word in ("تبني", "اعترف", "اقر", "واصل", "كرر")


def _place_of(arguments: Arguments, k: int, element: Element) -> str:
    if k in arguments.subject:
        return "subject"
    if k in arguments.object or k in arguments.object2:
        return "object"
    for prep, group in arguments.prepositions:
        if k in group:
            return prep or "object"
    return ""


def _subject_fillers(builder: _RowBuilder, arguments: Arguments, clause: Clause) -> list[Filler]:
    if arguments.subject:
        head = builder.elements[arguments.subject[0]]
        if head.mention is None and head.events and head.events[0][0] == head.head:
            return []  # an act is no author: «تسبب قصف المدينة في مقتل»
        return fillers(builder.row, arguments.subject)
    if arguments.dropped and clause.verb >= 0:
        return [Filler(implied="subject", element=clause.verb)]
    return []


def _carry(
    args: NounArguments,
    builder: _RowBuilder,
    analysis: Analysis,
    arguments: Arguments,
    place: str,
    subject: list[Filler],
    at: int,
) -> None:
    """A support verb gives the noun its roles."""
    for entry in builder.b.words.light_entries(analysis):
        if entry.nouns and not _carried_by(entry, args):
            continue
        stands = entry.roles.get("noun", ["object"])
        if place not in stands and not (
            place == "subject" and "object" in stands and analysis.voice != "active" and not arguments.object
        ):
            continue
        args.carrier = entry.lemma
        args.notes.append(f"carrier:{at}")
        passive = place == "subject" and "object" in stands
        for role, places in entry.roles.items():
            if role == "noun":
                continue
            for p in places:
                got: list[Filler] = []
                if p == "subject" and not passive:
                    got = subject
                elif p == "object":
                    got = fillers(builder.row, arguments.object) if place != "object" else []
                    if not got and arguments.clitic:
                        got = [Filler(implied="pronoun", clitic=arguments.clitic, element=args.governing)]
                elif p not in ("subject", "object", "object2", "clause"):
                    got = fillers(builder.row, arguments.preposition(p))
                if got:
                    args.carried_roles[role] = got
                    break
        for prep, group in arguments.prepositions:
            if not args.preposition(prep):
                args.prepositions.append((prep, group))
        return


def _carried_by(light: Entry, args: NounArguments) -> bool:
    """The event noun is one that ``light`` lists: by lemma (of a phrase its first word), masdar or as it stands."""
    entry, nouns = args.entry, light.nouns
    head = entry.lemma.partition(" ")[0] if entry.kind == "phrase" else entry.lemma
    return head in nouns or args.surface() in nouns or any(m in nouns for m in entry.masdars)


def _relative(args: NounArguments, builder: _RowBuilder, k: int) -> None:
    """A relative clause on the noun: «غارات شنها الطيران», «هجوم استهدف مسجدا», «الاتفاق الذي أبرمه الغرب مع طهران»."""
    for clause in builder.tree.clauses:
        if clause.kind != "relative" or clause.verb < 0 or not (clause.governor == k or k < clause.governor <= k + 4):
            continue
        reached = _reached(args, builder, clause)
        if clause.governor != k and not reached:
            continue
        if reached:
            args.relative = clause.verb
            args.carrier = reached
            args.notes += ["relative", f"carrier:{clause.verb}"]
            return
        analysis = builder.elements[clause.verb].analysis
        if analysis is None:
            return
        arguments = builder.arguer.arguments(clause, clause.verb)
        args.relative = clause.verb
        args.notes.append("relative")
        subject = [] if k in arguments.subject else fillers(builder.row, arguments.subject)
        if not subject and arguments.dropped:
            subject = [Filler(implied="subject", element=clause.verb)]
        place = "subject" if k in arguments.subject else "object"
        for prep, group in arguments.prepositions:  # «مظاهرات شارك فيها الآلاف»: the noun stands behind the pronoun
            if any(builder.elements[j].word in ("ه", "ها", "هم", "هما") for j in group):
                place = prep
        if analysis.entry is not None:
            _carry(args, builder, analysis, arguments, place, subject, clause.verb)
        if not args.carrier:
            for prep, group in arguments.prepositions:
                if not args.preposition(prep):
                    args.prepositions.append((prep, group))
        return


def _reached(args: NounArguments, builder: _RowBuilder, clause: Clause) -> str:
    """A support verb as a verbal noun in the relative clause, resumed by a pronoun: «اتفاق ... الذي تم التوصل إليه»,
    «العملية التي قام بتنفيذها مسلحون»."""
    arguments = builder.arguer.arguments(clause, clause.verb)
    resumed = any(builder.elements[j].word in ("ه", "ها") for _, group in arguments.prepositions for j in group)
    for j in (*arguments.subject, *arguments.preposition("ب")):
        for token, analysis in builder.elements[j].events[:1]:
            if not (resumed or analysis.clitic in ("ه", "ها")):
                continue
            for entry in builder.b.words.light_entries(analysis):
                if entry.nouns and _carried_by(entry, args):
                    builder.taken.add(token)
                    if analysis.clitic and builder.elements[j].inner:
                        args.carried_roles["actor"] = fillers(builder.row, [j])
                    return entry.lemma
    return ""

"""What stands around an event noun: genitive, adjective, prepositional complements, and the verb that carries it.

«قصف الطيران لمواقع المتمردين» (subject genitive, object with ل), «قصف المدينة» (object genitive), «غارات روسية على»
(adjective), «شن الطيران غارات» (carried by شن), «غارات شنها الطيران» (carried from a relative clause).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.frames.clauses import Clause
from musnad.frames.elements import Element, Tag
from musnad.frames.event import Filler
from musnad.frames.fillers import fillers
from musnad.frames.nounroles import NounArguments, within_place
from musnad.frames.verbs import Arguments
from musnad.lexicon.frames import Entry
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analysis
from musnad.record import Entity

if TYPE_CHECKING:
    from musnad.frames.build import _RowBuilder

_DIRECTIONS = grammar().directions
_OPERATIONS = grammar().operation_nouns
_SIDES = frozenset(("جهه", "جانب", "طرف", "ناحيه"))
_OF_OTHERS = frozenset(("من", "ل", "ب"))  # before the verb these belong to a phrase there
_NO_AUTHORS = grammar().no_authors
_STANCE = frozenset(("ACCUSE", "SUPPORT", "REJECT", "CONCEDE", "COERCE"))


def noun_arguments(
    builder: _RowBuilder, k: int, element: Element, token: int, analysis: Analysis, entry: Entry | None = None
) -> NounArguments:
    """The arguments of the event noun at ``token`` of phrase ``k``."""
    entry = entry or analysis.entry
    assert entry is not None
    args = NounArguments(builder, k, token, entry)
    args.proclitics = len(analysis.conj) + len(analysis.prep)
    before = builder.words_bare(token - 1) if token > element.start else ""
    args.operation = before if before in _OPERATIONS else ""
    _genitive(args, builder, element, token, analysis)
    _adjectives(args, builder, element, token, analysis)
    _complements(args, builder, k, element, token)
    _governor(args, builder, k, element)
    _relative(args, builder, k)
    _resume(args, builder, element)
    if entry.lemma == "قال" and args.genitive_clitic and args.governing >= 0:  # «نقلت الوكالة عن الوزير قوله»
        clause = builder.tree.clauses[element.clause]
        if quoted := fillers(builder.row, builder.arguer.arguments(clause, args.governing).preposition("عن")):
            args.genitive = quoted
    return args


def _resume(args: NounArguments, builder: _RowBuilder, element: Element) -> None:
    """«الصحفي الذي تم اعتقاله» "the journalist whose arrest took place": the pronoun is whom the relative clause is about."""
    clause = builder.tree.clauses[element.clause]
    if not args.genitive_clitic or clause.kind != "relative" or clause.governor < 0 or clause.verb < 0:
        return
    arguments = builder.arguer.arguments(clause, clause.verb)
    if arguments.antecedent_role == "resumed":
        args.genitive = fillers(builder.row, [clause.governor]) or args.genitive


def _genitive(args: NounArguments, builder: _RowBuilder, element: Element, token: int, analysis: Analysis) -> None:
    dual = analysis.clitic == "ي" and token + 1 < element.end  # «اتفاقيتي سلام» "two peace agreements", not "my"
    if analysis.clitic and not dual:
        args.genitive = [Filler(implied="pronoun", clitic=analysis.clitic, element=args.element)]
        args.genitive_clitic = analysis.clitic
    later = [m for m in element.inner if m.start > token and not within_place(builder, m)]
    later = [m for m in later if m.conj or all(m.start != other.end for other in later)]  # «أقارب الوزير»: one genitive
    if later and (dual or not analysis.clitic):
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


def _adjectives(args: NounArguments, builder: _RowBuilder, element: Element, token: int, analysis: Analysis) -> None:
    words = builder.b.words
    for t in range(token + 1, element.end):
        if any(m.start < t < m.end for m in element.inner):
            break  # «طرد دبلوماسيين روس»: the nationality of those expelled
        word = builder.tokens[t]
        if builder.tokens[t - 1].norm in _DIRECTIONS:
            break  # «هجوم شرقي تركيا» "an attack in the east of Turkey": where, not whose
        country = words.nationality(word.norm)
        if country:
            args.adjectives.append(Filler(implied="country", country=country, element=args.element, clitic=str(t)))
        elif t == token + 1 and _agree(analysis, word.norm) and (group := words.armed_group(word.norm)) is not None:
            args.adjectives.append(_group(args.element, t, word.start, group))
        elif not words.is_adjective(word.norm) and word.norm not in ("-", "", "–"):
            break

    if (
        not args.adjectives
        and element.end == token + 1
        and (group_after := _group_after(builder, args.element, analysis))
    ):
        args.adjectives.append(Filler(mention=group_after, element=args.element + 1))


def _group(element: int, t: int, char: int, entity: Entity) -> Filler:
    """«قصف حوثي» "Houthi shelling": the group that an adjective names."""
    mention = Mention(t, t + 1, t, char, entity, "group", key=entity.name or "")
    return Filler(mention=mention, element=element)


def _group_after(builder: _RowBuilder, k: int, analysis: Analysis) -> Mention | None:
    """«الهجوم الحوثي» "the Houthi attack": an adjective with the article, read as a phrase of its own."""
    if k + 1 >= len(builder.elements):
        return None
    noun, after = builder.elements[k], builder.elements[k + 1]
    mention = after.mention
    if after.tag is Tag.OPEN and k + 2 < len(builder.elements):  # «هجوما «حوثيا»» "a 'Houthi' attack"
        return _quoted_group(builder, builder.elements[k + 2], analysis)
    if after.tag is not Tag.PHRASE or after.prep or after.conj or mention is None or after.start != noun.end:
        return None
    word = builder.tokens[mention.start].norm
    if mention.ref != "group" or mention.end - mention.start != 1 or not _agree(analysis, word):
        return None
    return mention if builder.b.words.armed_group(word) is not None else None


def _quoted_group(builder: _RowBuilder, quoted: Element, analysis: Analysis) -> Mention | None:
    if quoted.tag is not Tag.PHRASE or quoted.prep or quoted.conj or quoted.end != quoted.start + 1:
        return None
    word = builder.tokens[quoted.start]
    group = builder.b.words.armed_group(word.norm) if _agree(analysis, word.norm) else None
    if group is None:
        return None
    return Mention(quoted.start, quoted.end, quoted.start, word.start, group, "group", key=group.name or "")


def _agree(noun: Analysis, adjective: str) -> bool:
    """Whether both have the article or neither; a sound plural is no adjective of an act («طرد الحوثيين»)."""
    return noun.article == adjective.startswith("ال") and not adjective.endswith(("ين", "ون"))


def _complements(args: NounArguments, builder: _RowBuilder, k: int, element: Element, token: int) -> None:
    """Prepositional phrases after the noun, up to the next verb, complementiser or event phrase."""
    elements = builder.elements
    later_event = any(t > token for t, _ in element.events)
    current: list[int] | None = None
    for j in range(k + 1, len(elements)):
        e = elements[j]
        if e.tag is Tag.PARTICLE and builder.tokens[e.end - 1].norm in _SIDES and (between := args.preposition("بين")):
            current = between  # «بين كذا ... من جهة وكذا من جهة أخرى»: the other side comes
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
            if e.conj and current is None and not e.events and not e.inner and e.mention is None:
                continue  # «تطهير قرى كذا، وكذا، من المسلحين»: more of the genitive
            break
        between = args.preposition("بين") if e.prep == "بين" and e.conj else []
        if between:  # «بين الجيش من جهة، وبين المسلحين من جهة ثانية»
            between.append(j)
            current = between
            continue
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
        args.controller = (
            []
            if _put_down(builder, args.entry, clause, place)
            else _controller(builder, arguments, clause, place, subject)
        )
    for v in verbs:
        analysis = builder.elements[v].analysis
        if analysis is None or analysis.entry is None:
            continue
        _carry(args, builder, analysis, arguments, place, subject, v)


_TIME_PREPOSITIONS = grammar().times_from


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
    if verb.word in _NO_AUTHORS:
        return []  # «أنهت القوات عملية احتجاز الرهائن» "the forces ended the hostage-taking"
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


def _put_down(builder: _RowBuilder, entry: Entry, clause: Clause, place: str) -> bool:
    """«فرقت الشرطة المظاهرة» "the police dispersed the demonstration": who puts a protest down does not protest."""
    event = builder.verb_of.get(clause.verb)
    if event is None or place not in ("object", "object2") or event.event not in ("ASSAULT", "COERCE", "THREATEN"):
        return False
    return any(frame.event == "PROTEST" for frame in entry.frames)


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
        described = arguments.antecedent == arguments.subject[0] and bool(head.inner)  # «دعم التحالف الذي شن غارات»
        if head.mention is None and head.events and head.events[0][0] == head.head and not described:
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
            fronted = at > group[0] and prep in _OF_OTHERS
            if not args.preposition(prep) and not fronted and not (prep == "من" and _part_of_place(builder, group[0])):
                args.prepositions.append((prep, group))
        return


def _part_of_place(builder: _RowBuilder, k: int) -> bool:
    """«نفذت في أنحاء مختلفة | من البلاد» "in various parts of the country": part of where, no author."""
    before, element = builder.elements[k - 1], builder.elements[k]
    return (
        before.tag is Tag.PHRASE and before.prep in ("في", "ب") and before.end == element.start and not before.mention
    )


def _carried_by(light: Entry, args: NounArguments) -> bool:
    """The event noun is one that ``light`` lists: by lemma (of a phrase its first word), masdar or as it stands."""
    entry, nouns = args.entry, light.nouns
    if args.operation and args.operation in nouns:
        return True  # «عملية اغتيال نفذها مسلحون»: what carries the operation carries the act it is
    head = entry.lemma.partition(" ")[0] if entry.kind == "phrase" else entry.lemma
    return head in nouns or args.surface() in nouns or any(m in nouns for m in entry.masdars)


def _relative(args: NounArguments, builder: _RowBuilder, k: int) -> None:
    """A relative clause on the noun: «غارات شنها الطيران», «هجوم استهدف مسجدا», «الاتفاق الذي أبرمه الغرب مع طهران»."""
    # «مناقشة آليات تطبيق الاتفاق الذي أبرم بين ...»: the sides are those of the last noun of the phrase
    last = all(t <= args.token for t, _ in builder.elements[k].events)
    for clause in builder.tree.clauses:
        if clause.verb < 0 or (clause.kind == "beside" and _laid_later(args, builder, clause)):
            continue
        if clause.kind != "relative" or not (clause.governor == k or k < clause.governor <= k + 4):
            continue
        reached = _reached(args, builder, clause)
        if clause.governor != k and not reached and not _carried_from(args, builder, clause):
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
        if author := _blamed(args, builder, clause, arguments):
            args.carried_roles["actor"] = author
            return
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
                if (
                    not args.preposition(prep)
                    and (last or prep != "بين")
                    and not (prep == "من" and _part_of_place(builder, group[0]))
                ):
                    args.prepositions.append((prep, group))
        return


def _carried_from(args: NounArguments, builder: _RowBuilder, clause: Clause) -> bool:
    """«الهجوم في سوروتش، والذي قام به التنظيم» "the attack in Suruç, which the organisation carried out": a support verb of
    this noun, in a relative clause behind where it happened."""
    analysis = builder.elements[clause.verb].analysis
    if analysis is None or not clause.word:
        return False
    where = all(
        e.tag is not Tag.PHRASE or (bool(e.prep) and not e.events)
        for e in builder.elements[args.element + 1 : clause.governor + 1]
    )
    return where and any(entry.nouns and _carried_by(entry, args) for entry in builder.b.words.light_entries(analysis))


def _laid_later(args: NounArguments, builder: _RowBuilder, clause: Clause) -> bool:
    """«هجوم في جنوب تركيا تم نسبه إلى المتمردين» "an attack in the south of Turkey that was attributed to the rebels": behind
    a place the clause looks like one of its own. Sets the author."""
    verb = builder.elements[clause.verb]
    if verb.conj or verb.word not in _DONE or not args.element < clause.start <= args.element + 3:
        return False
    author = _blamed(args, builder, clause, builder.arguer.arguments(clause, clause.verb))
    if author:
        args.carried_roles["actor"] = author
    return bool(author)


_ATTRIBUTING = grammar().attributing
_DONE = grammar().happening
_PLANTING = grammar().planting
_BLASTS = grammar().blasts
_CLAIMING = grammar().claiming_verbs
_RESPONSIBILITY = grammar().responsibility


def _blamed(args: NounArguments, builder: _RowBuilder, clause: Clause, arguments: Arguments) -> list[Filler]:
    """Whom a relative clause lays an act to: «هجوم نسب إلى المتمردين» "attributed to the rebels", «هجمات يلقى باللوم فيها
    على الحزب» "blamed on the party", «تفجير تبناه التنظيم» "claimed by the organisation", «أعلنت الحركة مسؤوليتها عنه»."""
    verb = builder.elements[clause.verb]
    subject = fillers(builder.row, [k for k in arguments.subject if k != clause.governor])
    if verb.word in _CLAIMING or (verb.word in _PLANTING and args.entry.lemma in _BLASTS):
        return subject  # «انفجار لغم زرعه المتمردون» "a mine laid by the rebels"
    owned = any(
        builder.elements[k].word.startswith(tuple(_RESPONSIBILITY)) and builder.elements[k].clause == clause.index
        for k in range(clause.verb + 1, min(clause.end, clause.verb + 4))
    )
    lemmas = {verb.word}
    for k in arguments.subject if verb.word in _DONE else ():  # «تم نسبه إلى المتمردين»
        lemmas |= {a.entry.lemma for _, a in builder.elements[k].events[:1] if a.entry is not None}
    for prep, group in arguments.prepositions:
        if any(f"{lemma} {prep}" in _ATTRIBUTING for lemma in lemmas) and (found := fillers(builder.row, group)):
            return found
    return subject if owned and verb.word in ("اعلن", "تحمل") else []


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

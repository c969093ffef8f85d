"""Which event nouns earn a record: a specific act, not a topic, a purpose or a mere pointing back (codebook 2)."""

from __future__ import annotations

from musnad.frames.clauses import Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import Event, Filler
from musnad.frames.incidents import is_result, merge
from musnad.frames.stances import befalls
from musnad.lexicon.grammar import grammar

# In the content of these nothing is said to have happened: what is asked, promised, refused or threatened.
_IRREALIS = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"))
_NEED_ACTOR = frozenset(
    ("REQUEST", "ACCUSE", "REJECT", "AGREE", "SUPPORT", "CONCEDE", "THREATEN", "CONSULT", "COOPERATE", "SANCTION")
)
_TOPIC_PREPOSITIONS = grammar().topic_prepositions
_ASPECT_NOUNS = grammar().aspect_nouns
_SPEAKING = grammar().speaking
_DEMONSTRATIVES = grammar().demonstrative
_BACK_PREPOSITIONS = grammar().pointing_back

# Acts that head a title without anybody named: «استنفار أمني في محيط البرلمان» "security alert around parliament".
_HEADLINED = frozenset(("MOBILIZE", "COERCE", "AGREE", "RETREAT"))


def settle(row: Row, tree: Tree, events: list[Event], unreal: frozenset[str] = frozenset()) -> list[Event]:
    """The events that earn a record."""
    dropped: set[int] = set()
    carried_verbs = _carrying_verbs(events)
    out: list[Event] = []
    for event in events:
        if not event.nominal and event.element in carried_verbs and event.event != "SAY":
            dropped.add(id(event))
    for event in events:
        if id(event) in dropped:
            continue
        event.governor = _governor(events, event)
        if event.governor is not None and event.governor.event == "ACCUSE" and event.nominal:
            accused = event.governor.fillers("recipient")
            if befalls(event, accused):  # «نددت تركيا باعتقال الناشطين»: the victims are not who did it
                accused = []
            if accused and (not event.fillers("actor") or "controlled" in event.notes):
                event.roles["actor"] = list(accused)
                event.notes.append("accused")
        if _interview(event):
            continue
        if event.nominal and not _noun_earns(row, tree, event, unreal):
            continue
        if not event.nominal and not _verb_earns(row, tree, event, events):
            continue
        out.append(event)
    return merge(tree, [e for e in out if not _same_contact(out, e)])


def _same_contact(events: list[Event], event: Event) -> bool:
    """«بحث الوزير في اتصال هاتفي مع نظيره»: the call is the talk the verb tells of; it gives its mode and partner."""
    if (
        event.event != "CONSULT"
        or not event.nominal
        or event.entry.lemma
        not in ("اتصل", "كالم", "مكالمه", "هاتف", "لقاء", "التقي", "اجتمع", "محادثه", "تحادث", "مهاتفه")
    ):
        return False
    element = event.row.elements[event.element]
    if element.prep not in ("في", "خلال", "عبر", "اثناء"):
        return False
    for host in events:
        if host.event == "CONSULT" and not host.nominal and host.clause == event.clause and host is not event:
            host.mode = host.mode or event.mode
            if not host.fillers("partner") and event.fillers("partner"):
                host.roles["partner"] = event.fillers("partner")
            return True
    return False


def _carrying_verbs(events: list[Event]) -> set[int]:
    return {_carrier_element(e) for e in events if e.carried} - {-1}


def _carrier_element(event: Event) -> int:
    for note in event.notes:
        if note.startswith("carrier:"):
            return int(note.removeprefix("carrier:"))
    return -1


def _governor(events: list[Event], event: Event) -> Event | None:
    """The innermost event in whose content this one stands."""
    best = None
    carrier = _carrier_element(event)
    for other in events:
        if other is event or other.content is None or (not other.nominal and other.element == carrier):
            continue  # what carries a noun does not govern it: «توصل الطرفان إلى اتفاق»
        start, end = other.content
        if start <= event.start < end and other.start != event.start and (best is None or _size(other) < _size(best)):
            best = other
    return best


def _size(event: Event) -> int:
    assert event.content is not None
    return event.content[1] - event.content[0]


def _interview(event: Event) -> bool:
    """«في حوار أجرته معه الصحيفة», «في اتصال هاتفي مع الجزيرة»: a channel, not a contact (codebook 2)."""
    sides = event.fillers("partner")
    return (
        event.event == "CONSULT"
        and event.nominal
        and bool(sides)
        and all(f.mention is not None and f.mention.entity.kind == "media" for f in sides)
    )


def _verb_earns(row: Row, tree: Tree, event: Event, row_events: list[Event]) -> bool:
    if event.event == "SAY":
        if _impersonal(row, tree, event):
            return False
        if not event.fillers("actor"):
            return event.content is not None and (_only_people_say(event) or not _thing_subject(row, event))
        if (
            event.entry.lemma == "قال"
            and event.analysis is not None
            and event.analysis.pos == "active"
            and event.governor is None
        ):
            above = tree.clauses[event.clause].governor
            host = next((e for e in row_events if not e.nominal and e.element == above and e.event == "SAY"), None)
            if host is not None:  # «وأضاف قائلا إن»: one statement
                if host.scope is None:
                    host.content, host.scope = event.content, event.scope
                return False
        if event.governor is not None and event.governor.event == "SAY" and _same_subject(row, tree, event):
            return False  # «قال إنه يتوقع» "he said that he expects": one statement
    if event.event in _NEED_ACTOR and not event.fillers("actor") and not event.passive and _no_author(row, event):
        return False  # «يطالب الاتفاق»: the subject is no actor
    clause = tree.clauses[event.clause]
    if (
        event.event == "COERCE"
        and clause.kind == "relative"
        and event.analysis is not None
        and event.analysis.tense == "present"
        and event.frame.mode == "seize"
    ):
        return False  # «مدينة تسيطر عليها القوات»: words that only describe the place
    if (
        clause.kind == "relative"
        and event.event in ("COERCE", "MOBILIZE", "SUPPORT", "AID")
        and event.analysis is not None
        and event.analysis.tense == "present"
        and not event.analysis.future
        and _resumed(row, event, clause.end)
    ):
        return False  # «القاعدة التي يتحصن فيها المتمردون»: words that only describe a place or thing
    if (
        event.in_relative
        and event.analysis is not None
        and event.analysis.tense == "present"
        and event.event in ("ASSAULT", "SUPPORT", "AID", "COERCE", "MOBILIZE")
        and not event.analysis.future
    ):
        antecedent = row.elements[event.subject[0]] if event.subject else None
        if antecedent is not None and antecedent.mention is not None and antecedent.definite:
            return False  # «التحالف الذي يحارب التنظيم»: words that only say who (codebook 2, rule 5)
    if event.event == "REQUEST" and event.passive and event.content is None:
        return False
    if event.governor is not None and event.governor.event in _IRREALIS and event.factuality == "hypothetical":
        return False
    return event.factuality != "hypothetical" or event.event in ("ASSAULT", "THREATEN")


def _resumed(row: Row, event: Event, end: int) -> bool:
    """A pronoun after the verb, or on it, points back to what the relative clause describes."""
    if event.analysis is not None and event.analysis.clitic in ("ه", "ها", "هم"):
        return True
    following = row.elements[event.element + 1 : min(end, event.element + 3)]
    return any(e.tag is Tag.PHRASE and e.prep and e.word in ("ه", "ها") for e in following)


def _no_author(row: Row, event: Event) -> bool:
    """No subject at all, or one that is an act; people and bodies we do not know («الغالبية») may still act."""
    if not event.subject:
        return True
    element = row.elements[event.subject[0]]
    if event.in_relative and _resumed(row, event, len(row.elements)):  # «تسجيل يهدد فيه بإعدام رهينة»: who spoke before
        event.roles["actor"] = [Filler(implied="subject", element=event.element)]
        return False
    doubtful = event.in_relative or event.event not in ("REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE", "CONSULT")
    unknown = element.definite and not element.word.endswith(("ون", "ين", "ات"))  # plurals are mostly people
    return bool(element.events) or (doubtful and unknown)


def _impersonal(row: Row, tree: Tree, event: Event) -> bool:
    """«يذكر أن», «يشار إلى أن», «يعتقد أن»: a passive of saying without a sayer."""
    analysis = event.analysis
    if analysis is None or analysis.tense != "present" or analysis.person != 3 or analysis.number != "s":
        return False
    clause = tree.clauses[event.clause]
    if not any(f.implied == "subject" for f in event.fillers("actor")):
        return False
    return clause.kind in ("root", "beside") and event.element <= clause.start + 1


def _bare(norm: str) -> str:
    """A word without proclitic and article, by shape."""
    for prefix in ("وال", "بال", "لل", "ال"):
        if norm.startswith(prefix) and len(norm) > len(prefix) + 1:
            return norm[len(prefix) :]
    return norm[1:] if norm[:1] in ("و", "ب", "ل") and len(norm) > 3 else norm


def _only_people_say(event: Event) -> bool:
    """«وأضاف المكتب أن»: whoever it is, somebody speaks; «الاتفاق الذي قال إنه»: not the antecedent, who spoke before."""
    if event.entry.lemma not in _SPEAKING or event.passive:
        return False
    if event.in_relative:
        event.roles["actor"] = [Filler(implied="subject", element=event.element)]
    return True


def _thing_subject(row: Row, event: Event) -> bool:
    """The verb of saying has a subject, and it is a thing: «سيكشف إعدامه», «ولا يوضح الفيديو»."""
    group = event.subject
    if not group:
        return False
    element = row.elements[group[0]]
    return not element.actors and (
        bool(element.events) or element.word.startswith("ال") or element.definite or event.in_relative
    )


def _same_subject(row: Row, tree: Tree, event: Event) -> bool:
    """The verb stands right under «أنه» with its subject dropped."""
    clause = tree.clauses[event.clause]
    return (
        clause.kind == "that"
        and clause.word.endswith("ه")
        and any(f.implied == "subject" for f in event.fillers("actor"))
    )


def _noun_earns(row: Row, tree: Tree, event: Event, unreal: frozenset[str]) -> bool:
    if "report" in event.notes:
        return True
    if is_result(event):
        return bool(event.fillers("recipient")) and not (
            event.governor is not None and event.governor.event in _IRREALIS
        )
    if event.carried:
        return not (event.governor is not None and event.governor.event in _IRREALIS)
    element = row.elements[event.element]
    previous = row.sentence.tokens[event.start - 1].norm if event.start else ""
    if event.event in ("ASSAULT", "COERCE", "PROTEST", "SANCTION") and _bare(previous) in unreal:
        return False
    controlled = "controlled" in event.notes
    has_actor = bool(event.fillers("actor")) and (not controlled or "accused" in event.notes)
    has_recipient = bool(event.fillers("recipient"))
    relative = "relative" in event.notes
    governor = event.governor
    if governor is not None and governor.event in _IRREALIS and not relative:
        return False
    definite = event.analysis is not None and event.analysis.article
    prep = element.prep or (event.analysis.prep if event.analysis is not None else "")
    before = row.sentence.tokens[event.start - 1].norm if event.start > element.start or event.start else ""
    head = element.events[0][0] == event.start if element.events else True
    head = head or before.removeprefix("ب").removeprefix("ال").removeprefix("و") in _ASPECT_NOUNS
    subject = "subject" in event.notes
    pointing = element.start < event.start and row.sentence.tokens[event.start - 1].norm in _DEMONSTRATIVES
    if event.event == "ASSAULT" or event.event == "PROTEST":
        if prep in ("ل", "ضد", "بهدف", "من اجل", "بغيه") and not has_actor:
            return False
        if not head and not (has_actor or has_recipient):
            return False
        if pointing and not (has_recipient or relative):
            return False
        if (
            prep in _BACK_PREPOSITIONS
            and definite
            and not (has_actor or has_recipient or relative)
            and before not in _ASPECT_NOUNS
        ):
            return bool(row.times) and element.time is not None
        return (
            has_actor
            or has_recipient
            or relative
            or not definite
            or subject
            or prep in ("في", "عن", "ب", "من", "")
            or before in _ASPECT_NOUNS
        )
    if relative and (has_actor or has_recipient):
        return True
    clause = tree.clauses[element.clause]
    if (
        clause.verb < 0
        and clause.kind in ("root", "quote")
        and not prep
        and head
        and not definite
        and (has_actor or has_recipient or (event.event in _HEADLINED and row.sentence.field == "title"))
    ):
        return all(
            e.prep or e.conj or e is element
            for e in row.elements[clause.start : event.element + 1]
            if e.tag is Tag.PHRASE and e.clause == clause.index
        )  # «اعتقال 7 مسؤولين»
    genitive_of = event.start > element.head and not head
    if genitive_of and event.event in ("AGREE", "CONSULT", "SANCTION", "SUPPORT") and not event.carried:
        return has_actor and (has_recipient or bool(event.fillers("partner")))
    if (
        governor is not None
        and governor.event in ("SAY", "ACCUSE")
        and governor.content is not None
        and governor.content[0] >= event.start - 1
    ):
        return has_actor or controlled or has_recipient or event.content is not None
    if (
        event.achieved
        and event.event in ("COERCE", "MOBILIZE", "RETREAT", "ASSAULT", "AID", "SANCTION")
        and not genitive_of
    ):
        return True
    if event.event == "REQUEST" and prep == "ل" and event.content is not None:  # «تجمعوا للمطالبة بالإفراج عن»
        return True
    partner = bool(event.fillers("partner"))
    if prep in _BACK_PREPOSITIONS:
        if definite and not (has_actor or has_recipient or partner or relative):
            return False
        return (
            has_actor or has_recipient or partner or relative
            or (event.event == "AGREE" and event.content is not None)
            or (controlled and not definite and event.event in ("CONSULT", "AGREE"))
        )  # fmt: skip
    if prep in _TOPIC_PREPOSITIONS and not (has_actor and (has_recipient or partner)):
        return False
    if subject and event.event in ("CONSULT", "AGREE", "PROTEST"):
        return not pointing and (
            not definite or has_actor or partner or relative or (event.event == "CONSULT" and governor is None)
        )
    if controlled:
        return (
            event.event in ("COERCE", "MOBILIZE", "RETREAT", "AID", "SANCTION")
            and prep in ("من", "في", "ب", "", "الي")
            and (has_recipient or (head and not element.conj))
        ) or (
            event.event in ("SUPPORT", "REJECT", "CONCEDE", "AGREE")
            and governor is not None
            and governor.event == "SAY"
        )
    return has_actor

"""Which event nouns earn a record: a specific act, not a topic, a purpose or a mere pointing back (codebook 2)."""

from __future__ import annotations

from musnad.frames.clauses import Tree
from musnad.frames.elements import Row, Tag
from musnad.frames.event import IRREALIS, Event
from musnad.frames.incidents import is_result
from musnad.lexicon.grammar import grammar

_TOPIC_PREPOSITIONS = grammar().topic_prepositions
_STOPPABLE = frozenset(("ASSAULT", "COERCE", "PROTEST", "SANCTION", "COOPERATE", "MOBILIZE"))
_ASPECT_NOUNS = grammar().aspect_nouns
_GROUNDS = grammar().grounds
_DEMONSTRATIVES = grammar().demonstrative
_BACK_PREPOSITIONS = grammar().pointing_back

# Acts that head a title without anybody named: «استنفار أمني في محيط البرلمان» "security alert around parliament".
_HEADLINED = frozenset(("MOBILIZE", "COERCE", "AGREE", "RETREAT"))


def _points_back(row: Row, event: Event) -> bool:
    """«خلال زيارته التقى ...», «حضر الاستقبال سفير تونس»: a contact told before, with nothing new (codebook 2, rule 10)."""
    if (
        event.event != "CONSULT"
        or event.carried
        or any(event.fillers(r) for r in ("recipient", "partner", "initiator"))
    ):
        return False
    if event.content is not None or any(f.implied != "pronoun" for f in event.fillers("actor")):
        return False
    element = row.elements[event.element]
    after = row.elements[event.element + 1 : event.element + 2]
    if any(e.prep in ("الي", "ل", "في", "مع") or e.tag in (Tag.TIME, Tag.RELATIVE) for e in after):
        return False
    if element.prep in ("خلال", "اثناء"):
        return event.analysis is not None and bool(event.analysis.clitic)
    before = row.elements[event.element - 1].analysis if event.element else None
    attended = before is not None and before.entry is not None and before.entry.lemma == "حضر"
    return attended and not element.prep and event.analysis is not None and event.analysis.article


def _adjective(row: Row, event: Event) -> bool:
    """«الأرض المباركة» "the blessed land": after a noun with the article a word with the article describes it."""
    if event.analysis is None or not event.analysis.article or event.analysis.prep or event.analysis.conj:
        return False
    if event.start <= row.elements[event.element].start:
        return False
    before = row.sentence.tokens[event.start - 1].norm
    return before.startswith("ال") and len(before) > 4 and before not in _DEMONSTRATIVES


def _of_named(event: Event) -> bool:
    """«توعد بالانتقام لمقتل سليماني»: the death of a person by name is no mere possibility."""
    return any(f.mention is not None and bool(f.mention.family) for f in event.fillers("recipient"))


def noun_earns(row: Row, tree: Tree, event: Event, unreal: frozenset[str]) -> bool:
    if "report" in event.notes:
        return True
    if _adjective(row, event):
        return False
    if _points_back(row, event):
        return False
    element = row.elements[event.element]
    # «هدد بالرد على القصف بعد مقتل جنديين»: what grounds a demand or threat has happened
    governor = None if element.prep in _GROUNDS else event.governor
    irreal = governor is not None and governor.event in IRREALIS
    if is_result(event):
        return bool(event.fillers("recipient")) and not (irreal and not _of_named(event))
    if event.carried:
        return not irreal
    previous = row.sentence.tokens[event.start - 1].norm if event.start else ""
    if event.event in _STOPPABLE and _bare(previous) in unreal:
        return False
    controlled = "controlled" in event.notes
    has_actor = bool(event.fillers("actor")) and (not controlled or "accused" in event.notes)
    has_recipient = bool(event.fillers("recipient"))
    relative = "relative" in event.notes
    answered = governor is not None and governor.event in ("REJECT", "CONCEDE") and event.event in ("ACCUSE", "REQUEST")
    if governor is not None and governor.event in IRREALIS and not relative and not (answered and has_actor):
        return False  # but «رفض اتهامات المعارضة», «استجابة لطلب الرئيس»: they were made
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


def _bare(norm: str) -> str:
    """A word without proclitic and article, by shape."""
    for prefix in ("وال", "بال", "لل", "ال"):
        if norm.startswith(prefix) and len(norm) > len(prefix) + 1:
            return norm[len(prefix) :]
    return norm[1:] if norm[:1] in ("و", "ب", "ل") and len(norm) > 3 else norm

"""Which events of a sentence earn a record, and which of them tell one happening (codebook 2)."""

from __future__ import annotations

from musnad.frames.clauses import Tree
from musnad.frames.elements import Row
from musnad.frames.event import Event
from musnad.frames.incidents import merge
from musnad.frames.keep_nouns import noun_earns
from musnad.frames.keep_verbs import verb_earns
from musnad.frames.stances import befalls
from musnad.lexicon.frames import Frame
from musnad.lexicon.grammar import grammar

_OWN_THREAT = Frame(rule="threaten.own-violence", event="THREATEN", mode="violence")
_DEALINGS = frozenset(("AID", "CONSULT", "COOPERATE", "SUPPORT", "AGREE"))
_PUBLISHING = grammar().publishing
_RESPONSIBILITY = tuple(grammar().responsibility)


def settle(row: Row, tree: Tree, events: list[Event], unreal: frozenset[str] = frozenset()) -> list[Event]:
    """The events that earn a record."""
    dropped: set[int] = set()
    carried_verbs = _carrying_verbs(events)
    out: list[Event] = []
    for event in events:
        if _sentence(events, event):
            dropped.add(id(event))
        if not event.nominal and event.element in carried_verbs and event.event != "SAY":
            dropped.add(id(event))
    for event in events:
        if id(event) in dropped:
            continue
        event.governor = _governor(events, event)
        _own_threat(tree, event)
        _unclaimed(event)
        if event.governor is not None and event.governor.event == "ACCUSE" and event.nominal:
            accused = event.governor.fillers("recipient")
            if befalls(event, accused):  # «نددت تركيا باعتقال الناشطين»: the victims are not who did it
                accused = []
            if accused and (not event.fillers("actor") or "controlled" in event.notes):
                event.roles["actor"] = list(accused)
                event.notes.append("accused")
        if _interview(event):
            continue
        if event.nominal and not noun_earns(row, tree, event, unreal):
            continue
        if not event.nominal and not verb_earns(row, tree, event, events):
            continue
        out.append(event)
    return merge(
        tree, [e for e in out if not (_same_contact(out, e) or _publishes(tree, out, e) or _suspended(row, out, e))]
    )


def _sentence(events: list[Event], event: Event) -> bool:
    """«قضت المحكمة بسجن الناشط»: what the court ruled is no event beside the verdict; it tells who was convicted."""
    element = event.row.elements[event.element]
    prep = element.prep or (event.analysis.prep if event.analysis is not None else "")
    if not event.nominal or prep != "ب" or event.event not in ("SANCTION", "COERCE", "ASSAULT"):
        return False
    for verdict in events:
        if verdict.mode == "convict" and not verdict.nominal and verdict.clause == event.clause:
            if verdict.start < event.start and not verdict.fillers("recipient") and event.fillers("recipient"):
                verdict.roles["recipient"] = event.fillers("recipient")
            return verdict.start < event.start
    return False


def _own_threat(tree: Tree, event: Event) -> None:
    """«سنضربهم», «إذا تقدموا فإن الجيش سيتصدى لهم»: who announces violence of his own, or makes it hang on a condition,
    threatens."""
    analysis = event.analysis
    if event.event != "ASSAULT" or event.nominal or event.passive or analysis is None or not analysis.future:
        return
    if analysis.person == 1 or (event.factuality == "hypothetical" and event.fillers("actor")):
        event.frame = _OWN_THREAT
        event.factuality = "actual"
        event.mode = "violence"
        clause = tree.clauses[event.clause]
        event.content = (event.start, event.row.elements[clause.end - 1].end)


def _unclaimed(event: Event) -> None:
    """«لم تعلن أي جهة مسؤوليتها عن التفجير»: the claim is what was not made; the bombing happened, and nobody did it."""
    if event.event != "ASSAULT" or not event.nominal or event.factuality != "negated" or event.element == 0:
        return
    element, before = event.row.elements[event.element], event.row.elements[event.element - 1]
    if element.prep == "عن" and before.word.startswith(_RESPONSIBILITY):
        event.factuality = "actual"
        event.roles.pop("actor", None)


def _suspended(row: Row, events: list[Event], event: Event) -> bool:
    """«علقت مساعداتها لمصر», «تجميد التعاون مع»: the aid or dealings that a sanction stops are no record."""
    if not event.nominal or event.event not in _DEALINGS:
        return False
    element = row.elements[event.element]
    return not element.prep and any(
        host.event == "SANCTION"
        and host.mode == "discontinue"
        and host.clause == event.clause
        and host.start < event.start
        and not any(e.prep or e.conj for e in row.elements[host.element + 1 : event.element + 1] if not e.mention)
        for host in events
    )


def _publishes(tree: Tree, events: list[Event], event: Event) -> bool:
    """«نشرت الحركة شريطا أعلنت فيه»: one statement, told by the verb of saying; it is who published that says it."""
    if event.event != "SAY" or event.entry.lemma not in _PUBLISHING:
        return False
    inner = next((e for e in events if e.event == "SAY" and _parent(tree, e) == event.clause and _in_it(e)), None)
    if inner is None:
        return False
    inner.roles["actor"] = event.fillers("actor") or inner.fillers("actor")
    if inner.governor is event:
        inner.governor = event.governor
    return True


def _in_it(event: Event) -> bool:
    """«قال فيه», «أعلنت فيها»: in what was named before."""
    after = event.row.elements[event.element + 1 : event.element + 2]
    return any(e.prep == "في" and e.word in ("ه", "ها", "فيه", "فيها") for e in after)


def _parent(tree: Tree, event: Event) -> int:
    return tree.clauses[event.clause].parent


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

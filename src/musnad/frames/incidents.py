"""One violent incident told with several words is one record (codebook 2, rule 4): the act takes the victims of the
result words around it («قتل جنديان وأصيب ثلاثة في هجوم»: trigger هجوم, recipients all five)."""

from __future__ import annotations

from itertools import pairwise

from musnad.frames.clauses import Clause, Tree
from musnad.frames.elements import Tag
from musnad.frames.event import Event, Filler
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention

_RESULT_LEMMAS = grammar().result_words
_FAR = 40  # tokens
_ACCIDENTS = grammar().accidents
_ACCIDENTAL = grammar().accidental
_FORCE = frozenset(("ASSAULT", "COERCE", "THREATEN", "MOBILIZE", "RETREAT"))  # what may be done to a base
_BESIDE = "assault.result-beside"  # wounds that count only with an act or a death: else they may be an accident's
_WOUNDED = ("assault.wound", "assault.result-beside-wound")  # by who killed in the clause before
_BEFORE_VERB = 20  # «غارات روسية. ولقي ثمانية مصرعهم في قصف»: a noun before the verb is rather a heading
_AFTER = frozenset(("بعد", "اثر", "علي اثر", "عقب", "خلال", "في اعقاب"))
_FIGHTING = frozenset(("REB", "MIL", "PRM", "UAF", "COP"))
_COMPLEMENTS = 4  # elements that may stand between an act and the relative clause on it
# Verbs of result whose subject is the act: «أودى الهجوم بحياة».
_CAUSED = frozenset(
    f"assault.result-{what}" for what in ("claim-life", "claim-lives", "left", "caused", "resulted", "toll")
)


def is_harm(event: Event) -> bool:
    """A verb or noun that says that people were killed or wounded."""
    return event.event == "ASSAULT" and event.entry.lemma in _RESULT_LEMMAS


def is_result(event: Event) -> bool:
    """A death or wound told without its author."""
    if event.event != "ASSAULT":
        return False
    if event.frame.rule.startswith("assault.result"):
        return not _has_author(event)
    if event.entry.lemma not in _RESULT_LEMMAS:
        return False
    if event.nominal:
        return not _has_author(event)
    return event.passive or not event.fillers("actor")


def _told_with_act(events: list[Event], event: Event) -> bool:
    """«قتل الحزب ثلاثة جنود في هجوم»: killing by somebody, with the act named right after it."""
    if event.event != "ASSAULT" or event.nominal or event.entry.lemma not in ("قتل", "اصاب", "جرح"):
        return False
    for act in events:
        if (
            act.event == "ASSAULT"
            and act.nominal
            and act.clause == event.clause
            and act.start > event.start
            and not is_result(act)
        ):
            element = act.row.elements[act.element]
            if element.prep in ("في", "ب") and act.start - event.end < 15:
                return True
    return False


def _goes_on(tree: Tree, results: list[Event], event: Event) -> bool:
    """«قتل شخصان وأصيب تسعة برصاص مسلح» "two were killed and nine hit by a gunman": the author told with the second result
    is the first one's too."""
    clause = tree.clauses[event.clause]
    if event.event != "ASSAULT" or event.nominal or clause.kind != "beside" or not _has_author(event):
        return False
    if not (event.passive or event.frame.rule.startswith("assault.result")) or event.entry.lemma not in _RESULT_LEMMAS:
        return False
    return any(r.clause == clause.parent and not r.nominal and r.start < event.start for r in results)


def _further_wound(tree: Tree, events: list[Event], event: Event) -> bool:
    return event.frame.rule in _WOUNDED and any(_wounded_too(tree, act, event) for act in events if act is not event)


def _wounded_too(tree: Tree, act: Event, result: Event) -> bool:
    """«قتلت القوات شابا وأصابت والديه» "the forces killed a youth and wounded his parents": one deed of theirs."""
    clause = tree.clauses[result.clause]
    dropped = all(f.implied == "subject" for f in result.fillers("actor"))
    joined = clause.kind == "beside" and not act.nominal and act.entry.lemma == "قتل" and dropped
    return joined and act.clause == clause.parent and not act.passive


def _has_author(event: Event) -> bool:
    told = "controlled" not in event.notes and "accused" not in event.notes
    return told and bool(event.fillers("actor"))


def merge(tree: Tree, events: list[Event]) -> list[Event]:
    """The events of a sentence with results folded into their acts, and coordinate results into the first."""
    events = [e for e in events if not (_instrument(events, e) or _done_by_act(events, e) or _sent(events, e))]
    for event in events:
        _taken_from(events, event)
    for event in events:
        _headline_victims(tree, event)
        _dead_of(event)
        _only_struck(event)
    results = [e for e in events if is_result(e) or _told_with_act(events, e) or _further_wound(tree, events, e)]
    results = [e for e in events if any(e is r for r in results) or _goes_on(tree, results, e)]
    if not results:
        return events
    acts = [
        e
        for e in events
        if e.event == "ASSAULT" and all(e is not r for r in results) and e.frame.rule != "assault.claim"
    ]
    gone: set[int] = set()
    first: Event | None = None
    for result in results:
        act = _act_of(tree, acts, result)
        if act is not None:
            _take(act, result)
            gone.add(id(result))
        elif first is not None and result.start - first.start < _FAR and _same_told(tree, first, result):
            _take(first, result)
            gone.add(id(result))
        elif result.frame.rule.startswith(_BESIDE) or _in_accident(result):
            gone.add(id(result))
        else:
            first = result
    return [e for e in events if id(e) not in gone]


_TIES = grammar().result_ties


def _headline_victims(tree: Tree, event: Event) -> None:
    """«20 قتيلا في هجوم ...»: in a clause without a verb, the people counted before the act are its victims."""
    if (
        event.event != "ASSAULT"
        or not event.nominal
        or any(f.mention is not None and f.mention.count for f in event.fillers("recipient"))
        or tree.clauses[event.clause].verb >= 0
    ):
        return
    element = event.row.elements[event.element]
    if element.prep not in _TIES:
        return
    for k, e in enumerate(event.row.elements[: event.element]):
        if (
            e.tag is Tag.PHRASE
            and not e.prep
            and e.mention is not None
            and e.mention.count
            and e.clause == element.clause
        ):
            event.roles["recipient"] = [Filler(mention=e.mention, element=k), *event.fillers("recipient")]
            return


def _dead_of(event: Event) -> None:
    """«قتلى وجرحى من القوات» ("dead and wounded from the forces"): both words count men of the forces, so the first, which
    names nobody, is dropped."""
    got = event.fillers("recipient")
    if event.event != "ASSAULT" or len(got) < 2:
        return
    tokens = event.row.sentence.tokens
    unnamed: list[Filler] = []
    for first, second in pairwise(got):
        if first.mention is None or second.mention is None or first.mention.entity.sector != "UNK":
            continue
        whose = [t.norm for t in tokens[second.mention.start : second.mention.end]]
        if second.element - first.element == 1 and second.mention.entity.sector != "UNK" and "من" in whose[1:2]:
            unnamed.append(first)
    if unnamed:
        event.roles["recipient"] = [f for f in got if all(f is not u for u in unnamed)]


def _taken_from(events: list[Event], event: Event) -> None:
    """«سيطرت القوات على البلدة بعد معارك مع المتمردين», «بعد طرد المسلحين منها»: a place is taken from those who were fought
    or driven out right before."""
    if event.event != "COERCE" or event.mode != "seize" or event.fillers("recipient") or not event.fillers("actor"):
        return
    for act in events:
        left = act.event == "RETREAT" and act.mode == "withdraw"  # «بعد انسحاب القوات منها»
        if (
            not (act.event == "ASSAULT" or left)
            or not act.nominal
            or act.clause != event.clause
            or act.start < event.start
        ):
            continue
        if act.row.elements[act.element].prep not in _AFTER:
            continue
        mine = {id(f.mention) for f in event.fillers("actor") if f.mention is not None}
        foes = act.fillers("actor") if left else act.fillers("partner") or act.fillers("recipient")
        foes = [f for f in foes if f.mention is not None and id(f.mention) not in mine]
        if foes and any(f.mention is not None and f.mention.entity.sector in _FIGHTING for f in foes):
            event.roles["recipient"] = foes
            return


def _only_struck(event: Event) -> None:
    """«زار قاعدة عسكرية» "visited a military base": a site stands for those who hold it only where force is used on it."""
    for role, got in list(event.roles.items()):
        if role == "recipient" and event.event in _FORCE:
            continue
        kept = [f for f in got if f.mention is None or not _bare_site(f.mention)]
        if kept:
            event.roles[role] = kept
        else:
            del event.roles[role]


def _bare_site(mention: Mention) -> bool:
    return mention.key.endswith(" site") and mention.entity.country is None and not mention.inner


def _instrument(events: list[Event], event: Event) -> bool:
    """«قصف المدينة بعدد من الغارات», «استهدفت المدينة ببراميل»: the noun names the means of the verb's act."""
    if event.event != "ASSAULT" or not event.nominal or is_result(event):
        return False
    if _means_of(events, event):
        return True
    element = event.row.elements[event.element]
    prep = element.prep or (event.analysis.prep if event.analysis is not None else "")
    if not prep and element.conj and event.element:
        prep = event.row.elements[event.element - 1].prep  # «قصفوا بالدبابات وقذائف الهاون»
    if prep not in ("ب", "من"):
        return False
    return any(
        e.event == "ASSAULT"
        and not e.nominal
        and e.clause == event.clause
        and e.start < event.start
        and not is_result(e)
        for e in events
    )


def _means_of(events: list[Event], event: Event) -> bool:
    """«اغتيال قيادي بغارة إسرائيلية» "the assassination of a leader by an Israeli raid": the means gives its author to the
    killing that is named with whom it befell."""
    if event.row.elements[event.element].prep != "ب" or event.fillers("recipient"):
        return False
    for act in events:
        killing = act.event == "ASSAULT" and act.nominal and act.mode == "targeted" and act.clause == event.clause
        if killing and 0 < event.element - act.element <= _COMPLEMENTS and act.fillers("recipient"):
            if event.fillers("actor") and not act.fillers("actor"):
                act.roles["actor"] = event.fillers("actor")
            return True
    return False


def _sent(events: list[Event], event: Event) -> bool:
    """«أرسل الجيش تعزيزات» "sent reinforcements": what is sent is no move of its own; «اعتقلت ستة في غارة»: a raid that
    arrests is the arrest."""
    if not event.nominal or event.event not in ("MOBILIZE", "ASSAULT"):
        return False
    element = event.row.elements[event.element]
    for e in events:
        if e.nominal or e.clause != event.clause or e.start > event.start:
            continue
        if event.event == "MOBILIZE" and e.event == "MOBILIZE" and not element.prep and not element.conj:
            return True
        if event.entry.lemma == "غاره" and e.mode == "arrest" and element.prep in ("في", "خلال"):
            return True
    return False


def _done_by_act(events: list[Event], event: Event) -> bool:
    """«قصف يستهدف المطار» "shelling targets the airport": what an act does is the act itself, which takes the target."""
    if event.event != "ASSAULT" or event.nominal or event.passive or not event.subject:
        return False
    for act in events:
        if act.event == "ASSAULT" and act.nominal and act.element in event.subject and not is_result(act):
            if not act.fillers("recipient") and event.fillers("recipient"):
                act.roles["recipient"] = event.fillers("recipient")
            return True
    return False


def _in_accident(result: Event) -> bool:
    """«مقتل 12 في تحطم مروحية», «قتل ستة في حادث سير»: what killed them stands behind them and is nobody's act."""
    tokens = result.row.sentence.tokens
    for element in result.row.elements[result.element + 1 :]:
        if element.clause != result.clause:
            return False
        if element.tag is not Tag.PHRASE or element.prep not in _TIES:
            continue
        after = tokens[element.head + 1].norm if element.head + 1 < len(tokens) else ""
        word = tokens[element.head].norm.removeprefix("ب").removeprefix("ال")
        if element.word in _ACCIDENTS or word in _ACCIDENTS or (word in ("حادث", "حوادث") and after in _ACCIDENTAL):
            return True
    return False


def _act_of(tree: Tree, acts: list[Event], result: Event) -> Event | None:
    """The act a result belongs to: «في هجوم» after it in its own or a coordinate clause; «عندما أطلقوا النار» under it;
    or an act before it that it follows from («هجوم أسفر عن مقتل», «قصفت ... مما أدى إلى مقتل»)."""
    best: tuple[int, Event] | None = None
    for act in acts:
        if act.factuality in ("negated", "hypothetical", "future") or not _same_told(tree, act, result):
            continue
        if act.nominal and act.element in result.subject:
            return act  # «الهجوم أسفر عن مقتل ثلاثة»: the act is what left them dead
        if act.start > result.start:
            distance = act.start - result.end
            if distance > _FAR or not _ties_after(tree, act, result):
                continue
        else:
            distance = result.start - act.end + 3
            if act.nominal and not result.nominal and act.clause == result.clause:
                distance += _BEFORE_VERB
            if distance > _FAR + 10 or not _follows_from(tree, act, result):
                continue
        if best is None or distance < best[0]:
            best = (distance, act)
    return best[1] if best is not None else None


def _ties_after(tree: Tree, act: Event, result: Event) -> bool:
    clause = tree.clauses[act.clause]
    if act.nominal:
        element = act.row.elements[act.element]
        prep = element.prep or (act.analysis.prep if act.analysis is not None else "")
        return prep in _TIES and (
            act.clause == result.clause
            or tree.clauses[result.clause].kind in ("beside", "when")
            or clause.kind in ("beside", "when")
            or result.nominal
        )
    return clause.kind == "when" and clause.word in ("عندما", "حين", "حينما", "بعدما", "بعد ان", "لما")


def _follows_from(tree: Tree, act: Event, result: Event) -> bool:
    chain = [c.index for c in tree.ancestors(result.clause)]
    clause = tree.clauses[result.clause]
    if act.clause == result.clause:
        return True
    if clause.kind == "relative":
        return (clause.word in ("مما", "ما") and act.clause in chain) or _described(act, clause)
    if clause.kind == "participle":
        return act.clause in chain
    if result.frame.rule in _WOUNDED:
        return _wounded_too(tree, act, result)
    if clause.kind == "beside" and act.clause == clause.parent and result.start > act.start:
        token = act.row.sentence.tokens[result.start].norm
        if token.startswith("ف") and result.analysis is not None and result.analysis.conj:
            return True  # «فتح مسلح النار على المارة فقتل ثمانية»
    if clause.kind == "beside" and act.nominal and (result.carried or result.frame.rule in _CAUSED):
        above = tree.clauses[clause.parent]
        if act.clause in (above.index, above.parent) or (above.kind == "relative" and _described(act, above)):
            return True  # «الهجمات التي وقعت أمس، وأسفرت عن سقوط ضحايا»
    inner = tree.clauses[act.clause]
    return inner.kind == "relative" and inner.parent == result.clause


def _described(act: Event, clause: Clause) -> bool:
    """The relative clause is about the act: «هجوم أودى بحياة», «الهجوم على المتحف الذي أدى إلى»."""
    return act.nominal and act.element <= clause.governor <= act.element + _COMPLEMENTS


def _same_told(tree: Tree, a: Event, b: Event) -> bool:
    """Both stand in the same reported clause (or both outside any)."""
    return _told(tree, a) == _told(tree, b)


def _told(tree: Tree, event: Event) -> int:
    for clause in tree.ancestors(event.clause):
        if clause.kind in ("that", "quote"):
            return clause.index
    return -1


def _only_where(filler: Filler) -> bool:
    """Who lives in or holds the place that was hit is no recipient once its victims are told."""
    return filler.of_place or (filler.mention is not None and filler.mention.key == "residential area")


def _take(act: Event, result: Event) -> None:
    got = result.fillers("recipient")
    mine = [f for f in act.fillers("recipient") if not (got and _only_where(f))]
    act.roles["recipient"] = mine
    seen = {id(f.mention) for f in mine if f.mention is not None}
    mine.extend(  # a pronoun is those named already: «لقي ستة مصرعهم»
        f for f in got if (id(f.mention) not in seen if f.mention is not None else not seen)
    )
    if not mine:
        del act.roles["recipient"]
    if (
        (not act.fillers("actor") or "controlled" in act.notes)
        and result.fillers("actor")
        and "controlled" not in result.notes
    ):
        act.roles["actor"] = result.fillers("actor")

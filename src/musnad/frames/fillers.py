"""Who a phrase names: its actors, else who owns or holds the thing it names."""

from __future__ import annotations

from musnad.frames.elements import Row, Tag
from musnad.frames.event import Filler
from musnad.lexicon.grammar import grammar
from musnad.mentions.actors import Mention
from musnad.morphology.analyser import Analysis


def fillers(row: Row, group: list[int]) -> list[Filler]:
    """The actors that a group of coordinated phrases names."""
    out: list[Filler] = []
    for k in group:
        element = row.elements[k]
        whose = element.mention
        if (
            whose is not None
            and whose.key.endswith(" site")
            and not whose.inner
            and (held := _holder(row, k) or _owner(row, k))
        ):
            out.extend(Filler(mention=m, element=k) for m in held)  # «قصف مواقع عسكرية للمتمردين»
        elif element.actors:
            out.extend(Filler(mention=m, element=k) for m in element.actors)
        else:
            held = _holder(row, k) if k + 1 < len(row.elements) else []
            subdued = bool(held) or row.sentence.tokens[element.end - 1].norm in _SUBDUED
            out.extend(Filler(mention=m, element=k, of_place=subdued) for m in held or _owner(row, k))
    return out


_PAPERS = grammar().speaking_nouns
_HOLDING = grammar().holding_verbs
_CARRYING = grammar().carrying_verbs
_STATEMENTS = grammar().statements
_ISSUED = grammar().issued
_ISSUING = grammar().issuing
_ISSUERS = ("body", "group", "metonym")
_SUBDUED = frozenset(f"{article}{word}" for word in ("خاضعه", "خاضع", "خاضعين") for article in ("", "ال"))


def _holder(row: Row, k: int) -> list[Mention]:
    """Who holds the place: «معسكر يقع تحت سيطرة الحوثيين», «القاعدة التي يسيطر عليها الحوثيون», «الخاضعة للمتمردين»."""
    elements = row.elements
    if elements[k].events:
        return []
    limit = min(len(elements), k + 7)
    for j in range(k + 1, limit):
        e = elements[j]
        if (
            e.tag is Tag.PHRASE
            and e.events
            and e.events[0][1].entry is not None
            and e.events[0][1].entry.lemma == "سيطر"
            and e.inner
            and e.prep in ("تحت", "ل", "في")
        ):
            return list(e.inner)
        if (
            e.tag is Tag.PHRASE
            and e.word in ("خاضعه", "خاضع", "خاضعين")
            and j + 1 < len(elements)
            and elements[j + 1].prep == "ل"
        ):
            return list(elements[j + 1].actors)
        if e.tag is Tag.VERB and e.word in _CARRYING and j == k + 1 and not e.conj:
            return list(elements[j + 1].actors) if j + 1 < limit and not elements[j + 1].prep else []
        if e.tag is Tag.VERB:
            if (
                e.conj
                or e.analysis is None
                or e.analysis.entry is None
                or e.analysis.entry.lemma not in (*_HOLDING, "وقع", "كان")
            ):
                return []
            if e.analysis.entry.lemma in _HOLDING:
                for after in elements[j + 1 : limit]:
                    if after.tag is Tag.PHRASE and after.actors and not after.prep:
                        return list(after.actors)
                return []
        elif (
            e.tag is not Tag.RELATIVE
            and e.tag is not Tag.PHRASE
            and not (e.tag is Tag.COMMA and j + 1 < limit and elements[j + 1].tag is Tag.RELATIVE)
        ):
            return []
        if e.tag is Tag.PHRASE and e.actors:
            return []
    return []


def _issuer(row: Row, k: int) -> list[Mention]:
    """«بيان الوزارة», «بيان صادر عن الوزارة», «بيان أصدره مكتبه»: whose words a statement carries."""
    elements = row.elements
    first = elements[k].inner[0] if elements[k].inner else None
    if first is not None and first.start <= elements[k].head + 1 and first.ref in _ISSUERS:
        return [first]
    issued = row.sentence.tokens[elements[k].end - 1].norm in _ISSUED
    for e in elements[k + 1 : k + 4]:
        if e.tag is Tag.VERB and e.analysis is not None and e.word in _ISSUING:
            issued = True
        elif e.tag is not Tag.PHRASE or e.conj:
            if e.tag not in (Tag.RELATIVE, Tag.TIME):
                return []
        elif issued and e.prep in ("عن", "من", "") and e.actors:
            vague = e.actors[0].key == "committee" and e.actors[0].entity.country is None  # «مكتب الوزيرة»: whose?
            return [] if vague else list(e.actors)
        elif issued and e.prep:
            return []  # «بيان صادر عن القمة»: of an issuer that is nobody known
        elif e.word in _ISSUED:
            issued = True
    return []


def _gathers(analysis: Analysis) -> bool:
    """«نقطة تجمع للتنظيم» "a gathering point of the group", «تجمعات للمسلحين»: a place, no act."""
    return analysis.entry is not None and analysis.entry.lemma == "تجمع"


def _owner(row: Row, k: int) -> list[Mention]:
    """«مواقع لتنظيم ...», «أهدافا تابعة للجيش»: whose the place or thing is, from the phrase with ل right after it."""
    if k + 1 >= len(row.elements):
        return []
    element, after = row.elements[k], row.elements[k + 1]
    if element.word in _STATEMENTS and (issuer := _issuer(row, k)):
        return issuer
    if (
        (any(a.pos == "masdar" and not _gathers(a) for _, a in element.events) and element.word not in _PAPERS)
        or after.tag is not Tag.PHRASE
        or after.prep != "ل"
        or after.start != element.end
        or after.conj
    ):
        return []
    return after.actors

"""One head that several hold: «الرئيسان اللبناني ميشال سليمان والسوري بشار الأسد» "the presidents, the Lebanese M. S. and the
Syrian B. A.", «نظيريه القطري والمصري», «وزراء خارجية مصر والسودان», «الرئيسان بوتين وأردوغان».

Each member is read as if the head stood before it alone.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from musnad.mentions._names import take_name
from musnad.mentions._nouns import entity_of
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._base import Base
    from musnad.mentions._draft import Draft
    from musnad.mentions._mention import Mention
    from musnad.mentions._names import Taken

_MOST = 8  # members of one head
_PEOPLE = frozenset(("leaders", "officials", "representatives", "delegation"))


@dataclass(slots=True)
class _Member:
    """Tokens up to ``end``: a state's holder of the head, with a name if one is given."""

    end: int
    country: str
    taken: Taken | None


def share(parser: Base, i: int, draft: Draft, whole: Mention, bound: int) -> Mention:
    """``whole``, the phrase at token ``i``, with ``parts`` when its head has several holders."""
    if draft.noun.cls not in ("office", "back", "people", "role", "member", "body") or whole.parts:
        return whole
    if draft.noun.cls == "back" and not draft.noun.options.get("counterpart"):
        return whole
    several = draft.hit.number in ("du", "pl") or _dual(parser, i, draft)
    members = _by_nationality(parser, draft, several)
    if several and len(members) < 2:
        members = _by_state(parser, draft)
    if len(members) < 2:
        return _named(parser, draft, whole) if several else whole
    parts = []
    for member in members:
        alone = copy(draft)
        alone.countries, alone.inners, alone.genitive = [member.country], [], None
        alone.taken, alone.end = member.taken, member.end
        if draft.noun.cls in ("office", "back"):
            alone.hit = replace(draft.hit, number="sg")
        part = entity_of(parser, i, alone, bound)
        if part is None:
            return whole
        if draft.noun.key == "commander" and draft.genitive is not None and draft.genitive.ref == "state":
            part.entity.sector, part.entity.office = "GOV", "leader"  # «قادة مصر والأردن»: those of states lead them
            part.entity.name = f"{parser.kb.english(member.country)} leader"
        parts.append(part)
    return _whole(whole, parts, members[-1].end)


def _whole(whole: Mention, parts: list[Mention], end: int) -> Mention:
    whole.parts, whole.end = parts, end
    whole.inner, whole.family = [], ""
    whole.number = "du" if len(parts) == 2 else "pl"
    whole.entity.country = whole.entity.name = None
    return whole


def _dual(parser: Base, i: int, draft: Draft) -> bool:
    """«وزيرا خارجية كذا»: an office in ا with a genitive is a dual, for an accusative takes none."""
    word = parser.words[i]
    return draft.noun.cls == "office" and word.stem.endswith("ا") and not word.det and draft.genitive is not None


def _name(parser: Base, k: int) -> Taken | None:
    if k >= parser.n or parser.tokens[k].kind is not Kind.WORD:
        return None
    word = parser.words[k]
    return None if word.conj or word.prep or word.det else take_name(parser, k, after_title=True, strict=True)


def _member(parser: Base, k: int, country: str) -> _Member:
    """A member whose nationality or state ends before token ``k``."""
    taken = _name(parser, k)
    return _Member(taken.end if taken is not None else k, country, taken)


def _by_nationality(parser: Base, draft: Draft, several: bool) -> list[_Member]:
    """«… السعودي عادل الجبير والروسي سيرغي لافروف». Of a single head only what has a name of its own is a member."""
    if len(draft.countries) != 1 or not draft.definite:
        return []
    first = draft.countries[0]
    members = [_Member(draft.end, first, draft.taken) if draft.taken is not None else _member(parser, draft.end, first)]
    k = members[0].end
    while k < parser.n and len(members) < _MOST and parser.tokens[k].kind is Kind.WORD:
        word = parser.words[k]
        if several and word.conj and _counterpart(parser, k) and k + 1 < parser.n:
            k, word = k + 1, parser.words[k + 1]  # «الرئيسان المصري … ونظيره السوداني …»
        elif not word.conj:
            break
        if not word.det or word.prep or word.adjective is None:
            break
        member = _member(parser, k + 1, word.adjective[0])
        if not several and (member.taken is None or members[0].taken is None):
            break
        members.append(member)
        k = member.end
    return members


def _counterpart(parser: Base, k: int) -> bool:
    """«ونظيره» "and his counterpart", after the first holder of an office named in the dual."""
    found = parser.parse(k)
    return found is not None and found.ref == "counterpart"


def _by_state(parser: Base, draft: Draft) -> list[_Member]:
    """«وزراء خارجية مصر والسودان», «وزيرا خارجية تركيا أحمد داود أوغلو وإيران علي أكبر صالحي», «رئيسا أركان الجيشين اللبناني
    والأميركي»."""
    genitive = draft.genitive
    if genitive is None or draft.countries or (draft.noun.cls != "office" and draft.noun.key not in _PEOPLE):
        return []
    if len(genitive.adj_countries) > 1:
        return [_Member(draft.end, country, None) for country in genitive.adj_countries]
    if genitive.ref not in ("state", "metonym") or genitive.entity.country is None:
        return []
    members = [_member(parser, draft.end, genitive.entity.country)]
    k = members[0].end
    while k < parser.n and len(members) < _MOST and parser.words[k].conj and not parser.words[k].prep:
        state = parser.parse(k, draft.binding)
        if state is None or state.ref not in ("state", "metonym") or state.entity.country is None:
            break
        members.append(_member(parser, state.end, state.entity.country))
        k = members[-1].end
    return members


def _named(parser: Base, draft: Draft, whole: Mention) -> Mention:
    """«الرئيسان بوتين وأردوغان»: the head says only what they both are."""
    office = draft.noun.cls == "office" or draft.noun.key == "minister"
    if not office or not draft.definite or draft.countries or draft.inners:
        return whole
    parts: list[Mention] = []
    k = draft.end
    while k < parser.n and len(parts) < _MOST and parser.tokens[k].kind is Kind.WORD:
        word = parser.words[k]
        if word.prep or bool(word.conj) != bool(parts):
            break
        person = parser.parse(k)
        if person is None or person.ref != "name" or person.entity.kind != "person" or not person.family:
            break
        parts.append(person)
        k = person.end
    return _whole(whole, parts, k) if len(parts) > 1 else whole

"""Whose a phrase is: the country, sector and organisation that adjectives and complements give its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.mentions._names import match_names
from musnad.record import Entity

if TYPE_CHECKING:
    from musnad.mentions._base import Base
    from musnad.mentions._draft import Draft
    from musnad.mentions._mention import Mention


def nearby_state(parser: Base, end: int) -> str | None:
    """The state of «في تركيا», «بالسعودية» right after a phrase that names no country of its own."""
    if end >= parser.n:
        return None
    word = parser.words[end]
    at = end + 1 if word.norm == "في" else end if word.prep == "ب" and not word.conj else -1
    if at < 0 or at >= parser.n or parser.words[at].names is None:
        return None
    _, name = match_names(parser, at, 0)
    return name.row.code if name is not None and name.cls in ("state", "capital") else None


def mention_of(parser: Base, i: int, draft: Draft, entity: Entity, ref: str) -> Mention:
    mention = parser.make(i, draft.end, i, entity, ref)
    mention.number = draft.hit.number or "sg"
    mention.definite = draft.definite
    mention.poss = draft.hit.poss
    mention.inner = draft.inners
    mention.adj_countries = tuple(draft.countries)
    mention.key = parser.back_key(i, draft.hit) or draft.noun.key
    if draft.hit.poss and ref in ("anaphor", "body", "people", "office"):
        mention.ref = "possessive"
    if len(draft.countries) > 1 and mention.number != "sg":
        for country in draft.countries:
            part = parser.make(i, draft.end, i, part_of(parser, draft, country), ref)
            part.key, part.adj_countries = mention.key, (country,)
            mention.parts.append(part)
        entity.country = None
        entity.name = None
    return mention


def part_of(parser: Base, draft: Draft, country: str) -> Entity:
    noun = draft.noun
    if noun.cls == "office":
        row = None if draft.former else parser.kb.holder_row(country, noun.key, parser.day)
        if row is not None:
            entity = parser.kb.person(row, parser.day, country)
            entity.by, entity.office = "office", noun.key
            return entity
        return Entity(kind="person", country=country, sector=noun.sector, office=noun.key, by="office")
    if noun.cls == "back":
        return parser.kb.state(country)
    sector = draft.sector or noun.sector or noun.options.get("state")  # «قوات مصرية وسودانية»
    return Entity(kind="body", country=country, sector=sector, by="description")


def belongs(parser: Base, draft: Draft) -> tuple[str | None, str | None, Mention | None]:
    """(country, sector of the complement, complement): whose the head is."""
    inner = draft.inners[0] if draft.inners else None
    country = draft.countries[0] if draft.countries else None
    sector = None
    if inner is not None:
        if country is None or (inner.ref == "group" and inner.entity.country in ("IMG", "UNO", "IGO", "EUR")):
            country = inner.entity.country  # «الفرع المصري لتنظيم الدولة»: the group's code, not the nationality
        sector = inner.entity.sector
    if draft.group is not None:
        country, sector = parser.kb.body_code(draft.group, parser.day)
    return country or draft.noun.country, sector, inner


def organisation_of(parser: Base, draft: Draft) -> str | None:
    """The organisation of orgs/*.yaml whose office this is, if the complement is one."""
    if draft.noun.org:
        return draft.noun.org
    for inner in draft.inners:
        name = inner.entity.name or ""
        if name in parser.index.orgs:
            return parser.index.orgs[name]
        if name in parser.index.bodies:
            return name
    if draft.org == "UNO" or (draft.international and draft.noun.options.get("envoy")):
        return "United Nations"
    return None

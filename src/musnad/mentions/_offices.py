"""Phrases headed by an office or an honorific: who held it on the day, and who is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.mentions._belonging import belongs, mention_of, organisation_of
from musnad.mentions._victims import befallen
from musnad.record import Entity
from musnad.resolve.who import same_name, sector_of
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.lexicon.actor_rows import PersonRow
    from musnad.mentions._base import Base
    from musnad.mentions._draft import Draft
    from musnad.mentions._mention import Mention
    from musnad.mentions._names import Taken

_ARMS_OF_SERVICE = grammar().arms_of_service
_HEADS = frozenset({"leader", "head of state", "director", "head", "secretary-general", "commander"})
# how the head of an organisation or group is called in its own file
_HEAD_KEYS = (
    "leader", "secretary-general", "president", "director general", "managing director", "executive director",
    "general guide", "chairman", "chairperson of the commission", "commander", "head", "head of the political bureau",
    "commissioner-general",
)  # fmt: skip


def office_mention(parser: Base, i: int, draft: Draft) -> Mention | None:
    noun, kb, day = draft.noun, parser.kb, parser.day
    country, inner_sector, inner = belongs(parser, draft)
    office = noun.key
    sector = noun.sector
    own = inner is not None and inner.entity.kind not in ("state", None) and inner.ref not in ("state", "metonym")
    if noun.options.get("generic") and own and inner is not None:
        office, sector = "leader", inner_sector
    whose = own or inner is not None or draft.countries or draft.group is not None or draft.org or draft.hit.poss
    if office == "head of state" and noun.options.get("generic") and not parser.words[i].det and not whose:
        office = "head"  # «رئيس شعبة السكان»: of something we do not know, but not of a state
    if office == "vice president" and own and inner is not None and inner.ref in ("group", "body"):
        office, sector = "deputy leader", inner_sector  # «نائب رئيس هيئة الحشد الشعبي»
    if sector == "of":
        sector = (
            inner_sector
            if inner is not None or draft.group is not None
            else draft.sector or noun.options.get("default")
        )
        if inner is not None and inner.ref in ("state", "metonym"):
            sector = draft.sector or noun.options.get("default")
        if inner is not None and inner.ref == "people" and not draft.countries:
            country = inner.entity.country
    if office == "adviser" and not draft.hit.poss and country in ("DEU", "AUT") and draft.countries:
        office = "head of government"
    if noun.options.get("only") and country not in noun.options["only"]:
        office = "adviser"
    organisation = organisation_of(parser, draft)
    own_country = draft.countries[0] if draft.countries else None
    if noun.options.get("envoy"):
        # an envoy is his sender's; where he is sent says only which envoy he is
        country = (
            own_country or draft.org or ("UNO" if draft.international or organisation == "United Nations" else None)
        )
        if organisation and organisation in parser.index.org_codes:
            country = parser.index.org_codes[organisation]
        if country is None and inner is not None and inner.ref == "body":
            country = inner.entity.country
    elif (noun.options.get("place") and office == "ambassador") or _accredited(draft):
        office, sector = "ambassador", "GOV"
        country, organisation = own_country, None
        post = inner
        if inner is not None and draft.genitive is inner:
            country = country or inner.entity.country
            post = draft.inners[1] if len(draft.inners) > 1 else None
        inner = None
        if post is not None and post.entity.country == "UNO":
            office, sector = "ambassador to the UN", "GOV"
        elif post is not None and post.entity.name:
            office = f"ambassador to {post.entity.name}"
        if noun.key == "deputy representative":
            office = f"deputy {office}"  # not the ambassador himself
    row = None
    if draft.hit.number not in ("du", "pl") and not draft.former and not draft.hit.poss:
        row = _holder(parser, draft, office, country, organisation)
    if organisation and organisation in parser.index.org_codes and office != "ambassador to the UN":
        country = parser.index.org_codes[organisation]
    if draft.org and not country:
        country = draft.org
    taken, other = draft.taken, draft.other
    if taken is None and other is not None and other.family:
        entity = other.entity
        entity.country = entity.country or country
        if sector and (entity.sector in (None, "MIL") or entity.office is None):
            entity.sector = sector
            entity.office = entity.office or office
        mention = mention_of(parser, i, draft, entity, "office")
        mention.family = other.family
        return _finish_office(mention, draft, country)
    if taken is None and other is not None and row is None:
        row = None
        entity = other.entity
        entity.country = entity.country or country
        return _finish_office(mention_of(parser, i, draft, entity, "office"), draft, country)
    if taken is not None:
        entity = _named_office(parser, draft, taken, row, office, country, sector)
    elif row is not None:
        entity = kb.person(row, day, country)
        entity.by, entity.office = "office", office
        entity.country = country or entity.country
        if sector and entity.country not in ("UNO", "EUR", "IGO"):
            entity.sector = sector
    else:
        entity = Entity(kind="person", country=country, sector=sector, office=office, by="office")
        if country or organisation:
            entity.name = _title_name(parser, country, organisation, noun.name if office == noun.key else office, inner)
    mention = mention_of(parser, i, draft, entity, "office")
    if taken is not None:
        mention.family = taken.family
    return _finish_office(mention, draft, country)


def _accredited(draft: Draft) -> bool:
    """Whether a state's representative stands before an organisation: «مندوب روسيا لدى الأمم المتحدة»."""
    if draft.noun.key not in ("representative", "deputy representative") or not draft.inners:
        return False
    sent = bool(draft.countries) or (draft.genitive is not None and draft.genitive.ref in ("state", "metonym"))
    post = draft.inners[-1]
    return sent and post is not draft.genitive and post.entity.country in ("UNO", "IGO", "EUR")


def _finish_office(mention: Mention, draft: Draft, country: str | None) -> Mention:
    entity = mention.entity
    if draft.former:
        entity.sector = "ELI"
    if entity.country in ("UNO", "EUR") or (entity.country == "IGO" and entity.sector != "MIL"):
        entity.sector = None
    if mention.family and mention.ref == "possessive":
        mention.ref = "office"
    return mention


def _holder(parser: Base, draft: Draft, office: str, country: str | None, organisation: str | None) -> PersonRow | None:
    kb, day = parser.kb, parser.day
    if draft.noun.options.get("many"):
        return None  # «الرئيس التنفيذي», «رجل الأعمال»: one of many
    if draft.noun.options.get("envoy"):
        for inner in draft.inners:
            place = inner.entity.name or ""
            sender = organisation or (country if country not in (None, "UNO") else "United Nations")
            row = kb.holder_row(sender or "", f"envoy to {place}", day)
            if row is not None:
                return row
        return None
    keys = (office, *(draft.noun.options.get("also") or ()))
    if organisation:
        known = parser.index.org_offices.get(organisation, ())
        if office in _HEADS:
            keys += _HEAD_KEYS
        for key in keys:
            if key in known and (row := kb.holder_row(organisation, key, day)) is not None:
                return row
    if office == "leader" and country and not organisation:
        keys += ("supreme leader", "head of state")
    if (
        country
        and not (draft.inners and organisation)
        and not (draft.inners and draft.inners[0].entity.country == "UNO" and office != "ambassador to the UN")
    ):
        for key in keys:
            if (row := kb.holder_row(country, key, day)) is not None:
                return row
    return None


def _named_office(
    parser: Base,
    draft: Draft,
    taken: Taken,
    row: PersonRow | None,
    office: str,
    country: str | None,
    sector: str | None,
) -> Entity:
    kb, day = parser.kb, parser.day
    known = taken.row
    if draft.former and len(taken.words) == 1:
        known = _former_holder(parser, taken.family, office, country) or known
    if known is not None and len(taken.words) == 1 and known is not row:
        _, current = kb.term_at(known, day)
        if not current and not draft.former:
            known = None
    if known is None and row is not None and same_name(taken.words, row):
        known = row
    if known is None and country is not None:
        known = kb.by_short(taken.family, day, country)
        if known is not None and len(taken.words) > 1 and not same_name(taken.words, known, True):
            known = None
    if known is None:
        return Entity(kind="person", name_ar=taken.text, country=country, sector=sector, office=office, by="name")
    entity = kb.person(known, day, country)
    if (
        len(taken.words) > 1
        and draft.inners
        and not draft.countries
        and draft.inners[0].ref == "group"
        and entity.country not in (None, country)
        and kb.term_at(known, day)[1]
    ):
        return entity  # «حزب العدالة والتنمية» is found in many countries: the person says which
    if country is not None and entity.country != country and entity.country not in ("UNO", "IGO", "EUR"):
        entity.country, entity.office = country, office
        entity.sector = sector
    elif entity.country is None:
        entity.country = country
    if not draft.former and entity.sector in (None, "ELI"):
        entity.sector = sector or sector_of(office)
        entity.office = office
    elif (
        draft.noun.sector == "of"
        and sector
        and draft.inners
        and draft.inners[0].ref == "group"
        and entity.sector != "GOV"
    ):
        entity.sector = sector  # the leader of a party is named by his party, not by another of his roles
    elif (
        draft.noun.sector not in (None, "of") and sector and entity.sector in ("PTY", "OPP", "REB") and not draft.former
    ):
        entity.sector = sector
    return entity


def _former_holder(parser: Base, short: str, office: str, country: str | None) -> PersonRow | None:
    """The last former holder of an office with that family name: «الرئيس الأميركي السابق بوش»."""
    best: tuple[int, PersonRow] | None = None
    for row in parser.index.shorts.get(short, ()):
        for held in parser.index.terms.get(row.name, ()):
            if held.term.office != office or held.end_latest > parser.day or country not in (None, held.term.country):
                continue
            if best is None or held.end_latest > best[0]:
                best = (held.end_latest, row)
    return best[1] if best else None


def _title_name(parser: Base, country: str | None, organisation: str | None, title: str, inner: Mention | None) -> str:
    if inner is not None and inner.entity.name and inner.ref not in ("state", "metonym"):
        return f"{inner.entity.name} {title}"
    if country:
        return f"{parser.kb.english(country)} {title}"
    return f"{organisation} {title}"


def _officer(parser: Base, i: int, draft: Draft) -> Mention | None:
    """A rank without a name: «عقيد سوري» is an officer, «العقيد» the officer named before."""
    if i and parser.tokens[i - 1].norm.lstrip("بو") == "رتبه":
        return None
    if draft.end < parser.n and parser.tokens[draft.end].kind is Kind.NUMBER:
        return _numbered(parser, i, draft)
    if draft.definite:
        if not parser.back_key(i, draft.hit):
            return None
        return mention_of(parser, i, draft, Entity(kind="person", sector="MIL", by="pronoun"), "anaphor")
    if not draft.countries and draft.hit.words == 1 and not befallen(parser, i):
        return None
    entity = Entity(kind="people", sector="MIL", country=draft.country_code, by="description")
    return mention_of(parser, i, draft, entity, "people")


def _numbered(parser: Base, i: int, draft: Draft) -> Mention:
    """«اللواء 17 مشاة» "the 17th infantry brigade": with a number the word is a unit, not a rank."""
    draft.end += 1
    if draft.end < parser.n and parser.tokens[draft.end].norm in _ARMS_OF_SERVICE:
        draft.end += 1
    mention = mention_of(parser, i, draft, Entity(kind="people", sector="MIL", by="description"), "people")
    mention.key, mention.number = "units", "pl"
    return mention


def _highness(parser: Base, i: int, draft: Draft) -> Mention:
    mention = mention_of(parser, i, draft, Entity(kind="person", by="pronoun"), "anaphor")
    mention.ref, mention.key = "anaphor", "honorific"
    return mention


def titled(parser: Base, i: int, draft: Draft) -> Mention | None:
    """A name after an honorific or a rank; without a name a rank is an officer, «سموه» ("His Highness") the person last
    spoken of, any other honorific nobody."""
    rank = draft.noun.cls == "rank"
    if draft.other is not None:
        other = draft.other
        other.start, other.head = i, i
        fresh = parser.make(i, draft.end, i, other.entity, other.ref)
        fresh.family, fresh.key, fresh.inner, fresh.adj_countries = (
            other.family,
            other.key,
            other.inner,
            other.adj_countries,
        )
        return fresh
    if draft.taken is None:
        if draft.noun.key == "highness" and draft.hit.poss in ("ه", "ها") and draft.hit.words == 1:
            return _highness(parser, i, draft)
        return _officer(parser, i, draft) if rank else None
    taken = draft.taken
    row = taken.row
    if row is None and len(taken.words) == 1 and taken.family not in parser.index.given:
        row = parser.kb.by_short(taken.family, parser.day)
    if row is not None and len(taken.words) == 1 and taken.family in parser.families:
        held, current = parser.kb.term_at(row, parser.day)
        if not current and held is not None and held.term.office != "head of state":
            row = taken.row = None
    if len(taken.words) == 1 and parser.words[i].stem == "مخلوع":
        row = taken.row = _former_holder(parser, taken.family, "head of state", None) or row
    if (row is not None and len(taken.words) == 1) or (row is not None and taken.row is not None):
        entity = parser.kb.person(row, parser.day)
    else:
        entity = Entity(kind="person", name_ar=taken.text, by="name")
        entity.sector = "MIL" if rank else None
        entity.country = draft.country_code
    mention = mention_of(parser, i, draft, entity, "name")
    mention.family = taken.family
    return mention

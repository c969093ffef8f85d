"""Phrases headed by other common nouns: bodies, groups, members, people, sources, words that point back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.mentions._belonging import belongs, mention_of, nearby_state
from musnad.mentions._offices import office_mention, titled
from musnad.mentions._victims import befallen
from musnad.record import Entity
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._base import Base
    from musnad.mentions._draft import Draft
    from musnad.mentions._mention import Mention

_ARMED = frozenset(
    ["forces", "fighters", "militants", "rebels", "elements", "militia", "units", "soldiers", "fighter", "gunman"]
)
_UNKNOWN = frozenset(("مسلحه", "مجهوله", "مسلح", "مجهول"))
_ALLIED = grammar().allied

_BEARING = frozenset((None, "MIL", "COP", "REB", "PRM", "UAF", "OPP", "SPY", "GOV", "PTY"))  # who has armed men
_KNOWN_BARE = frozenset({"foreign ministry", "interior ministry"})


def entity_of(parser: Base, i: int, draft: Draft, bound: int) -> Mention | None:
    """The mention a finished draft makes, or None when the words name no actor."""
    cls = draft.noun.cls
    if cls == "office":
        return office_mention(parser, i, draft)
    if cls in ("honorific", "rank"):
        return titled(parser, i, draft)
    if cls == "body":
        return _body(parser, i, draft, bound)
    if cls == "back":
        return _back(parser, i, draft)
    if cls == "group":
        return _group(parser, i, draft)
    if cls == "source":
        return _source(parser, i, draft)
    return _people(parser, i, draft, bound)


def _body(parser: Base, i: int, draft: Draft, bound: int) -> Mention | None:
    noun = draft.noun
    if (
        parser.words[i].prep == "ب"
        and noun.key in ("presidency", "leadership", "administration")
        and not draft.countries
    ):
        return None  # «برئاسة فلان» "headed by": the person is the mention
    country, inner_sector, inner = belongs(parser, draft)
    options = noun.options
    if options.get("bare") and (not parser.words[i].det or not (country or draft.hit.poss or noun.key in _KNOWN_BARE)):
        return None
    if options.get("det") and draft.hit.words == 1 and not parser.words[i].det:
        return None  # «غرب اليمن» "the west of Yemen" is not «الغرب» "the West"
    if not draft.definite and (
        options.get("det")
        or (draft.hit.words == 1 and not (country or inner or draft.label or draft.sector or draft.group or draft.org))
    ):
        return None
    known = country or draft.label or inner or draft.group or draft.org or (draft.hit.words > 1 and draft.definite)
    if options.get("weakbare") and not known and not bound and not parser.back_key(i, draft.hit):
        return None
    sector = noun.sector
    if sector == "of":
        sector = inner_sector if inner is not None and inner.ref not in ("state",) else options.get("default")
        if inner is None and draft.sector:
            sector = draft.sector
    elif noun.key == "ngo" and inner is not None and inner_sector in ("COP", "MIL", "SPY", "LEG", "REB"):
        sector = inner_sector
    if noun.key == "authorities" and draft.sector in ("COP", "MIL", "JUD", "LEG", "SPY"):
        sector = draft.sector
    if noun.key == "opposition" and any(
        w.stem in ("مسلح", "مسلحه", "معتدله") for w in parser.words[draft.hit.end : draft.end]
    ):
        sector = "REB"
    if draft.group is not None:
        sector = inner_sector
    if draft.org and not country:
        country, sector = draft.org, None
    if country is None and inner is None and not draft.hit.poss:
        country = nearby_state(parser, draft.end)  # but «سفارتها في كابول» "its embassy in Kabul" is another state's
    if (
        inner is not None
        and inner.ref in ("group", "body")
        and noun.sector in ("MIL", "GOV")
        and inner.entity.kind in ("group", "body")
        and inner.entity.sector not in ("GOV",)
        and not inner.inner
        and noun.key in ("army", "leadership", "government", "authorities", "administration", "presidency")
    ):
        sector = inner_sector
    if country in ("UNO", "EUR", "IGO") and sector != "MIL":
        sector = None
    entity = Entity(kind="media" if sector == "JRN" else "body", country=country, sector=sector, by="description")
    entity.wikidata = options.get("wikidata") if noun.country else None
    if noun.country:
        entity.name = noun.name
    elif inner is not None and inner.ref == "group":
        entity.name = inner.entity.name
    elif country:
        entity.name = f"{parser.kb.english(country)} {noun.name}"
    elif draft.label:
        entity.name_ar = parser.text(i, draft.end)
    ref = "body" if country or inner or draft.label or draft.hit.words > 1 else "anaphor"
    if sector == "JRN" and country:
        ref = "media"
    return mention_of(parser, i, draft, entity, ref)


def _back(parser: Base, i: int, draft: Draft) -> Mention | None:
    noun = draft.noun
    options = noun.options
    if options.get("counterpart"):
        if not draft.hit.poss:
            return None
        country = draft.countries[0] if len(draft.countries) == 1 else None
        if draft.taken is not None and draft.taken.row is not None:
            entity = parser.kb.person(draft.taken.row, parser.day, country)
            if country and entity.country != country:
                entity.country = country
        else:
            entity = Entity(kind="person", country=country, sector="GOV", by="counterpart")
            if draft.taken is not None:
                entity.name_ar = draft.taken.text
        mention = mention_of(parser, i, draft, entity, "counterpart")
        mention.family = draft.taken.family if draft.taken else ""
        mention.key = "counterpart"
        return mention
    if not draft.definite or (options.get("short") and draft.end > draft.hit.end):
        return None
    if options.get("channel"):
        if draft.hit.poss:
            return None
        return mention_of(parser, i, draft, Entity(kind="unnamed", by="description"), "channel")
    entity = Entity(sector=noun.sector, by="dual" if draft.hit.number == "du" else "pronoun")
    if draft.countries and len(draft.countries) == 1:
        code = draft.countries[0]
        if noun.key in ("side", "state"):
            entity = parser.kb.state(code)
            return mention_of(parser, i, draft, entity, "state")
        if noun.key == "minister":
            entity.country = code
    if draft.taken is not None:
        row = draft.taken.row
        entity = (
            parser.kb.person(row, parser.day)
            if row is not None
            else Entity(kind="person", name_ar=draft.taken.text, sector="GOV", office="minister", by="name")
        )
        mention = mention_of(parser, i, draft, entity, "office")
        mention.family = draft.taken.family
        return mention
    return mention_of(parser, i, draft, entity, "anaphor")


def _group(parser: Base, i: int, draft: Draft) -> Mention | None:
    noun = draft.noun
    country, inner_sector, inner = belongs(parser, draft)
    media = bool(noun.options.get("media"))
    if (
        inner is not None
        and inner.ref in ("group", "body", "media")
        and inner.entity.kind != "person"
        and not inner.count
    ):
        entity = inner.entity
        if entity.country is None and len(draft.countries) == 1:
            entity.country = draft.countries[0]  # «جريدة الأخبار اللبنانية»: papers of many states have one name
        mention = mention_of(parser, i, draft, entity, inner.ref)
        mention.inner, mention.key = [], inner.key
        return mention
    sector = inner_sector if draft.group is not None else noun.sector
    if inner is not None and not media and inner_sector:
        sector = inner_sector
    if draft.sector == "OPP" and not media:
        sector = "OPP"
    label = draft.label
    if country is None and inner is None and not media:
        country = nearby_state(parser, draft.end)
    if noun.options.get("quoted") and not (draft.hit.end < parser.n and parser.tokens[draft.hit.end].kind is Kind.OPEN):
        return None
    if not (label or country or inner or draft.group):
        if not draft.definite and not draft.has_adjective:
            return None
        entity = Entity(kind="media" if media else "group", sector=None if not media else "JRN", by="pronoun")
        allied = not media and draft.hit.number == "pl" and draft.end < parser.n and _stem(parser, draft.end) in _ALLIED
        if allied:  # «والجماعات المسلحة المتحالفة معها» "and the armed groups allied with it": not the one named before
            entity.sector, entity.by = "PRM", "description"
        elif not draft.definite:  # «مجموعة مسلحة» "an armed group": nobody knows which
            armed = any(parser.words[t].stem in _UNKNOWN for t in range(draft.hit.end, draft.end))
            entity.sector = "UAF" if armed and not media else sector
        if allied or not draft.definite:
            return mention_of(parser, i, draft, entity, "media" if media else "group")
        return mention_of(parser, i, draft, entity, "anaphor")
    entity = Entity(kind="media" if media else "group", country=country, sector=sector, by="description")
    entity.name_ar = parser.text(i, draft.end)
    if draft.group is not None:
        entity.name = getattr(draft.group, "name", None)
    return mention_of(parser, i, draft, entity, "media" if media else "group")


def _stem(parser: Base, at: int) -> str:
    return parser.tokens[at].norm.removeprefix("ال")


def _source(parser: Base, i: int, draft: Draft) -> Mention | None:
    country, inner_sector, inner = belongs(parser, draft)
    sector = inner_sector if inner is not None and inner.ref not in ("state", "metonym") else None
    sector = sector or draft.sector or "UNK"
    if draft.org and not country:
        country = draft.org
    if draft.group is not None:
        sector = inner_sector or sector
    if inner is not None and inner.ref in ("state", "metonym") and draft.via in ("في",):
        sector = draft.sector or "UNK"
    if country in ("UNO", "EUR", "IGO"):
        sector = None
    entity = Entity(kind="unnamed", country=country, sector=sector, by="description")
    if country:
        entity.name = f"{parser.kb.english(country)} {draft.noun.name}"
    bare = draft.definite and not (country or inner or draft.sector)
    return mention_of(parser, i, draft, entity, "anaphor" if bare else "unnamed")


def _people(parser: Base, i: int, draft: Draft, bound: int) -> Mention | None:
    noun = draft.noun
    options = noun.options
    country, inner_sector, inner = belongs(parser, draft)
    whose = country or inner or draft.group or draft.org
    if options.get("det") and not draft.definite and not whose:
        return None
    bare = not draft.definite and not whose and not draft.sector
    if bare and options.get("kind") in ("body", "group", "media") and not (noun.key == "cell" and draft.has_adjective):
        return None  # but «خلية تكفيرية» "a takfiri cell"
    victim = draft.hit.number in ("", "sg") and not draft.definite and befallen(parser, i)
    if noun.cls == "member" and options.get("bare") == "UNK" and not draft.definite and not (whose or bound or victim):
        return None
    if noun.key == "others" and parser.words[i].stem == "اخري":
        return None  # «المناطق الأخرى»: an adjective
    alone = draft.hit.words == 1 and not draft.definite and not draft.has_adjective and not whose and not bound
    if alone and parser.words[i].rest in parser.index.stop and draft.hit.number in ("", "sg") and not victim:
        return None  # «طالب» "he demanded" rather than "a student"
    if alone and noun.key == "officials" and _predicate(parser, i, draft.end):
        return None  # «القوات مسؤولة عن الهجوم» "is responsible"
    if noun.key == "forces" and draft.hit.number == "sg" and not whose and not draft.sector:
        return None  # «بالقوة» "by force"
    two_more = noun.key == "others" and draft.hit.number == "du"  # «وجرح آخران»
    if options.get("plural_only") and (
        (draft.hit.number != "pl" and not two_more) or (draft.has_adjective and not draft.definite and draft.countries)
    ):
        return None
    if options.get("ambiguous") and not (country or inner or draft.taken is not None):
        return None
    if noun.key == "ally" and not draft.hit.poss:
        return None  # «الحلفاء»: whose?
    if noun.key == "units" and draft.end < parser.n and parser.tokens[draft.end].kind is Kind.NUMBER:
        draft.end += 1  # «الفرقة 30» "the 30th division"
        sure = True
    else:  # «طائراتها» "its aircraft", «زملائه» "his comrades"
        sure = bool(draft.hit.poss) and (noun.cls == "people" or noun.key in ("aircraft", "tanks"))
    if options.get("weakbare") and not (country or inner or draft.sector or draft.group or sure) and not bound:
        return None
    if noun.key == "base" and not (country or draft.sector):
        return None  # «عناصر القاعدة» are of al-Qaeda
    if noun.cls == "rolehead" and not (country or inner or draft.group):
        return None
    if noun.cls == "member" and options.get("silent") and not (country or inner):
        return None
    membership = noun.cls in ("member", "rolehead")
    sector = options.get("bare") if membership and noun.cls == "member" else noun.sector
    if draft.group is not None:
        sector = inner_sector
    elif inner is not None:
        state = inner.ref in ("state", "metonym")
        ruling = inner.entity.kind == "person" or inner.key in ("regime", "government", "authorities")
        if options.get("state") == "MIL" and ((ruling and inner_sector == "GOV") or inner_sector == "LEG"):
            state = True  # «قوات الأسد»: a ruler's forces are his state's
        if noun.key == "supporters" and inner.entity.kind == "person":
            state = True  # «أنصار الرئيس»: his adherents hold no office
        if membership:
            sector = (options.get("state") or noun.sector or "UNK") if state else (inner_sector or noun.sector)
            if sector is None and inner.ref == "anaphor" and options.get("state") == "MIL":
                sector = "MIL"  # «طيران التحالف»: whose it is comes later, that it is a force is said
            if options.get("state") in ("MIL", "COP") and sector not in _BEARING:
                sector = options["state"]  # «أمين شرطة من قوة مركز كذا»: a policeman whatever his post
            if inner.entity.country in ("UNO", "EUR", "IGO"):
                armed = noun.key in ("forces", "soldiers", "aircraft")
                sector = inner_sector if inner_sector in ("MIL", "COP") else "MIL" if armed else None
            if sector == "OPP" and noun.key in _ARMED:
                sector = "REB"
        elif (
            draft.via == "من"
            and not state
            and inner_sector
            and (noun.sector in ("UNK", "CVL", "UAF", None) or inner_sector in ("REB", "PRM"))
        ):
            sector = "REB" if noun.sector == "UAF" and inner_sector == "OPP" else inner_sector
    elif membership and draft.countries:
        sector = options.get("state") or noun.sector or "UNK"
    if (
        draft.sector
        and not (inner is not None and inner.ref not in ("state", "metonym"))
        and (
            noun.key in ("officials", "forces", "leaders", "elements", "delegation", "person", "parties", "aircraft")
            or sector in ("UNK", None)
        )
    ):
        sector = draft.sector
    if any(w.stem.startswith("سابق") for w in parser.words[draft.hit.end : draft.end]) and draft.former:
        sector = "ELI"
    if draft.org and not country:
        country, sector = draft.org, None
    rebel = [w.stem for w in parser.words[draft.hit.end : draft.end] if w.quality == "plain"]
    if (
        sector in ("UAF", "UNK", "MIL", "PRM", None)
        and (membership or noun.key in ("cell", "terrorist-cell"))
        and _any_prefix(rebel, ("متمرد", "انفصالي", "انقلابي", "معارض", "تكفيري", "ارهابي", "جهادي", "متطرف", "متشدد"))
    ):
        sector = "REB"
    if sector in ("UAF", "REB") and (draft.sector == "OPP" or draft.loyal):
        sector = "REB"  # «مقاتلون موالون لروسيا» "fighters loyal to Russia"
    kind = "people"
    if noun.key in ("officials", "diplomats") or options.get("kind") == "unnamed":
        kind = "unnamed"
    elif options.get("kind") in ("body", "group", "media"):
        kind = str(options["kind"])
    entity = Entity(kind=kind, country=country, sector=sector, by="description")  # type: ignore[arg-type]
    if country:
        entity.name = f"{parser.kb.english(country)} {noun.name}"
    if inner is not None and inner.ref in ("group", "body") and inner.entity.name and membership:
        entity.name = inner.entity.name
    if draft.taken is not None:
        entity.kind = "person"
        if draft.taken.row is not None:
            entity = parser.kb.person(draft.taken.row, parser.day)
        else:
            entity.name, entity.name_ar, entity.by = None, draft.taken.text, "name"
    ref = "people"
    if kind == "unnamed":
        ref = "unnamed"
    elif kind == "body":
        ref = "body" if country or inner else "anaphor"
    elif kind == "media":
        ref = "media" if country or inner else "anaphor"
    elif (
        options.get("back")
        and (draft.definite or noun.key == "others")
        and not (country or inner or draft.group or draft.sector)
    ):
        ref = "anaphor"
    elif inner is not None and membership and inner.ref in ("group",):
        ref = "group"
    if kind == "group" and not country and draft.definite:
        ref = "anaphor"
    mention = mention_of(parser, i, draft, entity, ref)
    if draft.taken is not None:
        mention.family, mention.ref = draft.taken.family, "office"
    return mention


def _any_prefix(words: list[str], prefixes: tuple[str, ...]) -> bool:
    return any(w.startswith(prefixes) for w in words)


def _predicate(parser: Base, i: int, end: int) -> bool:
    """Whether «مسؤول» says of a noun before it what it answers for: «الحكومة مسؤولة عن», «كانت مسؤولة»."""
    follows = end < parser.n and parser.words[end].norm in ("عن", "عنها", "عنه", "عما")
    before = parser.words[i - 1] if i else None
    after_noun = before is not None and (before.det or before.adjective is not None or before.names is not None)
    feminine = parser.words[i].stem.endswith("ه")
    return (follows and (after_noun or feminine)) or (feminine and after_noun)

"""Phrases headed by a common noun: what head, adjectives and complement together say of the entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.mentions._names import COMPLEMENT, GROUP, OUTLET, match_names
from musnad.morphology.clitics import articled
from musnad.record import Entity
from musnad.resolve._who_index import END
from musnad.resolve.who import sector_of
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.lexicon.actors import PersonRow
    from musnad.mentions._grammar import Parser
    from musnad.mentions._mention import Mention
    from musnad.mentions._names import Taken
    from musnad.mentions._words import Word
    from musnad.resolve._who_index import Noun

_WORD = Kind.WORD
_LOCAL = frozenset({"committee", "municipality", "hospital", "university", "ngo", "governor", "company", "side", "state"})
_ARMED = frozenset("forces fighters militants rebels elements militia units soldiers fighter gunman".split())
_KNOWN_BARE = frozenset({"foreign ministry", "interior ministry"})
_HEADS = frozenset({"leader", "head of state", "director", "head", "secretary-general", "commander"})
# how the head of an organisation or group is called in its own file
_HEAD_KEYS = (
    "leader", "secretary-general", "president", "director general", "managing director", "executive director",
    "general guide", "chairman", "chairperson of the commission", "commander", "head",
)  # fmt: skip
_CODED = ("state", "metonym", "group", "body", "media")


@dataclass(slots=True)
class Hit:
    """A noun phrase of the dictionary found in the sentence."""

    end: int
    noun: Noun
    number: str
    poss: str
    words: int
    text: str = ""


def match_nouns(parser: Parser, i: int) -> Hit | None:
    """The longest dictionary phrase of common nouns that begins at token ``i``."""
    tokens, words, n = parser.tokens, parser.words, parser.n
    first = words[i]
    best: Hit | None = None
    for lemma, number in first.lemmas:
        node = parser.index.nouns.get(lemma)
        j, poss = i + 1, first.poss
        while node is not None:
            items = node.get(END)
            if items and (best is None or j > best.end):
                for item in items:
                    if not item.number or item.number == number:
                        best = Hit(j, item, number, poss, j - i)
                        break
            if j >= n or tokens[j].kind is not _WORD or poss:
                break
            norm = tokens[j].norm
            stem = norm[2:] if articled(norm) else norm
            following = node.get(stem) or node.get(norm)
            if following is None and words[j].poss:
                for form in (stem[: -len(words[j].poss)],):
                    following = node.get(form) or (node.get(form[:-1] + "ه") if form.endswith("ت") else None)
                poss = words[j].poss if following is not None else poss
            elif following is None:
                for size in (1, 2):  # «خارجيته» "its foreign (ministry)": not in the dictionary as a word of its own
                    if stem[-size:] in ("ه", "ها", "هم") and stem[:-size].endswith("ت"):
                        following = node.get(stem[: -size - 1] + "ه")
                        poss = stem[-size:] if following is not None else poss
            node = following
            j += 1
    if best is not None and best.words > 1:
        best.text = " ".join(t.norm for t in tokens[i : best.end])
    return best


class Draft:
    """What has been read of one phrase so far."""

    __slots__ = (
        "accusative", "construct", "countries", "definite", "end", "former", "genitive", "group", "has_adjective", "hit",
        "inners", "international", "label", "last_adjective", "noun", "org", "other", "sector", "taken", "via",
    )  # fmt: skip

    def __init__(self, hit: Hit, first: Word, last: Word) -> None:
        self.hit = hit
        self.noun = hit.noun
        self.definite = last.det or first.det or bool(hit.poss) or last.rest.startswith("لل")
        if last.norm == "باسم":
            self.definite = False  # «المتحدث باسم» "the spokesman of": whose follows
        self.accusative = last.stem.endswith("ا") and not last.det
        self.construct = first.stem.endswith(("و", "ي")) and hit.number == "pl"
        self.countries: list[str] = []
        self.org: str | None = None
        self.international = "دولي" in hit.text or "الامم" in hit.text
        self.sector: str | None = None
        self.former = False
        self.group: object = None
        self.genitive: Mention | None = None
        self.has_adjective = False
        self.last_adjective = False
        self.inners: list[Mention] = []
        self.via = ""
        self.label = ""
        self.taken: Taken | None = None
        self.other: Mention | None = None
        self.end = hit.end

    # ---- reading

    def adjective(self, word: Word) -> None:
        """Take an adjective: a nationality, a group's, a sector's, or one that says the office is over."""
        self.has_adjective = self.last_adjective = True
        if word.adjective is not None and not (word.quality and self.noun.cls == "source" and word.stem == "كردي"):
            self.countries.append(word.adjective[0])
            return
        if word.group is not None:
            self.group = word.group
            return
        quality = word.quality
        if word.stem == "دولي":
            self.international = True
        if quality == "former":
            self.former = True
        elif quality in ("UNO", "EUR"):
            self.org = quality
        elif quality and quality != "plain" and self.sector is None:
            self.sector = quality

    def country(self, code: str) -> None:
        self.countries.append(code)
        self.has_adjective = self.last_adjective = True

    def inner(self, mention: Mention, via: str = "") -> None:
        self.inners.append(mention)
        self.via = self.via or via

    @property
    def country_code(self) -> str | None:
        if self.countries:
            return self.countries[0]
        if self.inners:
            return self.inners[0].entity.country
        return self.noun.country

    @property
    def binding(self) -> int:
        """Which names that are also common words the head lets stand in its complement."""
        cls, options = self.noun.cls, self.noun.options
        if cls == "group":
            return OUTLET if options.get("media") else GROUP
        if cls in ("member", "rolehead", "source") or (cls == "office" and options.get("takes")):
            return GROUP
        return COMPLEMENT

    @property
    def known(self) -> bool:
        return bool(self.countries or self.inners)

    def accepts(self, inner: Mention) -> bool:
        """Whether ``inner`` may be the genitive complement of the head."""
        cls, ref = self.noun.cls, inner.ref
        if cls == "office":
            if self.noun.options.get("takes") or self.noun.options.get("generic") or self.noun.options.get("envoy"):
                return ref != "name" or self.noun.key in ("assistant", "adviser", "director", "member")
            return ref in ("state", "metonym", "body", "group") or (ref == "anaphor" and inner.key in ("state", "government"))
        if cls == "body":
            if ref in ("name", "office"):
                return inner.entity.kind == "person"
            return ref in _CODED or (ref in ("anaphor", "people") and bool(self.noun.options.get("takes")))
        if cls in ("member", "rolehead"):
            return not inner.count
        if cls in ("role", "people"):
            return ref in ("state", "metonym") or (self.construct and ref in ("group", "people"))
        if cls == "group":
            return ref in ("group", "body", "media", "people", "state")
        return ref in _CODED

    def governs(self, preposition: str) -> bool:
        """Whether ل or ب after the head can introduce whose it is."""
        cls, options = self.noun.cls, self.noun.options
        if cls == "office":
            return bool(
                options.get("takes")
                or options.get("generic")
                or options.get("envoy")
                or options.get("for")
                or self.noun.org
            )
        return cls in ("member", "body", "source", "rolehead")

    def prepositions(self) -> tuple[str, ...]:
        """Free prepositions that can introduce whose it is."""
        cls, options = self.noun.cls, self.noun.options
        if cls in ("source", "member", "rolehead"):
            return ("من", "في", "عن")
        if cls == "office":
            if options.get("takes"):
                return ("في", "باسم", "عن", "لدي", "من")
            if options.get("place") or options.get("envoy"):
                return ("لدي", "الي", "في")
            return ("في",)
        if cls in ("role", "people"):
            return ("من",)
        return ()

    def accepts_after(self, preposition: str, inner: Mention) -> bool:
        """Whether the complement of a free preposition belongs to the phrase."""
        ref = inner.ref
        if preposition == "من":
            if ref in ("anaphor", "possessive") and inner.key == "side":
                return False
            return ref in ("group", "body", "people", "anaphor", "possessive") or (ref == "state" and self.noun.cls in ("role", "people", "member") and not self.definite)
        if preposition in ("لدي", "الي"):
            return ref in ("state", "metonym", "body", "group")
        if preposition == "في":
            if self.noun.options.get("place") or self.noun.options.get("envoy"):
                return ref in ("state", "metonym", "body")
            if self.noun.cls == "office" and not self.noun.options.get("takes"):
                return ref == "body" and inner.entity.kind != "media" and inner.key in ("government",)
            return ref in ("group", "media") or (ref in ("body", "anaphor", "office") and inner.key not in _LOCAL)
        return ref in ("group", "body", "media", "anaphor", "state", "possessive", "office", "people")


def entity_of(parser: Parser, i: int, draft: Draft, bound: int) -> Mention | None:
    """The mention a finished draft makes, or None when the words name no actor."""
    cls = draft.noun.cls
    if cls == "office":
        return _office(parser, i, draft)
    if cls in ("honorific", "rank"):
        return _titled(parser, i, draft)
    if cls == "body":
        return _body(parser, i, draft, bound)
    if cls == "back":
        return _back(parser, i, draft)
    if cls == "group":
        return _group(parser, i, draft)
    if cls == "source":
        return _source(parser, i, draft)
    return _people(parser, i, draft, bound)


def _nearby_state(parser: Parser, end: int) -> str | None:
    """The state of «في تركيا», «بالسعودية» right after a phrase that names no country of its own."""
    if end >= parser.n:
        return None
    word = parser.words[end]
    at = end + 1 if word.norm == "في" else end if word.prep == "ب" and not word.conj else -1
    if at < 0 or at >= parser.n or parser.words[at].names is None:
        return None
    _, name = match_names(parser, at, 0)
    return name.row.code if name is not None and name.cls in ("state", "capital") else None


def _mention(parser: Parser, i: int, draft: Draft, entity: Entity, ref: str) -> Mention:
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
            part = parser.make(i, draft.end, i, _part(parser, draft, country), ref)
            part.key, part.adj_countries = mention.key, (country,)
            mention.parts.append(part)
        entity.country = None
        entity.name = None
    return mention


def _part(parser: Parser, draft: Draft, country: str) -> Entity:
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
    return Entity(kind="body", country=country, sector=draft.sector or noun.sector, by="description")


def _belongs(parser: Parser, draft: Draft) -> tuple[str | None, str | None, Mention | None]:
    """(country, sector of the complement, complement): whose the head is."""
    inner = draft.inners[0] if draft.inners else None
    country = draft.countries[0] if draft.countries else None
    sector = None
    if inner is not None:
        if country is None or (inner.ref == "group" and inner.entity.country in ("IMG", "UNO", "IGO", "EUR")):
            country = inner.entity.country  # «الفرع المصري لتنظيم الدولة»: the group's code, not the nationality
        sector = inner.entity.sector
    if draft.group is not None:
        country, sector = parser.kb.body_code(draft.group, parser.day)  # type: ignore[arg-type]
    return country or draft.noun.country, sector, inner


def _organisation(parser: Parser, draft: Draft) -> str | None:
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


def _office(parser: Parser, i: int, draft: Draft) -> Mention | None:
    noun, kb, day = draft.noun, parser.kb, parser.day
    country, inner_sector, inner = _belongs(parser, draft)
    office = noun.key
    sector = noun.sector
    own = inner is not None and inner.entity.kind not in ("state", None) and inner.ref not in ("state", "metonym")
    if noun.options.get("generic") and own and inner is not None:
        office, sector = "leader", inner_sector
    if sector == "of":
        sector = inner_sector if inner is not None or draft.group is not None else draft.sector or noun.options.get("default")
        if inner is not None and inner.ref in ("state", "metonym"):
            sector = draft.sector or noun.options.get("default")
        if inner is not None and inner.ref == "people" and not draft.countries:
            country = inner.entity.country
    if office == "adviser" and not draft.hit.poss and country in ("DEU", "AUT") and draft.countries:
        office = "head of government"
    if noun.options.get("only") and country not in noun.options["only"]:
        office = "adviser"
    organisation = _organisation(parser, draft)
    own_country = draft.countries[0] if draft.countries else None
    if noun.options.get("envoy"):
        # an envoy is his sender's; where he is sent says only which envoy he is
        country = own_country or draft.org or ("UNO" if draft.international or organisation == "United Nations" else None)
        if organisation and organisation in parser.index.org_codes:
            country = parser.index.org_codes[organisation]
        if country is None and inner is not None and inner.ref == "body":
            country = inner.entity.country
    elif noun.options.get("place") and office == "ambassador":
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
        mention = _mention(parser, i, draft, entity, "office")
        mention.family = other.family
        return _finish_office(mention, draft, country)
    if taken is None and other is not None and row is None:
        row = None
        entity = other.entity
        entity.country = entity.country or country
        return _finish_office(_mention(parser, i, draft, entity, "office"), draft, country)
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
    mention = _mention(parser, i, draft, entity, "office")
    if taken is not None:
        mention.family = taken.family
    return _finish_office(mention, draft, country)


def _finish_office(mention: Mention, draft: Draft, country: str | None) -> Mention:
    entity = mention.entity
    if draft.former:
        entity.sector = "ELI"
    if entity.country in ("UNO", "EUR") or (entity.country == "IGO" and entity.sector != "MIL"):
        entity.sector = None
    if mention.family and mention.ref == "possessive":
        mention.ref = "office"
    return mention


def _holder(parser: Parser, draft: Draft, office: str, country: str | None, organisation: str | None) -> object:
    kb, day = parser.kb, parser.day
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
    if country and not (draft.inners and organisation) and not (draft.inners and draft.inners[0].entity.country == "UNO" and office != "ambassador to the UN"):
        for key in keys:
            if (row := kb.holder_row(country, key, day)) is not None:
                return row
    return None


def _named_office(
    parser: Parser, draft: Draft, taken: Taken, row: object, office: str, country: str | None, sector: str | None
) -> Entity:
    from musnad.resolve.who import same_name

    kb, day = parser.kb, parser.day
    known = taken.row
    if draft.former and len(taken.words) == 1:
        known = _former_holder(parser, taken.family, office, country) or known
    if known is not None and len(taken.words) == 1 and known is not row:
        held, current = kb.term_at(known, day)
        if not current and not draft.former:
            known = None
    if known is None and row is not None and same_name(taken.words, row):  # type: ignore[arg-type]
        known = row  # type: ignore[assignment]
    if known is None and country is not None:
        known = kb.by_short(taken.family, day, country)
        if known is not None and len(taken.words) > 1 and not same_name(taken.words, known, True):
            known = None
    if known is None:
        return Entity(kind="person", name_ar=taken.text, country=country, sector=sector, office=office, by="name")
    entity = kb.person(known, day, country)
    if country is not None and entity.country != country and entity.country not in ("UNO", "IGO", "EUR"):
        entity.country, entity.office = country, office
        entity.sector = sector
    elif entity.country is None:
        entity.country = country
    if not draft.former and entity.sector in (None, "ELI"):
        entity.sector = sector or sector_of(office)
        entity.office = office
    elif draft.noun.sector == "of" and sector and draft.inners and draft.inners[0].ref == "group" and entity.sector != "GOV":
        entity.sector = sector  # the leader of a party is named by his party, not by another of his roles
    elif draft.noun.sector not in (None, "of") and sector and entity.sector in ("PTY", "OPP", "REB") and not draft.former:
        entity.sector = sector
    return entity


def _former_holder(parser: Parser, short: str, office: str, country: str | None) -> PersonRow | None:
    """The last former holder of an office with that family name: «الرئيس الأميركي السابق بوش»."""
    best: tuple[int, PersonRow] | None = None
    for row in parser.index.shorts.get(short, ()):
        for held in parser.index.terms.get(row.name, ()):
            if held.term.office != office or held.end_latest > parser.day or country not in (None, held.term.country):
                continue
            if best is None or held.end_latest > best[0]:
                best = (held.end_latest, row)
    return best[1] if best else None


def _title_name(parser: Parser, country: str | None, organisation: str | None, title: str, inner: Mention | None) -> str:
    if inner is not None and inner.entity.name and inner.ref not in ("state", "metonym"):
        return f"{inner.entity.name} {title}"
    if country:
        return f"{parser.kb.english(country)} {title}"
    return f"{organisation} {title}"


def _titled(parser: Parser, i: int, draft: Draft) -> Mention | None:
    """A name after an honorific or a rank; without a name a rank is an officer, an honorific nobody."""
    rank = draft.noun.cls == "rank"
    if draft.other is not None:
        other = draft.other
        other.start, other.head = i, i
        fresh = parser.make(i, draft.end, i, other.entity, other.ref)
        fresh.family, fresh.key, fresh.inner, fresh.adj_countries = other.family, other.key, other.inner, other.adj_countries
        return fresh
    if draft.taken is None:
        return None
    taken = draft.taken
    row = taken.row
    if row is None and len(taken.words) == 1 and taken.family not in parser.index.given:
        row = parser.kb.by_short(taken.family, parser.day)
    if row is not None and len(taken.words) == 1 or row is not None and taken.row is not None:
        entity = parser.kb.person(row, parser.day)
    else:
        entity = Entity(kind="person", name_ar=taken.text, by="name")
        entity.sector = "MIL" if rank else None
        entity.country = draft.country_code
    mention = _mention(parser, i, draft, entity, "name")
    mention.family = taken.family
    return mention


def _body(parser: Parser, i: int, draft: Draft, bound: int) -> Mention | None:
    noun = draft.noun
    if parser.words[i].prep == "ب" and noun.key in ("presidency", "leadership", "administration") and not draft.countries:
        return None  # «برئاسة فلان» "headed by": the person is the mention
    country, inner_sector, inner = _belongs(parser, draft)
    options = noun.options
    if options.get("bare") and (not parser.words[i].det or not (country or draft.hit.poss or noun.key in _KNOWN_BARE)):
        return None
    if not draft.definite and (options.get("det") or (draft.hit.words == 1 and not (country or inner or draft.label or draft.sector or draft.group or draft.org))):
        return None
    if options.get("weakbare") and not (country or draft.label or inner or draft.group or draft.org) and not bound:
        if not (draft.hit.words > 1 and draft.definite) and not parser.back_key(i, draft.hit):
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
    if noun.key == "opposition" and any(w.stem in ("مسلح", "مسلحه", "معتدله") for w in parser.words[draft.hit.end : draft.end]):
        sector = "REB"
    if draft.group is not None:
        sector = inner_sector
    if draft.org and not country:
        country, sector = draft.org, None
    if country is None and inner is None:
        country = _nearby_state(parser, draft.end)
    if inner is not None and inner.ref in ("group", "body") and noun.sector in ("MIL", "GOV") and inner.entity.kind in ("group", "body") and inner.entity.sector not in ("GOV",) and not inner.inner and noun.key in ("army", "leadership", "government", "authorities", "administration", "presidency"):
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
    return _mention(parser, i, draft, entity, ref)


def _back(parser: Parser, i: int, draft: Draft) -> Mention | None:
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
        mention = _mention(parser, i, draft, entity, "counterpart")
        mention.family = draft.taken.family if draft.taken else ""
        mention.key = "counterpart"
        return mention
    if not draft.definite:
        return None
    if options.get("channel"):
        if draft.hit.poss:
            return None
        return _mention(parser, i, draft, Entity(kind="unnamed", by="description"), "channel")
    entity = Entity(sector=noun.sector, by="dual" if draft.hit.number == "du" else "pronoun")
    if draft.countries and len(draft.countries) == 1:
        code = draft.countries[0]
        if noun.key in ("side", "state"):
            entity = parser.kb.state(code)
            mention = _mention(parser, i, draft, entity, "state")
            return mention
        if noun.key == "minister":
            entity.country = code
    if draft.taken is not None:
        row = draft.taken.row
        entity = (
            parser.kb.person(row, parser.day)
            if row is not None
            else Entity(kind="person", name_ar=draft.taken.text, sector="GOV", office="minister", by="name")
        )
        mention = _mention(parser, i, draft, entity, "office")
        mention.family = draft.taken.family
        return mention
    return _mention(parser, i, draft, entity, "anaphor")


def _group(parser: Parser, i: int, draft: Draft) -> Mention | None:
    noun = draft.noun
    country, inner_sector, inner = _belongs(parser, draft)
    media = bool(noun.options.get("media"))
    if inner is not None and inner.ref in ("group", "body", "media") and inner.entity.kind != "person" and not inner.count:
        entity = inner.entity
        mention = _mention(parser, i, draft, entity, inner.ref)
        mention.inner, mention.key = [], inner.key
        return mention
    sector = inner_sector if draft.group is not None else noun.sector
    if inner is not None and not media and inner_sector:
        sector = inner_sector
    if draft.sector == "OPP" and not media:
        sector = "OPP"
    label = draft.label
    if country is None and inner is None and not media:
        country = _nearby_state(parser, draft.end)
    if noun.options.get("quoted") and not (draft.hit.end < parser.n and parser.tokens[draft.hit.end].kind is Kind.OPEN):
        return None
    if not (label or country or inner or draft.group):
        if not draft.definite and not draft.has_adjective:
            return None
        entity = Entity(kind="media" if media else "group", sector=None if not media else "JRN", by="pronoun")
        if not draft.definite:
            entity.sector = sector
            return _mention(parser, i, draft, entity, "media" if media else "group")
        return _mention(parser, i, draft, entity, "anaphor")
    entity = Entity(kind="media" if media else "group", country=country, sector=sector, by="description")
    entity.name_ar = parser.text(i, draft.end)
    if draft.group is not None:
        entity.name = getattr(draft.group, "name", None)
    return _mention(parser, i, draft, entity, "media" if media else "group")


def _source(parser: Parser, i: int, draft: Draft) -> Mention | None:
    country, inner_sector, inner = _belongs(parser, draft)
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
    return _mention(parser, i, draft, entity, "anaphor" if bare else "unnamed")


def _people(parser: Parser, i: int, draft: Draft, bound: int) -> Mention | None:
    noun = draft.noun
    options = noun.options
    country, inner_sector, inner = _belongs(parser, draft)
    whose = country or inner or draft.group or draft.org
    if options.get("det") and not draft.definite and not whose:
        return None
    if options.get("kind") in ("body", "group", "media") and not draft.definite and not whose and not draft.sector:
        return None
    if noun.cls == "member" and options.get("bare") == "UNK" and not draft.definite and not whose and not bound:
        return None
    if draft.hit.words == 1 and not draft.definite and not draft.has_adjective and not whose and not bound:
        if parser.words[i].norm in parser.index.stop and draft.hit.number in ("", "sg"):
            return None
    if noun.key == "forces" and draft.hit.number == "sg" and not whose and not draft.sector:
        return None  # «بالقوة» "by force"
    if options.get("plural_only") and (draft.hit.number != "pl" or draft.has_adjective and not draft.definite and draft.countries):
        return None
    if options.get("ambiguous") and not (country or inner):
        return None
    if options.get("weakbare") and not (country or inner or draft.sector or draft.group):
        if not bound:
            return None
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
        if membership:
            sector = (options.get("state") or noun.sector or "UNK") if state else (inner_sector or noun.sector)
            if sector is None and inner.ref == "anaphor" and options.get("state") == "MIL":
                sector = "MIL"  # «طيران التحالف»: whose it is comes later, that it is a force is said
            if inner.entity.country in ("UNO", "EUR", "IGO"):
                sector = inner_sector if inner_sector in ("MIL", "COP") else None
            if sector == "OPP" and noun.key in _ARMED:
                sector = "REB"
        elif draft.via == "من" and not state and inner_sector and noun.sector in ("UNK", "CVL", "UAF", None):
            sector = "REB" if noun.sector == "UAF" and inner_sector == "OPP" else inner_sector
    elif membership and draft.countries:
        sector = options.get("state") or noun.sector or "UNK"
    if draft.sector and not (inner is not None and inner.ref not in ("state", "metonym")) and (
        noun.key in ("officials", "forces", "leaders", "elements", "delegation", "person", "parties", "aircraft")
        or sector in ("UNK", None)
    ):
        sector = draft.sector
    if any(w.stem.startswith("سابق") for w in parser.words[draft.hit.end : draft.end]) and draft.former:
        sector = "ELI"
    if draft.org and not country:
        country, sector = draft.org, None
    rebel = [w.stem for w in parser.words[draft.hit.end : draft.end] if w.quality == "plain"]
    if sector in ("UAF", "UNK", "MIL", "PRM") and membership and _any_prefix(rebel, ("متمرد", "انفصالي", "انقلابي", "معارض")):
        sector = "REB"
    if sector in ("UAF", "REB") and draft.sector == "OPP":
        sector = "REB"
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
    elif options.get("back") and (draft.definite or noun.key == "others") and not (country or inner or draft.group or draft.sector):
        ref = "anaphor"
    elif inner is not None and membership and inner.ref in ("group",):
        ref = "group"
    if kind == "group" and not country and draft.definite:
        ref = "anaphor"
    mention = _mention(parser, i, draft, entity, ref)
    if draft.taken is not None:
        mention.family, mention.ref = draft.taken.family, "office"
    return mention


def _any_prefix(words: list[str], prefixes: tuple[str, ...]) -> bool:
    return any(w.startswith(prefixes) for w in words)

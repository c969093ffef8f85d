"""Indexes over the actor tables: tries of folded words for names and for common nouns, holders of offices by date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from musnad.lexicon.actor_rows import ActorTables, BodyRow, NounRow, PersonRow, StateRow, Term
from musnad.morphology.clitics import articled
from musnad.morphology.nominal import adjective_forms, noun_forms
from musnad.resolve.names import ENDINGS, PARTICLES, family, keys
from musnad.text import fold, fold_phrase

# offices whose holders the press calls by family name alone
PROMINENT = frozenset(
    {
        "head of state", "head of government", "supreme leader", "foreign minister", "defence minister",
        "vice president", "speaker of parliament", "secretary-general", "crown prince", "deputy crown prince",
        "high representative", "national security adviser", "interior minister", "leader", "president",
    }
)  # fmt: skip
END = ""  # the key under which a trie node keeps its items
Node = dict[str, Any]


@dataclass(slots=True)
class Name:
    """What a proper name stands for. ``cls``: state, capital, metonym, people, body, person, short."""

    cls: str
    row: Any
    sector: str | None = None
    name: str = ""
    weak: bool = False


@dataclass(slots=True)
class Noun:
    """What a common noun or phrase heads."""

    cls: str
    key: str
    sector: str | None
    name: str
    country: str | None
    org: str | None
    options: dict[str, Any]
    number: str = ""


@dataclass(slots=True)
class Held:
    """A term with its bounds as numbers YYYYMMDD: earliest and latest reading of the begin and of the end."""

    begin: int
    begin_latest: int
    end: int
    end_latest: int
    person: PersonRow
    term: Term


@dataclass(slots=True)
class Index:
    """Everything that mention grammar and resolution look up."""

    names: Node = field(default_factory=dict)
    nouns: Node = field(default_factory=dict)
    forms: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # form -> (lemma, number)
    adjectives: dict[str, tuple[str, str]] = field(default_factory=dict)  # form -> (country, number)
    adjectives2: dict[tuple[str, str], str] = field(default_factory=dict)
    group_adjectives: dict[str, BodyRow] = field(default_factory=dict)
    qualities: dict[str, str] = field(default_factory=dict)  # form -> 'former', a sector, or 'plain'
    numbers: set[str] = field(default_factory=set)
    stop: set[str] = field(default_factory=set)
    name_words: set[str] = field(default_factory=set)
    weak_shorts: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    back: dict[tuple[str, ...], str] = field(default_factory=dict)
    persons_by_key: dict[tuple[str, ...], list[PersonRow]] = field(default_factory=dict)
    shorts: dict[str, list[PersonRow]] = field(default_factory=dict)
    states: dict[str, StateRow] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    held: dict[tuple[str, str], list[Held]] = field(default_factory=dict)
    terms: dict[str, list[Held]] = field(default_factory=dict)  # person name -> terms
    orgs: dict[str, str] = field(default_factory=dict)  # body name -> organisation key of orgs/*.yaml
    bodies: dict[str, BodyRow] = field(default_factory=dict)
    org_offices: dict[str, list[str]] = field(default_factory=dict)
    office_sectors: dict[str, str] = field(default_factory=dict)
    org_codes: dict[str, str] = field(default_factory=dict)  # organisation key -> its code (UNO, IGO, EUR)


def bounds(text: str | None, default: int) -> tuple[int, int]:
    """The earliest and latest day (YYYYMMDD) an ISO date of day, month or year precision can mean."""
    if not text:
        return default, default
    parts = text.split("-")
    if len(parts) == 3:
        day = int(parts[0]) * 10000 + int(parts[1]) * 100 + int(parts[2])
        return day, day
    if len(parts) == 2:
        month = int(parts[0]) * 10000 + int(parts[1]) * 100
        return month + 1, month + 31
    year = int(parts[0]) * 10000
    return year + 101, year + 1231


def insert(trie: Node, words: Iterable[str], item: Any) -> None:
    """Add ``item`` under a sequence of folded words."""
    node = trie
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault(END, []).append(item)


def build(tables: ActorTables) -> Index:
    """The index of all tables; about 100 ms for the full knowledge."""
    index = Index()
    weak = {fold(w) for row in tables.nouns if row.cls == "weak" for w in row.ar}
    index.weak_shorts = {fold(w) for row in tables.nouns if row.cls == "weakshort" for w in row.ar}
    _nouns(index, tables)
    for state in tables.states:
        _state(index, state)
    for body in tables.bodies:
        _body(index, body, weak)
    for person in tables.persons:
        _person(index, person)
    for person in tables.persons:
        _shortened(index, person)
    for phrase, key in tables.back.items():
        index.back[fold_phrase(phrase)] = key
    order(index)
    for (where, office), held in index.held.items():
        if where not in index.states:
            index.orgs.setdefault(where, where)
            index.org_offices.setdefault(where, []).append(office)
            if held and held[0].term.country:
                index.org_codes.setdefault(where, held[0].term.country)
    return index


def order(index: Index) -> None:
    """The holders of each office, latest first."""
    for held in index.held.values():
        held.sort(key=lambda h: h.begin, reverse=True)


def _state(index: Index, row: StateRow) -> None:
    index.states[row.code] = row
    ambiguous = {fold_phrase(a) for a in row.ambiguous}
    for ar in row.ar:
        words = fold_phrase(ar)
        insert(index.names, words, Name("state", row, "GOV", row.name, words in ambiguous))
    for ar in row.capitals:
        words = fold_phrase(ar)
        insert(index.names, words, Name("capital", row, "GOV", row.name, words in ambiguous))
    for ar, sector, name in row.metonyms:
        words = fold_phrase(ar)
        insert(index.names, words, Name("metonym", row, sector, name, words in ambiguous))
    for ar in row.people:
        words = fold_phrase(ar)
        insert(index.names, words, Name("people", row, "CVL", row.name, words in ambiguous))
    for adj in row.adj:
        words = fold_phrase(adj)
        if len(words) == 1:
            for form in adjective_forms(adj):
                index.adjectives.setdefault(form.text, (row.code, form.number))
        elif len(words) == 2:
            for first in adjective_forms(words[0]):
                for second in adjective_forms(words[1]):
                    index.adjectives2.setdefault((first.text, second.text), row.code)
    for adj in row.adj_forms:
        index.adjectives.setdefault(fold(adj).removeprefix("ال"), (row.code, "pl"))
    for ar in row.people:
        words = fold_phrase(ar)
        if len(words) == 1 and words[0].startswith("ال"):
            index.adjectives.setdefault(words[0][2:], (row.code, "pl"))


def _body(index: Index, row: BodyRow, weak: set[str]) -> None:
    index.bodies.setdefault(row.name, row)
    if row.key:
        index.orgs[row.name] = row.key
    own_weak = {fold_phrase(w) for w in row.weak}
    for ar in [*row.ar, *row.weak]:
        words = fold_phrase(ar)
        if not words:
            continue
        is_weak = words in own_weak or (len(words) == 1 and words[0] in weak)
        item = Name("body", row, row.sector, row.name, is_weak)
        insert(index.names, words, item)
    for member in row.members:
        for form in adjective_forms(member):
            index.group_adjectives.setdefault(form.text, row)


def _person(index: Index, row: PersonRow) -> None:
    prominent = any(term.office in PROMINENT or term.where in index.bodies for term in row.terms)
    for ar in row.ar:
        words = fold_phrase(ar)
        if len(words) < 2:
            row.short.append(ar)
            continue
        insert(index.names, words, Name("person", row, None, row.name))
        index.name_words.update(words)
        index.persons_by_key.setdefault(keys(words), []).append(row)
        last = family(words)
        _add_short(index, last, row)
        if prominent and len(last) > 3:
            common = last in index.given or last in index.weak_shorts or last.split()[-1] in ENDINGS
            insert(index.names, last.split(), Name("short", row, None, row.name, common))
    for ar in row.short:
        words = fold_phrase(ar)
        if words:
            weak = len(words) == 1 and words[0] in index.weak_shorts
            insert(index.names, words, Name("short", row, None, row.name, weak))
            index.name_words.update(words)
            _add_short(index, " ".join(words), row)
    hold(index, row)


def _shortened(index: Index, row: PersonRow) -> None:
    """Enter shorter forms and other joinings of a person's names, after all names as they are listed."""
    for ar in row.ar:
        words = fold_phrase(ar)
        if len(words) < 2:
            continue
        reductions = _reductions(words)
        for spelled in {*reductions, *(_joined(w) for w in (words, *reductions))} - {words}:
            insert(index.names, spelled, Name("person", row, None, row.name))
            index.name_words.update(spelled)


def hold(index: Index, row: PersonRow) -> None:
    """Enter a person's terms under their offices and under the person."""
    for term in row.terms:
        begin, begin_latest = bounds(term.start, 0)
        end, end_latest = bounds(term.end, 99991231)
        held = Held(begin, begin_latest, end, end_latest, row, term)
        index.held.setdefault((term.where, term.office), []).append(held)
        index.terms.setdefault(row.name, []).append(held)


def _joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """«عبد الله» and «أبو بكر» written as one word, or as two where the dictionary writes one."""
    out: list[str] = []
    for word in words:
        if out and out[-1] == "عبد":
            out[-1] += word
        elif word.startswith("عبدال") and len(word) > 5:
            out += ["عبد", word[3:]]
        else:
            out.append(word)
    return tuple(out)


def _add_short(index: Index, short: str, row: PersonRow) -> None:
    rows = index.shorts.setdefault(short, [])
    if row not in rows:
        rows.append(row)


def _reductions(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Shorter forms the press uses: first and last word of a long name («رجب أردوغان»), without بن."""
    if len(words) < 3:
        return []
    tail = tuple(family(words).split())
    out: set[tuple[str, ...]] = set()
    short = (words[0], *tail)
    if words[0] not in ("عبد", "ابو", "ابن", "ال", "بن"):
        out.add(short)
    out.add(tuple(w for w in words if w != "بن"))
    if words[0] in ("محمد", "احمد") and words[1] not in PARTICLES:
        out.add(words[1:])  # «جواد ظريف» for «محمد جواد ظريف»
    return [w for w in out if w != words and len(w) > 1]


# ---- common nouns


def _nouns(index: Index, tables: ActorTables) -> None:
    # our own titles first: the first phrase of the same words wins, and roles.yaml is the wider net
    rows = sorted(tables.nouns, key=lambda row: row.cls in ("role", "rolehead"))
    for row in rows:
        if row.cls == "head":
            _forms(
                index, row.key, row.plural, bool(row.options.get("sound")), row.options.get("fem", True) is not False
            )
    for row in rows:
        if row.cls in ("member", "people", "source", "back", "group", "role", "rolehead"):
            for ar in row.ar:
                ar = ar.removeprefix("ال") if row.cls == "back" else ar
                if len(ar.split()) == 1 and not ar.startswith("ال"):
                    broken = [p for p in row.plural if len(p.split()) == 1]
                    sound = bool(row.options.get("sound")) or (row.cls in ("role", "rolehead") and not broken)
                    single = len(row.ar) == 1
                    woman = row.cls == "people" and not ar.endswith("ي")  # «أكاديمية» is an academy
                    _forms(index, ar, broken if single else _matching(ar, broken), sound, woman)
    seen: set[tuple[tuple[str, ...], str]] = set()
    for row in rows:
        if row.cls in ("quality", "modifier"):
            _noun(index, row, seen)
    for adjective, sector in tables.adjective_sectors.items():
        for form in adjective_forms(adjective):
            index.qualities.setdefault(form.text, sector)
    for row in rows:
        if row.cls not in ("quality", "modifier"):
            _noun(index, row, seen)


def _matching(singular: str, plurals: list[str]) -> list[str]:
    """Of the plurals of several nouns on one line, those that share the singular's first and last radical."""
    base = fold(singular).rstrip("هيا")
    letters = [c for c in base if c not in "اويه"]
    out = []
    for plural in plurals:
        rest = iter(fold(plural))
        if all(c in rest for c in letters):
            out.append(plural)
    return out


def _forms(index: Index, singular: str, plural: list[str], sound: bool, feminine: bool) -> None:
    lemma = fold(singular)
    for form in noun_forms(singular, plural, sound, feminine):
        known = index.forms.setdefault(form.text, [])
        if all(other != lemma for other, _ in known):
            known.append((lemma, form.number))


def stems(phrase: str) -> tuple[str, ...]:
    """A dictionary phrase as folded words without their article."""
    return tuple(w[2:] if articled(w) else w for w in fold_phrase(phrase))


def _add(index: Index, phrase: str, noun: Noun, seen: set[tuple[tuple[str, ...], str]]) -> None:
    words = stems(phrase)
    if not words:
        return
    number = ""
    lemma = words[0]
    lemmas = [other for other, _ in index.forms.get(lemma, ()) if other in index.nouns]
    if noun.cls == "role" and len(words) == 1 and lemma not in index.nouns and lemmas:
        return  # «مستشارة» is the feminine of a title we have
    if (
        noun.cls == "rolehead"
        and len(words) == 1
        and any(other in index.nouns for other, _ in index.forms.get(lemma, ()))
    ):
        return  # «جنود» "soldiers" is known as people already
    if known := index.forms.get(lemma):
        lemma, number = known[0]
        if len(words) == 1 and any(other == words[0] for other, _ in known):
            lemma = words[0]
        number = dict(known).get(lemma, "")
    path = (lemma, *words[1:])
    only = number if number in ("pl", "du") and (len(words) > 1 or lemma != words[0]) else ""
    mark = (path, only)
    if mark in seen and not (noun.cls == "rank" and len(path) == 1):
        return  # «العميد» is a rank before a name and a dean elsewhere: both stay
    seen.add(mark)
    # «الدول الإسلامية» "the Islamic states" is not «الدولة الإسلامية»: a phrase listed in the plural stays plural
    item = (
        Noun(noun.cls, noun.key, noun.sector, noun.name, noun.country, noun.org, noun.options, only) if only else noun
    )
    insert(index.nouns, path, item)


def _noun(index: Index, row: NounRow, seen: set[tuple[tuple[str, ...], str]]) -> None:
    cls = row.cls
    if cls == "ministry":
        _ministry(index, row, seen)
    elif cls in ("quality", "modifier"):
        kind = row.key
        for ar in row.ar:
            for form in [*adjective_forms(ar), *noun_forms(ar, (), True, True)]:
                index.qualities.setdefault(form.text, kind)
    elif cls == "number":
        index.numbers.update(fold(a) for a in row.ar)
    elif cls == "stop":
        index.stop.update(fold(a) for a in row.ar)
    elif cls == "given":
        index.given.update(fold(a) for a in row.ar)
        index.name_words.update(index.given)
    elif cls == "demonyms":
        index.demonyms.update({str(k): str(v) for k, v in row.options.get("map", {}).items()})
    elif cls == "belonging":
        index.orgs.update({str(k): str(v) for k, v in row.options.get("map", {}).items()})
    elif cls in ("head", "weak", "weakshort"):
        return
    else:
        if cls == "role" and row.options.get("kind") != "body":
            second = stems(row.ar[0])
            if len(second) == 2 and second[1] in index.qualities and second[0] in index.nouns:
                return  # «مسؤول عسكري»: the adjective is read by grammar
        if cls == "office" and row.sector not in (None, "of"):
            index.office_sectors.setdefault(row.key, str(row.sector))
        noun = Noun(cls, row.key, row.sector, row.name, row.country, row.org, row.options)
        for ar in row.ar:
            _add(index, ar, noun, seen)
        for ar in row.plural:
            if len(ar.split()) > 1:
                _add(index, ar, noun, seen)


def _ministry(index: Index, row: NounRow, seen: set[tuple[tuple[str, ...], str]]) -> None:
    office = str(row.options.get("office") or "minister")
    also = {"also": row.options.get("also")}
    holder = Noun("office", office, "GOV", office, None, None, also)
    deputy = Noun("office", "deputy " + office, "GOV", "deputy " + office, None, None, {})
    ministry = Noun("body", row.key + " ministry", "GOV", row.name, None, None, {"ministry": office})
    bare = Noun("body", row.key + " ministry", "GOV", row.name, None, None, {"ministry": office, "bare": True})
    for ar in row.ar:
        for head in ("وزير", "وزير الدولة لشؤون", "وزير الدولة للشؤون" if ar.startswith("الشؤون") else "وزير"):
            _add(index, f"{head} {ar}", holder, seen)
        for head in ("نائب وزير", "مساعد وزير", "وكيل وزارة", "وكيل وزير", "نائبة وزير"):
            _add(index, f"{head} {ar}", deputy, seen)
        _add(index, f"وزارة {ar}", ministry, seen)
        if row.options.get("bare") and len(ar.split()) == 1:
            _add(index, ar, bare, seen)

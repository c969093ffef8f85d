"""Common nouns in the index of actors: titles, ministries, bodies, roles and their adjectives, in all their forms."""

from __future__ import annotations

from musnad.lexicon.actor_rows import ActorTables, NounRow
from musnad.morphology.clitics import articled
from musnad.morphology.nominal import adjective_forms, noun_forms
from musnad.resolve._who_index import Index, Noun, insert
from musnad.text import fold, fold_phrase


def enter_nouns(index: Index, tables: ActorTables) -> None:
    """Enter the nouns and adjectives of titles.yaml and roles.yaml, with their forms."""
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

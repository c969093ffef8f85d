"""Builds the index of actors from the tables: states, bodies, people with the names the press calls them by."""

from __future__ import annotations

from musnad.lexicon.actor_rows import ActorTables, BodyRow, PersonRow, StateRow
from musnad.morphology.nominal import adjective_forms
from musnad.resolve._who_index import Held, Index, Name, bounds, insert
from musnad.resolve._who_nouns import enter_nouns
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


def build(tables: ActorTables) -> Index:
    """The index of all tables; about 100 ms for the full knowledge."""
    index = Index()
    weak = {fold(w) for row in tables.nouns if row.cls == "weak" for w in row.ar}
    index.weak_shorts = {fold(w) for row in tables.nouns if row.cls == "weakshort" for w in row.ar}
    enter_nouns(index, tables)
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

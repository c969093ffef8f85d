"""The index in its stored form: built from the dictionaries once, kept as MessagePack, restored in well under 0.1 s."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from musnad.lexicon import actor_rows
from musnad.lexicon import actors as lexicon
from musnad.lexicon.actor_rows import BodyRow, PersonRow, StateRow
from musnad.lexicon.store import compiled
from musnad.morphology import clitics, nominal
from musnad.resolve import _who_build, _who_index, _who_nouns, names
from musnad.resolve._who_build import build, hold, order
from musnad.resolve._who_index import END, Index, Name, Node, Noun, insert

_CLASSES = ("state", "capital", "metonym", "people", "body", "person", "short")
_KINDS = {"state": 0, "capital": 0, "metonym": 0, "people": 0, "body": 1, "person": 2, "short": 2}
_SETS = ("numbers", "stop", "name_words", "given", "weak_shorts")
_PLAIN = ("forms", "adjectives", "qualities", "demonyms", "orgs", "org_codes", "org_offices", "office_sectors")


class _Noun(msgspec.Struct, array_like=True):
    cls: str
    key: str
    sector: str | None
    name: str
    country: str | None
    org: str | None
    options: dict[str, Any]
    number: str


class _Packed(msgspec.Struct, array_like=True):
    """Rows, and every index over them with rows as numbers and word sequences joined by spaces."""

    states: list[StateRow]
    bodies: list[BodyRow]
    persons: list[PersonRow]
    names: list[tuple[str, int, int, str | None, str, bool]]  # words, class, row, sector, English name, weak
    nouns: list[_Noun]
    paths: list[tuple[str, int]]
    plain: dict[str, dict[str, Any]]
    sets: dict[str, list[str]]
    adjectives2: dict[str, str]
    group_adjectives: dict[str, int]
    back: dict[str, str]
    by_key: dict[str, list[int]]
    shorts: dict[str, list[int]]


def load(user_files: Sequence[Path] = (), lenient: bool = False) -> Index:
    """The index of our dictionaries and the user's, from its stored form when no source has changed."""
    if lenient:  # rare, and what is left out depends on it: never stored
        return build(lexicon.load(user_files, True))
    for path in user_files:
        if not path.is_file():
            lexicon.load(user_files)  # raises the error that names it
    code = [
        Path(str(module.__file__))
        for module in (lexicon, actor_rows, _who_index, _who_build, _who_nouns, names, clitics, nominal)
    ]
    packed = compiled(
        "who" if not user_files else "who-user",
        [*lexicon.data_files(), *user_files, *code, Path(__file__)],
        lambda: _pack(build(lexicon.load(user_files))),
        _Packed,
    )
    return _restore(packed)


def _walk(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    for word, below in node.items():
        if word == END:
            yield path, below
        else:
            yield from _walk(below, (*path, word))


class _Numbering:
    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._known: dict[int, int] = {}

    def number(self, row: Any) -> int:
        found = self._known.get(id(row))
        if found is None:
            found = self._known[id(row)] = len(self.rows)
            self.rows.append(row)
        return found


def _pack(index: Index) -> _Packed:
    states, bodies, persons, nouns = _Numbering(), _Numbering(), _Numbering(), _Numbering()
    for state in index.states.values():
        states.number(state)
    for body in index.bodies.values():
        bodies.number(body)
    for held in index.terms.values():
        persons.number(held[0].person)
    kinds = (states, bodies, persons)
    flat = [
        (" ".join(path), _CLASSES.index(i.cls), kinds[_KINDS[i.cls]].number(i.row), i.sector, i.name, i.weak)
        for path, items in _walk(index.names)
        for i in items
    ]
    paths = [(" ".join(path), nouns.number(noun)) for path, items in _walk(index.nouns) for noun in items]
    by_key = {" ".join(k): [persons.number(r) for r in rows] for k, rows in index.persons_by_key.items()}
    shorts = {k: [persons.number(r) for r in rows] for k, rows in index.shorts.items()}
    groups = {k: bodies.number(row) for k, row in index.group_adjectives.items()}
    return _Packed(
        states.rows, bodies.rows, persons.rows, flat,
        [_Noun(n.cls, n.key, n.sector, n.name, n.country, n.org, n.options, n.number) for n in nouns.rows],
        paths, {name: getattr(index, name) for name in _PLAIN},
        {name: sorted(getattr(index, name)) for name in _SETS},
        {" ".join(k): v for k, v in index.adjectives2.items()}, groups,
        {" ".join(k): v for k, v in index.back.items()}, by_key, shorts,
    )  # fmt: skip


def _restore(packed: _Packed) -> Index:
    index = Index()
    rows: tuple[list[Any], ...] = (packed.states, packed.bodies, packed.persons)
    kinds = [rows[_KINDS[cls]] for cls in _CLASSES]
    for words, cls, row, sector, name, weak in packed.names:
        insert(index.names, words.split(" "), Name(_CLASSES[cls], kinds[cls][row], sector, name, weak))
    nouns = [Noun(n.cls, n.key, n.sector, n.name, n.country, n.org, n.options, n.number) for n in packed.nouns]
    for words, number in packed.paths:
        insert(index.nouns, words.split(" "), nouns[number])
    for name, table in packed.plain.items():
        setattr(index, name, table)
    for name, members in packed.sets.items():
        setattr(index, name, set(members))
    for words, code in packed.adjectives2.items():
        first, second = words.split(" ")
        index.adjectives2[first, second] = code
    index.group_adjectives = {form: packed.bodies[row] for form, row in packed.group_adjectives.items()}
    index.back = {tuple(words.split(" ")): key for words, key in packed.back.items()}
    index.persons_by_key = {tuple(k.split(" ")): [packed.persons[r] for r in rs] for k, rs in packed.by_key.items()}
    index.shorts = {k: [packed.persons[r] for r in rs] for k, rs in packed.shorts.items()}
    index.states = {row.code: row for row in packed.states}
    index.bodies = {}
    for body in packed.bodies:
        index.bodies.setdefault(body.name, body)
    for person in packed.persons:
        hold(index, person)
    order(index)
    return index

"""The index over the actor tables, as it is asked: tries of folded words, and holders of offices by date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from musnad.lexicon.actor_rows import BodyRow, PersonRow, StateRow, Term

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

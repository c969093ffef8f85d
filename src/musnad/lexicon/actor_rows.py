"""The rows of the actor dictionaries: plain values of folded or ordinary words, ready for the resolver."""

from __future__ import annotations

from typing import Any

import msgspec


class Term(msgspec.Struct, array_like=True):
    """A term of office: where (ISO alpha-3 or an organisation's key), which, sector, from and to (ISO, any precision)."""

    where: str
    office: str
    country: str | None
    sector: str | None
    start: str | None
    end: str | None


class PersonRow(msgspec.Struct, array_like=True):
    name: str
    ar: list[str]
    short: list[str]
    wikidata: str | None
    terms: list[Term]


class Period(msgspec.Struct, array_like=True):
    start: str | None
    end: str | None
    country: str | None
    sector: str | None


class BodyRow(msgspec.Struct, array_like=True):
    """A named group, organisation or outlet. ``weak``: Arabic names that need a head noun before them."""

    name: str
    ar: list[str]
    weak: list[str]
    kind: str
    country: str | None
    sector: str | None
    wikidata: str | None
    periods: list[Period]
    members: list[str]  # masculine singular adjectives for a member and what is the group's («داعشي»)
    key: str = ""
    plain_from: str = ""  # date from which the press uses the weak names without a head noun («الدولة الإسلامية»)


class StateRow(msgspec.Struct, array_like=True):
    code: str
    name: str
    ar: list[str]
    adj: list[str]
    adj_forms: list[str]
    people: list[str]
    capitals: list[str]
    capital_name: str
    metonyms: list[tuple[str, str, str]]  # Arabic, sector, English name
    ambiguous: list[str]


class NounRow(msgspec.Struct, array_like=True):
    """A common noun or phrase of titles.yaml or roles.yaml."""

    cls: str
    key: str
    ar: list[str]
    plural: list[str]
    sector: str | None
    name: str
    country: str | None
    org: str | None
    options: dict[str, Any]


class ActorTables(msgspec.Struct, array_like=True):
    persons: list[PersonRow]
    bodies: list[BodyRow]
    states: list[StateRow]
    nouns: list[NounRow]
    back: dict[str, str]  # «الوزير» → "minister": phrases that point back, with their key
    adjective_sectors: dict[str, str]

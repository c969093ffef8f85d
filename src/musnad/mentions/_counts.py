"""Counted people: «25 مدنيا», «ثلاثة من رجال الشرطة», «عشرات الآلاف», «فلسطينيان»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.mentions._base import Base
from musnad.mentions._names import COMPLEMENT, take_name
from musnad.mentions._victims import befallen
from musnad.record import Entity
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._draft import Hit
    from musnad.mentions._mention import Mention
    from musnad.mentions._names import Taken
    from musnad.mentions._words import Word

_WORD, _OPEN, _CLOSE = Kind.WORD, Kind.OPEN, Kind.CLOSE
_CROWDS = grammar().crowds
_PARTS = grammar().parts
_OF_THEM = frozenset(("منهم", "منهن"))
_ABOUT = grammar().about
VICTIMS = grammar().victim_words


_BEING = frozenset(["كان", "ظهر", "ظل", "بات", "اصبح", "صار", "يزال", "بقي", "دخل", "خرج"])
_PREPOSITIONS = frozenset(["من", "علي", "الي", "عن", "مع", "ضد", "لدي"])


_MOST = grammar().most  # «معظمهم» "most of them"
_STATES = grammar().counted_states
_FOREIGN = grammar().foreign_words
_BEFORE_SUM = frozenset(["مجموعه", "ال", "دول"])
_AROUND_SUM = frozenset(["(", "«", '"', "“", "/", "الـ"])


class Counting(Base):
    """The part of the grammar that begins with a number or a quantity."""

    __slots__ = ()

    def _count(self, i: int) -> Mention | None:
        j = i + 1
        while j < self.n and (
            (self.words[j].number and self.tokens[j].kind is _WORD and (not self.words[j].prep))
            or self.tokens[j].norm in ("الف", "الاف", "مليون")
        ):
            j += 1
        if j < self.n and self.tokens[j].kind is _CLOSE and i and self.tokens[i - 1].kind is _OPEN:
            j += 1  # «25» قتيلا
        if j + 2 < self.n and self.tokens[j].norm == "علي" and self.tokens[j + 1].norm == "الاقل":
            j += 2  # «مقتل 2927 على الأقل من تنظيم داعش»
        of = j < self.n and self.tokens[j].norm in ("من", "علي")
        k = j + 1 if of else j
        if k < self.n and not (self.words[k].conj or self.words[k].prep):
            if self.words[k].stem in _STATES and not self.words[k].det:
                return None if self.words[i].prep or self._in_many(i) else self._states(i, k)
            inner = self.parse(k, COMPLEMENT)
            if inner is not None and inner.ref in (
                "people",
                "group",
                "unnamed",
                "office",
                "body",
                "anaphor",
                "possessive",
            ):
                return self._counted(i, inner, of)
            if inner is None and self.tokens[k].kind is _WORD and (self.words[k].adjective or self.words[k].group):
                return self._nationals(i, k)
        if j < self.n and self.tokens[j].norm in _OF_THEM:
            return self._part(i, j)
        if self._after_victims(i):
            entity = Entity(kind="people", sector="UNK", by="description")
            mention = self.make(i, j, i, entity, "people")
            mention.count, mention.number, mention.key = True, "pl", "others"  # «مقتل جنديين وإصابة 31»: more of those
            return mention
        return None

    def _states(self, i: int, k: int) -> Mention:
        """«141 دولة», «أربع دول عربية»: states of no organisation."""
        after = self.words[k + 1] if k + 1 < self.n else None
        end = k + 2 if after is not None and after.stem in _FOREIGN else k + 1
        mention = self.make(i, end, k, Entity(kind="body", sector="GOV", name="states", by="description"), "body")
        mention.count, mention.number, mention.key = True, "pl", "states"
        return mention

    def _in_many(self, i: int) -> bool:
        """«في 30 دولة», «من بين 14 بلدا»: where, or from among whom."""
        return i > 0 and self.tokens[i - 1].norm in ("في", "من", "بين", "عبر", "الي", "وفي")

    def _demonym(self, i: int, word: Word) -> Mention | None:
        """An indefinite plural or dual nationality that stands as a noun: «مقتل فلسطينيين»."""
        if i:
            before, text = self.words[i - 1], self.tokens[i - 1].text
            agrees = text.endswith(("ين", "ون", "ان")) or (text.endswith("ات") and not word.rest.endswith(("ين", "ون")))
            if not word.conj and not before.stop and agrees and len(text) > 4:
                return None  # an adjective: «لاعبين سوريين» "Syrian players"
        return self._nationals(i, i)

    def _national(self, i: int, word: Word) -> Mention | None:
        """A nationality in the singular that stands as a noun: «ظهر الكرواتي», «مقتل فلسطيني», «الأميركي جون فلان»."""
        if not i or word.adjective is None:
            return None
        before, norm = self.words[i - 1], self.tokens[i - 1].norm.lstrip("وف")
        if not word.det:
            return self._citizen(i, word.adjective[0]) if befallen(self, i) else None
        if word.conj or self.tokens[i - 1].kind is not _WORD or before.adjective or before.names or before.number:
            return None
        verb = (norm in self.kb.common or norm in _BEING) and not before.det and not norm.endswith("ه")
        apart = before.nouns and not before.det and before.rest.endswith(("ون", "ين"))  # «مسلحون»: takes no genitive
        if not (verb or apart or word.prep or norm in _PREPOSITIONS):
            return None
        if before.nouns and not (verb or apart):
            return None
        country = word.adjective[0]
        mention = self._citizen(i, country)
        following = self.words[i + 1] if i + 1 < self.n else None
        if following is not None and following.raw_name and not following.nouns:
            taken = take_name(self, i + 1, after_title=True, strict=True)
            if taken is not None:
                return self._national_named(mention, taken, country)
        return mention

    def _citizen(self, i: int, country: str) -> Mention:
        entity = Entity(kind="person", country=country, sector="CVL", by="description")
        entity.name = f"{self.kb.english(country)} citizen"
        mention = self.make(i, i + 1, i, entity, "people")
        mention.key, mention.adj_countries = "nationals", (country,)
        return mention

    def _national_named(self, mention: Mention, taken: Taken, country: str) -> Mention:
        """«الأميركي جون فلان»: the nationality before a name."""
        mention.end, mention.family, mention.ref, mention.key = taken.end, taken.family, "name", ""
        mention.entity.name, mention.entity.name_ar, mention.entity.by = None, taken.text, "name"
        if taken.row is not None:
            known = self.kb.person(taken.row, self.day, country)
            if known.country == country:
                mention.entity = known
        return mention

    def _nationals(self, i: int, k: int) -> Mention:
        """People named by a nationality or group adjective alone: «15 حوثيا», «فلسطينيان»."""
        word = self.words[k]
        if word.adjective is not None:
            code = word.adjective[0]
            entity = Entity(kind="people", country=code, sector="CVL", by="description")
            entity.name = f"{self.kb.english(code)} people"
        else:
            entity = self.kb.body(word.group, self.day, "description")
        mention = self.make(i, k + 1, k, entity, "people")
        mention.count, mention.key, mention.number = i < k, "nationals", "pl"
        return mention

    def _counted(self, i: int, inner: Mention, of: bool) -> Mention | None:
        if inner.ref in ("body", "anaphor", "possessive") and not of and inner.key != "others":
            return None
        mention = self.make(i, inner.end, inner.head, inner.entity, inner.ref)
        mention.count, mention.number, mention.key = True, "pl", inner.key
        mention.adj_countries, mention.inner, mention.parts = inner.adj_countries, inner.inner, []
        mention.poss = inner.poss
        if inner.ref in ("body", "anaphor"):
            mention.ref = "people"
        if inner.entity.sector == "UNK" and (most := self._mostly(inner.end)) is not None:
            mention.entity, mention.key = most.entity, most.key
        return mention

    def _mostly(self, i: int) -> Mention | None:
        """«20 شخصا، معظمهم من المدنيين» "20 people, most of them civilians": who most of those counted are."""
        if i < self.n and self.tokens[i].text in ("،", ","):
            i += 1
        if i + 2 >= self.n or self.tokens[i].norm not in _MOST or self.tokens[i + 1].norm != "من":
            return None
        most = self.parse(i + 2, COMPLEMENT)
        return most if most is not None and most.ref == "people" else None

    def _powers(self, i: int) -> Mention | None:
        """«مجموعة 5+1», «دول مجموعة (4+1)»: a group of states named by a sum."""
        tokens, j = self.tokens, i + 1
        while j < self.n and j - i < 4 and (tokens[j].norm in _BEFORE_SUM or tokens[j].text in _AROUND_SUM):
            j += 1
        if (
            j + 2 >= self.n
            or tokens[j + 1].text != "+"
            or tokens[j].norm not in ("4", "5")
            or tokens[j + 2].norm != "1"
        ):
            return None
        row = self.index.bodies.get(f"P{tokens[j].norm}+1")
        if row is None:
            return None
        end = j + 3
        if end < self.n and (tokens[end].kind is _CLOSE or tokens[end].text == "/"):
            end += 1
        if end < self.n and tokens[end].text == "(":  # its members, listed
            end = next((k + 1 for k in range(end, min(self.n, end + 24)) if tokens[k].text == ")"), end)
        mention = self.make(i, end, i, self.kb.body(row, self.day), "body")
        mention.key = row.name
        return mention

    def _after_victims(self, i: int) -> bool:
        j = i - 1
        while j > 0 and i - j < 4 and (self.tokens[j].norm in _ABOUT or self.tokens[j].kind is _OPEN):
            j -= 1
        return j >= 0 and self.tokens[j].norm.lstrip("وفب") in VICTIMS

    def _quantity(self, i: int, hit: Hit) -> Mention | None:
        j = hit.end
        if j < self.n and self.tokens[j].norm == "من":
            j += 1
        if j >= self.n or self.words[j].conj or self.words[j].prep:
            return self._crowd(i, hit)
        inner = self.parse(j, COMPLEMENT)
        if inner is None:
            return self._crowd(i, hit)
        mention = self.make(i, inner.end, inner.head, inner.entity, inner.ref)
        mention.count = self.words[i].rest not in ("احد", "احدي", "كل")
        mention.number = "sg" if self.words[i].rest in ("احد", "احدي") else "pl"
        mention.key, mention.family, mention.inner = inner.key, inner.family, inner.inner
        mention.adj_countries, mention.parts, mention.poss = inner.adj_countries, inner.parts, inner.poss
        return mention

    def _part(self, i: int, of: int) -> Mention:
        """«200 منهم», «العشرات منهم», «عددا منهم»: some of those named before, at whom the pronoun at ``of`` points."""
        mention = self.make(i, of + 1, i, Entity(kind="people", sector="UNK", by="pronoun"), "possessive")
        mention.count, mention.number, mention.key, mention.poss = True, "pl", "part", "هم"
        return mention

    def _crowd(self, i: int, hit: Hit) -> Mention | None:
        """«عشرات الآلاف», «العشرات»: people, unless what is counted follows."""
        if hit.end < self.n and self.tokens[hit.end].norm in _OF_THEM and self.words[hit.end - 1].stem in _PARTS:
            return self._part(i, hit.end)
        word = self.words[hit.end - 1]
        if word.stem not in _CROWDS or not (
            word.det or hit.end >= self.n or self.words[hit.end].stop or self.words[hit.end].prep
        ):
            return None
        mention = self.make(i, hit.end, i, Entity(kind="people", sector="UNK", by="description"), "people")
        mention.count, mention.number, mention.key = True, "pl", "person"
        return mention

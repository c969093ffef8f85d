"""The grammar of actor noun phrases: head, adjectives, complement, name, apposition. One pass, no backtracking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from musnad.mentions._mention import Mention
from musnad.mentions._names import COMPLEMENT, FREE, GROUP, OUTLET, Taken, loose_name, match_names, take_name
from musnad.mentions._nouns import Draft, Hit, entity_of, match_nouns
from musnad.mentions._words import Word, analyse
from musnad.record import Entity
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.resolve._who_index import Name
    from musnad.resolve.who import Knowledge
    from musnad.text import Token

_MAX_DEPTH = 5
_WORD, _NUMBER, _PUNCT, _OPEN, _CLOSE = Kind.WORD, Kind.NUMBER, Kind.PUNCT, Kind.OPEN, Kind.CLOSE
_PERSONAL = frozenset({"office", "honorific", "rank"})
_BELONGING = frozenset("تابع تابعه تابعين تابعون".split())
_LOYAL = frozenset("موال مواليه موالين موالون مدعوم مدعومه مدعومين مدعومون".split())
_EMPTY = Word()


class Parser:
    """Parses actor phrases of one sentence. ``families``: family names the article has introduced (folded)."""

    __slots__ = ("day", "depth", "families", "index", "kb", "n", "tokens", "words")

    def __init__(self, tokens: list[Token], kb: Knowledge, day: int, families: Any = ()) -> None:
        self.tokens = tokens
        self.kb = kb
        self.index = kb.index
        self.day = day
        self.n = len(tokens)
        self.families = families
        self.depth = 0
        cache, index = kb.words, kb.index
        self.words = [
            (cache.get(t.text) or analyse(t, index, cache)) if t.kind <= _NUMBER else _EMPTY for t in tokens
        ]

    # ---- entry

    def parse(self, i: int, bound: int = FREE) -> Mention | None:
        """The longest actor phrase that begins at token ``i``; ``bound``: i stands in a complement."""
        word = self.words[i]
        if not word.starts or self.depth > _MAX_DEPTH:
            if self.families and word.rest in self.families and not word.stop:
                return self._family(i)
            return None
        self.depth += 1
        try:
            return self._parse(i, word, bound)
        finally:
            self.depth -= 1

    def _parse(self, i: int, word: Word, bound: int) -> Mention | None:
        if word.number:
            return self._count(i)
        if word.plural_adjective:
            return self._demonym(i, word)
        name_end, name = match_names(self, i, bound) if word.names is not None else (i, None)
        hit = match_nouns(self, i) if word.nouns else None
        mention: Mention | None = None
        if hit is not None and hit.noun.cls == "nothing" and hit.end >= name_end:
            return None
        if hit is not None and (name is None or hit.end > name_end or (hit.end == name_end and name.weak)):
            mention = self._noun(i, hit, bound)
            if mention is not None and (name is None or mention.end >= name_end):
                return mention
        if name is not None:
            return self._name(i, name_end, name)
        if mention is not None:
            return mention
        if word.given and hit is None and (taken := loose_name(self, i)) is not None:
            return self._person_mention(i, taken)
        if self.families and word.rest in self.families:
            return self._family(i)
        return None

    def make(self, i: int, end: int, head: int, entity: Entity, ref: str) -> Mention:
        """A mention over tokens ``i`` to ``end`` with the proclitics of its first word."""
        word = self.words[i]
        token = self.tokens[i]
        return Mention(
            start=i, end=end, head=head, char_start=token.start + word.cut, entity=entity, ref=ref, conj=word.conj,
            prep=word.prep, definite=word.det or ref in ("name", "state", "metonym"),
        )  # fmt: skip

    def text(self, i: int, end: int) -> str:
        """The words of tokens ``i`` to ``end`` without the proclitics of the first."""
        first = self.tokens[i].text[self.words[i].cut :]
        return " ".join([first, *(t.text for t in self.tokens[i + 1 : end])])

    def back_key(self, i: int, hit: Hit) -> str:
        """The coreference key when the words of a hit are a phrase that points back («الوزير» → minister)."""
        words = self.words[i].rest, *(t.norm for t in self.tokens[i + 1 : hit.end])
        return self.index.back.get(tuple(words), "")

    # ---- proper names

    def _name(self, i: int, end: int, name: Name) -> Mention | None:
        cls = name.cls
        if cls in ("person", "short"):
            return self._person(i, end, name)
        if cls == "body":
            mention = self.make(i, end, i, self.kb.body(name.row, self.day), "group")
            mention.ref = {"media": "media", "group": "group"}.get(name.row.kind, "body")
            mention.key = name.row.name
            return self._after_group(mention)
        if cls == "members":
            entity = self.kb.body(name.row, self.day)
            mention = self.make(i, end, i, entity, "group")
            mention.number, mention.key = "pl", name.row.name
            return mention
        entity = self.kb.state(name.row.code)
        mention = self.make(i, end, i, entity, "state")
        mention.key = "state"
        if cls == "people":
            entity.kind = "people"  # «الأميركيون» "the Americans": in the political press, their government's side
            mention.ref, mention.number, mention.key = "people", "pl", "nationals"
        elif cls in ("capital", "metonym"):
            entity.by = "metonym"
            mention.ref = "metonym"
            if cls == "metonym":
                entity.sector = name.sector
                if name.name != name.row.name:
                    entity.kind, entity.name = "body", name.name
        return mention

    def _after_group(self, mention: Mention) -> Mention:
        """Adjectives and a bracketed short name after a group: «حزب الله اللبناني», «الجبهة (النصرة)»."""
        j = mention.end
        while j < self.n and self.tokens[j].kind is _WORD:
            word = self.words[j]
            if word.conj or word.prep or not word.det or not (word.adjective or word.quality):
                break
            if mention.ref == "body" and word.adjective is None:
                break
            j += 1
        mention.end = j
        if j + 2 < self.n and self.tokens[j].text in "([«\"" and self.tokens[j].kind is _OPEN:
            for close in (j + 2, j + 3):
                if close < self.n and self.tokens[close].kind is _CLOSE and self.tokens[j].text == "(":
                    word = self.words[j + 1]
                    if word.names is not None and not word.adjective:
                        mention.end = close + 1
                    break
        return mention

    def _person(self, i: int, end: int, name: Name) -> Mention | None:
        taken = take_name(self, i)
        return None if taken is None else self._person_mention(i, taken)

    def _person_mention(self, i: int, taken: Taken) -> Mention:
        entity = self._person_entity(taken, None)
        mention = self.make(i, taken.end, i, entity, "name")
        mention.family = taken.family
        return self._apposition(mention, taken)

    def _family(self, i: int) -> Mention:
        word = self.words[i]
        mention = self.make(i, i + 1, i, Entity(kind="person", by="name"), "name")
        mention.family = word.rest
        return mention

    def _person_entity(self, taken: Taken, country: str | None) -> Entity:
        if taken.row is not None:
            return self.kb.person(taken.row, self.day, country)
        return Entity(kind="person", name_ar=taken.text, by="name")

    def _apposition(self, mention: Mention, taken: Taken) -> Mention:
        """«فلان، وزير الخارجية الروسي»: an office after a name is the same person when it names nobody else."""
        j = mention.end
        comma = j < self.n and self.tokens[j].text in ("،", ",", "-")
        start = j + 1 if comma else j
        if start >= self.n or self.words[start].conj or self.words[start].prep or not self.words[start].nouns:
            return mention
        hit = match_nouns(self, start)
        if hit is None or hit.noun.cls not in ("office",) or hit.number in ("du", "pl"):
            return mention
        office = self.parse(start)
        if office is None or office.ref != "office" or office.family:
            return mention
        own, other = mention.entity, office.entity
        known = own.country is not None
        if known and other.country not in (None, own.country):
            return mention
        if known and not comma and other.office != own.office:
            return mention
        if not known and not comma and " " not in taken.text:
            return mention
        mention.end = office.end
        mention.adj_countries = office.adj_countries
        if not known:
            own.country, own.sector, own.office = other.country, other.sector, other.office
            mention.key = office.key
        elif own.sector == "ELI" and other.sector and not _former(other):
            own.sector, own.office = other.sector, other.office
        return mention

    # ---- counted people

    def _count(self, i: int) -> Mention | None:
        j = i + 1
        while j < self.n and (
            self.words[j].number
            and self.tokens[j].kind is _WORD
            and (not self.words[j].prep)
            or self.tokens[j].norm in ("الف", "الاف", "مليون")
        ):
            j += 1
        if j < self.n and self.tokens[j].kind is _CLOSE and i and self.tokens[i - 1].kind is _OPEN:
            j += 1  # «25» قتيلا
        of = j < self.n and self.tokens[j].norm in ("من", "علي")
        k = j + 1 if of else j
        if k < self.n and not (self.words[k].conj or self.words[k].prep):
            inner = self.parse(k, COMPLEMENT)
            if inner is not None and inner.ref in ("people", "group", "unnamed", "office", "body", "anaphor", "possessive"):
                return self._counted(i, inner, of)
            if inner is None and self.tokens[k].kind is _WORD and (self.words[k].adjective or self.words[k].group):
                return self._nationals(i, k)
        if self._after_victims(i):
            entity = Entity(kind="people", sector="UNK", by="description")
            mention = self.make(i, j, i, entity, "people")
            mention.count, mention.number, mention.key = True, "pl", "person"
            return mention
        return None

    def _demonym(self, i: int, word: Word) -> Mention | None:
        """An indefinite plural or dual nationality that stands as a noun: «مقتل فلسطينيين»."""
        if i:
            before, text = self.words[i - 1], self.tokens[i - 1].text
            if not word.conj and not before.stop and text.endswith(("ين", "ون", "ان", "ات")) and len(text) > 4:
                return None  # an adjective: «لاعبين سوريين» "Syrian players"
        return self._nationals(i, i)

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
        if inner.ref in ("body", "anaphor", "possessive") and not of:
            return None
        mention = self.make(i, inner.end, inner.head, inner.entity, inner.ref)
        mention.count, mention.number, mention.key = True, "pl", inner.key
        mention.adj_countries, mention.inner, mention.parts = inner.adj_countries, inner.inner, []
        if inner.ref in ("body", "anaphor"):
            mention.ref = "people"
        return mention

    def _after_victims(self, i: int) -> bool:
        j = i - 1
        while j > 0 and i - j < 4 and (self.tokens[j].norm in _ABOUT or self.tokens[j].kind is _OPEN):
            j -= 1
        return j >= 0 and self.tokens[j].norm.lstrip("وفب") in _VICTIMS

    # ---- phrases headed by a common noun

    def _noun(self, i: int, hit: Hit, bound: int) -> Mention | None:
        noun = hit.noun
        if noun.cls == "quantity":
            return self._quantity(i, hit)
        if i and hit.words == 1 and not self._stands(i, hit):
            return None
        draft = Draft(hit, self.words[i], self.words[hit.end - 1])
        j = self._modifiers(hit.end, draft)
        j = self._complement(j, draft)
        j = self._modifiers(j, draft)
        if noun.cls in _PERSONAL or (noun.cls in ("back", "role", "people", "member") and _may_be_named(noun, hit)):
            j = self._named(j, draft)
        draft.end = j
        mention = entity_of(self, i, draft, bound)
        if mention is not None and draft.taken is not None and noun.cls in _PERSONAL:
            return self._apposition(mention, draft.taken)
        return mention

    def _stands(self, i: int, hit: Hit) -> bool:
        """Whether a one-word hit is a noun here, not an adjective or part of an adverbial («من جهته»)."""
        before, word = self.words[i - 1], self.words[i]
        if hit.poss and before.norm in ("من", "ومن") and word.lemmas[0][0] in ("جهه", "جانب", "طرف", "ناحيه"):
            return False
        if word.stem in ("اخير", "اخيره", "منظمه"):
            return not (before.det or self.tokens[i - 1].norm.startswith("ال")) or word.conj or bool(word.prep)
        if hit.number in ("", "sg") and not word.conj and not word.prep and _adjective_here(before, word, self.tokens[i - 1].text):
            return False
        if hit.noun.key == "side" and hit.number in ("", "sg") and hit.end < self.n:
            following = self.words[hit.end]
            return following.adjective is not None or following.group is not None
        return True

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

    def _crowd(self, i: int, hit: Hit) -> Mention | None:
        """«عشرات الآلاف», «العشرات»: people, unless what is counted follows."""
        word = self.words[hit.end - 1]
        if word.stem not in _CROWDS or not (word.det or hit.end >= self.n or self.words[hit.end].stop or self.words[hit.end].prep):
            return None
        mention = self.make(i, hit.end, i, Entity(kind="people", sector="UNK", by="description"), "people")
        mention.count, mention.number, mention.key = True, "pl", "person"
        return mention

    def _modifiers(self, j: int, draft: Draft) -> int:
        """Adjectives that agree with the head in definiteness, in quotation marks or coordinated too."""
        words, tokens, n = self.words, self.tokens, self.n
        while j < n:
            kind = tokens[j].kind
            if kind is _OPEN:
                if j + 2 < n and tokens[j + 2].kind is _CLOSE and words[j + 1].det == draft.definite and (
                    words[j + 1].adjective or words[j + 1].quality
                ):
                    draft.adjective(words[j + 1])
                    j += 3
                    continue
                break
            word = words[j]
            if kind is not _WORD or word.prep or word.poss:
                break
            if word.conj and not draft.last_adjective:
                break
            pair = self._pair(j)
            if pair and word.det == draft.definite:
                draft.country(pair)
                j += 2
                continue
            if not (word.adjective or word.quality or word.group) or word.det != draft.definite:
                break
            if word.stem.endswith("ا") and not draft.accusative and not word.det and not word.stem.endswith(("يا", "اا")):
                break
            if word.stem.endswith("يا") and not word.det and not draft.accusative:
                break
            if word.conj and word.quality == "plain":
                break
            draft.adjective(word)
            j += 1
        return j

    def _pair(self, j: int) -> str | None:
        if j + 1 >= self.n:
            return None
        return self.index.adjectives2.get((self.words[j].stem, self.words[j + 1].stem))

    def _complement(self, j: int, draft: Draft) -> int:
        """The genitive or prepositional complement that says whose office, body or people it is."""
        noun = draft.noun
        cls = noun.cls
        if cls in ("honorific", "rank", "back") or j >= self.n:
            return j
        if not draft.definite and not draft.has_adjective:
            k = self._genitive(j, draft)
            if k > j:
                return self._prepositional(k, draft) if cls in ("member", "source", "office") else k
        return self._prepositional(j, draft)

    def _genitive(self, j: int, draft: Draft) -> int:
        noun, token = draft.noun, self.tokens[j]
        takes = noun.options.get("takes") or noun.cls == "group"
        if token.kind is _OPEN and token.text != "(" and (takes or noun.cls in ("member", "source")):
            return self._quoted(j, draft, bool(takes))
        word = self.words[j]
        if token.kind is not _WORD or word.conj or word.prep:
            return j
        if noun.cls in ("role", "people") and not draft.construct and draft.hit.number != "pl":
            return j
        inner = self.parse(j, draft.binding)
        if inner is not None and draft.accepts(inner):
            draft.inner(inner)
            draft.genitive = inner
            draft.definite = inner.definite  # «رئيس وزراء لبنان الأسبق»: the genitive makes its head definite
            return inner.end
        if (noun.cls == "group" and not noun.options.get("closed")) or takes or noun.options.get("place"):
            return self._unknown(j, draft)
        return j

    def _quoted(self, j: int, draft: Draft, names: bool) -> int:
        close = next((k for k in range(j + 1, min(self.n, j + 10)) if self.tokens[k].kind is _CLOSE), -1)
        if close < 0:
            return j
        inner = self.parse(j + 1, draft.binding)
        if inner is not None and inner.end >= close - 2 and draft.accepts(inner):
            draft.inner(inner)
            return close + 1
        if names:
            draft.label = " ".join(t.text for t in self.tokens[j + 1 : close])
            return close + 1
        return j

    def _unknown(self, j: int, draft: Draft) -> int:
        """A name we do not know after a head that takes one: «حزب الأمل الجديد», «مركز الخليج للدراسات»."""
        k, limit = j, 2 if draft.noun.key == "government" else 4
        while k < self.n and k - j < limit and self.tokens[k].kind is _WORD:
            word = self.words[k]
            if word.stop or (word.adjective and k > j):
                break
            if k == j:
                if word.conj or word.prep or word.number or (word.nouns and not word.det):
                    break
            elif not (self.tokens[k].norm.startswith(("ال", "وال")) or self.words[k - 1].norm in ("ابو", "بني", "ام")):
                break
            k += 1
        if k > j:
            draft.label = " ".join(t.text for t in self.tokens[j:k])
        return k

    def _prepositional(self, j: int, draft: Draft) -> int:
        if j >= self.n or self.tokens[j].kind is not _WORD:
            return j
        word, norm = self.words[j], self.tokens[j].norm
        noun = draft.noun
        if word.prep in ("ل", "ب") and not word.conj and draft.governs(word.prep):
            inner = self.parse(j, COMPLEMENT)
            if inner is not None and inner.ref in ("group", "body", "state", "media", "anaphor", "metonym"):
                if word.prep == "ب" and inner.ref not in ("group", "body", "media", "state"):
                    return j
                draft.inner(inner)
                return inner.end
            return j
        if norm in draft.prepositions() and j + 1 < self.n and not self.words[j + 1].conj:
            inner = self._beyond(j + 1, draft.binding)
            if inner is not None and draft.accepts_after(norm, inner):
                draft.inner(inner, norm)
                return inner.end if self.tokens[j + 1].kind is not _OPEN else inner.end + 1
            return j
        stem = word.stem
        if stem in _BELONGING or stem in _LOYAL or (noun.cls in ("source",) and stem in ("مقرب", "مقربه", "مقربون", "مقربين")):
            k = j + 1
            if k < self.n and self.tokens[k].norm in ("من",):
                k += 1
            inner = self.parse(k, COMPLEMENT) if k < self.n else None
            if inner is not None and (inner.prep == "ل" or k > j + 1):
                if stem not in _LOYAL or inner.entity.kind in ("body", "group") and noun.key in ("forces", "army"):
                    draft.inner(inner, "ل")
                return inner.end
        return j

    def _beyond(self, j: int, bound: int) -> Mention | None:
        if self.tokens[j].kind is _OPEN and j + 1 < self.n:
            return self.parse(j + 1, bound)
        return self.parse(j, bound)

    def _named(self, j: int, draft: Draft) -> int:
        """The person's name after the title: directly, after a comma, after another title or honorific."""
        if j >= self.n or draft.hit.number in ("du", "pl"):
            return j
        k, comma = j, False
        weak = draft.noun.cls in ("role", "people", "member")
        if weak and not draft.definite:
            return j
        if self.tokens[k].text in ("،", ",") and draft.noun.cls == "office" and (draft.definite or draft.known):
            k, comma = k + 1, True
        if k >= self.n or self.tokens[k].kind is not _WORD or self.words[k].conj or self.words[k].prep:
            return j
        if self.words[k].nouns:
            hit = match_nouns(self, k)
            if hit is not None and hit.noun.cls in _PERSONAL and (hit.noun.cls != "office" or not comma):
                if hit.number in ("du", "pl"):
                    return j
                other = self.parse(k)
                if other is not None and other.entity.kind == "person" and (other.family or other.ref == "office"):
                    if hit.noun.cls == "office" and not other.family and draft.noun.cls == "office":
                        if not _same_person(draft, other):
                            return j
                    draft.other = other
                    return other.end
                if other is not None:
                    return j
        taken = take_name(self, k, after_title=True, strict=comma or weak, strong=weak)
        if taken is None:
            return j
        if comma and taken.row is None:
            after = taken.end
            if not (after < self.n and self.tokens[after].text in ("،", ",")):
                return j
        if weak and len(taken.words) == 1:
            taken.row = None
        draft.taken = taken
        return taken.end


def _adjective_here(before: Word, word: Word, text: str) -> bool:
    """Whether a noun that is also an adjective agrees with the word before it: «التفجير الإرهابي», «تصريح صحفي»."""
    stem = word.stem
    feminine = stem.endswith("ه")
    bare = stem[:-1] if feminine else stem
    if not (word.quality or bare.endswith("ي") or (stem.startswith("م") and len(bare) >= 4)):
        return False
    if before.stop or before.number or not before.norm:
        return False
    agrees = feminine == text.endswith(("ة", "ه", "ات"))
    if word.det:
        return (before.det or before.norm.startswith(("ال", "وال", "بال", "لل"))) and agrees
    if before.det or before.norm.startswith(("ال", "وال", "بال", "لل")):
        return False
    if feminine:
        return agrees
    return bare.endswith(("صحفي", "صحافي", "اعلامي")) and before.norm.endswith(_PRESS)


_PRESS = ("تصريح", "تصريحات", "مؤتمر", "موتمر", "بيان", "حديث", "لقاء", "حوار", "مركز", "عمل", "تقرير", "مصدر")
_CROWDS = frozenset("عشرات مءات ميات الاف ملايين".split())
_ABOUT = frozenset("نحو حوالي قرابه اكثر من علي الاقل عن لا يقل ما زهاء".split())
_VICTIMS = frozenset("مقتل قتل قتلوا اصابه جرح استشهاد سقوط اعتقال مصرع اصيب جرحوا وقتل قتلت اودي بحياه بينهم حصد يقتل تقتل يصيب لقي اصابت قتله يودي يوقع".split())


def _former(entity: Entity) -> bool:
    return entity.sector == "ELI"


def _may_be_named(noun: Any, hit: Hit) -> bool:
    if noun.cls == "back":
        return noun.options.get("counterpart") is not None or noun.key == "minister"
    return hit.number in ("", "sg") and noun.options.get("kind", "people") == "people"


def _same_person(draft: Draft, other: Mention) -> bool:
    """«ولي العهد وزير الدفاع السعودي»: a second office without a name goes with the first when it may be one person."""
    return draft.country_code is None or other.entity.country in (None, draft.country_code)

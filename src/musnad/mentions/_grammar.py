"""The grammar of actor noun phrases: head, adjectives, complement, name, apposition. One pass, no backtracking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.mentions._counts import Counting
from musnad.mentions._draft import Draft, Hit, match_nouns
from musnad.mentions._names import COMPLEMENT, FREE, loose_name, match_names, take_name
from musnad.mentions._nouns import entity_of
from musnad.mentions._propers import Propers
from musnad.mentions._shared import share
from musnad.mentions._victims import befallen
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._mention import Mention
    from musnad.mentions._words import Word
    from musnad.resolve._who_index import Noun

_MAX_DEPTH = 5
_WORD, _OPEN, _CLOSE = Kind.WORD, Kind.OPEN, Kind.CLOSE
_SOUND_PLURALS = ("يين", "يون")  # of nationalities and followers
_PERSONAL = frozenset({"office", "honorific", "rank"})
_BELONGING = grammar().belonging
_COUNT_ADJECTIVES = grammar().counting_adjectives
_RANKS = grammar().ranks
_LOYAL = grammar().loyal
# offices that their holder has alone: after another office, they are another person's
_OTHERS_OFFICE = ("ambassador", "envoy", "representative", "member", "spokesman", "director", "commander of")
_AT_THE_TOP = frozenset(("president", "head of state", "monarch", "king", "emir"))  # who are no ministers
_FORCES = frozenset(("forces", "aircraft", "militia", "units", "tanks", "army", "police", "authorities"))
_GROUPINGS = grammar().groupings
_DEEDS = tuple(grammar().deeds)
_OUSTED = grammar().ousted
_TELLING = ("GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "REB", "PRM", "SPY", "REL", "MED", "EDU")
_PRESS = tuple(grammar().press_nouns)

_FIGHTERS = frozenset(("fighters", "militants", "rebels", "soldiers", "policemen"))


class Parser(Propers, Counting):
    """Parses actor phrases of one sentence."""

    __slots__ = ()

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
        if word.stem in _GROUPINGS and (powers := self._powers(i)) is not None:
            return powers
        if word.plural_adjective:
            return self._demonym(i, word)
        if word.lone:
            return None if bound or self.depth > 1 else self._national(i, word)
        name_end, name = match_names(self, i, bound) if word.names is not None else (i, None)
        hit = match_nouns(self, i) if word.nouns else None
        mention: Mention | None = None
        if hit is not None and hit.noun.cls == "nothing" and hit.end >= name_end:
            self.past = hit.end
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

    # ---- phrases headed by a common noun

    def _noun(self, i: int, hit: Hit, bound: int) -> Mention | None:
        noun = hit.noun
        if noun.cls == "quantity":
            if self.words[i].stem == "احد" and self.words[i].det:
                return None  # «الأحد» "Sunday"
            return self._quantity(i, hit)
        if self.words[i].prep == "ب" and self.words[i].stem in ("زعامه", "قياده") and hit.words == 1:
            return None  # «بزعامة فلان» "led by": the person is the mention
        if i and hit.words == 1 and not self._stands(i, hit):
            return None
        draft = Draft(hit, self.words[i], self.words[hit.end - 1])
        j = self._modifiers(hit.end, draft)
        j = self._complement(j, draft)
        j = self._modifiers(j, draft)
        if noun.options.get("bloc") and draft.via == "في":
            j = self._prepositional(j, draft)  # «النائب في البرلمان العراقي عن ائتلاف»
        if noun.cls in _PERSONAL or (noun.cls in ("back", "role", "people", "member") and _may_be_named(noun, hit)):
            j = self._named(j, draft)
        draft.end = j
        mention = entity_of(self, i, draft, bound)
        if mention is None:
            return None
        mention = share(self, i, draft, mention, bound)
        if draft.taken is not None and noun.cls in _PERSONAL and not mention.parts:
            return self._apposition(mention, draft.taken)
        return mention

    def _stands(self, i: int, hit: Hit) -> bool:
        """Whether a one-word hit is a noun here, not an adjective or part of an adverbial («من جهته»)."""
        before, word = self.words[i - 1], self.words[i]
        if hit.poss and before.norm in ("من", "ومن") and word.lemmas[0][0] in ("جهه", "جانب", "طرف", "ناحيه"):
            return False
        if word.stem == "رييس" and word.det and before.det and hit.end < self.n and self.words[hit.end].prep == "ل":
            return False  # «الحليف الرئيس للولايات المتحدة» "main"
        if word.stem in ("جهه", "جهات") and before.norm in ("من", "ومن") and not word.det:
            return False  # «من جهة»
        if word.det and word.quality and self.tokens[i - 1].kind is _CLOSE and not (word.conj or word.prep):
            return False  # «داعش» الإرهابي
        if word.stem.endswith("يا") and word.quality and not word.det and self.depth == 1 and not befallen(self, i):
            return False  # «عسكريا» "militarily"
        if word.stem in ("اخير", "اخيره", "منظمه"):
            return not (before.det or self.tokens[i - 1].norm.startswith("ال")) or word.conj or bool(word.prep)
        if (
            hit.number in ("", "sg")
            and not word.conj
            and not word.prep
            and _adjective_here(before, word, self.tokens[i - 1].text)
            and not (befallen(self, i) or self._before_name(i))
        ):
            return False
        if hit.noun.key == "side" and hit.number in ("", "sg") and hit.end < self.n:
            following = self.words[hit.end]
            return following.adjective is not None or following.group is not None
        return True

    def _before_name(self, i: int) -> bool:
        """«اعتقلت السلطات الإيرانية | المحامية نسرين»: the title of the next person, no adjective of the body before."""
        following = self.words[i + 1] if i + 1 < self.n else None
        return (
            self.words[i].det and following is not None and following.given and not (following.conj or following.prep)
        )

    def _modifiers(self, j: int, draft: Draft) -> int:
        """Adjectives that agree with the head in definiteness, in quotation marks or coordinated too."""
        words, tokens, n = self.words, self.tokens, self.n
        while j < n:
            kind = tokens[j].kind
            if kind is _OPEN:
                if (
                    j + 2 < n
                    and tokens[j + 2].kind is _CLOSE
                    and words[j + 1].det == draft.definite
                    and (words[j + 1].adjective or words[j + 1].quality)
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
            if (
                draft.noun.cls == "source"
                and word.stem.startswith("مسوول")
                and word.det == draft.definite
                and not word.conj
                and j + 1 < n
                and tokens[j + 1].norm in ("في", "ب", "عن")
            ):
                j += 1  # «مصدر يمني مسؤول في وزارة الصحة» "a responsible source"
                continue
            if draft.accusative and not word.conj and (code := self._accusative_nation(word)):
                draft.country(code)  # «صحفيا إسبانيا» "a Spanish journalist", not "Spain"
                j += 1
                continue
            if word.conj and word.nouns and draft.noun.cls in ("people", "role", "member") and befallen(self, j):
                break  # «21 سائحا أجنبيا وشرطيا»: a further victim
            if word.norm in _COUNT_ADJECTIVES and not draft.definite and draft.noun.cls in ("people", "role", "member"):
                j += 1  # «مدني واحد»
                continue
            if not (word.adjective or word.quality or word.group) or word.det != draft.definite:
                break
            if word.nouns and self._before_name(j):
                break
            if word.number and not word.det and not word.adjective and j + 1 < n and words[j + 1].norm != "من":
                break  # «اعتقلت قوات من الجيش | ستة أشخاص»: a number begins a phrase of its own
            if (
                word.stem.endswith("ا")
                and not draft.accusative
                and not word.det
                and not word.stem.endswith(("يا", "اا"))
            ):
                break
            if tokens[j].norm.endswith("يا") and not word.det and not draft.accusative:
                break  # «خطف مسلحون | صحفيا»
            if (word.adjective or word.group) and self._people_after_body(j, draft):
                break
            previous = words[j - 1]
            if previous.stem.endswith("ون") and word.stem.endswith("ين"):
                break  # «احتجز مجهولون | صحفيين»: they differ in case
            if word.nouns and not word.conj and previous.stem.endswith("يه") and not word.stem.endswith(("ه", "ات")):
                break  # «قتلت القوات الأميركية | القيادي»: it does not agree
            if word.quality and not (word.adjective or word.group) and self._people_after_one(word, draft):
                break  # «حذر الجيش السوري | المسلحين»
            if word.conj and (word.quality == "plain" or (word.group and not word.adjective)):
                break  # «وفدي الحكومة والحوثيين»: the other side
            if word.stem in _OUSTED and draft.noun.cls in ("group", "body"):
                break  # «التحالف المخلوع صالح»: the next phrase begins
            draft.adjective(word)
            j += 1
        return j

    def _people_after_body(self, j: int, draft: Draft) -> bool:
        """«اتهمت الحكومة اليمنية | الحوثيين»: a plural of people is no adjective of a body; it is whom the body accuses."""
        lone = draft.noun.cls in ("body", "group") or draft.hit.number in ("", "sg")
        adjective = self.words[j].adjective
        if adjective is not None and adjective[1] == "pl" and draft.noun.key in _FORCES:
            return True  # «طردت القوات الأوكرانية | الروس»: forces take a feminine
        return lone and draft.hit.number != "du" and self.tokens[j].norm.endswith(_SOUND_PLURALS)

    def _accusative_nation(self, word: Word) -> str:
        """The nationality that a word in «يا» is in the accusative, when the name of the state is spelled alike."""
        if word.adjective is not None or word.det or not word.stem.endswith("يا"):
            return ""
        found = self.index.adjectives.get(word.stem[:-1])
        return found[0] if found is not None else ""

    @staticmethod
    def _people_after_one(word: Word, draft: Draft) -> bool:
        """A sound plural or dual of people is no adjective of one man or of an army."""
        plural = word.nouns and word.stem.endswith(("ين", "ون")) and any(n in ("pl", "du") for _, n in word.lemmas)
        return plural and draft.hit.number in ("", "sg") and draft.noun.cls in ("body", "office", "rank", "honorific")

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
        described = draft.hit.words > 1 and cls in ("member", "role", "people", "rolehead") and self._closed(draft)
        if not draft.definite and not draft.has_adjective and not described:
            k = self._genitive(j, draft)
            if k > j:
                return self._prepositional(k, draft) if cls in ("member", "source", "office") else k
        return self._prepositional(j, draft)

    def _closed(self, draft: Draft) -> bool:
        """«بطائرة مسيرة | زعيم التنظيم»: a phrase that ends in an adjective has no genitive."""
        head, last = self.tokens[draft.hit.end - draft.hit.words], self.words[draft.hit.end - 1]
        return head.text.endswith("ة") and last.stem.endswith("ه") and not last.det

    def _genitive(self, j: int, draft: Draft) -> int:
        noun, token = draft.noun, self.tokens[j]
        takes = noun.options.get("takes") or noun.cls == "group"
        if token.kind is _OPEN and token.text != "(" and (takes or noun.cls in ("member", "source")):
            return self._quoted(j, draft, bool(takes))
        word = self.words[j]
        if token.kind is not _WORD or word.conj or word.prep:
            return j
        press = noun.sector == "JRN"  # «مراسل قناة العربية»
        if noun.cls in ("role", "people") and not draft.construct and draft.hit.number != "pl" and not press:
            return j
        if draft.free or (draft.accusative and draft.hit.number in ("", "sg")):
            return j  # «إن مسلحا فتح النار»: a noun in «ا» takes no genitive
        if noun.cls == "member" and draft.hit.words > 1 and self.words[draft.hit.end - 1].stem.endswith("يه"):
            return j  # «قصفت طائرات حربية | متظاهرين»: no genitive behind an adjective
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
            elif not (
                self.tokens[k].norm.startswith(("ال", "وال", "لل")) or self.words[k - 1].norm in ("ابو", "بني", "ام")
            ):
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
        surrendered = word.prep == "ل" and noun.key in _FIGHTERS and self.words[draft.hit.end - 1].det
        if surrendered:
            return j  # «استسلم المسلحون للجيش»: to whom, not whose; whose is «مسلحون للتنظيم»
        if word.prep in ("ل", "ب") and not word.conj and draft.governs(word.prep):
            inner = self.parse(j, COMPLEMENT)
            if inner is not None and inner.ref in ("group", "body", "state", "media", "anaphor", "metonym"):
                if word.prep == "ب" and inner.ref not in ("group", "body", "media", "state"):
                    return j
                if word.prep == "ل" and inner.ref == "media" and (noun.cls in ("source", "member") or _tells(noun)):
                    return j  # «قال المصدر لوكالة الأنباء»: whom he told
                if self.words[j - 1].stem in _LOYAL and inner.ref in ("state", "metonym"):
                    draft.loyal = True  # «مقاتلون موالون لروسيا»: whose side they take, not whose they are
                else:
                    draft.inner(inner)
                return inner.end
            return j
        if norm == "في" and j + 2 < self.n and self.tokens[j + 1].norm in _RANKS and noun.cls in ("people", "role"):
            inner = self._beyond(j + 2, COMPLEMENT)
            if inner is not None:
                draft.inner(inner, "من")  # «عشرات القتلى في صفوف الجيش»
                return inner.end
        if norm in draft.prepositions() and j + 1 < self.n and not self.words[j + 1].conj:
            inner = self._beyond(j + 1, draft.binding)
            if inner is not None and (draft.accepts_after(norm, inner) or self._seated(norm, inner, draft)):
                if norm == "من" and self.words[j - 1].stem in _LOYAL and inner.ref in ("state", "metonym"):
                    draft.loyal = True  # «انفصاليون مدعومون من روسيا» "separatists backed by Russia"
                else:
                    draft.inner(inner, norm)
                return inner.end if self.tokens[j + 1].kind is not _OPEN else inner.end + 1
            return j
        stem = word.stem
        if (
            stem in _BELONGING
            or stem in _LOYAL
            or (noun.cls in ("source",) and stem in ("مقرب", "مقربه", "مقربون", "مقربين"))
        ):
            k = j + 1
            if k < self.n and self.tokens[k].norm in ("من",):
                k += 1
            inner = self.parse(k, COMPLEMENT) if k < self.n else None
            if inner is not None and (inner.prep == "ل" or k > j + 1):
                draft.loyal = stem in _LOYAL
                if stem not in _LOYAL or (inner.entity.kind in ("body", "group") and noun.key in ("forces", "army")):
                    draft.inner(inner, "ل")
                return inner.end
        return j

    def _seated(self, preposition: str, inner: Mention, draft: Draft) -> bool:
        """Whether «في» + state says whose office it is: «وزير الإعلام في جنوب السودان فلان», or the phrase by itself."""
        if preposition != "في" or draft.noun.cls != "office" or inner.ref != "state" or draft.known:
            return False
        end = inner.end
        return end == self.n or (draft.hit.words > 1 and self.words[end].given and not self.words[end].conj)

    def _beyond(self, j: int, bound: int) -> Mention | None:
        if self.tokens[j].kind is _OPEN and j + 1 < self.n:
            return self.parse(j + 1, bound)
        return self.parse(j, bound)

    def _named(self, j: int, draft: Draft) -> int:
        """The person's name after the title: directly, after a comma, after another title or honorific."""
        if j >= self.n or draft.hit.number in ("du", "pl"):
            return j
        if draft.noun.cls == "rank" and not draft.definite and draft.hit.words == 1:
            return j  # «رائد» without an article is a given name
        k, comma = j, False
        weak = draft.noun.cls in ("role", "people", "member")
        if (weak and not draft.definite) or draft.accusative:
            return j
        sole = draft.noun.country is not None and draft.hit.words > 1  # «رئيس إقليم كردستان | مسعود بارزاني»
        if draft.noun.cls == "office" and not (draft.definite or draft.known or draft.label or sole):
            return j  # «في مؤتمر صحفي عقده»: only a definite title has its holder's name after it
        if self.tokens[k].text in ("،", ",") and draft.noun.cls == "office" and (draft.definite or draft.known):
            k, comma = k + 1, True
        if k >= self.n or self.tokens[k].kind is not _WORD or self.words[k].conj or self.words[k].prep:
            return j
        if self.words[k].nouns:
            hit = match_nouns(self, k)
            if hit is not None and hit.noun.cls in _PERSONAL and (hit.noun.cls != "office" or not comma):
                if hit.number in ("du", "pl") or (
                    draft.noun.key == "head of state" and hit.noun.key == "head of government"
                ):
                    return j  # «أقال الرئيس | رئيس الحكومة»: two offices that nobody holds at once
                other = self.parse(k)
                if other is not None and other.entity.kind == "person" and (other.family or other.ref == "office"):
                    nameless = hit.noun.cls == "office" and not other.family and draft.noun.cls == "office"
                    if nameless and not _same_person(draft, other):
                        return j
                    draft.other = other
                    return other.end
                if other is not None:
                    return j
        taken = take_name(self, k, after_title=True, strict=comma or weak, strong=weak)
        if taken is None:
            return j
        if comma and len(taken.words) == 1:
            return j  # «وزير الخزانة، كامل أعضاء اللجنة»: one word behind a comma is no name
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
    rules = bare == "حاكم" or stem == "رييسه"  # «الحزب الحاكم», «القضية الرئيسة»
    if not (rules or word.quality or bare.endswith("ي") or (stem.startswith("م") and len(bare) >= 4)):
        return False
    if not word.det and bare.endswith(("صحفي", "صحافي", "اعلامي")) and before.norm.endswith(_PRESS):
        return True
    if before.stop or before.number or not before.norm:
        return False
    if text.endswith("ته"):
        return False  # «نفذته مجموعة مسلحة»: a verb with its object
    agrees = feminine == text.endswith(("ة", "ه", "ات"))
    if word.det:
        return (before.det or before.norm.startswith(("ال", "وال", "بال", "لل"))) and agrees
    if before.det or before.norm.startswith(("ال", "وال", "بال", "لل")):
        return False
    if feminine:
        return agrees
    return bare.endswith("ي") and before.norm.lstrip("وفبل").startswith(_DEEDS)


def _tells(noun: Noun) -> bool:
    """Whether an office is none of an outlet's own: «قال قائد محلي لرويترز» told it."""
    return noun.cls == "office" and (noun.sector in _TELLING or noun.options.get("default") in _TELLING)


def _may_be_named(noun: Noun, hit: Hit) -> bool:
    if noun.cls == "back":
        return noun.options.get("counterpart") is not None or noun.key == "minister"
    return hit.number in ("", "sg") and noun.options.get("kind", "people") == "people"


def _same_person(draft: Draft, other: Mention) -> bool:
    """«ولي العهد وزير الدفاع السعودي»: a second office without a name goes with the first when it may be one person."""
    if other.entity.office and other.entity.office.startswith(_OTHERS_OFFICE):
        return False
    if draft.noun.key in _AT_THE_TOP and "minister" in (other.entity.office or ""):
        return False  # «أقال الرئيس التونسي | وزير الداخلية»
    return draft.country_code is None or other.entity.country in (None, draft.country_code)

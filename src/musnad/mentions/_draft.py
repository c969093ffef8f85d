"""One phrase headed by a common noun while it is read: the dictionary hit, its adjectives and complements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.mentions._names import COMPLEMENT, GROUP, OUTLET
from musnad.morphology.clitics import articled
from musnad.resolve._who_index import END
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.lexicon.actor_rows import BodyRow
    from musnad.mentions._base import Base
    from musnad.mentions._mention import Mention
    from musnad.mentions._names import Taken
    from musnad.mentions._words import Word
    from musnad.resolve._who_index import Noun

_WORD = Kind.WORD
_PLACE_NOUNS = grammar().place_nouns
_MINISTERIAL = frozenset({"وزير", "وزاره"})  # minister, ministry
_LOCAL = frozenset(
    {"committee", "municipality", "hospital", "university", "ngo", "governor", "company", "side", "state"}
)
_AFTER_ARTICLE = frozenset(["في", "من", "علي", "الي", "لدي", "عن", "اول", "ثان", "عام"])
_CODED = ("state", "metonym", "group", "body", "media")


@dataclass(slots=True)
class Hit:
    """A noun phrase of the dictionary found in the sentence."""

    end: int
    noun: Noun
    number: str
    poss: str
    words: int
    text: str = ""


def match_nouns(parser: Base, i: int) -> Hit | None:
    """The longest dictionary phrase of common nouns that begins at token ``i``."""
    tokens, words, n = parser.tokens, parser.words, parser.n
    first = words[i]
    feminine = first.stem.endswith("ه")
    best: Hit | None = None
    for lemma, number in first.lemmas:
        node = parser.index.nouns.get(lemma)
        j, poss, opened = i + 1, first.poss, False
        while node is not None:
            items = node.get(END)
            if items and (best is None or j > best.end):
                for item in items:
                    if _unfinished(parser, i, j):
                        break  # «الناطق باسم حكومة الوحدة الوطنية»: the government's name goes on
                    if not item.number or item.number == number:
                        if len(items) > 1 and j == i + 1 and _before_name(parser, i):
                            item = next((x for x in items if x.cls == "rank"), item)
                        best = Hit(j, item, number, poss, j - i)
                        break
            if j >= n or tokens[j].kind is not _WORD or poss:
                break
            norm = tokens[j].norm
            opened = opened or norm[0] in "بل"
            if (
                first.det
                and not (opened or articled(norm) or norm in _AFTER_ARTICLE)
                and not any(item.cls == "nothing" for item in node.get(norm, {}).get(END, ()))
            ):
                break  # «الرئيس حكومته»: two phrases, a construct has no article on its head
            stem = norm[2:] if articled(norm) else norm
            following = node.get(stem) or node.get(norm)
            if following is None and feminine and stem.endswith("ه"):
                following = node.get(stem[:-1])  # «الممثلة الخاصة»: phrases are listed in the masculine
            if following is None and words[j].poss:
                for form in (stem[: -len(words[j].poss)],):
                    following = node.get(form) or (node.get(form[:-1] + "ه") if form.endswith("ت") else None)
                poss = words[j].poss if following is not None else poss
            elif following is None:
                for size in (1, 2):  # «خارجيته» "its foreign (ministry)": not in the dictionary as a word of its own
                    if stem[-size:] in ("ه", "ها", "هم") and stem[:-size].endswith("ت"):
                        following = node.get(stem[: -size - 1] + "ه")
                        poss = stem[-size:] if following is not None else poss
            node = following
            j += 1
    if best is not None and best.noun.cls in ("office", "body"):
        best.end = _portfolios(parser, best.end, best.number) if first.lemmas[0][0] in _MINISTERIAL else best.end
    if best is not None and best.words > 1:
        best.text = " ".join(t.norm for t in tokens[i : best.end])
    return best


def _portfolios(parser: Base, end: int, number: str) -> int:
    """Where the further portfolios of one minister or ministry end: «وزير الموارد المائية | والري | والكهرباء».

    Portfolios that the dictionary has after «وزير», joined by «و»; two ministers or ministries are two actors.
    """
    while number in ("", "sg") and end < parser.n and parser.tokens[end].norm.startswith("وال"):
        node, j = parser.index.nouns.get("وزير", {}), end
        closed = end
        while j < parser.n and parser.tokens[j].kind is _WORD:
            norm = parser.tokens[j].norm[1:] if j == end else parser.tokens[j].norm
            node = node.get(norm[2:]) if articled(norm) else node.get(norm)
            if node is None:
                break
            j += 1
            if END in node:
                closed = j
        if closed == end:
            break
        end = closed
    return end


def _unfinished(parser: Base, i: int, j: int) -> bool:
    """Whether a title «… باسم» + body breaks off in a construct: its last word has no article, the next one has.

    «المتحدث الرسمي باسم حكومة | إقليم كردستان»: so too before a place noun, which says whose government it is.
    """
    tokens = parser.tokens
    return (
        j - i > 2
        and j < parser.n
        and "باسم" in (tokens[i + 1].norm, tokens[i + 2].norm)
        and not articled(tokens[j - 1].norm)
        and (articled(tokens[j].norm) or tokens[j].norm in _PLACE_NOUNS)
        and not parser.words[j].adjective
    )


def _before_name(parser: Base, i: int) -> bool:
    """Whether an articled word stands right before what may be a name: «العميد سمير» is a rank, «العميد» a dean."""
    if not parser.words[i].det or i + 1 >= parser.n:
        return False
    after = parser.words[i + 1]
    return after.raw_name and not (after.nouns or after.stop or after.det)


class Draft:
    """What has been read of one phrase so far."""

    __slots__ = (
        "accusative", "construct", "countries", "definite", "end", "former", "free", "genitive", "group", "has_adjective", "hit",
        "inners", "international", "label", "last_adjective", "loyal", "noun", "org", "other", "sector", "taken", "via",
    )  # fmt: skip

    def __init__(self, hit: Hit, first: Word, last: Word) -> None:
        self.hit = hit
        self.noun = hit.noun
        self.definite = last.det or first.det or bool(hit.poss) or last.rest.startswith("لل")
        if last.norm == "باسم":
            self.definite = False  # «المتحدث باسم» "the spokesman of": whose follows
        self.accusative = last.stem.endswith("ا") and not last.det
        # «مسلحون» keeps its ن: what follows is no genitive
        self.free = hit.words == 1 and hit.number == "pl" and not hit.poss and first.stem.endswith(("ون", "ين"))
        self.construct = first.stem.endswith(("و", "ي")) and hit.number == "pl"
        self.countries: list[str] = []
        self.org: str | None = None
        self.international = "دولي" in hit.text or "الامم" in hit.text
        self.sector: str | None = None
        self.former = False
        self.loyal = False
        self.group: BodyRow | None = None
        self.genitive: Mention | None = None
        self.has_adjective = False
        self.last_adjective = False
        self.inners: list[Mention] = []
        self.via = ""
        self.label = ""
        self.taken: Taken | None = None
        self.other: Mention | None = None
        self.end = hit.end

    # ---- reading

    def adjective(self, word: Word) -> None:
        """Take an adjective: a nationality, a group's, a sector's, or one that says the office is over."""
        self.has_adjective = self.last_adjective = True
        if word.adjective is not None and not (word.quality and self.noun.cls == "source" and word.stem == "كردي"):
            self.countries.append(word.adjective[0])
            return
        if word.group is not None:
            self.group = word.group
            return
        quality = word.quality
        if word.stem == "دولي":
            self.international = True
        if quality == "former":
            self.former = True
        elif quality in ("UNO", "EUR"):
            self.org = quality
        elif quality and quality != "plain" and self.sector is None:
            self.sector = quality

    def country(self, code: str) -> None:
        self.countries.append(code)
        self.has_adjective = self.last_adjective = True

    def inner(self, mention: Mention, via: str = "") -> None:
        self.inners.append(mention)
        self.via = self.via or via

    @property
    def country_code(self) -> str | None:
        if self.countries:
            return self.countries[0]
        if self.inners:
            return self.inners[0].entity.country
        return self.noun.country

    @property
    def binding(self) -> int:
        """Which names that are also common words the head lets stand in its complement."""
        cls, options = self.noun.cls, self.noun.options
        if cls == "group":
            return OUTLET if options.get("media") else GROUP
        if cls in ("member", "rolehead", "source") or (cls == "office" and options.get("takes")):
            return GROUP
        return COMPLEMENT

    @property
    def known(self) -> bool:
        return bool(self.countries or self.inners)

    def accepts(self, inner: Mention) -> bool:
        """Whether ``inner`` may be the genitive complement of the head."""
        cls, ref = self.noun.cls, inner.ref
        if ref == "media" and self.noun.sector == "JRN":
            return True  # «مراسل قناة العربية»
        if cls == "office":
            if self.noun.options.get("takes") or self.noun.options.get("generic") or self.noun.options.get("envoy"):
                return ref != "name" or self.noun.key in ("assistant", "adviser", "director", "member")
            if self.noun.key == "ambassador" and inner.entity.office == "head of state":
                return True  # «سفير خادم الحرمين الشريفين»
            return ref in ("state", "metonym", "body", "group") or (
                ref == "anaphor" and inner.key in ("state", "government")
            )
        if cls == "body":
            if ref in ("name", "office"):
                return inner.entity.kind == "person"
            return ref in _CODED or (ref in ("anaphor", "people") and bool(self.noun.options.get("takes")))
        if cls in ("member", "rolehead"):
            return not inner.count
        if cls in ("role", "people"):
            return ref in ("state", "metonym") or (self.construct and ref in ("group", "people"))
        if cls == "group":
            return ref in ("group", "body", "media", "people", "state")
        return ref in _CODED

    def governs(self, preposition: str) -> bool:
        """Whether ل or ب after the head can introduce whose it is."""
        cls, options = self.noun.cls, self.noun.options
        if cls == "office":
            return bool(
                options.get("takes")
                or options.get("generic")
                or options.get("envoy")
                or options.get("for")
                or self.noun.org
            )
        return cls in ("member", "body", "source", "rolehead")

    def prepositions(self) -> tuple[str, ...]:
        """Free prepositions that can introduce whose it is."""
        cls, options = self.noun.cls, self.noun.options
        if cls in ("source", "member", "rolehead"):
            return ("من", "في", "عن", "داخل") if cls == "source" else ("من", "في", "عن")
        if cls == "office":
            if options.get("takes"):
                return ("في", "باسم", "عن", "لدي", "من")
            if options.get("place") or options.get("envoy"):
                return ("لدي", "الي", "في")
            return ("في", "عن", "من") if options.get("bloc") else ("في",)
        if cls in ("role", "people"):
            return ("من", "في") if self.noun.sector == "JRN" else ("من",)  # «صحفي في قناة الجزيرة»
        return ()

    def accepts_after(self, preposition: str, inner: Mention) -> bool:
        """Whether the complement of a free preposition belongs to the phrase."""
        ref = inner.ref
        if ref == "media" and preposition == "في" and self.noun.sector == "JRN":
            return True  # «صحفي في قناة الجزيرة»
        if preposition == "عن" and ref == "people" and self.noun.cls != "office":
            return False  # «أفرجت المليشيات عن 20 أسيرا»: whom they freed, not whom they stand for
        if preposition == "من":
            if ref in ("anaphor", "possessive") and inner.key == "side":
                return False
            return ref in ("group", "body", "people", "anaphor", "possessive") or (
                ref == "state" and self.noun.cls in ("role", "people", "member") and not self.definite
            )
        if preposition in ("لدي", "الي"):
            return ref in ("state", "metonym", "body", "group")
        if preposition == "في":
            if self.noun.options.get("place") or self.noun.options.get("envoy"):
                return ref in ("state", "metonym", "body")
            if self.noun.options.get("bloc"):
                return ref in ("body", "anaphor") and inner.entity.sector == "LEG"
            if self.noun.cls == "office" and not self.noun.options.get("takes"):
                return ref == "body" and inner.entity.kind != "media" and inner.key in ("government",)
            return ref in ("group", "media") or (ref in ("body", "anaphor", "office") and inner.key not in _LOCAL)
        return ref in ("group", "body", "media", "anaphor", "state", "possessive", "office", "people")

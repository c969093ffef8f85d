"""One token as actor grammar sees it: the best split into clitics and stem, and what the dictionaries know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from musnad.morphology.clitics import articled, possessed, splits
from musnad.resolve.names import PARTICLES

if TYPE_CHECKING:
    from musnad.resolve._who_index import Index, Node
    from musnad.text import Token
    from musnad.text.memo import Memo

_FUNCTION = frozenset(
    [
        "في",
        "من",
        "علي",
        "الي",
        "عن",
        "مع",
        "عند",
        "لدي",
        "بين",
        "حول",
        "ضد",
        "منذ",
        "خلال",
        "بعد",
        "قبل",
        "ان",
        "انه",
        "انها",
        "او",
        "ام",
        "لا",
        "ما",
        "لم",
        "لن",
        "قد",
        "لقد",
        "كما",
        "اما",
        "فيه",
        "فيها",
        "به",
        "بها",
        "له",
        "لها",
        "لهم",
        "عليه",
        "عليها",
        "عليهم",
        "اليه",
        "اليها",
        "منه",
        "منها",
        "منهم",
        "معه",
        "معها",
        "معهم",
        "عنه",
        "عنها",
        "وان",
        "فان",
        "لان",
        "لانه",
        "هو",
        "هي",
        "هم",
        "هذا",
        "هذه",
        "ذلك",
        "تلك",
        "التي",
        "الذي",
        "الذين",
        "كان",
        "كانت",
        "حتي",
        "هنا",
        "هناك",
        "امام",
        "امامه",
        "امامها",
        "امامهم",
        "نفس",
        "نفسه",
        "نفسها",
        "نفسهم",
        "ذاته",
        "ذاتها",
        "غير",
        "برصاص",
        "بنيران",
    ]
)


_MINE = frozenset(["بلاد", "بلد", "حكومت", "حكومه"])  # «بلادي» "my country", in quotations
# endings and beginnings of words that are no unknown person's name: pronouns, و and ل before an alef
_PRONOUN_ENDS = ("هم", "ها", "هما", "كم", "ته", "تهم", "تها", "نك", "نه")


@dataclass(slots=True)
class Word:
    """A token's reading. ``rest`` is the word without proclitics, ``stem`` also without its article."""

    conj: bool = False
    prep: str = ""
    cut: int = 0  # characters of the token's text taken by proclitics
    rest: str = ""
    stem: str = ""
    det: bool = False
    poss: str = ""
    lemmas: tuple[tuple[str, str], ...] = ()  # (lemma, number) of a common noun that begins a phrase
    names: Any = None  # trie node of proper names that begin with this word
    nouns: bool = False
    adjective: tuple[str, str] | None = None  # (country, number) of a nationality adjective
    quality: str = ""
    number: bool = False
    stop: bool = False
    name_word: bool = False
    raw_name: bool = False  # may be part of an unknown person's name
    group: Any = None
    given: bool = False  # a common given name
    lone: bool = False  # a masculine singular nationality adjective: a person where no noun stands before it
    plural_adjective: bool = False  # an indefinite plural nationality or group adjective that may stand as a noun
    starts: bool = False
    norm: str = ""


def analyse(token: Token, index: Index, cache: Memo[Word]) -> Word:
    """The reading of a token, from the cache when the same text was seen before."""
    text = token.text
    return cache.get(text) or cache.recall(text) or cache.keep(text, _analyse(token, index))


def _analyse(token: Token, index: Index) -> Word:
    norm = token.norm
    if token.kind == 1:
        return Word(norm=norm, rest=norm, stem=norm, number=True, starts=True)
    word: Word | None = None
    preposition = norm in _FUNCTION and not (norm == "علي" and not token.text.endswith("ى"))
    if not preposition:
        for conj, prep, rest in splits(norm):
            word = _reading(conj, prep, rest, token, index)
            if word is not None:
                break
    if word is None:
        det = articled(norm)
        word = Word(rest=norm, stem=norm[2:] if det else norm, det=det)
    word.norm = norm
    if word.conj and word.rest == "علي" and token.text.endswith("ى"):
        preposition = True  # «وعلى» "and on"
    word.stop = preposition or (norm in index.stop and norm != "علي")
    word.name_word = not preposition and (word.rest in index.name_words or word.rest in PARTICLES)
    if not word.conj and not word.prep and not word.stop:
        word.raw_name = word.name_word or _may_be_name(token.text, norm, word)
    if not (word.det or word.names or word.nouns or word.number) and word.rest.endswith(("ين", "ون", "ان")):
        word.plural_adjective = bool(word.adjective or word.group) and not word.rest.endswith("تين")
    word.given = word.rest in index.given and not word.det and not preposition
    word.lone = bool(
        word.adjective and word.adjective[1] == "sg" and word.stem.endswith(("ي", "يا"))
        and not (word.nouns or word.number or word.given)
        and (not word.names or token.text.endswith(("اً", "ًا")))  # «سورياً» "a Syrian", no "Syria"
    )  # fmt: skip
    word.starts = (
        bool(word.names or word.nouns or word.number or word.plural_adjective or word.given or word.lone)
        and not preposition
    )
    return word


def _may_be_name(text: str, norm: str, word: Word) -> bool:
    """Whether an unknown word may belong to a person's name, by its shape alone."""
    if word.nouns or word.adjective or word.quality or word.number:
        return False
    if len(norm) < 2 or (text.endswith(("ة", "اً", "ًا", "ات", "ون", "ى")) and not word.name_word):
        return norm.endswith("ون") and len(norm) >= 4 and not norm.startswith("ال")
    if not word.name_word and (norm.endswith(_PRONOUN_ENDS) or norm.startswith(("لا", "وا", "فا"))) and len(norm) > 3:
        return False
    if norm.startswith(("لل", "بال", "وال", "فال", "كال", "ست", "سي")) and not norm.startswith("سير"):
        return norm.startswith(("سي", "ست")) and len(norm) <= 6
    return not (norm.startswith("ال") and norm.endswith(("ين", "يه", "ات")))


def _reading(conj: str, prep: str, rest: str, token: Token, index: Index) -> Word | None:
    det = articled(rest)
    stem = rest[2:] if det else rest
    names: Node | None = index.names.get(rest)
    if names is None and rest in ("ابا", "ابي"):
        names = index.names.get("ابو")  # «أبا محمد العدناني»: the other cases of «أبو»
    adjective = index.adjectives.get(stem)
    if adjective is not None and stem == "يمني" and token.text.endswith("ى"):
        adjective = None  # «اليمنى» "the right (hand)"
    quality = index.qualities.get(stem, "")
    number = rest in index.numbers
    group = index.group_adjectives.get(stem)
    lemmas = _lemmas(stem, index) if stem != "دعاه" or token.text[-1] == "ة" else ()
    if det:  # a construct form has no article: «الرئيسي» is no "two presidents of"
        lemmas = tuple(f for f in lemmas if not (f[1] in ("du", "pl") and stem in (f[0] + "ي", f[0] + "و")))
    poss = ""
    text = token.text
    if not det and (not lemmas or (text.endswith("ه") and rest.endswith("ه"))) and names is None:
        for noun, clitic in possessed(stem):
            if found := _lemmas(noun, index):
                if clitic in ("ي", "ك") and noun not in _MINE:
                    continue
                if clitic == "ه" and "ة" in text[-3:]:
                    continue  # «عسكرية» "military": no pronoun
                if lemmas and clitic != "ه":
                    continue
                lemmas, poss = found, clitic
                break
    if not (names or lemmas or adjective or quality or number or group):
        if (conj or prep) and (stem in index.name_words) and not det:
            pass
        else:
            return None
    if (conj or prep) and not (names or lemmas or adjective or group or number) and quality and not det and conj != "و":
        return None
    cut = 0
    if conj or prep:
        cut = _cut(text, conj, prep, token.norm)
    return Word(
        conj=bool(conj), prep=prep, cut=cut, rest=rest, stem=stem, det=det, poss=poss, lemmas=lemmas, names=names,
        nouns=bool(lemmas), adjective=adjective, quality=quality, number=number, group=group,
    )  # fmt: skip


def _lemmas(stem: str, index: Index) -> tuple[tuple[str, str], ...]:
    nouns = index.nouns
    out = [(lemma, number) for lemma, number in index.forms.get(stem, ()) if lemma in nouns]
    if stem in nouns and all(lemma != stem for lemma, _ in out):
        out.append((stem, out[0][1] if out else ""))
    out.sort(key=lambda form: form[0] != stem)  # «المعارضة» "the opposition" before the feminine of «المعارض»
    return tuple(out)


def _cut(text: str, conj: str, prep: str, norm: str) -> int:
    """How many characters of the written token its proclitics take; marks and tatweel go with the letter before.

    «للاجئين» cannot be cut (the second ل is the article's): 0 for the preposition then.
    """
    want = len(conj) + (0 if prep == "ل" and norm[len(conj) :].startswith("لل") else len(prep))
    seen = 0
    for i, letter in enumerate(text):
        if letter.isalpha() and letter != "ـ":
            if seen == want:
                return i
            seen += 1
    return 0

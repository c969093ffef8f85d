"""Names of people: spelling keys for foreign names written in many ways, and family names.

The press writes one foreign name in many ways: سيرغي/سيرجي/سيرقي, تشاوش/جاويش, مكغيرك/ماكغورك. Two words have the same
key when they differ only in how a foreign sound or a short vowel is written. Keys are used only for names of two words
or more, after an exact comparison has failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

# letters that render one foreign consonant; the vowels ا و ي and the weak ه ء are dropped after the first letter
_SAME = str.maketrans({
    "غ": "ك", "ج": "ك", "ق": "ك", "خ": "ك",
    "ث": "ت", "ط": "ت", "ذ": "د", "ض": "د", "ظ": "د",
    "ص": "س", "ز": "س", "ح": "ه", "ف": "ب",
})  # fmt: skip
_VOWELS = frozenset("اويهءع")
PARTICLES = frozenset(
    [
        "بن",
        "ابن",
        "ابو",
        "ابي",
        "ابا",
        "ال",
        "عبد",
        "ولد",
        "بو",
        "دي",
        "دو",
        "دا",
        "فان",
        "فون",
        "لو",
        "لا",
        "كي",
        "ديل",
        "ام",
        "بنت",
        "بني",
        "ماك",
        "مك",
        "اوف",
        "تشاوش",
        "جاويش",
        "داود",
        "داوود",
        "سان",
    ]
)


# second halves of names: «نصر الله», «محمد السادس»
ENDINGS = frozenset(
    [
        "الله",
        "الدين",
        "الرحمن",
        "الاسلام",
        "الاول",
        "الثاني",
        "الثالث",
        "الرابع",
        "الخامس",
        "السادس",
        "السابع",
        "الثامن",
        "العاشر",
        "الثانيه",
        "الابن",
        "الاب",
    ]
)


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """The spelling key of one folded word. Never empty for a word with a letter."""
    if word.startswith("ال") and len(word) > 4:
        word = word[2:]
    word = word.replace("تش", "ش").replace("دج", "ج").replace("كس", "س")
    out: list[str] = []
    for i, letter in enumerate(word):
        mapped = letter.translate(_SAME)
        if i and letter in _VOWELS:
            continue
        if out and out[-1] == mapped:
            continue
        out.append(mapped)
    return "".join(out)


def keys(words: Sequence[str]) -> tuple[str, ...]:
    """The keys of a name's words; particles that writers drop («بن», «ال») are left out."""
    return tuple(key(w) for w in words if w not in ("بن", "ابن", "ال"))


def plain(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name without the article, «بن» and the writing of a final ه."""
    out = []
    for word in words:
        if word in ("بن", "ابن"):
            continue
        bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
        out.append(bare[:-1] + "ا" if bare.endswith("ه") else bare)
    return tuple(out)


def family(words: Sequence[str]) -> str:
    """The folded family name of a full name: its last word with the particle before it («بن سلمان», «دي ميستورا»)."""
    if not words:
        return ""
    last = len(words) - 1
    if last > 0 and words[last] in ENDINGS:
        last -= 1  # «نصر الله», «محمد السادس»: half a name
    while last > 0 and words[last - 1] in PARTICLES and len(words) - last < 3:
        last -= 1
        if words[last] in ("عبد", "ال", "ابو"):
            break
    return " ".join(words[last:])

"""Unicode folding for matching. Matching is done on folded tokens; spans always point into the text as it came.

The fold follows the practice of Arabic retrieval (light normalisation): diacritics, tatweel and invisible marks
go; hamza seats, alef maqsura, ta marbuta and Persian letters take one form; digits become ASCII.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_DROP = [
    *range(0x0610, 0x061B),
    *range(0x064B, 0x0660),
    0x0670,
    *range(0x06D6, 0x06ED),
    0x0640,
    0x061C,
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
    0x00AD,
]
_MAP: dict[int, str | None] = dict.fromkeys(_DROP)
_MAP |= {
    ord("أ"): "ا",
    ord("إ"): "ا",
    ord("آ"): "ا",
    ord("ٱ"): "ا",  # alef with hamza, madda, wasla
    ord("ى"): "ي",
    ord("ی"): "ي",
    ord("ې"): "ي",
    ord("ے"): "ي",
    ord("ئ"): "ي",  # alef maqsura, Farsi yeh, hamza on yeh
    ord("ة"): "ه",
    ord("ہ"): "ه",
    ord("ھ"): "ه",
    ord("ە"): "ه",
    ord("ۀ"): "ه",  # ta marbuta and Persian/Urdu heh
    ord("ؤ"): "و",
    ord("ۆ"): "و",
    ord("ۇ"): "و",
    ord("ک"): "ك",
    ord("گ"): "غ",
    ord("ڭ"): "غ",
    ord("ڨ"): "ق",
    ord("پ"): "ب",
    ord("چ"): "ج",
    ord("ژ"): "ج",
    ord("ڤ"): "ف",
    ord("ڥ"): "ف",
}
_MAP |= {0x0660 + d: str(d) for d in range(10)} | {0x06F0 + d: str(d) for d in range(10)}


def _clean(word: str) -> str:
    return word.translate(_MAP)


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """The form of ``word`` used for matching. Its length may differ: never use offsets into a folded string.

    A final stand-alone hamza is kept («شيء» "thing"), seats are not («مسؤول» and «مسوول» "official" are one).
    """
    if any("\ufb50" <= c <= "\ufefc" for c in word):  # presentation forms, from PDFs and old systems
        word = unicodedata.normalize("NFKC", word)
    return _clean(word).casefold()


def fold_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a data file as the tuple of folded words that matching compares."""
    return tuple(f for f in (fold(w) for w in phrase.split()) if f)

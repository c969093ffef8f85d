"""Proclitics and enclitics: the ways a folded word may split. Ambiguous by nature; the caller's lexicon chooses.

Arabic writes the conjunctions و ف ("and"), the prepositions ب ل ك ("with, to, as") and possessive pronouns as one
word with the noun. After ل the article loses its alef: «للرئيس» is ل + الرئيس ("to the president").
"""

from __future__ import annotations

from typing import NamedTuple

# words that only look as if they had the article: God, now, who, which, thousands
_NO_ARTICLE = frozenset({"الله", "الان", "الذي", "التي", "الاف", "الوف", "الفي", "الما", "الفا"})


def articled(word: str) -> bool:
    """Whether a folded word without proclitics carries the article ال."""
    return word.startswith("ال") and len(word) > 3 and word not in _NO_ARTICLE


class Split(NamedTuple):
    """One reading: conjunction, preposition, and the rest of the word (with its article, alef restored)."""

    conj: str
    prep: str
    rest: str

    @property
    def definite(self) -> bool:
        """Whether the rest carries the article ال."""
        return articled(self.rest)

    @property
    def stem(self) -> str:
        """The rest without its article."""
        return self.rest[2:] if self.definite else self.rest


CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
_MIN_STEM = 2


def splits(word: str) -> list[Split]:
    """Every reading of a folded word, fewest clitics first. Linear in the word's length."""
    out = [Split("", "", word)]
    _prepositions("", word, out)
    if len(word) > _MIN_STEM and word[0] in CONJUNCTIONS:
        out.append(Split(word[0], "", word[1:]))
        _prepositions(word[0], word[1:], out)
    return out


def _prepositions(conj: str, word: str, out: list[Split]) -> None:
    if len(word) <= _MIN_STEM or word[0] not in PREPOSITIONS:
        return
    if word.startswith("لل") and len(word) > 3:
        out.append(Split(conj, "ل", "ال" + word[2:]))  # «للرئيس» "to the president"
        out.append(Split(conj, "ل", "ال" + word[1:]))  # a noun that itself begins with ل: «للجنة» "to the committee"
    out.append(Split(conj, word[0], word[1:]))


def possessed(stem: str) -> list[tuple[str, str]]:
    """(noun, pronoun) readings of a stem that may end in a possessive pronoun, longest pronoun first.

    The ta of a feminine noun becomes ه again as folding writes it: «حكومتها» → («حكومه», «ها») "her government".
    """
    out: list[tuple[str, str]] = []
    for clitic in ENCLITICS:
        if stem.endswith(clitic) and len(stem) - len(clitic) >= _MIN_STEM:
            noun = stem[: -len(clitic)]
            out.append((noun, clitic))
            if noun.endswith("ت") and len(noun) > _MIN_STEM:
                out.append((noun[:-1] + "ه", clitic))
    return out

"""Function words: the closed classes of ``data/function_words.yaml`` as typed sets of folded words.

A phrase of several words is in the sets as its folded words joined by single spaces.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.text import fold_phrase

_SUFFIXES = ("ه", "ها", "هما", "هم", "هن", "ني", "نا", "ك", "كم")
_CLOSED = [
    "prepositions",
    "complementizers",
    "subordinators",
    "relatives",
    "interrogatives",
    "negators",
    "pronouns",
    "demonstratives",
    "quantifiers",
    "conjunctions",
    "future_particles",
    "past_particles",
]
_TAKE_PRONOUNS = ("complementizers", "negative_nouns")
# Prepositions before a pronoun keep or change their last letter: «عليه», «له», «منه», «إليه», «لديه».
_PREPOSITION_STEMS = frozenset(
    {"من", "الي", "علي", "عن", "مع", "ضد", "بين", "لدي", "نحو", "ضمن", "امام", "وراء", "حول", "دون", "تجاه"}
)


class FunctionWords(msgspec.Struct, frozen=True):
    """One set a class; see the data file for what each holds."""

    prepositions: frozenset[str]  # single words and compounds
    compound_prepositions: frozenset[str]
    complementizers: frozenset[str]  # with pronouns: انه انها انهم ...
    subordinators: frozenset[str]
    conditionals: frozenset[str]
    relatives: frozenset[str]
    interrogatives: frozenset[str]
    negators: frozenset[str]
    negative_past: frozenset[str]
    negative_future: frozenset[str]
    negative_nouns: frozenset[str]
    future_particles: frozenset[str]
    past_particles: frozenset[str]
    modals: frozenset[str]
    scheduled: frozenset[str]
    obligation: frozenset[str]
    auxiliaries: frozenset[str]
    ongoing_verbs: frozenset[str]
    beginning_verbs: frozenset[str]
    pronouns: frozenset[str]
    demonstratives: frozenset[str]
    quantifiers: frozenset[str]
    conjunctions: frozenset[str]
    contrast: frozenset[str]
    connectives: frozenset[str]
    noun_homographs: frozenset[str]
    never_verbs: frozenset[str]
    preposition_pronouns: dict[str, tuple[str, str]]  # «عليه» -> (علي, ه), «له» -> (ل, ه), «بها» -> (ب, ها)
    all_words: frozenset[
        str
    ]  # every single word of the above (homographs and never_verbs left out): none is a noun or an unknown verb
    closed: frozenset[str]  # of these the prepositions, particles, pronouns: a verb spelled like one is doubtful


def read_function_words(path: Path) -> FunctionWords:
    """The function words of one data file. Raises DataError when a list is missing or not a list of words."""
    raw = read_yaml(path)
    names = [f for f in FunctionWords.__struct_fields__ if f not in ("preposition_pronouns", "all_words", "closed")]
    if not isinstance(raw, dict):
        raise DataError("function-words", f"{path}: no mapping of lists", f"give {', '.join(names)}")
    if unknown := sorted(set(raw) - set(names)):
        raise DataError("function-words", f"{path}: unknown list «{unknown[0]}»", f"known: {', '.join(names)}")
    sets: dict[str, frozenset[str]] = {}
    for name in names:
        items = raw.get(name)
        if not isinstance(items, list) or not all(isinstance(i, str) for i in items):
            raise DataError("function-words", f"{path}: «{name}» is no list of words", "write [word, word]")
        words = {" ".join(fold_phrase(i)) for i in items}
        if name in _TAKE_PRONOUNS:
            words |= {w + s for w in words if " " not in w for s in _SUFFIXES}
            words |= {w + "ا" + s for w in words if w.endswith("نن") for s in _SUFFIXES}
        sets[name] = frozenset(words)
    sets["prepositions"] |= sets["compound_prepositions"]
    pronouns = {stem + suffix: (stem, suffix) for stem in (*_PREPOSITION_STEMS, "ل", "ب", "في") for suffix in _SUFFIXES}
    pronouns["لي"] = ("ل", "ي")
    singles = {
        w for n, s in sets.items() if n not in ("noun_homographs", "never_verbs") for w in s if " " not in w
    } | pronouns.keys()
    closed = {w for name in _CLOSED for w in sets[name] if " " not in w} | pronouns.keys()
    return FunctionWords(**sets, preposition_pronouns=pronouns, all_words=frozenset(singles), closed=frozenset(closed))


@cache
def function_words() -> FunctionWords:
    """The shipped function words, read once."""
    path = DATA / "function_words.yaml"
    return compiled("function-words", [path, Path(__file__)], lambda: read_function_words(path), FunctionWords)


def is_preposition_ala(text: str) -> bool:
    """Whether a word that folds to «علي» is the preposition «على» "on" rather than the name «علي» "Ali".

    The raw spelling decides where it can: a final alef maqsura is the preposition. Papers that write every final yeh
    with dots (or without) leave it open, and then the preposition, far more frequent, is assumed. A mark on the
    yeh («عليّ») shows the name or "on me".
    """
    return "\u0651" not in text

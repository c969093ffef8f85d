"""Function words as the reader of forms asks for them: which spellings are a preposition, a particle, a noun, no verb."""

from __future__ import annotations

from functools import cache

import msgspec

from musnad.lexicon.grammar import Grammar, grammar

_SUFFIXES = ("ه", "ها", "هما", "هم", "هن", "ني", "نا", "ك", "كم")
# Prepositions before a pronoun keep or change their last letter: «عليه», «له», «منه», «إليه», «لديه».
_PREPOSITION_STEMS = (
    "من", "الي", "علي", "عن", "مع", "ضد", "بين", "لدي", "نحو", "ضمن", "امام", "وراء", "حول", "دون", "تجاه", "ل", "ب", "في"
)  # fmt: skip


class FunctionWords(msgspec.Struct, frozen=True):
    """Sets of folded words; phrases of several words joined by single spaces."""

    prepositions: frozenset[str]  # single words and compounds
    closed: frozenset[str]  # prepositions, particles, pronouns: a verb spelled like one is doubtful
    all_words: frozenset[str]  # every function word of one word: none is a noun or an unknown verb
    noun_homographs: frozenset[str]  # nouns far more often than the verb they are spelled like
    never_verbs: frozenset[str]
    preposition_pronouns: dict[str, tuple[str, str]]  # «عليه» -> (علي, ه), «له» -> (ل, ه), «بها» -> (ب, ها)


def gather(words: Grammar) -> FunctionWords:
    """The function words of a grammar."""
    pronouns = {stem + suffix: (stem, suffix) for stem in _PREPOSITION_STEMS for suffix in _SUFFIXES}
    pronouns["لي"] = ("ل", "ي")
    prepositions = words.prep | words.other_prepositions
    closed = prepositions.union(
        words.that, words.when, words.relative, words.negation, words.future, words.aspect, words.pronoun,
        words.demonstrative, words.conj, words.other_particles, pronouns,
        (word + suffix for word in words.take_pronouns for suffix in _SUFFIXES),
    )  # fmt: skip
    every = closed.union(
        words.modal, words.adverb, words.connective, words.partitive, words.skip, words.auxiliaries, words.other_adverbs
    )
    return FunctionWords(
        prepositions=prepositions,
        closed=frozenset(w for w in closed if " " not in w),
        all_words=frozenset(w for w in every if " " not in w),
        noun_homographs=words.noun_homographs,
        never_verbs=words.never_verbs,
        preposition_pronouns=pronouns,
    )


@cache
def function_words() -> FunctionWords:
    """The shipped function words, gathered once."""
    return gather(grammar())


def is_preposition_ala(text: str) -> bool:
    """Whether a word that folds to «علي» is the preposition «على» "on" rather than the name «علي» "Ali".

    The raw spelling decides where it can: a final alef maqsura is the preposition. Papers that write every final yeh
    with dots (or without) leave it open, and then the preposition, far more frequent, is assumed. A mark on the
    yeh («عليّ») shows the name or "on me".
    """
    return "\u0651" not in text

"""Where an indefinite noun in the singular names a person: somebody whom an act befell («مقتل مدني», «اعتقل صحفيا»).

By themselves «مدني», «إرهابي» and «صحفي» are adjectives far more often («هجوم إرهابي» "a terrorist attack").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from musnad.lexicon.grammar import grammar
from musnad.text import Kind

if TYPE_CHECKING:
    from musnad.mentions._base import Base

_BEFALLING = grammar().befalling
_RELEASING = grammar().releasing
_ABOUT = grammar().about
_PROCLITICS = "وفبل"
_THAT = frozenset(("ان", "بان", "وان", "لان", "لكن"))
_FAR = 5  # tokens between a verb and its object, its subject among them


def befallen(parser: Base, i: int) -> bool:
    """Whether the indefinite noun at token ``i`` stands where the one stands whom a killing, an arrest or a release befell:
    right after its word, as a further victim («ثلاثة جنود ومدني»), or as an object in «ا» behind the subject."""
    word = parser.words[i]
    if word.det or not i:
        return False
    before = i - 1
    if parser.tokens[before].norm == "عن":
        return any(_is(parser, k, _RELEASING) for k in range(max(before - 3, 0), before))
    while before and parser.tokens[before].norm in _ABOUT:
        before -= 1
    if not word.conj and _is(parser, before, _BEFALLING):
        return True
    if parser.tokens[before].norm in _THAT:
        return parser.tokens[i].text.rstrip("ًٌٍَُِّْ").endswith("ا")  # «قال إن شرطيا قتل»
    accusative = parser.tokens[i].text.rstrip("ًٌٍَُِّْ").endswith("ا")
    return (word.conj or accusative) and _behind(parser, i, over=word.conj)


def _behind(parser: Base, i: int, *, over: bool) -> bool:
    """Whether a word of harm or arrest stands up to five tokens before, in the same clause; ``over``: people in between
    are victims too, with «من» and «في» in their phrase."""
    for k in range(i - 1, max(i - 2 - _FAR, -1), -1):
        if parser.tokens[k].kind not in (Kind.WORD, Kind.NUMBER):
            return False
        if _is(parser, k, _BEFALLING):
            return True
        if parser.words[k].stop and not (over and parser.tokens[k].norm in ("من", "في")):
            return False
    return False


def _is(parser: Base, k: int, words: frozenset[str]) -> bool:
    norm = parser.tokens[k].norm
    return norm in words or (norm[:1] in _PROCLITICS and norm[1:] in words)

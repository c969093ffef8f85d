"""Place phrases of a sentence, with the preposition that governs each. Whether a phrase is the place of an event or
names an actor is for syntax to say; here every one is reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musnad.lexicon.grammar import grammar
from musnad.resolve._gazetteer_words import HERE, NOTHING, TOWARDS, Match, Stem
from musnad.resolve.where import Gazetteer, Place
from musnad.text.tokens import Kind, Sentence, Token

_NEARNESS = grammar().nearness
_TOWARDS = frozenset({"من", "الي", "نحو", "باتجاه", "صوب"})  # with these a weak name may be a place
_TANWIN = frozenset("\u064b\u064c\u064d")
_COMMAS = frozenset("،,")
_OPENING = Kind.OPEN  # this kind and the next, CLOSE, are quotation marks and brackets


@dataclass(slots=True)
class PlaceMention:
    """Tokens [start, end) of a place phrase without its preposition; ``head``: the token its proper name starts at.

    ``prep``: the governing preposition, folded, a proclitic as its letter («في», «ب», «من», «الي», «قرب»), or None.
    ``specific``: a named town, region or site, rather than a country. ``known``: the gazetteer has the name.
    """

    start: int
    end: int
    head: int
    place: Place
    prep: str | None
    specific: bool
    known: bool = True


def back_nouns(gazetteer: Gazetteer) -> frozenset[str]:
    """Folded nouns that point back to a place named before («البلاد», «المدينة»)."""
    return frozenset(gazetteer.grammar.back)


@dataclass(slots=True)
class PlaceReference:
    """Tokens [start, end) of a phrase that points back to a place, or to a part of it: the discourse finds which.

    ``noun``: the folded noun («المدينه», «البلاد»); ``glosses``: English words for the parts («northern»), for
    ``musnad.resolve.where.part_name``; ``prep``: as in PlaceMention.
    """

    start: int
    end: int
    noun: str
    glosses: list[str]
    prep: str | None


def find_references(
    sentence: Sentence, gazetteer: Gazetteer, found: Sequence[PlaceMention] = ()
) -> list[PlaceReference]:
    """Phrases that point back to a place named before («المدينة», «شمال البلاد»), outside the mentions ``found``."""
    tokens = sentence.tokens
    grammar = gazetteer.grammar
    taken = {i for mention in found for i in range(mention.start, mention.end)}
    norms = [t.norm for t in tokens]
    out: list[PlaceReference] = []
    k = 0
    while k < len(norms):
        match = None if k in taken or tokens[k].kind is not Kind.WORD else grammar.reference(norms, k)
        if match is None or match[0] - 1 in taken:
            k += 1
            continue
        end, noun, glosses = match
        prep: str | None = None
        first = norms[k]
        if first not in grammar.back and first not in grammar.parts and not grammar.class_of(first):
            bare = first[1:] if first[:1] in ("و", "ف") else first
            prep = bare[0] if bare[:1] in ("ب", "ل") else None
        elif k and norms[k - 1] in grammar.t.words["prep"]:
            prep = norms[k - 1]
        out.append(PlaceReference(k, end, noun, glosses, prep))
        k = end
    return out


def find_places(sentence: Sentence, gazetteer: Gazetteer, near: Sequence[str]) -> list[PlaceMention]:
    """The place phrases of ``sentence``, left to right, none overlapping. ``near``: ISO alpha-3 codes of the context,
    dearest first, which choose among namesakes. One pass, linear in the sentence."""
    tokens = sentence.tokens
    grammar = gazetteer.grammar
    known, stem_of = grammar.stems, grammar.stem
    words = grammar.t.words
    # quotation marks inside a phrase («بلدة "دوما"») are stepped over: the grammar sees words only
    places = [i for i, t in enumerate(tokens) if t.kind < _OPENING]
    norms = [tokens[i].norm for i in places]
    found: list[PlaceMention] = []
    last: tuple[int, str | None] = (-1, None)
    k = 0
    n = len(norms)
    while k < n:
        norm = norms[k]
        lead = known.get(norm)
        if lead is None:
            lead = stem_of(norm)
        if not lead:
            k += 1
            continue
        if not _TANWIN.isdisjoint(tokens[places[k]].text):  # «دوماً» "always" is not Douma
            k += 1
            continue
        prep, blocked = _governor(norms, k, lead, words)
        if lead.name and norms[k - 1 : k] and grammar.is_adjective(lead, norms[k - 1]):
            blocked = True  # «القنوات السعودية» "Saudi channels"
        if prep is None and k and last[1]:
            joined = last[0] == k and lead.conj
            listed = last[0] == k - 1 and norms[k - 1] in _COMMAS
            if joined or listed:
                prep = last[1]
        match = None
        if not blocked or lead.cls:
            cue = HERE if prep and words["prep"].get(prep) == "here" else TOWARDS if prep in _TOWARDS else NOTHING
            match = grammar.phrase(norms, k, near, cue, lead)
        if match is None:
            k += 1
            continue
        written = words["written"].get(norms[match.head]) if match.unknown is None else None
        mistaken = written is not None and written not in tokens[places[match.head]].text
        if mistaken or (blocked and match.head == k):
            k += 1
            continue
        found.append(_mention(match, places, tokens, gazetteer, prep))
        last = (match.end, prep)
        k = match.end
    return found


def _governor(norms: Sequence[str], k: int, lead: Stem, words: dict[str, dict[str, str]]) -> tuple[str | None, bool]:
    """(preposition before word ``k``, whether the word before makes it part of another name)."""
    if lead.prep is not None:
        return lead.prep, False
    if not k or lead.conj:
        return None, False
    before = norms[k - 1]
    bare = before
    if before[:1] in ("و", "ف") and not any(before in words[group] for group in ("prep", "kin", "owners")):
        bare = before[1:]
    if bare in words["prep"]:
        if bare == "من" and k > 1 and norms[k - 2] in _NEARNESS:
            return "قرب", False
        return bare, False
    if bare in words["kin"] or bare in words["owners"]:
        return None, True
    stripped = bare[1:] if bare[:1] in ("ب", "ل") else bare
    return None, stripped in words["owners"]


def _mention(
    match: Match, places: Sequence[int], tokens: Sequence[Token], gazetteer: Gazetteer, prep: str | None
) -> PlaceMention:
    start, end = places[match.start], places[match.end - 1] + 1
    place: Place | None = None
    marked = gazetteer.grammar.t.marked.get(tokens[places[match.head]].text)
    if marked is not None:
        place = gazetteer.place_at(marked)
    if place is None:
        place = gazetteer.resolve(match)
    return PlaceMention(
        start=start,
        end=end,
        head=places[match.head],
        place=place,
        prep=prep,
        specific=place.kind != "country",
        known=match.unknown is None,
    )

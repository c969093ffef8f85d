"""The grammar's word lists: ``data/grammar.yaml`` as one typed value, a set of folded words a list.

A phrase of several words stands in its set as its folded words joined by single spaces. What a list does is said in the
data file, beside it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.text import fold_phrase


class Grammar(msgspec.Struct, frozen=True):
    """One set a list of the data file."""

    # function words, by what they do in the clause
    prep: frozenset[str]
    that: frozenset[str]
    when: frozenset[str]
    as_said: frozenset[str]
    relative: frozenset[str]
    report: frozenset[str]
    conj: frozenset[str]
    negation: frozenset[str]
    modal: frozenset[str]
    aspect: frozenset[str]
    future: frozenset[str]
    connective: frozenset[str]
    adverb: frozenset[str]
    pronoun: frozenset[str]
    demonstrative: frozenset[str]
    partitive: frozenset[str]
    skip: frozenset[str]
    approximate: frozenset[str]
    # words that single rules ask for
    acts_in: frozenset[str]
    auxiliaries: frozenset[str]
    adjectives: frozenset[str]
    never_verbs: frozenset[str]
    named_so: frozenset[str]
    unreal_heads: frozenset[str]
    said_nouns: frozenset[str]
    achieving: frozenset[str]
    happening: frozenset[str]
    adjectival_people: frozenset[str]
    numerals: frozenset[str]
    b_nouns: frozenset[str]
    casualty_nouns: frozenset[str]
    b_compounds: frozenset[str]
    contrasts: frozenset[str]
    most: frozenset[str]
    joining_prepositions: frozenset[str]
    manner_prepositions: frozenset[str]
    each_of: frozenset[str]
    lone_clitics: frozenset[str]
    speaking_nouns: frozenset[str]
    statements: frozenset[str]
    issued: frozenset[str]
    issuing: frozenset[str]
    appearing_verbs: frozenset[str]
    transitives: frozenset[str]
    alif_nouns: frozenset[str]
    conditional: frozenset[str]
    scheduled: frozenset[str]
    ongoing_verbs: frozenset[str]
    ceasing_verbs: frozenset[str]
    mute_subjects: frozenset[str]
    considering: frozenset[str]
    dispersing: frozenset[str]
    ongoing_nouns: frozenset[str]
    intending: frozenset[str]
    result_words: frozenset[str]
    result_ties: frozenset[str]
    topic_prepositions: frozenset[str]
    speaking: frozenset[str]
    no_speakers: frozenset[str]
    by_force_of: frozenset[str]
    publishing: frozenset[str]
    courtesy_nouns: frozenset[str]
    responsibility: frozenset[str]
    claiming_verbs: frozenset[str]
    aspect_nouns: frozenset[str]
    pointing_back: frozenset[str]
    directions: frozenset[str]
    arms: frozenset[str]
    battle_prepositions: frozenset[str]
    undertaking_nouns: frozenset[str]
    attributing: frozenset[str]
    allied: frozenset[str]
    planting: frozenset[str]
    casualties: frozenset[str]
    no_authors: frozenset[str]
    launching: frozenset[str]
    backed: frozenset[str]
    membership: frozenset[str]
    supposing: frozenset[str]
    campaigns: frozenset[str]
    missiles: frozenset[str]
    blasts: frozenset[str]
    operation_nouns: frozenset[str]
    agent_prepositions: frozenset[str]
    holding_verbs: frozenset[str]
    masculine_states: frozenset[str]
    adherents: frozenset[str]
    interview_nouns: frozenset[str]
    masculine_bodies: frozenset[str]
    feminine_bodies: frozenset[str]
    day_parts: frozenset[str]
    local_words: frozenset[str]
    foreign_words: frozenset[str]
    name_second_halves: frozenset[str]
    no_family_names: frozenset[str]
    family_first: frozenset[str]
    short_families: frozenset[str]
    counted_states: frozenset[str]
    target_prepositions: frozenset[str]
    land_nouns: frozenset[str]
    locative: frozenset[str]
    country_nouns: frozenset[str]
    times_from: frozenset[str]
    # words that the mentions ask for
    belonging: frozenset[str]
    loyal: frozenset[str]
    groupings: frozenset[str]
    deeds: frozenset[str]
    ousted: frozenset[str]
    press_nouns: frozenset[str]
    place_nouns: frozenset[str]
    crowds: frozenset[str]
    about: frozenset[str]
    nearness: frozenset[str]
    # words that only the reader of forms needs
    other_prepositions: frozenset[str]
    other_particles: frozenset[str]
    other_adverbs: frozenset[str]
    noun_homographs: frozenset[str]
    take_pronouns: frozenset[str]
    predicates: frozenset[str]
    occasion_prepositions: frozenset[str]
    occasions: frozenset[str]
    at_that_time: frozenset[str]
    superlatives: frozenset[str]
    grounds: frozenset[str]
    radical_article: frozenset[str]
    victim_words: frozenset[str]
    befalling: frozenset[str]
    releasing: frozenset[str]
    resumptives: frozenset[str]
    resulting: frozenset[str]
    counting_adjectives: frozenset[str]
    ranks: frozenset[str]
    wings: frozenset[str]
    accidents: frozenset[str]
    accidental: frozenset[str]
    carrying_verbs: frozenset[str]
    parts: frozenset[str]
    arms_of_service: frozenset[str]
    companions: frozenset[str]
    kin: frozenset[str]


def read_grammar(path: Path) -> Grammar:
    """The grammar of one data file. Raises DataError when a list is missing, unknown or not a list of words."""
    raw = read_yaml(path)
    names = Grammar.__struct_fields__
    if not isinstance(raw, dict):
        raise DataError("grammar", f"{path}: no mapping of lists", f"give {', '.join(names)}")
    if unknown := sorted(set(raw) - set(names)):
        raise DataError("grammar", f"{path}: unknown list «{unknown[0]}»", f"known: {', '.join(names)}")
    sets: dict[str, frozenset[str]] = {}
    for name in names:
        items = raw.get(name)
        if not isinstance(items, list) or not all(isinstance(i, str) for i in items):
            raise DataError("grammar", f"{path}: «{name}» is no list of words", "write [word, word]")
        sets[name] = frozenset(" ".join(fold_phrase(i)) for i in items)
    return Grammar(**sets)


@cache
def grammar() -> Grammar:
    """The shipped grammar, read once."""
    path = DATA / "grammar.yaml"
    return compiled("grammar", [path, Path(__file__)], lambda: read_grammar(path), Grammar)

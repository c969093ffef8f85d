"""The frame lexicon: what a trigger means and where its roles stand, read from ``data/frames/*.yaml``.

Everything here is folded (:func:`musnad.text.fold`): lemmas, nouns, prepositions in ``roles`` and words in ``when`` are
compared with folded tokens as they are. A phrase is its folded words joined by single spaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

EntryKind = Literal["verb", "noun", "light", "phrase", "report", "plain"]
Pos = Literal["verb", "masdar", "active", "passive", "noun"]
Form = Literal["verb", "masdar", "participle", "passive", "noun"]


class When(msgspec.Struct, frozen=True, omit_defaults=True):
    """Conditions of a frame; all that are given must hold. Words are folded first words, article removed."""

    has: list[str] = []  # roles or places that must be filled
    lacks: list[str] = []  # roles or places that must be empty
    object: list[str] = []
    subject: list[str] = []
    content: list[str] = []
    object_kind: list[str] = []  # actor, state, person, armed, place, people
    subject_kind: list[str] = []
    form: list[Form] = []  # verb, masdar, participle, passive
    words: list[str] = []  # any of these stands in the clause


class Frame(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reading of a trigger. ``roles``: role -> places to look in, first that is there wins."""

    rule: str
    event: str
    mode: str | None = None
    roles: dict[str, list[str]] = {}
    when: When = When()
    polarity: str | None = None
    factuality: str | None = None
    modes: dict[str, list[str]] = {}  # mode -> words of the content (or clause) that choose it
    cameo: str | None = None


class Entry(msgspec.Struct, omit_defaults=True):
    """One entry of the lexicon. ``id`` is its place in ``FrameLexicon.entries``."""

    id: int
    kind: EntryKind
    lemma: str  # folded: past 3ms of a verb, the singular of a noun, the whole phrase
    spelling: str = ""  # as written in the data file
    present: str = ""  # as written
    frames: list[Frame] = []
    masdar_genitive: Literal["subject", "object"] = "subject"
    masdars: list[str] = []  # folded singular masdars
    nouns: list[str] = []  # light: folded lemmas of the event nouns it carries; empty = any
    roles: dict[str, list[str]] = {}  # light: actor, noun, ...
    trigger: list[str] = []  # phrase: folded words that are the trigger; empty = the first word
    pattern: list[str] = []  # report, phrase: folded words in order; "{speaker}" marks the speaker
    report: str = ""  # report: according-to | colon | channel
    source: str = ""  # data file and line, "verbs.yaml:120"


class Phrase(msgspec.Struct, frozen=True, array_like=True):
    """A phrase or reporting phrase as filed under one form of its first word."""

    entry: int
    code: int  # morphology of the first word, 0 if it does not inflect
    rest: tuple[str, ...]  # the folded words that follow the first


class FrameLexicon(msgspec.Struct):
    """All entries and their generated forms."""

    entries: list[Entry]
    forms: dict[str, tuple[int, ...]]  # folded form without clitics -> codes, see morphology._codes
    phrases: dict[str, tuple[Phrase, ...]]  # folded form of the first word -> phrases
    modes: dict[str, dict[str, list[str]]]  # event -> mode -> folded words
    fingerprint: str  # 6 hexadecimal digits: hash of the data, for the record's `coder` field

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> FrameLexicon:
        """The shipped lexicon, with a user's own files laid over it (an entry of the same kind and lemma wins)."""
        raise NotImplementedError

"""The actor mention: what this room hands on."""

from __future__ import annotations

from dataclasses import dataclass, field

from musnad.record import Entity


@dataclass(slots=True)
class Mention:
    """One actor noun phrase: tokens ``start`` to ``end`` (exclusive) of its sentence, and who it names.

    ``char_start`` is the offset in the field where the mention's text begins, after proclitics. ``conj`` says that a
    proclitic و or ف ("and") leads; ``prep`` is a proclitic preposition ('' , 'ب', 'ل', 'ك'). ``number`` is 'sg', 'du'
    or 'pl'. ``ref`` is one of name, office, state, metonym, body, group, people, media, unnamed, counterpart, anaphor,
    possessive, channel. ``poss`` is a possessive clitic on the head. ``key`` is the head's coreference key ("minister",
    "ministry"). ``family`` is the folded family name of a person. ``parts`` holds the members of «الجانبان السعودي
    والمصري» ("the Saudi and Egyptian sides"); ``inner`` the actor mentions nested inside. ``count``: headed by a number.
    """

    start: int
    end: int
    head: int
    char_start: int
    entity: Entity
    ref: str
    conj: bool = False
    prep: str = ""
    number: str = "sg"
    definite: bool = False
    poss: str = ""
    key: str = ""
    family: str = ""
    parts: list[Mention] = field(default_factory=list)
    adj_countries: tuple[str, ...] = ()
    inner: list[Mention] = field(default_factory=list)
    count: bool = False

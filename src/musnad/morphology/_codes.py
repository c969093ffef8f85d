"""Morphology packed into one integer: what the compiled lexicon stores for each form."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

POS = ("verb", "masdar", "active", "passive", "noun")
_TENSE = ("", "past", "present")
_VOICE = ("", "active", "passive", "either")
_GENDER = ("", "m", "f")
_NUMBER = ("", "s", "d", "p")


class Features(NamedTuple):
    """The morphology of one form of one entry."""

    entry: int
    pos: Literal["verb", "masdar", "active", "passive", "noun"]
    tense: Literal["past", "present", ""] = ""
    voice: Literal["active", "passive", "either", ""] = ""
    person: int = 3
    gender: Literal["m", "f", ""] = ""
    number: Literal["s", "d", "p", ""] = ""
    accusative: bool = False


def pack(f: Features) -> int:
    """``f`` as an integer; entries up to 2**20 keep it in 36 bits."""
    return (
        f.entry << 16
        | POS.index(f.pos) << 13
        | _TENSE.index(f.tense) << 11
        | _VOICE.index(f.voice) << 9
        | f.person << 7
        | _GENDER.index(f.gender) << 5
        | _NUMBER.index(f.number) << 3
        | f.accusative << 2
    )


@lru_cache(maxsize=1 << 14)
def unpack(code: int) -> Features:
    """The inverse of :func:`pack`."""
    return Features(
        code >> 16,
        POS[code >> 13 & 7],  # type: ignore[arg-type]
        _TENSE[code >> 11 & 3],  # type: ignore[arg-type]
        _VOICE[code >> 9 & 3],  # type: ignore[arg-type]
        code >> 7 & 3,
        _GENDER[code >> 5 & 3],  # type: ignore[arg-type]
        _NUMBER[code >> 3 & 3],  # type: ignore[arg-type]
        bool(code >> 2 & 1),
    )


def pos_of(code: int) -> str:
    """The part of speech of a packed form, without unpacking the rest."""
    return POS[code >> 13 & 7]

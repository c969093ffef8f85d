"""What the grammar of place phrases passes around: words without their proclitics, and matched phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

# What stands before a name: nothing; «من», «إلى»; «في», «ب», a direction; the user asks for a place.
NOTHING, TOWARDS, HERE, ASKED = range(4)


@dataclass(slots=True)
class Stem:
    """How a written word can begin a place phrase: its proclitics, what is left, and what that is."""

    stem: str
    conj: bool
    prep: str | None
    name: bool
    cls: str | None
    part: bool


@dataclass(slots=True)
class Match:
    """A place phrase: words [start, end), the word its proper name starts at, and the place (None: not known)."""

    start: int
    end: int
    head: int
    place: int | None
    unknown: str | None = None  # the name as folded words, when the gazetteer lacks it
    cls: str | None = None
    country: str | None = None  # what adjectives and outer places say
    glosses: list[str] = field(default_factory=list)
    cue: int = NOTHING


def cuts(norm: str) -> list[tuple[str, bool, str | None]]:
    """The ways to take proclitics off: (stem, conjunction, preposition)."""
    found: list[tuple[str, bool, str | None]] = [(norm, False, None)]
    rests = [(norm, False)]
    if norm[:1] in ("و", "ف") and len(norm) > 3:
        found.append((norm[1:], True, None))
        rests.append((norm[1:], True))
    for rest, conj in rests:
        if rest.startswith("لل") and len(rest) > 4:
            found.append(("ال" + rest[2:], conj, "ل"))
            if len(rest) > 5:  # «للبنان»; but «للحج» is "for the pilgrimage", not Lahj
                found.append((rest[1:], conj, "ل"))
        elif rest[:1] in ("ب", "ل", "ك") and len(rest) > 3:
            found.append((rest[1:], conj, rest[0]))
    return found

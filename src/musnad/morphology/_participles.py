"""Participles of a verb and the endings of participles and verbal nouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from musnad.morphology._spelling import HAMZAS, attach, close
from musnad.morphology.verbs import VerbForm

if TYPE_CHECKING:
    from musnad.morphology.verbs import VerbClass

Number = Literal["s", "d", "p"]
Ending = tuple[str, Literal["m", "f", ""], Number, bool]  # suffix, gender, number, accusative or genitive

_ENDINGS: tuple[Ending, ...] = (
    ("", "m", "s", False),
    ("ا", "m", "s", True),
    ("ة", "f", "s", False),
    ("ان", "m", "d", False),
    ("تان", "f", "d", False),
    ("تين", "f", "d", True),
    ("ون", "m", "p", False),
    ("ين", "m", "p", True),
    ("ات", "f", "p", False),
    ("و", "m", "p", False),  # construct: متهمو
    ("ي", "m", "p", True),
)


def inflected(verb: VerbClass) -> Iterator[VerbForm]:
    """Every form of the active, then of the passive participle."""
    if verb.form == 1:
        active, passive = _first(verb)
    else:
        active, passive = _derived(verb)
    if active:
        yield from endings(active, "active", defective=verb.weak == "defective")
    if passive:
        yield from endings(passive, "passive", defective=False)


def endings(base: str, voice: Literal["active", "passive"], defective: bool) -> Iterator[VerbForm]:
    """``base`` with all endings. A defective base is given without its ي («داع» "calling")."""
    seen: set[tuple[str, bool]] = set()
    for suffix, gender, number, accusative in _ENDINGS:
        if suffix in ("و", "ي") and base[-1] in "وىي":
            continue
        for text in _ended(base, suffix, defective):
            if (text, accusative) not in seen:
                seen.add((text, accusative))
                yield VerbForm(text, voice, voice, 3, gender, number, accusative)


def _ended(base: str, suffix: str, defective: bool) -> tuple[str, ...]:
    if defective:
        if not suffix:
            return base, base + "ي"
        plural = suffix in ("ون", "ين", "و")
        return (base + suffix,) if plural else () if suffix == "ي" else (base + "ي" + suffix,)
    if base[-1] == "ى":  # معطى "given"
        stem = base[:-1]
        return {
            "": (base,),
            "ا": (),
            "ة": (stem + "اة",),
            "تان": (stem + "اتان",),
            "تين": (stem + "اتين",),
            "ون": (stem + "ون",),
            "ين": (stem + "ين",),
        }.get(suffix, (stem + "ي" + suffix,))
    if suffix == "ا" and base.endswith(("اء", "أ")):  # no alef after these: مستاءً, منشأً
        return ()
    return attach(base, suffix)


def _first(verb: VerbClass) -> tuple[str, str]:
    word, stem = verb.past, verb.stem
    if verb.weak == "doubled":
        return f"{word[0]}ا{word[-1]}", f"م{word[0]}{word[-1]}و{word[-1]}"
    if verb.weak == "hollow":
        if verb.hamza_final:
            return "", ""
        middle = stem[-2]
        return f"{word[0]}ائ{word[-1]}", f"م{word[0]}{middle}{word[-1]}" if middle in "وي" else ""
    if len(word) != 3 or word == "رأى":
        return "", ""
    first, second, third = tuple(word)
    if verb.weak == "defective":
        return close(f"{first}ا{second}"), f"م{first}{second}{'و' if stem[-1] == 'و' else 'ي'}"
    active = f"{first}ا{'ئ' if second in HAMZAS else second}{'ئ' if third in HAMZAS else third}"
    passive = f"م{first}{'ؤ' if second in HAMZAS else second}و{'ء' if third in HAMZAS else third}"
    return close(active), passive


def _derived(verb: VerbClass) -> tuple[str, str]:
    stem = verb.stem
    if verb.weak == "defective":
        return "م" + stem[:-1], "" if verb.form == 7 else f"م{stem[:-1]}ى"
    if verb.weak == "hollow":
        passive = f"م{stem[:-2]}ا{'ء' if stem[-1] in HAMZAS else stem[-1]}"
        return "م" + stem, "" if verb.form == 7 else passive
    active = "م" + (stem[:-1] + "ئ" if stem[-1] in HAMZAS and stem[-2] != "ا" else stem)
    passive = "م" + (stem[:-1] + "أ" if stem[-1] in HAMZAS and stem[-2] != "ا" else stem)
    return active, "" if verb.form in (7, 9) else passive

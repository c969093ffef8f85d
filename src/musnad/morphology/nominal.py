"""Forms of nouns and nationality adjectives, generated from the dictionary form. All forms are folded, without ال.

Numbers are 'sg', 'du', 'pl'. Construct forms («وزيرا», «مسؤولو») lose their final ن before a genitive or pronoun.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from musnad.text import fold


class Form(NamedTuple):
    """One form: folded text, number, whether feminine, and whether it can only head a construct."""

    text: str
    number: str
    feminine: bool
    construct: bool


def _dual(base: str, feminine: bool) -> list[Form]:
    if len(base) < 3:
        return []  # «أم» "mother": her duals are other words («أمين», «أمان»)
    root = base[:-1] + "ت" if base.endswith("ه") else base
    return [
        Form(root + "ان", "du", feminine, False),
        Form(root + "ين", "du", feminine, False),
        Form(root + "ا", "du", feminine, True),
        Form(root + "ي", "du", feminine, True),
    ]


def _sound_masculine(base: str) -> list[Form]:
    return [
        Form(base + "ون", "pl", False, False),
        Form(base + "ين", "pl", False, False),
        Form(base + "و", "pl", False, True),
        Form(base + "ي", "pl", False, True),
    ]


def noun_forms(singular: str, plurals: Iterable[str] = (), sound: bool = False, feminine: bool = False) -> list[Form]:
    """The forms of a noun from its singular, its broken plurals (or ``sound`` for ون/ين), and its feminine in ة.

    A plural listed in ون or ين is inflected as sound; one in ات or broken stands as it is.
    """
    base = fold(singular)
    is_feminine = base.endswith("ه")
    out = [Form(base, "sg", is_feminine, False)]
    if not is_feminine and not base.endswith("ا") and len(base) > 2:
        out.append(Form(base + "ا", "sg", False, False))  # tanween alef: «جنديا» "a soldier" (accusative)
    duals = _dual(base, is_feminine)
    for plural in plurals:
        form = fold(plural)
        if form.endswith(("ون", "ين")) and len(form) > 4:
            out += _sound_masculine(form[:-2])
        else:
            out.append(Form(form, "pl", is_feminine or form.endswith("ات"), False))
            if not form.endswith(("ات", "اء", "ا", "ه")):
                out.append(Form(form + "ا", "pl", False, False))
            if form.endswith("اء"):  # «وزراء» + pronoun: «وزرائها» folds to «وزرايها»
                out.append(Form(form[:-1] + "ي", "pl", False, True))
                out.append(Form(form[:-1] + "و", "pl", False, True))
    if sound:
        out += _sound_masculine(base)
    out += duals  # after the plurals: «متشددين» is far oftener "militants" than "two militants"
    if is_feminine:
        out.append(Form(base[:-1] + "ات", "pl", True, False))
    elif feminine:
        woman = base + "ه"
        out += [Form(woman, "sg", True, False), *_dual(woman, True), Form(base + "ات", "pl", True, False)]
    return list({f.text: f for f in reversed(out)}.values())[::-1]  # the first form of a spelling wins


def adjective_forms(masculine: str, irregular: Iterable[str] = ()) -> list[Form]:
    """The forms of a nisba adjective («روسي» "Russian") from its masculine singular; irregular ones are plurals."""
    base = fold(masculine)
    out = [
        Form(base, "sg", False, False),
        Form(base + "ه", "sg", True, False),
        Form(base + "ان", "du", False, False),
        Form(base + "ين", "pl", False, False),
        Form(base + "ون", "pl", False, False),
        Form(base + "تان", "du", True, False),
        Form(base + "تين", "du", True, False),
        Form(base + "ات", "pl", True, False),
        Form(base + "ا", "sg", False, False),
    ]
    out += [Form(fold(word), "pl", False, False) for word in irregular]
    return out

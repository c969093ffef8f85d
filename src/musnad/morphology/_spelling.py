"""Spelling of Arabic endings: hamza seats, doubled letters, marks. Words are unvowelled ordinary spelling.

Sources for the seat rules: W. Wright, A Grammar of the Arabic Language I §16-17; the press also writes the older
Egyptian and Lebanese seats (يبدأون, جاءوا), which are yielded as variants.
"""

from __future__ import annotations

SHADDA = "\u0651"
DAMMA = "\u064f"
FATHA = "\u064e"
KASRA = "\u0650"
MARKS = frozenset(chr(c) for c in (*range(0x064B, 0x0660), 0x0670, 0x0640))
HAMZAS = frozenset("أؤئء")


def bare(word: str) -> tuple[str, frozenset[int]]:
    """``word`` without marks, آ opened as أا, and the places of the letters that carried a shadda."""
    letters: list[str] = []
    doubled: set[int] = set()
    for char in word:
        if char == SHADDA:
            doubled.add(len(letters) - 1)
        elif char == "آ":
            letters += "أا"
        elif char not in MARKS:
            letters.append(char)
    return "".join(letters), frozenset(doubled)


def close(word: str) -> str:
    """Undo the opening of madda: أا and أأ are written آ."""
    if "أا" in word or "أأ" in word:
        word = word.replace("أا", "آ").replace("أأ", "آ")
    return word


def attach(stem: str, suffix: str, merge: bool = False) -> tuple[str, ...]:
    """``stem`` + ``suffix`` in every usual spelling: final hamza takes its seat. ``merge``: the suffix begins with a
    consonant, and n+n, t+t are written once («أعلنّا» "we announced", but «باتت» "she became")."""
    if not suffix or not stem:
        return (close(stem + suffix),)
    last, first = stem[-1], suffix[0]
    if last not in HAMZAS:
        if merge and last == first and last in "نت":
            return (close(stem + suffix[1:]),)
        return (close(stem + suffix),)
    base, before = stem[:-1], stem[-2:-1]
    return tuple(close(base + seat + suffix) for seat in _seats(last, before, first))


def _seats(last: str, before: str, first: str) -> str:
    """The hamza letters that may stand between ``before`` and a suffix that begins with ``first``."""
    if last == "أ":
        return {"و": "أؤء", "ي": "أئ"}.get(first, "أ")
    if last == "ئ":
        return "ئؤ" if first == "و" else "ئ"
    if before == "ي":
        return "ئ"
    if before == "ا":
        return {"و": "ؤء", "ي": "ئء"}.get(first, "ء")
    if before == "و":
        return {"و": "ؤء", "ي": "ئ"}.get(first, "ء")
    return "ؤء" if first == "و" else last

"""What the raw spelling of a token still tells after folding: marks, ى beside ي, and where its stem begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from musnad.morphology._spelling import DAMMA, MARKS
from musnad.text.fold import fold

if TYPE_CHECKING:
    from musnad.lexicon.frames import Entry
    from musnad.morphology._codes import Features


def letter_offset(text: str, letters: int) -> int:
    """Characters of ``text`` that hold its first ``letters`` folded letters and the marks on them."""
    if letters == 0:
        return 0
    count = 0
    for offset, char in enumerate(text):
        if fold(char):
            if count == letters:
                return offset
            count += 1
    return len(text)


def marked_voice(
    text: str, features: Features, entry: Entry, clitic: str, skip: int
) -> Literal["active", "passive", "either", ""]:
    """The voice of a verb whose folded form could be either, where the spelling as printed settles it.

    A damma on the first letter of a past («أُعلن», «قُتل») shows the passive. «أجري» with dotted yeh is the passive of
    «أجرى»; «يجري» with dotted yeh the active. The other way round proves nothing: Egyptian papers leave all dots off.
    """
    if features.pos != "verb":
        return features.voice
    start = letter_offset(text, skip)
    body = text[start:]
    if features.tense == "past":
        if DAMMA in body[:3] and len(body) > 1 and DAMMA in _marks_of(body, 0):
            return "passive"
        if body[0] == "ا" and len(body) > 4 and DAMMA in _marks_of(body, 2):
            return "passive"  # اعتُقل, استُهدف
    if not clitic and text[-1] == "ي":
        lemma = entry.spelling.split()[0]
        if features.tense == "past" and lemma.endswith("ى") and len(entry.lemma.split()[0]) > 3:
            return "passive"
        if features.tense == "present" and entry.present.endswith("ي"):
            return "active"
    return features.voice


def _marks_of(text: str, index: int) -> str:
    """The marks on the letter ``index`` (letters counted from 0)."""
    seen = -1
    marks = ""
    for char in text:
        if char in MARKS:
            if seen == index:
                marks += char
        else:
            seen += 1
            if seen > index:
                break
    return marks

"""Guessing that an unknown word is a finite verb from its shape alone."""

from __future__ import annotations

# Endings that finite verbs do not have.
_NOMINAL_ENDS = ("ات", "يه", "ين", "يا", "اء", "يون", "يين", "يي")
# Nouns and names that begin like a present in ي.
_NOT_PRESENT = frozenset(
    [
        "يوم",
        "يوما",
        "يومين",
        "يومي",
        "يوميا",
        "يوميه",
        "يومها",
        "يومه",
        "ياسر",
        "ياسين",
        "يعقوب",
        "يوسف",
        "يونس",
        "يحيي",
        "يهود",
        "يهودي",
        "يمن",
        "يمني",
        "يمين",
        "يميني",
        "يسار",
        "يساري",
        "ياسمين",
        "يونيو",
        "يوليو",
        "يناير",
        "ياباني",
        "يابان",
        "يونان",
        "يوناني",
        "يورو",
        "يتيم",
        "يقين",
        "ينبع",
        "يثرب",
        "يافا",
        "يالطا",
        "ياوندي",
        "يلدا",
        "يانغون",
        "يوان",
    ]
)


def verb_like(norm: str, text: str) -> bool:
    """Whether the folded word ``norm`` (``text`` as written) has the shape of a finite verb.

    Conservative: presents in ي (with س or conjunctions before), plurals in وا, feminine pasts of derived forms.
    Words with the article or ة never are.
    """
    if len(norm) < 4 or len(norm) > 14 or text[-1] in "ةىء":
        return False
    word = norm[1:] if norm[0] in "وف" and len(norm) > 4 else norm
    if word.startswith(("ال", "لل")):
        return False
    if text[-1] == "ا" and word.endswith("وا") and len(word) >= 5:
        return True
    if word[0] == "س" and len(word) >= 5 and word[1] == "ي" and word[2] not in "اوجسمنرف":
        word = word[1:]
    if word[0] == "ي":
        return 4 <= len(word) <= 8 and word not in _NOT_PRESENT and not word.endswith(_NOMINAL_ENDS)
    if text[-1] == "ت" and not word.endswith("ات") and len(word) >= 6 and word[0] == "ا":
        return word.startswith("است") or word[2] == "ت" or word[1] == "ن"
    return False

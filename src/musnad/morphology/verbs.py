"""Conjugation: every surface form of an Arabic verb from its past and present (3rd person masculine singular).

Unvowelled ordinary spelling; the caller folds. The class of the verb (sound, hollow, doubled, defective, hamzated,
assimilated; forms I-X and quadriliteral) is read off the two spellings; a shadda in either («شكّل» "formed",
«استقلّ» "boarded") or the verbal noun settles the doubtful ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from musnad.morphology._spelling import HAMZAS, attach, bare, close

Tense = Literal["past", "present", "active", "passive"]
Weak = Literal["sound", "hollow", "doubled", "defective"]

# Form VIII verbs of a root in س look like form X doubled verbs: «استمع» "listened" beside «استمر» "went on".
_EIGHTH_OF_SIN = frozenset({"استمع", "استند", "استلم", "استبق", "استتر", "استعر", "استرق", "استلب", "استلف", "استبك"})


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One surface form. ``tense`` active and passive are the participles (``voice`` follows it, person is 3)."""

    text: str
    tense: Tense
    voice: Literal["active", "passive", "either"]
    person: Literal[1, 2, 3] = 3
    gender: Literal["m", "f", ""] = "m"
    number: Literal["s", "d", "p"] = "s"
    accusative: bool = False  # participles: unmistakably accusative or genitive (tanween alef, ين)


@dataclass(frozen=True, slots=True)
class VerbClass:
    """What the two spellings tell. ``past`` and ``stem`` are bare, madda opened; ``stem`` is the present without ي."""

    past: str
    stem: str
    weak: Weak
    form: int  # 1-10; 11 quadriliteral; 12 quadriliteral with ت; 0 unknown

    @property
    def hamza_final(self) -> bool:
        """Last radical hamza: «بدأ» "began", «جاء» "came"."""
        return self.past[-1] in HAMZAS


class NotAVerbError(ValueError):
    """The two spellings are not a past and a present of one verb; the message says why."""


def classify(past: str, present: str, masdars: Sequence[str] = ()) -> VerbClass:
    """The class of a verb. Raises NotAVerbError when the spellings do not fit each other."""
    word, shadda = bare(past)
    other, shadda2 = bare(present)
    if not 2 <= len(word) <= 8 or len(other) < 3 or " " in word + other:
        raise NotAVerbError(
            f"«{past}» / «{present}» is no verb: give one word each, past and present 3rd person singular"
        )
    if other[0] != "ي":
        raise NotAVerbError(f"the present «{present}» does not begin with ي")
    stem = other[1:]
    verbal_nouns = [bare(m)[0] for m in masdars]
    weak: Weak
    if word[-1] in "اىي" and len(word) >= 3:
        weak = "defective"
        if stem[-1] not in "اىيو":
            raise NotAVerbError(f"the past «{past}» ends in a weak letter but the present «{present}» does not")
    elif _doubled(word, stem, shadda, shadda2, verbal_nouns):
        weak = "doubled"
    elif len(word) >= 3 and word[-2] == "ا" and len(stem) >= 3 and stem[-2] in "اوي":
        weak = "hollow"
    else:
        weak = "sound"
    if weak != "defective" and _seatless(word[-1]) != _seatless(stem[-1]):
        raise NotAVerbError(f"the last letter of the past «{past}» is not that of the present «{present}»")
    form = _form(word, stem, weak, shadda, verbal_nouns)
    _fits(word, stem, weak, form, past, present)
    return VerbClass(word, stem, weak, form)


def _seatless(char: str) -> str:
    return "ء" if char in HAMZAS else char


def _fits(word: str, stem: str, weak: Weak, form: int, past: str, present: str) -> None:
    """Check the present stem against what the form makes of the past."""
    skeleton = [_seatless(c) for c in word if c not in "اويى"]
    shown = [_seatless(c) for c in stem if c not in "اويى"]
    if form == 4 and skeleton[:1] == ["ء"]:
        skeleton = skeleton[1:]
        if shown[:1] == ["ء"] and len(shown) == len(skeleton) + 1:
            shown = shown[1:]  # يؤمن of آمن
    if form == 1 and word == "رأى":
        skeleton = ["ر"]
    if skeleton != shown:
        raise NotAVerbError(f"the present «{present}» does not fit the past «{past}»: the consonants differ")


def _doubled(word: str, stem: str, shadda: frozenset[int], shadda2: frozenset[int], masdars: Sequence[str]) -> bool:
    n = len(word)
    if n - 1 in shadda or len(stem) in shadda2 or n == 2:
        return True
    if n == 3:
        return word[0] == "أ" and stem == word[1:]  # أعدّ / يعدّ "prepared"
    if word[0] != "ا" or "ا" in word[1:]:
        return n == 4 and word[0] == "ت" and word[2] == "ا"  # تضادّ (form VI)
    infix = _infix(word)
    if n == 4:
        if word[1] == "ن":
            return True  # انضمّ (VII)
        if infix:
            return True  # احتلّ (VIII)
        return word[1] not in "تطدذثظ"  # احمرّ (IX), but not اتهم, اطلع (VIII, assimilated)
    if n == 5 and word.startswith("است"):
        if masdars:
            return any(len(m) >= 6 and m[-1] == m[-3] for m in masdars)  # استمرار, not استماع
        return word not in _EIGHTH_OF_SIN
    if n == 5:
        return word[1] != "ن" and not infix  # اقشعرّ, اطمأنّ (quadriliteral IV)
    return False


def _infix(word: str) -> bool:
    """Whether the third letter is the ت of form VIII, or what it becomes after an emphatic or a dental."""
    if word[1] == "ت":
        return False
    return word[2] == "ت" or (word[1] in "صضطظ" and word[2] == "ط") or (word[1] in "زذد" and word[2] == "د")


def _form(word: str, stem: str, weak: Weak, shadda: frozenset[int], masdars: Sequence[str]) -> int:
    n = len(word)
    if word[0] == "ا":
        if word.startswith("است") and (n >= 6 or (n == 5 and weak == "doubled")):
            return 10
        if n >= 4 and (_infix(word) or (n == 4 and word[1] in "تطدذثظ")):
            return 8
        if n >= 4 and word[1] == "ن":
            return 7
        return 9
    if word[0] == "أ" and stem[0] not in "أ" and not (stem[0] == "ؤ" and not word.startswith("أا")):
        if word.startswith("أا") and stem.startswith("ؤا"):
            return 3
        if len(word) == 3 and weak == "hollow" and stem[0] in "ؤي":
            return 1  # آل / يؤول "became"
        return 4
    if n >= 4 and word[1] == "ا":
        return 3
    if word[0] == "ت" and n >= 4 and stem[:-1] == word[:-1]:
        if word[2] == "ا":
            return 6
        return 5 if n == 4 else 12
    if n == 4:
        return 11
    if n == 2 or weak == "hollow":
        return 1 if not (1 in shadda and n == 3) else 2
    if 1 in shadda or (stem[0] == "ؤ" and word[0] == "أ") or (word[0] == "و" and stem[0] == "و"):
        return 2  # أكّد "affirmed", وضّح "made clear"; form I drops its و (يقف)
    if any(len(m) >= 4 and m[0] == "ت" and m[-1] != "ا" and _second_masdar(m, word) for m in masdars):
        return 2
    return 1


def _second_masdar(masdar: str, word: str) -> bool:
    """Whether ``masdar`` is the taf'il or taf'ila of ``word``: «تأكيد» of «أكد», «تسمية» of «سمى»."""
    if word[-1] in "ىا":
        return masdar[1:-2] == word[:-1] and masdar.endswith("ية")
    body = masdar[1:]
    if masdar.endswith("ة"):
        return [_seatless(c) for c in body[:-1]] == [_seatless(c) for c in word]
    return (
        len(body) == 4 and body[2] == "ي" and [_seatless(c) for c in body[:2] + body[3]] == [_seatless(c) for c in word]
    )


# (suffix, person, gender, number); consonant suffixes shorten hollow stems and open doubled ones.
_PAST_VOWEL = (("", 3, "m", "s"), ("ت", 3, "f", "s"), ("ا", 3, "m", "d"), ("تا", 3, "f", "d"), ("وا", 3, "m", "p"))
_PAST_CONSONANT = (("ن", 3, "f", "p"), ("ت", 1, "", "s"), ("نا", 1, "", "p"), ("تم", 2, "m", "p"))
_PREFIXES = (("ي", 3, "m", "s"), ("ت", 3, "f", "s"), ("أ", 1, "", "s"), ("ن", 1, "", "p"))

_Cell = tuple[str, int, str, str]  # text, person, gender, number


def conjugate(past: str, present: str, masdars: Sequence[str] = ()) -> Iterator[VerbForm]:
    """All surface forms: past, present (indicative, subjunctive, jussive) and participles, each spelling once a cell.

    Finite forms whose passive is spelled like the active carry voice ``either``. A 3rd feminine singular past of a
    sound verb («قصفت») is also the 1st and 2nd singular: only the 3rd is yielded. The 2nd singular present is spelled
    like the 3rd feminine and is not yielded apart.
    """
    verb = classify(past, present, masdars)
    yield from finite(verb)
    yield from participles(verb)


def finite(verb: VerbClass, passives: bool = True) -> Iterator[VerbForm]:
    """The finite forms. ``passives`` False leaves out passives that are spelled apart (of intransitive verbs)."""
    for tense, active, passive in (
        ("past", _past(verb), _past_passive(verb)),
        ("present", _present(verb, verb.stem), _present_passive(verb)),
    ):
        actives = dict.fromkeys(active)
        others = dict.fromkeys(passive) if passives else {}
        for cell in actives:
            either = cell in others
            yield VerbForm(cell[0], tense, "either" if either else "active", *cell[1:])  # type: ignore[arg-type]
        for cell in others:
            if cell not in actives:
                yield VerbForm(cell[0], tense, "passive", *cell[1:])  # type: ignore[arg-type]


def _cells(stem: str, suffixes: Sequence[_Cell], seen: set[str]) -> Iterator[_Cell]:
    for suffix, person, gender, number in suffixes:
        for text in attach(stem, suffix, merge=person != 3 or suffix == "ن"):
            # «أعلنّ» "they (f.) announced" is written like «أعلن», «كتبت» "I wrote" like "she wrote": the first stands
            if text in seen and (person, number) != (1, "p"):
                continue
            seen.add(text)
            yield text, person, gender, number


def _past(verb: VerbClass) -> Iterator[_Cell]:
    word = verb.past
    seen: set[str] = set()
    if verb.weak == "defective":
        yield from _defective_past(word, "و" if word[-1] == "ا" and verb.stem[-1] == "و" else "ي")
        return
    yield from _cells(word, _PAST_VOWEL, seen)
    short = word
    if verb.weak == "hollow":
        short = word[:-2] + word[-1]
        if short[-1] in HAMZAS:
            short = short[:-1] + ("ئ" if len(short) == 2 else "أ")  # جئت "I came", أسأت "I did wrong"
    elif verb.weak == "doubled":
        short = word + word[-1]
    yield from _cells(short, _PAST_CONSONANT, seen)


def _defective_past(word: str, link: str) -> Iterator[_Cell]:
    """Past of a verb with a weak last letter; ``link`` is that letter before a consonant (دعوت, التقيت)."""
    base = word[:-1]
    if word[-1] == "ي":  # بقي "stayed", and every passive
        yield from ((word, 3, "m", "s"), (word + "ت", 3, "f", "s"), (word + "ا", 3, "m", "d"))
        yield from ((word + "تا", 3, "f", "d"), (base + "وا", 3, "m", "p"))
        tail: tuple[_Cell, ...] = (("ن", 3, "f", "p"), ("نا", 1, "", "p"), ("تم", 2, "m", "p"))
    else:
        yield from ((close(word), 3, "m", "s"), (base + "ت", 3, "f", "s"), (base + link + "ا", 3, "m", "d"))
        yield from ((base + "تا", 3, "f", "d"), (base + "وا", 3, "m", "p"))
        tail = (("ن", 3, "f", "p"), ("ت", 1, "", "s"), ("نا", 1, "", "p"), ("تم", 2, "m", "p"))
    for suffix, person, gender, number in tail:
        yield close(base + link + suffix), person, gender, number


def _past_passive(verb: VerbClass) -> Iterator[_Cell]:
    word = verb.past
    if verb.form in (7, 9):
        return
    if verb.form == 3 and word[1] == "ا":
        word = word[0] + "و" + word[2:]  # قوبل "was met"
    elif verb.form == 6:
        word = word[:2] + "و" + word[3:]
    elif verb.form == 4 and word.startswith("أا"):
        word = "أو" + word[2:]  # أوذي "was harmed"
    if verb.weak == "defective":
        yield from _defective_past(word[:-1] + "ي", "ي")
        return
    if verb.weak == "hollow":
        word = word[:-2] + "ي" + word[-1]  # قيل "was said", أعيد "was returned"
    elif word[-1] in "أ" and len(word) > 2:
        word = word[:-1] + "ئ"  # قرئ "was read"
    elif len(word) == 3 and word[1] == "أ":
        word = word[0] + "ئ" + word[2]  # سئل "was asked"
    seen: set[str] = set()
    yield from _cells(word, _PAST_VOWEL, seen)
    if verb.weak != "hollow":
        yield from _cells(word + word[-1] if verb.weak == "doubled" else word, _PAST_CONSONANT, seen)


def _present(verb: VerbClass, stem: str) -> Iterator[_Cell]:
    """The present of ``stem`` (active or passive) with all prefixes and moods."""
    last = stem[-1]
    for prefix, person, gender, number in _PREFIXES:
        seen: set[str] = set()
        for text in dict.fromkeys((prefix + stem, prefix + _jussive(verb, stem))):
            seen.add(text)
            yield close(text), person, gender, number
        if person == 1:
            continue
        if verb.weak == "defective":
            base = stem[:-1]
            link = "و" if last == "و" else "ي"
            dual, plural, feminine = base + link, base, base + link
        else:
            dual = plural = stem
            feminine = _jussive(verb, stem)
            if verb.weak == "doubled":
                feminine = stem + last
        who = 3 if prefix == "ي" else 2
        suffixes: list[tuple[str, _Cell]] = [
            (dual, ("ان", 3, gender, "d")),
            (dual, ("ا", 3, gender, "d")),
            (plural, ("ون", who, "m", "p")),
            (plural, ("وا", who, "m", "p")),
        ]
        if prefix == "ي":
            suffixes.append((feminine, ("ن", 3, "f", "p")))
        for part, cell in suffixes:
            yield from _cells(prefix + part, (cell,), seen)


def _jussive(verb: VerbClass, stem: str) -> str:
    """The stem with a zero ending: weak last letters go, long middle vowels are shortened."""
    if verb.weak == "defective":
        return stem[:-1]
    if verb.weak == "hollow":
        last = stem[-1]
        if last in HAMZAS:
            last = "أ" if stem[-2] == "ا" else "ئ" if stem[-2] == "ي" else "ؤ"
        return stem[:-2] + last
    return stem


def _present_passive(verb: VerbClass) -> Iterator[_Cell]:
    stem = verb.stem
    if verb.form in (7, 9):
        return
    if verb.form == 1:
        if verb.past[0] == "و" and stem[0] != "و":
            stem = "و" + stem  # يوقف "is stopped"
        elif stem[0] == "أ":
            stem = "ؤ" + stem[1:]  # يؤخذ "is taken"
    if verb.weak == "defective":
        stem = stem[:-1] + "ى"
    elif verb.weak == "hollow":
        stem = stem[:-2] + "ا" + stem[-1]
        if stem[-1] in HAMZAS:
            stem = stem[:-1] + "ء"
    elif stem[-1] == "ئ":
        stem = stem[:-1] + "أ"
    yield from _present(verb, stem)


def participles(verb: VerbClass) -> Iterator[VerbForm]:
    """Active and passive participles with their endings (gender, number, tanween, construct)."""
    from musnad.morphology._participles import inflected

    return inflected(verb)

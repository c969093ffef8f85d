"""Every surface form of the lexicon's entries, generated and packed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from musnad.lexicon._entries import Raw
from musnad.lexicon.frames import Phrase, Pos
from musnad.morphology._codes import Features, pack
from musnad.morphology._participles import endings
from musnad.morphology._spelling import attach, bare
from musnad.morphology.verbs import NotAVerbError, VerbClass, VerbForm, classify, finite, participles
from musnad.text import fold


def noun_forms(singular: str, plurals: Sequence[str] = ()) -> Iterator[tuple[str, str, str, bool]]:
    """(text, gender, number, accusative) of a noun: singular, tanween alef, duals, plurals, construct duals."""
    word = bare(singular)[0]
    gender = "f" if word.endswith("ة") else "m"
    yield word, gender, "s", False
    if word.endswith("ة"):
        stem = word[:-1] + "ت"
    elif word.endswith("ى"):
        stem = word[:-1] + "ي"
    else:
        stem = word
        if not word.endswith(("اء", "ا")):
            for text in attach(word, "ا"):
                yield text, gender, "s", True
    for suffix, oblique in (("ان", False), ("ين", True)):
        for text in attach(stem, suffix):
            yield text, gender, "d", oblique
    if stem is not word:
        yield stem + "ا", gender, "d", False  # construct: غارتا
        yield stem + "ي", gender, "d", True
    for plural in plurals:
        word = bare(plural)[0]
        yield word, "", "p", False
        if not word.endswith(("ة", "ات", "ى", "ا", "اء", "ون", "ين")):
            for text in attach(word, "ا"):
                yield text, "", "p", True


def verb_class(raw: Raw) -> VerbClass:
    """The class of a verb, light verb or phrase's first verb. Raises NotAVerbError."""
    return classify(raw.entry.spelling.split()[0], raw.entry.present, raw.masdars)


def _unlikely(text: str, key: Features, verb: VerbClass, plain: bool, pasts: set[str]) -> bool:
    """Whether a form is in the press nearly always the spelling of something else.

    "I ..." is rare outside quotations and written like an elative («أفضل» "better"), a noun («أرض» "land") or the past
    of form IV («أعلن»); short "we ..." like a noun («نصف» "half"); the feminine plural of the past is nearly unused and
    written like a name or a noun («عدن» "Aden", «الزمن» "the time").
    """
    if key.tense == "past":
        return (
            key.person == 3 and key.gender == "f" and key.number == "p" and (plain or len(text) < 5 or text[1] == "ل")
        )
    if key.person != 1:
        return plain and key.gender == "f" and key.number == "p" and key.person == 3
    if key.number == "p":
        return len(text) <= 3
    if text in pasts or len(text) <= 3 or (plain and len(text) < 5):
        return True
    return verb.form == 1 and verb.weak in ("sound", "doubled")


def _homograph(raw: Raw, verb: VerbClass, form: VerbForm) -> bool:
    """Whether a passive is rather the spelling of some noun («سير» of سار, «دين» of دان): the short past of a weak form
    I. Verbs of saying («قيل») and entries marked ``passive: true`` keep it."""
    if form.voice != "passive" or form.tense != "past" or verb.form != 1 or len(form.text) > 3:
        return False
    if raw.passive is not None:
        return not raw.passive
    if raw.entry.kind != "plain" and verb.weak != "hollow":
        return False
    return not any(f.event == "SAY" for f in raw.entry.frames)


def _features(raw: Raw, form: VerbForm) -> Features:
    pos: Pos = "verb" if form.tense in ("past", "present") else form.tense  # type: ignore[assignment]
    tense: Literal["past", "present", ""] = form.tense if pos == "verb" else ""  # type: ignore[assignment]
    return Features(
        raw.entry.id,
        pos,
        tense,
        form.voice,
        form.person,
        form.gender,
        form.number,
        form.accusative,
    )


def _verbal(raw: Raw) -> Iterator[tuple[str, Features]]:
    """Finite forms, participles and masdars of a verb, folded."""
    entry = raw.entry
    verb = verb_class(raw)
    merged: dict[tuple[str, Features], set[str]] = defaultdict(set)
    for form in finite(verb, passives=raw.passive is not False):
        if _homograph(raw, verb, form):
            continue
        key = _features(raw, form)._replace(voice="")
        merged[fold(form.text), key].add(form.voice)
    pasts = {text for text, key in merged if key.tense == "past"}
    for (text, key), voices in merged.items():
        if _unlikely(text, key, verb, entry.kind == "plain", pasts):
            continue
        voice = voices.pop() if len(voices) == 1 else "either"
        yield text, key._replace(voice=voice)  # type: ignore[arg-type]
    if entry.kind != "plain":
        for form in participles(verb):
            yield fold(form.text), _features(raw, form)
        for text in raw.participles:
            for form in endings(bare(text)[0], "active", defective=False):
                if not text.endswith("ا"):
                    yield fold(form.text), _features(raw, form)
                elif form.text == text:
                    yield fold(text), _features(raw, form)._replace(accusative=True)
    elif verb.form in (5, 6, 12) and not raw.masdars:  # «تطور» is "developed" and "development"
        yield from _nominal(raw, verb.past[:-1] + "ي" if verb.weak == "defective" else entry.spelling, "masdar")
    for masdar in raw.masdars:
        yield from _nominal(raw, masdar, "masdar")
        word = bare(masdar)[0]
        if verb.weak == "defective" and verb.form in (5, 6, 12) and word.endswith("ي"):
            yield fold(word[:-1]), Features(entry.id, "masdar", gender="m", number="s")  # تصدٍّ
    for plural in raw.plurals:
        yield from _nominal(raw, plural, "masdar", plural=True)


def _nominal(raw: Raw, word: str, pos: str, plural: bool = False) -> Iterator[tuple[str, Features]]:
    forms = [f for f in noun_forms("ا", [word]) if f[2] == "p"] if plural else list(noun_forms(word))
    for text, gender, number, accusative in forms:
        yield fold(text), Features(raw.entry.id, pos, "", "", 3, gender, number, accusative)  # type: ignore[arg-type]


def entry_forms(raw: Raw) -> Iterator[tuple[str, Features]]:
    """Folded forms of one entry (of the first word, for a phrase or reporting phrase)."""
    entry = raw.entry
    if entry.kind == "noun":
        yield from _nominal(raw, entry.spelling, "noun")
        for plural in raw.plurals:
            yield from _nominal(raw, plural, "noun", plural=True)
    elif entry.present:
        yield from _verbal(raw)
    else:
        yield fold(entry.spelling.split()[0]), Features(entry.id, "noun", number="s")
        for masdar in raw.masdars:
            yield from _nominal(raw, masdar, "masdar")


def generate(
    raws: Sequence[Raw], presents: Mapping[str, str]
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[Phrase, ...]]]:
    """The form table and the phrase table. ``presents``: past -> present of every verb, for phrases that begin with one."""
    forms: dict[str, dict[int, None]] = defaultdict(dict)
    phrases: dict[str, dict[Phrase, None]] = defaultdict(dict)
    for raw in raws:
        entry = raw.entry
        if entry.kind not in ("phrase", "report"):
            for text, features in entry_forms(raw):
                forms[text][pack(features)] = None
            continue
        first, rest = _anchor(entry.pattern)
        inflected = list(entry_forms(raw)) if entry.present else []
        if not entry.present:
            inflected = [(first, Features(entry.id, "noun", number="s"))]
            for masdar in raw.masdars:
                inflected += _nominal(raw, masdar, "masdar")
            if present := presents.get(entry.spelling.split()[0]):
                entry.present = present
                inflected = list(_verbal(raw))
        for text, features in inflected:
            phrases[text][Phrase(entry.id, pack(features), rest)] = None
    return (
        {text: tuple(codes) for text, codes in forms.items()},
        {text: tuple(found) for text, found in phrases.items()},
    )


def _anchor(pattern: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The word a phrase is filed under: its first that is no slot; the rest follow it."""
    start = next((i for i, w in enumerate(pattern) if not w.startswith("{")), 0)
    return pattern[start], tuple(pattern[start + 1 :])


__all__ = ["NotAVerbError", "entry_forms", "generate", "noun_forms", "verb_class"]

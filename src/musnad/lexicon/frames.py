"""The frame lexicon: what a trigger means and where its roles stand, read from ``data/frames/*.yaml``.

Everything here is folded (:func:`musnad.text.fold`): lemmas, nouns, prepositions in ``roles`` and words in ``when`` are
compared with folded tokens as they are. A phrase is its folded words joined by single spaces.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from musnad.errors import DataError
from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.text import fold_phrase

EntryKind = Literal["verb", "noun", "light", "phrase", "report", "plain"]
Pos = Literal["verb", "masdar", "active", "passive", "noun"]
Form = Literal["verb", "masdar", "participle", "passive", "noun", "light"]  # light: a noun that a light verb carries


class When(msgspec.Struct, frozen=True, omit_defaults=True):
    """Conditions of a frame; all that are given must hold. Words are folded first words, article removed."""

    has: list[str] = []  # roles or places that must be filled
    lacks: list[str] = []  # roles or places that must be empty
    object: list[str] = []
    subject: list[str] = []
    content: list[str] = []
    object_kind: list[str] = []  # actor, state, person, armed, place, people
    subject_kind: list[str] = []
    form: list[Form] = []  # verb, masdar, participle, passive
    words: list[str] = []  # any of these stands in the clause


class Frame(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reading of a trigger. ``roles``: role -> places to look in, first that is there wins."""

    rule: str
    event: str
    mode: str | None = None
    roles: dict[str, list[str]] = {}
    when: When = When()
    polarity: str | None = None
    factuality: str | None = None
    modes: dict[str, list[str]] = {}  # mode -> words of the content (or clause) that choose it
    cameo: str | None = None


class Entry(msgspec.Struct, omit_defaults=True):
    """One entry of the lexicon. ``id`` is its place in ``FrameLexicon.entries``."""

    id: int
    kind: EntryKind
    lemma: str  # folded: past 3ms of a verb, the singular of a noun, the whole phrase
    spelling: str = ""  # as written in the data file
    present: str = ""  # as written
    frames: list[Frame] = []
    masdar_genitive: Literal["subject", "object"] = "subject"
    masdars: list[str] = []  # folded singular masdars
    nouns: list[str] = []  # light: folded lemmas of the event nouns it carries; empty = any
    roles: dict[str, list[str]] = {}  # light: actor, noun, ...
    trigger: list[str] = []  # phrase: folded words that are the trigger; empty = the first word
    pattern: list[str] = []  # report, phrase: folded words in order; "{speaker}" marks the speaker
    report: str = ""  # report: according-to | colon | channel
    source: str = ""  # data file and line, "verbs.yaml:120"


class Phrase(msgspec.Struct, frozen=True, array_like=True):
    """A phrase or reporting phrase as filed under one form of its first word."""

    entry: int
    code: int  # morphology of the first word, 0 if it does not inflect
    rest: tuple[str, ...]  # the folded words that follow the first


class FrameLexicon(msgspec.Struct):
    """All entries and their generated forms."""

    entries: list[Entry]
    forms: dict[str, tuple[int, ...]]  # folded form without clitics -> codes, see morphology._codes
    phrases: dict[str, tuple[Phrase, ...]]  # folded form of the first word -> phrases
    modes: dict[str, dict[str, list[str]]]  # event -> mode -> folded words
    fingerprint: str  # 6 hexadecimal digits: hash of the data, for the record's `coder` field

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> FrameLexicon:
        """The shipped lexicon, with a user's own files laid over it (an entry of the same kind and lemma wins).

        Raises DataError naming file, line and remedy of the first wrong entry.
        """
        sources = frame_files()
        name = "frames"
        if extra:
            name = "userframes" + hashlib.sha256("\n".join(str(p.resolve()) for p in extra).encode()).hexdigest()[:8]
        inputs = [*sources, *extra, *_shared_files(), *_generators()]
        # Decoding makes some 100,000 small tuples, none of them garbage: the collector would triple the time.
        collecting = gc.isenabled()
        gc.disable()
        try:
            return compiled(name, inputs, lambda: build(sources, extra), cls)
        finally:
            if collecting:
                gc.enable()


def frame_files() -> list[Path]:
    """The shipped files of entries."""
    return sorted(p for p in (DATA / "frames").glob("*.yaml") if p.name not in ("modes.yaml", "plover.yaml"))


def _shared_files() -> list[Path]:
    return [p for p in (DATA / "frames" / "modes.yaml", DATA / "function_words.yaml") if p.exists()]


def _generators() -> list[Path]:
    """The programs the forms come from: when they change the compiled forms are stale."""
    here = Path(__file__).resolve().parent
    return [*sorted(here.glob("*.py")), *sorted((here.parent / "morphology").glob("*.py"))]


def build(sources: Sequence[Path], extra: Sequence[Path] = ()) -> FrameLexicon:
    """Read, check and generate. Raises DataError at the first problem."""
    from musnad.lexicon._entries import Raw, Reader
    from musnad.lexicon._forms import NotAVerbError, generate, verb_class

    reader = Reader()
    raws: dict[tuple[str, str, str], Raw] = {}
    eventful: set[tuple[str, str]] = set()
    for path in [*sources, *extra]:
        seen: set[tuple[str, str, str]] = set()
        for raw in reader.read(path):
            key = (raw.entry.kind, raw.entry.lemma, raw.entry.present)
            if path not in extra and (key in raws or key in seen):
                key = (*key[:2], f"{key[2]} {raw.entry.source}")
            seen.add(key)
            raws[key] = raw
            if raw.entry.kind in ("verb", "light"):
                eventful.add((raw.entry.lemma, raw.entry.present))
    problems = reader.problems
    chosen: list[Raw] = []
    for raw in raws.values():
        if raw.entry.kind == "plain" and (raw.entry.lemma, raw.entry.present) in eventful:
            continue
        try:
            if raw.entry.present:
                verb_class(raw)
        except NotAVerbError as error:
            from musnad.lexicon._entries import Problem

            problems.append(Problem(raw.path, raw.line, str(error), "mend the spelling of past or present"))
            continue
        raw.entry.id = len(chosen)
        chosen.append(raw)
    if problems:
        first = problems[0]
        more = f"; {len(problems) - 1} more: musnad lexicon check" if len(problems) > 1 else ""
        raise DataError("lexicon", f"{first.path}:{first.line}: {first.what}{more}", first.remedy)
    presents = {r.entry.spelling: r.entry.present for r in chosen if r.entry.kind in ("verb", "light", "plain")}
    forms, phrases = generate(chosen, presents)
    digest = hashlib.sha256()
    for path in [*sources, *extra, *_shared_files()]:
        digest.update(path.name.encode() + path.read_bytes())
    return FrameLexicon([r.entry for r in chosen], forms, phrases, _read_modes(), digest.hexdigest()[:6])


def _read_modes() -> dict[str, dict[str, list[str]]]:
    """The shared table of modes, words folded; empty when there is none."""
    path = DATA / "frames" / "modes.yaml"
    if not path.exists():
        return {}
    raw = read_yaml(path)
    try:
        table = msgspec.convert(raw, dict[str, dict[str, list[str]]])
    except msgspec.ValidationError as error:
        raise DataError("lexicon-modes", f"{path}: {error}", "write EVENT: {mode: [words]}") from error
    return {e: {m: [" ".join(fold_phrase(w)) for w in ws] for m, ws in ms.items()} for e, ms in table.items()}

"""The checker behind ``musnad lexicon check``: everything wrong in frame files, with line and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from musnad.errors import DataError
from musnad.lexicon import _plover
from musnad.lexicon._entries import Problem, Raw, Reader
from musnad.lexicon._forms import NotAVerbError, verb_class
from musnad.lexicon._yaml import Located, read_located
from musnad.lexicon.frames import frame_files
from musnad.lexicon.functions import read_function_words
from musnad.lexicon.store import DATA


def check(files: Sequence[Path] = ()) -> list[Problem]:
    """Problems of ``files`` (a user's own), or of all shipped frame data when none is given, in file order.

    A user's files are checked beside the shipped ones: a light verb may carry a shipped noun, and an entry of the same
    kind and lemma replaces the shipped one, its rules included.
    """
    reader = Reader()
    shipped = frame_files()
    known = [raw for path in shipped for raw in reader.read(path)]
    if files:
        reader.problems.clear()
        own: list[Raw] = []
        for path in files:
            if path.name == "modes.yaml":
                reader.problems += check_modes(path)
            elif not path.is_file():
                reader.problems.append(Problem(path, 0, "no such file", "give the path of a YAML file of entries"))
            else:
                own += reader.read(path)
        replaced = {(r.entry.kind, r.entry.lemma) for r in own}
        others = [r for r in known if (r.entry.kind, r.entry.lemma) not in replaced]
    else:
        own, others = known, []
        if (path := DATA / "frames" / "modes.yaml").exists():
            reader.problems += check_modes(path)
        reader.problems += _check_function_words(DATA / "function_words.yaml")
    problems = reader.problems
    problems += _verbs(own)
    problems += _duplicates(own, others)
    problems += _light_nouns(own, [*own, *others])
    return sorted(set(problems), key=lambda p: (str(p.path), p.line))


def _verbs(raws: Iterable[Raw]) -> list[Problem]:
    out = []
    for raw in raws:
        if not raw.entry.present:
            continue
        try:
            verb_class(raw)
        except NotAVerbError as error:
            out.append(Problem(raw.path, raw.line, str(error), "mend the spelling of past or present"))
    return out


def _duplicates(own: Sequence[Raw], others: Sequence[Raw]) -> list[Problem]:
    out = []
    rules: dict[str, str] = {f.rule: r.entry.source for r in others for f in r.entry.frames}
    entries: dict[tuple[str, str, str], str] = {}
    for raw in own:
        for frame, line in zip(raw.entry.frames, raw.frame_lines, strict=True):
            if frame.rule in rules:
                what = f"the rule id «{frame.rule}» is already used in {rules[frame.rule]}"
                out.append(Problem(raw.path, line, what, "give each frame its own id"))
            rules.setdefault(frame.rule, f"{raw.path.name}:{line}")
        # two verbs may share a spelling (ألّف, تألف); the masdars tell them apart; a light verb has one entry a set of nouns
        key = (
            raw.entry.kind,
            raw.entry.spelling,
            f"{raw.entry.present} {' '.join([*raw.entry.masdars, *raw.entry.nouns])}",
        )
        if key in entries and raw.entry.kind != "report":
            what = f"the {raw.entry.kind} «{raw.entry.spelling}» stands already in {entries[key]}"
            out.append(Problem(raw.path, raw.line, what, "merge the two entries"))
        entries.setdefault(key, raw.entry.source)
    return out


def _light_nouns(own: Sequence[Raw], all_raws: Sequence[Raw]) -> list[Problem]:
    known = {r.entry.lemma for r in all_raws if r.entry.kind == "noun"}
    known |= {m for r in all_raws if r.entry.kind in ("verb", "phrase", "light") for m in r.entry.masdars}
    known |= {p for r in all_raws for p in _folded(r.plurals)}
    # a verb's lemma stands for all its verbal nouns
    known |= {r.entry.lemma for r in all_raws if r.entry.kind == "verb"}
    # a phrase that begins with a noun («إطلاق النار») is an event noun too
    known |= {r.entry.lemma for r in all_raws if r.entry.kind == "phrase"}
    out = []
    for raw in own:
        for noun in raw.entry.nouns:
            if noun not in known and noun.split()[0] not in known:
                what = f"the light verb «{raw.entry.spelling}» carries «{noun}», which no entry has"
                out.append(Problem(raw.path, raw.line, what, "add a noun entry, or the masdar to its verb"))
    return out


def _folded(words: Iterable[str]) -> Iterable[str]:
    from musnad.text import fold_phrase

    return (" ".join(fold_phrase(w)) for w in words)


def check_modes(path: Path) -> list[Problem]:
    """Problems of the shared table of modes (event → mode → words)."""
    try:
        table = read_located(path)
    except DataError as error:
        return [Problem(path, 1, str(error), error.advice)]
    if not isinstance(table, Located):
        return [Problem(path, 1, "no mapping of events", "write EVENT: {mode: [words]}")]
    out = []
    for event, modes in table.items():
        line = modes.line if isinstance(modes, Located) else table.line
        if event not in _plover.MODES:
            out.append(Problem(path, line, f"unknown event «{event}»", f"write one of {', '.join(_plover.MODES)}"))
            continue
        if not isinstance(modes, dict):
            out.append(Problem(path, line, f"{event}: «{modes}»", "write {mode: [words]}"))
            continue
        for mode, words in modes.items():
            legal = _plover.MODES[event]
            if mode not in legal:
                has = ", ".join(sorted(legal)) or "none"
                out.append(Problem(path, line, f"{event} has no mode «{mode}»", f"it has: {has}"))
            if not isinstance(words, list) or not words or not all(isinstance(w, str) for w in words):
                out.append(Problem(path, line, f"{event}: {mode}: no list of words", "write [word, word]"))
    return out


def _check_function_words(path: Path) -> list[Problem]:
    try:
        read_function_words(path)
    except DataError as error:
        return [Problem(path, 1, str(error), error.advice)]
    return []

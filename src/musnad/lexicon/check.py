"""The checker behind ``musnad lexicon check``: everything wrong in frame files, with line and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from musnad.errors import DataError
from musnad.lexicon import _plover
from musnad.lexicon._entries import Problem, Raw, Reader
from musnad.lexicon._forms import NotAVerbError, verb_class
from musnad.lexicon._yaml import Located, read_located
from musnad.lexicon.frames import FrameLexicon, frame_files
from musnad.lexicon.grammar import read_grammar
from musnad.lexicon.store import DATA
from musnad.morphology._codes import pos_of
from musnad.text import fold_phrase


def check(files: Sequence[Path] = ()) -> list[Problem]:
    """Problems of ``files`` (a user's own), or of all shipped frame data when none is given, in file order.

    A user's files are checked beside the shipped ones: a light verb may carry a shipped noun, and an entry of the same
    kind and lemma replaces the shipped one, its rules included.
    """
    reader = Reader()
    raws: list[Raw] = []
    rules: dict[str, str] = {}
    nouns: set[str] = set()
    for path in files or frame_files():
        if path.name == "modes.yaml":
            reader.problems += check_modes(path)
        elif not path.is_file():
            reader.problems.append(Problem(path, 0, "no such file", "give the path of a YAML file of entries"))
        else:
            raws += reader.read(path)
    if files:
        rules, nouns = _shipped({(r.entry.kind, r.entry.lemma) for r in raws})
    else:
        if (path := DATA / "frames" / "modes.yaml").exists():
            reader.problems += check_modes(path)
        reader.problems += _check_grammar(DATA / "grammar.yaml")
    problems = [*reader.problems, *_verbs(raws), *_duplicates(raws, rules), *_light_nouns(raws, nouns)]
    return sorted(set(problems), key=lambda p: (str(p.path), p.line))


def _shipped(replaced: set[tuple[str, str]]) -> tuple[dict[str, str], set[str]]:
    """Rule ids (with their place) and event nouns of the shipped entries that are not replaced; none if they are broken."""
    try:
        lexicon = FrameLexicon.load()
    except DataError:
        return {}, set()
    entries = [e for e in lexicon.entries if (e.kind, e.lemma) not in replaced]
    rules = {f.rule: e.source for e in entries for f in e.frames}
    nouns = {e.lemma for e in entries if e.kind in ("noun", "phrase", "verb")}
    nouns |= {text for text, codes in lexicon.forms.items() if any(pos_of(c) in ("masdar", "noun") for c in codes)}
    return rules, nouns


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


def _duplicates(own: Sequence[Raw], shipped_rules: dict[str, str]) -> list[Problem]:
    out = []
    rules = dict(shipped_rules)
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


def _light_nouns(raws: Sequence[Raw], shipped: set[str]) -> list[Problem]:
    known = set(shipped)
    for raw in raws:
        # a verb's lemma stands for all its verbal nouns; a phrase may begin with a noun («إطلاق النار» "firing")
        if raw.entry.kind in ("noun", "verb", "phrase"):
            known.add(raw.entry.lemma)
        known.update(raw.entry.masdars)
        known.update(" ".join(fold_phrase(p)) for p in raw.plurals)
    out = []
    for raw in raws:
        for noun in raw.entry.nouns:
            if noun not in known and noun.split()[0] not in known:
                what = f"the light verb «{raw.entry.spelling}» carries «{noun}», which no entry has"
                out.append(Problem(raw.path, raw.line, what, "add a noun entry, or the masdar to its verb"))
    return out


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


def _check_grammar(path: Path) -> list[Problem]:
    try:
        read_grammar(path)
    except DataError as error:
        return [Problem(path, 1, str(error), error.advice)]
    return []

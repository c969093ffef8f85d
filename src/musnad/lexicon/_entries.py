"""From the mappings of a data file to entries, noting every problem with its line and remedy."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from musnad.errors import DataError
from musnad.lexicon import _plover
from musnad.lexicon._yaml import Located, read_located
from musnad.lexicon.frames import Entry, Frame, When
from musnad.text import fold, fold_phrase


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a data file."""

    path: Path
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} ({self.remedy})"


@dataclass(slots=True)
class Raw:
    """What an entry says beyond the compiled Entry: the spellings that its forms are generated from."""

    entry: Entry
    path: Path
    line: int
    masdars: list[str] = field(default_factory=list)
    plurals: list[str] = field(default_factory=list)
    participles: list[str] = field(default_factory=list)
    passive: bool | None = None
    frame_lines: list[int] = field(default_factory=list)


_COMMON = frozenset({"gloss", "note", "source"})
_KEYS = {
    "verb": frozenset(["present", "masdar", "plural", "participle", "frames", "masdar_genitive", "passive"]),
    "noun": frozenset(["plural", "frames"]),
    "light": frozenset(["present", "masdar", "plural", "participle", "nouns", "roles", "passive"]),
    "phrase": frozenset(
        ["present", "masdar", "plural", "participle", "trigger", "frames", "roles", "nouns", "passive"]
    ),
    "report": frozenset(["kind", "pattern", "present"]),
}
_FRAME = frozenset(
    ["rule", "event", "mode", "roles", "when", "polarity", "factuality", "modes", "cameo", "gloss", "note"]
)
_LISTS = {"has", "lacks", "object", "subject", "content", "words"}


@cache
def prepositions() -> frozenset[str]:
    """Folded words a role may stand after: the prepositions of data/function_words.yaml, and compounds of two."""
    from musnad.lexicon.functions import function_words

    return function_words().prepositions | {"ل", "ب", "ك"}


class Reader:
    """Reads entries of data files. ``problems`` collects what is wrong; a wrong entry is left out."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._path = Path()

    def problem(self, line: int, what: str, remedy: str) -> None:
        """Note one problem of the file being read."""
        self.problems.append(Problem(self._path, line, what, remedy))

    def read(self, path: Path) -> list[Raw]:
        """The entries of one file."""
        self._path = path
        try:
            content = read_located(path)
        except DataError as error:
            _, _, rest = str(error).partition(f"{path}:")
            number = rest.split(":")[0]
            self.problem(int(number) if number.isdigit() else 1, str(error), error.advice)
            return []
        if content is None:
            return []
        if not isinstance(content, list):
            self.problem(1, "the file is no list of entries", "begin each entry with «- verb:», «- noun:» ...")
            return []
        out = []
        line = 1
        for item in content:
            if not isinstance(item, Located):
                self.problem(line, f"«{item}» is no entry", "write «- verb: ...» with its keys below")
                continue
            line = item.line
            if (raw := self.entry(item)) is not None:
                out.append(raw)
        return out

    def entry(self, item: Located) -> Raw | None:
        """One entry, or None when it cannot be used."""
        kinds = [k for k in _KEYS if k in item]
        if len(kinds) != 1:
            self.problem(
                item.line, f"an entry with the keys {', '.join(item) or 'none'}", f"give one of {', '.join(_KEYS)}"
            )
            return None
        kind = kinds[0]
        before = len(self.problems)
        for key in item.repeated:
            self.problem(item.line, f"the key «{key}» stands twice", "keep one")
        for key in item.keys() - _KEYS[kind] - _COMMON - {kind}:
            self.problem(
                item.line, f"unknown key «{key}» in a {kind} entry", f"known: {', '.join(sorted(_KEYS[kind]))}"
            )
        spelling = item[kind]
        if not isinstance(spelling, str) or not fold_phrase(spelling):
            self.problem(item.line, f"«{spelling}» is no word", f"give the {kind} in Arabic letters")
            return None
        words = list(fold_phrase(spelling))
        if kind in ("verb", "light") and len(words) > 1:
            self.problem(item.line, f"the {kind} «{spelling}» has more than one word", "make it a phrase entry")
            return None
        masdars = self.words(item, "masdar")
        entry = Entry(
            id=-1,
            kind=kind,  # type: ignore[arg-type]
            lemma=" ".join(words),
            spelling=spelling,
            present=self.word(item, "present"),
            masdars=[fold(m) for m in masdars],
            nouns=[" ".join(fold_phrase(n)) for n in self.words(item, "nouns")],
            trigger=[w for t in self.words(item, "trigger") for w in fold_phrase(t)],
            source=f"{self._path.name}:{item.line}",
        )
        if kind in ("verb", "light") and not entry.present:
            self.problem(
                item.line, f"the {kind} «{spelling}» has no present", "add «present:», 3rd person masculine singular"
            )
        raw = Raw(entry, self._path, item.line, masdars, self.words(item, "plural"), self.words(item, "participle"))
        passive = item.get("passive")
        if passive is not None and not isinstance(passive, bool):
            self.problem(item.line, f"passive: «{passive}»", "write true or false")
        else:
            raw.passive = passive
        genitive = item.get("masdar_genitive", "subject")
        if genitive not in ("subject", "object"):
            self.problem(item.line, f"masdar_genitive: «{genitive}»", "write subject or object")
        else:
            entry.masdar_genitive = genitive
        entry.roles = self.roles(item, item.line)
        if kind in ("phrase", "report"):
            entry.pattern = words
            if "pattern" in item:
                pattern = item["pattern"]
                entry.pattern = list(fold_phrase(pattern)) if isinstance(pattern, str) else []
                if not entry.pattern:
                    self.problem(
                        item.line, f"pattern: «{pattern}»", "write words, with {speaker} where the name stands"
                    )
        if kind == "report":
            report = item.get("kind", "according-to")
            if report not in _plover.REPORTS:
                self.problem(item.line, f"kind: «{report}»", f"write one of {', '.join(sorted(_plover.REPORTS))}")
            else:
                entry.report = str(report)
        if entry.trigger and trigger_place(entry) is None:
            self.problem(
                item.line,
                f"the trigger «{item['trigger']}» is not in the phrase «{spelling}»",
                "use words of the phrase",
            )
        self._frames(item, kind, raw)
        return raw if len(self.problems) == before else None

    def _frames(self, item: Located, kind: str, raw: Raw) -> None:
        frames = item.get("frames")
        if kind in ("light", "report"):
            return
        if frames is None and kind == "verb":
            raw.entry.kind = "plain"
            return
        if not isinstance(frames, list) or not frames:
            remedy = "give at least one frame, or drop the key from a verb that names no event"
            self.problem(item.line, f"«{raw.entry.spelling}» has no frames", remedy)
            return
        for frame in frames:
            if not isinstance(frame, Located):
                self.problem(item.line, f"«{frame}» is no frame", "write {rule: ..., event: ..., roles: {...}}")
                continue
            if (made := self.frame(frame)) is not None:
                raw.entry.frames.append(made)
                raw.frame_lines.append(frame.line)

    def frame(self, item: Located) -> Frame | None:
        """One frame, or None when it is wrong."""
        before = len(self.problems)
        line = item.line
        for key in item.repeated:
            self.problem(line, f"the key «{key}» stands twice in a frame", "keep one")
        for key in item.keys() - _FRAME:
            self.problem(line, f"unknown key «{key}» in a frame", f"known: {', '.join(sorted(_FRAME))}")
        rule, event, mode = item.get("rule"), item.get("event"), item.get("mode")
        if not isinstance(rule, str) or not rule:
            self.problem(line, "a frame without rule", "give a unique id such as request.call-on")
        if event not in _plover.MODES:
            self.problem(line, f"unknown event «{event}»", f"write one of {', '.join(_plover.MODES)}")
            return None
        legal = _plover.MODES[str(event)]
        modes = item.get("modes") or {}
        if not isinstance(modes, dict):
            self.problem(line, f"modes: «{modes}»", "write {mode: [words]}")
            modes = {}
        for name in [*([mode] if mode is not None else []), *modes]:
            if name not in legal:
                self.problem(line, f"{event} has no mode «{name}»", f"it has: {', '.join(sorted(legal)) or 'none'}")
        for key in ("polarity", "factuality"):
            if item.get(key) is not None and item[key] not in _plover.FACTUALITY:
                self.problem(line, f"{key}: «{item[key]}»", f"write one of {', '.join(sorted(_plover.FACTUALITY))}")
        cameo = item.get("cameo")
        if cameo is not None and not (isinstance(cameo, str) and cameo.isdigit() and 2 <= len(cameo) <= 4):
            self.problem(line, f"cameo: «{cameo}»", "write the code in quotes, two to four digits")
        roles = self.roles(item, line)
        when = self._when(item.get("when"), line)
        words = {str(m): [" ".join(fold_phrase(w)) for w in self.words(modes, m, line)] for m in modes}
        if len(self.problems) > before:
            return None
        return Frame(
            rule=str(rule),
            event=str(event),
            mode=mode,  # type: ignore[arg-type]
            roles=roles,
            when=when,
            polarity=item.get("polarity"),  # type: ignore[arg-type]
            factuality=item.get("factuality"),  # type: ignore[arg-type]
            modes=words,
            cameo=cameo,  # type: ignore[arg-type]
        )

    def roles(self, item: Located, line: int) -> dict[str, list[str]]:
        """The roles of a frame or a light verb, places folded."""
        value = item.get("roles")
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.problem(line, f"roles: «{value}»", "write {actor: subject, ...}")
            return {}
        out = {}
        for role in value:
            if role not in _plover.ROLES:
                self.problem(line, f"unknown role «{role}»", f"known: {', '.join(sorted(_plover.ROLES))}")
            places = [" ".join(fold_phrase(p)) for p in self.words(value, role, line)]
            if not places:
                self.problem(line, f"the role «{role}» has no place", "give a place, or leave the role out")
            for place in places:
                if place not in _plover.PLACES and not _governs(place):
                    known = ", ".join(sorted(_plover.PLACES))
                    self.problem(line, f"«{place}» is no place and no preposition", f"places: {known}")
            out[str(role)] = places
        return out

    def _when(self, value: object, line: int) -> When:
        if value is None:
            return When()
        if not isinstance(value, dict):
            self.problem(line, f"when: «{value}»", "write {has: [...], object: [...]}")
            return When()
        out: dict[str, list[str]] = {}
        for key in value:
            items = self.words(value, key, line)
            if not items:
                self.problem(line, f"when: «{key}» is empty", "give its words, or drop it")
            if key in ("has", "lacks"):
                known = _plover.ROLES | _plover.PLACES | prepositions()
                items = [" ".join(fold_phrase(i)) for i in items]
            elif key in _LISTS:
                out[key] = [
                    _unarticled(" ".join(fold_phrase(i))) if key != "words" else " ".join(fold_phrase(i)) for i in items
                ]
                continue
            elif key in ("object_kind", "subject_kind"):
                known = _plover.KINDS
            elif key == "form":
                known = _plover.FORMS
            else:
                self.problem(line, f"unknown condition «{key}»", f"known: {', '.join(sorted(When.__struct_fields__))}")
                continue
            for i in items:
                if i not in known:
                    self.problem(line, f"when: {key}: «{i}» is unknown", f"known: {', '.join(sorted(known))}")
            out[key] = items
        return When(**out)  # type: ignore[arg-type]

    def words(self, item: dict[str, object], key: str, line: int | None = None) -> list[str]:
        """The value of ``key`` as a list of strings."""
        value = item.get(key)
        if value is None:
            return []
        items = value if isinstance(value, list) else [value]
        if any(not isinstance(i, str) or not i.strip() for i in items):
            where = line if line is not None else getattr(item, "line", 1)
            self.problem(where, f"{key}: «{value}» is no list of words", "write [word, word]")
            return []
        return [str(i) for i in items]

    def word(self, item: Located, key: str) -> str:
        """The value of ``key`` as one string, '' when absent."""
        value = item.get(key)
        if value is None:
            return ""
        if not isinstance(value, str) or " " in value.strip():
            self.problem(item.line, f"{key}: «{value}»", "write one word")
            return ""
        return value.strip()


def trigger_place(entry: Entry) -> int | None:
    """Where the trigger stands among the literal words of a phrase (a proclitic may stand before it), None if nowhere."""
    literal = [w for w in entry.pattern if not w.startswith("{")]
    size = len(entry.trigger)
    for start in range(len(literal) - size + 1):
        words = literal[start : start + size]
        if words[1:] == entry.trigger[1:] and entry.trigger[0] in (words[0], words[0][1:], words[0][2:]):
            return start
    return None


def _governs(place: str) -> bool:
    """Whether a place is a preposition or a phrase that begins with one («في يد», «بنيران» "by the fire of")."""
    first = place.split()[0]
    return place in prepositions() or first in prepositions() or (len(first) > 3 and first[0] in "بل")


def _unarticled(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
